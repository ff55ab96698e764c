//! A paper that is filled with the rows of a list: each row is a document of its own, made by the workers of a batch.

use std::path::{Path, PathBuf};

use super::document;
use super::request::BuildRequest;
use super::wire::{Task, ViecTron};
use super::{batch, queue};
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::load::{self, HoSo, Loaded};
use crate::jobs::make::{DaSoan, Order, Sound};
use crate::machine::output;
use crate::reading::source::{HoSoNguon, ten_goc};
use crate::rules::check::TuNgoai;

/// What has come of a row.
#[derive(Debug, Default)]
pub struct KetQuaTron {
    pub diagnostics: Vec<Diagnostic>,
    pub made: Vec<PathBuf>,
    /// The user stopped the run before.
    pub con_lai: bool,
}

/// Makes a document of each row under the name beside it, into the folder of the request.
pub fn tron(request: &BuildRequest, rows: &[(String, ViecTron)], means: &Means) -> Vec<KetQuaTron> {
    let task = |(ten, viec): &(String, ViecTron)| Task {
        ho_so: 0,
        ten: Some(vec![ten.clone()]),
        dong: Some(viec.clone()),
    };
    let processes = queue::Processes::of(means.exe, request);
    let tasks = rows.iter().map(task).collect();
    let (lots, lost) = batch::run(&processes, request, tasks, means.cancel, means.progress);
    if lost && let Some(folder) = &request.wanted.folder {
        output::sweep(folder);
    }
    lots.into_iter().map(ket_qua_tron).collect()
}

fn ket_qua_tron(lot: batch::Lot) -> KetQuaTron {
    let batch::Lot { diagnostics, made, left, .. } = lot;
    KetQuaTron { diagnostics, made, con_lai: left.is_some() }
}

/// The hồ sơ filled with a row.
pub fn ho_so(nguon: &HoSoNguon, loaded: &Loaded, path: &Path, viec: &ViecTron) -> HoSo {
    let mut nguon = nguon.clone();
    nguon.dien(viec.dong.clone());
    load::them_mau(&mut nguon, path, &loaded.mau);
    let ten = ten_goc(nguon.chi.as_deref().unwrap_or_default()).to_owned();
    let of_all = |(so, ngay): &(u64, String)| TuNgoai {
        ten: ten.clone(),
        ngay_ban_hanh: ngay.clone(),
        so: Some(*so),
    };
    let tu_ngoai = viec.so.as_ref().map(of_all);
    load::tu_nguon(nguon, path, &loaded.fonts, tu_ngoai.as_ref())
}

/// The one sound document of a filled hồ sơ, or what is wrong with it.
pub fn van_ban<'h>(ho_so: &'h HoSo, ten: &'h str) -> Result<Sound<'h>, Vec<Diagnostic>> {
    let mut sound = ho_so.ket_qua.van_ban.iter().filter_map(|t| t.van_ban.as_ref());
    match (sound.next(), sound.next()) {
        (Some(van_ban), None) => {
            Ok(Sound { ten, van_ban, mau: &ho_so.mau, tep: ho_so.tep.iter().collect() })
        }
        (Some(_), Some(_)) => Err(vec![nhieu_van_ban(&ho_so.duong_dan)]),
        _ => Err(canh_bao(ho_so)),
    }
}

/// A trip's file makes two.
fn nhieu_van_ban(path: &Path) -> Diagnostic {
    let message =
        format!("{} làm ra nhiều văn bản; chỉ trộn được tệp của một văn bản", path.display());
    Diagnostic::error("wrong-use", message)
        .hint("chỉ ra tệp YAML của thư, giấy mời, quyết định cần trộn")
}

/// What is told of a filled hồ sơ besides what it makes.
pub fn canh_bao(ho_so: &HoSo) -> Vec<Diagnostic> {
    ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note()).cloned().collect()
}

/// The files of a row.
pub(super) fn compose(
    order: &Order,
    ho_so: &HoSo,
    ten: &str,
    folder: &Path,
) -> Result<DaSoan, Vec<Diagnostic>> {
    let sound = van_ban(ho_so, ten)?;
    let made = document::compose(order, &sound, folder)?;
    let canh_bao = canh_bao(ho_so).into_iter().chain(made.canh_bao).collect();
    Ok(DaSoan { tep: made.tep, canh_bao })
}
