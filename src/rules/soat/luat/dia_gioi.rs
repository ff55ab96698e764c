//! Districts, which are no more since 1 July 2025, and the provinces that went into others on that day.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::model::DiaBan;
use crate::rules::soat::doan::Doan;

mau!(
    HUYEN,
    &["uyện", "uận", "hị xã", "hị trấn"],
    r"\b((?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn) (?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}|[0-9]{1,2}\b)|cấp huyện)"
);

/// Words that say that a former unit is meant.
const XUA: &[&str] = &[
    "cũ",
    "trước đây",
    "trước ngày",
    "trước khi",
    "trước sắp xếp",
    "nay là",
    "nguyên",
    "đến ngày 30/6/2025",
    "sau sắp xếp",
    "sắp xếp",
    "sáp nhập",
    "giải thể",
    "kết thúc hoạt động",
    "không tổ chức",
    "chuyển giao",
];

pub static CAP_HUYEN: Luat = Luat {
    ma: "VT701",
    ten: "Đơn vị cấp huyện sau ngày 01/7/2025",
    muc: Severity::Warning,
    can_cu: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (hiệu lực từ 16/6/2025; cấp huyện kết thúc hoạt động từ \
        01/7/2025)",
    giai_thich: "Từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã; không còn huyện, quận, thị xã, thị \
        trấn. Văn bản ban hành sau ngày ấy ghi tên xã, phường, đặc khu; nhắc đơn vị cũ thì ghi rõ “cũ” hoặc “trước đây”. \
        Quy tắc này chỉ xét văn bản đã ghi ngày ban hành từ 01/7/2025.",
    sai: "khảo sát tại huyện Cao Lãnh",
    dung: "khảo sát tại huyện Cao Lãnh (cũ)",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: cap_huyen,
};

mau!(
    TINH,
    &["tỉnh ", "Tỉnh ", "tỉnh: ", "thành phố "],
    r"\b(?:[Tt]ỉnh|[Tt]hành phố):? (\p{Lu}\p{L}+(?: (?:- )?\p{Lu}\p{L}+)*(?:(?:, | và )(?:(?:tỉnh|thành phố) )?\p{Lu}\p{L}+(?: (?:- )?\p{Lu}\p{L}+)*)*)"
);

/// Words that say where someone was born: papers keep the name of their day.
const QUE: &[&str] =
    &["quê", "quê quán", "nguyên quán", "sinh", "nơi sinh", "đoàn quân", "chiến trường"];

pub static TINH_CU: Luat = Luat {
    ma: "VT702",
    ten: "Tên tỉnh đã sáp nhập từ ngày 01/7/2025",
    muc: Severity::Warning,
    can_cu: "Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh (hiệu lực từ 12/6/2025; chính quyền \
        tỉnh mới hoạt động từ 01/7/2025)",
    giai_thich: "Từ ngày 01/7/2025 cả nước có 34 tỉnh, thành phố. Văn bản ban hành sau ngày ấy ghi tên hiện nay; nhắc tỉnh \
        trước đây thì ghi rõ “cũ” hoặc “trước đây”. Tỉnh nêu sau số của một văn bản, nơi sinh, quê quán không bị xét. Quy \
        tắc này chỉ xét văn bản đã ghi ngày ban hành từ 01/7/2025.",
    sai: "khảo sát tại tỉnh Bình Dương",
    dung: "khảo sát tại tỉnh Bình Dương (cũ)",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: tinh_cu,
};

fn tinh_cu(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    if !boi_canh.sau_2025 {
        return Vec::new();
    }
    let found = moi(&TINH, doan.chu()).flat_map(|caps| {
        let Some((cho, chu)) = nhom(&caps, 1) else { return Vec::new() };
        let sentence = cau(doan, &cho);
        let former = XUA.iter().chain(QUE).any(|xua| co_tu(sentence, xua));
        if former || nam_truoc(sentence) || cua_van_ban_cu(doan, &cho) {
            return Vec::new();
        }
        cac_ten(chu)
            .into_iter()
            .filter_map(|(at, ten)| da_nhap(cho.start.saturating_add(at), ten))
            .collect()
    });
    found.collect()
}

