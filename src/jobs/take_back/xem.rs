//! Xem: the edits of a Word file, each with what would become of it, for whoever looks through them before anything is
//! written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::theo_nguon::KhongLay;
use super::tim::{self, Thay};
use super::{Chon, TakeBackRequest, VIEC, Xong, dau_sua, ke, lam, thu_lai};
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, Loaded};
use crate::jobs::{Means, phien_ban};
use crate::layout;
use crate::layout::luong::Chon as TrongTrang;
use crate::reading::source::{self, HoSoNguon, ten_tep};
use crate::word::dau_goc::DauGoc;
use crate::writers::svg::svg_trong_trang;

/// A Word file and what would come of taking it back.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct XemLai {
    /// Nobody has edited it.
    pub con_nguyen: bool,
    /// Tracked changes, in the order of their numbers.
    pub dau_sua: Vec<DauSuaXem>,
    /// Some of them nobody has decided about; so nothing is known of the edits yet.
    pub chua_chon: bool,
    /// In the order of their numbers.
    pub cho: Vec<ChoXem>,
    /// What else changes since the same field says it: before and then.
    pub theo: Vec<(String, String)>,
    /// Places that only the source has changed since the file was written.
    pub nguon_doi: usize,
    /// The file says nothing of the source that it was made of.
    pub khong_dau: bool,
    /// The files that would change.
    pub tep: Vec<TepDoi>,
    /// Why what was chosen can't be taken.
    pub loi: Vec<Diagnostic>,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DauSuaXem {
    pub ai: String,
    pub ngay: Option<String>,
    pub cau: String,
    /// Whether it is taken; none if nobody has decided.
    pub nhan: Option<bool>,
}

/// An edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChoXem {
    pub so: usize,
    pub noi: String,
    pub cau: String,
    pub ket_cuc: KetCuc,
    /// A standing phrase that a paper may word otherwise: its key, all of it.
    pub cau_khac: Option<(String, String)>,
}

/// What becomes of an edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum KetCuc {
    /// It goes into a field.
    Lay(String),
    /// It could, and is left out.
    BoQua,
    XungDot,
    LoiCuaMau,
    CuaSo,
    TrinhBay,
    /// Why, and the field where one may type it.
    KhongRo(String, Option<String>),
}

/// A file of the source before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TepDoi {
    pub ten: String,
    pub truoc: String,
    pub sau: String,
}

/// What would come of it, with the pages that the paper then has; nothing is written.
pub fn xem(
    request: &TakeBackRequest,
    means: &Means,
) -> (Option<XemLai>, Vec<String>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    match doc(request, means, &mut found) {
        Ok((seen, pages)) => (Some(seen), pages, found),
        Err(faults) => {
            found.extend(faults);
            (None, Vec::new(), found)
        }
    }
}

fn doc(
    request: &TakeBackRequest,
    means: &Means,
    found: &mut Vec<Diagnostic>,
) -> Result<(XemLai, Vec<String>), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let TakeBackRequest { tep, ho_so, only, chon, chi, shared, .. } = request;
    let mut loaded = load::shared(shared).map_err(one)?;
    found.append(&mut loaded.found);
    let bytes = source::read_word(tep).map_err(one)?;
    let dau = DauGoc::doc(&bytes);
    let thay = tim::tim(tep, ho_so.as_deref(), only.as_deref(), &loaded)?;
    means.next(VIEC, &thay.ten, tep).map_err(one)?;
    if dau.as_ref().is_some_and(|dau| dau.con_nguyen) {
        return Ok((XemLai { con_nguyen: true, ..XemLai::default() }, Vec::new()));
    }
    let tracked = dau_sua::cac(tep, &bytes).map_err(one)?;
    let tracked: Vec<DauSuaXem> = tracked
        .iter()
        .enumerate()
        .map(|(at, one)| DauSuaXem {
            ai: one.ai.clone(),
            ngay: one.ngay(),
            cau: dau_sua::viec(one),
            nhan: da_chon(chon, at.saturating_add(1)),
        })
        .collect();
    let seen = XemLai { dau_sua: tracked, khong_dau: dau.is_none(), ..XemLai::default() };
    if seen.dau_sua.iter().any(|one| one.nhan.is_none()) {
        let pages = trang(&thay.nguon, &thay, &loaded, means);
        return Ok((XemLai { chua_chon: true, ..seen }, pages));
    }
    let (moi, _) = dau_sua::doc(tep, &bytes, chon).map_err(one)?;
    found.extend(phien_ban::chua_doc_cua(tep, &moi));
    let xong = lam(&thay, &moi, (dau.as_ref(), chi.as_deref()), &loaded, means)?;
    let pages = trang(&xong.nguon, &thay, &loaded, means);
    Ok((cac_cho(seen, &thay, xong), pages))
}

