//! The edge of the program: what it was started with goes in, an exit code comes out. A fault of the program
//! is caught here.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use vanthu::faces::cli::{self, Start};
use vanthu::machine::user_folders::{UserFolders, documents};

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let own_window = cli::has_own_window();
    let run = || {
        cli::run(Start {
            args: std::env::args_os().collect(),
            exe: std::env::current_exe().unwrap_or_default(),
            no_color: std::env::var_os("NO_COLOR").is_some() || !cli::has_colors(),
            own_window,
            folders: UserFolders { documents: documents(), home: std::env::home_dir() },
        })
    };
    let ended =
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| cli::tell_fault(&*panic));
    if own_window {
        cli::keep_open();
    }
    ExitCode::from(ended as u8)
}
