//! Model → the data that a content template sees. Rich text becomes `{"_chu": […]}`, which
//! `chung.typ` turns into content; everything else is a plain string, number, list or dictionary.

mod bao_cao;
mod chi_tiet;
mod chuyen;
pub mod du_lieu;
mod giay_to;
mod ke_hoach;
mod than_bai;
mod theo_mau;

use du_lieu::{DuLieu, NhomDuLieu, nhom};

use crate::model::{Chu, NoiDung, PhanChu, VanBan};

/// What a template reads: `noi_dung` and the phrases that the document words differently.
pub fn du_lieu(van_ban: &VanBan) -> DuLieu {
    let cau_chu: NhomDuLieu =
        van_ban.cau_chu.iter().map(|c| (c.khoa.clone(), (&c.chu).into())).collect();
    let noi_dung = match &van_ban.noi_dung {
        NoiDung::KeHoach(ke_hoach) => ke_hoach::value(ke_hoach),
        NoiDung::KeHoachChiTiet(chi_tiet) => chi_tiet::value(chi_tiet, &van_ban.co_quan),
        NoiDung::BaoCao(bao_cao) => bao_cao::value(bao_cao, &van_ban.co_quan),
        NoiDung::GiayTo(giay_to) => giay_to::value(giay_to, &van_ban.co_quan),
        NoiDung::TheoMau(theo_mau) => theo_mau::value(theo_mau, van_ban),
    };
    nhom! { "noi_dung": noi_dung, "cau_chu": cau_chu, "van_ban": chung(van_ban) }.into()
}

/// What is true of any document, whatever its kind.
fn chung(van_ban: &VanBan) -> NhomDuLieu {
    nhom! {
        "loai": van_ban.loai.ten(),
        "trich_yeu": &van_ban.trich_yeu,
        "so_ky_hieu": van_ban.so_khong_mo_dau(&van_ban.so_ky_hieu),
        "ngay": van_ban.ngay_ban_hanh.cum_tu(),
        "nam": van_ban.ngay_ban_hanh.nam(),
        "co_quan": &van_ban.co_quan.ten,
        "tham_quyen": tham_quyen(van_ban),
        "co_quan_in_hoa": van_ban.co_quan.ten.map(str::to_uppercase),
        "dia_danh": &van_ban.co_quan.dia_danh,
        "kinh_gui": van_ban.kinh_gui.clone(),
        "vien_dan": van_ban.vien_dan(),
        "can_cu_gach": van_ban.co_quan.the_thuc.trinh_bay.can_cu_gach,
    }
}

/// Who decides, where the document doesn't name him.
fn tham_quyen(van_ban: &VanBan) -> DuLieu {
    van_ban.nguoi_dung_dau().map_or_else(|| (&van_ban.co_quan.ten).into(), DuLieu::from)
}

fn chu(text: &Chu) -> DuLieu {
    nhom! { "_chu": phan(text, &NhomDuLieu::new()) }.into()
}

fn ds_chu(list: &[Chu]) -> Vec<DuLieu> {
    list.iter().map(chu).collect()
}

/// The pieces of a text; `notes` holds the data of each note by the name of its mark.
fn phan(text: &Chu, notes: &NhomDuLieu) -> Vec<DuLieu> {
    text.phan()
        .iter()
        .map(|p| match p {
            PhanChu::Chu { chu, dam, nghieng } => {
                nhom! { "chu": chu, "dam": *dam, "nghieng": *nghieng }
            }
            PhanChu::DauChuThich { ten } => {
                nhom! { "chu_thich": ten.as_str(), "du_lieu": notes.get(ten).cloned() }
            }
        })
        .map(DuLieu::Nhom)
        .collect()
}
