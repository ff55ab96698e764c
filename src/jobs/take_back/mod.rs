//! `take-back`: what somebody has edited in a Word file goes into the YAML and Markdown that the file was made of.
//!
//! The base is the Word file that the source makes today. What the edited file says otherwise is led to its fields
//! ([`ban_do`], [`theo_nguon`]), the fields are patched in memory ([`va_nguon`]), and the paper is built again and held against
//! what was promised ([`thu_lai`]); only then is anything written. Where the source has changed since the file was
//! written, the marks of its paragraphs (`word::dau_goc`) tell the edits of the one side from those of the other.

mod ban_do;
mod cau_mau;
mod cho_sua;
mod chu_cua;
mod con_khac;
mod dau_sua;
mod doi_cho;
mod dong_than;
mod ke;
mod net_sau;
mod noi_hai_lan;
mod theo_nguon;
mod thu_lai;
mod tim;
mod va_nguon;
mod xem;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::load::{self, Loaded, Shared};
use super::{Ended, Means, Outcome, duong_dan, phien_ban};
use crate::compose::document::Document;
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::reading::source::{self, HoSoNguon, TepNguon, thay_chu};
use crate::word::dau_goc::DauGoc;
use crate::word::doc_word::TepWord;
use ban_do::BanDo;
use cau_mau::CauKhac;
use cho_sua::CacChoSua;
use con_khac::{ConKhac, con_khac};
use net_sau::net_sau;
use theo_nguon::{KhongLay, Viec, theo};
use thu_lai::Dung;
use tim::Thay;

pub use dau_sua::Chon;
pub use xem::{ChoXem, DauSuaXem, KetCuc, TepDoi, XemLai, xem};

/// What to take back, and from where to where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeBackRequest {
    /// The edited Word file.
    #[serde(with = "duong_dan")]
    pub tep: PathBuf,
    /// The hồ sơ that it was made of, or the paper's YAML file; looked for beside the Word file if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
    /// The paper's name, where the file's doesn't tell.
    pub only: Option<String>,
    /// Only tells what would be done.
    pub dry_run: bool,
    pub chon: Chon,
    /// The edits that are taken, by their numbers in [`XemLai`]; none for all that can be.
    #[serde(default)]
    pub chi: Option<Vec<usize>>,
    pub shared: Shared,
}

/// What is done to a paper.
const VIEC: &str = "lấy chỗ sửa về cho";

/// Takes the edits back; nothing is written unless all that was promised comes out.
pub fn take_back(request: &TakeBackRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Err(faults) = lay_lai(request, means, &mut outcome) {
        outcome.diagnostics.extend(faults);
    }
    outcome
}

fn lay_lai(
    request: &TakeBackRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let TakeBackRequest { tep, ho_so, only, dry_run, chon, chi, shared } = request;
    let mut loaded = load::shared(shared).map_err(one)?;
    outcome.diagnostics.append(&mut loaded.found);
    let bytes = source::read_word(tep).map_err(one)?;
    let dau = DauGoc::doc(&bytes);
    if dau.as_ref().is_some_and(|dau| dau.con_nguyen) {
        outcome
            .notes
            .push(format!("{} chưa ai sửa từ khi soạn; không có gì để lấy về", tep.display()));
        return Ok(());
    }
    let (moi, told) = dau_sua::doc(tep, &bytes, chon).map_err(one)?;
    outcome.lines.extend(told);
    outcome.diagnostics.extend(phien_ban::chua_doc_cua(tep, &moi));
    let thay = tim::tim(tep, ho_so.as_deref(), only.as_deref(), &loaded)?;
    means.next(VIEC, &thay.ten, tep).map_err(one)?;
    let xong = lam(&thay, &moi, (dau.as_ref(), chi.as_deref()), &loaded, means)?;
    if !xong.loi.is_empty() {
        return Err(xong.loi);
    }
    if !dry_run {
        outcome.made.extend(ghi(&thay.nguon, &xong.nguon).map_err(one)?);
    }
    ke::ke(&xong, &thay.nguon, *dry_run, outcome);
    if dau.is_none() {
        outcome.notes.push(ke::KHONG_DAU.to_owned());
    }
    if xong.con_lai() {
        outcome.at_best = Some(Ended::BadData);
    }
    Ok(())
}

/// What has become of each edit.
struct Xong {
    cac: CacChoSua,
    /// For each: which fields it changes, or why it changes none.
    ket_cuc: Vec<Result<Vec<usize>, KhongLay>>,
    truong: Vec<ban_do::TruongChu>,
    /// For a template's words: how to put others there.
    goi_y: Vec<Option<CauKhac>>,
    con: ConKhac,
    nguon: HoSoNguon,
    /// Why what was promised does not come out; then the source is as it was.
    loi: Vec<Diagnostic>,
}

