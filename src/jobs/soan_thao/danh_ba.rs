//! Danh bạ: the address book, an entry at a time, each a change of the file's bytes that can be undone.

use std::path::Path;

use super::nhat_ky::ThayDoi;
use super::thao_tac::{self, KetQua};
use super::xem::gia_tri;
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::model::ten_goi::bo_ghi_chu;
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml::va::{Buoc, Cay, cay_cua, va};
use crate::rules::check::{check, la_co_quan, la_ten_danh_ba};

/// The usual name of its file.
const TEP: &str = "danh-ba.yaml";
const MO_DAU: &str = "# yaml-language-server: $schema=schema/danh-ba.json\n#\n# DANH BẠ: những nơi cơ quan gửi văn bản tới.\nloai: danh_ba\nnoi_nhan:\n";

/// Of what kind an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loai {
    NoiNhan,
    /// A line that calls several of them.
    Nhom,
}

impl Loai {
    pub fn khoa(self) -> &'static str {
        match self {
            Self::NoiNhan => "noi_nhan",
            Self::Nhom => "nhom",
        }
    }

    pub fn doc(khoa: &str) -> Self {
        if khoa == Self::Nhom.khoa() { Self::Nhom } else { Self::NoiNhan }
    }
}

/// The name of the folder's address book, if there is one.
pub fn tep(thu_muc: &Path) -> Option<String> {
    let nguon = source::read_ho_so(thu_muc).ok()?;
    let names = nguon.tep.iter().map(|tep| ten_tep(&tep.ten)).filter(|ten| la_ten_danh_ba(ten));
    names.min_by_key(|ten| *ten != TEP).map(str::to_owned)
}

/// All entries of a kind.
pub fn cac_muc(thu_muc: &Path, tep: &str, loai: Loai) -> Result<Vec<Cay>, Diagnostic> {
    let cay = gia_tri(thu_muc, tep)?.cay;
    Ok(match cay.tai(&[Buoc::Khoa(loai.khoa().to_owned())]) {
        Cay::DanhSach(all) => all.clone(),
        _ => Vec::new(),
    })
}

/// Begins an address book with those whom the office usually writes to; never over one that is there.
pub fn lap(thu_muc: &Path) -> Result<(), Diagnostic> {
    let path = thu_muc.join(TEP);
    let refused = || Diagnostic::error("internal", "lỗi của chương trình khi lập danh bạ");
    let mut text = MO_DAU.to_owned();
    let names = noi_nhan_thuong_dung(thu_muc);
    if !names.is_empty() {
        let tep = TepNguon::decode(TEP, text.as_bytes()).map_err(|_| refused())?;
        let one = |ten: String| {
            let cap = [("ten", ten), ("kenh", "giay".to_owned())];
            Cay::Nhom(cap.map(|(khoa, chu)| (khoa.to_owned(), Cay::Chu(chu))).into())
        };
        let all = Cay::DanhSach(names.into_iter().map(one).collect());
        text = va(&tep, &[Buoc::Khoa("noi_nhan".to_owned())], &all).ok_or_else(refused)?;
    }
    output::write_new(&[Ready { path, bytes: text.into_bytes() }])
}

/// The office itself, which is the sender of every package, and the recipients that its file names.
fn noi_nhan_thuong_dung(thu_muc: &Path) -> Vec<String> {
    let nguon = source::read_ho_so(thu_muc).unwrap_or_default();
    let office = nguon.tep.iter().find(|tep| la_co_quan(ten_tep(&tep.ten)));
    let cay = office.and_then(cay_cua).unwrap_or_default();
    let own = cay.tai(&[Buoc::Khoa("ten".to_owned())]);
    let all = match cay.tai(&[Buoc::Khoa("noi_nhan".to_owned())]) {
        Cay::DanhSach(all) => all.as_slice(),
        _ => &[],
    };
    let names = std::iter::once(own).chain(all).filter_map(|one| match one {
        Cay::Chu(ten) => Some(bo_ghi_chu(ten.trim_end_matches([';', '.', ',', ' '])).to_owned()),
        _ => None,
    });
    // “Như trên” is nobody's name.
    names.filter(|ten| !ten.is_empty() && !ten.to_lowercase().starts_with("như ")).collect()
}

