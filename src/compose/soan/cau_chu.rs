//! Câu chữ: the standing phrases of a template, and the ones that a document words differently.

use crate::diagnostic::Diagnostic;
use crate::model::{CauChu, Nguon};

/// A finding for each phrase of the document that the template doesn't have. An office's phrases are for other
/// templates too.
pub fn kiem(cau_chu: &[CauChu], known: &[String]) -> Result<(), Vec<Diagnostic>> {
    let unknown: Vec<_> = cau_chu.iter().filter_map(|cau| cau_la(cau, known)).collect();
    if unknown.is_empty() { Ok(()) } else { Err(unknown) }
}

fn cau_la(cau: &CauChu, known: &[String]) -> Option<Diagnostic> {
    if cau.cua_co_quan || known.contains(&cau.khoa) {
        return None;
    }
    let nearest = known.iter().max_by(|a, b| {
        let score = |key: &str| strsim::jaro_winkler(key, &cau.khoa);
        score(a).total_cmp(&score(b))
    });
    let message = format!("mẫu không có câu chữ nào tên `{}`", cau.khoa);
    let list = known.join(", ");
    let hint = match nearest {
        Some(key) if strsim::jaro_winkler(key, &cau.khoa) > 0.8 => format!("có phải là `{key}`?"),
        _ => format!("các câu thay được: {list}"),
    };
    Some(
        Diagnostic::error("unknown-phrase", message)
            .hint(hint)
            .about(Nguon::ca(cau.muc.clone()), ""),
    )
}
