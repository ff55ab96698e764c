//! What the computer does for anyone above the model: processes that can be stopped, files that appear whole,
//! the last few things that were made.

pub mod output;
pub mod recent;
pub mod worker;
