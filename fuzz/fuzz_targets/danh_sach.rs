//! Lists that papers are merged with: plain text of any bytes, and workbooks of Excel and LibreOffice whose parts are any
//! bytes or trees of the elements that they have. What a list says comes back when it is written as plain text.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use vanthu::reading::danh_sach::{Bang, doc, viet};
use zip::write::SimpleFileOptions;

const TEN: &[&str] = &[
    "row", "c", "v", "row", "c", "v", "f", "is", "t", "r", "si", "rPh", "mergeCell", "mergeCells", "sheetData", "worksheet",
    "sheet", "sheets", "workbookPr", "numFmt", "numFmts", "cellXfs", "xf", "Relationship", "table:table",
    "table:table-row", "table:table-cell", "table:covered-table-cell", "text:p", "text:s", "text:tab", "text:line-break",
    "office:annotation", "draw:frame", "table:shapes", "table:table-header-rows", "text:span", "encryption-data",
    "fonts", "font", "strike", "rPr", "style:style", "style:text-properties", "table:table-column",
];

const THUOC_TINH: &[(&str, &[&str])] = &[
    ("r", &["A1", "B2", "AB12", "1", "2", "1048576", "ZZZ9", "x", "99999999999999999999", "0", "A0"]),
    ("t", &["s", "str", "inlineStr", "n", "b", "e", "d"]),
    ("s", &["0", "1", "2", "3", "99", "-1"]),
    ("hidden", &["1", "0", "true"]),
    ("ref", &["A1:B2", "A1:A1048576", "B2:A1", "x", "A1", "A2:XFD2"]),
    ("state", &["hidden", "visible"]),
    ("name", &["Trang1", "Danh sách"]),
    ("numFmtId", &["0", "1", "2", "3", "14", "22", "43", "49", "164", "165"]),
    ("date1904", &["1"]),
    ("number-rows-repeated", &["1", "3", "1048576", "0", "-1"]),
    ("number-columns-repeated", &["2", "16384", "0"]),
    ("number-columns-spanned", &["2", "99999999999"]),
    ("number-rows-spanned", &["2", "18446744073709551615"]),
    ("value-type", &["float", "string", "date"]),
    ("visibility", &["collapse", "filter"]),
    ("formula", &["of:=1"]),
    ("c", &["3", "1000000"]),
    ("fontId", &["0", "1", "99"]),
    ("val", &["0", "1"]),
    ("style-name", &["Trang1", "k"]),
    ("default-cell-style-name", &["Trang1", "k"]),
    ("text-line-through-style", &["solid", "none"]),
];

/// Formats of numbers, by parts.
const DINH_DANG: &[&str] = &[
    "0", "#", "?", ".", ",", "%", "d", "m", "y", "h", "s", "AM/PM", ";", "@", "\\", "_", "*", "\"", "[", "]", "General", "đ",
    "[$₫-42A]", "[Red]", "[h]", "E+", "/", "(", ")", "-", " ", "x", "[&gt;5]", "&quot;", "yyyy",
];

const SO: &[&str] = &[
    "0", "1", "-1", "0.5", "12.345", "43831", "60", "59.99999", "2958465", "2958466", "1e300", "-1e-300", "123456789012345678", "nan", "inf",
    "", " 7 ", "0.1", "999.995", "x", "1048576", "-43831.5",
];

fuzz_target!(|data: &[u8]| {
    let bytes = match data {
        [0, than @ ..] => than.to_vec(),
        [1, than @ ..] => xlsx(than, |phan| phan.to_vec()),
        [2, than @ ..] => xlsx(than, cay),
        [3, than @ ..] => ods(&cay(than)),
        [4, than @ ..] => ods(than),
        [5, dinh_dang @ ..] => mot_so(dinh_dang),
        data => data.to_vec(),
    };
    if let Ok(bang) = doc("danh-sach", &bytes, None) {
        xem(&bang);
    }
});

/// What is read is within bounds, and comes back from plain text.
fn xem(bang: &Bang) {
    assert!(bang.hang.len() <= 20_000);
    for hang in &bang.hang {
        assert!(hang.o.keys().all(|cot| *cot < 512));
    }
    if bang.hang.len() > 40 {
        return;
    }
    // Cells that nobody has written say nothing more often than once.
    let rong = bang.hang.iter().filter_map(|hang| hang.o.keys().next_back()).max().map_or(1, |cot| cot + 1);
    let rows: Vec<Vec<&str>> = bang.hang.iter().map(|hang| (0..rong).map(|cot| hang.o.get(&cot).map_or("", |o| o.chu.as_str())).collect()).collect();
    // Its mark says that it is UTF-8, whatever letters there are.
    let text = format!("\u{feff}{}", viet(&rows));
    let Ok(again) = doc("danh-sach.csv", text.as_bytes(), None) else {
        assert!(bang.hang.iter().all(|hang| hang.o.values().all(|o| o.chu.trim().is_empty())), "lost: {bang:?}");
        return;
    };
    let said = |bang: &Bang| -> Vec<Vec<(usize, String)>> {
        let row = |hang: &vanthu::reading::danh_sach::Hang| -> Vec<(usize, String)> {
            hang.o.iter().filter(|(_, o)| !o.chu.trim().is_empty()).map(|(cot, o)| (*cot, o.chu.clone())).collect()
        };
        bang.hang.iter().map(row).filter(|row: &Vec<(usize, String)>| !row.is_empty()).collect()
    };
    assert_eq!(said(bang), said(&again));
}

