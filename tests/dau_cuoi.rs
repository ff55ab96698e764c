//! Head and foot as the form of the paper has them, in the PDF and in the print of the Word file alike.

use std::path::Path;

use crate::support;
use crate::support::page::{MM, Row, pages, rows};

const CO_QUAN: &str = "ten: Ủy ban nhân dân tỉnh Đồng Tháp
co_quan_ban_hanh: [ỦY BAN NHÂN DÂN, TỈNH ĐỒNG THÁP]
dia_danh: Đồng Tháp
ky_hieu: UBND
nguoi_ky:
  pho:
    dong: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    ho_ten: Nguyễn Văn An
noi_nhan: [Thường trực Tỉnh ủy, Sở Nội vụ]
luu: VT
";

/// The rows of the paper in the PDF and in the print of the Word file.
fn printed(van_ban: &str) -> [Vec<Row>; 2] {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), CO_QUAN).unwrap();
    std::fs::write(dir.path().join("giay.yaml"), van_ban).unwrap();
    support::build(dir.path(), dir.path());
    let word = support::print_word(&dir.path().join("giay.docx"), dir.path());
    [dir.path().join("giay.pdf"), word].map(|pdf: std::path::PathBuf| doc(&pdf))
}

fn doc(pdf: &Path) -> Vec<Row> {
    rows(&pages(pdf))
}

