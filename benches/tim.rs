//! How long a clerk waits for `vanthu register find` over twenty thousand issued papers: the whole process, started anew each
//! time. `cargo bench --bench tim`; the first search, which reads all papers, is told apart.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use vanthu::model::Ngay;
use vanthu::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use vanthu::records::so_dang_ky::{Day, Dong, So, SoHieu, Viec};

const SO_VAN_BAN: u64 = 20_000;
const LAN: usize = 21;
/// Words that papers are made of; each paper has another mixture.
const TU: &[&str] = &[
    "tổ chức",
    "hội nghị",
    "sơ kết",
    "kiểm tra",
    "ngân sách",
    "nông thôn",
    "chuyển đổi số",
    "giao thông",
    "trường học",
    "y tế",
    "bảo hiểm",
    "dân cư",
    "thuỷ lợi",
    "đê điều",
    "văn hoá",
    "du lịch",
    "việc làm",
    "an ninh",
    "thanh tra",
    "tiếp công dân",
    "khiếu nại",
    "cải cách",
    "thủ tục",
    "đất đai",
    "quy hoạch",
    "môi trường",
    "rừng",
    "thuỷ sản",
];

fn main() {
    let dir = std::env::temp_dir().join(format!("vanthu-tim-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder for the papers");
    let lines: Vec<Dong> = (1..=SO_VAN_BAN).map(|so| van_ban(so, &dir)).collect();
    let register = So::doc("", "so").0.them(&lines);
    std::fs::write(dir.join("so-dang-ky.txt"), &register).expect("the register");
    println!("{SO_VAN_BAN} papers, a register of {} KB", register.len() / 1024);
    println!("first search, which reads them all: {:.1} s", mot_lan(&dir, &["hoi"]).as_secs_f64());
    let index = std::fs::metadata(dir.join(".chi-muc.sqlite")).map_or(0, |m| m.len());
    println!("index: {} MB", index >> 20);
    for args in [
        &["hoi"][..],
        &["hội nghị", "đê điều"],
        &["chuyen", "doi", "so", "nong", "thon"],
        &["khong co loi nay"],
        &["--so", "777"],
        &["hội", "--tu", "1/6/2023", "--den", "30/6/2023", "--nguoi-ky", "tuyền"],
        &["hoi", "--json"],
    ] {
        let mut times: Vec<Duration> = (0..LAN).map(|_| mot_lan(&dir, args)).collect();
        times.sort();
        let ms = |at: usize| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3);
        println!(
            "{:<60} median {:>6.1} ms, worst {:>6.1} ms",
            args.join(" "),
            ms(LAN / 2),
            ms(LAN - 1)
        );
    }
    let _ = std::fs::remove_dir_all(&dir);
}

fn mot_lan(dir: &Path, args: &[&str]) -> Duration {
    let start = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(["register", "find", "--so-sach"])
        .arg(dir)
        .args(["--time-limit", "3600"])
        .args(args)
        .output()
        .expect("the program");
    let took = start.elapsed();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    took
}

/// A paper's line, with its folder on the disk.
fn van_ban(so: u64, dir: &Path) -> Dong {
    let mut seed = so;
    let mut tu = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(seed >> 33).unwrap_or(0);
        TU[at % TU.len()]
    };
    let subject: Vec<&str> = (0..6).map(|_| tu()).collect();
    let paragraphs: Vec<String> =
        (0..40).map(|_| (0..12).map(|_| tu()).collect::<Vec<_>>().join(" ")).collect();
    let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
    let so_hieu = SoHieu { so, ky_hieu: "KH-HĐND".into() };
    let name = format!("{so:02}-KH-HDND");
    let files = [(format!("{name}.docx"), word(&paragraphs))];
    let list = BangKe::cua(&so_hieu.to_string(), "15/3/2023", &files).viet();
    let folder = dir.join("phat-hanh/2023").join(name);
    std::fs::create_dir_all(&folder).expect("a paper's folder");
    for (ten, bytes) in files.iter().chain([&(bang_ke::TEP.to_owned(), list.clone())]) {
        std::fs::write(folder.join(ten), bytes).expect("a paper's file");
    }
    let mut own = Dong::moi(Viec::PhatHanh, day, Some(so_hieu));
    own.ngay = Ngay::parse(&format!("{}/{}/2023", so % 28 + 1, so % 12 + 1)).ok();
    own.trich_yeu = format!("Kế hoạch {}", subject.join(" "));
    own.nguoi_ky = "Nguyễn Thị Kim Tuyền".into();
    own.noi_nhan = "Thường trực Tỉnh uỷ; UBND Tỉnh; các Ban của HĐND Tỉnh; Lưu: VT".into();
    own.bang_ke = dau_bang_ke(&list);
    own
}

fn word(paragraphs: &[String]) -> Vec<u8> {
    let ns = "http://schemas.openxmlformats.org";
    let types = format!(
        r#"<Types xmlns="{ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
    );
    let rels = format!(
        r#"<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r" Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let text: String =
        paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let body = format!(
        r#"<w:document xmlns:w="{ns}/wordprocessingml/2006/main"><w:body>{text}</w:body></w:document>"#
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in
        [("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", body)]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(part.as_bytes()).expect("a part");
    }
    zip.finish().expect("a Word file").into_inner()
}
