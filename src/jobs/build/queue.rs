//! The tasks of a batch that no worker has yet, and how a worker is started.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::request::BuildRequest;
use super::wire::{Said, Task};
use crate::diagnostic::Diagnostic;
use crate::jobs::Cancel;
use crate::machine::worker::end::End;
use crate::machine::worker::pipe::Pipe;
use crate::machine::worker::{Limits, threads};

/// The word that makes the executable a worker.
const WORD: &str = "__build";

/// How this program is started as a worker.
#[derive(Debug, Clone)]
pub(super) struct Processes {
    /// Its own file.
    pub exe: PathBuf,
    pub args: Vec<OsString>,
    /// How many at once.
    pub jobs: usize,
    pub limits: Limits,
}

impl Processes {
    /// As many and as patient as the request says; as many as there are cores where it doesn't.
    pub(super) fn of(exe: &Path, request: &BuildRequest) -> Self {
        let limits = request.shared.limits(Limits::document());
        let args = vec![WORD.into(), limits.memory_mib.to_string().into()];
        let jobs = request.jobs.map_or_else(threads::cores, NonZeroUsize::get);
        Self { exe: exe.to_owned(), args, jobs, limits }
    }
}

/// A step of a task, on its way from the thread that waits for the worker.
pub(super) enum Step {
    Read(Vec<Diagnostic>, Vec<String>, usize),
    Begin(String),
    /// What was found in the making of documents.
    Found(Vec<Diagnostic>),
    Made(Vec<PathBuf>),
    Lost(Vec<Diagnostic>),
    Left(Vec<String>),
}

/// A batch that is under way.
pub(super) struct Batch<'a> {
    pub processes: &'a Processes,
    request: &'a BuildRequest,
    /// The hồ sơ by their places in the request, as the user named them.
    names: Vec<String>,
    queue: Mutex<VecDeque<(usize, Task)>>,
    /// Why a worker could not be started, if that ended the work of a hand.
    no_start: Mutex<Option<String>>,
    pub cancel: &'a Cancel,
    /// Whether a worker was lost, which may have left a temporary file.
    pub lost: AtomicBool,
}

impl<'a> Batch<'a> {
    pub(super) fn new(
        processes: &'a Processes,
        request: &'a BuildRequest,
        tasks: Vec<Task>,
        cancel: &'a Cancel,
    ) -> Self {
        let queue = Mutex::new(tasks.into_iter().enumerate().collect());
        let (no_start, lost) = (Mutex::new(None), AtomicBool::new(false));
        let names = request.ho_so.iter().map(|path| path.display().to_string()).collect();
        Self { processes, request, names, queue, no_start, cancel, lost }
    }

    pub(super) fn next(&self) -> Option<(usize, Task)> {
        self.queue().pop_front()
    }

    /// For another hand, if one has a worker.
    pub(super) fn give_back(&self, why: String, tasks: impl Iterator<Item = (usize, Task)>) {
        *self.no_start.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
        self.queue().extend(tasks);
    }

    /// Why a worker could not be started, if that ended the work of a hand; told once.
    pub(super) fn why_not_started(&self) -> Option<String> {
        self.no_start.lock().unwrap_or_else(PoisonError::into_inner).take()
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
        worker.tell(self.request)?;
        match worker.hear_start(|| self.cancel.asked())? {
            Said::Ready => Ok(worker),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}
