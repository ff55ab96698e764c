//! Many documents: worker processes that take tasks from a queue, and what has come of each task. A document that crashes or
//! runs away loses only itself and is named.

use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread::Builder;

use super::hand::Hand;
use super::queue::{Batch, Processes, Step};
use super::request::BuildRequest;
use super::wire::Task;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Cancel, Progress};
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::why_not;

/// What has come of a task.
#[derive(Debug, Default)]
pub(super) struct Lot {
    pub diagnostics: Vec<Diagnostic>,
    pub notes: Vec<String>,
    pub made: Vec<PathBuf>,
    /// Documents that were left since the user stopped the run; none named means all.
    pub left: Option<Vec<String>>,
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
    tell_what_nobody_took(&batch, &mut lots);
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
            Step::Found(found) | Step::Lost(found) => self.diagnostics.extend(found),
            Step::Left(left) => self.left = (!left.is_empty()).then_some(left),
        }
    }
}

/// Tasks that are still there since no worker could be had.
fn tell_what_nobody_took(batch: &Batch, lots: &mut [Lot]) {
    let Some(why) = batch.why_not_started() else { return };
    while let Some((number, task)) = batch.next() {
        let Some(lot) = lots.get_mut(number) else { continue };
        let wanted = task.ten.clone().unwrap_or_default();
        if batch.cancel.asked() {
            lot.left = Some(wanted);
            continue;
        }
        lot.left = None;
        let end = End::NoStart(why.clone());
        let told = |subject: &Subject| end.told(subject, &batch.processes.limits);
        lot.diagnostics.extend(Subject::all(&wanted, batch.name(&task)).iter().map(told));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::Silence;
    use crate::machine::worker::Limits;

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
        let task = |ho_so, ten: Option<&str>| Task {
            ho_so,
            ten: ten.map(|ten| vec![ten.to_owned()]),
            dong: None,
        };
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
            run(
                &processes,
                &request,
                vec![Task { ho_so: 0, ten: None, dong: None }],
                &cancel,
                &Silence,
            )
            .0
        });
        assert!(start.elapsed() < crate::machine::worker::pipe::START);
        assert!(lots[0].left.is_some() && lots[0].diagnostics.is_empty(), "{lots:?}");
    }
}
