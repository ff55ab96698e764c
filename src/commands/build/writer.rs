//! The thread of a worker that waits for the disk, so that the composing doesn't.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::Scope;

use super::here;
use super::server::{Gone, failed, tell};
use super::wire::News;
use crate::output::Ready;

/// How many composed documents may wait: a slow disk doesn't fill the memory.
const WAITING: usize = 2;

/// A document that only the disk has yet to take.
pub(super) struct Composed {
    /// Of its task.
    pub number: usize,
    pub ten: String,
    pub files: Vec<Ready>,
}

/// Where composed documents go, in their order.
pub(super) struct Writer(SyncSender<Composed>);

impl Writer {
    /// The thread ends when this value is gone and all is written.
    pub(super) fn start<'scope>(scope: &'scope Scope<'scope, '_>) -> Self {
        let (sender, documents) = sync_channel(WAITING);
        scope.spawn(move || documents.into_iter().try_for_each(write));
        Self(sender)
    }

    /// Hands over a document; waits while too many are there.
    pub(super) fn take(&self, document: Composed) -> Result<(), Gone> {
        self.0.send(document).map_err(|_| Gone)
    }
}

fn write(Composed { number, ten, files }: Composed) -> Result<(), Gone> {
    let news = match here::write(&files) {
        Ok(lines) => News::Made(ten, lines),
        Err(fault) => failed(ten, vec![fault]),
    };
    tell(number, news)
}
