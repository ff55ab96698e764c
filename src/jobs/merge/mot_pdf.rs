//! All papers as one PDF, for the printer.

use std::path::{Path, PathBuf};

use super::{Tron, VIEC};
use crate::compose::document::ThongTin;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::build::{MEMORY, ho_so_tron, van_ban_tron};
use crate::layout::trang::CacTrang;
use crate::machine::output::{self, Ready};
use crate::reading::source::ten_goc;
use crate::rules::soat::dat_cho;
use crate::writers::pdf;

use super::cac_dong::Dong;

impl Tron<'_> {
    /// The pages of a row's paper, and its properties.
    pub(super) fn cac_trang(
        &self,
        dong: &Dong,
        ten: &str,
        means: &Means,
    ) -> Result<(ThongTin, CacTrang), Vec<Diagnostic>> {
        let ho_so = ho_so_tron(&self.nguon, &self.loaded, &self.request.tep, &self.viec(dong));
        let sound = van_ban_tron(&ho_so, ten)?;
        let own = OwnTemplates { files: sound.mau, compiler: means.compiler };
        let fonts = &self.loaded.fonts;
        let placed = |found| dat_cho(found, sound.tep.iter().copied());
        let document = soan(sound.van_ban, fonts, Some(own)).map_err(placed)?;
        let pages = pdf::cac_trang(&document, fonts).map_err(placed)?;
        typst::comemo::evict(MEMORY);
        Ok((document.thong_tin, pages))
    }

    /// Writes the file; where it is.
    pub(super) fn mot_pdf(&self, folder: &Path, means: &Means) -> Result<PathBuf, Vec<Diagnostic>> {
        let (mut all, mut first) = (CacTrang::default(), None);
        means.progress.more(self.dong.len());
        for (dong, ten) in self.hang() {
            means.next(VIEC, ten, &self.request.tep).map_err(|left| vec![left])?;
            let (thong_tin, pages) = self.cac_trang(dong, ten, means)?;
            if self.request.hai_mat && all.trang.len() % 2 == 1 {
                all.them_trang_trong();
            }
            all.noi(pages);
            first.get_or_insert(thong_tin);
        }
        let stem = ten_goc(&self.request.tep.display().to_string()).to_owned();
        let path = folder.join(format!("{stem}-tat-ca.pdf"));
        let Some(first) = first else { return Ok(path) };
        means.progress.more(0);
        let bytes = pdf::mot_tep(&all, &first, &self.loaded.fonts)?;
        output::write_prepared(&[Ready { path: path.clone(), bytes }])
            .map_err(|fault| vec![fault])?;
        Ok(path)
    }
}
