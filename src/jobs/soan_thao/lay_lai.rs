//! Lấy lại: what was taken back from a Word file goes into the files field by field, each a step of the journal; all of it
//! or nothing.

use std::path::Path;

use super::nhat_ky::ThayDoi;
use super::thao_tac::{self, KetQua};
use super::{doc, tep};
use crate::diagnostic::Diagnostic;
use crate::jobs::take_back::TepDoi;
use crate::reading::source::TepNguon;
use crate::reading::yaml::va::{Buoc, Cay, cay_cua};

/// Puts the changes of some files into their fields, and standing phrases (`cau`: key and words) into the paper
/// `giay`. The file of each step.
pub fn ghi(
    thu_muc: &Path,
    cac: &[TepDoi],
    (giay, cau): (&str, &[(String, String)]),
) -> Result<Vec<String>, Diagnostic> {
    let mut all = Vec::new();
    for one in cac {
        all.extend(cac_truong(thu_muc, one)?);
    }
    let mut done = lam(thu_muc, all, Vec::new())?;
    // The files now say what was promised: whatever a field became, it is the value that was built.
    if let Some(one) = cac.iter().find(|one| !dung(thu_muc, one)) {
        return Err(tro_lai(thu_muc, &done, vua_sua(&one.ten)));
    }
    if !cau.is_empty() {
        let words = cac_cau(thu_muc, giay, cau)?;
        done = lam(thu_muc, words, done)?;
    }
    Ok(done)
}

fn lam(
    thu_muc: &Path,
    all: Vec<ThayDoi>,
    mut done: Vec<String>,
) -> Result<Vec<String>, Diagnostic> {
    for change in all {
        let ten = change.tep.clone();
        match thao_tac::doi(thu_muc, change) {
            Ok(KetQua::Xong) => done.push(ten),
            Ok(_) => return Err(tro_lai(thu_muc, &done, vua_sua(&ten))),
            Err(fault) => return Err(tro_lai(thu_muc, &done, fault)),
        }
    }
    Ok(done)
}

/// Takes back the steps that were made, the last first.
fn tro_lai(thu_muc: &Path, done: &[String], fault: Diagnostic) -> Diagnostic {
    for ten in done.iter().rev() {
        // What can't be undone by itself stays in the journal, for whoever undoes it on the page.
        let _ = thao_tac::lui(thu_muc, std::slice::from_ref(ten));
    }
    fault
}

/// The fields of a file that change, if the file still is what it was when the changes were found.
fn cac_truong(thu_muc: &Path, one: &TepDoi) -> Result<Vec<ThayDoi>, Diagnostic> {
    let (_, nay) = doc(&tep(thu_muc, &one.ten)?)?;
    if nay.text != one.truoc {
        return Err(vua_sua(&one.ten));
    }
    let change =
        |duong: Vec<Buoc>, cu: Cay, moi: Cay| ThayDoi { tep: one.ten.clone(), duong, cu, moi };
    if la_chu(&one.ten) {
        let [cu, moi] = [&one.truoc, &one.sau].map(|text| Cay::Chu(text.clone()));
        return Ok(vec![change(Vec::new(), cu, moi)]);
    }
    let (cu, moi) = (cay(&one.ten, &one.truoc)?, cay(&one.ten, &one.sau)?);
    let keys = khoa(&moi).chain(khoa(&cu).filter(|own| !khoa(&moi).any(|other| other == *own)));
    let duong = |khoa: &str| vec![Buoc::Khoa(khoa.to_owned())];
    let changed = keys.map(|khoa| {
        let at = duong(khoa);
        (at.clone(), cu.tai(&at).clone(), moi.tai(&at).clone())
    });
    let changed = changed.filter(|(_, cu, moi)| cu != moi);
    Ok(changed.map(|(duong, cu, moi)| change(duong, cu, moi)).collect())
}

fn khoa(cay: &Cay) -> impl Iterator<Item = &str> {
    let entries: &[(String, Cay)] = match cay {
        Cay::Nhom(entries) => entries,
        _ => &[],
    };
    entries.iter().map(|(khoa, _)| khoa.as_str())
}

