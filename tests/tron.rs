//! `merge` as a clerk meets it: one paper and a list of Excel, LibreOffice or plain text. Values come out as the letters
//! that their cells show, every fault of every row is told before anything is written, a stopped run goes on. And
//! `issue` of several files.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support;
use crate::support::word::part;
use crate::support::{root, stderr, stdout, tool, vanthu};
use zip::write::SimpleFileOptions;

/// A hồ sơ with one paper.
fn ho_so(paper: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    std::fs::write(dir.path().join("thu.yaml"), paper).unwrap();
    dir
}

const THU: &str = "loai: cong_van\nngay_ban_hanh: 12/3/2026\ndon_vi_soan: VP\ntrich_yeu: mời {{Họ và tên}} dự họp\n\
                   kinh_gui: \"{{Đơn vị}}\"\nnoi_nhan:\n  - Như trên\nluu: VT\nnoi_dung: |\n  Kính mời {{Họ và tên}} tới \
                   dự, mã số {{Mã}}.\n";

fn merge(dir: &Path, list: &str, more: &[&str]) -> Output {
    vanthu().arg("merge").arg(dir.join("thu.yaml")).arg(dir.join(list)).args(more).output().unwrap()
}

fn merged(dir: &Path, list: &str, more: &[&str]) -> Output {
    let out = merge(dir, list, more);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    out
}

/// What is told of a merge that fails; nothing is written.
fn refused(dir: &Path, list: &str, more: &[&str]) -> String {
    let out = merge(dir, list, more);
    assert!(!out.status.success() && stdout(&out).is_empty(), "{}", stdout(&out));
    assert_eq!(made(&dir.join("thu-tron")), [""; 0], "{}", stderr(&out));
    stderr(&out)
}

/// The names of the files in a folder.
fn made(folder: &Path) -> Vec<String> {
    let Ok(all) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = all.map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

/// The paragraphs of a Word file's body.
fn word(docx: &Path) -> Vec<String> {
    let xml = part(docx, "word/document.xml").unwrap();
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let named = |n: &roxmltree::Node, name: &str| n.tag_name().name() == name;
    let text = |p: roxmltree::Node| {
        let pieces = p.descendants().filter(|n| named(n, "t") || named(n, "br") || named(n, "tab"));
        pieces.map(|n| if named(&n, "t") { n.text().unwrap_or_default() } else { " " }).collect()
    };
    tree.descendants().filter(|n| named(n, "p")).map(text).collect()
}

fn pdf(path: &Path) -> String {
    tool(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-"))
}

/// Letters without what parts words.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// A plain face, one that strikes out, one that says it does not.
const PHONG: &str = "<fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>";

/// A workbook: its sheets by name, as XML of `sheetData` and what follows it; formats by number from 164 on.
fn xlsx(sheets: &[(&str, &str)], formats: &[&str]) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut rels) = (String::new(), String::new());
    for (i, (name, body)) in sheets.iter().enumerate() {
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"r{0}\"/>", i + 1);
        let _ = write!(
            rels,
            "<Relationship Id=\"r{0}\" Type=\"{rel}/worksheet\" Target=\"worksheets/s{0}.xml\"/>",
            i + 1
        );
        parts.push((
            format!("xl/worksheets/s{}.xml", i + 1),
            format!("<worksheet>{body}</worksheet>"),
        ));
    }
    let _ = write!(rels, "<Relationship Id=\"st\" Type=\"{rel}/styles\" Target=\"styles.xml\"/>");
    let codes = formats.iter().enumerate();
    let codes: String = codes
        .map(|(i, code)| {
            format!(
                "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
                164 + i,
                code.replace('"', "&quot;")
            )
        })
        .collect();
    let styles: String =
        (0..formats.len()).map(|i| format!("<xf numFmtId=\"{}\"/>", 164 + i)).collect();
    parts.push(("_rels/.rels".into(), format!("<Relationships><Relationship Id=\"a\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")));
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns:r=\"{rel}\"><sheets>{list}</sheets></workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships>{rels}</Relationships>"),
    ));
    parts.push(("xl/styles.xml".into(), format!("<styleSheet><numFmts>{codes}</numFmts>{PHONG}<cellXfs><xf numFmtId=\"0\"/>{styles}<xf numFmtId=\"14\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>")));
    packed(&parts)
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A cell of letters.
fn chu(at: &str, text: &str) -> String {
    format!(
        "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(text)
    )
}

/// Rows of letters from row `from` on.
fn rows(from: usize, rows: &[&[&str]]) -> String {
    let mut out = String::new();
    for (i, row) in rows.iter().enumerate() {
        let cells = row.iter().enumerate();
        let cells: String = cells
            .map(|(c, text)| chu(&format!("{}{}", char::from(b'A' + c as u8), from + i), text))
            .collect();
        let _ = write!(out, "<row r=\"{}\">{cells}</row>", from + i);
    }
    out
}

const DAU: &[&str] = &["Họ và tên", "Đơn vị", "Mã"];

fn one_sheet(data: &str, behind: &str) -> Vec<u8> {
    xlsx(
        &[("Danh sách", &format!("<sheetData>{}{data}</sheetData>{behind}", rows(1, &[DAU])))],
        &["000000", "#,##0", "dd/mm/yyyy", "d mmm yyyy"],
    )
}

fn write(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    std::fs::write(dir.join(name), bytes).unwrap();
}

