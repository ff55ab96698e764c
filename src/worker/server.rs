//! The other side of the pipe: one task after the other, within the memory that it was given.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::exit;
use std::sync::mpsc::{Receiver, sync_channel};

use super::memory;
use super::wire::{Answer, LONGEST};
use crate::render::compile::{Task, own};
use crate::render::fonts::Fonts;

/// Room for the deepest nesting that Typst allows, also where a thread gets little by default.
const STACK: usize = 64 * 1024 * 1024;

/// Answers tasks from standard input until it closes. Then the process ends at once, even in the midst of
/// a template: whoever asked is gone.
pub fn serve(memory_mib: usize, fonts: Fonts) {
    let (sender, tasks) = sync_channel::<String>(1);
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
        exit(0);
    });
    if !memory::limit(memory_mib) {
        return;
    }
    let answering =
        std::thread::Builder::new().stack_size(STACK).spawn(move || answer_all(&tasks, &fonts));
    let _ = answering.map(|thread| thread.join());
}

fn answer_all(tasks: &Receiver<String>, fonts: &Fonts) {
    let mut next = Some(Answer::Ready);
    while let Some(answer) = next {
        let last = matches!(answer, Answer::Panicked(_));
        if send(&answer).is_err() || last {
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
        Ok(Err(faults)) => Answer::Faults(faults.into_iter().map(Into::into).collect()),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let words = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Answer::Panicked(words.unwrap_or_default().to_owned())
        }
    }
}

fn send(answer: &Answer) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    if line.len() > LONGEST {
        line = serde_json::to_vec(&Answer::TooLong)?;
    }
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    out.write_all(&line)?;
    out.flush()
}
