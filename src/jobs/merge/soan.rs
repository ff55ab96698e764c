//! Drafts, or papers of one number: worker processes make them beside their place, and all take their names together.

use super::da_lam::{self, DaLam, TinhTrang};
use super::gop_loi::GopLoi;
use super::{Tron, dung};
use crate::diagnostic::Diagnostic;
use crate::jobs::build::{self, BuildRequest, ViecTron};
use crate::jobs::make::{Format, Wanted};
use crate::jobs::{Means, Outcome};
use crate::machine::output;

/// So many are made before it is written down which are.
const MOT_MACH: usize = 500;

/// A row on its way: which of the list, the key of what it is made of.
type Cho<'t> = (usize, &'t str, String);

impl Tron<'_> {
    pub(super) fn soan(&self, means: &Means, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        self.xet_so_chung(means)?;
        let folder = self.thu_muc();
        output::prepare(&folder).map_err(one)?;
        let mut da_lam = DaLam::mo(&folder);
        self.khong_de_len(&da_lam)?;
        output::prepare_inside(&da_lam.cho()).map_err(one)?;
        let chung = da_lam::chung(&self.nguon, &self.loaded.mau, self.request);
        let (mut left, mut xong, mut cho): (Vec<Cho>, usize, usize) = (Vec::new(), 0, 0);
        for (at, (dong, ten)) in self.hang().enumerate() {
            let khoa = da_lam::khoa(&chung, &self.viec(dong));
            match da_lam.tinh_trang(ten, &khoa, &self.duoi()) {
                TinhTrang::Chua => left.push((at, ten, khoa)),
                TinhTrang::Cho => cho = cho.saturating_add(1),
                TinhTrang::Xong => xong = xong.saturating_add(1),
            }
        }
        if cho > 0 {
            outcome.notes.push(format!("{cho} bản đã soạn ở lần trộn bị dừng, dùng tiếp"));
        }
        self.lam(left, &mut da_lam, means, outcome)?;
        for (_, ten) in self.hang() {
            outcome.made.extend(da_lam.nhan(ten, &self.duoi()).map_err(one)?);
        }
        output::remove_own(&da_lam.cho());
        if xong > 0 {
            outcome
                .notes
                .push(format!("{xong} bản đã có từ lần trộn trước, còn nguyên nên giữ lại"));
        }
        if self.request.mot_pdf {
            outcome.made.push(self.mot_pdf(&folder, means)?);
        }
        let count = self.dong.len();
        outcome.notes.push(format!("đã trộn {count} bản vào {}", folder.display()));
        Ok(())
    }

    fn duoi(&self) -> Vec<&'static str> {
        let ending = |format: &Format| match format {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        };
        self.request.formats.iter().map(ending).collect()
    }

    /// What somebody edited, or put there, is not written over.
    fn khong_de_len(&self, da_lam: &DaLam) -> Result<(), Vec<Diagnostic>> {
        let found = self.hang().filter_map(|(_, ten)| da_lam.la(ten, &self.duoi()));
        let found: Vec<String> = found.map(|path| path.display().to_string()).collect();
        let Some(first) = found.first() else { return Ok(()) };
        let more = found.len().saturating_sub(1);
        let others = if more > 0 { format!(" và {more} tệp nữa") } else { String::new() };
        let message = format!(
            "đã có {first}{others}, không phải do lần trộn trước ghi hoặc đã bị sửa sau đó; không ghi đè"
        );
        Err(vec![
            Diagnostic::error("already-there", message)
                .hint("chọn thư mục khác bằng -o, hoặc tự xoá các tệp ấy rồi trộn lại"),
        ])
    }

    /// Makes what is left, and writes down what is made.
    fn lam(
        &self,
        left: Vec<Cho>,
        da_lam: &mut DaLam,
        means: &Means,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let request = self.cho_tho(da_lam);
        means.progress.more(left.len());
        let (mut gop, mut dung_lai) = (GopLoi::default(), 0usize);
        for part in left.chunks(MOT_MACH) {
            let row =
                |(at, ten, _): &Cho| Some(((*ten).to_owned(), self.viec(self.dong.get(*at)?)));
            let rows: Vec<(String, ViecTron)> = part.iter().filter_map(row).collect();
            for ((at, ten, khoa), done) in part.iter().zip(build::tron(&request, &rows, means)) {
                dung_lai = dung_lai.saturating_add(usize::from(done.con_lai));
                let so = self.dong.get(*at).map_or(0, |dong| dong.so);
                // A paper with an error has no files.
                if !done.made.is_empty() {
                    da_lam.them(ten, khoa, &done.made);
                }
                gop.them(so, done.diagnostics);
            }
            da_lam.ghi().map_err(|fault| vec![fault])?;
        }
        let failed = gop.co_loi();
        outcome.diagnostics.extend(gop.noi(self.dong.len()));
        if dung_lai > 0 {
            return Err(vec![dung(dung_lai, &self.request.tep)]);
        }
        if failed {
            output::remove_own(&da_lam.cho());
            outcome.notes.push("chưa ghi bản nào; sửa các lỗi trên rồi trộn lại".to_owned());
            return Err(Vec::new());
        }
        Ok(())
    }

    fn cho_tho(&self, da_lam: &DaLam) -> BuildRequest {
        let wanted = Wanted {
            folder: Some(da_lam.cho()),
            formats: self.request.formats.clone(),
            ..Wanted::default()
        };
        BuildRequest {
            ho_so: vec![self.request.tep.clone()],
            jobs: self.request.jobs,
            wanted,
            shared: self.request.shared.clone(),
        }
    }
}
