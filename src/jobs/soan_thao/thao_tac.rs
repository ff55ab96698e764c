//! Thao tác: one field becomes another value, in its file, whole or not at all.
//!
//! Whoever asks says what the field was when it was last seen. If it is something else by now, somebody has changed it
//! outside meanwhile, and nobody's words are written over: where both have changed other things inside it, both stand
//! ([`hop`](super::hop)); where they have changed the same, the asker is told what stands there. Other fields of the file may have
//! changed as they like; so two changes of one file come together field by field.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::da_doi::{ByteDoi, DaDoi};
use super::hop::hop_o;
use super::nhat_ky::{MotBuoc, NhatKy, ThayDoi, Viec};
use super::{doc, tep};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::reading::source::{TepNguon, ten_tep, thay_chu};
use crate::reading::yaml::va::{Buoc, Cay, bo_khoa, cay_cua, co_khoa, va};

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
    doi_tiep(thu_muc, thay_doi, false)
}

/// The same; `noi` says that it goes on with the change before, so that both are undone together: letters of a word.
pub fn doi_tiep(thu_muc: &Path, thay_doi: ThayDoi, noi: bool) -> Result<KetQua, Diagnostic> {
    let thay_doi = thay_doi.nfc();
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    let mo = Mo::moi(thu_muc, &thay_doi.tep, &thay_doi.duong)?;
    if mo.hien == thay_doi.moi {
        // The same asked again, or a stop came between journal and file: what is wanted stands.
        return Ok(KetQua::Xong);
    }
    let Some(moi) = hop_o(&thay_doi.duong, (&thay_doi.cu, &thay_doi.moi), &mo.hien) else {
        return Ok(KetQua::XungDot(mo.hien));
    };
    // What is remembered is what has happened to the file, so that undoing it takes nothing of anybody else's away.
    let that = ThayDoi { cu: mo.hien.clone(), moi, ..thay_doi.clone() };
    if that.cu == that.moi {
        return Ok(KetQua::Xong);
    }
    let da_them = nhat_ky.da_them(&that.tep, &that.duong);
    let nho = |byte: ByteDoi<'_>| nhat_ky.ghi(Viec::Doi, noi, DaDoi::from(&that).voi_byte(byte));
    mo.ghi(&that.moi, da_them, nho)
}

/// Takes back the last step of these files, a paper and its bodies.
pub fn lui(thu_muc: &Path, cac_tep: &[String]) -> Result<KetQua, Diagnostic> {
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    let buoc = nhat_ky.cua(cac_tep).0.pop().map(owned);
    mot_buoc(thu_muc, &mut nhat_ky, Viec::Lui, buoc)
}

/// Makes again what was taken back last.
pub fn lai(thu_muc: &Path, cac_tep: &[String]) -> Result<KetQua, Diagnostic> {
    let mut nhat_ky = NhatKy::mo(thu_muc)?;
    let buoc = nhat_ky.cua(cac_tep).1.pop().map(owned);
    mot_buoc(thu_muc, &mut nhat_ky, Viec::Lai, buoc)
}

fn owned(buoc: MotBuoc) -> Vec<DaDoi> {
    buoc.into_iter().cloned().collect()
}

/// A step backward or forward; all of its changes are of one field.
fn mot_buoc(
    thu_muc: &Path,
    nhat_ky: &mut NhatKy,
    viec: Viec,
    buoc: Option<Vec<DaDoi>>,
) -> Result<KetQua, Diagnostic> {
    let Some((mot, buoc)) = buoc.as_ref().and_then(|all| Some((all.first()?, all))) else {
        return Ok(KetQua::Het);
    };
    let mo = Mo::moi(thu_muc, &mot.tep, &mot.duong)?;
    if let Some(bytes) = byte_cua_buoc(&mo.bytes, viec, buoc) {
        return mo.ghi_byte(bytes, |_| nhat_ky.ghi(viec, false, mot.clone()));
    }
    let moi = match viec {
        Viec::Lai => buoc.iter().try_fold(mo.hien.clone(), |nay, da_doi| da_doi.lai(&nay)),
        _ => buoc.iter().rev().try_fold(mo.hien.clone(), |nay, da_doi| da_doi.lui(&nay)),
    };
    let Some(moi) = moi else { return Ok(KetQua::XungDot(mo.hien)) };
    if moi == mo.hien {
        // A stop came between journal and file.
        nhat_ky.ghi(viec, false, mot.clone())?;
        return Ok(KetQua::Xong);
    }
    let da_them = nhat_ky.da_them(&mot.tep, &mot.duong);
    mo.ghi(&moi, da_them, |_| nhat_ky.ghi(viec, false, mot.clone()))
}

