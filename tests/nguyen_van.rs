//! What a clerk writes comes out as she means it, or she is told.

use crate::support;
use crate::support::page::{pages, rows};
use crate::support::{stderr, vanthu};

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

/// Marks of lists as Word and people make them: each line stays a paragraph, and none is joined to the one above.
#[test]
fn lines_with_marks_of_other_lists_stay_apart() {
    let (found, told) =
        printed("Các việc sau:\no Việc một\no\tViệc hai\n(1) Ba\n(a) Bốn\n(ii) Năm\nii. Sáu.");
    assert_eq!(
        found,
        [
            "Các việc sau:",
            "o Việc một",
            "o Việc hai",
            "(1) Ba",
            "(a) Bốn",
            "(ii) Năm",
            "ii. Sáu./."
        ]
    );
    assert!(told.contains("“o” ở đầu dòng là dấu tròn của Word"), "{told}");
    // In the midst of a sentence that was broken by hand they are words.
    let found = quiet(
        "Thực hiện theo quy định tại khoản 2 và điểm được nêu ở trong mục\n(a) của quy chế này, bảo đảm đúng quy định của pháp luật hiện\nhành.",
    );
    assert!(found.iter().any(|row| row.contains("mục (a) của")), "{found:?}");
}

#[test]
fn a_head_without_its_blank_and_a_path_of_a_server_are_told() {
    let (found, told) = printed("Tệp ở \\\\may-chu\\chung.");
    assert_eq!(found, ["Tệp ở \\may-chu\\chung./."]);
    assert!(told.contains("hai dấu chéo ngược liền nhau in thành một dấu"), "{told}");
    assert_eq!(quiet("Tệp ở \\\\\\\\may-chu\\chung."), ["Tệp ở \\\\may-chu\\chung./."]);
}

/// What the paper with that body says in both files, row by row: PDF, then LibreOffice's print of the Word file.
fn both(body: &str, files: &[(&str, &[u8])]) -> [Vec<String>; 2] {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let head = "loai: thong_bao\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\n";
    std::fs::write(dir.path().join("tb.yaml"), format!("{head}noi_dung: than.md\n")).unwrap();
    std::fs::write(dir.path().join("than.md"), body).unwrap();
    for (name, bytes) in files {
        std::fs::write(dir.path().join(name), bytes).unwrap();
    }
    support::build(dir.path(), dir.path());
    let word = support::print_word(&dir.path().join("tb.docx"), dir.path());
    [dir.path().join("tb.pdf"), word].map(|pdf| {
        let all = rows(&pages(&pdf));
        let texts = all.iter().map(|row| row.text()).skip_while(|t| t != "Kết luận").skip(1);
        texts.take_while(|t| !t.starts_with("Nơi nhận:")).collect()
    })
}

#[test]
fn deep_heads_and_a_khoan_that_runs_on_have_their_numbers() {
    let body = "# I. Nhiệm vụ\n\n## 1. Nhóm một\n\n### 1.1. Hạ tầng\n\n#### 1.1.1. Mạng nội bộ\n\nXong.\n\n#### Máy chủ\n\n\
                ##### a) Chính\n\nXong.\n\n**2. Thời gian:** 03 ngày.\n\n## 3. Kinh phí\n\nĐủ.\n";
    for rows in both(body, &[]) {
        assert_eq!(
            rows,
            [
                "I. NHIỆM VỤ",
                "1. Nhóm một",
                "1.1. Hạ tầng",
                "1.1.1. Mạng nội bộ",
                "Xong.",
                "1.1.2. Máy chủ",
                "a) Chính",
                "Xong.",
                "2. Thời gian: 03 ngày.",
                "3. Kinh phí",
                "Đủ./."
            ]
        );
    }
}

#[test]
fn boxes_and_ticks_are_printed() {
    for rows in both("Đạt ☐ ☑ ☒ □ ✓ ✔ ✗ ★ ☎ ✉ hết.", &[]) {
        assert_eq!(rows, ["Đạt ☐ ☑ ☒ □ ✓ ✔ ✗ ★ ☎ ✉ hết./."]);
    }
}

