//! From a part's bytes to its tree.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Element, Node, el};
use crate::writers::docx::error::WriteError;

/// How deep elements may nest; Word's own text hardly gets past thirty.
const DEPTH: usize = 256;

/// Reads the part `name`. A document type is refused: no part of a Word file has one, and entities are
/// how a small file becomes an endless one.
pub(crate) fn parse(name: &str, bytes: &[u8]) -> Result<Element, WriteError> {
    read_tree(bytes).map_err(|reason| WriteError::BadXml { part: name.to_owned(), reason })
}

fn read_tree(bytes: &[u8]) -> Result<Element, String> {
    let text = std::str::from_utf8(bytes).map_err(text_of)?;
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let finished = match reader.read_event().map_err(text_of)? {
            Event::DocType(_) => return Err("có khai báo DOCTYPE".to_owned()),
            Event::Start(_) if open.len() >= DEPTH => {
                return Err(format!("lồng nhau quá {DEPTH} tầng"));
            }
            Event::Start(start) => {
                open.push(element_of(&start)?);
                None
            }
            Event::Empty(start) => Some(element_of(&start)?),
            Event::End(_) => Some(open.pop().ok_or("thẻ đóng không có thẻ mở")?),
            Event::Text(piece) => {
                add_text(&mut open, &piece.decode().map_err(text_of)?);
                None
            }
            Event::CData(piece) => {
                add_text(&mut open, &piece.decode().map_err(text_of)?);
                None
            }
            Event::GeneralRef(reference) => {
                add_text(&mut open, &resolve(&reference)?);
                None
            }
            Event::Eof => return Err("không có phần tử gốc".to_owned()),
            _ => None,
        };
        if let Some(mut element) = finished {
            // Most have one child and one attribute, and a book of ten thousand rows has a million of them.
            element.children.shrink_to_fit();
            match open.last_mut() {
                Some(parent) => parent.children.push(Node::Element(element)),
                None => return Ok(element),
            }
        }
    }
}

fn element_of(start: &BytesStart<'_>) -> Result<Element, String> {
    let name = start.name();
    let mut element = el(std::str::from_utf8(name.as_ref()).map_err(text_of)?);
    element.attributes.reserve_exact(start.attributes().with_checks(false).count());
    for attribute in start.attributes() {
        let attribute = attribute.map_err(text_of)?;
        let key = std::str::from_utf8(attribute.key.as_ref()).map_err(text_of)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(text_of)?;
        element.attributes.push((key.to_owned(), value.into_owned()));
    }
    Ok(element)
}

/// Adjoining pieces of text (the reader cuts at `&…;`) become one node.
fn add_text(open: &mut [Element], piece: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(piece),
        _ => parent.children.push(Node::Text(piece.to_owned())),
    }
}

fn resolve(reference: &BytesRef<'_>) -> Result<String, String> {
    if let Some(character) = reference.resolve_char_ref().map_err(text_of)? {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(text_of)?;
    resolve_predefined_entity(&name)
        .map(str::to_owned)
        .ok_or_else(|| format!("không biết thực thể &{name};"))
}

fn text_of(error: impl ToString) -> String {
    error.to_string()
}
