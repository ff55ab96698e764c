//! Bảng lồng: a table inside a cell that became plain paragraphs of the same words, or the other way round.

use super::chuan::chuan;
use super::{Loai, ThayDoi};
use crate::word::doc_word::{Doan, Khoi};

/// The change of a cell whose words stayed while their table did not; none of any other cell.
pub(super) fn doi(cu: &[Khoi], moi: &[Khoi]) -> Option<ThayDoi> {
    let tables = |khoi: &[Khoi]| khoi.iter().filter(|one| matches!(one, Khoi::Bang(_))).count();
    let (old, new) = (cac_doan(cu), cac_doan(moi));
    let said = |all: &[&Doan]| all.iter().map(|doan| chuan(&doan.in_ra())).collect::<Vec<_>>();
    let noted = |all: &[&Doan]| all.iter().any(|doan| !doan.chu_thich.is_empty());
    if tables(cu) == tables(moi) || said(&old) != said(&new) || noted(&old) || noted(&new) {
        return None;
    }
    let noi = new.first()?.noi.vung.clone();
    let what = match tables(cu) > tables(moi) {
        true => "bảng trong ô thành các đoạn thường",
        false => "các đoạn thường thành bảng trong ô",
    };
    let text = |all: &[&Doan]| all.iter().map(|doan| doan.in_ra()).collect::<Vec<_>>().join("\n");
    let cau = format!("{noi}: {what}, chữ giữ nguyên");
    let (cu, moi) = (Some(text(&old)), Some(text(&new)));
    Some(ThayDoi { loai: Loai::Sua, noi, cu, moi, cau })
}

/// The paragraphs that say something.
fn cac_doan(khoi: &[Khoi]) -> Vec<&Doan> {
    khoi.iter().flat_map(Khoi::cac_doan).filter(|doan| !doan.trong()).collect()
}
