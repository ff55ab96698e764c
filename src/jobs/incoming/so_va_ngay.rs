//! Số và ngày: number, symbol and day of a paper in one text, as clerks copy them: `123/SNV-VP ngày 12/3/2026`.

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::loi_tham_so;
use crate::model::Ngay;

/// What the text says, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SoVaNgay {
    pub ky_hieu: String,
    pub ngay: Option<Ngay>,
}

/// Blanks and signs between number and day.
const GIUA: [char; 6] = [' ', ',', ';', '(', ')', '.'];

/// Takes it apart; a day that can't be read is no part of a symbol.
pub fn tach(text: &str) -> Result<SoVaNgay, Diagnostic> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = khong_chu_so(&text);
    if let Some((so, ngay)) = tai_chu_ngay(text) {
        let ngay = Ngay::parse(ngay).map_err(|fault| loi_tham_so("số, ký hiệu", fault))?;
        return Ok(SoVaNgay { ky_hieu: so.to_owned(), ngay: Some(ngay) });
    }
    let tail = text.rsplit_once([' ', '(']).and_then(|(so, last)| {
        let last = last.trim_matches(GIUA);
        let like = last.split(['/', '-']).filter(|part| part.parse::<u32>().is_ok()).count() == 3;
        let ngay = Ngay::parse(last).ok().filter(|_| like)?;
        Some((so.trim_end_matches(GIUA).to_owned(), ngay))
    });
    Ok(match tail {
        Some((ky_hieu, ngay)) => SoVaNgay { ky_hieu, ngay: Some(ngay) },
        None => SoVaNgay { ky_hieu: text.to_owned(), ngay: None },
    })
}

/// Without the word that stands before the number: `Số: 12/SNV`.
fn khong_chu_so(text: &str) -> &str {
    for word in ["Số", "số", "SỐ"] {
        if let Some(rest) = text.strip_prefix(word).filter(|rest| rest.starts_with([':', ' '])) {
            return rest.trim_start_matches([':', ' ']);
        }
    }
    text
}

/// What stands before and behind the word `ngày`.
fn tai_chu_ngay(text: &str) -> Option<(&str, &str)> {
    const TU: &str = "ngày";
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..)?;
        let word: String = rest.chars().take(TU.chars().count()).collect();
        if GIUA.contains(&before) && word.to_lowercase() == TU {
            let after = rest.get(word.len()..)?.trim_matches(GIUA);
            return Some((text.get(..at)?.trim_end_matches(GIUA), after));
        }
        before = c;
    }
    None
}

/// That a symbol stands there without its number; `hint` says what to do about it.
pub fn chi_co_ky_hieu(ky_hieu: &str, hint: &'static str) -> Option<Diagnostic> {
    let message = format!("số, ký hiệu “{ky_hieu}” chỉ có ký hiệu, không có số");
    let found = || Diagnostic::warning("symbol-without-number", message).hint(hint);
    thieu_so(ky_hieu).then(found)
}

/// Whether a symbol stands there without the number that goes before it.
fn thieu_so(ky_hieu: &str) -> bool {
    !ky_hieu.is_empty() && !ky_hieu.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day in the column of symbols is found by nobody who looks for the paper by its number, nor by its day.
    #[test]
    fn number_and_day_are_taken_apart() {
        for text in [
            "123/SNV-VP ngày 12/3/2026",
            "Số: 123/SNV-VP, ngày 12 tháng 3 năm 2026",
            "số 123/SNV-VP  (ngày 12/3/2026)",
            "123/SNV-VP Ngày 12-3-2026.",
            "123/SNV-VP 12/3/2026",
            "123/SNV-VP (12/3/2026)",
        ] {
            let read = tach(text).unwrap();
            assert_eq!(read.ky_hieu, "123/SNV-VP", "{text}");
            assert_eq!(read.ngay, Ngay::parse("12/3/2026").ok(), "{text}");
        }
        for text in ["123/SNV-VP", "05-NQ/TU", "12/2026/QĐ-UBND", "SNV-VP", "Số-VP 1"] {
            let read = tach(text).unwrap();
            assert_eq!((read.ky_hieu.as_str(), read.ngay), (text, None));
        }
        assert!(tach("123/SNV-VP ngày 32/3/2026").is_err());
        assert_eq!(tach("ngày 12/3/2026").unwrap().ky_hieu, "");
    }

    #[test]
    fn a_symbol_has_a_number() {
        assert!(thieu_so("SNV-VP") && thieu_so("/KH-HĐND"));
        assert!(!thieu_so("123/SNV-VP") && !thieu_so("05-NQ/TU") && !thieu_so(""));
    }
}
