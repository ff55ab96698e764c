//! Prefixes: `w:` is what everyone calls WordprocessingML, but a file may call it otherwise, and in one
//! element only.

use std::collections::BTreeMap;

use crate::writers::docx::xml::Element;

/// What namespaces are called here. Strict files (ISO 29500) have other addresses for the same things.
const TEN: [(&str, &str); 47] = [
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("r", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("m", "http://purl.oclc.org/ooxml/officeDocument/math"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("wp", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("a", "http://purl.oclc.org/ooxml/drawingml/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("pic", "http://purl.oclc.org/ooxml/drawingml/picture"),
    ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ("c", "http://purl.oclc.org/ooxml/drawingml/chart"),
    ("dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    ("dgm", "http://purl.oclc.org/ooxml/drawingml/diagram"),
    ("lc", "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"),
    ("lc", "http://purl.oclc.org/ooxml/drawingml/lockedCanvas"),
    ("sl", "http://schemas.openxmlformats.org/schemaLibrary/2006/main"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("w10", "urn:schemas-microsoft-com:office:word"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"),
    ("wpi", "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"),
    ("wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
    ("wne", "http://schemas.microsoft.com/office/word/2006/wordml"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
    ("w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex"),
    ("w16cid", "http://schemas.microsoft.com/office/word/2016/wordml/cid"),
    ("w16", "http://schemas.microsoft.com/office/word/2018/wordml"),
    ("w16cex", "http://schemas.microsoft.com/office/word/2018/wordml/cex"),
    ("w16sdtdh", "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash"),
    ("w16sdtfl", "http://schemas.microsoft.com/office/word/2024/wordml/sdtformatlock"),
    ("w16du", "http://schemas.microsoft.com/office/word/2023/wordml/word16du"),
    ("a14", "http://schemas.microsoft.com/office/drawing/2010/main"),
    ("a16", "http://schemas.microsoft.com/office/drawing/2014/main"),
    ("asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"),
    ("adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"),
    ("cx", "http://schemas.microsoft.com/office/drawing/2014/chartex"),
    ("aink", "http://schemas.microsoft.com/office/drawing/2016/ink"),
    ("am3d", "http://schemas.microsoft.com/office/drawing/2017/model3d"),
    ("rel", "http://schemas.openxmlformats.org/package/2006/relationships"),
    ("xml", "http://www.w3.org/XML/1998/namespace"),
];

fn ten_cua(uri: &str) -> Option<&'static str> {
    TEN.iter().find(|(_, known)| *known == uri).map(|(name, _)| *name)
}

/// The prefix that an attribute declares; the empty one is the default.
fn khai_bao(key: &str) -> Option<&str> {
    if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") }
}

/// The tree with the usual prefixes.
pub(super) fn chuan_hoa(mut root: Element) -> Element {
    if quen(&root) {
        return root;
    }
    let mut doi = Doi::default();
    doi.phan_tu(&mut root);
    let declared = doi.tim_thay.into_iter();
    root.attributes.extend(declared.map(|(name, uri)| (format!("xmlns:{name}"), uri)));
    root
}

/// Whether every name that the tree declares is the usual one already.
fn quen(element: &Element) -> bool {
    let usual = element.attributes.iter().all(|(key, uri)| match khai_bao(key) {
        Some(prefix) => match ten_cua(uri) {
            Some("rel") => true,
            Some(name) => name == prefix,
            None => !TEN.iter().any(|(name, _)| *name == prefix),
        },
        None => true,
    });
    usual && element.elements().all(quen)
}

#[derive(Default)]
struct Doi {
    /// What prefixes mean here, the innermost last.
    dang_mo: Vec<(String, String)>,
    /// The names that are used, with the first address that each had.
    tim_thay: BTreeMap<&'static str, String>,
}

impl Doi {
    fn phan_tu(&mut self, element: &mut Element) {
        let before = self.dang_mo.len();
        for (key, uri) in std::mem::take(&mut element.attributes) {
            let Some(prefix) = khai_bao(&key) else {
                element.attributes.push((key, uri));
                continue;
            };
            match ten_cua(&uri) {
                Some(name) => {
                    self.dang_mo.push((prefix.to_owned(), name.to_owned()));
                    self.tim_thay.entry(name).or_insert(uri);
                }
                None => {
                    let own = ten_rieng(prefix);
                    let key =
                        if own.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{own}") };
                    self.dang_mo.push((prefix.to_owned(), own));
                    element.attributes.push((key, uri));
                }
            }
        }
        self.doi_ten(&mut element.name, true);
        for (key, value) in &mut element.attributes {
            if khai_bao(key).is_some() {
                continue;
            }
            self.doi_ten(key, false);
            let local = key.rsplit(':').next().unwrap_or_default();
            if LA_TIEN_TO.contains(&local) {
                *value = self.danh_sach(value);
            }
        }
        element.elements_mut().for_each(|child| self.phan_tu(child));
        self.dang_mo.truncate(before);
    }

    fn ten(&self, prefix: &str) -> Option<&str> {
        let open = self.dang_mo.iter().rev();
        open.into_iter().find(|(old, _)| old == prefix).map(|(_, new)| new.as_str())
    }

    fn doi_ten(&self, name: &mut String, of_element: bool) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        // An attribute without a prefix is in no namespace.
        if prefix.is_empty() && !of_element {
            return;
        }
        match self.ten(prefix) {
            Some(new) if new == prefix => {}
            Some("") => *name = local.to_owned(),
            Some(new) => *name = format!("{new}:{local}"),
            None => {}
        }
    }

    /// Prefixes with spaces between, as `mc:Ignorable` has them.
    fn danh_sach(&self, value: &str) -> String {
        let each = value.split_whitespace().map(|prefix| self.ten(prefix).unwrap_or(prefix));
        each.collect::<Vec<_>>().join(" ")
    }
}

/// Attributes whose values are prefixes.
const LA_TIEN_TO: [&str; 3] = ["Ignorable", "Requires", "MustUnderstand"];

/// The prefix of a namespace that nobody knows here; one that looks like a usual name is told apart.
fn ten_rieng(prefix: &str) -> String {
    let taken = TEN.iter().any(|(name, _)| *name == prefix);
    if taken { format!("la-{prefix}") } else { prefix.to_owned() }
}
