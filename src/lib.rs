//! `vanthu` turns a folder of YAML (a *hồ sơ*) into official Vietnamese documents, each as a PDF and as an
//! editable Word file in the layout of Decree 30/2020/NĐ-CP.
//!
//! The path of the data, which is also the order in which modules may import each other:
//!
//! [`source`] reads the user's files → [`yaml`] gives a tree with places → [`form`] says what may stand in
//! it → [`check`] makes a [`model::VanBan`] of it, or findings → [`render`] compiles the words and decides
//! every line: [`document::Document`], beside it [`luu_tru`] the files to attach → [`pdf`] and [`docx`] write bytes → [`output`] puts files in place.
//!
//! Invariants: a `VanBan` has no fault, so nothing after `check` checks again; a `Document` holds every
//! word that is printed; no module but `source`, `output` and [`phat_hanh::kho`] touches files, none but
//! [`report`] words findings for the terminal; nothing here reads a clock, the environment or a system
//! font.
//!
//! Beside that path, [`so_dang_ky`] is the office's register as a value, and [`phat_hanh`] the transaction
//! by which a document gets its number and goes into the office's keeping.

// No input may stop the program: what could panic, or print past `report`, does not get in.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::unwrap_used,
    )
)]

pub mod compose;
pub mod diagnostic;
pub mod faces;
pub mod jobs;
pub mod layout;
pub mod machine;
pub mod model;
pub mod reading;
pub mod records;
pub mod rules;
pub mod word;
pub mod writers;
