//! Ghi chú: the notes of a section as pieces, and how many of them a page holds.

use super::Xep;
use super::manh::Manh;
use crate::layout::khoi::Khoi;

/// The pieces of each note by its number; only those of this section have any.
pub(super) struct GhiChu(Vec<Vec<Manh>>);

/// Lays out the notes whose marks stand in `manh`.
pub(super) fn xep(xep: &mut Xep<'_>, ghi_chu: &[Vec<Khoi>], manh: &[Manh], rong: f64) -> GhiChu {
    let mut out = vec![Vec::new(); ghi_chu.len()];
    for so in manh.iter().flat_map(|m| m.ghi.iter().copied()) {
        if let (Some(khoi), Some(cho)) = (ghi_chu.get(so), out.get_mut(so)) {
            *cho = xep.manh(khoi, rong);
        }
    }
    GhiChu(out)
}

impl GhiChu {
    /// The pieces of a note.
    pub fn cua(&self, so: usize) -> &[Manh] {
        self.0.get(so).map(Vec::as_slice).unwrap_or_default()
    }
}

/// How many of `manh`, one below the other, `cho` pt hold, ending where a page may end.
pub(super) fn vua(manh: &[Manh], cho: f64) -> usize {
    let mut used = 0.0;
    let mut fit = 0;
    for (i, mot) in manh.iter().enumerate() {
        used += mot.truoc + mot.cao;
        if used > cho + super::trang::SAI_SO {
            break;
        }
        if !mot.giu || i.saturating_add(1) == manh.len() {
            fit = i.saturating_add(1);
        }
    }
    fit
}
