//! The tests' Python, which `tests/run` sets up.

use std::path::PathBuf;
use std::process::Command;

/// A tool of it, or else the machine's own of that name.
pub fn python_tool(name: &str) -> Command {
    let own = super::root().join("target/python/bin").join(name);
    Command::new(if own.exists() { own } else { PathBuf::from(name) })
}
