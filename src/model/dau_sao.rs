//! Sao: which stars of a line are marks of emphasis to a clerk, told to the Markdown library before it reads them.
//!
//! The library takes every star beside a letter for a mark. A typist means a star by `10*1000` and by `(*)`, and
//! bold by `**Thời gian:**03 ngày`, where the library sees none. So it reads a line of the same bytes in which the
//! former are letters, and the punctuation that is in the way of the latter is, too.

/// Stands for a byte that is not to matter.
const CHU: u8 = b'x';

/// After these a mark that letters follow may close.
const DONG: &[char] = &[':', '.', ',', ';', '!', '?', ')', ']', '”', '’', '"', '%', '…'];
/// Before these a mark that letters stand before may open.
const MO: &[char] = &['(', '[', '“', '‘', '"'];

/// The line as the library is to read it: as long, byte by byte.
pub(super) fn bong(line: &str) -> String {
    let mut out = line.as_bytes().to_vec();
    let mut at = 0;
    while let Some(from) =
        line.get(at..).and_then(|rest| rest.find('*')).map(|i| at.saturating_add(i))
    {
        let rest = line.get(from..).unwrap_or_default();
        let count = rest.len().saturating_sub(rest.trim_start_matches('*').len());
        let end = from.saturating_add(count);
        let before = line.get(..from).unwrap_or_default().chars().next_back();
        let after = line.get(end..).unwrap_or_default().chars().next();
        if la_sao(before, after, count) {
            thay(&mut out, from, end);
        } else if count >= 2 {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            if let Some(c) = before.filter(|c| DONG.contains(c) && letter(after)) {
                thay(&mut out, from.saturating_sub(c.len_utf8()), from);
            }
            if let Some(c) = after.filter(|c| MO.contains(c) && letter(before)) {
                thay(&mut out, end, end.saturating_add(c.len_utf8()));
            }
        }
        at = end;
    }
    String::from_utf8(out).unwrap_or_else(|_| line.to_owned())
}

/// Whether a run of stars is no mark: one between letters or digits, two between digits, alone in brackets, or behind
/// a backslash.
fn la_sao(before: Option<char>, after: Option<char>, count: usize) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    let letters = before.is_alphanumeric() && after.is_alphanumeric();
    let alone = matches!((before, after), ('(', ')') | ('[', ']'));
    (count == 1 && letters) || (count == 2 && digits) || alone
}

fn thay(out: &mut [u8], from: usize, to: usize) {
    if let Some(bytes) = out.get_mut(from..to) {
        bytes.fill(CHU);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_long_as_before() {
        for line in
            ["10*1000 và 10*3000", "(*) và (**)", "**a:**b “c”**d**", "chữ**“đậm”**", "2**3", "*"]
        {
            assert_eq!(bong(line).len(), line.len());
        }
        assert_eq!(bong("10*1000 (*) *nghiêng*"), "10x1000 (x) *nghiêng*");
        assert_eq!(bong("**Gồm:**ba **(x)**"), "**Gồmx**ba **(x)**");
    }
}
