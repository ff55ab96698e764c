//! Numbers at the beginning of paragraphs: what was put between two others is taken, and the numbers behind it are those
//! that the source makes.

use std::fs;
use std::process::Output;

use super::{da_soan, run, source};
use crate::support::sua_word::{Sua, doi_phan, sua};
use crate::support::{stderr, stdout};

const CONG_VAN: &str = "\
loai: cong_van
ngay_ban_hanh: 5/2026
trich_yeu: góp ý dự thảo quy chế
don_vi_soan: VP
kinh_gui:
  - Sở Tài chính
  - Sở Tư pháp
noi_dung: |
  Sở Nội vụ đề nghị:

  1. Góp ý bằng văn bản trong 07 ngày.

  2. Cử một người làm đầu mối.

  3. Gửi kết quả về Văn phòng Sở, gồm:

  a) Bản góp ý có chữ ký số.

  b) Danh sách người tham gia.

  c) Phụ lục số liệu.

  Rất mong được phối hợp.
noi_nhan:
  - Như trên
luu: VT, VP
nguoi_ky: giam_doc
";

const QUYET_DINH: &str = "\
loai: quyet_dinh
ngay_ban_hanh: 5/2026
trich_yeu: Thành lập Tổ công tác
tham_quyen: GIÁM ĐỐC SỞ NỘI VỤ
can_cu:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
noi_dung: |
  Điều 1. Thành lập Tổ công tác kiểm tra văn thư.

  Điều 2. Tổ công tác tự giải thể khi xong việc.

  Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành.
noi_nhan:
  - Sở Tài chính
luu: VT, VP
nguoi_ky: giam_doc
";

const KE_HOACH: &str = "\
loai: ke_hoach
ngay_ban_hanh: 5/2026
trich_yeu: Kiểm tra văn thư
noi_dung: |
  # I. Mục đích

  Đánh giá đúng thực trạng.

  # II. Nội dung

  ## Soạn thảo

  Kiểm tra việc soạn thảo.

  ## Lưu trữ

  Kiểm tra kho lưu trữ.

  # III. Tổ chức thực hiện

  Giao Văn phòng Sở.
noi_nhan:
  - Sở Tài chính
luu: VT, VP
nguoi_ky: giam_doc
";

fn noi(out: &Output) -> String {
    format!("{}{}", stdout(out), stderr(out))
}

/// What was said, and the source; taken back once more, there is nothing left.
fn lay(text: &str, edits: &[Sua<'_>]) -> (String, String) {
    let dir = da_soan(text);
    sua(&dir.path().join("a.docx"), edits);
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success(), "{edits:?}: {}", noi(&out));
    let (told, first) = (noi(&out), source(dir.path()));
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success() && noi(&out).contains("không sửa gì"), "{edits:?}: {}", noi(&out));
    assert_eq!(source(dir.path()), first, "{edits:?}");
    (told, first)
}

#[test]
fn an_item_between_others_is_taken_with_the_numbers_typed_anew() {
    let edits =
        [Sua::Chu("3. ", "4. "), Sua::Them("Cử một người", "3. Cung cấp số liệu năm 2025.")];
    let (told, text) = lay(CONG_VAN, &edits);
    assert!(!told.contains("cảnh báo"), "{told}");
    let wanted = CONG_VAN
        .replace("3. Gửi", "4. Gửi")
        .replace("đầu mối.\n", "đầu mối.\n\n  3. Cung cấp số liệu năm 2025.\n");
    assert_eq!(text, wanted);
    let edits = [
        Sua::Chu("c) ", "d) "),
        Sua::Chu("b) ", "c) "),
        Sua::Them("Bản góp ý", "b) Bản dự thảo đã sửa."),
    ];
    let (_, text) = lay(CONG_VAN, &edits);
    let wanted = CONG_VAN
        .replace("c) Phụ", "d) Phụ")
        .replace("b) Danh", "c) Danh")
        .replace("chữ ký số.\n", "chữ ký số.\n\n  b) Bản dự thảo đã sửa.\n");
    assert_eq!(text, wanted);
}

#[test]
fn an_item_that_goes_leaves_the_numbers_typed_anew() {
    let edits = [Sua::Chu("3. ", "2. "), Sua::Bot("Cử một người")];
    let (told, text) = lay(CONG_VAN, &edits);
    assert!(!told.contains("cảnh báo"), "{told}");
    let wanted =
        CONG_VAN.replace("  2. Cử một người làm đầu mối.\n\n", "").replace("3. Gửi", "2. Gửi");
    assert_eq!(text, wanted);
}

