//! Runs of text: a glyph for each character, one after the other, as wide as the face says.

use std::ops::Range;

use krilla::geom::Point;
use krilla::paint::Fill;
use krilla::surface::{Location, Surface};
use krilla::text::{Font, Glyph, GlyphId};

use super::{cho, internal, net, so_thuc};
use crate::compose::fonts::{Face, Fonts};
use crate::diagnostic::Diagnostic;
use crate::layout::trang::{DoanChu, Hinh, Net, Trang};

/// The faces that the pages use, as the project knows them and as the PDF library does.
pub(super) struct PhongChu<'a> {
    fonts: &'a Fonts,
    kieu: Vec<(Face, &'a Font)>,
}

impl<'a> PhongChu<'a> {
    pub(super) fn new(fonts: &'a Fonts, trang: &[Trang]) -> Result<Self, Vec<Diagnostic>> {
        let mut kieu: Vec<(Face, &Font)> = Vec::new();
        for ve in trang.iter().flat_map(|trang| &trang.ve) {
            let Hinh::Chu(doan) = &ve.hinh else { continue };
            for (face, _, _) in cac_khuc(doan, fonts) {
                if kieu.iter().all(|(kieu, _)| *kieu != face) {
                    let font = fonts.pdf(face);
                    let font = font.ok_or_else(|| internal("tệp phông chữ không đọc được"))?;
                    kieu.push((face, font));
                }
            }
        }
        Ok(Self { fonts, kieu })
    }

    fn kieu(&self, kieu: Face) -> Option<Font> {
        self.kieu.iter().find(|(co, _)| *co == kieu).map(|(_, font)| (*font).clone())
    }
}

/// A character's glyph. The pieces of text ascend with the glyphs, so none is ever taken for a joined or a
/// reversed one, and copying gives the letters back one by one.
struct KyTu {
    glyph: u16,
    bytes: Range<usize>,
    /// As a share of the size.
    rong: f32,
}

impl Glyph for KyTu {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(u32::from(self.glyph))
    }

    fn text_range(&self) -> Range<usize> {
        self.bytes.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.rong * size
    }

    fn x_offset(&self, _: f32) -> f32 {
        0.0
    }

    fn y_offset(&self, _: f32) -> f32 {
        0.0
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

/// A run in stretches of one face each: nearly always one. With it comes how large the face is set, as a share of
/// the run's size.
fn cac_khuc<'d>(
    doan: &'d DoanChu,
    fonts: &'d Fonts,
) -> impl Iterator<Item = (Face, f64, Range<usize>)> {
    let mut rest = doan.chu.char_indices().peekable();
    std::iter::from_fn(move || {
        let (from, first) = rest.next()?;
        let (face, co) = fonts.ve_bang(first, doan.kieu);
        while rest.next_if(|(_, c)| fonts.ve_bang(*c, doan.kieu).0 == face).is_some() {}
        let to = rest.peek().map_or(doan.chu.len(), |(at, _)| *at);
        Some((face, co, from..to))
    })
}

pub(super) fn ve(mat: &mut Surface, doan: &DoanChu, phong: &PhongChu) {
    mat.set_stroke(None);
    mat.set_fill(Some(Fill { paint: net::mau(doan.mau), ..Fill::default() }));
    let mut rong = 0.0;
    for (face, co, bytes) in cac_khuc(doan, phong.fonts) {
        let Some(font) = phong.kieu(face) else { return };
        let chu = doan.chu.get(bytes).unwrap_or_default();
        let co = doan.co * co;
        let (ky_tu, cua_khuc) = xep(chu, face, co, doan.gian, phong.fonts);
        let den = Point::from_xy(cho(doan.x + rong), cho(doan.chan));
        mat.draw_glyphs(den, &ky_tu, font, chu, cho(co), false);
        rong += cua_khuc;
    }
    if doan.gach_chan {
        net::net(mat, &gach_chan(doan, rong, phong.fonts), doan.mau);
    }
}

/// The glyphs of a stretch of text, with `gian` more behind each space, and how wide they are together; in pt.
fn xep(chu: &str, kieu: Face, co: f64, gian: f64, fonts: &Fonts) -> (Vec<KyTu>, f64) {
    let em = f64::from(fonts.units_per_em(kieu));
    let mut rong = 0.0;
    let mot = |(tu, c): (usize, char)| {
        let glyph = fonts.glyph(c, kieu);
        let gian = if c == ' ' { gian / co } else { 0.0 };
        let cua_no = f64::from(glyph.advance) / em + gian;
        rong += cua_no * co;
        let bytes = tu..tu.saturating_add(c.len_utf8());
        KyTu { glyph: glyph.id, bytes, rong: so_thuc(cua_no) }
    };
    let ky_tu = chu.char_indices().map(mot).collect();
    (ky_tu, rong)
}

/// The line under a run, where its face wants it.
fn gach_chan(doan: &DoanChu, rong: f64, fonts: &Fonts) -> Net {
    let (duoi, day) = fonts.underline(doan.kieu);
    let y = doan.chan + duoi * doan.co;
    Net { x1: doan.x, y1: y, x2: doan.x + rong, y2: y, day: day * doan.co }
}