/// Standing phrases that the paper words otherwise.
fn cac_cau(
    thu_muc: &Path,
    giay: &str,
    cau: &[(String, String)],
) -> Result<Vec<ThayDoi>, Diagnostic> {
    let (_, nay) = doc(&tep(thu_muc, giay)?)?;
    let root = cay_cua(&nay).unwrap_or_default();
    let duong = vec![Buoc::Khoa("cau_chu".to_owned())];
    let cu = root.tai(&duong).clone();
    let mut moi = match &cu {
        Cay::Nhom(entries) => entries.clone(),
        _ => Vec::new(),
    };
    for (khoa, words) in cau {
        moi.retain(|(own, _)| own != khoa);
        moi.push((khoa.clone(), Cay::Chu(words.clone())));
    }
    Ok(vec![ThayDoi { tep: giay.to_owned(), duong, cu, moi: Cay::Nhom(moi) }])
}

fn la_chu(ten: &str) -> bool {
    ten.to_lowercase().ends_with(".md")
}

fn cay(ten: &str, text: &str) -> Result<Cay, Diagnostic> {
    let read = TepNguon::decode(ten, text.as_bytes()).ok();
    read.and_then(|tep| cay_cua(&tep)).ok_or_else(|| vua_sua(ten))
}

/// Whether a file says what it was to become.
fn dung(thu_muc: &Path, one: &TepDoi) -> bool {
    let Ok((_, nay)) = tep(thu_muc, &one.ten).and_then(|path| doc(&path)) else { return false };
    if la_chu(&one.ten) {
        return nay.text == one.sau;
    }
    cay(&one.ten, &one.sau).is_ok_and(|wanted| cay_cua(&nay) == Some(wanted))
}

fn vua_sua(ten: &str) -> Diagnostic {
    Diagnostic::error("edit-refused", format!("“{ten}” vừa được sửa ở nơi khác; chưa lấy về gì"))
        .hint("xem lại các chỗ sửa rồi bấm lại")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const TRUOC: &str = "# lời\na: một # x\nb:\n  - hai\n  - ba\nc: bốn\n";
    const SAU: &str = "# lời\na: MỘT # x\nb:\n  - hai\n  - năm\n  - ba\nc: bốn\n";

    fn folder() -> (tempfile::TempDir, Vec<TepDoi>) {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.yaml"), TRUOC).unwrap();
        fs::write(dir.path().join("b.md"), "Thân.\n").unwrap();
        let doi = |ten: &str, truoc: &str, sau: &str| TepDoi {
            ten: ten.into(),
            truoc: truoc.into(),
            sau: sau.into(),
        };
        (dir, vec![doi("a.yaml", TRUOC, SAU), doi("b.md", "Thân.\n", "Thân bài.\n")])
    }

    #[test]
    fn each_field_is_a_step_and_all_of_them_go_back() {
        let (dir, cac) = folder();
        let read = |ten: &str| fs::read_to_string(dir.path().join(ten)).unwrap();
        let cau = [("toi_du".to_owned(), "Đến dự".to_owned())];
        let done = ghi(dir.path(), &cac, ("a.yaml", &cau)).unwrap();
        assert_eq!(done, ["a.yaml", "a.yaml", "b.md", "a.yaml"]);
        assert_eq!(read("a.yaml"), format!("{SAU}cau_chu:\n  toi_du: Đến dự\n"));
        assert_eq!(read("b.md"), "Thân bài.\n");
        let own = ["a.yaml".to_owned(), "b.md".to_owned()];
        for _ in &done {
            assert_eq!(thao_tac::lui(dir.path(), &own), Ok(KetQua::Xong));
        }
        assert_eq!((read("a.yaml"), read("b.md")), (TRUOC.to_owned(), "Thân.\n".to_owned()));
    }

    #[test]
    fn a_file_that_changed_meanwhile_keeps_all_of_them_as_they_are() {
        let (dir, cac) = folder();
        fs::write(dir.path().join("b.md"), "Ngoài.\n").unwrap();
        let fault = ghi(dir.path(), &cac, ("a.yaml", &[])).unwrap_err();
        assert_eq!(fault.code, "edit-refused");
        let read = |ten: &str| fs::read_to_string(dir.path().join(ten)).unwrap();
        assert_eq!((read("a.yaml"), read("b.md")), (TRUOC.to_owned(), "Ngoài.\n".to_owned()));
    }
}