#[test]
fn the_example_of_the_manual_is_merged() {
    let page = std::fs::read_to_string(root().join("docs/tron-thu.md")).unwrap();
    let block = |fence: &str| {
        let (_, rest) = page.split_once(&format!("```{fence}\n")).unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    let dir = ho_so(&block("yaml giay-moi.yaml"));
    write(dir.path(), "khach-moi.csv", block("csv khach-moi.csv"));
    let shown = merged(dir.path(), "khach-moi.csv", &["--dry-run"]);
    let told = stdout(&shown);
    assert!(told.contains("sẽ soạn 3 bản") && told.contains("Nguyễn Văn An"), "{told}");
    assert_eq!(made(&dir.path().join("thu-tron")), [""; 0]);
    let out = merged(dir.path(), "khach-moi.csv", &["--name-by", "ho va ten"]);
    let ra = dir.path().join("thu-tron");
    assert_eq!(
        made(&ra),
        [
            "Le-Van-Cuong.docx",
            "Le-Van-Cuong.pdf",
            "Nguyen-Van-An.docx",
            "Nguyen-Van-An.pdf",
            "Tran-Thi-Binh.docx",
            "Tran-Thi-Binh.pdf"
        ]
    );
    assert!(
        stderr(&out).contains("cột không dùng đến: STT") && !stderr(&out).contains("cảnh báo"),
        "{}",
        stderr(&out)
    );
    let text = pdf(&ra.join("Tran-Thi-Binh.pdf"));
    assert!(
        letters(&text).contains("BàTrầnThịBình,ChủtịchHộiNôngdân")
            && letters(&text).contains("bànsố02"),
        "{text}"
    );
    assert!(
        word(&ra.join("Le-Van-Cuong.docx"))
            .iter()
            .any(|p| p.contains("Ông Lê Văn Cường, Trưởng phòng Nội vụ"))
    );
}

/// Numbers, days and leading zeros as their cells show them; heads under title rows, by another spelling.
#[test]
fn cells_are_printed_as_they_are_shown() {
    let dir = ho_so(THU);
    let number = |at: &str, style: usize, value: &str| {
        format!("<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>")
    };
    let data = format!(
        "{}<row r=\"6\">{}{}{}</row><row r=\"7\">{}{}{}</row><row r=\"8\">{}{}{}</row><row r=\"9\"/><row r=\"10\">{}</row>",
        rows(2, &[&["UBND TỈNH", ""], &["", "Danh sách"], &["Mã", "HO VA TEN", " đơn  VỊ "]]),
        number("A6", 1, "123"),
        chu("B6", "An"),
        chu("C6", "Sở A"),
        number("A7", 2, "1234567"),
        chu("B7", "Bình"),
        chu("C7", "Sở B"),
        number("A8", 3, "45000"),
        chu("B8", "Cường"),
        chu("C8", "Sở C"),
        chu("A10", " "),
    );
    write(
        dir.path(),
        "a.xlsx",
        xlsx(
            &[("S", &format!("<sheetData>{data}</sheetData>"))],
            &["000000", "#,##0", "dd/mm/yyyy"],
        ),
    );
    let out = merged(dir.path(), "a.xlsx", &["-f", "docx"]);
    for (name, code) in [("thu-006", "000123"), ("thu-007", "1.234.567"), ("thu-008", "15/03/2023")]
    {
        let text = word(&dir.path().join("thu-tron").join(format!("{name}.docx")));
        assert!(text.iter().any(|p| p.contains(&format!("mã số {code}."))), "{name}: {text:?}");
    }
    assert!(stderr(&out).contains("lối Việt Nam"), "{}", stderr(&out));
}

#[test]
fn all_faults_of_all_rows_are_told_before_anything_is_written() {
    let dir = ho_so(THU);
    let cell =
        |xml: &str| format!("<row r=\"2\">{}{}{xml}</row>", chu("A2", "An"), chu("B2", "Sở A"));
    for (xml, told) in [
        ("<c r=\"C2\" t=\"e\"><v>#N/A</v></c>", "dòng 2, cột “Mã” (C2): ô báo lỗi #N/A"),
        ("<c r=\"C2\"><f>A1</f></c>", "công thức chưa có giá trị"),
        ("<c r=\"C2\" s=\"4\"><v>45000</v></c>", "không chắc ô hiện thế nào"),
        ("<c r=\"C2\"><v>123456789012</v></c>", "chỉ hiện một phần"),
        ("", "dòng 2, cột “Mã” trống"),
    ] {
        write(dir.path(), "a.xlsx", one_sheet(&cell(xml), ""));
        let said = refused(dir.path(), "a.xlsx", &[]);
        assert!(said.contains(told), "{xml}: {said}");
    }
    let three = rows(
        2,
        &[&["An", "Sở A", "1"], &["", "", "2"], &["Bình", "", "3"], &["", "", ""], &["Tổng", "x"]],
    );
    write(dir.path(), "a.xlsx", one_sheet(&three, ""));
    let said = refused(dir.path(), "a.xlsx", &[]);
    for told in [
        "dòng 3, cột “Họ và tên” trống",
        "dòng 3, cột “Đơn vị” trống",
        "dòng 4, cột “Đơn vị” trống",
        "dòng 6 là dòng tổng cộng, không phải một dòng để trộn",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let merged_cells = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
    let two = rows(2, &[&["An", "Sở A", "1"], &["Bình", "", "2"]]);
    write(dir.path(), "a.xlsx", one_sheet(&two, merged_cells));
    assert!(refused(dir.path(), "a.xlsx", &[]).contains("ô gộp B2:B3"));
    // A fault that only the paper knows: a word wider than the page.
    let wide = "x".repeat(300);
    write(
        dir.path(),
        "a.xlsx",
        one_sheet(&rows(2, &[&["An", "Sở A", "1"], &["中", "Sở", "2"], &[&wide, "Sở", "3"]]), ""),
    );
    let said = refused(dir.path(), "a.xlsx", &[]);
    assert!(said.contains("dòng 3:") && said.contains("missing-glyph"), "{said}");
}

#[test]
fn missing_and_doubled_columns_and_hidden_rows_are_told() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ tên,Đơn vị,Mã\nAn,Sở,1\n");
    let said = refused(dir.path(), "a.csv", &[]);
    assert!(said.contains("không có cột “Họ và tên”") && said.contains("thu.yaml:4"), "{said}");
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã,HO VA TEN\nAn,Sở,1,Bình\n");
    assert!(refused(dir.path(), "a.csv", &[]).contains("hai cột cùng tên"));
    assert!(refused(dir.path(), "a.csv", &["--name-by", "Ban"]).contains("--name-by"));
    let hidden =
        format!("{}<row r=\"3\" hidden=\"1\">{}</row>", rows(2, &[&["An", "Sở", "1"]]), "X");
    let hidden =
        hidden.replace('X', &[chu("A3", "Bình"), chu("B3", "Sở"), chu("C3", "2")].concat());
    write(dir.path(), "a.xlsx", one_sheet(&hidden, ""));
    assert!(refused(dir.path(), "a.xlsx", &[]).contains("1 dòng đang ẩn (do lọc hoặc giấu): 3"));
    let (some, all) = (dir.path().join("bo"), dir.path().join("lay"));
    merged(dir.path(), "a.xlsx", &["-f", "docx", "--hidden", "skip", "-o", some.to_str().unwrap()]);
    merged(dir.path(), "a.xlsx", &["-f", "docx", "--hidden", "take", "-o", all.to_str().unwrap()]);
    assert_eq!((made(&some).len(), made(&all).len()), (1, 2));
    let sheet = format!("<sheetData>{}</sheetData>", rows(1, &[DAU, &["An", "Sở", "1"]]));
    write(
        dir.path(),
        "b.xlsx",
        xlsx(&[("Một", &sheet), ("Hai", &sheet), ("Ba", "<sheetData/>")], &[]),
    );
    let said = refused(dir.path(), "b.xlsx", &[]);
    assert!(said.contains("nhiều trang tính có dữ liệu: Một, Hai"), "{said}");
    // As it can be typed.
    assert!(said.contains("--sheet \"Một\""), "{said}");
    merged(dir.path(), "b.xlsx", &["--sheet", "hai", "-f", "docx"]);
}

#[test]
fn a_template_is_told_where_it_is_no_merge() {
    let dir = ho_so(THU);
    let paper = dir.path().join("thu.yaml");
    for (verb, more) in [
        ("build", &[][..]),
        ("check", &[]),
        ("issue", &["--date", "12/3/2026", "--chap-nhan-canh-bao"]),
    ] {
        let out = vanthu().arg(verb).arg(&paper).args(more).output().unwrap();
        assert!(
            stderr(&out).contains("[merge-field]") && stderr(&out).contains("vanthu merge"),
            "{verb}: {}",
            stderr(&out)
        );
    }
    assert!(!dir.path().join("so-dang-ky.txt").exists());
    // Braces that YAML would take for a mapping are read as they are meant.
    std::fs::write(&paper, THU.replace("\"{{Đơn vị}}\"", "{{Đơn vị}}")).unwrap();
    write(dir.path(), "a.csv", "Họ và tên;Đơn vị;Mã\nAn;Sở A;1\n");
    merged(dir.path(), "a.csv", &["-f", "docx"]);
    assert!(word(&dir.path().join("thu-tron/thu-002.docx")).iter().any(|p| p.contains("Sở A")));
}

/// Values are letters, never marks, wherever they stand.
#[test]
fn any_value_comes_out_as_its_letters_in_both_files() {
    const PAPER: &str = "loai: cong_van\nngay_ban_hanh: 12/3/2026\ndon_vi_soan: VP\ntrich_yeu: mời ông {{X}} dự họp\n\
        kinh_gui: Ông {{X}} ở xã\nnoi_nhan:\n  - Như trên\n  - Ban {{X}} (để b/c)\nluu: VT\nnoi_dung: |\n  # Phần đầu\n\n  ## Mục {{X}} một\n\n  \
        {{X}} đứng đầu.\n\n  Đoạn **{{X}}** đậm, *{{X}}* nghiêng.\n\n  - {{X}} trong mục;\n\n  | Tên | Số |\n  |---|---|\n  | {{X}} | 1 |\n\n  Hết.\n";
    const PIECES: &[&str] = &[
        "*",
        "**",
        "***",
        "|",
        "||",
        "- ",
        "+ ",
        "# ",
        "## ",
        "1. ",
        "a) ",
        "Điều 1. ",
        "[^a]",
        "[^a]: ",
        "\\",
        "\\*",
        "`",
        "<br>",
        "<b>",
        "![](x.png)",
        "[a](b)",
        "_x_",
        "__",
        "~~",
        "{{X}}",
        "{{",
        "}}",
        "{",
        "&amp;",
        "$x$",
        "#let",
        "@",
        "^^",
        "\"",
        "'",
        ": ",
        "; ",
        "/",
        "%",
        "a",
        "Nguyễn",
        "ươ",
        "Ệ",
        "7",
        "0012",
        " ",
        "=",
        "I. ",
        "Chương I",
        "...",
    ];
    let mut state = 7u64;
    let mut next = |most: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let mut values: Vec<String> = PIECES.iter().map(|piece| format!("{piece}x")).collect();
    while values.len() < 120 {
        let value: String = (0..1 + next(5)).map(|_| PIECES[next(PIECES.len())]).collect();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() && !values.contains(&value) && value.chars().count() < 24 {
            values.push(value);
        }
    }
    let dir = ho_so(PAPER);
    let list: String = values.iter().map(|v| format!("\"{}\"\n", v.replace('"', "\"\""))).collect();
    write(dir.path(), "a.csv", format!("X\n{list}"));
    merged(dir.path(), "a.csv", &[]);
    for (value, row) in values.iter().zip(2..) {
        let ra = dir.path().join("thu-tron");
        let text = word(&ra.join(format!("thu-{row:03}.docx"))).join("\n").replace('\u{a0}', " ");
        let value = value.trim();
        for place in [
            "mời ông X dự",
            "Ông X ở xã",
            "Ban X (để",
            "Mục X một",
            "X đứng đầu",
            "Đoạn X đậm, X nghiêng",
            "X trong mục",
        ] {
            let wanted = place.replace('X', value);
            assert!(
                letters(&text).contains(&letters(&wanted)),
                "dòng {row} {value:?}: {wanted}\n{text}"
            );
        }
        let pages = letters(&pdf(&ra.join(format!("thu-{row:03}.pdf"))));
        for place in ["X đứng đầu", "Đoạn X đậm, X nghiêng", "X trong mục"] {
            let wanted = letters(&place.replace('X', value));
            assert!(pages.contains(&wanted), "dòng {row} {value:?}: {wanted}\n{pages}");
        }
        assert!(
            word(&ra.join(format!("thu-{row:03}.docx")))
                .iter()
                .any(|p| letters(p) == letters(value)),
            "ô bảng, {value:?}"
        );
    }
}

#[test]
fn lists_of_plain_text_are_read_in_every_set_and_with_every_separator() {
    let dir = ho_so(THU);
    let text = |dau: char| {
        format!(
            "Họ và tên{dau}Đơn vị{dau}Mã\r\n\"Nguyễn Văn Đông\"{dau}\"Sở\r\nTài chính\"{dau}007\r\n"
        )
    };
    let utf16 = |text: &str, be: bool| -> Vec<u8> {
        let unit = |u: u16| if be { u.to_be_bytes() } else { u.to_le_bytes() };
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    };
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.csv", text(',').into_bytes()),
        ("b.csv", [&b"\xEF\xBB\xBF"[..], text(';').as_bytes()].concat()),
        ("c.csv", utf16(&text('\t'), false)),
        ("d.csv", utf16(&text('\t'), true)),
        // `Họ và tên;Đơn vị;Mã`, `Nguyễn Văn Đông;Sở Tài chính;007` in Windows-1258.
        ("e.csv", b"Ho\xf2 va\xcc t\xean;\xd0\xf5n vi\xf2;Ma\xde\r\nNguy\xea\xden V\xe3n \xd0\xf4ng;S\xf5\xd2 Ta\xcci chi\xecnh;007\r\n".to_vec()),
    ];
    for (name, bytes) in files {
        write(dir.path(), name, bytes);
        let ra = dir.path().join(format!("ra-{name}"));
        merged(dir.path(), name, &["-f", "docx", "-o", ra.to_str().unwrap()]);
        let all = word(&ra.join("thu-002.docx")).join("\n");
        assert!(all.contains("mời Nguyễn Văn Đông tới dự, mã số 007."), "{name}: {all}");
        assert!(all.contains("Sở Tài chính"), "{name}: {all}");
    }
    for (bytes, told) in [
        (&b"H\xf2 t\xean\xdf;\xd0\nA;1\n"[..], "không rõ"),
        ("Họ và tên;Đơn vị;Mã\n\"A;b;1\n".as_bytes(), "dấu nháy kép"),
        (b"\xD0\xCF\x11\xE0", "Excel đời cũ"),
    ] {
        write(dir.path(), "x.csv", bytes);
        assert!(refused(dir.path(), "x.csv", &[]).contains(told), "{told}");
    }
}

