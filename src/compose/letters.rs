//! Sets of characters that are asked for every letter of a document.

/// A set of characters: a bit for each code.
#[derive(Default)]
pub struct Letters(Vec<u64>);

impl Letters {
    /// The word and the bit of a code. No character lies above U+10FFFF.
    fn place(code: u32) -> (usize, u64) {
        let word = usize::try_from(code.min(0x10_FFFF) >> 6).unwrap_or_default();
        (word, 1u64.wrapping_shl(code & 63))
    }

    pub fn add(&mut self, code: u32) {
        let (word, bit) = Self::place(code);
        if word >= self.0.len() {
            self.0.resize(word.saturating_add(1), 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= bit;
        }
    }

    pub fn has(&self, c: char) -> bool {
        let (word, bit) = Self::place(u32::from(c));
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// What both have.
    pub fn common(self, other: Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }
}

/// Whether a letter belongs to a script that runs from right to left. No official document of Vietnam has
/// one, and neither writer is made for them: krilla 0.8.2 panics over a Hebrew word in a body, since it cuts
/// out of the text from the first letter drawn to the last, which comes before it (`text/group.rs`).
pub fn right_to_left(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF
    )
}
