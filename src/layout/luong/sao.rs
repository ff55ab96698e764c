//! Bản sao on paper (PL I, phần II; form 3.1 of PL III): the copy's own lines under a rule across the text.

use super::Dung;
use super::dau_trang::hang;
use crate::compose::document::BanSao;
use crate::compose::fonts::Face;
use crate::layout::doan::Doan;
use crate::layout::khoi::Khoi;

impl Dung<'_> {
    pub(super) fn ban_sao(&mut self, s: &BanSao, rong: f64, cha: usize) -> Vec<Khoi> {
        let t = self.t;
        let phai = (rong * t.dau_trang_cot_phai_mm / t.rong_chu_mm() * 20.0).round() / 20.0;
        let cot = (rong - phai, phai);
        let mut out = vec![Khoi::Trong(t.cuoi_trang_cach_tren_pt - t.doan_dau_pt, true)];
        out.push(self.gach(rong, 0.0));
        let left = self.co_quan(&s.dau_trang, cot.0, cha);
        let mau = Doan::moi(t.co_chu_sao_pt).giua();
        let right = self.dong_san(cha, mau, Face::Bold, std::slice::from_ref(&s.chu));
        out.push(hang(cot, left, vec![Khoi::doan(right)], false));
        let (so, ngay) = self.so_va_ngay(&s.dau_trang, cha, false);
        out.push(hang(cot, vec![so], vec![ngay], true));
        out.push(Khoi::Trong(t.doan_dau_pt, true));
        for khoi in &mut out {
            match khoi {
                Khoi::Gach(gach) => gach.giu_voi_sau = true,
                Khoi::Cot(cot) => cot.giu_voi_sau = true,
                _ => {}
            }
        }
        out.extend(self.cuoi_trang(&s.cuoi_trang, rong, 0.0, cha, false));
        out
    }
}
