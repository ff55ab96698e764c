//! Trộn: what a row of a list says is put into the tree of a paper before anyone reads it, so that every rule judges the
//! paper as it will be printed; the file itself stays as it is.

use super::KetQua;
use crate::model::DongTron;
use crate::model::o_tron::bo_boc;
use crate::reading::source::{HoSoNguon, ten_tep};
use crate::reading::yaml::{self, Node, Value};

/// Keys whose values are words of the program's own, numbers and days: they have no marks.
const TRON: &[&str] =
    &["loai", "co_quan", "so", "ky_hieu", "ngay_ban_hanh", "mau", "ban_chinh", "khan", "mat"];

/// Fills the texts of a file.
pub fn dien(dong: &DongTron, node: &mut Node) {
    match &mut node.value {
        Value::Null => {}
        Value::Text(text) => {
            if let Some(filled) = dong.dien(text) {
                node.value = mot_chu(filled);
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| dien(dong, item)),
        Value::Map(entries) => {
            for (key, value) in entries {
                let tron = key.text().is_some_and(|key| TRON.contains(&key));
                let filled = value.text().filter(|_| tron).and_then(|text| dong.dien_tron(text));
                match filled {
                    Some(filled) => value.value = mot_chu(filled),
                    None => dien(dong, value),
                }
            }
        }
    }
}

/// A field of which nothing is left is a field that is blank.
fn mot_chu(text: String) -> Value {
    if text.trim().is_empty() { Value::Null } else { Value::Text(text) }
}

/// The hồ sơ with the bodies that a filled file names filled as well.
pub fn dien_md(nguon: &HoSoNguon) -> HoSoNguon {
    let mut out = nguon.clone();
    for (ten, dong) in &nguon.tron {
        let root = nguon.tep.iter().find(|tep| tep.ten == *ten).and_then(|tep| yaml::parse(tep).0);
        let Some(root) = root else { continue };
        let named: Vec<&str> = root.texts().into_iter().map(|(text, _)| text.trim()).collect();
        for md in out.md.iter_mut().filter(|md| named.contains(&ten_tep(&md.ten))) {
            if let Some(filled) = dong.dien(&md.text) {
                md.text = filled;
            }
        }
    }
    out
}

/// What is told shows the letters themselves.
pub fn lo_chu(ket_qua: &mut KetQua) {
    for found in ket_qua.diagnostics.iter_mut().chain(&mut ket_qua.chan_gui) {
        found.message = bo_boc(&found.message).into_owned();
        found.hint = found.hint.take().map(|hint| bo_boc(&hint).into_owned());
        for place in [&mut found.place, &mut found.other_place].into_iter().flatten() {
            place.line_text = bo_boc(&place.line_text).into_owned();
        }
    }
}
