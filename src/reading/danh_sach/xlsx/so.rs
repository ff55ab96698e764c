//! Numbers as a format shows them, with the marks that are usual in Việt Nam: `1.234,5`.

/// A sign of a number's format.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Dau {
    /// `0`: a digit in any case; `#`, `?`: a digit if there is one.
    Chu {
        luon: bool,
    },
    Cham,
    /// Letters as they stand.
    Nguyen(String),
}

/// How a number is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct KieuSo {
    pub dau: Vec<Dau>,
    /// Thousands are parted.
    pub nhom: bool,
    pub phan_tram: i32,
    /// Thousands that are left out at the end.
    pub nghin: i32,
}

/// Digits that a number is exact to.
const CHU_SO: usize = 15;

/// The digits before and behind the mark of a number that is not negative, rounded half up as Excel does.
pub(super) fn lam_tron(so: f64, le: usize) -> (String, String) {
    let text = format!("{so:.14e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let mut digits: Vec<u8> =
        mantissa.bytes().filter(u8::is_ascii_digit).map(|b| b.saturating_sub(b'0')).collect();
    digits.truncate(CHU_SO);
    // The place of the mark among the digits; zeros stand in for what is not there.
    let mut point = exponent.saturating_add(1);
    while point <= 0 {
        digits.insert(0, 0);
        point = point.saturating_add(1);
    }
    let mut whole = usize::try_from(point).unwrap_or(0);
    let keep = whole.saturating_add(le);
    let up = digits.get(keep).is_some_and(|d| *d >= 5);
    digits.resize(keep, 0);
    if up {
        let mut carry = true;
        for digit in digits.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == 9;
            *digit = if carry { 0 } else { digit.saturating_add(1) };
        }
        if carry {
            digits.insert(0, 1);
            whole = whole.saturating_add(1);
        }
    }
    let letters =
        |part: &[u8]| part.iter().map(|d| char::from(d.saturating_add(b'0'))).collect::<String>();
    let (before, behind) = digits.split_at(whole.min(digits.len()));
    let before = letters(before);
    let before = before.trim_start_matches('0');
    (if before.is_empty() { "0".to_owned() } else { before.to_owned() }, letters(behind))
}

impl KieuSo {
    /// The number, without its sign, and whether a mark of thousands or decimals stands in it.
    pub(super) fn hien(&self, so: f64) -> (String, bool) {
        let scale = self.phan_tram.saturating_mul(2).saturating_sub(self.nghin.saturating_mul(3));
        let point = self.dau.iter().position(|d| *d == Dau::Cham).unwrap_or(self.dau.len());
        let (truoc, sau) = self.dau.split_at(point);
        let le = sau.iter().filter(|d| matches!(d, Dau::Chu { .. })).count();
        let (whole, fraction) = lam_tron(so.abs() * 10f64.powi(scale), le);
        let nguyen = self.phan_nguyen(truoc, &whole);
        let (thap_phan, co_le) = phan_le(sau, &fraction);
        let co_dau = co_le || self.nhom && whole.len() > 3;
        (nguyen + &thap_phan, co_dau)
    }

    /// From the last digit to the first; what the format has no place for stands before its first digit.
    fn phan_nguyen(&self, dau: &[Dau], whole: &str) -> String {
        let mut digits: Vec<char> = if whole == "0" { Vec::new() } else { whole.chars().collect() };
        let mut places = dau.iter().filter(|d| matches!(d, Dau::Chu { .. })).count();
        let (mut out, mut count): (Vec<String>, usize) = (Vec::new(), 0);
        let mut push = |c: char, out: &mut Vec<String>| {
            if self.nhom && count > 0 && count.is_multiple_of(3) {
                out.push(".".to_owned());
            }
            count = count.saturating_add(1);
            out.push(c.to_string());
        };
        for sign in dau.iter().rev() {
            match sign {
                Dau::Nguyen(text) => out.push(text.clone()),
                Dau::Cham => {}
                Dau::Chu { luon } => {
                    places = places.saturating_sub(1);
                    match digits.pop() {
                        Some(c) => push(c, &mut out),
                        None if *luon => push('0', &mut out),
                        None => {}
                    }
                    while places == 0
                        && let Some(c) = digits.pop()
                    {
                        push(c, &mut out);
                    }
                }
            }
        }
        out.into_iter().rev().collect()
    }
}

/// What stands behind the whole number, and whether a mark of decimals does.
fn phan_le(dau: &[Dau], fraction: &str) -> (String, bool) {
    let digits: Vec<char> = fraction.chars().collect();
    let last = digits.iter().rposition(|c| *c != '0');
    let (mut out, mut at, mut co) = (String::new(), 0usize, false);
    for sign in dau {
        match sign {
            Dau::Cham => {
                out.push(',');
                co = true;
            }
            Dau::Chu { luon } => {
                if *luon || last.is_some_and(|last| at <= last) {
                    out.extend(digits.get(at));
                }
                at = at.saturating_add(1);
            }
            Dau::Nguyen(text) => out.push_str(text),
        }
    }
    (out, co)
}

/// A number in no format of its own; none where Excel shows it by the width of the column.
pub(super) fn thuong(so: f64) -> Option<(String, bool)> {
    const NGUYEN_LON_NHAT: f64 = 99_999_999_999.0;
    const CHU_SO_NHIEU_NHAT: usize = 10;
    let sign = if so < 0.0 { "-" } else { "" };
    let value = so.abs();
    if value > NGUYEN_LON_NHAT || (value > 0.0 && value < 1e-4) {
        return None;
    }
    let (whole, fraction) = lam_tron(value, CHU_SO.saturating_sub(1));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        return Some((format!("{sign}{whole}"), false));
    }
    let shown = if whole == "0" { 1 } else { whole.len() };
    if shown.saturating_add(fraction.len()) > CHU_SO_NHIEU_NHAT {
        return None;
    }
    Some((format!("{sign}{whole},{fraction}"), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_as_excel_does() {
        let pair = |so, le| {
            let (a, b) = lam_tron(so, le);
            format!("{a}.{b}")
        };
        assert_eq!(pair(1234.5, 0), "1235.");
        assert_eq!(pair(2.675, 2), "2.68");
        assert_eq!(pair(0.005, 2), "0.01");
        assert_eq!(pair(999.995, 2), "1000.00");
        assert_eq!(pair(0.0, 2), "0.00");
        assert_eq!(pair(123_456_789_012.0, 1), "123456789012.0");
        assert_eq!(pair(0.1 + 0.2, 4), "0.3000");
    }

    #[test]
    fn plain_numbers_are_shown_as_far_as_a_cell_is_sure_to() {
        let shown = |so| thuong(so).map(|(text, _)| text);
        assert_eq!(shown(12.0).as_deref(), Some("12"));
        assert_eq!(shown(-0.5).as_deref(), Some("-0,5"));
        assert_eq!(shown(79_200_012_345.0).as_deref(), Some("79200012345"));
        assert_eq!(shown(123_456_789_012.0), None);
        assert_eq!(shown(1.0 / 3.0), None);
    }
}
