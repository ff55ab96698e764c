//! This side of the pipe: starts a worker, asks, waits no longer than the limit, kills.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::wire::Answer;
use crate::compose::compile::{Compiled, Compiler, Task};
use crate::diagnostic::Diagnostic;
use crate::machine::worker::Limits;
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::Pipe;

/// The word that makes the executable a worker.
const WORD: &str = "__compile";

/// Compiles templates in another process, which is started when first needed.
pub struct Worker {
    exe: PathBuf,
    limits: Limits,
    /// The user's own faces: what they can't draw, a template can't print.
    fonts: Option<PathBuf>,
    running: Mutex<Option<Pipe>>,
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
            None => self.start()?,
        };
        let answer = ask(&mut running, task, self.limits.time)?;
        if !matches!(answer, Answer::Panicked(_)) {
            *slot = Some(running);
        }
        Ok(answer)
    }

    fn start(&self) -> Result<Pipe, End> {
        let memory = self.limits.memory_mib.to_string();
        let mut args: Vec<OsString> = vec![WORD.into(), memory.into()];
        args.extend(self.fonts.iter().map(|folder| folder.as_os_str().to_owned()));
        let mut running = Pipe::start(&self.exe, args)?;
        match running.hear_start(|| false)? {
            Answer::Ready => Ok(running),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}

fn ask(running: &mut Pipe, task: &Task, time: Duration) -> Result<Answer, End> {
    running.tell(task)?;
    running.hear(time)
}

impl Compiler for Worker {
    fn compile(&self, task: &Task, shown: &str) -> Result<Compiled, Vec<Diagnostic>> {
        let end = match self.ask(task) {
            Ok(Answer::Said(mut compiled)) => {
                compiled.nhan_goc();
                return Ok(compiled);
            }
            Ok(Answer::Faults(faults)) => {
                return Err(faults);
            }
            Ok(Answer::TooLong) => End::TooLong,
            Ok(Answer::Panicked(words)) => End::Crash(words),
            Ok(Answer::Ready) => End::Crash(String::new()),
            Err(end) => end,
        };
        Err(vec![end.told(&Subject::Template(shown), &self.limits)])
    }
}
