//! A signature on a place that was not kept for it.
//!
//! The decree puts the picture of the person's signature between post and name, and the seal over its left third (PL I, II.7
//! and II.8); most tools let the clerk draw that place by hand. So a field that a tool brings is let through when it
//! is no larger than such a picture, lies inside its page, and covers no letters but those of post and name
//! ([`cho_ky`]): a picture over a figure or a day is what a forger would put there. What it shows is for a person to
//! see, and said.

use super::bieu_mau::ODaKy;
use super::cho_ky::{self, Che};
use super::chu_trang::chu_cai;
use super::doc_vat::Kq;
use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::trang::vung_hien;
use crate::model::the_thuc::PT_MOI_MM;

/// The field for a signature is 53 × 25 mm, that of a seal 36 × 36; tools add who, where and when beside the picture.
const RONG_NHAT_MM: f64 = 90.0;
const CAO_NHAT_MM: f64 = 45.0;

/// What there is to say of the field's place.
pub fn xet(
    hai: &HaiBan<'_, '_>,
    o: &ODaKy,
    trang: Option<usize>,
    cac: &[u32],
) -> Kq<Option<String>> {
    let [trai, duoi, phai, tren] = o.rect;
    let (rong, cao) = ((phai - trai) / PT_MOI_MM, (tren - duoi) / PT_MOI_MM);
    let an = rong <= 0.0 || cao <= 0.0;
    let (true, false, Some(trang)) = (o.la_moi, an, trang) else { return Ok(None) };
    let khac = |gi: String| Err(KhacBanGoc::new(gi).o_trang(trang));
    if rong > RONG_NHAT_MM || cao > CAO_NHAT_MM {
        return khac(format!(
            "có hình chữ ký to {rong:.0} × {cao:.0} mm đặt đè lên trang; hình chữ ký không quá {RONG_NHAT_MM} × {CAO_NHAT_MM} mm"
        ));
    }
    let so = cac.get(trang.saturating_sub(1)).copied().unwrap_or_default();
    let trong = vung_hien(hai, so).is_some_and(|[x0, y0, x1, y1]| {
        trai >= x0 - 1.0 && duoi >= y0 - 1.0 && phai <= x1 + 1.0 && tren <= y1 + 1.0
    });
    if !trong {
        return khac("có hình chữ ký đặt ra ngoài trang".to_owned());
    }
    // Without a picture of its own a viewer may still draw a frame and a ground.
    let che = chu_cai(hai.cu, so).and_then(|chu| cho_ky::xem(&chu, o.rect));
    let dat = match che {
        Some(Che::Chu(nhieu)) => {
            return khac(format!(
                "hình chữ ký ở ô “{}” đặt đè lên chữ của văn bản ({nhieu} chữ cái bị che); ký lại từ bản gốc, đặt hình vào \
                 khoảng giữa chức vụ và họ tên",
                o.ten
            ));
        }
        Some(Che::Khong) => "đặt vào chỗ trống của",
        Some(Che::ChoKy) => "đặt ở chỗ ký, chạm chức vụ hoặc họ tên, của",
        None => "đặt đè lên",
    };
    Ok(Some(format!(
        "hình chữ ký ở ô “{}” ({rong:.0} × {cao:.0} mm) không nằm trong ô đã chừa sẵn mà {dat} trang {trang}; mở tệp xem \
         hình ấy là gì",
        o.ten
    )))
}