/// Number and words of one paragraph are two edits.
#[test]
fn words_behind_a_number_that_changed_are_an_edit_of_their_own() {
    let edits = [
        Sua::Chu("3. ", "4. "),
        Sua::Chu("Gửi kết quả", "Nộp kết quả"),
        Sua::Them("Cử một người", "3. Cung cấp số liệu."),
    ];
    let (told, text) = lay(CONG_VAN, &edits);
    assert!(
        told.contains("“Gửi” sửa thành “Nộp”") && told.contains("số “3.” thành “4.”"),
        "{told}"
    );
    assert!(text.contains("4. Nộp kết quả"), "{text}");
}

const DIEU_MOI: &str = "Điều 3. Kinh phí do Văn phòng Sở bảo đảm.";

fn co_dieu_moi() -> String {
    QUYET_DINH
        .replace("Điều 3. Chánh", "Điều 4. Chánh")
        .replace("xong việc.\n", &format!("xong việc.\n\n  {DIEU_MOI}\n"))
}

/// A new Điều: what the program writes of the count of them follows, and that is said.
#[test]
fn a_new_article_is_taken_and_what_follows_from_its_number_is_told() {
    let moi = DIEU_MOI.trim_start_matches("Điều 3. ");
    let (told, text) = lay(QUYET_DINH, &[Sua::Them("tự giải thể", moi)]);
    assert_eq!(text, co_dieu_moi());
    assert!(told.contains("Nơi nhận nay in “- Như Điều 4;”"), "{told}");
    // Typed too, there is nothing to tell.
    let both = [Sua::Chu("Như Điều 3", "Như Điều 4"), Sua::Them("tự giải thể", moi)];
    let (told, text) = lay(QUYET_DINH, &both);
    assert_eq!(text, co_dieu_moi());
    assert!(!told.contains("nay in") && !told.contains("cảnh báo"), "{told}");
    let (told, text) = lay(QUYET_DINH, &[Sua::Bot("tự giải thể")]);
    assert!(text.contains("Điều 2. Chánh") && told.contains("“- Như Điều 2;”"), "{told}{text}");
}

/// Heads that Word counts: those with typed numbers get the new ones, the others need none.
#[test]
fn heads_are_counted_anew() {
    let (told, text) = lay(KE_HOACH, &[Sua::Them("MỤC ĐÍCH", "YÊU CẦU")]);
    assert!(text.contains("# III. Nội dung") && text.contains("# IV. Tổ chức"), "{text}");
    assert!(!told.contains("cảnh báo"), "{told}");
    let (told, text) = lay(KE_HOACH, &[Sua::Bot("Soạn thảo"), Sua::Bot("việc soạn thảo")]);
    assert!(text.contains("## Lưu trữ") && !text.contains("Soạn thảo"), "{text}");
    assert!(!told.contains("cảnh báo"), "{told}");
}

/// The mark behind the last paragraph goes to the one that is the last now.
#[test]
fn the_closing_mark_moves_to_the_new_last_paragraph() {
    let edits =
        [Sua::Chu("phối hợp./.", "phối hợp."), Sua::Them("Rất mong", "Trân trọng cảm ơn./.")];
    let (told, text) = lay(CONG_VAN, &edits);
    assert!(!told.contains("cảnh báo"), "{told}");
    assert!(text.contains("phối hợp.\n\n  Trân trọng cảm ơn"), "{text}");
}

/// The source has got an item or an Điều since: its numbers are the source's, the words the editor's.
#[test]
fn numbers_that_the_source_has_changed_are_the_sources() {
    for (first, new, typed) in [
        (QUYET_DINH, co_dieu_moi(), ("Chánh Văn phòng Sở chịu", "Chánh Văn phòng chịu")),
        (
            CONG_VAN,
            CONG_VAN
                .replace("3. Gửi", "4. Gửi")
                .replace("đầu mối.\n", "đầu mối.\n\n  3. Cung cấp số liệu.\n"),
            ("Gửi kết quả", "Nộp kết quả"),
        ),
    ] {
        let dir = da_soan(first);
        sua(&dir.path().join("a.docx"), &[Sua::Chu(typed.0, typed.1)]);
        fs::write(dir.path().join("a.yaml"), &new).unwrap();
        let out = run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{}", noi(&out));
        assert_eq!(source(dir.path()), new.replace(typed.0, typed.1));
    }
}

