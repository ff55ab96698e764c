//! The year's book as CSV, with the mark by which Excel knows UTF-8.

use super::sach::{Sach, TEN_COT};

/// The bytes of the file: a line of names, then a line a number.
pub fn viet(sach: &Sach) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(TEN_COT)?;
    for hang in &sach.hang {
        writer.write_record(hang.iter().map(|cell| khong_cong_thuc(cell)))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

/// Excel runs a cell that begins so; a sign before it makes it text.
fn khong_cong_thuc(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}
