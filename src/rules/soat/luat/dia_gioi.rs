//! Districts, which are no more since 1 July 2025.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
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
    can_cu: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (cấp huyện kết thúc hoạt động từ 01/7/2025)",
    giai_thich: "Từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã; không còn huyện, quận, thị xã, thị \
        trấn. Văn bản ban hành sau ngày ấy ghi tên xã, phường, đặc khu; nhắc đơn vị cũ thì ghi rõ “cũ” hoặc “trước đây”. \
        Quy tắc này chỉ xét văn bản đã ghi ngày ban hành từ 01/7/2025.",
    sai: "khảo sát tại huyện Cao Lãnh",
    dung: "khảo sát tại huyện Cao Lãnh (cũ)",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: cap_huyen,
};

/// The sentence around a place.
fn cau<'d>(doan: &'d Doan, cho: &Range<usize>) -> &'d str {
    const HET: [char; 4] = ['.', ';', '\n', '!'];
    let before = doan.truoc(cho.start);
    let start = before.rfind(HET).map_or(0, |at| at.saturating_add(1));
    let after = doan.sau(cho.end);
    let end = cho.end.saturating_add(after.find(HET).unwrap_or(after.len()));
    doan.lay(&(start..end))
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
        if XUA.iter().any(|xua| co_tu(sentence, xua)) {
            return None;
        }
        let loi = format!("“{chu}”: từ 01/7/2025 không còn cấp huyện");
        let goi_y =
            "ghi tên xã, phường, đặc khu; nói về đơn vị trước đây thì thêm “cũ” hoặc “trước đây”";
        Some(Tim::xem(cho, loi, goi_y))
    });
    found.collect()
}
