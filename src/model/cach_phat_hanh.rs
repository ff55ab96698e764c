//! Cách phát hành: what an office's issued documents carry besides their text.

use super::Fault;

/// The office's choice, from `phat_hanh:` in its file. The default gives nothing away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CachPhatHanh {
    pub dinh_kem: DinhKem,
    /// Unsigned signature fields in the PDF, signature lines in the Word file.
    pub o_ky: bool,
}

/// What is attached to the PDF.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DinhKem {
    /// Nothing: PDF/A-2a.
    #[default]
    Khong,
    /// The data fields of Phụ lục VI: PDF/A-3a.
    DuLieu,
    /// The data fields and the YAML, which may hold notes that must not leave the house.
    Nguon,
}

impl DinhKem {
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match khoa(text).as_str() {
            "khong" | "không" => Ok(Self::Khong),
            "du_lieu" | "dữ_liệu" => Ok(Self::DuLieu),
            "nguon" | "nguồn" => Ok(Self::Nguon),
            _ => {
                let message = format!("không có cách đính kèm “{}”", text.trim());
                Err(Fault::new("unknown-choice", message).hint(
                    "ghi “khong”, “du_lieu” (trường dữ liệu theo Phụ lục VI) hoặc “nguon” (trường dữ liệu và các tệp YAML)",
                ))
            }
        }
    }

    /// The word that [`Self::parse`] reads.
    pub fn khoa(self) -> &'static str {
        match self {
            Self::Khong => "khong",
            Self::DuLieu => "du_lieu",
            Self::Nguon => "nguon",
        }
    }
}

/// Reads yes or no, as YAML and as people write them.
pub fn co_khong(text: &str) -> Result<bool, Fault> {
    match khoa(text).as_str() {
        "co" | "có" | "true" | "yes" => Ok(true),
        "khong" | "không" | "false" | "no" => Ok(false),
        _ => Err(Fault::new("unknown-choice", format!("không hiểu “{}”", text.trim()))
            .hint("ghi “co” hoặc “khong”")),
    }
}

fn khoa(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back() {
        for choice in [DinhKem::Khong, DinhKem::DuLieu, DinhKem::Nguon] {
            assert_eq!(DinhKem::parse(choice.khoa()), Ok(choice));
        }
        assert_eq!(DinhKem::parse(" Dữ liệu "), Ok(DinhKem::DuLieu));
        assert_eq!(DinhKem::parse("tất cả").unwrap_err().code, "unknown-choice");
        assert_eq!((co_khong("Có"), co_khong("false")), (Ok(true), Ok(false)));
        assert_eq!(co_khong("chắc").unwrap_err().code, "unknown-choice");
    }
}
