//! The two columns of the head: as wide as their lines need, since neither the upper right's nor the lines with
//! number and date may wrap (PL I, II.1.a, II.3, II.4).

use super::dau_trang::{rong_tieu_de, so_dong_cot_trai};
use crate::compose::fonts::{Face, Fonts};
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::TheThuc;
use crate::model::{BoQuyTac, CachTrichYeu, TenCoQuan, VanBan};

/// Clear space beside the widest line of a column, in mm.
const HO_MM: f64 = 0.4;
/// Clear space that is left between the two where the left one is widened, in mm.
const GIUA_MM: f64 = 2.0;
/// By so much the left column is widened in one go, in mm.
const BUOC_MM: f64 = 2.0;

/// Widens the right column for a long place name, or the left one for a long symbol, and takes the
/// smaller size for place and date if that helps. Lines that can't stand side by side are a fault.
pub fn vua_cot(t: &mut TheThuc, van_ban: &VanBan, fonts: &Fonts) -> Result<(), Diagnostic> {
    let so = if van_ban.kieu.so { van_ban.so_ky_hieu.dong() } else { String::new() };
    let ngay = match van_ban.kieu.dia_danh_thoi_gian {
        true => van_ban.ngay_ban_hanh.dong(&van_ban.co_quan.dia_danh),
        false => String::new(),
    };
    let trai = fonts.width_mm(&so, Face::Regular, t.co_chu_so_ky_hieu_pt) + HO_MM;
    let rong = t.rong_chu_mm();
    let bo = van_ban.co_quan.bo_quy_tac;
    let tieu_de =
        rong_tieu_de(&van_ban.co_quan.dong_tieu_de(), t, fonts).into_iter().fold(0.0, f64::max);
    let mut can = 0.0;
    for co in [t.co_chu_dia_danh_pt, nho_nhat(bo, "co_chu_dia_danh", t.co_chu_dia_danh_pt)] {
        let phai = tieu_de.max(fonts.width_mm(&ngay, Face::Italic, co)) + HO_MM;
        can = trai + phai;
        if can <= rong {
            t.co_chu_dia_danh_pt = co;
            t.dau_trang_cot_phai_mm = t.dau_trang_cot_phai_mm.min(rong - trai).max(phai);
            cho_cot_trai(t, van_ban, rong - phai - GIUA_MM, fonts);
            return Ok(());
        }
    }
    // What is missing is shown as a tenth at least, never as nothing.
    let thieu = format!("{:.1}", (can - rong).max(0.1)).replace('.', ",");
    let message = format!(
        "{}: “{}” và “{}” không đứng được cùng một dòng: còn thiếu {thieu} mm",
        van_ban.nguon,
        so.replace('\u{a0}', " "),
        ngay.replace('\u{a0}', " ")
    );
    let margins = match bo.nho_nhat("le_trai").zip(bo.nho_nhat("le_phai")) {
        Some((trai, phai)) => format!(", hoặc chọn lề hẹp hơn (le_trai: {trai}, le_phai: {phai})"),
        None => String::new(),
    };
    Err(Diagnostic::error("head-too-wide", message)
        .hint(format!("rút gọn dia_danh hoặc ky_hieu{margins}"))
        .clause(bo.dau.dieu_khoan))
}

/// The least size that the rules let a part have: what it has, where they leave no choice.
fn nho_nhat(bo: BoQuyTac, khoa: &str, co: f64) -> f64 {
    bo.nho_nhat(khoa).map_or(co, |least| least.min(co))
}

/// Gives the left column what the right one can spare (up to `nhieu_nhat` mm), and the names the smaller size, where
/// names or `V/v …` take fewer lines by it.
fn cho_cot_trai(t: &mut TheThuc, van_ban: &VanBan, nhieu_nhat: f64, fonts: &Fonts) {
    let now = t.dau_trang_cot_trai_mm();
    let widths = std::iter::successors(Some(now), |w| Some(w + BUOC_MM));
    let widths: Vec<f64> = widths.take_while(|w| *w < nhieu_nhat).collect();
    let least = nho_nhat(van_ban.co_quan.bo_quy_tac, "co_chu_co_quan", t.co_chu_co_quan_pt);
    let sizes = [t.co_chu_co_quan_pt, least];
    let mut best: Option<(usize, f64, f64)> = None;
    for co in sizes {
        t.co_chu_co_quan_pt = co;
        for w in widths.iter().copied().chain([nhieu_nhat.max(now)]) {
            let lines = so_dong_cot_trai(van_ban, t, w, fonts);
            if best.is_none_or(|(least, ..)| lines < least) {
                best = Some((lines, co, w));
            }
            if lines <= it_nhat(van_ban) {
                break;
            }
        }
    }
    if let Some((_, co, w)) = best {
        t.co_chu_co_quan_pt = co;
        t.dau_trang_cot_phai_mm = t.rong_chu_mm() - w;
    }
}

/// Fewer lines than these there can't be.
fn it_nhat(van_ban: &VanBan) -> usize {
    let one = |ten: &TenCoQuan| match ten {
        TenCoQuan::TungDong(dong) => dong.len(),
        TenCoQuan::LienMach(_) | TenCoQuan::LienTich(_) => 1,
    };
    let co_quan = &van_ban.co_quan;
    let names = one(&co_quan.co_quan_ban_hanh)
        .saturating_add(co_quan.co_quan_chu_quan.as_ref().map(one).unwrap_or_default());
    names.saturating_add(usize::from(van_ban.kieu.trich_yeu == CachTrichYeu::DuoiSo))
}
