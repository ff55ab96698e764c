//! Many documents: a queue of tasks, and worker processes that take from it. A document that crashes or
//! runs away loses only itself and is named.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::hand::Hand;
use super::wire::{Said, Task};
use crate::commands::Progress;
use crate::diagnostic::Diagnostic;
use crate::worker::Limits;
use crate::worker::end::{End, Subject};
use crate::worker::pipe::Pipe;

/// How often a thread that waits for its worker looks whether the user wants to stop.
pub(super) const LOOK: Duration = Duration::from_millis(50);

/// How this program is started as a worker.
#[derive(Debug, Clone)]
pub struct Processes {
    /// Its own file.
    pub exe: PathBuf,
    pub args: Vec<OsString>,
    /// How many at once.
    pub jobs: usize,
    pub limits: Limits,
}

/// What has come of a task.
#[derive(Debug, Default)]
pub(super) struct Lot {
    pub diagnostics: Vec<Diagnostic>,
    pub notes: Vec<String>,
    pub lines: Vec<String>,
    /// Documents that were left since the user stopped the run; none named means all.
    pub left: Option<Vec<String>>,
}

/// A step of a task, on its way from the thread that waits for the worker.
pub(super) enum Step {
    Read(Vec<Diagnostic>, Vec<String>, usize),
    Begin(String),
    Made(Vec<String>),
    Lost(Vec<Diagnostic>),
    Left(Vec<String>),
}

/// A batch that is under way.
pub(super) struct Batch<'a> {
    pub processes: &'a Processes,
    /// The hồ sơ by their places among the arguments, as the user named them.
    names: &'a [String],
    queue: Mutex<VecDeque<(usize, Task)>>,
    /// Why a worker could not be started, if that ended the work of a hand.
    no_start: Mutex<Option<String>>,
    pub stop: &'a AtomicBool,
}

/// Does all tasks, or as many as there are before the user stops; what came of each, in their order.
pub(super) fn run(
    processes: &Processes,
    names: &[String],
    tasks: Vec<Task>,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    lots.resize_with(tasks.len(), || Lot { left: Some(Vec::new()), ..Lot::default() });
    let workers = processes.jobs.clamp(1, tasks.len().max(1));
    let queue = Mutex::new(tasks.into_iter().enumerate().collect());
    let batch = Batch { processes, names, queue, no_start: Mutex::new(None), stop };
    let (sender, steps) = channel();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (batch, sender) = (&batch, sender.clone());
            scope.spawn(move || {
                // The other end lives as long as this thread.
                let tell = |number, step| drop(sender.send((number, step)));
                Hand::new(batch, &tell).work();
            });
        }
        drop(sender);
        for (index, step) in steps {
            if let Some(lot) = lots.get_mut(index) {
                lot.take(step, progress);
            }
        }
    });
    batch.tell_what_nobody_took(&mut lots);
    lots
}

impl Lot {
    fn take(&mut self, step: Step, progress: &dyn Progress) {
        // A step of any kind: the task is under way.
        self.left.take_if(|left| left.is_empty());
        match step {
            Step::Read(found, notes, documents) => {
                self.diagnostics.extend(found);
                self.notes.extend(notes);
                progress.more(documents);
            }
            Step::Begin(ten) => progress.next(&ten),
            Step::Made(lines) => self.lines.extend(lines),
            Step::Lost(faults) => self.diagnostics.extend(faults),
            Step::Left(left) => self.left = (!left.is_empty()).then_some(left),
        }
    }
}

impl Batch<'_> {
    pub(super) fn next(&self) -> Option<(usize, Task)> {
        self.queue().pop_front()
    }

    /// For another hand, if one has a worker.
    pub(super) fn give_back(&self, why: String, tasks: impl Iterator<Item = (usize, Task)>) {
        *self.no_start.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
        self.queue().extend(tasks);
    }

    /// Tasks that are still there since no worker could be had.
    fn tell_what_nobody_took(&self, lots: &mut [Lot]) {
        let why = self.no_start.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(why) = why else { return };
        while let Some((number, task)) = self.next() {
            let Some(lot) = lots.get_mut(number) else { continue };
            if self.stop.load(Ordering::SeqCst) {
                lot.left.get_or_insert_default();
                continue;
            }
            lot.left = None;
            let subject = Subject::of(task.ten.as_deref(), self.name(&task));
            let end = End::NoStart(why.clone());
            lot.diagnostics.push(end.told(&subject, &self.processes.limits));
        }
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<(usize, Task)>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The hồ sơ of a task, as the user named it.
    pub(super) fn name(&self, task: &Task) -> &str {
        self.names.get(task.ho_so).map(String::as_str).unwrap_or_default()
    }

    pub(super) fn start(&self) -> Result<Pipe, End> {
        let mut worker = Pipe::start(&self.processes.exe, &self.processes.args)?;
        match worker.hear_start()? {
            Said::Ready => Ok(worker),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Silent;

    impl Progress for Silent {
        fn more(&self, _: usize) {}
        fn next(&self, _: &str) {}
        fn end(&self) {}
    }

    #[test]
    fn without_any_worker_every_document_is_named() {
        let processes = Processes {
            exe: "/khong/co/chuong-trinh".into(),
            args: Vec::new(),
            jobs: 2,
            limits: Limits::document(),
        };
        let names = ["a".to_owned(), "b".to_owned()];
        let task = |ho_so, ten: Option<&str>| Task {
            ho_so,
            ten: ten.map(str::to_owned),
            bo_qua: Vec::new(),
            da_bao: false,
        };
        let tasks = vec![task(0, Some("ke-hoach")), task(1, None), task(1, Some("x"))];
        let lots = run(&processes, &names, tasks, &AtomicBool::new(false), &Silent);
        let told =
            |lot: &Lot| lot.diagnostics.iter().map(|d| d.message.clone()).collect::<Vec<_>>();
        for (lot, subject) in lots.iter().zip(["“ke-hoach” của “a”", "hồ sơ “b”", "“x” của “b”"])
        {
            assert!(lot.left.is_none() && lot.diagnostics.len() == 1, "{lot:?}");
            let words = format!("{subject}: không chạy được tiến trình soạn riêng");
            assert!(told(lot)[0].contains(&words), "{lot:?}");
        }
    }
}
