//! Recognises text that is not Unicode: UTF-16, TCVN3 (`.VnTime`) and VNI.
//!
//! A wrong alarm would stop good work, so a line must hold several words with letter sequences that
//! Unicode Vietnamese can't have, and no letter that only Unicode Vietnamese has.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::bang_ma_cu::BangMa;

const LUU_LAI: &str = "mở tệp bằng trình soạn thảo rồi lưu lại bằng bảng mã Unicode UTF-8";

/// Bytes with the mark of UTF-16, or with a zero in every other place.
pub fn utf16(ten: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let head = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let zeros = head.iter().filter(|b| **b == 0).count();
    let unmarked = head.len() >= 4 && zeros.saturating_mul(4) >= head.len();
    (marked || unmarked).then(|| {
        Diagnostic::error("utf-16", format!("tệp “{ten}” lưu bằng bảng mã UTF-16")).hint(LUU_LAI)
    })
}

/// How files of other programs begin, and what they are.
const TEP_KHAC: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xD0\xCF\x11\xE0", "tệp Word hoặc Excel đời cũ"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
];

/// A file of another program's under a name of ours.
pub fn tep_khac(ten: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let (_, la) = TEP_KHAC.iter().find(|(head, _)| bytes.starts_with(head))?;
    let message = format!("“{ten}” là {la}, không phải tệp chữ");
    let hint = "đổi lại đuôi tệp cho đúng; lời văn trong đó thì chép sang một tệp .yaml hoặc .md";
    Some(Diagnostic::error("not-text", message).hint(hint))
}

/// Bytes that are not UTF-8 from the offset `valid` on.
pub fn khong_phai_utf8(ten: &str, bytes: &[u8], valid: usize) -> Diagnostic {
    let line_of = |bytes: &[u8]| bytes.iter().filter(|b| **b == b'\n').count();
    let before = bytes.get(..valid).unwrap_or_default();
    let index = line_of(before);
    let broken = bytes.split(|b| *b == b'\n').filter(|line| std::str::from_utf8(line).is_err());
    let mut latin1 = broken.map(|line| line.iter().map(|b| char::from(*b)).collect::<String>());
    let good = String::from_utf8_lossy(bytes);
    let line_text = good.lines().nth(index).unwrap_or_default().to_owned();
    let start = before.rsplit(|b| *b == b'\n').next().unwrap_or_default();
    let column = String::from_utf8_lossy(start).chars().count().saturating_add(1);
    let line = index.saturating_add(1);
    let place = Place::new(ten, line, column, &line_text);
    match latin1.find_map(|line| bang_ma_cu(&line)) {
        Some(bang_ma) => loi_bang_ma_cu(bang_ma).at(place),
        None => Diagnostic::error("not-utf8", "tệp không lưu bằng bảng mã Unicode UTF-8")
            .hint(LUU_LAI)
            .at(place),
    }
}

pub fn loi_bang_ma_cu(bang_ma: BangMa) -> Diagnostic {
    Diagnostic::error(
        "legacy-encoding",
        format!("chữ gõ bằng bảng mã {}, không phải Unicode", bang_ma.ten()),
    )
    .hint("chuyển sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6), rồi dán lại")
    .clause("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.2: bộ mã Unicode TCVN 6909:2001")
}

/// Which old character set a line was typed in, if the evidence is strong.
pub fn bang_ma_cu(line: &str) -> Option<BangMa> {
    if line.is_ascii() || line.chars().any(chi_co_trong_unicode) {
        return None;
    }
    let words = || line.split_whitespace();
    let count = |test: fn(&str) -> bool| words().filter(|w| test(w)).count();
    // The signs of TCVN3 never stand in VNI text, while some letters of VNI stand in TCVN3 text.
    if count(tu_tcvn3) >= 2 && words().any(co_dau_tcvn3) {
        return Some(BangMa::Tcvn3);
    }
    if count(tu_vni) < 2 || !words().any(co_nguyen_am_vni) {
        return None;
    }
    // Either set has letters of the other; in TCVN3 they stand for whole vowels, in VNI for the marks behind them.
    let whole = count(nguyen_am_tcvn3);
    Some(if whole >= 2 && whole > count(co_nguyen_am_vni) { BangMa::Tcvn3 } else { BangMa::Vni })
}

