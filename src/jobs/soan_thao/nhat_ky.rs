//! Nhật ký: every change of a field, in order, so that it can be undone, also by whoever opens the folder tomorrow.
//!
//! Letters that are typed one after the other are one step to undo. The journal is bounded: the oldest steps are
//! forgotten, never a paper.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::da_doi::DaDoi;
use crate::diagnostic::Diagnostic;
use crate::machine::output::Log;
use crate::reading::yaml::va::{Buoc, Cay};

/// The journal's file in the folder of the papers.
const TEP: &str = ".vanthu-nhat-ky";

/// A journal longer than this forgets its oldest steps; some thousand are left.
const DAI_NHAT: u64 = 512 * 1024;
const CON_LAI: u64 = 256 * 1024;

/// A change of a field: of which file, what it was, what it became.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThayDoi {
    /// The name of the file in the folder.
    pub tep: String,
    /// The field; none for all of a file that is one text.
    pub duong: Vec<Buoc>,
    pub cu: Cay,
    pub moi: Cay,
}

impl ThayDoi {
    /// With letters and marks together: some keyboards and some Word files have them apart.
    pub fn nfc(self) -> Self {
        Self { cu: self.cu.nfc(), moi: self.moi.nfc(), ..self }
    }
}

/// What a line of the journal says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub enum Viec {
    #[default]
    Doi,
    /// The last step of that file that stands is taken back.
    Lui,
    /// The last one that was taken back is made again.
    Lai,
}

#[derive(Debug, Serialize, Deserialize)]
struct Dong {
    #[serde(default)]
    viec: Viec,
    /// The step before goes on with this change.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    noi: bool,
    #[serde(flatten)]
    da_doi: DaDoi,
}

/// Changes that are undone together, the first first.
pub type MotBuoc<'n> = Vec<&'n DaDoi>;

/// The journal of a folder, which nobody else writes into meanwhile.
pub struct NhatKy {
    log: Log,
    dong: Vec<Dong>,
}

impl NhatKy {
    pub fn mo(thu_muc: &Path) -> Result<Self, Diagnostic> {
        let mut log = Log::hold(&thu_muc.join(TEP))?;
        log.shorten(DAI_NHAT, CON_LAI)?;
        // A line that can't be read any more has nothing to undo.
        let lines = log.lines()?;
        let dong = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Ok(Self { log, dong })
    }

    /// Remembers a change; `noi` says that it goes on with the one before.
    pub fn ghi(&mut self, viec: Viec, noi: bool, da_doi: DaDoi) -> Result<(), Diagnostic> {
        let dong = Dong { viec, noi, da_doi };
        let text = serde_json::to_string(&dong)
            .map_err(|_| Diagnostic::error("internal", "không viết được nhật ký"))?;
        self.log.add(&text)?;
        self.dong.push(dong);
        Ok(())
    }

    /// Whether a field's key was put into its file by what stands in the journal.
    pub fn da_them(&self, tep: &str, duong: &[Buoc]) -> bool {
        let (dung, _) = self.cua(&[tep.to_owned()]);
        let own = |d: &&&DaDoi| d.tep == tep && d.duong == duong;
        // What fills it after it was emptied is another beginning.
        dung.iter().flatten().filter(own).rev().find(|d| d.tu_trong()).is_some_and(|d| d.khoa_moi())
    }

    /// The steps of some files that stand, and those that were taken back, the last one last in both.
    pub fn cua(&self, cac_tep: &[String]) -> (Vec<MotBuoc<'_>>, Vec<MotBuoc<'_>>) {
        let (mut dung, mut lui): (Vec<MotBuoc>, Vec<MotBuoc>) = (Vec::new(), Vec::new());
        for Dong { viec, noi, da_doi } in
            self.dong.iter().filter(|d| cac_tep.contains(&d.da_doi.tep))
        {
            match viec {
                Viec::Doi => {
                    let truoc = dung.last_mut().filter(|buoc| {
                        *noi && lui.is_empty() && buoc.iter().all(|own| own.cung_cho(da_doi))
                    });
                    match truoc {
                        Some(buoc) => buoc.push(da_doi),
                        None => dung.push(vec![da_doi]),
                    }
                    lui.clear();
                }
                Viec::Lui => lui.extend(dung.pop()),
                Viec::Lai => dung.extend(lui.pop()),
            }
        }
        (dung, lui)
    }
}