/// What stands in each, row by row; both files say the same.
fn texts(van_ban: &str) -> Vec<String> {
    let [pdf, word] = printed(van_ban).map(|rows| rows.iter().map(Row::text).collect::<Vec<_>>());
    let whole = |rows: &[String]| rows.join(" ");
    let words = |rows: &[String]| {
        let text = whole(rows);
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    assert_eq!(words(&pdf), words(&word));
    pdf
}

fn has(rows: &[String], text: &str) -> bool {
    rows.iter().any(|row| row.contains(text))
}

const QUYET_DINH: &str = "loai: quyet_dinh
so: 12
ban: giay
ngay_ban_hanh: 5/3/2026
trich_yeu: Về việc thành lập Tổ công tác
can_cu: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
noi_dung: |
  Điều 1. Thành lập Tổ công tác (danh sách tại Phụ lục).

  Điều 2. Quyết định này có hiệu lực từ ngày ký.
phu_luc:
  - tieu_de: Danh sách Tổ công tác
    noi_dung: Gồm 05 người.
";

#[test]
fn who_decides_signs_and_is_named() {
    let alone = format!("{QUYET_DINH}tham_quyen: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n");
    let rows = texts(&alone);
    assert!(has(&rows, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"), "{rows:?}");
    assert!(has(&rows, "KT. CHỦ TỊCH") && has(&rows, "PHÓ CHỦ TỊCH"), "{rows:?}");
    assert!(!has(&rows, "TM."), "{rows:?}");
    assert!(has(&rows, "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)"), "{rows:?}");

    // Without a word about it who signs tells who decides.
    let signed = format!(
        "{QUYET_DINH}nguoi_ky:\n  dong: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]\n  ho_ten: Nguyễn Văn An\n"
    );
    let signed = texts(&signed);
    assert!(has(&signed, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"), "{signed:?}");
    assert!(has(&signed, "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)"), "{signed:?}");

    let body = texts(QUYET_DINH);
    assert!(!has(&body, "CHỦ TỊCH ỦY BAN"), "{body:?}");
    assert!(has(&body, "TM. ỦY BAN NHÂN DÂN"), "{body:?}");
    assert!(has(&body, "của Ủy ban nhân dân tỉnh Đồng Tháp)"), "{body:?}");
}

const THONG_BAO: &str = "loai: thong_bao
so: 5
ngay_ban_hanh: 5/3/2026
trich_yeu: Phân công nhiệm vụ
noi_dung: Nội dung thông báo.
";

/// PL I, II.7.c and ô số 7b: post, signature, other post, name.
#[test]
fn the_other_post_stands_between_signature_and_name() {
    let text = format!(
        "{THONG_BAO}nguoi_ky:\n  dong: [TM. HỘI ĐỒNG, CHỦ TỊCH]\n  chuc_vu_khac: GIÁM ĐỐC SỞ NỘI VỤ\n  ho_ten: Nguyễn Văn An\n"
    );
    let at = |rows: &[Row], text: &str| {
        let row = rows.iter().find(|row| row.text().ends_with(text));
        row.unwrap_or_else(|| panic!("{text}")).baseline() / MM
    };
    let measured = printed(&text).map(|rows| {
        let [post, other, name] =
            ["CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "Nguyễn Văn An"].map(|text| at(&rows, text));
        (other - post, name - other)
    });
    for (room, line) in measured {
        assert!(room > 25.0 && line > 0.0 && line < 7.0, "{measured:?}");
    }
    let [(a, b), (c, d)] = measured;
    assert!((a - c).abs() < 0.3 && (b - d).abs() < 0.3, "{measured:?}");
}

#[test]
fn names_stand_on_one_line_where_one_signer_has_another_post() {
    let text = format!(
        "{THONG_BAO}nguoi_ky:\n  - dong: TRƯỞNG BAN\n    chuc_vu_khac: GIÁM ĐỐC SỞ NỘI VỤ\n    ho_ten: Nguyễn Văn An\n  - dong: THƯ KÝ\n    ho_ten: Trần Thị Bình\n"
    );
    for rows in printed(&text) {
        assert!(rows.iter().any(|row| row.text() == "Nguyễn Văn An Trần Thị Bình"), "{rows:?}");
    }
}

#[test]
fn a_draft_bears_its_number_and_day() {
    for (typed, wanted) in
        [("có", "DỰ THẢO"), ("2", "DỰ THẢO 2"), ("lần 3, 15/4/2026", "DỰ THẢO LẦN 3 (15/4/2026)")]
    {
        let text = format!("{THONG_BAO}du_thao: {typed}\n");
        let rows = texts(&text);
        let at = |text: &str| rows.iter().position(|row| row == text);
        let (mark, title) = (at(wanted), at("THÔNG BÁO"));
        assert!(mark.is_some() && mark < title, "{typed}: {rows:?}");
    }
    assert!(!has(&texts(&format!("{THONG_BAO}du_thao: không\n")), "DỰ THẢO"));
}

#[test]
fn a_thu_cong_has_neither_number_nor_recipients() {
    let rows = texts(
        "loai: thu_cong\nngay_ban_hanh: 5/3/2026\ntrich_yeu: Chúc mừng năm học mới\nkinh_gui: Các thầy giáo, cô giáo\n\
         noi_dung: Chúc năm học thành công.\n",
    );
    assert!(has(&rows, "Đồng Tháp, ngày 05 tháng 3 năm 2026"), "{rows:?}");
    assert!(!has(&rows, "Số:") && !has(&rows, "Nơi nhận"), "{rows:?}");
}

const GIAY_MOI: &str = "loai: giay_moi
so: 3
ngay_ban_hanh: 5/3/2026
trich_yeu: Họp giao ban
kinh_moi: Ông Nguyễn Văn A, Giám đốc Sở Tài chính
toi_du: cuộc họp giao ban
chu_tri: Ông Trần Văn B
gio: \"8:00\"
ngay: 15/6/2026
dia_diem: Phòng họp số 1
";

const BIEN_BAN: &str = "loai: bien_ban
so: 3
ngay_ban_hanh: 5/3/2026
trich_yeu: Họp giao ban
nguoi_ky:
  - {dong: THƯ KÝ, ho_ten: Trần Thị Bình}
  - {dong: CHỦ TRÌ, ho_ten: Nguyễn Văn An}
bat_dau: 08 giờ 00, ngày 05 tháng 3 năm 2026
dia_diem: Phòng họp
thanh_phan: Lãnh đạo Văn phòng
chu_tri: Ông Nguyễn Văn An
thu_ky: Bà Trần Thị Bình
noi_dung: Các đại biểu thảo luận.
ket_thuc: 11 giờ 30, ngày 05 tháng 3 năm 2026
";

/// The office's usual recipients get neither an invitation nor minutes, unless the clerk says so.
#[test]
fn recipients_of_habit_stay_off_invitations_and_minutes() {
    let habit = |rows: &[String]| has(rows, "- Thường trực Tỉnh ủy") || has(rows, "- Sở Nội vụ");
    let invited = texts(GIAY_MOI);
    assert!(has(&invited, "- Như trên;") && has(&invited, "- Lưu: VT."), "{invited:?}");
    let minutes = texts(BIEN_BAN);
    assert!(!has(&minutes, "Như trên") && has(&minutes, "- Lưu: VT."), "{minutes:?}");
    assert!(!habit(&invited) && !habit(&minutes));
    let named = texts(&format!("{BIEN_BAN}noi_nhan: [Sở Nội vụ]\n"));
    assert!(has(&named, "- Sở Nội vụ;") && !has(&named, "Tỉnh ủy"), "{named:?}");
    assert!(habit(&texts(THONG_BAO)));
}

#[test]
fn a_person_is_addressed_as_the_data_say() {
    let giay = |ho_ten: &str| {
        texts(&format!(
            "loai: giay_gioi_thieu\nso: 3\nngay_ban_hanh: 5/3/2026\nho_ten: {ho_ten}\nchuc_vu: Chuyên viên\nden: Sở Tài chính\n\
             ve_viec: Liên hệ công tác\nden_ngay: 30/6/2026\n"
        ))
    };
    let known = giay("Bà Trần Thị Bình");
    assert!(has(&known, "Bà Trần Thị Bình") && has(&known, "để bà có tên ở trên"), "{known:?}");
    assert!(!has(&known, "(bà)"), "{known:?}");
    let open = giay("Trần Thị Bình");
    assert!(has(&open, "Ông (bà): Trần Thị Bình") && has(&open, "để ông (bà) có tên"), "{open:?}");
}

/// A title in capitals may have a bracket in ordinary letters.
#[test]
fn a_bracket_after_a_title_in_capitals_keeps_its_letters() {
    let rows = texts(
        "loai: thong_bao\nso: 5\nngay_ban_hanh: 5/3/2026\ntrich_yeu: Kết luận cuộc họp\nnoi_dung: |\n  \
         # NỘI DUNG (ý kiến của các Ban)\n  Có Phụ lục kèm theo.\n  # Kết luận (của Chủ tịch)\n  Thực hiện.\n\
         phu_luc:\n  - tieu_de: DANH SÁCH ĐẠI BIỂU (dự kiến)\n    noi_dung: Gồm 05 người.\n",
    );
    for text in [
        "I. NỘI DUNG (ý kiến của các Ban)",
        "II. KẾT LUẬN (CỦA CHỦ TỊCH)",
        "DANH SÁCH ĐẠI BIỂU (dự kiến)",
    ] {
        assert!(has(&rows, text), "{text}: {rows:?}");
    }
}

/// The line that opens the articles stands in the middle, once, also where a whole text was pasted.
#[test]
fn the_line_before_the_articles_is_centred_and_printed_once() {
    let pasted = QUYET_DINH.replace("noi_dung: |\n", "noi_dung: |\n  **QUYẾT ĐỊNH:**\n");
    let once = |rows: &[String]| rows.iter().filter(|row| *row == "QUYẾT ĐỊNH:").count();
    assert_eq!((once(&texts(&pasted)), once(&texts(QUYET_DINH))), (1, 1));
    let own = format!("{THONG_BAO}  \n").replace(
        "noi_dung: Nội dung thông báo.",
        "noi_dung: |\n  Hội nghị thông qua nghị quyết sau.\n  QUYẾT NGHỊ:\n  Điều 1. Thông qua kế hoạch.",
    );
    for rows in printed(&own) {
        let row = rows.iter().find(|row| row.text() == "QUYẾT NGHỊ:").unwrap();
        let page = (30.0 + (210.0 - 20.0)) / 2.0;
        let middle = row.center() / MM;
        assert!((middle - page).abs() < 4.0 && row.all_in("Bold"), "{middle} {page}");
    }
}

/// An item of several lines is as many recipients; the note at its end may be for all of them.
#[test]
fn recipients_in_one_item_stand_on_lines_of_their_own() {
    let text = format!(
        "{THONG_BAO}noi_nhan:\n  - |\n    Thường trực Tỉnh ủy;\n    HĐND tỉnh;\n    UBND tỉnh (để b/c)\n  - Sở Nội vụ, Sở Tài chính (để th/h)\n"
    );
    let rows = texts(&text);
    for line in [
        "- Thường trực Tỉnh ủy;",
        "- HĐND tỉnh;",
        "- UBND tỉnh (để b/c);",
        "- Sở Nội vụ, Sở Tài chính (để th/h);",
    ] {
        assert!(has(&rows, line), "{line}: {rows:?}");
    }
}
