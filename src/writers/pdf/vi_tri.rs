//! Where the fields stand, for signing tools that place by coordinates.

use serde::Serialize;

use crate::model::the_thuc::PT_MOI_MM;

/// A field with its page and rectangle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ViTri {
    /// Name of the form field: `nguoi_ky`, `co_quan`, `so`, `ngay`, `thang`.
    pub ten: String,
    /// What it is for, in words.
    pub y_nghia: String,
    /// From 1, over the whole file.
    pub trang: u32,
    pub trang_rong_mm: f64,
    pub trang_cao_mm: f64,
    /// From the paper's left and upper edge.
    pub mm: HinhChuNhat,
    /// As PDF counts: left, lower, right, upper edge, from the paper's lower left corner.
    pub pt: [f64; 4],
}

/// A rectangle from the paper's left and upper edge, in mm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct HinhChuNhat {
    pub trai: f64,
    pub tren: f64,
    pub rong: f64,
    pub cao: f64,
}

impl ViTri {
    /// `pt` and the paper's size in pt, as the PDF has them.
    pub(super) fn new(
        (ten, y_nghia): (String, String),
        trang: u32,
        giay_pt: (f64, f64),
        pt: [f64; 4],
    ) -> Self {
        let [trai, duoi, phai, tren] = pt;
        Self {
            ten,
            y_nghia,
            trang,
            trang_rong_mm: mm(giay_pt.0),
            trang_cao_mm: mm(giay_pt.1),
            mm: HinhChuNhat {
                trai: mm(trai),
                tren: mm(giay_pt.1 - tren),
                rong: mm(phai - trai),
                cao: mm(tren - duoi),
            },
            pt: pt.map(tron),
        }
    }
}

fn mm(pt: f64) -> f64 {
    tron(pt / PT_MOI_MM)
}

/// To the hundredth: finer than any printer, and without the noise of binary fractions.
fn tron(so: f64) -> f64 {
    (so * 100.0).round() / 100.0
}

/// What lies beside the PDF `tep`.
#[derive(Serialize)]
struct TepViTri<'a> {
    tep: &'a str,
    o_ky: &'a [ViTri],
}

/// The file that lies beside the PDF `tep`.
pub fn json(tep: &str, vi_tri: &[ViTri]) -> Vec<u8> {
    let all = TepViTri { tep, o_ky: vi_tri };
    let mut bytes = serde_json::to_vec_pretty(&all).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
