//! Nhãn bì thư: sheets of labels for the envelopes of those who get paper.

use serde_json::json;

use super::DonGui;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::writers::pdf;

const LAYOUT: &str = "/the-thuc/nhan-bi-thu.typ";

/// The sheets as PDF; none if nobody gets paper.
pub fn nhan_bi_thu(don: &DonGui, fonts: &Fonts) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
    let co_quan = &don.van_ban.co_quan;
    let nhan: Vec<_> = don
        .phan_phat
        .nhan_giay()
        .map(|(_, n)| json!({ "ten": n.noi.ten(), "dia_chi": n.noi.dia_chi() }))
        .collect();
    if nhan.is_empty() {
        return Ok(None);
    }
    let data = json!({
        "tieu_de": "Nhãn bì thư",
        "noi_gui": co_quan.ten,
        "dia_chi_gui": don.danh_ba.mot_noi(&co_quan.ten).and_then(|n| n.dia_chi()),
        "so_ky_hieu": don.so_ky_hieu(),
        "nhan": nhan,
    });
    pdf::write_layout(LAYOUT, data, &don.thong_tin("Nhãn bì thư"), fonts).map(|(pdf, _)| Some(pdf))
}
