//! A written Word file, opened again: parts by name, trees, and short ways to ask about them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::compose::document::Document;
use crate::writers::docx::xml::{Element, Node, parse};

pub struct WordFile {
    /// Names in the order of the archive.
    pub names: Vec<String>,
    trees: BTreeMap<String, Element>,
}

/// Writes `document` and opens the file.
pub fn open(document: &Document) -> WordFile {
    let bytes = crate::writers::docx::write(document).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut names = Vec::new();
    let mut trees = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        names.push(part.name().to_owned());
        trees.insert(part.name().to_owned(), parse(part.name(), &bytes).unwrap());
    }
    WordFile { names, trees }
}

impl WordFile {
    pub fn part(&self, name: &str) -> &Element {
        self.trees.get(name).unwrap_or_else(|| panic!("no part {name}"))
    }

    /// Every element of that name in the part, in order.
    pub fn all(&self, part: &str, name: &str) -> Vec<&Element> {
        let mut out = Vec::new();
        collect(self.part(part), name, &mut out);
        out
    }

    /// The paragraphs of the main text.
    pub fn paragraphs(&self) -> Vec<&Element> {
        self.all("word/document.xml", "w:p")
    }

    /// The style with this id.
    pub fn style(&self, id: &str) -> &Element {
        let styles = self.all("word/styles.xml", "w:style");
        let style = styles.into_iter().find(|style| attr(style, "w:styleId") == Some(id));
        style.unwrap_or_else(|| panic!("no style {id}"))
    }
}

pub fn collect<'a>(element: &'a Element, name: &str, out: &mut Vec<&'a Element>) {
    if element.name == name {
        out.push(element);
    }
    for child in elements(element) {
        collect(child, name, out);
    }
}

pub fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|node| match node {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    })
}

pub fn attr<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    let found = element.attributes.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}

/// The element at the end of `path` from `element`, first of its name at each step.
pub fn at<'a>(element: &'a Element, path: &str) -> Option<&'a Element> {
    path.split('/').try_fold(element, |here, step| elements(here).find(|child| child.name == step))
}

/// `w:val` at the end of `path`.
pub fn val_at<'a>(element: &'a Element, path: &str) -> Option<&'a str> {
    at(element, path).and_then(|found| attr(found, "w:val"))
}

/// An attribute at the end of `path`, as a number.
pub fn number_at(element: &Element, path: &str, name: &str) -> Option<i64> {
    at(element, path).and_then(|found| attr(found, name)).map(|value| value.parse().unwrap())
}

/// The text under `element`; a line break reads as a line feed.
pub fn text_of(element: &Element) -> String {
    let mut out = String::new();
    if element.name == "w:br" {
        out.push('\n');
    }
    for node in &element.children {
        match node {
            Node::Element(child) => out.push_str(&text_of(child)),
            Node::Text(text) => out.push_str(text),
        }
    }
    out
}

/// The id of a paragraph's style.
pub fn style_of(paragraph: &Element) -> Option<&str> {
    val_at(paragraph, "w:pPr/w:pStyle")
}
