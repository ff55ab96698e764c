//! Lines of a page that continue each other are drawn as one.

use crate::layout::trang::{Hinh, Net, Ve};

/// Rounding, in pt.
const SAI_SO: f64 = 1e-3;

/// Draws upright and level lines that meet end to end as one, where the first of them stood.
pub(super) fn noi(ve: Vec<Ve>) -> Vec<Ve> {
    let mut out: Vec<Ve> = Vec::with_capacity(ve.len());
    // Where the last line of each position is in `out`.
    let mut known: std::collections::BTreeMap<(bool, i64), usize> =
        std::collections::BTreeMap::new();
    for mot in ve {
        if let Hinh::Net(net) = mot.hinh {
            let key = khoa(&net);
            let before = known.get(&key).and_then(|at| out.get_mut(*at));
            if let Some(Ve { hinh: Hinh::Net(before), .. }) = before
                && keo(before, &net)
            {
                continue;
            }
            known.insert(key, out.len());
        }
        out.push(mot);
    }
    out
}

/// Upright or level, and where.
fn khoa(net: &Net) -> (bool, i64) {
    let dung = (net.x1 - net.x2).abs() < SAI_SO;
    let at = if dung { net.x1 } else { net.y1 };
    (dung, (at * 1000.0).round() as i64)
}

/// Lengthens a line by one that begins where it ends.
fn keo(truoc: &mut Net, sau: &Net) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < SAI_SO;
    let meets = near(truoc.x2, sau.x1) && near(truoc.y2, sau.y1) && near(truoc.day, sau.day);
    let dung = |n: &Net| near(n.x1, n.x2);
    if !meets || dung(truoc) != dung(sau) {
        return false;
    }
    (truoc.x2, truoc.y2) = (sau.x2, sau.y2);
    true
}
