//! Misspelt words: the nearest of those that may stand there.

use crate::model::Fault;
use crate::model::khong_dau::khong_dau;

/// The message about a key that nobody knows.
pub fn unknown_key(key: &str, fields: &[&str]) -> Fault {
    let fault = Fault::new("unknown-key", format!("không có mục nào tên “{key}”"));
    match nearest(key, fields) {
        Some(near) => fault.hint(co_phai_la(near)),
        None => fault.hint(format!("các mục dùng được ở đây: {}", fields.join(", "))),
    }
}

/// The question that a misspelt word is answered with.
pub fn co_phai_la(near: &str) -> String {
    format!("có phải là “{near}”?")
}

/// The word that was probably meant, if one is near enough.
pub fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    if word.chars().count() > 60 {
        return None;
    }
    // Keys have no marks; a clerk may have written them with marks, spaces or dashes.
    let folded = khong_dau(word).replace([' ', '-'], "_");
    let rate = |w: &&&str| strsim::jaro_winkler(&folded, w);
    let best = words.iter().max_by(|a, b| rate(a).total_cmp(&rate(b)))?;
    (rate(&best) > 0.8).then_some(*best)
}
