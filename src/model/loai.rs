//! Loại văn bản: the kinds of official documents, with their abbreviations (PL III).

use std::sync::{LazyLock, Mutex, PoisonError};

use serde::{Serialize, Serializer};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loai(&'static Dong);

/// A line of the table: YAML word, name, abbreviation in the symbol (none for Công văn and Thư công).
#[derive(Debug, PartialEq, Eq)]
struct Dong {
    khoa: &'static str,
    ten: &'static str,
    viet_tat: Option<&'static str>,
}

const fn dong(khoa: &'static str, ten: &'static str, viet_tat: &'static str) -> Dong {
    Dong { khoa, ten, viet_tat: Some(viet_tat) }
}

/// Điều 7 with the abbreviations of Phụ lục III, in its order; the copies stand last.
static BANG: &[Dong] = &[
    dong("nghi_quyet", "Nghị quyết", "NQ"),
    dong("quyet_dinh", "Quyết định", "QĐ"),
    dong("chi_thi", "Chỉ thị", "CT"),
    dong("quy_che", "Quy chế", "QC"),
    dong("quy_dinh", "Quy định", "QyĐ"),
    dong("thong_cao", "Thông cáo", "TC"),
    dong("thong_bao", "Thông báo", "TB"),
    dong("huong_dan", "Hướng dẫn", "HD"),
    dong("chuong_trinh", "Chương trình", "CTr"),
    dong("ke_hoach", "Kế hoạch", "KH"),
    dong("phuong_an", "Phương án", "PA"),
    dong("de_an", "Đề án", "ĐA"),
    dong("du_an", "Dự án", "DA"),
    dong("bao_cao", "Báo cáo", "BC"),
    dong("bien_ban", "Biên bản", "BB"),
    dong("to_trinh", "Tờ trình", "TTr"),
    dong("hop_dong", "Hợp đồng", "HĐ"),
    Dong { khoa: "cong_van", ten: "Công văn", viet_tat: None },
    dong("cong_dien", "Công điện", "CĐ"),
    dong("ban_ghi_nho", "Bản ghi nhớ", "BGN"),
    dong("ban_thoa_thuan", "Bản thỏa thuận", "BTT"),
    dong("giay_uy_quyen", "Giấy ủy quyền", "GUQ"),
    dong("giay_moi", "Giấy mời", "GM"),
    dong("giay_gioi_thieu", "Giấy giới thiệu", "GGT"),
    dong("giay_nghi_phep", "Giấy nghỉ phép", "GNP"),
    dong("phieu_gui", "Phiếu gửi", "PG"),
    dong("phieu_chuyen", "Phiếu chuyển", "PC"),
    dong("phieu_bao", "Phiếu báo", "PB"),
    Dong { khoa: "thu_cong", ten: "Thư công", viet_tat: None },
    dong("ban_sao_y", "Bản sao y", "SY"),
    dong("ban_trich_sao", "Bản trích sao", "TrS"),
    dong("ban_sao_luc", "Bản sao lục", "SL"),
];

/// Kinds that other sets of rules have besides, by the initials of their syllables (HD 05, I.3.1.2.a). Which set has
/// which kind is the set's to say.
static BANG_KHAC: &[Dong] = &[
    dong("ket_luan", "Kết luận", "KL"),
    dong("thong_tri", "Thông tri", "TT"),
    dong("tuyen_bo", "Tuyên bố", "TB"),
    dong("loi_keu_goi", "Lời kêu gọi", "LKG"),
    dong("quy_hoach", "Quy hoạch", "QH"),
    dong("giay_di_duong", "Giấy đi đường", "GĐĐ"),
];

/// An office's own kinds. They live as long as the program and are as few as its templates, so that a
/// kind is a word to be passed around wherever it comes from.
static RIENG: LazyLock<Mutex<Vec<&'static Dong>>> = LazyLock::new(Mutex::default);

impl Loai {
    /// A kind of the office's own, which the decree doesn't name.
    pub fn rieng(khoa: &str, ten: &str, viet_tat: Option<&str>) -> Self {
        let mut known = RIENG.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |d: &&&Dong| d.khoa == khoa && d.ten == ten && d.viet_tat == viet_tat;
        if let Some(dong) = known.iter().find(same) {
            return Self(dong);
        }
        let text = |s: &str| -> &'static str { Box::leak(s.into()) };
        let dong = Dong { khoa: text(khoa), ten: text(ten), viet_tat: viet_tat.map(text) };
        let dong: &'static Dong = Box::leak(Box::new(dong));
        known.push(dong);
        Self(dong)
    }

    /// Every kind, and the own kinds that templates have declared so far.
    pub fn da_biet() -> Vec<Self> {
        let known = RIENG.lock().unwrap_or_else(PoisonError::into_inner);
        Self::tat_ca().chain(known.iter().copied().map(Self)).collect()
    }

    /// The kind of Phụ lục III with this abbreviation.
    pub fn theo_viet_tat(viet_tat: &str) -> Option<Self> {
        BANG.iter().find(|dong| dong.viet_tat == Some(viet_tat)).map(Self)
    }

    /// What YAML calls the kinds of all sets of rules, the decree's first.
    pub fn cac_khoa() -> impl Iterator<Item = &'static str> {
        BANG.iter().chain(BANG_KHAC).map(|dong| dong.khoa)
    }

    /// The kind that YAML calls `khoa`: `ke_hoach`.
    pub fn theo_khoa(khoa: &str) -> Option<Self> {
        BANG.iter().chain(BANG_KHAC).find(|dong| dong.khoa == khoa).map(Self)
    }

    /// Whether Phụ lục III has the kind.
    pub fn cua_nghi_dinh(self) -> bool {
        BANG.iter().any(|dong| std::ptr::eq(dong, self.0))
    }

    /// Whether it is an office's own.
    pub fn la_rieng(self) -> bool {
        !BANG.iter().chain(BANG_KHAC).any(|dong| std::ptr::eq(dong, self.0))
    }

    /// Whether it is one of the three forms of copy.
    pub fn la_ban_sao(self) -> bool {
        ["ban_sao_y", "ban_sao_luc", "ban_trich_sao"].contains(&self.khoa())
    }

    /// Every kind of Phụ lục III, in the decree's order.
    pub fn tat_ca() -> impl Iterator<Item = Self> {
        BANG.iter().map(Self)
    }

    /// The word in YAML: `ke_hoach`.
    pub fn khoa(self) -> &'static str {
        self.0.khoa
    }

    /// `Kế hoạch`.
    pub fn ten(self) -> &'static str {
        self.0.ten
    }

    /// `KH`; Công văn and Thư công have none (PL III).
    pub fn viet_tat(self) -> Option<&'static str> {
        self.0.viet_tat
    }
}

