//! The end of a cell, a note or the text: its last paragraph's mark can neither come nor go. Where the
//! last paragraph did, it is the mark before it that is tracked, and the last one takes over the
//! properties of the paragraph that is left.

use super::vet::{Muc, Vet, bo_vet, vet_cua};
use crate::writers::docx::xml::{Element, Node, el};

/// Moves the mark at the end of `container`, if there is one.
pub(super) fn dau_cuoi(container: &mut Element, muc: &mut Muc) {
    let mut blocks: Vec<&mut Element> =
        container.elements_mut().filter(|e| e.name != "w:sectPr").collect();
    let Some(end) = blocks.pop().filter(|e| e.name == "w:p") else { return };
    let Some(vet) = vet_cua(end) else { return };
    bo_vet(end);
    let same = |p: &&mut Element| p.name == "w:p" && vet_cua(p) == Some(vet);
    while blocks.last().is_some_and(same) {
        blocks.pop();
    }
    let left = blocks.pop().filter(|e| e.name == "w:p" && vet_cua(e).is_none());
    let Some(left) = left else { return };
    thay_thuoc_tinh(end, &co_so(left), vet, muc);
    muc.dau_doan(left, vet);
}

/// The properties of a paragraph that tracking knows an old and a new version of.
fn co_so(paragraph: &Element) -> Element {
    let own = ["w:rPr", "w:sectPr", "w:pPrChange"];
    let kept = paragraph.find("w:pPr").into_iter().flat_map(Element::elements);
    el("w:pPr").children(kept.filter(|e| !own.contains(&e.name.as_str())).cloned())
}

/// The last paragraph has the properties of the one that is `left` once its neighbour is gone: after
/// all is accepted where it went, after all is rejected where it came.
fn thay_thuoc_tinh(end: &mut Element, left: &Element, vet: Vet, muc: &mut Muc) {
    let own = co_so(end);
    if own == *left {
        return;
    }
    let (now, before) = match vet {
        Vet::Bot => (left, &own),
        Vet::Them => (&own, left),
    };
    let mut properties = now.clone();
    let rest = end.find("w:pPr").into_iter().flat_map(Element::elements);
    let rest = rest.filter(|e| matches!(e.name.as_str(), "w:rPr" | "w:sectPr")).cloned();
    properties = properties.children(rest).child(muc.doi_thuoc_tinh(before.clone()));
    end.children.retain(|node| !matches!(node, Node::Element(e) if e.name == "w:pPr"));
    end.children.insert(0, Node::Element(properties));
}
