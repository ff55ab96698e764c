//! A list as plain text, with any of the separators that Excel writes.

use super::bang_ma;
use super::loi::LoiBang;
use super::{Bang, COT_NHIEU_NHAT, Han, Hang, O};
use crate::reading::source::nfc;

const DAU_NGAN: [char; 3] = [';', ',', '\t'];

/// The list of a file; rows are counted as Excel counts them, blank ones too.
pub(super) fn doc(bytes: &[u8]) -> Result<Bang, LoiBang> {
    let text = bang_ma::chu(bytes)?;
    let first = text.lines().next().unwrap_or_default().trim().to_lowercase();
    let named = first.strip_prefix("sep=").and_then(|rest| rest.chars().next().or(Some('\t')));
    let rows = match named {
        Some(dau) => {
            let after = text.split_once('\n').map_or("", |(_, rest)| rest);
            cac_dong(after, dau)?
        }
        None => theo_dau_hop_nhat(&text)?,
    };
    let mut bang = Bang::default();
    let mut han = Han::default();
    for (row, so) in rows.into_iter().zip(1..) {
        let cells = row.into_iter().enumerate().take(COT_NHIEU_NHAT);
        let cells = cells.map(|(cot, text)| (cot, O::chu(nfc(text)))).filter(|(_, o)| !o.trong());
        let hang = Hang { so, an: false, o: cells.collect() };
        if !hang.o.is_empty() {
            han.hang(&hang)?;
            bang.hang.push(hang);
        }
    }
    if bang.hang.is_empty() { Err(LoiBang::Trong) } else { Ok(bang) }
}

/// The one separator with which most rows have as many cells as the widest.
fn theo_dau_hop_nhat(text: &str) -> Result<Vec<Vec<String>>, LoiBang> {
    let present = DAU_NGAN.into_iter().filter(|dau| text.contains(*dau));
    let mut all: Vec<(usize, Vec<Vec<String>>)> = Vec::new();
    let mut fault = None;
    for dau in present {
        match cac_dong(text, dau) {
            Ok(rows) => all.push((hop(&rows), rows)),
            Err(own) => fault = Some(own),
        }
    }
    all.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    match all.as_slice() {
        [(first, _), (second, _), ..] if first == second && *first > 0 => Err(LoiBang::DauNgan),
        [(first, rows), ..] if *first > 0 => Ok(rows.clone()),
        _ => match fault {
            Some(fault) => Err(fault),
            // One column.
            None => cac_dong(text, '\n'),
        },
    }
}

/// How many rows have the commonest number of cells, if that is more than one.
fn hop(rows: &[Vec<String>]) -> usize {
    let filled = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let mut widths = std::collections::BTreeMap::new();
    for row in filled {
        let count: &mut usize = widths.entry(row.len()).or_default();
        *count = count.saturating_add(1);
    }
    widths.into_iter().filter(|(width, _)| *width > 1).map(|(_, count)| count).max().unwrap_or(0)
}

/// The cells of all rows: in quotes a cell may hold anything, quotes doubled (RFC 4180).
fn cac_dong(text: &str, dau: char) -> Result<Vec<Vec<String>>, LoiBang> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let (mut quoted, mut closed) = (false, false);
    while let Some(c) = rest.next() {
        let ends = c == dau || matches!(c, '\n' | '\r');
        if std::mem::take(&mut closed) && !ends {
            return Err(LoiBang::NhayMo(rows.len().saturating_add(1)));
        }
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' if quoted => (quoted, closed) = (false, true),
            '"' if cell.is_empty() => quoted = true,
            c if quoted => cell.push(c),
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c if c == dau => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if quoted {
        return Err(LoiBang::NhayMo(rows.len().saturating_add(1)));
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}

/// Rows as such a file, each cell in quotes, its separator named.
pub fn viet(rows: &[Vec<&str>]) -> String {
    let cell = |text: &&str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |row: &Vec<&str>| row.iter().map(cell).collect::<Vec<_>>().join(",");
    let rows = rows.iter().map(|r| row(r) + "\r\n");
    std::iter::once("sep=,\r\n".to_owned()).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let bang = doc(text.as_bytes()).unwrap();
        let row = |hang: &Hang| (hang.so, hang.o.values().map(|o| o.chu.clone()).collect());
        bang.hang.iter().map(row).collect()
    }

    #[test]
    fn each_separator_is_found_and_rows_are_counted_as_in_excel() {
        for dau in [",", ";", "\t"] {
            let text = format!("Tên{dau}Nơi\r\n\r\n\"A \"\"b\"\"\r\nc\"{dau}0012\r\n");
            let found = cells(&text);
            assert_eq!(found[0], (1, vec!["Tên".to_owned(), "Nơi".to_owned()]), "{dau:?}");
            assert_eq!(found[1], (3, vec!["A \"b\"\r\nc".to_owned(), "0012".to_owned()]));
        }
        assert_eq!(cells("sep=;\nA;B,C\n")[0].1, ["A", "B,C"]);
        assert_eq!(cells("Tên\nA\n").len(), 2);
        assert_eq!(cells("Tên;Nơi\nA;1, 2\nB;3\n")[1].1, ["A", "1, 2"]);
        assert_eq!(cells("\"Tên\",\"Nơi\"\n\"A\",\"x; y\"\n")[1].1, ["A", "x; y"]);
    }

    #[test]
    fn what_is_unsure_or_broken_is_told() {
        assert_eq!(doc(b"a;b,c\nd;e,f\n"), Err(LoiBang::DauNgan));
        assert_eq!(doc("Tên;Nơi\n\"A;1\n".as_bytes()), Err(LoiBang::NhayMo(2)));
        assert_eq!(doc(b"\n \n"), Err(LoiBang::Trong));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = viet(&[vec!["Họ tên", "a,b"], vec!["x \"y\"\nz", ""]]);
        assert_eq!(cells(&text)[1].1, ["x \"y\"\nz"]);
    }
}
