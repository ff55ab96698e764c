//! Every place of a paper that somebody may edit in Word: where the edit goes, and that it goes there once.

use std::fs;

use super::{da_soan, run, source};
use crate::support::sua_word::{Sua, doi_phan, sua};
use crate::support::{stderr, stdout};

const KE_HOACH: &str = "\
loai: ke_hoach
ngay_ban_hanh: 5/2026
trich_yeu: Kiểm tra công tác văn thư năm 2026
noi_dung: |
  Căn cứ chương trình công tác, Sở Nội vụ kiểm tra công tác văn thư[^1] như sau:

  # I. Mục đích

  Đánh giá đúng thực trạng của từng đơn vị.

  # II. Nội dung và thời gian

  | Đơn vị | Nội dung | Thời gian |
  | --- | --- | --- |
  | Sở Tài chính | Soạn thảo văn bản | 02 ngày |
  | Sở Tư pháp | Lưu trữ hồ sơ | 03 ngày |

  a) Trước khi đi phải báo 05 ngày.

  b) Khi về phải có biên bản.

  [^1]: Theo kế hoạch đã được duyệt.
noi_nhan:
  - Như Mục II
  - Giám đốc Sở
luu: VT, VP
nguoi_ky: giam_doc
";

const QUYET_DINH: &str = "\
loai: quyet_dinh
ngay_ban_hanh: 5/2026
trich_yeu: Ban hành Quy chế làm việc
tham_quyen: GIÁM ĐỐC SỞ NỘI VỤ
can_cu:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
  - Theo đề nghị của Chánh Văn phòng Sở
noi_dung: |
  Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở.

  Điều 2. Quyết định này có hiệu lực từ ngày ký.

  Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành.
noi_nhan:
  - Như Điều 3
luu: VT, VP
nguoi_ky: giam_doc
";

/// The source with the edits; taken back once more, there is nothing left.
fn taken(text: &str, edits: &[Sua<'_>]) -> String {
    let dir = da_soan(text);
    sua(&dir.path().join("a.docx"), edits);
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success(), "{edits:?}: {}{}", stdout(&out), stderr(&out));
    let first = source(dir.path());
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success(), "{edits:?}: {}{}", stdout(&out), stderr(&out));
    assert!(!stdout(&out).contains("đã lấy về"), "{edits:?}: {}", stdout(&out));
    assert_eq!(source(dir.path()), first, "{edits:?}");
    first
}

#[test]
fn each_place_of_a_plan_comes_back_once() {
    for (cu, moi) in [
        ("công tác văn thư năm 2026", "công tác văn thư, lưu trữ năm 2026"),
        ("Đánh giá đúng thực trạng", "Đánh giá thực trạng"),
        ("Soạn thảo văn bản", "Soạn thảo, ban hành văn bản"),
        ("03 ngày", "04 ngày"),
        ("Thời gian", "Thời hạn"),
        ("phải báo 05 ngày", "phải báo trước 05 ngày"),
        ("- Như Mục II", "- Như Mục II, III"),
    ] {
        let [a, b] = [cu, moi].map(|text| text.trim_start_matches("- "));
        let wanted = KE_HOACH.replacen(a, b, 1);
        assert_ne!(wanted, KE_HOACH);
        assert_eq!(taken(KE_HOACH, &[Sua::Chu(a, b)]), wanted, "{cu}");
    }
}

/// A note stands in a part of its own.
#[test]
fn a_note_comes_back() {
    let dir = da_soan(KE_HOACH);
    let path = dir.path().join("a.docx");
    let (cu, moi) = ("đã được duyệt", "đã phê duyệt");
    let bytes = doi_phan(&fs::read(&path).unwrap(), |name, text| match name {
        "word/footnotes.xml" => {
            assert!(text.contains(cu), "{text}");
            text.replace(cu, moi)
        }
        _ => text,
    });
    fs::write(&path, bytes).unwrap();
    for _ in 0..2 {
        let out = run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
        assert_eq!(source(dir.path()), KE_HOACH.replace(cu, moi));
    }
}

/// A head is printed in capitals, and the source has it as it was typed.
#[test]
fn a_head_in_capitals_keeps_its_small_letters() {
    assert_eq!(
        taken(KE_HOACH, &[Sua::Chu("MỤC ĐÍCH", "MỤC TIÊU, YÊU CẦU")]),
        KE_HOACH.replace("Mục đích", "Mục tiêu, yêu cầu")
    );
}

