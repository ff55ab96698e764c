//! Dấu gốc, read back: whether a Word file is as this program wrote it, and which paragraphs it had then.
//!
//! Only the archive's directory and two small parts are read, so a file from anywhere costs next to nothing.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::word::doc_word::Doan;
use crate::writers::docx::dau_goc::{TEN, cua_doan, cua_goi};
use crate::writers::docx::xml::{Element, parse};

/// No Word file has more parts than this.
const SO_PHAN: usize = 4096;
/// Bytes of a part that is read here; the marks of a thousand pages are a tenth of it.
const NHIEU_NHAT: u64 = 4 << 20;
/// Parts that may hold the mark, as many as are looked into.
const NOI: usize = 16;

/// What a file says of the one that this program wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DauGoc {
    /// Nothing of it has changed since.
    pub con_nguyen: bool,
    /// The marks of the paragraphs that it had.
    doan: HashSet<String>,
}

impl DauGoc {
    /// The mark of a file; none if it has none, or is no Word file.
    pub fn doc(bytes: &[u8]) -> Option<Self> {
        let mut goi = mo(bytes)?;
        let names = goi.file_names().filter(|name| name.to_lowercase().starts_with("customxml/"));
        let names: Vec<String> =
            names.filter(|name| name.ends_with(".xml")).take(NOI).map(str::to_owned).collect();
        let root = names.iter().find_map(|name| phan(&mut goi, name).filter(la_dau))?;
        let marks = root.elements().flat_map(|list| {
            let marks = list.own_text();
            marks.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        });
        Some(Self { con_nguyen: root.get("goi") == Some(&tong(&mut goi)), doan: marks.collect() })
    }

    /// Whether the file had a paragraph with these words.
    pub fn co(&self, doan: &Doan) -> bool {
        self.co_dau(&cua_doan(&doan.chu))
    }

    /// Whether the file had a paragraph with this mark.
    pub fn co_dau(&self, dau: &str) -> bool {
        self.doan.contains(dau)
    }

    /// As if the file had been written without some marks and with others.
    #[must_use]
    pub fn doi(&self, bo: &HashSet<String>, them: &HashSet<String>) -> Self {
        let kept = self.doan.iter().filter(|one| !bo.contains(*one));
        Self { con_nguyen: self.con_nguyen, doan: kept.chain(them).cloned().collect() }
    }
}

/// Whether somebody has edited the Word file, or put another in its place. One that an older version of this program
/// wrote, which left no mark, says that it wrote it until Word saves it.
pub fn da_sua(bytes: &[u8]) -> bool {
    match DauGoc::doc(bytes) {
        Some(dau) => !dau.con_nguyen,
        None => !bytes.is_empty() && mo(bytes).is_none_or(|mut goi| !do_ban_cu_ghi(&mut goi)),
    }
}

type Kho<'b> = ZipArchive<Cursor<&'b [u8]>>;

fn mo(bytes: &[u8]) -> Option<Kho<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok().filter(|goi| goi.len() <= SO_PHAN)
}

fn phan(goi: &mut Kho<'_>, name: &str) -> Option<Element> {
    let mut bytes = Vec::new();
    // What the archive says of its sizes may be a lie.
    goi.by_name(name).ok()?.take(NHIEU_NHAT.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|len| len <= NHIEU_NHAT);
    fits.then(|| parse(name, &bytes).ok()).flatten()
}

fn la_dau(root: &Element) -> bool {
    root.name == "vanthu" && root.get("xmlns") == Some(TEN)
}

/// The digest of the parts as they are now.
fn tong(goi: &mut Kho<'_>) -> String {
    let mut all = Vec::new();
    for at in 0..goi.len() {
        if let Ok(part) = goi.by_index_raw(at) {
            all.push((part.name().to_owned(), part.crc32(), part.size()));
        }
    }
    cua_goi(all)
}

fn do_ban_cu_ghi(goi: &mut Kho<'_>) -> bool {
    let app = phan(goi, "docProps/app.xml");
    app.and_then(|app| Some(app.find("Application")?.own_text() == "vanthu")).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::doc_word::word_thu::docx;

    #[test]
    fn what_is_not_ours_is_somebodys() {
        assert!(!da_sua(b""));
        assert!(da_sua(b"x") && da_sua(&[0xD0, 0xCF, 0x11, 0xE0]));
        assert!(da_sua(&docx("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>", &[])));
    }
}
