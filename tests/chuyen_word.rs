//! A clerk's story, from end to end: a decision of 2019 in Word becomes this year's, the leader's corrections in Word come
//! back into it, and a copy with a number of its own goes to each of a hundred and twenty people of a list of Excel.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Output;

use crate::support;
use crate::support::sua_word::{Sua, sua};
use crate::support::{stderr, stdout, vanthu};
use zip::write::SimpleFileOptions;

const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NGUOI: usize = 120;

fn packed(path: &Path, parts: &[(&str, String)]) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    fs::write(path, zip.finish().unwrap().into_inner()).unwrap();
}

fn rels(all: &[(&str, &str)]) -> String {
    let one = |(at, (kind, to)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{at}\" Type=\"{R}/{kind}\" Target=\"{to}\"/>")
    };
    let all: String = all.iter().enumerate().map(one).collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A paragraph with a style, and runs cut as Word cuts them.
fn p(style: &str, runs: &[&str]) -> String {
    let run = |text: &&str| {
        format!(
            "<w:r w:rsidRPr=\"00C0FFEE\"><w:t xml:space=\"preserve\">{text}</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>"
        )
    };
    let runs: String = runs.iter().map(run).collect();
    format!("<w:p w:rsidR=\"00A1B2C3\"><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn columns(left: &str, right: &str) -> String {
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3500\"/><w:gridCol \
         w:w=\"5700\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{left}</w:tc><w:tc><w:tcPr/>{right}</w:tc></w:tr></w:tbl>"
    )
}

/// As Word saves it: the face comes from the theme, looks from styles, the numbers of the articles from a list.
fn quyet_dinh_2019(path: &Path) {
    let style = |id: &str, name: &str, ppr: &str, rpr: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
        )
    };
    let centre = "<w:jc w:val=\"center\"/>";
    let styles = [
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/><w:sz \
         w:val=\"28\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" \
         w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            .to_owned(),
        style("Giua", "Giua", centre, ""),
        style("GiuaDam", "Giua dam", centre, "<w:b/>"),
        style("Nghieng", "Giua nghieng", centre, "<w:i/>"),
        style("Than", "Body Text", "<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>", ""),
        style("Dieu", "Dieu", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:jc w:val=\"both\"/>", ""),
        style("Nho", "Noi nhan", "", "<w:sz w:val=\"22\"/>"),
    ]
    .concat();
    let list = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
        <w:lvlText w:val=\"Điều %1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let theme = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:fontScheme \
        name=\"O\"><a:majorFont><a:latin typeface=\"Times New Roman\"/></a:majorFont><a:minorFont><a:latin \
        typeface=\"Times New Roman\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>";
    let left = [
        p("Giua", &["UBND TỈNH ĐỒNG THÁP"]),
        p("GiuaDam", &["SỞ ", "NỘI VỤ"]),
        p("Giua", &["Số: 15/QĐ-", "SNV"]),
    ];
    let right = [
        p("GiuaDam", &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        p("GiuaDam", &["Độc lập - Tự do - Hạnh phúc"]),
        p("Nghieng", &["Đồng Tháp, ngày 05 tháng 3 năm 2019"]),
    ];
    let foot = [
        p("Nho", &["Nơi nhận:"]),
        p("Nho", &["- Như Điều 3;"]),
        p("Nho", &["- Giám đốc Sở;"]),
        p("Nho", &["- Lưu: VT, TCCC."]),
    ];
    let body = [
        columns(&left.concat(), &right.concat()),
        p("GiuaDam", &["QUYẾT ĐỊNH"]),
        p("GiuaDam", &["Về việc cử công chức tham dự lớp bồi dưỡng năm 2019"]),
        p("GiuaDam", &["GIÁM ĐỐC SỞ NỘI VỤ"]),
        p("Than", &["Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;"]),
        p("Than", &["Theo đề nghị của Trưởng phòng Tổ chức công chức."]),
        p("GiuaDam", &["QUYẾT ĐỊNH:"]),
        p("Dieu", &["Cử công chức tham dự lớp bồi dưỡng kỹ năng soạn thảo văn bản ", "trong 05 ngày."]),
        p("Dieu", &["Kinh phí do cơ quan cử đi chi trả."]),
        p("Dieu", &["Trưởng phòng Tổ chức công chức và công chức có tên chịu trách nhiệm thi hành Quyết định này./."]),
        columns(&foot.concat(), &[p("GiuaDam", &["GIÁM ĐỐC"]), p("Giua", &[]), p("GiuaDam", &["Trần Thị Bình"])].concat()),
    ]
    .concat();
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
        ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
        ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let own =
        [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "theme/theme1.xml")];
    let parts = [
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", rels(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", rels(&own)),
        (
            "word/document.xml",
            format!("<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"),
        ),
        ("word/styles.xml", format!("<w:styles {W}>{styles}</w:styles>")),
        ("word/numbering.xml", format!("<w:numbering {W}>{list}</w:numbering>")),
        ("word/theme/theme1.xml", theme.to_owned()),
    ];
    packed(path, &parts);
}

