//! Processes of this program's own, which can be stopped when they run away: the same executable, called
//! with a hidden word. Nothing else here starts a process.
//!
//! Task and answer are JSON, a line each. A worker lives as long as it answers, for all tasks of a run;
//! after a kill the next task starts another. It ends itself when its input closes, so that none outlives
//! the program, however that ended.
//!
//! `compose::worker` compiles an office's own template in one; `jobs::build::batch` makes documents in several.

pub mod end;
pub mod memory;
pub mod pipe;
pub mod serving;
pub mod threads;

use std::time::Duration;

/// What one task may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub time: Duration,
    pub memory_mib: usize,
}

impl Limits {
    /// For one template of the office's.
    pub fn template() -> Self {
        Self { time: Duration::from_secs(10), memory_mib: 512 }
    }

    /// For a job that reads or composes in the program's own process, from one step to the next.
    pub fn job() -> Self {
        Self::document()
    }

    /// For a register's book: ten thousand numbers take 650 MB.
    pub fn book() -> Self {
        Self { memory_mib: 1024, ..Self::document() }
    }

    /// For one document: far more than the longest that an office writes.
    pub fn document() -> Self {
        Self { time: Duration::from_secs(120), memory_mib: 512 }
    }
}
