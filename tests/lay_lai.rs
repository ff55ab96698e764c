//! An edited Word file: never written over, and its edits come back into the source.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use support::sua_word::{Sua, sua};
use support::{stderr, vanthu};

/// A folder with a hồ sơ of one công văn.
fn ho_so() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("co-quan.yaml"), CO_QUAN).unwrap();
    fs::write(dir.path().join("cong-van.yaml"), CONG_VAN).unwrap();
    dir
}

const CO_QUAN: &str = "\
ten: Sở Nội vụ tỉnh Đồng Tháp
co_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP
co_quan_ban_hanh: SỞ NỘI VỤ
ky_hieu: SNV
dia_danh: Đồng Tháp
nguoi_ky:
  giam_doc:
    dong: GIÁM ĐỐC
    ho_ten: Trần Thị Bình
";

const CONG_VAN: &str = "\
loai: cong_van
ngay_ban_hanh: 5/2026
trich_yeu: góp ý dự thảo quy chế
don_vi_soan: VP
kinh_gui:
  - Sở Tài chính
  - Sở Tư pháp
noi_dung: |
  Sở Nội vụ gửi dự thảo quy chế để các Sở góp ý.

  1. Góp ý bằng văn bản trong 07 ngày.

  2. Cử một người làm đầu mối.

  Rất mong được phối hợp.
noi_nhan:
  - Như trên
  - Giám đốc Sở
luu: VT, VP
nguoi_ky: giam_doc
";

fn run(args: &[&str], dir: &Path) -> Output {
    vanthu().args(args).current_dir(dir).output().unwrap()
}

fn build(dir: &Path) -> Output {
    let out = run(&["build", ".", "-f", "docx"], dir);
    assert!(out.status.success(), "{}", stderr(&out));
    out
}

fn names(dir: &Path) -> Vec<String> {
    let all = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut all: Vec<String> = all.filter(|name| name.ends_with(".docx")).collect();
    all.sort();
    all
}

fn word(dir: &Path) -> PathBuf {
    dir.join("cong-van.docx")
}

#[test]
fn a_word_file_that_somebody_edited_is_never_written_over() {
    let dir = ho_so();
    let dir = dir.path();
    assert!(!stderr(&build(dir)).contains("word-kept"));
    // Of another source, and nobody touched it.
    let path = dir.join("cong-van.yaml");
    fs::write(&path, CONG_VAN.replace("07 ngày", "08 ngày")).unwrap();
    assert!(!stderr(&build(dir)).contains("word-kept"));
    sua(&word(dir), &[Sua::Chu("08 ngày", "10 ngày")]);
    let edited = fs::read(word(dir)).unwrap();
    let told = stderr(&build(dir));
    assert!(told.contains("word-kept") && told.contains("cong-van (đã sửa 1).docx"), "{told}");
    assert_eq!(names(dir), ["cong-van (đã sửa 1).docx", "cong-van.docx"]);
    assert_eq!(fs::read(dir.join("cong-van (đã sửa 1).docx")).unwrap(), edited);
    assert!(!stderr(&build(dir)).contains("word-kept"), "only once");
    // The next one has the next number, also where workers write.
    fs::write(word(dir), &edited).unwrap();
    let told = run(&["build", ".", "-f", "docx", "--time-limit", "60"], dir);
    assert!(stderr(&told).contains("cong-van (đã sửa 2).docx"), "{}", stderr(&told));
    assert_eq!(names(dir).len(), 3);
    // One that is no Word file any more is somebody's, too.
    fs::write(word(dir), "gì đó").unwrap();
    assert!(stderr(&build(dir)).contains("(đã sửa 3)"));
}

/// A file that can't be replaced keeps its name, and no second one stays behind.
#[test]
fn what_could_not_be_written_leaves_no_second_name() {
    let dir = ho_so();
    let dir = dir.path();
    build(dir);
    sua(&word(dir), &[Sua::Chu("07 ngày", "10 ngày")]);
    let edited = fs::read(word(dir)).unwrap();
    fs::create_dir(dir.join("cong-van.pdf")).unwrap();
    let out = run(&["build", "."], dir);
    assert!(!out.status.success());
    assert_eq!(
        (names(dir), fs::read(word(dir)).unwrap()),
        (vec!["cong-van.docx".to_owned()], edited)
    );
}
