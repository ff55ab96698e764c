//! Weekdays: `thứ Hai` (PL II, V.8.c), and whether the date beside one falls on it. `lần thứ hai` counts and
//! is no day.

use super::{BoiCanh, Luat, PhamVi, Tim, bat_dau_hoa, hoa_dau, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::model::Ngay;
use crate::rules::soat::doan::Doan;

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

mau!(
    THU_TRUOC,
    &["hứ ", "hủ "],
    r"\b((?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)),? \(?((?:ngày )?[0-9]{1,2}(?:/[0-9]{1,2}/| tháng [0-9]{1,2} năm )[0-9]{4})\b"
);
mau!(
    THU_SAU,
    &["hứ ", "hủ "],
    r"\b([0-9]{1,2}(?:/[0-9]{1,2}/| tháng [0-9]{1,2} năm )[0-9]{4}) ?\(((?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật))\)"
);

pub static THU_SAI: Luat = Luat {
    ma: "VT306",
    ten: "Thứ không khớp với ngày",
    muc: Severity::Warning,
    can_cu: "Lịch dương",
    giai_thich: "Ngày ghi cạnh thứ phải đúng là thứ ấy theo lịch. Sửa thứ hoặc sửa ngày, tuỳ chỗ nào gõ nhầm.",
    sai: "họp sáng thứ Hai, ngày 11/4/2023",
    dung: "họp sáng thứ Hai, ngày 10/4/2023",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: thu_sai,
};

fn thu_sai(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let truoc = moi(&THU_TRUOC, doan.chu()).map(|caps| (nhom(&caps, 1), nhom(&caps, 2)));
    let sau = moi(&THU_SAU, doan.chu()).map(|caps| (nhom(&caps, 2), nhom(&caps, 1)));
    let found = truoc.chain(sau).filter_map(|(thu, ngay)| {
        let ((cho, thu), (_, ngay)) = (thu?, ngay?);
        let ngay = Ngay::parse(ngay).ok()?;
        // Reading both together tells whether they agree, however the weekday is spelt.
        let trai = Ngay::parse(&format!("{thu}, {ngay}")).err()?.code == "wrong-weekday";
        if !trai || !la_thu(doan, cho.start, thu) {
            return None;
        }
        let loi = format!("“{thu}” không khớp: ngày {ngay} là {}", ngay.thu());
        Some(Tim::xem(cho, loi, "sửa lại thứ hoặc ngày"))
    });
    found.collect()
}

/// Whether the words are a weekday and no count: `kỳ họp thứ hai, ngày …`; `Thứ hai, ngày …` may go on from
/// `Thứ nhất, …`.
fn la_thu(doan: &Doan, at: usize, thu: &str) -> bool {
    let truoc = doan.tu_truoc(at);
    let ten_hoa =
        thu.split(' ').nth(1).is_some_and(bat_dau_hoa) || thu.to_lowercase().contains("nhật");
    let luc = ["sáng", "chiều", "tối", "trưa", "vào", "lúc", "từ", "hết", "trước"];
    // No comma: `Thứ hai ngày …` counts nothing.
    let lien = doan.dau_cau(at) && !doan.sau(at.saturating_add(thu.len())).starts_with(',');
    !DEM.contains(&truoc.as_str()) && (ten_hoa || lien || luc.contains(&truoc.as_str()))
}
