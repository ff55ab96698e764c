//! Words as a recogniser looks at them: without marks, case and blanks that carry nothing.

use unicode_normalization::UnicodeNormalization;

use crate::model::chu_dau::hoa_dau;
use crate::model::de_ky::{DeKy, QuyenHan};
use crate::model::khong_dau::khong_dau;
use crate::rules::bo_quy_tac::CAC_BO;

/// One blank between words, none at the ends; letters composed, since some keyboards type a mark behind its letter,
/// and no signs that nobody sees.
pub fn gon(text: &str) -> String {
    let seen: String = text.nfc().filter(|c| !la_an(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sign that nobody sees and no file of ours may hold.
pub fn la_an(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The same in small letters without tone marks: `Kính gửi:` → `kinh gui:`.
pub fn khoa(text: &str) -> String {
    khong_dau(&gon(text))
}

/// All letters are capitals, and there are some.
pub fn toan_hoa(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Capitals but for a symbol's small letter: `SỐ 02/QĐ-TTg`.
pub fn gan_hoa(text: &str) -> bool {
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    let big = text.chars().filter(|c| c.is_uppercase()).count();
    small < 3 && big > small.saturating_mul(8)
}

/// No letter and no figure: a rule line typed by hand, a star between two parts.
pub fn la_net_ke(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// How many characters a text has.
pub fn dai(text: &str) -> usize {
    text.chars().count()
}

/// Without the marks that a list has at both ends of its items.
pub fn bo_dau_muc(text: &str) -> String {
    let bare =
        text.trim().trim_start_matches(['-', '–', '—', '+', '•', '*', '·', '\u{f0b7}']).trim();
    gon(bare.trim_end_matches([';', '.', ',', ' ', '/']))
}

/// Begins like an item of a list.
pub fn la_gach(text: &str) -> bool {
    text.trim_start().starts_with(['-', '–', '—', '+', '•', '·', '\u{f0b7}'])
}

/// Like the name of a person: two to seven words, each with a capital, no figure, no sign.
pub fn la_ho_ten(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let good = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '-'))
    };
    (2..=7).contains(&words.len()) && words.iter().all(good) && !toan_hoa(text)
}

/// Names of families, in capitals without marks: what tells a name in capitals from a post or an office.
const HO: &[&str] = &[
    "NGUYEN", "TRAN", "LE", "PHAM", "HOANG", "HUYNH", "PHAN", "VU", "VO", "DANG", "BUI", "DO",
    "HO", "NGO", "DUONG", "LY", "DINH", "DOAN", "TRINH", "MAI", "CAO", "LUONG", "TO", "HA",
    "TRUONG", "LAM", "CHAU", "TA", "THAI", "QUACH", "NONG", "CHU", "LUU", "PHUNG", "VUONG", "KIEU",
    "TANG", "TRIEU", "HUA", "GIANG", "LO", "CAM", "DIEU", "SUNG", "THAO", "TONG", "NGHIEM",
    "THACH", "SON", "KIM", "AU", "VI", "VAN", "TIEU", "LA", "QUAN", "DAM", "DAO", "KHUC", "CU",
    "BANH", "BACH", "LAI", "TU", "THAN", "KHUAT", "CHUNG", "HAN", "MA",
];

/// The name of a person that was typed in capitals, as the decree writes names (PL I, II.7.b): a family's name, then one to
/// four words that are no office's.
pub fn ho_ten_hoa(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let family = words.first().is_some_and(|word| HO.contains(&khoa(word).to_uppercase().as_str()));
    let name: Vec<String> = words.iter().map(|word| hoa_dau(&word.to_lowercase())).collect();
    let name = name.join(" ");
    let whole = toan_hoa(text) && family && (2..=5).contains(&words.len()) && la_ho_ten(&name);
    whole.then_some(name)
}

/// Begins with a mark of authority of any set of rules, whether its point is there or not.
pub fn co_ky_hieu_quyen(text: &str) -> bool {
    cac_dau_quyen(text, |_| true)
}

/// Begins with the mark of signing for a body.
pub fn la_thay_mat(text: &str) -> bool {
    cac_dau_quyen(text, |quyen| quyen == QuyenHan::ThayMat)
}

fn cac_dau_quyen(text: &str, of: impl Fn(QuyenHan) -> bool) -> bool {
    let upper = text.trim().to_uppercase();
    let marks = CAC_BO.iter().flat_map(|bo| bo.0.de_ky.ky_hieu).filter(|(quyen, _)| of(*quyen));
    marks.map(|(_, mark)| *mark).any(|mark| {
        let bare = mark.trim_end_matches('.');
        // One letter by itself is a name's.
        let open = mark.ends_with('.') && bare.len() > 1;
        let rest = upper.strip_prefix(bare).filter(|_| open);
        upper.starts_with(mark) || rest.is_some_and(|rest| rest.starts_with(' '))
    })
}

/// A post, as the rules of the paper or the decree know them.
pub fn la_chuc_vu(text: &str, de_ky: &DeKy) -> bool {
    de_ky.la_chuc_vu(text) || DeKy::ND30.la_chuc_vu(text)
}

/// A body that decides, likewise.
pub fn la_tap_the(text: &str, de_ky: &DeKy) -> bool {
    de_ky.la_tap_the(text) || DeKy::ND30.la_tap_the(text)
}

/// Whether a line goes on with the name above it: a place, `VIỆT NAM`.
pub fn noi_tiep(text: &str) -> bool {
    let key = khoa(text);
    [
        "tinh ",
        "thanh pho ",
        "huyen ",
        "quan ",
        "xa ",
        "phuong ",
        "thi xa ",
        "thi tran ",
        "dac khu ",
        "viet nam",
        "va ",
        "- ",
    ]
    .iter()
    .any(|start| key.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_capitals_is_no_office() {
        let name = |text: &str| ho_ten_hoa(text).unwrap_or_default();
        assert_eq!(name("PHẠM VĂN DŨNG"), "Phạm Văn Dũng");
        assert_eq!(name("NGUYỄN THỊ KIM TUYỀN"), "Nguyễn Thị Kim Tuyền");
        for other in
            ["PHÓ GIÁM ĐỐC", "SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN", "Phạm Văn Dũng", "TỈNH ĐỒNG THÁP"]
        {
            assert_eq!(name(other), "", "{other}");
        }
    }

    #[test]
    fn people_are_told_from_posts_and_places() {
        assert!(la_ho_ten("Nguyễn Văn An") && la_ho_ten("TS. Trần Thị Bình"));
        assert!(!la_ho_ten("CHỦ TỊCH") && !la_ho_ten("Lưu: VT") && !la_ho_ten("Như Điều 3"));
    }

    /// Of Unicode "tổ hợp", as some keyboards type it, and with signs that came along from elsewhere.
    #[test]
    fn letters_are_compared_composed() {
        assert_eq!(gon("So\u{302}\u{301}:  12/QĐ\u{AD}-UBND\u{200B}"), "Số: 12/QĐ-UBND");
    }

    #[test]
    fn marks_of_authority_are_those_of_every_set() {
        for text in
            ["TM. ỦY BAN", "TM ỦY BAN", "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ", "K/T", "T/l B", "Q. A"]
        {
            assert!(co_ky_hieu_quyen(text), "{text}");
        }
        assert!(!co_ky_hieu_quyen("TMDV") && !co_ky_hieu_quyen("Q TÂN BÌNH"));
        assert!(la_thay_mat("T/M TỈNH UỶ") && la_thay_mat("TM. A") && !la_thay_mat("T/L B"));
    }

    #[test]
    fn items_lose_their_marks() {
        assert_eq!(bo_dau_muc("-  Các Ban  của HĐND;"), "Các Ban của HĐND");
        assert!(la_net_ke("-----***-----") && !la_net_ke("- a"));
    }
}
