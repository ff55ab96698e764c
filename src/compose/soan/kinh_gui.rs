//! Kính gửi, Kính trình (ô số 9a): the word that a kind has there, and the names.

use super::cuoi_trang::co_ten;
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::model::cach_dau::CachDau;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::{KieuChu, TrinhBay};
use crate::model::{Loi, VanBan};

/// The word, with its colon. Several names stand under that colon: where it is another word, or slanted, the place
/// goes with its width.
pub fn tu(van_ban: &VanBan, t: &mut TheThuc, fonts: &Fonts) -> String {
    let word = van_ban.co_quan.bo_quy_tac.dau.kinh_gui(van_ban.loai.khoa());
    let kieu = t.trinh_bay.kinh_gui;
    // The measure is that of the decree's own word.
    if word != CachDau::ND30.kinh_gui || kieu != KieuChu::DUNG {
        let face = Face::of(kieu.dam, kieu.nghieng);
        t.kinh_gui_muc_mm = fonts.width_mm(word, face, t.co_chu_kinh_gui_pt);
    }
    format!("{word}:")
}

/// The names: one as it is; several with dashes; each with the mark that the rules have after it (PL I, II.9.a).
pub fn noi(ten: &[Loi], tb: TrinhBay) -> Vec<Dong> {
    let sau = tb.sau_noi_gui;
    match ten {
        [] => Vec::new(),
        [mot] if sau.mot.is_empty() => vec![Dong::from(mot)],
        [mot] => vec![co_ten(&format!("{mot}{}", sau.mot), mot)],
        [dau @ .., cuoi] => {
            let dau = dau.iter().map(|ten| co_ten(&format!("- {ten}{}", sau.giua), ten));
            dau.chain([co_ten(&format!("- {cuoi}{}", sau.cuoi), cuoi)]).collect()
        }
    }
}