/// Adds an entry (`cu` is none), makes it another one, or takes it away (`moi` says nothing). An entry is known by all
/// that was seen of it: whoever has changed it meanwhile is not written over. What would be wrong in the book from then
/// on is not written either: it would stop every sending, and she who knows better stands before the form now.
pub fn doi(
    thu_muc: &Path,
    tep: &str,
    loai: Loai,
    doi: (Option<Cay>, Cay),
) -> Result<KetQua, Vec<Diagnostic>> {
    let thay_doi = match thay_doi(thu_muc, tep, loai, doi) {
        Ok(Ok(thay_doi)) => thay_doi,
        Ok(Err(ket_qua)) => return Ok(ket_qua),
        Err(found) => return Err(vec![found]),
    };
    let found = loi_moi(thu_muc, &thay_doi);
    if !found.is_empty() {
        return Err(found);
    }
    thao_tac::doi(thu_muc, thay_doi).map_err(|found| vec![found])
}

/// What is wrong in the book after a change and was not before.
fn loi_moi(thu_muc: &Path, thay_doi: &ThayDoi) -> Vec<Diagnostic> {
    let read = super::tep(thu_muc, &thay_doi.tep).and_then(|path| super::doc(&path));
    let Ok((_, truoc)) = read else { return Vec::new() };
    let Some(text) = va(&truoc, &thay_doi.duong, &thay_doi.moi) else { return Vec::new() };
    let known = loi_cua(truoc.clone());
    let mut found = loi_cua(TepNguon { text, ..truoc });
    // A book whose last entry goes is empty, which is nobody's slip.
    found.retain(|d| d.code != "empty-value" && !known.iter().any(|own| own.message == d.message));
    found
}

/// What is wrong in a book, whatever papers there are.
fn loi_cua(tep: TepNguon) -> Vec<Diagnostic> {
    check(&HoSoNguon { tep: vec![tep], ..HoSoNguon::default() }, &|_| true).chan_gui
}

