//! What goes over the pipe between a batch and its workers, a line each.

use serde::{Deserialize, Serialize};

use crate::worker::fault::Fault;

/// To a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Order {
    /// The task, and the number by which its news will be known.
    Make(usize, Task),
    /// Finish the document in hand and make no other.
    Stop,
}

/// Documents of one hồ sơ.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Task {
    /// Its place among the arguments, from 0.
    pub ho_so: usize,
    /// The document to make, by its whole name; all that were asked for if none is named.
    pub ten: Option<String>,
    /// Documents that need not be made (again).
    pub bo_qua: Vec<String>,
    /// Whether someone has told already what is wrong with the hồ sơ.
    pub da_bao: bool,
}

/// From a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Said {
    /// It has started.
    Ready,
    /// What has come of the task with this number.
    Of(usize, News),
    /// More was to be said than a line holds.
    TooLong,
}

/// A step of a task. While one document is composed those before it may still be on their way to the disk.
#[derive(Debug, Serialize, Deserialize)]
pub enum News {
    /// The hồ sơ is read: what was found, and how many documents are to be made.
    Read { faults: Vec<Fault>, notes: Vec<String>, documents: usize },
    /// This document comes next.
    Begin(String),
    /// It is composed, and waits to be written. What ends the worker now is none of its fault.
    Composed(String),
    /// It is written, to these files.
    Made(String, Vec<String>),
    /// It could not be made or written.
    Failed(String, Vec<Fault>),
    /// There is nothing more to compose, but for these documents, which it was told to leave.
    End { left: Vec<String> },
}
