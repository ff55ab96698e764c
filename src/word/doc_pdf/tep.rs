//! The whole file: page after page, until there is more than any paper has.

use std::sync::Arc;

use hayro::hayro_interpret::font::FontQuery;
use hayro::hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::kurbo::Rect;
use serde::{Deserialize, Serialize};

use super::chu::{DemChu, MayGhi};
use super::dong::cac_hang;
use super::khoi::{GopKhoi, KhoiPdf};
use super::o_trong;
use crate::compose::fonts::phong_kem;

/// What a PDF says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TepPdf {
    pub so_trang: usize,
    pub loai: LoaiChu,
    pub khoi: Vec<KhoiPdf>,
    /// It goes on behind what was read.
    pub con_nua: bool,
}

/// How far its letters can be trusted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoaiChu {
    #[default]
    Ro,
    /// Pictures of pages, and no letter.
    Quet,
    /// What a machine has read off pictures of pages.
    MayDoc,
    /// It is drawn, but the file doesn't say which letters they are.
    KhongRo,
    /// Faces from before Unicode (TCVN3, VNI).
    BangMaCu,
    /// Neither letters nor pictures.
    Trong,
}

impl LoaiChu {
    /// Whether its letters are those that people see.
    pub fn co_chu(self) -> bool {
        matches!(self, Self::Ro | Self::MayDoc)
    }

    /// Why nothing is read, for the clerk.
    pub fn vi_sao(self) -> Option<&'static str> {
        match self {
            Self::Ro | Self::MayDoc => None,
            Self::Quet => Some("là ảnh quét, không có lớp chữ đọc được"),
            Self::KhongRo => {
                Some("không có lớp chữ đọc được: phông chữ trong tệp không ghi chữ nào là chữ nào")
            }
            Self::BangMaCu => {
                Some("không có lớp chữ đọc được: chữ theo bảng mã cũ (TCVN3 hoặc VNI)")
            }
            Self::Trong => Some("không có chữ nào"),
        }
    }
}

/// Why a file can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoiPdf {
    MatKhau,
    Hong,
    /// It would take longer, or more memory, than any paper.
    QuaNang,
    /// The process that reads doesn't start.
    KhongChay(String),
}

impl std::fmt::Display for LoiPdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::MatKhau => f.write_str("có mật khẩu"),
            Self::Hong => f.write_str("bị hỏng"),
            Self::QuaNang => f.write_str("quá nặng: đọc lâu hoặc tốn bộ nhớ hơn mọi văn bản"),
            Self::KhongChay(why) => write!(f, "chưa đọc được: {why}"),
        }
    }
}

/// Letters that are read, in bytes: five hundred full pages.
const CHU_NHIEU_NHAT: usize = 1_500_000;
/// Pages that are looked at.
const TRANG_NHIEU_NHAT: usize = 3000;
/// Fewer letters on a page of pictures are a number or a stamp.
const IT_CHU: usize = 12;
/// A picture that covers so much of a page is the page.
const CA_TRANG: f64 = 0.5;

/// Reads a file.
pub(super) fn doc(bytes: Vec<u8>) -> Result<TepPdf, LoiPdf> {
    let pdf = mo(bytes)?;
    let cache = InterpreterCache::new();
    let (mut gop, mut dem, mut anh) = (GopKhoi::default(), DemChu::default(), 0_usize);
    let so_trang = pdf.pages().len();
    let mut con_nua = so_trang > TRANG_NHIEU_NHAT;
    for (i, page) in pdf.pages().iter().take(TRANG_NHIEU_NHAT).enumerate() {
        let (mut own, (rong, cao)) = ve(page, &cache);
        // Number and day stand on the first page.
        if i == 0 {
            o_trong::dien(page, &cache, &mut own.chu);
        }
        dem.cong(own.dem);
        anh = anh.saturating_add(usize::from(own.anh > CA_TRANG * rong * cao));
        gop.trang(cac_hang(own.chu), cao);
        if gop.dai > CHU_NHIEU_NHAT {
            con_nua = true;
            break;
        }
    }
    let loai = loai(dem, anh);
    let khoi = if loai.co_chu() { gop.khoi } else { Vec::new() };
    Ok(TepPdf { so_trang, loai, khoi, con_nua })
}

pub(super) fn mo(bytes: Vec<u8>) -> Result<Pdf, LoiPdf> {
    Pdf::new(bytes).map_err(|why| match why {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => LoiPdf::MatKhau,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => LoiPdf::Hong,
    })
}

/// A page's letters, and its width and height in points as it is seen.
pub(super) fn ve<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> (MayGhi, (f64, f64)) {
    ve_voi(page, cache, false)
}

/// The same, with what is drawn over the page (`chu_giai`) behind its own letters.
pub(super) fn ve_voi<'a>(
    page: &'a Page<'a>,
    cache: &InterpreterCache<'a>,
    chu_giai: bool,
) -> (MayGhi, (f64, f64)) {
    let (rong, cao) = page.render_dimensions();
    let (rong, cao) = (f64::from(rong), f64::from(cao));
    let seen = page.initial_transform(true).to_kurbo();
    let bounds = Rect::new(0.0, 0.0, rong, cao);
    let settings = InterpreterSettings { render_annotations: chu_giai, ..cach_doc() };
    let mut context = Context::new(seen, bounds, cache, page.xref(), settings);
    let mut out = MayGhi::default();
    interpret_page(page, &mut context, &mut out);
    (out, (rong, cao))
}

/// Faces that a file names and doesn't have are measured by ours.
pub(super) fn cach_doc() -> InterpreterSettings {
    let font = |query: &FontQuery| {
        let (dam, nghieng) = match query {
            FontQuery::Standard(own) => {
                let name = own.postscript_name().to_lowercase();
                (name.contains("bold"), name.contains("italic") || name.contains("oblique"))
            }
            FontQuery::Fallback(own) => (own.is_bold, own.is_italic),
        };
        let data: hayro::hayro_interpret::font::FontData = Arc::new(phong_kem(dam, nghieng));
        Some((data, 0))
    };
    InterpreterSettings {
        font_resolver: Arc::new(font),
        cmap_resolver: Arc::new(|_| None),
        ..InterpreterSettings::default()
    }
}

impl DemChu {
    fn cong(&mut self, other: Self) {
        let add = |a: &mut usize, b: usize| *a = a.saturating_add(b);
        add(&mut self.tat_ca, other.tat_ca);
        add(&mut self.khong_ro, other.khong_ro);
        add(&mut self.an, other.an);
        add(&mut self.bang_ma_cu, other.bang_ma_cu);
    }
}

fn loai(dem: DemChu, anh: usize) -> LoaiChu {
    let most = |part: usize, of: usize| part.saturating_mul(10) > dem.tat_ca.saturating_mul(of);
    if dem.tat_ca <= anh.saturating_mul(IT_CHU) && anh > 0 {
        LoaiChu::Quet
    } else if dem.tat_ca == 0 {
        LoaiChu::Trong
    } else if most(dem.khong_ro, 3) {
        LoaiChu::KhongRo
    } else if most(dem.bang_ma_cu, 3) {
        LoaiChu::BangMaCu
    } else if anh > 0 && most(dem.an, 5) {
        LoaiChu::MayDoc
    } else {
        LoaiChu::Ro
    }
}