/// The change of the file's bytes that makes it so; or what has come of it without one.
fn thay_doi(
    thu_muc: &Path,
    tep: &str,
    loai: Loai,
    (cu, moi): (Option<Cay>, Cay),
) -> Result<Result<ThayDoi, KetQua>, Diagnostic> {
    let all = cac_muc(thu_muc, tep, loai)?;
    let khoa = Buoc::Khoa(loai.khoa().to_owned());
    let ca_day = |sau: Vec<Cay>| {
        let day = |all: Vec<Cay>| if all.is_empty() { Cay::Trong } else { Cay::DanhSach(all) };
        (vec![khoa.clone()], day(all.clone()), day(sau))
    };
    let thu = cu.as_ref().map(|cu| all.iter().position(|own| own == cu));
    let (duong, cu, moi) = match (thu, cu) {
        // The same asked again.
        (Some(None), _) if moi == Cay::Trong || all.contains(&moi) => {
            return Ok(Err(KetQua::Xong));
        }
        (Some(None), _) => return Ok(Err(KetQua::XungDot(Cay::DanhSach(all)))),
        (Some(Some(thu)), Some(cu)) if moi != Cay::Trong => {
            (vec![khoa, Buoc::PhanTu(thu)], cu, moi)
        }
        // To come and to go is a change of the list, so that undoing it needs no place that is there no more.
        (Some(Some(thu)), _) => {
            let left = all.iter().enumerate().filter(|(i, _)| *i != thu);
            ca_day(left.map(|(_, own)| own.clone()).collect())
        }
        (None, _) => ca_day(all.iter().cloned().chain([moi]).collect()),
    };
    Ok(Ok(ThayDoi { tep: tep.to_owned(), duong, cu, moi }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cay(text: &str) -> Cay {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn an_entry_comes_changes_and_goes_and_all_else_stays() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(
            dir.path().join("co-quan.yaml"),
            "ten: X\nnoi_nhan:\n  - Như trên\n  - Sở Nội vụ (để b/c);\n",
        )
        .unwrap();
        lap(dir.path()).unwrap();
        assert!(lap(dir.path()).is_err(), "over one that is there");
        let path = dir.path().join(TEP);
        let read = || std::fs::read_to_string(&path).unwrap();
        let begun =
            format!("{MO_DAU}  - ten: X\n    kenh: giay\n  - ten: Sở Nội vụ\n    kenh: giay\n");
        assert_eq!(read(), begun);
        let act = |cu: Option<&str>, moi: &str| {
            doi(dir.path(), TEP, Loai::NoiNhan, (cu.map(cay), cay(moi)))
        };
        let new = r#"{"ten":"UBND Tỉnh","kenh":"truc","ma":"H20"}"#;
        assert_eq!(act(None, new), Ok(KetQua::Xong));
        assert_eq!(read(), format!("{begun}  - ten: UBND Tỉnh\n    kenh: truc\n    ma: H20\n"));
        let old = r#"{"ten":"Sở Nội vụ","kenh":"giay"}"#;
        assert_eq!(
            act(Some(old), r#"{"ten":"Sở Nội vụ","kenh":"giay","so_ban":"2"}"#),
            Ok(KetQua::Xong)
        );
        assert!(
            read().contains("  - ten: Sở Nội vụ\n    kenh: giay\n    so_ban: 2\n  - ten: UBND"),
            "{}",
            read()
        );
        // Someone who still sees it as it was.
        let late = act(Some(old), r#"{"ten":"Sở Nội vụ","kenh":"giay","so_ban":"3"}"#);
        assert!(matches!(late, Ok(KetQua::XungDot(_))));
        assert_eq!(act(Some(new), "null"), Ok(KetQua::Xong));
        assert!(!read().contains("UBND"), "{}", read());
        let before = read();
        assert_eq!(
            act(Some(r#"{"ten":"Sở Nội vụ","kenh":"giay","so_ban":"2"}"#), "null"),
            Ok(KetQua::Xong)
        );
        assert_eq!(act(Some(r#"{"ten":"X","kenh":"giay"}"#), "null"), Ok(KetQua::Xong));
        assert_eq!(cac_muc(dir.path(), TEP, Loai::NoiNhan), Ok(Vec::new()));
        assert_eq!(thao_tac::lui(dir.path(), &[TEP.to_owned()]), Ok(KetQua::Xong));
        assert_eq!(thao_tac::lui(dir.path(), &[TEP.to_owned()]), Ok(KetQua::Xong));
        assert_eq!(read(), before);
        assert_eq!(
            doi(dir.path(), TEP, Loai::Nhom, (None, cay(r#"{"ten":"A","gom":["Sở Nội vụ"]}"#))),
            Ok(KetQua::Xong)
        );
        assert!(read().ends_with("nhom:\n  - ten: A\n    gom:\n      - Sở Nội vụ\n"), "{}", read());
    }

    /// What would stop every sending is not written; what is wrong elsewhere in the book stops nobody.
    #[test]
    fn an_entry_that_lacks_what_its_way_needs_is_not_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(TEP);
        let text = format!("{MO_DAU}  - ten: A\n    kenh: truc\n  - ten: B\n    kenh: giay\n");
        std::fs::write(&path, &text).unwrap();
        let codes = |cu: Option<&str>, loai: Loai, moi: &str| -> Vec<String> {
            let done = doi(dir.path(), TEP, loai, (cu.map(cay), cay(moi)));
            done.err().unwrap_or_default().iter().map(|d| d.code.to_string()).collect()
        };
        let noi = |cu: Option<&str>, moi: &str| codes(cu, Loai::NoiNhan, moi);
        let old = r#"{"ten":"B","kenh":"giay"}"#;
        assert_eq!(noi(None, r#"{"ten":"C","kenh":"email"}"#), ["missing-field"]);
        assert_eq!(noi(Some(old), r#"{"ten":"B","kenh":"truc"}"#), ["missing-field"]);
        assert_eq!(noi(None, r#"{"ten":"C","kenh":"email","email":"c@"}"#), ["bad-email"]);
        assert_eq!(noi(None, r#"{"ten":"B","kenh":"giay"}"#), ["duplicate-recipient"]);
        assert_eq!(codes(None, Loai::Nhom, r#"{"ten":"N","gom":["C"]}"#), ["unknown-recipient"]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        assert!(noi(None, r#"{"ten":"C","kenh":"email","email":"c@d.vn"}"#).is_empty());
        // Nor is one taken away that a group needs.
        assert!(codes(None, Loai::Nhom, r#"{"ten":"N","gom":["B"]}"#).is_empty());
        assert_eq!(noi(Some(old), "null"), ["unknown-recipient"]);
    }
}