impl Serialize for Loai {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.khoa)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_found_by_their_yaml_word() {
        let kh = Loai::theo_khoa("ke_hoach").unwrap();
        assert_eq!((kh.ten(), kh.viet_tat()), ("Kế hoạch", Some("KH")));
        assert_eq!(Loai::theo_khoa("cong_van").unwrap().viet_tat(), None);
        assert!(Loai::theo_khoa("kehoach").is_none());
    }

    #[test]
    fn an_own_kind_is_the_same_whenever_it_is_asked_for() {
        let khen = || Loai::rieng("giay_khen", "Giấy khen", Some("GK"));
        assert_eq!((khen().ten(), khen().viet_tat()), ("Giấy khen", Some("GK")));
        assert!(std::ptr::eq(khen().0, khen().0));
        assert_ne!(khen(), Loai::rieng("giay_khen", "Giấy khen", None));
    }

    /// Điều 7 has 29 kinds; the three forms of copy come on top.
    #[test]
    fn the_table_is_whole_and_without_doubles() {
        assert_eq!(Loai::tat_ca().count(), 29 + 3);
        let mut short: Vec<_> = Loai::tat_ca().filter_map(Loai::viet_tat).collect();
        short.sort_unstable();
        short.dedup();
        assert_eq!(short.len(), 30);
    }
}
