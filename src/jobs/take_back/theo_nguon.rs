//! Theo nguồn: an edit of the Word file is led to the field that says the words, as a change of that field's value.

use std::ops::Range;

use super::ban_do::{Ai, BanDo, TruongChu};
use super::cho_sua::{ChoSua, DoanMoi, Loai};
use super::dong_than::{DongThan, cat_o, dau_dong};
use crate::model::chu_dau::hoa_dau;
use crate::reading::yaml::va::Buoc;
use crate::rules::soat::luat::chu_cu;
use crate::word::doc_word::ThanhPhan;
use crate::word::nhan_dang::chu_md;

/// A change of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viec {
    /// Bytes of a field's value become others.
    Thay { truong: usize, khoang: Range<usize>, moi: String },
    /// An item of a list goes.
    BoPhanTu { truong: usize },
    /// A new item before or behind the one that is that field.
    ThemPhanTu { truong: usize, sau: bool, chu: String },
}

/// Why an edit is led nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KhongLay {
    XungDot,
    /// The template's or the program's own words.
    LoiCuaMau,
    /// Number and date are the register's.
    CuaSo,
    TrinhBay,
    /// It stands in the source otherwise than on the paper; the reason, and the field if there is one.
    KhongRo(&'static str, Option<String>),
    /// Nothing is to be done: Word has counted anew.
    ThoiKhongCan,
    /// Whoever looked through the edits has left it out.
    BoQua,
}

/// What is to be done for one edit.
pub fn theo(ban_do: &BanDo<'_>, cho: &ChoSua) -> Result<Vec<Viec>, KhongLay> {
    let moi = match &cho.loai {
        Loai::Chu { moi, .. } => moi.as_str(),
        Loai::Them { doan, .. } => doan.chu.as_str(),
        _ => "",
    };
    if chu_cu(moi).is_some() {
        let why = "chữ mới gõ bằng bảng mã cũ (TCVN3, VNI); gõ lại bằng Unicode trong tệp Word rồi lấy về";
        return Err(KhongLay::KhongRo(why, None));
    }
    match &cho.loai {
        Loai::Chu { goc, khoang, moi } => chu(ban_do, *goc, khoang, moi),
        Loai::So { goc, cu, moi } => so(ban_do, *goc, cu, moi).ok_or(KhongLay::ThoiKhongCan),
        Loai::Them { truoc, sau, doan } => them(ban_do, *truoc, *sau, doan),
        Loai::Bot { goc } => bot(ban_do, *goc),
        Loai::ThemHang { truoc, o } => them_hang(ban_do, truoc, o),
        Loai::BotHang { doan } => bot_hang(ban_do, doan),
        Loai::BotBang { hang } => bot_bang(ban_do, hang),
        Loai::XungDot { .. } => Err(KhongLay::XungDot),
        Loai::TrinhBay => Err(KhongLay::TrinhBay),
        Loai::Khac => Err(KhongLay::KhongRo("chưa lấy về được loại sửa này", None)),
        Loai::CapDeMuc => Err(KhongLay::KhongRo(DOI_CAP, None)),
    }
}

const DOI_CAP: &str = "cấp của đề mục là số dấu # ở đầu dòng trong tệp nguồn; sửa ở đó, các số sau chương trình tự đánh lại";

fn thanh_phan(ban_do: &BanDo<'_>, goc: usize) -> ThanhPhan {
    ban_do.doan.get(goc).map(|doan| doan.thanh_phan).unwrap_or_default()
}

