//! Tiền: an amount in whole đồng, in digits and in words. Never a float.

use serde::{Serialize, Serializer};

use super::Fault;

/// The largest amount that is understood: a quadrillion đồng, far above any budget.
const LON_NHAT: u64 = 1_000_000_000_000_000;

/// An amount of money in whole đồng, from 0 to 10^15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Tien(u64);

impl Tien {
    /// `dong` đồng, if that is within range.
    pub fn tu_dong(dong: u64) -> Option<Self> {
        (dong <= LON_NHAT).then_some(Self(dong))
    }

    /// Reads `1.250.000` or `1250000`, with or without `đồng` after it. Full stops must part groups of
    /// three digits (Luật Kế toán 2015, Điều 11).
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let digits = text.trim().trim_end_matches("đồng").trim_end_matches('đ').trim();
        let bare = match digits.contains('.') {
            true if dung_nhom_ba(digits) => digits.replace('.', ""),
            true => return Err(sai_dang(text)),
            false => digits.to_owned(),
        };
        if bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_digit()) {
            return Err(sai_dang(text));
        }
        bare.parse().ok().and_then(Self::tu_dong).ok_or_else(|| {
            Fault::new("money-too-large", format!("số tiền {text} quá lớn"))
                .hint("số tiền lớn nhất đọc được là 1.000.000.000.000.000 đồng")
        })
    }

    /// The amount in đồng.
    pub fn dong(self) -> u64 {
        self.0
    }

    /// `1.250.000`.
    pub fn bang_so(self) -> String {
        nhom_ba(self.0)
    }

    /// The sum; none beyond the range.
    pub fn cong(self, them: Self) -> Option<Self> {
        self.0.checked_add(them.0).and_then(Self::tu_dong)
    }

    /// The amount `lan` times; none beyond the range.
    pub fn nhan(self, lan: u64) -> Option<Self> {
        self.0.checked_mul(lan).and_then(Self::tu_dong)
    }
}

impl Serialize for Tien {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.bang_so())
    }
}

fn sai_dang(text: &str) -> Fault {
    Fault::new("bad-money", format!("“{text}” không phải là số tiền"))
        .hint("viết số đồng chẵn, ví dụ 1.250.000 hoặc 1250000; không dùng dấu phẩy, không viết tắt “tr”, “k”")
        .clause("Luật Kế toán số 88/2015/QH13, Điều 11 (hiệu lực từ 01/01/2017)")
}

/// `1.250.000`: one to three digits, then groups of exactly three.
fn dung_nhom_ba(text: &str) -> bool {
    text.split('.').enumerate().all(|(i, nhom)| {
        let dai = if i == 0 { (1..=3).contains(&nhom.len()) } else { nhom.len() == 3 };
        dai && nhom.bytes().all(|b| b.is_ascii_digit())
    }) && !text.starts_with('0')
}

/// Digits in groups of three, parted by full stops.
pub fn nhom_ba(so: u64) -> String {
    let digits = so.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && digits.len().saturating_sub(i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        for text in ["1.250.000", "1250000", "1.250.000 đồng", " 1250000đ "] {
            assert_eq!(Tien::parse(text).unwrap().dong(), 1_250_000, "{text}");
        }
        assert_eq!(Tien::parse("0").unwrap().bang_so(), "0");
    }

    #[test]
    fn what_could_be_a_slip_is_refused() {
        for text in
            ["1.25", "1,250,000", "1.250,5", "1.2500.000", "12.5tr", "", "-5", "0.500", "1e6"]
        {
            assert_eq!(Tien::parse(text).unwrap_err().code, "bad-money", "{text}");
        }
        assert_eq!(Tien::parse("1.000.000.000.000.001").unwrap_err().code, "money-too-large");
        assert!(Tien::parse("99999999999999999999999").is_err());
    }

    #[test]
    fn print_and_parse_agree() {
        let mut so: u64 = 1;
        for _ in 0..2000 {
            so = so.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let tien = Tien::tu_dong(so % (LON_NHAT + 1)).unwrap();
            assert_eq!(Tien::parse(&tien.bang_so()).unwrap(), tien);
        }
    }

    #[test]
    fn sums_beyond_the_range_are_refused_not_wrapped() {
        let max = Tien::tu_dong(LON_NHAT).unwrap();
        assert!(max.cong(Tien(1)).is_none());
        assert!(max.nhan(u64::MAX).is_none());
    }
}
