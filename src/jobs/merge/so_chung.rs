//! One number for all papers of a merge: where there is a register, it must be one that is kept there.

use super::Tron;
use crate::diagnostic::Diagnostic;
use crate::jobs::build::{ho_so_tron, van_ban_tron};
use crate::jobs::load;
use crate::jobs::so_sach::noi_de_so;
use crate::model::Ngay;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, TrangThai};

impl Tron<'_> {
    /// Whether the number that all are to have may be printed on them.
    pub(super) fn xet_so_chung(&self) -> Result<(), Vec<Diagnostic>> {
        let (Some((so, ngay)), Some((dong, ten))) = (&self.so, self.hang().next()) else {
            return Ok(());
        };
        let ho_so = ho_so_tron(&self.nguon, &self.loaded, &self.request.tep, &self.viec(dong));
        // What is wrong with a row is told with all others.
        let Ok(sound) = van_ban_tron(&ho_so, ten) else { return Ok(()) };
        let Ok(ngay) = Ngay::parse(ngay) else { return Ok(()) };
        let (co_quan, loai) = (&sound.van_ban.co_quan, sound.van_ban.loai);
        let folder = load::thu_muc(&self.request.tep);
        let place = noi_de_so(self.request.so_sach.as_deref(), &folder, Some(co_quan));
        let kho = Kho::new(&place);
        if kho.chua_lap().map_err(|fault| vec![fault])? {
            return Ok(());
        }
        let day = Day::cua(co_quan, loai, ngay.nam());
        let doc = doc_so(&kho).map_err(|fault| vec![fault])?;
        match doc.cai.muc(&day, *so).map(|muc| muc.trang_thai) {
            Some(TrangThai::Giu) => Ok(()),
            Some(_) => doc.cai.giu_duoc(&day, *so, co_quan.danh_so.so_dau(day.nam)),
            None => Err(vec![chua_giu(*so, &day)]),
        }
    }
}

fn chua_giu(so: u64, day: &Day) -> Diagnostic {
    let message = format!("số {so:02} chưa giữ trong sổ ({day}), người khác có thể lấy mất");
    let loai = if day.loai.is_some() { " --loai LOAI" } else { "" };
    Diagnostic::error("number-not-kept", message)
        .hint(format!("giữ số trước rồi trộn: vanthu register reserve --nam {}{loai}", day.nam))
}