#[test]
fn each_place_of_a_decision_comes_back_once() {
    for (cu, moi) in [
        ("Ban hành Quy chế làm việc", "Ban hành Quy chế làm việc, tiếp khách"),
        ("ngày 16 tháng 6", "ngày 19 tháng 6"),
        ("có hiệu lực từ ngày ký", "có hiệu lực từ ngày 01 tháng 6 năm 2026"),
        ("Như Điều 3", "Như Điều 2"),
        ("Chánh Văn phòng Sở chịu", "Chánh Văn phòng, Trưởng các phòng chịu"),
    ] {
        let wanted = QUYET_DINH.replacen(cu, moi, 1);
        assert_ne!(wanted, QUYET_DINH);
        assert_eq!(taken(QUYET_DINH, &[Sua::Chu(cu, moi)]), wanted, "{cu}");
    }
    let text = taken(
        QUYET_DINH,
        &[Sua::Them("Luật Tổ chức", "Căn cứ Quyết định số 12/QĐ-UBND ngày 02 tháng 3 năm 2026;")],
    );
    let new = "\n  - Căn cứ Quyết định số 12/QĐ-UBND ngày 02 tháng 3 năm 2026\n  - Theo đề nghị";
    assert!(text.contains(new), "{text}");
}

/// Where to send to is one line or several, as many as there are: the paper changes its shape.
#[test]
fn places_to_send_to_come_back_whatever_shape_they_have() {
    let text = super::CONG_VAN;
    let one = taken(text, &[Sua::Bot("Sở Tư pháp")]);
    assert_eq!(one, text.replace("  - Sở Tư pháp\n", ""));
    let three = taken(text, &[Sua::Them("Sở Tư pháp", "- Thanh tra tỉnh.")]);
    assert_eq!(three, text.replace("Sở Tư pháp\n", "Sở Tư pháp\n  - Thanh tra tỉnh\n"));
}

#[test]
fn two_edits_one_behind_the_other_are_two_edits() {
    let edits = [
        Sua::Chu("Đánh giá đúng", "Nắm chắc, đánh giá đúng"),
        Sua::Chu("từng đơn vị", "từng cơ quan, đơn vị"),
    ];
    let wanted = KE_HOACH.replace(
        "Đánh giá đúng thực trạng của từng đơn vị",
        "Nắm chắc, đánh giá đúng thực trạng của từng cơ quan, đơn vị",
    );
    assert_eq!(taken(KE_HOACH, &edits), wanted);
    // Two words side by side, and one that goes beside one that comes.
    let edits = [Sua::Chu("thực trạng của", "thực tế tại"), Sua::Chu("Đánh giá đúng ", "Xem xét ")];
    let wanted = KE_HOACH.replace("Đánh giá đúng thực trạng của", "Xem xét thực tế tại");
    assert_eq!(taken(KE_HOACH, &edits), wanted);
    // In the midst of a word and at its end.
    let edits = [Sua::Chu("Trước khi", "Trước mỗi khi"), Sua::Chu("05 ngày.", "07 ngày làm việc.")];
    let wanted =
        KE_HOACH.replace("Trước khi", "Trước mỗi khi").replace("05 ngày.", "07 ngày làm việc.");
    assert_eq!(taken(KE_HOACH, &edits), wanted);
}

/// A row of the table's own cells, with these words in the place of those.
fn hang(doi: &[(&str, &str)], bo: bool) -> impl Fn(&str, String) -> String {
    let doi: Vec<(String, String)> =
        doi.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    move |name, text| {
        if name != "word/document.xml" {
            return text;
        }
        let at = text.find(&doi[0].0).unwrap();
        let start = text[..at].rfind("<w:tr>").max(text[..at].rfind("<w:tr ")).unwrap();
        let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
        let row = doi.iter().fold(text[start..end].to_owned(), |row, (a, b)| row.replace(a, b));
        match bo {
            true => format!("{}{}", &text[..start], &text[end..]),
            false => format!("{}{row}{}", &text[..end], &text[end..]),
        }
    }
}

