//! One worker process and the tasks that it has in hand. After one that is gone another goes on with them,
//! but for the document that it was at.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::Instant;

use super::found;
use super::queue::{Batch, Step};
use super::wire::{News, Said, Task, Told};
use crate::diagnostic::Diagnostic;
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::{LOOK, Pipe};

/// So many tasks are in a worker's hand that are not wholly composed: the one that it is at, and the next,
/// so that it need not wait for us.
const IN_HAND: usize = 2;

/// A worker that was killed before it was ready is no sign that none can be had; three in a row are.
const STARTS: usize = 3;

/// So many workers in a row may end without a document to blame and without one done.
const ENDS: usize = 3;

/// The hand of one worker.
pub(super) struct Hand<'a> {
    batch: &'a Batch<'a>,
    tell: &'a dyn Fn(usize, Step),
    worker: Option<Pipe>,
    /// How many in a row did not start.
    failed_starts: usize,
    /// How many in a row ended so that nothing was to blame.
    ends: usize,
    /// Whether it knows that the user wants to stop.
    stopping: bool,
    tasks: VecDeque<InHand>,
}

/// A task, and how far it is.
struct InHand {
    number: usize,
    task: Task,
    sent: bool,
    read: bool,
    /// What was found in its hồ sơ; it is told once all of it is there.
    found: Vec<Diagnostic>,
    /// The document that the worker is at.
    at: Option<String>,
    /// Documents that are composed and on their way to the disk.
    writing: Vec<String>,
    /// There is nothing more to compose.
    ended: bool,
}

impl<'a> Hand<'a> {
    pub(super) fn new(batch: &'a Batch<'a>, tell: &'a dyn Fn(usize, Step)) -> Self {
        let (worker, tasks) = (None, VecDeque::new());
        Self { batch, tell, worker, failed_starts: 0, ends: 0, stopping: false, tasks }
    }

    /// Takes tasks until there are none. What no worker could be started for goes back.
    pub(super) fn work(mut self) {
        loop {
            self.fill();
            if self.tasks.is_empty() {
                break;
            }
            let heard = self.send_all().and_then(|()| self.hear());
            match heard {
                Ok(Said::Of(number, news)) => self.take(number, news),
                Ok(Said::TooLong) => self.lose(End::TooLong),
                Ok(Said::Ready) => self.lose(End::Crash(String::new())),
                Err(End::NoStart(why)) => {
                    self.failed_starts = self.failed_starts.saturating_add(1);
                    let stop = self.batch.cancel.asked();
                    if self.failed_starts >= STARTS || stop {
                        self.batch.give_back(why, self.tasks.into_iter().map(InHand::into_given));
                        return;
                    }
                }
                Err(end) => self.lose(end),
            }
        }
        // It has answered all.
        if let Some(worker) = self.worker {
            worker.end();
        }
    }

    fn fill(&mut self) {
        while self.tasks.iter().filter(|t| !t.ended).count() < IN_HAND
            && !self.batch.cancel.asked()
            && let Some((number, task)) = self.batch.next()
        {
            self.tasks.push_back(InHand::new(number, task));
        }
    }

    /// Tells the worker, which may have to be started, of the tasks that it doesn't know.
    fn send_all(&mut self) -> Result<(), End> {
        let worker = match &mut self.worker {
            Some(worker) => worker,
            slot => slot.insert(self.batch.start()?),
        };
        self.failed_starts = 0;
        for task in self.tasks.iter_mut().filter(|t| !t.sent) {
            worker.tell(&Told::Make(task.number, task.task.clone()))?;
            task.sent = true;
        }
        Ok(())
    }

    /// The next word of the worker, which is told to stop when the user wants to.
    fn hear(&mut self) -> Result<Said, End> {
        let Some(worker) = &mut self.worker else { return Err(End::Crash(String::new())) };
        let since = Instant::now();
        loop {
            if self.batch.cancel.asked() && !self.stopping {
                worker.tell(&Told::Stop)?;
                self.stopping = true;
            }
            match worker.hear(LOOK) {
                Err(End::Time) if since.elapsed() < self.batch.processes.limits.time => {}
                said => return said,
            }
        }
    }

    fn take(&mut self, number: usize, news: News) {
        let Some(task) = self.tasks.iter_mut().find(|t| t.number == number) else { return };
        if matches!(news, News::Made(..) | News::Failed(..)) {
            self.ends = 0;
        }
        let ho_so = self.batch.name(&task.task);
        for step in task.take(news, ho_so) {
            (self.tell)(number, step);
        }
        self.tasks.retain(|t| !t.ended || !t.writing.is_empty());
    }

    /// The worker is gone, or is sent away: what it was at is lost, and named. All else is done by another.
    fn lose(&mut self, end: End) {
        // One that gave no answer is dropped, which kills it.
        self.worker = None;
        self.stopping = false;
        self.batch.lost.store(true, Ordering::SeqCst);
        self.ends = self.ends.saturating_add(1);
        if let Some((index, culprit)) = self.culprit(&end) {
            self.ends = 0;
            self.give_up(index, culprit, &end);
        }
        self.tasks.retain(|t| !t.is_done());
        self.tasks.iter_mut().for_each(InHand::again);
    }

