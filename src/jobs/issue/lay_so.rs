//! The number that a draft may take, by what the register says now.

use super::PhatHanh;
use super::ban_thao::dung_neu_chan;
use super::vao_so::{chua_phat_hanh, quan_he, trung_trich_yeu};
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::nhiem_ky::{MucDo, trai_nhiem_ky};
use crate::jobs::so_sach::{SoMo, day_cua};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::da_co;
use crate::records::so_dang_ky::{Day, Dong, Muc, QuanHe, SoHieu};

/// A number that may be taken, where its document will stand, and what that does to others.
pub struct SoMoi {
    pub day: Day,
    pub so_hieu: SoHieu,
    pub dich: String,
    /// The line that opens a series in the middle of a year.
    pub mo_day: Option<Dong>,
    pub quan_he: Vec<QuanHe>,
}

/// The number that was asked for, or else the next one of its series.
pub fn lay_so(
    viec: &PhatHanh,
    so_mo: &SoMo,
    outcome: &mut Outcome,
) -> Result<SoMoi, Vec<Diagnostic>> {
    let ban_thao = viec.ban_thao;
    chua_phat_hanh(&so_mo.cai, ban_thao, outcome)?;
    let van_ban = &ban_thao.van_ban;
    let day =
        day_cua(&van_ban.co_quan, van_ban.loai, ban_thao.ngay).map_err(|fault| vec![fault])?;
    let dau = day.so_dau(&van_ban.co_quan);
    let offices = std::slice::from_ref(&van_ban.co_quan);
    let own = |muc: &Muc| muc.dong.day == day;
    let moved = trai_nhiem_ky(&so_mo.cai, offices, &own, MucDo::CanhBao);
    outcome.diagnostics.extend(moved);
    let so = ban_thao.so.unwrap_or_else(|| so_mo.cai.so_ke_tiep(&day, dau));
    so_mo.cai.phat_hanh_duoc(&day, so, ban_thao.ngay, dau)?;
    let so_hieu = SoHieu { so, ky_hieu: van_ban.so_ky_hieu.ky_hieu().to_owned() };
    so_mo.cai.mot_day(&day, &so_hieu.ky_hieu).map_err(|fault| vec![fault])?;
    let dich = dich(&day, &so_hieu);
    if so_mo.kho.co(&dich) {
        return Err(vec![da_co(&so_mo.kho.duong_dan(&dich))]);
    }
    let mo_day = so_mo.cai.mo_day(&day, dau);
    let quan_he = quan_he(viec.request, &so_mo.cai, ban_thao, outcome)?;
    let trung = trung_trich_yeu(viec, &so_mo.cai, (&day, &so_hieu), &quan_he);
    outcome.diagnostics.extend(trung);
    dung_neu_chan(viec.request, outcome)?;
    Ok(SoMoi { day, so_hieu, dich, mo_day, quan_he })
}
