//! Cuối trang: Nơi nhận (ô số 9b) level with the signer's lines (ô số 7a, 7b), on one page but for what
//! runs on of a long list. Several signers stand side by side, in rows, with Nơi nhận below the left one of the last.

use docx_rs::{Docx, LineSpacing, Paragraph, Table, TableRow, VAlignType};

use super::chay_tiep::{self, Line};
use super::cot::{Columns, many};
use super::inline::lines;
use super::style_id;
use super::units::{twips, twips_mm};
use crate::compose::document::{CuoiTrang, NguoiKyIn};
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::model::trinh_bay::KieuChu;

/// PL I, II.9.b.
const NOI_NHAN: &str = "Nơi nhận:";

/// The foot added to `docx` on a page whose text is `width` twips wide, `cach_pt` lower than the decree's
/// text would leave it. A closing paragraph has to follow.
pub(super) fn add(
    docx: Docx,
    foot: &CuoiTrang,
    the_thuc: &TheThuc,
    width: i32,
    cach_pt: f64,
) -> Docx {
    let mut beside = noi_nhan(foot, the_thuc);
    let below = beside.split_off(beside_signature(foot, beside.len()));
    let space = twips(the_thuc.cuoi_trang_cach_tren_pt + cach_pt);
    let part = the_thuc.cuoi_trang_cot_phai_mm() / the_thuc.rong_chu_mm();
    let columns = Columns::sharing(width, part);
    let (table, column) = match foot.nguoi_ky.as_slice() {
        [_, _, ..] => several(foot, beside, width, space, the_thuc),
        _ => (columns.table(rows(columns, foot, beside, the_thuc), space), columns.left),
    };
    let docx = docx.add_table(table);
    if foot.nguyen_khoi() {
        return docx;
    }
    // The title, where it runs on too, keeps to the first two of its list.
    let first = if foot.nguoi_ky.len() > 1 { 3 } else { 0 };
    let docx = chay_tiep::add(docx, below, first, width.saturating_sub(column));
    let confirmed: Vec<Line> = xac_nhan(foot).into_iter().map(Line::from).collect();
    let all = confirmed.len();
    chay_tiep::add(docx, confirmed, all, width.saturating_sub(column))
}

/// How many of the `all` lines of Nơi nhận stand beside the signature.
fn beside_signature(foot: &CuoiTrang, all: usize) -> usize {
    match foot.nguoi_ky.as_slice() {
        _ if foot.nguyen_khoi() => all,
        [_, _, ..] => 0,
        // With the title.
        _ => foot.giu_cung.saturating_add(1).min(all),
    }
}

/// The table of several signers, and the width of its columns.
fn several(
    foot: &CuoiTrang,
    beside: Vec<Line>,
    width: i32,
    space: i32,
    the_thuc: &TheThuc,
) -> (Table, i32) {
    // Nơi nhận is in the left signer's cell: a row never breaks, paragraphs under a table might.
    let columns = foot.nguoi_ky.len().min(the_thuc.trinh_bay.ky_moi_hang).max(1);
    let signed = |row: &[NguoiKyIn]| -> Vec<Vec<Paragraph>> {
        let mut cells: Vec<_> = row.iter().map(|signer| nguoi_ky(signer, the_thuc)).collect();
        cells.resize_with(columns, || vec![Paragraph::new().style(style_id::XAC_NHAN)]);
        cells
    };
    let mut rows: Vec<_> = foot.nguoi_ky.chunks(columns).map(signed).collect();
    let last = rows.last_mut().map(Vec::as_mut_slice).unwrap_or_default();
    if let (Some(left), false) = (last.first_mut(), beside.is_empty()) {
        left.push(Paragraph::new().style(style_id::CACH_NOI_NHAN));
        left.extend(paragraphs(beside));
    }
    if let Some(right) = last.last_mut() {
        right.extend(xac_nhan_chu_ky(foot, the_thuc));
    }
    let count = i32::try_from(columns).unwrap_or(1).max(1);
    let column = width.checked_div(count).unwrap_or(width);
    let gap = twips(the_thuc.cuoi_trang_cach_tren_pt);
    let rows = rows.into_iter().map(|row| row.into_iter().map(whole).collect()).collect();
    (many(width, rows, (space, gap)), column)
}

/// Who confirms the signature over it: what he says, then as any signer.
fn xac_nhan_chu_ky(foot: &CuoiTrang, the_thuc: &TheThuc) -> Vec<Paragraph> {
    let Some(confirmed) = &foot.xac_nhan_chu_ky else { return Vec::new() };
    let gap = u32::try_from(twips(the_thuc.cuoi_trang_cach_tren_pt)).unwrap_or_default();
    let words = lines(style_id::XAC_NHAN, &confirmed.loi);
    let words = words.line_spacing(LineSpacing::new().before(gap));
    std::iter::once(words).chain(nguoi_ky(&confirmed.nguoi, the_thuc)).collect()
}

