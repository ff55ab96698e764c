//! What goes over the pipe between a batch and its workers, a line each.

use serde::{Deserialize, Serialize};

use crate::worker::fault::Fault;

/// To a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Order {
    Make(Task),
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
    /// The hồ sơ is read: what was found, and how many documents are to be made.
    Read { faults: Vec<Fault>, notes: Vec<String>, documents: usize },
    /// This document comes next.
    Begin(String),
    /// It is written.
    Made(Vec<String>),
    /// It could not be made or written.
    Failed(Vec<Fault>),
    /// The task is done, but for these documents, which it was told to leave.
    Done { left: Vec<String> },
    /// More was to be said than a line holds.
    TooLong,
}