#[test]
fn rows_of_tables_come_and_go() {
    let words = [
        ("Sở Tài chính", "Thanh tra tỉnh"),
        ("Soạn thảo văn bản", "Xử lý văn bản đến"),
        ("02 ngày", "01 ngày"),
    ];
    let row = "  | Sở Tài chính | Soạn thảo văn bản | 02 ngày |\n";
    let new = "  | Thanh tra tỉnh | Xử lý văn bản đến | 01 ngày |\n";
    for (gone, wanted) in
        [(false, KE_HOACH.replace(row, &format!("{row}{new}"))), (true, KE_HOACH.replace(row, ""))]
    {
        let dir = da_soan(KE_HOACH);
        let path = dir.path().join("a.docx");
        let bytes = doi_phan(&fs::read(&path).unwrap(), hang(&words, gone));
        fs::write(&path, bytes).unwrap();
        for _ in 0..2 {
            let out = run(&["take-back", "a.docx"], dir.path());
            assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
            assert_eq!(source(dir.path()), wanted);
        }
    }
}

/// What a colleague says beside the text is shown with its author and day, and is no edit.
#[test]
fn comments_are_shown_with_author_and_day() {
    let dir = da_soan(KE_HOACH);
    let path = dir.path().join("a.docx");
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let comments = format!(
        "<w:comments {w}><w:comment w:id=\"0\" w:author=\"Lê Văn C\" w:date=\"2026-05-04T09:00:00Z\"><w:p><w:r>\
         <w:t>Có cần thêm chi cục không?</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let bytes = doi_phan(&fs::read(&path).unwrap(), |name, text| {
        match name {
        "word/document.xml" => text.replacen(
            "Đánh giá đúng",
            "</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>Đánh giá đúng",
            1,
        ),
        "word/_rels/document.xml.rels" => text.replacen(
            "</Relationships>",
            "<Relationship Id=\"nx\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" \
             Target=\"nhan-xet.xml\"/></Relationships>",
            1,
        ),
        _ => text,
    }
    });
    fs::write(&path, them_phan(&bytes, "word/nhan-xet.xml", &comments)).unwrap();
    let out = run(&["take-back", "a.docx"], dir.path());
    let told = stderr(&out);
    assert!(
        told.contains("nhận xét của Lê Văn C (04/5/2026) “Có cần thêm chi cục không?”"),
        "{told}"
    );
    assert!(told.contains("không sửa gì về lời"), "{told}");
    assert_eq!(source(dir.path()), KE_HOACH);
}

fn them_phan(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(bytes.to_vec())).unwrap();
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A standing phrase is the template's: the way to word it otherwise is offered, and it works.
#[test]
fn the_templates_words_are_offered_as_cau_chu() {
    let dir = da_soan(QUYET_DINH);
    sua(
        &dir.path().join("a.docx"),
        &[Sua::Chu("QUYẾT ĐỊNH:", "NAY QUYẾT ĐỊNH:"), Sua::Chu("từ ngày ký", "kể từ ngày ký")],
    );
    let out = run(&["take-back", "a.docx"], dir.path());
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let told = stderr(&out);
    let offer = told
        .split("muốn đổi thì thêm vào tệp văn bản: ")
        .nth(1)
        .unwrap_or_else(|| panic!("{told}"));
    let offer = offer.lines().next().unwrap();
    assert!(
        offer.starts_with("cau_chu: {") && offer.contains("quyet_dinh: \"Nay quyết định:\""),
        "{offer}"
    );
    let first = source(dir.path());
    assert_eq!(first, QUYET_DINH.replace("từ ngày ký", "kể từ ngày ký"));
    // Once more the same is offered, and no more; typed in, nothing is left.
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(stderr(&out).contains(offer) && !stderr(&out).contains("take-back-conflict"));
    assert_eq!(source(dir.path()), first);
    fs::write(dir.path().join("a.yaml"), format!("{first}{offer}\n")).unwrap();
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    assert!(stderr(&out).contains("không sửa gì"), "{}{}", stdout(&out), stderr(&out));
}

/// What is typed in Word is letters in the source, in a body and in a cell of its tables.
#[test]
fn marks_typed_in_word_are_letters() {
    for (cu, moi, nguon) in [
        ("đúng thực trạng", "“đúng” thực – trạng", "“đúng” thực – trạng"),
        ("đúng thực trạng", "\"đúng thực trạng\"", "\"đúng thực trạng\""),
        ("đúng thực trạng", "*đúng* thực trạng [^1]", "\\*đúng\\* thực trạng \\[^1]"),
        ("Soạn thảo văn bản", "Soạn | thảo *văn* bản", "Soạn \\| thảo \\*văn\\* bản"),
    ] {
        assert_eq!(taken(KE_HOACH, &[Sua::Chu(cu, moi)]), KE_HOACH.replace(cu, nguon), "{moi}");
    }
}

