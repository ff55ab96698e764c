//! Folders of issued documents as others may leave them: files changed, taken away, put in, signed; manifest and register
//! written to fit. A folder that the judge takes is the one that was issued, and every verb gives one judgement.
#![no_main]

#[path = "../../tests/support/ban_ky.rs"]
#[allow(dead_code)]
mod mau;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mau::CapNhat;
use vanthu::model::{CachPhatHanh, Ngay};
use vanthu::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use vanthu::records::phat_hanh::chung::Chung;
use vanthu::records::phat_hanh::doi_chieu::doi_chieu;
use vanthu::records::phat_hanh::giao_dich::GiaoDich;
use vanthu::records::phat_hanh::goi::{Goi, dich};
use vanthu::records::phat_hanh::kho::Kho;
use vanthu::records::phat_hanh::phieu::{DongGoc, PhieuMoi, TEP_PHIEU};
use vanthu::records::phat_hanh::so_tren_dia::doc_so;
use vanthu::records::phat_hanh::xet::{PhanXet, la_ban_phat_hanh, xet};
use vanthu::records::phat_hanh::y_dinh::YDinh;
use vanthu::records::so_dang_ky::dau::bam;
use vanthu::records::so_dang_ky::{Day, Dong, QuanHe, So, SoCai, SoHieu, Viec};

const CO_QUAN: &str = include_str!("../../data/dong-thap-2023/co-quan.yaml");
const THONG_BAO: &str = "loai: thong_bao\nngay_ban_hanh: 15/3/2023\ntrich_yeu: Kết luận\nnoi_dung: Một đoạn.\n\
    noi_nhan: [Như trên]\nluu: VT\nnguoi_ky: pho_chu_tich\n";
const PDF: &str = "01.pdf";

/// A folder of an office in which 01 is issued and then replaced by 02.
struct Nha {
    dir: tempfile::TempDir,
    /// Every file of the folder of 01, as it was issued; register and witness.
    that: BTreeMap<PathBuf, Vec<u8>>,
}

static NHA: LazyLock<Nha> = LazyLock::new(|| {
    let shm = Path::new("/dev/shm");
    let dir = if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() }.unwrap();
    phat_hanh(dir.path(), 1, "");
    phat_hanh(dir.path(), 2, "thay thế 01/TB-HĐND/2023");
    let mut that = BTreeMap::new();
    doc_het(&goc(dir.path()), &mut that);
    for ten in ["so-dang-ky.txt", "so-dang-ky.chung"] {
        that.insert(dir.path().join(ten), fs::read(dir.path().join(ten)).unwrap());
    }
    let nha = Nha { dir, that };
    let phan = xet(&nha.goc(), None);
    assert_eq!((phan.sai, phan.muc.is_some()), (vec![], true));
    nha
});

fn goc(dir: &Path) -> PathBuf {
    dir.join("phat-hanh/2023/01-TB-HDND")
}

fn phat_hanh(dir: &Path, so: u64, quan_he: &str) {
    let kho = Kho::new(dir).khoa(&|| false).unwrap().unwrap();
    let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
    let so_hieu = SoHieu { so, ky_hieu: "TB-HĐND".into() };
    let doc = doc_so(&kho).unwrap();
    let dong = Dong {
        ngay: Ngay::parse("15/3/2023").ok(),
        trich_yeu: "Thông báo kết luận".into(),
        quan_he: QuanHe::doc(quan_he).unwrap(),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    };
    let (stt, dau_truoc) = doc.so.sau_khi(&[]);
    let phieu = PhieuMoi {
        so_hieu: &so_hieu,
        ngay: "15/3/2023".into(),
        day: day.to_string(),
        van_ban: "thong-bao",
        tep: "thong-bao.yaml",
        trich_yeu: "Kết luận",
        cach: CachPhatHanh::default(),
        so_ban: None,
        quan_he: vec![],
        canh_bao: vec![],
        dong: DongGoc { stt, dau_truoc, dong: dong.clone() },
    };
    let tep = [
        (PDF, mau::nho().bytes),
        ("01.docx", b"PK".to_vec()),
        ("nguon/thong-bao.yaml", THONG_BAO.into()),
        ("nguon/co-quan.yaml", CO_QUAN.into()),
        (TEP_PHIEU, phieu.viet()),
    ];
    let goi = Goi::moi(&so_hieu, "15/3/2023", tep.map(|(t, b)| (t.to_owned(), b)).into());
    let dong = Dong { bang_ke: goi.dau.clone(), ..dong };
    let (them, dich) = (doc.so.them(&[dong]), Some(dich(&day, &so_hieu)));
    let y_dinh = YDinh { ten: so_hieu.to_string(), do_dai: doc.do_dai, them, dich };
    GiaoDich { y_dinh, goi: Some(goi) }.chay(&kho).unwrap();
}

