//! Dáng: how paragraphs and letters look once every layer has spoken — the file's defaults, the style of
//! the table, the styles that a style is based on, the list, and what was set by hand (ECMA-376, Part 1,
//! 17.7.2). Measures are twips (twentieths of a point), sizes of letters half points, as the file has them.

mod chu;
mod lop;

#[cfg(test)]
mod tests;

use super::dau_chan::PhanDauChan;
use super::doan::{self, Cach};
use super::kieu::muc_de_cuong;
use super::phan;
use super::sua_doi::{self, CheDo};
use super::tep_word::{Doan, Khoi, TepWord};
use crate::writers::docx::xml::Element;
use lop::{Lop, LopDoan};

pub use chu::{DangChu, DoCao};

/// Twips of a space that a program gives by itself.
const TU_DONG: i32 = 280;

/// How a paragraph looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DangDoan {
    /// The name of its style.
    pub kieu: String,
    pub can: CanLe,
    pub thut: Thut,
    pub cach: KhoangCach,
    /// It stays on the page of the paragraph after it.
    pub giu_voi_sau: bool,
    /// Its lines stay on one page.
    pub giu_dong: bool,
    /// It begins a page.
    pub sang_trang: bool,
    /// Its level in the outline, from 1.
    pub de_cuong: Option<u8>,
    /// The number or mark that is printed before it.
    pub so: Option<String>,
    /// Which section it is in, from 0: a place in [`TepWord::phan_trang`].
    pub phan: usize,
    /// A rule line above it, below it.
    pub vien_tren: bool,
    pub vien_duoi: bool,
    /// It stands in a frame or a text box, which has a place of its own.
    pub trong_khung: bool,
    /// Its text in stretches of one look; what shows nothing is left out.
    pub chu: Vec<(String, DangChu)>,
}

/// How lines stand between the margins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CanLe {
    #[default]
    Trai,
    Giua,
    Phai,
    HaiBen,
}

/// Indents, in twips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Thut {
    pub trai: i32,
    pub phai: i32,
    /// Of the first line against the others; less than nothing where it hangs out.
    pub dau_dong: i32,
}

/// Space around and between lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KhoangCach {
    /// Before and after the paragraph, in twips.
    pub truoc: i32,
    pub sau: i32,
    pub dong: CachDong,
    /// None between paragraphs of one style.
    pub lien_kieu: bool,
}

/// From line to line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachDong {
    /// In 240ths of a single line.
    Boi(i32),
    /// So many twips.
    Dung(i32),
    /// At least so many twips.
    ItNhat(i32),
}

impl Default for CachDong {
    fn default() -> Self {
        Self::Boi(240)
    }
}

impl TepWord {
    /// How a paragraph of the text looks; none for one of another part.
    pub fn dang(&self, doan: &Doan) -> Option<DangDoan> {
        self.dang_trong(&self.than, doan)
    }

    /// The same without its section, which takes long to tell in a long text.
    pub fn dang_nhanh(&self, doan: &Doan) -> Option<DangDoan> {
        self.dang_ngoai_phan(&self.than, doan, false)
    }

    /// How the paragraphs of a head or foot of pages look, with the number of the page as text.
    pub fn dang_dau_chan(&self, part: &PhanDauChan) -> Vec<(&Doan, DangDoan)> {
        let Some(own) = self.dau_chan.iter().find(|own| own.phan == part.phan) else {
            return Vec::new();
        };
        let Some(tree) = self.cay_dau_chan(&own.phan) else { return Vec::new() };
        let all = own.khoi.iter().flat_map(Khoi::cac_doan);
        all.filter_map(|doan| Some((doan, self.dang_ngoai_phan(&tree, doan, true)?))).collect()
    }

    fn cay_dau_chan(&self, name: &str) -> Option<Element> {
        let bytes = self.goi.phan(name).ok()??;
        let tree = phan::doc(name, &bytes, &mut phan::Han::default()).ok()?;
        Some(sua_doi::ap_dung(tree, CheDo::ChapNhan))
    }

    /// How a paragraph of a footnote looks.
    pub fn dang_chu_thich(&self, doan: &Doan) -> Option<DangDoan> {
        self.dang_trong(self.chu_thich.as_ref()?, doan)
    }

    fn dang_trong(&self, tree: &Element, doan: &Doan) -> Option<DangDoan> {
        let dang = self.dang_ngoai_phan(tree, doan, false)?;
        Some(DangDoan { phan: self.phan_cua(&doan.duong), ..dang })
    }

