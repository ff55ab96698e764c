//! Paragraphs that were typed, that went, or that were numbered otherwise.

use super::hang::la_o;
use super::{KhongLay, Viec, ghi_duoc};
use crate::jobs::take_back::ban_do::{Ai, BanDo, TruongChu};
use crate::jobs::take_back::cho_sua::DoanMoi;
use crate::jobs::take_back::dong_than::{DongThan, cat_o};
use crate::reading::yaml::va::Buoc;
use crate::word::doc_word::ThanhPhan;
use crate::word::nhan_dang::chu_md;

/// A number that is typed in the source at the beginning of its line, or of its piece of a cell; one that comes goes there.
pub(super) fn so(ban_do: &BanDo<'_>, goc: usize, cu: &str, moi: &str) -> Option<Vec<Viec>> {
    let (truong, field, at) = dau_doan(ban_do, goc)?;
    let value = field.gia_tri.as_str();
    let line = match la_o(ban_do, goc, truong, at) {
        true => cat_o(value, at, at).doan,
        false => DongThan::tai(value, at).khoang,
    };
    let text = value.get(line.clone())?;
    if cu.is_empty() {
        let start = line.end.saturating_sub(text.trim_start().len());
        let own = ban_do.ca_doan(goc).first().is_some_and(|(.., ai)| matches!(ai, Ai::Truong(..)));
        let moi = format!("{moi} ");
        return own.then(|| vec![Viec::Thay { truong, khoang: start..start, moi }]);
    }
    let from = text.find(cu).filter(|from| {
        text.get(..*from).is_some_and(|b| b.chars().all(|c| !c.is_alphanumeric()))
    })?;
    let start = line.start.saturating_add(from);
    let end = start.saturating_add(cu.len());
    let rest = value.get(end..)?;
    let blank = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
    let end = end.saturating_add(if moi.is_empty() { blank } else { 0 });
    (start <= at).then(|| vec![Viec::Thay { truong, khoang: start..end, moi: moi.to_owned() }])
}

/// The field that says a paragraph's first letter of a field's, and the byte of it.
pub(super) fn dau_doan<'b>(
    ban_do: &'b BanDo<'_>,
    goc: usize,
) -> Option<(usize, &'b TruongChu, usize)> {
    let all = ban_do.ca_doan(goc);
    let first = all.into_iter().find_map(|(_, _, ai)| match ai {
        Ai::Truong(so, at) => Some((so, at)),
        _ => None,
    });
    let (truong, at) = first?;
    let field = ban_do.truong.get(truong).filter(|field| !field.la_khoa)?;
    Some((truong, field, at))
}

pub(super) fn cuoi_doan<'b>(
    ban_do: &'b BanDo<'_>,
    goc: usize,
) -> Option<(usize, &'b TruongChu, usize)> {
    let all = ban_do.ca_doan(goc);
    let last = all.into_iter().rev().find_map(|(_, _, ai)| match ai {
        Ai::Truong(so, at) => Some((so, at)),
        _ => None,
    });
    let (truong, at) = last?;
    let field = ban_do.truong.get(truong).filter(|field| !field.la_khoa)?;
    Some((truong, field, at))
}

/// Whether the field is a text of lines, each a paragraph.
pub(super) fn nhieu_dong(field: &TruongChu) -> bool {
    field.duong.is_none()
        || field.gia_tri.trim_end().contains('\n')
        || field.gia_tri.ends_with('\n')
}

pub(super) fn la_phan_tu(field: &TruongChu) -> bool {
    field.duong.as_ref().is_some_and(|duong| matches!(duong.last(), Some(Buoc::PhanTu(_))))
}

