//! Số, ký hiệu and địa danh, thời gian as they are to be written (PL I, II.3 and II.4).

use chrono::NaiveDate;

use crate::model::bo_quy_tac::CachSo;

/// A number as it is typed: `Số: 05/KH-HĐND`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct DongSo {
    /// The number; none where there is a gap for it.
    pub so: Option<String>,
    pub ky_hieu: String,
}

/// Dashes that a symbol may be typed with.
const GACH: [char; 4] = ['-', '–', '—', '\u{2011}'];

/// Takes a line apart; `text` has one blank between words.
pub(super) fn doc_so(text: &str) -> Option<DongSo> {
    let rest = text.get("Số".len()..)?.trim_start_matches([':', '.', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (so, rest) = rest.split_at_checked(end)?;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let ky_hieu: String = rest.chars().filter(|c| *c != ' ').collect();
    let so = Some(so.to_owned()).filter(|so| !so.is_empty());
    Some(DongSo {
        so,
        ky_hieu: ky_hieu.replace(GACH, "-").trim_end_matches(['.', ';', ',']).to_owned(),
    })
}

/// The line as it should be; none if it is, or if it can't be told.
pub(super) fn so_dung(text: &str, cach: CachSo) -> Option<String> {
    let DongSo { so, mut ky_hieu } = doc_so(text)?;
    if ky_hieu.is_empty() || !text.contains(['/', '-']) {
        return None;
    }
    let CachSo { mo_dau, sau_so, sau_loai } = cach;
    // Without a stroke it was typed in the way that has a dash before the office.
    if sau_loai == '/' && !ky_hieu.contains('/') {
        ky_hieu = ky_hieu.replacen('-', "/", 1);
    }
    let so = match so {
        Some(so) if so.len() == 1 => format!("0{so}"),
        Some(so) => so,
        // A gap may be blank or of dots; what stands around it is looked at.
        None => {
            let colon = text.starts_with("Số:") == mo_dau.ends_with(':');
            let gap = text.contains(&format!("{sau_so}{ky_hieu}"));
            let good = gap && colon && text.starts_with(mo_dau);
            return (!good).then(|| format!("{mo_dau} …{sau_so}{ky_hieu}"));
        }
    };
    let right = format!("{mo_dau} {so}{sau_so}{ky_hieu}");
    (text.replace('\u{2011}', "-") != right).then_some(right)
}

/// The first part of a symbol: `KH` of `KH-HĐND`.
pub(super) fn phan_loai(ky_hieu: &str, cach: CachSo) -> &str {
    let dash = cach.sau_loai == '/';
    let parts = |c: char| c == cach.sau_loai || (dash && c == '-');
    ky_hieu.split(parts).next().unwrap_or_default()
}

/// What is wrong with a line of place and date, and how it should be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LoiNgay {
    Viet(String),
    KhongCo,
}

/// Looks at `Hà Nội, ngày 05 tháng 01 năm 2020`; `text` has one blank between words.
pub(super) fn ngay(text: &str) -> Option<LoiNgay> {
    let lower = text.to_lowercase();
    // Letters that change their length with their case would shift the places; there are none in these words.
    if lower.len() != text.len() {
        return None;
    }
    let at = lower.find("ngày")?;
    let place = text.get(..at)?.trim_end();
    let rest = lower.get(at..)?;
    let (d, m, y) = (sau(rest, "ngày")?, sau(rest, "tháng")?, sau(rest, "năm")?);
    let known = (!d.is_empty()).then_some(()).and_then(|()| {
        let year = y.parse().ok()?;
        Some((year, m.parse().ok()?, d.parse().ok()?))
    });
    if let Some((year, month, day)) = known
        && NaiveDate::from_ymd_opt(year, month, day).is_none()
    {
        return Some(LoiNgay::KhongCo);
    }
    let place = place.trim_end_matches(',').trim_end();
    if place.is_empty() {
        return None;
    }
    let part = |word: &str, value: String| match value.is_empty() {
        true => word.to_owned(),
        false => format!("{word} {value}"),
    };
    let open = |digits: &str, right: String| if digits.is_empty() { String::new() } else { right };
    let day = open(&d, format!("{:0>2}", d.trim_start_matches('0')));
    let month_number = m.trim_start_matches('0');
    let month = open(
        &m,
        match month_number {
            "1" | "2" => format!("0{month_number}"),
            other => other.to_owned(),
        },
    );
    let right = format!(
        "{place}, {} {} {}",
        part("ngày", day),
        part("tháng", month),
        part("năm", y.clone())
    );
    // Gaps may be dots or signs; only what was written is compared.
    let bare = |text: &str| -> String {
        let text = text.replace(['.', '…', '_'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (bare(text) != bare(&right)).then_some(LoiNgay::Viet(right))
}

/// The figures behind a word; none if other words stand there.
fn sau(text: &str, word: &str) -> Option<String> {
    let rest = text.get(text.find(word)?.saturating_add(word.len())..)?.trim_start();
    let token = rest.split(' ').next().unwrap_or_default();
    let digits: String = token.chars().take_while(char::is_ascii_digit).collect();
    let gap = token.starts_with(['.', '…', '_', '-']) || ["", "tháng", "năm"].contains(&token);
    match digits.is_empty() {
        true if gap => Some(String::new()),
        true => None,
        false => Some(digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_held_against_the_decrees_way() {
        let right = |text: &str| so_dung(text, CachSo::ND30);
        for good in [
            "Số: 05/KH-HĐND",
            "Số: 123/QĐ-UBND",
            "Số: /QĐ-UBND",
            "Số: …/TTr-SNV",
            "Số: 12/BNV-VP",
            "Số:",
        ] {
            assert_eq!(right(good), None, "{good}");
        }
        let wrong = [
            ("Số: 5/KH-HĐND", "Số: 05/KH-HĐND"),
            ("Số:05/KH-HĐND", "Số: 05/KH-HĐND"),
            ("Số 05/KH-HĐND", "Số: 05/KH-HĐND"),
            ("Số: 05 / KH - HĐND", "Số: 05/KH-HĐND"),
            ("Số: 05-KH/HĐND", "Số: 05/KH/HĐND"),
            ("Số: 05/KH–HĐND", "Số: 05/KH-HĐND"),
        ];
        for (text, want) in wrong {
            assert_eq!(right(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn a_sets_own_way_of_numbers_is_held() {
        let cach = CachSo { mo_dau: "Số", sau_so: '-', sau_loai: '/' };
        let right = |text: &str| so_dung(text, cach);
        for good in ["Số 05-NQ/TU", "Số 12-QC/BTCTU-BNCTU", "Số -CV/VPTU", "Số …-CV/VPTU", "Số"]
        {
            assert_eq!(right(good), None, "{good}");
        }
        let wrong = [
            ("Số: 05-NQ/TU", "Số 05-NQ/TU"),
            ("Số 5-NQ/TU", "Số 05-NQ/TU"),
            ("Số 05 - NQ/TU", "Số 05-NQ/TU"),
            ("Số: 05/NQ-TU", "Số 05-NQ/TU"),
            ("Số: -CV/VPTU", "Số …-CV/VPTU"),
        ];
        for (text, want) in wrong {
            assert_eq!(right(text).as_deref(), Some(want), "{text}");
        }
        assert_eq!((phan_loai("NQ/TU", cach), phan_loai("KH-HĐND", CachSo::ND30)), ("NQ", "KH"));
        assert_eq!(
            (phan_loai("NQ-TU", cach), phan_loai("KH/HĐND", CachSo::ND30)),
            ("NQ", "KH/HĐND")
        );
    }

    #[test]
    fn dates_have_their_zeros_and_no_others() {
        let good = [
            "Hà Nội, ngày 05 tháng 01 năm 2026",
            "Hà Nội, ngày 15 tháng 6 năm 2026",
            "Hà Nội, ngày tháng năm 2026",
            "Hà Nội, ngày … tháng 3 năm 2026",
            "Hà Nội, ngày ..... tháng ..... năm 2026",
            "..... 5 ....., ngày …… tháng …… năm……",
        ];
        for text in good {
            assert_eq!(ngay(text), None, "{text}");
        }
        let wrong = [
            ("Hà Nội, ngày 5 tháng 1 năm 2026", "Hà Nội, ngày 05 tháng 01 năm 2026"),
            ("Hà Nội, ngày 15 tháng 06 năm 2026", "Hà Nội, ngày 15 tháng 6 năm 2026"),
            ("Hà Nội ngày 15 tháng 6 năm 2026", "Hà Nội, ngày 15 tháng 6 năm 2026"),
            ("Hà Nội, Ngày 15 tháng 6 năm 2026", "Hà Nội, ngày 15 tháng 6 năm 2026"),
        ];
        for (text, want) in wrong {
            assert_eq!(ngay(text), Some(LoiNgay::Viet(want.to_owned())), "{text}");
        }
        assert_eq!(ngay("Hà Nội, ngày 31 tháng 02 năm 2026"), Some(LoiNgay::KhongCo));
    }
}
