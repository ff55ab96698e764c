//! The parts, zipped in a fixed order with a fixed date.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::error::WriteError;

/// Where a part stands in the archive: readers want the list of content types first, and then the way
/// to the main part.
const FIRST: [&str; 4] =
    ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"];

/// A part with fewer bytes is not packed.
const SMALL: usize = 1024;

/// The parts of a Word file by name.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

/// Parts that many files share, packed once: to pack the dozen parts of a Word file anew takes longer
/// than to make its text.
#[derive(Clone)]
pub(crate) struct Packed(Arc<[u8]>);

/// Where a part comes from.
enum From<'p> {
    Own(&'p [u8]),
    /// From which of the packed ones, and at which place there.
    Packed(usize, usize),
}

/// The archive of a file's own parts: those of [`FIRST`], then the others by name.
pub(crate) fn zip(parts: &Parts) -> Result<Vec<u8>, WriteError> {
    zip_with(parts, &[])
}

/// The same with parts that are packed already.
pub(crate) fn zip_with(parts: &Parts, packed: &[Packed]) -> Result<Vec<u8>, WriteError> {
    let open = |Packed(bytes): &Packed| ZipArchive::new(Cursor::new(Arc::clone(bytes)));
    let mut packed = packed.iter().map(open).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let mut all: Vec<(String, From)> = Vec::new();
    all.extend(parts.iter().map(|(name, bytes)| (name.clone(), From::Own(bytes))));
    for (which, archive) in packed.iter().enumerate() {
        let places =
            archive.file_names().map(|name| (name.to_owned(), archive.index_for_name(name)));
        all.extend(places.filter_map(|(name, at)| Some((name, From::Packed(which, at?)))));
    }
    all.sort_by(|(a, _), (b, _)| place(a).cmp(&place(b)));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, from) in all {
        match from {
            From::Own(bytes) => add(&mut archive, &name, bytes)?,
            From::Packed(which, at) => {
                let Some(source) = packed.get_mut(which) else { continue };
                archive.raw_copy_file(source.by_index_raw(at).map_err(failed)?).map_err(failed)?;
            }
        }
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

/// Packs parts for many files.
pub(crate) fn pack(parts: &Parts) -> Result<Packed, WriteError> {
    zip(parts).map(|bytes| Packed(bytes.into()))
}

fn place(name: &str) -> (usize, &str) {
    (FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len()), name)
}

fn add(
    archive: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    bytes: &[u8],
) -> Result<(), WriteError> {
    // To begin to pack takes longer than to write a small part as it is.
    let method =
        if bytes.len() < SMALL { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    // 1980 is the first year that the format knows; the system is fixed for the same bytes everywhere.
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    archive.start_file(name, options).map_err(failed)?;
    archive.write_all(bytes).map_err(failed)
}

fn failed(error: impl ToString) -> WriteError {
    WriteError::Package(error.to_string())
}
