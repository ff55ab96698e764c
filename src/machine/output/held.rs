//! Files that another program holds. Windows keeps a name, and all folders above it, for whoever has the file
//! open; elsewhere a name may go to another file at any time.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// A virus scanner or an index opens what was just written, for moments. Whoever holds it longer is a person.
const PAUSES_MS: [u64; 5] = [10, 20, 40, 80, 160];

/// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, for which the standard library has no kind.
const HELD: [i32; 2] = [32, 33];

/// Whether another program has the file open.
pub fn is_held(error: &io::Error) -> bool {
    let by_number = cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD.contains(&code));
    by_number || error.kind() == ErrorKind::ResourceBusy
}

/// Does what takes or gives away a name; on Windows again for a while if somebody holds the file.
pub fn patiently<T>(mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for pause in PAUSES_MS {
        match act() {
            Err(e) if cfg!(windows) && (is_held(&e) || e.kind() == ErrorKind::PermissionDenied) => {
                std::thread::sleep(Duration::from_millis(pause));
            }
            done => return done,
        }
    }
    act()
}

/// Whether the name may go to another file. Asked before anything is done that could not be taken back
/// while somebody holds it.
#[cfg(windows)]
pub fn may_be_replaced(path: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    const DELETE: u32 = 0x0001_0000;
    let open = || std::fs::OpenOptions::new().access_mode(DELETE).open(path).map(drop);
    match patiently(open) {
        Err(e) if is_held(&e) => Err(e),
        _ => Ok(()),
    }
}

#[cfg(not(windows))]
pub fn may_be_replaced(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Windows replaces no file that is marked as read-only; elsewhere the folder's rights decide.
pub fn is_marked_read_only(path: &Path) -> bool {
    cfg!(windows) && path.metadata().is_ok_and(|m| m.is_file() && m.permissions().readonly())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_for_good_is_not_tried_for_ever() {
        let mut tries = 0;
        let done: io::Result<()> = patiently(|| {
            tries += 1;
            Err(ErrorKind::NotFound.into())
        });
        assert!(done.is_err() && tries == 1, "{tries}");
    }
}
