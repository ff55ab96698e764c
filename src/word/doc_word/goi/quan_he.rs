//! Relationships: which part is a part's footnotes, which picture an id means.

use std::collections::BTreeMap;

use crate::word::doc_word::loi::LoiDoc;
use crate::word::doc_word::phan;
use crate::writers::docx::xml::Element;

/// What a part refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuanHe {
    /// The last word of its kind: `footnotes`, `image`.
    pub loai: String,
    /// The part's name, or an address outside the file.
    pub dich: String,
    /// It lies outside the file; nobody follows it.
    pub ngoai: bool,
}

/// The relationships by their ids; targets count from `folder`.
pub(super) fn cac_quan_he(bytes: &[u8], folder: &str) -> Result<BTreeMap<String, QuanHe>, LoiDoc> {
    let tree = phan::doc("rels", bytes, &mut phan::Han::default())?;
    let pairs = tree.elements().filter_map(|r| Some((r.get("Id")?.to_owned(), mot(r, folder)?)));
    Ok(pairs.collect())
}

fn mot(relation: &Element, folder: &str) -> Option<QuanHe> {
    let loai = relation.get("Type")?.rsplit('/').next()?.to_owned();
    let target = relation.get("Target")?;
    let ngoai = relation.get("TargetMode") == Some("External");
    let dich = if ngoai { target.to_owned() } else { duong_dan(folder, target) };
    Some(QuanHe { loai, dich, ngoai })
}

/// A target as a name in the archive.
fn duong_dan(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|s| !s.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
