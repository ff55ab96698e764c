//! All kinds of document that are declared: the program's own, then an office's.

use std::sync::{Arc, LazyLock};

use super::khai_bao::khai_bao;
use crate::model::{BoQuyTac, Mau};
use crate::reading::source::TepNguon;
use crate::rules::bo_quy_tac::MAC_DINH;

macro_rules! co_san {
    ($($ten:literal),* $(,)?) => {
        &[$(($ten, include_str!(concat!("../../../../templates/noi-dung/", $ten)))),*]
    };
}

/// The shipped declarations, beside their templates.
const CO_SAN: &[(&str, &str)] = co_san![
    "van-ban.yaml",
    "van-ban-dang.yaml",
    "to-trinh.yaml",
    "bao-cao-chung.yaml",
    "nghi-quyet.yaml",
    "quyet-dinh.yaml",
    "cong-van.yaml",
    "cong-dien.yaml",
    "giay-moi.yaml",
    "giay-gioi-thieu.yaml",
    "bien-ban.yaml",
    "phieu-gui.yaml",
    "giay-nghi-phep.yaml",
    "thoa-thuan.yaml",
    "thu-cong.yaml",
    "dot-cong-van.yaml",
    "dot-quyet-dinh.yaml",
    "dot-giay-gioi-thieu.yaml",
    "dot-giay-moi.yaml",
    // Those of one set of rules stand behind those of all.
    "nghi-quyet-dang.yaml",
    "quyet-dinh-dang.yaml",
    "bien-ban-dang.yaml",
];

/// The text of the shipped declaration that goes by this name.
pub fn khai_bao_co_san(ten: &str) -> Option<&'static str> {
    let file = format!("{ten}.yaml");
    CO_SAN.iter().find(|(known, _)| *known == file).map(|(_, text)| *text)
}

static MAU_CO_SAN: LazyLock<Vec<Arc<Mau>>> = LazyLock::new(|| {
    let read = |(ten, text): &(&str, &str)| {
        let tep = TepNguon::decode(ten, text.as_bytes()).ok()?;
        khai_bao(&tep, &mut Vec::new()).map(Arc::new)
    };
    CO_SAN.iter().filter_map(read).collect()
});

/// Declared kinds; a later declaration of a word stands in place of an earlier one.
#[derive(Debug, Clone)]
pub struct KhoMau {
    mau: Vec<Arc<Mau>>,
    /// Declarations that could not be read, by the name shown.
    hong: Vec<String>,
}

/// Whether a declaration is the program's own and not an office's in its place.
pub fn la_co_san(mau: &Arc<Mau>) -> bool {
    MAU_CO_SAN.iter().any(|own| Arc::ptr_eq(own, mau))
}

/// The same of a declaration that was copied out of the store.
pub fn la_co_san_mau(mau: &Mau) -> bool {
    MAU_CO_SAN.iter().any(|own| **own == *mau)
}

impl Default for KhoMau {
    /// The shipped ones.
    fn default() -> Self {
        Self { mau: MAU_CO_SAN.clone(), hong: Vec::new() }
    }
}

impl KhoMau {
    pub fn them(&mut self, mau: Mau) {
        self.mau.push(Arc::new(mau));
    }

    /// Notes a declaration that could not be read.
    pub fn hong(&mut self, ten: &str) {
        self.hong.push(ten.to_owned());
    }

    pub fn cac_tep_hong(&self) -> &[String] {
        &self.hong
    }

    /// Whether a kind has its words from this template.
    pub fn co_mau(&self, tep: &str) -> bool {
        self.mau.iter().any(|mau| mau.tep == tep)
    }

    /// The declaration that answers to a word in `loai:`, by the usual set of rules.
    pub fn theo_khoa(&self, khoa: &str) -> Option<&Arc<Mau>> {
        self.theo_khoa_cua(khoa, MAC_DINH)
    }

    /// The one for papers of a set of rules.
    pub fn theo_khoa_cua(&self, khoa: &str, bo: BoQuyTac) -> Option<&Arc<Mau>> {
        let fits = |mau: &&Arc<Mau>| mau.bo.is_none_or(|own| own == bo);
        self.mau.iter().rev().filter(fits).find(|mau| mau.khoa.iter().any(|k| k == khoa))
    }

    /// Every declaration.
    pub fn cac_mau(&self) -> impl Iterator<Item = &Arc<Mau>> {
        self.mau.iter()
    }

    /// Every word, in the order of declaration; what a set of rules words otherwise is no other word.
    pub fn cac_khoa(&self) -> impl Iterator<Item = &str> {
        let usual = self.mau.iter().filter(|mau| mau.bo.is_none());
        usual.flat_map(|mau| mau.khoa.iter().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_declarations_have_no_fault() {
        for (ten, text) in CO_SAN {
            let tep = TepNguon::decode(ten, text.as_bytes()).unwrap();
            let mut found = Vec::new();
            let mau = khai_bao(&tep, &mut found);
            assert!(mau.is_some() && found.is_empty(), "{ten}: {found:?}");
        }
    }

    #[test]
    fn no_word_is_declared_twice() {
        let kho = KhoMau::default();
        let mut words: Vec<&str> = kho.cac_khoa().collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }
}
