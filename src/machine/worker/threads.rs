//! Typst's pool of threads. rayon starts it at its first use, and panics where the system gives it fewer
//! threads than there are cores.

use std::num::NonZeroUsize;
use std::sync::Once;
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, available_parallelism};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

static POOL: Once = Once::new();

/// How many cores there are, as far as the system tells.
pub fn cores() -> usize {
    available_parallelism().map_or(1, NonZeroUsize::get)
}

/// As many threads as there are cores, or as the system gives; this one itself if it gives none.
pub fn as_many_as_there_are() {
    POOL.call_once(|| {
        let mut free = (0..cores()).map_while(|_| started()).collect::<Vec<_>>().into_iter();
        let pool = ThreadPoolBuilder::new();
        // An error would mean that there is a pool.
        let _ = match free.len() {
            0 => pool.num_threads(1).use_current_thread().build_global(),
            count => pool
                .num_threads(count)
                .spawn_handler(move |work| {
                    let thread = free.next().ok_or(std::io::ErrorKind::WouldBlock)?;
                    thread.send(work).map_err(|_| std::io::ErrorKind::WouldBlock.into())
                })
                .build_global(),
        };
    });
}

/// No thread but this one.
pub fn only_this() {
    POOL.call_once(|| {
        let _ = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    });
}

/// A thread that waits to be told what it is in the pool.
fn started() -> Option<Sender<ThreadBuilder>> {
    let (sender, work) = channel::<ThreadBuilder>();
    let wait = move || work.into_iter().for_each(ThreadBuilder::run);
    Builder::new().spawn(wait).ok()?;
    Some(sender)
}