/// The row of a table whose first cell has these words.
fn hang_co<'x>(xml: &'x str, words: &str) -> &'x str {
    let at = xml.find(words).unwrap();
    let from = xml[..at].rfind("<w:tr>").max(xml[..at].rfind("<w:tr ")).unwrap();
    let to = at + xml[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
    &xml[from..to]
}

/// The table that has these words.
fn bang_co<'x>(xml: &'x str, words: &str) -> &'x str {
    let at = xml.find(words).unwrap();
    let from = xml[..at].rfind("<w:tbl>").unwrap();
    let to = at + xml[at..].find("</w:tbl>").unwrap() + "</w:tbl>".len();
    &xml[from..to]
}

/// Takes back a file of which the main part has become another: what was said, and the source.
fn sau_khi(doi: impl Fn(&str) -> String, ok: bool) -> (String, String) {
    let dir = da_soan(KE_HOACH);
    let path = dir.path().join("a.docx");
    let bytes = doi_phan(&fs::read(&path).unwrap(), |name, text| match name {
        "word/document.xml" => doi(&text),
        _ => text,
    });
    fs::write(&path, bytes).unwrap();
    let out = run(&["take-back", "a.docx"], dir.path());
    assert_eq!(out.status.success(), ok, "{}{}", stdout(&out), stderr(&out));
    (format!("{}{}", stdout(&out), stderr(&out)), source(dir.path()))
}

/// Rows, cells and paragraphs of cells come and go as they do in Word.
#[test]
fn a_table_is_edited_cell_by_cell() {
    const CUOI: &str = "  | Sở Tư pháp | Lưu trữ hồ sơ | 03 ngày |\n";
    let row = |xml: &str| hang_co(xml, "Sở Tư pháp").to_owned();
    let (_, text) = sau_khi(
        |xml| {
            let own = row(xml);
            let new = own.replace("Sở Tư pháp", "Sở Y tế").replace("03 ngày", "04 ngày");
            xml.replace(&own, &format!("{own}{new}"))
        },
        true,
    );
    assert_eq!(
        text,
        KE_HOACH.replace(CUOI, &format!("{CUOI}  | Sở Y tế | Lưu trữ hồ sơ | 04 ngày |\n"))
    );
    // A cell is emptied: the others of its row stay.
    let (_, text) = sau_khi(|xml| xml.replace(">Soạn thảo văn bản<", "><"), true);
    assert_eq!(text, KE_HOACH.replace("| Soạn thảo văn bản |", "|  |"));
    // A second paragraph in a cell.
    let (_, text) = sau_khi(
        |xml| {
            let at = xml.find("Soạn thảo văn bản").unwrap();
            let from = xml[..at].rfind("<w:p>").max(xml[..at].rfind("<w:p ")).unwrap();
            let to = at + xml[at..].find("</w:p>").unwrap() + "</w:p>".len();
            let own = &xml[from..to];
            xml.replace(own, &format!("{own}{}", own.replace("Soạn thảo văn bản", "In ấn")))
        },
        true,
    );
    assert_eq!(text, KE_HOACH.replace("Soạn thảo văn bản", "Soạn thảo văn bản<br>In ấn"));
    // The whole table, with its line of dashes.
    let (_, text) = sau_khi(|xml| xml.replace(bang_co(xml, "Sở Tư pháp"), ""), true);
    let from = KE_HOACH.find("  | Đơn vị").unwrap();
    let to = KE_HOACH.find(CUOI).unwrap() + CUOI.len();
    assert_eq!(
        text.replace("\n\n\n", "\n\n"),
        format!("{}{}", &KE_HOACH[..from], &KE_HOACH[to + 1..])
    );
}

