//! Sổ của một năm, một nhiệm kỳ: the ten columns of PL IV, a row for each number.

use super::cuoi_so::CuoiSo;
use super::so_cai::{Muc, SoCai, TrangThai};
use crate::model::chu_dau::hoa_dau;
use crate::model::{Ky, Ngay};

/// The columns' names, as PL IV has them.
pub const TEN_COT: [&str; 10] = [
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];

/// An office's book of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sach {
    pub ky: Ky,
    pub co_quan: String,
    pub hang: Vec<[String; 10]>,
    pub tu_ngay: Option<Ngay>,
    pub den_ngay: Option<Ngay>,
    /// First and last number, where it has one series.
    pub so: Option<(u64, u64)>,
    /// The end of the register when the book was made: on paper it proves the register from outside.
    pub cuoi: CuoiSo,
}

impl Sach {
    /// The year's books, one for each office that the register has.
    pub fn cua_ky(cai: &SoCai, ky: &Ky, cuoi: &CuoiSo) -> Vec<Self> {
        let mut offices: Vec<&str> =
            cai.cac_day().into_iter().filter(|d| d.ky == *ky).map(|d| d.co_quan.as_str()).collect();
        offices.dedup();
        offices.into_iter().map(|co_quan| Self::cua(cai, ky, co_quan, cuoi)).collect()
    }

    fn cua(cai: &SoCai, ky: &Ky, co_quan: &str, cuoi: &CuoiSo) -> Self {
        let of_book = |muc: &&Muc| muc.dong.day.ky == *ky && muc.dong.day.co_quan == co_quan;
        let all: Vec<&Muc> = cai.tat_ca().filter(of_book).collect();
        let days: Vec<Ngay> = all.iter().filter_map(|muc| muc.dong.ngay).collect();
        let one_series = all.iter().all(|muc| muc.dong.day.loai.is_none());
        let ends = all.first().zip(all.last()).map(|(a, b)| (a.so_hieu.so, b.so_hieu.so));
        Self {
            ky: ky.clone(),
            co_quan: co_quan.to_owned(),
            hang: all.iter().map(|muc| hang(muc)).collect(),
            tu_ngay: days.iter().min().copied(),
            den_ngay: days.iter().max().copied(),
            so: ends.filter(|_| one_series),
            cuoi: cuoi.clone(),
        }
    }
}

/// The row of a number.
pub fn hang(muc: &Muc) -> [String; 10] {
    let dong = &muc.dong;
    let text = |value: Option<String>| value.unwrap_or_default();
    [
        muc.so_hieu.to_string(),
        text(dong.ngay.map(|ngay| ngay.to_string())),
        dong.trich_yeu.clone(),
        dong.nguoi_ky.clone(),
        dong.noi_nhan.clone(),
        dong.luu.clone(),
        text(dong.so_ban.map(|so| format!("{so:02}"))),
        text(dong.ngay_chuyen.map(|ngay| ngay.to_string())),
        dong.ky_nhan.clone(),
        ghi_chu(muc),
    ]
}

/// (10) Ghi chú: void or kept, what it does to others and they to it, and the clerk's own words.
fn ghi_chu(muc: &Muc) -> String {
    let mut all = Vec::new();
    match muc.trang_thai {
        TrangThai::Giu => all.push(match muc.dong.day.loai.as_deref() {
            Some(loai) => format!("giữ số ({loai})"),
            None => "giữ số".to_owned(),
        }),
        TrangThai::Huy => {
            all.push(format!("đã huỷ: {}", muc.ly_do_huy.as_deref().unwrap_or("không rõ")))
        }
        TrangThai::PhatHanh => {}
    }
    let here = &muc.dong.day.ky;
    let named = |so_hieu: &dyn std::fmt::Display, ky: &Ky| match ky == here {
        true => so_hieu.to_string(),
        false => format!("{so_hieu} {}", ky.goi()),
    };
    let does = muc.dong.quan_he.iter();
    all.extend(does.map(|qh| format!("{} {}", qh.loai.chu_dong(), named(&qh.so_hieu, &qh.ky))));
    all.extend(muc.bi.iter().map(|(l, so, ky)| format!("{} {}", l.bi_dong(), named(so, ky))));
    all.extend(Some(muc.dong.ghi_chu.clone()).filter(|t| !t.is_empty()));
    hoa_dau(&all.join("; "))
}
