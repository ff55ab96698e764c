//! Files inside the file (ISO 19005-3, 6.8).

use chrono::NaiveDate;
use krilla::Document;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};

use super::{TepKem, internal, thong_tin};
use crate::diagnostic::Diagnostic;
use crate::writers::pdf::QuanHe;

/// Puts the files in, with the document's date.
pub(super) fn kem(
    tep: &mut Document,
    tep_kem: &[TepKem],
    ngay: NaiveDate,
) -> Result<(), Vec<Diagnostic>> {
    for mot in tep_kem {
        tep.embed_file(EmbeddedFile {
            path: mot.ten.clone(),
            mime_type: MimeType::new(mot.kieu_mime),
            description: Some(mot.mo_ta.clone()),
            association_kind: quan_he(mot.quan_he),
            data: mot.bytes.clone().into(),
            modification_date: Some(thong_tin::ngay(ngay)),
            compress: None,
            location: None,
        })
        .ok_or_else(|| internal(&format!("tệp {} được kèm hai lần", mot.ten)))?;
    }
    Ok(())
}

fn quan_he(quan_he: QuanHe) -> AssociationKind {
    match quan_he {
        QuanHe::Nguon => AssociationKind::Source,
        QuanHe::DuLieu => AssociationKind::Data,
    }
}
