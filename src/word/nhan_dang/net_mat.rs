//! Nét mất: looks that say something and that a body has no way to say: letters that are struck out, raised or lowered.
//! Figures have letters of their own for that; what has none is told.

use super::KhongChac;
use crate::word::doc_word::dang::{DangChu, DoCao};
use crate::word::doc_word::{Khoi, TepWord};
use crate::word::so_sanh::cau::trich;

/// Figures that fonts of offices have raised and lowered; there is no such nought in them.
const NANG: [(char, char, char); 10] = [
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('n', 'ⁿ', 'ₙ'),
];

/// A stretch of text as a body can say it: `m2` with a raised 2 is `m²`.
pub(super) fn theo_cao(text: &str, dang: &DangChu) -> String {
    match co_chu_rieng(text, dang.do_cao) {
        true => text.chars().map(|c| doi(c, dang.do_cao).unwrap_or(c)).collect(),
        false => text.to_owned(),
    }
}

/// Whether each letter and figure of it has one that stands so high.
fn co_chu_rieng(text: &str, cao: DoCao) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphanumeric());
    cao != DoCao::Thuong && letters.all(|c| doi(c, cao).is_some())
}

fn doi(c: char, cao: DoCao) -> Option<char> {
    let (_, tren, duoi) = NANG.iter().find(|(plain, ..)| *plain == c)?;
    match cao {
        DoCao::Tren => Some(*tren),
        DoCao::Duoi => Some(*duoi).filter(|c| *c != 'ₙ'),
        DoCao::Thuong => None,
    }
}

/// The figures at their usual height: two texts that differ in nothing else have the same letters.
pub fn ha_cao(text: &str) -> String {
    let plain = |c: char| NANG.iter().find(|(_, tren, duoi)| c == *tren || c == *duoi);
    text.chars().map(|c| plain(c).map_or(c, |(plain, ..)| *plain)).collect()
}

/// What of the text's looks is not carried over, paragraph by paragraph.
pub(super) fn mat(word: &TepWord) -> Vec<KhongChac> {
    let mut out = Vec::new();
    for doan in word.khoi.iter().flat_map(Khoi::cac_doan) {
        let dang = word.dang_nhanh(doan).unwrap_or_default();
        let of = |is: &dyn Fn(&str, &DangChu) -> bool| -> String {
            let mut words: Vec<&str> = Vec::new();
            for (text, look) in &dang.chu {
                if text.contains(char::is_alphanumeric) && is(text, look) {
                    words.push(text);
                }
            }
            words.concat()
        };
        let struck = of(&|_, look| look.gach_ngang);
        let moved =
            of(&|text, look| look.do_cao != DoCao::Thuong && !co_chu_rieng(text, look.do_cao));
        let told = [
            (struck, "bị gạch ngang được lấy như chữ thường: đã bỏ thì xoá khỏi tệp nguồn"),
            (moved, "nâng lên hoặc hạ xuống thành chữ thường: xem có đổi nghĩa không"),
        ];
        out.extend(told.into_iter().filter(|(words, _)| !words.is_empty()).map(|(words, what)| {
            KhongChac { vai: None, noi: doan.cho(), cau: format!("chữ {} {what}", trich(&words)) }
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_figures_have_letters_and_a_nought_has_none() {
        let tren = DangChu { do_cao: DoCao::Tren, ..DangChu::default() };
        let duoi = DangChu { do_cao: DoCao::Duoi, ..DangChu::default() };
        assert_eq!((theo_cao("2", &tren), theo_cao("2", &duoi)), ("²".into(), "₂".into()));
        assert_eq!(theo_cao("10", &tren), "10");
        assert_eq!(theo_cao("2", &DangChu::default()), "2");
        assert_eq!(ha_cao("m², H₂O, 10ⁿ"), "m2, H2O, 10n");
    }
}
