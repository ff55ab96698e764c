//! Thợ: what composes for the page does so in a process of its own, which can be stopped: a body or an office's
//! template that runs away costs a message, and the page goes on. [`Tho`] is this side; [`serve`] the other.

mod client;
mod server;
mod wire;

pub use client::{DaXem, Seen, Tho};
pub use server::serve;
pub use wire::{BatDau, MuonTep, MuonXem, XemBiet};
