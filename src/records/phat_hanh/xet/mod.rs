//! Xét: the one judge of an issued folder. Every verb that touches an issued paper (`verify`, `register check`,
//! `send`) asks it and only words the answer.
//!
//! The proof is a chain of digests: register and witness prove the paper's line, the line proves the manifest, the
//! manifest proves every file. Where all agree nothing has to be made again, so hundreds of folders are judged by
//! reading them. A PDF that was signed in its place holds the issued bytes at its beginning, and the manifest's
//! digest tells where they end. To build the document again from its source is no part of the judgement: another
//! version of the program or other faces make other bytes of a paper that nobody has touched. `verify` does it
//! besides.

mod dong_so;
mod noi;
mod tep;

use std::path::Path;

use super::bang_ke::{self, BangKe, dau_bang_ke};
use super::kho::Kho;
use super::khoi_phuc::{TinhTrang, tinh_trang};
use super::lien_quan;
use super::phieu::TEP_PHIEU;
use super::so_tren_dia::{SoTrenDia, doc_so, khong_co_trong_so};
use crate::diagnostic::Diagnostic;
use crate::reading::source::{self, Cay};
use crate::records::so_dang_ky::{Muc, TrangThai};
pub use dong_so::van_ban;
use noi::noi_de;
pub use tep::{TepDaKy, cac_tep};

/// The register that a folder is held against, and the folder's name there.
#[derive(Clone, Copy)]
pub struct VoiSo<'a> {
    pub kho: &'a Kho,
    pub doc: &'a SoTrenDia,
    /// `2023/105-KH-HDND`.
    pub dich: &'a str,
    /// A transaction was stopped after its commit: notes beside documents may not be written yet.
    pub dang_do: bool,
}

/// What is to be said of a folder.
#[derive(Default)]
pub struct PhanXet {
    /// Why it isn't the paper that was issued; nothing if it is.
    pub sai: Vec<Diagnostic>,
    /// The paper's number with all that has happened to it; none where no register was found.
    pub muc: Option<Muc>,
    /// The register's line, for people: `so-dang-ky.txt:4`.
    pub dong: Option<String>,
    /// Where that register is.
    pub kho: Option<Kho>,
    pub bang_ke: Option<BangKe>,
    /// All files of the folder.
    pub cay: Cay,
    /// The PDFs that were signed in their place since.
    pub da_ky: Vec<TepDaKy>,
}

impl PhanXet {
    /// Whether the number is void.
    pub fn da_huy(&self) -> bool {
        self.muc.as_ref().is_some_and(|muc| muc.trang_thai == TrangThai::Huy)
    }

    /// What has happened to the paper since, a sentence each.
    pub fn ve_sau(&self) -> Vec<String> {
        let text = self.muc.as_ref().and_then(lien_quan::loi).unwrap_or_default();
        text.lines().map(|line| line.trim_end_matches('.').to_owned()).collect()
    }
}

/// Whether a path is the folder of an issued document, or was one: by what lies in it, or by where it lies.
pub fn la_ban_phat_hanh(folder: &Path) -> bool {
    let has = |ten: &str| folder.join(ten).symlink_metadata().is_ok();
    folder.is_dir() && (has(bang_ke::TEP) || has(TEP_PHIEU) || noi_de(folder, None).is_some())
}

/// Judges a folder by the register in `so_sach` or beside it.
pub fn xet(folder: &Path, so_sach: Option<&Path>) -> PhanXet {
    let Some((kho, dich)) = noi_de(folder, so_sach) else { return mot_thu_muc(folder, None) };
    let read = kho.khoa_doc().and_then(|khoa| Ok((khoa, doc_so(&kho)?)));
    let (_khoa, doc) = match read {
        Ok(read) => read,
        Err(fault) => return PhanXet { sai: vec![fault], ..PhanXet::default() },
    };
    let dang_do = matches!(tinh_trang(&kho), Ok(Some(TinhTrang::DaGhiSo(_))));
    mot_thu_muc(folder, Some(VoiSo { kho: &kho, doc: &doc, dich: &dich, dang_do }))
}

