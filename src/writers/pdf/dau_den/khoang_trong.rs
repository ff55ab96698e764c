//! Khoảng trống: where on the first page nothing is drawn, and the place in it that PL IV gives to the stamp: under
//! number and symbol, under the subject of a letter, or under the date.

use serde::{Deserialize, Serialize};

use super::ve_dau::{CAO_MM, RONG_MM};

/// The first page in squares of a millimetre.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TrangDau {
    pub rong: u16,
    pub cao: u16,
    /// For each row of squares those in which something is drawn: from, and the one behind the last.
    pub kin: Vec<Vec<(u16, u16)>>,
    /// How far down the number and what stands under it reach, and the date, if the page says where they are.
    pub duoi_so: Option<u16>,
    pub duoi_ngay: Option<u16>,
}

/// A side of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ben {
    DuoiSo,
    DuoiNgay,
}

/// Between the stamp and the paper's edge.
const MEP: usize = 5;
/// A stamp that touches a word is hard to read, so what stands this near is shunned.
const HO: usize = 2;
/// A head without number and date that can be told ends no higher.
const DAU_TRANG: u16 = 32;
/// So far below number or date the place is still theirs.
const XUONG: usize = 75;

/// A place for the stamp: in mm from the left and the upper edge, and how many square millimetres of what is drawn it covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChoTrong {
    pub x: f64,
    pub y: f64,
    pub de: u32,
}

/// The highest free place on this side, and of the highest ones that nearest to the outer margin; where none is free, the one
/// that covers least. None on a page that has no room for a stamp at all.
pub fn tim(page: &TrangDau, ben: Ben) -> Option<ChoTrong> {
    let (rong, cao) = (nguyen(RONG_MM), nguyen(CAO_MM));
    let sums = tong(page);
    let wide = usize::from(page.rong);
    let half = wide / 2;
    let last = wide.checked_sub(rong.checked_add(MEP)?)?;
    let columns: Vec<usize> = match ben {
        Ben::DuoiSo => (MEP..=half.checked_sub(rong)?).collect(),
        Ben::DuoiNgay => (half..=last).rev().collect(),
    };
    let from = match ben {
        Ben::DuoiSo => page.duoi_so,
        Ben::DuoiNgay => page.duoi_ngay,
    };
    let from = usize::from(from.unwrap_or(DAU_TRANG));
    let bottom = usize::from(page.cao).checked_sub(cao.checked_add(MEP)?)?;
    let rows = from..=bottom.min(from.checked_add(XUONG)?);
    let places = rows.flat_map(|y| columns.iter().map(move |x| (*x, y)));
    let rated = places.filter_map(|(x, y)| {
        let end = (x.checked_add(rong)?, y.checked_add(cao)?);
        let de = dem(&sums, (x, y), end)?;
        let round = (x.saturating_sub(HO), y.saturating_sub(HO));
        let near = dem(&sums, round, (end.0.checked_add(HO)?, end.1.checked_add(HO)?))?;
        Some((ChoTrong { x: so(x), y: so(y), de }, near))
    });
    rated.min_by_key(|(place, near)| (place.de, *near)).map(|(place, _)| place)
}

/// Sums of drawn squares above and left of each corner.
fn tong(page: &TrangDau) -> Vec<Vec<u32>> {
    let wide = usize::from(page.rong);
    let mut sums = vec![vec![0_u32; wide.saturating_add(1)]];
    for at in 0..usize::from(page.cao) {
        let runs = page.kin.get(at).map(Vec::as_slice).unwrap_or_default();
        let above = sums.last().cloned().unwrap_or_default();
        let (mut row, mut here) = (vec![0_u32], 0_u32);
        for (x, up) in above.iter().skip(1).enumerate() {
            let drawn = |(a, b): &(u16, u16)| (usize::from(*a)..usize::from(*b)).contains(&x);
            here = here.saturating_add(u32::from(runs.iter().any(drawn)));
            row.push(up.saturating_add(here));
        }
        sums.push(row);
    }
    sums
}

/// How many squares of a rectangle are drawn.
fn dem(sums: &[Vec<u32>], from: (usize, usize), to: (usize, usize)) -> Option<u32> {
    let at = |x: usize, y: usize| sums.get(y)?.get(x).copied();
    let all = at(to.0, to.1)?.checked_add(at(from.0, from.1)?)?;
    all.checked_sub(at(from.0, to.1)?)?.checked_sub(at(to.0, from.1)?)
}

fn nguyen(mm: f64) -> usize {
    // The stamp's sides are whole millimetres.
    (0..1000_u16).find(|n| f64::from(*n) >= mm).map_or(0, usize::from)
}

fn so(mm: usize) -> f64 {
    f64::from(u16::try_from(mm).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with a head, a centred title and running text from 90 mm on.
    fn page(text_from: u16) -> TrangDau {
        let row = |y: u16| match y {
            20..35 => vec![(30, 95), (110, 195)],
            45..55 => vec![(70, 150)],
            y if y >= text_from && y < 270 => vec![(30, 195)],
            _ => Vec::new(),
        };
        let kin = (0..297).map(row).collect();
        TrangDau { rong: 210, cao: 297, kin, duoi_so: Some(35), duoi_ngay: Some(35) }
    }

    /// A stamp over words of the paper makes both unreadable.
    #[test]
    fn the_stamp_stands_where_nothing_is_drawn() {
        assert_eq!(tim(&page(90), Ben::DuoiSo), Some(ChoTrong { x: 5.0, y: 37.0, de: 0 }));
        // Right of the title its half is free from below the title's own line on.
        let found = tim(&page(95), Ben::DuoiNgay).unwrap();
        assert!(found.x >= 105.0 && found.y >= 35.0 && found.de == 0, "{found:?}");
    }

    #[test]
    fn on_a_full_page_it_covers_as_little_as_it_can() {
        let found = tim(&page(60), Ben::DuoiSo).unwrap();
        assert_eq!((found.x, found.y), (5.0, 35.0));
        assert!((1..400).contains(&found.de), "{found:?}");
        assert_eq!(tim(&TrangDau::default(), Ben::DuoiSo), None);
        let all = TrangDau { kin: vec![vec![(0, 210)]; 297], ..page(90) };
        assert_eq!(tim(&all, Ben::DuoiNgay).unwrap().de, 50 * 35);
    }

    #[test]
    fn a_scan_has_its_place_without_a_number_that_is_known() {
        let scan = TrangDau { duoi_so: None, duoi_ngay: None, ..page(95) };
        assert_eq!(tim(&scan, Ben::DuoiSo), Some(ChoTrong { x: 5.0, y: 37.0, de: 0 }));
    }
}
