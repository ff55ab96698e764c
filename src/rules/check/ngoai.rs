//! What is given from outside when a document is issued: its date, and its number, in place of what its
//! file says. The tree is changed before anyone reads it, so that every rule judges the document as it
//! will be printed, and the file itself stays as it is.

use crate::reading::source::ten_goc;
use crate::reading::yaml::{Node, Value};

/// The values of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TuNgoai {
    /// The document by the name of its files: `ke-hoach`, `dot-1-bao-cao`.
    pub ten: String,
    /// `15/3/2023`.
    pub ngay_ban_hanh: String,
    pub so: Option<u64>,
}

/// The documents that stand in a part of a file, by what their names add to the file's.
const PHAN: [(&str, &str); 2] = [("-ke-hoach-chi-tiet", "chi_tiet"), ("-bao-cao", "ket_qua")];

impl TuNgoai {
    /// Puts the values into the file that makes the document; leaves the others alone.
    pub fn dat(&self, tep: &str, root: &mut Node) {
        let own = ten_goc(tep);
        let part = PHAN.iter().find(|(duoi, _)| self.ten.strip_suffix(duoi) == Some(own));
        let node = match part {
            Some((_, key)) => con(root, key),
            None if self.ten == own => Some(root),
            None => None,
        };
        let Some(node) = node else { return };
        dat(node, "ngay_ban_hanh", &self.ngay_ban_hanh);
        if let Some(so) = self.so {
            dat(node, "so", &so.to_string());
        }
    }
}

fn con<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    let Value::Map(entries) = &mut node.value else { return None };
    entries.iter_mut().find(|(k, _)| k.text() == Some(key)).map(|(_, value)| value)
}

/// A value that isn't there yet has the place of what it belongs to.
fn dat(node: &mut Node, key: &str, text: &str) {
    let value = Value::Text(text.to_owned());
    if let Some(there) = con(node, key) {
        there.value = value;
        return;
    }
    let span = node.span;
    if let Value::Map(entries) = &mut node.value {
        entries.push((Node { value: Value::Text(key.to_owned()), span }, Node { value, span }));
    }
}
