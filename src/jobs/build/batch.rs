//! Many documents: a queue of tasks, and worker processes that take from it. A document that crashes or
//! runs away loses only itself and is named.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::Duration;

use super::BuildRequest;
use super::hand::Hand;
use super::wire::{Said, Task};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Cancel, Progress};
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::{Pipe, why_not};
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
        let mut limits = Limits::document();
        limits.time = request.time_limit.map_or(limits.time, |s| Duration::from_secs(s.get()));
        let args = vec![WORD.into(), limits.memory_mib.to_string().into()];
        let jobs = request.jobs.map_or_else(threads::cores, NonZeroUsize::get);
        Self { exe: exe.to_owned(), args, jobs, limits }
    }
}

/// What has come of a task.
#[derive(Debug, Default)]
pub(super) struct Lot {
    pub diagnostics: Vec<Diagnostic>,
    pub notes: Vec<String>,
    pub made: Vec<PathBuf>,
    /// Documents that were left since the user stopped the run; none named means all.
    pub left: Option<Vec<String>>,
}

/// A step of a task, on its way from the thread that waits for the worker.
pub(super) enum Step {
    Read(Vec<Diagnostic>, Vec<String>, usize),
    Begin(String),
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

/// What has come of all tasks, in their order, and whether a worker was lost on the way.
pub(super) type Lots = (Vec<Lot>, bool);

/// Does all tasks, or as many as there are before the user stops.
pub(super) fn run(
    processes: &Processes,
    request: &BuildRequest,
    tasks: Vec<Task>,
    cancel: &Cancel,
    progress: &dyn Progress,
) -> Lots {
    let mut lots: Vec<Lot> = Vec::new();
    lots.resize_with(tasks.len(), || Lot { left: Some(Vec::new()), ..Lot::default() });
    let workers = processes.jobs.clamp(1, tasks.len().max(1));
    let batch = Batch::new(processes, request, tasks, cancel);
    let (sender, steps) = channel();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (batch, sender) = (&batch, sender.clone());
            let work = move || {
                // The other end lives as long as this thread.
                let tell = |number, step| drop(sender.send((number, step)));
                Hand::new(batch, &tell).work();
            };
            // One hand the less; without any, nobody takes the tasks.
            if let Err(error) = Builder::new().spawn_scoped(scope, work) {
                batch.give_back(why_not(&error), std::iter::empty());
            }
        }
        drop(sender);
        for (index, step) in steps {
            if let Some(lot) = lots.get_mut(index) {
                lot.take(step, progress);
            }
        }
    });
    batch.tell_what_nobody_took(&mut lots);
    (lots, batch.lost.into_inner())
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
            Step::Made(made) => self.made.extend(made),
            Step::Lost(faults) => self.diagnostics.extend(faults),
            Step::Left(left) => self.left = (!left.is_empty()).then_some(left),
        }
    }
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

    /// Tasks that are still there since no worker could be had.
    fn tell_what_nobody_took(&self, lots: &mut [Lot]) {
        let why = self.no_start.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(why) = why else { return };
        while let Some((number, task)) = self.next() {
            let Some(lot) = lots.get_mut(number) else { continue };
            let wanted = task.ten.clone().unwrap_or_default();
            if self.cancel.asked() {
                lot.left = Some(wanted);
                continue;
            }
            lot.left = None;
            let end = End::NoStart(why.clone());
            let told = |subject: &Subject| end.told(subject, &self.processes.limits);
            lot.diagnostics.extend(Subject::all(&wanted, self.name(&task)).iter().map(told));
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
        worker.tell(self.request)?;
        match worker.hear_start(|| self.cancel.asked())? {
            Said::Ready => Ok(worker),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::Silence;

    fn request(ho_so: &[&str]) -> BuildRequest {
        BuildRequest { ho_so: ho_so.iter().map(PathBuf::from).collect(), ..BuildRequest::default() }
    }

    #[test]
    fn without_any_worker_every_document_is_named() {
        let processes = Processes {
            exe: "/khong/co/chuong-trinh".into(),
            args: Vec::new(),
            jobs: 2,
            limits: Limits::document(),
        };
        let request = request(&["a", "b"]);
        let task =
            |ho_so, ten: Option<&str>| Task { ho_so, ten: ten.map(|ten| vec![ten.to_owned()]) };
        let tasks = vec![task(0, Some("ke-hoach")), task(1, None), task(1, Some("x"))];
        let (lots, _) = run(&processes, &request, tasks, &Cancel::default(), &Silence);
        let told =
            |lot: &Lot| lot.diagnostics.iter().map(|d| d.message.clone()).collect::<Vec<_>>();
        for (lot, subject) in lots.iter().zip(["“ke-hoach” của “a”", "hồ sơ “b”", "“x” của “b”"])
        {
            assert!(lot.left.is_none() && lot.diagnostics.len() == 1, "{lot:?}");
            let words = format!("{subject}: không chạy được tiến trình soạn riêng");
            assert!(told(lot)[0].contains(&words), "{lot:?}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn nobody_waits_for_a_worker_that_does_not_start_once_the_user_wants_to_stop() {
        let processes = Processes {
            exe: "/bin/sleep".into(),
            args: vec!["300".into()],
            jobs: 1,
            limits: Limits::document(),
        };
        let (request, cancel) = (request(&["a"]), Cancel::default());
        let start = std::time::Instant::now();
        let lots = std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(std::time::Duration::from_millis(200));
                cancel.ask();
            });
            run(&processes, &request, vec![Task { ho_so: 0, ten: None }], &cancel, &Silence).0
        });
        assert!(start.elapsed() < crate::machine::worker::pipe::START);
        assert!(lots[0].left.is_some() && lots[0].diagnostics.is_empty(), "{lots:?}");
    }
}
