//! Lệch: how far the numbers of the two sides are apart, kind by kind, from the top of the text down: what the source has
//! put in since the file was written, and what was put in in Word. A number of the one side that stands behind what the
//! other has put in is counted on by as much.

use super::SoDau;
use crate::model::la_ma::la_ma;
use crate::model::than_bai::{DauMuc, diem};
use crate::word::doc_word::{DeMuc, Doan, ThanhPhan};

/// What numbers count together: its place in the order of what restarts what, and its level. Those of a higher place count
/// from one again behind one of a lower.
type LoaiSo = (u8, u8);

const CHUONG: u8 = 0;
const DIEU: u8 = 1;
const DE_MUC: u8 = 2;
const KHOAN: u8 = 3;
const DIEM: u8 = 4;

/// The sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phia {
    Nguon,
    Word,
}

#[derive(Debug, Default)]
pub(super) struct Lech(Vec<(LoaiSo, [i64; 2])>);

impl Lech {
    /// How many more that side has of what counts with this paragraph, up to here.
    pub fn cua(&self, phia: Phia, doan: &Doan) -> i64 {
        let Some(loai) = loai_so(doan) else { return 0 };
        let found = self.0.iter().find(|(own, _)| *own == loai);
        found.map_or(0, |(_, by)| by.get(phia as usize).copied().unwrap_or(0))
    }

    /// A paragraph that both sides have.
    pub fn qua(&mut self, doan: &Doan) {
        let Some(loai) = loai_so(doan) else { return };
        let first = vi_tri(&SoDau::cua(doan).chu).is_some_and(|so| so == 1);
        self.0.retain(|(own, _)| !(dem_lai(loai, *own) || first && *own == loai));
    }

    /// One that only one side has, or has no more.
    pub fn them(&mut self, phia: Phia, doan: &Doan, by: i64) {
        let Some(loai) = loai_so(doan) else { return };
        self.0.retain(|(own, _)| !dem_lai(loai, *own));
        let at = self.0.iter().position(|(own, _)| *own == loai).unwrap_or_else(|| {
            self.0.push((loai, [0, 0]));
            self.0.len().saturating_sub(1)
        });
        if let Some(slot) = self.0.get_mut(at).and_then(|(_, all)| all.get_mut(phia as usize)) {
            *slot = slot.saturating_add(by);
        }
    }
}

/// Whether what counts as `sau` begins anew behind a number of the kind `truoc`. Điều go on through Chương and Mục.
fn dem_lai(truoc: LoaiSo, sau: LoaiSo) -> bool {
    sau > truoc && !(truoc.0 == CHUONG && sau.0 == DIEU)
}

fn loai_so(doan: &Doan) -> Option<LoaiSo> {
    let so = SoDau::cua(doan);
    match doan.thanh_phan {
        ThanhPhan::DeMuc(DeMuc::Dieu, _) => return Some((DIEU, 0)),
        ThanhPhan::DeMuc(DeMuc::Chuong, cap) => return Some((CHUONG, cap)),
        ThanhPhan::DeMuc(DeMuc::Muc, cap) => return Some((DE_MUC, cap)),
        _ if so.chu.starts_with("Điều ") => return Some((DIEU, 0)),
        _ => {}
    }
    match dau_muc(&so.chu)? {
        DauMuc::Diem(_) => Some((DIEM, 0)),
        DauMuc::Khoan(_) => Some((KHOAN, 0)),
        DauMuc::KhoanNgoac(_) => Some((KHOAN, 1)),
        DauMuc::Gach | DauMuc::Cong => None,
    }
}

fn dau_muc(so: &str) -> Option<DauMuc> {
    DauMuc::tach(&format!("{so} x")).map(|(dau, _)| dau)
}

/// What a number says, the last part of one with dots: `Điều 4.`, `1.2.`, `IV.`, `d)`.
fn vi_tri(so: &str) -> Option<usize> {
    let (_, last, _) = phan_cuoi(so)?;
    let letters = || (1..=SO_NHIEU_NHAT).find(|n| la_ma(*n) == last || diem(*n) == last);
    last.parse().ok().or_else(letters)
}

/// Nothing is counted farther in letters.
const SO_NHIEU_NHAT: usize = 200;

/// The number with its last part counted on; none if it does not count, or not so far back.
pub(super) fn dich(so: &str, by: i64) -> Option<String> {
    let (before, last, after) = phan_cuoi(so)?;
    let new = vi_tri(so)?.checked_add_signed(isize::try_from(by).ok()?).filter(|new| *new > 0)?;
    let new = match last.chars().next()? {
        c if c.is_ascii_digit() => new.to_string(),
        c if c.is_uppercase() => la_ma(new),
        _ => diem(new),
    };
    Some(format!("{before}{new}{after}"))
}

/// What stands before the last part, it, and its mark.
fn phan_cuoi(so: &str) -> Option<(&str, &str, &str)> {
    let end = so.trim_end_matches(['.', ')']).len();
    let start = so.get(..end)?.rfind(['.', ' ']).map_or(0, |at| at.saturating_add(1));
    let last = so.get(start..end).filter(|last| !last.is_empty())?;
    Some((so.get(..start)?, last, so.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_on_in_their_own_way() {
        for (so, by, moi) in [
            ("3.", 1, Some("4.")),
            ("1.9.", 1, Some("1.10.")),
            ("1.2", -1, Some("1.1")),
            ("Điều 9.", 2, Some("Điều 11.")),
            ("IV.", -1, Some("III.")),
            ("d)", 1, Some("đ)")),
            ("12)", 1, Some("13)")),
            ("1.", -1, None),
            ("-", 1, None),
        ] {
            assert_eq!(dich(so, by).as_deref(), moi, "{so}");
        }
    }
}
