//! Trang: pages as they are drawn, and what a reader for the blind hears of them. Lengths are in pt, from the
//! upper left corner of the paper, y downwards.

use std::sync::Arc;

use crate::compose::fonts::Face;
use crate::compose::goc::CacManh;
use crate::model::TepAnh;

/// All pages of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacTrang {
    pub trang: Vec<Trang>,
    pub cau_truc: CauTruc,
    /// The heads, for the outline that a viewer shows beside the pages.
    pub muc_luc: Vec<DauMuc>,
}

/// One page. What is drawn stands in reading order, artifacts where they belong.
#[derive(Debug, Clone, PartialEq)]
pub struct Trang {
    pub rong: f64,
    pub cao: f64,
    /// The number that the page bears or would bear, from 1 in each section.
    pub so: u32,
    pub ve: Vec<Ve>,
}

/// Something on a page, with the leaf of the structure that it belongs to; none for what only decorates.
#[derive(Debug, Clone, PartialEq)]
pub struct Ve {
    pub la: Option<La>,
    pub hinh: Hinh,
}

/// A leaf of the structure: what is drawn under it is one piece of content to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct La(pub usize);

#[derive(Debug, Clone, PartialEq)]
pub enum Hinh {
    Chu(DoanChu),
    Net(Net),
    Khung(Khung),
    Anh(Anh),
    O(ODien),
}

/// A run of text of one look on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct DoanChu {
    pub x: f64,
    /// The baseline.
    pub chan: f64,
    pub co: f64,
    pub kieu: Face,
    pub mau: Mau,
    pub chu: String,
    /// What each space of the line is wider than its face says; below zero where the line is shrunk.
    pub gian: f64,
    /// A line under the letters.
    pub gach_chan: bool,
    /// Where its letters come from.
    pub goc: CacManh,
    /// The line ends inside its last word, which is wider than a line.
    pub cat: bool,
    /// It has its own place in the paper's margin.
    pub ngoai_le: bool,
}

impl DoanChu {
    /// Plain black words of nobody's.
    pub fn moi(x: f64, chan: f64, co: f64, chu: impl Into<String>) -> Self {
        Self {
            x,
            chan,
            co,
            kieu: Face::Regular,
            mau: Mau::Den,
            chu: chu.into(),
            gian: 0.0,
            gach_chan: false,
            goc: CacManh::default(),
            cat: false,
            ngoai_le: false,
        }
    }
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Net {
    pub x1: f64,
    pub y1: f64,
    pub x2: f64,
    pub y2: f64,
    pub day: f64,
}

/// A frame: its stroke runs along the middle of the rectangle's sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Khung {
    pub x: f64,
    pub y: f64,
    pub rong: f64,
    pub cao: f64,
    pub day: f64,
    pub mau: Mau,
}

/// A picture, stretched over its rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Anh {
    pub x: f64,
    pub y: f64,
    pub rong: f64,
    pub cao: f64,
    pub tep: Arc<TepAnh>,
}

/// A place to sign or to fill in: `nguoi_ky`, `co_quan`, `so`, `ngay`, `thang`.
#[derive(Debug, Clone, PartialEq)]
pub struct ODien {
    pub ten: String,
    pub x: f64,
    pub y: f64,
    pub rong: f64,
    pub cao: f64,
}

/// Black, or the bright red of a stamp (PL I, III.2.b).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mau {
    #[default]
    Den,
    Do,
}

/// A head in the outline. `cap` counts from 1, without a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct DauMuc {
    pub cap: u8,
    pub chu: String,
    /// From 0.
    pub trang: usize,
    /// The upper edge of its first line.
    pub y: f64,
}

/// The logical structure as a tree. Node 0 is the document.
#[derive(Debug, Clone, PartialEq)]
pub struct CauTruc {
    pub nut: Vec<Nut>,
    /// How many leaves there are.
    pub so_la: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Nut {
    pub vai: Vai,
    pub con: Vec<Con>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Con {
    Nut(usize),
    La(La),
}

/// What a part of the document is, in the words of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, PartialEq)]
pub enum Vai {
    TaiLieu,
    /// A part of its own: head, title, body, foot, an appendix.
    Phan,
    /// A head, by its depth in the outline, and its words.
    DeMuc(u8, String),
    Doan,
    DanhSach,
    MucDanhSach,
    /// The dash or number of an item.
    DauMuc,
    ThanMuc,
    Bang,
    Hang,
    /// A cell of the head, that stands over its column.
    ODau {
        gop_cot: usize,
        gop_hang: usize,
    },
    O {
        gop_cot: usize,
        gop_hang: usize,
    },
    /// The mark of a note in the text.
    DauChuThich,
    ChuThich,
    /// A picture, and what a reader hears who can't see it.
    Hinh(String),
    /// A place to sign or to fill in.
    ODien,
}

impl Default for CauTruc {
    fn default() -> Self {
        Self { nut: vec![Nut { vai: Vai::TaiLieu, con: Vec::new() }], so_la: 0 }
    }
}

impl CacTrang {
    /// Puts the pages of another document behind these.
    pub fn noi(&mut self, other: Self) {
        let (nodes, leaves, pages) =
            (self.cau_truc.nut.len(), self.cau_truc.so_la, self.trang.len());
        // Node 0 of the other is its document, which becomes a part of this.
        let moved = |con: Con| match con {
            Con::Nut(so) => Con::Nut(so.saturating_add(nodes)),
            Con::La(La(la)) => Con::La(La(la.saturating_add(leaves))),
        };
        for nut in other.cau_truc.nut {
            let con = nut.con.into_iter().map(moved).collect();
            self.cau_truc.nut.push(Nut { vai: nut.vai, con });
        }
        if let Some(goc) = self.cau_truc.nut.first_mut() {
            goc.con.push(Con::Nut(nodes));
        }
        self.cau_truc.so_la = self.cau_truc.so_la.saturating_add(other.cau_truc.so_la);
        for mut trang in other.trang {
            for la in trang.ve.iter_mut().filter_map(|ve| ve.la.as_mut()) {
                la.0 = la.0.saturating_add(leaves);
            }
            self.trang.push(trang);
        }
        let heads = other.muc_luc.into_iter();
        self.muc_luc
            .extend(heads.map(|dau| DauMuc { trang: dau.trang.saturating_add(pages), ..dau }));
    }

    /// An empty page as large as the last one, if there is any.
    pub fn them_trang_trong(&mut self) {
        let blank = self.trang.last().map(|last| Trang {
            so: last.so.saturating_add(1),
            ve: Vec::new(),
            ..*last
        });
        self.trang.extend(blank);
    }
}

impl CauTruc {
    /// Adds a node under `cha` and tells its number.
    pub fn them(&mut self, cha: usize, vai: Vai) -> usize {
        let so = self.nut.len();
        self.nut.push(Nut { vai, con: Vec::new() });
        if let Some(nut) = self.nut.get_mut(cha) {
            nut.con.push(Con::Nut(so));
        }
        so
    }

    /// Adds a leaf under `cha`.
    pub fn la(&mut self, cha: usize) -> La {
        let la = La(self.so_la);
        self.so_la = self.so_la.saturating_add(1);
        if let Some(nut) = self.nut.get_mut(cha) {
            nut.con.push(Con::La(la));
        }
        la
    }
}
