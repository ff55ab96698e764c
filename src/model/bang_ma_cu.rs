//! The 8-bit sets of before Unicode, as the faces that went with them show them: TCVN3 (ABC), where each letter has a
//! place of its own, and VNI, where a vowel and its marks are two.

/// An 8-bit set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BangMa {
    Tcvn3,
    Vni,
}

impl BangMa {
    /// How it is known, with a face of it.
    pub fn ten(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC, phông .VnTime)",
            Self::Vni => "VNI (phông VNI-Times)",
        }
    }

    /// The set that goes with a face: `.VnTime`, `VNI-Times`.
    pub fn cua_phong(phong: &str) -> Option<Self> {
        let name = phong.trim().to_lowercase();
        let starts = |heads: &[&str]| heads.iter().any(|head| name.starts_with(head));
        match () {
            () if starts(&[".vn"]) => Some(Self::Tcvn3),
            () if starts(&["vni-", "vni "]) || name == "vni" => Some(Self::Vni),
            () => None,
        }
    }

    /// A text in Unicode, as a face of this set shows it; what is Unicode already stays.
    pub fn sang_unicode(self, chu: &str) -> String {
        if chu.is_ascii() || chu.chars().any(|c| c > '\u{ff}' && c.is_alphabetic()) {
            return chu.to_owned();
        }
        match self {
            Self::Tcvn3 => chu.chars().map(|c| tcvn3(c).unwrap_or(c)).collect(),
            Self::Vni => vni(chu),
        }
    }
}

/// Whether a face has capitals in the places of small letters: `.VnTimeH`.
pub fn phong_chu_hoa(phong: &str) -> bool {
    BangMa::cua_phong(phong) == Some(BangMa::Tcvn3) && phong.trim_end().ends_with('H')
}

/// The signs that TCVN3 puts in the place of Vietnamese letters.
pub const CU: &str =
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ§¡¢£¤¥¦";
const MOI: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐĂÂÊÔƠƯ";

/// VNI writes a vowel and its marks as a letter of its own; some letters are one.
const VNI: &[(&str, &str)] = &[
    ("aù", "á"),
    ("aø", "à"),
    ("aû", "ả"),
    ("aõ", "ã"),
    ("aï", "ạ"),
    ("aê", "ă"),
    ("aé", "ắ"),
    ("aè", "ằ"),
    ("aú", "ẳ"),
    ("aü", "ẵ"),
    ("aë", "ặ"),
    ("aâ", "â"),
    ("aá", "ấ"),
    ("aà", "ầ"),
    ("aå", "ẩ"),
    ("aã", "ẫ"),
    ("aä", "ậ"),
    ("eù", "é"),
    ("eø", "è"),
    ("eû", "ẻ"),
    ("eõ", "ẽ"),
    ("eï", "ẹ"),
    ("eâ", "ê"),
    ("eá", "ế"),
    ("eà", "ề"),
    ("eå", "ể"),
    ("eã", "ễ"),
    ("eä", "ệ"),
    ("où", "ó"),
    ("oø", "ò"),
    ("oû", "ỏ"),
    ("oõ", "õ"),
    ("oï", "ọ"),
    ("oâ", "ô"),
    ("oá", "ố"),
    ("oà", "ồ"),
    ("oå", "ổ"),
    ("oã", "ỗ"),
    ("oä", "ộ"),
    ("ôù", "ớ"),
    ("ôø", "ờ"),
    ("ôû", "ở"),
    ("ôõ", "ỡ"),
    ("ôï", "ợ"),
    ("uù", "ú"),
    ("uø", "ù"),
    ("uû", "ủ"),
    ("uõ", "ũ"),
    ("uï", "ụ"),
    ("öù", "ứ"),
    ("öø", "ừ"),
    ("öû", "ử"),
    ("öõ", "ữ"),
    ("öï", "ự"),
    ("yù", "ý"),
    ("yø", "ỳ"),
    ("yû", "ỷ"),
    ("yõ", "ỹ"),
    ("ô", "ơ"),
    ("ö", "ư"),
    ("ñ", "đ"),
    ("æ", "ỉ"),
    ("ó", "ĩ"),
    ("ò", "ị"),
    ("î", "ỵ"),
];

/// A letter of TCVN3 beyond ASCII in Unicode; none for a sign that is no letter there.
pub fn tcvn3(c: char) -> Option<char> {
    CU.chars().zip(MOI.chars()).find(|(cu, _)| *cu == c).map(|(_, moi)| moi)
}

/// A text of VNI in Unicode; a vowel with a mark is as large as the vowel was.
pub fn vni(chu: &str) -> String {
    let letters: Vec<char> = chu.chars().collect();
    let (mut at, mut out) = (0_usize, String::with_capacity(chu.len()));
    while let Some(c) = letters.get(at) {
        let (moi, dai) = mot_chu_vni(*c, letters.get(at.saturating_add(1)).copied());
        at = at.saturating_add(dai);
        match c.is_uppercase() {
            true => out.extend(moi.to_uppercase()),
            false => out.push(moi),
        }
    }
    out
}

/// The small letter that begins here, and how many signs it took.
fn mot_chu_vni(c: char, sau: Option<char>) -> (char, usize) {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let of = |key: &[char]| {
        let found = VNI.iter().find(|(cu, _)| cu.chars().eq(key.iter().copied()));
        found.and_then(|(_, moi)| moi.chars().next())
    };
    let (c, sau) = (small(c), sau.map(small));
    let pair = sau.and_then(|sau| of(&[c, sau])).map(|moi| (moi, 2));
    pair.or_else(|| of(&[c]).map(|moi| (moi, 1))).unwrap_or((c, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_rows_of_letters_are_of_one_length() {
        assert_eq!(CU.chars().count(), MOI.chars().count());
        assert_eq!((tcvn3('\u{ad}'), tcvn3('a')), (Some('ư'), None));
    }

    #[test]
    fn a_face_tells_its_set() {
        let of = |phong: &str| BangMa::cua_phong(phong);
        assert_eq!(
            (of(".VnTime"), of(".VnArialH"), of("VNI-Times")),
            (Some(BangMa::Tcvn3), Some(BangMa::Tcvn3), Some(BangMa::Vni))
        );
        assert_eq!((of("Times New Roman"), of("Vnitimes")), (None, None));
        assert!(phong_chu_hoa(".VnTimeH") && !phong_chu_hoa(".VnTime") && !phong_chu_hoa("BOOKH"));
    }

    #[test]
    fn what_is_unicode_already_stays() {
        let of = |chu: &str| BangMa::Tcvn3.sang_unicode(chu);
        assert_eq!(
            of("§iÒu 1. Thµnh lËp tr\u{ad}êng “B¸c Hå”"),
            "Điều 1. Thành lập trường “Bác Hồ”"
        );
        assert_eq!(of("Sở Nội vụ, µ"), "Sở Nội vụ, µ");
    }

    #[test]
    fn a_vowel_and_its_mark_are_one_letter() {
        assert_eq!(vni("COÄNG HOØA XAÕ HOÄI"), "CỘNG HÒA XÃ HỘI");
        assert_eq!(vni("Ñoäc laäp - Töï do, ñöôïc 1.000 ñ"), "Độc lập - Tự do, được 1.000 đ");
    }
}
