//! Styles: what a paragraph has from its style. Other programs rename the ids, so a style is known by
//! its name.

use std::collections::BTreeMap;

use super::doan::bat;
use crate::writers::docx::xml::Element;

/// How far a chain of `basedOn` is followed.
const CHUOI: usize = 32;

/// The styles of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kieu {
    by_id: BTreeMap<String, MotKieu>,
    default: Option<String>,
    default_chu: Option<String>,
    pub(super) default_bang: Option<String>,
    /// What holds where no style says otherwise.
    pub(super) mac_dinh: MacDinh,
}

/// `w:docDefaults`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MacDinh {
    pub ppr: Option<Element>,
    pub rpr: Option<Element>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MotKieu {
    name: String,
    based_on: Option<String>,
    num: Option<String>,
    level: Option<u8>,
    outline: Option<u8>,
    /// Whether it hides its letters, with what it is based on.
    an: Option<bool>,
    /// The style itself.
    pub goc: Element,
}

/// The list that a style puts its paragraphs into.
pub(super) struct DanhSachCuaKieu<'a> {
    pub num: &'a str,
    pub cap: Option<u8>,
    /// The styles from the paragraph's own to the one that names the list.
    pub kieu: Vec<&'a str>,
}

impl Kieu {
    pub(super) fn doc(part: Option<&Element>) -> Self {
        let mut out = Self::default();
        for style in part.iter().flat_map(|p| p.elements()) {
            match style.name.as_str() {
                "w:style" => out.them(style),
                "w:docDefaults" => out.mac_dinh = MacDinh::doc(style),
                _ => {}
            }
        }
        let hidden: Vec<(String, Option<bool>)> = out
            .by_id
            .keys()
            .map(|id| (id.clone(), out.chuoi(Some(id)).find_map(|(_, style)| style.an)))
            .collect();
        for (id, an) in hidden {
            out.by_id.entry(id).and_modify(|style| style.an = an);
        }
        out
    }

    fn them(&mut self, style: &Element) {
        let Some(id) = style.get("w:styleId") else { return };
        if matches!(style.get("w:default"), Some("1" | "true" | "on")) {
            let slot = match style.get("w:type") {
                Some("paragraph") => &mut self.default,
                Some("character") => &mut self.default_chu,
                Some("table") => &mut self.default_bang,
                _ => &mut None,
            };
            *slot = Some(id.to_owned());
        }
        self.by_id.insert(id.to_owned(), MotKieu::doc(style));
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

    /// The list and the level that a style puts its paragraphs into. Either may come from a style that
    /// it is based on.
    pub(super) fn danh_sach(&self, id: Option<&str>) -> Option<DanhSachCuaKieu<'_>> {
        let mut kieu = Vec::new();
        let mut cap = None;
        for (id, style) in self.chuoi(id) {
            kieu.push(id);
            cap = cap.or(style.level);
            if let Some(num) = style.num.as_deref() {
                return Some(DanhSachCuaKieu { num, cap, kieu });
            }
        }
        None
    }

    /// The list that a style of lists stands for.
    pub(super) fn danh_sach_cua(&self, id: &str) -> Option<&str> {
        self.by_id.get(id)?.num.as_deref()
    }

    /// The level in the outline, from 1.
    pub(super) fn de_cuong(&self, id: Option<&str>) -> Option<u8> {
        self.chuoi(id).find_map(|(_, style)| style.outline).filter(|level| *level <= 9)
    }

    /// Whether a run with these properties, in a paragraph of style `id`, is hidden: by itself, or by its
    /// styles, which cancel each other (ECMA-376, Part 1, 17.7.3).
    pub(super) fn an(&self, id: Option<&str>, rpr: Option<&Element>) -> bool {
        if let Some(own) = rpr.and_then(|p| p.find("w:vanish")) {
            return bat(own);
        }
        let of = |id: Option<&str>| id.and_then(|id| self.by_id.get(id)?.an).unwrap_or(false);
        let run = rpr.and_then(|p| p.val_of("w:rStyle")).or(self.default_chu.as_deref());
        let base = self.mac_dinh.rpr.as_ref().and_then(|p| p.find("w:vanish")).is_some_and(bat);
        base || of(id.or(self.default.as_deref())) != of(run)
    }

    /// A style and those that it is based on, the nearest first.
    pub(super) fn chuoi<'a>(
        &'a self,
        id: Option<&str>,
    ) -> impl Iterator<Item = (&'a str, &'a MotKieu)> {
        let first = id.or(self.default.as_deref());
        let first = first.and_then(|id| self.by_id.get_key_value(id));
        let next = |(_, style): &(&'a String, &'a MotKieu)| {
            self.by_id.get_key_value(style.based_on.as_ref()?)
        };
        std::iter::successors(first, next).take(CHUOI).map(|(id, style)| (id.as_str(), style))
    }

    /// The style of letters that holds where a run names none.
    pub(super) fn chu_mac_dinh(&self) -> Option<&str> {
        self.default_chu.as_deref()
    }

    /// The names of the styles of tables that hide letters: what stands in such a table can't be told.
    pub(super) fn bang_an(&self) -> impl Iterator<Item = &str> {
        let tables = self.by_id.values().filter(|s| s.goc.get("w:type") == Some("table"));
        tables.filter(|s| co_an(&s.goc)).map(|s| s.name.as_str())
    }
}

fn co_an(element: &Element) -> bool {
    element.elements().any(|e| (e.name == "w:vanish" && bat(e)) || co_an(e))
}

impl MacDinh {
    fn doc(defaults: &Element) -> Self {
        let of = |outer: &str, inner: &str| defaults.find(outer)?.find(inner).cloned();
        Self { ppr: of("w:pPrDefault", "w:pPr"), rpr: of("w:rPrDefault", "w:rPr") }
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
            an: style.find("w:rPr").and_then(|p| p.find("w:vanish")).map(bat),
            goc: style.clone(),
        }
    }
}

/// The level in the outline that paragraph properties name, from 1; 10 is "none".
pub(super) fn muc_de_cuong(properties: &Element) -> Option<u8> {
    let level: u8 = properties.val_of("w:outlineLvl")?.parse().ok()?;
    Some(level.min(9).saturating_add(1))
}