/// Words inside a paragraph.
fn chu(
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

type ChuAi = (usize, char, Ai);

/// Letters become others.
fn thay(
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
    let moi = thoat(field, den.start, &moi);
    let den = rong_dau_cach(field, den, moi.is_empty());
    let value = field.gia_tri.get(den.clone()).unwrap_or_default();
    // Marks of emphasis that begin or end inside stay.
    let marks = dau_lech(value);
    Ok(vec![Viec::Thay { truong, khoang: den, moi: format!("{moi}{marks}") }])
}

/// New words as a body has them: a star, a backslash and the beginning of a note's mark are letters there, and so is a bar
/// in a line that is a row of a table.
fn thoat(field: &TruongChu, at: usize, moi: &str) -> String {
    if !nhieu_dong(field) {
        return moi.to_owned();
    }
    let line = DongThan::tai(&field.gia_tri, at);
    let row = dau_dong(&field.gia_tri, &line).starts_with('|');
    let moi = chu_md(moi);
    if row { moi.replace('|', "\\|") } else { moi }
}

/// With the spaces at either end that the old words had and the new ones have not: `Văn phòng Sở` → `Văn phòng, Ban`.
fn theo_cach(field: &TruongChu, den: Range<usize>, old: &str, moi: &str) -> Range<usize> {
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
fn rong_dau_cach(field: &TruongChu, den: Range<usize>, bo: bool) -> Range<usize> {
    let before = field.gia_tri.get(..den.start).unwrap_or_default();
    let after = field.gia_tri.get(den.end..).unwrap_or_default();
    let marks = |c: char| ";,.:)!?".contains(c);
    match bo {
        true if before.ends_with(' ')
            && (after.is_empty() || after.starts_with([' ', '\n']) || after.starts_with(marks)) =>
        {
            den.start.saturating_sub(1)..den.end
        }
        true if after.starts_with(' ') && (before.is_empty() || before.ends_with('\n')) => {
            den.start..den.end.saturating_add(1)
        }
        _ => den,
    }
}

/// The one field that says all letters, and the bytes of its value from the first to the last of them.
fn mot_truong(letters: &[ChuAi]) -> Result<(usize, Range<usize>), KhongLay> {
    let mut found: Option<(usize, Range<usize>)> = None;
    for (_, c, ai) in letters {
        match (ai, &mut found) {
            (Ai::Truong(so, at), None) => found = Some((*so, *at..at.saturating_add(c.len_utf8()))),
            (Ai::Truong(so, at), Some((own, range))) if so == own && *at >= range.end => {
                range.end = at.saturating_add(c.len_utf8());
            }
            (Ai::Truong(so, _), Some((own, _))) if so == own => {
                return Err(KhongLay::KhongRo("chữ đứng không theo thứ tự trong nguồn", None));
            }
            (Ai::Truong(..), Some(_)) => {
                return Err(KhongLay::KhongRo("một chỗ sửa phủ lên nhiều mục của nguồn", None));
            }
            // A mark that printing has added between letters of the field.
            (Ai::Mau, Some(_)) if !c.is_alphanumeric() => {}
            (Ai::Mau | Ai::KhongRo, _) => return Err(KhongLay::LoiCuaMau),
        }
    }
    found.ok_or(KhongLay::LoiCuaMau)
}

fn ghi_duoc<'b>(ban_do: &'b BanDo<'_>, truong: usize) -> Result<&'b TruongChu, KhongLay> {
    let field = ban_do.truong.get(truong).ok_or(KhongLay::LoiCuaMau)?;
    if field.la_khoa {
        let why = "chữ là tên mục trong tệp YAML";
        return Err(KhongLay::KhongRo(why, Some(field.ten.clone())));
    }
    Ok(field)
}

/// The new words without the spaces that the old ones have at the same end.
fn bo_cach_chung<'m>(old: &str, moi: &'m str) -> &'m str {
    let moi = if old.starts_with(char::is_whitespace) { moi.trim_start() } else { moi };
    if old.ends_with(char::is_whitespace) { moi.trim_end() } else { moi }
}

