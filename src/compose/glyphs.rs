//! A face's glyphs and how far they advance, read from its file when first asked.

use std::sync::atomic::{AtomicU32, Ordering};

use typst::text::Font;

/// What draws a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Glyph {
    /// Its number in the face; 0 where the face has none for the character.
    pub id: u16,
    /// In units of the face; one em where the face has none.
    pub advance: u16,
}

pub(super) struct Glyphs {
    units_per_em: u16,
    underline: (f64, f64),
    /// By code: the glyph's number above its advance.
    known: Box<[AtomicU32]>,
}

impl Glyphs {
    /// What a file that can't be read is taken to divide its size into.
    pub(super) const EM: u16 = 1000;
    /// All Latin letters and their punctuation lie below.
    const END: usize = 0x2100;
    /// No glyph has this number (OpenType: at most 65535 glyphs, counted from 0).
    const UNKNOWN: u32 = u32::MAX;

    pub(super) fn new(font: &Font) -> Self {
        let face = face(font);
        let units_per_em = face.as_ref().map_or(Self::EM, ttf_parser::Face::units_per_em);
        let line = face.and_then(|face| face.underline_metrics());
        let share = |units: i16| f64::from(units) / f64::from(units_per_em);
        let underline = line.map_or((0.0, 0.0), |l| (share(l.position), share(l.thickness)));
        let known = (0..Self::END).map(|_| AtomicU32::new(Self::UNKNOWN)).collect();
        Self { units_per_em, underline: (-underline.0, underline.1), known }
    }

    pub(super) fn units_per_em(&self) -> u16 {
        self.units_per_em
    }

    pub(super) fn underline(&self) -> (f64, f64) {
        self.underline
    }

    pub(super) fn of(&self, font: &Font, c: char) -> Glyph {
        let slot = usize::try_from(u32::from(c)).ok().and_then(|code| self.known.get(code));
        let Some(slot) = slot else { return self.read(font, c) };
        let known = slot.load(Ordering::Relaxed);
        if known != Self::UNKNOWN {
            let [a, b, c, d] = known.to_be_bytes();
            return Glyph { id: u16::from_be_bytes([a, b]), advance: u16::from_be_bytes([c, d]) };
        }
        let glyph = self.read(font, c);
        slot.store(u32::from(glyph.id) << 16 | u32::from(glyph.advance), Ordering::Relaxed);
        glyph
    }

    fn read(&self, font: &Font, c: char) -> Glyph {
        let read = || {
            let face = face(font)?;
            let id = face.glyph_index(c)?;
            Some(Glyph { id: id.0, advance: face.glyph_hor_advance(id)? })
        };
        read().unwrap_or(Glyph { id: 0, advance: self.units_per_em })
    }
}

pub(super) fn face(font: &Font) -> Option<ttf_parser::Face<'_>> {
    ttf_parser::Face::parse(font.data(), font.index()).ok()
}
