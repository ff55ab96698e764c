//! Cuối trang: Nơi nhận (ô số 9b) level with the signer (ô số 7a, 7b; PL I, II.7 and II.9.b).

use super::{Dung, pt};
use crate::compose::document::{CuoiTrang, NguoiKyIn};
use crate::compose::fonts::Face;
use crate::layout::doan::{Canh, Doan, Manh};
use crate::layout::khoi::{Cot, HangCot, Khoi, OTrong};

/// How many of the last lines of a list that runs on stay together.
const CUOI: usize = 3;

impl Dung<'_> {
    /// The foot on a page whose text is `rong` wide, with `cach` more above. `goc`: the document's own, which is
    /// signed.
    pub(super) fn cuoi_trang(
        &mut self,
        d: &CuoiTrang,
        rong: f64,
        cach: f64,
        cha: usize,
        goc: bool,
    ) -> Vec<Khoi> {
        let t = self.t;
        let mut canh = self.noi_nhan(d, cha);
        let nhieu = d.nguoi_ky.len() > 1;
        let giu = match d.nguyen_khoi() {
            true => canh.len(),
            false if nhieu => 0,
            false => d.giu_cung.saturating_add(1).min(canh.len()),
        };
        let duoi = canh.split_off(giu);
        let tren = t.cuoi_trang_cach_tren_pt + cach;
        let phai = (rong * t.cuoi_trang_cot_phai_mm() / t.rong_chu_mm() * 20.0).round() / 20.0;
        let (mut out, cot) = match nhieu {
            true => self.nhieu_nguoi(d, canh, rong, tren, cha, goc),
            false => (self.mot_nguoi(d, canh, (rong - phai, phai), tren, cha, goc), rong - phai),
        };
        if !d.nguyen_khoi() {
            let xac_nhan = self.xac_nhan(d, cha);
            let so = xac_nhan.len();
            self.chay_tiep(duoi, if nhieu { 3 } else { 0 }, rong - cot, &mut out);
            self.chay_tiep(xac_nhan, so, rong - cot, &mut out);
        }
        out
    }

    fn mot_nguoi(
        &mut self,
        d: &CuoiTrang,
        canh: Vec<Khoi>,
        (trai, phai): (f64, f64),
        tren: f64,
        cha: usize,
        goc: bool,
    ) -> Vec<Khoi> {
        let ky = d.nguoi_ky.first();
        let mut ky = ky.map(|n| self.nguoi_ky(d, n, phai, cha, goc)).unwrap_or_default();
        ky.extend(self.xac_nhan_chu_ky(d, phai, cha, goc));
        let cot = |rong, khoi| Cot { rong, khoi, day: false };
        let mut out = vec![Khoi::Cot(HangCot {
            cot: vec![cot(trai, canh), cot(phai, ky)],
            tren,
            giu_voi_sau: true,
        })];
        if d.nguyen_khoi() && !d.xac_nhan.is_empty() {
            let xac_nhan = self.xac_nhan(d, cha);
            out.push(Khoi::Cot(HangCot {
                cot: vec![cot(trai, xac_nhan), cot(phai, Vec::new())],
                tren,
                giu_voi_sau: true,
            }));
        }
        out
    }

    /// Several signers side by side, in rows, Nơi nhận below the left one of the last row; and the width of a column.
    fn nhieu_nguoi(
        &mut self,
        d: &CuoiTrang,
        canh: Vec<Khoi>,
        rong: f64,
        tren: f64,
        cha: usize,
        goc: bool,
    ) -> (Vec<Khoi>, f64) {
        let t = self.t;
        let so_cot = d.nguoi_ky.len().min(t.trinh_bay.ky_moi_hang).max(1);
        let moi = (rong / so_cot as f64 * 20.0).floor() / 20.0;
        let rows = d.nguoi_ky.chunks(so_cot);
        let cuoi = rows.len().saturating_sub(1);
        let mut canh = Some(canh).filter(|canh| !canh.is_empty());
        let mut out = Vec::new();
        for (i, row) in rows.enumerate() {
            let mut cot: Vec<Cot> = Vec::new();
            for j in 0..so_cot {
                let mut khoi = match row.get(j) {
                    Some(n) => self.nguoi_ky(d, n, moi, cha, goc),
                    None => Vec::new(),
                };
                let beside = canh.take_if(|_| i == cuoi && j == 0);
                if let Some(canh) = beside {
                    khoi.push(Khoi::Trong(t.cuoi_trang_cach_tren_pt, false));
                    khoi.extend(canh);
                }
                if i == cuoi && j.saturating_add(1) == so_cot {
                    khoi.extend(self.xac_nhan_chu_ky(d, moi, cha, goc));
                }
                cot.push(Cot { rong: moi, khoi, day: false });
            }
            let tren = if i == 0 { tren } else { t.cuoi_trang_cach_tren_pt };
            out.push(Khoi::Cot(HangCot { cot, tren, giu_voi_sau: true }));
        }
        (out, moi)
    }

    /// Who confirms the signature over it: what he says, then as any signer.
    fn xac_nhan_chu_ky(&mut self, d: &CuoiTrang, rong: f64, cha: usize, goc: bool) -> Vec<Khoi> {
        let Some(xac_nhan) = &d.xac_nhan_chu_ky else { return Vec::new() };
        let tren = self.t.cuoi_trang_cach_tren_pt;
        let mau = Doan { tren, ..Doan::moi(self.t.co_chu_nguoi_ky_pt).giua() };
        let mut out = vec![Khoi::doan(self.dong_san(cha, mau, Face::Regular, &xac_nhan.loi))];
        out.extend(self.nguoi_ky(d, &xac_nhan.nguoi, rong, cha, goc));
        out
    }

    /// Post, clear space to sign in, name.
    pub(super) fn nguoi_ky(
        &mut self,
        d: &CuoiTrang,
        n: &NguoiKyIn,
        rong: f64,
        cha: usize,
        goc: bool,
    ) -> Vec<Khoi> {
        let t = self.t;
        let mau = || Doan::moi(t.co_chu_nguoi_ky_pt).giua();
        let post = Face::of(t.trinh_bay.chuc_vu.dam, t.trinh_bay.chuc_vu.nghieng);
        let mut out: Vec<Khoi> = Vec::new();
        for (line, quyen_han) in n.cac_dong() {
            let kieu = if quyen_han { Face::Bold } else { post };
            out.push(Khoi::doan(self.dong_san(cha, mau(), kieu, &[line])));
        }
        // So that the names of several signers stand on one line.
        out.extend(std::iter::repeat_n(Khoi::doan(mau()), n.dong_bu));
        let khoang = pt(t.khoang_ky_mm);
        if goc && self.chon.o_ky && !d.ky_goc_phai {
            out.extend(self.o_chu_ky(rong, khoang, n.thu, d.dong_dau(n), cha));
        }
        out.extend(self.duoi_chu_ky(n, khoang, cha));
        out
    }

    /// Under the clear space: the signer's other post, and the name.
    fn duoi_chu_ky(&mut self, n: &NguoiKyIn, khoang: f64, cha: usize) -> Vec<Khoi> {
        let mau = || Doan::moi(self.t.co_chu_nguoi_ky_pt).giua();
        let mut out: Vec<Doan> = std::iter::repeat_with(mau).take(n.dong_bu_khac).collect();
        for line in n.chuc_vu_khac.iter().chain([&n.ho_ten]) {
            out.push(self.dong_san(cha, mau(), Face::Bold, &[line]));
        }
        if let Some(first) = out.first_mut() {
            first.tren = khoang;
        }
        out.into_iter().map(Khoi::doan).collect()
    }

    /// The signer's field (ô số 7c) in the middle of the clear space, the agency's seal (ô số 8) over its left
    /// third, where it belongs to him. `thu` counts the signers from 1.
    fn o_chu_ky(
        &mut self,
        rong: f64,
        khoang: f64,
        thu: usize,
        dong_dau: bool,
        cha: usize,
    ) -> Vec<Khoi> {
        let t = self.t;
        let (o_rong, o_cao, dau) = (pt(t.o_chu_ky_rong_mm), pt(t.o_chu_ky_cao_mm), pt(t.o_dau_mm));
        let duoi = if thu > 1 { format!("_{thu}") } else { String::new() };
        let (x, y) = ((rong - o_rong) / 2.0, (khoang - o_cao) / 2.0);
        let mut o = |ten: &str, x: f64, y: f64, rong: f64, cao: f64| {
            let la = self.o_dien(cha);
            Khoi::O(OTrong { ten: format!("{ten}{duoi}"), la, x, y, rong, cao })
        };
        let mut out = vec![o("nguoi_ky", x, y, o_rong, o_cao)];
        if dong_dau {
            let (x, y) = (x + o_rong / 3.0 - dau, y + (o_cao - dau) / 2.0);
            out.push(o("co_quan", x, y, dau, dau));
        }
        out
    }

    /// Title, recipients, and who typed it.
    fn noi_nhan(&mut self, d: &CuoiTrang, cha: usize) -> Vec<Khoi> {
        let t = self.t;
        if d.noi_nhan.is_empty() {
            return Vec::new();
        }
        let title = Doan::moi(t.co_chu_noi_nhan_pt);
        let look = t.trinh_bay.noi_nhan;
        let kieu = Face::of(look.dam, look.nghieng);
        let mut title = self.dong_san(cha, title, kieu, &["Nơi nhận:"]);
        for manh in &mut title.manh {
            if let Manh::Chu(chu) = manh {
                chu.gach_chan = look.gach_chan;
            }
        }
        let mut out = vec![Khoi::doan(title)];
        for line in &d.noi_nhan {
            let mau = Doan::moi(t.co_chu_danh_sach_nhan_pt);
            out.push(Khoi::doan(self.dong_san(cha, mau, Face::Regular, &[line])));
        }
        if let Some(mark) = &d.ky_hieu_soan {
            // Ô số 12: at the right of the recipients, below them.
            let phai = pt(t.soan_lui_mm);
            let mau = Doan { canh: Canh::Phai, phai, ..Doan::moi(t.co_chu_soan_pt) };
            out.push(Khoi::doan(self.dong_san(cha, mau, Face::Regular, &[mark])));
        }
        out
    }

    /// Who confirms, under the recipients.
    fn xac_nhan(&mut self, d: &CuoiTrang, cha: usize) -> Vec<Khoi> {
        let mau = || Doan::moi(self.t.co_chu_nguoi_ky_pt).giua();
        d.xac_nhan
            .iter()
            .map(|line| Khoi::doan(self.dong_san(cha, mau(), Face::Regular, &[line])))
            .collect()
    }

    /// Lines that run on below the signature, `phai` away from the right edge, with a gap above where the first
    /// ones have to stay together.
    fn chay_tiep(&self, ds: Vec<Khoi>, dau: usize, phai: f64, out: &mut Vec<Khoi>) {
        if dau > 0 && !ds.is_empty() {
            out.push(Khoi::Trong(self.t.cuoi_trang_cach_tren_pt, true));
        }
        let cuoi = ds.len().saturating_sub(CUOI);
        for (i, mut khoi) in ds.into_iter().enumerate() {
            if let Khoi::Doan(doan) = &mut khoi {
                doan.doan.phai += phai;
                doan.doan.giu_nguyen = true;
                doan.doan.giu_voi_sau = i < dau || i >= cuoi;
            }
            out.push(khoi);
        }
    }
}
