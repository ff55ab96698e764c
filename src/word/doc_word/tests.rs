//! Reading: what Word, LibreOffice and ill will make of a file.

use super::word_thu::{docx, docx_voi, moc, p, ps, r, tbl};
use super::*;

/// Every paragraph as printed.
pub(super) fn printed(bytes: &[u8]) -> Vec<String> {
    all(&doc(bytes).unwrap().khoi)
}

fn all(khoi: &[Khoi]) -> Vec<String> {
    khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra).collect()
}

#[test]
fn text_is_whole_however_its_runs_are_cut() {
    let cut = format!(
        "<w:p><w:r><w:t>Số</w:t></w:r><w:proofErr w:type=\"spellStart\"/>{}<w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag>\
         <w:hyperlink>{}</w:hyperlink><w:bookmarkStart w:id=\"0\"/><w:r><w:tab/><w:t> bỏ rìa </w:t><w:br/><w:noBreakHyphen/></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>",
        r(" hai"),
        r(" ba"),
        r(" bốn")
    );
    assert_eq!(printed(&docx(&cut, &[])), ["Số hai ba bốn\tbỏ rìa\n\u{2011}"]);
}

#[test]
fn a_field_shows_its_result_and_not_its_code() {
    let field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>mã</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>nay</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:r><w:t>.</w:t></w:r></w:p>";
    assert_eq!(printed(&docx(field, &[])), ["nay."]);
}

#[test]
fn tracked_changes_are_accepted_or_rejected() {
    let one = format!(
        "<w:p>{}<w:del>{}</w:del><w:ins>{}</w:ins></w:p>",
        r("a"),
        r("b").replace("w:t", "w:delText"),
        r("c")
    );
    let gone = format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", r("đầu "));
    let row = format!(
        "<w:tbl>{}<w:tr><w:trPr><w:ins/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:tr><w:tc><w:p/></w:tc></w:tr>",
        p("hàng")
    );
    let file = docx(&[one, gone, p("cuối"), row, p("")].concat(), &[]);
    assert_eq!(printed(&file), ["ac", "đầu cuối", "", "hàng", ""]);
    let before = doc_theo(&file, CheDo::TuChoi).unwrap();
    assert_eq!(all(&before.khoi), ["ab", "đầu ", "cuối", "", ""]);
    assert!(before.co_dau_sua && !doc(&docx(&p("a"), &[])).unwrap().co_dau_sua);
}

#[test]
fn numbers_are_those_that_word_prints() {
    let own = |num: u8, level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{num}\"/></w:numPr></w:pPr>{}</w:p>",
            r(text)
        )
    };
    let body = [
        ps("H1", "một"),
        ps("H2", "a"),
        ps("H2", "b"),
        ps("H1", "hai"),
        ps("H2", "c"),
        own(2, 0, "gạch"),
        own(2, 1, "chữ"),
        own(2, 1, "chữ"),
        own(3, 0, "lại"),
        own(0, 0, "không"),
        ps("H1", "mười"),
    ];
    let want = [
        "I. một",
        "1. a",
        "2. b",
        "II. hai",
        "1. c",
        "- gạch",
        "c) chữ",
        "d) chữ",
        "IX. lại",
        "không",
        "X. mười",
    ];
    assert_eq!(printed(&docx(&body.concat(), &[])), want);
}

#[test]
fn a_reader_finds_every_place() {
    let note = format!("<w:p>{}{}</w:p>", r("câu"), moc(1));
    let table = tbl(&[&["TT", "Đơn giá"], &["1", "500"]]);
    let body = [
        ps("Sk", "Số: 1/KH"),
        p("mở"),
        ps("H1", "một"),
        p("x"),
        note,
        ps("H2", "a"),
        p("y"),
        table,
        p("Điều 5. Tên"),
        p("z"),
    ];
    let file = doc(&docx(&body.concat(), &["lời"])).unwrap();
    let doan: Vec<&Doan> = file.khoi.iter().flat_map(Khoi::cac_doan).collect();
    let places: Vec<String> =
        doan.iter().map(|d| format!("{} {}", d.noi.vung, d.noi.thu)).collect();
    let want = [
        "Số, ký hiệu 0",
        "Mở đầu 1",
        "Mục I 0",
        "Mục I 1",
        "Mục I 2",
        "Mục I.1 0",
        "Mục I.1 1",
        "Bảng 1, hàng tiêu đề, cột 1 0",
        "Bảng 1, hàng tiêu đề, cột 2 0",
        "Bảng 1, hàng 1, cột “TT” 0",
        "Bảng 1, hàng 1, cột “Đơn giá” 0",
        "Điều 5 0",
        "Điều 5 1",
    ];
    assert_eq!(places, want);
    let Some(Khoi::Doan(note)) = doan[4].chu_thich[0].first() else { panic!("no note") };
    assert_eq!(
        (note.chu.as_str(), note.noi.vung.as_str(), note.noi.thu),
        ("lời", "Chú thích 1", 1)
    );
}

#[test]
fn a_prefix_is_only_a_name() {
    let uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let text = format!(
        "<x:document xmlns:x=\"{uri}\"><x:body><x:p><x:r><x:t x:y=\"1\">a</x:t></x:r></x:p></x:body></x:document>"
    );
    assert_eq!(printed(&docx_voi(&text, &[])), ["a"]);
    let plain = text
        .replace("xmlns:x=", "xmlns=")
        .replace("<x:", "<")
        .replace("</x:", "</")
        .replace("x:y", "y");
    assert_eq!(printed(&docx_voi(&plain, &[])), ["a"]);
}

#[test]
fn ill_will_is_refused() {
    let entity = "<!DOCTYPE a [<!ENTITY x \"y\">]><w:document><w:body/></w:document>";
    assert!(matches!(doc(&docx_voi(entity, &[])), Err(LoiDoc::XmlHong(_))));
    let deep = format!("<w:document>{}</w:document>", "<w:body>".repeat(5000));
    assert!(matches!(doc(&docx_voi(&deep, &[])), Err(LoiDoc::XmlHong(_))));
    let bomb =
        format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", " ".repeat(20 << 20));
    let bomb = docx_voi(&bomb, &[]);
    assert!(bomb.len() < 100_000);
    assert_eq!(doc(&bomb), Err(LoiDoc::QuaLon));
    assert_eq!(doc(b"PK"), Err(LoiDoc::KhongPhaiGoi));
    assert_eq!(doc(&[0xD0, 0xCF, 0x11, 0xE0, 0]), Err(LoiDoc::DoiCu));
    assert_eq!(doc(&docx_voi("<a/>", &[])), Err(LoiDoc::KhongPhaiWord));
    let shared = [moc(1), moc(1), moc(9)].concat();
    let file = doc(&docx(&format!("<w:p>{shared}</w:p>"), &["lời"])).unwrap();
    let Khoi::Doan(doan) = &file.khoi[0] else { panic!("no paragraph") };
    assert_eq!(doan.chu_thich.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 0]);
}
