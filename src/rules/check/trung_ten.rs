//! Files whose documents would be written under one name.

use std::collections::BTreeMap;

use super::la_co_quan::la_co_quan;
use super::{KetQua, TaiLieu};
use crate::diagnostic::Diagnostic;
use crate::reading::source::HoSoNguon;

/// Of two documents with one name neither is made; of two files of the office neither is meant.
pub fn kiem(nguon: &HoSoNguon, ket_qua: &mut KetQua) {
    let mut found = van_ban(&mut ket_qua.van_ban);
    let offices = nguon.tep.iter().map(|tep| tep.ten.as_str()).filter(|ten| la_co_quan(ten));
    let offices: Vec<&str> = offices.collect();
    if let [first, second, ..] = offices.as_slice() {
        found.push(cung_ten(first, second));
    }
    ket_qua.diagnostics.extend(found);
}

fn van_ban(documents: &mut [TaiLieu]) -> Vec<Diagnostic> {
    // The files of each name.
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for document in documents.iter() {
        names.entry(document.ten.to_lowercase()).or_default().push(document.tep.clone());
    }
    let mut found = Vec::new();
    for document in documents {
        let same = names.get(&document.ten.to_lowercase());
        let other = same.and_then(|all| all.iter().find(|tep| **tep != document.tep));
        let Some(other) = other else { continue };
        document.van_ban = None;
        if document.tep < *other {
            found.push(cung_ten(&document.tep, other));
        }
    }
    found
}

fn cung_ten(one: &str, other: &str) -> Diagnostic {
    let message = format!("hai tệp “{one}” và “{other}” trùng tên nhau (không kể đuôi và chữ hoa)");
    Diagnostic::error("same-name", message).hint("giữ lại một tệp, hoặc đổi tên tệp kia")
}
