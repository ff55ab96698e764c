//! EAD.xml and EAD_doc_….xml: what is said of the hồ sơ (18 fields) and of each paper (21), Phụ lục III. A field of which
//! nothing is known is there and empty: nothing is made up for the archive.

use super::bien_soan::{o, viet};
use super::ma::{self, GOC_DIEN_TU, HON_HOP, THOI_HAN_KHAC, TIENG_VIET};
use super::{EAD, REP};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::records::nop_luu::{HoSoNop, TaiLieu};
use crate::writers::docx::xml::el;

/// A field and what stands in it.
pub(super) type O = (&'static str, String);

/// `EAD_doc_<tên tệp>.xml` of a paper.
pub(super) fn ten(ho_so: &HoSoNop, stt: usize) -> String {
    format!("{REP}metadata/descriptive/EAD_doc_{}.xml", ho_so.ma.ten_tran(stt))
}

pub(super) fn ho_so(ho_so: &HoSoNop) -> Result<Vec<u8>, Diagnostic> {
    simpledc(EAD, "../../schemas/EAD.xsd", o_ho_so(ho_so))
}

pub(super) fn tai_lieu(ho_so: &HoSoNop, stt: usize, one: &TaiLieu) -> Result<Vec<u8>, Diagnostic> {
    let schema = "../../../../schemas/EAD_doc.xsd";
    simpledc(&ten(ho_so, stt), schema, o_tai_lieu(ho_so, stt, one))
}

fn simpledc(ten: &str, schema: &str, fields: Vec<O>) -> Result<Vec<u8>, Diagnostic> {
    let root = el("simpledc")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attr("xsi:noNamespaceSchemaLocation", schema);
    viet(ten, root.children(fields.iter().map(|(ten, text)| o(ten, text))))
}

/// Of the hồ sơ.
pub(super) fn o_ho_so(ho_so: &HoSoNop) -> Vec<O> {
    let (tu, den) = ho_so.thoi_gian().unzip();
    vec![
        ("fileCode", ho_so.ma.ma().to_owned()),
        ("title", ho_so.tieu_de.clone()),
        ("maintenance", ma::thoi_han(&ho_so.thoi_han).to_owned()),
        ("mode", ho_so.che_do.ma().to_owned()),
        ("language", TIENG_VIET.to_owned()),
        ("startDate", ngay(tu)),
        ("endDate", ngay(den)),
        ("keyword", ho_so.tu_khoa.clone()),
        // Those that can be counted in the package; what lies on paper alone is told in the description.
        ("totalDoc", ho_so.co_tep().count().to_string()),
        // Sheets of paper that was scanned: none was.
        ("numberOfPaper", "0".to_owned()),
        ("numberOfPage", ho_so.so_trang().to_string()),
        ("format", String::new()),
        ("inforSign", String::new()),
        ("confidenceLevel", tin_cay(ho_so).to_owned()),
        ("paperFileCode", String::new()),
        // The archive's own affair: a safety copy is made when it is there.
        ("riskRecovery", "0".to_owned()),
        ("riskRecoveryStatus", String::new()),
        ("description", ghi_chu(ho_so)),
    ]
}

/// Of a paper that has a file.
pub(super) fn o_tai_lieu(ho_so: &HoSoNop, stt: usize, one: &TaiLieu) -> Vec<O> {
    let signed = one.tep.first().is_some_and(|tep| tep.da_ky);
    let original = |text: &str| if signed { text.to_owned() } else { String::new() };
    let notes = [one.ghi_chu.as_str(), if signed { "" } else { "tệp chưa ký số" }];
    let notes = notes.into_iter().filter(|note| !note.is_empty());
    vec![
        ("docId", ho_so.ma.dinh_danh(stt)),
        ("docCode", ho_so.ma.ma_tai_lieu(stt)),
        ("maintenance", ma::thoi_han(&ho_so.thoi_han).to_owned()),
        ("typeName", ma::ten_loai(one.loai)),
        ("codeNumber", format!("{:02}", one.so)),
        ("codeNotation", one.ky_hieu.clone()),
        ("issuedDate", ngay(one.ngay)),
        ("organName", ho_so.co_quan.ten.to_string()),
        ("subject", one.trich_yeu.clone()),
        ("language", TIENG_VIET.to_owned()),
        ("numberOfPage", one.so_trang().map(|so| so.to_string()).unwrap_or_default()),
        ("inforSign", String::new()),
        ("keyword", String::new()),
        ("mode", ho_so.che_do.ma().to_owned()),
        ("confidenceLevel", original(GOC_DIEN_TU)),
        ("autograph", String::new()),
        ("format", String::new()),
        // Asked for of an electronic original: no file of how it was worked on comes with it.
        ("process", original("0")),
        ("riskRecovery", "0".to_owned()),
        ("riskRecoveryStatus", String::new()),
        ("description", notes.collect::<Vec<_>>().join("; ")),
    ]
}

/// An original that is electronic is one that is signed so. Where none is, nothing is said.
fn tin_cay(ho_so: &HoSoNop) -> &'static str {
    let signed = |one: &TaiLieu| one.tep.first().is_some_and(|tep| tep.da_ky);
    if ho_so.tai_lieu.iter().all(signed) {
        GOC_DIEN_TU
    } else if ho_so.tai_lieu.iter().any(signed) {
        HON_HOP
    } else {
        ""
    }
}

/// Who made the hồ sơ, and what the codes can't say.
fn ghi_chu(ho_so: &HoSoNop) -> String {
    let mut out = Vec::new();
    if !ho_so.ben_giao.is_empty() {
        out.push(format!("Người lập hồ sơ: {}", ho_so.ben_giao));
    }
    if ma::thoi_han(&ho_so.thoi_han) == THOI_HAN_KHAC {
        out.push(format!("thời hạn lưu trữ: {}", ho_so.thoi_han));
    }
    let paper = ho_so.tai_lieu.len().saturating_sub(ho_so.co_tep().count());
    if paper > 0 {
        out.push(format!(
            "{paper} văn bản chỉ có bản giấy, giao kèm (documentation/muc-luc-van-ban.pdf)"
        ));
    }
    out.join("; ")
}

fn ngay(ngay: Option<Ngay>) -> String {
    ngay.map(|ngay| ngay.ngay().format("%d/%m/%Y").to_string()).unwrap_or_default()
}
