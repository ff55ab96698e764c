//! The parts, zipped in a fixed order with a fixed date.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

use flate2::Crc;
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

/// The same with parts that are packed already, and one more, made of name, checksum and length of all others.
pub(super) fn zip_marked(
    mut parts: Parts,
    packed: &[Packed],
    (name, mark): (&str, impl FnOnce(Vec<Sum>) -> Result<Vec<u8>, WriteError>),
) -> Result<Vec<u8>, WriteError> {
    let mut all: Vec<Sum> = parts.iter().map(|(name, bytes)| sum(name, bytes)).collect();
    for Packed(bytes) in packed {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(failed)?;
            all.push((part.name().to_owned(), part.crc32(), part.size()));
        }
    }
    parts.insert(name.to_owned(), mark(all)?);
    zip_with(&parts, packed)
}

/// Name, checksum and length of a part.
pub(crate) type Sum = (String, u32, u64);

fn sum(name: &str, bytes: &[u8]) -> Sum {
    let mut crc = Crc::new();
    crc.update(bytes);
    (name.to_owned(), crc.sum(), bytes.len() as u64)
}

/// The same with parts that are packed already.
fn zip_with(parts: &Parts, packed: &[Packed]) -> Result<Vec<u8>, WriteError> {
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
    let mut bytes = archive.finish().map_err(failed)?.into_inner();
    made_on_unix(&mut bytes);
    Ok(bytes)
}

/// A packed part that is copied loses the system that it was made on, and the library puts the one of this
/// machine in its place: so each entry of the list at the archive's end is told once more.
fn made_on_unix(archive: &mut [u8]) {
    let number = |bytes: &[u8], at: usize| -> Option<usize> {
        let field = bytes.get(at..at.checked_add(2)?)?;
        Some(usize::from(u16::from_le_bytes(field.try_into().ok()?)))
    };
    // The archive has no comment, so its last record is as long as it must be.
    let end = archive.len().saturating_sub(22);
    let start = archive.get(end..).and_then(|last| {
        Some(number(last, 18)?.checked_mul(0x1_0000)?.saturating_add(number(last, 16)?))
    });
    let mut list = start.and_then(|start| archive.get_mut(start..end)).unwrap_or_default();
    while let Some(lengths) = list.starts_with(b"PK\x01\x02").then_some([28, 30, 32]) {
        let more = lengths.iter().filter_map(|at| number(list, *at)).sum::<usize>();
        if let Some(system) = list.get_mut(5) {
            *system = u8::from(System::Unix);
        }
        let next = more.saturating_add(46).min(list.len());
        list = list.get_mut(next..).unwrap_or_default();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a machine with Windows would write becomes what one with Linux writes.
    #[test]
    fn every_entry_is_told_to_be_of_the_same_system() {
        let parts: Parts = ["[Content_Types].xml", "word/document.xml", "word/styles.xml"]
            .map(|name| (name.to_owned(), name.repeat(200).into_bytes()))
            .into();
        let ours = zip(&parts).unwrap();
        let mut other = ours.clone();
        let entries: Vec<usize> =
            (0..other.len()).filter(|at| other[*at..].starts_with(b"PK\x01\x02")).collect();
        assert_eq!(entries.len(), 3);
        for at in entries {
            assert_eq!(other[at + 5], 3);
            other[at + 5] = 0;
        }
        made_on_unix(&mut other);
        assert_eq!(other, ours);
    }
}
