//! Words of the old set TCVN3 among Unicode ones, as they come with a piece pasted from an old file. A whole
//! line of them is refused when the file is read.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;
use crate::rules::soat::tieng::la_tieng;

/// The signs that TCVN3 puts in the place of Vietnamese letters.
const CU: &str = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ§¡¢£¤¥¦";
const MOI: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐĂÂÊÔƠƯ";

/// As many words are no accident.
const IT_NHAT: usize = 2;

pub static BANG_MA_CU: Luat = Luat {
    ma: "VT609",
    ten: "Chữ gõ bằng bảng mã cũ",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.2: bộ mã Unicode TCVN 6909:2001 (hiệu lực từ 05/3/2020)",
    giai_thich: "Một đoạn chép từ tệp cũ gõ bằng bảng mã TCVN3 (ABC, phông .VnTime) thì các chữ có dấu hiện sai. Gõ lại, hoặc \
        chuyển đoạn ấy sang Unicode bằng UniKey Toolkit (Ctrl+Shift+F6) rồi dán lại.",
    sai: "KÕt luËn cña Chñ tÞch Ủy ban nhân dân xã",
    dung: "Kết luận của Chủ tịch Ủy ban nhân dân xã",
    pham_vi: PhamVi::MoiChu,
    gop: false,
    tim: |doan, _: &BoiCanh| tim(doan).into_iter().collect(),
};

fn tim(doan: &Doan) -> Option<Tim> {
    if doan.chu().is_ascii() {
        return None;
    }
    let words: Vec<(Range<usize>, String)> = cac_tu_cu(doan.chu());
    let (cho, _) = words.first().filter(|_| words.len() >= IT_NHAT)?;
    let sai = doan.lay(cho);
    let loi = format!("“{sai}” gõ bằng bảng mã TCVN3 (ABC), không phải Unicode");
    let moi: Vec<&str> = words.iter().map(|(_, moi)| moi.as_str()).collect();
    let goi_y = format!("gõ lại bằng Unicode; các chữ ấy có phải là: {}?", moi.join(", "));
    Some(Tim::xem(cho.clone(), loi, goi_y))
}

/// The words that are no syllables as they stand and are when they are read in the old set.
fn cac_tu_cu(chu: &str) -> Vec<(Range<usize>, String)> {
    let mut at = 0usize;
    let mut all = Vec::new();
    for part in chu.split([' ', '\n', '\u{a0}']) {
        let word = part.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’…–".contains(c));
        let lead = part.find(word).unwrap_or(0);
        let start = at.saturating_add(lead);
        if let Some(moi) = doc_lai(word) {
            all.push((start..start.saturating_add(word.len()), moi));
        }
        at = at.saturating_add(part.len()).saturating_add(part_gap(chu, at, part));
    }
    all
}

/// How long the sign after a part is.
fn part_gap(chu: &str, at: usize, part: &str) -> usize {
    let rest = chu.get(at.saturating_add(part.len())..).unwrap_or_default();
    rest.chars().next().map_or(0, char::len_utf8)
}

fn doc_lai(word: &str) -> Option<String> {
    // `5 µm` and `3 × 4` are of every set.
    if word.starts_with('µ') || !word.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let moi: Option<String> = word.chars().map(chu_moi).collect();
    let moi = moi.filter(|moi| moi != word)?;
    let old = !(la_tieng(&word.to_lowercase()) && deu(word));
    (old && la_tieng(&moi.to_lowercase())).then_some(moi)
}

/// A letter in its new place; none for one that an old text doesn't have.
fn chu_moi(c: char) -> Option<char> {
    if c.is_ascii_alphabetic() {
        return Some(c);
    }
    CU.chars().zip(MOI.chars()).find(|(cu, _)| *cu == c).map(|(_, moi)| moi)
}

/// Whether its letters are all small or all capitals, the first one left out.
fn deu(word: &str) -> bool {
    let rest = || word.chars().skip(1);
    rest().all(|c| !c.is_uppercase()) || word.chars().all(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_rows_of_letters_are_of_one_length() {
        assert_eq!(CU.chars().count(), MOI.chars().count());
        assert_eq!(doc_lai("§¶ng").as_deref(), Some("Đảng"));
    }

    #[test]
    fn right_words_and_those_of_other_languages_are_left_alone() {
        for chu in [
            "Kết luận của Chủ tịch xã có ý kiến về vò, vé, é, ó, ạ",
            "El niño, la niña, señor; Müller, Schröder, Zürich; naïve, café, São Paulo",
            "Krông Pắk, Plông, Kông Chro, Ê-đê, Hrê, Y Bliă Niê Kdăm, Pôkô, Kôn",
            "10 µg, 5 µm; ± 2 °C; «một» ® ©; ½, ¼, ¾; 3 × 4 = 12 m²",
        ] {
            assert!(cac_tu_cu(chu).len() < IT_NHAT, "{chu}: {:?}", cac_tu_cu(chu));
        }
    }
}