/// Every file below a folder; what is no plain file has no bytes.
fn doc_het(at: &Path, out: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for muc in fs::read_dir(at).unwrap().map(|muc| muc.unwrap().path()) {
        match fs::symlink_metadata(&muc).unwrap().file_type() {
            loai if loai.is_dir() => doc_het(&muc, out),
            loai if loai.is_file() => drop(out.insert(muc.clone(), fs::read(&muc).unwrap())),
            _ => drop(out.insert(muc, b"?".to_vec())),
        }
    }
}

impl Nha {
    fn goc(&self) -> PathBuf {
        goc(self.dir.path())
    }

    fn lai_nhu_cu(&self) {
        let _ = fs::remove_dir_all(self.goc());
        for (path, bytes) in &self.that {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            if path.symlink_metadata().is_ok_and(|m| !m.is_file()) {
                let _ = fs::remove_file(path).or_else(|_| fs::remove_dir_all(path));
            }
            fs::write(path, bytes).unwrap();
        }
    }

    /// Does what the bytes say; answers whether the witness was made to fit a forged register.
    fn pha(&self, cach: &[u8]) -> bool {
        let mut gia_chung = false;
        for viec in cach.split(|byte| *byte == 0xff).take(6) {
            let [viec, thu, con @ ..] = viec else { continue };
            let ten: Vec<&PathBuf> = self.that.keys().collect();
            let path = ten[usize::from(*thu) % ten.len()];
            match viec % 14 {
                8 => self.gia_bang_ke(),
                9 => self.gia_so(con),
                10 => gia_chung |= self.gia_chung().is_some(),
                viec => self.mot_viec(viec, path, con),
            }
        }
        gia_chung
    }

    fn mot_viec(&self, viec: u8, path: &Path, con: &[u8]) {
        let cu = fs::read(path).unwrap_or_default();
        let o = con.first().map_or(0, |o| usize::from(*o) * cu.len() / 256);
        let duoi = con.get(1..).unwrap_or_default();
        let _ = match viec {
            0 => fs::write(path, con),
            1 => fs::write(path, [&cu[..o], duoi, cu.get(o + duoi.len()..).unwrap_or_default()].concat()),
            2 => fs::remove_file(path),
            3 => fs::rename(path, self.goc().join(ten_sach(con))),
            4 => fs::write(self.goc().join(ten_sach(con)), con),
            5 => fs::write(self.goc().join(PDF), [mau::nho().bytes.as_slice(), con].concat()),
            6 => {
                let mut ky = CapNhat::ky(&mau::nho(), 0);
                ky.truoc_tra = con.to_vec();
                fs::write(self.goc().join(PDF), ky.ghi())
            }
            7 => fs::remove_file(path).and_then(|()| lien_ket(&self.goc().join(ten_sach(con)), path)),
            11 => fs::write(path, &cu[..o]),
            12 => fs::remove_file(path).and_then(|()| fs::create_dir_all(path.join(ten_sach(con)))),
            _ => fs::write(path, [&cu[..o], duoi, &cu[o..]].concat()),
        };
    }

    /// The manifest of what lies in the folder now.
    fn gia_bang_ke(&self) {
        let (goc, mut co) = (self.goc(), BTreeMap::new());
        doc_het(&goc, &mut co);
        let ten = |path: &PathBuf| path.strip_prefix(&goc).unwrap().to_string_lossy().into_owned();
        let tep = co.iter().map(|(path, bytes)| (ten(path), bam(bytes)));
        let tep = tep.filter(|(ten, _)| ten != bang_ke::TEP && ten != "lien-quan.txt").collect();
        let gia = BangKe { so_hieu: "01/TB-HĐND".into(), ngay_ban_hanh: "15/3/2023".into(), tep };
        let _ = fs::write(goc.join(bang_ke::TEP), gia.viet());
    }

