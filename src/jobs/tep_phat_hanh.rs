//! The PDF and the Word file of an issued document, and what is attached: made when it is issued, and once
//! more when the kept YAML is held against the kept files.

use std::collections::BTreeMap;
use std::path::Path;

use super::make::{Format, Order, Sound};
use crate::compose::compile::Compiler;
use crate::compose::fonts::Fonts;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::machine::output::Ready;
use crate::model::ma_qr::DAU_QR;
use crate::model::{CachPhatHanh, DinhKem, VanBan};
use crate::reading::source::{MauRieng, TepNguon, ten_tep};
use crate::records::luu_tru::TruongDuLieu;
use crate::rules::soat::dat_cho;
use crate::writers::pdf::{self, PdfChoice, TepKem};

/// What documents are made with.
#[derive(Clone, Copy)]
pub struct DungCu<'a> {
    pub fonts: &'a Fonts,
    pub compiler: &'a dyn Compiler,
}

/// A document with its number and day.
pub struct VanBanDaCoSo<'a> {
    /// The name of its files, without ending.
    pub ten: &'a str,
    pub van_ban: &'a VanBan,
    /// Its YAML and the bodies that it names.
    pub nguon: Vec<&'a TepNguon>,
    pub mau: &'a MauRieng,
    pub cach: CachPhatHanh,
    /// How many copies are issued, where that was said.
    pub so_ban: Option<u64>,
}

/// The files, and the names of those inside the PDF.
pub struct DaLam {
    pub tep: Vec<Ready>,
    pub tep_kem: Vec<String>,
}

impl VanBanDaCoSo<'_> {
    pub fn lam(&self, dung_cu: DungCu) -> Result<DaLam, Vec<Diagnostic>> {
        let tep_kem = self.tep_kem(dung_cu)?;
        let names = tep_kem.iter().map(|tep| tep.ten.clone()).collect();
        let order = Order {
            formats: &[Format::Pdf, Format::Docx],
            only: &[],
            fonts: dung_cu.fonts,
            compiler: dung_cu.compiler,
            pdf: PdfChoice { o_ky: self.cach.o_ky, tep_kem, ..PdfChoice::default() },
            phu_luc_rieng: false,
        };
        let tep = self.nguon.clone();
        let sound = Sound { ten: self.ten, van_ban: self.van_ban, mau: self.mau, tep };
        Ok(DaLam { tep: order.files(&sound, Path::new(""))?.tep, tep_kem: names })
    }

    /// The data fields first, then the sources by name.
    fn tep_kem(&self, dung_cu: DungCu) -> Result<Vec<TepKem>, Vec<Diagnostic>> {
        if self.cach.dinh_kem == DinhKem::Khong {
            return Ok(Vec::new());
        }
        let own = OwnTemplates { files: self.mau, compiler: dung_cu.compiler };
        let document = soan(self.van_ban, dung_cu.fonts, Some(own))
            .map_err(|found| dat_cho(found, self.nguon.iter().copied()))?;
        let mut truong = TruongDuLieu::cua(self.van_ban, pdf::so_trang(&document, dung_cu.fonts));
        truong.issued_amount = self.so_ban.map(|so| usize::try_from(so).unwrap_or(usize::MAX));
        let mut all = vec![truong.tep()?];
        if self.cach.dinh_kem == DinhKem::Nguon {
            let mut nguon = self.nguon.clone();
            nguon.sort_by_key(|tep| ten_tep(&tep.ten));
            all.extend(nguon.into_iter().map(TepKem::nguon));
            let pictures: BTreeMap<&str, _> = self
                .van_ban
                .cac_anh()
                .into_iter()
                .filter(|tep| !tep.ten.starts_with(DAU_QR))
                .map(|tep| (tep.ten.as_str(), tep))
                .collect();
            all.extend(pictures.into_values().map(|tep| TepKem::anh(tep)));
        }
        Ok(all)
    }
}
