//! The fields of a tree, by the numbers of its nodes.

use super::{Node, Value};
use crate::model::CacMuc;

/// Every node with its place in the tree. A key has the path of its value.
pub fn cac_muc(tep: &str, root: &Node) -> CacMuc {
    let mut all = CacMuc::new(tep);
    ben_trong(root, &mut all);
    all
}

fn ben_trong(node: &Node, all: &mut CacMuc) {
    let cha = node.span.first;
    match &node.value {
        Value::Null | Value::Text(_) => {}
        Value::List(items) => {
            for (thu, item) in items.iter().enumerate() {
                all.phan_tu(item.span.first, cha, thu);
                ben_trong(item, all);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                // What is given from outside the file has the number of the whole.
                let given = key.span.first == cha;
                if !given {
                    let name = key.text().unwrap_or_default();
                    all.khoa(key.span.first, cha, name);
                    all.khoa(value.span.first, cha, name);
                    ben_trong(key, all);
                    ben_trong(value, all);
                }
            }
        }
    }
}
