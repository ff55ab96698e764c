//! Chữ: the letters of a page, each with its place and look, as the page draws them.

use std::collections::HashMap;

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath};
use unicode_normalization::char::is_combining_mark;

/// A letter, in points from the upper left corner of the page as it is seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Chu {
    pub chu: String,
    pub x0: f64,
    pub x1: f64,
    /// Its baseline.
    pub y: f64,
    /// Its size.
    pub co: f64,
    pub dam: bool,
    pub nghieng: bool,
}

impl Chu {
    pub fn trong(&self) -> bool {
        self.chu.chars().all(char::is_whitespace)
    }
}

/// How much of the letters can be trusted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DemChu {
    pub tat_ca: usize,
    /// The file doesn't say which letters they are.
    pub khong_ro: usize,
    /// Not drawn: what a machine has read off a picture.
    pub an: usize,
    /// Of a face from before Unicode, whose codes are other letters.
    pub bang_ma_cu: usize,
}

/// A page being drawn: its letters are kept, the rest is only seen to be there.
#[derive(Default)]
pub(super) struct MayGhi {
    pub chu: Vec<Chu>,
    pub dem: DemChu,
    /// The part of the page that pictures cover.
    pub anh: f64,
    phong: HashMap<u128, Phong>,
}

/// What a face's name and tables say of its look.
#[derive(Debug, Clone, Copy, Default)]
struct Phong {
    dam: bool,
    nghieng: bool,
    cu: bool,
}

/// From this weight on letters are bold.
const DAM: u32 = 600;
/// What is read of one page at most.
const NHIEU_CHU: usize = 200_000;
/// Where a face doesn't say how wide a letter is.
const RONG: f32 = 500.0;
/// Part of its size by which a letter drawn again, to look bolder, is moved.
const LECH: f64 = 0.08;

impl MayGhi {
    fn phong(&mut self, glyph: &Glyph<'_>) -> Phong {
        let Glyph::Outline(glyph) = glyph else { return Phong::default() };
        *self.phong.entry(glyph.font_cache_key()).or_insert_with(|| {
            let Some(data) = glyph.font_data() else { return Phong::default() };
            let name = data.postscript_name.unwrap_or_default();
            let bare = name.rsplit('+').next().unwrap_or_default().to_lowercase();
            let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
            Phong {
                dam: has(&["bold", "black", "heavy"]) || data.weight.is_some_and(|w| w >= DAM),
                nghieng: has(&["italic", "oblique"]) || data.is_italic,
                cu: bare.starts_with(".vn") || bare.starts_with("vni-"),
            }
        })
    }

    /// A letter that is drawn a second time over itself is one bold letter.
    fn ve_lai(&mut self, chu: &Chu) -> bool {
        let last = self.chu.last_mut();
        let same = last.filter(|last| {
            let near = |a: f64, b: f64| (a - b).abs() < chu.co * LECH;
            last.chu == chu.chu && !chu.trong() && near(last.x0, chu.x0) && near(last.y, chu.y)
        });
        match same {
            Some(last) => {
                last.dam = true;
                true
            }
            None => false,
        }
    }
}

/// What no text may hold: controls and codes that are none.
fn khong_la_chu(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{AD}' | '\u{FEFF}')
}

/// Where a point of the letter's own square of a thousand lies on the page.
fn cho(out: Affine, into: Affine, x: f64, y: f64) -> (f64, f64) {
    let at = |m: Affine, (x, y): (f64, f64)| {
        let [a, b, c, d, e, f] = m.as_coeffs();
        (a * x + c * y + e, b * x + d * y + f)
    };
    at(out, at(into, (x, y)))
}

impl<'a> Device<'a> for MayGhi {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        if self.chu.len() >= NHIEU_CHU {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or(RONG),
            Glyph::Type3(_) => RONG,
        };
        let at = |x, y| cho(transform, glyph_transform, x, y);
        let (origin, end, top) = (at(0.0, 0.0), at(f64::from(advance), 0.0), at(0.0, 1000.0));
        let along = at(1000.0, 0.0);
        let (dx, dy) = (along.0 - origin.0, along.1 - origin.1);
        let co = (top.0 - origin.0).hypot(top.1 - origin.1);
        let whole = [origin.0, origin.1, end.0, co].iter().all(|number| number.is_finite());
        // What runs up, down or across the page is a mark on it and no line of it.
        if !whole || co <= 0.0 || dx <= 0.0 || dy.abs() > 0.2 * dx {
            return;
        }
        let look = self.phong(glyph);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        let text: String = text.chars().filter(|c| !khong_la_chu(*c)).collect();
        let Some(first) = text.chars().next() else { return };
        // A mark that is drawn over a letter belongs to it.
        if is_combining_mark(first)
            && let Some(last) = self.chu.last_mut()
        {
            last.chu.push_str(&text);
            return;
        }
        let chu = Chu {
            chu: text,
            x0: origin.0,
            x1: end.0.max(origin.0),
            y: origin.1,
            co,
            dam: look.dam,
            nghieng: look.nghieng,
        };
        if self.ve_lai(&chu) {
            return;
        }
        if !chu.trong() {
            let count = |number: &mut usize, holds: bool| {
                *number = number.saturating_add(usize::from(holds));
            };
            count(&mut self.dem.tat_ca, true);
            count(&mut self.dem.khong_ro, first == char::REPLACEMENT_CHARACTER);
            count(&mut self.dem.an, matches!(mode, GlyphDrawMode::Invisible));
            count(&mut self.dem.bang_ma_cu, look.cu);
        }
        self.chu.push(chu);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let [a, b, c, d, ..] = transform.as_coeffs();
        let pixels = f64::from(image.width()) * f64::from(image.height());
        let area = (a * d - b * c).abs() * pixels;
        if area.is_finite() {
            self.anh += area;
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Letters of a line for tests, each half as wide as it is high; a blank is `cach` wide.
#[cfg(test)]
pub(super) fn thu_dong(text: &str, x: f64, y: f64, cach: f64) -> Vec<Chu> {
    let mut x1 = x;
    let mut at = |c: char| {
        let x0 = x1;
        x1 += if c == ' ' { cach } else { 6.0 };
        Chu { chu: c.to_string(), x0, x1, y, co: 12.0, ..Chu::default() }
    };
    text.chars().map(&mut at).collect()
}
