//! Sổ năm: a year's book as one file to keep and to print; of several offices, their books in one ZIP.

use super::ra::TepRa;
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::register::{PrintRequest, books};
use crate::records::chuyen_phat::Tep;
use crate::records::chuyen_phat::goi::zip;
use crate::records::so_dang_ky::khong_dau;

/// The book in the format with that ending.
pub fn so_nam(request: &PrintRequest, dang: &str, means: &Means) -> Result<TepRa, Vec<Diagnostic>> {
    let mine = books(request, means)?
        .into_iter()
        .filter(|file| file.path.extension().is_some_and(|own| own == dang));
    let mut all: Vec<TepRa> =
        mine.map(|file| (file.path.display().to_string(), file.bytes)).collect();
    match (all.pop(), all.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(last), false) => {
            let tep = all.into_iter().chain([last]);
            let tep: Vec<Tep> = tep.map(|(ten, bytes)| Tep::new(ten, bytes)).collect();
            let bytes = zip(&tep).map_err(|_| {
                vec![Diagnostic::error("internal", "lỗi của chương trình khi gói tệp")]
            })?;
            Ok((format!("so-dang-ky-{}.zip", khong_dau(&request.nam.to_string())), bytes))
        }
        (None, _) => Err(vec![khong_ro_nam()]),
    }
}

/// It isn't said of which year.
pub fn khong_ro_nam() -> Diagnostic {
    Diagnostic::error("wrong-use", "chưa rõ sổ của năm nào").hint("mở lại từ trang Sổ đăng ký")
}
