//! Xem: what a list would make of a paper, and any row as it will be, for whoever looks before anything is made.

use serde::{Deserialize, Serialize};

use super::{MergeRequest, Tron, doc};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome};
use crate::writers::svg::svg_trong_trang;

/// What would come of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct XemTron {
    /// The columns that are used: as the paper has each, as the list has it.
    pub cot: Vec<(String, String)>,
    /// The heads that nobody uses.
    pub thua: Vec<String>,
    pub ghi_chu: Vec<String>,
    /// What would be done, in sentences.
    pub se_lam: Vec<String>,
    pub so_dong: usize,
    /// Whether every row can be made.
    pub duoc: bool,
    /// The first row.
    pub dong: XemDong,
}

/// A row as it will be; its pages come beside.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct XemDong {
    /// Its place among the rows that are merged, from 0, and how many those are.
    pub thu: usize,
    pub tong: usize,
    /// As Excel counts it.
    pub so: usize,
    /// The name of its files, without ending.
    pub ten: String,
    pub gia_tri: Vec<(String, String)>,
    /// Why it can't be made.
    pub loi: Vec<Diagnostic>,
}

/// Looks at all rows, and at the first as it will be; nothing is written.
pub fn xem(
    request: &MergeRequest,
    means: &Means,
) -> (Option<XemTron>, Vec<String>, Vec<Diagnostic>) {
    let mut outcome = Outcome::default();
    let seen = doc(request, means, &mut outcome).and_then(|tron| {
        let duoc = tron.kiem_het(means, &mut outcome)?;
        let (dong, pages) = tron.mot_dong(0, means);
        let se_lam = if duoc { tron.se_lam() } else { Vec::new() };
        let ghi_chu = std::mem::take(&mut outcome.notes);
        let Tron { cot, thua, dong: rows, .. } = tron;
        Ok((XemTron { cot, thua, ghi_chu, se_lam, so_dong: rows.len(), duoc, dong }, pages))
    });
    match seen {
        Ok((seen, pages)) => (Some(seen), pages, outcome.diagnostics),
        Err(faults) => {
            outcome.diagnostics.extend(faults);
            (None, Vec::new(), outcome.diagnostics)
        }
    }
}

/// Looks at one row.
pub fn xem_dong(
    request: &MergeRequest,
    thu: usize,
    means: &Means,
) -> (Option<XemDong>, Vec<String>, Vec<Diagnostic>) {
    match doc(request, means, &mut Outcome::default()) {
        Ok(tron) => {
            let (dong, pages) = tron.mot_dong(thu, means);
            (Some(dong), pages, Vec::new())
        }
        Err(faults) => (None, Vec::new(), faults),
    }
}

impl Tron<'_> {
    fn mot_dong(&self, thu: usize, means: &Means) -> (XemDong, Vec<String>) {
        let tong = self.dong.len();
        let thu = thu.min(tong.saturating_sub(1));
        let Some((dong, ten)) = self.hang().nth(thu) else {
            return (XemDong { tong, ..XemDong::default() }, Vec::new());
        };
        let made = self.cac_trang(dong, ten, means);
        let svg = |page| svg_trong_trang(page, &self.loaded.fonts).0;
        let (pages, loi) = match made {
            Ok((_, pages)) => (pages.trang.iter().map(svg).collect(), Vec::new()),
            Err(loi) => (Vec::new(), loi),
        };
        let gia_tri = dong.dong.o.clone();
        (XemDong { thu, tong, so: dong.so, ten: ten.to_owned(), gia_tri, loi }, pages)
    }
}
