//! How long a rule line is.

/// A rule of 1/3–1/2 of the line above it (PL I, II.2.b and II.5.a), for text of one line or several.
/// The length fits both the last line, which the rule stands under, and the longest, where one length
/// can; 0.43 of the line was measured on signed documents. Widths and result in the same unit.
pub fn gach_ngan(rong_cac_dong: &[f64]) -> f64 {
    let cuoi = rong_cac_dong.last().copied().unwrap_or(0.0);
    let dai_nhat = rong_cac_dong.iter().copied().fold(0.0, f64::max);
    let it_nhat = (dai_nhat / 3.0).min(cuoi / 2.0);
    (cuoi * 0.43).max(it_nhat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_a_third_and_a_half_of_the_last_line() {
        for dong in [&[50.0][..], &[50.0, 40.0], &[40.0, 50.0], &[90.0, 20.0]] {
            let cuoi = dong.last().unwrap();
            let gach = gach_ngan(dong);
            assert!(gach >= cuoi / 3.0 && gach <= cuoi / 2.0, "{dong:?}: {gach}");
        }
    }

    #[test]
    fn fits_the_longest_line_too_where_it_can() {
        let gach = gach_ngan(&[60.0, 45.0]);
        assert!((20.0..=30.0).contains(&gach));
        assert_eq!(gach_ngan(&[]), 0.0);
    }
}
