//! `build` and `check`: load → check → render → write.

use std::path::{Path, PathBuf};

use super::Report;
use super::load::{self, HoSo};
use crate::cli::{BuildArgs, CheckArgs, Format};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::output::{self, Ready};
use crate::render::fonts::Fonts;
use crate::render::soan::soan;
use crate::{docx, pdf};

/// Makes every document that it can; one with a fault stops nothing but itself.
pub fn build(args: &BuildArgs) -> Report {
    each_ho_so(&args.ho_so, args.common.fonts.as_deref(), |ho_so, fonts, report| {
        let folder = target(ho_so, args);
        for (ten, document) in documents(ho_so, fonts, report) {
            match files(&document, &folder, &ten, &args.format, fonts)
                .and_then(|ready| write(&ready))
            {
                Ok(written) => report.lines.extend(written),
                Err(faults) => report.diagnostics.extend(faults),
            }
        }
    })
}

/// Reads and checks all, words and templates included; writes nothing.
pub fn check(args: &CheckArgs) -> Report {
    each_ho_so(&args.ho_so, args.common.fonts.as_deref(), |ho_so, fonts, report| {
        documents(ho_so, fonts, report);
    })
}

fn each_ho_so(
    paths: &[PathBuf],
    font_folder: Option<&Path>,
    mut work: impl FnMut(&HoSo, &Fonts, &mut Report),
) -> Report {
    let mut report = Report::default();
    let fonts = match load::fonts(font_folder) {
        Ok(fonts) => fonts,
        Err(fault) => {
            report.diagnostics.push(fault);
            return report;
        }
    };
    for path in paths {
        match load::ho_so(path, &fonts) {
            Ok(ho_so) => {
                report.diagnostics.extend(ho_so.ket_qua.diagnostics.iter().cloned());
                report.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
                work(&ho_so, &fonts, &mut report);
            }
            Err(faults) => report.diagnostics.extend(faults),
        }
    }
    report
}

/// The hồ sơ's documents without faults, by the names of their files.
fn documents(ho_so: &HoSo, fonts: &Fonts, report: &mut Report) -> Vec<(String, Document)> {
    let mut out = Vec::new();
    for tai_lieu in &ho_so.ket_qua.van_ban {
        let Some(van_ban) = &tai_lieu.van_ban else { continue };
        match soan(van_ban, fonts) {
            Ok(document) => out.push((tai_lieu.ten.clone(), document)),
            Err(faults) => report.diagnostics.extend(faults),
        }
    }
    out
}

/// Where a hồ sơ's files go: beside its YAML, or into `-o`; with several, each into a folder of its name.
fn target(ho_so: &HoSo, args: &BuildArgs) -> PathBuf {
    match &args.output {
        None => ho_so.thu_muc.clone(),
        Some(dir) if args.ho_so.len() > 1 => dir.join(&ho_so.ten),
        Some(dir) => dir.clone(),
    }
}

fn files(
    document: &Document,
    folder: &Path,
    ten: &str,
    formats: &[Format],
    fonts: &Fonts,
) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let mut ready = Vec::new();
    if formats.contains(&Format::Pdf) {
        let bytes = pdf::write(document, fonts)?;
        ready.push(Ready { path: folder.join(format!("{ten}.pdf")), bytes });
    }
    if formats.contains(&Format::Docx) {
        let bytes = docx::write(document).map_err(|fault| {
            vec![Diagnostic::error(
                "internal",
                format!("lỗi của chương trình khi làm Word: {fault}"),
            )]
        })?;
        ready.push(Ready { path: folder.join(format!("{ten}.docx")), bytes });
    }
    Ok(ready)
}

fn write(ready: &[Ready]) -> Result<Vec<String>, Vec<Diagnostic>> {
    output::write_all(ready).map_err(|fault| vec![fault])?;
    Ok(ready.iter().map(|file| file.path.display().to_string()).collect())
}
