//! Where in the files a finding is that knows its field alone, as those of a document that is being composed do.

use super::chay::{byte_tai, dong_cot};
use super::vi_tri::ViTri;
use crate::diagnostic::{About, Diagnostic, Place};
use crate::model::Nguon;
use crate::reading::source::TepNguon;
use crate::reading::yaml::{self, Node, Span, Value};

/// Gives findings their places in the files that a document was read from.
pub fn dat_cho<'t>(
    mut found: Vec<Diagnostic>,
    cac_tep: impl IntoIterator<Item = &'t TepNguon> + Clone,
) -> Vec<Diagnostic> {
    for d in found.iter_mut().filter(|d| d.place.is_none()) {
        let Some(About { nguon, words }) = d.about.as_deref() else { continue };
        let tep = cac_tep.clone().into_iter().find(|tep| tep.ten == nguon.muc.tep());
        d.place = tep.map(|tep| cho(tep, nguon, words).cut());
    }
    found
}

/// The place of the words in the piece of a field, or of the piece, or of the field.
fn cho(tep: &TepNguon, nguon: &Nguon, words: &str) -> Place {
    let so = nguon.muc.so();
    let span = Span { first: so, last: so };
    let value = match nguon.muc.la_chu() {
        true => Some(tep.text.clone()),
        false => gia_tri(tep, so),
    };
    let start = value.as_deref().and_then(|value| trong_gia_tri(value, nguon, words));
    let found = value.as_deref().zip(start).and_then(|(value, at)| {
        let vi_tri = match nguon.muc.la_chu() {
            true => ViTri::nguyen(0, value),
            false => {
                let place = yaml::place(tep, span);
                ViTri::tim(&tep.text, byte_tai(&tep.text, place.line, place.column)?, value)?
            }
        };
        vi_tri.gan(&(at..value.len()))
    });
    let place = match found {
        Some(at) => {
            let (line, column) = dong_cot(&tep.text, at);
            tep.place(line, column)
        }
        None if nguon.muc.la_chu() => tep.place(1, 1),
        None => yaml::place(tep, span),
    };
    let several = value.as_deref().filter(|v| v.trim_end_matches('\n').contains('\n'));
    let before = several.zip(start).and_then(|(value, at)| value.get(..at));
    let line = before.map(|text| text.matches('\n').count().saturating_add(1));
    place.of(nguon.muc.duong(), line)
}

/// The byte of the value where the words begin, or the piece.
fn trong_gia_tri(value: &str, nguon: &Nguon, words: &str) -> Option<usize> {
    let piece = nguon.khoang.clone().unwrap_or(0..value.len());
    let text = value.get(piece.clone())?;
    let inside = text.find(words).filter(|_| !words.is_empty());
    match (inside, &nguon.khoang) {
        (Some(at), _) => Some(piece.start.saturating_add(at)),
        (None, Some(_)) => Some(piece.start),
        (None, None) => None,
    }
}

/// The value of a node.
fn gia_tri(tep: &TepNguon, so: usize) -> Option<String> {
    fn tim(node: &Node, so: usize) -> Option<&str> {
        if node.span.first == so {
            return node.text();
        }
        match &node.value {
            Value::Null | Value::Text(_) => None,
            Value::List(items) => items.iter().find_map(|item| tim(item, so)),
            Value::Map(entries) => entries.iter().find_map(|(k, v)| tim(k, so).or(tim(v, so))),
        }
    }
    tim(&yaml::parse(tep).0?, so).map(str::to_owned)
}