#[test]
fn spans_and_a_page_break_are_the_same_in_both() {
    let body = "| TT | Số lượng || Ghi chú |\n| ^^ | Nam | Nữ | ^^ |\n|---|---|---|---|\n| **I. Nhóm** ||||\n| 1 | 2 | 3 | ☑ |\n\n\
                {giữa} Ở giữa\n\n{phải} Bên phải\n\n{sang trang}\n\nTrang hai.\n";
    let [pdf, word] = both(body, &[]);
    let bag = |rows: &[String]| {
        let mut words: Vec<String> =
            rows.iter().flat_map(|r| r.split(' ')).map(str::to_owned).collect();
        words.sort();
        words
    };
    assert_eq!(bag(&pdf), bag(&word));
    for rows in [pdf, word] {
        assert!(
            rows.iter().any(|row| row == "I. Nhóm") && rows.iter().any(|row| row == "1 2 3 ☑"),
            "{rows:?}"
        );
    }
}

/// A picture of so many dots, all grey.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let data = vec![0x80; usize::try_from(width * height).unwrap()];
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    out
}

/// Width and height in mm of each picture of a PDF, by its dots and their density.
fn pictures(pdf: &std::path::Path) -> Vec<(f64, f64)> {
    let listed = support::tool(std::process::Command::new("pdfimages").arg("-list").arg(pdf));
    let rows = listed.lines().skip(2).map(|row| row.split_whitespace().collect::<Vec<_>>());
    let rows = rows.filter(|row| row[2] == "image");
    let number = |text: &str| text.parse::<f64>().unwrap();
    rows.map(|row| {
        let [w, h, x, y] = [row[3], row[4], row[12], row[13]].map(number);
        (w / x * 25.4, h / y * 25.4)
    })
    .collect()
}

#[test]
fn pictures_are_as_large_as_asked_for_in_both() {
    let dir = tempfile::tempdir().unwrap();
    let (dots, svg) = (png(300, 200), br#"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>"#);
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    std::fs::write(dir.path().join("a.png"), dots).unwrap();
    std::fs::write(dir.path().join("b.svg"), svg).unwrap();
    let body = "![Ảnh](a.png){rộng 60mm}\n\n![Hình vẽ](b.svg){cao 30mm}\n\n| x | y |\n|---|---|\n| ![Mã](qr:https://a.vn){rộng 20mm} | z |\n";
    let head = "loai: thong_bao\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\n";
    std::fs::write(dir.path().join("tb.yaml"), format!("{head}noi_dung: than.md\n")).unwrap();
    std::fs::write(dir.path().join("than.md"), body).unwrap();
    support::build(dir.path(), dir.path());
    let word = support::print_word(&dir.path().join("tb.docx"), dir.path());
    for pdf in [dir.path().join("tb.pdf"), word] {
        let mut found = pictures(&pdf);
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let expected = [(20.0, 20.0), (60.0, 40.0), (60.0, 30.0)];
        assert_eq!(found.len(), 3, "{found:?}");
        for want in expected {
            let near = |(w, h): &(f64, f64)| (w - want.0).abs() < 1.0 && (h - want.1).abs() < 1.0;
            assert!(found.iter().any(near), "{want:?}: {found:?}");
        }
    }
}

#[test]
fn grounds_pasted_a_line_each_stay_apart() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let text = "loai: quyet_dinh\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Về việc thành lập Tổ\n\
                tham_quyen: CHÁNH VĂN PHÒNG\ncan_cu: |\n  Căn cứ Luật A;\n  Căn cứ Nghị định B\n  của Chính phủ;\n  Theo đề nghị của Trưởng phòng.\n\
                noi_dung: |\n  Điều 1. Thành lập Tổ.\n\n  Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành.\n";
    std::fs::write(dir.path().join("qd.yaml"), text).unwrap();
    support::build(dir.path(), dir.path());
    let all: Vec<String> =
        rows(&pages(&dir.path().join("qd.pdf"))).iter().map(|r| r.text()).collect();
    for ground in
        ["Căn cứ Luật A;", "Căn cứ Nghị định B của Chính phủ;", "Theo đề nghị của Trưởng phòng."]
    {
        assert!(all.iter().any(|row| row == ground), "{ground}: {all:?}");
    }
}
