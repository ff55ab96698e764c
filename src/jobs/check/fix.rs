//! `check --fix`: writes what is sure into the YAML files, each replaced whole.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Outcome, load};
use crate::machine::output::{self, Ready};
use crate::reading::source::{self, HoSoNguon, MauRieng};
use crate::rules::check::check;
use crate::rules::soat::sua::sua;

/// A change may bring another to light (a doubled space before a comma); never more than a few.
const LUOT: usize = 8;

/// Puts one hồ sơ right as far as that is sure, and tells every change.
pub(super) fn fix(path: &Path, (fonts, mau): (&Fonts, &MauRieng), outcome: &mut Outcome) {
    // What can't be read is told by the check that follows.
    let Ok(mut nguon) = source::read_ho_so(path) else { return };
    load::them_mau(&mut nguon, path, mau);
    let mut changed: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut lines = Vec::new();
    for _ in 0..LUOT {
        let done = mot_luot(&mut nguon, &mut changed, fonts, outcome);
        if done.is_empty() {
            break;
        }
        lines.extend(done);
    }
    let ready = changed.into_iter().map(|(ten, bytes)| Ready { path: noi_ghi(&ten), bytes });
    match output::write_all(&ready.collect::<Vec<_>>()) {
        Ok(()) => outcome.lines.extend(lines),
        Err(fault) => outcome.diagnostics.push(fault),
    }
}

/// A link stays a link: the file behind it is the one to be replaced.
fn noi_ghi(ten: &str) -> PathBuf {
    source::duong_that(Path::new(ten))
}

/// One round over all files; what was changed, a line each.
fn mot_luot(
    nguon: &mut HoSoNguon,
    changed: &mut BTreeMap<String, Vec<u8>>,
    fonts: &Fonts,
    outcome: &mut Outcome,
) -> Vec<String> {
    let found = check(nguon, &|c| fonts.has(c)).diagnostics;
    let mut lines = Vec::new();
    let only = nguon.chi.clone();
    for tep in nguon.tep.iter_mut().chain(&mut nguon.md) {
        let own = |d: &&Diagnostic| d.place.as_ref().is_some_and(|place| place.file == tep.ten);
        let sure: Vec<&Diagnostic> =
            found.iter().filter(own).filter(|d| !d.fix.is_empty()).collect();
        if sure.is_empty() || only.as_ref().is_some_and(|only| *only != tep.ten) {
            continue;
        }
        let bytes = match changed.get(&tep.ten) {
            Some(bytes) => bytes.clone(),
            None => match source::doc_tep(Path::new(&tep.ten)) {
                Ok(bytes) => bytes,
                Err(faults) => {
                    outcome.diagnostics.extend(faults);
                    continue;
                }
            },
        };
        match sua(tep, &bytes, &sure) {
            Some(done) => {
                lines.extend(done.xong.iter().flat_map(|d| dong(d, &tep.text)));
                changed.insert(tep.ten.clone(), done.bytes);
                *tep = done.tep;
            }
            None if !changed.contains_key(&tep.ten) => outcome.diagnostics.push(tu_choi(&tep.ten)),
            None => {}
        }
    }
    lines
}

fn tu_choi(ten: &str) -> Diagnostic {
    let message = format!("không sửa được “{ten}” một cách an toàn; tệp giữ nguyên");
    Diagnostic::warning("fix-refused", message).hint("sửa tay những chỗ đã báo")
}

/// `ke-hoach.yaml:12:5: “điều” → “Điều” (VT101)`.
fn dong(d: &Diagnostic, text: &str) -> Vec<String> {
    let file = d.place.as_ref().map_or("", |place| place.file.as_str());
    let lines = d.fix.iter().map(|edit| {
        let cu = text.get(edit.range.clone()).unwrap_or_default();
        let (line, column, moi, ma) = (edit.line, edit.column, &edit.text, &d.code);
        format!("{file}:{line}:{column}: “{cu}” → “{moi}” ({ma})")
    });
    lines.collect()
}
