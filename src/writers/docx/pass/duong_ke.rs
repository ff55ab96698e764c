//! Đường kẻ: the rule lines of head and title as drawn lines, for an office that chooses them. Else a rule is the
//! border of its paragraph, which no program moves out of place.

use std::collections::BTreeMap;

use super::dong_ky::kieu;
use crate::compose::document::{DauTrang, Document};
use crate::model::the_thuc::PT_MOI_MM;
use crate::writers::docx::style_id::{GACH_CO_QUAN, GACH_PHU_LUC, GACH_TIEU_NGU, GACH_TRICH_YEU};
use crate::writers::docx::xml::{Element, Node, el};

/// English metric units in a pt.
const EMU: f64 = 12_700.0;

const NAMES: [(&str, &str); 5] = [
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
];

const SHAPE: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

/// Draws a line in every paragraph that is a rule line of `document`; `root` is its main part.
pub(super) fn ve(root: &mut Element, document: &Document) {
    let mut lengths = do_dai(document);
    let mut so = 0;
    let t = &document.the_thuc;
    // From the paragraph's upper edge, its space above included, to the middle of the line.
    let cach = t.gach_cach_chu_pt + t.net_gach_pt / 2.0;
    trong(root, &mut lengths, &mut so, (cach, t.net_gach_pt));
    if so > 0 {
        let own: Vec<String> = root.attributes.iter().map(|(name, _)| name.clone()).collect();
        let names = NAMES.into_iter().filter(|(name, _)| !own.iter().any(|known| known == name));
        root.attributes.extend(names.map(|(name, uri)| (name.to_owned(), uri.to_owned())));
    }
}

/// The lengths (mm) of the lines of each style, the next one last.
type DoDai = BTreeMap<&'static str, Vec<f64>>;

fn do_dai(document: &Document) -> DoDai {
    let mut all = DoDai::new();
    let mut them = |style, mm| all.entry(style).or_default().push(mm);
    let mut head = |d: &DauTrang| {
        them(GACH_CO_QUAN, d.gach_co_quan_mm);
        them(GACH_TIEU_NGU, d.gach_tieu_de_mm);
    };
    head(&document.dau_trang);
    document.phu_luc.iter().filter_map(|p| p.dau_trang.as_ref()).for_each(&mut head);
    let copies = document.ban_sao.iter().map(|copy| copy.dau_trang.gach_co_quan_mm);
    copies.for_each(|mm| them(GACH_CO_QUAN, mm));
    them(GACH_TRICH_YEU, document.tieu_de.gach_trich_yeu_mm);
    document.phu_luc.iter().for_each(|p| them(GACH_PHU_LUC, p.gach_mm));
    all.values_mut().for_each(|lengths| lengths.reverse());
    all
}

fn trong(element: &mut Element, lengths: &mut DoDai, so: &mut usize, net: (f64, f64)) {
    for child in element.elements_mut() {
        let next = kieu(child).and_then(|style| lengths.get_mut(style)).and_then(Vec::pop);
        match next.filter(|mm| *mm > 0.0) {
            Some(mm) => {
                *so = so.saturating_add(1);
                child.children.push(Node::Element(duong(*so, mm * PT_MOI_MM, net)));
            }
            None => trong(child, lengths, so, net),
        }
    }
}

/// A run with the line number `so`, `dai` pt long, in the middle of its column, `cach` pt below the paragraph's top.
fn duong(so: usize, dai: f64, (cach, day): (f64, f64)) -> Element {
    let choice = el("mc:Choice")
        .attr("Requires", "wps")
        .child(el("w:drawing").child(neo(so, dai, cach, day)));
    let place = "position:absolute;mso-position-horizontal:center;mso-position-horizontal-relative:text;\
                 mso-position-vertical-relative:text";
    let line = el("v:line")
        .attr("id", format!("Đường kẻ {so}"))
        .attr("style", place)
        .attr("from", format!("0,{cach}pt"))
        .attr("to", format!("{dai:.2}pt,{cach}pt"))
        .attr("strokeweight", format!("{day}pt"));
    let fallback = el("mc:Fallback").child(el("w:pict").child(line));
    el("w:r").child(el("mc:AlternateContent").child(choice).child(fallback))
}

fn neo(so: usize, dai: f64, cach: f64, day: f64) -> Element {
    let [dai, cach, day] = [dai, cach, day].map(|pt| (pt * EMU).round());
    let none = |name: &str| ["l", "t", "r", "b"].iter().fold(el(name), |e, side| e.attr(side, 0));
    let far = ["distT", "distB", "distL", "distR", "simplePos"];
    far.iter()
        .fold(el("wp:anchor"), |e, name| e.attr(name, 0))
        .attr("relativeHeight", so)
        .attr("behindDoc", 0)
        .attr("locked", 0)
        .attr("layoutInCell", 1)
        .attr("allowOverlap", 1)
        .child(el("wp:simplePos").attr("x", 0).attr("y", 0))
        .child(
            el("wp:positionH").attr("relativeFrom", "column").child(el("wp:align").text("center")),
        )
        .child(
            el("wp:positionV")
                .attr("relativeFrom", "paragraph")
                .child(el("wp:posOffset").text(&cach.to_string())),
        )
        .child(el("wp:extent").attr("cx", dai).attr("cy", 0))
        .child(none("wp:effectExtent"))
        .child(el("wp:wrapNone"))
        .child(
            el("wp:docPr")
                .attr("id", so.saturating_add(1000))
                .attr("name", format!("Đường kẻ {so}")),
        )
        .child(el("wp:cNvGraphicFramePr"))
        .child(el("a:graphic").child(el("a:graphicData").attr("uri", SHAPE).child(hinh(dai, day))))
}

fn hinh(dai: f64, day: f64) -> Element {
    let place = el("a:xfrm")
        .child(el("a:off").attr("x", 0).attr("y", 0))
        .child(el("a:ext").attr("cx", dai).attr("cy", 0));
    let black = el("a:solidFill").child(el("a:srgbClr").attr("val", "000000"));
    let properties = el("wps:spPr")
        .child(place)
        .child(el("a:prstGeom").attr("prst", "line").child(el("a:avLst")))
        .child(el("a:ln").attr("w", day).child(black));
    el("wps:wsp").child(el("wps:cNvCnPr")).child(properties).child(el("wps:bodyPr"))
}
