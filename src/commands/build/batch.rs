//! Many documents: a queue of tasks, and worker processes that take from it. A document that crashes or
//! runs away loses only itself and is named.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::hand::Hand;
use super::wire::{Said, Task};
use crate::commands::Progress;
use crate::diagnostic::Diagnostic;
use crate::worker::Limits;
use crate::worker::end::End;
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
    let batch = Batch { processes, names, queue, stop };
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

    /// For another worker.
    pub(super) fn give_back(&self, number: usize, task: Task) {
        self.queue().push_front((number, task));
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
