//! The layers that have a say about a paragraph, the farthest first.

use crate::word::doc_word::doan::bat;
use crate::word::doc_word::phan_trang::do_dai;
use crate::word::doc_word::tep_word::TepWord;
use crate::writers::docx::xml::Element;

/// Layers of properties; the last that says something holds.
pub(super) trait Lop {
    fn lop(&self) -> &[&Element];

    /// The value of the first of `attributes` that the nearest layer gives.
    fn tra(&self, name: &str, attributes: &[&str]) -> Option<&str> {
        let element = self.lop_gan_nhat(name, attributes)?;
        attributes.iter().find_map(|attribute| element.get(attribute))
    }

    /// The nearest element called `name` that has one of these attributes.
    fn lop_gan_nhat(&self, name: &str, attributes: &[&str]) -> Option<&Element> {
        let found = self.lop().iter().rev().filter_map(|layer| layer.find(name));
        found.into_iter().find(|e| attributes.iter().any(|attribute| e.get(attribute).is_some()))
    }

    fn do_dai(&self, name: &str, attributes: &[&str]) -> Option<i32> {
        let element = self.lop_gan_nhat(name, attributes)?;
        attributes.iter().find_map(|attribute| do_dai(Some(element), attribute))
    }

    /// Whether a property is on.
    fn bat(&self, name: &str) -> bool {
        self.lop().iter().rev().find_map(|layer| layer.find(name)).is_some_and(bat)
    }
}

/// Those of a paragraph.
pub(super) struct LopDoan<'a>(Vec<&'a Element>);

impl Lop for LopDoan<'_> {
    fn lop(&self) -> &[&Element] {
        &self.0
    }
}

impl<'a> LopDoan<'a> {
    pub fn moi(
        word: &'a TepWord,
        own: Option<&'a Element>,
        style: Option<&str>,
        table: Option<&str>,
    ) -> Self {
        let mut out: Vec<&Element> = word.kieu.mac_dinh.ppr.iter().collect();
        let table = table.or(word.kieu.default_bang.as_deref());
        out.extend(table.into_iter().flat_map(|id| cua_kieu(word, id, "w:pPr")));
        let list = |p: &Element| p.find("w:numPr").is_some_and(|n| n.find("w:numId").is_some());
        let mut chain: Vec<&Element> = Vec::new();
        for (_, of_style) in word.kieu.chuoi(style) {
            let Some(properties) = of_style.goc.find("w:pPr") else { continue };
            chain.push(properties);
            // A list that a style brings speaks before that style itself does.
            if list(properties) && !own.is_some_and(list) {
                chain.extend(cap_cua_kieu(word, style));
            }
        }
        out.extend(chain.into_iter().rev());
        out.extend(own.filter(|p| list(p)).and_then(|p| cap_rieng(word, p)));
        out.extend(own);
        Self(out)
    }
}

/// The properties that a style has, the farthest of its chain first.
pub(super) fn cua_kieu<'a>(word: &'a TepWord, id: &str, name: &str) -> Vec<&'a Element> {
    let mut out: Vec<&Element> =
        word.kieu.chuoi(Some(id)).filter_map(|(_, style)| style.goc.find(name)).collect();
    out.reverse();
    out
}

fn cap_rieng<'a>(word: &'a TepWord, own: &Element) -> Option<&'a Element> {
    let list = own.find("w:numPr")?;
    let level = list.val_of("w:ilvl").and_then(|v| v.parse().ok()).unwrap_or(0);
    word.so.thuoc_tinh_cap(list.val_of("w:numId")?, level)?.find("w:pPr")
}

fn cap_cua_kieu<'a>(word: &'a TepWord, style: Option<&str>) -> Option<&'a Element> {
    let list = word.kieu.danh_sach(style)?;
    let level = list.cap.map(usize::from);
    let level = level.or_else(|| word.so.cap_theo_kieu(list.num, &list.kieu)).unwrap_or(0);
    word.so.thuoc_tinh_cap(list.num, level)?.find("w:pPr")
}
