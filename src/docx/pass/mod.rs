//! The one pass over what docx-rs built.

mod bang;
mod chu_thich;
pub(crate) mod dong_ky;
mod order;
mod tidy;

use docx_rs::XMLDocx;

use super::error::WriteError;
use super::package::{Packed, Parts, pack};
use super::xml::{Element, parse, write};
use crate::document::Document;
use crate::recent::Recent;

/// The parts of the text, made right. But for headers and footers ([`edges`]) everything else that docx-rs
/// wrote is replaced by our own parts or dropped. With `co_dong_ky` the signers get their signature lines.
pub(super) fn finish(
    built: &XMLDocx,
    document: &Document,
    co_dong_ky: bool,
) -> Result<Parts, WriteError> {
    let mut parts = Parts::new();
    add(&mut parts, "word/document.xml", &built.document, |root| {
        bang::repeat_heads(root);
        if co_dong_ky {
            dong_ky::dat(root, document);
        }
    })?;
    add(&mut parts, "word/footnotes.xml", &built.footnotes, |root| {
        chu_thich::complete(root, &document.the_thuc);
    })?;
    Ok(parts)
}

/// The bytes of headers and of footers.
type Edges = (Vec<Vec<u8>>, Vec<Vec<u8>>);

static EDGES: Recent<Edges, Packed> = Recent::new(4);

/// The headers and footers, made right; most files have the same ones.
pub(super) fn edges(built: &XMLDocx) -> Result<Packed, WriteError> {
    let edges = (built.headers.clone(), built.footers.clone());
    EDGES.get_or_make(edges, |(headers, footers)| {
        let mut parts = Parts::new();
        for (number, header) in (1..).zip(headers) {
            add(&mut parts, &header_name(number), header, |_| {})?;
        }
        for (number, footer) in (1..).zip(footers) {
            add(&mut parts, &footer_name(number), footer, |_| {})?;
        }
        pack(&parts)
    })
}

/// The name of the header part `number`, which counts from 1.
pub(super) fn header_name(number: usize) -> String {
    format!("word/header{number}.xml")
}

/// The name of the footer part `number`, which counts from 1.
pub(super) fn footer_name(number: usize) -> String {
    format!("word/footer{number}.xml")
}

/// Puts the children of `root` and of all inside it into the schema's order.
pub(crate) fn in_order(mut root: Element) -> Element {
    sort_all(&mut root);
    root
}

fn sort_all(element: &mut Element) {
    element.elements_mut().for_each(sort_all);
    order::sort(element);
}

fn add(
    parts: &mut Parts,
    name: &str,
    bytes: &[u8],
    complete: impl FnOnce(&mut Element),
) -> Result<(), WriteError> {
    let mut root = parse(name, bytes)?;
    tidy::tidy(&mut root);
    complete(&mut root);
    parts.insert(name.to_owned(), write(name, &root)?);
    Ok(())
}
