//! Đoạn: a paragraph before its lines are known, with what Word would be told of it.

use super::trang::{La, Mau};
use crate::compose::fonts::Face;
use crate::compose::goc::CacManh;
use crate::model::the_thuc::{DONG_DON, TREN_CHAN};

/// A paragraph. Lengths in pt.
#[derive(Debug, Clone, PartialEq)]
pub struct Doan {
    pub manh: Vec<Manh>,
    pub canh: Canh,
    /// Of the first line, beside `trai`.
    pub thut_dau: f64,
    pub trai: f64,
    pub phai: f64,
    /// Space above; at the top of a page Word drops it.
    pub truoc: f64,
    /// Space above that is kept at the top of a page: it belongs to what the paragraph shows.
    pub tren: f64,
    pub dong: CaoDong,
    /// Size of an empty paragraph.
    pub co: f64,
    /// It shares a page with what follows.
    pub giu_voi_sau: bool,
    /// Its lines share a page.
    pub giu_nguyen: bool,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Manh {
    Chu(Chu),
    XuongDong,
}

/// Text of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Chu {
    pub chu: String,
    pub co: f64,
    pub kieu: Face,
    /// How far it stands over the line, in pt.
    pub nang: f64,
    pub mau: Mau,
    pub gach_chan: bool,
    pub la: Option<La>,
    /// The note, from 0, whose mark this is.
    pub ghi: Option<usize>,
    /// Where its letters come from.
    pub goc: CacManh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Canh {
    Trai,
    Giua,
    Phai,
    /// To both margins, as Word 2013 fills lines.
    Deu,
}

/// How high a line is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CaoDong {
    /// A multiple of single spacing; the extra lies below the letters.
    Boi(f64),
    /// Exactly so many pt.
    Dung(f64),
}

impl Doan {
    /// An empty paragraph of body text without spaces, at the left.
    pub fn moi(co: f64) -> Self {
        Self {
            manh: Vec::new(),
            canh: Canh::Trai,
            thut_dau: 0.0,
            trai: 0.0,
            phai: 0.0,
            truoc: 0.0,
            tren: 0.0,
            dong: CaoDong::Boi(1.0),
            co,
            giu_voi_sau: false,
            giu_nguyen: false,
        }
    }

    pub fn giua(self) -> Self {
        Self { canh: Canh::Giua, ..self }
    }

    pub fn kep(self) -> Self {
        Self { giu_voi_sau: true, giu_nguyen: true, ..self }
    }
}

impl Chu {
    pub fn moi(chu: impl Into<String>, co: f64, kieu: Face, la: Option<La>) -> Self {
        Self {
            chu: chu.into(),
            co,
            kieu,
            nang: 0.0,
            mau: Mau::Den,
            gach_chan: false,
            la,
            ghi: None,
            goc: CacManh::default(),
        }
    }
}

impl CaoDong {
    /// Height of a line whose largest type is `co`, and how far its baseline lies below its top.
    pub fn cua(self, co: f64) -> (f64, f64) {
        let don = DONG_DON * co;
        match self {
            Self::Boi(boi) => (don * boi, TREN_CHAN * co),
            // Word centres what is too high or too low, the surplus mostly above.
            Self::Dung(cao) => (cao, cao - (don - TREN_CHAN * co) - (cao - don) * 0.2),
        }
    }
}
