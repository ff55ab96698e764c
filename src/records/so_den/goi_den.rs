//! Gói đến: what is kept of a paper that came, the file itself and the list of digests.

use super::dong_so;
use super::so_den_hieu::SoDen;
use crate::model::Ngay;
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use crate::records::phat_hanh::goi::Goi;
use crate::records::so_dang_ky::dau::bam;

/// How many digits of a file's SHA-256 stand in the book.
const DAI: usize = 32;
/// The longest beginning of a file's name.
const TEN_DAI: usize = 80;

/// The files, by the names that they get here, and the list of them.
pub fn goi_den(so_den: SoDen, ngay: Ngay, mut tep: Vec<(String, Vec<u8>)>) -> Goi {
    let list = BangKe::cua(&so_den.to_string(), &ngay.to_string(), &tep).viet();
    let dau = dau_bang_ke(&list);
    tep.push((bang_ke::TEP.to_owned(), list));
    Goi { tep, dau }
}

/// Where the folder stands: `2026/12`.
pub fn dich_den(so_den: SoDen) -> String {
    format!("{}/{:02}", so_den.nam, so_den.so)
}

/// The file's mark in the book.
pub fn dau_tep(bytes: &[u8]) -> String {
    let mut hex = bam(bytes);
    hex.truncate(DAI);
    hex
}

/// What stands in a folder besides what came.
const CUA_SO: [&str; 2] = [bang_ke::TEP, dong_so::TEP];

/// Names for files that are kept in one folder: safe everywhere, each with the ending that it came with, none twice.
pub fn cac_ten_tep_den(ten: &[String]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for ten in ten {
        let own = ten_tep_den(ten);
        let (goc, duoi) = own.rsplit_once('.').unwrap_or((&own, ""));
        let dot = if duoi.is_empty() { "" } else { "." };
        let more = (2_usize..).map(|so| format!("{goc}-{so}{dot}{duoi}"));
        let free = |name: &String| !all.contains(name) && !CUA_SO.contains(&name.as_str());
        let name = std::iter::once(own.clone()).chain(more).find(free);
        all.extend(name);
    }
    all
}

/// A name that is safe everywhere, with the ending that it came with.
pub fn ten_tep_den(ten: &str) -> String {
    let (goc, duoi) = ten.rsplit_once('.').unwrap_or((ten, ""));
    let mut goc = ten_tep_khong_dau(goc);
    goc.truncate(TEN_DAI);
    let duoi = ten_tep_khong_dau(duoi);
    let goc = if goc.is_empty() { "van-ban".to_owned() } else { goc };
    if duoi.is_empty() { goc } else { format!("{goc}.{duoi}") }
}
