//! A written syllable taken apart: its letters, its tone, and the letter that bears the mark.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::dat_dau::{KieuDau, ghep};
use super::thanh::Thanh;

/// A syllable taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tieng {
    /// The letters without the tone.
    pub goc: String,
    pub thanh: Thanh,
    /// Which letter bears the mark, from 0.
    pub cho_dau: Option<usize>,
}

impl Tieng {
    /// Whether the mark stands where one of the two styles puts it.
    pub fn dung_cho(&self) -> bool {
        self.cho_dau.is_none()
            || [KieuDau::Moi, KieuDau::Cu].iter().any(|kieu| self.viet(*kieu) == self.nguyen())
    }

    /// The syllable with the mark where `kieu` puts it.
    pub fn viet(&self, kieu: KieuDau) -> Option<String> {
        ghep(&self.goc, self.thanh, kieu)
    }

    /// As it was written.
    fn nguyen(&self) -> Option<String> {
        let at = self.cho_dau?;
        let letters = self.goc.chars().enumerate().flat_map(|(i, c)| {
            let dau = self.thanh.dau().filter(|_| i == at);
            [Some(c), dau].into_iter().flatten()
        });
        Some(letters.nfc().collect())
    }
}

/// The letters without a tone.
const CHU_CAI: &str = "abcdđeghiklmnopqrstuvxyăâêôơư";

/// Every letter that has a sign of its own, taken apart: the letter without its tone, and the tone.
static CO_DAU: LazyLock<HashMap<char, (char, Option<Thanh>)>> = LazyLock::new(|| {
    let all = [Thanh::Huyen, Thanh::Sac, Thanh::Nga, Thanh::Hoi, Thanh::Nang];
    let voi = |c: char| {
        all.into_iter().filter_map(move |thanh| {
            let mut one = [c, thanh.dau()?].into_iter().nfc();
            let letter = one.next()?;
            one.next().is_none().then_some((letter, (c, Some(thanh))))
        })
    };
    CHU_CAI.chars().flat_map(|c| voi(c).chain([(c, (c, None))])).collect()
});

/// Takes a word in lower case apart. None if it has a sign that is no Vietnamese letter, or two tones.
pub fn tach(chu: &str) -> Option<Tieng> {
    let mut goc = String::with_capacity(chu.len());
    let mut thanh: Option<(Thanh, usize)> = None;
    for (i, c) in chu.chars().enumerate() {
        let (letter, dau) = CO_DAU.get(&c)?;
        if let Some(dau) = dau
            && thanh.replace((*dau, i)).is_some()
        {
            return None;
        }
        goc.push(*letter);
    }
    let (thanh, cho_dau) = thanh.map_or((Thanh::Ngang, None), |(t, at)| (t, Some(at)));
    (!goc.is_empty()).then_some(Tieng { goc, thanh, cho_dau })
}
