//! Bộ quy tắc: the sets of rules that papers are made by, each with its measures, forms and day. A further set is a
//! file here, its templates, and a row of [`CAC_BO`].

mod can_cu;
mod hd05;
mod nd30;

use crate::model::BoQuyTac;
pub use can_cu::doi_can_cu;
pub use nd30::{TUY_CHON, nd30};

/// Every set, the usual one first.
pub static CAC_BO: &[BoQuyTac] = &[BoQuyTac(&nd30::BO), BoQuyTac(&hd05::BO)];

/// The set of an office that names none.
pub const MAC_DINH: BoQuyTac = BoQuyTac(&nd30::BO);

/// The set that `bo_quy_tac:` names.
pub fn theo_khoa(khoa: &str) -> Option<BoQuyTac> {
    CAC_BO.iter().copied().find(|bo| bo.khoa == khoa)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
