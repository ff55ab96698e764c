//! What `numbering.xml` says of lists and their levels.

use std::collections::BTreeMap;

use crate::word::doc_word::doan::bat;
use crate::word::doc_word::ky_hieu;
use crate::writers::docx::xml::Element;

/// `w:abstractNum`: what lists have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DinhNghia {
    levels: BTreeMap<usize, Cap>,
    /// Another definition holds, that of this style of lists.
    pub theo_kieu: Option<String>,
    /// It is the definition of this style of lists.
    pub la_kieu: Option<String>,
}

/// `w:num`: a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DanhSach {
    pub definition: String,
    /// Levels that this list starts anew.
    pub restarts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Cap>,
}

/// `w:lvl`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cap {
    start: u32,
    /// `decimal`, or for a way of one's own the pattern (`001, 002, 003, ...`).
    pub format: String,
    pub text: String,
    /// The style whose paragraphs are on this level.
    style: Option<String>,
    /// The level, from 1, after which it counts anew; 0 is never.
    restart: Option<usize>,
    /// All numbers in it are digits.
    pub so_thuong: bool,
    /// Nothing stands between number and text.
    pub lien: bool,
    /// The number is hidden.
    pub an: bool,
    /// The level itself, for its looks.
    pub goc: Element,
}

impl DinhNghia {
    pub fn doc(definition: &Element) -> Self {
        let levels = definition.elements().filter(|e| e.name == "w:lvl");
        let own = |name: &str| definition.val_of(name).map(str::to_owned);
        Self {
            levels: levels
                .filter_map(|lvl| Some((so_cua(lvl.get("w:ilvl"))?, Cap::doc(lvl))))
                .collect(),
            theo_kieu: own("w:numStyleLink"),
            la_kieu: own("w:styleLink"),
        }
    }

    /// The level that is linked to a style.
    pub fn cap_cua_kieu(&self, style: &str) -> Option<usize> {
        let linked = |(_, cap): &(&usize, &Cap)| cap.style.as_deref() == Some(style);
        self.levels.iter().find(linked).map(|(level, _)| *level)
    }
}

impl DanhSach {
    pub fn doc(num: &Element) -> Self {
        let mut out = Self::default();
        num.val_of("w:abstractNumId").unwrap_or_default().clone_into(&mut out.definition);
        for change in num.elements().filter(|e| e.name == "w:lvlOverride") {
            let Some(level) = so_cua(change.get("w:ilvl")) else { continue };
            if let Some(start) = so_cua(change.val_of("w:startOverride")) {
                out.restarts.insert(level, u32::try_from(start).unwrap_or(1));
            }
            out.levels.extend(change.find("w:lvl").map(|lvl| (level, Cap::doc(lvl))));
        }
        out
    }

    pub fn cap<'a>(&'a self, definition: &'a DinhNghia, level: usize) -> Option<&'a Cap> {
        self.levels.get(&level).or_else(|| definition.levels.get(&level))
    }

    /// What the first number at a level is.
    pub fn bat_dau(&self, cap: &Cap, level: usize) -> u32 {
        self.restarts.get(&level).copied().unwrap_or(cap.start)
    }
}

impl Cap {
    fn doc(level: &Element) -> Self {
        let on = |name: &str| level.find(name).is_some_and(bat);
        let format = level.find("w:numFmt");
        let custom = format.and_then(|f| f.get("w:format"));
        let known = format.and_then(|f| f.get("w:val")).unwrap_or("decimal");
        Self {
            start: level.val_of("w:start").and_then(|v| v.parse().ok()).unwrap_or(0),
            format: if known == "custom" { custom.unwrap_or(known) } else { known }.to_owned(),
            text: level.val_of("w:lvlText").unwrap_or_default().to_owned(),
            style: level.val_of("w:pStyle").map(str::to_owned),
            restart: so_cua(level.val_of("w:lvlRestart")),
            so_thuong: on("w:isLgl"),
            lien: level.val_of("w:suff") == Some("nothing"),
            an: level.find("w:rPr").and_then(|p| p.find("w:vanish")).is_some_and(bat),
            goc: level.clone(),
        }
    }

    pub fn la_dau(&self) -> bool {
        matches!(self.format.as_str(), "bullet" | "none") && !self.text.contains('%')
    }

    /// Whether it counts anew once `level` (from 0), which is above it, has counted.
    pub fn dem_lai_sau(&self, level: usize) -> bool {
        self.restart.is_none_or(|after| level < after)
    }

    /// The mark of an item. Word draws its own bullets with a symbol font, whose letters mean nothing.
    pub fn dau(&self) -> Option<String> {
        let mark = self.text.trim();
        let symbol = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
        if self.goc.find("w:lvlPicBulletId").is_some() {
            return Some("•".to_owned());
        }
        match mark {
            "" => None,
            // LibreOffice writes even a plus by its place in the symbol font.
            "\u{F02B}" => Some("+".to_owned()),
            "\u{F02D}" => Some("-".to_owned()),
            _ if mark.chars().all(symbol) => Some(self.dau_phong_ky_hieu(mark)),
            _ => Some(mark.to_owned()),
        }
    }

    fn dau_phong_ky_hieu(&self, mark: &str) -> String {
        let fonts = self.goc.find("w:rPr").and_then(|p| p.find("w:rFonts"));
        let font = fonts.and_then(|f| f.get("w:ascii")).unwrap_or_default();
        let code = mark.chars().next().map(u32::from).unwrap_or_default();
        let sign = u8::try_from(code & 0xFF).ok().and_then(|code| ky_hieu::dau(font, code));
        // Word's round and square bullets mean the same thing: an item.
        sign.filter(|sign| matches!(sign, '☐' | '☑' | '☒' | '✓' | '✗' | '→' | '➢'))
            .unwrap_or('•')
            .to_string()
    }
}

pub(super) fn so_cua(value: Option<&str>) -> Option<usize> {
    value?.parse().ok()
}
