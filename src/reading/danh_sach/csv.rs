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
    let bang = match named {
        Some(dau) => {
            let after = text.split_once('\n').map_or("", |(_, rest)| rest);
            bang_cua(after, dau)?
        }
        None => bang_cua(&text, dau_hop_nhat(&text)?)?,
    };
    if bang.hang.is_empty() { Err(LoiBang::Trong) } else { Ok(bang) }
}

/// The rows that have something in them, with this separator.
fn bang_cua(text: &str, dau: char) -> Result<Bang, LoiBang> {
    let (mut bang, mut han) = (Bang::default(), Han::default());
    let (mut hang, mut cot) = (Hang { so: 1, ..Hang::default() }, 0_usize);
    quet(text, dau, |su| {
        match su {
            Su::O(chu) => {
                if cot < COT_NHIEU_NHAT && !chu.trim().is_empty() {
                    let o = O::chu(nfc(chu.to_owned()));
                    han.o(&o, 1)?;
                    hang.o.insert(cot, o);
                }
                cot = cot.saturating_add(1);
            }
            Su::HetDong => {
                let next = Hang { so: hang.so.saturating_add(1), ..Hang::default() };
                let mut done = std::mem::replace(&mut hang, next);
                done.rong = Some(std::mem::take(&mut cot));
                if !done.o.is_empty() {
                    han.hang()?;
                    bang.hang.push(done);
                }
            }
        }
        Ok(())
    })?;
    Ok(bang)
}

/// Why a cell of plain text is no value: Excel writes what it shows, signs of errors and shortened numbers as well.
pub(super) fn loi_excel(chu: &str) -> Option<String> {
    const LOI: [&str; 9] =
        ["#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];
    let bare = chu.trim();
    if LOI.contains(&bare) {
        return Some(format!("ô báo lỗi {bare}"));
    }
    if bare.len() > 2 && bare.bytes().all(|b| b == b'#') {
        return Some("ô hiện ##### vì cột hẹp khi lưu; nới cột rồi lưu lại danh sách".to_owned());
    }
    let short = "số dài bị rút thành dạng 1,2E+11 khi lưu; định dạng cột ấy là Text rồi gõ lại";
    la_so_rut(bare).then(|| short.to_owned())
}

/// `1,2E+11`, `9.12E+08`
fn la_so_rut(text: &str) -> bool {
    let Some((number, power)) = text.split_once("E+") else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let plain = match number.split_once(['.', ',']) {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(number),
    };
    plain && (2..=3).contains(&power.len()) && digits(power)
}

/// The one separator with which most rows have as many cells as the widest.
fn dau_hop_nhat(text: &str) -> Result<char, LoiBang> {
    let present = DAU_NGAN.into_iter().filter(|dau| text.contains(*dau));
    let mut all: Vec<(usize, char)> = Vec::new();
    let mut fault = None;
    for dau in present {
        match hop(text, dau) {
            Ok(fit) => all.push((fit, dau)),
            Err(own) => fault = Some(own),
        }
    }
    all.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    match all.as_slice() {
        [(first, _), (second, _), ..] if first == second && *first > 0 => Err(LoiBang::DauNgan),
        [(first, dau), ..] if *first > 0 => Ok(*dau),
        _ => match fault {
            Some(fault) => Err(fault),
            // One column.
            None => Ok('\n'),
        },
    }
}

/// How many rows have the commonest number of cells, if that is more than one.
fn hop(text: &str, dau: char) -> Result<usize, LoiBang> {
    let mut widths = std::collections::BTreeMap::new();
    let (mut width, mut filled) = (0_usize, false);
    quet(text, dau, |su| {
        match su {
            Su::O(chu) => {
                width = width.saturating_add(1);
                filled |= !chu.trim().is_empty();
            }
            Su::HetDong => {
                if std::mem::take(&mut filled) {
                    let count: &mut usize = widths.entry(width).or_default();
                    *count = count.saturating_add(1);
                }
                width = 0;
            }
        }
        Ok(())
    })?;
    Ok(widths
        .into_iter()
        .filter(|(width, _)| *width > 1)
        .map(|(_, count)| count)
        .max()
        .unwrap_or(0))
}

/// What comes next in a list of plain text.
enum Su<'c> {
    O(&'c str),
    HetDong,
}

/// Goes through the cells of all rows: in quotes a cell may hold anything, quotes doubled (RFC 4180). None of them is kept
/// here: a file of thirty million separators costs no more than its bytes.
fn quet(
    text: &str,
    dau: char,
    mut see: impl FnMut(Su<'_>) -> Result<(), LoiBang>,
) -> Result<(), LoiBang> {
    let (mut cell, mut row, mut begun) = (String::new(), 1_usize, false);
    let mut rest = text.chars().peekable();
    let (mut quoted, mut closed) = (false, false);
    while let Some(c) = rest.next() {
        let ends = c == dau || matches!(c, '\n' | '\r');
        if std::mem::take(&mut closed) && !ends {
            return Err(LoiBang::NhayMo(row));
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
                see(Su::O(&cell))?;
                see(Su::HetDong)?;
                (row, begun) = (row.saturating_add(1), false);
                cell.clear();
            }
            c if c == dau => {
                see(Su::O(&cell))?;
                begun = true;
                cell.clear();
            }
            c => cell.push(c),
        }
    }
    if quoted {
        return Err(LoiBang::NhayMo(row));
    }
    if !cell.is_empty() || begun {
        see(Su::O(&cell))?;
        see(Su::HetDong)?;
    }
    Ok(())
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
