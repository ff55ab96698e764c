//! Whether a picture that a tool puts onto a page covers letters, and whether these are the ones that a signature
//! stands among: post above, name below (PL I, II.7.a). There it may touch them, as a hand and a seal do on paper; a
//! figure, a day, a sentence it may not.

use super::chu_trang::ChuCai;

/// The gap between post and name is 25 mm high; no other two lines on one axis leave as much.
const KHOANG_KY: std::ops::RangeInclusive<f64> = 54.0..=170.0;
/// Post and name stand on one axis, and neither is as long as a line of the text.
const LECH: f64 = 12.0;
const DAI_NHAT: f64 = 260.0;
/// `TM. …`, `KT. …`, the post, in two lines each.
const DONG_CHUC_VU: usize = 6;
const NHIEU_CUM: usize = 3000;

/// What a picture covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Che {
    Khong,
    /// Of post and name.
    ChoKy,
    /// So many letters that are none of a signature's.
    Chu(usize),
}

/// Letters on one line without a gap.
#[derive(Debug, Clone, Copy)]
struct Cum {
    x0: f64,
    x1: f64,
    y: f64,
    co: f64,
}

impl Cum {
    fn cung_truc(&self, khac: &Self) -> bool {
        let truc = |cum: &Self| f64::midpoint(cum.x0, cum.x1);
        (truc(self) - truc(khac)).abs() <= LECH && self.ngan() && khac.ngan()
    }

    fn ngan(&self) -> bool {
        self.x1 - self.x0 <= DAI_NHAT
    }

    fn trong_tam(&self, khac: &Self) -> bool {
        self.x0 < khac.x1 && khac.x0 < self.x1
    }
}

/// What lies under `rect` on a page with these letters; none where there are too many to tell.
pub fn xem(chu: &[ChuCai], rect: [f64; 4]) -> Option<Che> {
    let [x0, y0, x1, y1] = rect;
    let duoi = |c: &&ChuCai| {
        let (x, y) = c.giua();
        (x0..=x1).contains(&x) && (y0..=y1).contains(&y)
    };
    let bi_che: Vec<&ChuCai> = chu.iter().filter(duoi).collect();
    if bi_che.is_empty() {
        return Some(Che::Khong);
    }
    let cum = cac_cum(chu);
    (cum.len() <= NHIEU_CUM).then_some(())?;
    let ky: Vec<Cum> = cum.iter().filter_map(|ten| khoi_ky(&cum, ten, rect)).flatten().collect();
    let cua_ky = |c: &&&ChuCai| ky.iter().any(|k| k.y == c.y && k.x0 <= c.x0 && c.x1 <= k.x1);
    let khac = bi_che.len().saturating_sub(bi_che.iter().filter(cua_ky).count());
    Some(if khac == 0 { Che::ChoKy } else { Che::Chu(khac) })
}

/// The letters in runs, from the page's top.
fn cac_cum(chu: &[ChuCai]) -> Vec<Cum> {
    let mut chu = chu.to_vec();
    chu.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x0.total_cmp(&b.x0)));
    let mut ra: Vec<Cum> = Vec::new();
    for c in chu {
        match ra.last_mut() {
            Some(cum) if cum.y == c.y && c.x0 - cum.x1 <= c.co => cum.x1 = cum.x1.max(c.x1),
            _ => ra.push(Cum { x0: c.x0, x1: c.x1, y: c.y, co: c.co }),
        }
    }
    ra
}

/// The lines around a place to sign whose name is `ten`, if that is one and `rect` reaches into its gap.
fn khoi_ky(cum: &[Cum], ten: &Cum, [x0, y0, x1, y1]: [f64; 4]) -> Option<Vec<Cum>> {
    let tren = |duoi: &Cum| {
        let gan = cum.iter().filter(|c| c.y > duoi.y + 1.0 && c.trong_tam(duoi));
        gan.min_by(|a, b| a.y.total_cmp(&b.y)).copied()
    };
    let chuc_vu = tren(ten).filter(|tren| tren.cung_truc(ten))?;
    let (day, dinh) = (ten.y + ten.co, chuc_vu.y);
    let den = x0 < ten.x1.max(chuc_vu.x1) && ten.x0.min(chuc_vu.x0) < x1 && y0 < dinh && day < y1;
    (KHOANG_KY.contains(&(dinh - day)) && den).then_some(())?;
    let mut ra = vec![*ten, chuc_vu];
    for _ in 0..DONG_CHUC_VU {
        let duoi = *ra.last()?;
        let Some(tren) = tren(&duoi).filter(|tren| tren.cung_truc(&duoi)) else { break };
        if tren.y - duoi.y > duoi.co * 2.0 {
            break;
        }
        ra.push(tren);
    }
    Some(ra)
}
