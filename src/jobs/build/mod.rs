//! `build`: load → check → render → write. A few short documents are made here, many or long ones by worker
//! processes, which can be stopped.

mod batch;
mod document;
mod found;
mod hand;
mod once;
mod queue;
mod request;
mod say;
mod server;
mod target;
mod tron;
mod wire;
mod writer;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::load::{self, HoSo, Loaded};
use super::make::Order;
use super::means::{cua, interrupted};
use super::{Means, Outcome};
use crate::diagnostic::{Diagnostic, Severity};
use crate::machine::output;
use crate::machine::worker::threads;
use crate::reading::source;
use batch::Lot;
use queue::Processes;
use wire::Task;

pub use document::MEMORY;
pub use request::BuildRequest;
pub use server::serve;
pub use tron::{
    KetQuaTron, canh_bao as canh_bao_tron, ho_so as ho_so_tron, tron, van_ban as van_ban_tron,
};
pub use wire::ViecTron;

/// With so many hồ sơ the workers read them too.
const HO_SO_NHIEU: usize = 4;
/// Fewer documents are made before two workers have started.
const VAN_BAN_NHIEU: usize = 6;
/// Texts of more bytes, a hundred pages and up, may take long: they are made where they can be stopped.
const DAI: usize = 200 * 1024;

/// Makes every document that it can; one with a fault stops nothing but itself.
pub fn build(request: &BuildRequest, means: &Means) -> Outcome {
    if let Some(fault) = source::ten_bi_tach(&request.ho_so) {
        return Outcome::of(fault);
    }
    let mut loaded = match load::shared(&request.shared) {
        Ok(loaded) => loaded,
        Err(fault) => return Outcome::of(fault),
    };
    let diagnostics = std::mem::take(&mut loaded.found);
    let mut outcome = Outcome { diagnostics, ..Outcome::default() };
    let each = once::each_once(&request.ho_so);
    if let Err(fault) = once::no_two_in_one(request, &each) {
        return Outcome::of(fault);
    }
    if each.len() < HO_SO_NHIEU {
        few(request, &each, &loaded, means, &mut outcome);
    } else {
        let task = |(ho_so, _): &(usize, &Path)| Task { ho_so: *ho_so, ten: None, dong: None };
        in_workers(request, each.iter().map(task).collect(), means, &mut outcome);
    }
    if outcome.made.is_empty() {
        khong_co_gi(&mut outcome.diagnostics);
    }
    outcome
}

/// Whatever the reason, who asked for a paper is told that there is none, and the run has failed.
fn khong_co_gi(found: &mut Vec<Diagnostic>) {
    for own in found.iter_mut().filter(|own| own.code == "no-document") {
        own.severity = Severity::Error;
    }
    if found.is_empty() {
        let message = "không có văn bản nào được soạn";
        let hint = "xem hồ sơ có tệp văn bản chưa, và tên ghi sau --only có đúng không";
        found.push(Diagnostic::error("no-document", message).hint(hint));
    }
}

/// A few hồ sơ: all are read here, so that it is known how many documents they make.
fn few(
    request: &BuildRequest,
    each: &[(usize, &Path)],
    loaded: &Loaded,
    means: &Means,
    outcome: &mut Outcome,
) {
    let order = Order::of(&request.wanted, &loaded.fonts, means.compiler);
    let mut all: Vec<(usize, HoSo, PathBuf)> = Vec::new();
    for (index, path) in each {
        match load::ho_so(path, &loaded.fonts, &loaded.mau) {
            Ok(ho_so) => all.push((*index, ho_so, target::of(request, path))),
            Err(found) => outcome.diagnostics.extend(found),
        }
    }
    all.retain(|(_, ho_so, folder)| {
        outcome.diagnostics.extend(found::found(&order, ho_so));
        outcome.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
        let ready = match order.pick(ho_so).is_empty() {
            true => Ok(()),
            false => target::prepare(request, folder),
        };
        ready.map_err(|fault| outcome.diagnostics.push(fault)).is_ok()
    });
    let may_take_long =
        request.shared.bounds().limited() || all.iter().any(|(_, h, _)| h.byte > DAI);
    let documents: usize = all.iter().map(|(_, ho_so, _)| order.pick(ho_so).len()).sum();
    if documents < VAN_BAN_NHIEU && !may_take_long {
        means.progress.more(documents);
        threads::as_many_as_there_are();
        all.iter().for_each(|(_, ho_so, folder)| make_here(&order, ho_so, folder, means, outcome));
        return;
    }
    let tasks = all.iter().flat_map(|(index, ho_so, _)| {
        order.pick(ho_so).into_iter().map(|sound| Task {
            ho_so: *index,
            ten: Some(vec![sound.ten.to_owned()]),
            dong: None,
        })
    });
    in_workers(request, tasks.collect(), means, outcome);
}

fn make_here(order: &Order, ho_so: &HoSo, folder: &Path, means: &Means, outcome: &mut Outcome) {
    for sound in &order.pick(ho_so) {
        let made = means
            .next(VIEC, sound.ten, &ho_so.duong_dan)
            .map_err(|left| vec![left])
            .and_then(|()| document::make(order, sound, folder));
        match made {
            Ok((made, found)) => {
                outcome.made.extend(made);
                outcome.diagnostics.extend(found);
            }
            Err(faults) => outcome.diagnostics.extend(faults),
        }
    }
}

fn in_workers(request: &BuildRequest, tasks: Vec<Task>, means: &Means, outcome: &mut Outcome) {
    let asked: Vec<(usize, Vec<String>)> =
        tasks.iter().map(|task| (task.ho_so, task.ten.clone().unwrap_or_default())).collect();
    means.progress.more(asked.iter().map(|(_, ten)| ten.len()).sum());
    let processes = Processes::of(means.exe, request);
    let (lots, lost) = batch::run(&processes, request, tasks, means.cancel, means.progress);
    for (lot, (ho_so, ten)) in lots.into_iter().zip(&asked) {
        let path = request.ho_so.get(*ho_so).map(|path| path.display().to_string());
        take(lot, &path.unwrap_or_default(), ten, outcome);
    }
    if lost {
        // What a worker that was stopped was writing.
        let folders: BTreeSet<PathBuf> = asked
            .iter()
            .filter_map(|(ho_so, _)| Some(target::of(request, request.ho_so.get(*ho_so)?)))
            .collect();
        folders.iter().for_each(|folder| output::sweep(folder));
    }
}

/// What has come of one task: of the documents `ten` of a hồ sơ, or of all that it has.
fn take(lot: Lot, ho_so: &str, ten: &[String], outcome: &mut Outcome) {
    let Lot { diagnostics, notes, made, left } = lot;
    if diagnostics.is_empty() && made.is_empty() && left.is_none() {
        outcome.diagnostics.extend(ten.iter().map(|ten| found::changed(ten, ho_so)));
    }
    outcome.diagnostics.extend(diagnostics);
    outcome.notes.extend(notes);
    outcome.made.extend(made);
    let Some(left) = left else { return };
    let left = if left.is_empty() { ten } else { left.as_slice() };
    match left.is_empty() {
        // A hồ sơ that was not even read.
        true => outcome.diagnostics.push(interrupted(VIEC, &format!("“{ho_so}”"))),
        false => {
            outcome.diagnostics.extend(left.iter().map(|ten| interrupted(VIEC, &cua(ten, ho_so))))
        }
    }
}

/// What is done to a document.
const VIEC: &str = "soạn";
