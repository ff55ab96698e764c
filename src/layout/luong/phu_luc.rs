//! Phụ lục (PL I, III.1): the head of an appendix and its text.

use super::{Dung, pt};
use crate::compose::document::PhuLuc;
use crate::compose::fonts::Face;
use crate::compose::goc::Dong;
use crate::layout::doan::Doan;
use crate::layout::khoi::{DoanKhoi, Khoi, OTrong, PhanTrang, Rieng};
use crate::layout::trang::Vai;

impl Dung<'_> {
    /// The section of an appendix; `rieng`: it is a file of its own, signed by the agency at its upper right
    /// corner (PL I, II.8.b).
    pub(super) fn phu_luc(&mut self, p: &PhuLuc, rieng: bool) -> PhanTrang {
        let nut = self.cau_truc.them(0, Vai::Phan);
        let mut phan = PhanTrang {
            ngang: p.ngang,
            khoi: Vec::new(),
            chan_dau: Vec::new(),
            rieng: Vec::new(),
            rieng_cuoi: Vec::new(),
            nut,
        };
        if rieng && self.chon.o_ky {
            phan.rieng.push(self.o_goc_phai(p.ngang, nut));
        }
        if let Some(mark) = &p.dau_goc {
            phan.rieng.push(self.dau_goc(mark, nut, p.ngang));
        }
        if let Some(head) = &p.dau_trang {
            self.dau_trang(head, nut, false, &mut phan);
        }
        self.dau_phu_luc(p, nut, &mut phan.khoi);
        self.than_bai(&p.than_bai, nut, &mut phan.khoi);
        phan
    }

    fn dau_phu_luc(&mut self, p: &PhuLuc, nut: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        // A text that a decision issues has agency and Quốc hiệu of its own (form 1.3).
        let (truoc, co) = match p.dau_trang {
            Some(_) => (t.tieu_de_cach_tren_pt, t.co_chu_ten_loai_pt),
            None => (0.0, t.co_chu_phu_luc_pt),
        };
        if !p.ten.is_empty() {
            let mau = Doan { truoc, ..Doan::moi(co).giua().kep() };
            let doan = self.dong_san(nut, mau, Face::Bold, std::slice::from_ref(&p.ten));
            let muc_luc = Some((1, p.ten.clone()));
            out.push(Khoi::Doan(Box::new(DoanKhoi { doan, muc_luc, cho_trong: Vec::new() })));
        }
        let co = t.co_chu_trich_yeu_pt;
        let reference: Vec<Dong> = p.kem_theo.iter().cloned().map(Dong::from).collect();
        for (lines, kieu) in [(&p.tieu_de, Face::Bold), (&reference, Face::Italic)] {
            if lines.iter().any(|line| !line.is_empty()) {
                let mau = Doan::moi(co).giua().kep();
                out.push(Khoi::doan(self.dong_san(nut, mau, kieu, lines)));
            }
        }
        self.duoi_ten(p.gach_mm, nut, out);
    }

    /// The agency's field in the top margin, for two lines of 10 pt.
    fn o_goc_phai(&mut self, ngang: bool, cha: usize) -> Rieng {
        let t = self.t;
        let (rong, cao) = (pt(t.o_goc_phai_rong_mm), pt(t.o_goc_phai_cao_mm));
        let la = self.o_dien(cha);
        Rieng {
            x: pt(t.le_trai_mm) + self.rong_chu(ngang) - rong,
            y: pt(t.o_goc_phai_cach_mep_mm),
            rong,
            khoi: Khoi::O(OTrong { ten: "co_quan".to_owned(), la, x: 0.0, y: 0.0, rong, cao }),
        }
    }
}
