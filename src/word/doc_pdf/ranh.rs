//! Rãnh: the blank between what stands side by side in a row, told from a wide blank between two words.

use super::chu::Chu;

/// Part of a letter's size that a blank between columns is at least.
const HO: f64 = 0.45;
/// From here on it parts columns by itself.
const RONG: f64 = 1.8;
/// Rows further apart than this tell nothing of each other.
const GAN: f64 = 2.6;
/// A blank goes on in the next row if they share so much, in points.
const CHUNG: f64 = 3.0;
/// No row of a paper has more columns.
const NHIEU_RANH: usize = 40;

/// Letters of one height, from left to right, blanks left out.
pub(super) struct HangChu {
    pub y: f64,
    pub co: f64,
    pub chu: Vec<Chu>,
    /// Whether a blank was drawn before the letter of this index.
    pub cach: Vec<bool>,
    pub ho: Vec<Ho>,
}

/// A blank in a row: before which letter, from where to where.
pub(super) struct Ho {
    pub truoc: usize,
    pub tu: f64,
    pub den: f64,
    pub la_ranh: bool,
}

impl HangChu {
    pub fn moi(y: f64, all: Vec<Chu>) -> Self {
        let (mut chu, mut cach, mut ho) = (Vec::<Chu>::new(), Vec::new(), Vec::new());
        let (mut blank, mut den) = (false, f64::NEG_INFINITY);
        let co = all.iter().filter(|c| !c.trong()).map(|c| c.co).fold(0.0, f64::max);
        for one in all {
            if one.trong() {
                blank = true;
                continue;
            }
            if !chu.is_empty() && one.x0 - den > HO * co {
                let la_ranh = one.x0 - den > RONG * co;
                ho.push(Ho { truoc: chu.len(), tu: den, den: one.x0, la_ranh });
            }
            den = den.max(one.x1);
            cach.push(std::mem::take(&mut blank));
            chu.push(one);
        }
        Self { y, co, chu, cach, ho }
    }
}

/// A blank that parts columns in one row parts them in the rows near it too, as far as it goes on between their letters.
pub(super) fn lan(rows: &mut [HangChu]) {
    lan_theo(rows.iter_mut());
    lan_theo(rows.iter_mut().rev());
}

fn lan_theo<'r>(rows: impl Iterator<Item = &'r mut HangChu>) {
    let mut open: Vec<(f64, f64)> = Vec::new();
    let mut y: Option<f64> = None;
    for row in rows {
        if y.is_some_and(|y| (row.y - y).abs() > GAN * row.co) {
            open.clear();
        }
        y = Some(row.y);
        for ho in row.ho.iter_mut().filter(|ho| !ho.la_ranh) {
            let on = |(tu, den): &(f64, f64)| den.min(ho.den) - tu.max(ho.tu) >= CHUNG;
            ho.la_ranh = open.iter().any(on);
        }
        let mut next: Vec<(f64, f64)> =
            open.iter().filter_map(|blank| con_lai(*blank, &row.chu)).collect();
        next.extend(row.ho.iter().filter(|ho| ho.la_ranh).map(|ho| (ho.tu, ho.den)));
        next.truncate(NHIEU_RANH);
        open = next;
    }
}

/// What these letters leave of a blank that came down to them.
fn con_lai((tu, den): (f64, f64), chu: &[Chu]) -> Option<(f64, f64)> {
    let middle = f64::midpoint(tu, den);
    let (left, right): (Vec<&Chu>, Vec<&Chu>) =
        chu.iter().partition(|one| f64::midpoint(one.x0, one.x1) < middle);
    let tu = left.iter().map(|one| one.x1).fold(tu, f64::max);
    let den = right.iter().map(|one| one.x0).fold(den, f64::min);
    (den - tu >= CHUNG).then_some((tu, den))
}
