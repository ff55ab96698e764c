//! Looks, layer by layer.

use super::*;
use crate::word::doc_word::word_thu::{docx_kieu, r};
use crate::word::doc_word::{Khoi, doc};

const KIEU: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Đậm"/><w:basedOn w:val="N"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr><w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Con"/><w:basedOn w:val="A"/><w:pPr><w:spacing w:before="60" w:line="300" w:lineRule="exact"/></w:pPr><w:rPr><w:caps w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="C"><w:name w:val="Chữ đậm"/><w:rPr><w:b/><w:i/></w:rPr></w:style>
<w:style w:type="table" w:styleId="T"><w:name w:val="Bảng"/><w:rPr><w:i/></w:rPr></w:style>"#;
const SO: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
const CHU_DE: &str = r#"<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>"#;

fn dang(body: &str) -> Vec<DangDoan> {
    let word = doc(&docx_kieu(body, KIEU, SO, CHU_DE)).unwrap();
    let all = word.khoi.iter().flat_map(Khoi::cac_doan);
    all.map(|doan| word.dang(doan).unwrap()).collect()
}

#[test]
fn the_nearest_layer_holds_and_toggles_cancel() {
    let run =
        |properties: &str| r("x").replace("<w:r>", &format!("<w:r><w:rPr>{properties}</w:rPr>"));
    let p = |style: &str, runs: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
    };
    let runs = [
        run(""),
        run("<w:rStyle w:val=\"C\"/>"),
        run("<w:rStyle w:val=\"C\"/><w:b/><w:sz w:val=\"22\"/>"),
    ];
    let all = dang(&[p("B", &runs.concat()), p("N", &run("<w:color w:val=\"FF0000\"/>"))].concat());
    let con = &all[0];
    assert_eq!(con.kieu, "Con");
    let looks: Vec<(bool, bool, bool, i32)> =
        con.chu.iter().map(|(_, d)| (d.dam, d.nghieng, d.hoa, d.co)).collect();
    let want = [(true, false, false, 28), (false, true, false, 28), (true, true, false, 22)];
    assert_eq!(looks, want);
    assert_eq!(con.can, CanLe::HaiBen);
    assert_eq!(con.thut, Thut { trai: 100, phai: 0, dau_dong: -360 });
    assert_eq!(con.cach.dong, CachDong::Dung(300));
    assert_eq!((con.cach.truoc, con.cach.sau), (60, 120));
    assert!(con.giu_voi_sau && !con.giu_dong);
    assert_eq!(con.so.as_deref(), Some("1."));
    let (_, plain) = &all[1].chu[0];
    assert_eq!(plain.phong.as_deref(), Some("Calibri"));
    assert_eq!(plain.phong_dau.as_deref(), Some("Times New Roman"));
    assert_eq!((plain.co, plain.mau.as_deref()), (26, Some("FF0000")));
    assert_eq!(all[1].cach.dong, CachDong::Boi(276));
}

#[test]
fn a_table_and_a_section_speak_too() {
    let cell = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        r("a")
    );
    let end = "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"297mm\" w:orient=\"landscape\"/><w:pgMar w:top=\"2cm\" w:left=\"1701\"/><w:cols w:num=\"2\"/></w:sectPr></w:pPr></w:p>";
    let body = format!("{cell}{end}<w:p>{}</w:p>", r("b"));
    let all = dang(&body);
    assert!(all[0].chu[0].1.nghieng);
    assert_eq!(all.iter().map(|d| d.phan).collect::<Vec<_>>(), [0, 0, 1]);
    let word = doc(&docx_kieu(&body, KIEU, SO, CHU_DE)).unwrap();
    let first = &word.phan_trang[0];
    assert_eq!((first.rong, first.cao, first.ngang), (Some(16838), Some(16838), true));
    assert_eq!((first.le.tren, first.le.trai, first.cot.so), (Some(1134), Some(1701), Some(2)));
}