#[test]
fn a_spreadsheet_of_libreoffice_is_read_as_it_is_shown() {
    let dir = ho_so(THU);
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        )
    };
    let row = |cells: &[&str]| {
        format!(
            "<table:table-row>{}</table:table-row>",
            cells.iter().map(|c| cell(c)).collect::<String>()
        )
    };
    let number = "<table:table-cell office:value-type=\"float\" office:value=\"7\"><office:annotation><text:p>lời</text:p></office:annotation><text:p>0007</text:p></table:table-cell>";
    let body = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"S\">\
         {}<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
         <table:table-row>{}{}{number}</table:table-row><table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        row(DAU),
        cell("An"),
        cell("Sở A")
    );
    write(
        dir.path(),
        "a.ods",
        packed(&[
            ("mimetype".into(), "application/vnd.oasis.opendocument.spreadsheet".into()),
            ("content.xml".into(), body),
        ]),
    );
    merged(dir.path(), "a.ods", &["-f", "docx"]);
    let all = word(&dir.path().join("thu-tron/thu-005.docx")).join("\n");
    assert!(all.contains("mã số 0007.") && !all.contains("lời"), "{all}");
}

/// Who strikes a row out has cancelled it, or corrected a name; merged as any other it is told.
#[test]
fn letters_that_are_struck_out_are_told() {
    let dir = ho_so(THU);
    let (x, y) = (dir.path().join("x"), dir.path().join("y"));
    let ten = |row: usize, cell: &str| {
        let rest = [chu(&format!("B{row}"), "Sở"), chu(&format!("C{row}"), &row.to_string())];
        format!("<row r=\"{row}\">{cell}{}</row>", rest.concat())
    };
    let kieu = |row: usize, so: u8| {
        let cell = chu(&format!("A{row}"), &format!("Người {row}"));
        ten(row, &cell.replace("<c ", &format!("<c s=\"{so}\" ")))
    };
    let nua = "<c r=\"A5\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>Lê</t></r><r><t> Cúc</t></r></is></c>";
    let data = [kieu(2, 0), kieu(3, 6), kieu(4, 7), ten(5, nua)].concat();
    write(dir.path(), "a.xlsx", one_sheet(&data, ""));
    let said = stderr(&merged(dir.path(), "a.xlsx", &["-f", "docx", "-o", x.to_str().unwrap()]));
    assert!(said.contains("dòng 3, 5: chữ bị gạch ngang"), "{said}");
    let cell = |kieu: &str, chu: &str| {
        format!("<table:table-cell{kieu}><text:p>{chu}</text:p></table:table-cell>")
    };
    let row = |kieu: &str, ten: &str| {
        format!("<table:table-row>{}{}</table:table-row>", cell(kieu, ten), cell("", "Sở"))
    };
    let nua = "<text:span text:style-name=\"t\">Lê</text:span> Cúc";
    let all = [
        row("", "Họ và tên").replace("Sở", "Đơn vị"),
        row(" table:style-name=\"g\"", "An"),
        row(" table:style-name=\"k\"", "Bình"),
        row(" table:style-name=\"k\"", nua),
        row("", "Dũng"),
    ];
    let kieu = |ten: &str, net: &str| {
        format!(
            "<style:style style:name=\"{ten}\"><style:text-properties style:text-line-through-style=\"{net}\"/></style:style>"
        )
    };
    write(
        dir.path(),
        "a.ods",
        packed(&[(
            "content.xml".into(),
            format!(
                "<office:document-content>{}{}{}<table:table table:name=\"S\"><table:table-column table:default-cell-style-name=\"g\"/><table:table-column/>{}</table:table></office:document-content>",
                kieu("g", "solid"),
                kieu("k", "none"),
                kieu("t", "solid"),
                all.concat()
            ),
        )]),
    );
    let text = THU.replace("{{Mã}}", "1");
    write(dir.path(), "thu.yaml", text);
    let said = stderr(&merged(dir.path(), "a.ods", &["-f", "docx", "-o", y.to_str().unwrap()]));
    assert!(said.contains("dòng 2, 4–5: chữ bị gạch ngang"), "{said}");
}

