//! The table of contents of the archive: a name for each part, and one part for each name.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use zip::ZipArchive;

use crate::word::doc_word::loi::LoiDoc;

/// No Word file has more parts than this.
const SO_PHAN: usize = 4096;

/// Name → place in the archive. Names differ in more than capitals, as the format demands.
pub(super) fn doc(bytes: &[u8]) -> Result<BTreeMap<String, usize>, LoiDoc> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LoiDoc::KhongPhaiGoi)?;
    if archive.len() > SO_PHAN {
        return Err(LoiDoc::QuaLon);
    }
    hai_lan(bytes, archive.central_directory_start())?;
    let mut out = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for index in 0..archive.len() {
        let Some(name) = archive.name_for_index(index).map(ten_phan) else { continue };
        if name.ends_with('/') {
            continue;
        }
        if !seen.insert(name.to_lowercase()) {
            return Err(LoiDoc::HaiPhan(name));
        }
        out.insert(name, index);
    }
    Ok(out)
}

fn ten_phan(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/")
}

/// The library keeps the last of two entries with one name and says nothing, so the directory is walked
/// here.
fn hai_lan(bytes: &[u8], start: u64) -> Result<(), LoiDoc> {
    const HEAD: usize = 46;
    let mut rest = usize::try_from(start).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
    let mut seen: BTreeSet<&[u8]> = BTreeSet::new();
    while rest.starts_with(b"PK\x01\x02") {
        let size = |at: usize| match rest.get(at..at.saturating_add(2)) {
            Some([low, high]) => usize::from(u16::from_le_bytes([*low, *high])),
            _ => 0,
        };
        let (name, more) = (size(28), size(30).saturating_add(size(32)));
        let end = HEAD.saturating_add(name);
        let name = rest.get(HEAD..end).unwrap_or_default();
        if !seen.insert(name) {
            return Err(LoiDoc::HaiPhan(ten_phan(&String::from_utf8_lossy(name))));
        }
        rest = rest.get(end.saturating_add(more)..).unwrap_or_default();
    }
    Ok(())
}
