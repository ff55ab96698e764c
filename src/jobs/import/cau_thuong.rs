//! A sentence that was typed in capitals, in small letters: names keep theirs as the paper's own text writes them.

use super::co_quan::la_viet_tat;
use crate::model::chu_dau::hoa_dau;

/// Words of the longest phrase that is looked for.
const NHIEU_TU: usize = 8;
/// Paragraphs that are looked through.
const NHIEU_DOAN: usize = 200;

/// `VỀ VIỆC BỔ NHIỆM CÁN BỘ CỦA BỘ TÀI CHÍNH` → `về việc bổ nhiệm cán bộ của Bộ Tài chính`, where the text says so.
/// `bai`: the paragraphs of the text.
pub fn cau_thuong<'t>(cau: &str, bai: impl Iterator<Item = &'t str>) -> String {
    let bai: Vec<(&str, String)> = bai
        .take(NHIEU_DOAN)
        .map(|text| (text, text.to_lowercase()))
        // Small letters of another length would move the places.
        .filter(|(text, lower)| text.len() == lower.len())
        .collect();
    let words: Vec<&str> = cau.split_whitespace().collect();
    let (mut at, mut out) = (0_usize, Vec::new());
    while let Some(word) = words.get(at) {
        let phrase = (2..=NHIEU_TU).rev().find_map(|count| {
            let lower = words.get(at..at.saturating_add(count))?.join(" ").to_lowercase();
            Some((bai.iter().find_map(|(text, own)| trong_cau(text, own, &lower))?, count))
        });
        let (text, count) = phrase.unwrap_or_else(|| (mot_tu(word, out.is_empty()), 1));
        out.push(text);
        at = at.saturating_add(count);
    }
    out.join(" ")
}

fn mot_tu(word: &str, dau: bool) -> String {
    let symbol = word.chars().any(|c| c.is_ascii_digit());
    match () {
        () if symbol || la_viet_tat(word) => word.to_owned(),
        () if dau => hoa_dau(&word.to_lowercase()),
        () => word.to_lowercase(),
    }
}

/// A phrase as the text writes it inside a sentence, where a capital is a name's.
fn trong_cau(text: &str, lower: &str, phrase: &str) -> Option<String> {
    lower.match_indices(phrase).find_map(|(at, _)| {
        let end = at.saturating_add(phrase.len());
        let (before, after) = (text.get(..at)?, text.get(end..)?);
        let apart =
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let inside = before
            .trim_end()
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '(' | '“' | '"'));
        let found = text.get(at..end)?;
        let told = found.chars().any(char::is_lowercase);
        (apart && inside && told).then(|| found.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_text_has_them() {
        let bai = [
            "Ban hành kèm theo Quyết định này kế hoạch của Bộ Tài chính về cải cách hành chính.",
            "Giao cán bộ tỉnh Bắc Kạn thực hiện.",
        ];
        for (cau, wanted) in [
            (
                "BAN HÀNH KẾ HOẠCH CỦA BỘ TÀI CHÍNH NĂM 2014",
                "Ban hành kế hoạch của Bộ Tài chính năm 2014",
            ),
            (
                "VỀ VIỆC TƯ VẤN, TỪ NGUỒN CỦA CÁN BỘ TỈNH BẮC KẠN",
                "Về việc tư vấn, từ nguồn của cán bộ tỉnh Bắc Kạn",
            ),
            ("VỀ THÔNG TƯ SỐ 11/TT-NHNN CỦA UBND", "Về thông tư số 11/TT-NHNN của UBND"),
        ] {
            assert_eq!(cau_thuong(cau, bai.into_iter()), wanted);
        }
    }
}
