//! The page in the browser: the office's folder on this machine alone, for people who have never seen YAML.
//!
//! [`server`] is the only file that knows hyper, sockets and threads. What comes in becomes a plain
//! [`http::Request`], passes [`guard`], and goes to a handler of [`routes`], which asks a job and answers with a plain
//! [`http::Answer`]; so everything behind the socket is tested without one.

mod api;
mod assets;
mod book;
mod browser;
mod cabinet;
mod check_word;
mod entry;
mod filled;
mod folders;
mod found;
mod given;
mod guard;
mod hinh;
mod http;
mod import;
mod incoming;
mod issue;
mod keys;
mod merge;
mod merge_list;
mod names;
mod number;
mod old_book;
mod opened;
mod others;
mod out;
mod pack;
mod rebuild;
mod register;
mod register_add;
mod routes;
mod send;
mod serve;
mod server;
mod signed;
mod start;
mod take_back;
mod take_back_list;
mod upload;
mod view;
mod words;
mod years;

pub use serve::{ServeStart, serve};
