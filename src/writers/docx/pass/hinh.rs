//! Hình: the drawings of pictures, and their files in the package.

use std::collections::BTreeMap;

use crate::compose::document::{Block, Document, Picture};
use crate::model::DangAnh;
use crate::model::the_thuc::PT_MOI_MM;
use crate::writers::docx::hinh::MOC;
use crate::writers::docx::package::Parts;
use crate::writers::docx::xml::{Element, Node, el};

/// English metric units in a pt.
const EMU: f64 = 12_700.0;
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Drawn lines have the numbers below.
const SO_DAU: usize = 10_000;

/// The pictures of a document, each file once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CacTep(Vec<(String, DangAnh)>);

impl CacTep {
    /// Those of `document`, in the order in which they are shown.
    pub fn cua(document: &Document) -> Self {
        let mut out: Vec<(String, DangAnh)> = Vec::new();
        for tep in cac_hinh(document).into_iter().filter_map(|hinh| hinh.tep.as_ref()) {
            if out.iter().all(|(ten, _)| *ten != tep.ten) {
                out.push((tep.ten.clone(), tep.dang));
            }
        }
        Self(out)
    }

    /// The relationship and the file of each, seen from the main part.
    pub fn quan_he(&self) -> impl Iterator<Item = (String, String)> {
        let files = self.0.iter().zip(1..);
        files.map(|((_, dang), so)| (quan_he(so), format!("media/hinh-{so}.{}", duoi(*dang))))
    }

    /// What the files end in and hold.
    pub fn kieu(&self) -> BTreeMap<&'static str, &'static str> {
        let kind = |dang: DangAnh| match dang {
            DangAnh::Jpeg => "image/jpeg",
            DangAnh::Png | DangAnh::Svg => "image/png",
        };
        self.0.iter().map(|(_, dang)| (duoi(*dang), kind(*dang))).collect()
    }

    fn so(&self, ten: &str) -> usize {
        self.0.iter().position(|(known, _)| known == ten).map_or(0, |at| at.saturating_add(1))
    }
}

fn quan_he(so: usize) -> String {
    format!("rIdHinh{so}")
}

fn duoi(dang: DangAnh) -> &'static str {
    match dang {
        DangAnh::Jpeg => "jpeg",
        DangAnh::Png | DangAnh::Svg => "png",
    }
}

/// The files of the pictures of `document`.
pub(crate) fn tep(document: &Document) -> Parts {
    let all = CacTep::cua(document);
    let mut bytes = BTreeMap::new();
    for tep in cac_hinh(document).into_iter().filter_map(|hinh| hinh.tep.as_ref()) {
        bytes.entry(tep.ten.as_str()).or_insert(&tep.bytes);
    }
    let named = all.0.iter().zip(all.quan_he());
    let part = |((ten, _), (_, file)): (&(String, DangAnh), (String, String))| {
        Some((format!("word/{file}"), (*bytes.get(ten.as_str())?).clone()))
    };
    named.filter_map(part).collect()
}

/// Every picture in the order of the text.
fn cac_hinh(document: &Document) -> Vec<&Picture> {
    let appendices = document.phu_luc.iter().map(|p| p.than_bai.as_slice());
    let bodies = std::iter::once(document.than_bai.as_slice()).chain(appendices);
    bodies.flatten().flat_map(trong).collect()
}

fn trong(block: &Block) -> Vec<&Picture> {
    match block {
        Block::Picture(hinh) => vec![hinh],
        Block::Table(table) => table.blocks().flat_map(trong).collect(),
        _ => vec![],
    }
}

/// Puts every picture of `document` in its place; `root` is its main part.
pub(super) fn dat(root: &mut Element, document: &Document) {
    let pictures = cac_hinh(document);
    if pictures.is_empty() {
        return;
    }
    let tep = CacTep::cua(document);
    let mut next = pictures.into_iter().zip(1..);
    trong_cay(root, &mut || {
        let (hinh, so) = next.next()?;
        Some(ve(hinh, so, tep.so(&hinh.ten)))
    });
}

fn trong_cay(element: &mut Element, next: &mut dyn FnMut() -> Option<Element>) {
    for child in element.elements_mut() {
        let here = child.name == "w:r" && child.find("w:t").is_some_and(|t| t.own_text() == MOC);
        if let (true, Some(drawing)) = (here, if here { next() } else { None }) {
            child.children = vec![Node::Element(el("w:drawing").child(drawing))];
        } else {
            trong_cay(child, next);
        }
    }
}

/// The picture number `so`, which shows the file number `tep`.
fn ve(hinh: &Picture, so: usize, tep: usize) -> Element {
    let (rong, cao) = hinh.co_mm();
    let size = |name: &str| el(name).attr("cx", emu(rong)).attr("cy", emu(cao));
    let named = |name: &str| {
        el(name)
            .attr("id", SO_DAU.saturating_add(so))
            .attr("name", format!("Hình {so}"))
            .attr("descr", &hinh.mo_ta)
    };
    let edges = ["distT", "distB", "distL", "distR"];
    let frame = el("wp:cNvGraphicFramePr")
        .child(el("a:graphicFrameLocks").attr("xmlns:a", DRAWING).attr("noChangeAspect", 1));
    edges
        .iter()
        .fold(el("wp:inline").attr("xmlns:wp", PLACE), |inline, edge| inline.attr(edge, 0))
        .child(size("wp:extent"))
        .child(named("wp:docPr"))
        .child(frame)
        .child(
            el("a:graphic").attr("xmlns:a", DRAWING).child(
                el("a:graphicData").attr("uri", PICTURE).child(
                    el("pic:pic")
                        .attr("xmlns:pic", PICTURE)
                        .child(
                            el("pic:nvPicPr").child(named("pic:cNvPr")).child(el("pic:cNvPicPr")),
                        )
                        .child(to_mau(tep))
                        .child(khuon(size("a:ext"))),
                ),
            ),
        )
}

fn to_mau(tep: usize) -> Element {
    let blip = el("a:blip").attr("xmlns:r", RELATIONS).attr("r:embed", quan_he(tep));
    el("pic:blipFill").child(blip).child(el("a:stretch").child(el("a:fillRect")))
}

fn khuon(size: Element) -> Element {
    let place = el("a:xfrm").child(el("a:off").attr("x", 0).attr("y", 0)).child(size);
    let shape = el("a:prstGeom").attr("prst", "rect").child(el("a:avLst"));
    el("pic:spPr").child(place).child(shape)
}

/// Rounded to twips first, as the layout has it.
fn emu(mm: f64) -> i64 {
    ((mm * PT_MOI_MM * 20.0).round() / 20.0 * EMU).round() as i64
}
