//! The columns of the register that the document itself fills (PL IV, columns 1 to 6).

use crate::model::{Ngay, VanBan};
use crate::so_dang_ky::{Day, Dong, SoHieu, Viec};

/// The row of a document that is issued.
pub fn cot(van_ban: &VanBan, day: &Day, so_hieu: &SoHieu, ngay: Ngay) -> Dong {
    let nguoi_ky: Vec<&str> = van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten()).collect();
    let trich_yeu = format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu);
    Dong {
        ngay: Some(ngay),
        trich_yeu: trich_yeu.trim_end().to_owned(),
        nguoi_ky: nguoi_ky.join("; "),
        noi_nhan: van_ban.noi_nhan.danh_sach().join("; "),
        luu: van_ban.noi_nhan.luu().to_owned(),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    }
}
