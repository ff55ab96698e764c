//! Gói: files in a ZIP, the same bytes on any machine.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Tep;

/// The archive, its files in the given order. PDF and ZIP are compressed already and only stored.
pub fn zip(files: &[Tep]) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(&*file.ten, options(&file.ten)).map_err(|e| e.to_string())?;
        archive.write_all(&file.bytes).map_err(|e| e.to_string())?;
    }
    Ok(archive.finish().map_err(|e| e.to_string())?.into_inner())
}

/// 1980 is the first year that the format knows; the system is fixed for the same bytes everywhere.
fn options(ten: &str) -> SimpleFileOptions {
    let stored =
        [".pdf", ".zip", ".docx", ".xlsx", ".jpg", ".png"].iter().any(|d| ten.ends_with(d));
    let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix)
}
