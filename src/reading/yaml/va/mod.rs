//! Vá: makes a field of a YAML file another value and leaves every other byte as it is: comments, empty lines, quotes,
//! the order of keys. What can't be shown to change that field alone is not done.

mod cay;
mod cay_json;
mod cho;
mod sua;
#[cfg(test)]
mod tests;
mod viet;

pub use cay::{Buoc, Cay};

use crate::reading::source::TepNguon;
use crate::reading::yaml::{Node, Value, parse};
use sua::{Sua, ap};

/// The tree of a file, nothing if it is empty. None if it can't be read.
pub fn cay_cua(tep: &TepNguon) -> Option<Cay> {
    match parse(tep) {
        (Some(root), _) => Some(Cay::from(&root)),
        (None, found) if found.is_empty() => Some(Cay::Trong),
        _ => None,
    }
}

/// The text of the file with another value there. None if no way to write it is safe.
pub fn va(tep: &TepNguon, duong: &[Buoc], moi: &Cay) -> Option<String> {
    let (root, found) = parse(tep);
    let root = root?;
    let truoc = Cay::from(&root);
    let muon = truoc.clone().voi(duong, moi.clone())?;
    if muon == truoc {
        return Some(tep.text.clone());
    }
    let tron = duong.len();
    let good = |text: String| {
        let after = TepNguon::decode(&tep.ten, text.as_bytes()).ok()?;
        let (root, now) = parse(&after);
        let same = root.is_some_and(|root| Cay::from(&root).bang(&muon)) && after.text == text;
        (same && now.len() <= found.len()).then_some(text)
    };
    // The least change first; then all of the field anew, then of what it stands in: a list between brackets has no
    // lines of its own.
    let least = std::iter::once((duong.len(), false));
    let whole = (1..=duong.len()).rev().map(|len| (len, true));
    for (len, ca) in least.chain(whole) {
        let duong = duong.get(..len)?;
        let moi = if len == tron { moi } else { muon.tai(duong) };
        for cach in 0..sua::CACH {
            let all = Sua { text: &tep.text, cach, ca }.muc(&root, duong, moi);
            if let Some(text) = all.and_then(|edits| ap(&tep.text, edits)).and_then(good) {
                return Some(text);
            }
        }
    }
    None
}

/// The text of the file without the key that ends the path, if its lines have no comment, or nothing else than what would
/// be written there anew. None otherwise.
pub fn bo_khoa(tep: &TepNguon, duong: &[Buoc]) -> Option<String> {
    let (root, found) = parse(tep);
    let root = root?;
    let hien = Cay::from(&root).tai(duong).clone();
    let edit = Sua { text: &tep.text, cach: 0, ca: false }.bo(&root, duong)?;
    let lines = tep.text.get(edit.khoang.clone())?;
    let said = lines.lines().any(sua::co_chu_giai);
    let text = ap(&tep.text, vec![edit])?;
    let after = TepNguon::decode(&tep.ten, text.as_bytes()).ok()?;
    let (bare, now) = parse(&after);
    let muon = Cay::from(&root).voi(duong, Cay::Trong)?;
    let same = bare.is_some_and(|bare| Cay::from(&bare).bang(&muon)) && now.len() <= found.len();
    let lai = || va(&after, duong, &hien).is_some_and(|again| again == tep.text);
    (same && after.text == text && (!said || lai())).then_some(text)
}

/// Whether the file has the key that ends the path.
pub fn co_khoa(tep: &TepNguon, duong: &[Buoc]) -> bool {
    parse(tep).0.is_some_and(|root| nut(&root, duong).is_some())
}

impl Cay {
    /// The same but for keys that are there without a value.
    fn bang(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::DanhSach(a), Self::DanhSach(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.bang(b))
            }
            (Self::Nhom(a), Self::Nhom(b)) => {
                let said = |all: &[(String, Self)]| -> Vec<(String, Self)> {
                    all.iter().filter(|(_, v)| *v != Self::Trong).cloned().collect()
                };
                let (mut a, mut b) = (said(a), said(b));
                a.sort_by(|x, y| x.0.cmp(&y.0));
                b.sort_by(|x, y| x.0.cmp(&y.0));
                a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| x.0 == y.0 && x.1.bang(&y.1))
            }
            (a, b) => a == b,
        }
    }
}

/// The node there, if something stands there.
fn nut<'n>(root: &'n Node, duong: &[Buoc]) -> Option<&'n Node> {
    duong.iter().try_fold(root, |node, buoc| match (buoc, &node.value) {
        (Buoc::Khoa(khoa), _) => node.get(khoa),
        (Buoc::PhanTu(thu), Value::List(items)) => items.get(*thu),
        _ => None,
    })
}
