//! The type faces: Times New Roman's four where the user gives them, else the bundled metric twin; and one for the few
//! signs that neither has.

use std::sync::{Arc, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

pub use super::glyphs::Glyph;
use super::glyphs::{Glyphs, face};
use super::letters::{Letters, right_to_left};
use super::unhinted::unhinted;

/// Liberation Serif 2.1.5: same advance widths as Times New Roman, all Vietnamese letters, free licence.
const BUNDLED: [&[u8]; 4] = [
    include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// A bundled face's file: what a PDF of others names and doesn't carry is measured by it.
pub fn phong_kem(bold: bool, italic: bool) -> &'static [u8] {
    BUNDLED.get(Face::of(bold, italic).index()).copied().unwrap_or_default()
}

/// DejaVu Sans 2.37, of which only boxes, ticks, crosses, stars, telephone and letter are left.
const KY_HIEU: &[u8] = include_bytes!("../../fonts/DejaVuSans-KyHieu.ttf");

/// A sign is set so much smaller than the letters around it, so that no line grows higher for it: the faces that
/// have signs want more room above and below than Times New Roman.
pub const CO_KY_HIEU: f64 = 0.82;

/// A face of the family, or that of the signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    /// The signs: text is never said to be in it, but a sign in it is drawn with it.
    KyHieu,
}

impl Face {
    /// By weight and slope.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// Its place among [`Fonts`]' own.
    const fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
            Self::Italic => 2,
            Self::BoldItalic => 3,
            Self::KyHieu => SO_KIEU,
        }
    }
}

/// How many faces the family has; that of the signs stands behind them.
const SO_KIEU: usize = 4;
const TAT_CA: usize = SO_KIEU + 1;

/// One family in four faces; the only type in a document (PL I, I.4: Times New Roman), but for signs that it has not.
pub struct Fonts {
    pub family: String,
    pub(crate) book: LazyHash<FontBook>,
    faces: [Font; TAT_CA],
    /// The characters that all four faces can draw; read from the files when first asked.
    drawable: OnceLock<Letters>,
    glyphs: [Glyphs; TAT_CA],
    /// The faces as the PDF library reads them; from the files when first asked.
    pdf: [OnceLock<Option<krilla::text::Font>>; TAT_CA],
}

/// Why a set of font files can't serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFaces {
    /// The faces of Times New Roman that were not found, by their Vietnamese names.
    pub missing: Vec<&'static str>,
}

const TEN_KIEU: [&str; 4] = ["đứng", "đậm", "nghiêng", "đậm nghiêng"];

impl Fonts {
    /// The bundled faces. `None` only if the program was built with broken font files.
    pub fn bundled() -> Option<Self> {
        let [a, b, c, d] = BUNDLED.map(|data| Font::new(Bytes::new(data), 0));
        Self::of([a?, b?, c?, d?])
    }

    /// The files of the faces inside the program.
    pub(crate) fn tep_dong_goi() -> [&'static [u8]; 4] {
        BUNDLED
    }

