//! The command line: words in, a request to a job, its outcome told on the terminal.

mod args;
mod ask;
mod asked;
mod bar;
mod build;
mod check;
mod common;
mod doi_chieu;
mod explain;
mod guard;
mod import;
mod issue;
mod kinds;
mod merge;
mod run;
mod send;
#[cfg(feature = "web")]
mod serve;
mod so_dang_ky;
mod stop;
mod take_back;
mod tell;
mod template;
#[cfg(test)]
mod tests;
mod van_ban_den;
mod vao_so;
mod version;
mod window;
mod worker;
mod wrong_use;

pub use args::command;
pub use run::{Start, run};
pub use tell::tell_fault;
pub use window::{has_colors, is_own as has_own_window, keep_open};
