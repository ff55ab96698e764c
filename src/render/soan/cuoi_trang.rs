//! The lines of the foot: recipients, typist, signers.

use crate::document::{CuoiTrang, NguoiKyIn};
use crate::model::{NguoiKy, NoiNhan};
use crate::render::fonts::{Face, Fonts};
use crate::render::ngat_dong::ngat_dong;
use crate::the_thuc::TheThuc;

/// Cuối trang (PL I, II.7 and II.9.b).
pub fn cuoi_trang(
    noi_nhan: &NoiNhan,
    nguoi_ky: &[NguoiKy],
    ky_hieu_soan: Option<&str>,
    t: &TheThuc,
    fonts: &Fonts,
) -> CuoiTrang {
    let cot = match nguoi_ky.len() {
        0 | 1 => t.cuoi_trang_cot_phai_mm(),
        several => t.rong_chu_mm() / several as f64,
    };
    CuoiTrang {
        noi_nhan: noi_nhan.dong(),
        ky_hieu_soan: ky_hieu_soan.map(str::to_owned),
        nguoi_ky: nguoi_ky.iter().map(|nguoi| nguoi_ky_in(nguoi, cot, t, fonts)).collect(),
    }
}

/// A signer's lines, each broken at sense where it is too wide for its column.
fn nguoi_ky_in(nguoi: &NguoiKy, cot: f64, t: &TheThuc, fonts: &Fonts) -> NguoiKyIn {
    let do_rong = |s: &str| fonts.width_mm(s, Face::Bold, t.co_chu_nguoi_ky_pt);
    let dong = nguoi.quyen_han_chuc_vu().iter();
    NguoiKyIn {
        quyen_han_chuc_vu: dong.flat_map(|d| ngat_dong(d, cot, do_rong)).collect(),
        ho_ten: nguoi.ho_ten().to_owned(),
    }
}
