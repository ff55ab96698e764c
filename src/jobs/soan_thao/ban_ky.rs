//! Bản ký: a PDF that someone hands in. Whose paper it is, whether it is the issued one with signatures after it and
//! nothing else; and, where that is so, how it comes to stand in the issued folder.

use std::path::Path;

use super::mot_so::{GoiSo, goi_cua, thu_muc_that};
use super::so_di::so_cua;
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::records::chuyen_phat::sha256;
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::SoTrenDia;
use crate::records::phat_hanh::xet::xet;
use crate::records::so_dang_ky::{Muc, TrangThai};
use crate::writers::pdf::DAU_PDF;
use crate::writers::pdf::ban_ky;

/// What is to be said of a PDF.
pub enum BanNhan {
    /// The issued paper as it was made, without a signature.
    ChuaKy(Cua),
    /// The issued paper, signed: who and when, a sentence each.
    DaKy(Cua, Vec<String>),
    /// The issued paper with something else in it, in words.
    Khac(Cua, String),
    /// No paper of this register.
    La,
}

/// Of which issued paper it is.
pub struct Cua {
    pub goi: GoiSo,
    pub so_hieu: String,
    pub trich_yeu: String,
    pub da_huy: bool,
    /// The file in the issued folder that it stands for.
    pub tep: String,
    dich: String,
}

/// Bytes that are held against digests at most: a register of years has a thousand papers.
const BAM_NHIEU_NHAT: usize = 4 << 30;
/// How much of a file's beginning tells that it may be of a paper.
const DAU_TEP: usize = 16 * 1024;

/// Holds the bytes against the issued papers, those first that begin as they do.
pub fn xem_ban(thu_muc: &Path, bytes: &[u8]) -> Result<BanNhan, Diagnostic> {
    la_pdf(bytes)?;
    let (kho, doc) = so_cua(thu_muc)?;
    xem_trong(&kho, &doc, bytes)
}

/// The same in a register that was read.
pub fn xem_trong(kho: &Kho, doc: &SoTrenDia, bytes: &[u8]) -> Result<BanNhan, Diagnostic> {
    let mut all: Vec<(&Muc, String, String)> = Vec::new();
    for muc in doc.cai.tat_ca().filter(|muc| muc.co_thu_muc()) {
        all.extend(cac_pdf(kho, muc).into_iter().map(|(tep, sha)| (muc, tep, sha)));
    }
    all.sort_by_key(|(muc, tep, _)| !cung_dau(kho, muc, tep, bytes));
    let own = sha256(bytes);
    if let Some((muc, tep, _)) = all.iter().find(|(.., sha)| *sha == own) {
        return Ok(BanNhan::ChuaKy(cua(muc, tep.clone())));
    }
    let most = BAM_NHIEU_NHAT.checked_div(bytes.len()).unwrap_or_default();
    for (muc, tep, sha) in all.into_iter().take(most) {
        let Some(goc) = ban_ky::tim_goc(bytes, &sha) else { continue };
        return Ok(match ban_ky::xet(goc, bytes) {
            Ok(ky) => {
                let said = std::iter::once(ky.cau()).chain(ky.ghi_chu.clone()).collect();
                BanNhan::DaKy(cua(muc, tep), said)
            }
            Err(khac) => BanNhan::Khac(cua(muc, tep), khac.to_string()),
        });
    }
    Ok(BanNhan::La)
}

/// Whether what is kept of a paper begins as the bytes do.
fn cung_dau(kho: &Kho, muc: &Muc, tep: &str, bytes: &[u8]) -> bool {
    let dich = dich(&muc.dong.day, &muc.so_hieu);
    let kept = kho.doc_tep(&dich, tep).unwrap_or_default();
    let len = DAU_TEP.min(kept.len()).min(bytes.len());
    len > 0 && kept.get(..len) == bytes.get(..len)
}

