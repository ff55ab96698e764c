//! What has letters or looks is read or told.

use super::tests::printed;
use super::word_thu::{docx, docx_phan, docx_voi, p, r};
use super::*;

fn told(bytes: &[u8]) -> Vec<String> {
    doc(bytes).unwrap().chua_doc.iter().map(ToString::to_string).collect()
}

/// The document with all the namespaces that the bodies below use.
fn ca(body: &str) -> Vec<u8> {
    docx_voi(
        &format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
             xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:la=\"urn:x\"><w:body>{body}</w:body></w:document>"
        ),
        &[],
    )
}

#[test]
fn letters_are_read_wherever_they_stand() {
    let math = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>";
    let cases = [
        (format!("<w:p>{}{math}</w:p>", r("a ")), "a 1/2"),
        (format!("<mc:AlternateContent><mc:Choice Requires=\"w\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", p("mới"), p("cũ")), "mới"),
        (format!("<w:p><mc:AlternateContent><mc:Choice Requires=\"w\">{}</mc:Choice></mc:AlternateContent></w:p>", r("trong")), "trong"),
        ("<w:p><w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>".into(), "漢(hàn)"),
        ("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>".into(), "☑"),
        ("<w:p><w:t>lạc</w:t></w:p>".into(), "lạc"),
        (format!("<w:p><w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>", r("ô")), "ô"),
        (format!("<w:p><w:customXml><w:customXmlPr/>{}</w:customXml></w:p>", r("x")), "x"),
        ("<w:p><w:r xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:t>chặt</w:t></w:r></w:p>".to_owned(), "chặt"),
        ("<w:p><la:r xmlns:la=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><la:t>tên khác</la:t></la:r></w:p>".to_owned(), "tên khác"),
        ("<w:p><w:r><w:rPr><w:vanish w:val=\"False\"/></w:rPr><w:t>hiện</w:t></w:r></w:p>".into(), "hiện"),
    ];
    for (body, want) in cases {
        assert_eq!(printed(&ca(&body)), [want], "{body}");
        assert_eq!(told(&ca(&body)), [""; 0], "{body}");
    }
}

/// By the schema a mark is empty; what stands in one is not passed over.
#[test]
fn letters_inside_a_mark_are_told() {
    let marks =
        ["bookmarkStart", "proofErr", "permStart", "customXmlDelRangeStart", "moveFromRangeEnd"];
    for mark in marks {
        for body in [
            format!("<w:{mark}>{}</w:{mark}>", p("giấu")),
            format!("<w:p><w:{mark}>{}</w:{mark}></w:p>", r("giấu")),
            format!("<w:p><w:r><w:{mark}><w:t>giấu</w:t></w:{mark}></w:r></w:p>"),
        ] {
            assert!(told(&ca(&body)).concat().contains("giấu"), "{body}");
        }
        assert_eq!(told(&ca(&format!("<w:p><w:{mark}/>{}</w:p>", r("x")))), [""; 0], "{mark}");
    }
    for mark in ["tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "footnoteReference"] {
        let body = format!("<w:p><w:r><w:{mark}><w:t>giấu</w:t></w:{mark}></w:r></w:p>");
        assert!(told(&ca(&body)).concat().contains("giấu"), "{body}");
    }
}

/// A content control may hold all rows of a table (Word's repeating sections), and so may a choice; what has no place in a
/// table is told. Only a table whose rows are all struck out goes.
#[test]
fn a_table_without_rows_of_its_own_is_not_lost() {
    let table = |inside: &str| ca(&format!("<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl>"));
    let row = |pr: &str| format!("<w:tr>{pr}<w:tc>{}</w:tc></w:tr>", p("giấu"));
    let box_of = |row: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{row}</w:sdtContent></w:sdt>");
    let choice = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"w\">{}</mc:Choice></mc:AlternateContent>",
        row("")
    );
    for inside in [box_of(&row("")), box_of(&box_of(&row(""))), choice] {
        let read = doc(&table(&inside)).unwrap();
        assert!(format!("{:?}", read.khoi).contains("giấu"), "{inside}");
        assert_eq!(read.chua_doc, [], "{inside}");
    }
    for inside in [p("giấu"), "<w:t>giấu</w:t>".to_owned(), "giấu".to_owned()] {
        assert!(told(&table(&inside)).concat().contains("giấu"), "{inside}");
    }
    let struck = row("<w:trPr><w:del w:id=\"1\"/></w:trPr>");
    for inside in [box_of(&struck), struck] {
        assert_eq!(doc(&table(&inside)).unwrap().khoi, [], "{inside}");
    }
}

