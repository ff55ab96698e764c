//! `merge`: one paper, many rows of a list. All is said before anything is made, and all is made beside its place
//! before any file takes its name.

mod cac_dong;
mod da_lam;
mod dau_bang;
mod dong_phu;
mod gop_loi;
mod mau;
mod mot_pdf;
mod phat_hanh;
mod request;
mod so_chung;
mod soan;
mod ten_tep;
mod xem;
mod xem_dong;

use std::path::{Path, PathBuf};

use super::build::{ViecTron, ho_so_tron, van_ban_tron};
use super::load::{self, Loaded};
use super::so_sach::loi_tham_so;
use super::{Means, Outcome, means};
use crate::diagnostic::Diagnostic;
use crate::model::{Ngay, so_ky_hieu};
use crate::reading::danh_sach;
use crate::reading::source::{self, HoSoNguon, ten_goc};
use crate::rules::check::check;
use cac_dong::Dong;
use gop_loi::GopLoi;

pub use request::{DongAn, MergeRequest, SoCua};
pub use xem_dong::{XemDong, XemTron, xem, xem_dong};

/// What is done to a row.
const VIEC: &str = "trộn";

/// Everything that was read and may be made.
struct Tron<'a> {
    request: &'a MergeRequest,
    nguon: HoSoNguon,
    loaded: Loaded,
    dong: Vec<Dong>,
    /// The names of the files of each row, without ending.
    ten: Vec<String>,
    /// The number that all have, and its day; of papers that get one each, while they are looked at, the first's.
    so: Option<(u64, String)>,
    /// The columns that are used: as the paper has each, as the list has it.
    cot: Vec<(String, String)>,
    /// The heads that nobody uses.
    thua: Vec<String>,
}

/// Merges a paper with a list.
pub fn merge(request: &MergeRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    let done =
        doc(request, means, &mut outcome).and_then(|mut tron| match (request.thu, &request.so) {
            (true, _) => tron.xem_thu(means, &mut outcome),
            (false, SoCua::MoiBan) => tron.phat_hanh(means, &mut outcome),
            (false, SoCua::ChungKeTiep) => tron.giu_so_roi_soan(means, &mut outcome),
            (false, _) => tron.soan(means, &mut outcome),
        });
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}

/// Reads paper and list, and says everything that may be said of the list.
fn doc<'a>(
    request: &'a MergeRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<Tron<'a>, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    if request.tep.is_dir() {
        let message = format!("{} là một thư mục", request.tep.display());
        return Err(vec![
            Diagnostic::error("wrong-use", message)
                .hint("chỉ ra tệp YAML của văn bản, ví dụ giay-moi.yaml"),
        ]);
    }
    let so = so_chung(request)?;
    let loaded = load::shared(&request.shared).map_err(one)?;
    let nguon = source::read_ho_so(&request.tep)?;
    let can = mau::doc(&nguon)?;
    let bytes = source::read_danh_sach(&request.danh_sach).map_err(one)?;
    let shown = request.danh_sach.display().to_string();
    let bang = danh_sach::doc(&shown, &bytes, request.trang.as_deref()).map_err(one)?;
    let dau = dau_bang::tim(&bang, &can, request.ten_theo.as_deref())?;
    let khoa_cot: Vec<&str> = dau.tat_ca.iter().map(|(khoa, _)| khoa.as_str()).collect();
    let other = mau::ngoac_khac(&nguon, &khoa_cot);
    if !other.is_empty() {
        return Err(other);
    }
    let cot = dau_bang::cac_cap(&dau, &can);
    let mut dong = cac_dong::doc(&bang, &dau, request)?;
    let ten = ten_tep::cac_ten(&mut dong, request);
    if !dau.thua.is_empty() {
        outcome.notes.push(format!("cột không dùng đến: {}", dau.thua.join(", ")));
    }
    outcome.notes.extend(dong.ghi_chu);
    outcome.diagnostics.extend(dau.canh_bao.iter().cloned().chain(dong.canh_bao));
    outcome.diagnostics.extend(soat_loi_van(&nguon, &loaded));
    let mut tron = Tron { request, nguon, loaded, dong: dong.dong, ten, so, cot, thua: dau.thua };
    if matches!(request.so, SoCua::MoiBan | SoCua::ChungKeTiep) {
        tron.so = tron.so_ke_tiep(means)?;
    }
    Ok(tron)
}

/// The words of the paper around its values are read once, as they were typed.
fn soat_loi_van(nguon: &HoSoNguon, loaded: &Loaded) -> Vec<Diagnostic> {
    let found = check(nguon, &|c| loaded.fonts.has(c)).diagnostics.into_iter();
    found.filter(|d| d.code.starts_with("VT") && !d.is_note()).collect()
}