/// A second run makes what is missing and nothing else, and nobody's edits are written over.
#[test]
fn a_run_goes_on_by_what_the_files_hold() {
    let dir = ho_so(THU);
    let list: String = (1..=8).map(|i| format!("Người {i},Sở {i},{i}\n")).collect();
    write(dir.path(), "a.csv", format!("Họ và tên,Đơn vị,Mã\n{list}"));
    merged(dir.path(), "a.csv", &[]);
    let ra = dir.path().join("thu-tron");
    let before: BTreeMap<String, Vec<u8>> = made(&ra)
        .into_iter()
        .map(|name| (name.clone(), std::fs::read(ra.join(&name)).unwrap()))
        .collect();
    assert_eq!(before.len(), 16);
    std::fs::remove_file(ra.join("thu-003.pdf")).unwrap();
    let out = merged(dir.path(), "a.csv", &[]);
    assert!(stderr(&out).contains("7 bản đã có từ lần trộn trước"), "{}", stderr(&out));
    for (name, bytes) in &before {
        assert!(std::fs::read(ra.join(name)).unwrap() == *bytes, "{name}");
    }
    // The paper has changed: its own files are made anew, an edited one is not.
    std::fs::write(dir.path().join("thu.yaml"), THU.replace("tới dự", "đến dự")).unwrap();
    merged(dir.path(), "a.csv", &[]);
    assert!(word(&ra.join("thu-002.docx")).iter().any(|p| p.contains("đến dự")));
    std::fs::write(ra.join("thu-004.docx"), b"sua tay").unwrap();
    let out = merge(dir.path(), "a.csv", &[]);
    assert!(
        stderr(&out).contains("already-there") && stderr(&out).contains("thu-004.docx"),
        "{}",
        stderr(&out)
    );
    assert_eq!(std::fs::read(ra.join("thu-004.docx")).unwrap(), b"sua tay");
}

