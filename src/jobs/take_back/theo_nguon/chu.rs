//! Words inside a paragraph: letters that become others, or come between others.

use std::ops::Range;

use super::doan::nhieu_dong;
use super::hoa_thuong::{chu_thuong_nhu, la_in_hoa};
use super::{ChuAi, KhongLay, Viec, ghi_duoc, mot_truong, thanh_phan};
use crate::jobs::take_back::ban_do::{Ai, BanDo, TruongChu};
use crate::jobs::take_back::dong_than::{DongThan, dau_dong};
use crate::model::chu_dau::hoa_dau;
use crate::word::doc_word::ThanhPhan;
use crate::word::nhan_dang::chu_md;

/// Words inside a paragraph.
pub(super) fn chu(
    ban_do: &BanDo<'_>,
    goc: usize,
    khoang: &Range<usize>,
    moi: &str,
) -> Result<Vec<Viec>, KhongLay> {
    if thanh_phan(ban_do, goc) == ThanhPhan::SoKyHieu {
        return Err(KhongLay::CuaSo);
    }
    let found = match ban_do.chu(goc, khoang).as_slice() {
        [] => chen(ban_do, goc, khoang, moi),
        letters => thay(ban_do, goc, khoang, letters, moi),
    };
    match found {
        Err(KhongLay::LoiCuaMau) if thanh_phan(ban_do, goc) == ThanhPhan::DiaDanhThoiGian => {
            Err(KhongLay::CuaSo)
        }
        found => found,
    }
}

/// Letters become others.
pub(super) fn thay(
    ban_do: &BanDo<'_>,
    goc: usize,
    khoang: &Range<usize>,
    letters: &[ChuAi],
    moi: &str,
) -> Result<Vec<Viec>, KhongLay> {
    let (truong, den) = mot_truong(letters)?;
    let field = ghi_duoc(ban_do, truong)?;
    let text = ban_do.doan.get(goc).map_or("", |doan| doan.chu.as_str());
    let old = text.get(khoang.clone()).unwrap_or_default();
    // Spaces at both ends belong to what stands around, and go where the new words have none there.
    let den = theo_cach(field, den, old, moi);
    let moi = bo_cach_chung(old, moi);
    let in_hoa = la_in_hoa(field, letters);
    // Capitals are the paper's: a head that somebody has typed in small letters stays what it is.
    if in_hoa && moi.to_lowercase() == old.trim().to_lowercase() {
        return Err(KhongLay::TrinhBay);
    }
    let value = field.gia_tri.get(den.clone()).unwrap_or_default();
    let moi = if in_hoa { chu_thuong_nhu(field, value, moi) } else { moi.to_owned() };
    let moi = thoat(field, den.start, mot_cham(field, &den, &moi));
    let den = rong_dau_cach(field, den, moi.is_empty());
    let value = field.gia_tri.get(den.clone()).unwrap_or_default();
    // Marks of emphasis that begin or end inside stay.
    let marks = dau_lech(value);
    Ok(vec![Viec::Thay { truong, khoang: den, moi: format!("{moi}{marks}") }])
}

/// Whoever deletes a last sentence leaves the full stop before it beside that of the closing mark: one of the two is meant.
fn mot_cham<'m>(field: &TruongChu, den: &Range<usize>, moi: &'m str) -> &'m str {
    let before = field.gia_tri.get(..den.start).unwrap_or_default();
    let after = field.gia_tri.get(den.end..).unwrap_or_default();
    match moi {
        ".." if before.ends_with('.') || after.starts_with('.') => "",
        ".." => ".",
        moi => moi,
    }
}

/// New words as a body has them: a star, a backslash and the beginning of a note's mark are letters there, and so is a bar
/// in a line that is a row of a table.
pub(super) fn thoat(field: &TruongChu, at: usize, moi: &str) -> String {
    if !nhieu_dong(field) {
        return moi.to_owned();
    }
    let line = DongThan::tai(&field.gia_tri, at);
    let row = dau_dong(&field.gia_tri, &line).starts_with('|');
    let moi = chu_md(moi);
    if row { moi.replace('|', "\\|") } else { moi }
}

/// With the spaces at either end that the old words had and the new ones have not: `Văn phòng Sở` → `Văn phòng, Ban`.
pub(super) fn theo_cach(
    field: &TruongChu,
    den: Range<usize>,
    old: &str,
    moi: &str,
) -> Range<usize> {
    let value = field.gia_tri.as_str();
    let blank = |c: char| c == ' ';
    let (mut from, mut to) = (den.start, den.end);
    if !moi.is_empty() && old.starts_with(blank) && !moi.starts_with(char::is_whitespace) {
        from = value.get(..from).map_or(from, |before| before.trim_end_matches(blank).len());
    }
    if !moi.is_empty() && old.ends_with(blank) && !moi.ends_with(char::is_whitespace) {
        let rest = value.get(to..).unwrap_or_default();
        to = to.saturating_add(rest.len().saturating_sub(rest.trim_start_matches(blank).len()));
    }
    from..to
}

