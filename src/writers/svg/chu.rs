//! Runs of text, word by word.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::{Cach, DauMuc, mau, net, so, thuoc};
use crate::compose::fonts::{CO_KY_HIEU, Face, Fonts, cac_khuc, la_ky_hieu};
use crate::compose::goc::{CacManh, Goc};
use crate::layout::trang::{DoanChu, Hinh, La, Net, Trang};
use crate::model::Nguon;

pub(super) fn chu(
    out: &mut String,
    la: Option<La>,
    doan: &DoanChu,
    cach: &Cach<'_>,
) -> fmt::Result {
    let fonts = cach.fonts;
    let goc = cach.dau.map(|dau| muc_cua(doan, dau, fonts)).unwrap_or_default();
    let (y, co) = (so(doan.chan), so(doan.co));
    let kieu = kieu(doan.kieu);
    write!(
        out,
        r#"<text{}{goc} y="{y}" font-size="{co}"{kieu} fill="{}">"#,
        thuoc(la),
        mau(doan.mau)
    )?;
    let mut x = doan.x;
    for tu in doan.chu.split_inclusive(' ') {
        // The reader's own face has the signs; they are as large as ours.
        for khuc in cac_khuc(tu) {
            let nho = khuc.starts_with(la_ky_hieu).then_some(doan.co * CO_KY_HIEU);
            let co = nho.map(|co| format!(r#" font-size="{}""#, so(co))).unwrap_or_default();
            write!(out, r#"<tspan x="{}"{co}>{}</tspan>"#, so(x), sach(khuc))?;
            x += rong(khuc, doan, fonts);
        }
    }
    writeln!(out, "</text>")?;
    if doan.gach_chan {
        net(out, la, &gach_chan(doan, x, fonts), doan.mau)?;
    }
    Ok(())
}

/// Where each field that says something of a page begins on it.
pub(super) fn dau_cac_muc(trang: &Trang) -> DauMuc {
    let mut dau = DauMuc::new();
    for ve in &trang.ve {
        if let Hinh::Chu(doan) = &ve.hinh
            && let Some(nguon) = muc_dau(&doan.goc)
        {
            let cho = dau.entry(nguon.muc.duong()).or_insert(usize::MAX);
            *cho = (*cho).min(bat_dau(nguon));
        }
    }
    dau
}

/// The first field that says something of a run.
fn muc_dau(goc: &CacManh) -> Option<&Nguon> {
    goc.iter().find_map(|manh| match &manh.goc {
        Goc::Muc(nguon) => Some(nguon),
        _ => None,
    })
}

fn bat_dau(nguon: &Nguon) -> usize {
    nguon.khoang.as_ref().map_or(0, |khoang| khoang.start)
}

/// That field as attributes, and how wide the run is: whoever marks it need not measure it.
fn muc_cua(doan: &DoanChu, dau: &DauMuc, fonts: &Fonts) -> String {
    muc_dau(&doan.goc).map_or_else(String::new, |nguon| {
        let duong = nguon.muc.duong();
        let start = bat_dau(nguon).saturating_sub(dau.get(&duong).copied().unwrap_or(0));
        let wide =
            doan.chu.split_inclusive(' ').flat_map(cac_khuc).map(|khuc| rong(khuc, doan, fonts));
        format!(r#" data-m="{}" data-b="{start}" data-w="{}""#, sach(&duong), so(wide.sum()))
    })
}

/// How wide a word is with the space behind it, in pt.
fn rong(tu: &str, doan: &DoanChu, fonts: &Fonts) -> f64 {
    let ems: f64 = tu.chars().map(|c| fonts.advance(c, doan.kieu)).sum();
    ems * doan.co + if tu.ends_with(' ') { doan.gian } else { 0.0 }
}

fn gach_chan(doan: &DoanChu, het: f64, fonts: &Fonts) -> Net {
    let (duoi, day) = fonts.underline(doan.kieu);
    let y = doan.chan + duoi * doan.co;
    Net { x1: doan.x, y1: y, x2: het, y2: y, day: day * doan.co }
}

fn kieu(kieu: Face) -> &'static str {
    match kieu {
        Face::Regular | Face::KyHieu => "",
        Face::Bold => r#" font-weight="bold""#,
        Face::Italic => r#" font-style="italic""#,
        Face::BoldItalic => r#" font-weight="bold" font-style="italic""#,
    }
}

/// Text as XML has it; a character that XML has no place for becomes the sign for one.
pub(super) fn sach(chu: &str) -> Cow<'_, str> {
    let thuong = |c: char| !matches!(c, '&' | '<' | '>' | '"') && xml(c);
    if chu.chars().all(thuong) {
        return Cow::Borrowed(chu);
    }
    let mut out = String::with_capacity(chu.len());
    for c in chu.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(if xml(c) { c } else { '\u{fffd}' }),
        }
    }
    Cow::Owned(out)
}

/// XML 1.0, production 2; line ends would not come back as they are.
fn xml(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}
