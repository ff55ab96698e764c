//! Dự thảo: the mark of a draft, in a frame under the number, as offices print it: `DỰ THẢO LẦN 2`.

use super::{Fault, Loi, Ngay};

/// The mark that a draft bears; whoever issues takes it away first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuThao {
    /// In capitals, as it is printed.
    pub chu: String,
    /// What the clerk typed.
    pub goc: Loi,
}

impl DuThao {
    /// `có`, `2`, `lần 2`, `lần 2, 15/4/2026`; `không` is none.
    pub fn parse(text: &str) -> Result<Option<String>, Fault> {
        let lower = text.trim().to_lowercase();
        let bare = lower.strip_prefix("dự thảo").unwrap_or(&lower).trim();
        let (lan, ngay) = tach_ngay(bare);
        let ngay = ngay.map(Ngay::parse).transpose()?;
        let chu = match lan {
            "không" | "khong" | "false" | "no" => return Ok(None),
            "" | "có" | "co" | "true" | "yes" => "DỰ THẢO".to_owned(),
            lan if la_lan(lan) => format!("DỰ THẢO {}", lan.to_uppercase()),
            _ => return Err(khong_hieu(text.trim())),
        };
        Ok(Some(match ngay {
            Some(ngay) => format!("{chu} ({ngay})"),
            None => chu,
        }))
    }
}

/// The date at the end: `lần 2, 15/4/2026`, `2 ngày 15/4/2026`, `lần 2 (15/4/2026)`.
fn tach_ngay(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_end_matches(')');
    let at = text.rfind([' ', ',', '(']).map_or(0, |at| at.saturating_add(1));
    let (lan, cuoi) = text.split_at_checked(at).unwrap_or((text, ""));
    if !cuoi.contains('/') {
        return (text.trim(), None);
    }
    let lan = lan.trim_end_matches([' ', ',', '(']);
    (lan.strip_suffix("ngày").unwrap_or(lan).trim_end_matches([' ', ',', '-']), Some(cuoi))
}

/// `2`, `lần 3`, `lần thứ hai`.
fn la_lan(text: &str) -> bool {
    let so = text.strip_prefix("lần").unwrap_or(text).trim();
    let so = so.strip_prefix("thứ").unwrap_or(so).trim();
    let digits = so.len() <= 3 && so.bytes().all(|b| b.is_ascii_digit());
    let word = matches!(so, "nhất" | "hai" | "ba" | "tư" | "năm" | "sáu" | "bảy" | "cuối");
    !so.is_empty() && (digits || word)
}

fn khong_hieu(text: &str) -> Fault {
    Fault::new("bad-draft", format!("không hiểu “du_thao: {text}”")).hint(
        "ghi số của bản dự thảo: “du_thao: 2”, “du_thao: lần 2”; có ngày thì “du_thao: lần 2, 15/4/2026”; không đánh \
         số thì “du_thao: có”",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_its_number_and_day_or_neither() {
        let printed = |text: &str| DuThao::parse(text).unwrap();
        for (text, wanted) in [
            ("có", "DỰ THẢO"),
            ("2", "DỰ THẢO 2"),
            ("02", "DỰ THẢO 02"),
            ("lần 3", "DỰ THẢO LẦN 3"),
            ("Dự thảo lần thứ hai", "DỰ THẢO LẦN THỨ HAI"),
            ("DỰ THẢO", "DỰ THẢO"),
            ("lần 2, 15/4/2026", "DỰ THẢO LẦN 2 (15/4/2026)"),
            ("2 (15/4/2026)", "DỰ THẢO 2 (15/4/2026)"),
            ("lần 2 ngày 15/4/2026", "DỰ THẢO LẦN 2 (15/4/2026)"),
            ("15/4/2026", "DỰ THẢO (15/4/2026)"),
        ] {
            assert_eq!(printed(text).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(printed("không"), None);
        assert_eq!(DuThao::parse("của Sở").unwrap_err().code, "bad-draft");
        assert_eq!(DuThao::parse("lần 2, 31/2/2026").unwrap_err().code, "bad-date");
    }
}
