//! The lines of head and title, broken and measured.

use crate::document::{DauTrang, TieuDe};
use crate::model::{TenCoQuan, VanBan};
use crate::render::fonts::{Face, Fonts};
use crate::render::gach::gach_ngan;
use crate::render::ngat_dong::ngat_dong;
use crate::the_thuc::TheThuc;

/// Both spellings occur in the decree; its table has HÒA (PL I, II.1.a).
pub const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
pub const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";

/// How much of the text width a line of the trích yếu may fill: a centred title that runs from margin
/// to margin looks like a paragraph.
pub const PHAN_RONG_TRICH_YEU: f64 = 0.88;

/// Đầu trang (PL I, II.1–II.4).
pub fn dau_trang(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> DauTrang {
    let co_quan = &van_ban.co_quan;
    let cot = t.dau_trang_cot_trai_mm();
    let dong = |ten: &TenCoQuan, face| {
        dong_ten(ten, cot, |s| fonts.width_mm(s, face, t.co_chu_co_quan_pt))
    };
    let ban_hanh = dong(&co_quan.co_quan_ban_hanh, Face::Bold);
    DauTrang {
        co_quan_chu_quan: co_quan
            .co_quan_chu_quan
            .as_ref()
            .map(|ten| dong(ten, Face::Regular))
            .unwrap_or_default(),
        gach_co_quan_mm: gach_duoi(&ban_hanh, t.co_chu_co_quan_pt, fonts),
        co_quan_ban_hanh: ban_hanh,
        quoc_hieu: QUOC_HIEU.to_owned(),
        tieu_ngu: TIEU_NGU.to_owned(),
        gach_tieu_ngu_mm: fonts.width_mm(TIEU_NGU, Face::Bold, t.co_chu_tieu_ngu_pt),
        so_ky_hieu: van_ban.so_ky_hieu.dong(),
        dia_danh_thoi_gian: van_ban.ngay_ban_hanh.dong(&co_quan.dia_danh),
    }
}

/// The signer's lines, each broken at sense where it is too wide for its column (PL I, II.7).
pub fn quyen_han_chuc_vu(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Vec<String> {
    let do_rong = |s: &str| fonts.width_mm(s, Face::Bold, t.co_chu_nguoi_ky_pt);
    let cot = t.cuoi_trang_cot_phai_mm();
    let dong = van_ban.nguoi_ky.quyen_han_chuc_vu();
    dong.iter().flat_map(|d| ngat_dong(d, cot, do_rong)).collect()
}

/// The issuing agency's name in lines, for the cover of a book.
pub fn ten_ban_hanh(ten: &TenCoQuan, t: &TheThuc, face: Face, fonts: &Fonts) -> Vec<String> {
    let do_rong = |s: &str| fonts.width_mm(s, face, t.co_chu_co_quan_pt);
    dong_ten(ten, t.dau_trang_cot_trai_mm(), do_rong)
}

/// A name in lines: as the office gives them, each broken again only where it is too wide.
fn dong_ten(ten: &TenCoQuan, rong: f64, do_rong: impl Fn(&str) -> f64) -> Vec<String> {
    match ten {
        TenCoQuan::LienMach(ten) => ngat_dong(ten, rong, do_rong),
        TenCoQuan::TungDong(dong) => {
            dong.iter().flat_map(|d| ngat_dong(d, rong, &do_rong)).collect()
        }
    }
}

/// Tên loại và trích yếu.
pub fn tieu_de(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> TieuDe {
    let size = t.co_chu_ten_loai_pt;
    let rong = t.rong_chu_mm() * PHAN_RONG_TRICH_YEU;
    let trich_yeu = ngat_dong(&van_ban.trich_yeu, rong, |s| fonts.width_mm(s, Face::Bold, size));
    TieuDe {
        ten_loai: van_ban.loai.ten().to_uppercase(),
        gach_trich_yeu_mm: gach_duoi(&trich_yeu, size, fonts),
        trich_yeu,
    }
}

/// The rule under bold lines, in mm.
pub fn gach_duoi(dong: &[String], size_pt: f64, fonts: &Fonts) -> f64 {
    let rong: Vec<f64> = dong.iter().map(|d| fonts.width_mm(d, Face::Bold, size_pt)).collect();
    gach_ngan(&rong)
}
