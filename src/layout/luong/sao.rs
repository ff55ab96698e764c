//! Bản sao on paper (PL I, phần II; form 3.1 of PL III): the copy's own lines under a rule across the text.

use super::Dung;
use super::dau_trang::hang;
use super::pt;
use crate::compose::document::{BanSao, ConDauIn};
use crate::compose::fonts::Face;
use crate::layout::doan::{Doan, Manh};
use crate::layout::khoi::{ConDau, Cot, HangCot, Khoi, OTrong, Rieng};
use crate::layout::trang::Mau;

impl Dung<'_> {
    pub(super) fn ban_sao(&mut self, s: &BanSao, rong: f64, cha: usize) -> Vec<Khoi> {
        let t = self.t;
        if let Some(con_dau) = &s.con_dau {
            return self.sao_co_dau(s, con_dau, rong, cha);
        }
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

    /// The fields of who copies electronically and of his office, side by side in the top margin of the first page
    /// (HD 05, III.3.2 and III.3.3).
    pub(super) fn o_ky_sao(&mut self, cha: usize) -> [Rieng; 2] {
        let t = self.t;
        let (rong, cao) = (pt(t.o_goc_phai_rong_mm), pt(t.o_goc_phai_cao_mm));
        let right = pt(t.le_trai_mm) + self.rong_chu(false);
        ["nguoi_ky", "co_quan"].map(|ten| {
            let so = if ten == "co_quan" { 1.0 } else { 2.0 };
            let la = self.o_dien(cha);
            let khoi = Khoi::O(OTrong { ten: ten.to_owned(), la, x: 0.0, y: 0.0, rong, cao });
            Rieng { x: right - so * rong, y: pt(t.o_goc_phai_cach_mep_mm), rong, khoi }
        })
    }

    /// Under the rule the stamp at the left, beside it who signs the copy (HD 05, PL 3).
    fn sao_co_dau(&mut self, s: &BanSao, d: &ConDauIn, rong: f64, cha: usize) -> Vec<Khoi> {
        let t = self.t;
        let mut out = vec![Khoi::Trong(t.cuoi_trang_cach_tren_pt - t.doan_dau_pt, true)];
        out.push(self.gach(rong, 0.0));
        if let Some(Khoi::Gach(gach)) = out.last_mut() {
            gach.giu_voi_sau = true;
        }
        let trai = pt(t.con_dau_rong_mm + t.con_dau_cach_mm);
        let phai = rong - trai;
        let dau = self.con_dau(d, cha);
        let ky = s.cuoi_trang.nguoi_ky.first();
        let ky = ky.map(|n| self.nguoi_ky(&s.cuoi_trang, n, phai, cha, false)).unwrap_or_default();
        let cot = |rong, khoi| Cot { rong, khoi, day: false };
        let trong = Khoi::Trong(t.doan_dau_pt, false);
        out.push(Khoi::Cot(HangCot {
            cot: vec![cot(trai, vec![dau, trong]), cot(phai, ky)],
            tren: t.cuoi_trang_cach_tren_pt,
            giu_voi_sau: true,
        }));
        out
    }

    fn con_dau(&mut self, d: &ConDauIn, cha: usize) -> Khoi {
        let t = self.t;
        let title = Doan::moi(t.co_chu_con_dau_pt).giua();
        let mut lines = vec![self.dong_san(cha, title, Face::Bold, &[&d.tieu_de])];
        for line in &d.dong {
            let mau = Doan { tren: t.con_dau_cach_dong_pt, ..Doan::moi(t.co_chu_dong_con_dau_pt) };
            lines.push(self.dong_san(cha, mau, Face::Regular, &[line]));
        }
        for manh in lines.iter_mut().flat_map(|line| &mut line.manh) {
            if let Manh::Chu(chu) = manh {
                chu.mau = Mau::Do;
            }
        }
        Khoi::ConDau(Box::new(ConDau {
            rong: pt(t.con_dau_rong_mm),
            cao: pt(t.con_dau_cao_mm),
            day: t.net_gach_pt,
            mau: Mau::Do,
            dem: (pt(t.o_cach_mm), t.o_cach_doc_pt),
            khoi: lines.into_iter().map(Khoi::doan).collect(),
        }))
    }
}