/// Both sides have put in an item or an Điều: the numbers go on through both.
#[test]
fn what_both_sides_have_put_in_is_counted_together() {
    let dieu = [Sua::Them("kiểm tra văn thư", "Tổ làm việc kiêm nhiệm.")];
    let khoan = [
        Sua::Chu("3. ", "4. "),
        Sua::Chu("2. ", "3. "),
        Sua::Them("Góp ý bằng", "2. Nêu rõ lý do."),
    ];
    for (first, since, edits, wanted) in [
        (
            QUYET_DINH,
            co_dieu_moi(),
            &dieu[..],
            co_dieu_moi()
                .replace("Điều 4.", "Điều 5.")
                .replace("Điều 3.", "Điều 4.")
                .replace("Điều 2.", "Điều 2. Tổ làm việc kiêm nhiệm.\n\n  Điều 3."),
        ),
        (
            CONG_VAN,
            CONG_VAN.replace("3. Gửi", "3. Cung cấp số liệu.\n\n  4. Gửi"),
            &khoan[..],
            CONG_VAN
                .replace("3. Gửi", "4. Cung cấp số liệu.\n\n  5. Gửi")
                .replace("2. Cử", "2. Nêu rõ lý do.\n\n  3. Cử"),
        ),
    ] {
        let dir = da_soan(first);
        sua(&dir.path().join("a.docx"), edits);
        fs::write(dir.path().join("a.yaml"), &since).unwrap();
        for _ in 0..2 {
            let out = run(&["take-back", "a.docx"], dir.path());
            assert!(out.status.success(), "{}", noi(&out));
            assert_eq!(source(dir.path()), wanted);
        }
    }
}

/// One side has changed the number, the other the words.
#[test]
fn a_number_of_the_one_and_words_of_the_other_come_together() {
    let dir = da_soan(CONG_VAN);
    let edits = [Sua::Chu("3. ", "4. "), Sua::Them("Cử một người", "3. Cung cấp số liệu.")];
    sua(&dir.path().join("a.docx"), &edits);
    fs::write(dir.path().join("a.yaml"), CONG_VAN.replace("Gửi kết quả", "Nộp kết quả")).unwrap();
    let wanted = CONG_VAN.replace("3. Gửi", "3. Cung cấp số liệu.\n\n  4. Nộp");
    for _ in 0..2 {
        let out = run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{}", noi(&out));
        assert_eq!(source(dir.path()), wanted);
    }
}

/// Paragraphs with tracking: a Điều that came or went, taken or refused.
#[test]
fn tracked_articles_are_counted_when_they_are_taken() {
    let own = "<w:rPr><w:TAG w:id=\"9\" w:author=\"Lê Văn C\"/></w:rPr></w:pPr>";
    let track = |tag: &str| own.replace("TAG", tag);
    let run_of = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let words = "Tổ công tác tự giải thể khi xong việc.";
    let dir = da_soan(QUYET_DINH);
    let path = dir.path().join("a.docx");
    let bytes = doi_phan(&fs::read(&path).unwrap(), |name, xml| {
        if name != "word/document.xml" {
            return xml;
        }
        let at = xml.find(words).unwrap();
        let from = xml[..at].rfind("<w:p>").max(xml[..at].rfind("<w:p ")).unwrap();
        let to = at + xml[at..].find("</w:p>").unwrap() + "</w:p>".len();
        let head = &xml[from..xml[..at].rfind("<w:r>").max(xml[..at].rfind("<w:r ")).unwrap()];
        let new = format!(
            "{}<w:ins w:id=\"10\" w:author=\"Lê Văn C\">{}</w:ins></w:p>",
            head.replace("</w:pPr>", &track("ins")),
            run_of("Kinh phí do Văn phòng Sở bảo đảm.")
        );
        format!("{}{new}{}", &xml[..to], &xml[to..])
    });
    fs::write(&path, bytes).unwrap();
    for (choice, wanted) in [("--reject", QUYET_DINH.to_owned()), ("--accept", co_dieu_moi())] {
        let out = run(&["take-back", "a.docx", choice, "all"], dir.path());
        assert!(out.status.success(), "{choice}: {}", noi(&out));
        assert_eq!(source(dir.path()), wanted, "{choice}");
    }
}