/// The rows of one signer, or of none.
fn rows(
    columns: Columns,
    foot: &CuoiTrang,
    beside: Vec<Line>,
    the_thuc: &TheThuc,
) -> Vec<TableRow> {
    let empty = |style: &str| vec![Paragraph::new().style(style)];
    let or_empty = |lines: Vec<Paragraph>| {
        if lines.is_empty() { empty(style_id::NOI_NHAN) } else { lines }
    };
    let left = or_empty(paragraphs(beside));
    let signer = foot.nguoi_ky.first().map(|signer| nguoi_ky(signer, the_thuc));
    let mut signer = signer.unwrap_or_else(|| empty(style_id::HO_TEN));
    signer.extend(xac_nhan_chu_ky(foot, the_thuc));
    let row = |left, right| columns.row(whole(left), whole(right), VAlignType::Top);
    let mut rows = vec![row(left, signer)];
    if foot.nguyen_khoi() && !foot.xac_nhan.is_empty() {
        rows.push(row(xac_nhan(foot), empty(style_id::XAC_NHAN)));
    }
    rows
}

/// Who confirms, in the left column under the recipients.
fn xac_nhan(foot: &CuoiTrang) -> Vec<Paragraph> {
    foot.xac_nhan.iter().map(|line| lines(style_id::XAC_NHAN, &[line])).collect()
}

/// Title, recipients, and who typed it.
fn noi_nhan(foot: &CuoiTrang, the_thuc: &TheThuc) -> Vec<Line> {
    if foot.noi_nhan.is_empty() {
        return Vec::new();
    }
    let list = foot.noi_nhan.iter().map(|line| lines(style_id::NOI_NHAN, &[line]).into());
    let typist = foot.ky_hieu_soan.iter().map(|mark| Line {
        paragraph: lines(style_id::KY_HIEU_SOAN, &[mark]),
        right: twips_mm(the_thuc.soan_lui_mm),
    });
    let title = lines(style_id::NOI_NHAN_TIEU_DE, &[NOI_NHAN]);
    std::iter::once(title.into()).chain(list).chain(typist).collect()
}

fn paragraphs(lines: Vec<Line>) -> Vec<Paragraph> {
    lines.into_iter().map(|line| line.paragraph).collect()
}

pub(super) fn nguoi_ky(signer: &NguoiKyIn, the_thuc: &TheThuc) -> Vec<Paragraph> {
    // A post that looks as the authority does is in its style.
    let chuc_vu = match the_thuc.trinh_bay.chuc_vu {
        KieuChu::DAM => style_id::QUYEN_HAN_CHUC_VU,
        _ => style_id::CHUC_VU,
    };
    let style = |authority: bool| if authority { style_id::QUYEN_HAN_CHUC_VU } else { chuc_vu };
    let posts = signer.cac_dong().map(|(line, authority)| lines(style(authority), &[line]));
    let empty = || Paragraph::new().style(style_id::QUYEN_HAN_CHUC_VU);
    posts
        .chain(std::iter::repeat_with(empty).take(signer.dong_bu))
        .chain(under_signature(signer, the_thuc))
        .collect()
}

/// The signer's other post, if any, and the name. The first of them leaves room to sign.
fn under_signature(signer: &NguoiKyIn, the_thuc: &TheThuc) -> Vec<Paragraph> {
    let empty = || Paragraph::new().style(style_id::CHUC_VU_KHAC);
    let mut other: Vec<Paragraph> =
        std::iter::repeat_with(empty).take(signer.dong_bu_khac).collect();
    other.extend(signer.chuc_vu_khac.iter().map(|line| lines(style_id::CHUC_VU_KHAC, &[line])));
    let name = lines(style_id::HO_TEN, &[&signer.ho_ten]);
    let before = |paragraph: Paragraph, pt: f64| {
        let space = u32::try_from(twips(pt)).unwrap_or_default();
        paragraph.line_spacing(LineSpacing::new().before(space))
    };
    if other.is_empty() {
        return vec![name];
    }
    let room = the_thuc.khoang_ky_mm * PT_MOI_MM;
    let mut first = true;
    let other =
        other.into_iter().map(|p| if std::mem::take(&mut first) { before(p, room) } else { p });
    other.chain([before(name, 0.0)]).collect()
}

/// Keeps a cell with what follows the table; the row itself never breaks. So the block is whole, and the
/// closing paragraph never makes a page of its own.
fn whole(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    paragraphs.into_iter().map(|p| p.keep_next(true)).collect()
}