#[test]
fn one_pdf_has_all_papers_each_on_a_front_side() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,Sở B,2\nCường,Sở C,3\n");
    let pages = |more: &[&str]| {
        merged(dir.path(), "a.csv", more);
        let all = dir.path().join("thu-tron/thu-tat-ca.pdf");
        let text = pdf(&all);
        text.split('\u{c}').map(str::to_owned).collect::<Vec<_>>()
    };
    let plain = pages(&["--one-pdf"]);
    assert!(plain.len() == 4 && plain[1].contains("Bình"), "{plain:?}");
    let two = pages(&["--one-pdf", "--two-sided"]);
    assert!(
        two.len() == 6
            && two[1].trim().is_empty()
            && two[2].contains("Bình")
            && two[4].contains("Cường"),
        "{two:?}"
    );
}

fn register(dir: &Path) -> String {
    std::fs::read_to_string(dir.join("so-dang-ky.txt")).unwrap_or_default()
}

/// The issued folders.
fn issued(dir: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(dir.join("phat-hanh/2026")).unwrap().map(|e| e.unwrap().path()).collect();
    all.sort();
    all
}

#[test]
fn each_row_gets_a_number_once_and_its_folder_is_built_again() {
    let dir = ho_so(THU);
    let with = ["--number", "each", "--chap-nhan-canh-bao"];
    write(
        dir.path(),
        "a.csv",
        "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình **x** | {{Mã}},Sở B,2\nAn,Sở A,1\n",
    );
    let said = stderr(&merge(dir.path(), "a.csv", &with));
    assert!(said.contains("dòng 4 giống hệt dòng 2") && register(dir.path()).is_empty(), "{said}");
    write(
        dir.path(),
        "a.csv",
        "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình **x** | {{Mã}},Sở B,2\n,Sở,3\n",
    );
    let said = stderr(&merge(dir.path(), "a.csv", &with));
    assert!(
        said.contains("dòng 4, cột “Họ và tên” trống") && register(dir.path()).is_empty(),
        "{said}"
    );
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình **x** | {{Mã}},Sở B,2\n");
    merged(dir.path(), "a.csv", &with);
    assert_eq!(issued(dir.path()).len(), 2);
    for folder in issued(dir.path()) {
        let out = vanthu().arg("verify").arg(&folder).output().unwrap();
        assert!(
            out.status.success() && stdout(&out).contains("đúng từng byte"),
            "{}{}",
            stdout(&out),
            stderr(&out)
        );
    }
    write(
        dir.path(),
        "a.csv",
        "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình **x** | {{Mã}},Sở B,2\nCường,Sở C,3\n",
    );
    let out = merged(dir.path(), "a.csv", &with);
    assert!(
        stderr(&out).contains("đã phát hành 1 văn bản; 2 văn bản đã có số từ trước"),
        "{}",
        stderr(&out)
    );
    assert_eq!(issued(dir.path()).len(), 3);
}

#[test]
fn one_number_is_for_all() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,Sở B,2\n");
    assert!(refused(dir.path(), "a.csv", &["--number", "15"]).contains("needs-date"));
    merged(dir.path(), "a.csv", &["--number", "15", "--date", "12/3/2026", "-f", "docx"]);
    for row in ["002", "003"] {
        let all = word(&dir.path().join(format!("thu-tron/thu-{row}.docx"))).join("\n");
        assert!(all.contains("15/"), "{all}");
    }
}