/// With words that go, one of the two spaces around them goes.
pub(super) fn rong_dau_cach(field: &TruongChu, den: Range<usize>, bo: bool) -> Range<usize> {
    let before = field.gia_tri.get(..den.start).unwrap_or_default();
    let after = field.gia_tri.get(den.end..).unwrap_or_default();
    let marks = |c: char| ";,.:)!?".contains(c);
    match bo {
        true if before.ends_with(' ')
            && (after.is_empty() || after.starts_with([' ', '\n']) || after.starts_with(marks)) =>
        {
            den.start.saturating_sub(1)..den.end
        }
        true if after.starts_with(' ')
            && (before.is_empty() || before.ends_with(['\n', '(', '[', '“', '‘', '«'])) =>
        {
            den.start..den.end.saturating_add(1)
        }
        _ => den,
    }
}

/// The new words without the spaces that the old ones have at the same end.
pub(super) fn bo_cach_chung<'m>(old: &str, moi: &'m str) -> &'m str {
    let moi = if old.starts_with(char::is_whitespace) { moi.trim_start() } else { moi };
    if old.ends_with(char::is_whitespace) { moi.trim_end() } else { moi }
}

/// Words that come between others: they belong to the field of the words before them, or behind.
pub(super) fn chen(
    ban_do: &BanDo<'_>,
    goc: usize,
    khoang: &Range<usize>,
    moi: &str,
) -> Result<Vec<Viec>, KhongLay> {
    let all = ban_do.ca_doan(goc);
    let left = all.iter().rev().find(|(at, ..)| *at < khoang.start);
    let right = all.iter().find(|(at, ..)| *at >= khoang.end);
    let text = ban_do.doan.get(goc).map_or("", |doan| doan.chu.as_str());
    let old = text.get(khoang.clone()).unwrap_or_default();
    let sau = |(_, c, ai): &ChuAi| match ai {
        Ai::Truong(so, at) => Some((*so, at.saturating_add(c.len_utf8()))),
        _ => None,
    };
    let truoc = |(_, _, ai): &ChuAi| match ai {
        Ai::Truong(so, at) => Some((*so, *at)),
        _ => None,
    };
    let blank = |text: &str| text.starts_with(char::is_whitespace);
    let (truong, at, chu, near) = if let Some((so, at)) = left.and_then(sau) {
        // The space behind the new words is what stood there before.
        let chu = if old.ends_with(char::is_whitespace) { moi.trim_end() } else { moi };
        (so, at, chu, left)
    } else if let Some((so, at)) = right.and_then(truoc) {
        let chu = if old.starts_with(char::is_whitespace) { moi.trim_start() } else { moi };
        (so, at, chu, right)
    } else {
        return Err(KhongLay::LoiCuaMau);
    };
    let field = ghi_duoc(ban_do, truong)?;
    // An opening quotation mark takes the place of the space that it has no more behind it.
    let behind = field.gia_tri.get(at..).unwrap_or_default();
    let gone =
        match blank(old) && !moi.ends_with(char::is_whitespace) && left.and_then(sau).is_some() {
            true => behind.len().saturating_sub(behind.trim_start_matches(' ').len()),
            false => 0,
        };
    let den = at..at.saturating_add(gone);
    let letters: Vec<ChuAi> = near.into_iter().copied().collect();
    let around: Vec<ChuAi> = all
        .iter()
        .filter(|(_, _, ai)| matches!(ai, Ai::Truong(so, _) if *so == truong))
        .copied()
        .collect();
    let in_hoa = la_in_hoa(field, if around.is_empty() { &letters } else { &around });
    let chu = if in_hoa { chu_thuong_nhu(field, "", chu) } else { chu.to_owned() };
    let chu = if in_hoa && at == 0 { hoa_dau(&chu) } else { chu };
    let moi = thoat(field, at, &chu);
    Ok(vec![Viec::Thay { truong, khoang: den, moi }])
}

/// The marks of emphasis of a stretch that begin or end in it and not both.
pub(super) fn dau_lech(value: &str) -> String {
    let bold = value.matches("**").count();
    let single = value.matches('*').count().saturating_sub(bold.saturating_mul(2));
    let odd = |count: usize| count % 2 == 1;
    format!("{}{}", if odd(bold) { "**" } else { "" }, if odd(single) { "*" } else { "" })
}