/// A tree of the elements that workbooks have.
fn cay(viec: &[u8]) -> Vec<u8> {
    let (mut ra, mut mo) = ("<goc>".to_owned(), Vec::new());
    for cap in viec.chunks_exact(2) {
        let [lam, voi] = *cap else { continue };
        let ten = TEN[usize::from(voi) % TEN.len()];
        match lam % 8 {
            0..3 if mo.len() < 40 => {
                ra += &format!("<{ten}>");
                mo.push(ten);
            }
            3 if ra.ends_with('>') && !ra[ra.rfind('<').unwrap_or(0)..].starts_with("</") => {
                let (khoa, gia_tri) = THUOC_TINH[usize::from(voi) % THUOC_TINH.len()];
                let gia_tri = gia_tri[usize::from(lam / 8) % gia_tri.len()];
                let cuoi = ra.len() - if ra.ends_with("/>") { 2 } else { 1 };
                ra.insert_str(cuoi, &format!(" {khoa}=\"{gia_tri}\""));
            }
            4 => ra += SO[usize::from(voi) % SO.len()],
            5 => ra += &format!("<{ten}/>"),
            _ => ra += &mo.pop().map(|ten| format!("</{ten}>")).unwrap_or_default(),
        }
    }
    ra.extend(mo.iter().rev().map(|ten| format!("</{ten}>")));
    (ra + "</goc>").into_bytes()
}

/// A number in a format of any parts.
fn mot_so(viec: &[u8]) -> Vec<u8> {
    let (so, dang) = viec.split_first().unwrap_or((&0, &[]));
    let so = SO[usize::from(*so) % SO.len()];
    let dang: String = dang.iter().take(24).map(|b| DINH_DANG[usize::from(*b) % DINH_DANG.len()]).collect();
    let dang = dang.replace('"', "&quot;");
    let kieu = format!("<a><numFmt numFmtId=\"164\" formatCode=\"{dang}\"/><cellXfs><xf numFmtId=\"164\"/></cellXfs></a>");
    let trang = format!("<a><row r=\"1\"><c r=\"A1\" s=\"0\"><v>{so}</v></c><c r=\"B1\" t=\"str\" s=\"0\"><v>x</v></c></row></a>");
    goi_xlsx(&[trang.into_bytes(), kieu.into_bytes(), b"<sst/>".to_vec()])
}

fn xlsx(than: &[u8], lam: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let phan: Vec<Vec<u8>> = than.split(|b| *b == 0xff).take(3).map(lam).collect();
    goi_xlsx(&phan)
}

/// The sheet, the styles, the shared texts.
fn goi_xlsx(phan: &[Vec<u8>]) -> Vec<u8> {
    const QUAN_HE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rel = |id: &str, loai: &str, dich: &str| format!("<Relationship Id=\"{id}\" Type=\"{QUAN_HE}/{loai}\" Target=\"{dich}\"/>");
    let goc = format!("<Relationships>{}</Relationships>", rel("r1", "officeDocument", "w.xml"));
    let chinh = format!(
        "<Relationships>{}{}{}</Relationships>",
        rel("r1", "worksheet", "s.xml"), rel("r2", "styles", "k.xml"), rel("r3", "sharedStrings", "t.xml")
    );
    let so = "<workbook><sheets><sheet name=\"Trang1\" r:id=\"r1\"/></sheets></workbook>";
    let mut tep: Vec<(&str, &[u8])> =
        vec![("_rels/.rels", goc.as_bytes()), ("_rels/w.xml.rels", chinh.as_bytes()), ("w.xml", so.as_bytes())];
    tep.extend(["s.xml", "k.xml", "t.xml"].into_iter().zip(phan.iter().map(Vec::as_slice)));
    goi(&tep)
}

fn ods(than: &[u8]) -> Vec<u8> {
    goi(&[("content.xml", than)])
}

fn goi(tep: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (ten, than) in tep {
        zip.start_file(*ten, options).unwrap();
        zip.write_all(than).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
