//! Tên loại và trích yếu, or the theme in their place, broken and measured.

use super::dau_trang::gach_duoi;
use crate::compose::document::TieuDe;
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::{ngat, ngat_theo};
use crate::model::the_thuc::TheThuc;
use crate::model::{CachTrichYeu, Loi, TenIn, VanBan};

/// How much of the text width a line of the trích yếu may fill: a centred title that runs from margin
/// to margin looks like a paragraph.
pub const PHAN_RONG_TRICH_YEU: f64 = 0.88;

/// Tên loại và trích yếu (PL I, II.5.a; HD 05, I.5.1).
pub fn tieu_de(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> TieuDe {
    let (ten_loai, trich_yeu) = match &van_ban.chu_de {
        Some(chu_de) => theo_chu_de(chu_de, van_ban, t, fonts),
        None => (ten_loai(van_ban), trich_yeu(van_ban, t, fonts)),
    };
    // Without a trích yếu the rule stands under the kind (form 1.8 of PL III).
    let gach_trich_yeu_mm = match trich_yeu.as_slice() {
        [] => gach_duoi(&ten_loai, t.co_chu_ten_loai_pt, fonts),
        lines => gach_duoi(lines, t.co_chu_trich_yeu_pt, fonts),
    };
    TieuDe { ten_loai, gach_trich_yeu_mm, trich_yeu }
}

fn ten_loai(van_ban: &VanBan) -> Vec<Dong> {
    match &van_ban.kieu.ten_in {
        TenIn::TheoLoai => vec![Dong::mau(&van_ban.loai.ten().to_uppercase())],
        TenIn::Khac(ten) => vec![Dong::mau(&ten.to_uppercase())],
        TenIn::Khong => Vec::new(),
    }
}

fn trich_yeu(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Vec<Dong> {
    let size = t.co_chu_trich_yeu_pt;
    match van_ban.kieu.trich_yeu {
        CachTrichYeu::DuoiTenLoai => {
            let own = &van_ban.dong_trich_yeu;
            // Her own lines may be as wide as the text.
            let rong = match own.is_empty() {
                true => t.rong_chu_mm() * PHAN_RONG_TRICH_YEU,
                false => t.rong_chu_mm(),
            };
            let line = (&van_ban.trich_yeu).into();
            ngat_theo(&line, own, rong, |s| fonts.width_mm(s, Face::Bold, size))
        }
        CachTrichYeu::DuoiSo | CachTrichYeu::Khong => Vec::new(),
    }
}

/// The theme of a congress over the words that say whose report it is (HD 05, I.5.1.2).
fn theo_chu_de(
    chu_de: &Loi,
    van_ban: &VanBan,
    t: &TheThuc,
    fonts: &Fonts,
) -> (Vec<Dong>, Vec<Dong>) {
    let rong = t.rong_chu_mm() * PHAN_RONG_TRICH_YEU;
    let width = |co: f64| move |s: &str| fonts.width_mm(s, Face::Bold, co);
    let whose = Dong::ghep([&Dong::mau("("), &(&van_ban.trich_yeu).into(), &Dong::mau(")")], "");
    (
        ngat(&chu_de.into(), rong, width(t.co_chu_ten_loai_pt)),
        ngat(&whose, rong, width(t.co_chu_trich_yeu_pt)),
    )
}
