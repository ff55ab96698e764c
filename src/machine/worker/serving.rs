//! What every worker does on its side of the pipe: bounds its memory, hears its tasks, answers.

use std::any::Any;
use std::io::Write;
use std::process::exit;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{Builder, JoinHandle};

use serde::Serialize;

use super::pipe::{LONGEST, why_not};
use super::{memory, threads};

/// Room for the deepest nesting that Typst allows, also where a thread gets little by default.
const STACK: usize = 64 * 1024 * 1024;

/// Hands each line of standard input to `sort`, which may keep it from the tasks, and lets `answer_all`
/// answer the others. When the input closes the process ends at once, even in the midst of a task:
/// whoever asked is gone.
pub fn serve(
    memory_mib: usize,
    sort: impl Fn(String) -> Option<String> + Send + 'static,
    answer_all: impl FnOnce(&Receiver<String>) + Send + 'static,
) {
    let (sender, tasks) = sync_channel::<String>(1);
    let listen = move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            let Some(task) = sort(line) else { continue };
            if sender.send(task).is_err() {
                break;
            }
        }
        exit(0);
    };
    if let Err(error) = Builder::new().spawn(listen) {
        return last_words(&why_not(&error));
    }
    if !memory::limit(memory_mib) {
        return last_words("đã dùng quá bộ nhớ từ lúc bắt đầu");
    }
    let answer = move || {
        // One worker, one core: what Typst hands to other threads this one does itself, so that none waits
        // for the other.
        threads::only_this();
        answer_all(&tasks);
    };
    match Builder::new().stack_size(STACK).spawn(answer).map(JoinHandle::join) {
        Ok(Ok(())) => {}
        Ok(Err(panic)) => last_words(&words_of(&*panic)),
        Err(error) => last_words(&why_not(&error)),
    }
}

/// Why there will be no answer, for whoever asked.
pub fn last_words(words: &str) {
    let words = words.replace('\n', " ");
    let _ = std::io::stderr().write_all(format!("{words}\n").as_bytes());
}

/// Sends an answer, or another if it is too long.
pub fn send<A: Serialize>(answer: &A, if_too_long: impl FnOnce() -> A) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    if line.len() > LONGEST {
        line = serde_json::to_vec(&if_too_long())?;
    }
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    out.write_all(&line)?;
    out.flush()
}

/// The words of a panic.
pub fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}
