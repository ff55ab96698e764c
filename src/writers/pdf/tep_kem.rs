//! Tệp kèm: a file inside the PDF, which makes it PDF/A-3, and its way through the layout, which hands it to
//! the PDF library.

use serde_json::{Value, json};

use crate::compose::world::TemplateWorld;
use crate::reading::source::{TepNguon, ten_tep};

/// A file to be attached, under the name that a reader lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepKem {
    pub ten: String,
    /// What a reader shows beside the name.
    pub mo_ta: String,
    pub kieu_mime: &'static str,
    pub quan_he: QuanHe,
    pub bytes: Vec<u8>,
}

/// What the file is to the document (ISO 19005-3: AFRelationship).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuanHe {
    /// The document was made from it.
    Nguon,
    /// It says in data what the document says in words.
    DuLieu,
}

impl TepKem {
    /// A file of the hồ sơ, as it was read: UTF-8, NFC, plain line ends.
    pub fn nguon(tep: &TepNguon) -> Self {
        let ten = ten_tep(&tep.ten);
        Self {
            ten: ten.to_owned(),
            mo_ta: format!("Tệp nguồn {ten}"),
            kieu_mime: if ten.ends_with(".md") { "text/markdown" } else { "application/yaml" },
            quan_he: QuanHe::Nguon,
            bytes: tep.text.clone().into_bytes(),
        }
    }
}

/// Where the layout finds the file's bytes.
fn duong_dan(thu_tu: usize) -> String {
    format!("/tep-kem/{thu_tu}")
}

/// The list that the layout goes through.
pub(super) fn danh_sach(tep_kem: &[TepKem]) -> Value {
    let mot = |(i, tep): (usize, &TepKem)| {
        json!({
            "ten": tep.ten,
            "duong_dan": duong_dan(i),
            "quan_he": quan_he(tep.quan_he),
            "kieu_mime": tep.kieu_mime,
            "mo_ta": tep.mo_ta,
        })
    };
    tep_kem.iter().enumerate().map(mot).collect()
}

/// Typst's words for it.
fn quan_he(quan_he: QuanHe) -> &'static str {
    match quan_he {
        QuanHe::Nguon => "source",
        QuanHe::DuLieu => "data",
    }
}

/// Puts the bytes where the list says.
pub(super) fn them_vao<'a>(world: TemplateWorld<'a>, tep_kem: &[TepKem]) -> TemplateWorld<'a> {
    let them = |world: TemplateWorld<'a>, (i, tep): (usize, &TepKem)| {
        world.with_file(&duong_dan(i), tep.bytes.clone())
    };
    tep_kem.iter().enumerate().fold(world, them)
}