/// The list as Excel saves it: names, a day as a number with a format, codes with zeros before them.
fn danh_sach(path: &Path) {
    let text = |cell: &str| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>");
    let head: String = ["Họ và tên", "Đơn vị", "Ngày sinh"].map(text).concat();
    let row = |i: usize| {
        let born = format!("<c s=\"1\"><v>{}</v></c>", 30_000 + i);
        format!(
            "<row>{}{}{born}</row>",
            text(&format!("Lê Thị {}", ten(i))),
            text(&format!("xã Tân {}", ten(i)))
        )
    };
    let rows: String = (1..=NGUOI).map(row).collect();
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf \
        numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let parts = [
        ("_rels/.rels", rels(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", rels(&[("worksheet", "s.xml"), ("styles", "k.xml")])),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"DS\" r:id=\"r0\"/></sheets></workbook>".to_owned(),
        ),
        (
            "xl/s.xml",
            format!("<worksheet><sheetData><row>{head}</row>{rows}</sheetData></worksheet>"),
        ),
        ("xl/k.xml", styles.to_owned()),
    ];
    packed(path, &parts);
}

/// A name for each, in letters.
fn ten(i: usize) -> String {
    const AM: [&str; 11] =
        ["An", "Bình", "Chín", "Dung", "Em", "Giang", "Hạnh", "Khoa", "Lan", "Mỹ", "Nga"];
    format!("{} {}", AM[i / 11], AM[i % 11])
}

fn run(dir: &Path, args: &[&str]) -> Output {
    vanthu().args(args).current_dir(dir).output().unwrap()
}

fn well(dir: &Path, args: &[&str]) -> (String, String) {
    let out = run(dir, args);
    assert!(out.status.success(), "{args:?}: {}{}", stdout(&out), stderr(&out));
    (stdout(&out), stderr(&out))
}

/// Every change must find its words.
fn change(path: &Path, pairs: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(path).unwrap();
    for (old, new) in pairs {
        assert!(text.contains(old), "không có “{old}”:\n{text}");
        text = text.replacen(old, new, 1);
    }
    fs::write(path, &text).unwrap();
    text
}

#[test]
fn a_decision_of_2019_becomes_this_years_and_goes_to_120_people() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    quyet_dinh_2019(&dir.join("qd-2019.docx"));

    // From Word: all letters come over.
    let (_, told) = well(dir, &["import", "qd-2019.docx", "-o", "hs"]);
    assert!(!told.contains("import-lost") && told.contains("loại văn bản: Quyết định"), "{told}");
    let hs = dir.join("hs");
    let yaml = hs.join("quyet-dinh.yaml");
    let text = fs::read_to_string(&yaml).unwrap();
    for said in ["ngay_ban_hanh: 5/3/2019", "so: 15", "Luật Cán bộ, công chức", "Điều 2. Kinh phí"]
    {
        assert!(text.contains(said), "{said}:\n{text}");
    }
    let office = fs::read_to_string(hs.join("co-quan.yaml")).unwrap();
    assert!(office.contains("Sở Nội vụ") && office.contains("Trần Thị Bình"), "{office}");

    // This year's: its number is the register's, its words are changed where they must be.
    let text = change(
        &yaml,
        &[
            ("so: 15\n", ""),
            ("5/3/2019", "3/2026"),
            ("năm 2019", "năm 2026"),
            ("ngày 13 tháng 11 năm 2008", "ngày 24 tháng 6 năm 2025"),
        ],
    );
    well(dir, &["build", "hs"]);

    // The leader corrects: some words at once, some with Track Changes.
    let tracked = "</w:t></w:r><w:del w:id=\"1\" w:author=\"Trần Thị Bình\" w:date=\"2026-03-09T08:00:00Z\"><w:r><w:delText>05 \
        ngày</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"Trần Thị Bình\" w:date=\"2026-03-09T08:00:00Z\"><w:r><w:t>03 \
        ngày</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">";
    let word = hs.join("quyet-dinh.docx");
    sua(&word, &[Sua::Chu("cơ quan cử đi", "Sở Nội vụ"), Sua::Xml("05 ngày", tracked)]);
    let out = run(dir, &["take-back", "hs/quyet-dinh.docx"]);
    assert!(
        !out.status.success() && stderr(&out).contains("1. Trần Thị Bình (09/3/2026)"),
        "{}",
        stderr(&out)
    );
    assert_eq!(fs::read_to_string(&yaml).unwrap(), text);
    well(dir, &["take-back", "hs/quyet-dinh.docx", "--accept", "1"]);
    let corrected =
        text.replacen("cơ quan cử đi", "Sở Nội vụ", 1).replacen("05 ngày", "03 ngày", 1);
    assert_eq!(fs::read_to_string(&yaml).unwrap(), corrected);
    // What she corrected is kept, and the paper is made anew.
    let (_, told) = well(dir, &["build", "hs"]);
    assert!(told.contains("word-kept"), "{told}");

    // To each of the list.
    danh_sach(&dir.join("ds.xlsx"));
    change(
        &yaml,
        &[
            (
                "Cử công chức tham dự",
                "Cử {{Họ và tên}}, sinh ngày {{Ngày sinh}}, {{đơn vị}} tham dự",
            ),
            ("công chức có tên", "{{Họ và tên}}"),
        ],
    );
    let list =
        ["merge", "hs/quyet-dinh.yaml", "ds.xlsx", "--number", "each", "--date", "10/3/2026"];
    let (seen, _) = well(dir, &[&list[..], &["--dry-run"]].concat());
    assert!(seen.contains("sẽ phát hành 120 văn bản") && seen.contains("19/02/1982"), "{seen}");
    assert!(!hs.join("so-dang-ky.txt").exists());
    well(dir, &[&list[..], &["--chap-nhan-canh-bao"]].concat());
    let mut made: Vec<_> =
        fs::read_dir(hs.join("phat-hanh/2026")).unwrap().map(|e| e.unwrap().path()).collect();
    made.sort();
    assert_eq!(made.len(), NGUOI);
    let register = fs::read_to_string(hs.join("so-dang-ky.txt")).unwrap();
    assert_eq!(register.matches("phát hành |").count(), NGUOI, "{register}");
    // The first, one in the midst, the last: each with its own number, name and day.
    for i in [1, 60, NGUOI] {
        let folder = made.iter().find(|p| p.ends_with(format!("{i:02}-QD-SNV"))).unwrap();
        let docx = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
        let docx = docx.into_iter().find(|p| p.extension().is_some_and(|e| e == "docx")).unwrap();
        let said = support::word::part(&docx, "word/document.xml").unwrap();
        for words in
            [format!("Lê Thị {}", ten(i)), "03 ngày".to_owned(), "do Sở Nội vụ chi trả".to_owned()]
        {
            assert!(said.contains(&words), "{i}: {words}");
        }
        well(dir, &["verify", folder.to_str().unwrap()]);
    }
    well(dir, &["register", "check", "--ho-so", "hs"]);
}