/// What can't be led to the source is named, takes nothing with it, and loses nothing.
#[test]
fn columns_moved_tables_and_levels_are_told_and_nothing_is_lost() {
    let (told, text) = sau_khi(
        |xml| {
            let own = bang_co(xml, "Sở Tư pháp").to_owned();
            let without = xml.replace(&own, "");
            let at = without.find("phải có biên bản").unwrap();
            let end = at + without[at..].find("</w:p>").unwrap() + "</w:p>".len();
            format!("{}{own}{}", &without[..end], &without[end..])
        },
        false,
    );
    assert!(told.contains("take-back-unclear") && told.contains("bớt cả bảng"), "{told}");
    assert_eq!(text, KE_HOACH);
    let (told, text) = sau_khi(
        |xml| {
            let own = bang_co(xml, "Sở Tư pháp").to_owned();
            let mut new = String::new();
            for row in own.split_inclusive("</w:tr>") {
                match row.rfind("<w:tc>") {
                    Some(at) if row.contains("</w:tr>") => {
                        new.push_str(&row[..at]);
                        new.push_str("</w:tr>");
                    }
                    _ => new.push_str(row),
                }
            }
            xml.replace(&own, &new).replace("05 ngày", "06 ngày")
        },
        false,
    );
    assert!(told.contains("số cột từ 3 thành 2"), "{told}");
    assert_eq!(text, KE_HOACH.replace("05 ngày", "06 ngày"));
}

/// Edits of looks alone are named: line breaks, page breaks, a head in small letters, bold beside changed words.
#[test]
fn breaks_and_looks_are_named() {
    for (doi, told) in [
        (
            Sua::Xml("đúng thực trạng", "đúng</w:t><w:br/><w:t>thực trạng"),
            "chỗ xuống dòng trong đoạn",
        ),
        (
            Sua::Xml("đúng thực trạng", "đúng </w:t><w:br w:type=\"page\"/><w:t>thực trạng"),
            "thêm 1 chỗ sang trang",
        ),
        (Sua::Chu("MỤC ĐÍCH", "Mục đích"), "“MỤC ĐÍCH” sửa thành “Mục đích” → chỉ đổi trình bày"),
    ] {
        let dir = da_soan(KE_HOACH);
        sua(&dir.path().join("a.docx"), &[doi]);
        let out = super::run(&["take-back", "a.docx"], dir.path());
        assert!(
            out.status.success() && stdout(&out).contains(told),
            "{told}: {}{}",
            stdout(&out),
            stderr(&out)
        );
        assert_eq!(source(dir.path()), KE_HOACH);
    }
}

/// Words typed in bold are taken as words; that they come out plain is said, and so is a marking pen.
#[test]
fn looks_of_typed_words_are_named() {
    let run = |look: &str, text: &str| {
        format!(
            "</w:t></w:r><w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\"> {text}</w:t></w:r><w:r><w:t xml:space=\"preserve\">"
        )
    };
    let typed = format!("đúng{} thực trạng", run("<w:b/>", "và đủ"));
    let struck = format!("đúng{} thực trạng", run("<w:strike/>", "không"));
    let broken = "đúng</w:t><w:br/><w:t>thực trạng".to_owned();
    let marked = format!("đúng{}", run("<w:highlight w:val=\"yellow\"/>", "thực trạng"));
    for (moi, told, nguon) in [
        (
            &typed,
            "chữ đậm, nghiêng, gạch ngang, nâng hạ của “và đủ” → chỉ đổi trình bày",
            KE_HOACH.replace("đúng thực trạng", "đúng và đủ thực trạng"),
        ),
        (
            &struck,
            "gạch ngang, nâng hạ của “không” → chỉ đổi trình bày",
            KE_HOACH.replace("đúng thực trạng", "đúng không thực trạng"),
        ),
        (&broken, "xuống dòng", KE_HOACH.to_owned()),
        (&marked, "tô nền", KE_HOACH.to_owned()),
    ] {
        let dir = da_soan(KE_HOACH);
        sua(&dir.path().join("a.docx"), &[Sua::Xml("đúng thực trạng", moi)]);
        let out = super::run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{}", stderr(&out));
        assert!(stdout(&out).contains(told), "{told}: {}{}", stdout(&out), stderr(&out));
        assert_eq!(source(dir.path()), nguon);
    }
}

/// Letters of an old face are no words of the source.
#[test]
fn words_of_an_old_set_are_not_taken() {
    let dir = da_soan(KE_HOACH);
    sua(&dir.path().join("a.docx"), &[Sua::Chu("đúng thực trạng", "§¸nh gi¸ thùc tr¹ng")]);
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(stderr(&out).contains("bảng mã cũ") && !out.status.success(), "{}", stderr(&out));
    assert_eq!(source(dir.path()), KE_HOACH);
}

