//! The thread of a worker that waits for the disk, so that the composing doesn't.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, Scope};

use super::document;
use super::say::{Gone, failed, tell, tell_found};
use super::wire::News;
use crate::machine::output::Ready;

/// How many composed documents may wait: a slow disk doesn't fill the memory.
const WAITING: usize = 2;

/// A document that only the disk has yet to take.
pub(super) struct Composed {
    /// Of its task.
    pub number: usize,
    pub ten: String,
    pub files: Vec<Ready>,
}

/// Where composed documents go, in their order. Where the system gives no thread there is none: each is
/// written by whoever composed it.
pub(super) struct Writer(Option<SyncSender<Composed>>);

impl Writer {
    /// The thread ends when this value is gone and all is written.
    pub(super) fn start<'scope>(scope: &'scope Scope<'scope, '_>) -> Self {
        let (sender, documents) = sync_channel(WAITING);
        let all = move || documents.into_iter().try_for_each(write);
        Self(Builder::new().spawn_scoped(scope, all).is_ok().then_some(sender))
    }

    /// Hands over a document; waits while too many are there.
    pub(super) fn take(&self, document: Composed) -> Result<(), Gone> {
        match &self.0 {
            Some(writer) => writer.send(document).map_err(|_| Gone),
            None => write(document),
        }
    }
}

fn write(Composed { number, ten, files }: Composed) -> Result<(), Gone> {
    let news = match document::write(&ten, &files) {
        Ok((made, kept)) => {
            tell_found(number, kept)?;
            News::Made(ten, made)
        }
        Err(fault) => failed(ten, vec![fault]),
    };
    tell(number, news)
}
