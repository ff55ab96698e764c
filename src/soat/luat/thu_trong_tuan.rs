//! Weekdays: `thứ Hai` (PL II, V.8.c). `lần thứ hai` counts and is no day.

use super::{BoiCanh, Luat, PhamVi, Tim, bat_dau_hoa, hoa_dau, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::soat::doan::Doan;

mau!(THU_NAO, &["hứ "], r"\b([Tt]hứ) ([Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)\b");
mau!(
    SAU_LA_NGAY,
    &[],
    r"^(?:,? (?:ngày )?[0-9]{1,2}(?:/[0-9]|-[0-9]| tháng)|,? ngày [0-9]|,? \(?ngày [0-9]| \([0-9]{1,2}/[0-9]| (?:hằng|hàng|mỗi) tuần| (?:đến|tới) (?:hết )?thứ )"
);

// A date right before: `ngày 05 tháng 3 năm 2026, thứ hai`, `05/3/2026 (thứ hai)`.
mau!(
    TRUOC_LA_NGAY,
    &[],
    r"(?:tháng [0-9]{1,2} năm [0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})(?:,| \(|, \()? ?$"
);

/// Words before `thứ` that are counted with it.
const DEM: &[&str] = &[
    "lần", "họp", "nghị", "phiên", "đợt", "khóa", "khoá", "người", "hạng", "tập", "quyển", "điều",
    "điểm", "mục", "phần", "nhóm", "cấp", "bước", "đoạn", "hệ", "con", "vị", "bậc", "hợp", "câu",
    "dòng", "cột", "trang", "tuần", "tháng", "quý", "năm", "ngày", "chương", "bài", "thửa", "loại",
    "mũi", "liều",
];

pub static THU: Luat = Luat {
    ma: "VT103",
    ten: "Viết hoa ngày trong tuần",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.8 (hiệu lực từ 05/3/2020)",
    giai_thich: "Ngày trong tuần viết bằng chữ: chữ “thứ” viết thường, tên ngày viết hoa chữ cái đầu: thứ Hai, \
        thứ Tư. “Thứ hai” chỉ thứ tự (kỳ họp thứ hai) thì viết thường.",
    sai: "Sáng thứ hai, ngày 10/4/2023",
    dung: "Sáng thứ Hai, ngày 10/4/2023",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: thu,
};

fn thu(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let found = moi(&THU_NAO, doan.chu()).filter_map(|caps| {
        let cho = caps.get(0)?.range();
        let ((_, thu), (_, ngay)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
        let dau_cau = doan.dau_cau(cho.start);
        let truoc = doan.tu_truoc(cho.start);
        let buoi = ["sáng", "chiều", "tối", "trưa"].contains(&truoc.as_str());
        let den = ["đến", "tới", "hết"].contains(&truoc.as_str())
            && doan.ngay_truoc(cho.start).contains(" thứ ");
        let la_ngay = SAU_LA_NGAY.cho("").is_some_and(|mau| mau.is_match(doan.sau(cho.end)));
        let la_ngay =
            la_ngay || TRUOC_LA_NGAY.cho("").is_some_and(|mau| mau.is_match(doan.truoc(cho.start)));
        if DEM.contains(&truoc.as_str()) || !(bat_dau_hoa(ngay) || buoi || den || la_ngay) {
            return None;
        }
        let dung = format!("{} {}", if dau_cau { thu } else { "thứ" }, hoa_dau(ngay));
        let sai = doan.lay(&cho);
        let loi = format!("“{sai}” phải viết “{dung}”");
        (sai.split_whitespace().ne(dung.split_whitespace())).then(|| Tim::thay(cho, loi, dung))
    });
    found.collect()
}