/// A subject that printing breaks into lines is one field; a last sentence goes with its full stop, a word behind a bracket
/// with its space.
#[test]
fn what_printing_breaks_and_closes_is_edited_as_it_is_typed() {
    let subject = "cung cấp số liệu phục vụ giám sát chuyên đề về đất đai trên địa bàn";
    let text = super::CONG_VAN
        .lines()
        .map(|line| match line.starts_with("trich_yeu:") {
            true => format!("trich_yeu: {subject}\n"),
            false => format!("{line}\n"),
        })
        .collect::<String>();
    let body = text.find("noi_dung: |").unwrap();
    let text = format!(
        "{}noi_dung: |\n  Gửi số liệu (nếu có thêm). Mong phối hợp.\n{}",
        &text[..body],
        "noi_nhan:\n  - Như trên\nluu: VT\nnguoi_ky: giam_doc\n"
    );
    for (doi, from, to) in [
        (Sua::Chu("trên địa bàn", "trên địa bàn xã"), subject, format!("{subject} xã")),
        (Sua::Chu(" Mong phối hợp", ""), "thêm). Mong phối hợp.", "thêm).".to_owned()),
        (Sua::Chu("(nếu có thêm)", "(có thêm)"), "(nếu có", "(có".to_owned()),
    ] {
        let dir = da_soan(&text);
        sua(&dir.path().join("a.docx"), &[doi]);
        let out = super::run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{to}: {}{}", stdout(&out), stderr(&out));
        assert_eq!(source(dir.path()), text.replace(from, &to));
    }
}

/// A note stands behind the paragraph that has its mark, and so does what is typed after that paragraph.
#[test]
fn a_paragraph_is_typed_behind_one_that_has_a_note() {
    let text =
        taken(KE_HOACH, &[Sua::Them("Căn cứ chương trình", "Thời gian thực hiện là một tháng.")]);
    assert!(text.contains("như sau:\n\n  Thời gian thực hiện là một tháng.\n\n  # I."), "{text}");
}

/// Marks that printing sets between the items of a list are no edits, and blanks that were typed twice are one.
#[test]
fn marks_of_lists_and_blanks_are_no_edits() {
    let edits = [
        Sua::Chu("Chánh Văn phòng Sở.", "Chánh Văn phòng Sở;"),
        Sua::Them("Theo đề nghị", "Xét Tờ trình số 05/TTr-VP."),
    ];
    let text = taken(QUYET_DINH, &edits);
    assert!(text.contains("Văn phòng Sở\n  - Xét Tờ trình số 05/TTr-VP\n"), "{text}");
    let text = taken(KE_HOACH, &[Sua::Chu("đúng thực trạng", "đúng  và  đủ  thực trạng")]);
    assert_eq!(text, KE_HOACH.replace("đúng thực", "đúng và đủ thực"));
}

/// What was moved to where no field can have it stays where it was, and so does the only item of a list; the rest is taken.
#[test]
fn what_would_be_lost_stays_and_the_rest_is_taken() {
    let (cu, moi) = ("phải có biên bản", "phải lập biên bản");
    let edits = [
        Sua::Chu(cu, moi),
        Sua::Bot("Đánh giá đúng"),
        Sua::Them("Độc lập", "Đánh giá đúng thực trạng của từng đơn vị."),
    ];
    let only = [Sua::Chu("từ ngày ký", "kể từ ngày ký"), Sua::Bot("Như Điều 3")];
    for (first, edits, told, wanted) in [
        (KE_HOACH, &edits[..], "dời trong tệp nguồn", KE_HOACH.replace(cu, moi)),
        (
            QUYET_DINH,
            &only[..],
            "bỏ mục ấy thì xoá trong tệp YAML",
            QUYET_DINH.replace("từ ngày ký", "kể từ ngày ký"),
        ),
    ] {
        let dir = da_soan(first);
        sua(&dir.path().join("a.docx"), edits);
        let out = run(&["take-back", "a.docx"], dir.path());
        assert!(!out.status.success() && stderr(&out).contains(told), "{}", stderr(&out));
        assert_eq!(source(dir.path()), wanted);
    }
}
