//! The one pass over what docx-rs built.

mod bang;
mod chu_thich;
pub(crate) mod dong_ky;
mod duong_ke;
pub(crate) mod hinh;
mod ky_hieu;
mod order;
mod tidy;

use docx_rs::XMLDocx;

use super::dau_goc;
use super::error::WriteError;
use super::package::{Packed, Parts, pack};
use super::xml::{Element, parse, write_into};
use crate::compose::document::Document;
use crate::machine::recent::Recent;
use crate::model::the_thuc::TheThuc;

/// A part by its name, and the marks of its paragraphs.
pub(super) type Marked<T> = (T, Vec<String>);

/// The main part, made right. But for [`notes`] and [`edges`] everything else that docx-rs wrote is
/// replaced by our own parts or dropped. With `co_dong_ky` the signers get their signature lines.
pub(super) fn main(
    built: &XMLDocx,
    document: &Document,
    co_dong_ky: bool,
) -> Result<Marked<(String, Vec<u8>)>, WriteError> {
    let mut marks = Vec::new();
    let part = made_right("word/document.xml", &built.document, |root| {
        bang::repeat_heads(root);
        ky_hieu::co_chu(root, &document.the_thuc);
        hinh::dat(root, document);
        if co_dong_ky {
            dong_ky::dat(root, document);
        }
        if document.the_thuc.duong_ke_ve {
            duong_ke::ve(root, document);
        }
        marks = dau_goc::cac_doan(root);
    })?;
    Ok((part, marks))
}

/// Notes as docx-rs built them, and the measures that complete them.
type Notes = (Vec<u8>, TheThuc);

static NOTES: Recent<Notes, Marked<Packed>> = Recent::new(4);

/// The notes, made right; most files of a family have the same ones.
pub(super) fn notes(built: &XMLDocx, the_thuc: &TheThuc) -> Result<Marked<Packed>, WriteError> {
    NOTES.get_or_make((built.footnotes.clone(), the_thuc.clone()), |(notes, the_thuc)| {
        let mut marks = Vec::new();
        let complete = |root: &mut Element| {
            chu_thich::complete(root, the_thuc);
            ky_hieu::co_chu(root, the_thuc);
            marks = dau_goc::cac_doan(root);
        };
        let packed = pack(&Parts::from([made_right("word/footnotes.xml", notes, complete)?]))?;
        Ok((packed, marks))
    })
}

/// The bytes of headers and of footers.
type Edges = (Vec<Vec<u8>>, Vec<Vec<u8>>);

static EDGES: Recent<Edges, Packed> = Recent::new(4);

/// The headers and footers, made right; most files have the same ones.
pub(super) fn edges(built: &XMLDocx) -> Result<Packed, WriteError> {
    EDGES.get_or_make((built.headers.clone(), built.footers.clone()), |(headers, footers)| {
        let headers = (1..).map(header_name).zip(headers);
        let footers = (1..).map(footer_name).zip(footers);
        let parts = headers.chain(footers).map(|(name, bytes)| made_right(&name, bytes, |_| {}));
        pack(&parts.collect::<Result<Parts, _>>()?)
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

fn made_right(
    name: &str,
    bytes: &[u8],
    complete: impl FnOnce(&mut Element),
) -> Result<(String, Vec<u8>), WriteError> {
    let mut root = parse(name, bytes)?;
    tidy::tidy(&mut root);
    complete(&mut root);
    // It changes little in length, and a long one is not to be copied while it grows.
    let room = Vec::with_capacity(bytes.len().saturating_add(bytes.len() / 8));
    Ok((name.to_owned(), write_into(name, &root, room)?))
}
