//! The standards that the file obeys, and what the PDF library finds against them.

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, ValidationError};
use krilla::error::KrillaError;

use super::internal;
use crate::diagnostic::Diagnostic;

/// ISO 19005-3 lets files of any kind in, ISO 19005-2 does not.
pub(super) fn cai_dat(co_tep_kem: bool) -> Result<SerializeSettings, Vec<Diagnostic>> {
    let luu_tru = if co_tep_kem { Archival::A3_A } else { Archival::A2_A };
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(luu_tru)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|loi| internal(&format!("{loi:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// Everything that keeps the file from being written.
pub(super) fn loi(loi: &KrillaError) -> Vec<Diagnostic> {
    match loi {
        KrillaError::Validation(found) => {
            found.iter().flat_map(|(trai, _)| internal(&trai_tieu_chuan(trai))).collect()
        }
        loi => internal(&loi.to_string()),
    }
}

fn trai_tieu_chuan(trai: &ValidationError) -> String {
    match trai {
        ValidationError::ContainsNotDefGlyph(_, _, chu) => {
            format!("phông chữ không có chữ “{}”", chu.escape_debug())
        }
        ValidationError::RestrictedLicense(_) => "phông chữ không cho phép nhúng vào tệp".into(),
        trai => format!("{trai:?}"),
    }
}
