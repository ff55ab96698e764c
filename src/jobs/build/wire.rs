//! What goes over the pipe between a batch and its workers, a line each. The first line to a worker is the
//! request of the whole batch ([`super::request::BuildRequest`]); orders follow.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::duong_dan;
use crate::model::DongTron;

/// To a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Told {
    /// The task, and the number by which its news will be known.
    Make(usize, Task),
    /// Finish the document in hand and make no other.
    Stop,
}

/// Documents of one hồ sơ.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Task {
    /// Its place in the request, from 0.
    pub ho_so: usize,
    /// The documents to make, by their whole names, of a hồ sơ that was read before and whose faults are
    /// told. None: it is yet to be read, and all that were asked for are to be made.
    pub ten: Option<Vec<String>>,
    /// The row of a list that the one document is filled with; its name is then the one in `ten`.
    #[serde(default)]
    pub dong: Option<ViecTron>,
}

/// A row, and what the paper has besides from outside.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ViecTron {
    pub dong: DongTron,
    /// The number that all have, and its day.
    pub so: Option<(u64, String)>,
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
    /// A part of what was found in the hồ sơ; it may be more than a line holds.
    Found(Vec<Diagnostic>),
    /// The hồ sơ is read: the documents to be made, in their order.
    Read { notes: Vec<String>, ten: Vec<String> },
    /// This document comes next.
    Begin(String),
    /// It is composed, and waits to be written. What ends the worker now is none of its fault.
    Composed(String),
    /// It is written, to these files.
    Made(String, #[serde(with = "duong_dan")] Vec<PathBuf>),
    /// It could not be made or written.
    Failed(String, Vec<Diagnostic>),
    /// There is nothing more to compose, but for these documents, which it was told to leave.
    End { left: Vec<String> },
}
