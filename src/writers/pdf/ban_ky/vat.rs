//! A PDF object as a value.

use std::collections::BTreeMap;

/// Entries by name. What is null is not there (ISO 32000-1, 7.3.7).
pub type TuDien = BTreeMap<Vec<u8>, Vat>;

#[derive(Debug, Clone)]
pub enum Vat {
    Rong,
    DungSai(bool),
    So(f64),
    Ten(Vec<u8>),
    /// The text and where its bytes stand in the file, marks included.
    Chuoi(Vec<u8>, Khoang),
    Mang(Vec<Vat>),
    TuDien(TuDien),
    /// A reference; the generation is always 0 here.
    Tro(u32),
}

/// From and to in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Khoang {
    pub tu: usize,
    pub den: usize,
}

/// An object with a number of its own; a stream has its bytes in the file.
#[derive(Debug, Clone)]
pub struct DoiTuong {
    pub vat: Vat,
    pub dong: Option<Khoang>,
}

/// Numbers that writers round differently are the same place on paper: a thousandth of a millimetre.
const SAI_SO: f64 = 0.003;

impl Vat {
    pub fn so(&self) -> Option<f64> {
        match self {
            Self::So(so) => Some(*so),
            _ => None,
        }
    }

    /// A whole number that can count bytes.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn dem(&self) -> Option<usize> {
        let so = self.so()?;
        (so.fract() == 0.0 && (0.0..=9e9).contains(&so)).then_some(so as usize)
    }

    pub fn ten(&self) -> Option<&[u8]> {
        match self {
            Self::Ten(ten) => Some(ten),
            _ => None,
        }
    }

    pub fn chuoi(&self) -> Option<&[u8]> {
        match self {
            Self::Chuoi(chuoi, _) => Some(chuoi),
            _ => None,
        }
    }

    pub fn mang(&self) -> Option<&[Vat]> {
        match self {
            Self::Mang(mang) => Some(mang),
            _ => None,
        }
    }

    pub fn tu_dien(&self) -> Option<&TuDien> {
        match self {
            Self::TuDien(tu_dien) => Some(tu_dien),
            _ => None,
        }
    }

    pub fn tro(&self) -> Option<u32> {
        match self {
            Self::Tro(so) => Some(*so),
            _ => None,
        }
    }

    pub fn la_ten(&self, ten: &[u8]) -> bool {
        self.ten() == Some(ten)
    }

    /// Whether both say the same, however they are written.
    pub fn giong(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rong, Self::Rong) => true,
            (Self::DungSai(a), Self::DungSai(b)) => a == b,
            (Self::So(a), Self::So(b)) => (a - b).abs() <= SAI_SO,
            (Self::Ten(a), Self::Ten(b)) | (Self::Chuoi(a, _), Self::Chuoi(b, _)) => a == b,
            (Self::Mang(a), Self::Mang(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.giong(b))
            }
            (Self::TuDien(a), Self::TuDien(b)) => giong_tu_dien(a, b),
            (Self::Tro(a), Self::Tro(b)) => a == b,
            _ => false,
        }
    }
}

fn giong_tu_dien(a: &TuDien, b: &TuDien) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && a.giong(b))
}

impl DoiTuong {
    /// The entries of a dictionary or of a stream.
    pub fn tu_dien(&self) -> Option<&TuDien> {
        self.vat.tu_dien()
    }

    pub fn co_loai(&self, khoa: &[u8], ten: &[u8]) -> bool {
        self.tu_dien().and_then(|d| d.get(khoa)).is_some_and(|v| v.la_ten(ten))
    }
}

/// Four finite numbers, the smaller first.
pub fn hinh_chu_nhat(vat: &Vat) -> Option<[f64; 4]> {
    let [a, b, c, d] = vat.mang()? else { return None };
    let (a, b, c, d) = (a.so()?, b.so()?, c.so()?, d.so()?);
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}
