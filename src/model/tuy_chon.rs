//! Tuỳ chọn: the measures that an office may choose, and what its set of rules allows.

use super::the_thuc::TheThuc;

/// The values that a choice allows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MienGiaTri {
    /// From the first to the second, both included.
    Khoang(f64, f64),
    /// One of these.
    MotTrong(&'static [f64]),
}

impl TuyChon {
    /// Whether an office may choose `gia_tri`: inside the range of the rules, and a type size in steps of
    /// half a point, which is as fine as Word can go.
    pub fn nhan(&self, gia_tri: f64) -> bool {
        let half = self.don_vi != "pt" || (gia_tri * 2.0).fract() == 0.0;
        half && self.mien.chua(gia_tri)
    }
}

impl MienGiaTri {
    /// The least that they allow.
    pub fn nho_nhat(self) -> f64 {
        match self {
            Self::Khoang(tu, _) => tu,
            Self::MotTrong(ds) => ds.iter().copied().fold(f64::INFINITY, f64::min),
        }
    }

    /// Whether the rules allow `gia_tri`.
    pub fn chua(self, gia_tri: f64) -> bool {
        match self {
            Self::Khoang(tu, den) => (tu..=den).contains(&gia_tri),
            Self::MotTrong(ds) => ds.contains(&gia_tri),
        }
    }
}

/// A measure that the office may choose: its key under `the_thuc:`, what it is called, its unit, what
/// the rules allow, the clause, and the field that it sets.
#[derive(Debug)]
pub struct TuyChon {
    pub khoa: &'static str,
    pub ten: &'static str,
    pub don_vi: &'static str,
    pub mien: MienGiaTri,
    pub dieu_khoan: &'static str,
    pub dat: fn(&mut TheThuc, f64),
}
