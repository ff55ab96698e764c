//! The reader of Word files that someone has edited: whole files, packages made of fuzzed parts, and packages whose parts
//! are well-formed trees of the elements that such files have. No letter of a tree is lost without a word.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use vanthu::word::doc_word::{self, CheDo, TepWord};
use vanthu::word::{dau_sua, so_sanh};
use zip::write::SimpleFileOptions;

/// The parts by the kind that the main part calls them, and their root.
const PHAN: [(&str, &str); 8] = [
    ("officeDocument", "document"),
    ("footnotes", "footnotes"),
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("endnotes", "endnotes"),
    ("header", "hdr"),
    ("comments", "comments"),
    ("settings", "settings"),
];

const KHONG_GIAN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:s=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:la=\"urn:la\"";

/// What Word files have, the usual first and more than once.
const TEN: &[&str] = &[
    "w:p", "w:r", "w:t", "w:p", "w:r", "w:t", "w:pPr", "w:rPr", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:moveFrom",
    "w:moveTo", "w:sdt", "w:sdtContent", "w:sdtPr", "w:hyperlink", "w:fldSimple", "w:smartTag", "w:customXml", "w:ruby",
    "w:rt", "w:rubyBase", "w:rubyPr", "w:bdo", "w:dir", "w:sym", "w:tab", "w:br", "w:cr", "w:ptab", "w:noBreakHyphen",
    "w:softHyphen", "w:fldChar", "w:instrText", "w:delText", "w:delInstrText", "w:footnoteReference", "w:endnoteReference",
    "w:footnoteRef", "w:annotationRef", "w:commentReference", "w:footnote", "w:endnote", "w:comment", "w:drawing", "w:pict",
    "w:object", "w:txbxContent", "w:sectPr", "w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:cols",
    "w:titlePg", "w:altChunk", "w:subDoc", "w:control", "w:movie", "w:contentPart", "w:vanish", "w:specVanish", "w:webHidden",
    "w:b", "w:i", "w:u", "w:strike", "w:caps", "w:smallCaps", "w:vertAlign", "w:color", "w:sz", "w:rFonts", "w:rStyle",
    "w:pStyle", "w:numPr", "w:ilvl", "w:numId", "w:jc", "w:ind", "w:spacing", "w:tblPr", "w:tblGrid", "w:gridCol", 
    "w:tcPr", "w:gridSpan", "w:vMerge", "w:gridBefore", "w:tblHeader", "w:hMerge", "w:style",
    "w:name", "w:basedOn", "w:docDefaults", "w:rPrDefault", "w:pPrDefault", "w:abstractNum", "w:num", "w:abstractNumId",
    "w:lvl", "w:lvlText", "w:numFmt", "w:start", "w:suff", "w:lvlOverride", "w:startOverride", "w:isLgl", "w:lvlRestart",
    "w:numStyleLink", "w:styleLink", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart", "w:commentRangeStart",
    "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:rPrChange",
    "w:pPrChange", "w:ffData", "w:checkBox", "w:checked", "w:ddList", "w:listEntry", "w:result", "w:binData",
    "w:evenAndOddHeaders", "w:lastRenderedPageBreak", "w:pgNum", "w:dayLong", "w:separator", "w:body",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:oMathPara", "m:r", "m:t", "m:f", "m:num", "m:den",
    "m:sSup", "m:sSub", "m:sPre", "m:e", "m:sup", "m:sub", "m:rad", "m:deg", "m:nary", "m:d", "m:m", "m:mr", "m:eqArr",
    "m:func", "m:fName", "m:limLow", "m:lim", "m:acc", "m:groupChr", "m:box", "m:chr", "m:dPr", "m:begChr", "wp:inline",
    "wp:anchor", "wp:docPr", "a:graphic", "a:graphicData", "a:blip", "a:t", "a:p", "a:r", "pic:pic", "pic:blipFill",
    "wps:wsp", "wps:txbx", "v:shape", "v:textbox", "v:textpath", "v:line", "v:rect", "v:group", "v:imagedata",
    "o:OLEObject", "o:signatureline", "w14:checkbox", "w14:checked", "s:p", "s:r", "s:t", "la:x", "w:la", "w:AltChunk",
];

const THUOC_TINH: &[(&str, &[&str])] = &[
    ("w:val", &["0", "1", "true", "False", "off", "none", "A", "B", "upperRoman", "bullet", "%1.", "%9%2", "heading 1", "restart",
        "continue", "superscript", "nil", "99999999999", "-1", "decimal", "", "both"]),
    ("w:id", &["0", "1", "2", "-1", "x"]),
    ("w:type", &["paragraph", "separator", "page", "column", "default", "first", "even", "dxa", "character"]),
    ("w:fldCharType", &["begin", "separate", "end"]),
    ("w:instr", &["PAGE", "REF x", "HYPERLINK \"x\"", "SYMBOL 65"]),
    ("w:char", &["F0A8", "41", "x"]), ("w:font", &["Wingdings", "Symbol", "Arial"]),
    ("w:styleId", &["A", "B"]), ("w:abstractNumId", &["0", "1"]), ("w:numId", &["0", "1", "2"]), ("w:ilvl", &["0", "8", "9"]),
    ("r:id", &["f1", "f5", "x"]), ("r:embed", &["f1", "x"]), ("Requires", &["wps", "la", ""]), ("string", &["Chữ"]),
    ("mc:Ignorable", &["la", "w14"]), ("mc:ProcessContent", &["la:x"]), ("w:w", &["0", "5000", "-9"]), ("w:left", &["720", "x"]),
    ("style", &["visibility:hidden", "display:none"]), ("hidden", &["1"]), ("xml:space", &["preserve"]),
];

