//! Câu chữ: standing phrases that an office or a document words in its own way.

use std::collections::BTreeSet;

use super::doc::Doc;
use super::mau::MAU_TYP;
use crate::model::{CauChu, CoQuan, Fault};
use crate::reading::form::{Field, Table, Text};
use crate::reading::source::MauRieng;
use crate::reading::yaml::Node;
use crate::reading::yaml::decode::{co_phai_la, nearest};

/// Reads the phrases of a document or, with `cua_co_quan`, of an office.
pub fn cau_chu(doc: &mut Doc<'_>, table: Table<Text>, cua_co_quan: bool) -> Vec<CauChu> {
    let mut all = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(khoa), at) = key else { continue };
        let Some((chu, _)) = doc.plain(value, &khoa, at) else { continue };
        all.push(CauChu { khoa, chu, muc: doc.muc(at), cua_co_quan });
    }
    all
}

/// The document's own phrases, and those of the office that it doesn't word itself.
pub fn voi_co_quan(own: Vec<CauChu>, co_quan: Option<&CoQuan>) -> Vec<CauChu> {
    let office = co_quan.map(|c| c.cau_chu.as_slice()).unwrap_or_default();
    let rest: Vec<CauChu> =
        office.iter().filter(|cau| own.iter().all(|o| o.khoa != cau.khoa)).cloned().collect();
    own.into_iter().chain(rest).collect()
}

/// An office's phrase is for whichever template has it; one that none has is a slip of the pen.
pub fn kiem_cua_co_quan(doc: &mut Doc<'_>, root: &Node, rieng: &MauRieng) {
    let Some(crate::reading::yaml::Value::Map(entries)) = root.get("cau_chu").map(|n| &n.value)
    else {
        return;
    };
    let known = cac_cau(rieng);
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    for (key, _) in entries {
        let text = key.text().unwrap_or_default();
        if words.contains(&text) {
            continue;
        }
        let fault = Fault::new("unknown-phrase", format!("không mẫu nào có câu chữ tên “{text}”"));
        let hint = match nearest(text, &words) {
            Some(near) => co_phai_la(near),
            None => format!("các câu thay được: {}", words.join(", ")),
        };
        doc.fault(fault.hint(hint), key.span);
    }
}

/// The standing phrases of all templates, each by its name.
pub fn cac_cau_chu(rieng: &MauRieng) -> Vec<(String, String)> {
    let own = rieng.tep.iter().filter(|(key, _)| key.ends_with(".typ"));
    let own = own.filter_map(|(_, tep)| tep.text.as_deref());
    MAU_TYP.iter().map(|(_, text)| *text).chain(own).flat_map(cac_cap).collect()
}

/// Names and words in `#let cau_chu = (…)`.
fn cac_cap(text: &str) -> Vec<(String, String)> {
    let Some((_, rest)) = text.split_once("#let cau_chu = (") else { return Vec::new() };
    let mut rest = rest.split("\n)").next().unwrap_or_default();
    let mut out = Vec::new();
    while let Some((before, after)) = rest.split_once(": \"") {
        let name = before.rsplit([' ', '\n', '(', ',']).next().unwrap_or_default();
        let Some((words, next)) = after.split_once('"') else { break };
        if !name.is_empty() && !words.ends_with('\\') {
            out.push((name.to_owned(), words.to_owned()));
        }
        rest = next;
    }
    out
}

fn cac_cau(rieng: &MauRieng) -> BTreeSet<String> {
    let own = rieng.tep.iter().filter(|(key, _)| key.ends_with(".typ"));
    let own = own.filter_map(|(_, tep)| tep.text.as_deref());
    let shipped = MAU_TYP.iter().map(|(_, text)| *text);
    shipped.chain(own).flat_map(cua_mau).collect()
}

/// The names in `#let cau_chu = (…)`, one a line as templates have them.
fn cua_mau(text: &str) -> Vec<String> {
    let Some((_, rest)) = text.split_once("#let cau_chu = (") else { return Vec::new() };
    let inside = rest.split("\n)").next().unwrap_or_default();
    let first = inside.split('\n').flat_map(|line| line.split(", "));
    let name = |part: &str| {
        let (name, _) = part.trim().split_once(": \"")?;
        let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        plain.then(|| name.to_owned())
    };
    first.filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_looked_into() {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/noi-dung");
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "typ") && !path.ends_with("chung.typ") {
                let text = std::fs::read_to_string(&path).unwrap();
                let shipped = MAU_TYP.iter().any(|(_, own)| *own == text);
                assert!(shipped, "{}", path.display());
            }
        }
        let known = cac_cau(&MauRieng::default());
        assert!(known.len() > 40 && known.contains("toi_du"), "{known:?}");
        let pairs = cac_cap("#let cau_chu = (a: \"x, y\",\n  b_2: \"z\",\n)\n");
        assert_eq!(pairs, [("a".into(), "x, y".into()), ("b_2".into(), "z".into())]);
        assert_eq!(cua_mau("#let cau_chu = (a: \"x\", b_2: \"y\")\n"), ["a", "b_2"]);
        assert_eq!(cua_mau("#let cau_chu = (:)\n#let x = (c: \"z\")"), Vec::<String>::new());
    }
}
