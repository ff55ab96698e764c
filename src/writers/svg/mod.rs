//! A page as a picture for a browser: an SVG that needs nothing but one of the two type faces of the same widths.
//!
//! Every word stands at its own place, so that no browser's own spacing moves a line; what a word is made of is
//! text, which can be searched and copied.

mod chu;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use crate::compose::fonts::Fonts;
use crate::model::DangAnh;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::layout::trang::{Anh, Hinh, Khung, La, Mau, Net, ODien, Trang, Ve};

/// Word neither kerns nor joins letters unless told to; spaces count.
const KIEU: &str = "font-kerning:none;font-variant-ligatures:none;white-space:pre;text-rendering:geometricPrecision";
/// Both have the same widths (PL I, I.4).
const PHONG: &str = "'Times New Roman','Liberation Serif',serif";

/// How a picture is drawn.
pub(super) struct Cach<'a> {
    fonts: &'a Fonts,
    /// For a page that shows it among its own: where each field begins in it. None for a file of its own.
    dau: Option<&'a DauMuc>,
}

/// The paths of the fields whose words stand on a page, each with the place in its value, in bytes, of the first of them.
pub type DauMuc = BTreeMap<String, usize>;

/// The page as the text of an SVG file, one unit a point. What belongs to a leaf of the structure bears its number
/// as `data-la`, a place to sign or to fill in its name as `data-o`.
pub fn trang_svg(trang: &Trang, fonts: &Fonts) -> String {
    ve(trang, &Cach { fonts, dau: None })
}

/// The same inside a page that forbids styles in attributes and has ours among its own. Words that a field says bear its
/// path as `data-m`, as `data-b` how far behind the field's first on this page they begin (a letter that is typed before
/// the page leaves its picture as it is), as `data-w` how wide they are.
pub fn svg_trong_trang(trang: &Trang, fonts: &Fonts) -> (String, DauMuc) {
    let dau = chu::dau_cac_muc(trang);
    (ve(trang, &Cach { fonts, dau: Some(&dau) }), dau)
}

fn ve(trang: &Trang, cach: &Cach<'_>) -> String {
    let mut out = String::new();
    // Writing to a string can't fail.
    let _ = ve_trang(&mut out, trang, cach);
    out
}

fn ve_trang(out: &mut String, trang: &Trang, cach: &Cach<'_>) -> fmt::Result {
    let (rong, cao) = (so(trang.rong), so(trang.cao));
    let kieu = match cach.dau {
        None => format!(r#" style="{KIEU}""#),
        Some(_) => String::new(),
    };
    write!(out, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rong} {cao}""#)?;
    write!(out, r#" width="{rong}pt" height="{cao}pt" lang="vi" font-family="{PHONG}""#)?;
    writeln!(out, r##"{kieu}><rect width="{rong}" height="{cao}" fill="#fff"/>"##)?;
    for Ve { la, hinh } in &trang.ve {
        match hinh {
            Hinh::Chu(doan) => chu::chu(out, *la, doan, cach)?,
            Hinh::Net(net) => self::net(out, *la, net, Mau::Den)?,
            Hinh::Khung(khung) => self::khung(out, *la, khung)?,
            Hinh::Anh(anh) => self::anh(out, *la, anh)?,
            Hinh::O(o) => o_dien(out, *la, o)?,
        }
    }
    writeln!(out, "</svg>")
}

fn net(out: &mut String, la: Option<La>, net: &Net, mau: Mau) -> fmt::Result {
    let [x1, y1, x2, y2, day] = [net.x1, net.y1, net.x2, net.y2, net.day].map(so);
    write!(out, r#"<line{} x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}""#, thuoc(la))?;
    writeln!(out, r#" stroke="{}" stroke-width="{day}"/>"#, self::mau(mau))
}

fn khung(out: &mut String, la: Option<La>, khung: &Khung) -> fmt::Result {
    let cho = chu_nhat(khung.x, khung.y, khung.rong, khung.cao);
    write!(out, r#"<rect{} {cho} fill="none""#, thuoc(la))?;
    writeln!(out, r#" stroke="{}" stroke-width="{}"/>"#, mau(khung.mau), so(khung.day))
}

fn anh(out: &mut String, la: Option<La>, anh: &Anh) -> fmt::Result {
    let cho = chu_nhat(anh.x, anh.y, anh.rong, anh.cao);
    let kind = match anh.tep.dang {
        DangAnh::Jpeg => "image/jpeg",
        DangAnh::Png => "image/png",
        DangAnh::Svg => "image/svg+xml",
    };
    let data = BASE64.encode(&anh.tep.bytes);
    write!(out, r#"<image{} {cho} preserveAspectRatio="none""#, thuoc(la))?;
    writeln!(out, r#" href="data:{kind};base64,{data}"/>"#)
}

/// A place to sign shows nothing; whoever shows the page may colour it.
fn o_dien(out: &mut String, la: Option<La>, o: &ODien) -> fmt::Result {
    let cho = chu_nhat(o.x, o.y, o.rong, o.cao);
    writeln!(out, r#"<rect{} data-o="{}" {cho} fill="none"/>"#, thuoc(la), chu::sach(&o.ten))
}

fn chu_nhat(x: f64, y: f64, rong: f64, cao: f64) -> String {
    let [x, y, rong, cao] = [x, y, rong, cao].map(so);
    format!(r#"x="{x}" y="{y}" width="{rong}" height="{cao}""#)
}

fn thuoc(la: Option<La>) -> String {
    la.map(|La(so)| format!(r#" data-la="{so}""#)).unwrap_or_default()
}

fn mau(mau: Mau) -> &'static str {
    match mau {
        Mau::Den => "#000",
        Mau::Do => "#f00",
    }
}

/// To the hundredth of a point; what is no number stands at the edge.
fn so(so: f64) -> f64 {
    let tron = (so * 100.0).round() / 100.0;
    if tron.is_finite() { tron } else { 0.0 }
}
