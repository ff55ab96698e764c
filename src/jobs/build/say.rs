//! What a worker says, to whoever has started it.

use super::wire::{News, Said};
use crate::diagnostic::Diagnostic;
use crate::machine::worker::serving;

/// Whoever asked is gone.
pub(super) struct Gone;

/// So many findings go into a line.
const FOUND: usize = 200;

pub(super) fn tell_found(number: usize, found: Vec<Diagnostic>) -> Result<(), Gone> {
    let mut faults = found.into_iter();
    loop {
        let part: Vec<Diagnostic> = faults.by_ref().take(FOUND).collect();
        if part.is_empty() {
            return Ok(());
        }
        tell(number, News::Found(part))?;
    }
}

pub(super) fn tell_read(number: usize, notes: &[String], ten: Vec<String>) -> Result<(), Gone> {
    tell(number, News::Read { notes: notes.to_vec(), ten })
}

pub(super) fn failed(ten: String, faults: Vec<Diagnostic>) -> News {
    News::Failed(ten, faults)
}

pub(super) fn tell(number: usize, news: News) -> Result<(), Gone> {
    say(&Said::Of(number, news))
}

pub(super) fn say(said: &Said) -> Result<(), Gone> {
    serving::send(said, || Said::TooLong).map_err(|_| Gone)
}
