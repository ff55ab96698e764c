//! Numbers of heads: `I.`, `1.`, `1.1.`, `a)` (PL I, II.6; forms 1.4).

use crate::la_ma::la_ma;

/// The letters of điểm in the Vietnamese alphabet (PL I, II.6; no f, j, w, z).
const CHU_CAI: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// Counts heads of each level; a head restarts the count of the levels below it.
#[derive(Debug, Default)]
pub struct DanhSo {
    dem: Vec<usize>,
}

impl DanhSo {
    /// The number of the next head at `cap` (1 is the highest).
    pub fn ke_tiep(&mut self, cap: u8) -> String {
        let cap = usize::from(cap.max(1));
        self.dem.resize(cap, 0);
        if let Some(last) = self.dem.last_mut() {
            *last = last.saturating_add(1);
        }
        let so = self.dem.last().copied().unwrap_or(1);
        match cap {
            1 => format!("{}.", la_ma(so)),
            2 => format!("{so}."),
            3 => format!("{}.{so}.", self.dem.get(1).copied().unwrap_or(0).max(1)),
            _ => format!("{})", diem(so)),
        }
    }
}

/// `1` → `a`, `5` → `đ`; after `y` comes `aa`.
pub fn diem(so: usize) -> String {
    let so = so.saturating_sub(1);
    let chu = CHU_CAI.iter().cycle().nth(so).copied().unwrap_or("a");
    chu.repeat(so.checked_div(CHU_CAI.len()).unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_head_restarts_the_lower_ones() {
        let mut dem = DanhSo::default();
        let caps = [1, 2, 2, 1, 2, 3, 3, 4, 4, 3, 4];
        let so: Vec<_> = caps.iter().map(|&cap| dem.ke_tiep(cap)).collect();
        assert_eq!(so, ["I.", "1.", "2.", "II.", "1.", "1.1.", "1.2.", "a)", "b)", "1.3.", "a)"]);
    }

    #[test]
    fn diem_uses_the_vietnamese_alphabet() {
        let chu: String = (1..=8).map(diem).collect();
        assert_eq!(chu, "abcdđegh");
        assert_eq!(diem(23), "y");
        assert_eq!(diem(24), "aa");
    }
}
