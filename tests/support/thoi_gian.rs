//! How much a test costs, whatever else the machine is at.

use std::fs;
use std::time::{Duration, Instant};

/// What the processor spends on this thread while it does something; by the clock where the system does not say.
pub fn cua_bo_xu_ly(viec: impl FnOnce()) -> Duration {
    let (luc, truoc) = (Instant::now(), da_dung());
    viec();
    match (truoc, da_dung()) {
        (Some(truoc), Some(sau)) => Duration::from_nanos(sau - truoc),
        _ => luc.elapsed(),
    }
}

/// Linux counts the nanoseconds of each thread.
fn da_dung() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}