/// The names of a list of provinces, each with its place in it.
fn cac_ten(chu: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut at = 0usize;
    for part in chu.split(", ").flat_map(|part| part.split(" và ")) {
        let ten = part.trim_start_matches("tỉnh ").trim_start_matches("thành phố ");
        let from =
            chu.get(at..).and_then(|rest| rest.find(ten)).map(|found| at.saturating_add(found));
        if let Some(from) = from {
            all.push((from, ten));
            at = from.saturating_add(ten.len());
        }
    }
    all
}

/// A name, or the beginning of one, that is now of another province.
fn da_nhap(at: usize, chu: &str) -> Option<Tim> {
    let ends = chu.match_indices(' ').map(|(at, _)| at).chain([chu.len()]);
    let names: Vec<&str> = ends.filter_map(|end| chu.get(..end)).collect();
    let ten = names.into_iter().rev().find(|ten| DiaBan::tim(ten).is_some())?;
    let dia_ban = DiaBan::tim(ten).filter(|dia_ban| dia_ban.hien_nay() != *dia_ban)?;
    let nay = dia_ban.hien_nay().trong_cau();
    let loi = format!("“{ten}”: từ 01/7/2025 thuộc {nay}");
    let goi_y = format!("ghi “{nay}”; nói về tỉnh trước đây thì thêm “cũ” hoặc “trước đây”");
    Some(Tim::xem(at..at.saturating_add(ten.len()), loi, goi_y))
}

mau!(SO_VAN_BAN, &["số "], r"số [0-9]{1,5}(?:/[0-9]{4})?[/-]\p{Lu}[^;.\n]*$");

/// Whether a place belongs to the issuer of a document that is cited before it: that keeps its name.
fn cua_van_ban_cu(doan: &Doan, cho: &Range<usize>) -> bool {
    let before = doan.ngay_truoc_cau(cho.start);
    moi(&SO_VAN_BAN, before).next().is_some()
}

/// The sentence around a place.
fn cau<'d>(doan: &'d Doan, cho: &Range<usize>) -> &'d str {
    const HET: [char; 4] = ['.', ';', '\n', '!'];
    let before = doan.truoc(cho.start);
    let start = before.rfind(HET).map_or(0, |at| at.saturating_add(1));
    let after = doan.sau(cho.end);
    let end = cho.end.saturating_add(after.find(HET).unwrap_or(after.len()));
    doan.lay(&(start..end))
}

mau!(NAM_TRUOC, &["19", "20"], r"\b(?:19[0-9]{2}|20[01][0-9]|202[0-4])\b");

/// Whether a sentence speaks of a year when the old names were in use.
fn nam_truoc(sentence: &str) -> bool {
    moi(&NAM_TRUOC, sentence).next().is_some()
}

/// Whether words stand in a text as whole words: "cũ" does not in "cũng".
fn co_tu(text: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let after = rest.get(words.len()..).unwrap_or_default();
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

fn cap_huyen(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    if !boi_canh.sau_2025 {
        return Vec::new();
    }
    let found = moi(&HUYEN, doan.chu()).filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 1)?;
        let sentence = cau(doan, &cho);
        if XUA.iter().any(|xua| co_tu(sentence, xua))
            || nam_truoc(sentence)
            || cua_van_ban_cu(doan, &cho)
        {
            return None;
        }
        let loi = format!("“{chu}”: từ 01/7/2025 không còn cấp huyện");
        let goi_y =
            "ghi tên xã, phường, đặc khu; nói về đơn vị trước đây thì thêm “cũ” hoặc “trước đây”";
        Some(Tim::xem(cho, loi, goi_y))
    });
    found.collect()
}
