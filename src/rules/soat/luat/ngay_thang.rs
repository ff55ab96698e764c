//! Days and months: days under 10 and months 1, 2 with a zero before, other months without (PL I, II.4.b).

use chrono::NaiveDate;

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

const CAN_CU: &str =
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b (hiệu lực từ 05/3/2020)";

mau!(DU, &["gày "], r"\b[Nn]gày (([0-9]{1,2}) tháng ([0-9]{1,2})) năm ([0-9]{4})\b");
mau!(TAT, &["/"], r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})\b");

/// `ngày 05 tháng 3 năm 2020`.
pub fn viet_du(ngay: u32, thang: u32, nam: u32) -> String {
    format!("ngày {} tháng {} năm {nam}", so_ngay(ngay), so_thang(thang))
}

fn so_ngay(ngay: u32) -> String {
    format!("{ngay:02}")
}

fn so_thang(thang: u32) -> String {
    if thang <= 2 { format!("{thang:02}") } else { thang.to_string() }
}

/// A date as it was found: its place, the figures.
struct NgayThang {
    cho: std::ops::Range<usize>,
    ngay: u32,
    thang: u32,
    nam: u32,
}

impl NgayThang {
    fn co_that(&self) -> bool {
        co_that(self.ngay, self.thang, self.nam)
    }
}

/// Whether a calendar has the day.
pub fn co_that(ngay: u32, thang: u32, nam: u32) -> bool {
    let nam = i32::try_from(nam).unwrap_or_default();
    NaiveDate::from_ymd_opt(nam, thang, ngay).is_some()
}

/// `05 tháng 3` of dates in words, with the words after it left out.
fn viet_chu(doan: &Doan) -> Vec<NgayThang> {
    let found = moi(&DU, doan.chu()).filter_map(|caps| {
        let so = |i| nhom(&caps, i).and_then(|(_, so)| so.parse::<u32>().ok());
        Some(NgayThang { cho: nhom(&caps, 1)?.0, ngay: so(2)?, thang: so(3)?, nam: so(4)? })
    });
    found.collect()
}

/// `05/3/2020`, where it is no part of a symbol.
fn viet_so(doan: &Doan) -> Vec<NgayThang> {
    let found = moi(&TAT, doan.chu()).filter_map(|caps| {
        let cho = caps.get(0)?.range();
        let so = |i| nhom(&caps, i).and_then(|(_, so)| so.parse::<u32>().ok());
        let before = doan.truoc(cho.start).chars().next_back();
        let part = |c: char| c.is_alphanumeric() || "/-.,".contains(c);
        let glued = before.is_some_and(part) || doan.sau(cho.end).starts_with(['/', '-']);
        let number = doan.tu_truoc(cho.start) == "số";
        (!glued && !number).then_some(NgayThang { cho, ngay: so(1)?, thang: so(2)?, nam: so(3)? })
    });
    found.collect()
}

pub static KHONG_CO: Luat = Luat {
    ma: "VT303",
    ten: "Ngày không có trong lịch",
    muc: Severity::Warning,
    can_cu: "Lịch dương",
    giai_thich: "Tháng 4, 6, 9, 11 có 30 ngày; tháng 2 có 28 ngày, năm nhuận có 29 ngày.",
    sai: "họp ngày 31 tháng 4 năm 2023",
    dung: "họp ngày 30 tháng 4 năm 2023",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let all = viet_chu(doan).into_iter().chain(viet_so(doan));
        let found = all.filter(|ngay| !ngay.co_that()).map(|ngay| {
            let loi = format!("không có ngày {}/{}/{}", ngay.ngay, ngay.thang, ngay.nam);
            Tim::xem(ngay.cho, loi, "xem lại ngày, tháng")
        });
        found.collect()
    },
};

pub static DAY_DU: Luat = Luat {
    ma: "VT301",
    ten: "Số 0 trước ngày, tháng",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Ngày nhỏ hơn 10 và tháng 1, tháng 2 ghi thêm số 0 ở trước; các tháng khác không ghi.",
    sai: "ngày 5 tháng 03 năm 2020",
    dung: "ngày 05 tháng 3 năm 2020",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _: &BoiCanh| {
        let found = viet_chu(doan).into_iter().filter_map(|ngay| {
            let dung = format!("{} tháng {}", so_ngay(ngay.ngay), so_thang(ngay.thang));
            let sai = doan.lay(&ngay.cho).to_owned();
            let loi = format!("“ngày {sai}” phải viết “ngày {dung}”");
            (ngay.co_that() && sai.split_whitespace().ne(dung.split_whitespace()))
                .then(|| Tim::thay(ngay.cho, loi, dung))
        });
        found.collect()
    },
};

pub static VIET_TAT: Luat = Luat {
    ma: "VT302",
    ten: "Số 0 trong ngày viết tắt",
    muc: Severity::Note,
    can_cu: "Thông lệ, theo cách ghi ngày tháng ở Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b",
    giai_thich: "Ngày viết bằng số cũng theo cách ghi ngày của văn bản: ngày nhỏ hơn 10 và tháng 1, tháng 2 có số 0 \
        ở trước, các tháng khác không có.",
    sai: "từ ngày 5/03/2023",
    dung: "từ ngày 05/3/2023",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = viet_so(doan).into_iter().filter_map(|ngay| {
            let dung = format!("{}/{}/{}", so_ngay(ngay.ngay), so_thang(ngay.thang), ngay.nam);
            let sai = doan.lay(&ngay.cho).to_owned();
            let loi = format!("“{sai}” nên viết “{dung}”");
            (ngay.co_that() && sai != dung).then(|| Tim::thay(ngay.cho, loi, dung))
        });
        found.collect()
    },
};
