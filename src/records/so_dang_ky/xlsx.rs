//! The year's book and lists of numbers for Excel: days and counts as what they are, symbols as text.

use super::in_so::SoIn;
use super::sach::Sach;
use super::the::The;
use crate::model::{CoQuan, Ngay, TenCoQuan};
use crate::writers::xlsx::{Cot, O, TrangTinh};

/// How wide the book's columns are, in letters: on A4 they take its width, as on the printed book.
const RONG: [f64; 10] = [16.0, 12.0, 38.0, 18.0, 28.0, 18.0, 8.0, 12.0, 14.0, 22.0];

/// A year's book with the title that the printed one has.
pub fn sach(sach: &Sach, co_quan: &CoQuan) -> TrangTinh {
    let kieu = |cot: usize, text: &String| match cot {
        1 | 7 => O::ngay(text),
        6 => O::so(text),
        _ => O::Chu(text.clone()),
    };
    trang_so(&SoIn::di(sach), co_quan, &format!("Sổ đi {}", sach.ky), (RONG, kieu))
}

/// A book as a sheet: how wide its columns are, in letters, and what their cells are.
pub fn trang_so(
    so: &SoIn,
    co_quan: &CoQuan,
    ten: &str,
    (rong, kieu): ([f64; 10], impl Fn(usize, &String) -> O),
) -> TrangTinh {
    let above = co_quan.co_quan_chu_quan.iter().map(TenCoQuan::lien_mach);
    let lines = [Some(so.ky.nhan()), so.tu_ngay(), so.tu_so(), Some(so.dau())];
    let cot = so.ten_cot.iter().zip(rong).enumerate();
    let row =
        |hang: &[String; 10]| hang.iter().enumerate().map(|(i, text)| kieu(i, text)).collect();
    TrangTinh {
        ten: ten.to_owned(),
        tac_gia: co_quan.ten.to_string(),
        ngay: so.den_ngay,
        tren: above.chain([co_quan.co_quan_ban_hanh.lien_mach()]).collect(),
        tieu_de: so.ten.to_uppercase(),
        duoi: lines.into_iter().flatten().collect(),
        cot: cot.map(|(i, (ten, rong))| self::cot(ten, rong, so.giua.contains(&i))).collect(),
        dem_cot: true,
        loc: false,
        hang: so.hang.iter().map(row).collect(),
    }
}

/// A list of numbers: one row of names to sift by, then a row each.
pub fn danh_sach(cac_the: &[The]) -> TrangTinh {
    let days = cac_the.iter().filter_map(|the| ngay(the.ngay.as_deref()));
    TrangTinh {
        ten: "Danh sách".to_owned(),
        ngay: days.max(),
        cot: vec![
            cot("Số, ký hiệu", 16.0, true),
            cot("Ngày", 12.0, true),
            cot("Năm", 7.0, true),
            cot("Cơ quan", 12.0, true),
            cot("Tên loại và trích yếu", 40.0, false),
            cot("Người ký", 18.0, false),
            cot("Nơi nhận", 28.0, false),
            cot("Nhận bản lưu", 18.0, false),
            cot("Số bản", 8.0, true),
            cot("Ngày chuyển", 12.0, true),
            cot("Ký nhận", 14.0, false),
            cot("Trạng thái", 12.0, true),
            cot("Ghi chú", 22.0, false),
            cot("Thư mục", 24.0, false),
        ],
        loc: true,
        hang: cac_the.iter().map(hang_the).collect(),
        ..TrangTinh::default()
    }
}

fn hang_the(the: &The) -> Vec<O> {
    let chu = |text: &str| O::Chu(text.to_owned());
    let ngay = |text: &Option<String>| ngay(text.as_deref()).map_or_else(|| chu(""), O::Ngay);
    let nam = u64::try_from(the.nam).map_or_else(|_| O::Chu(the.nam.to_string()), O::So);
    let notes = the.ly_do_huy.iter().chain([&the.ghi_chu]).filter(|text| !text.is_empty());
    vec![
        chu(&the.so_hieu),
        ngay(&the.ngay),
        nam,
        chu(&the.co_quan),
        chu(&the.trich_yeu),
        chu(&the.nguoi_ky),
        chu(&the.noi_nhan),
        chu(&the.luu),
        the.so_ban.map_or_else(|| chu(""), O::So),
        ngay(&the.ngay_chuyen),
        chu(&the.ky_nhan),
        chu(the.trang_thai.loi()),
        O::Chu(notes.map(String::as_str).collect::<Vec<_>>().join("; ")),
        chu(the.thu_muc.as_deref().unwrap_or_default()),
    ]
}

/// A day as a [`The`] has it.
fn ngay(text: Option<&str>) -> Option<Ngay> {
    text?.parse().ok().map(Ngay::cua)
}

fn cot(ten: &str, rong: f64, giua: bool) -> Cot {
    Cot { ten: ten.to_owned(), rong, giua }
}
