//! Bản thảo: how a draft is known again, so that a command given twice issues nothing twice.

use crate::so_dang_ky::dau::bam;

/// How many digits of the SHA-256 stand in the register.
const DAI: usize = 16;

/// The mark of the draft of the document `ten` whose file reads `text`.
pub fn dau_ban_thao(ten: &str, text: &str) -> String {
    let mut hex = bam(format!("{ten}\n{text}").as_bytes());
    hex.truncate(DAI);
    hex
}
