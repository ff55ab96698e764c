//! What a job works with besides its request; every face has its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, TryLockError};

use crate::compose::compile::Compiler;
use crate::compose::worker::Worker;
use crate::diagnostic::Diagnostic;
use crate::machine::recent_folders::RecentFolders;
use crate::machine::worker::Limits;

/// What a face hands to a job.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// This program's own file, started anew where many documents are to be made.
    pub exe: &'a Path,
    /// Compiles the office's own templates.
    pub compiler: &'a dyn Compiler,
    pub progress: &'a dyn Progress,
    pub cancel: &'a Cancel,
    /// The registers that were written into on this machine, where that is known.
    pub registers: Option<&'a RecentFolders>,
}

/// Hears how far a job has come.
pub trait Progress {
    /// So many more documents will be taken up.
    fn more(&self, documents: usize);
    /// This one comes next.
    fn next(&self, ten: &str);
    /// There is no more.
    fn end(&self);
}

/// Nobody wants to know.
pub struct Silence;

impl Progress for Silence {
    fn more(&self, _: usize) {}
    fn next(&self, _: &str) {}
    fn end(&self) {}
}

/// Someone's wish that a job stop. The job looks at it between two documents: the one in hand is finished,
/// the others are named. Every copy is of the same wish.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Wish>);

#[derive(Debug, Default)]
struct Wish {
    asked: AtomicBool,
    /// Locked while something is under way that must come to its end.
    held: Mutex<()>,
}

impl Cancel {
    pub fn ask(&self) {
        self.0.asked.store(true, Ordering::SeqCst);
    }

    pub fn asked(&self) -> bool {
        self.0.asked.load(Ordering::SeqCst)
    }

    /// Does what must not be left half-way, such as writing into the register.
    pub fn hold<T>(&self, work: impl FnOnce() -> T) -> T {
        let _held = self.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// Ends the program at once, as `end` does it, but never in the midst of what is held.
    pub fn end_unless_held(&self, end: impl FnOnce()) {
        match self.0.held.try_lock() {
            Err(TryLockError::WouldBlock) => {}
            Ok(_) | Err(TryLockError::Poisoned(_)) => end(),
        }
    }
}

/// Compiles templates in a process of the program `exe`, with the faces in the folder `fonts` or the bundled
/// ones.
pub fn compiler(exe: PathBuf, fonts: Option<PathBuf>) -> Worker {
    Worker::new(exe, Limits::template(), fonts)
}

impl Means<'_> {
    /// The document `ten` of a hồ sơ is taken up; or the job was cancelled, and that is to be told of it. `viec`
    /// is what would be done to it: `soạn`.
    pub(super) fn next(&self, viec: &str, ten: &str, ho_so: &Path) -> Result<(), Diagnostic> {
        self.go_on(viec, &cua(ten, &ho_so.display().to_string()))?;
        self.progress.next(ten);
        Ok(())
    }

    /// The same of a step that is no document.
    pub(super) fn go_on(&self, viec: &str, what: &str) -> Result<(), Diagnostic> {
        if self.cancel.asked() { Err(interrupted(viec, what)) } else { Ok(()) }
    }
}

/// Something that was not done since the job was cancelled before.
pub(super) fn interrupted(viec: &str, what: &str) -> Diagnostic {
    Diagnostic::error("interrupted", format!("đã dừng khi chưa {viec} {what}"))
        .hint(format!("chạy lại lệnh để {viec} tiếp"))
}

/// A document of a hồ sơ, as it is named to the user.
pub(super) fn cua(ten: &str, ho_so: &str) -> String {
    format!("“{ten}” của “{ho_so}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_not_ended() {
        let (cancel, mut ended) = (Cancel::default(), 0);
        let other = cancel.clone();
        cancel.hold(|| other.end_unless_held(|| ended += 1));
        assert_eq!(ended, 0);
        other.end_unless_held(|| ended += 1);
        assert_eq!(ended, 1);
    }

    #[test]
    fn a_wish_is_heard_by_every_copy() {
        let cancel = Cancel::default();
        let copy = cancel.clone();
        assert!(!copy.asked());
        cancel.ask();
        assert!(copy.asked());
    }
}
