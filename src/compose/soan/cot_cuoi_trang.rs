//! The two columns of the foot: Nơi nhận takes what the signer's lines leave free, where recipients take fewer lines
//! by it (PL I, II.7 and II.9.b; the signer stays in the right half).

use super::noi_nhan::so_dong;
use crate::compose::fonts::{Face, Fonts};
use crate::compose::ngat_dong::ngat_dong;
use crate::model::VanBan;
use crate::model::the_thuc::TheThuc;

/// Clear space beside the signer's widest line, in mm.
const HO_MM: f64 = 4.0;
/// By so much the left column is widened in one go, in mm.
const BUOC_MM: f64 = 2.0;

/// Widens the left column under one signer.
pub fn vua_cot(t: &mut TheThuc, van_ban: &VanBan, fonts: &Fonts) {
    let [nguoi] = van_ban.nguoi_ky.as_slice() else { return };
    let bold = |s: &str| fonts.width_mm(s, Face::Bold, t.co_chu_nguoi_ky_pt);
    let cot = t.cuoi_trang_cot_phai_mm();
    let posts = nguoi.quyen_han_chuc_vu().iter().chain(nguoi.chuc_vu_khac());
    let posts = posts.flat_map(|dong| ngat_dong(dong, cot, bold));
    let widest = posts.map(|dong| bold(&dong)).fold(bold(nguoi.ho_ten()), f64::max);
    let least = (widest + HO_MM).max(t.o_chu_ky_rong_mm + HO_MM);
    let now = t.cuoi_trang_cot_trai_mm;
    let most = (t.rong_chu_mm() - least).max(now);
    let dong = van_ban.noi_nhan.dong(t.trinh_bay.luu);
    let lines = |w: f64| -> usize {
        let count = |dong: &String| so_dong(dong, w, t.co_chu_danh_sach_nhan_pt, fonts);
        dong.iter().map(count).fold(0, usize::saturating_add)
    };
    let it_nhat = dong.len();
    let mut best = (lines(now), now);
    let widths = std::iter::successors(Some(now + BUOC_MM), |w| Some(w + BUOC_MM));
    for w in widths.take_while(|w| *w < most).chain([most]) {
        if best.0 <= it_nhat {
            break;
        }
        let count = lines(w);
        if count < best.0 {
            best = (count, w);
        }
    }
    t.cuoi_trang_cot_trai_mm = best.1;
}
