//! Thao tác: one field becomes another value, in its file, whole or not at all.
//!
//! Whoever asks says what the field was when it was last seen. If it is something else by now, somebody has changed it
//! outside meanwhile, and nobody's words are written over: the asker is told what stands there. Other fields of the file
//! may have changed as they like; so two changes of one file come together field by field.

use std::path::Path;

use serde::Serialize;

use super::nhat_ky::{NhatKy, ThayDoi, Viec};
use super::{doc, tep};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::reading::source::{TepNguon, ten_tep, thay_chu};
use crate::reading::yaml::va::{Cay, cay_cua, va};

/// What has come of a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum KetQua {
    /// It stands in the file.
    Xong,
    /// The field has changed outside; this stands there now.
    XungDot(Cay),
    /// There is nothing to undo.
    Het,
}

/// Makes the change and remembers it.
pub fn doi(thu_muc: &Path, thay_doi: ThayDoi) -> Result<KetQua, Diagnostic> {
    // Some keyboards and some Word files have letters and marks apart.
    let thay_doi = ThayDoi { cu: thay_doi.cu.nfc(), moi: thay_doi.moi.nfc(), ..thay_doi };
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    ghi(thu_muc, &mut nhat_ky, Viec::Doi, thay_doi)
}

/// Takes back the last change of these files, a paper and its bodies.
pub fn lui(thu_muc: &Path, cac_tep: &[String]) -> Result<KetQua, Diagnostic> {
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    let Some(cuoi) = nhat_ky.cua(cac_tep).0.last().map(|t| (*t).clone()) else {
        return Ok(KetQua::Het);
    };
    let nguoc = ThayDoi { cu: cuoi.moi.clone(), moi: cuoi.cu.clone(), ..cuoi };
    ghi(thu_muc, &mut nhat_ky, Viec::Lui, nguoc)
}

/// Makes again what was taken back last.
pub fn lai(thu_muc: &Path, cac_tep: &[String]) -> Result<KetQua, Diagnostic> {
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    let Some(cuoi) = nhat_ky.cua(cac_tep).1.last().map(|t| (*t).clone()) else {
        return Ok(KetQua::Het);
    };
    ghi(thu_muc, &mut nhat_ky, Viec::Lai, cuoi)
}

fn ghi(
    thu_muc: &Path,
    nhat_ky: &mut NhatKy,
    viec: Viec,
    thay_doi: ThayDoi,
) -> Result<KetQua, Diagnostic> {
    let path = tep(thu_muc, &thay_doi.tep)?;
    let (bytes, nguon) = doc(&path)?;
    let hien = gia_tri(&nguon, &thay_doi)?;
    if hien == thay_doi.moi {
        // The same asked again, or a stop came between journal and file: what is wanted stands.
        if viec != Viec::Doi {
            nhat_ky.ghi(viec, thay_doi)?;
        }
        return Ok(KetQua::Xong);
    }
    if hien != thay_doi.cu {
        return Ok(KetQua::XungDot(hien));
    }
    let text = chu_moi(&nguon, &thay_doi).ok_or_else(|| khong_ghi_duoc(&thay_doi.tep))?;
    let moi = thay_chu(&bytes, &nguon.text, &text).ok_or_else(|| khong_ghi_duoc(&thay_doi.tep))?;
    nhat_ky.ghi(viec, thay_doi)?;
    output::write_all(&[Ready { path, bytes: moi }])?;
    Ok(KetQua::Xong)
}

/// Whether the file is one text and no fields.
fn la_chu(thay_doi: &ThayDoi) -> bool {
    thay_doi.tep.to_lowercase().ends_with(".md")
}

/// What stands in the field now.
fn gia_tri(nguon: &TepNguon, thay_doi: &ThayDoi) -> Result<Cay, Diagnostic> {
    if la_chu(thay_doi) {
        return Ok(Cay::Chu(nguon.text.clone()));
    }
    let cay = cay_cua(nguon).ok_or_else(|| {
        let ten = ten_tep(&nguon.ten);
        Diagnostic::error(
            "yaml-syntax",
            format!("tệp “{ten}” đang hỏng cú pháp nên không ghi vào được"),
        )
        .hint("mở tệp ấy bằng Notepad, sửa chỗ đã báo, lưu lại; rồi soạn tiếp ở đây")
    })?;
    Ok(cay.tai(&thay_doi.duong).clone())
}

fn chu_moi(nguon: &TepNguon, thay_doi: &ThayDoi) -> Option<String> {
    match &thay_doi.moi {
        Cay::Chu(text) if la_chu(thay_doi) => {
            let sach = TepNguon::decode_text(&nguon.ten, text.as_bytes()).ok()?;
            (sach.text == *text).then(|| text.clone())
        }
        _ if la_chu(thay_doi) => None,
        moi => va(nguon, &thay_doi.duong, moi),
    }
}