/// A paragraph that was typed.
pub(super) fn them(
    ban_do: &BanDo<'_>,
    truoc: Option<usize>,
    sau: Option<usize>,
    doan: &DoanMoi,
) -> Result<Vec<Viec>, KhongLay> {
    let item = |field: &TruongChu| la_phan_tu(field);
    let before = truoc.and_then(|goc| cuoi_doan(ban_do, goc));
    let after = sau.and_then(|goc| dau_doan(ban_do, goc));
    // Between a list and a body it belongs to the one whose paragraphs look like it.
    let mixed = before.zip(after).is_some_and(|((_, a, _), (_, b, _))| item(a) != item(b));
    let (before, after) = match (giong(ban_do, truoc, doan), giong(ban_do, sau, doan)) {
        (a, b) if mixed && a > b => (before, None),
        (a, b) if mixed && a < b => (None, after),
        _ => (before, after),
    };
    if doan.trong_o {
        return them_o(ban_do, truoc, sau, doan);
    }
    // A head belongs to a body; between lists it would become an item.
    let head = matches!(doan.thanh_phan, ThanhPhan::DeMuc(..));
    if let Some((truong, field, at)) = before.filter(|(_, field, _)| nhieu_dong(field)) {
        let line = DongThan::tai(&field.gia_tri, at);
        let moi = line.them_sau(&field.gia_tri, &dong_cua(ban_do, truong, doan));
        let end = line.khoang.end;
        return Ok(vec![Viec::Thay { truong, khoang: end..end, moi }]);
    }
    if let Some((truong, field, at)) = after.filter(|(_, field, _)| nhieu_dong(field)) {
        let line = DongThan::tai(&field.gia_tri, at);
        let moi = line.them_truoc(&field.gia_tri, &dong_cua(ban_do, truong, doan));
        let start = line.khoang.start;
        return Ok(vec![Viec::Thay { truong, khoang: start..start, moi }]);
    }
    let of_list = |found: Option<(usize, &TruongChu, usize)>| {
        found.filter(|(_, field, _)| item(field) && !head).map(|f| f.0)
    };
    let chu = phan_tu(&doan.chu);
    if let Some(truong) = of_list(before) {
        return Ok(vec![Viec::ThemPhanTu { truong, sau: true, chu }]);
    }
    if let Some(truong) = of_list(after) {
        return Ok(vec![Viec::ThemPhanTu { truong, sau: false, chu }]);
    }
    Err(KhongLay::KhongRo("đoạn mới đứng giữa lời của mẫu, không thuộc mục nào của nguồn", None))
}

/// A paragraph more in a cell: behind a `<br>`.
pub(super) fn them_o(
    ban_do: &BanDo<'_>,
    truoc: Option<usize>,
    sau: Option<usize>,
    doan: &DoanMoi,
) -> Result<Vec<Viec>, KhongLay> {
    let moi = doan.md.replace('|', "\\|");
    let body = |found: &(usize, &TruongChu, usize)| nhieu_dong(found.1);
    if let Some((truong, field, at)) = truoc.and_then(|goc| cuoi_doan(ban_do, goc)).filter(body) {
        let end = cat_o(&field.gia_tri, at, at).doan.end;
        return Ok(vec![Viec::Thay { truong, khoang: end..end, moi: format!("<br>{moi}") }]);
    }
    if let Some((truong, field, at)) = sau.and_then(|goc| dau_doan(ban_do, goc)).filter(body) {
        let start = cat_o(&field.gia_tri, at, at).doan.start;
        return Ok(vec![Viec::Thay { truong, khoang: start..start, moi: format!("{moi}<br>") }]);
    }
    Err(KhongLay::KhongRo("ô này trống trong nguồn", None))
}

/// How much a new paragraph is like one that is there.
pub(super) fn giong(ban_do: &BanDo<'_>, goc: Option<usize>, doan: &DoanMoi) -> usize {
    let Some(other) = goc.and_then(|goc| ban_do.doan.get(goc)) else { return 0 };
    let dash = |text: &str| text.trim_start().starts_with(['-', '–', '+']);
    let new = doan.so.as_ref().map_or_else(|| doan.chu.clone(), |so| format!("{so} {}", doan.chu));
    let looks = if other.thanh_phan == doan.thanh_phan { 2 } else { 0 };
    usize::from(dash(&other.in_ra()) == dash(&new)).saturating_add(looks)
}

