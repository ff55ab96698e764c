//! Rows of the tables of a body.

use super::doan::nhieu_dong;
use super::{KhongLay, Viec, ghi_duoc};
use crate::jobs::take_back::ban_do::{Ai, BanDo};
use crate::jobs::take_back::dong_than::{DongThan, dau_dong};
use crate::word::nhan_dang::chu_md;

/// Whether a paragraph stands in a cell of a table: its line begins with a bar, or has letters of other paragraphs.
pub(super) fn la_o(ban_do: &BanDo<'_>, goc: usize, truong: usize, at: usize) -> bool {
    let Some(field) = ban_do.truong.get(truong) else { return false };
    let line = DongThan::tai(&field.gia_tri, at);
    let inside =
        |ai: &Ai| matches!(ai, Ai::Truong(so, at) if *so == truong && line.khoang.contains(at));
    let near = goc.saturating_sub(NGO)..goc.saturating_add(NGO).min(ban_do.doan.len());
    dau_dong(&field.gia_tri, &line).starts_with('|')
        || near
            .filter(|other| *other != goc)
            .any(|other| ban_do.ca_doan(other).iter().any(|(_, _, ai)| inside(ai)))
}

/// As many paragraphs around one are looked at for others of its row.
pub(super) const NGO: usize = 40;

/// The field of a body and the line of it that has all letters of some paragraphs.
pub(super) fn mot_dong_bang(ban_do: &BanDo<'_>, doan: &[usize]) -> Option<(usize, DongThan)> {
    let mut found: Option<(usize, DongThan)> = None;
    for goc in doan {
        for (_, _, ai) in ban_do.ca_doan(*goc) {
            let Ai::Truong(so, at) = ai else { continue };
            let field =
                ban_do.truong.get(so).filter(|field| nhieu_dong(field) && !field.la_khoa)?;
            let line = DongThan::tai(&field.gia_tri, at);
            match &found {
                None => found = Some((so, line)),
                Some((own, other)) if *own == so && other.khoang == line.khoang => {}
                Some(_) => return None,
            }
        }
    }
    found
}

/// The line of dashes of a table.
pub(super) fn la_gach(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

pub(super) const HANG: &str =
    "hàng của bảng không phải một dòng “| … |” trong thân bài; sửa bảng trong tệp nguồn";

pub(super) fn bot_hang(ban_do: &BanDo<'_>, doan: &[usize]) -> Result<Vec<Viec>, KhongLay> {
    let Some((truong, line)) = mot_dong_bang(ban_do, doan) else {
        return Err(KhongLay::KhongRo(HANG, None));
    };
    let field = ghi_duoc(ban_do, truong)?;
    let end = line.khoang.end.saturating_add(1).min(field.gia_tri.len());
    Ok(vec![Viec::Thay { truong, khoang: line.khoang.start..end, moi: String::new() }])
}

/// The rows of a table, its line of dashes and what is asked for above it.
pub(super) fn bot_bang(ban_do: &BanDo<'_>, hang: &[Vec<usize>]) -> Result<Vec<Viec>, KhongLay> {
    let lines: Option<Vec<(usize, DongThan)>> = hang
        .iter()
        .filter(|doan| doan.iter().any(|goc| !ban_do.ca_doan(*goc).is_empty()))
        .map(|doan| mot_dong_bang(ban_do, doan))
        .collect();
    let lines = lines.unwrap_or_default();
    let (Some((truong, first)), Some((other, last))) = (lines.first(), lines.last()) else {
        return Err(KhongLay::KhongRo(HANG, None));
    };
    if truong != other {
        return Err(KhongLay::KhongRo(HANG, None));
    }
    let field = ghi_duoc(ban_do, *truong)?;
    let mut from = first.khoang.start;
    while let Some(above) = from.checked_sub(1).map(|at| DongThan::tai(&field.gia_tri, at)) {
        let words = dau_dong(&field.gia_tri, &above);
        if !(la_gach(words) || words.starts_with('{') && words.ends_with('}')) {
            break;
        }
        from = above.khoang.start;
    }
    let khoang = DongThan::bo(&field.gia_tri, from, last.khoang.start);
    Ok(vec![Viec::Thay { truong: *truong, khoang, moi: String::new() }])
}

pub(super) fn them_hang(
    ban_do: &BanDo<'_>,
    truoc: &[usize],
    o: &[String],
) -> Result<Vec<Viec>, KhongLay> {
    let Some((truong, line)) = mot_dong_bang(ban_do, truoc) else {
        return Err(KhongLay::KhongRo(HANG, None));
    };
    let field = ghi_duoc(ban_do, truong)?;
    // The line of dashes belongs to the head.
    let line = match DongThan::sau(&field.gia_tri, &line) {
        Some(next) if la_gach(dau_dong(&field.gia_tri, &next)) => next,
        _ => line,
    };
    let cell = |o: &String| {
        o.split("<br>").map(chu_md).collect::<Vec<_>>().join("<br>").replace('|', "\\|")
    };
    let cells: Vec<String> = o.iter().map(cell).collect();
    let end = line.khoang.end;
    let moi = format!("\n| {} |", cells.join(" | "));
    Ok(vec![Viec::Thay { truong, khoang: end..end, moi }])
}
