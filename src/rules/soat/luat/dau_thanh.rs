//! One style of tone marks in a hồ sơ: `hoà` or `hòa`, the office's choice. Never an error, and never in
//! names, quotations and titles, which belong to others.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, bat_dau_hoa, cac_tu, mau, moi};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;
use crate::rules::soat::tieng::{KieuDau, Nho, co_hai_kieu, hop_le, tach};

mau!(
    NHAN_DE,
    &["số "],
    r"\bsố [0-9]{1,5}(?:/[0-9]{4})?[/-]\p{Lu}[^;.\n]*? (?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi)\b[^;.\n]*"
);

pub static KIEU_DAU: Luat = Luat {
    ma: "VT603",
    ten: "Kiểu đặt dấu thanh",
    muc: Severity::Note,
    can_cu: "Lựa chọn của cơ quan; Nghị định 30/2020/NĐ-CP không quy định và dùng cả hai kiểu",
    giai_thich: "Hoà, khoẻ, thuỷ (kiểu mới) và hòa, khỏe, thủy (kiểu cũ) đều đúng; một hồ sơ nên theo một kiểu. Cơ quan \
        chọn bằng mục “dau_thanh: kieu_moi” hoặc “dau_thanh: kieu_cu” trong co-quan.yaml; không chọn thì kiểu nào dùng \
        nhiều hơn được coi là kiểu của hồ sơ. Tên người, tên cơ quan (Uỷ ban, Toà án, Tỉnh uỷ, Sở Văn hoá), tên riêng, lời \
        trích dẫn, nhan đề được giữ nguyên.",
    sai: "văn hoá và điều hòa",
    dung: "văn hoá và điều hoà",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: kieu_dau,
};

/// Which style a hồ sơ has is a guess until the office says so; both are right.
const CHON: &str = "hai kiểu đều đúng, nên dùng một kiểu; chọn kiểu bằng mục dau_thanh trong co-quan.yaml thì check --fix sửa được";

/// A word that the two styles write differently.
struct Tu<'d> {
    cho: Range<usize>,
    chu: &'d str,
    kieu: KieuDau,
    /// In the other style.
    kia: String,
}

fn kieu_dau(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    let Some(chung) = boi_canh.kieu_dau else { return Vec::new() };
    let khac = cac_tu_hai_kieu(doan).into_iter().filter(|tu| tu.kieu != chung);
    let found = khac.map(|tu| {
        let loi = format!("“{}”: hồ sơ này đặt dấu kiểu “{}”", tu.chu, tu.kia);
        if boi_canh.da_chon { Tim::thay(tu.cho, loi, tu.kia) } else { Tim::xem(tu.cho, loi, CHON) }
    });
    found.collect()
}

/// How many words of a text follow the new style, and how many the old one.
pub fn dem(doan: &Doan) -> (usize, usize) {
    let all = cac_tu_hai_kieu(doan);
    let all = all.iter().filter(|tu| !doan.trong_trich(tu.cho.start));
    let (moi, cu): (Vec<_>, Vec<_>) = all.partition(|tu| tu.kieu == KieuDau::Moi);
    (moi.len(), cu.len())
}

static DA_BIET: Nho<Option<(KieuDau, String)>> = Nho::new();

fn cac_tu_hai_kieu(doan: &Doan) -> Vec<Tu<'_>> {
    let tu = cac_tu(doan);
    let nhan_de: Vec<Range<usize>> =
        moi(&NHAN_DE, doan.chu()).take(99).filter_map(|caps| Some(caps.get(0)?.range())).collect();
    let ke = |i: Option<usize>| i.and_then(|i| tu.get(i)).is_some_and(|(_, chu)| bat_dau_hoa(chu));
    let all = tu.iter().enumerate().filter_map(|(i, (cho, chu))| {
        let rieng = bat_dau_hoa(chu) && (ke(i.checked_sub(1)) || ke(i.checked_add(1)))
            || trong_ten(doan, &tu, i);
        if rieng || nhan_de.iter().any(|vung| vung.contains(&cho.start)) {
            return None;
        }
        // Without a sign there is no tone to be placed.
        let (kieu, kia) = if chu.is_ascii() { None } else { DA_BIET.hoi(chu, hai_kieu) }?;
        Some(Tu { cho: cho.clone(), chu, kieu, kia })
    });
    all.collect()
}

/// Whether a word is in the name of a body, which is written as the body writes it: `Uỷ ban`, `Toà án`, `Tỉnh uỷ`,
/// `Sở Văn hoá`. A capital inside a sentence begins a name, and the word after it goes on with it.
fn trong_ten(doan: &Doan, tu: &[(Range<usize>, &str)], i: usize) -> bool {
    let inside =
        |i: usize| tu.get(i).is_some_and(|(cho, chu)| bat_dau_hoa(chu) && !doan.dau_cau(cho.start));
    let Some((_, chu)) = tu.get(i) else { return false };
    let next = tu.get(i.saturating_add(1)).map_or("", |(_, next)| *next);
    let opens = bat_dau_hoa(chu) && matches!(next, "ban" | "án");
    let before = i.checked_sub(1).and_then(|before| tu.get(before)).map_or("", |(_, word)| *word);
    let committee = matches!(chu.to_lowercase().as_str(), "uỷ" | "ủy")
        && matches!(before, "Tỉnh" | "Thành" | "Đảng" | "Huyện" | "Quận" | "Quân" | "Thị");
    opens || committee || inside(i) || i.checked_sub(1).is_some_and(inside)
}

/// The style of a word, and the word in the other one.
fn hai_kieu(chu: &str) -> Option<(KieuDau, String)> {
    let lower = chu.to_lowercase();
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    // All capitals are names and heads.
    if rest(chu) != rest(&lower) {
        return None;
    }
    let tieng = tach(&lower).filter(|t| co_hai_kieu(&t.goc) && hop_le(&t.goc, t.thanh))?;
    tieng.cho_dau?;
    let (moi, cu) = (tieng.viet(KieuDau::Moi)?, tieng.viet(KieuDau::Cu)?);
    let (kieu, kia) = match lower {
        l if l == moi => (KieuDau::Moi, cu),
        l if l == cu => (KieuDau::Cu, moi),
        _ => return None,
    };
    let kia = if bat_dau_hoa(chu) { super::hoa_dau(&kia) } else { kia };
    Some((kieu, kia))
}
