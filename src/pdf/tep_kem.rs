//! Tệp kèm: files attached to a PDF, which makes it PDF/A-3.

use serde_json::{Value, json};

use crate::render::world::TemplateWorld;

/// A file inside the PDF, under the name that a reader lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepKem {
    pub ten: String,
    /// What a reader shows beside the name.
    pub mo_ta: String,
    /// `application/yaml`, `text/xml`.
    pub kieu_mime: &'static str,
    pub quan_he: QuanHe,
    pub bytes: Vec<u8>,
}

/// What the file is to the document (ISO 19005-3, AFRelationship).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuanHe {
    /// The document was made from it.
    Nguon,
    /// It says in data what the document says in words.
    DuLieu,
}

impl QuanHe {
    fn ten(self) -> &'static str {
        match self {
            Self::Nguon => "source",
            Self::DuLieu => "data",
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
            "quan_he": tep.quan_he.ten(),
            "kieu_mime": tep.kieu_mime,
            "mo_ta": tep.mo_ta,
        })
    };
    tep_kem.iter().enumerate().map(mot).collect()
}

/// Puts the bytes where the list says.
pub(super) fn them_vao<'a>(world: TemplateWorld<'a>, tep_kem: &[TepKem]) -> TemplateWorld<'a> {
    let them = |world: TemplateWorld<'a>, (i, tep): (usize, &TepKem)| {
        world.with_file(&duong_dan(i), tep.bytes.clone())
    };
    tep_kem.iter().enumerate().fold(world, them)
}
