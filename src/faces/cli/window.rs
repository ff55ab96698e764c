//! The console window on Windows: whether it is this program's own, as after a double click, and whether it
//! knows colours. Letters need nothing: the standard library hands a console UTF-16, whatever its code page.

use std::io::{IsTerminal, Write};

/// Whether the window came with the program and goes with it, so that nobody could read the last words.
#[cfg(windows)]
pub fn is_own() -> bool {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetConsoleProcessList(list: *mut u32, room: u32) -> u32;
    }
    let mut list = [0u32; 2];
    // SAFETY: the list has room for the two numbers that are asked for.
    unsafe { GetConsoleProcessList(list.as_mut_ptr(), 2) == 1 }
}

#[cfg(not(windows))]
pub fn is_own() -> bool {
    false
}

/// Whether the window of the findings shows colours. That of Windows does once it is told to.
#[cfg(windows)]
pub fn has_colors() -> bool {
    use std::os::windows::io::{AsRawHandle, RawHandle};
    const ESCAPES: u32 = 4;
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetConsoleMode(console: RawHandle, mode: *mut u32) -> i32;
        fn SetConsoleMode(console: RawHandle, mode: u32) -> i32;
    }
    let console = std::io::stderr().as_raw_handle();
    let mut mode = 0u32;
    // SAFETY: the handle lives as long as the process, and the mode is one number.
    unsafe {
        GetConsoleMode(console, &mut mode) != 0 && SetConsoleMode(console, mode | ESCAPES) != 0
    }
}

#[cfg(not(windows))]
pub fn has_colors() -> bool {
    true
}

/// Keeps a window of one's own open until its reader has read.
pub fn keep_open() {
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        let _ = std::io::stderr().write_all("\nBấm Enter để đóng cửa sổ này.\n".as_bytes());
        let _ = std::io::stdin().read_line(&mut String::new());
    }
}