    fn dang_ngoai_phan(&self, tree: &Element, doan: &Doan, moi_trang: bool) -> Option<DangDoan> {
        let p = tree.at(&doan.duong).filter(|e| e.name == "w:p")?;
        let own = p.find("w:pPr");
        let style = own.and_then(|p| p.val_of("w:pStyle"));
        let table = kieu_bang(tree, &doan.duong);
        let lop = LopDoan::moi(self, own, style, table);
        let an = |rpr: Option<&Element>| self.kieu.an(style, rpr);
        let mut chu: Vec<(String, DangChu)> = Vec::new();
        for piece in doan::doc(p, Cach { an: &an, moi_trang, nhanh: 0 }).manh {
            let dang = self.dang_chu(style, table, piece.rpr.as_ref());
            match chu.last_mut() {
                _ if piece.chu.is_empty() => {}
                Some((text, last)) if *last == dang => text.push_str(&piece.chu),
                _ => chu.push((piece.chu, dang)),
            }
        }
        let outline = own.and_then(muc_de_cuong).or_else(|| self.kieu.de_cuong(style));
        Some(DangDoan {
            kieu: self.kieu.ten(style).to_owned(),
            can: can_le(&lop),
            thut: thut(&lop),
            cach: cach(&lop),
            giu_voi_sau: lop.bat("w:keepNext"),
            giu_dong: lop.bat("w:keepLines"),
            sang_trang: lop.bat("w:pageBreakBefore"),
            de_cuong: outline.filter(|level| *level <= 9),
            so: doan.so.as_ref().map(|so| so.chu.clone()),
            phan: 0,
            vien_tren: vien(&lop, "w:top"),
            vien_duoi: vien(&lop, "w:bottom"),
            trong_khung: khung(&lop) || trong_hop(tree, &doan.duong),
            chu,
        })
    }

    /// The section that the block at `path` is in: those that end before it are over.
    fn phan_cua(&self, path: &[usize]) -> usize {
        let [body, block, ..] = path else { return 0 };
        let Some(body) = self.than.at(&[*body]) else { return 0 };
        let ended = (0..*block).filter(|at| {
            let section =
                |p: &Element| p.find("w:pPr").is_some_and(|p| p.find("w:sectPr").is_some());
            body.at(&[*at]).is_some_and(section)
        });
        ended.count().min(self.phan_trang.len().saturating_sub(1))
    }
}

/// The style of the innermost table around the element at `path`.
fn kieu_bang<'a>(tree: &'a Element, path: &[usize]) -> Option<&'a str> {
    let mut here = tree;
    let mut found = None;
    for index in path {
        here = here.at(&[*index])?;
        if here.name == "w:tbl" {
            found = here.find("w:tblPr").and_then(|p| p.val_of("w:tblStyle"));
        }
    }
    found
}

/// Whether there is a line at this side of a paragraph.
fn vien(lop: &LopDoan, side: &str) -> bool {
    let nearest = lop.lop().iter().rev().find_map(|layer| layer.find("w:pBdr")?.find(side));
    nearest.is_some_and(|line| !matches!(line.get("w:val"), Some("none" | "nil") | None))
}

fn khung(lop: &LopDoan) -> bool {
    lop.lop().iter().any(|layer| layer.find("w:framePr").is_some())
}

/// Whether the element at `path` is in a text box.
fn trong_hop(tree: &Element, path: &[usize]) -> bool {
    let mut here = tree;
    for index in path {
        let Some(next) = here.at(&[*index]) else { return false };
        if next.name == "w:txbxContent" {
            return true;
        }
        here = next;
    }
    false
}

fn can_le(lop: &LopDoan) -> CanLe {
    match lop.tra("w:jc", &["w:val"]) {
        Some("center") => CanLe::Giua,
        Some("right" | "end") => CanLe::Phai,
        Some("both" | "distribute") => CanLe::HaiBen,
        _ => CanLe::Trai,
    }
}

fn thut(lop: &LopDoan) -> Thut {
    let of = |names: &[&str]| lop.do_dai("w:ind", names).unwrap_or_default();
    let hanging = lop.lop_gan_nhat("w:ind", &["w:hanging", "w:firstLine"]);
    let own = |name: &str| hanging.and_then(|ind| super::phan_trang::do_dai(Some(ind), name));
    // Where a layer says both, what hangs out holds.
    let dau_dong = match own("w:hanging") {
        Some(out) => out.saturating_neg(),
        None => own("w:firstLine").unwrap_or_default(),
    };
    Thut { trai: of(&["w:left", "w:start"]), phai: of(&["w:right", "w:end"]), dau_dong }
}

fn cach(lop: &LopDoan) -> KhoangCach {
    let of = |name: &str| lop.do_dai("w:spacing", &[name]);
    let line = of("w:line").unwrap_or(240);
    let dong = match lop.tra("w:spacing", &["w:lineRule"]) {
        Some("exact") => CachDong::Dung(line),
        Some("atLeast") => CachDong::ItNhat(line),
        _ => CachDong::Boi(line),
    };
    // What a program gives as it likes is about a line.
    let auto = |name: &str| {
        matches!(lop.tra("w:spacing", &[name]), Some("1" | "true" | "on")).then_some(TU_DONG)
    };
    KhoangCach {
        truoc: auto("w:beforeAutospacing").or_else(|| of("w:before")).unwrap_or_default(),
        sau: auto("w:afterAutospacing").or_else(|| of("w:after")).unwrap_or_default(),
        dong,
        lien_kieu: lop.bat("w:contextualSpacing"),
    }
}
