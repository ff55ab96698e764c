//! How much of a long Nơi nhận stays with the signature (PL I, II.9.b).
//!
//! The signature with its recipients is one piece on one page. A list that goes to every commune of a
//! province is longer than a page: it begins beside the signature and runs on below it.

use super::cuoi_trang::cot_ky_mm;
use crate::compose::document::{NguoiKyIn, XacNhanChuKyIn};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::model::the_thuc::{GIAY_CAO_MM, PT_MOI_MM, TheThuc};

/// The part of a page's text that the foot may take in one piece: more of it would leave too much of the
/// page before empty.
const PHAN_TRANG: f64 = 1.0 / 3.0;

/// All who sign, as they are printed.
#[derive(Clone, Copy)]
pub struct KhoiKy<'d> {
    pub nguoi_ky: &'d [NguoiKyIn],
    pub xac_nhan: Option<&'d XacNhanChuKyIn>,
}

impl KhoiKy<'_> {
    /// Height of the signers, row under row, and of who confirms below the right one, in pt.
    fn cao(self, t: &TheThuc) -> (f64, f64) {
        let rows = self.nguoi_ky.chunks(t.trinh_bay.ky_moi_hang.max(1));
        let cao_hang =
            |hang: &[NguoiKyIn]| hang.iter().map(|n| cao_chu_ky(n, t)).fold(0.0, f64::max);
        let cach = t.cuoi_trang_cach_tren_pt;
        let hang = rows.map(|hang| cao_hang(hang) + cach).sum::<f64>() - cach;
        let xac_nhan = self.xac_nhan.map_or(0.0, |x| {
            cach + x.loi.len() as f64 * t.dong_don * t.co_chu_nguoi_ky_pt + cao_chu_ky(&x.nguoi, t)
        });
        (hang.max(0.0), xac_nhan)
    }
}

/// How many of the recipients (`dong`, as they are printed) keep to the signature; the others run on
/// below, and may go over to the next page. Under several signers all of a long list runs on.
pub fn giu_cung(dong: &[Dong], khoi: KhoiKy<'_>, t: &TheThuc, fonts: &Fonts) -> usize {
    let (chu_ky, xac_nhan) = khoi.cao(t);
    let nhieu_nguoi = khoi.nguoi_ky.len() > 1;
    let cot = match khoi.nguoi_ky.len() {
        0 | 1 => t.cuoi_trang_cot_trai_mm,
        several => cot_ky_mm(several, t),
    };
    let tieu_de = t.dong_don * t.co_chu_noi_nhan_pt;
    let cao = |dong: &Dong| {
        so_dong(dong, cot, t.co_chu_danh_sach_nhan_pt, fonts) as f64
            * t.dong_don
            * t.co_chu_danh_sach_nhan_pt
    };
    let danh_sach = tieu_de + dong.iter().map(cao).sum::<f64>();
    // Beside who confirms a short list takes no room of its own.
    if danh_sach <= xac_nhan {
        return dong.len();
    }
    let chu_ky = if nhieu_nguoi { chu_ky } else { chu_ky + xac_nhan };
    let ca_khoi = if nhieu_nguoi { chu_ky + danh_sach } else { chu_ky.max(danh_sach) };
    let trang = (GIAY_CAO_MM - t.le_tren_mm - t.le_duoi_mm) * PT_MOI_MM;
    if ca_khoi <= trang * PHAN_TRANG {
        return dong.len();
    }
    if nhieu_nguoi {
        return 0;
    }
    // Up to the first that ends below the signature, so that what runs on follows without a gap.
    let mut den = tieu_de;
    let duoi = dong.iter().position(|d| {
        den += cao(d);
        den >= chu_ky
    });
    duoi.map_or(dong.len(), |i| i.saturating_add(1))
}

/// Height of a signer's lines with the room to sign, in pt.
fn cao_chu_ky(nguoi: &NguoiKyIn, t: &TheThuc) -> f64 {
    let tren = nguoi.quyen_han_chuc_vu.len().saturating_add(nguoi.dong_bu);
    let khac = nguoi.chuc_vu_khac.len().saturating_add(nguoi.dong_bu_khac);
    let dong = tren.saturating_add(khac).saturating_add(1);
    dong as f64 * t.dong_don * t.co_chu_nguoi_ky_pt + t.khoang_ky_mm * PT_MOI_MM
}

/// Lines of a text at the left of a column, filled as both writers fill them.
pub fn so_dong(chu: &str, cot_mm: f64, co_pt: f64, fonts: &Fonts) -> usize {
    let rong = |chu: &str| fonts.width_mm(chu, Face::Regular, co_pt);
    let cach = rong(" ");
    let mut so = 1usize;
    let mut da_dung = 0.0;
    for tu in chu.split_whitespace() {
        let rong_tu = rong(tu);
        let moi = da_dung > 0.0 && da_dung + cach + rong_tu > cot_mm;
        so = so.saturating_add(usize::from(moi));
        da_dung = if moi || da_dung <= 0.0 { rong_tu } else { da_dung + cach + rong_tu };
        // A word that is wider than the column is cut.
        while da_dung > cot_mm.max(1.0) {
            so = so.saturating_add(1);
            da_dung -= cot_mm.max(1.0);
        }
    }
    so
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::nd30;

    fn nguoi() -> NguoiKyIn {
        let quyen_han_chuc_vu = vec![Dong::mau("TM. ỦY BAN NHÂN DÂN"), Dong::mau("CHỦ TỊCH")];
        NguoiKyIn {
            quyen_han_chuc_vu,
            so_quyen_han: 1,
            dong_bu: 0,
            chuc_vu_khac: Vec::new(),
            dong_bu_khac: 0,
            ho_ten: Dong::mau("Nguyễn Văn A"),
            thu: 1,
        }
    }

    fn giu(so: usize, nguoi_ky: &[NguoiKyIn]) -> usize {
        let dong = vec![Dong::mau("- Ủy ban nhân dân xã;"); so];
        let khoi = KhoiKy { nguoi_ky, xac_nhan: None };
        giu_cung(&dong, khoi, &nd30(), &Fonts::bundled().unwrap())
    }

    #[test]
    fn an_ordinary_list_stays_whole() {
        assert_eq!(giu(0, &[nguoi()]), 0);
        assert_eq!(giu(17, &[nguoi()]), 17);
        assert_eq!(giu(7, &[nguoi(), nguoi()]), 7);
    }

    #[test]
    fn a_long_list_runs_on_below_the_signature() {
        // Title and ten lines of 11 pt are as high as three of 14 pt and 30 mm.
        assert_eq!(giu(40, &[nguoi()]), 10);
        assert_eq!(giu(200, &[nguoi()]), 10);
        assert_eq!(giu(40, &[nguoi(), nguoi()]), 0);
    }

    #[test]
    fn a_recipient_over_two_lines_counts_twice() {
        let t = nd30();
        let fonts = Fonts::bundled().unwrap();
        let dai = "- Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Đồng Tháp;";
        assert_eq!(so_dong(dai, t.cuoi_trang_cot_trai_mm, t.co_chu_danh_sach_nhan_pt, &fonts), 2);
        assert_eq!(
            so_dong("- Lưu: VT.", t.cuoi_trang_cot_trai_mm, t.co_chu_danh_sach_nhan_pt, &fonts),
            1
        );
    }
}
