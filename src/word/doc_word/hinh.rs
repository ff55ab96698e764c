//! Drawings: pictures are known by their bytes, shapes are counted, and what has letters is read
//! elsewhere (text boxes) or told.

use super::biet::chu_tho;
use super::chua_doc::VatLa;
use super::nhanh;
use crate::writers::docx::xml::Element;

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hinh {
    /// A picture. As read it is the id of its part, then a mark of its bytes.
    Anh(String),
    /// A line, a box, a picture's frame.
    Net,
    /// A straight line.
    Ke,
}

/// What a paragraph shows besides its letters. A straight line where there are none is a rule line, which another
/// file may have as a border.
pub(super) fn ngoai_chu(hinh: Vec<Hinh>, co_chu: bool) -> Vec<Hinh> {
    let kept = hinh.into_iter().filter(|h| co_chu || *h != Hinh::Ke);
    kept.map(|h| if h == Hinh::Ke { Hinh::Net } else { h }).collect()
}

/// Goes through a `w:drawing`, a `w:pict` or a `w:object`.
pub(super) fn doc(element: &Element, la: &mut Vec<VatLa>, hinh: &mut Vec<Hinh>) {
    match element.name.as_str() {
        // Its paragraphs are read as such.
        "w:txbxContent" | "wps:style" => return,
        "mc:AlternateContent" => {
            let branch = nhanh::chon(element);
            la.extend(branch.la);
            if let Some((_, branch)) = branch.chon {
                branch.elements().for_each(|child| doc(child, la, hinh));
            }
            return;
        }
        "pic:blipFill" | "a:blipFill" => {
            anh(element, la, hinh);
            return;
        }
        "v:imagedata" => {
            let id = ["r:id", "o:relid", "r:href"].iter().find_map(|key| element.get(key));
            hinh.push(Hinh::Anh(id.unwrap_or_default().to_owned()));
        }
        "v:textpath" => {
            let text = element.get("string").unwrap_or_default();
            la.push(VatLa::ChuNgheThuat(text.to_owned()));
        }
        "a:t" => la.push(VatLa::ChuTrongHinh(element.own_text())),
        "c:chart" | "cx:chart" => la.push(VatLa::BieuDo),
        "dgm:relIds" => la.push(VatLa::SoDo),
        "o:OLEObject" | "w:objectEmbed" | "w:objectLink" => {
            let name = element.get("ProgID").or_else(|| element.get("w:progId"));
            la.push(VatLa::DoiTuong(name.unwrap_or_default().to_owned()));
        }
        "w:control" => {
            let name = element.get("w:name").unwrap_or_default();
            la.push(VatLa::DoiTuong(name.to_owned()));
        }
        // A place to sign is no part of what the paper says; ours is a clear picture.
        "v:shape" if element.find("o:signatureline").is_some() => return,
        name if la_net(name) => hinh.push(if duong_thang(element) { Hinh::Ke } else { Hinh::Net }),
        name if biet(name) => {}
        name => {
            la.push(VatLa::Khac(name.to_owned(), chu_tho(element)));
            return;
        }
    }
    element.elements().for_each(|child| doc(child, la, hinh));
}

/// The picture of a `blipFill`, and the drawing that newer programs show in its place.
fn anh(fill: &Element, la: &mut Vec<VatLa>, hinh: &mut Vec<Hinh>) {
    let Some(blip) = fill.find("a:blip") else { return };
    for (id, inside) in [(blip.get("r:embed"), true), (blip.get("r:link"), false)] {
        match id.filter(|id| !id.is_empty()) {
            Some(id) if inside => hinh.push(Hinh::Anh(id.to_owned())),
            Some(id) => la.push(VatLa::AnhNgoai(id.to_owned())),
            None => {}
        }
    }
    let more = blip.find("a:extLst").into_iter().flat_map(Element::elements);
    for other in more.flat_map(Element::elements).filter(|e| e.name == "asvg:svgBlip") {
        hinh.extend(other.get("r:embed").map(|id| Hinh::Anh(id.to_owned())));
    }
}

fn duong_thang(shape: &Element) -> bool {
    let line = |e: &Element| e.find("a:prstGeom").and_then(|g| g.get("prst")) == Some("line");
    shape.name == "v:line" || shape.find("wps:spPr").is_some_and(line)
}

/// Shapes that leave a trace of ink by themselves.
fn la_net(name: &str) -> bool {
    matches!(
        name,
        "wps:wsp"
            | "v:line"
            | "v:rect"
            | "v:roundrect"
            | "v:oval"
            | "v:arc"
            | "v:curve"
            | "v:polyline"
            | "v:shape"
    )
}

/// Elements of drawings that say how and where, and hold no letters.
fn biet(name: &str) -> bool {
    let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
    matches!(
        prefix,
        "wp" | "a"
            | "pic"
            | "wps"
            | "wpg"
            | "wpc"
            | "wp14"
            | "v"
            | "o"
            | "w10"
            | "a14"
            | "a16"
            | "adec"
    ) || matches!(
        name,
        "w:drawing"
            | "w:pict"
            | "w:object"
            | "w:binData"
            | "w:movie"
            | "w14:shadow"
            | "w14:sizeRelH"
    )
}
