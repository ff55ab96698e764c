//! Bộ quy tắc: the sets of rules that papers are made by, each with its measures, forms and day. A further set is a
//! file here, its templates, and a row of [`CAC_BO`].

mod can_cu;
mod hd05;
mod nd30;

use crate::model::BoQuyTac;
pub use can_cu::{bo_can_cu, doi_can_cu, doi_can_cu_kieu};
pub use nd30::{TUY_CHON, nd30};

/// Every set, the usual one first.
pub static CAC_BO: &[BoQuyTac] = &[BoQuyTac(&nd30::BO), BoQuyTac(&hd05::BO)];

/// The set of an office that names none.
pub const MAC_DINH: BoQuyTac = BoQuyTac(&nd30::BO);

/// The set of an office whose file has this word, or none: what is no set is told where the file is read.
pub fn cua_tu(khoa: Option<&str>) -> BoQuyTac {
    khoa.and_then(|khoa| theo_khoa(khoa.trim())).unwrap_or(MAC_DINH)
}

/// The set that `bo_quy_tac:` names.
pub fn theo_khoa(khoa: &str) -> Option<BoQuyTac> {
    CAC_BO.iter().copied().find(|bo| bo.khoa == khoa)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Loai;
    use crate::model::dat_ten::KyHieuCoQuan;

    #[test]
    fn every_set_has_its_own_word_and_day() {
        let mut words: Vec<&str> = CAC_BO.iter().map(|bo| bo.khoa).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), CAC_BO.len());
        assert!(CAC_BO.iter().all(|bo| bo.tu_ngay() > chrono::NaiveDate::default()));
        assert_eq!(theo_khoa("nd30"), Some(MAC_DINH));
        assert_eq!(theo_khoa("hd36"), None);
    }

    #[test]
    fn kinds_of_a_set_are_found_by_their_abbreviation() {
        let of = |bo: &str, chu: &str| -> Vec<&str> {
            theo_khoa(bo).unwrap().theo_viet_tat(chu).map(Loai::khoa).collect()
        };
        assert_eq!(of("hd05", "QĐ"), ["quyet_dinh", "quy_dinh"]);
        assert_eq!((of("nd30", "QĐ"), of("nd30", "QyĐ")), (vec!["quyet_dinh"], vec!["quy_dinh"]));
        assert_eq!((of("hd05", "KL"), of("hd05", "CV")), (vec!["ket_luan"], vec!["cong_van"]));
        for (chu, khoa) in [
            ("NQ", "nghi_quyet"),
            ("CTr", "chuong_trinh"),
            ("TTr", "to_trinh"),
            ("TT", "thong_tri"),
        ] {
            assert_eq!(of("hd05", chu), [khoa]);
        }
        for bo in CAC_BO {
            assert!(bo.loai.iter().all(|khoa| Loai::theo_khoa(khoa).is_some()), "{}", bo.khoa);
        }
        assert!(Loai::tat_ca().all(|loai| MAC_DINH.co_loai(loai)));
        let own = Loai::rieng("giay_khen", "Giấy khen", Some("GK"));
        assert!(CAC_BO.iter().all(|bo| bo.co_loai(own)));
    }

    #[test]
    fn settled_letters_are_found_by_the_bodys_name() {
        let bang = theo_khoa("hd05").unwrap().ky_hieu_co_quan;
        let hop = |ten: &str, ky_hieu: &str| KyHieuCoQuan::cua(bang, ten).map(|d| d.hop(ky_hieu));
        assert_eq!(hop("ĐẢNG UỶ XÃ MỸ THỌ", "ĐU"), Some(true));
        assert_eq!(hop("ĐẢNG ỦY XÃ MỸ THỌ", "ĐUMT"), Some(false));
        assert_eq!(hop("ĐẢNG UỶ QUÂN SỰ TỈNH", "ĐUQS"), Some(true));
        assert_eq!(hop("BAN TUYÊN GIÁO VÀ DÂN VẬN", "BTGDVTU"), Some(true));
        assert_eq!(hop("BAN TUYÊN GIÁO VÀ DÂN VẬN", "BTGTU"), Some(false));
        assert_eq!(hop("CƠ QUAN ỦY BAN KIỂM TRA", "CQUBKTTU"), Some(true));
        assert_eq!(hop("VĂN PHÒNG", "VPTU"), None);
    }
}
