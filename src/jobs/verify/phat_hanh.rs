//! The folder of an issued document: judged, and the document built again from the YAML that was kept.

use std::collections::BTreeMap;
use std::path::Path;

use super::dung_lai::dung_lai;
use super::request::VIEC;
use crate::diagnostic::Diagnostic;
use crate::jobs::load::Loaded;
use crate::jobs::tep_phat_hanh::DungCu;
use crate::jobs::{Means, Outcome};
use crate::records::chuyen_phat::sha256;
use crate::records::phat_hanh::phieu::{PhieuPhatHanh, TEP_PHIEU};
use crate::records::phat_hanh::phieu_vao::TEP_PHIEU_VAO;
use crate::records::phat_hanh::xet::{PhanXet, xet};
use crate::word::doc_word::doc;
use crate::word::so_sanh::so_sanh_tep;
use crate::word::so_sanh::trinh_bay::{khac_trinh_bay, loi_ban_khac};

/// Asks the judge about the folder, whose register is in `so_sach` or beside it, and builds the document again.
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
    let xet = xet(folder, so_sach);
    let mut found = xet.sai.clone();
    let Some(bang_ke) = &xet.bang_ke else { return Err(found) };
    go_on()?;
    let mut dung_dung = "dựng lại từ nguồn thì đúng từng byte".to_owned();
    if lam_noi_khac(&xet) {
        dung_dung = "văn bản làm ở nơi khác nên không có nguồn để dựng lại".to_owned();
    } else {
        match dung_lai(folder, &xet.cay, &loaded.mau, dung_cu) {
            Ok(made) => {
                let soat = Soat { folder, xet: &xet, list: &bang_ke.tep, made: &made };
                match soat.ban_cu() {
                    Some(loi) => dung_dung = loi,
                    None => found.extend(soat.khac()),
                }
            }
            Err(faults) => found.extend(faults),
        }
    }
    for tep in &xet.da_ky {
        let shown = folder.join(&tep.ten).display().to_string();
        outcome.notes.extend(tep.loi.iter().map(|loi| format!("{shown}: {loi}")));
    }
    if found.is_empty() {
        outcome.lines.push(format!(
            "{}: đủ {} tệp, {dung_dung}; {}",
            folder.display(),
            bang_ke.tep.len(),
            voi_so(&xet)
        ));
        outcome.notes.extend(xet.ve_sau());
    }
    outcome.diagnostics.extend(found);
    Ok(())
}

/// Whether the files were made elsewhere and are only kept here.
fn lam_noi_khac(xet: &PhanXet) -> bool {
    xet.cay.contains_key(TEP_PHIEU_VAO) && !xet.cay.contains_key(TEP_PHIEU)
}

/// How the folder stands to the register.
fn voi_so(xet: &PhanXet) -> String {
    match &xet.dong {
        Some(dong) => format!("khớp với {dong}"),
        None => {
            "không thấy sổ đăng ký ở bên cạnh nên chưa đối chiếu với sổ (chỉ ra bằng --so-sach)"
                .to_owned()
        }
    }
}

/// What the folder has, and what its sources make.
struct Soat<'a> {
    folder: &'a Path,
    xet: &'a PhanXet,
    list: &'a BTreeMap<String, String>,
    made: &'a BTreeMap<String, Vec<u8>>,
}

impl Soat<'_> {
    /// What is to be said where another version of the program made the paper and today's sets the same words
    /// otherwise: then nobody has touched it.
    fn ban_cu(&self) -> Option<String> {
        let record = self.xet.cay.get(TEP_PHIEU).and_then(Option::as_deref)?;
        let record = PhieuPhatHanh::doc(record)?;
        let phien_ban = record.phien_ban_khac()?;
        let same =
            |ten: &String, made: &[u8]| self.list.get(ten).is_none_or(|sha| sha256(made) == *sha);
        let files = self.made.iter().filter(|(ten, made)| !same(ten, made));
        let khac: Vec<&str> = files.map(|(ten, _)| ten.as_str()).collect();
        let la_word = |ten: &str| ten.ends_with(".docx") && !ten.contains('/');
        let (ten, made) = self.made.iter().find(|(ten, _)| la_word(ten))?;
        let kept = self.xet.cay.get(ten).and_then(Option::as_deref)?;
        // The kept file is the one that was issued, or nothing is known by it.
        (!khac.is_empty() && self.list.get(ten)? == &sha256(kept)).then_some(())?;
        let tep_khac: Vec<&str> = khac.into_iter().filter(|ten| !la_word(ten)).collect();
        Some(loi_ban_khac(phien_ban, &khac_trinh_bay(kept, made)?, &tep_khac))
    }

    fn khac(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (ten, made) in self.made {
            let Some(sha) = self.list.get(ten) else { continue };
            let kept = self.xet.cay.get(ten).and_then(Option::as_deref);
            if sha256(made) != *sha {
                found.extend(self.khac_ban_dung_lai(ten, made, kept));
            } else if let Some(kept) = kept.filter(|kept| sha256(kept) != *sha) {
                found.extend(self.sua_cho_nao(ten, made, kept));
            }
        }
        found
    }

    /// The document that its kept YAML makes is not the one that was filed.
    fn khac_ban_dung_lai(&self, ten: &str, made: &[u8], kept: Option<&[u8]>) -> Vec<Diagnostic> {
        let shown = self.folder.join(ten).display().to_string();
        let message = format!("dựng lại từ nguồn đã lưu thì không ra đúng tệp {shown}");
        let hint = "nguồn hoặc bảng kê bị sửa; hoặc khi phát hành đã dùng phiên bản khác của chương trình, phông \
                    khác (--fonts)";
        let mut found = vec![Diagnostic::error("rebuilt-differs", message).hint(hint)];
        found.extend(kept.into_iter().flat_map(|kept| self.sua_cho_nao(ten, made, kept)));
        found
    }

    /// Where a Word file was edited.
    fn sua_cho_nao(&self, ten: &str, original: &[u8], bytes: &[u8]) -> Vec<Diagnostic> {
        if !ten.ends_with(".docx") {
            return Vec::new();
        }
        let shown = self.folder.join(ten).display().to_string();
        let (Ok(cu), Ok(moi)) = (doc(original), doc(bytes)) else { return Vec::new() };
        let changes = so_sanh_tep(&cu, &moi).into_iter();
        changes.map(|c| Diagnostic::error("word-edited", format!("{shown}: {}", c.cau))).collect()
    }
}
