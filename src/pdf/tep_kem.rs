//! Attached files on their way through the layout, which hands them to the PDF library.

use serde_json::{Value, json};

use crate::luu_tru::{QuanHe, TepKem};
use crate::render::world::TemplateWorld;

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
