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

/// What Excel takes for a formula at the beginning of a cell, also in the wide letters of an East Asian keyboard.
const CONG_THUC: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// Behind these another cell may begin where Excel's separator is the semicolon, in Vietnam as in Europe: our quotes
/// don't stand at the beginning of what it then takes for a cell, so they hold nothing together.
const SANG_O: [char; 5] = [';', '\t', '\n', '\r', '"'];

/// A cell that is text and no formula, whichever separator the reader's Excel has.
pub fn khong_cong_thuc(cell: &str) -> String {
    let formula = |part: &str| {
        let hidden =
            |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        let blank = |c: char| c.is_whitespace() || c.is_control() || hidden(c);
        let bare = part.trim_start_matches(blank);
        bare.starts_with(CONG_THUC)
    };
    let parts = cell.split_inclusive(SANG_O);
    parts.map(|part| if formula(part) { format!("'{part}") } else { part.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_with_either_separator() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            ("\t=1", "\t'=1"),
            ("Sở Y tế; =1+1", "Sở Y tế;' =1+1"),
            ("a\n@b", "a\n'@b"),
            ("＝1", "'＝1"),
            ("\u{feff}\u{200b}=1", "'\u{feff}\u{200b}=1"),
            ("“a”; \"-b\"", "“a”; \"'-b\""),
            ("giai đoạn 2021-2025, nhóm a+b", "giai đoạn 2021-2025, nhóm a+b"),
        ] {
            assert_eq!(khong_cong_thuc(cell), safe);
        }
    }
}
