//! Misspelt words: the nearest of those that may stand there.

use crate::model::Fault;

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
    let folded = khong_dau(word);
    let rate = |w: &&&str| strsim::jaro_winkler(&folded, w);
    let best = words.iter().max_by(|a, b| rate(a).total_cmp(&rate(b)))?;
    (rate(&best) > 0.8).then_some(*best)
}

/// Keys have no marks; a clerk may have written them with marks, spaces or dashes.
fn khong_dau(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    text.to_lowercase()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}
