//! The year's incoming book as CSV, with the mark by which Excel knows UTF-8.

use super::sach_den::{SachDen, TEN_COT_DEN};
use crate::records::so_dang_ky::csv::khong_cong_thuc;

/// The bytes of the file: a line of names, then a line a number.
pub fn viet(sach: &SachDen) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(TEN_COT_DEN)?;
    for hang in &sach.hang {
        writer.write_record(hang.iter().map(|cell| khong_cong_thuc(cell)))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}
