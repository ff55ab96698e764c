//! An edited Word file: never written over, and its edits come back into the source.

mod hai_lan;
mod luat;
mod noi;
mod so_dau;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::support::sua_word::{Sua, sua};
use crate::support::{stderr, stdout, vanthu};

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

/// A folder with that paper and its Word file.
fn da_soan(source: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("co-quan.yaml"), CO_QUAN).unwrap();
    fs::write(dir.path().join("a.yaml"), source).unwrap();
    let out = run(&["build", ".", "-f", "docx"], dir.path());
    assert!(out.status.success(), "{}", stderr(&out));
    dir
}

fn source(dir: &Path) -> String {
    fs::read_to_string(dir.join("a.yaml")).unwrap()
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

fn yaml(dir: &Path) -> String {
    fs::read_to_string(dir.join("cong-van.yaml")).unwrap()
}

/// Builds, edits the Word file, takes back: what the program said, and the source after it.
fn lay_lai(dir: &Path, edits: &[Sua<'_>], more: &[&str]) -> (Output, String) {
    build(dir);
    sua(&word(dir), edits);
    let mut args = vec!["take-back", "cong-van.docx"];
    args.extend(more);
    let out = run(&args, dir);
    (out, yaml(dir))
}

fn taken(edits: &[Sua<'_>]) -> String {
    let dir = ho_so();
    let (out, text) = lay_lai(dir.path(), edits, &[]);
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    assert!(stdout(&out).contains("đã lấy về"), "{}", stdout(&out));
    text
}

#[test]
fn words_come_back_into_the_field_that_says_them() {
    let same = |cu: &str, moi: &str| CONG_VAN.replace(cu, moi);
    assert_eq!(
        taken(&[Sua::Chu("07 ngày", "10 ngày làm việc")]),
        same("07 ngày", "10 ngày làm việc")
    );
    assert_eq!(
        taken(&[Sua::Chu("Sở Tư pháp", "Thanh tra tỉnh")]),
        same("Sở Tư pháp", "Thanh tra tỉnh")
    );
    assert_eq!(
        taken(&[Sua::Chu("Giám đốc Sở", "Ban Giám đốc Sở")]),
        same("Giám đốc Sở", "Ban Giám đốc Sở")
    );
    assert_eq!(
        taken(&[Sua::Chu("quy chế", "nội quy")]),
        same("trich_yeu: góp ý dự thảo quy chế", "trich_yeu: góp ý dự thảo nội quy")
    );
    assert_eq!(taken(&[Sua::Chu("Cử một người", "Cử người")]), same("Cử một người", "Cử người"));
    // Two places at once, the later one first.
    let both =
        taken(&[Sua::Chu("làm đầu mối", "làm đầu mối chung"), Sua::Chu("07 ngày", "10 ngày")]);
    assert_eq!(both, same("07 ngày", "10 ngày").replace("làm đầu mối", "làm đầu mối chung"));
}

#[test]
fn paragraphs_and_items_come_and_go() {
    let text = taken(&[Sua::Bot("Rất mong")]);
    assert_eq!(text, CONG_VAN.replace("\n\n  Rất mong được phối hợp.\n", "\n"));
    let text = taken(&[Sua::Them("Rất mong", "Trân trọng cảm ơn")]);
    assert!(text.contains("  Rất mong được phối hợp.\n\n  Trân trọng cảm ơn\n"), "{text}");
    let text = taken(&[Sua::Them("Như trên", "- Chánh Văn phòng Sở;")]);
    assert!(text.contains("  - Như trên\n  - Chánh Văn phòng Sở\n  - Giám đốc Sở\n"), "{text}");
    let text = taken(&[Sua::Bot("Sở Tư pháp")]);
    assert!(!text.contains("Tư pháp"), "{text}");
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_would_be_done() {
    let dir = ho_so();
    let (out, text) = lay_lai(dir.path(), &[Sua::Chu("07 ngày", "10 ngày")], &["--dry-run"]);
    assert!(
        out.status.success() && stdout(&out).contains("sẽ lấy về cong-van.yaml, mục noi_dung"),
        "{}",
        stdout(&out)
    );
    assert_eq!(text, CONG_VAN);
}

#[test]
fn what_no_field_says_is_told_and_the_rest_is_taken() {
    let dir = ho_so();
    let edits =
        [Sua::Chu("Kính gửi", "Gửi"), Sua::Chu("07 ngày", "10 ngày"), Sua::Chu("/SNV", "15/SNV")];
    let (out, text) = lay_lai(dir.path(), &edits, &[]);
    assert_eq!(out.status.code(), Some(1));
    let told = stderr(&out);
    assert!(told.contains("take-back-template") && told.contains("take-back-register"), "{told}");
    assert_eq!(text, CONG_VAN.replace("07 ngày", "10 ngày"));
}

#[test]
fn looks_are_named_and_not_taken() {
    let dir = ho_so();
    let bold = Sua::Xml(
        "<w:t xml:space=\"preserve\">Rất mong",
        "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Rất mong",
    );
    let (out, text) = lay_lai(dir.path(), &[bold], &[]);
    assert!(
        out.status.success() && stdout(&out).contains("chỉ đổi trình bày"),
        "{}{}",
        stdout(&out),
        stderr(&out)
    );
    assert_eq!(text, CONG_VAN);
}

const DAU_SUA: Sua<'_> = Sua::Xml(
    "07 ngày",
    "</w:t></w:r><w:del w:id=\"1\" w:author=\"Lê Văn C\" w:date=\"2026-05-04T09:00:00Z\"><w:r><w:delText>07 ngày</w:delText></w:r></w:del>\
     <w:ins w:id=\"2\" w:author=\"Lê Văn C\" w:date=\"2026-05-04T09:00:00Z\"><w:r><w:t>10 ngày</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">",
);
const DAU_SUA_2: Sua<'_> = Sua::Xml(
    "một người",
    "</w:t></w:r><w:ins w:id=\"3\" w:author=\"Phạm D\"><w:r><w:t xml:space=\"preserve\">ít nhất </w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">một người",
);

#[test]
fn tracked_changes_are_chosen_one_by_one() {
    let dir = ho_so();
    let (out, text) = lay_lai(dir.path(), &[DAU_SUA, DAU_SUA_2], &[]);
    let told = stderr(&out);
    assert!(
        told.contains("tracked-choose")
            && told.contains("1. Lê Văn C (04/5/2026): “07 ngày” sửa thành “10 ngày”"),
        "{told}"
    );
    assert!(told.contains("2. Phạm D: thêm “ít nhất”"), "{told}");
    assert_eq!((out.status.code(), text.as_str()), (Some(1), CONG_VAN));
    let day = CONG_VAN.replace("07 ngày", "10 ngày");
    let least = CONG_VAN.replace("một người", "ít nhất một người");
    let both = day.replace("một người", "ít nhất một người");
    for (chosen, wanted) in [
        (["--accept", "1"], &day),
        (["--reject", "1"], &least),
        (["--chap-nhan", "all"], &both),
        (["--reject", "all"], &CONG_VAN.to_owned()),
        (["--accept", "1,2"], &both),
    ] {
        fs::write(dir.path().join("cong-van.yaml"), CONG_VAN).unwrap();
        let mut args = vec!["take-back", "cong-van.docx"];
        args.extend(chosen);
        let out = run(&args, dir.path());
        assert!(out.status.success(), "{chosen:?}: {}{}", stdout(&out), stderr(&out));
        assert_eq!(yaml(dir.path()), *wanted, "{chosen:?}");
    }
    let out = run(&["take-back", "cong-van.docx", "--accept", "7"], dir.path());
    assert_eq!(out.status.code(), Some(2));
}

/// The source went on after the file was written: both sides' changes stand, but for what both have changed.
#[test]
fn changes_of_both_sides_come_together() {
    let dir = ho_so();
    let dir = dir.path();
    build(dir);
    sua(&word(dir), &[Sua::Chu("07 ngày", "10 ngày")]);
    let later = CONG_VAN.replace("Cử một người", "Cử hai người").replace("Rất mong", "Mong");
    fs::write(dir.join("cong-van.yaml"), &later).unwrap();
    let out = run(&["take-back", "cong-van.docx"], dir);
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    assert_eq!(yaml(dir), later.replace("07 ngày", "10 ngày"));
    // Twice is once.
    let out = run(&["take-back", "cong-van.docx"], dir);
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    assert_eq!(yaml(dir), later.replace("07 ngày", "10 ngày"));
    // Both have changed the same paragraph.
    let other = CONG_VAN.replace("07 ngày", "08 ngày");
    fs::write(dir.join("cong-van.yaml"), &other).unwrap();
    let out = run(&["take-back", "cong-van.docx"], dir);
    assert_eq!(out.status.code(), Some(1));
    assert!(stderr(&out).contains("take-back-conflict"), "{}", stderr(&out));
    assert_eq!(yaml(dir), other);
}

/// What was moved in Word goes from one place and comes to the other; it is not lost.
#[test]
fn a_paragraph_that_was_moved_is_moved() {
    let text =
        taken(&[Sua::Bot("Rất mong"), Sua::Them("để các Sở góp ý", "Rất mong được phối hợp.")]);
    let (before, after) = text.split_once("Rất mong được phối hợp.").unwrap();
    assert!(before.ends_with("góp ý.\n\n  ") && !after.contains("Rất mong"), "{text}");
}

/// An edit that the source can't have leaves all files as they are, and is named.
#[test]
fn all_or_nothing() {
    let dir = ho_so();
    // A recipient that says what no paper may say twice, and a sound edit beside it.
    let edits = [Sua::Chu("07 ngày", "10 ngày"), Sua::Chu("Sở Nội vụ gửi", "# Sở Nội vụ gửi")];
    let (out, text) = lay_lai(dir.path(), &edits, &[]);
    assert!(!out.status.success());
    assert!(stderr(&out).contains("take-back-failed"), "{}", stderr(&out));
    assert_eq!(text, CONG_VAN);
}

#[test]
fn a_file_that_nobody_edited_has_nothing_to_take() {
    let dir = ho_so();
    build(dir.path());
    let out = run(&["lay-lai", "cong-van.docx"], dir.path());
    assert!(
        out.status.success() && stderr(&out).contains("chưa ai sửa"),
        "{}{}",
        stdout(&out),
        stderr(&out)
    );
}

#[test]
fn a_hostile_file_costs_a_message() {
    let dir = ho_so();
    build(dir.path());
    for bytes in [b"PK\x03\x04".to_vec(), vec![0xD0, 0xCF, 0x11, 0xE0], Vec::new()] {
        fs::write(word(dir.path()), bytes).unwrap();
        let out = run(&["take-back", "cong-van.docx"], dir.path());
        assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
        assert!(stderr(&out).contains("bad-word"), "{}", stderr(&out));
    }
    assert_eq!(yaml(dir.path()), CONG_VAN);
}