/// The next number is kept for all papers once every row can be made; a look takes none.
#[test]
fn the_next_number_is_kept_for_all() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,Sở B,2\n");
    write(dir.path(), "hong.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,,2\n");
    let next = ["--number", "next", "--date", "12/3/2026", "-f", "docx"];
    let look = merged(dir.path(), "a.csv", &[&next[..], &["--dry-run"]].concat());
    let said = String::from_utf8(look.stdout).unwrap();
    assert!(said.contains("sẽ giữ số 01 trong sổ rồi soạn 2 bản cùng số ấy"), "{said}");
    assert!(said.contains("Số: 01/") && said.contains("ngày 12 tháng 3 năm 2026"), "{said}");
    assert!(!dir.path().join("so-dang-ky.txt").exists());
    assert!(refused(dir.path(), "a.csv", &["--number", "next"]).contains("needs-date"));
    // A row that can't be made: no number is kept.
    assert!(refused(dir.path(), "hong.csv", &next).contains("dòng 3"));
    assert!(!dir.path().join("so-dang-ky.txt").exists());
    let out = merged(dir.path(), "a.csv", &next);
    assert!(stderr(&out).contains("số 01 nay giữ trong sổ"), "{}", stderr(&out));
    let text = register(dir.path());
    assert!(text.contains("giữ số") && text.contains("| 01 |"), "{text}");
    let folder = dir.path().join("thu-tron");
    let all = made(&folder);
    assert_eq!(all.len(), 2, "{all:?}");
    for ten in all {
        let paper = word(&folder.join(&ten)).join("\n");
        assert!(paper.contains("Số: 01/"), "{paper}");
    }
}

/// A bare name is of the folder in which one stands: its office is found there, as for every other verb.
#[test]
fn a_paper_that_is_named_without_a_folder_is_numbered_too() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,Sở B,2\n");
    let mut command = vanthu();
    command.current_dir(dir.path()).args(["merge", "thu.yaml", "a.csv", "--number", "next"]);
    let out = command.args(["--date", "12/3/2026", "-f", "docx"]).output().unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert_eq!(made(&dir.path().join("thu-tron")).len(), 2);
}

/// Where there is a register, the one number is kept there first, and is nobody else's.
#[test]
fn one_number_for_all_is_kept_in_the_register() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình,Sở B,2\n");
    let reserve = || {
        let mut command = vanthu();
        command.args(["register", "reserve", "--nam", "2026", "--ho-so"]).arg(dir.path());
        let out = command.output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
    };
    reserve();
    let with = |so: &'static str| ["--number", so, "--date", "12/3/2026", "-f", "docx"];
    for dry in [&["--dry-run"][..], &[]] {
        let said = refused(dir.path(), "a.csv", &[&with("2")[..], dry].concat());
        assert!(
            said.contains("number-not-kept")
                && said.contains("register reserve --nam 2026 --number 2"),
            "{said}"
        );
        // A number that can't be kept now is not advised.
        let said = refused(dir.path(), "a.csv", &[&with("15")[..], dry].concat());
        assert!(said.contains("--number next") && !said.contains("register reserve"), "{said}");
    }
    merged(dir.path(), "a.csv", &with("1"));
    std::fs::remove_dir_all(dir.path().join("thu-tron")).unwrap();
    let one = "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\n";
    write(dir.path(), "b.csv", one);
    let each = ["--number", "each", "--date", "12/3/2026", "--chap-nhan-canh-bao"];
    merged(dir.path(), "b.csv", &each);
    let said = refused(dir.path(), "a.csv", &with("2"));
    assert!(said.contains("number-taken"), "{said}");
}

/// Rows of a list that are nobody's, as lists of offices have them: none of them becomes a letter untold.
#[test]
fn rows_that_are_nobodys_are_left_out_and_told() {
    const STT: &str = "STT,Họ và tên,Đơn vị,Mã\n";
    let dir = ho_so(THU);
    write(
        dir.path(),
        "a.csv",
        format!(
            "{STT}(1),(2),(3),(4)\nI,Phòng Một,,\n1,An,Sở A,1\nSTT,Họ và tên,Đơn vị,Mã\n2,Bình,Sở B,\n,Tổng cộng: 2 người,,\n\
             ,,\"Ngày 1 tháng 3\",\n,Người lập,Giám đốc,\n"
        ),
    );
    let out = merged(dir.path(), "a.csv", &["-f", "docx", "--cho-trong"]);
    let said = stderr(&out);
    for told in [
        "dòng 2 là dòng đánh số cột (1), (2), (3); dòng ấy được bỏ qua",
        "dòng 3 không có số thứ tự như các dòng khác (“I”)",
        "dòng 5 là dòng tên cột lặp lại",
        "dòng 7 là dòng tổng cộng (“Tổng cộng: 2 người”); dòng ấy được bỏ qua",
        "dòng 8 không có số thứ tự",
        "dòng 9 không có số thứ tự như các dòng khác (“Người lập”)",
    ] {
        assert!(said.contains("extra-row") && said.contains(told), "{told}\n{said}");
    }
    assert_eq!(made(&dir.path().join("thu-tron")), ["thu-004.docx", "thu-006.docx"]);
    std::fs::remove_dir_all(dir.path().join("thu-tron")).unwrap();
    // Where no cell may be blank, the sum is named for what it is; a sum that lacks nothing is merged and told.
    write(dir.path(), "b.csv", format!("{STT}1,An,Sở A,1\n,Tổng cộng,,1\n"));
    assert!(refused(dir.path(), "b.csv", &[]).contains("dòng 3 là dòng tổng cộng, không phải"));
    write(dir.path(), "c.csv", format!("{STT}1,An,Sở A,1\n,Cộng,x,1\n"));
    let said = stderr(&merged(dir.path(), "c.csv", &["-f", "docx"]));
    assert!(said.contains("dòng 3 là dòng tổng cộng (“Cộng”) mà vẫn thành một bản"), "{said}");
}

/// A separator inside a cell moves all cells behind it to the next column: the row says other things than were written.
#[test]
fn a_row_of_more_cells_than_heads_is_told() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\nBình, Hà,Sở B,2\n");
    let said = refused(dir.path(), "a.csv", &[]);
    assert!(
        said.contains("bad-cell") && said.contains("dòng 3 có 4 ô mà dòng tên cột có 3"),
        "{said}"
    );
    // Blank cells at the end, as Excel writes them, are nothing.
    write(dir.path(), "b.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1,,\n");
    merged(dir.path(), "b.csv", &["-f", "docx"]);
}

