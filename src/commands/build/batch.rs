//! Many documents: a queue of tasks, and worker processes that take from it. A document that crashes or
//! runs away loses only itself and is named.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::wire::{Order, Said, Task};
use crate::commands::Progress;
use crate::diagnostic::Diagnostic;
use crate::worker::Limits;
use crate::worker::end::{End, Subject};
use crate::worker::pipe::Pipe;

/// How often a thread that waits for its worker looks whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(50);

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
enum Step {
    Read(Vec<Diagnostic>, Vec<String>, usize),
    Begin(String),
    Made(Vec<String>),
    Lost(Vec<Diagnostic>),
    Left(Vec<String>),
}

/// A batch that is under way.
struct Batch<'a> {
    processes: &'a Processes,
    /// The hồ sơ by their places among the arguments, as the user named them.
    names: &'a [String],
    queue: Mutex<VecDeque<(usize, Task)>>,
    stop: &'a AtomicBool,
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
            scope.spawn(move || batch.work(&sender));
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
    /// What one thread does: takes tasks for its worker until there are none.
    fn work(&self, steps: &Sender<(usize, Step)>) {
        let mut worker = None;
        while !self.stop.load(Ordering::SeqCst)
            && let Some((index, task)) = self.next()
        {
            let tell = |step| {
                // The other end lives as long as this thread.
                let _ = steps.send((index, step));
            };
            if !self.whole(&mut worker, task, &tell) {
                return;
            }
        }
        // Before `whole` returned it had answered.
        if let Some(worker) = worker {
            worker.end();
        }
    }

    fn next(&self) -> Option<(usize, Task)> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    /// Does a task to its end: after a worker that is gone another goes on behind the document that it
    /// was at. False if no worker can be started.
    fn whole(&self, worker: &mut Option<Pipe>, mut task: Task, tell: &dyn Fn(Step)) -> bool {
        let name = self.names.get(task.ho_so).map(String::as_str).unwrap_or_default();
        loop {
            let mut at = None;
            let Err(end) = self.once(worker, &mut task, &mut at, tell) else { return true };
            // One that gave no answer is dropped, which kills it.
            *worker = None;
            let started = !matches!(end, End::NoStart(_));
            let subject = match &at {
                Some(ten) => Subject::Document(ten, name),
                None => Subject::Reading(name),
            };
            tell(Step::Lost(vec![end.told(&subject, &self.processes.limits)]));
            if !started || at.is_none() {
                return started;
            }
        }
    }

    /// Asks a worker once. `at` is the document that it is at; those behind it need not be made again.
    fn once(
        &self,
        slot: &mut Option<Pipe>,
        task: &mut Task,
        at: &mut Option<String>,
        tell: &dyn Fn(Step),
    ) -> Result<(), End> {
        let worker = match slot {
            Some(worker) => worker,
            None => slot.insert(self.start()?),
        };
        worker.tell(&Order::Make(task.clone()))?;
        loop {
            match self.hear(worker)? {
                Said::Read { faults, notes, documents } => {
                    let found = faults.into_iter().map(Diagnostic::from).collect();
                    // Told again after a loss, the documents are counted already.
                    let more = if task.bo_qua.is_empty() { documents } else { 0 };
                    tell(Step::Read(found, notes, more));
                    task.da_bao = true;
                }
                Said::Begin(ten) => {
                    task.bo_qua.push(ten.clone());
                    *at = Some(ten.clone());
                    tell(Step::Begin(ten));
                }
                Said::Made(lines) => {
                    *at = None;
                    tell(Step::Made(lines));
                }
                Said::Failed(faults) => {
                    *at = None;
                    tell(Step::Lost(faults.into_iter().map(Diagnostic::from).collect()));
                }
                Said::Done { left } => {
                    tell(Step::Left(left));
                    return Ok(());
                }
                Said::TooLong => return Err(End::TooLong),
                Said::Ready => return Err(End::Crash(String::new())),
            }
        }
    }

    fn start(&self) -> Result<Pipe, End> {
        let mut worker = Pipe::start(&self.processes.exe, &self.processes.args)?;
        match worker.hear_start()? {
            Said::Ready => Ok(worker),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }

    /// The next word of a worker, which is told to stop when the user is.
    fn hear(&self, worker: &mut Pipe) -> Result<Said, End> {
        let since = Instant::now();
        let mut told = false;
        loop {
            match worker.hear(LOOK) {
                Err(End::Time) if since.elapsed() < self.processes.limits.time => {}
                said => return said,
            }
            if self.stop.load(Ordering::SeqCst) && !told {
                worker.tell(&Order::Stop)?;
                told = true;
            }
        }
    }
}
