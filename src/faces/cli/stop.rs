//! Ctrl+C.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::jobs::{Cancel, Ended};

/// Some senders of a signal send it to the program and to its group: what comes within so long of the first
/// is the same wish.
const SECOND: Duration = Duration::from_secs(1);

/// The first Ctrl+C lets the job finish the document in hand; a second one, later, ends the program at once,
/// unless it is writing into the register.
pub(super) fn on_ctrl_c() -> Cancel {
    let cancel = Cancel::default();
    let (heard, first) = (cancel.clone(), OnceLock::new());
    let _ = ctrlc::set_handler(move || {
        heard.ask();
        if first.get_or_init(Instant::now).elapsed() >= SECOND {
            heard.end_unless_held(|| std::process::exit(Ended::Unusable as i32));
        }
    });
    cancel
}

/// Whoever has started this process hears Ctrl+C, and ends this with its input.
pub(super) fn left_to_the_parent() {
    let _ = ctrlc::set_handler(|| {});
}
