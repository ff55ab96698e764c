//! `mc:AlternateContent`: one thing said in several ways, for readers that know more or less.

use super::biet::chu_tho;
use super::chua_doc::VatLa;
use crate::writers::docx::xml::{Element, Node};

/// Namespaces whose elements are read, or known to show nothing.
const HIEU: [&str; 21] = [
    "w", "r", "m", "wp", "a", "pic", "v", "o", "w10", "wps", "wpg", "wpc", "wp14", "w14", "w15",
    "w16", "w16se", "w16cid", "w16cex", "a14", "asvg",
];

/// What a reader like ours shows: the place of the branch among the children, and the branch. With what
/// a newer reader would show in its place, if that is unknown.
pub(super) struct Nhanh<'a> {
    pub chon: Option<(usize, &'a Element)>,
    pub la: Option<VatLa>,
}

/// The first choice that is understood, else the fallback.
pub(super) fn chon(content: &Element) -> Nhanh<'_> {
    let mut la = None;
    for (index, node) in content.children.iter().enumerate() {
        let Node::Element(branch) = node else { continue };
        match branch.name.as_str() {
            "mc:Choice" => {
                let needs = branch.get("Requires").unwrap_or_default();
                if needs.split_whitespace().all(|prefix| HIEU.contains(&prefix)) {
                    return Nhanh { chon: Some((index, branch)), la };
                }
                la.get_or_insert_with(|| vat_la(needs, branch));
            }
            "mc:Fallback" => return Nhanh { chon: Some((index, branch)), la },
            other => la = Some(VatLa::Khac(other.to_owned(), chu_tho(branch))),
        }
    }
    Nhanh { chon: None, la }
}

fn vat_la(needs: &str, branch: &Element) -> VatLa {
    match needs {
        needs if needs.starts_with("cx") => VatLa::BieuDo,
        "wpi" => VatLa::Khac("nét mực".to_owned(), String::new()),
        _ => VatLa::Khac(format!("mc:Choice {needs}"), chu_tho(branch)),
    }
}

/// The tree of a part that is only read (styles, lists) with each alternative replaced by its branch.
pub(super) fn thay_het(mut root: Element) -> Element {
    let children = std::mem::take(&mut root.children);
    for node in children {
        match node {
            Node::Element(child) if child.name == "mc:AlternateContent" => {
                let branch = chon(&child).chon.map(|(_, branch)| thay_het(branch.clone()));
                root.children.extend(branch.into_iter().flat_map(|branch| branch.children));
            }
            Node::Element(child) => root.children.push(Node::Element(thay_het(child))),
            text => root.children.push(text),
        }
    }
    root
}
