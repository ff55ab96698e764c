//! What a job may take in this process: a worker of a batch is stopped from outside, the program itself by a thread
//! that looks at the clock and at the memory. Files appear whole or not at all, so that it may end at any moment but
//! while something is written into the register.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::tell::{Telling, tell};
use crate::jobs::{Cancel, Outcome, Progress, Request};
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::{Limits, memory};

/// How often the thread looks.
const LOOK: Duration = Duration::from_millis(10);

/// What a job that goes on and on says when it is ended.
const ENDS: &str = "vì vậy việc theo dõi đã dừng; sửa hồ sơ rồi chạy lại vanthu watch";

/// Nothing is under way.
const IDLE: u64 = u64::MAX;

/// What is under way, since when.
struct State {
    start: Instant,
    /// Milliseconds from the start to the last step.
    since: AtomicU64,
    at: Mutex<String>,
}

impl State {
    fn step(&self) {
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(IDLE);
        self.since.store(now, Ordering::SeqCst);
    }

    fn idle(&self) {
        self.since.store(IDLE, Ordering::SeqCst);
    }

    /// How long the last step has taken.
    fn lasts(&self) -> Duration {
        let since = self.since.load(Ordering::SeqCst);
        self.start.elapsed().saturating_sub(Duration::from_millis(since))
    }
}

/// What the job works on as a whole.
struct Whole {
    name: String,
    register: bool,
}

impl Whole {
    fn subject(&self) -> Subject<'_> {
        match self.register {
            true => Subject::Register(&self.name),
            false => Subject::Reading(&self.name),
        }
    }
}

/// Hears each step of a job, and passes it on.
pub(super) struct Guard {
    state: Arc<State>,
    next: Box<dyn Progress>,
}

impl Guard {
    /// Watches over a job from now on.
    pub(super) fn over(
        request: &Request,
        next: Box<dyn Progress>,
        cancel: &Cancel,
        telling: Telling,
    ) -> Self {
        let (start, since) = (Instant::now(), AtomicU64::new(0));
        let state = Arc::new(State { start, since, at: Mutex::default() });
        if let Some((limits, name)) = request.limits() {
            let (state, cancel) = (Arc::clone(&state), cancel.clone());
            let notes = match request {
                Request::Watch(_) => vec![ENDS.to_owned()],
                _ => Vec::new(),
            };
            let all = Whole {
                name,
                register: matches!(request, Request::Register(_) | Request::Incoming(_)),
            };
            let watch = move || watch(&state, &limits, &all, &cancel, (telling, &notes));
            // Without a thread the job runs as it did before there was one.
            let _ = std::thread::Builder::new().spawn(watch);
        }
        Self { state, next }
    }

    /// The job is done: whoever reads the outcome may take as long as he likes.
    pub(super) fn done(&self) {
        self.state.idle();
    }
}

impl Progress for Guard {
    fn more(&self, documents: usize) {
        self.state.step();
        self.next.more(documents);
    }

    fn next(&self, ten: &str) {
        self.state.step();
        ten.clone_into(&mut self.state.at.lock().unwrap_or_else(PoisonError::into_inner));
        self.next.next(ten);
    }

    fn end(&self) {
        self.state.idle();
        self.next.end();
    }
}

/// Ends the program when it takes too long or too much.
fn watch(
    state: &State,
    limits: &Limits,
    all: &Whole,
    cancel: &Cancel,
    (telling, notes): (Telling, &[String]),
) {
    loop {
        std::thread::sleep(LOOK);
        let busy = state.since.load(Ordering::SeqCst) != IDLE;
        let end = match () {
            () if busy && memory::used_mib() > limits.memory_mib => End::Memory,
            () if busy && state.lasts() > limits.time => End::Time,
            () => continue,
        };
        cancel.end_unless_held(|| {
            let at = state.at.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let subject = match at.is_empty() || all.register {
                true => all.subject(),
                false => Subject::Document(&at, &all.name),
            };
            let mut outcome = Outcome::of(end.told(&subject, limits));
            outcome.notes = notes.to_vec();
            let ended = tell(&outcome, telling);
            std::process::exit(ended as i32);
        });
    }
}
