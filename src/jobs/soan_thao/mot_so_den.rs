//! Một số đến: one paper that came, with all that has happened to it and the files that are kept of it.

use std::path::{Path, PathBuf};

use super::mot_so::thu_muc_that;
use super::so_den::so_den_cua;
use crate::diagnostic::Diagnostic;
use crate::jobs::incoming::tim_den;
use crate::model::Ngay;
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_den::{
    DUOI_DAU, DongDen, MucDen, SoDenTrenDia, TinhTrangDen, ViecDen, dich_den, hang_den,
};

/// What the page tells of it.
pub struct MotSoDen {
    /// `12/2026`.
    pub so: String,
    pub nam: i32,
    /// The ten columns of Phụ lục IV.
    pub cot: [String; 10],
    pub tinh_trang: TinhTrangDen,
    /// What has happened to it, a sentence each.
    pub viec: Vec<String>,
    /// The year takes no more papers, and what it says of them stays.
    pub khoa: bool,
    /// Its folder and the files in it, those that came first.
    pub thu_muc: Option<PathBuf>,
    pub tep: Vec<String>,
}

impl MotSoDen {
    /// Whether something is still to be done.
    pub fn con_do(&self) -> bool {
        matches!(self.tinh_trang, TinhTrangDen::ChuaGiao | TinhTrangDen::DangLam)
    }

    pub fn huy(&self) -> bool {
        self.tinh_trang == TinhTrangDen::Huy
    }

    /// Whether a stamp can be set on what came.
    pub fn co_pdf(&self) -> bool {
        self.tep.iter().any(|ten| ten.ends_with(".pdf") && !ten.ends_with(DUOI_DAU))
    }
}

/// Looks the number up.
pub fn mot_so_den(thu_muc: &Path, mat: bool, so: &str) -> Result<MotSoDen, Diagnostic> {
    let (kho, doc) = so_den_cua(thu_muc, mat)?;
    let muc = tim_den(&doc.cai, so)?;
    let folder = thu_muc_that(&kho, &dich_den(muc.so_den()));
    Ok(MotSoDen {
        so: muc.so_den().to_string(),
        nam: muc.so_den().nam,
        cot: hang_den(muc),
        tinh_trang: muc.tinh_trang(),
        viec: cac_viec(&doc, muc),
        khoa: doc.cai.da_khoa(muc.so_den().nam),
        tep: if folder.is_some() { cac_tep(&kho, muc) } else { Vec::new() },
        thu_muc: folder,
    })
}

/// The files that are kept of it, and a stamped copy that was made later.
fn cac_tep(kho: &Kho, muc: &MucDen) -> Vec<String> {
    let dich = dich_den(muc.so_den());
    let list = kho.doc_tep(&dich, bang_ke::TEP).and_then(|bytes| BangKe::doc(&bytes));
    let mut all: Vec<String> = list.into_iter().flat_map(|list| list.tep.into_keys()).collect();
    let stamped = all.iter().filter_map(|ten| ten.strip_suffix(".pdf"));
    let stamped: Vec<String> = stamped.map(|goc| format!("{goc}{DUOI_DAU}")).collect();
    let later = |ten: &String| kho.dai_tep(&dich, ten).is_some();
    all.extend(stamped.into_iter().filter(later));
    all.sort_by_key(|ten| (ten.ends_with(DUOI_DAU), ten.clone()));
    all.dedup();
    all
}

/// A file of it, by its name in the folder.
pub fn tep_den(thu_muc: &Path, mat: bool, so: &str, ten: &str) -> Result<Vec<u8>, Diagnostic> {
    let none = || {
        Diagnostic::error("not-found", format!("số đến {so} không có tệp “{ten}”"))
            .hint("mở lại từ sổ văn bản đến")
    };
    let (kho, doc) = so_den_cua(thu_muc, mat)?;
    let muc = tim_den(&doc.cai, so)?;
    let dich = dich_den(muc.so_den());
    let kept = thu_muc_that(&kho, &dich).map(|_| cac_tep(&kho, muc)).unwrap_or_default();
    let known = kept.iter().any(|own| own == ten);
    known.then(|| kho.doc_tep(&dich, ten)).flatten().ok_or_else(none)
}

/// What the lines say, in their order.
fn cac_viec(doc: &SoDenTrenDia, muc: &MucDen) -> Vec<String> {
    let own = doc.so.dong.iter().map(|at| &at.dong);
    own.filter(|dong| dong.so_den == muc.so_den()).map(loi).collect()
}

fn loi(dong: &DongDen) -> String {
    let day = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let part = |before: &str, text: &str| {
        if text.is_empty() { String::new() } else { format!("{before}{text}") }
    };
    let note = part("; ", &dong.ghi_chu);
    match dong.viec {
        ViecDen::Giao => format!(
            "{}: giao {}{}{}{note}",
            day(dong.ngay),
            dong.nguoi_nhan,
            part(", hạn ", &day(dong.han)),
            part(", chỉ đạo: ", &dong.chi_dao)
        ),
        ViecDen::KyNhan => format!("{}: {} ký nhận{note}", day(dong.ngay), dong.ky_nhan),
        ViecDen::Xong => {
            let answer = part(", trả lời bằng ", &dong.tra_loi);
            format!("{}: giải quyết xong{answer}{note}", day(dong.ngay))
        }
        ViecDen::Huy => format!("đã huỷ{note}"),
        ViecDen::Chua => {
            let cot = dong.cot.map(|cot| cot.ten()).unwrap_or_default();
            format!("chữa cột {cot}{note}")
        }
        ViecDen::KhongRo => dong.ghi_chu.clone(),
        ViecDen::Den | ViecDen::KhoaNam | ViecDen::MoNam => {
            format!("{}: vào sổ{note}", day(dong.ngay))
        }
    }
}
