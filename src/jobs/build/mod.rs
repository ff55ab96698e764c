//! `build`: load → check → render → write. A few short documents are made here, many or long ones by worker
//! processes, which can be stopped.

mod batch;
mod hand;
mod here;
mod once;
mod server;
mod wire;
mod writer;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::load::{self, HoSo};
use super::make::Order;
use super::{Progress, Report};
use crate::compose::compile::Compiler;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::faces::cli::BuildArgs;
use crate::machine::output;
use crate::machine::worker::threads;
use crate::reading::source::MauRieng;
use batch::Lot;
use wire::Task;

pub use batch::Processes;
pub use here::MEMORY;
pub use server::serve;

/// With so many hồ sơ the workers read them too.
const HO_SO_NHIEU: usize = 4;
/// Fewer documents are made before two workers have started.
const VAN_BAN_NHIEU: usize = 6;
/// Texts of more bytes, a hundred pages and up, may take long: they are made where they can be stopped.
const DAI: usize = 200 * 1024;

/// What a build works with.
pub struct Means<'a> {
    pub progress: &'a dyn Progress,
    /// Compiles the office's own templates.
    pub compiler: &'a dyn Compiler,
    pub processes: &'a Processes,
    /// Becomes true when the user wants to stop.
    pub stop: &'a AtomicBool,
}

/// Makes every document that it can; one with a fault stops nothing but itself.
pub fn build(args: &BuildArgs, means: &Means) -> Report {
    let mut report = Report::default();
    let fonts = match load::fonts(args.common.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(fault) => return Report::of(fault),
    };
    let (mau_chung, found) = match load::mau_chung(args.common.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Report::of(fault),
    };
    report.diagnostics.extend(found);
    let each = once::each_once(&args.ho_so);
    if let Err(fault) = once::no_two_in_one(args, &each) {
        return Report::of(fault);
    }
    if each.len() < HO_SO_NHIEU {
        few(args, &each, (&fonts, &mau_chung), means, &mut report);
    } else {
        let task = |(ho_so, _): &(usize, &Path)| Task { ho_so: *ho_so, ten: None };
        in_workers(args, each.iter().map(task).collect(), means, &mut report);
    }
    means.progress.end();
    report
}

/// A few hồ sơ: all are read here, so that it is known how many documents they make.
fn few(
    args: &BuildArgs,
    each: &[(usize, &Path)],
    (fonts, mau): (&Fonts, &MauRieng),
    means: &Means,
    report: &mut Report,
) {
    let order = Order::of(&args.out, fonts, means.compiler);
    let mut all: Vec<(usize, HoSo, PathBuf)> = Vec::new();
    for (index, path) in each {
        match load::ho_so(path, fonts, mau) {
            Ok(ho_so) => all.push((*index, ho_so, here::target(args, path))),
            Err(found) => report.diagnostics.extend(found),
        }
    }
    all.retain(|(_, ho_so, folder)| {
        report.diagnostics.extend(here::found(&order, ho_so));
        report.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
        let ready = match order.pick(ho_so).is_empty() {
            true => Ok(()),
            false => here::prepare(args, folder),
        };
        ready.map_err(|fault| report.diagnostics.push(fault)).is_ok()
    });
    let may_take_long = args.time_limit.is_some() || all.iter().any(|(_, h, _)| h.byte > DAI);
    let documents: usize = all.iter().map(|(_, ho_so, _)| order.pick(ho_so).len()).sum();
    if documents < VAN_BAN_NHIEU && !may_take_long {
        means.progress.more(documents);
        threads::as_many_as_there_are();
        all.iter().for_each(|(_, ho_so, folder)| make_here(&order, ho_so, folder, means, report));
        return;
    }
    let tasks = all.iter().flat_map(|(index, ho_so, _)| {
        order
            .pick(ho_so)
            .into_iter()
            .map(|sound| Task { ho_so: *index, ten: Some(vec![sound.ten.to_owned()]) })
    });
    in_workers(args, tasks.collect(), means, report);
}

fn make_here(order: &Order, ho_so: &HoSo, folder: &Path, means: &Means, report: &mut Report) {
    for document in &order.pick(ho_so) {
        if means.stop.load(Ordering::SeqCst) {
            report.diagnostics.push(left(document.ten, &ho_so.duong_dan.display().to_string()));
            continue;
        }
        means.progress.next(document.ten);
        match here::one(order, document, folder) {
            Ok(lines) => report.lines.extend(lines),
            Err(faults) => report.diagnostics.extend(faults),
        }
    }
}

fn in_workers(args: &BuildArgs, tasks: Vec<Task>, means: &Means, report: &mut Report) {
    let names: Vec<String> = args.ho_so.iter().map(|path| path.display().to_string()).collect();
    let asked: Vec<(usize, Vec<String>)> =
        tasks.iter().map(|task| (task.ho_so, task.ten.clone().unwrap_or_default())).collect();
    means.progress.more(asked.iter().map(|(_, ten)| ten.len()).sum());
    let (lots, lost) = batch::run(means.processes, &names, tasks, means.stop, means.progress);
    for (Lot { diagnostics, notes, lines, left: not_made }, (ho_so, ten)) in
        lots.into_iter().zip(&asked)
    {
        let name = names.get(*ho_so).map(String::as_str).unwrap_or_default();
        if diagnostics.is_empty() && lines.is_empty() && not_made.is_none() {
            report.diagnostics.extend(ten.iter().map(|ten| here::changed(ten, name)));
        }
        report.diagnostics.extend(diagnostics);
        report.notes.extend(notes);
        report.lines.extend(lines);
        let Some(not_made) = not_made else { continue };
        let not_made = if not_made.is_empty() { ten.clone() } else { not_made };
        match not_made.is_empty() {
            true => report.diagnostics.push(all_left(name)),
            false => report.diagnostics.extend(not_made.iter().map(|ten| left(ten, name))),
        }
    }
    if lost {
        // What a worker that was stopped was writing.
        let folders: BTreeSet<PathBuf> = asked
            .iter()
            .filter_map(|(ho_so, _)| Some(here::target(args, args.ho_so.get(*ho_so)?)))
            .collect();
        folders.iter().for_each(|folder| output::sweep(folder));
    }
}

/// A document that was not made since the user stopped the run.
fn left(ten: &str, ho_so: &str) -> Diagnostic {
    let message = format!("đã dừng khi chưa soạn “{ten}” của “{ho_so}”");
    Diagnostic::error("interrupted", message).hint("chạy lại lệnh để soạn tiếp")
}

/// The same of a hồ sơ that was not even read.
fn all_left(ho_so: &str) -> Diagnostic {
    Diagnostic::error("interrupted", format!("đã dừng khi chưa soạn “{ho_so}”"))
        .hint("chạy lại lệnh để soạn tiếp")
}
