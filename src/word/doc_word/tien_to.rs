//! Prefixes: `w:` is what everyone calls WordprocessingML, but a file may call it otherwise.

use crate::writers::docx::xml::{Element, Node};

const W: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The tree with `w:` for WordprocessingML, as its root declares it.
pub(super) fn chuan_hoa(mut root: Element) -> Element {
    let of_word = |(name, uri): &&(String, String)| {
        (name == "xmlns" || name.starts_with("xmlns:")) && W.contains(&uri.as_str())
    };
    let declared = root.attributes.iter().find(of_word).map(|(name, _)| name.clone());
    let Some(name) = declared.filter(|name| name != "xmlns:w") else { return root };
    let old = name.strip_prefix("xmlns:").unwrap_or_default().to_owned();
    for (key, _) in &mut root.attributes {
        if *key == name {
            *key = "xmlns:w".to_owned();
        }
    }
    doi(&mut root, &old);
    root
}

fn doi(element: &mut Element, old: &str) {
    doi_ten(&mut element.name, old);
    if !old.is_empty() {
        element.attributes.iter_mut().for_each(|(key, _)| doi_ten(key, old));
    }
    for node in &mut element.children {
        if let Node::Element(child) = node {
            doi(child, old);
        }
    }
}

fn doi_ten(name: &mut String, old: &str) {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    if prefix == old {
        *name = format!("w:{local}");
    }
}
