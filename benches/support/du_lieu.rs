//! What the layout in Typst reads, with which this program's own is compared: a document as JSON.

use serde_json::json;
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;

/// The data of a document without fields and attached files.
pub fn du_lieu(document: &Document, fonts: &Fonts) -> String {
    let d = document;
    json!({
        "phong_chu": fonts.family,
        "the_thuc": d.the_thuc,
        "o_ky": { "chu_ky": false, "so_ngay": false },
        "tep_kem": [],
        "chi_phu_luc": false,
        "dia_chi": d.dia_chi,
        "dau_trang": d.dau_trang,
        "tieu_de": d.tieu_de,
        "kinh_gui": d.kinh_gui,
        "than_bai": d.than_bai,
        "cuoi_trang": d.cuoi_trang,
        "phu_luc": d.phu_luc,
        "ban_sao": d.ban_sao,
    })
    .to_string()
}
