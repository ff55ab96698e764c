//! The row that an issued paper was made of, kept beside its YAML as a list of that row alone: `giay-moi.tron.csv`.

use std::path::Path;

use super::{TepNguon, doc_co_han, is_file};
use crate::model::DongTron;
use crate::reading::danh_sach;

const DUOI: &str = "tron.csv";
/// The largest that such a file may be, in MiB.
const CO_MIB: u64 = 2;

/// The file that keeps a row for the YAML file `ten`.
pub fn tep_tron(ten: &str, dong: &DongTron) -> TepNguon {
    let head = dong.o.iter().map(|(ten, _)| ten.as_str()).collect();
    let values = dong.o.iter().map(|(_, value)| value.as_str()).collect();
    TepNguon { ten: ten_canh(ten), text: danh_sach::viet(&[head, values]) }
}

fn ten_canh(ten: &str) -> String {
    let stem = ten.rsplit_once('.').map_or(ten, |(stem, _)| stem);
    format!("{stem}.{DUOI}")
}

/// The row that is kept beside a file, if one is.
pub(super) fn doc_canh(tep: &TepNguon) -> Option<DongTron> {
    let path = ten_canh(&tep.ten);
    let path = Path::new(&path);
    if !is_file(path) {
        return None;
    }
    let bytes = doc_co_han(path, CO_MIB).ok()?;
    let bang = danh_sach::doc(DUOI, &bytes, None).ok()?;
    let [head, row] = bang.hang.as_slice() else { return None };
    let value = |cot: &usize| row.o.get(cot).map(|o| o.chu.clone()).unwrap_or_default();
    Some(DongTron { o: head.o.iter().map(|(cot, o)| (o.chu.clone(), value(cot))).collect() })
}
