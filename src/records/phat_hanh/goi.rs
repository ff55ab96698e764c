//! Gói: all that goes into the folder of an issued document.

use super::bang_ke::{self, BangKe};
use crate::records::so_dang_ky::{Day, SoHieu, khong_dau};

/// The files by their names inside the folder, the list of them last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goi {
    pub tep: Vec<(String, Vec<u8>)>,
    /// The mark of the list, for the register.
    pub dau: String,
}

impl Goi {
    pub fn moi(so_hieu: &SoHieu, ngay: &str, mut tep: Vec<(String, Vec<u8>)>) -> Self {
        let list = BangKe::cua(&so_hieu.to_string(), ngay, &tep).viet();
        let dau = bang_ke::dau_bang_ke(&list);
        tep.push((bang_ke::TEP.to_owned(), list));
        Self { tep, dau }
    }
}

/// The name of the folder and of the files in it: `105-KH-HDND`, without marks and safe everywhere.
pub fn ten_khong_dau(so_hieu: &SoHieu) -> String {
    format!("{:02}-{}", so_hieu.so, khong_dau(&so_hieu.ky_hieu))
}

/// Where the folder stands: `2023/105-KH-HDND`, `2025-2030-quy-dinh/05-QD-TU`.
pub fn dich(day: &Day, so_hieu: &SoHieu) -> String {
    format!("{}/{}", day.thu_muc(), ten_khong_dau(so_hieu))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_marks() {
        let of = |day: &str, so, ky_hieu: &str| {
            dich(&Day::doc(day).unwrap(), &SoHieu { so, ky_hieu: ky_hieu.into() })
        };
        let named = |so, ky_hieu: &str| of("2023 HĐND", so, ky_hieu);
        assert_eq!(of("2025-2030 TU NQ", 5, "NQ/TU"), "2025-2030-nghi-quyet/05-NQ-TU");
        assert_eq!(named(105, "KH-HĐND"), "2023/105-KH-HDND");
        assert_eq!(named(5, "TTr-VP.HĐND"), "2023/05-TTr-VP_HDND");
        assert_eq!(named(7, "QyĐ-ÂÊÔƠƯ"), "2023/07-QyD-AEOOU");
    }
}
