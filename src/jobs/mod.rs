//! The verbs of the program. Each takes a request and answers with an outcome, both plain data; a job knows no
//! terminal, no command line and no way out of the program. Whoever asks is a face.

pub mod build;
pub mod check;
pub mod co_quan_san;
pub mod diff;
mod duong_dan;
pub mod explain;
pub mod giu_ban_sua;
pub mod import;
pub mod incoming;
pub mod init;
pub mod issue;
mod khac_tep;
pub mod load;
pub mod make;
mod means;
pub mod merge;
mod nhiem_ky;
mod outcome;
pub mod phien_ban;
mod quan_he;
pub mod register;
mod request;
pub mod schema;
pub mod send;
pub mod so_da_biet;
pub mod so_sach;
#[cfg_attr(not(feature = "web"), allow(dead_code))]
pub mod soan_thao;
pub mod take_back;
pub mod template;
mod tep_phat_hanh;
pub mod verify;
pub mod watch;

pub use means::{Cancel, Means, Progress, Silence, compiler};
pub use outcome::{Ended, Outcome, SoDaGhi};
pub use request::{Request, run};

#[cfg(test)]
pub(crate) mod tests;
