//! Templates of the office's are compiled in a process of their own, which can be stopped: a template is a
//! program, and Typst has no bound on its time and memory. [`Worker`] is this side; the same executable,
//! called with a hidden word, is the other (`server.rs`). Nothing else here starts a process.
//!
//! Task and answer are JSON, a line each. The worker lives as long as it answers, for all documents of a
//! run; after a kill the next task starts another. It ends itself when its input closes, so that none
//! outlives the program, however that ended.

mod client;
mod end;
mod memory;
mod server;
mod wire;

use std::time::Duration;

pub use client::Worker;
pub use server::serve;

/// What one template may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub time: Duration,
    pub memory_mib: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), memory_mib: 512 }
    }
}
