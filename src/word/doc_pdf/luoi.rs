//! Lưới: the first page as it is seen, annotations too, in squares of a millimetre, with the places of number and date:
//! what the ĐẾN stamp must know to find its blank.

use hayro::hayro_interpret::InterpreterCache;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::dong::{Hang, Manh, cac_hang};
use super::tep::{LoiPdf, cach_doc, mo, ve};
use crate::model::khong_dau::khong_dau;
use crate::model::the_thuc::PT_MOI_MM;
use crate::writers::pdf::dau_den::TrangDau;

/// Dots of a millimetre.
pub const DIEM: u16 = 3;
/// No page that is stamped is longer or wider.
const DAI_NHAT_MM: f64 = 1200.0;
/// Lighter than this is paper.
const GIAY: u8 = 200;
/// So many dots of a square are no dust.
const BUI: u16 = 2;
/// Lines of one text are no further apart, in sizes of their letters.
const LIEN: f64 = 2.2;

pub(super) fn doc(bytes: Vec<u8>) -> Result<TrangDau, LoiPdf> {
    let pdf = mo(bytes)?;
    let page = pdf.pages().first().ok_or(LoiPdf::Hong)?;
    let (mm, (rong, cao)) = kho(page)?;
    let cache = InterpreterCache::new();
    let rows = cac_hang(ve(page, &cache).0.chu);
    let (duoi_so, duoi_ngay) = moc(&rows, rong * mm);
    let down = |y: Option<f64>| y.map(|y| nguyen((y / mm).ceil()));
    Ok(TrangDau {
        rong: nguyen(rong.floor()),
        cao: nguyen(cao.floor()),
        kin: kin(page, mm, (rong, cao)),
        duoi_so: down(duoi_so),
        duoi_ngay: down(duoi_ngay),
    })
}

/// A length that is known to be small.
fn nguyen(mm: f64) -> u16 {
    (0..u16::MAX).find(|n| f64::from(*n) >= mm).unwrap_or(u16::MAX)
}

/// The first page as it is seen, as a PNG.
pub(super) fn anh(bytes: Vec<u8>) -> Result<Vec<u8>, LoiPdf> {
    let pdf = mo(bytes)?;
    let page = pdf.pages().first().ok_or(LoiPdf::Hong)?;
    let (mm, size) = kho(page)?;
    let dots = diem(page, mm, size);
    let rgb = dots.data_as_u8_slice().chunks(4).flat_map(|dot| dot.iter().take(3).copied());
    let rgb: Vec<u8> = rgb.collect();
    let mut out = Vec::new();
    let mut encoder =
        png::Encoder::new(&mut out, u32::from(dots.width()), u32::from(dots.height()));
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&rgb));
    written.map(|()| out).map_err(|_| LoiPdf::Hong)
}

/// A millimetre in the page's own measure, and its size in millimetres.
fn kho(page: &Page<'_>) -> Result<(f64, (f64, f64)), LoiPdf> {
    let unit = page.raw().get::<f32>("UserUnit").map_or(1.0, f64::from);
    let mm = PT_MOI_MM / if unit > 0.0 { unit } else { 1.0 };
    let (rong, cao) = page.render_dimensions();
    let (rong, cao) = (f64::from(rong) / mm, f64::from(cao) / mm);
    let fits = rong <= DAI_NHAT_MM && cao <= DAI_NHAT_MM;
    if fits { Ok((mm, (rong, cao))) } else { Err(LoiPdf::QuaNang) }
}

/// The page in dots.
fn diem(page: &Page<'_>, mm: f64, (rong, cao): (f64, f64)) -> Pixmap {
    let scale = narrow(f64::from(DIEM) / mm);
    let (wide, high) = (nguyen(rong.floor()), nguyen(cao.floor()));
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(wide.saturating_mul(DIEM)),
        height: Some(high.saturating_mul(DIEM)),
        bg_color: WHITE,
    };
    render(page, &RenderCache::new(), &cach_doc(), &settings)
}

/// The squares in which there is more than paper.
fn kin(page: &Page<'_>, mm: f64, size: (f64, f64)) -> Vec<Vec<(u16, u16)>> {
    let wide = nguyen(size.0.floor());
    let dots = diem(page, mm, size);
    let stride = usize::from(dots.width()).saturating_mul(4);
    let rows: Vec<&[u8]> = dots.data_as_u8_slice().chunks(stride.max(1)).collect();
    rows.chunks(usize::from(DIEM)).map(|band| cac_doan(band, wide)).collect()
}

/// Which squares of a band of dots are drawn.
fn cac_doan(band: &[&[u8]], wide: u16) -> Vec<(u16, u16)> {
    let mut count = vec![0_u16; usize::from(wide)];
    for row in band {
        let squares = row.chunks(usize::from(DIEM).saturating_mul(4));
        for (own, square) in count.iter_mut().zip(squares) {
            let dark = square.chunks(4).filter(|dot| dot.iter().take(3).any(|c| *c < GIAY));
            *own = own.saturating_add(u16::try_from(dark.count()).unwrap_or(u16::MAX));
        }
    }
    let mut out: Vec<(u16, u16)> = Vec::new();
    for (x, own) in (0_u16..).zip(count) {
        match out.last_mut() {
            _ if own < BUI => {}
            Some((_, end)) if *end == x => *end = x.saturating_add(1),
            _ => out.push((x, x.saturating_add(1))),
        }
    }
    out
}

/// How far down number and subject on the left, and the date on the right, reach.
fn moc(rows: &[Hang], rong: f64) -> (Option<f64>, Option<f64>) {
    let pieces = || rows.iter().flat_map(|row| &row.manh);
    let middle = rong / 2.0;
    let number = |piece: &&Manh| {
        let key = khong_dau(&piece.chu);
        let rest = key.strip_prefix("so").unwrap_or_default();
        let like = rest.starts_with(':') || (rest.starts_with(' ') && rest.contains('/'));
        piece.x0 < middle && like && rest.len() < 60
    };
    let date = |piece: &&Manh| {
        let key = khong_dau(&piece.chu);
        let words = ["ngay", "thang", "nam"].iter().all(|word| key.contains(word));
        words && key.len() < 90 && f64::midpoint(piece.x0, piece.x1) > middle
    };
    let so = pieces().find(number).map(|first| {
        let left = pieces().filter(|piece| piece.x1 < middle + first.co);
        left.fold(first, |last, next| {
            let below = next.y > last.y && next.y - last.y <= LIEN * next.co;
            if below { next } else { last }
        })
    });
    let foot = |piece: &Manh| piece.y + 0.3 * piece.co;
    (so.map(foot), pieces().find(date).map(foot))
}

/// Scales are small numbers.
#[allow(clippy::cast_possible_truncation)]
fn narrow(number: f64) -> f32 {
    number as f32
}
