//! Sổ gửi văn bản đi bưu điện: the six columns of PL IV, a row for each envelope that is posted.

use serde_json::json;

use super::DonGui;
use super::danh_sach::csv;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::NoiDuocGui;
use crate::writers::pdf;

const LAYOUT: &str = "/the-thuc/so-buu-dien.typ";

/// The columns, as PL IV has them.
pub const COT: [&str; 6] = [
    "Ngày chuyển",
    "Số, ký hiệu văn bản",
    "Nơi nhận văn bản",
    "Số lượng bì",
    "Ký nhận và dấu bưu điện",
    "Ghi chú",
];

/// The rows: those who get paper and have an address. Without one the copy goes by hand.
pub fn dong(don: &DonGui) -> Vec<Vec<String>> {
    let posted = don.phan_phat.nhan_giay().filter(|(_, n)| n.noi.dia_chi().is_some());
    posted.map(|(_, n)| mot_dong(don, n)).collect()
}

fn mot_dong(don: &DonGui, n: &NoiDuocGui) -> Vec<String> {
    let dia_chi = n.noi.dia_chi().unwrap_or_default();
    let so_ban = n.noi.so_ban_giay();
    vec![
        don.ngay_gui.to_string(),
        don.so_ky_hieu(),
        format!("{}, {dia_chi}", n.noi.ten()),
        "01".to_owned(),
        String::new(),
        if so_ban > 1 { format!("{so_ban:02} bản") } else { String::new() },
    ]
}

/// The rows for Excel; the words of the head are the columns.
pub fn bang_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    csv(&COT, rows.iter().cloned())
}

/// The rows as a page to put into the book.
pub fn trang(
    don: &DonGui,
    rows: &[Vec<String>],
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let data = json!({
        "tieu_de": "Sổ gửi văn bản đi bưu điện",
        "co_quan": don.van_ban.co_quan.ten,
        "nam": don.ngay_ban_hanh().nam(),
        "cot": COT,
        "dong": rows,
    });
    pdf::write_layout(LAYOUT, data, &don.thong_tin("Sổ gửi văn bản đi bưu điện"), fonts)
        .map(|(pdf, _)| pdf)
}
