//! One worker process and the tasks that it has in hand. After one that is gone another goes on with them,
//! but for the document that it was at.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::Instant;

use super::batch::{Batch, LOOK, Step};
use super::wire::{News, Order, Said, Task};
use crate::diagnostic::Diagnostic;
use crate::worker::end::{End, Subject};
use crate::worker::pipe::Pipe;

/// So many tasks are in a worker's hand that are not wholly composed: the one that it is at, and the next,
/// so that it need not wait for us.
const IN_HAND: usize = 2;

/// A worker that was killed before it was ready is no sign that none can be had; three in a row are.
const STARTS: usize = 3;

/// The hand of one worker.
pub(super) struct Hand<'a> {
    batch: &'a Batch<'a>,
    tell: &'a dyn Fn(usize, Step),
    worker: Option<Pipe>,
    /// How many in a row did not start.
    failed_starts: usize,
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
    /// How many documents it has in all, once that is known.
    documents: Option<usize>,
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
        Self { batch, tell, worker, failed_starts: 0, stopping: false, tasks }
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
                    if self.failed_starts >= STARTS {
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
            && !self.batch.stop.load(Ordering::SeqCst)
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
            worker.tell(&Order::Make(task.number, task.task.clone()))?;
            task.sent = true;
        }
        Ok(())
    }

    /// The next word of the worker, which is told to stop when the user wants to.
    fn hear(&mut self) -> Result<Said, End> {
        let Some(worker) = &mut self.worker else { return Err(End::Crash(String::new())) };
        let since = Instant::now();
        loop {
            if self.batch.stop.load(Ordering::SeqCst) && !self.stopping {
                worker.tell(&Order::Stop)?;
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
        if let Some(step) = task.take(news) {
            (self.tell)(number, step);
        }
        self.tasks.retain(|t| !t.ended || !t.writing.is_empty());
    }

    /// The worker is gone, or is sent away: what it was at is lost, and named.
    fn lose(&mut self, end: End) {
        // One that gave no answer is dropped, which kills it.
        self.worker = None;
        self.stopping = false;
        let first = |is: fn(&InHand) -> bool| self.tasks.iter().position(is);
        let found = first(|t| t.at.is_some()).or_else(|| match end {
            // A file that takes so long to write holds up the reading behind it.
            End::Time => first(InHand::is_writing).or_else(|| first(InHand::is_reading)),
            _ => first(InHand::is_reading).or_else(|| first(InHand::is_writing)),
        });
        let Some(lost) = self.tasks.get_mut(found.unwrap_or(0)) else { return };
        let ho_so = self.batch.name(&lost.task);
        let ten = lost.at.take().or_else(|| lost.is_writing().then(|| lost.writing.remove(0)));
        let subject = Subject::of(ten.as_deref(), ho_so);
        let fault = end.told(&subject, &self.batch.processes.limits);
        (self.tell)(lost.number, Step::Lost(vec![fault]));
        let given_up = ten.is_none().then_some(lost.number);
        lost.task.bo_qua.extend(ten);
        self.tasks.retain(|t| Some(t.number) != given_up && !t.is_done());
        self.tasks.iter_mut().for_each(InHand::again);
    }
}

impl InHand {
    fn new(number: usize, task: Task) -> Self {
        let (sent, read, ended) = (false, false, false);
        Self { number, task, sent, read, documents: None, at: None, writing: Vec::new(), ended }
    }

    /// For another hand.
    fn into_given(self) -> (usize, Task) {
        (self.number, self.task)
    }

    fn is_reading(&self) -> bool {
        self.sent && !self.read
    }

    fn is_writing(&self) -> bool {
        !self.writing.is_empty()
    }

    /// Whether all of its documents are made or lost.
    fn is_done(&self) -> bool {
        self.documents == Some(self.task.bo_qua.len())
    }

    /// Another worker does what is not done.
    fn again(&mut self) {
        let (number, task, documents) = (self.number, self.task.clone(), self.documents);
        *self = Self { documents, ..Self::new(number, task) };
    }

    /// What is to be told on.
    fn take(&mut self, news: News) -> Option<Step> {
        match news {
            News::Read { faults, notes, documents } => {
                self.read = true;
                self.documents = Some(documents.saturating_add(self.task.bo_qua.len()));
                let told = std::mem::replace(&mut self.task.da_bao, true);
                let found = faults.into_iter().map(Diagnostic::from).collect();
                Some(Step::Read(found, notes, if told { 0 } else { documents }))
            }
            News::Begin(ten) => {
                self.at = Some(ten.clone());
                Some(Step::Begin(ten))
            }
            News::Composed(ten) => {
                self.at = None;
                self.writing.push(ten);
                None
            }
            News::Made(ten, lines) => {
                self.done(ten);
                Some(Step::Made(lines))
            }
            News::Failed(ten, faults) => {
                self.done(ten);
                Some(Step::Lost(faults.into_iter().map(Diagnostic::from).collect()))
            }
            News::End { left } => {
                self.ended = true;
                Some(Step::Left(left))
            }
        }
    }

    fn done(&mut self, ten: String) {
        self.at.take_if(|at| *at == ten);
        self.writing.retain(|writing| *writing != ten);
        self.task.bo_qua.push(ten);
    }
}
