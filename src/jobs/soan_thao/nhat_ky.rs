//! Nhật ký: every change of a field, in order, so that it can be undone, also by whoever opens the folder tomorrow.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::machine::output::Log;
use crate::reading::yaml::va::{Buoc, Cay};

/// The journal's file in the folder of the papers.
const TEP: &str = ".vanthu-nhat-ky";

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

/// What a line of the journal says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub enum Viec {
    #[default]
    Doi,
    /// The last change of that file that stands is taken back.
    Lui,
    /// The last one that was taken back is made again.
    Lai,
}

#[derive(Debug, Serialize, Deserialize)]
struct Dong {
    #[serde(default)]
    viec: Viec,
    #[serde(flatten)]
    thay_doi: ThayDoi,
}

/// The journal of a folder, which nobody else writes into meanwhile.
pub struct NhatKy {
    log: Log,
    dong: Vec<Dong>,
}

impl NhatKy {
    pub fn mo(thu_muc: &Path) -> Result<Self, Diagnostic> {
        let mut log = Log::hold(&thu_muc.join(TEP))?;
        // A line that can't be read any more has nothing to undo.
        let lines = log.lines()?;
        let dong = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Ok(Self { log, dong })
    }

    pub fn ghi(&mut self, viec: Viec, thay_doi: ThayDoi) -> Result<(), Diagnostic> {
        let dong = Dong { viec, thay_doi };
        let text = serde_json::to_string(&dong)
            .map_err(|_| Diagnostic::error("internal", "không viết được nhật ký"))?;
        self.log.add(&text)?;
        self.dong.push(dong);
        Ok(())
    }

    /// The changes of a file that stand, and those that were taken back, the last one last in both.
    pub fn cua(&self, cac_tep: &[String]) -> (Vec<&ThayDoi>, Vec<&ThayDoi>) {
        let (mut dung, mut lui): (Vec<&ThayDoi>, Vec<&ThayDoi>) = (Vec::new(), Vec::new());
        for Dong { viec, thay_doi } in
            self.dong.iter().filter(|d| cac_tep.contains(&d.thay_doi.tep))
        {
            match viec {
                Viec::Doi => {
                    dung.push(thay_doi);
                    lui.clear();
                }
                Viec::Lui => lui.extend(dung.pop()),
                Viec::Lai => dung.extend(lui.pop()),
            }
        }
        (dung, lui)
    }
}
