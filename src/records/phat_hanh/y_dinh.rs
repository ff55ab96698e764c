//! Ý định: what a transaction is about to do, written before it does it.

use serde::{Deserialize, Serialize};

/// What is about to be done, as the next start reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YDinh {
    /// What the lines are about, for the message: `105/KH-HĐND`.
    pub ten: String,
    /// How long the register is before the lines, in bytes.
    pub do_dai: u64,
    /// What is appended to it.
    pub them: String,
    /// Where the document goes: `2023/105-KH-HDND`.
    pub dich: Option<String>,
}
