//! The other side of the pipe: one task after the other, within the memory that it was given.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;

use super::wire::Answer;
use crate::compose::compile::{Task, own};
use crate::compose::fonts::Fonts;
use crate::machine::worker::serving::{self, send, words_of};

/// Answers tasks from standard input until it closes.
pub fn serve(memory_mib: usize, fonts: Fonts) {
    serving::serve(memory_mib, Some, move |tasks| answer_all(tasks, &fonts));
}

fn answer_all(tasks: &Receiver<String>, fonts: &Fonts) {
    let mut next = Some(Answer::Ready);
    while let Some(answer) = next {
        let last = matches!(answer, Answer::Panicked(_));
        if send(&answer, || Answer::TooLong).is_err() || last {
            return;
        }
        next = tasks.recv().ok().map(|line| answer_to(&line, fonts));
    }
}

fn answer_to(line: &str, fonts: &Fonts) -> Answer {
    let task: Task = match serde_json::from_str(line) {
        Ok(task) => task,
        Err(e) => return Answer::Panicked(e.to_string()),
    };
    let result = catch_unwind(AssertUnwindSafe(|| own(&task, fonts)));
    // One template's memory must not count as the next one's.
    typst::comemo::evict(1);
    match result {
        Ok(Ok(compiled)) => Answer::Said(compiled),
        Ok(Err(faults)) => Answer::Faults(faults),
        Err(panic) => Answer::Panicked(words_of(&*panic)),
    }
}