/// Judges a folder by a register that was read.
pub fn mot_thu_muc(folder: &Path, voi: Option<VoiSo>) -> PhanXet {
    let mut out = PhanXet::default();
    if folder.symlink_metadata().is_ok_and(|m| m.is_symlink()) {
        let message = format!(
            "{} là liên kết tới chỗ khác, không phải thư mục đã phát hành",
            folder.display()
        );
        out.sai.push(Diagnostic::error("issued-changed", message).hint(tep::BAN_LUU));
        return out;
    }
    let cay = source::read_tree(folder);
    match cay {
        Ok(cay) => out.cay = cay,
        Err(found) => {
            out.sai = found;
            return out;
        }
    }
    let muc = voi.and_then(|voi| out.theo_so(voi));
    out.noi_dung(folder, muc);
    if let Some((voi, muc)) = voi.zip(muc) {
        out.voi_dong(folder, voi, muc);
    }
    out.muc = muc.cloned();
    out
}

impl PhanXet {
    /// The register's line of the folder, if the register is sound and has one.
    fn theo_so<'a>(&mut self, voi: VoiSo<'a>) -> Option<&'a Muc> {
        if !voi.doc.sai.is_empty() {
            self.sai.extend(voi.doc.sai.iter().cloned());
            return None;
        }
        let muc = voi.doc.muc_o(voi.dich);
        if muc.is_none() {
            self.sai.push(khong_co_trong_so(voi.kho, voi.dich));
        }
        self.dong = muc.map(|muc| format!("{}:{}", voi.kho.ten_so(), muc.place.line));
        self.kho = Some(voi.kho.clone());
        muc
    }

    /// The manifest, then every file by it.
    fn noi_dung(&mut self, folder: &Path, muc: Option<&Muc>) {
        let shown = folder.join(bang_ke::TEP).display().to_string();
        let at = |found: Diagnostic| found.at(muc.map(|muc| muc.place.clone()));
        let list = match self.cay.get(bang_ke::TEP) {
            Some(Some(list)) => list.as_slice(),
            there => {
                let (code, message) = match there {
                    None => ("issued-missing", format!("không còn tệp {shown}")),
                    Some(_) => ("issued-changed", tep::khong_la_tep(&shown)),
                };
                let found = Diagnostic::error(code, message).hint("lấy lại cả thư mục từ bản lưu");
                return self.sai.push(at(found));
            }
        };
        if muc.is_some_and(|muc| dau_bang_ke(list) != muc.dong.bang_ke) {
            let message =
                format!("{shown} không phải bảng kê mà sổ ghi: bảng kê hoặc dòng sổ đã bị sửa");
            let found = Diagnostic::error("issued-changed", message);
            return self.sai.push(at(found.hint(tep::BAN_LUU)));
        }
        let Some(bang_ke) = BangKe::doc(list) else {
            let found = Diagnostic::error("bad-manifest", format!("{shown} không đọc được"));
            return self.sai.push(at(found.hint("lấy lại cả thư mục từ bản lưu")));
        };
        let (found, da_ky) = tep::cac_tep(folder, &self.cay, &bang_ke);
        self.sai.extend(found.into_iter().map(at));
        (self.bang_ke, self.da_ky) = (Some(bang_ke), da_ky);
    }

    /// What the line says of the paper, and the note on what happened to it later.
    fn voi_dong(&mut self, folder: &Path, voi: VoiSo, muc: &Muc) {
        let Some(bang_ke) = &self.bang_ke else { return };
        if self.sai.is_empty() {
            self.sai.extend(dong_so::dong_so(folder, &self.cay, bang_ke, muc));
        }
        let written = self.cay.get(lien_quan::TEP);
        let wanted = lien_quan::loi(muc);
        let same = match (written, &wanted) {
            (None, None) => true,
            (Some(Some(bytes)), Some(text)) => bytes.as_slice() == text.as_bytes(),
            _ => false,
        };
        if !same && !voi.dang_do {
            let shown = folder.join(lien_quan::TEP).display().to_string();
            let again =
                "lấy lại từ bản lưu; sổ đúng thì lần ghi sổ kế tiếp chương trình viết lại tệp ấy";
            let (what, hint) = match (written, wanted) {
                (_, None) => (
                    format!(
                        "{shown} nói điều mà sổ không ghi: sổ mất dòng, hoặc tệp ấy do người khác để vào"
                    ),
                    "văn bản mà tệp ấy kể không có trong sổ thì vào sổ lại nó cùng việc thay thế, đính chính, thu hồi (vanthu \
                     register add … --thay-the …); tệp do người khác để vào thì xoá tệp",
                ),
                (None, _) => (
                    format!(
                        "không còn tệp {shown}: sổ ghi văn bản này đã huỷ hoặc đã có văn bản khác liên quan"
                    ),
                    again,
                ),
                _ => (format!("{shown} không khớp với sổ"), again),
            };
            self.sai
                .push(Diagnostic::error("issued-changed", what).hint(hint).at(muc.place.clone()));
        }
    }
}
