//! What a Word file says, as a reader sees it.

use super::chua_doc::{ChuaDoc, VatLa};
use super::danh_so::DanhSo;
use super::dau_chan::DauChan;
use super::doan::{self, Cach, Manh};
use super::goi::Goi;
use super::hinh::Hinh;
use super::kieu::Kieu;
use super::phan;
use super::phan_trang::PhanTrang;
use super::so::So;
use super::thanh_phan::ThanhPhan;
use crate::writers::docx::xml::Element;

/// Stands in a paragraph's text for the mark of a footnote.
pub const MOC_CHU_THICH: char = '\u{FFFC}';

/// A Word file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepWord {
    pub khoi: Vec<Khoi>,
    /// What stands at the head and the foot of pages.
    pub dau_chan: Vec<DauChan>,
    /// The sections of the text in order, the last one that of the file's end.
    pub phan_trang: Vec<PhanTrang>,
    /// What has letters or looks and was not read.
    pub chua_doc: Vec<ChuaDoc>,
    pub kieu: Kieu,
    pub goi: Goi,
    /// Somebody tracked changes in it that nobody has accepted or rejected yet.
    pub co_dau_sua: bool,
    /// The file's lists, before any paragraph is counted.
    pub(super) so: DanhSo,
    /// The main part, to which the paragraphs' paths belong.
    pub(crate) than: Element,
    /// The faces that the theme names, if there is one.
    pub(super) chu_de: Option<Element>,
    /// The footnotes, to which the paths of their paragraphs belong.
    pub(crate) chu_thich: Option<Element>,
}

/// A paragraph or a table, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Khoi {
    Doan(Doan),
    Bang(Bang),
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doan {
    pub thanh_phan: ThanhPhan,
    pub noi: Noi,
    /// The number or mark that Word prints before the text.
    pub so: Option<So>,
    /// The text as it was typed, with [`MOC_CHU_THICH`] where a note is.
    pub chu: String,
    /// The notes, one for each mark in the text.
    pub chu_thich: Vec<Vec<Khoi>>,
    /// What is drawn in it.
    pub hinh: Vec<Hinh>,
    /// What in it was not read.
    pub la: Vec<VatLa>,
    /// Where it stands in the tree of its part: which child of which.
    pub(crate) duong: Vec<usize>,
}

/// Where a reader finds a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noi {
    /// `Mục II.1`, `Nơi nhận`, `Bảng 1, hàng 3, cột “Đơn giá”`.
    pub vung: String,
    /// Which paragraph under that head it is, from 1; 0 where that is not counted.
    pub thu: usize,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bang {
    pub hang: Vec<Hang>,
    /// Which table of the text it is, from 1; 0 if it lays out head or foot.
    pub thu: usize,
    pub(crate) duong: Vec<usize>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hang {
    /// `hàng 3`, `hàng tiêu đề`.
    pub ten: String,
    /// It repeats at the top of each page.
    pub tieu_de: bool,
    pub o: Vec<O>,
    pub(crate) duong: Vec<usize>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct O {
    /// Its first column, from 0.
    pub cot: usize,
    pub gop_cot: usize,
    pub khoi: Vec<Khoi>,
    pub(crate) duong: Vec<usize>,
}

impl TepWord {
    /// The number or mark that a style brings to the first paragraph that has it.
    pub fn so_cua_kieu(&self, id: &str) -> Option<So> {
        let list = self.kieu.danh_sach(Some(id))?;
        self.so.clone().tiep(list.num, list.cap, &list.kieu)
    }

    /// The pieces of a paragraph of this file.
    pub(crate) fn manh(&self, paragraph: &Element) -> Vec<Manh> {
        let style = paragraph.find("w:pPr").and_then(|p| p.val_of("w:pStyle"));
        let an = |rpr: Option<&Element>| self.kieu.an(style, rpr);
        doan::doc(paragraph, Cach { an: &an, moi_trang: false, nhanh: 0 }).manh
    }

    /// When the file says that it was made: `2023-03-01T00:00:00Z`. Ours say the document's date.
    pub fn ngay_tao(&self) -> Option<String> {
        let name = "docProps/core.xml";
        let bytes = self.goi.phan(name).ok()??;
        let properties = phan::doc(name, &bytes, &mut phan::Han::default()).ok()?;
        let made = properties.find("dcterms:created")?.own_text();
        let plain =
            made.len() <= 32 && made.chars().all(|c| c.is_ascii_digit() || "-:TZ.+".contains(c));
        (plain && made.len() >= 19).then_some(made)
    }
}

impl Doan {
    /// The paragraph as it is printed, its number first.
    pub fn in_ra(&self) -> String {
        match &self.so {
            Some(so) if so.lien => format!("{}{}", so.chu, self.chu),
            Some(so) => format!("{} {}", so.chu, self.chu),
            None => self.chu.clone(),
        }
    }

    /// Where it stands, in a reader's words: `Mục II, đoạn 3`, `Nơi nhận`.
    pub fn cho(&self) -> String {
        match (self.thanh_phan, self.noi.thu) {
            (ThanhPhan::DeMuc(..), _) => format!("{}, đề mục", self.noi.vung),
            (_, 0) => self.noi.vung.clone(),
            (_, thu) => format!("{}, đoạn {thu}", self.noi.vung),
        }
    }

    /// Whether nothing of it is printed. A number without text is a line that the clerk emptied.
    pub fn trong(&self) -> bool {
        self.chu.trim().is_empty()
    }
}

impl Khoi {
    /// All paragraphs in it, row by row, without notes.
    pub fn cac_doan(&self) -> Vec<&Doan> {
        match self {
            Self::Doan(doan) => vec![doan],
            Self::Bang(bang) => bang.cac_doan(),
        }
    }
}

impl Khoi {
    /// All paragraphs in it, to be changed.
    pub(super) fn cac_doan_mut(&mut self) -> Vec<&mut Doan> {
        match self {
            Self::Doan(doan) => vec![doan],
            Self::Bang(bang) => {
                let cells = bang.hang.iter_mut().flat_map(|hang| &mut hang.o);
                cells.flat_map(|o| &mut o.khoi).flat_map(Self::cac_doan_mut).collect()
            }
        }
    }
}

impl Bang {
    pub fn cac_doan(&self) -> Vec<&Doan> {
        self.hang.iter().flat_map(Hang::cac_doan).collect()
    }

    /// Whether it holds text of the document, rather than laying out its head or foot.
    pub fn la_noi_dung(&self) -> bool {
        !self.cac_doan().iter().any(|doan| doan.thanh_phan.o_dau_cuoi())
    }
}

impl Hang {
    pub fn cac_doan(&self) -> Vec<&Doan> {
        self.o.iter().flat_map(|o| o.khoi.iter().flat_map(Khoi::cac_doan)).collect()
    }
}
