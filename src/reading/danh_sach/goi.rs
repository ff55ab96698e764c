//! The archive that a workbook is: its parts by name, read within bounds.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::loi::LoiBang;
use super::xml::Xml;

/// The largest that a part may be, unpacked. Twenty thousand rows of ten columns have a quarter of that.
const MOT_PHAN: u64 = 64 << 20;
/// No workbook has more parts than this.
const SO_PHAN: usize = 4096;

pub(super) struct Goi<'a> {
    bytes: &'a [u8],
    muc: BTreeMap<String, usize>,
}

impl<'a> Goi<'a> {
    pub(super) fn mo(bytes: &'a [u8]) -> Result<Self, LoiBang> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LoiBang::KhongPhai)?;
        if archive.len() > SO_PHAN {
            return Err(LoiBang::QuaLon);
        }
        let names = (0..archive.len()).filter_map(|at| Some((archive.name_for_index(at)?, at)));
        let muc = names.map(|(name, at)| (name.trim_start_matches('/').replace('\\', "/"), at));
        Ok(Self { bytes, muc: muc.collect() })
    }

    pub(super) fn co(&self, ten: &str) -> bool {
        self.muc.contains_key(ten)
    }

    /// The tags of a part, unpacked as they are asked for.
    pub(super) fn xml<T>(
        &self,
        ten: &str,
        phan: &'static str,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, LoiBang>,
    ) -> Result<T, LoiBang> {
        let broken = || LoiBang::Hong(phan, "tệp nén hỏng".to_owned());
        let at = *self.muc.get(ten).ok_or_else(broken)?;
        let mut archive = ZipArchive::new(Cursor::new(self.bytes)).map_err(|_| broken())?;
        let part = archive.by_index(at).map_err(|_| LoiBang::MatKhau)?;
        // What the archive says of its sizes may be a lie: what really comes out is counted.
        let mut part = part.take(MOT_PHAN);
        let out = read(&mut Xml::new(BufReader::new(&mut part), phan));
        if part.limit() == 0 { Err(LoiBang::QuaLon) } else { out }
    }
}
