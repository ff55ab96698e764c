//! Thanh: the tone of a syllable.

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
}
