//! What a clerk writes comes out as she means it, or she is told.

mod support;

use support::page::{pages, rows};
use support::{stderr, vanthu};

/// What a notice with that body prints between its title and its foot, row by row, and what is said of it.
fn printed(body: &str) -> (Vec<String>, String) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let body: String = body.lines().map(|line| format!("  {line}\n")).collect();
    let head = "loai: thong_bao\nso: 27\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận cuộc họp\n";
    std::fs::write(dir.path().join("tb.yaml"), format!("{head}noi_dung: |\n{body}")).unwrap();
    let out = vanthu().arg("build").arg(dir.path()).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let rows = rows(&pages(&dir.path().join("tb.pdf")));
    let texts = rows.iter().map(|row| row.text()).skip_while(|t| t != "Kết luận cuộc họp").skip(1);
    (texts.take_while(|t| !t.starts_with("Nơi nhận:")).collect(), stderr(&out))
}

fn quiet(body: &str) -> Vec<String> {
    let (rows, told) = printed(body);
    assert_eq!(told, "", "{body}");
    rows
}

#[test]
fn a_star_in_a_number_stays() {
    let found = quiet(
        "Mức 10*1000 đồng đến 10*3000 đồng.\n\n(*) Ghi chú (*) nữa.\n\n| a | b |\n|---|---|\n| 2*3*4 | x |\n",
    );
    assert_eq!(found[0], "Mức 10*1000 đồng đến 10*3000 đồng.");
    assert_eq!(found[1], "(*) Ghi chú (*) nữa.");
    assert!(found.iter().any(|row| row == "2*3*4 x"), "{found:?}");
}

#[test]
fn bold_right_before_a_letter_is_bold() {
    assert_eq!(
        quiet("- **Bước 1:** Làm.\n- **Bước 2:**Làm tiếp."),
        ["- Bước 1: Làm.", "- Bước 2:Làm tiếp./."]
    );
}

#[test]
fn a_note_keeps_its_list_and_its_second_paragraph() {
    let body = "Nội dung có chú thích[^a].\n\n[^a]: Gồm các khoản sau:\n    - khoản thứ nhất;\n    - khoản thứ hai.\n\n    \
                Đoạn thứ hai của chú thích.\n\nĐoạn cuối của thân bài.";
    let (dir, head) = (
        tempfile::tempdir().unwrap(),
        "loai: thong_bao\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\n",
    );
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let lines: String = body.lines().map(|line| format!("  {line}\n")).collect();
    std::fs::write(dir.path().join("tb.yaml"), format!("{head}noi_dung: |\n{lines}")).unwrap();
    support::build(dir.path(), dir.path());
    for pdf in
        [dir.path().join("tb.pdf"), support::print_word(&dir.path().join("tb.docx"), dir.path())]
    {
        let rows: Vec<String> = rows(&pages(&pdf)).iter().map(|row| row.text()).collect();
        let at = |text: &str| {
            rows.iter()
                .position(|row| row.contains(text))
                .unwrap_or_else(|| panic!("{text}: {rows:?}"))
        };
        let foot = at("Nơi nhận:");
        assert!(at("Đoạn cuối của thân bài") < foot);
        for note in [
            "Gồm các khoản sau:",
            "- khoản thứ nhất;",
            "- khoản thứ hai.",
            "Đoạn thứ hai của chú thích.",
        ] {
            assert!(at(note) > foot, "{note}: {rows:?}");
        }
    }
}

#[test]
fn a_table_may_lack_its_outer_bars_and_have_a_break_in_its_head() {
    let found = quiet("TT | Họ và tên<br>Nam, nữ\n---|---\n1 | Nguyễn Văn A<BR>Nam");
    let text = found.join(" ");
    assert!(!text.contains('|') && !text.to_lowercase().contains("<br"), "{text}");
    assert!(found.iter().any(|row| row.ends_with("Nam, nữ")), "{found:?}");
    let (found, told) = printed("TT\tHọ và tên\n1\tNguyễn Văn A\n2\tLê Thị B");
    assert!(
        found.iter().any(|row| row == "1 Nguyễn Văn A") && told.contains("guessed-table"),
        "{told}"
    );
}

#[test]
fn paragraphs_pasted_a_line_each_stay_apart() {
    let long = "Đoạn thứ nhất dài như khi dán từ Word sang, không có chỗ xuống dòng nào ở giữa, cho nên nó dài hơn hẳn một dòng \
                mà người ta gõ tay, và còn dài hơn nữa.";
    let found = quiet(&format!("{long}\nĐoạn thứ hai.\nĐoạn thứ ba."));
    assert!(found.contains(&"Đoạn thứ hai.".to_owned()), "{found:?}");
    let (_, told) = printed("Một câu ngắn.\nCâu nữa dài.");
    assert!(told.is_empty() || told.contains("joined-lines"), "{told}");
}

#[test]
fn what_is_guessed_is_told() {
    let (found, told) = printed(
        "I. YÊU CẦU\n\n1. Mục đích\n\nNâng cao nhận thức.\n\n2. Nội dung\n\nTổ chức họp.\n- Ý lớn\n  - ý nhỏ",
    );
    assert!(told.contains("guessed-head") && told.contains("nested-item"), "{told}");
    assert!(
        found.contains(&"1. Mục đích".to_owned()) && found.contains(&"+ ý nhỏ./.".to_owned()),
        "{found:?}"
    );
    let found = quiet(
        "Điều 1. Phạm vi\n\n1. Quy chế này quy định.\n\n### Điều 1a. Đối tượng\n\nÁp dụng cho mọi người.\n\n### Điều 2. Hiệu lực\n\nTừ ngày ký.",
    );
    assert_eq!(found[0], "Điều 1. Phạm vi");
    assert!(found.iter().any(|row| row == "Điều 1a. Đối tượng"), "{found:?}");
    assert!(found.iter().any(|row| row == "Điều 2. Hiệu lực"), "{found:?}");
}

#[test]
fn marks_of_other_languages_are_told() {
    for mark in ["__x__", "==x==", "~~x~~", "\\newpage", "<b>x</b>", "m^2^", "`x`"] {
        let (_, told) = printed(&format!("Chữ {mark} ở giữa."));
        assert!(told.contains("leftover-markup"), "{mark}: {told}");
    }
}
