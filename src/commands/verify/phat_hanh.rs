//! The folder of an issued document: its files against the manifest, and the document built again from
//! the YAML that was kept.

use std::collections::BTreeMap;
use std::path::Path;

use super::dung_lai::dung_lai;
use crate::commands::Report;
use crate::diagnostic::Diagnostic;
use crate::doc_word::doc;
use crate::gui::sha256;
use crate::render::fonts::Fonts;
use crate::so_sanh::so_sanh;
use crate::source::{self, TEP_BANG_KE, ben_trong};

/// The one file of the folder that comes later: what later documents did to this one.
const LIEN_QUAN: &str = "lien-quan.txt";

/// The files of the folder by name; a link has no bytes.
pub type Cay = BTreeMap<String, Option<Vec<u8>>>;

/// Looks at everything in `folder`.
pub fn soat(folder: &Path, fonts: &Fonts, report: &mut Report) -> Result<(), Vec<Diagnostic>> {
    let cay = source::read_tree(folder)?;
    let list = cay.get(TEP_BANG_KE).and_then(Option::as_ref);
    let Some(list) = list.and_then(|bytes| source::doc_bang_ke(bytes)) else {
        let message = format!("{} không đọc được", folder.join(TEP_BANG_KE).display());
        return Err(vec![
            Diagnostic::error("bad-manifest", message).hint("lấy lại cả thư mục từ bản lưu"),
        ]);
    };
    let before = report.diagnostics.len();
    let made = match dung_lai(folder, &cay, fonts) {
        Ok(made) => made,
        Err(found) => {
            report.diagnostics.extend(found);
            BTreeMap::new()
        }
    };
    for (ten, sha) in &list {
        report.diagnostics.extend(mot_tep(folder, ten, sha, &cay, &made, report));
    }
    for (ten, bytes) in &made {
        report.diagnostics.extend(khac_ban_dung_lai(folder, ten, bytes, list.get(ten), &cay));
    }
    let extra = cay.keys().filter(|ten| {
        !list.contains_key(*ten) && ![TEP_BANG_KE, LIEN_QUAN].contains(&ten.as_str())
    });
    report.diagnostics.extend(extra.map(|ten| {
        let message = format!("có tệp lạ {}", folder.join(ten).display());
        Diagnostic::error("issued-extra", message)
            .hint("bảng kê không có tệp này; chuyển nó đi chỗ khác")
    }));
    if report.diagnostics.len() == before {
        let many = list.len();
        report.lines.push(format!(
            "{}: đủ {many} tệp, dựng lại từ nguồn thì đúng từng byte",
            folder.display()
        ));
    }
    Ok(())
}

/// A file that the manifest lists.
fn mot_tep(
    folder: &Path,
    ten: &str,
    sha: &str,
    cay: &Cay,
    made: &BTreeMap<String, Vec<u8>>,
    report: &mut Report,
) -> Vec<Diagnostic> {
    let shown = folder.join(ten).display().to_string();
    let hint = "lấy lại tệp gốc từ bản lưu; văn bản đã phát hành thì không sửa";
    if !ben_trong(ten) {
        let message = format!("bảng kê nhắc tới “{ten}”, ở ngoài thư mục của nó");
        return vec![Diagnostic::error("path-outside", message).hint(hint)];
    }
    let Some(bytes) = cay.get(ten) else {
        return vec![
            Diagnostic::error("issued-missing", format!("không còn tệp {shown}")).hint(hint),
        ];
    };
    let bytes = bytes.as_deref().unwrap_or_default();
    if sha256(bytes) == sha {
        return Vec::new();
    }
    let original = made.get(ten).filter(|original| sha256(original) == sha);
    if original.is_some_and(|original| da_ky(bytes, original)) {
        report.notes.push(format!("{shown}: có chữ ký số thêm vào sau; phần văn bản còn nguyên"));
        return Vec::new();
    }
    let mut found =
        vec![Diagnostic::error("issued-changed", format!("tệp {shown} đã bị sửa")).hint(hint)];
    if ten.ends_with(".docx") {
        found
            .extend(original.into_iter().flat_map(|original| sua_cho_nao(&shown, original, bytes)));
    }
    found
}

/// Whether a PDF is the original with signatures after it: those are only ever appended.
fn da_ky(bytes: &[u8], original: &[u8]) -> bool {
    let Some(more) = bytes.strip_prefix(original) else { return false };
    let has = |wanted: &[u8]| more.windows(wanted.len()).any(|window| window == wanted);
    original.starts_with(b"%PDF-") && has(b"/ByteRange") && has(b"%%EOF")
}

/// Where a Word file was edited.
fn sua_cho_nao(shown: &str, original: &[u8], bytes: &[u8]) -> Vec<Diagnostic> {
    let (Ok(cu), Ok(moi)) = (doc(original), doc(bytes)) else { return Vec::new() };
    let changes = so_sanh(&cu.khoi, &moi.khoi).into_iter();
    changes.map(|c| Diagnostic::error("word-edited", format!("{shown}: {}", c.cau))).collect()
}

/// The document that its kept YAML makes is the one that was filed.
fn khac_ban_dung_lai(
    folder: &Path,
    ten: &str,
    made: &[u8],
    sha: Option<&String>,
    cay: &Cay,
) -> Vec<Diagnostic> {
    if sha.is_none_or(|sha| sha256(made) == *sha) {
        return Vec::new();
    }
    let shown = folder.join(ten).display().to_string();
    let message = format!("dựng lại từ nguồn đã lưu thì không ra đúng tệp {shown}");
    let hint = "nguồn hoặc bảng kê bị sửa; hoặc khi phát hành đã dùng phiên bản khác của chương trình, phông khác (--fonts)";
    let mut found = vec![Diagnostic::error("rebuilt-differs", message).hint(hint)];
    let kept = cay.get(ten).and_then(Option::as_deref);
    if let Some(kept) = kept.filter(|_| ten.ends_with(".docx")) {
        found.extend(sua_cho_nao(&shown, made, kept));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_only_what_was_appended() {
        let original = b"%PDF-1.7 ... %%EOF\n".to_vec();
        let with = |more: &[u8]| [original.as_slice(), more].concat();
        assert!(da_ky(&with(b"5 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> %%EOF"), &original));
        assert!(!da_ky(&with(b"5 0 obj <<>> %%EOF"), &original));
        assert!(!da_ky(&original, &original));
        let mut changed = with(b"/ByteRange %%EOF");
        changed[3] = b'X';
        assert!(!da_ky(&changed, &original));
    }
}
