//! The package: the parts of the file by name, and which part is which.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::loi::LoiDoc;
use crate::writers::docx::xml::{Element, parse};

/// No Word file has more parts than this.
const SO_PHAN: usize = 4096;
/// The largest that all parts together may be, unpacked: 128 MiB, of which a part of text has at most
/// an eighth. A thousand pages of text come to half of that.
const TONG: u64 = 128 << 20;
const MOT_PHAN_CHU: usize = 16 << 20;

/// An opened Word file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goi {
    parts: BTreeMap<String, Vec<u8>>,
    main: String,
    /// Kind of relationship (`footnotes`) → part, of the main part.
    related: BTreeMap<String, String>,
}

impl Goi {
    /// Opens the archive, unpacking no more than is allowed.
    pub fn mo(bytes: &[u8]) -> Result<Self, LoiDoc> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(LoiDoc::DoiCu);
        }
        let parts = giai_nen(bytes)?;
        let of_package = quan_he(&parts, "_rels/.rels", "");
        let main = of_package.get("officeDocument").cloned();
        let main = main.filter(|name| parts.contains_key(name)).ok_or(LoiDoc::KhongPhaiWord)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let rels = match folder {
            "" => format!("_rels/{file}.rels"),
            _ => format!("{folder}/_rels/{file}.rels"),
        };
        let related = quan_he(&parts, &rels, folder);
        Ok(Self { parts, main, related })
    }

    /// The name of the main part.
    pub fn chinh(&self) -> &str {
        &self.main
    }

    /// The bytes of a part.
    pub fn phan(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(Vec::as_slice)
    }

    /// The part that the main one calls its `kind`.
    pub fn lien_quan(&self, kind: &str) -> Option<&str> {
        self.related.get(kind).map(String::as_str)
    }

    /// All parts, with some of them replaced.
    pub fn thay(
        mut self,
        new: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> BTreeMap<String, Vec<u8>> {
        self.parts.extend(new);
        self.parts
    }
}

fn giai_nen(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, LoiDoc> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LoiDoc::KhongPhaiGoi)?;
    if archive.len() > SO_PHAN {
        return Err(LoiDoc::QuaLon);
    }
    let mut left = TONG;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| LoiDoc::KhongPhaiGoi)?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().trim_start_matches('/').replace('\\', "/");
        let mut out = Vec::new();
        // What the archive says of its sizes may be a lie: what really comes out is counted.
        let read = part.take(left.saturating_add(1)).read_to_end(&mut out);
        read.map_err(|_| LoiDoc::KhongPhaiGoi)?;
        left = left.checked_sub(out.len() as u64).ok_or(LoiDoc::QuaLon)?;
        if name.ends_with(".xml") && out.len() > MOT_PHAN_CHU {
            return Err(LoiDoc::QuaLon);
        }
        parts.insert(name, out);
    }
    Ok(parts)
}

/// The relationships in `rels` by the last word of their kind; targets count from `folder`. A file
/// without them has none.
fn quan_he(
    parts: &BTreeMap<String, Vec<u8>>,
    rels: &str,
    folder: &str,
) -> BTreeMap<String, String> {
    let tree = parts.get(rels).and_then(|bytes| parse(rels, bytes).ok());
    let relations = tree.iter().flat_map(Element::elements);
    let inside = relations.filter(|r| r.get("TargetMode") != Some("External"));
    let pairs = inside.filter_map(|r| {
        let kind = r.get("Type")?.rsplit('/').next()?;
        Some((kind.to_owned(), duong_dan(folder, r.get("Target")?)))
    });
    pairs.collect()
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
