//! The parts, zipped in a fixed order with a fixed date.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Write};
use std::sync::{Arc, PoisonError, RwLock};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::error::WriteError;

/// Where a part stands in the archive: readers want the list of content types first, and then the way
/// to the main part.
const FIRST: [&str; 4] =
    ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"];

/// The parts of a Word file by name.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

/// The parts that each document has of its own. The others are alike in all documents of an office.
const OWN: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "docProps/core.xml"];

/// An archive of one part.
type Packed = Arc<[u8]>;

/// Archives by the names and bytes of their parts.
type Known = HashMap<(String, Vec<u8>), Packed>;

/// Parts of documents before, packed. To pack the dozen parts of a Word file anew takes longer than to
/// make its text.
static PACKED: RwLock<Option<Known>> = RwLock::new(None);

/// More parts than this are not alike; what is known is then forgotten.
const MOST: usize = 256;

/// The archive: the parts of [`FIRST`], then the others by name.
pub(crate) fn zip(mut parts: Parts) -> Result<Vec<u8>, WriteError> {
    let first = FIRST.iter().filter_map(|name| parts.remove_entry(*name)).collect::<Vec<_>>();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in first.into_iter().chain(parts) {
        if OWN.contains(&name.as_str()) {
            add(&mut archive, &name, &bytes)?;
            continue;
        }
        let packed = packed(name, bytes)?;
        let mut packed = ZipArchive::new(Cursor::new(&packed)).map_err(failed)?;
        archive.raw_copy_file(packed.by_index_raw(0).map_err(failed)?).map_err(failed)?;
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

fn add(
    archive: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    bytes: &[u8],
) -> Result<(), WriteError> {
    // 1980 is the first year that the format knows; the system is fixed for the same bytes everywhere.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    archive.start_file(name, options).map_err(failed)?;
    archive.write_all(bytes).map_err(failed)
}

/// The archive of one part, made when it is first met.
fn packed(name: String, bytes: Vec<u8>) -> Result<Packed, WriteError> {
    let part = (name, bytes);
    let known = PACKED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(packed) = known.as_ref().and_then(|known| known.get(&part)) {
        return Ok(Arc::clone(packed));
    }
    drop(known);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut archive, &part.0, &part.1)?;
    let packed: Packed = archive.finish().map_err(failed)?.into_inner().into();
    let mut known = PACKED.write().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if known.len() >= MOST {
        known.clear();
    }
    known.insert(part, Arc::clone(&packed));
    Ok(packed)
}

fn failed(error: impl ToString) -> WriteError {
    WriteError::Package(error.to_string())
}