fn khong_ghi_duoc(ten: &str) -> Diagnostic {
    let message = format!("không ghi được chỗ này vào “{ten}” một cách an toàn; tệp giữ nguyên");
    Diagnostic::error("edit-refused", message).hint(
        "xoá ký tự lạ vừa dán vào rồi thử lại; vẫn không được thì sửa trong tệp ấy bằng Notepad",
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::reading::yaml::va::Buoc;

    fn doi_thanh(tep: &str, khoa: &str, cu: &str, moi: &str) -> ThayDoi {
        let cay = |text: &str| serde_json::from_str(text).unwrap();
        ThayDoi {
            tep: tep.into(),
            duong: vec![Buoc::Khoa(khoa.into())],
            cu: cay(cu),
            moi: cay(moi),
        }
    }

    #[test]
    fn a_change_is_made_undone_and_made_again_by_another_run() {
        let dir = tempfile::tempdir().unwrap();
        let (path, own) = (dir.path().join("a.yaml"), ["a.yaml".to_owned()]);
        let read = || fs::read_to_string(&path).unwrap();
        fs::write(&path, "a: cũ # x\r\nb: 1\r\n").unwrap();
        let first = doi_thanh("a.yaml", "a", r#""cũ""#, r#""mới""#);
        assert_eq!(doi(dir.path(), first.clone()), Ok(KetQua::Xong));
        assert_eq!(read(), "a: mới # x\r\nb: 1\r\n");
        // A click that comes twice changes nothing.
        assert_eq!(doi(dir.path(), first), Ok(KetQua::Xong));
        let second = doi_thanh("a.yaml", "c", "null", r#"["x","y"]"#);
        assert_eq!(doi(dir.path(), second), Ok(KetQua::Xong));
        assert_eq!(read(), "a: mới # x\r\nb: 1\r\nc:\r\n  - x\r\n  - y\r\n");
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Het));
        assert!(read().starts_with("a: cũ # x\r\nb: 1\r\n"));
        assert_eq!(lai(dir.path(), &own), Ok(KetQua::Xong));
        assert!(read().starts_with("a: mới # x\r\n"));
        assert_eq!(lui(dir.path(), &["b.yaml".to_owned()]), Ok(KetQua::Het));
    }

    #[test]
    fn what_changed_outside_is_never_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.yaml");
        fs::write(&path, "a: một\nb: hai\n").unwrap();
        doi(dir.path(), doi_thanh("a.yaml", "a", r#""một""#, r#""1""#)).unwrap();
        fs::write(&path, "# tay\na: ngoài\nb: hai\n").unwrap();
        let late = doi(dir.path(), doi_thanh("a.yaml", "a", r#""1""#, r#""2""#));
        assert_eq!(late, Ok(KetQua::XungDot(Cay::Chu("ngoài".into()))));
        // Another field of the same file is nobody's but the asker's.
        assert_eq!(
            doi(dir.path(), doi_thanh("a.yaml", "b", r#""hai""#, r#""2""#)),
            Ok(KetQua::Xong)
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "# tay\na: ngoài\nb: 2\n");
    }

    #[test]
    fn a_body_beside_is_one_text() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.md"), "một\n").unwrap();
        let text = |text: &str| Cay::Chu(text.to_owned());
        let change = ThayDoi {
            tep: "a.md".into(),
            duong: Vec::new(),
            cu: text("một\n"),
            moi: text("hai\n\nba\n"),
        };
        assert_eq!(doi(dir.path(), change.clone()), Ok(KetQua::Xong));
        assert_eq!(fs::read_to_string(dir.path().join("a.md")).unwrap(), "hai\n\nba\n");
        let bad = ThayDoi { cu: text("hai\n\nba\n"), moi: text("a\u{7}\n"), ..change };
        assert_eq!(doi(dir.path(), bad).unwrap_err().code, "edit-refused");
    }

    #[test]
    fn letters_with_their_marks_apart_are_composed() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.yaml"), "a: một\n").unwrap();
        let change = doi_thanh("a.yaml", "a", "\"mo\u{323}\u{302}t\"", "\"vie\u{323}\u{302}c\"");
        assert_eq!(doi(dir.path(), change), Ok(KetQua::Xong));
        assert_eq!(fs::read_to_string(dir.path().join("a.yaml")).unwrap(), "a: việc\n");
    }

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let sub = dir.path().join("d");
        fs::create_dir(&sub).unwrap();
        fs::write(dir.path().join("a.yaml"), "a: 1\n").unwrap();
        let found = doi(&sub, doi_thanh("../a.yaml", "a", r#""1""#, r#""2""#));
        assert_eq!(found.unwrap_err().code, "not-found");
        assert_eq!(fs::read_to_string(dir.path().join("a.yaml")).unwrap(), "a: 1\n");
    }
}
