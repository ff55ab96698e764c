//! Templates of the office's are compiled in a process of their own, which can be stopped: a template is a
//! program, and Typst has no bound on its time and memory. [`Worker`] is this side; [`serve`] the other.

mod client;
mod server;
mod wire;

pub use client::Worker;
pub use server::serve;