/// The very bytes of the file before the step, or after it, where it has those of the other side.
fn byte_cua_buoc(nay: &[u8], viec: Viec, buoc: &[DaDoi]) -> Option<Vec<u8>> {
    match viec {
        Viec::Lai => buoc.iter().try_fold(nay.to_vec(), |nay, da_doi| da_doi.byte(&nay, true)),
        _ => buoc.iter().rev().try_fold(nay.to_vec(), |nay, da_doi| da_doi.byte(&nay, false)),
    }
}

/// A field of a file that is open to be changed.
struct Mo<'a> {
    path: PathBuf,
    bytes: Vec<u8>,
    nguon: TepNguon,
    ten: &'a str,
    duong: &'a [Buoc],
    /// What stands there now.
    hien: Cay,
}

impl<'a> Mo<'a> {
    fn moi(thu_muc: &Path, ten: &'a str, duong: &'a [Buoc]) -> Result<Self, Diagnostic> {
        let path = tep(thu_muc, ten)?;
        let (bytes, nguon) = doc(&path)?;
        let hien = gia_tri(&nguon, duong)?;
        Ok(Self { path, bytes, nguon, ten, duong, hien })
    }

    /// Writes another value there; `nho` remembers it first, once it is known that it can be written. A key that the
    /// page has put there (`da_them`) goes when it says nothing any more.
    fn ghi(
        self,
        moi: &Cay,
        da_them: bool,
        nho: impl FnOnce(ByteDoi<'_>) -> Result<(), Diagnostic>,
    ) -> Result<KetQua, Diagnostic> {
        let refused = || khong_ghi_duoc(self.ten);
        let bo = da_them && *moi == Cay::Trong;
        let text = bo.then(|| bo_khoa(&self.nguon, self.duong)).flatten();
        let text = text.or_else(|| chu_moi(&self.nguon, self.duong, moi)).ok_or_else(refused)?;
        let bytes = thay_chu(&self.bytes, &self.nguon.text, &text).ok_or_else(refused)?;
        self.ghi_byte(bytes, nho)
    }

    /// Writes the file with these bytes.
    fn ghi_byte(
        self,
        bytes: Vec<u8>,
        nho: impl FnOnce(ByteDoi<'_>) -> Result<(), Diagnostic>,
    ) -> Result<KetQua, Diagnostic> {
        let khoa_moi = !la_chu(&self.nguon) && !co_khoa(&self.nguon, self.duong);
        nho(ByteDoi { truoc: &self.bytes, sau: &bytes, khoa_moi })?;
        output::write_all(&[Ready { path: self.path, bytes }])?;
        Ok(KetQua::Xong)
    }
}

/// Whether the file is one text and no fields.
pub(super) fn la_chu(nguon: &TepNguon) -> bool {
    nguon.ten.to_lowercase().ends_with(".md")
}

/// What stands in the field now.
pub(super) fn gia_tri(nguon: &TepNguon, duong: &[Buoc]) -> Result<Cay, Diagnostic> {
    if la_chu(nguon) {
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
    Ok(cay.tai(duong).clone())
}

pub(super) fn chu_moi(nguon: &TepNguon, duong: &[Buoc], moi: &Cay) -> Option<String> {
    match moi {
        Cay::Chu(text) if la_chu(nguon) => {
            let sach = TepNguon::decode_text(&nguon.ten, text.as_bytes()).ok()?;
            (sach.text == *text).then(|| text.clone())
        }
        _ if la_chu(nguon) => None,
        moi => va(nguon, duong, moi),
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
        assert_eq!(read(), "a: cũ # x\r\nb: 1\r\n");
        assert_eq!(lai(dir.path(), &own), Ok(KetQua::Xong));
        assert!(read().starts_with("a: mới # x\r\n"));
        assert_eq!(lui(dir.path(), &["b.yaml".to_owned()]), Ok(KetQua::Het));
    }

    /// Letters of a word are one step, also for another run; a change made outside in between ends none of it.
    #[test]
    fn what_is_typed_in_one_go_is_undone_in_one_go() {
        let dir = tempfile::tempdir().unwrap();
        let (path, own) = (dir.path().join("a.yaml"), ["a.yaml".to_owned()]);
        let read = || fs::read_to_string(&path).unwrap();
        fs::write(&path, "a: x\nb: 1\n").unwrap();
        doi(dir.path(), doi_thanh("a.yaml", "a", r#""x""#, r#""t""#)).unwrap();
        for (cu, moi) in [(r#""t""#, r#""ti""#), (r#""ti""#, r#""tiế""#)] {
            doi_tiep(dir.path(), doi_thanh("a.yaml", "a", cu, moi), true).unwrap();
        }
        // Of another field it is a step of its own, whatever it says.
        doi_tiep(dir.path(), doi_thanh("a.yaml", "b", r#""1""#, r#""2""#), true).unwrap();
        assert_eq!(read(), "a: tiế\nb: 2\n");
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(read(), "a: tiế\nb: 1\n");
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(read(), "a: x\nb: 1\n");
        assert_eq!(lai(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(read(), "a: tiế\nb: 1\n");
        fs::write(&path, "a: ngoài\nb: 1\n").unwrap();
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::XungDot(Cay::Chu("ngoài".into()))));
    }

    /// The journal doesn't grow for ever; what it still has can be undone.
    #[test]
    fn thousands_of_changes_leave_a_short_journal() {
        let dir = tempfile::tempdir().unwrap();
        let dai = "Rà soát từng hộ. ".repeat(200);
        let mut nhat_ky = NhatKy::mo(dir.path()).unwrap();
        for i in 0..3_000 {
            let [cu, moi] = [i, i + 1].map(|i| Cay::Chu(format!("{dai}{i}")));
            let change =
                ThayDoi { tep: "a.yaml".into(), duong: vec![Buoc::Khoa("a".into())], cu, moi };
            nhat_ky.ghi(Viec::Doi, false, DaDoi::from(&change)).unwrap();
        }
        drop(nhat_ky);
        fs::write(dir.path().join("a.yaml"), format!("a: {dai}3000\n")).unwrap();
        let own = ["a.yaml".to_owned()];
        for left in (2_950..3_000).rev() {
            assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
            let text = fs::read_to_string(dir.path().join("a.yaml")).unwrap();
            assert_eq!(text, format!("a: {dai}{left}\n"));
        }
        let long = fs::metadata(dir.path().join(".vanthu-nhat-ky")).unwrap().len();
        assert!(long < 600_000, "{long}");
    }

    /// A key that the page has put there goes with its last word, however that was written; a comment keeps it.
    #[test]
    fn a_key_of_the_page_goes_when_it_says_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.yaml");
        let read = || fs::read_to_string(&path).unwrap();
        fs::write(&path, "a: một\nb:\n").unwrap();
        let set = |khoa: &str, cu: &str, moi: &str| {
            assert_eq!(doi(dir.path(), doi_thanh("a.yaml", khoa, cu, moi)), Ok(KetQua::Xong));
        };
        set("c", "null", r#"["- x;"]"#);
        set("c", r#"["- x;"]"#, r#"["x"]"#);
        assert_eq!(read(), "a: một\nb:\nc:\n  - 'x'\n");
        set("c", r#"["x"]"#, "null");
        assert_eq!(read(), "a: một\nb:\n");
        // A key of the file's own stays.
        set("b", "null", r#""hai""#);
        set("b", r#""hai""#, "null");
        assert_eq!(read(), "a: một\nb:\n");
        set("c", "null", r#""x""#);
        fs::write(&path, "a: một\nb:\nc: x # tay\n").unwrap();
        set("c", r#""x""#, "null");
        assert_eq!(read(), "a: một\nb:\nc: # tay\n");
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
    fn changes_inside_one_field_come_together() {
        let dir = tempfile::tempdir().unwrap();
        let (path, own) = (dir.path().join("a.yaml"), ["a.yaml".to_owned()]);
        let read = || fs::read_to_string(&path).unwrap();
        fs::write(&path, "dieu:\n  - ten: một # đầu\n    so: 1\n  - ten: hai\n").unwrap();
        let seen = r#"[{"ten":"một","so":"1"},{"ten":"hai"}]"#;
        let mine = r#"[{"ten":"MỘT","so":"1"},{"ten":"hai"}]"#;
        fs::write(&path, "dieu:\n  - ten: một # đầu\n    so: 1\n  - ten: HAI # tay\n").unwrap();
        let both = "dieu:\n  - ten: MỘT # đầu\n    so: 1\n  - ten: HAI # tay\n";
        assert_eq!(doi(dir.path(), doi_thanh("a.yaml", "dieu", seen, mine)), Ok(KetQua::Xong));
        assert_eq!(read(), both);
        // She hasn't seen the other's change yet and types on.
        let more = r#"[{"ten":"MỘT","so":"2"},{"ten":"hai"}]"#;
        assert_eq!(doi(dir.path(), doi_thanh("a.yaml", "dieu", mine, more)), Ok(KetQua::Xong));
        assert_eq!(read(), both.replace("so: 1", "so: 2"));
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        fs::write(&path, both.replace("HAI", "hai nữa")).unwrap();
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(read(), both.replace("HAI", "hai nữa").replace("MỘT", "một"));
        let late = doi(dir.path(), doi_thanh("a.yaml", "dieu", seen, r#"[{"ten":"x"}]"#));
        assert!(matches!(late, Ok(KetQua::XungDot(_))), "{late:?}");
    }

    /// Whatever was changed, undoing it leaves the file as it was, byte for byte.
    #[test]
    fn undoing_gives_the_bytes_that_were() {
        let dir = tempfile::tempdir().unwrap();
        let (path, own) = (dir.path().join("a.yaml"), ["a.yaml".to_owned()]);
        let read = || fs::read_to_string(&path).unwrap();
        let text = "a: >-\n  một\n  hai\nb: {x: 1, y: '2'} # tay\r\nc:\n- \"ba\"\n\n# cuối\n";
        fs::write(&path, text).unwrap();
        for (khoa, cu, moi) in [
            ("a", r#""một hai""#, r#""bốn""#),
            ("a", r#""bốn""#, "null"),
            ("b", r#"{"x":"1","y":"2"}"#, r#"{"x":"1"}"#),
            ("c", r#"["ba"]"#, "null"),
            ("moi", "null", r#""x""#),
            ("khac", "null", r#"[{"k":"v"}]"#),
            ("moi", r#""x""#, r#""y""#),
        ] {
            assert_eq!(doi(dir.path(), doi_thanh("a.yaml", khoa, cu, moi)), Ok(KetQua::Xong));
        }
        let last = read();
        for _ in 0..7 {
            assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        }
        assert_eq!(read(), text);
        for _ in 0..7 {
            assert_eq!(lai(dir.path(), &own), Ok(KetQua::Xong));
        }
        assert_eq!(read(), last);
    }

    /// A key that the page has put into the file goes with its last word; one that was there stays, and so does one
    /// beside which somebody has written.
    #[test]
    fn a_key_that_was_added_goes_when_it_is_emptied() {
        let dir = tempfile::tempdir().unwrap();
        let (path, own) = (dir.path().join("a.yaml"), ["a.yaml".to_owned()]);
        let read = || fs::read_to_string(&path).unwrap();
        let change = |khoa: &str, cu: &str, moi: &str| {
            assert_eq!(doi(dir.path(), doi_thanh("a.yaml", khoa, cu, moi)), Ok(KetQua::Xong));
        };
        let text = "a: 1\nso: 5 # chờ\n";
        fs::write(&path, text).unwrap();
        change("moi", "null", r#""x""#);
        change("moi", r#""x""#, r#""xy""#);
        change("a", r#""1""#, r#""2""#);
        change("moi", r#""xy""#, "null");
        change("so", r#""5""#, "null");
        assert_eq!(read(), "a: 2\nso: # chờ\n");
        // Undone after somebody has changed the file elsewhere, too.
        change("moi", "null", r#"["x","y"]"#);
        fs::write(&path, read().replace("a: 2", "a: 3 # tay")).unwrap();
        assert_eq!(lui(dir.path(), &own), Ok(KetQua::Xong));
        assert_eq!(read(), "a: 3 # tay\nso: # chờ\n");
        change("moi", "null", r#""x""#);
        fs::write(&path, read().replace("moi: x", "moi: x # hỏi lại")).unwrap();
        change("moi", r#""x""#, "null");
        assert!(read().ends_with("moi: # hỏi lại\n"), "{}", read());
        // The file's own blank key is nobody's to take away.
        fs::write(&path, "a: 1\nb:\n").unwrap();
        change("b", "null", r#""x""#);
        change("b", r#""x""#, "null");
        assert_eq!(read(), "a: 1\nb:\n");
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
