//! Collections of laws print no letterhead: who issued a paper, its number and its day stand in one sentence under the kind,
//! `CỦA BỘ TÀI CHÍNH SỐ 15/TT-BTC NGÀY 20 THÁNG 3 NĂM 2009 HƯỚNG DẪN …`.

use super::o_dau::{ngay, so_ky_hieu};
use super::tu::gon;

/// What such a sentence says.
#[derive(Debug, PartialEq)]
pub(super) struct TenTuyenTap {
    pub co_quan: String,
    pub so: Option<String>,
    pub ky_hieu: Option<String>,
    /// `20/3/2009`
    pub ngay: String,
    pub trich_yeu: Option<String>,
}

/// Reads it; none for a subject like any other.
pub(super) fn ten_tuyen_tap(text: &str) -> Option<TenTuyenTap> {
    let text = gon(text);
    let lower = text.to_lowercase();
    // Small letters of another length would move the places.
    (lower.len() == text.len() && lower.starts_with("của ")).then_some(())?;
    let so = lower.find(" số ")?;
    let day = so.saturating_add(lower.get(so..)?.find(" ngày ")?);
    let year = day.saturating_add(lower.get(day..)?.find(" năm ")?);
    let digits = year.saturating_add(" năm ".len());
    let end = digits.saturating_add(4);
    let whole = lower.get(digits..end)?.bytes().all(|b| b.is_ascii_digit());
    let day_text = lower.get(day..end)?;
    let near = day_text.chars().count() < 40 && day_text.contains(" tháng ");
    (whole && near).then_some(())?;
    let (_, ngay) = ngay(day_text);
    let (so_chu, ky_hieu) = so_ky_hieu(text.get(so.saturating_add(1)..day)?);
    let rest = gon(text.get(end..)?.trim_start_matches([',', ';', ' ']));
    // A number alone is that of a paper from before symbols, which no form of today prints.
    ky_hieu.as_ref()?;
    Some(TenTuyenTap {
        co_quan: gon(text.get("của ".len()..so)?).to_uppercase(),
        so: so_chu,
        ky_hieu,
        ngay: ngay.filter(|ngay| ngay.matches('/').count() == 2)?,
        trich_yeu: Some(rest).filter(|rest| !rest.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_says_who_and_when() {
        let own =
            ten_tuyen_tap("CỦA BỘ TÀI CHÍNH SỐ 15/TT-BTC NGÀY 20 THÁNG 3 NĂM 2009 HƯỚNG DẪN THU")
                .unwrap();
        assert_eq!((own.co_quan.as_str(), own.so.as_deref()), ("BỘ TÀI CHÍNH", Some("15")));
        assert_eq!((own.ky_hieu.as_deref(), own.ngay.as_str()), (Some("TT-BTC"), "20/3/2009"));
        assert_eq!(own.trich_yeu.as_deref(), Some("HƯỚNG DẪN THU"));
        for other in
            ["Của Hội đồng nhân dân Tỉnh", "Về việc thi hành Luật số 5 ngày 1 tháng 2 năm 2003"]
        {
            assert_eq!(ten_tuyen_tap(other), None, "{other}");
        }
    }
}
