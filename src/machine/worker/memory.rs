//! The memory bound. The allocator counts in every process; only a worker sets a limit. An allocation over
//! it fails, and the process ends with the words of the standard library that [`super::end`] knows.

use cap::Cap;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

/// Bounds what this process may hold from now on. False if it holds more already.
pub fn limit(mib: usize) -> bool {
    ALLOCATOR.set_limit(mib.saturating_mul(1024 * 1024)).is_ok()
}

/// What this process holds now.
pub fn used_mib() -> usize {
    ALLOCATOR.allocated() / (1024 * 1024)
}
