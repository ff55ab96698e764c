//! Cuối trang: Nơi nhận (ô số 9b) level with the signer's lines (ô số 7a, 7b), always on one page.

use docx_rs::{Docx, Paragraph, VAlignType};

use super::cot::Columns;
use super::inline::lines;
use super::style_id;
use super::units::{twips, twips_mm};
use crate::document::CuoiTrang;
use crate::the_thuc::TheThuc;

/// PL I, II.9.b.
const NOI_NHAN: &str = "Nơi nhận:";

/// The foot added to `docx`. A closing paragraph has to follow.
pub(super) fn add(docx: Docx, foot: &CuoiTrang, the_thuc: &TheThuc) -> Docx {
    let right = twips_mm(the_thuc.cuoi_trang_cot_phai_mm());
    let columns = Columns::filling(twips_mm(the_thuc.rong_chu_mm()), right);
    let row = columns.row(whole(noi_nhan(foot)), whole(nguoi_ky(foot)), VAlignType::Top);
    docx.add_table(columns.table(vec![row], twips(the_thuc.cuoi_trang_cach_tren_pt)))
}

fn noi_nhan(foot: &CuoiTrang) -> Vec<Paragraph> {
    if foot.noi_nhan.is_empty() {
        return vec![Paragraph::new().style(style_id::NOI_NHAN)];
    }
    let list = foot.noi_nhan.iter().map(|line| lines(style_id::NOI_NHAN, &[line]));
    std::iter::once(lines(style_id::NOI_NHAN_TIEU_DE, &[NOI_NHAN])).chain(list).collect()
}

fn nguoi_ky(foot: &CuoiTrang) -> Vec<Paragraph> {
    let posts = foot.quyen_han_chuc_vu.iter();
    let posts = posts.map(|line| lines(style_id::QUYEN_HAN_CHUC_VU, &[line]));
    posts.chain([lines(style_id::HO_TEN, &[&foot.ho_ten])]).collect()
}

/// Keeps a cell with the closing paragraph after the table; the row itself never breaks. So the block
/// is whole, and the closing paragraph never makes a page of its own.
fn whole(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    paragraphs.into_iter().map(|p| p.keep_next(true)).collect()
}