/// An item of a list as the source has it: without the dash and the mark that printing adds.
pub(super) fn phan_tu(chu: &str) -> String {
    let bare = chu.trim().trim_start_matches(['-', '–', '+', '•']).trim();
    bare.trim_end_matches([';', '.', ',']).trim_end().to_owned()
}

/// The line of a body that makes such a paragraph.
pub(super) fn dong_cua(ban_do: &BanDo<'_>, truong: usize, doan: &DoanMoi) -> String {
    if let ThanhPhan::DeMuc(..) = doan.thanh_phan {
        // As the other heads of that level are typed.
        let like = ban_do.doan.iter().enumerate().filter(|(_, d)| d.thanh_phan == doan.thanh_phan);
        let marks = like.filter_map(|(goc, _)| {
            let (own, field, at) = dau_doan(ban_do, goc)?;
            let line = DongThan::tai(&field.gia_tri, at);
            let text = field.gia_tri.get(line.khoang).filter(|_| own == truong)?;
            let marks = text.len().saturating_sub(text.trim_start_matches('#').len());
            (marks > 0).then(|| "#".repeat(marks))
        });
        if let Some(marks) = marks.into_iter().next() {
            return format!("{marks} {}", chu_md(&doan.chu));
        }
    }
    match &doan.so {
        Some(so) => format!("{so} {}", doan.md),
        None => doan.md.clone(),
    }
}

/// A paragraph that went: its lines go, or the item of a list that it is.
pub(super) fn bot(ban_do: &BanDo<'_>, goc: usize) -> Result<Vec<Viec>, KhongLay> {
    let letters = ban_do.ca_doan(goc);
    let mut of_field = letters.iter().filter(|(_, _, ai)| matches!(ai, Ai::Truong(..)));
    let Some((_, _, Ai::Truong(truong, _))) = of_field.next() else {
        return Err(KhongLay::LoiCuaMau);
    };
    let truong = *truong;
    if of_field.any(|(_, _, ai)| !matches!(ai, Ai::Truong(so, _) if *so == truong)) {
        return Err(KhongLay::KhongRo("đoạn bị bớt gồm nhiều mục của nguồn", None));
    }
    let field = ghi_duoc(ban_do, truong)?;
    let (first, last) = match (dau_doan(ban_do, goc), cuoi_doan(ban_do, goc)) {
        (Some((.., first)), Some((.., last))) => (first, last),
        _ => return Err(KhongLay::LoiCuaMau),
    };
    if nhieu_dong(field) {
        let khoang = match la_o(ban_do, goc, truong, first) {
            true => cat_o(&field.gia_tri, first, last).bo(&field.gia_tri),
            false => DongThan::bo(&field.gia_tri, first, last),
        };
        return Ok(vec![Viec::Thay { truong, khoang, moi: String::new() }]);
    }
    if la_phan_tu(field) && con_phan_tu_khac(ban_do, field) {
        return Ok(vec![Viec::BoPhanTu { truong }]);
    }
    let why = "đoạn bị bớt là cả một mục; bỏ mục ấy thì xoá trong tệp YAML";
    Err(KhongLay::KhongRo(why, Some(field.ten.clone())))
}

/// Whether the list has another item: a list without any is no list.
fn con_phan_tu_khac(ban_do: &BanDo<'_>, field: &TruongChu) -> bool {
    let list = |field: &TruongChu| {
        let duong = field.duong.as_deref()?;
        Some((field.tep.clone(), duong.split_last()?.1.to_vec()))
    };
    let same = |other: &&TruongChu| la_phan_tu(other) && list(other) == list(field);
    ban_do.truong.iter().filter(same).count() > 1
}
