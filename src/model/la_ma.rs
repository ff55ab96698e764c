//! Roman numerals, for heads of level 1 and for appendices (PL I, II.6 and III.1.b).

/// `1` → `I`. Numbers from 4000 on stay Arabic, since Roman digits end there.
pub fn la_ma(mut so: usize) -> String {
    const BAC: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if so == 0 || so >= 4000 {
        return so.to_string();
    }
    let mut out = String::new();
    for (gia_tri, chu) in BAC {
        while so >= gia_tri {
            out.push_str(chu);
            so = so.saturating_sub(gia_tri);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers() {
        assert_eq!([1, 4, 9, 14, 40, 1994].map(la_ma), ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]);
        assert_eq!([0, 4000].map(la_ma), ["0", "4000"]);
    }
}