/// Whether a tracked change is taken. Until all are decided about, both those that are and those that are not are named.
fn da_chon(chon: &Chon, so: usize) -> Option<bool> {
    match chon {
        Chon::ChuaChon => None,
        Chon::NhanHet => Some(true),
        Chon::BoHet => Some(false),
        Chon::Nhan(all) => Some(all.contains(&so)),
        Chon::Bo(all) => Some(!all.contains(&so)),
        Chon::TungCho { nhan, bo } => match (nhan.contains(&so), bo.contains(&so)) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        },
    }
}

fn cac_cho(seen: XemLai, thay: &Thay, xong: Xong) -> XemLai {
    let all = xong.cac.cac.iter().zip(&xong.ket_cuc).zip(&xong.goi_y).enumerate();
    let cho = all.filter_map(|(at, ((cho, ket_cuc), cau_khac))| {
        Some(ChoXem {
            so: at.saturating_add(1),
            noi: cho.noi.clone(),
            cau: cho.cau.clone(),
            ket_cuc: ket_cuc_cua(&xong, ket_cuc)?,
            cau_khac: cau_khac.clone(),
        })
    });
    let cho = cho.collect();
    let tep = tep_doi(&thay.nguon, &xong.nguon);
    let Xong { con, loi, cac, .. } = xong;
    let theo = con.theo.into_iter().map(|one| (one.word, one.ra)).collect();
    XemLai { cho, theo, loi, tep, nguon_doi: cac.nguon_doi, ..seen }
}

/// None for what is no edit.
fn ket_cuc_cua(xong: &Xong, one: &Result<Vec<usize>, KhongLay>) -> Option<KetCuc> {
    Some(match one {
        Ok(truong) => KetCuc::Lay(ke::noi_ghi(xong, truong)),
        Err(KhongLay::BoQua) => KetCuc::BoQua,
        Err(KhongLay::XungDot) => KetCuc::XungDot,
        Err(KhongLay::LoiCuaMau | KhongLay::SoDem) => KetCuc::LoiCuaMau,
        Err(KhongLay::CuaSo) => KetCuc::CuaSo,
        Err(KhongLay::TrinhBay) => KetCuc::TrinhBay,
        Err(KhongLay::KhongRo(why, truong)) => KetCuc::KhongRo((*why).to_owned(), truong.clone()),
        Err(KhongLay::ThoiKhongCan) => return None,
    })
}

fn tep_doi(truoc: &HoSoNguon, sau: &HoSoNguon) -> Vec<TepDoi> {
    let old = truoc.tep.iter().chain(&truoc.md);
    let new = sau.tep.iter().chain(&sau.md);
    let changed = old.zip(new).filter(|(old, new)| old.text != new.text);
    let mut told = BTreeSet::new();
    changed
        .map(|(old, new)| TepDoi {
            ten: ten_tep(&old.ten).to_owned(),
            truoc: old.text.clone(),
            sau: new.text.clone(),
        })
        .filter(|one| told.insert(one.ten.clone()))
        .collect()
}

fn trang(nguon: &HoSoNguon, thay: &Thay, loaded: &Loaded, means: &Means) -> Vec<String> {
    let made = thu_lai::dung(nguon, &thay.ten, loaded, means);
    let pages =
        made.map(|made| layout::trang(&made.document, &loaded.fonts, TrongTrang::default()));
    let pages = pages.map(|pages| pages.trang).unwrap_or_default();
    pages.iter().map(|page| svg_trong_trang(page, &loaded.fonts).0).collect()
}
