//! Mục lục hồ sơ nộp lưu and mục lục văn bản (forms of Decree 30, Phụ lục V).

use super::bang::{Cot, bang, giay, hai_ben_ky, loi, nghieng, nguoi_ky};
use super::{HoSoNop, TaiLieu};
use crate::compose::document::{Canh, Document};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::NgayBanHanh;
use crate::model::chu_dau::hoa_dau;
use crate::model::so_bang_chu::{CachDoc, doc_so};

const COT_HO_SO: [Cot; 7] = [
    ("Số TT", 0.6, Canh::Giua),
    ("Số, ký hiệu hồ sơ", 1.2, Canh::Giua),
    ("Tiêu đề hồ sơ", 3.0, Canh::Trai),
    ("Thời gian tài liệu", 1.6, Canh::Giua),
    ("Thời hạn lưu trữ", 1.1, Canh::Giua),
    ("Số trang", 0.8, Canh::Giua),
    ("Ghi chú", 1.1, Canh::Trai),
];

const COT_VAN_BAN: [Cot; 7] = [
    ("Số TT", 0.6, Canh::Giua),
    ("Số, ký hiệu văn bản", 1.4, Canh::Giua),
    ("Ngày, tháng văn bản", 1.2, Canh::Giua),
    ("Tên loại và trích yếu nội dung văn bản", 3.2, Canh::Trai),
    ("Tác giả văn bản", 1.4, Canh::Trai),
    ("Trang số", 0.8, Canh::Giua),
    ("Ghi chú", 1.1, Canh::Trai),
];

/// The list of the hồ sơ that are handed over; here one.
pub(super) fn ho_so(ho_so: &HoSoNop, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    let thoi_gian = ho_so.thoi_gian().map(|(tu, den)| format!("{tu} - {den}")).unwrap_or_default();
    let giay_to = ho_so.tai_lieu.iter().filter(|one| one.tep.is_empty()).count();
    let ghi_chu =
        if giay_to > 0 { format!("có {giay_to} văn bản giấy") } else { String::new() };
    let row = vec![
        "01".to_owned(),
        ho_so.ky_hieu.clone(),
        ho_so.tieu_de.clone(),
        thoi_gian,
        ho_so.thoi_han.clone(),
        ho_so.so_trang().to_string(),
        ghi_chu,
    ];
    let count = ho_so.tai_lieu.len();
    let ky = [vec![nghieng(&ngay(ho_so))], nguoi_ky("NGƯỜI LẬP", "")].concat();
    let blocks = vec![
        bang(&COT_HO_SO, std::iter::once(row)),
        loi("Mục lục này gồm: 01 hồ sơ (một hồ sơ)."),
        loi(&format!("Trong hồ sơ có {count:02} văn bản, tài liệu, {:02} tệp.", ho_so.so_tep())),
        hai_ben_ky(Vec::new(), ky),
    ];
    giay(ho_so, ("Mục lục hồ sơ, tài liệu nộp lưu", vec![hoa_dau(&ho_so.ky.goi())]), blocks, fonts)
}

/// The papers of the hồ sơ in their order, with the page on which each begins.
pub(super) fn van_ban(ho_so: &HoSoNop, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    let mut page = 1_usize;
    let rows = ho_so.tai_lieu.iter().enumerate().map(|(i, one)| {
        let from = one.so_trang().map(|pages| {
            let from = page;
            page = page.saturating_add(pages);
            from
        });
        dong(ho_so, i.saturating_add(1), one, from)
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let heading = vec![ho_so.tieu_de.clone(), format!("Số, ký hiệu hồ sơ: {}", ho_so.ky_hieu)];
    let count = ho_so.tai_lieu.len();
    let cach = ho_so.co_quan.cach_doc_so.unwrap_or(CachDoc::MIEN_BAC);
    let words = doc_so(u64::try_from(count).unwrap_or(u64::MAX), cach).to_lowercase();
    let blocks = vec![
        bang(&COT_VAN_BAN, rows.into_iter()),
        loi(&format!("Mục lục này gồm: {count:02} văn bản, tài liệu ({words}).")),
    ];
    giay(ho_so, ("Mục lục văn bản, tài liệu", heading), blocks, fonts)
}

fn dong(ho_so: &HoSoNop, stt: usize, one: &TaiLieu, trang: Option<usize>) -> Vec<String> {
    let paper = if one.tep.is_empty() { "văn bản giấy" } else { "" };
    let notes = [paper, one.ghi_chu.as_str()].into_iter().filter(|note| !note.is_empty());
    vec![
        format!("{stt:02}"),
        one.so_hieu(),
        one.ngay.map(|ngay| ngay.to_string()).unwrap_or_default(),
        one.trich_yeu.clone(),
        ho_so.co_quan.ten.to_string(),
        trang.map(|page| page.to_string()).unwrap_or_default(),
        notes.collect::<Vec<_>>().join("; "),
    ]
}

fn ngay(ho_so: &HoSoNop) -> String {
    NgayBanHanh::cua(ho_so.ngay_in()).dong(ho_so.co_quan.dia_danh.as_str())
}
