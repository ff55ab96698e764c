//! Sections: the paper, its margins and columns, and which head and foot its pages have.

use super::doan::bat;
use crate::writers::docx::xml::{Element, Node};

/// The pages of a section. All measures are in twips, twentieths of a point, as the file has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhanTrang {
    /// Width and height of the paper as it lies.
    pub rong: Option<i32>,
    pub cao: Option<i32>,
    /// It says that it is landscape.
    pub ngang: bool,
    pub le: Le,
    pub cot: Cot,
    /// Its first page has a head and foot of its own.
    pub trang_dau_rieng: bool,
    /// The number of its first page, where it does not count on.
    pub bat_dau: Option<i32>,
    /// How its page numbers are written (`decimal`, `lowerRoman`).
    pub kieu_so_trang: Option<String>,
    /// How it begins: `nextPage`, `continuous` …
    pub kieu: Option<String>,
    /// Which parts its pages have at head and foot.
    pub(super) tham_chieu: Vec<ThamChieu>,
}

/// Margins, in twips.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Le {
    pub tren: Option<i32>,
    pub duoi: Option<i32>,
    pub trai: Option<i32>,
    pub phai: Option<i32>,
    /// From the edge of the paper to the head.
    pub dau_trang: Option<i32>,
    /// From the edge of the paper to the foot.
    pub chan_trang: Option<i32>,
    /// More on the side that is bound.
    pub gay: Option<i32>,
}

/// Columns of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cot {
    pub so: Option<i32>,
    /// Between two columns, in twips.
    pub cach: Option<i32>,
    pub vach: bool,
}

/// A head or foot of a section, by the id of its part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ThamChieu {
    pub chan: bool,
    /// `default`, `first`, `even`.
    pub loai: String,
    pub id: String,
}

/// All sections of a body, in order.
pub(super) fn doc(body: &Element) -> Vec<PhanTrang> {
    let mut out = Vec::new();
    tim(body, &mut out);
    out
}

fn tim(parent: &Element, out: &mut Vec<PhanTrang>) {
    for node in &parent.children {
        let Node::Element(child) = node else { continue };
        match child.name.as_str() {
            "w:sectPr" => out.push(PhanTrang::doc(child)),
            "w:p" => {
                let section = child.find("w:pPr").and_then(|p| p.find("w:sectPr"));
                out.extend(section.map(PhanTrang::doc));
            }
            "w:sdt" | "w:sdtContent" => tim(child, out),
            _ => {}
        }
    }
}

impl PhanTrang {
    fn doc(section: &Element) -> Self {
        let paper = section.find("w:pgSz");
        let numbers = section.find("w:pgNumType");
        let columns = section.find("w:cols");
        Self {
            rong: do_dai(paper, "w:w"),
            cao: do_dai(paper, "w:h"),
            ngang: paper.and_then(|p| p.get("w:orient")) == Some("landscape"),
            le: Le::doc(section.find("w:pgMar")),
            cot: Cot {
                so: do_dai(columns, "w:num"),
                cach: do_dai(columns, "w:space"),
                vach: columns
                    .and_then(|c| c.get("w:sep"))
                    .is_some_and(|v| matches!(v, "1" | "true" | "on")),
            },
            trang_dau_rieng: section.find("w:titlePg").is_some_and(bat),
            bat_dau: do_dai(numbers, "w:start"),
            kieu_so_trang: numbers.and_then(|n| n.get("w:fmt")).map(str::to_owned),
            kieu: section.val_of("w:type").map(str::to_owned),
            tham_chieu: section.elements().filter_map(ThamChieu::doc).collect(),
        }
    }
}

impl Le {
    fn doc(margins: Option<&Element>) -> Self {
        let of = |name: &str| do_dai(margins, name);
        Self {
            tren: of("w:top"),
            duoi: of("w:bottom"),
            trai: of("w:left").or_else(|| of("w:start")),
            phai: of("w:right").or_else(|| of("w:end")),
            dau_trang: of("w:header"),
            chan_trang: of("w:footer"),
            gay: of("w:gutter"),
        }
    }
}

impl ThamChieu {
    fn doc(reference: &Element) -> Option<Self> {
        let chan = match reference.name.as_str() {
            "w:headerReference" => false,
            "w:footerReference" => true,
            _ => return None,
        };
        let loai = reference.get("w:type").unwrap_or("default").to_owned();
        Some(Self { chan, loai, id: reference.get("r:id")?.to_owned() })
    }
}

/// A measure in twips. Newer files may say it with a unit: `2cm`, `14pt`.
pub(super) fn do_dai(element: Option<&Element>, name: &str) -> Option<i32> {
    twip(element?.get(name)?)
}

/// `1134`, `20mm`, `56.7pt` in twips.
pub(super) fn twip(value: &str) -> Option<i32> {
    let value = value.trim();
    let units = [
        ("mm", 1440.0 / 25.4),
        ("cm", 1440.0 / 2.54),
        ("in", 1440.0),
        ("pt", 20.0),
        ("pc", 240.0),
        ("pi", 240.0),
    ];
    let (number, scale) = units
        .iter()
        .find_map(|(unit, scale)| value.strip_suffix(unit).map(|number| (number, *scale)))
        .unwrap_or((value, 1.0));
    let number: f64 = number.trim().parse().ok()?;
    let twips = (number * scale).round();
    // No paper is wider than half a kilometre.
    (twips.abs() < 1e7).then_some(twips as i32)
}
