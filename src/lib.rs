//! `vanthu` turns a folder of YAML (a *hồ sơ*) into official Vietnamese documents, each as a PDF and as an
//! editable Word file in the layout of Decree 30/2020/NĐ-CP.
//!
//! The wings, which are also the path of the data and the order in which modules may import each other:
//! [`reading`] the user's files as text, as a tree with places, as forms → [`rules`] make a
//! [`model::VanBan`] of them, or findings → [`compose`] compiles the words and decides every line:
//! [`compose::document::Document`] → [`layout`] lines and pages → [`writers`] bytes; [`word`] reads Word files
//! back, [`records`] is what an office keeps; [`jobs`] are the verbs, [`faces`] who talks to people. [`machine`]
//! has processes and files for anybody above the model.
//!
//! Invariants: a `VanBan` has no fault, so nothing after `rules` checks again; a `Document` holds every
//! word that is printed; no module but `reading::source`, `machine::output`, `records::phat_hanh::kho` and, for its index, `records::chi_muc::tep`
//! touches files, none but [`faces`] words findings for the terminal; nothing below the faces reads a clock, the environment
//! or a system font.

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