impl Xong {
    /// Whether an edit is left that somebody must see to.
    fn con_lai(&self) -> bool {
        let left = |one: &Result<Vec<usize>, KhongLay>| {
            use KhongLay::{BoQua, ThoiKhongCan, TrinhBay};
            !matches!(one, Ok(_) | Err(TrinhBay | ThoiKhongCan | BoQua))
        };
        self.ket_cuc.iter().any(left)
    }
}

/// Leads every edit to its field, patches a copy of the source, and proves it.
fn lam(
    thay: &Thay,
    moi: &TepWord,
    (dau, chi): (Option<&DauGoc>, Option<&[usize]>),
    loaded: &Loaded,
    means: &Means,
) -> Result<Xong, Vec<Diagnostic>> {
    let Thay { nguon, ten } = thay;
    let goc = thu_lai::dung(nguon, ten, loaded, means)?;
    let ban_do = BanDo::lap(&goc.document, &goc.word.khoi, nguon.tep.iter().chain(&nguon.md));
    let (mut cac, found, viec) = lan_theo(&ban_do, (&goc.word, moi), dau, chi);
    let mut sau = nguon.clone();
    let put = va_nguon::ap(&mut sau, &ban_do.truong, &viec)
        .map_err(|no| vec![ke::khong_ra(&cac, &no.cho, no.vi)]);
    let ra = put.and_then(|()| match viec.is_empty() {
        true => Ok(None),
        false => chung_minh(thay, &sau, &goc, (&ban_do, &cac, &viec), loaded, means).map(Some),
    });
    let mut ket_cuc: Vec<Result<Vec<usize>, KhongLay>> =
        found.into_iter().map(|all| all.map(|all| all.iter().map(truong_cua).collect())).collect();
    let (mut con, mut loi) = (ConKhac::default(), Vec::new());
    match ra {
        Ok(Some(ra)) => {
            con = con_lai_gi(&ban_do, (&cac, &ket_cuc), (&ra, &sau), moi, dau);
            for at in &con.tu_ra {
                if let Some(slot) = ket_cuc.get_mut(*at) {
                    *slot = Err(KhongLay::ThoiKhongCan);
                }
            }
            // Behind the others, whose numbers stay.
            let net = net_sau(&goc.word, &ra.word, moi);
            ket_cuc.extend(net.iter().map(|_| Err(KhongLay::TrinhBay)));
            cac.cac.extend(net);
        }
        Ok(None) => {}
        Err(faults) => {
            loi = faults;
            sau = nguon.clone();
        }
    }
    let goi_y = cac.cac.iter().zip(&ket_cuc).map(|(cho, one)| match one {
        Err(KhongLay::LoiCuaMau) => cau_mau::tim(&ban_do, cho, &nguon.mau),
        _ => None,
    });
    let goi_y = goi_y.collect();
    let truong = ban_do.truong.clone();
    Ok(Xong { cac, ket_cuc, goi_y, con, truong, nguon: sau, loi })
}

/// What of the edited file does not come out, and what comes out by itself.
fn con_lai_gi(
    ban_do: &BanDo<'_>,
    (cac, ket_cuc): (&CacChoSua, &[Result<Vec<usize>, KhongLay>]),
    (ra, sau): (&Dung, &HoSoNguon),
    moi: &TepWord,
    dau: Option<&DauGoc>,
) -> ConKhac {
    let vi: Vec<Option<&KhongLay>> = ket_cuc.iter().map(|one| one.as_ref().err()).collect();
    let new = BanDo::lap(&ra.document, &ra.word.khoi, sau.tep.iter().chain(&sau.md));
    con_khac((ban_do, cac, &vi), (&new, &ra.word), moi, dau)
}

/// The edits, what is to be done for each or why nothing is, and all that is to be done with the number of its edit.
type LanTheo = (CacChoSua, Vec<Result<Vec<Viec>, KhongLay>>, Vec<(usize, Viec)>);

/// Leads every edit to its field; those that are not in `chi`, if it says any, are left out.
fn lan_theo(
    ban_do: &BanDo<'_>,
    (goc, moi): (&TepWord, &TepWord),
    dau: Option<&DauGoc>,
    chi: Option<&[usize]>,
) -> LanTheo {
    let mut cac = cho_sua::tim(ban_do, goc, moi, dau);
    cac.bo_so_theo_cap(ban_do);
    let left = |at: usize| chi.is_some_and(|chi| !chi.contains(&at.saturating_add(1)));
    let of = |(at, cho)| match theo(ban_do, cho) {
        Ok(_) if left(at) => Err(KhongLay::BoQua),
        found => found,
    };
    let mut found: Vec<Result<Vec<Viec>, KhongLay>> = cac.cac.iter().enumerate().map(of).collect();
    doi_cho::giu_loi(ban_do, &cac.cac, &mut found);
    let viec = found
        .iter()
        .enumerate()
        .flat_map(|(at, all)| all.iter().flatten().map(move |one| (at, one.clone())))
        .collect();
    (cac, found, viec)
}

