//! Styles: what a paragraph has from its style. Other programs rename the ids, so a style is known by
//! its name.

use std::collections::BTreeMap;

use crate::writers::docx::xml::Element;

/// How far a chain of `basedOn` is followed.
const CHUOI: usize = 32;

/// The paragraph and character styles of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kieu {
    by_id: BTreeMap<String, MotKieu>,
    default: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct MotKieu {
    name: String,
    based_on: Option<String>,
    num: Option<String>,
    level: Option<u8>,
    outline: Option<u8>,
}

impl Kieu {
    pub(super) fn doc(part: Option<&Element>) -> Self {
        let mut out = Self::default();
        for style in part.iter().flat_map(|p| p.elements()).filter(|e| e.name == "w:style") {
            let Some(id) = style.get("w:styleId") else { continue };
            let of_paragraphs = style.get("w:type") == Some("paragraph");
            if of_paragraphs && matches!(style.get("w:default"), Some("1" | "true" | "on")) {
                out.default = Some(id.to_owned());
            }
            out.by_id.insert(id.to_owned(), MotKieu::doc(style));
        }
        out
    }

    /// The name of a paragraph's style, in lower case as the built-in ones are compared.
    pub fn ten(&self, id: Option<&str>) -> &str {
        let id = id.or(self.default.as_deref());
        id.and_then(|id| self.by_id.get(id)).map_or("", |style| style.name.as_str())
    }

    /// The id of the style of that name.
    pub fn id_cua(&self, name: &str) -> Option<&str> {
        let named = |(_, style): &(&String, &MotKieu)| style.name.eq_ignore_ascii_case(name);
        self.by_id.iter().find(named).map(|(id, _)| id.as_str())
    }

    /// The list (by number) and the level that a style puts its paragraphs into, and the style that
    /// says so.
    pub(super) fn danh_sach(&self, id: Option<&str>) -> Option<(&str, Option<u8>, &str)> {
        let (id, style) = self.chuoi(id).find(|(_, style)| style.num.is_some())?;
        Some((style.num.as_deref()?, style.level, id))
    }

    /// The level in the outline, from 1.
    pub(super) fn de_cuong(&self, id: Option<&str>) -> Option<u8> {
        self.chuoi(id).find_map(|(_, style)| style.outline).filter(|level| *level <= 9)
    }

    fn chuoi<'a>(&'a self, id: Option<&str>) -> impl Iterator<Item = (&'a str, &'a MotKieu)> {
        let first = id.or(self.default.as_deref());
        let first = first.and_then(|id| self.by_id.get_key_value(id));
        let next = |(_, style): &(&'a String, &'a MotKieu)| {
            self.by_id.get_key_value(style.based_on.as_ref()?)
        };
        std::iter::successors(first, next).take(CHUOI).map(|(id, style)| (id.as_str(), style))
    }
}

impl MotKieu {
    fn doc(style: &Element) -> Self {
        let owned = |name: &str| style.val_of(name).map(str::to_owned);
        let properties = style.find("w:pPr");
        let list = properties.and_then(|p| p.find("w:numPr"));
        Self {
            name: owned("w:name").unwrap_or_default(),
            based_on: owned("w:basedOn"),
            num: list.and_then(|l| l.val_of("w:numId")).map(str::to_owned),
            level: list.and_then(|l| l.val_of("w:ilvl")).and_then(|v| v.parse().ok()),
            outline: properties.and_then(muc_de_cuong),
        }
    }
}

/// The level in the outline that paragraph properties name, from 1; 10 is "none".
pub(super) fn muc_de_cuong(properties: &Element) -> Option<u8> {
    let level: u8 = properties.val_of("w:outlineLvl")?.parse().ok()?;
    Some(level.min(9).saturating_add(1))
}
