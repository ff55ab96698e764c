//! `diff`: two versions of a document, told in sentences or written as a Word file with tracked changes.

use std::path::Path;

use super::phien_ban::{self, PhienBan};
use super::{Outcome, Report, load};
use crate::compose::compile::Compiler;
use crate::diagnostic::Diagnostic;
use crate::faces::cli::DiffArgs;
use crate::machine::output::{self, Ready};
use crate::word::dau_sua;
use crate::word::so_sanh::{ThayDoi, so_sanh};

/// Compares; says nothing on standard output if nothing changed.
pub fn diff(args: &DiffArgs, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    if let Err(fault) = so_sanh_tat_ca(args, compiler, &mut report) {
        report.diagnostics.push(fault);
    }
    // As of old: 0 the same, 1 different, 2 not compared.
    if report.diagnostics.iter().any(Diagnostic::is_error) {
        report.at_best = Some(Outcome::Unusable);
    }
    report
}

fn so_sanh_tat_ca(
    args: &DiffArgs,
    compiler: &dyn Compiler,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let fonts = load::fonts(args.common.fonts.as_deref())?;
    let (mau_chung, found) = load::mau_chung(args.common.mau.as_deref())?;
    report.diagnostics.extend(found);
    let mut ban = |path: &Path| {
        let (ban, found) = phien_ban::cac_ban(path, &fonts, &mau_chung, compiler);
        report.diagnostics.extend(found.into_iter().filter(Diagnostic::is_error));
        if phien_ban::la_word(path) {
            report.diagnostics.extend(ban.first().and_then(|b| phien_ban::con_dau_sua(path, b)));
        }
        ban
    };
    let (cu, moi) = (ban(&args.cu), ban(&args.moi));
    if report.diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(());
    }
    let (pairs, lone) = ghep(&cu, &moi);
    if let Some(path) = &args.output {
        ghi(path, args, &pairs, report)?;
    }
    for (ten, o_dau) in &lone {
        report.lines.push(format!("{ten}: chỉ có ở bản {o_dau}"));
    }
    let several = pairs.len().saturating_add(lone.len()) > 1;
    for (a, b) in &pairs {
        let changes = so_sanh(&a.word.khoi, &b.word.khoi);
        report.lines.extend(
            changes.iter().map(|change| dong(change, several.then_some(&b.ten), args.common.json)),
        );
    }
    if report.lines.is_empty() {
        report.notes.push("hai bản giống nhau".to_owned());
    } else {
        report.at_best = Some(Outcome::BadData);
    }
    Ok(())
}

/// A change as a line.
fn dong(change: &ThayDoi, ten: Option<&String>, json: bool) -> String {
    if json {
        return serde_json::to_string(change).unwrap_or_default();
    }
    match ten {
        Some(ten) => format!("{ten}: {}", change.cau),
        None => change.cau.clone(),
    }
}

type Cap<'a> = (&'a PhienBan, &'a PhienBan);

/// One on each side belong together whatever they are called; else the name decides.
fn ghep<'a>(
    cu: &'a [PhienBan],
    moi: &'a [PhienBan],
) -> (Vec<Cap<'a>>, Vec<(&'a str, &'static str)>) {
    if let ([a], [b]) = (cu, moi) {
        return (vec![(a, b)], Vec::new());
    }
    let named = |list: &'a [PhienBan], ten: &str| list.iter().find(|ban| ban.ten == ten);
    let pairs = moi.iter().filter_map(|b| Some((named(cu, &b.ten)?, b))).collect();
    // A single Word file against a hồ sơ asks for its own document only.
    let asks_all = cu.len() > 1 && moi.len() > 1;
    let gone = cu.iter().filter(|a| named(moi, &a.ten).is_none()).map(|a| (a.ten.as_str(), "cũ"));
    let come = moi.iter().filter(|b| named(cu, &b.ten).is_none()).map(|b| (b.ten.as_str(), "mới"));
    let lone = gone
        .filter(|_| asks_all || cu.len() == 1)
        .chain(come.filter(|_| asks_all || moi.len() == 1));
    (pairs, lone.collect())
}

/// Writes the tracked changes of the one pair that there is.
fn ghi(path: &Path, args: &DiffArgs, pairs: &[Cap], report: &mut Report) -> Result<(), Diagnostic> {
    let [(cu, moi)] = pairs else {
        let message = format!("-o ghi một văn bản, mà đang so {} văn bản", pairs.len());
        return Err(Diagnostic::error("wrong-use", message)
            .hint("chỉ ra tệp YAML hoặc tệp .docx của một văn bản"));
    };
    if !phien_ban::la_word(path) || *path == args.cu || *path == args.moi {
        let message = format!("không ghi bản có dấu sửa vào “{}”", path.display());
        return Err(Diagnostic::error("wrong-use", message).hint("đặt một tên .docx khác"));
    }
    let bytes = dau_sua::viet(&cu.word, &moi.word).map_err(|fault| {
        Diagnostic::error("internal", format!("lỗi của chương trình khi ghi dấu sửa: {fault}"))
    })?;
    output::write_all(&[Ready { path: path.to_owned(), bytes }])?;
    report.notes.push(format!("đã ghi {}", path.display()));
    Ok(())
}
