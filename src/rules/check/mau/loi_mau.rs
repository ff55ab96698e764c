//! The words of an office in the sample text of a starter: a paper of a school's speaks of the school. A declaration's
//! `vi_du` has marks in their place.

use crate::model::CachTrichYeu;

/// What a starter says of the office that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoiMau {
    /// Its full name.
    pub co_quan: String,
    /// Whom it writes to.
    pub cap_tren: String,
    /// A unit of it.
    pub don_vi: String,
    /// The post of who leads it.
    pub chuc_vu: String,
    /// The law that it stands on.
    pub can_cu: String,
    /// The unit that drafts its letters, in the symbol.
    pub soan: String,
}

/// What stands where a declaration has no example.
pub const NOI_DUNG: &str = "Nội dung cần ghi";

/// The subject of a starter; `hoa`: its rules begin it with a capital.
pub fn trich_yeu(cach: CachTrichYeu, hoa: bool) -> &'static str {
    match cach {
        CachTrichYeu::DuoiTenLoai if !hoa => "thực hiện nhiệm vụ mẫu năm 2026",
        // Behind “V/v” it goes on in small letters.
        CachTrichYeu::DuoiSo => "phối hợp thực hiện nhiệm vụ mẫu năm 2026",
        CachTrichYeu::DuoiTenLoai | CachTrichYeu::Khong => "Thực hiện nhiệm vụ mẫu năm 2026",
    }
}

impl LoiMau {
    fn cac_dau(&self) -> [(&'static str, &str); 6] {
        [
            ("{co_quan}", &self.co_quan),
            ("{cap_tren}", &self.cap_tren),
            ("{don_vi}", &self.don_vi),
            ("{chuc_vu}", &self.chuc_vu),
            ("{can_cu}", &self.can_cu),
            ("{soan}", &self.soan),
        ]
    }

    /// The text with the office's words.
    pub fn thay(&self, text: &str) -> String {
        self.cac_dau().into_iter().fold(text.to_owned(), |text, (dau, chu)| text.replace(dau, chu))
    }
}

/// Whether `text` is the sample `mau`, whichever office's words stand at its marks.
pub fn khop(mau: &str, text: &str) -> bool {
    let mut parts = mau.split('{').enumerate().map(|(i, part)| match part.split_once('}') {
        Some((_, after)) if i > 0 => after,
        _ => part,
    });
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return rest.is_empty() };
    for part in between {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.len() > last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_known_with_any_offices_words() {
        let mau = "Điều 2. {don_vi} là đầu mối của {co_quan} trong việc này.";
        assert!(khop(mau, "Điều 2. Tổ Văn phòng là đầu mối của Trường Mầm non trong việc này."));
        assert!(!khop(mau, "Điều 2. Tổ Văn phòng là đầu mối của Trường Mầm non trong việc khác."));
        assert!(!khop(mau, "Điều 2. Tổ Văn phòng làm đầu mối của Trường trong việc này."));
        assert!(khop("không có dấu", "không có dấu") && !khop("không có dấu", "không có dấu nào"));
        assert!(khop("gửi {cap_tren}", "gửi Sở Nội vụ") && !khop("gửi {cap_tren}", "gửi "));
    }
}
