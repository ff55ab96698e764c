//! A count as Word writes it in each of its ways.

use crate::model::la_ma::la_ma;

/// The count in a way of Word's (`ST_NumberFormat`), or of one's own; none for a way that is not known.
pub(super) fn viet_so(count: u32, format: &str) -> Option<String> {
    // Numbers so large that they can't be a head's are written as they are.
    let small = usize::try_from(count).ok().filter(|n| (1..4000).contains(n));
    Some(match (format, small) {
        ("decimal" | "decimalHalfWidth", _) => count.to_string(),
        ("upperRoman", Some(n)) => la_ma(n),
        ("lowerRoman", Some(n)) => la_ma(n).to_lowercase(),
        ("upperLetter", Some(n)) => chu_cai(n),
        ("lowerLetter", Some(n)) => chu_cai(n).to_lowercase(),
        ("decimalZero", _) => format!("{count:02}"),
        ("none", _) => String::new(),
        ("numberInDash", _) => format!("- {count} -"),
        ("hex", _) => format!("{count:X}"),
        ("decimalFullWidth" | "decimalFullWidth2", _) => rong(count),
        ("decimalEnclosedCircle", Some(n)) if n <= 20 => trong_vong(n),
        ("decimalEnclosedParen", _) => format!("({count})"),
        ("decimalEnclosedFullstop", _) => format!("{count}."),
        ("vietnameseCounting", Some(n)) => chu_viet(n)?,
        (_, None) => count.to_string(),
        (format, Some(n)) => theo_mau(n, format)?,
    })
}

/// A … Z, AA, BB … as Word counts on, to where its own box ends.
fn chu_cai(n: usize) -> String {
    if n > 780 {
        return n.to_string();
    }
    let n = n.saturating_sub(1);
    let letter = u8::try_from(n % 26).map_or('A', |i| char::from(b'A'.saturating_add(i)));
    letter.to_string().repeat((n / 26).saturating_add(1))
}

fn rong(count: u32) -> String {
    let wide = |c: char| char::from_u32(u32::from(c).saturating_add(0xFEE0)).unwrap_or(c);
    count.to_string().chars().map(wide).collect()
}

fn trong_vong(n: usize) -> String {
    let first = 0x2460_u32.saturating_sub(1);
    let sign = u32::try_from(n).ok().and_then(|n| char::from_u32(first.saturating_add(n)));
    sign.map_or_else(|| n.to_string(), String::from)
}

/// A pattern of one's own: the first numbers written out, then dots. Zeros in front are kept, and of
/// letters (`a, b, c, d, đ, e, …`) those that are written out.
fn theo_mau(n: usize, format: &str) -> Option<String> {
    let each: Vec<&str> = format.split(',').map(str::trim).collect();
    let (last, first) = each.split_last()?;
    if first.is_empty() || !matches!(*last, "..." | "…") {
        return None;
    }
    if let Some(written) = first.get(n.saturating_sub(1)) {
        return Some((*written).to_owned());
    }
    let width = first.first()?.len();
    let counts = |(i, text): (usize, &&str)| text.parse() == Ok(i.saturating_add(1));
    first.iter().enumerate().all(counts).then(|| format!("{n:0width$}"))
}

/// `một`, `hai` … to a hundred.
fn chu_viet(n: usize) -> Option<String> {
    const DON_VI: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let (tens, ones) = (n / 10, n % 10);
    let one = DON_VI.get(ones).copied()?;
    let ten = match tens {
        0 => return Some(one.to_owned()),
        1 => "mười".to_owned(),
        tens => format!("{} mươi", DON_VI.get(tens)?),
    };
    let one = match (tens, ones) {
        (2.., 1) => "mốt",
        (_, 5) => "lăm",
        _ => one,
    };
    Some(format!("{ten} {one}").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::viet_so;

    #[test]
    fn counts_are_written_as_word_writes_them() {
        let cases = [
            (3, "lowerLetter", "c"),
            (28, "upperLetter", "BB"),
            (7, "decimalZero", "07"),
            (4, "upperRoman", "IV"),
            (3, "001, 002, 003, ...", "003"),
            (12, "001, 002, 003, ...", "012"),
            (5, "a, b, c, d, đ, e, ...", "đ"),
            (3, "decimalEnclosedCircle", "③"),
            (2, "numberInDash", "- 2 -"),
            (21, "vietnameseCounting", "hai mươi mốt"),
            (15, "vietnameseCounting", "mười lăm"),
            (5000, "upperRoman", "5000"),
        ];
        for (count, format, want) in cases {
            assert_eq!(viet_so(count, format).as_deref(), Some(want), "{count} {format}");
        }
        assert_eq!(viet_so(9, "a, b, c, ..."), None);
        assert_eq!(viet_so(2, "ordinalText"), None);
    }
}
