//! Words of the old sets TCVN3 and VNI among Unicode ones, as they come with a piece pasted from an old file or an old
//! list. A whole line of them is refused when the file is read.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim};
use crate::diagnostic::Severity;
use crate::model::bang_ma_cu::{CU, tcvn3, vni};
use crate::rules::soat::doan::Doan;
use crate::rules::soat::tieng::la_tieng;

/// As many words are no accident.
const IT_NHAT: usize = 2;

pub static BANG_MA_CU: Luat = Luat {
    ma: "VT609",
    ten: "Chữ gõ bằng bảng mã cũ",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.2: bộ mã Unicode TCVN 6909:2001 (hiệu lực từ 05/3/2020)",
    giai_thich: "Một đoạn chép từ tệp cũ gõ bằng bảng mã TCVN3 (ABC, phông .VnTime) hay VNI thì các chữ có dấu hiện sai. Gõ lại, hoặc \
        chuyển đoạn ấy sang Unicode bằng UniKey Toolkit (Ctrl+Shift+F6) rồi dán lại.",
    sai: "KÕt luËn cña Chñ tÞch Ủy ban nhân dân xã",
    dung: "Kết luận của Chủ tịch Ủy ban nhân dân xã",
    pham_vi: PhamVi::MoiChu,
    gop: false,
    tim: |doan, _: &BoiCanh| tim(doan).into_iter().collect(),
};

fn tim(doan: &Doan) -> Option<Tim> {
    let cu = chu_cu(doan.chu())?;
    let sai = doan.lay(&cu.cho);
    let loi = format!("“{sai}” gõ bằng bảng mã {}, không phải Unicode", cu.bang_ma);
    let goi_y = format!("gõ lại bằng Unicode; các chữ ấy có phải là: {}?", cu.moi.join(", "));
    Some(Tim::xem(cu.cho, loi, goi_y))
}

/// Words of an old set: the first of them, and what all of them are in Unicode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChuCu {
    pub cho: Range<usize>,
    pub bang_ma: &'static str,
    pub moi: Vec<String>,
}

/// Words of an old set in a text, if there are enough of them, or one that can be nothing else.
pub fn chu_cu(chu: &str) -> Option<ChuCu> {
    if chu.is_ascii() {
        return None;
    }
    let found = |bang_ma, words: Vec<(Range<usize>, String)>, chac: fn(&str) -> bool| {
        let sure = |(cho, _): &(Range<usize>, String)| chu.get(cho.clone()).is_some_and(chac);
        let enough = words.len() >= IT_NHAT || words.iter().any(sure);
        let (cho, _) = words.first().filter(|_| enough)?;
        let cho = cho.clone();
        Some(ChuCu { cho, bang_ma, moi: words.into_iter().map(|(_, moi)| moi).collect() })
    };
    let tcvn3 = found("TCVN3 (ABC)", cac_tu_cu(chu, doc_lai), chac_tcvn3);
    tcvn3.or_else(|| found("VNI", cac_tu_cu(chu, doc_lai_vni), |_| false))
}

/// Whether a word of TCVN3 can be none of another set: a sign that is no letter stands among its letters, or a capital
/// behind a small one.
fn chac_tcvn3(word: &str) -> bool {
    let sign = word.chars().any(|c| !c.is_alphabetic() && CU.contains(c));
    let small_then_big = word
        .chars()
        .zip(word.chars().skip(1))
        .any(|(a, b)| a.is_lowercase() && b.is_uppercase() && !b.is_ascii());
    sign || small_then_big
}

/// The words that are no syllables as they stand and are when they are read in an old set.
fn cac_tu_cu(chu: &str, doc_lai: fn(&str) -> Option<String>) -> Vec<(Range<usize>, String)> {
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
    // `5 µm` and `3 × 4` are of every set, and a raised 1 behind a word is the mark of a note.
    let note = word.strip_suffix('¹').is_some_and(str::is_ascii);
    if note || word.starts_with('µ') || !word.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let moi: Option<String> = word.chars().map(chu_moi).collect();
    let moi = moi.filter(|moi| moi != word)?;
    let old = !(la_tieng(&word.to_lowercase()) && deu(word));
    (old && la_tieng(&moi.to_lowercase())).then_some(moi)
}

/// A word of VNI in Unicode; its capitals are read as small letters.
fn doc_lai_vni(word: &str) -> Option<String> {
    // Its letters are all of Latin-1.
    if word.is_ascii() || word.chars().any(|c| c > '\u{ff}') || la_tieng(&word.to_lowercase()) {
        return None;
    }
    let moi = vni(&word.to_lowercase());
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let moi = la_tieng(&moi).then_some(moi)?;
    Some(if capital { super::hoa_dau(&moi) } else { moi })
}

/// A letter in its new place; none for one that an old text doesn't have.
fn chu_moi(c: char) -> Option<char> {
    if c.is_ascii_alphabetic() { Some(c) } else { tcvn3(c) }
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
    fn a_word_is_read_in_its_old_set() {
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
            assert_eq!(chu_cu(chu), None, "{chu}");
        }
    }

    /// A name of a list, or a word in the midst of a good sentence.
    #[test]
    fn words_of_old_sets_are_known_among_good_ones() {
        for (chu, sai, moi) in [
            ("NguyÔn V¨n An", "NguyÔn", "Nguyễn, Văn"),
            ("Trần V¨n Bình", "V¨n", "Văn"),
            ("Giao cho §oµn kiểm tra", "§oµn", "Đoàn"),
            ("Nguyeãn Vaên An", "Nguyeãn", "Nguyễn, Văn"),
            ("HOÄI ÑOÀNG nhân dân", "HOÄI", "Hội, Đồng"),
        ] {
            let found = chu_cu(chu).unwrap_or_else(|| panic!("{chu}"));
            assert_eq!((&chu[found.cho.clone()], found.moi.join(", ").as_str()), (sai, moi));
        }
        for chu in ["cho¹, to¹ và tho¹", "Căn hộ 5 m² của Ông A®", "Số liệu (1)¹"]
        {
            assert_eq!(chu_cu(chu), None, "{chu}");
        }
    }
}