/// Brackets of other programs around a head would be printed on every paper.
#[test]
fn a_head_in_other_brackets_is_told() {
    for other in ["«Mã»", "<<Mã>>", "{Mã}", "[[Mã]]", "${ma}"] {
        let dir = ho_so(&THU.replace("{{Mã}}", other));
        write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\n");
        let said = refused(dir.path(), "a.csv", &[]);
        assert!(said.contains(&format!("“{other}” chưa phải chỗ để trộn")), "{other}: {said}");
        assert!(said.contains("thu.yaml:10"), "{said}");
    }
    // Words in brackets that are no head are words.
    let dir = ho_so(&THU.replace("mã số", "{mã số} [x] «y»"));
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\n");
    merged(dir.path(), "a.csv", &["-f", "docx"]);
}

/// Cells whose letters can't be told: old sets of characters, formulas that nobody has computed, a day that is none.
#[test]
fn cells_that_say_nothing_sure_are_told() {
    let dir = ho_so(THU);
    write(
        dir.path(),
        "a.csv",
        "Họ và tên,Đơn vị,Mã\nNguyÔn V¨n An,Sở A,1\nTrần Bình,Sôû Noäi vuï,2\n",
    );
    let said = refused(dir.path(), "a.csv", &[]);
    assert!(said.contains("dòng 2, cột “Họ và tên” (A2): chữ gõ bằng bảng mã TCVN3"), "{said}");
    assert!(
        said.contains("có phải là: Nguyễn Văn?") && said.contains("(B3): chữ gõ bằng bảng mã VNI"),
        "{said}"
    );
    let row = format!(
        "<row r=\"2\">{}{}<c r=\"C2\"><f>1+1</f><v></v></c></row>",
        chu("A2", "An"),
        chu("B2", "Sở")
    );
    write(dir.path(), "b.xlsx", one_sheet(&row, ""));
    for more in [&[][..], &["--cho-trong"]] {
        assert!(refused(dir.path(), "b.xlsx", more).contains("công thức chưa có giá trị đã tính"));
    }
    write(dir.path(), "c.csv", b"%PDF-1.7 ...");
    write(dir.path(), "d.csv", "<html><table><tr><td>Họ và tên</td></tr></table></html>");
    for other in ["c.csv", "d.csv"] {
        assert!(refused(dir.path(), other, &[]).contains("không phải là danh sách"), "{other}");
    }
}

/// A cell without letters names no file: the row's number does, and that is told.
#[test]
fn a_name_of_no_letters_is_told() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã,Tệp\nAn,Sở A,1,\nBình,Sở B,2,x\n");
    let more = ["-f", "docx", "--name-by", "Tệp", "--cho-trong"];
    let said = stderr(&merged(dir.path(), "a.csv", &more));
    assert!(
        said.contains("dòng 2: cột “Tệp” không có chữ để đặt tên tệp, tệp mang tên “thu-002”"),
        "{said}"
    );
    assert_eq!(made(&dir.path().join("thu-tron")), ["thu-002.docx", "x.docx"]);
}

/// The register's drive is away: a look must not promise the first number.
#[test]
fn a_look_at_the_next_number_asks_for_the_register() {
    let dir = ho_so(THU);
    write(dir.path(), "a.csv", "Họ và tên,Đơn vị,Mã\nAn,Sở A,1\n");
    let (home, so) = (dir.path().join("nha"), dir.path().join("o/so"));
    std::fs::create_dir_all(&home).unwrap();
    let run = |args: &[&str]| {
        let mut command = vanthu();
        command.current_dir(dir.path()).env("HOME", &home).args(args).arg("--so-sach").arg(&so);
        command.output().unwrap()
    };
    let out = run(&["register", "reserve", "--nam", "2026"]);
    assert!(out.status.success(), "{}", stderr(&out));
    std::fs::rename(dir.path().join("o"), dir.path().join("mat")).unwrap();
    let look =
        ["merge", "thu.yaml", "a.csv", "--number", "next", "--date", "12/3/2026", "--dry-run"];
    let out = run(&look);
    assert!(!out.status.success() && stdout(&out).is_empty(), "{}", stdout(&out));
    assert!(stderr(&out).contains("register-away"), "{}", stderr(&out));
    let out = run(&[&look[..], &["--lap-so-moi"]].concat());
    assert!(stdout(&out).contains("sẽ giữ số 01"), "{}{}", stdout(&out), stderr(&out));
}