/// A letter that stands right behind a consonant, where VNI never has it.
fn nguyen_am_tcvn3(word: &str) -> bool {
    let consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c);
    word.chars().zip(word.chars().skip(1)).any(|(a, b)| {
        let of_vni = "öôæíìóòñÖÔÆÍÌÓÒÑ".contains(b);
        consonant(a) && ('\u{a8}'..='\u{fe}').contains(&b) && !of_vni
    })
}

/// Letters that text in an 8-bit set never shows.
fn chi_co_trong_unicode(c: char) -> bool {
    matches!(
        c,
        '\u{1ea0}'
            ..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ'
    )
}

/// TCVN3 puts these signs in the place of Vietnamese letters.
const DAU_TCVN3: &str = "µ¶·¸¹¨¬\u{ad}¼½¾ª";
const DAU_TCVN3_YEU: &str = "®©§«»¡¢£¤¥¦";

fn tu_tcvn3(word: &str) -> bool {
    canh_chu_cai(word, |c| DAU_TCVN3.contains(c) || DAU_TCVN3_YEU.contains(c))
}

fn co_dau_tcvn3(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('µ');
    !unit && canh_chu_cai(word, |c| DAU_TCVN3.contains(c))
}

/// Whether a sign stands right beside an unmarked letter.
fn canh_chu_cai(word: &str, sign: impl Fn(char) -> bool) -> bool {
    word.chars()
        .zip(word.chars().skip(1))
        .any(|(a, b)| (sign(a) && b.is_ascii_alphabetic()) || (a.is_ascii_alphabetic() && sign(b)))
}

/// VNI writes a vowel and, as a letter of its own, its marks: `COÄNG HOØA`.
fn co_nguyen_am_vni(word: &str) -> bool {
    const DAU: &str = "øûïåäëöüØÛÏÅÄËÖÜ";
    const DAU_MU: &str = "âêÂÊ";
    word.chars().zip(word.chars().skip(1)).any(|(vowel, mark)| {
        "aeiouyAEIOUYôÔöÖ".contains(vowel)
            && (DAU.contains(mark) || ("aeoAEO".contains(vowel) && DAU_MU.contains(mark)))
    })
}

fn tu_vni(word: &str) -> bool {
    co_nguyen_am_vni(word) || canh_chu_cai(word, |c| "ñÑöÖ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_sets_are_recognised() {
        assert_eq!(bang_ma_cu("Céng hoµ x· héi chñ nghÜa ViÖt Nam"), Some(BangMa::Tcvn3));
        assert_eq!(bang_ma_cu("Céng hßa X· héi chñ nghÜa ViÖt Nam"), Some(BangMa::Tcvn3));
        assert_eq!(bang_ma_cu("trich_yeu: Tæ chøc §oµn c«ng t¸c"), Some(BangMa::Tcvn3));
        assert_eq!(bang_ma_cu("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA"), Some(BangMa::Vni));
        assert_eq!(bang_ma_cu("Hoäi ñoàng nhaân daân"), Some(BangMa::Vni));
    }

    #[test]
    fn good_text_raises_no_alarm() {
        for line in [
            "Cộng hoà xã hội chủ nghĩa Việt Nam",
            "hoà hoá toà",
            "à la carte, café, naïve",
            "µm và µg, 5µl",
            "Công ty «ABC» ® và ©",
            "El niño, la niña, señor",
            "Müller, Schröder, Zürich",
            "25 °C · 10 m²",
            "Xoá bỏ « hàng rào »",
        ] {
            assert_eq!(bang_ma_cu(line), None, "{line}");
        }
    }

    #[test]
    fn old_bytes_are_recognised() {
        let bytes: Vec<u8> = "a: Céng hoµ x· héi".chars().map(|c| c as u8).collect();
        assert_eq!(khong_phai_utf8("a", &bytes, 4).code, "legacy-encoding");
        let mixed = [&b"x \xf4 t\xf4\n"[..], "Nhằm trao đổi".as_bytes()].concat();
        assert_eq!(khong_phai_utf8("a", &mixed, 2).code, "not-utf8");
    }
}
