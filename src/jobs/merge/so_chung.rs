//! One number for all papers of a merge: where there is a register, it must be one that is kept there, or it is kept now.

use super::{SoCua, Tron};
use crate::diagnostic::Diagnostic;
use crate::jobs::build::{ho_so_tron, van_ban_tron};
use crate::jobs::register::{ReserveRequest, giu_so};
use crate::jobs::so_da_biet::con_do;
use crate::jobs::so_sach::{RegisterPlace, day_cua, noi_de_so};
use crate::jobs::{Means, Outcome, load};
use crate::model::{Ngay, VanBan};
use crate::reading::source::ten_tep;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, SoCai, TrangThai};

/// Where the papers are numbered.
struct NoiLaySo {
    kho: Kho,
    day: Day,
    /// Where the office begins the series.
    dau: u64,
    /// The kind, where the office counts each by itself.
    loai: Option<String>,
}

impl Tron<'_> {
    /// Where the first paper is numbered; an office that has not said its term is told. None for a row that can't be made: what is wrong with it is told with all
    /// others.
    fn noi_lay_so(&self, ngay: Ngay) -> Result<Option<NoiLaySo>, Vec<Diagnostic>> {
        let Some((dong, ten)) = self.hang().next() else { return Ok(None) };
        let ho_so = ho_so_tron(&self.nguon, &self.loaded, &self.request.tep, &self.viec(dong));
        let Ok(made) = van_ban_tron(&ho_so, ten) else { return Ok(None) };
        let VanBan { co_quan, loai, .. } = made.van_ban;
        let folder = load::thu_muc(&self.request.tep);
        let place = noi_de_so(self.request.so_sach.as_deref(), &folder, Some(co_quan));
        let day = day_cua(co_quan, *loai, ngay).map_err(|fault| vec![fault])?;
        let loai = day.loai.as_ref().map(|_| loai.khoa().to_owned());
        Ok(Some(NoiLaySo { kho: Kho::new(&place), dau: day.so_dau(co_quan), day, loai }))
    }

    /// Whether the number that all are to have may be printed on them.
    pub(super) fn xet_so_chung(&self, means: &Means) -> Result<(), Vec<Diagnostic>> {
        let SoCua::Chung(_) = &self.request.so else { return Ok(()) };
        let Some((so, ngay)) = &self.so else { return Ok(()) };
        let Ok(ngay) = Ngay::parse(ngay) else { return Ok(()) };
        let Some(noi) = self.noi_lay_so(ngay)? else { return Ok(()) };
        con_do(&noi.kho, means).map_err(|fault| vec![fault])?;
        if noi.kho.chua_lap().map_err(|fault| vec![fault])? {
            return Ok(());
        }
        let doc = doc_so(&noi.kho).map_err(|fault| vec![fault])?;
        match doc.cai.muc(&noi.day, *so).map(|muc| muc.trang_thai) {
            Some(TrangThai::Giu) => Ok(()),
            Some(_) => doc.cai.giu_duoc(&noi.day, *so, noi.dau),
            None => Err(vec![chua_giu(*so, &noi, &doc.cai)]),
        }
    }

    /// The number that comes next, and its day, for whoever looks: it is nobody's yet.
    pub(super) fn so_ke_tiep(
        &self,
        means: &Means,
    ) -> Result<Option<(u64, String)>, Vec<Diagnostic>> {
        let Some(ngay) = self.request.date.as_deref().and_then(|date| Ngay::parse(date).ok())
        else {
            return Ok(None);
        };
        let Some(noi) = self.noi_lay_so(ngay)? else { return Ok(None) };
        con_do(&noi.kho, means).map_err(|fault| vec![fault])?;
        let so = match noi.kho.chua_lap().map_err(|fault| vec![fault])? {
            true => noi.dau,
            false => {
                let doc = doc_so(&noi.kho).map_err(|fault| vec![fault])?;
                doc.cai.so_ke_tiep(&noi.day, noi.dau)
            }
        };
        Ok(Some((so, ngay.to_string())))
    }

    /// Keeps the next number once every row can be made; whoever is stopped then goes on with the number that was kept.
    pub(super) fn giu_so_roi_soan(
        &mut self,
        means: &Means,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let told = outcome.diagnostics.len();
        if !self.kiem_het(means, outcome)? {
            return Ok(());
        }
        // What all rows say is told again, and once, when they are made.
        outcome.diagnostics.truncate(told);
        let ngay = self.so.take().and_then(|(_, ngay)| Ngay::parse(&ngay).ok());
        let Some(ngay) = ngay else { return Ok(()) };
        let Some(noi) = self.noi_lay_so(ngay)? else { return Ok(()) };
        let request = self.giu(noi);
        let so = giu_so(&request, means, outcome)?;
        outcome.lines.pop();
        outcome.notes.push(format!(
            "số {so:02} nay giữ trong sổ cho lần trộn này; bị dừng giữa chừng thì chạy tiếp với --number {so}"
        ));
        self.so = Some((so, ngay.to_string()));
        self.soan(means, outcome)
    }

    fn giu(&self, noi: NoiLaySo) -> ReserveRequest {
        let named = |path: &std::path::Path| ten_tep(&path.display().to_string()).to_owned();
        let (tep, list) = (named(&self.request.tep), named(&self.request.danh_sach));
        ReserveRequest {
            nam: noi.day.ky,
            number: None,
            loai: noi.loai,
            co_quan: Some(noi.day.co_quan),
            ghi_chu: Some(format!("trộn {tep} với {list}")),
            place: RegisterPlace {
                so_sach: self.request.so_sach.clone(),
                ho_so: Some(load::thu_muc(&self.request.tep)),
                bounds: self.request.shared.bounds(),
                ..RegisterPlace::default()
            },
        }
    }
}

/// The number can be kept now, or another comes next.
fn chua_giu(so: u64, noi: &NoiLaySo, cai: &SoCai) -> Diagnostic {
    let NoiLaySo { day, dau, loai, .. } = noi;
    let message = format!("số {so:02} chưa giữ trong sổ ({day}), người khác có thể lấy mất");
    let loai = loai.as_ref().map(|loai| format!(" --loai {loai}")).unwrap_or_default();
    let found = Diagnostic::error("number-not-kept", message);
    if cai.giu_duoc(day, so, *dau).is_ok() {
        return found.hint(format!(
            "giữ số trước rồi trộn: vanthu register reserve --nam {}{loai} --number {so}",
            day.ky
        ));
    }
    let next = cai.so_ke_tiep(day, *dau);
    found.hint(format!("số kế tiếp của sổ là {next:02}: trộn với số ấy bằng --number next"))
}