/// The user stops a run, the next one is killed: nothing has its name before all are made, what is whole is kept, and
/// what comes out at last is what comes out at once.
#[test]
#[cfg(target_os = "linux")]
fn a_run_that_was_stopped_and_killed_goes_on() {
    let dir = ho_so(THU);
    let list: String = (1..=80).map(|i| format!("Người {i},Sở {i},{i}\n")).collect();
    write(dir.path(), "a.csv", format!("Họ và tên,Đơn vị,Mã\n{list}"));
    let (ra, cho) = (dir.path().join("thu-tron"), dir.path().join("thu-tron/.vanthu-tron"));
    let mut before = 0;
    for (signal, code) in [("INT", Some(2)), ("KILL", None)] {
        let mut command = vanthu();
        command.arg("merge").arg(dir.path().join("thu.yaml")).arg(dir.path().join("a.csv"));
        let pipe = std::process::Stdio::piped;
        let mut child = command.args(["-j", "2"]).stdout(pipe()).stderr(pipe()).spawn().unwrap();
        while made(&cho).len() < before + 8 {
            assert!(child.try_wait().unwrap().is_none(), "đã xong trước khi bị ngắt");
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        tool(Command::new("kill").args(["-s", signal, &child.id().to_string()]));
        let out = child.wait_with_output().unwrap();
        assert_eq!(out.status.code(), code, "{}", stderr(&out));
        assert_eq!(made(&ra), [""; 0], "{signal}");
        before = made(&cho).len();
        assert!(code.is_none() || stderr(&out).contains("của"), "{}", stderr(&out));
    }
    let out = merged(dir.path(), "a.csv", &[]);
    assert!(stderr(&out).contains("bản đã soạn ở lần trộn bị dừng, dùng tiếp"), "{}", stderr(&out));
    let clean = dir.path().join("sach");
    merged(dir.path(), "a.csv", &["-o", clean.to_str().unwrap()]);
    assert_eq!(made(&ra), made(&clean));
    assert_eq!(made(&ra).len(), 160);
    for name in made(&ra) {
        assert!(
            std::fs::read(ra.join(&name)).unwrap() == std::fs::read(clean.join(&name)).unwrap(),
            "{name}"
        );
    }
    assert!(!cho.exists());
}

#[test]
fn several_files_are_issued_after_all_were_checked() {
    let dir = support::so_sach::ho_so(3);
    let file = |i: usize| dir.path().join(format!("k{i}.yaml"));
    let all = || {
        vanthu()
            .arg("issue")
            .args((1..=3).map(file))
            .args(["--date", support::so_sach::NGAY])
            .output()
            .unwrap()
    };
    let good = std::fs::read_to_string(file(3)).unwrap();
    std::fs::write(file(3), good.replacen("\ntrich_yeu:", "\ntrich_yeu_x:", 1)).unwrap();
    let out = all();
    assert!(
        !out.status.success() && stderr(&out).contains("chưa phát hành văn bản nào"),
        "{}",
        stderr(&out)
    );
    assert!(register(dir.path()).is_empty());
    std::fs::write(file(3), good).unwrap();
    // One of them has its number already.
    assert!(support::so_sach::issue(dir.path(), 2).output().unwrap().status.success());
    let out = all();
    assert!(
        out.status.success() && stderr(&out).contains("đã phát hành 2 văn bản; 1 văn bản đã có số"),
        "{}",
        stderr(&out)
    );
    support::so_sach::du_va_lien_tuc(dir.path(), 3);
    let again = all();
    assert!(
        again.status.success() && stderr(&again).contains("đã có số từ trước"),
        "{}",
        stderr(&again)
    );
    support::so_sach::du_va_lien_tuc(dir.path(), 3);
    let wrong =
        vanthu().arg("issue").args((1..=2).map(file)).args(["--number", "9"]).output().unwrap();
    assert!(stderr(&wrong).contains("--number chỉ dùng khi phát hành một văn bản"));
}

/// What no clerk has made costs a message.
#[test]
fn hostile_lists_are_told() {
    let dir = ho_so(THU);
    let many: String =
        (2..=30_000).map(|i| format!("<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>")).collect();
    let blank = format!("<sheetData>{}</sheetData>", " ".repeat(80 << 20));
    let entity = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>";
    let deep = "<a>".repeat(200_000);
    for (bytes, told) in [
        (one_sheet(&many, ""), "quá 20000 dòng"),
        (xlsx(&[("S", &blank)], &[]), "lớn bất thường"),
        (packed(&[("content.xml".into(), entity.into())]), "DOCTYPE"),
        (packed(&[("content.xml".into(), deep)]), "không"),
        (packed(&[("x".into(), String::new())]), "không phải là danh sách"),
        (b"PK\x03\x04rac".to_vec(), "không phải là danh sách"),
    ] {
        write(dir.path(), "a.xlsx", bytes);
        let said = refused(dir.path(), "a.xlsx", &["--memory-limit", "256"]);
        assert!(said.contains(told) && said.contains("[bad-list]"), "{told}: {said}");
    }
    let empty: String = (2..=1_048_576).map(|i| format!("<row r=\"{i}\"/>")).collect();
    let data = format!("{}{empty}", rows(2, &[&["An", "Sở", "1"]]));
    write(dir.path(), "a.xlsx", one_sheet(&data, ""));
    merged(dir.path(), "a.xlsx", &["-f", "docx", "--memory-limit", "256"]);
}

/// Excel writes what cells show into plain text, signs of errors as well; a signature under the list is nobody's; a column with
/// other marks is told.
#[test]
fn what_is_no_value_and_nobodys_row_is_told() {
    let dir = ho_so(THU);
    for (cell, told) in [
        ("#N/A", "ô báo lỗi #N/A"),
        ("#####", "cột hẹp"),
        ("\"1,2E+11\"", "1,2E+11"),
        ("9.12E+08", "1,2E+11"),
    ] {
        write(dir.path(), "a.csv", format!("Họ và tên;Đơn vị;Mã\nAn;Sở A;{cell}\n"));
        let said = refused(dir.path(), "a.csv", &[]);
        assert!(said.contains(told) && said.contains("dòng 2"), "{cell}: {said}");
    }
    let list =
        "STT;Họ và tên;Đơn vị;Mã\n1;An;Sở A;01\n2;Bình;Sở B;02\n;Người lập;Kế toán;Thủ trưởng\n";
    write(dir.path(), "a.csv", list);
    let said = stderr(&merged(dir.path(), "a.csv", &["--dry-run"]));
    assert!(said.contains("dòng 4 không có số thứ tự như các dòng khác (“Người lập”)"), "{said}");
    write(dir.path(), "thu.yaml", THU.replace("{{Mã}}", "{{Bàn}}"));
    write(dir.path(), "a.csv", "Họ và tên;Đơn vị;Bản\nAn;Sở A;01\n");
    let said = stderr(&merged(dir.path(), "a.csv", &["--dry-run"]));
    assert!(said.contains("{{Bàn}} lấy ở cột “Bản”: khác dấu"), "{said}");
    // Who types without marks means the same.
    write(dir.path(), "thu.yaml", THU.replace("{{Họ và tên}}", "{{Ho va ten}}"));
    write(dir.path(), "a.csv", "Họ và tên;Đơn vị;Mã\nAn;Sở A;01\n");
    assert!(!stderr(&merged(dir.path(), "a.csv", &["--dry-run"])).contains("khác dấu"));
}
