//! Xem: what a Word file would become, for whoever looks before anything is written.

use serde::{Deserialize, Serialize};

use super::ke::{KE, gon};
use super::{Doc, ImportRequest, Lam, Mat, doc, dung, trong_tu};
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::layout;
use crate::layout::luong::Chon;
use crate::machine::output;
use crate::word::nhan_dang::GiayNhan;
use crate::writers::svg::svg_trong_trang;

/// What was recognised, and how it stands to the Word file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct XemNhap {
    pub loai: String,
    /// `118/VP-CTHĐND`
    pub so: String,
    pub ngay: String,
    pub trich_yeu: String,
    pub co_quan: String,
    pub nguoi_ky: Vec<String>,
    /// What was guessed, with its place.
    pub khong_chac: Vec<String>,
    /// Paragraphs of the Word file, and how many come over with all letters; none if the paper can't be built yet.
    pub doi_chieu: Option<(usize, usize)>,
    /// Letters that don't come over: where they stood, what they are.
    pub mat: Vec<(String, String)>,
    /// Letters that the program's templates say and the Word file doesn't.
    pub them: Vec<String>,
    /// Places that differ in capitals alone.
    pub khac_hoa: Vec<String>,
    /// What keeps the paper from being built.
    pub loi: Vec<Diagnostic>,
    /// The files that will be written.
    pub tep: Vec<String>,
    /// A name that is taken, so that the paper gets another.
    pub trung_ten: Option<String>,
    /// The folder of its own that a paper with a template of its own gets.
    pub thu_muc_rieng: Option<String>,
    /// An office that is not the folder's own.
    pub co_quan_khac: bool,
}

/// What would come of it, with the pages of the paper as pictures; nothing is written.
pub fn xem(
    request: &ImportRequest,
    means: &Means,
) -> (Option<XemNhap>, Vec<String>, Vec<Diagnostic>) {
    match doc(request, request.vao.as_deref(), means) {
        Ok(doc) => {
            let pages = trang(&doc, means);
            let (seen, found) = ke(request, doc);
            (Some(seen), pages, found)
        }
        Err(fault) => (None, Vec::new(), vec![fault]),
    }
}

fn trang(doc: &Doc, means: &Means) -> Vec<String> {
    let made = dung::van_ban(&doc.lam.moi, doc.tu.as_ref(), &doc.loaded, means);
    let fonts = &doc.loaded.fonts;
    let pages = made.map(|(document, _)| layout::trang(&document, fonts, Chon::default()));
    let pages = pages.map(|pages| pages.trang).unwrap_or_default();
    pages.iter().map(|page| svg_trong_trang(page, fonts).0).collect()
}

fn ke(request: &ImportRequest, doc: Doc) -> (XemNhap, Vec<Diagnostic>) {
    let Doc { giay, lam, found, doi_ma, .. } = doc;
    let guesses = giay.khong_chac.iter().map(|guess| format!("{}: {}", guess.noi, guess.cau));
    let guesses = doi_ma.into_iter().chain(guesses);
    let khong_chac = guesses.chain(lam.moi.doan.iter().cloned()).collect();
    let rieng = request.vao.as_deref().filter(|_| lam.moi.mau_rieng.is_some());
    let name = |path: std::path::PathBuf| {
        path.file_name().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let thu_muc_rieng = rieng.map(|folder| name(trong_tu(folder, &request.tep)));
    let seen = XemNhap { khong_chac, thu_muc_rieng, ..dau(request, &giay, &lam) };
    (so(seen, lam), found)
}

/// Head and foot of the paper, and its files.
fn dau(request: &ImportRequest, giay: &GiayNhan, lam: &Lam) -> XemNhap {
    let head = &giay.dau;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let so = match (&head.so, &head.ky_hieu) {
        (None, None) => String::new(),
        (so, ky_hieu) => format!("{}{}{}", text(so), head.bo().so.sau_so, text(ky_hieu)),
    };
    let tep: Vec<String> = lam.moi.tep.iter().map(|(ten, _)| ten.clone()).collect();
    let office = |ten: &&String| ten.starts_with("co-quan-");
    let co_quan_khac = request.vao.is_some() && tep.iter().any(|ten| office(&ten));
    let bare = lam.moi.ten.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let taken =
        request.vao.as_deref().filter(|_| bare != lam.moi.ten && lam.moi.mau_rieng.is_none());
    let taken = taken.map(|folder| (folder.join(format!("{bare}.yaml")), bare));
    let trung_ten = taken.filter(|(path, _)| output::is_there(path)).map(|(_, ten)| ten.to_owned());
    XemNhap {
        loai: lam.moi.loai.clone(),
        so,
        ngay: text(&head.ngay),
        trich_yeu: text(&head.trich_yeu),
        co_quan: head.co_quan_ban_hanh.join(" "),
        nguoi_ky: giay
            .cuoi
            .nguoi_ky
            .iter()
            .map(|nguoi| nguoi_ky(&nguoi.dong, &nguoi.ho_ten))
            .collect(),
        tep,
        trung_ten,
        co_quan_khac,
        ..XemNhap::default()
    }
}

fn nguoi_ky(dong: &[String], ho_ten: &str) -> String {
    let post = dong.join(" ");
    if ho_ten.is_empty() { post } else { format!("{post} {ho_ten}") }
}

/// How the new paper stands to the Word file.
fn so(seen: XemNhap, lam: Lam) -> XemNhap {
    let cac_mat = |all: &[Mat]| all.iter().map(|mat| (mat.noi.clone(), gon(&mat.chu))).collect();
    let Some(found) = lam.ket_qua else {
        let loi = lam.loi.into_iter().take(KE).collect();
        return XemNhap { loi, mat: cac_mat(&lam.mat_tho), ..seen };
    };
    XemNhap {
        doi_chieu: Some((found.giu, found.doan)),
        mat: cac_mat(&found.mat),
        them: found.them.iter().map(|text| gon(text)).collect(),
        khac_hoa: found.khac_hoa,
        ..seen
    }
}
