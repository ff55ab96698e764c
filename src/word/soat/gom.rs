//! What is said of many paragraphs alike is told once, with the other places.

use std::collections::BTreeMap;

use super::PhatHien;

/// Places that are named.
const KE: usize = 12;

/// Puts the later findings with the same words into the first one.
pub(super) fn gom(found: Vec<PhatHien>) -> Vec<PhatHien> {
    let mut kept: Vec<(PhatHien, Vec<usize>)> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for one in found {
        let first = one.gom.as_ref().and_then(|words| at.get(words)).copied();
        match first.and_then(|first| kept.get_mut(first)) {
            Some((first, others)) if first.so == one.so || others.last() == Some(&one.so) => {}
            Some((_, others)) => others.push(one.so),
            None => {
                if let Some(words) = &one.gom {
                    at.insert(words.clone(), kept.len());
                }
                kept.push((one, Vec::new()));
            }
        }
    }
    kept.into_iter().map(|(one, others)| ke(one, &others)).collect()
}

/// `…; còn 17 đoạn như vậy: 14, 15, 20`.
fn ke(mut one: PhatHien, others: &[usize]) -> PhatHien {
    if others.is_empty() {
        return one;
    }
    let named: Vec<String> = others.iter().take(KE).map(ToString::to_string).collect();
    let more = if others.len() > KE { ", …" } else { "" };
    let message = &one.d.message;
    one.d.message =
        format!("{message}; còn {} đoạn như vậy: {}{more}", others.len(), named.join(", "));
    one
}
