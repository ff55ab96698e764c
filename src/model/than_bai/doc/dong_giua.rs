//! `QUYẾT ĐỊNH:` alone on a line of a pasted body: it stands in the middle of the page, in capitals and bold (forms
//! 1.1 and 1.2 of PL III).

use super::{NguoiDoc, bo_dam};
use crate::model::than_bai::Khoi;

/// What a resolution and a decision say before their articles.
const DONG_GIUA: &[&str] = &["QUYẾT NGHỊ", "QUYẾT ĐỊNH"];

impl NguoiDoc<'_> {
    /// False if the line is an ordinary one.
    pub(super) fn dong_giua(&mut self, line: &str) -> bool {
        let bare = bo_dam(line);
        let words = bare.strip_suffix(':').map_or("", str::trim_end);
        if !DONG_GIUA.contains(&words) {
            return false;
        }
        self.dong_khoi();
        let chu = self.chu(bare);
        self.ra.khoi.push(Khoi::DongGiua(chu));
        true
    }
}
