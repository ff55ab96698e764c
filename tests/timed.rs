//! Tests that hold bounds of time, and those whose processes take the whole machine: not beside the tests of `all`.

mod bang_dai;
mod batch;
mod dong_thoi;
mod gioi_han;
mod hai_so;
mod phat_hanh_ngat;
mod support;
mod trang_web;
mod vao_so;
mod watch;
