//! Many documents: a queue of tasks, and worker processes that take from it. A document that crashes or
//! runs away loses only itself and is named.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

use super::hand::Hand;
use super::wire::{Said, Task};
use crate::diagnostic::Diagnostic;
use crate::jobs::Progress;
use crate::machine::worker::Limits;
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::{Pipe, why_not};

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
    /// Whether a worker was lost, which may have left a temporary file.
    pub lost: AtomicBool,
}

/// What has come of all tasks, in their order, and whether a worker was lost on the way.
pub(super) type Lots = (Vec<Lot>, bool);

/// Does all tasks, or as many as there are before the user stops.
pub(super) fn run(
    processes: &Processes,
    names: &[String],
    tasks: Vec<Task>,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Lots {
    let mut lots: Vec<Lot> = Vec::new();
    lots.resize_with(tasks.len(), || Lot { left: Some(Vec::new()), ..Lot::default() });
    let workers = processes.jobs.clamp(1, tasks.len().max(1));
    let batch = Batch::new(processes, names, tasks, stop);
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
            Step::Made(lines) => self.lines.extend(lines),
            Step::Lost(faults) => self.diagnostics.extend(faults),
            Step::Left(left) => self.left = (!left.is_empty()).then_some(left),
        }
    }
}

impl<'a> Batch<'a> {
    pub(super) fn new(
        processes: &'a Processes,
        names: &'a [String],
        tasks: Vec<Task>,
        stop: &'a AtomicBool,
    ) -> Self {
        let queue = Mutex::new(tasks.into_iter().enumerate().collect());
        let (no_start, lost) = (Mutex::new(None), AtomicBool::new(false));
        Self { processes, names, queue, no_start, stop, lost }
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
            if self.stop.load(Ordering::SeqCst) {
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
        match worker.hear_start(|| self.stop.load(Ordering::SeqCst))? {
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
        let task =
            |ho_so, ten: Option<&str>| Task { ho_so, ten: ten.map(|ten| vec![ten.to_owned()]) };
        let tasks = vec![task(0, Some("ke-hoach")), task(1, None), task(1, Some("x"))];
        let (lots, _) = run(&processes, &names, tasks, &AtomicBool::new(false), &Silent);
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
        let (names, stop) = (["a".to_owned()], AtomicBool::new(false));
        let start = std::time::Instant::now();
        let lots = std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(std::time::Duration::from_millis(200));
                stop.store(true, Ordering::SeqCst);
            });
            run(&processes, &names, vec![Task { ho_so: 0, ten: None }], &stop, &Silent).0
        });
        assert!(start.elapsed() < crate::machine::worker::pipe::START);
        assert!(lots[0].left.is_some() && lots[0].diagnostics.is_empty(), "{lots:?}");
    }
}
