//! From a part's tree to its bytes.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{Element, Node};
use crate::writers::docx::error::WriteError;

/// Writes the part `name` with its XML declaration.
pub(crate) fn write(name: &str, root: &Element) -> Result<Vec<u8>, WriteError> {
    write_into(name, root, Vec::new())
}

/// The same behind `room`, which has what the part takes.
pub(crate) fn write_into(name: &str, root: &Element, room: Vec<u8>) -> Result<Vec<u8>, WriteError> {
    check_characters(name, root)?;
    let mut writer = Writer::new(room);
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
    writer
        .write_event(Event::Decl(declaration))
        .and_then(|()| write_element(&mut writer, root))
        .map_err(|error| WriteError::BadXml { part: name.to_owned(), reason: error.to_string() })?;
    Ok(writer.into_inner())
}

fn write_element(writer: &mut Writer<Vec<u8>>, element: &Element) -> io::Result<()> {
    let mut start = BytesStart::new(element.name.as_str());
    for (name, value) in &element.attributes {
        start.push_attribute((name.as_str(), value.as_str()));
    }
    if element.children.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    for child in &element.children {
        match child {
            Node::Element(child) => write_element(writer, child)?,
            Node::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
        }
    }
    writer.write_event(Event::End(BytesEnd::new(element.name.as_str())))
}

/// Word refuses a whole file for one character that XML 1.0 does not allow.
fn check_characters(part: &str, element: &Element) -> Result<(), WriteError> {
    let check = |text: &str| match forbidden(text) {
        Some(character) => Err(WriteError::BadCharacter { part: part.to_owned(), character }),
        None => Ok(()),
    };
    for (_, value) in &element.attributes {
        check(value)?;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => check_characters(part, child)?,
            Node::Text(text) => check(text)?,
        }
    }
    Ok(())
}

fn forbidden(text: &str) -> Option<char> {
    // A byte of these begins every forbidden character, and hardly a text has one.
    let suspect = |byte: u8| byte < b' ' || byte == 0xEF;
    if !text.bytes().any(suspect) {
        return None;
    }
    text.chars().find(|c| !is_xml_char(*c))
}

/// `Char` of XML 1.0, section 2.2.
fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}
