//! This side of the pipe: starts a worker, asks, waits no longer than the limit, kills.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Limits;
use super::end::End;
use super::wire::{Answer, LONGEST};
use crate::diagnostic::Diagnostic;
use crate::render::compile::{Compiled, Compiler, Task};

/// The word that makes the executable a worker.
const WORD: &str = "__compile";

/// A program that isn't there after so long won't come: a slow disk and a virus scanner are allowed for.
const START: Duration = Duration::from_secs(60);

/// Compiles templates in another process, which is started when first needed.
pub struct Worker {
    exe: PathBuf,
    limits: Limits,
    /// The user's own faces: what they can't draw, a template can't print.
    fonts: Option<PathBuf>,
    running: Mutex<Option<Running>>,
}

impl Worker {
    /// `exe` is this program's own file, `fonts` the folder that the user chose.
    pub fn new(exe: PathBuf, limits: Limits, fonts: Option<PathBuf>) -> Self {
        Self { exe, limits, fonts, running: Mutex::new(None) }
    }

    fn ask(&self, task: &Task) -> Result<Answer, End> {
        let mut slot = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        // Out of the slot while it works: one that gave no answer is dropped, which kills it.
        let mut running = match slot.take() {
            Some(running) => running,
            None => Running::start(self)?,
        };
        let answer = running.ask(task, self.limits.time)?;
        if !matches!(answer, Answer::Panicked(_)) {
            *slot = Some(running);
        }
        Ok(answer)
    }
}

impl Compiler for Worker {
    fn compile(&self, task: &Task, shown: &str) -> Result<Compiled, Vec<Diagnostic>> {
        let end = match self.ask(task) {
            Ok(Answer::Said(compiled)) => return Ok(compiled),
            Ok(Answer::Faults(faults)) => {
                return Err(faults.into_iter().map(Diagnostic::from).collect());
            }
            Ok(Answer::TooLong) => End::TooLong,
            Ok(Answer::Panicked(words)) => End::Crash(words),
            Ok(Answer::Ready) => End::Crash(String::new()),
            Err(end) => end,
        };
        Err(vec![end.told(shown, &self.limits)])
    }
}

/// A worker that has started and owes no answer.
struct Running {
    child: Child,
    tasks: ChildStdin,
    answers: Receiver<Vec<u8>>,
    /// Hears the error stream to its end.
    listener: Option<JoinHandle<String>>,
}

impl Running {
    fn start(worker: &Worker) -> Result<Self, End> {
        let mut child = Command::new(&worker.exe)
            .args([WORD, &worker.limits.memory_mib.to_string()])
            .args(&worker.fonts)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| End::NoStart(e.to_string()))?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(tasks), Some(stdout), Some(stderr)) = pipes else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(End::NoStart("không có ống dẫn".to_owned()));
        };
        let (sender, answers) = sync_channel(1);
        std::thread::spawn(move || hear_answers(stdout, &sender));
        let listener = Some(std::thread::spawn(move || last_words(stderr)));
        let mut running = Self { child, tasks, answers, listener };
        match running.answer(START) {
            Ok(Answer::Ready) => Ok(running),
            Ok(_) => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
            Err(End::Crash(words)) => Err(End::NoStart(words)),
            Err(_) => Err(End::NoStart("không thấy trả lời".to_owned())),
        }
    }

    fn ask(&mut self, task: &Task, time: Duration) -> Result<Answer, End> {
        let mut line = serde_json::to_vec(task).map_err(|e| End::Crash(e.to_string()))?;
        line.push(b'\n');
        // A worker that is gone shows in the answer that doesn't come.
        let _ = self.tasks.write_all(&line).and_then(|()| self.tasks.flush());
        self.answer(time)
    }

    fn answer(&mut self, time: Duration) -> Result<Answer, End> {
        match self.answers.recv_timeout(time) {
            Ok(line) => serde_json::from_slice(&line).map_err(|e| End::Crash(e.to_string())),
            Err(RecvTimeoutError::Timeout) => Err(End::Time),
            Err(RecvTimeoutError::Disconnected) => {
                let _ = self.child.wait();
                let words = self.listener.take().map(|listener| listener.join());
                Err(End::of_last_words(&words.and_then(Result::ok).unwrap_or_default()))
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes on a line after the other until the worker is gone or says more than it may.
fn hear_answers(stdout: ChildStdout, sender: &SyncSender<Vec<u8>>) {
    let mut reader = BufReader::new(stdout);
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_mul(2);
    loop {
        let mut line = Vec::new();
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line);
        let whole = read.is_ok() && line.ends_with(b"\n");
        if !whole || sender.send(line).is_err() {
            return;
        }
    }
}

/// The beginning of what the worker says on its error stream, which is read to its end.
fn last_words(mut stderr: ChildStderr) -> String {
    let mut words = Vec::new();
    let _ = stderr.by_ref().take(4096).read_to_end(&mut words);
    let _ = std::io::copy(&mut stderr, &mut std::io::sink());
    String::from_utf8_lossy(&words).into_owned()
}
