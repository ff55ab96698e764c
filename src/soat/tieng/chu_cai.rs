//! A written syllable taken apart: its letters, its tone, and the letter that bears the mark.

use unicode_normalization::UnicodeNormalization;

use super::dat_dau::{KieuDau, ghep};

/// The tone; without a mark it is ngang.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thanh {
    Ngang,
    Huyen,
    Sac,
    Nga,
    Hoi,
    Nang,
}

impl Thanh {
    /// The combining mark that writes it.
    pub fn dau(self) -> Option<char> {
        match self {
            Self::Ngang => None,
            Self::Huyen => Some('\u{300}'),
            Self::Sac => Some('\u{301}'),
            Self::Nga => Some('\u{303}'),
            Self::Hoi => Some('\u{309}'),
            Self::Nang => Some('\u{323}'),
        }
    }

    fn cua(dau: char) -> Option<Self> {
        let all = [Self::Huyen, Self::Sac, Self::Nga, Self::Hoi, Self::Nang];
        all.into_iter().find(|thanh| thanh.dau() == Some(dau))
    }
}

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

/// Takes a word in lower case apart. None if it has a sign that is no Vietnamese letter, or two tones.
pub fn tach(chu: &str) -> Option<Tieng> {
    let mut goc = String::new();
    let mut thanh: Option<(Thanh, usize)> = None;
    for (i, c) in chu.chars().enumerate() {
        let mut letter = String::new();
        for part in std::iter::once(c).nfd() {
            match Thanh::cua(part) {
                Some(_) if thanh.is_some() => return None,
                Some(found) => thanh = Some((found, i)),
                None => letter.push(part),
            }
        }
        let letter: String = letter.nfc().collect();
        if !letter.chars().all(|c| "abcdđeghiklmnopqrstuvxyăâêôơư".contains(c)) || letter.is_empty()
        {
            return None;
        }
        goc.push_str(&letter);
    }
    let (thanh, cho_dau) = thanh.map_or((Thanh::Ngang, None), |(t, at)| (t, Some(at)));
    (!goc.is_empty()).then_some(Tieng { goc, thanh, cho_dau })
}
