//! What the computer does for anyone above the model: processes that can be stopped, files that appear whole,
//! paths as the system writes them, the user's folders, the last few things that were made.

pub mod output;
pub mod paths;
pub mod recent;
pub mod recent_folders;
pub mod user_folders;
pub mod worker;