fn so_chung(request: &MergeRequest) -> Result<Option<(u64, String)>, Vec<Diagnostic>> {
    let so = match &request.so {
        SoCua::Chung(text) => {
            Some(so_ky_hieu::so(text).map_err(|fault| vec![loi_tham_so("--number", fault)])?)
        }
        SoCua::ChungKeTiep => None,
        SoCua::Khong | SoCua::MoiBan => return Ok(None),
    };
    let Some(date) = &request.date else {
        let message = "--number ghi một số chung mà chưa có ngày";
        let hint = "thêm --date, ví dụ: --date 15/3/2023; mỗi bản một số thì ghi --number each";
        return Err(vec![Diagnostic::error("needs-date", message).hint(hint)]);
    };
    let ngay = Ngay::parse(date).map_err(|fault| vec![loi_tham_so("--date", fault)])?;
    Ok(so.map(|so| (so, ngay.to_string())))
}

impl Tron<'_> {
    fn viec(&self, dong: &Dong) -> ViecTron {
        ViecTron { dong: dong.dong.clone(), so: self.so.clone() }
    }

    fn hang(&self) -> impl Iterator<Item = (&Dong, &str)> {
        self.dong.iter().zip(self.ten.iter().map(String::as_str))
    }

    /// The folder of the results.
    fn thu_muc(&self) -> PathBuf {
        self.request.output.clone().unwrap_or_else(|| thu_muc_ra(&self.request.tep))
    }

    /// What would come of it; the first row as it will be.
    fn xem_thu(&self, means: &Means, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
        if self.kiem_het(means, outcome)? {
            outcome.lines.extend(self.se_lam());
            outcome.lines.extend(self.ban_dau(means)?);
        }
        Ok(())
    }

    /// Tells the findings of all rows; whether all of them can be made.
    fn kiem_het(&self, means: &Means, outcome: &mut Outcome) -> Result<bool, Vec<Diagnostic>> {
        self.xet_so_chung(means)?;
        let mut gop = GopLoi::default();
        means.progress.more(self.dong.len());
        for (dong, ten) in self.hang() {
            means.next(VIEC, ten, &self.request.tep).map_err(|left| vec![left])?;
            let ho_so = ho_so_tron(&self.nguon, &self.loaded, &self.request.tep, &self.viec(dong));
            let found = match van_ban_tron(&ho_so, ten) {
                Ok(_) => super::build::canh_bao_tron(&ho_so),
                Err(found) => found,
            };
            gop.them(dong.so, found);
        }
        let failed = gop.co_loi();
        outcome.diagnostics.extend(gop.noi(self.dong.len()));
        Ok(!failed)
    }

    fn se_lam(&self) -> Vec<String> {
        let count = self.dong.len();
        let what = match &self.request.so {
            SoCua::MoiBan => format!("sẽ phát hành {count} văn bản, mỗi văn bản lấy một số"),
            SoCua::ChungKeTiep => {
                let so = self.so.as_ref().map_or(0, |(so, _)| *so);
                format!("sẽ giữ số {so:02} trong sổ rồi soạn {count} bản cùng số ấy")
            }
            SoCua::Chung(so) => format!("sẽ soạn {count} bản cùng số {so}"),
            SoCua::Khong => format!("sẽ soạn {count} bản chưa có số"),
        };
        let folder = match &self.request.so {
            SoCua::MoiBan => String::new(),
            _ => format!(", ghi vào {}", self.thu_muc().display()),
        };
        let first = self.hang().take(5).map(|(dong, ten)| format!("  dòng {} → {ten}", dong.so));
        let mut out = vec![format!("{what}{folder}")];
        if self.request.so != SoCua::MoiBan {
            out.extend(first);
            out.extend((count > 5).then(|| format!("  … và {} bản nữa", count.saturating_sub(5))));
        }
        out
    }

    fn ban_dau(&self, means: &Means) -> Result<Vec<String>, Vec<Diagnostic>> {
        let Some((dong, ten)) = self.hang().next() else { return Ok(Vec::new()) };
        let mut out = vec![format!("bản đầu (dòng {}):", dong.so)];
        let pages = self.cac_trang(dong, ten, means)?.1;
        out.extend(xem::cac_dong(&pages).into_iter().map(|line| format!("  | {line}")));
        Ok(out)
    }
}

/// The folder of the results where nobody names another.
pub fn thu_muc_ra(tep: &Path) -> PathBuf {
    let stem = ten_goc(&tep.display().to_string()).to_owned();
    load::thu_muc(tep).join(format!("{stem}-tron"))
}

/// The user stopped the run when so many rows were left.
fn dung(left: usize, tep: &Path) -> Diagnostic {
    means::interrupted(VIEC, &format!("{left} bản của “{}”", tep.display()))
}
