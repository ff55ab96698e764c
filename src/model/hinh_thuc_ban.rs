//! Bản: whether a document is issued on paper or electronically, and the moment of its signing.

use chrono::NaiveTime;

use super::{Fault, Ngay};

/// How a document is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HinhThucBan {
    Giay,
    /// The rule since 2020.
    #[default]
    DienTu,
}

impl HinhThucBan {
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text.trim().to_lowercase().replace([' ', '-'], "_").as_str() {
            "giay" | "giấy" | "bản_giấy" => Ok(Self::Giay),
            "dien_tu" | "điện_tử" | "bản_điện_tử" => Ok(Self::DienTu),
            _ => {
                Err(Fault::new("unknown-choice", format!("mục “ban” không nhận “{}”", text.trim()))
                    .hint("ghi “giay” hoặc “dien_tu”; không ghi thì là dien_tu"))
            }
        }
    }
}

/// A moment as a mark of an electronic document shows it: `15/04/2023; 14:05:33` (forms 2.2 and 3.2 of
/// PL III).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThoiDiem {
    ngay: Ngay,
    gio: NaiveTime,
}

impl ThoiDiem {
    /// Reads `15/4/2023 14:05:33`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        let parts = text.rsplit_once([' ', ';', 'T']);
        let gio = parts.and_then(|(_, gio)| NaiveTime::parse_from_str(gio, "%H:%M:%S").ok());
        let ngay = parts.and_then(|(ngay, _)| Ngay::parse(ngay.trim_matches([' ', ';', ','])).ok());
        let (Some(ngay), Some(gio)) = (ngay, gio) else {
            return Err(Fault::new("bad-moment", format!("không hiểu thời điểm “{text}”"))
                .hint("viết ngày rồi giờ, phút, giây: 15/4/2023 14:05:33")
                .clause("Phụ lục III, mẫu 2.2 và 3.2"));
        };
        Ok(Self { ngay, gio })
    }

    /// `15/04/2023; 14:05:33`.
    pub fn dong(&self) -> String {
        format!("{}; {}", self.ngay.ngay().format("%d/%m/%Y"), self.gio.format("%H:%M:%S"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_printed_as_the_forms_draw_it() {
        for text in ["15/4/2023 14:05:33", "15/04/2023; 14:05:33", "2023-04-15T14:05:33"] {
            assert_eq!(ThoiDiem::parse(text).unwrap().dong(), "15/04/2023; 14:05:33", "{text}");
        }
        for text in ["15/4/2023", "14:05:33", "15/4/2023 25:00:00", "31/2/2023 10:00:00", ""] {
            assert_eq!(ThoiDiem::parse(text).unwrap_err().code, "bad-moment", "{text}");
        }
    }

    #[test]
    fn paper_or_electronic() {
        assert_eq!(HinhThucBan::parse("giấy").unwrap(), HinhThucBan::Giay);
        assert_eq!(HinhThucBan::parse("điện tử").unwrap(), HinhThucBan::DienTu);
        assert_eq!(HinhThucBan::parse("fax").unwrap_err().code, "unknown-choice");
    }
}