/// Words that come between others: they belong to the field of the words before them, or behind.
fn chen(
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

/// Whether the paper has in capitals what the field has in small letters.
fn la_in_hoa(field: &TruongChu, letters: &[ChuAi]) -> bool {
    let mut seen = false;
    for (_, c, ai) in letters {
        let Ai::Truong(_, at) = ai else { continue };
        let own = field.gia_tri.get(*at..).and_then(|rest| rest.chars().next());
        if !c.is_alphabetic() {
            continue;
        }
        if c.is_lowercase() {
            return false;
        }
        seen |= own.is_some_and(char::is_lowercase);
    }
    seen
}

/// A name is no longer than this, in bytes.
const TEN_DAI: usize = 80;

/// Words in capitals as the field would have them: a word that stands for one with a capital begins with one; one that
/// stands for none does where all of the field's do, as in a name.
fn chu_thuong_nhu(field: &TruongChu, cu: &str, moi: &str) -> String {
    let begins = |word: &str| word.chars().find(|c| c.is_alphabetic());
    let mut of_field = field.gia_tri.split_whitespace().filter_map(begins);
    let name = field.gia_tri.len() < TEN_DAI && of_field.all(char::is_uppercase);
    let mut words = cu.split_whitespace();
    let mut out = String::new();
    for piece in moi.split_inclusive(char::is_whitespace) {
        if !piece.trim().is_empty() && piece.chars().any(char::is_lowercase) {
            out.push_str(piece);
            words.next();
            continue;
        }
        let capital = words.next().map_or(name, |word| word.starts_with(char::is_uppercase));
        let lower = piece.to_lowercase();
        let mut letters = lower.chars();
        match letters.next().filter(|_| capital) {
            Some(first) => {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            None => out.push_str(&lower),
        }
    }
    out
}

/// The marks of emphasis of a stretch that begin or end in it and not both.
fn dau_lech(value: &str) -> String {
    let bold = value.matches("**").count();
    let single = value.matches('*').count().saturating_sub(bold.saturating_mul(2));
    let odd = |count: usize| count % 2 == 1;
    format!("{}{}", if odd(bold) { "**" } else { "" }, if odd(single) { "*" } else { "" })
}

/// A number that is typed in the source at the beginning of its line.
fn so(ban_do: &BanDo<'_>, goc: usize, cu: &str, moi: &str) -> Option<Vec<Viec>> {
    let (truong, field, at) = dau_doan(ban_do, goc)?;
    let line = DongThan::tai(&field.gia_tri, at);
    let text = field.gia_tri.get(line.khoang.clone())?;
    let from = text.find(cu).filter(|from| {
        text.get(..*from).is_some_and(|b| b.chars().all(|c| !c.is_alphanumeric()))
    })?;
    let start = line.khoang.start.saturating_add(from);
    let khoang = start..start.saturating_add(cu.len());
    (khoang.end <= at).then(|| vec![Viec::Thay { truong, khoang, moi: moi.to_owned() }])
}

/// The field that says a paragraph's first letter of a field's, and the byte of it.
fn dau_doan<'b>(ban_do: &'b BanDo<'_>, goc: usize) -> Option<(usize, &'b TruongChu, usize)> {
    let all = ban_do.ca_doan(goc);
    let first = all.into_iter().find_map(|(_, _, ai)| match ai {
        Ai::Truong(so, at) => Some((so, at)),
        _ => None,
    });
    let (truong, at) = first?;
    let field = ban_do.truong.get(truong).filter(|field| !field.la_khoa)?;
    Some((truong, field, at))
}

fn cuoi_doan<'b>(ban_do: &'b BanDo<'_>, goc: usize) -> Option<(usize, &'b TruongChu, usize)> {
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
fn nhieu_dong(field: &TruongChu) -> bool {
    field.duong.is_none()
        || field.gia_tri.trim_end().contains('\n')
        || field.gia_tri.ends_with('\n')
}

fn la_phan_tu(field: &TruongChu) -> bool {
    field.duong.as_ref().is_some_and(|duong| matches!(duong.last(), Some(Buoc::PhanTu(_))))
}

/// A paragraph that was typed.
fn them(
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
        found.filter(|(_, field, _)| item(field)).map(|f| f.0)
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
fn them_o(
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
fn giong(ban_do: &BanDo<'_>, goc: Option<usize>, doan: &DoanMoi) -> usize {
    let Some(other) = goc.and_then(|goc| ban_do.doan.get(goc)) else { return 0 };
    let dash = |text: &str| text.trim_start().starts_with(['-', '–', '+']);
    let new = doan.so.as_ref().map_or_else(|| doan.chu.clone(), |so| format!("{so} {}", doan.chu));
    let looks = if other.thanh_phan == doan.thanh_phan { 2 } else { 0 };
    usize::from(dash(&other.in_ra()) == dash(&new)).saturating_add(looks)
}

/// An item of a list as the source has it: without the dash and the mark that printing adds.
fn phan_tu(chu: &str) -> String {
    let bare = chu.trim().trim_start_matches(['-', '–', '+', '•']).trim();
    bare.trim_end_matches([';', '.', ',']).trim_end().to_owned()
}

/// The line of a body that makes such a paragraph.
fn dong_cua(ban_do: &BanDo<'_>, truong: usize, doan: &DoanMoi) -> String {
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
fn bot(ban_do: &BanDo<'_>, goc: usize) -> Result<Vec<Viec>, KhongLay> {
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
    if la_phan_tu(field) {
        return Ok(vec![Viec::BoPhanTu { truong }]);
    }
    let why = "đoạn bị bớt là cả một mục; bỏ mục ấy thì xoá trong tệp YAML";
    Err(KhongLay::KhongRo(why, Some(field.ten.clone())))
}

/// Whether a paragraph stands in a cell of a table: its line begins with a bar, or has letters of other paragraphs.
fn la_o(ban_do: &BanDo<'_>, goc: usize, truong: usize, at: usize) -> bool {
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
const NGO: usize = 40;

/// The field of a body and the line of it that has all letters of some paragraphs.
fn mot_dong_bang(ban_do: &BanDo<'_>, doan: &[usize]) -> Option<(usize, DongThan)> {
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
fn la_gach(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

const HANG: &str =
    "hàng của bảng không phải một dòng “| … |” trong thân bài; sửa bảng trong tệp nguồn";

fn bot_hang(ban_do: &BanDo<'_>, doan: &[usize]) -> Result<Vec<Viec>, KhongLay> {
    let Some((truong, line)) = mot_dong_bang(ban_do, doan) else {
        return Err(KhongLay::KhongRo(HANG, None));
    };
    let field = ghi_duoc(ban_do, truong)?;
    let end = line.khoang.end.saturating_add(1).min(field.gia_tri.len());
    Ok(vec![Viec::Thay { truong, khoang: line.khoang.start..end, moi: String::new() }])
}

/// The rows of a table, its line of dashes and what is asked for above it.
fn bot_bang(ban_do: &BanDo<'_>, hang: &[Vec<usize>]) -> Result<Vec<Viec>, KhongLay> {
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

fn them_hang(ban_do: &BanDo<'_>, truoc: &[usize], o: &[String]) -> Result<Vec<Viec>, KhongLay> {
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