    /// Which task is to blame, and which of its documents; none means its reading. A worker that was waiting
    /// for the disk, or was between two steps, may have been killed by anyone: nothing is to blame, unless it
    /// happens again and again.
    fn culprit(&self, end: &End) -> Option<(usize, Option<String>)> {
        // Tasks are answered in their order: those behind this one still lie in the pipe.
        let at = self.tasks.iter().position(|t| !t.ended);
        let current = at.and_then(|index| Some((index, self.tasks.get(index)?)));
        if let Some((index, ten)) = current.and_then(|(i, t)| Some((i, t.at.clone()?))) {
            return Some((index, Some(ten)));
        }
        let reading = current.filter(|(_, t)| t.is_reading()).map(|(index, _)| (index, None));
        let mut tasks = self.tasks.iter().enumerate();
        let writing = tasks.find_map(|(i, t)| Some((i, Some(t.writing.first()?.clone()))));
        let next = || current.map(|(index, task)| (index, task.next()));
        match end {
            // A file that takes so long to write holds up the reading behind it.
            End::Time => writing.or(reading).or_else(next),
            _ if reading.is_some() => reading,
            _ if self.ends >= ENDS => writing.or_else(next),
            _ => None,
        }
    }

    /// One document; or, where the reading is to blame, all of them that are known.
    fn give_up(&mut self, index: usize, ten: Option<String>, end: &End) {
        let Some(lost) = self.tasks.get_mut(index) else { return };
        let ho_so = self.batch.name(&lost.task);
        let gone = match ten {
            Some(ten) => vec![ten],
            None => lost.task.ten.get_or_insert_default().clone(),
        };
        gone.iter().for_each(|ten| lost.done(ten));
        let told = |subject: &Subject| end.told(subject, &self.batch.processes.limits);
        let faults = Subject::all(&gone, ho_so).iter().map(told).collect();
        (self.tell)(lost.number, Step::Lost(faults));
    }
}

impl InHand {
    fn new(number: usize, task: Task) -> Self {
        let (sent, read, ended) = (false, false, false);
        let (found, writing) = (Vec::new(), Vec::new());
        Self { number, task, sent, read, found, at: None, writing, ended }
    }

    /// For another hand.
    fn into_given(self) -> (usize, Task) {
        (self.number, self.task)
    }

    fn is_reading(&self) -> bool {
        self.sent && !self.read
    }

    /// Whether all of its documents are made or lost.
    fn is_done(&self) -> bool {
        self.task.ten.as_ref().is_some_and(Vec::is_empty)
    }

    /// The document that comes next.
    fn next(&self) -> Option<String> {
        let mut wanted = self.task.ten.iter().flatten();
        wanted.find(|ten| !self.writing.contains(ten)).cloned()
    }

    /// Another worker does what is not done.
    fn again(&mut self) {
        *self = Self::new(self.number, self.task.clone());
    }

    /// What is to be told on.
    fn take(&mut self, news: News, ho_so: &str) -> Vec<Step> {
        match news {
            News::Found(faults) => self.found.extend(faults),
            News::Read { notes, ten } => return Vec::from_iter(self.take_read(notes, ten)),
            News::Begin(ten) => {
                self.at = Some(ten.clone());
                return vec![Step::Begin(ten)];
            }
            News::Composed(ten) => {
                self.at = None;
                self.writing.push(ten);
            }
            News::Made(ten, files) => {
                self.done(&ten);
                // What was found in the making of documents, after the hồ sơ itself was read.
                let found = std::mem::take(&mut self.found);
                let told = (!found.is_empty()).then_some(Step::Found(found));
                return told.into_iter().chain([Step::Made(files)]).collect();
            }
            News::Failed(ten, faults) => {
                self.done(&ten);
                return vec![Step::Lost(faults)];
            }
            News::End { left } => {
                self.ended = true;
                return self.take_end(left, ho_so);
            }
        }
        Vec::new()
    }

    /// None where someone has told it before.
    fn take_read(&mut self, notes: Vec<String>, ten: Vec<String>) -> Option<Step> {
        self.read = true;
        if self.task.ten.is_some() {
            return None;
        }
        let found = std::mem::take(&mut self.found);
        let step = Step::Read(found, notes, ten.len());
        self.task.ten = Some(ten);
        Some(step)
    }

    /// A worker that has ended a task has told what came of each of its documents.
    fn take_end(&mut self, left: Vec<String>, ho_so: &str) -> Vec<Step> {
        let mut silent = self.task.ten.clone().unwrap_or_default();
        silent.retain(|ten| !left.contains(ten) && !self.writing.contains(ten));
        silent.iter().for_each(|ten| self.done(ten));
        let faults: Vec<Diagnostic> = silent.iter().map(|ten| found::changed(ten, ho_so)).collect();
        let lost = (!faults.is_empty()).then_some(Step::Lost(faults));
        lost.into_iter().chain([Step::Left(left)]).collect()
    }

    fn done(&mut self, ten: &str) {
        self.at.take_if(|at| at == ten);
        self.writing.retain(|writing| writing != ten);
        self.task.ten.iter_mut().for_each(|wanted| wanted.retain(|name| name != ten));
    }
}

#[cfg(test)]
mod tests;
