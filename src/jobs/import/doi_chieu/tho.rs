//! A paper that can't be built yet, held against the Word file by the words in its fields: what neither a field nor the
//! program's own words have is not carried over.

use std::collections::{HashMap, HashSet};

use super::{Mat, cac_doan, cac_khoa};
use crate::model::BoQuyTac;
use crate::word::doc_word::TepWord;

/// Words that the program writes around the fields.
const CUA_MAU: &str =
    "số ngày tháng năm kính gửi nơi nhận lưu như trên điều phụ lục kèm theo ban hành v/v về việc";

/// The words of `cu` that `truong` has not, paragraph by paragraph. `truong`: the text of all files of the hồ sơ.
pub fn doi_chieu_tho(cu: &TepWord, truong: &str, loai: &str, bo: BoQuyTac) -> Vec<Mat> {
    let own = [CUA_MAU, loai].into_iter().chain(bo.tieu_de.iter().copied());
    let own: HashSet<String> = own.flat_map(cac_khoa).collect();
    let mut left: HashMap<String, usize> = HashMap::new();
    for word in cac_khoa(truong) {
        let count = left.entry(word).or_default();
        *count = count.saturating_add(1);
    }
    let mut out = Vec::new();
    for doan in cac_doan(cu) {
        let mut lost: Vec<&str> = Vec::new();
        for tu in doan.tu.iter().filter(|tu| !own.contains(&tu.khoa)) {
            match left.get_mut(&tu.khoa).filter(|count| **count > 0) {
                Some(count) => *count = count.saturating_sub(1),
                None => lost.push(&tu.chu),
            }
        }
        if !lost.is_empty() {
            out.push(Mat { noi: doan.noi, chu: lost.join(" … ") });
        }
    }
    out
}
