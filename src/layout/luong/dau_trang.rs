//! Đầu trang: ô số 1–5b, 10a, 10b, 11, 14 (PL I, II.1–II.5.b; III.2), and the address of ô số 13.

use super::{Dung, pt};
use crate::compose::document::{DauTrang, Khung as KhungChu};
use crate::compose::fonts::Face;
use crate::compose::goc::Dong;
use crate::layout::doan::{Canh, CaoDong, Doan};
use crate::layout::khoi::{ChoTrong, Cot, Gach, HangCot, Khoi, Khung, PhanTrang, Rieng};
use crate::layout::trang::Mau;
use crate::model::trinh_bay::{KieuChu, NganCach};

impl Dung<'_> {
    /// The head added to a section. `goc`: it is the document's own, whose gaps may be filled in later.
    pub(super) fn dau_trang(&mut self, d: &DauTrang, cha: usize, goc: bool, phan: &mut PhanTrang) {
        let t = self.t;
        if let Some(mark) = &d.dau_goc {
            phan.rieng.push(self.dau_goc(mark, cha, phan.ngang));
        }
        if let Some(stamp) = &d.luu_hanh {
            phan.rieng.push(self.luu_hanh(stamp, cha));
        }
        phan.khoi.push(Khoi::Trong(t.doan_dau_pt, false));
        let phai = pt(t.dau_trang_cot_phai_mm);
        let rong = (self.rong_chu(false) - phai, phai);
        let left = self.co_quan(d, rong.0, cha);
        let right = self.tieu_de_tren(d, rong.1, cha);
        phan.khoi.push(hang(rong, left, right, false));
        if d.so_ky_hieu.is_some() || d.dia_danh_thoi_gian.is_some() {
            let (so, ngay) = self.so_va_ngay(d, cha, goc);
            phan.khoi.push(hang(rong, vec![so], vec![ngay], true));
        }
        if !d.ve_viec.is_empty() {
            let mau = Doan { tren: t.ve_viec_cach_so_pt, ..Doan::moi(t.co_chu_ve_viec_pt) };
            let face = mat_chu(t.trinh_bay.ve_viec);
            let subject = self.dong_san(cha, mau.giua(), face, &d.ve_viec);
            phan.khoi.push(hang(rong, vec![Khoi::doan(subject)], Vec::new(), false));
        }
        for mark in &d.duoi_so {
            let mau = Doan { tren: t.khung_cach_pt, ..Doan::moi(t.co_chu_khung_pt) };
            let mark = self.dong_san(cha, mau.giua(), mat_chu(mark.kieu), &[&mark.chu]);
            phan.khoi.push(hang(rong, vec![Khoi::doan(mark)], Vec::new(), false));
        }
        for stamp in &d.dau_khung {
            phan.khoi.push(Khoi::Trong(t.khung_cach_pt, false));
            phan.khoi.push(Khoi::Khung(Box::new(self.khung(stamp, cha))));
        }
    }

    /// Names of the agency with what parts them from the number.
    pub(super) fn co_quan(&mut self, d: &DauTrang, rong: f64, cha: usize) -> Vec<Khoi> {
        let co = self.t.co_chu_co_quan_pt;
        let mut out = Vec::new();
        for (lines, kieu) in
            [(&d.co_quan_chu_quan, Face::Regular), (&d.co_quan_ban_hanh, Face::Bold)]
        {
            if !lines.is_empty() {
                out.push(Khoi::doan(self.dong_san(cha, Doan::moi(co).giua(), kieu, lines)));
            }
        }
        if let Some(anh) = &d.tieng_anh {
            out.extend(self.tieng_anh(&anh.co_quan_chu_quan, Face::Regular, cha));
            out.extend(self.tieng_anh(&anh.co_quan_ban_hanh, Face::Bold, cha));
        }
        out.push(match self.t.trinh_bay.duoi_co_quan {
            NganCach::Gach => self.gach(pt(d.gach_co_quan_mm).min(rong), 0.0),
            NganCach::Dau(signs) => {
                Khoi::doan(self.dong_san(cha, Doan::moi(co).giua(), Face::Regular, &[signs]))
            }
        });
        out
    }

    /// The lines at the upper right, with the rule under the last.
    fn tieu_de_tren(&mut self, d: &DauTrang, rong: f64, cha: usize) -> Vec<Khoi> {
        let mut out = Vec::new();
        for (i, line) in d.tieu_de.iter().enumerate() {
            let mau = Doan::moi(self.t.co_chu_tieu_de_pt(i)).giua();
            out.push(Khoi::doan(self.dong_san(cha, mau, Face::Bold, &[line])));
        }
        if let Some(anh) = &d.tieng_anh {
            out.extend(self.tieng_anh(&anh.tieu_de, Face::Bold, cha));
        }
        out.push(self.gach(pt(d.gach_tieu_de_mm).min(rong), 0.0));
        out
    }

    fn tieng_anh(&mut self, lines: &[Dong], kieu: Face, cha: usize) -> Option<Khoi> {
        let mau = Doan::moi(self.t.co_chu_tieng_anh_pt).giua();
        (!lines.is_empty()).then(|| Khoi::doan(self.dong_san(cha, mau, kieu, lines)))
    }

    /// Số, ký hiệu, and địa danh, thời gian, whose baselines agree.
    pub(super) fn so_va_ngay(&mut self, d: &DauTrang, cha: usize, goc: bool) -> (Khoi, Khoi) {
        let t = self.t;
        let mut line = |chu: Option<Dong>, co: f64, kieu: Face, ten: &[&'static str]| {
            let mau = Doan { tren: t.dau_trang_cach_so_pt, ..Doan::moi(co) };
            let Some(chu) = chu else { return Khoi::Trong(t.doan_dau_pt, false) };
            let mut khoi = Khoi::doan(self.dong_san(cha, mau.giua(), kieu, &[chu]));
            if let (true, Khoi::Doan(doan)) = (goc && self.chon.o_so_ngay, &mut khoi) {
                let field = |ten: &&'static str| ChoTrong { ten, la: self.o_dien(cha) };
                doan.cho_trong = ten.iter().map(field).collect();
            }
            khoi
        };
        let so = d.so_ky_hieu.clone().map(Dong::from);
        let so = line(so, t.co_chu_so_ky_hieu_pt, Face::Regular, &["so"]);
        let ngay = line(
            d.dia_danh_thoi_gian.clone(),
            t.co_chu_dia_danh_pt,
            Face::Italic,
            &["ngay", "thang"],
        );
        (so, ngay)
    }

    /// A rule line in its strip, with more clear space under it.
    pub(super) fn gach(&self, dai: f64, them: f64) -> Khoi {
        let t = self.t;
        Khoi::Gach(Gach {
            dai,
            cao: t.gach_cao_pt + them,
            cach: t.gach_cach_chu_pt + t.net_gach_pt / 2.0,
            day: t.net_gach_pt,
            giu_voi_sau: false,
        })
    }

    fn khung(&mut self, k: &KhungChu, cha: usize) -> Khung {
        let t = self.t;
        let mau = if k.do_tuoi { Mau::Do } else { Mau::Den };
        let mut doan = self.dong_san(
            cha,
            Doan::moi(t.co_chu_khung_pt).giua(),
            Face::Bold,
            std::slice::from_ref(&k.chu),
        );
        for manh in &mut doan.manh {
            if let crate::layout::doan::Manh::Chu(chu) = manh {
                chu.mau = mau;
            }
        }
        let (rong, cao) = (pt(k.rong_mm), pt(t.khung_cao_mm));
        doan.dong = CaoDong::Dung(cao);
        Khung { rong, cao, day: t.net_gach_pt, mau, doan }
    }

    /// In the top margin, centred over the lines at the upper right (ô số 11).
    fn luu_hanh(&mut self, k: &KhungChu, cha: usize) -> Rieng {
        let t = self.t;
        if !k.co_khung {
            return self.luu_hanh_tran(k, cha);
        }
        let giua = t.le_trai_mm + t.dau_trang_cot_trai_mm() + t.dau_trang_cot_phai_mm / 2.0;
        Rieng {
            x: pt(giua - k.rong_mm / 2.0),
            y: pt(t.le_tren_mm - t.luu_hanh_cach_chu_mm - t.khung_cao_mm),
            rong: pt(k.rong_mm),
            khoi: Khoi::Khung(Box::new(self.khung(k, cha))),
        }
    }

    /// The same without a frame, so far from the paper's edge as the rules have it.
    fn luu_hanh_tran(&mut self, k: &KhungChu, cha: usize) -> Rieng {
        let t = self.t;
        let mau = Doan::moi(t.co_chu_luu_hanh_pt).giua();
        Rieng {
            x: pt(t.le_trai_mm + t.dau_trang_cot_trai_mm()),
            y: pt(t.luu_hanh_cach_mep_mm),
            rong: pt(t.dau_trang_cot_phai_mm),
            khoi: Khoi::doan(self.dong_san(cha, mau, Face::Bold, std::slice::from_ref(&k.chu))),
        }
    }

    /// The mark of circulation at the foot of the last page: the bottom of its line is as far from the paper's edge
    /// as that of the first page's is from the upper one.
    pub(super) fn luu_hanh_cuoi(&mut self, mark: &str, cha: usize) -> Rieng {
        let t = self.t;
        let mau = Doan::moi(t.co_chu_luu_hanh_pt).giua();
        Rieng {
            x: pt(t.le_trai_mm),
            y: pt(t.luu_hanh_cuoi_mm()),
            rong: self.rong_chu(false),
            khoi: Khoi::doan(self.dong_san(cha, mau, Face::Bold, &[mark])),
        }
    }

    /// The mark at the right margin, near the paper's upper edge (ô số 14).
    pub(super) fn dau_goc(&mut self, mark: &str, cha: usize, ngang: bool) -> Rieng {
        let t = self.t;
        let mau = Doan { canh: Canh::Phai, ..Doan::moi(t.co_chu_dau_goc_pt) };
        Rieng {
            x: pt(t.le_trai_mm),
            y: pt(t.dau_goc_cach_mep_mm),
            rong: self.rong_chu(ngang),
            khoi: Khoi::doan(self.dong_san(cha, mau, Face::Regular, &[mark])),
        }
    }

    /// Address of the office under a rule as wide as the text.
    pub(super) fn dia_chi(&mut self, lines: &[Dong], cha: usize) -> Vec<Khoi> {
        if lines.is_empty() {
            return Vec::new();
        }
        let mut out = vec![self.gach(self.rong_chu(false), 0.0)];
        for line in lines {
            let mau = Doan::moi(self.t.co_chu_dia_chi_pt).giua();
            out.push(Khoi::doan(self.dong_san(cha, mau, Face::Regular, &[line])));
        }
        out
    }

    /// The same under the foot of the text, on whose page it stays.
    pub(super) fn dia_chi_cuoi(&mut self, lines: &[Dong], cha: usize) -> Vec<Khoi> {
        let mut out = vec![Khoi::Trong(self.t.cuoi_trang_cach_tren_pt - self.t.doan_dau_pt, true)];
        out.extend(self.dia_chi(lines, cha));
        let cuoi = out.len().saturating_sub(1);
        for (i, khoi) in out.iter_mut().enumerate() {
            match khoi {
                Khoi::Gach(gach) => gach.giu_voi_sau = true,
                Khoi::Doan(doan) => doan.doan.giu_voi_sau = i < cuoi,
                _ => {}
            }
        }
        out
    }
}

/// The face of a look.
pub(super) fn mat_chu(kieu: KieuChu) -> Face {
    Face::of(kieu.dam, kieu.nghieng)
}

/// Two columns as wide as the text.
pub(super) fn hang(rong: (f64, f64), trai: Vec<Khoi>, phai: Vec<Khoi>, day: bool) -> Khoi {
    let cot = |rong, khoi| Cot { rong, khoi, day };
    Khoi::Cot(HangCot {
        cot: vec![cot(rong.0, trai), cot(rong.1, phai)],
        tren: 0.0,
        giu_voi_sau: false,
    })
}