/// How many edits `moi` has against `goc`, which is `document` as a Word file; and the source with those that can be
/// led to a field, if all of them can be written. Nothing is proven: that takes building the paper again.
pub fn va_chua_thu(
    nguon: &HoSoNguon,
    document: &Document,
    (goc, moi): (&TepWord, &TepWord),
    dau: Option<&DauGoc>,
) -> (usize, Option<HoSoNguon>) {
    let ban_do = BanDo::lap(document, &goc.khoi, nguon.tep.iter().chain(&nguon.md));
    let (cac, _, viec) = lan_theo(&ban_do, (goc, moi), dau, None);
    let mut sau = nguon.clone();
    let written = va_nguon::ap(&mut sau, &ban_do.truong, &viec);
    (cac.cac.len(), written.is_ok().then_some(sau))
}

fn truong_cua(viec: &Viec) -> usize {
    match viec {
        Viec::Thay { truong, .. } | Viec::BoPhanTu { truong } | Viec::ThemPhanTu { truong, .. } => {
            *truong
        }
    }
}

type Muon<'a> = (&'a BanDo<'a>, &'a CacChoSua, &'a [(usize, Viec)]);

/// Builds the patched source; what was promised must come out, and the hồ sơ must have no fault that it had not.
fn chung_minh(
    thay: &Thay,
    sau: &HoSoNguon,
    goc: &Dung,
    (ban_do, cac, viec): Muon<'_>,
    loaded: &Loaded,
    means: &Means,
) -> Result<Dung, Vec<Diagnostic>> {
    let all: Vec<usize> = viec.iter().map(|(at, _)| *at).collect();
    let refused = |faults: Vec<Diagnostic>| {
        let own = ke::khong_ra(cac, &all, "sửa vào thì hồ sơ sai chỗ nêu dưới đây");
        std::iter::once(own).chain(faults).collect::<Vec<_>>()
    };
    let ra = thu_lai::dung(sau, &thay.ten, loaded, means).map_err(refused)?;
    let known: BTreeSet<(&str, &str)> =
        goc.loi.iter().map(|d| (d.code.as_ref(), d.message.as_str())).collect();
    let new = |d: &Diagnostic| !known.contains(&(d.code.as_ref(), d.message.as_str()));
    let faults: Vec<Diagnostic> = ra.loi.iter().filter(|d| new(d)).cloned().collect();
    if !faults.is_empty() {
        return Err(refused(faults));
    }
    let lay: BTreeSet<usize> = all.iter().copied().collect();
    let fields: BTreeSet<usize> = viec.iter().map(|(_, one)| truong_cua(one)).collect();
    let out = thu_lai::so(ban_do, &cac.cac, &lay, &fields, &ra.word);
    if !out.hong.is_empty() {
        let hong: Vec<usize> = out.hong.iter().copied().collect();
        return Err(vec![ke::khong_ra(
            cac,
            &hong,
            "ghi vào nguồn rồi soạn lại thì không ra đúng như vậy",
        )]);
    }
    if let Some((truoc, nay)) = out.la.first() {
        let why = format!("chỗ không sửa cũng đổi theo: “{truoc}” thành “{nay}”");
        return Err(vec![ke::khong_ra(cac, &all, &why)]);
    }
    Ok(ra)
}

/// Writes the files that have changed, all or none; one that somebody has changed meanwhile is not written over.
fn ghi(cu: &HoSoNguon, moi: &HoSoNguon) -> Result<Vec<PathBuf>, Diagnostic> {
    let files = |nguon: &HoSoNguon| -> Vec<TepNguon> {
        nguon.tep.iter().chain(&nguon.md).cloned().collect()
    };
    let mut ready = Vec::new();
    for (old, new) in files(cu).iter().zip(&files(moi)).filter(|(a, b)| a.text != b.text) {
        let path = Path::new(&old.ten);
        let first =
            |found: Vec<Diagnostic>| found.into_iter().next().unwrap_or_else(|| vua_sua(old));
        let bytes = source::doc_tep(path).map_err(first)?;
        let bytes = thay_chu(&bytes, &old.text, &new.text).ok_or_else(|| vua_sua(old))?;
        ready.push(Ready { path: source::duong_that(path), bytes });
    }
    output::write_all(&ready)?;
    Ok(ready.into_iter().map(|file| file.path).collect())
}

fn vua_sua(tep: &TepNguon) -> Diagnostic {
    let message = format!("tệp “{}” vừa bị sửa trong khi đang đọc", tep.ten);
    Diagnostic::error("unreadable-file", message).hint("lưu tệp cho xong rồi chạy lại")
}
