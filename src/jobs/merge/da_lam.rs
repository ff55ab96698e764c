//! What earlier runs have made: by what each file was made of and by its bytes, not by its name, so that a run goes on
//! where another was stopped, and nobody's edits are written over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::request::MergeRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::build::ViecTron;
use crate::machine::output::{self, Ready};
use crate::model::PHIEN_BAN;
use crate::reading::source::{self, HoSoNguon, MauRieng};
use crate::records::chuyen_phat::sha256;

/// The record, in the folder of the results.
const TEP: &str = ".vanthu-tron.json";
/// Where files wait until all are made.
const CHO: &str = ".vanthu-tron";
/// The largest record, and the largest file that is looked at, in MiB.
const CO_MIB: u64 = 100;

/// A row that was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct MotDong {
    /// What it was made of.
    khoa: String,
    /// The digests of its files by their names, the newest first.
    tep: BTreeMap<String, Vec<String>>,
}

/// The record of a folder.
pub(super) struct DaLam {
    folder: PathBuf,
    dong: BTreeMap<String, MotDong>,
}

/// How far a row has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TinhTrang {
    Chua,
    /// Made, and waiting beside.
    Cho,
    Xong,
}

impl DaLam {
    pub(super) fn mo(folder: &Path) -> Self {
        let read = source::read_cua_minh(&folder.join(TEP), CO_MIB).ok().flatten();
        let dong = read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { folder: folder.to_owned(), dong }
    }

    /// Where files wait until all are made.
    pub(super) fn cho(&self) -> PathBuf {
        self.folder.join(CHO)
    }

    /// How far the row has come whose files are called `ten`.
    pub(super) fn tinh_trang(&self, ten: &str, khoa: &str, duoi: &[&str]) -> TinhTrang {
        let Some(row) = self.dong.get(ten).filter(|row| row.khoa == khoa) else {
            return TinhTrang::Chua;
        };
        let newest = |folder: &Path, tep: &str| {
            let wanted = row.tep.get(tep).and_then(|all| all.first());
            wanted.is_some() && dau(&folder.join(tep)).as_ref() == wanted
        };
        let names: Vec<String> = duoi.iter().map(|duoi| format!("{ten}.{duoi}")).collect();
        if names.iter().all(|tep| newest(&self.folder, tep)) {
            return TinhTrang::Xong;
        }
        let cho = self.cho();
        let either = |tep: &String| newest(&cho, tep) || newest(&self.folder, tep);
        if names.iter().all(either) { TinhTrang::Cho } else { TinhTrang::Chua }
    }

    /// A file in the place of a result that no run has written, or that was edited since.
    pub(super) fn la(&self, ten: &str, duoi: &[&str]) -> Option<PathBuf> {
        let of_ours = |tep: &str, dau: &String| {
            self.dong.get(ten).and_then(|row| row.tep.get(tep)).is_some_and(|all| all.contains(dau))
        };
        let names = duoi.iter().map(|duoi| format!("{ten}.{duoi}"));
        names.map(|tep| (self.folder.join(&tep), tep)).find_map(|(path, tep)| {
            let there = output::is_there(&path);
            let ours = dau(&path).is_some_and(|dau| of_ours(&tep, &dau));
            (there && !ours).then_some(path)
        })
    }

    /// A row is made: its files wait beside.
    pub(super) fn them(&mut self, ten: &str, khoa: &str, made: &[PathBuf]) {
        let row = self.dong.entry(ten.to_owned()).or_default();
        khoa.clone_into(&mut row.khoa);
        for path in made {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            if let (Some(name), Some(dau)) = (name, dau(path)) {
                let all = row.tep.entry(name).or_default();
                all.retain(|old| *old != dau);
                all.insert(0, dau);
                all.truncate(2);
            }
        }
    }

    /// Writes the record.
    pub(super) fn ghi(&self) -> Result<(), Diagnostic> {
        let bytes = serde_json::to_vec(&self.dong).unwrap_or_default();
        output::write_prepared(&[Ready { path: self.folder.join(TEP), bytes }])
    }

    /// The files of a row take their places; which they are.
    pub(super) fn nhan(&self, ten: &str, duoi: &[&str]) -> Result<Vec<PathBuf>, Diagnostic> {
        let mut out = Vec::new();
        for name in duoi.iter().map(|duoi| format!("{ten}.{duoi}")) {
            let (from, to) = (self.cho().join(&name), self.folder.join(&name));
            if output::is_there(&from) {
                output::take_over(&from, &to)?;
            }
            out.push(to);
        }
        Ok(out)
    }
}

/// The digest of a file's bytes.
fn dau(path: &Path) -> Option<String> {
    source::read_cua_minh(path, CO_MIB).ok().flatten().map(|bytes| sha256(&bytes))
}

/// What the papers of a run are made of besides their rows.
pub(super) fn chung(nguon: &HoSoNguon, mau: &MauRieng, request: &MergeRequest) -> String {
    let texts = nguon.tep.iter().chain(&nguon.md).map(|tep| (&tep.ten, &tep.text));
    let texts: Vec<_> = texts.collect();
    let pictures =
        nguon.anh.iter().filter_map(|(ten, tep)| Some((ten, sha256(&tep.as_ref().ok()?.bytes))));
    let pictures: Vec<_> = pictures.collect();
    let own = |mau: &MauRieng| -> Vec<(String, Option<String>)> {
        mau.tep.iter().map(|(path, tep)| (path.clone(), tep.text.clone())).collect()
    };
    let all = (PHIEN_BAN, texts, pictures, own(&nguon.mau), own(mau), &request.shared.fonts);
    sha256(&serde_json::to_vec(&all).unwrap_or_default())
}

/// What a row's paper is made of.
pub(super) fn khoa(chung: &str, viec: &ViecTron) -> String {
    sha256(&serde_json::to_vec(&(chung, viec)).unwrap_or_default())
}
