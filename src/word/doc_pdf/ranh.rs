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

/// A blank that parts columns in one row parts them in the rows beside it too, if it goes on there.
pub(super) fn lan(rows: &mut [HangChu]) {
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        if let (Some(from), Some(to)) = (above.last(), below.first_mut()) {
            lan_sang(from, to);
        }
    }
    for at in (1..rows.len()).rev() {
        let (above, below) = rows.split_at_mut(at);
        if let (Some(to), Some(from)) = (above.last_mut(), below.first()) {
            lan_sang(from, to);
        }
    }
}

fn lan_sang(from: &HangChu, to: &mut HangChu) {
    if (from.y - to.y).abs() > GAN * from.co.max(to.co) {
        return;
    }
    for ho in to.ho.iter_mut().filter(|ho| !ho.la_ranh) {
        let on = |other: &Ho| other.la_ranh && other.den.min(ho.den) - other.tu.max(ho.tu) >= CHUNG;
        ho.la_ranh = from.ho.iter().any(on);
    }
}
