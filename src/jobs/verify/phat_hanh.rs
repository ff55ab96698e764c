//! The folder of an issued document: its files against the manifest, and the document built again from
//! the YAML that was kept.

use std::collections::BTreeMap;
use std::path::Path;

use super::cay::Cay;
use super::dong_so::dong_so;
use super::dung_lai::dung_lai;
use super::request::VIEC;
use crate::diagnostic::Diagnostic;
use crate::jobs::load::Loaded;
use crate::jobs::tep_phat_hanh::DungCu;
use crate::jobs::{Means, Outcome};
use crate::reading::source::{self, TEP_BANG_KE, ben_trong};
use crate::records::chuyen_phat::sha256;
use crate::word::doc_word::doc;
use crate::word::so_sanh::so_sanh_tep;
use crate::writers::pdf;

/// The one file of the folder that comes later: what later documents did to this one.
const LIEN_QUAN: &str = "lien-quan.txt";

/// Looks at everything in the folder, and at its row of the register, which is in `so_sach` or beside it.
pub fn soat(
    folder: &Path,
    so_sach: Option<&Path>,
    loaded: &Loaded,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let dung_cu = DungCu { fonts: &loaded.fonts, compiler: means.compiler };
    let go_on = || {
        let shown = format!("“{}”", folder.display());
        means.go_on(VIEC, &shown).map_err(|left| vec![left])
    };
    means.progress.more(1);
    go_on()?;
    means.progress.next(&folder.display().to_string());
    let cay = source::read_tree(folder)?;
    let list = cay.get(TEP_BANG_KE).and_then(Option::as_ref);
    let Some(list) = list.and_then(|bytes| source::doc_bang_ke(bytes)) else {
        let message = format!("{} không đọc được", folder.join(TEP_BANG_KE).display());
        return Err(vec![
            Diagnostic::error("bad-manifest", message).hint("lấy lại cả thư mục từ bản lưu"),
        ]);
    };
    let (made, van_ban, mut found) = match dung_lai(folder, &cay, &loaded.mau, dung_cu) {
        Ok((made, van_ban)) => (made, Some(van_ban), Vec::new()),
        Err(found) => (BTreeMap::new(), None, found),
    };
    go_on()?;
    let soat = Soat { folder, cay: &cay, list: &list, made: &made };
    for (ten, sha) in &list {
        found.extend(soat.mot_tep(ten, sha, &mut outcome.notes));
    }
    found.extend(made.iter().flat_map(|(ten, bytes)| soat.khac_ban_dung_lai(ten, bytes)));
    found.extend(soat.tep_la());
    let bang_ke = cay.get(TEP_BANG_KE).and_then(Option::as_deref).unwrap_or_default();
    match dong_so(folder, so_sach, bang_ke, van_ban.as_ref()) {
        Ok(so) if found.is_empty() => {
            let (shown, many) = (folder.display(), list.len());
            outcome.lines.push(format!(
                "{shown}: đủ {many} tệp, dựng lại từ nguồn thì đúng từng byte; {so}"
            ));
        }
        Ok(_) => {}
        Err(faults) => found.extend(faults),
    }
    outcome.diagnostics.extend(found);
    Ok(())
}

/// What the folder has, what it should have, and what its sources make.
struct Soat<'a> {
    folder: &'a Path,
    cay: &'a Cay,
    list: &'a BTreeMap<String, String>,
    made: &'a BTreeMap<String, Vec<u8>>,
}

impl Soat<'_> {
    fn shown(&self, ten: &str) -> String {
        self.folder.join(ten).display().to_string()
    }

    /// A file that the manifest lists.
    fn mot_tep(&self, ten: &str, sha: &str, notes: &mut Vec<String>) -> Vec<Diagnostic> {
        let shown = self.shown(ten);
        let hint = "lấy lại tệp gốc từ bản lưu; văn bản đã phát hành thì không sửa";
        let fault = |code, message: String| vec![Diagnostic::error(code, message).hint(hint)];
        if !ben_trong(ten) {
            return fault(
                "path-outside",
                format!("bảng kê nhắc tới “{ten}”, ở ngoài thư mục của nó"),
            );
        }
        let Some(bytes) = self.cay.get(ten) else {
            return fault("issued-missing", format!("không còn tệp {shown}"));
        };
        let bytes = bytes.as_deref().unwrap_or_default();
        if sha256(bytes) == sha {
            return Vec::new();
        }
        let original = self.made.get(ten).filter(|original| sha256(original) == sha);
        let signed =
            |original: &Vec<u8>| da_ky(bytes, original) && pdf::cung_noi_dung(original, bytes);
        if original.is_some_and(signed) {
            notes.push(format!("{shown}: có chữ ký số thêm vào sau; phần văn bản còn nguyên"));
            return Vec::new();
        }
        let mut found = fault("issued-changed", format!("tệp {shown} đã bị sửa"));
        let original = original.filter(|_| ten.ends_with(".docx"));
        found.extend(original.into_iter().flat_map(|old| sua_cho_nao(&shown, old, bytes)));
        found
    }

    /// The document that its kept YAML makes is the one that was filed.
    fn khac_ban_dung_lai(&self, ten: &str, made: &[u8]) -> Vec<Diagnostic> {
        if self.list.get(ten).is_none_or(|sha| sha256(made) == *sha) {
            return Vec::new();
        }
        let shown = self.shown(ten);
        let message = format!("dựng lại từ nguồn đã lưu thì không ra đúng tệp {shown}");
        let hint = "nguồn hoặc bảng kê bị sửa; hoặc khi phát hành đã dùng phiên bản khác của chương trình, phông \
                    khác (--fonts)";
        let mut found = vec![Diagnostic::error("rebuilt-differs", message).hint(hint)];
        let kept = self.cay.get(ten).and_then(Option::as_deref);
        let kept = kept.filter(|_| ten.ends_with(".docx"));
        found.extend(kept.into_iter().flat_map(|kept| sua_cho_nao(&shown, made, kept)));
        found
    }

    /// Files that the manifest doesn't list.
    fn tep_la(&self) -> impl Iterator<Item = Diagnostic> {
        let known = [TEP_BANG_KE, LIEN_QUAN];
        let extra = self
            .cay
            .keys()
            .filter(move |ten| !self.list.contains_key(*ten) && !known.contains(&ten.as_str()));
        extra.map(|ten| {
            Diagnostic::error("issued-extra", format!("có tệp lạ {}", self.shown(ten)))
                .hint("bảng kê không có tệp này; chuyển nó đi chỗ khác")
        })
    }
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
    let changes = so_sanh_tep(&cu, &moi).into_iter();
    changes.map(|c| Diagnostic::error("word-edited", format!("{shown}: {}", c.cau))).collect()
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
