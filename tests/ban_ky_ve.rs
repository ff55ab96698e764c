//! Really signed papers (pyHanko), changed in thousands of ways, against readers that are not ours: whatever the judge
//! takes for the issued paper with signatures, MuPDF, poppler and pdfium draw and read as the issued one, save inside the
//! signatures' own rectangles.
//!
//! `LUOT=20000 cargo test --release --test all ban_ky_ve -- --nocapture`; `HAT=7` begins elsewhere. What is found stays in
//! `target/ban-ky-ve`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Stdio};

use crate::support;
use crate::support::ban_ky::Goc;
use crate::support::dot_bien::{self, DaKy, Ngau};
use crate::support::python::python_tool;
use crate::support::{root, tool};
use vanthu::records::so_dang_ky::dau::bam;
use vanthu::writers::pdf::ban_ky::{tim_goc, xet};

const THONG_BAO: &str = "loai: thong_bao\nngay_ban_hanh: 15/3/2023\ntrich_yeu: Kết luận giao ban\nnoi_dung: |\n  \
    Hội nghị thống nhất số tiền là 12.500.000 đồng, giao Văn phòng chuẩn bị trước ngày 20 tháng 3 năm 2023.\n\
    noi_nhan: [Như trên]\nluu: VT\nnguoi_ky: pho_chu_tich\n";

/// How many forgeries, and how many of those that are refused are drawn to see whether they would show.
const LUOT: usize = 4000;
const VE_THU: usize = 40;

struct Nha {
    dir: tempfile::TempDir,
    goc: Goc,
    nguon: Vec<(String, DaKy)>,
}

/// A paper of one page, signed in each way.
fn nha() -> Nha {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = dir.path().join("ho-so");
    std::fs::create_dir(&ho_so).unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), ho_so.join("co-quan.yaml")).unwrap();
    std::fs::write(ho_so.join("thong-bao.yaml"), THONG_BAO).unwrap();
    let mut build = support::vanthu();
    build.arg("build").arg(&ho_so).args(["-f", "pdf", "--o-ky", "-o"]).arg(dir.path());
    tool(&mut build);
    let pdf = dir.path().join("thong-bao.pdf");
    let ky = dir.path().join("ky");
    std::fs::create_dir(&ky).unwrap();
    tool(python_tool("python").arg(root().join("tests/ky_so/cac_kieu.py")).arg(&pdf).arg(&ky));
    let goc = Goc::doc(std::fs::read(&pdf).unwrap());
    let cac = ["mot", "hai", "hien", "an", "chung-nhan", "lau-dai"].map(|ten| {
        let bytes = std::fs::read(ky.join(ten).with_extension("pdf")).unwrap();
        (ten.to_owned(), DaKy::doc(&goc, bytes))
    });
    Nha { dir, goc, nguon: cac.into() }
}

/// Whether the judge takes it, as a verb asks: the issued bytes are found by their digest.
fn nhan(sha: &str, ban: &[u8]) -> bool {
    tim_goc(ban, sha).is_some_and(|goc| xet(goc, ban).is_ok())
}

/// The rectangles of the signatures in a file, by page from 0, as lopdf reads them.
fn cho_ky(ban: &[u8]) -> BTreeSet<(usize, [i64; 4])> {
    let Ok(pdf) = lopdf::Document::load_mem(ban) else { return BTreeSet::new() };
    let mut ra = BTreeSet::new();
    for (trang, id) in pdf.get_pages().into_values().enumerate() {
        let o = pdf.get_page_annotations(id).unwrap_or_default();
        for o in o
            .into_iter()
            .filter(|o| o.get(b"FT").is_ok_and(|ft| ft.as_name().is_ok_and(|ft| ft == b"Sig")))
        {
            let Ok(rect) = o.get(b"Rect").and_then(lopdf::Object::as_array) else { continue };
            let so: Vec<i64> = rect
                .iter()
                .filter_map(|so| so.as_float().ok())
                .map(|so| so.round() as i64)
                .collect();
            let [a, b, c, d] = *so else { continue };
            ra.insert((trang, [a.min(c), b.min(d), a.max(c), b.max(d)]));
        }
    }
    ra
}

