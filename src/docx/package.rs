//! The parts, zipped in a fixed order with a fixed date.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::error::WriteError;

/// Where a part stands in the archive: readers want the list of content types first, and then the way
/// to the main part.
const FIRST: [&str; 4] =
    ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"];

/// The parts of a Word file by name.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

/// The archive: the parts of [`FIRST`], then the others by name.
pub(crate) fn zip(mut parts: Parts) -> Result<Vec<u8>, WriteError> {
    let first = FIRST.iter().filter_map(|name| parts.remove_entry(*name)).collect::<Vec<_>>();
    // 1980 is the first year that the format knows; the system is fixed for the same bytes everywhere.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in first.into_iter().chain(parts) {
        archive.start_file(name, options).map_err(failed)?;
        archive.write_all(&bytes).map_err(failed)?;
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

fn failed(error: impl ToString) -> WriteError {
    WriteError::Package(error.to_string())
}
