//! A field in small letters that the paper has in capitals.

use super::ChuAi;
use crate::jobs::take_back::ban_do::{Ai, TruongChu};

/// Whether the paper has in capitals what the field has in small letters.
pub(super) fn la_in_hoa(field: &TruongChu, letters: &[ChuAi]) -> bool {
    let mut seen = false;
    for (_, c, ai) in letters {
        let Ai::Truong(_, at) = ai else { continue };
        let own = field.gia_tri.get(*at..).and_then(|rest| rest.chars().next());
        if !c.is_alphabetic() {
            continue;
        }
        if c.is_lowercase() {
            return false;
        }
        seen |= own.is_some_and(char::is_lowercase);
    }
    seen
}

/// A name is no longer than this, in bytes.
pub(super) const TEN_DAI: usize = 80;

/// Words in capitals as the field would have them: a word that stands for one with a capital begins with one; one that
/// stands for none does where all of the field's do, as in a name.
pub(super) fn chu_thuong_nhu(field: &TruongChu, cu: &str, moi: &str) -> String {
    let begins = |word: &str| word.chars().find(|c| c.is_alphabetic());
    let mut of_field = field.gia_tri.split_whitespace().filter_map(begins);
    let name = field.gia_tri.len() < TEN_DAI && of_field.all(char::is_uppercase);
    let mut words = cu.split_whitespace();
    let mut out = String::new();
    for piece in moi.split_inclusive(char::is_whitespace) {
        if !piece.trim().is_empty() && piece.chars().any(char::is_lowercase) {
            out.push_str(piece);
            words.next();
            continue;
        }
        let capital = words.next().map_or(name, |word| word.starts_with(char::is_uppercase));
        let lower = piece.to_lowercase();
        let mut letters = lower.chars();
        match letters.next().filter(|_| capital) {
            Some(first) => {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            None => out.push_str(&lower),
        }
    }
    out
}