/// In these nothing is shown: properties, what tracked changes took away, what a field says to Word.
const KHONG_HIEN: &[&str] = &[
    "w:del", "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText", "w:binData", "w:fldData", "w:separator", "w:style", "w:num", "w:abstractNum", "w:body",
];

fuzz_target!(|data: &[u8]| {
    match data {
        [b'P', b'K', ..] => drop(doc_word::doc(data)),
        [1, than @ ..] => cay(than),
        data => manh(data),
    }
});

/// Parts of any bytes in a package that names them.
fn manh(data: &[u8]) {
    let phan: Vec<Vec<u8>> = data.split(|b| *b == 0).map(<[u8]>::to_vec).collect();
    if let Ok(tep) = doc_word::doc(&goi(&phan)) {
        dung(&tep);
    }
}

/// Parts that are trees. Letters are marked, so that each can be looked for in what was read.
fn cay(than: &[u8]) {
    let mut moc = Vec::new();
    let phan: Vec<Vec<u8>> = (0..).zip(than.split(|b| *b == 0xff).take(PHAN.len()))
        .map(|(thu, viec)| mot_cay(thu, viec, &mut moc)).collect();
    let bytes = goi(&phan);
    let Ok(tep) = doc_word::doc(&bytes) else { return };
    let doc_duoc = format!("{:?}{:?}{:?}", tep.khoi, tep.dau_chan, tep.chua_doc);
    for (moc, trong) in moc {
        assert!(
            doc_duoc.contains(&moc),
            "{moc} in {trong}:\n{}\n{doc_duoc}",
            String::from_utf8_lossy(&phan[0])
        );
    }
    dung(&tep);
    if let Ok(cu) = doc_word::doc_theo(&bytes, CheDo::TuChoi) {
        let _ = so_sanh::so_sanh_tep(&cu, &tep);
    }
}

/// What is done with a file that was read.
fn dung(tep: &TepWord) {
    assert!(so_sanh::so_sanh_tep(tep, tep).is_empty(), "a file differs from itself");
    let _ = dau_sua::viet(tep, tep);
}

/// Bytes in pairs: what to do, and with which.
fn mot_cay(thu: usize, viec: &[u8], moc: &mut Vec<(String, String)>) -> Vec<u8> {
    let goc = PHAN[thu].1;
    let mut ra = format!("<w:{goc} {KHONG_GIAN}>");
    let mut mo: Vec<&str> = Vec::new();
    if thu == 0 {
        ra += "<w:body>";
    }
    for cap in viec.chunks_exact(2) {
        let [lam, voi] = *cap else { continue };
        let ten = TEN[usize::from(voi) % TEN.len()];
        match lam % 8 {
            0..3 if mo.len() < 60 => {
                ra += &format!("<{ten}>");
                mo.push(ten);
            }
            3 => {
                let (khoa, gia_tri) = THUOC_TINH[usize::from(voi) % THUOC_TINH.len()];
                let cho = ra.rfind('<').filter(|o| ra.ends_with('>') && !ra[*o..].starts_with("</"));
                if let Some(o) = cho.filter(|o| !ra[*o..].contains(khoa)) {
                    let cuoi = ra.len() - if ra.ends_with("/>") { 2 } else { 1 };
                    let gia_tri = gia_tri[usize::from(lam / 8) % gia_tri.len()];
                    debug_assert!(cuoi > o);
                    ra.insert_str(cuoi, &format!(" {khoa}=\"{gia_tri}\""));
                }
            }
            4 => {
                let chu = format!("Q{thu}x{}Q", ra.len());
                ra += &chu;
                let hien = thu == 0 && !mo.iter().any(|ten| KHONG_HIEN.contains(ten) || ten.ends_with("Pr") || ten.ends_with("Change"));
                if hien {
                    moc.push((chu, mo.join(">")));
                }
            }
            5 => ra += &format!("<{ten}/>"),
            _ => ra += &mo.pop().map(|ten| format!("</{ten}>")).unwrap_or_default(),
        }
    }
    ra.extend(mo.iter().rev().map(|ten| format!("</{ten}>")));
    if thu == 0 {
        ra += "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"f5\"/></w:sectPr></w:body>";
    }
    (ra + &format!("</w:{goc}>")).into_bytes()
}

fn goi(phan: &[Vec<u8>]) -> Vec<u8> {
    const QUAN_HE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mot = |thu: usize, loai: &str, noi: &str| {
        format!("<Relationship Id=\"f{thu}\" Type=\"{QUAN_HE}/{loai}\" Target=\"{noi}{loai}.xml\"/>")
    };
    let goc = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    let cua_chinh: String =
        (0..phan.len().min(PHAN.len())).skip(1).map(|thu| mot(thu, PHAN[thu].0, "")).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut them = |ten: &str, bytes: &[u8]| {
        zip.start_file(ten, options).unwrap();
        zip.write_all(bytes).unwrap();
    };
    them("_rels/.rels", format!("{goc}{}</Relationships>", mot(0, "officeDocument", "w/")).as_bytes());
    them("w/_rels/officeDocument.xml.rels", format!("{goc}{cua_chinh}</Relationships>").as_bytes());
    for ((loai, _), phan) in PHAN.iter().zip(phan) {
        them(&format!("w/{loai}.xml"), phan);
    }
    zip.finish().unwrap().into_inner()
}
