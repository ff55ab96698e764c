//! The columns of the register that the document itself fills (PL IV, columns 1 to 6).

use crate::model::{GiaTri, GiayTo, Loi, Ngay, NoiDung, TheoMau, VanBan, trich_yeu};
use crate::records::so_dang_ky::{Day, Dong, SoHieu, Viec};

/// The row of a document that is issued.
pub fn cot(van_ban: &VanBan, day: &Day, so_hieu: &SoHieu, ngay: Ngay) -> Dong {
    let trich_yeu = trich_yeu::trong_cau(&van_ban.trich_yeu);
    Dong {
        trich_yeu: format!("{} {trich_yeu}", van_ban.loai.ten()).trim_end().to_owned(),
        noi_nhan: noi_nhan(van_ban).join("; "),
        ..cot_cu(van_ban, day, so_hieu, ngay)
    }
}

/// The row as it was written at first, with capitals after the kind and `Như trên` for whom Kính gửi names.
/// Such rows stay in the registers.
pub fn cot_cu(van_ban: &VanBan, day: &Day, so_hieu: &SoHieu, ngay: Ngay) -> Dong {
    let nguoi_ky: Vec<&str> =
        van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten().as_str()).collect();
    let trich_yeu = format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu);
    Dong {
        ngay: Some(ngay),
        trich_yeu: trich_yeu.trim_end().to_owned(),
        nguoi_ky: nguoi_ky.join("; "),
        noi_nhan: van_ban.noi_nhan.danh_sach().join("; "),
        luu: van_ban.noi_nhan.luu().map(Loi::to_string).unwrap_or_default(),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    }
}

/// Who gets it, by name: the book is read without the document.
fn noi_nhan(van_ban: &VanBan) -> Vec<String> {
    let named = duoc_goi_ten(van_ban);
    let lines = van_ban.noi_nhan.danh_sach().iter();
    let names =
        lines.flat_map(|line| match line.to_lowercase() == "như trên" && !named.is_empty() {
            true => named.clone(),
            false => vec![line.to_string()],
        });
    names.collect()
}

/// Those whom the document addresses above its foot.
fn duoc_goi_ten(van_ban: &VanBan) -> Vec<String> {
    if !van_ban.kinh_gui.is_empty() {
        return van_ban.kinh_gui.iter().map(Loi::to_string).collect();
    }
    match &van_ban.noi_dung {
        NoiDung::TheoMau(noi_dung) => trong_giay(noi_dung),
        NoiDung::GiayTo(giay) => noi_den(giay).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The one for whom a paper is and where it sends him; those whom an invitation or a telegram calls.
fn trong_giay(noi_dung: &TheoMau) -> Vec<String> {
    let values = ["ho_ten", "den", "kinh_moi", "dien"].into_iter().filter_map(|key| {
        noi_dung.truong.iter().find(|(khoa, _)| khoa == key).map(|(_, value)| value)
    });
    values.flat_map(cac_ten).collect()
}

fn cac_ten(value: &GiaTri) -> Vec<String> {
    let bare = |text: &str| text.trim_end_matches([';', '.', ',', ' ']).to_owned();
    match value {
        GiaTri::Dong(text) => vec![bare(text)],
        GiaTri::Chu(chu) => vec![bare(&chu.chu_tron())],
        GiaTri::CacDoan(all) => all.iter().map(|chu| bare(&chu.chu_tron())).collect(),
        _ => Vec::new(),
    }
}

/// The host to whom a trip's paper is shown.
fn noi_den(giay: &GiayTo) -> Option<String> {
    giay.chuyen.noi_lam_viec.get(giay.noi?).map(|noi| noi.don_vi.to_string())
}