#[test]
fn form_boxes_of_the_old_kind_show_what_was_chosen() {
    let field = |data: &str| {
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r>\
                 <w:r><w:instrText>FORMX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{}</w:p>",
            r(" Đồng ý")
        )
    };
    let tick = |inside: &str| field(&format!("<w:checkBox>{inside}</w:checkBox>"));
    assert_eq!(printed(&ca(&tick("<w:default w:val=\"1\"/>"))), ["☒ Đồng ý"]);
    assert_eq!(
        printed(&ca(&tick("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>"))),
        ["☐ Đồng ý"]
    );
    let list = "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList>";
    assert_eq!(printed(&ca(&field(list))), ["b Đồng ý"]);
    assert_eq!(told(&ca(&field(list))), [""; 0]);
}

#[test]
fn what_is_not_read_is_told_with_its_place() {
    let place = "Nội dung, đoạn 1: có ";
    let cases = [
        ("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "biểu đồ"),
        (
            "<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet\"/></w:object></w:r>",
            "đối tượng của chương trình khác “Excel.Sheet”",
        ),
        (
            "<w:r><w:pict><v:shape><v:textpath string=\"MẬT\"/></v:shape></w:pict></w:r>",
            "chữ nghệ thuật (WordArt) “MẬT”",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r>", "chữ ẩn “kín”"),
        ("<la:gi><w:t>lạ</w:t></la:gi>", "phần tử lạ <la:gi> “lạ”"),
        ("<w:r><la:gi/></w:r>", "phần tử lạ <la:gi>"),
        ("<w:subDoc/>", "một tài liệu con nối vào (subDoc)"),
        (
            "<w:fldSimple w:instr=\"DATE\"><w:r><w:tab/></w:r></w:fldSimple>",
            "chỗ tự đổi chữ mỗi lần mở tệp “DATE”",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>EQ \\f(1,2)</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "chỗ Word tự tính mà trong tệp chưa có kết quả “EQ \\f(1,2)”",
        ),
        (
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr></w:sdt>",
            "ô lấy chữ từ dữ liệu kèm trong tệp",
        ),
        (
            "<mc:AlternateContent><mc:Choice Requires=\"la\"><la:x/></mc:Choice></mc:AlternateContent>",
            "phần tử lạ <mc:Choice la>",
        ),
    ];
    for (inside, want) in cases {
        let file = ca(&format!("<w:p>{}{inside}</w:p>", r("Gần đây")));
        assert_eq!(told(&file), [format!("{place}{want}, gần chữ “Gần đây”")], "{inside}");
    }
    let between = [p("trước"), "<w:altChunk/>".to_owned(), p("sau")].concat();
    assert_eq!(told(&ca(&between)).len(), 1);
    let row = format!("<w:tbl><w:tr><la:o/><w:tc>{}</w:tc></w:tr></w:tbl>", p("ô"));
    assert_eq!(told(&ca(&row)).len(), 1);
    assert_eq!(told(&ca("<w:p/><w:altChunk/>")), ["Nội dung: có một tệp khác lồng vào (altChunk)"]);
}

#[test]
fn a_style_hides_and_another_shows_again() {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let styles = format!(
        "<w:styles {w}><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>\
         <w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    );
    let run = |p: &str| r("x").replace("<w:r>", &format!("<w:r><w:rPr>{p}</w:rPr>"));
    let body = format!(
        "<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>{}{}{}</w:p></w:body></w:document>",
        run(""),
        run("<w:rStyle w:val=\"C\"/>").replace(">x<", ">y<"),
        run("<w:vanish w:val=\"0\"/>").replace(">x<", ">z<")
    );
    let file = docx_phan(&body, &[("styles", styles)]);
    assert_eq!(printed(&file), ["yz"]);
    assert_eq!(told(&file), ["Nội dung, đoạn 1: có chữ ẩn “x”, gần chữ “yz”"]);
}

#[test]
fn cells_with_tracked_changes_come_and_go() {
    let cell = |mark: &str, text: &str| format!("<w:tc><w:tcPr>{mark}</w:tcPr>{}</w:tc>", p(text));
    let row = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("", "a"),
        cell("<w:cellDel/>", "b"),
        cell("<w:cellIns/>", "c")
    );
    assert_eq!(printed(&docx(&row, &[])), ["a", "c"]);
    let before = doc_theo(&docx(&row, &[]), CheDo::TuChoi).unwrap();
    let cells: Vec<String> = before.khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra).collect();
    assert_eq!(cells, ["a", "b"]);
    assert!(before.co_dau_sua);
}

#[test]
fn parts_in_utf_16_are_read_and_other_tables_refused() {
    let text = String::from_utf8(
        Goi::mo(&docx(&p("chữ"), &[])).unwrap().phan("text/main.xml").unwrap().unwrap(),
    )
    .unwrap();
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let tree = phan::doc("x", &wide, &mut phan::Han::default()).unwrap();
    assert_eq!(tree, phan::doc("x", text.as_bytes(), &mut phan::Han::default()).unwrap());
    let other = format!("<?xml version=\"1.0\" encoding=\"windows-1258\"?>{text}");
    assert!(matches!(
        phan::doc("x", other.as_bytes(), &mut phan::Han::default()),
        Err(LoiDoc::XmlHong(_))
    ));
}

#[test]
fn lists_count_as_word_counts_them() {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let lvl = |i: u8, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let lists = format!(
        "<w:numbering {w}><w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"DS\"/></w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"DS\"/>{}{}{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        lvl(0, "upperRoman", "%1.", ""),
        lvl(1, "decimal", "%1.%2.", "<w:lvlRestart w:val=\"0\"/><w:isLgl/>"),
        lvl(2, "lowerLetter", "%3)", "<w:suff w:val=\"nothing\"/>"),
        lvl(3, "ordinalText", "%4", "")
    );
    let styles = format!(
        "<w:styles {w}><w:style w:type=\"numbering\" w:styleId=\"DS\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"A\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let own = |level: u8| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            r("x")
        )
    };
    let of =
        |style: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r("x"));
    let body = [of("A"), of("B"), own(2), of("A"), of("B"), own(3)].concat();
    let file = docx_phan(
        &format!("<w:document {w}><w:body>{body}</w:body></w:document>"),
        &[("styles", styles), ("numbering", lists)],
    );
    assert_eq!(printed(&file), ["I. x", "1.1. x", "a)x", "II. x", "2.2. x", "1 x"]);
    assert_eq!(
        told(&file),
        ["Mục II, đoạn 2: có kiểu đánh số chương trình chưa biết “ordinalText”, gần chữ “x”"]
    );
}

#[test]
fn cycles_and_floods_end() {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let styles = format!(
        "<w:styles {w}><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>\
         <w:style w:type=\"numbering\" w:styleId=\"DS\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let lists = format!(
        "<w:numbering {w}><w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"DS\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let body = format!(
        "<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p></w:body></w:document>",
        r("x")
    );
    assert_eq!(printed(&docx_phan(&body, &[("styles", styles), ("numbering", lists)])), ["x"]);
    assert_eq!(doc(&docx(&"<w:p/>".repeat(120_000), &[])), Err(LoiDoc::QuaLon));
    assert_eq!(doc(&docx(&"<w:p/>".repeat(1_000_000), &[])), Err(LoiDoc::QuaLon));
    let many: String = (0..400).map(|i| format!(" w:a{i}=\"\"")).collect();
    assert_eq!(doc(&docx(&format!("<w:p{many}/>"), &[])), Err(LoiDoc::QuaLon));
}
