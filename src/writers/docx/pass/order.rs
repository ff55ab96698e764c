//! The order that the schema of WordprocessingML asks of an element's children (ECMA-376 Part 1, A.1).

use crate::writers::docx::xml::{Element, Node};

/// Puts the children of `element` into the schema's order where it has one. Children that the table
/// doesn't name keep their place among themselves, at the end.
pub(super) fn sort(element: &mut Element) {
    let Some(order) = order_of(&element.name) else { return };
    let place = |node: &Node| match node {
        Node::Element(child) => {
            let name = child.name.strip_prefix("w:").unwrap_or(&child.name);
            order.iter().position(|known| *known == name).unwrap_or(order.len())
        }
        Node::Text(_) => order.len(),
    };
    element.children.sort_by_key(place);
}

fn order_of(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => PARAGRAPH,
        "w:rPr" => RUN,
        "w:tblPr" => TABLE,
        "w:tcPr" => CELL,
        "w:pBdr" | "w:tblBorders" | "w:tcBorders" => BORDERS,
        "w:tblCellMar" | "w:tcMar" => MARGINS,
        "w:numPr" => &["ilvl", "numId"],
        "w:sectPr" => SECTION,
        _ => return None,
    })
}

const PARAGRAPH: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "textDirection",
    "textAlignment",
    "outlineLvl",
    "rPr",
    "sectPr",
];

const RUN: &[&str] = &[
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "vanish",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "bdr",
    "shd",
    "vertAlign",
    "lang",
];

const TABLE: &[&str] = &[
    "tblStyle",
    "tblpPr",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
];

const CELL: &[&str] = &[
    "tcW",
    "gridSpan",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
];

const BORDERS: &[&str] = &["top", "left", "bottom", "right", "insideH", "insideV", "between"];

const MARGINS: &[&str] = &["top", "left", "bottom", "right"];

const SECTION: &[&str] = &[
    "headerReference",
    "footerReference",
    "footnotePr",
    "type",
    "pgSz",
    "pgMar",
    "pgNumType",
    "cols",
    "vAlign",
    "titlePg",
    "textDirection",
    "docGrid",
];
