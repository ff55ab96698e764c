//! Đoạn: the piece of a text in which what was looked for stands.

use super::cau_hoi::{CauHoi, TuHoi};
use super::gap::cac_tu;

/// Characters of the text to each side.
const QUANH: usize = 60;

/// The piece around the first of the words, on one line; none if the text has none of them.
pub fn doan(text: &str, hoi: &CauHoi) -> Option<String> {
    // Where most of them stand near each other would be better; the first of the rarest is nearly that, and quick.
    let longest = hoi.tu.iter().max_by_key(|tu| tu.chu(false).chars().count())?;
    let at = |wanted: &TuHoi| cac_tu(text).find(|tu| wanted.la(tu));
    let found = at(longest).or_else(|| hoi.tu.iter().find_map(at))?;
    let (before, rest) = text.split_at_checked(found.tu)?;
    let start = before.char_indices().rev().take(QUANH).last().map_or(found.tu, |(at, _)| at);
    let room = QUANH.saturating_mul(2);
    let end =
        rest.char_indices().nth(room).map_or(text.len(), |(at, _)| found.tu.saturating_add(at));
    let (start, end) = (ranh(text, start, true), ranh(text, end, false));
    let piece = text.get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let mark = |cut: bool| if cut { "…" } else { "" };
    Some(format!("{}{piece}{}", mark(start > 0), mark(end < text.len())))
}

/// The border of a word near a place, inwards.
fn ranh(text: &str, at: usize, tien: bool) -> usize {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    if before.is_empty() || after.is_empty() {
        return at;
    }
    match tien {
        true => at.saturating_add(after.find(char::is_whitespace).unwrap_or(0)),
        false => before.rfind(char::is_whitespace).unwrap_or(at),
    }
}

#[cfg(test)]
mod tests {
    use super::super::cau_hoi::Muon;
    use super::*;

    fn cua(text: &str, loi: &str) -> Option<String> {
        doan(text, &Muon { loi: loi.into(), ..Muon::default() }.cau_hoi())
    }

    #[test]
    fn the_piece_has_the_word_and_ends_at_words() {
        let text = format!("{} tổ chức Hội nghị sơ kết {}", "trước ".repeat(40), "sau ".repeat(40));
        let piece = cua(&text, "hội nghị").unwrap();
        assert!(piece.starts_with("…trước") && piece.ends_with("sau…"), "{piece}");
        assert!(piece.contains("tổ chức Hội nghị sơ kết"), "{piece}");
        assert_eq!(cua("Hội nghị", "hoi ngh").as_deref(), Some("Hội nghị"));
        assert_eq!(cua("Hội nghị", "hơi"), None);
    }
}