/// The readers, in a process that goes on.
struct NguoiDoc {
    may: Child,
    ra: BufReader<ChildStdout>,
    tep: PathBuf,
}

impl NguoiDoc {
    fn mo(nha: &Nha) -> Self {
        let mut python = python_tool("python");
        python.arg(root().join("tests/ky_so/so_hinh.py")).arg(nha.dir.path().join("thong-bao.pdf"));
        let mut may = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let ra = BufReader::new(may.stdout.take().unwrap());
        Self { may, ra, tep: nha.dir.path().join("thu.pdf") }
    }

    /// What a reader sees otherwise; nothing if none does.
    fn khac(&mut self, ban: &[u8]) -> String {
        std::fs::write(&self.tep, ban).unwrap();
        let cho: Vec<String> = cho_ky(ban)
            .into_iter()
            .map(|(trang, [a, b, c, d])| format!("[{trang},{a},{b},{c},{d}]"))
            .collect();
        let dong = format!("{}\t[{}]\n", self.tep.display(), cho.join(","));
        self.may.stdin.as_mut().unwrap().write_all(dong.as_bytes()).unwrap();
        let mut ra = String::new();
        assert!(self.ra.read_line(&mut ra).unwrap() > 0, "tests/ky_so/so_hinh.py dừng");
        ra.trim_end().to_owned()
    }
}

impl Drop for NguoiDoc {
    fn drop(&mut self) {
        drop(self.may.stdin.take());
        let _ = self.may.wait();
    }
}

fn so(ten: &str, khong: usize) -> usize {
    std::env::var(ten).map_or(khong, |so| so.parse().unwrap())
}

fn giu_lai(ten: &str, ban: &[u8]) {
    let dir = root().join("target/ban-ky-ve");
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join(ten).with_extension("pdf"), ban).unwrap();
}

#[test]
fn what_any_reader_draws_otherwise_is_refused() {
    let nha = nha();
    let sha = bam(&nha.goc.bytes);
    let mut doc = NguoiDoc::mo(&nha);
    for (ten, nguon) in &nha.nguon {
        assert!(nhan(&sha, &nguon.bytes), "{ten}: {:?}", xet(&nha.goc.bytes, &nguon.bytes));
        assert_eq!(doc.khac(&nguon.bytes), "", "{ten}");
    }
    let (luot, mut ngau) = (so("LUOT", LUOT), Ngau(so("HAT", 2026) as u64));
    let ve_thu = (luot / so("VE_THU", VE_THU).max(1)).max(1);
    let (mut duoc, mut khac, mut ve, mut lo) = (BTreeMap::new(), 0, 0, Vec::new());
    let mut da_ve = BTreeSet::new();
    for thu in 0..luot {
        let (ten, nguon) = &nha.nguon[thu % nha.nguon.len()];
        let (gi, ban) = dot_bien::mot(&nha.goc, nguon, &mut ngau);
        if nhan(&sha, &ban) {
            *duoc.entry(ten.as_str()).or_insert(0) += 1;
            if da_ve.insert(bam(&ban)) {
                let thay = doc.khac(&ban);
                if !thay.is_empty() {
                    giu_lai(&format!("{ten}-{thu}"), &ban);
                    lo.push(format!("{ten}-{thu}: {thay}:{gi}"));
                }
            }
        } else if thu % ve_thu == 0 {
            ve += 1;
            khac += usize::from(!doc.khac(&ban).is_empty());
        }
    }
    let nhan: usize = duoc.values().sum();
    println!(
        "{luot} lượt: từ chối {}, nhận {nhan} {duoc:?}; trong {ve} tệp bị từ chối đem vẽ, {khac} vẽ khác",
        luot - nhan
    );
    assert!(lo.is_empty(), "{} tệp được nhận mà vẽ khác:\n{}", lo.len(), lo.join("\n"));
    assert!(
        nhan * 50 > luot && khac * 10 > ve,
        "phép thử không còn thử gì: nhận {nhan}, vẽ khác {khac}"
    );
}