    /// A register that says what someone wants, all its marks right.
    fn gia_so(&self, con: &[u8]) {
        let list = fs::read(self.goc().join(bang_ke::TEP)).unwrap_or_default();
        let that = self.that.get(&self.dir.path().join("so-dang-ky.txt")).unwrap();
        let (so, _) = So::doc(std::str::from_utf8(that).unwrap(), "");
        let mut dong: Vec<Dong> = so.dong.into_iter().map(|at| at.dong).collect();
        dong[0].bang_ke = dau_bang_ke(&list);
        match con {
            [0, ..] => dong.truncate(1),
            [1, con @ ..] => dong[0].trich_yeu = String::from_utf8_lossy(con).into_owned(),
            [2, ..] => dong[0].ngay = Ngay::parse("16/3/2023").ok(),
            [3, ..] => drop(dong.pop()),
            [4, ..] => dong.push(Dong::moi(Viec::Huy, dong[0].day.clone(), dong[0].so_hieu.clone())),
            _ => {}
        }
        let (trong, _) = So::doc("", "");
        let _ = fs::write(self.dir.path().join("so-dang-ky.txt"), trong.them(&dong));
    }

    fn gia_chung(&self) -> Option<()> {
        let text = fs::read_to_string(self.dir.path().join("so-dang-ky.txt")).ok()?;
        let (so, _) = So::doc(&text, "");
        let chung = Chung::cua(&so, &SoCai::tu(&so).0);
        fs::write(self.dir.path().join("so-dang-ky.chung"), chung.viet()).ok()
    }
}

#[cfg(unix)]
fn lien_ket(toi: &Path, path: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(toi, path)
}

#[cfg(not(unix))]
fn lien_ket(_: &Path, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// A name of one part, or of two.
fn ten_sach(con: &[u8]) -> String {
    let chu = |byte: &u8| match byte {
        b'a'..=b'z' | b'.' | b'-' => char::from(*byte),
        _ => char::from(b'a' + byte % 26),
    };
    let ten: String = con.iter().take(12).map(chu).collect();
    match ten.as_str() {
        "" | "." | ".." => "x".into(),
        _ if con.len() % 7 == 3 => format!("nguon/{ten}"),
        _ => ten,
    }
}

fuzz_target!(|data: &[u8]| {
    let nha = &*NHA;
    nha.lai_nhu_cu();
    let gia_chung = nha.pha(data);
    let goc = nha.goc();
    if !goc.is_dir() {
        return;
    }
    assert!(la_ban_phat_hanh(&goc));
    let phan = xet(&goc, None);
    mot_loi(nha, &phan, gia_chung);
    // Who writes both register and witness, or takes the witness away, is the office itself.
    let chung = nha.dir.path().join("so-dang-ky.chung");
    let co_chung = fs::read(&chung).ok().as_ref() == nha.that.get(&chung);
    if phan.sai.is_empty() && !gia_chung && (co_chung || phan.muc.is_none()) {
        nhu_da_phat_hanh(nha, &phan);
    }
});

/// `register check` says of the folder what `verify` and `send` say. It also looks at the other folder, which a register
/// that was cut, with a witness made to fit, does not know.
fn mot_loi(nha: &Nha, phan: &PhanXet, gia_chung: bool) {
    let kho = Kho::new(nha.dir.path());
    let Ok(doc) = doc_so(&kho) else { return assert!(!phan.sai.is_empty() || phan.muc.is_none()) };
    let mut so_sach = [doc.sai.clone(), doi_chieu(&kho, &doc)].concat();
    so_sach.retain(|sai| !(gia_chung && sai.code == "issued-unknown" && sai.message.contains("02-TB-HDND")));
    if phan.muc.is_some() || !phan.sai.is_empty() {
        assert_eq!(so_sach.is_empty(), phan.sai.is_empty(), "{so_sach:?}\n{:?}", phan.sai);
    }
}

/// Nothing differs but signatures after the PDF.
fn nhu_da_phat_hanh(nha: &Nha, phan: &PhanXet) {
    let (mut co, goc) = (BTreeMap::new(), nha.goc());
    doc_het(&goc, &mut co);
    let Some(bang_ke) = &phan.bang_ke else { panic!("taken without a manifest") };
    if phan.muc.is_none() {
        // No register at all: then the manifest is all there is.
        return assert!(co.keys().all(|p| p.ends_with(bang_ke::TEP) || p.ends_with("lien-quan.txt")
            || bang_ke.tep.contains_key(&p.strip_prefix(&goc).unwrap().to_string_lossy().into_owned())));
    }
    let that = nha.that.iter().filter(|(path, _)| path.starts_with(&goc));
    for (path, bytes) in that {
        let nay = co.remove(path).unwrap_or_else(|| panic!("{} is gone", path.display()));
        let ky = path.ends_with(PDF) && nay.starts_with(bytes) && !phan.da_ky.is_empty();
        assert!(nay == *bytes || ky, "{} differs", path.display());
    }
    assert!(co.is_empty(), "{:?}", co.keys());
}