/// Puts a signed PDF into the folder of its paper, in the place of the one that it begins with.
pub fn nhan_ban(thu_muc: &Path, goi: &GoiSo, bytes: &[u8]) -> Result<Vec<String>, Diagnostic> {
    let refused = |message: String, hint: &'static str| {
        Err(Diagnostic::error("issue-refused", message).hint(hint))
    };
    let xin_lai = "xin lại tệp PDF đã ký từ người ký";
    let (cua, said) = match xem_ban(thu_muc, bytes)? {
        BanNhan::DaKy(cua, said) if cua.goi == *goi && !cua.da_huy => (cua, said),
        BanNhan::DaKy(cua, _) if cua.da_huy => {
            let message = format!("số {} đã huỷ nên không nhận bản ký", cua.so_hieu);
            return refused(message, "văn bản đã huỷ thì không lưu thêm bản nào");
        }
        BanNhan::DaKy(cua, _) => {
            let message =
                format!("tệp này là bản ký của {}, không phải của {}", cua.so_hieu, goi.so);
            return refused(message, "mở đúng số ấy trong sổ rồi nhận bản ký ở đó");
        }
        BanNhan::ChuaKy(_) => return refused("tệp này chưa có chữ ký số nào".into(), xin_lai),
        BanNhan::Khac(_, why) => return refused(format!("tệp này đã bị sửa: {why}"), xin_lai),
        BanNhan::La => {
            return refused(format!("tệp này không phải bản ký của {}", goi.so), xin_lai);
        }
    };
    let (kho, _) = so_cua(thu_muc)?;
    let folder = thu_muc_that(&kho, &cua.dich).ok_or_else(|| {
        Diagnostic::error("issued-missing", format!("không thấy thư mục của {}", cua.so_hieu))
            .hint("lấy lại thư mục ấy từ bản lưu")
    })?;
    // A copy with more signatures is never replaced by one with fewer.
    let there = kho.doc_tep(&cua.dich, &cua.tep).unwrap_or_default();
    if !bytes.starts_with(&there) {
        let message = format!("bản đang lưu của {} có chữ ký mà tệp này không có", cua.so_hieu);
        return refused(message, "nhận bản có đủ các chữ ký");
    }
    output::write_all(&[Ready { path: folder.join(&cua.tep), bytes: bytes.to_vec() }])?;
    match xet(&folder, None).sai.into_iter().next() {
        Some(found) => Err(found),
        None => Ok(said),
    }
}

/// Updates that a file may have: each signature is one, and each is a place where the issued file might end.
const DOAN_NHIEU_NHAT: usize = 200;

/// Whether it is a PDF that can be judged.
pub fn la_pdf(bytes: &[u8]) -> Result<(), Diagnostic> {
    let ends = bytes.windows(5).filter(|w| *w == b"%%EOF").take(DOAN_NHIEU_NHAT.saturating_add(1));
    if ends.count() > DOAN_NHIEU_NHAT {
        return Err(Diagnostic::error("wrong-use", "tệp PDF này bị ghi chồng quá nhiều lần")
            .hint("xin lại tệp PDF đã ký từ người ký"));
    }
    if bytes.starts_with(DAU_PDF) {
        return Ok(());
    }
    Err(Diagnostic::error("wrong-use", "tệp này không phải tệp PDF")
        .hint("chọn bản PDF đã ký; tệp Word thì không có chữ ký số của văn bản"))
}

/// The PDFs of an issued folder as its list has them.
fn cac_pdf(kho: &Kho, muc: &Muc) -> Vec<(String, String)> {
    let dich = dich(&muc.dong.day, &muc.so_hieu);
    let list = kho.doc_tep(&dich, bang_ke::TEP).and_then(|bytes| BangKe::doc(&bytes));
    let all = list.map(|list| list.tep).unwrap_or_default();
    all.into_iter().filter(|(ten, _)| ten.ends_with(".pdf") && !ten.contains(['/', '\\'])).collect()
}

fn cua(muc: &Muc, tep: String) -> Cua {
    Cua {
        goi: goi_cua(muc),
        so_hieu: muc.so_hieu.to_string(),
        trich_yeu: muc.dong.trich_yeu.clone(),
        da_huy: muc.trang_thai == TrangThai::Huy,
        tep,
        dich: dich(&muc.dong.day, &muc.so_hieu),
    }
}
