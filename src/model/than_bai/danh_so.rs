//! Numbers of heads: `I.`, `1.`, `1.1.`, `a)`; Chương I, Mục 1, Điều 1 (PL I, II.6; forms 1.4).

use super::CauTruc;
use crate::model::la_ma::la_ma;

/// The letters of điểm in the Vietnamese alphabet (PL I, II.6; no f, j, w, z).
const CHU_CAI: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// Counts heads of each level; a head restarts the count of the levels below it. The parts of a
/// regulation have counts of their own.
#[derive(Debug, Clone, Default)]
pub struct DanhSo {
    dem: Vec<usize>,
    /// Whether the heads of each level have numbers with dots.
    cham: Vec<bool>,
    cau_truc: [usize; CauTruc::TAT_CA.len()],
}

impl DanhSo {
    /// The number of the next head at `cap` (1 is the highest). From the fourth level on a head has a letter, or a
    /// number with dots where `cham` says so (`1.1.1.`); none: as the head before it at that level.
    pub fn ke_tiep(&mut self, cap: u8, cham: Option<bool>) -> String {
        let cap = usize::from(cap.max(1));
        self.dem.resize(cap, 0);
        self.cham.resize(cap, false);
        if let (Some(last), Some(cham)) = (self.cham.last_mut(), cham) {
            *last = cham;
        }
        if let Some(last) = self.dem.last_mut() {
            *last = last.saturating_add(1);
        }
        let so = self.dem.last().copied().unwrap_or(1);
        match cap {
            1 => format!("{}.", la_ma(so)),
            2 => format!("{so}."),
            4.. if !self.cham.last().copied().unwrap_or_default() => format!("{})", diem(so)),
            _ => {
                let shown = self.dem.iter().skip(1).map(|so| format!("{}.", (*so).max(1)));
                shown.collect()
            }
        }
    }

    /// The number of the next Phần, Chương (`II`), Mục, Tiểu mục or Điều (`2`). Chương and Điều count
    /// through the whole text, Mục and Tiểu mục begin again in each Chương and Mục.
    pub fn cau_truc_ke_tiep(&mut self, cau_truc: CauTruc) -> String {
        let at = cau_truc as usize;
        if let Some(so) = self.cau_truc.get_mut(at) {
            *so = so.saturating_add(1);
        }
        for duoi in cau_truc.dem_lai() {
            if let Some(so) = self.cau_truc.get_mut(*duoi as usize) {
                *so = 0;
            }
        }
        self.dem.clear();
        self.cham.clear();
        let so = self.cau_truc.get(at).copied().unwrap_or(1);
        if cau_truc.la_ma() { la_ma(so) } else { so.to_string() }
    }
}

impl DanhSo {
    /// How many parts of that kind there were since their count began.
    pub fn dem_cau_truc(&self, cau_truc: CauTruc) -> usize {
        self.cau_truc.get(cau_truc as usize).copied().unwrap_or_default()
    }
}

/// `1` → `a`, `5` → `đ`; after `y` comes `aa`.
pub fn diem(so: usize) -> String {
    let so = so.saturating_sub(1);
    let chu = CHU_CAI.iter().cycle().nth(so).copied().unwrap_or("a");
    chu.repeat(so.checked_div(CHU_CAI.len()).unwrap_or(0).saturating_add(1))
}

/// `đ` → 5; none for what is no letter of a điểm.
pub fn so_cua_diem(chu: &str) -> Option<usize> {
    let at = CHU_CAI.iter().position(|c| chu.starts_with(c))?;
    let lan = chu.chars().count();
    let so = at.saturating_add(1).saturating_add(CHU_CAI.len().saturating_mul(lan.checked_sub(1)?));
    (diem(so) == chu).then_some(so)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_head_restarts_the_lower_ones() {
        let mut dem = DanhSo::default();
        let caps = [1, 2, 2, 1, 2, 3, 3, 4, 4, 3, 4];
        let so: Vec<_> = caps.iter().map(|&cap| dem.ke_tiep(cap, None)).collect();
        assert_eq!(so, ["I.", "1.", "2.", "II.", "1.", "1.1.", "1.2.", "a)", "b)", "1.3.", "a)"]);
    }

    #[test]
    fn deep_heads_have_letters_or_dots() {
        let mut dem = DanhSo::default();
        let heads = [
            (2, None),
            (3, None),
            (4, Some(true)),
            (4, None),
            (5, None),
            (3, None),
            (4, None),
            (4, Some(true)),
            (5, Some(true)),
        ];
        let so: Vec<_> = heads.iter().map(|&(cap, cham)| dem.ke_tiep(cap, cham)).collect();
        assert_eq!(
            so,
            ["1.", "1.1.", "1.1.1.", "1.1.2.", "a)", "1.2.", "a)", "1.2.2.", "1.2.2.1."]
        );
    }

    #[test]
    fn parts_of_a_regulation_count_through_or_anew() {
        use CauTruc::{Chuong, Dieu, Muc};
        let mut dem = DanhSo::default();
        let parts = [Chuong, Dieu, Dieu, Chuong, Muc, Dieu, Muc, Dieu, Chuong, Muc, Dieu];
        let so: Vec<_> = parts.iter().map(|p| dem.cau_truc_ke_tiep(*p)).collect();
        assert_eq!(so, ["I", "1", "2", "II", "1", "3", "2", "4", "III", "1", "5"]);
    }

    #[test]
    fn diem_uses_the_vietnamese_alphabet() {
        let chu: String = (1..=8).map(diem).collect();
        assert_eq!(chu, "abcdđegh");
        assert_eq!(diem(23), "y");
        assert_eq!(diem(24), "aa");
        assert!((1..=50).all(|so| so_cua_diem(&diem(so)) == Some(so)));
        assert_eq!((so_cua_diem("f"), so_cua_diem("ab"), so_cua_diem("")), (None, None, None));
    }
}
