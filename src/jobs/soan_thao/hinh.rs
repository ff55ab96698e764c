//! Hình: a picture that a clerk puts into a body comes into the folder of the paper, under a name that any body can
//! say; it is read as whatever comes from outside.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::model::{DangAnh, TepAnh};
use crate::reading::source::{anh, cac_anh, doc_anh, ten_goc};

/// Letters of a name; a clerk's camera gives ten.
const DAI_NHAT: usize = 60;
/// Pictures of one name in a folder.
const CUNG_TEN: usize = 1000;

/// Keeps a picture and says by what name a body shows it. The same picture twice is one file.
pub fn giu(thu_muc: &Path, ten: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    let TepAnh { dang, bytes, .. } = anh(ten, bytes).map_err(|vi| hong(&vi))?;
    let mut than = ten_tep_khong_dau(ten_goc(ten));
    than.truncate(DAI_NHAT);
    if than.is_empty() || la_ten_may(&than) {
        than = format!("hinh-{than}").trim_end_matches('-').to_owned();
    }
    for lan in 1..=CUNG_TEN {
        let so = if lan == 1 { String::new() } else { format!("-{lan}") };
        let ten = format!("{than}{so}.{}", duoi(dang));
        let path = thu_muc.join(&ten);
        if path.symlink_metadata().is_err() {
            output::write_new(&[Ready { path, bytes }])?;
            return Ok(ten);
        }
        if doc_anh(thu_muc, &ten).is_ok_and(|co| co.bytes == bytes) {
            return Ok(ten);
        }
    }
    Err(hong("thư mục đã có quá nhiều hình cùng tên"))
}

/// A picture of the folder, as a body names it.
pub fn xem(thu_muc: &Path, ten: &str) -> Option<TepAnh> {
    doc_anh(thu_muc, ten).ok()
}

/// The names of the pictures in the folder.
pub fn cac_ten(thu_muc: &Path) -> Vec<String> {
    cac_anh(thu_muc)
}

fn duoi(dang: DangAnh) -> &'static str {
    match dang {
        DangAnh::Png => "png",
        DangAnh::Jpeg => "jpg",
        DangAnh::Svg => "svg",
    }
}

/// What Windows takes for a device, whatever stands behind its dot.
fn la_ten_may(than: &str) -> bool {
    let so = |dau: &str| than.strip_prefix(dau).is_some_and(|n| n.len() == 1);
    ["con", "prn", "aux", "nul"].contains(&than) || so("com") || so("lpt")
}

fn hong(vi: &str) -> Diagnostic {
    Diagnostic::error("bad-picture", format!("không dùng được hình này: {vi}"))
        .hint("chọn một tệp PNG, JPG hoặc SVG khác; hình chụp lớn thì thu nhỏ lại rồi chọn lại")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>"#;

    #[test]
    fn a_picture_gets_a_name_of_the_folder_and_nothing_is_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let keep = |ten: &str, bytes: &[u8]| giu(dir.path(), ten, bytes.to_vec());
        assert_eq!(keep("Sơ đồ ấp 1.SVG", SVG).unwrap(), "so-do-ap-1.svg");
        assert_eq!(keep("Sơ đồ ấp 1.svg", SVG).unwrap(), "so-do-ap-1.svg");
        let other = [SVG, b"\n"].concat();
        assert_eq!(keep("Sơ đồ ấp 1.svg", &other).unwrap(), "so-do-ap-1-2.svg");
        // The ending is what the picture is, the name never leads anywhere.
        assert_eq!(keep("../../a.png", SVG).unwrap(), "a.svg");
        assert_eq!(keep("CON.png", SVG).unwrap(), "hinh-con.svg");
        assert_eq!(keep("", SVG).unwrap(), "hinh.svg");
        assert_eq!(keep("C:\\tam\\x.png", SVG).unwrap(), "x.svg");
        let long = keep(&"dài ".repeat(100), SVG).unwrap();
        assert!(long.len() < 70, "{long}");
        assert_eq!(std::fs::read(dir.path().join("so-do-ap-1.svg")).unwrap(), SVG);
        assert_eq!(cac_ten(dir.path()).len(), 7);
    }

    #[test]
    fn what_is_no_picture_is_not_kept() {
        let dir = tempfile::tempdir().unwrap();
        for bad in [&b""[..], b"MZ\x90", b"<html>", b"\x89PNG\r\n\x1a\n", b"<svg", b"\xff\xd8\xff"]
        {
            let found = giu(dir.path(), "a.png", bad.to_vec()).unwrap_err();
            assert_eq!(found.code, "bad-picture", "{bad:?}");
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_shown_nor_written_through() {
        let (dir, away) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = away.path().join("x.svg");
        std::fs::write(&target, SVG).unwrap();
        std::os::unix::fs::symlink(&target, dir.path().join("x.svg")).unwrap();
        assert!(xem(dir.path(), "x.svg").is_none());
        assert!(xem(dir.path(), "../x.svg").is_none());
        let other = [SVG, b"\n"].concat();
        assert_eq!(giu(dir.path(), "x.svg", other).unwrap(), "x-2.svg");
        assert_eq!(std::fs::read(&target).unwrap(), SVG);
    }
}