    /// Times New Roman's four faces out of the given font files (TTF or TTC), in any order.
    pub fn times_new_roman(files: Vec<Vec<u8>>) -> Result<Self, MissingFaces> {
        let mut found: [Option<Font>; 4] = [None, None, None, None];
        for font in files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))) {
            let info = font.info();
            if info.family != "Times New Roman" {
                continue;
            }
            let bold = info.variant.weight.to_number() >= 600;
            let italic = info.variant.style != typst::text::FontStyle::Normal;
            let slot = usize::from(bold) | (usize::from(italic) << 1);
            if let Some(slot) = found.get_mut(slot) {
                slot.get_or_insert(font);
            }
        }
        let missing =
            found.iter().zip(TEN_KIEU).filter(|(f, _)| f.is_none()).map(|(_, ten)| ten).collect();
        let [Some(a), Some(b), Some(c), Some(d)] = found else {
            return Err(MissingFaces { missing });
        };
        Self::of([a, b, c, d]).ok_or(MissingFaces { missing })
    }

    fn of([a, b, c, d]: [Font; SO_KIEU]) -> Option<Self> {
        let faces = [a, b, c, d, Font::new(Bytes::new(KY_HIEU), 0)?];
        let family = faces.first()?.info().family.clone();
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        let glyphs = faces.each_ref().map(Glyphs::new);
        let (drawable, pdf) = (OnceLock::new(), Default::default());
        Some(Self { family, book, faces, drawable, glyphs, pdf })
    }

    /// Whether all four faces can draw `c`, or that of the signs, and both writers set it.
    pub fn has(&self, c: char) -> bool {
        if right_to_left(c) {
            return false;
        }
        c == '\n' || self.co_chu(c) || la_ky_hieu(c)
    }

    fn co_chu(&self, c: char) -> bool {
        self.drawable.get_or_init(|| self.common_letters()).has(c)
    }

    /// The face that draws `c` in text of `face`, and how large, as a share of the text's size.
    pub fn ve_bang(&self, c: char, face: Face) -> (Face, f64) {
        if la_ky_hieu(c) && !self.co_chu(c) { (Face::KyHieu, CO_KY_HIEU) } else { (face, 1.0) }
    }

    fn common_letters(&self) -> Letters {
        let mut sets = self.faces.iter().take(SO_KIEU).map(letters_of);
        let first = sets.next().unwrap_or_default();
        sets.fold(first, Letters::common)
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    /// Width of `text` on one line without kerning, in mm. A character without a glyph counts one em.
    pub fn width_mm(&self, text: &str, face: Face, size_pt: f64) -> f64 {
        let ems: f64 = text.chars().map(|c| self.advance(c, face)).sum();
        ems * size_pt / crate::model::the_thuc::PT_MOI_MM
    }

    /// How far a letter advances, as a share of the type size. One without a glyph counts a whole em.
    pub fn advance(&self, c: char, face: Face) -> f64 {
        let (face, co) = self.ve_bang(c, face);
        f64::from(self.glyph(c, face).advance) / f64::from(self.units_per_em(face)) * co
    }

    /// The glyph of `c` in `face`, with how far it advances.
    pub fn glyph(&self, c: char, face: Face) -> Glyph {
        match (self.faces.get(face.index()), self.glyphs.get(face.index())) {
            (Some(font), Some(known)) => known.of(font, c),
            _ => Glyph::default(),
        }
    }

    /// In how many units the face divides its size.
    pub fn units_per_em(&self, face: Face) -> u16 {
        self.glyphs.get(face.index()).map_or(Glyphs::EM, Glyphs::units_per_em)
    }

    /// Where the face wants the line under its letters: how far below the baseline its middle runs, and how
    /// thick it is, both as shares of the size.
    pub fn underline(&self, face: Face) -> (f64, f64) {
        self.glyphs.get(face.index()).map_or((0.0, 0.0), Glyphs::underline)
    }

    /// The face as the PDF library reads it, without its instructions for coarse screens; none if that can't.
    pub(crate) fn pdf(&self, face: Face) -> Option<&krilla::text::Font> {
        let font = self.faces.get(face.index())?;
        let read = || {
            if let Some(own) = unhinted(font.data(), font.index()) {
                return krilla::text::Font::new(own.into(), 0);
            }
            let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.data().clone());
            krilla::text::Font::new(data.into(), font.index())
        };
        self.pdf.get(face.index())?.get_or_init(read).as_ref()
    }
}

/// A text in stretches: each sign that has a face of its own by itself, and what stands between them.
pub fn cac_khuc(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(la_ky_hieu).flat_map(|khuc| {
        let at = khuc.rfind(la_ky_hieu).unwrap_or(khuc.len());
        let (truoc, ky_hieu) = khuc.split_at_checked(at).unwrap_or((khuc, ""));
        [truoc, ky_hieu].into_iter().filter(|part| !part.is_empty())
    })
}

/// Whether `c` is one of the signs that have a face of their own.
pub fn la_ky_hieu(c: char) -> bool {
    matches!(c, '☐'..='☒' | '✓'..='✘' | '★' | '☆' | '☎' | '✉')
}

/// The characters that the face's own tables map to a glyph.
fn letters_of(font: &Font) -> Letters {
    let mut out = Letters::default();
    let Some(face) = face(font) else { return out };
    for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
        if table.is_unicode() {
            table.codepoints(|code| {
                if table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0) {
                    out.add(code);
                }
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoc_hieu_is_as_wide_as_measured_on_a_signed_document() {
        let fonts = Fonts::bundled().unwrap();
        let width = fonts.width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face::Bold, 13.0);
        assert!((width - 95.6).abs() < 0.3, "{width}");
    }

    #[test]
    fn a_glyph_is_the_same_when_asked_again() {
        let fonts = Fonts::bundled().unwrap();
        let em = fonts.units_per_em(Face::Italic);
        // The last one lies above those that are remembered, and the face has none.
        for (c, own) in [('ỹ', true), ('–', true), ('\u{1}', false), ('中', false)] {
            let glyph = fonts.glyph(c, Face::Italic);
            assert_eq!(glyph, fonts.glyph(c, Face::Italic));
            assert_eq!(glyph.id != 0, own, "{c:?}");
            assert!(own || glyph.advance == em);
        }
    }

    #[test]
    fn every_vietnamese_letter_has_a_glyph() {
        let fonts = Fonts::bundled().unwrap();
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        for c in letters.chars().chain(letters.to_uppercase().chars()).chain("“”–…\u{a0}".chars())
        {
            assert!(fonts.has(c), "{c}");
        }
        assert!(!fonts.has('中'));
        for c in '\u{2500}'..='\u{27ff}' {
            let drawn = fonts.glyph(c, Face::KyHieu).id != 0;
            assert_eq!(la_ky_hieu(c), drawn, "{c}");
            assert_eq!(fonts.ve_bang(c, Face::Bold).0 == Face::KyHieu, drawn, "{c}");
        }
        // In the faces, but not in the writers.
        assert!(!fonts.has('ש'));
    }

    #[test]
    fn a_folder_without_the_faces_names_them() {
        let err = Fonts::times_new_roman(vec![BUNDLED[0].to_vec()]).err().unwrap();
        assert_eq!(err.missing, TEN_KIEU);
    }
}
