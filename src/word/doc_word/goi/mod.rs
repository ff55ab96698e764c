//! The package: the parts of the file by name, and which part is which.

mod muc_luc;
mod quan_he;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::loi::LoiDoc;
use quan_he::cac_quan_he;

pub use quan_he::QuanHe;

/// The largest that all parts together may be, unpacked, when a file is written again.
const TONG: u64 = 128 << 20;
/// The largest that a part of text may be, unpacked. A thousand pages come to half of that.
const MOT_PHAN_CHU: u64 = 16 << 20;

/// An opened Word file. Its parts stay packed until they are asked for: what nobody reads costs nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goi {
    packed: Arc<[u8]>,
    /// Name → place in the archive.
    muc: BTreeMap<String, usize>,
    main: String,
    /// The relationships of the main part, by their ids.
    related: BTreeMap<String, QuanHe>,
}

impl Goi {
    /// Opens the archive, unpacking no more than is needed.
    pub fn mo(bytes: &[u8]) -> Result<Self, LoiDoc> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(LoiDoc::DoiCu);
        }
        let muc = muc_luc::doc(bytes)?;
        let packed = Arc::from(bytes);
        let mut goi = Self { packed, muc, main: String::new(), related: BTreeMap::new() };
        let of_package = goi.quan_he("")?;
        let main = of_package.into_values().find(|r| r.loai == "officeDocument" && !r.ngoai);
        let main = main.map(|r| r.dich).filter(|name| goi.muc.contains_key(name));
        goi.main = main.ok_or(LoiDoc::KhongPhaiWord)?;
        goi.related = goi.quan_he(&goi.main.clone())?;
        Ok(goi)
    }

    /// The name of the main part.
    pub fn chinh(&self) -> &str {
        &self.main
    }

    /// The bytes of a part of text.
    pub fn phan(&self, name: &str) -> Result<Option<Vec<u8>>, LoiDoc> {
        self.mo_phan(name, MOT_PHAN_CHU)
    }

    /// The part that the main one calls its `kind`.
    pub fn lien_quan(&self, kind: &str) -> Option<&str> {
        let inside = |r: &&QuanHe| r.loai == kind && !r.ngoai;
        self.related.values().find(inside).map(|r| r.dich.as_str())
    }

    /// The relationships of the main part, by their ids.
    pub fn cua_chinh(&self) -> &BTreeMap<String, QuanHe> {
        &self.related
    }

    /// The relationships of a part, by their ids; a part without them has none. The package's own are
    /// those of the part with the empty name.
    pub fn quan_he(&self, part: &str) -> Result<BTreeMap<String, QuanHe>, LoiDoc> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let rels = match folder {
            "" => format!("_rels/{file}.rels"),
            _ => format!("{folder}/_rels/{file}.rels"),
        };
        match self.phan(&rels)? {
            Some(bytes) => cac_quan_he(&bytes, folder),
            None => Ok(BTreeMap::new()),
        }
    }

    /// A mark by which two parts with the same bytes are known.
    pub fn van_tay(&self, name: &str) -> Option<String> {
        let bytes = self.mo_phan(name, TONG).ok()??;
        let digest = Sha256::digest(&bytes);
        Some(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// All parts, with some of them replaced.
    pub fn thay(
        self,
        new: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<BTreeMap<String, Vec<u8>>, LoiDoc> {
        let mut parts: BTreeMap<String, Vec<u8>> = new.into_iter().collect();
        let mut left = TONG;
        for name in self.muc.keys() {
            if parts.contains_key(name) {
                continue;
            }
            let bytes = self.mo_phan(name, left)?.unwrap_or_default();
            left = left.saturating_sub(bytes.len() as u64);
            parts.insert(name.clone(), bytes);
        }
        Ok(parts)
    }

    /// The package with some parts replaced and some added; all others as they are packed, byte by byte.
    pub fn viet_lai(&self, new: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, LoiDoc> {
        let broken = |_| LoiDoc::KhongPhaiGoi;
        let mut archive = ZipArchive::new(Cursor::new(&self.packed)).map_err(broken)?;
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
        let add = |out: &mut ZipWriter<_>, name: &str, bytes: &[u8]| {
            out.start_file(name, options).map_err(broken)?;
            out.write_all(bytes).map_err(|_| LoiDoc::KhongPhaiGoi)
        };
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(broken)?;
            let name = part.name().to_owned();
            let known = self.muc.iter().find(|(_, at)| **at == index).map(|(name, _)| name);
            match known.and_then(|known| new.get(known)) {
                Some(bytes) => add(&mut out, &name, bytes)?,
                None => out.raw_copy_file(part).map_err(broken)?,
            }
        }
        for (name, bytes) in new.iter().filter(|(name, _)| !self.muc.contains_key(*name)) {
            add(&mut out, name, bytes)?;
        }
        Ok(out.finish().map_err(broken)?.into_inner())
    }

    fn mo_phan(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, LoiDoc> {
        let Some(index) = self.muc.get(name) else { return Ok(None) };
        let broken = |_| LoiDoc::KhongPhaiGoi;
        let mut archive = ZipArchive::new(Cursor::new(&self.packed)).map_err(broken)?;
        let part = archive.by_index(*index).map_err(broken)?;
        let mut out = Vec::new();
        // What the archive says of its sizes may be a lie: what really comes out is counted.
        let read = part.take(most.saturating_add(1)).read_to_end(&mut out);
        read.map_err(|_| LoiDoc::KhongPhaiGoi)?;
        if out.len() as u64 > most {
            return Err(LoiDoc::QuaLon);
        }
        Ok(Some(out))
    }
}
