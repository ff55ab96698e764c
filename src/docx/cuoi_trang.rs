//! Cuối trang: Nơi nhận (ô số 9b) level with the signer's lines (ô số 7a, 7b), always on one page.
//! Several signers stand side by side with Nơi nhận below the left one.

use docx_rs::{Docx, Paragraph, TableRow, VAlignType};

use super::cot::{Columns, many};
use super::inline::lines;
use super::style_id;
use super::units::{twips, twips_mm};
use crate::document::{CuoiTrang, NguoiKyIn};
use crate::the_thuc::TheThuc;

/// PL I, II.9.b.
const NOI_NHAN: &str = "Nơi nhận:";

/// The foot added to `docx`, `cach_pt` lower than the decree's text would leave it. A closing paragraph
/// has to follow.
pub(super) fn add(docx: Docx, foot: &CuoiTrang, the_thuc: &TheThuc, cach_pt: f64) -> Docx {
    let width = twips_mm(the_thuc.rong_chu_mm());
    let space = twips(the_thuc.cuoi_trang_cach_tren_pt + cach_pt);
    if let [_, _, ..] = foot.nguoi_ky.as_slice() {
        // Nơi nhận is in the left signer's cell: a row never breaks, paragraphs under a table might.
        let mut cells: Vec<Vec<Paragraph>> = foot.nguoi_ky.iter().map(nguoi_ky).collect();
        if let Some(left) = cells.first_mut() {
            left.push(Paragraph::new().style(style_id::CACH_NOI_NHAN));
            left.extend(noi_nhan(foot));
        }
        let cells = cells.into_iter().map(whole).collect();
        return docx.add_table(many(width, cells, space));
    }
    let columns = Columns::filling(width, twips_mm(the_thuc.cuoi_trang_cot_phai_mm()));
    let rows = std::iter::once(row(columns, foot)).chain(xac_nhan(columns, foot));
    docx.add_table(columns.table(rows.collect(), space))
}

/// Who confirms, in the left column under the recipients.
fn xac_nhan(columns: Columns, foot: &CuoiTrang) -> Option<TableRow> {
    let line = |line: &String| lines(style_id::XAC_NHAN, &[line]);
    let left: Vec<_> = foot.xac_nhan.iter().map(line).collect();
    let right = vec![Paragraph::new().style(style_id::XAC_NHAN)];
    (!left.is_empty()).then(|| columns.row(whole(left), whole(right), VAlignType::Top))
}

fn row(columns: Columns, foot: &CuoiTrang) -> TableRow {
    let signer = foot.nguoi_ky.first().map(nguoi_ky);
    let signer = signer.unwrap_or_else(|| vec![Paragraph::new().style(style_id::HO_TEN)]);
    columns.row(whole(noi_nhan(foot)), whole(signer), VAlignType::Top)
}

fn noi_nhan(foot: &CuoiTrang) -> Vec<Paragraph> {
    if foot.noi_nhan.is_empty() {
        return vec![Paragraph::new().style(style_id::NOI_NHAN)];
    }
    let list = foot.noi_nhan.iter().map(|line| lines(style_id::NOI_NHAN, &[line]));
    let typist = foot.ky_hieu_soan.iter().map(|mark| lines(style_id::KY_HIEU_SOAN, &[mark]));
    let title = lines(style_id::NOI_NHAN_TIEU_DE, &[NOI_NHAN]);
    std::iter::once(title).chain(list).chain(typist).collect()
}

fn nguoi_ky(signer: &NguoiKyIn) -> Vec<Paragraph> {
    let posts = signer.quyen_han_chuc_vu.iter();
    let posts = posts.map(|line| lines(style_id::QUYEN_HAN_CHUC_VU, &[line]));
    let empty = || Paragraph::new().style(style_id::QUYEN_HAN_CHUC_VU);
    posts
        .chain(std::iter::repeat_with(empty).take(signer.dong_bu))
        .chain([lines(style_id::HO_TEN, &[&signer.ho_ten])])
        .collect()
}

/// Keeps a cell with the closing paragraph after the table; the row itself never breaks. So the block
/// is whole, and the closing paragraph never makes a page of its own.
fn whole(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    paragraphs.into_iter().map(|p| p.keep_next(true)).collect()
}
