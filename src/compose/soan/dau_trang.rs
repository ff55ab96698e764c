//! The lines of head and title, broken and measured.

use super::dau_chi::{dau_khung, duoi_so, luu_hanh};
use super::dau_tieng_anh::dau_tieng_anh;
use crate::compose::document::DauTrang;
use crate::compose::fonts::{Face, Fonts};
use crate::compose::gach::gach_ngan;
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::{ngat, ngat_theo};
use crate::model::the_thuc::TheThuc;
use crate::model::{CachTrichYeu, CoQuan, Loi, NgayBanHanh, TenCoQuan, VanBan};

/// Đầu trang (PL I, II.1–II.5.b).
pub fn dau_trang(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> DauTrang {
    let kieu = &van_ban.kieu;
    let ngay = || dia_danh_thoi_gian(van_ban.ngay_ban_hanh, &van_ban.co_quan.dia_danh);
    DauTrang {
        tieng_anh: dau_tieng_anh(&van_ban.co_quan, t, fonts),
        so_ky_hieu: kieu.so.then(|| van_ban.so_ky_hieu.dong()),
        dia_danh_thoi_gian: kieu.dia_danh_thoi_gian.then(ngay),
        ve_viec: ve_viec(van_ban, t, fonts),
        dau_khung: dau_khung(van_ban, t, fonts),
        duoi_so: duoi_so(van_ban, t),
        luu_hanh: luu_hanh(van_ban, t, fonts),
        ..ten_co_quan(&van_ban.co_quan, t, fonts)
    }
}

/// The head with its names alone.
pub fn ten_co_quan(co_quan: &CoQuan, t: &TheThuc, fonts: &Fonts) -> DauTrang {
    let cot = t.dau_trang_cot_trai_mm();
    let dong = |ten: &TenCoQuan, face| {
        dong_ten(ten, cot, |s| fonts.width_mm(s, face, t.co_chu_co_quan_pt))
    };
    let ban_hanh = dong(&co_quan.co_quan_ban_hanh, Face::Bold);
    let chu_quan = co_quan.co_quan_chu_quan.as_ref().map(|ten| dong(ten, Face::Regular));
    let tieu_de = co_quan.dong_tieu_de();
    DauTrang {
        co_quan_chu_quan: chu_quan.unwrap_or_default(),
        gach_co_quan_mm: gach_duoi(&ban_hanh, t.co_chu_co_quan_pt, fonts),
        co_quan_ban_hanh: ban_hanh,
        gach_tieu_de_mm: rong_tieu_de(&tieu_de, t, fonts).last().copied().unwrap_or_default(),
        tieu_de: tieu_de.iter().map(|line| (*line).to_owned()).collect(),
        tieng_anh: None,
        so_ky_hieu: None,
        dia_danh_thoi_gian: None,
        ve_viec: Vec::new(),
        dau_khung: Vec::new(),
        duoi_so: Vec::new(),
        luu_hanh: None,
        dau_goc: None,
    }
}

/// How wide the lines at the upper right are, in mm: the first has the size of Quốc hiệu, the others that of Tiêu ngữ.
pub fn rong_tieu_de(tieu_de: &[&str], t: &TheThuc, fonts: &Fonts) -> Vec<f64> {
    let width =
        |(i, line): (usize, &&str)| fonts.width_mm(line, Face::Bold, t.co_chu_tieu_de_pt(i));
    tieu_de.iter().enumerate().map(width).collect()
}

/// `Đồng Tháp, ngày … tháng … năm …`
pub fn dia_danh_thoi_gian(ngay: NgayBanHanh, dia_danh: &Loi) -> Dong {
    Dong::mo_dau(ngay.dong(dia_danh), dia_danh)
}

/// `V/v …`, `về việc …` in the left column (PL I, II.5.b).
fn ve_viec(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Vec<Dong> {
    ngat_ve_viec(van_ban, t, t.dau_trang_cot_trai_mm(), fonts)
}

fn ngat_ve_viec(van_ban: &VanBan, t: &TheThuc, rong: f64, fonts: &Fonts) -> Vec<Dong> {
    if van_ban.kieu.trich_yeu != CachTrichYeu::DuoiSo {
        return Vec::new();
    }
    let tb = t.trinh_bay;
    let text = Dong::ghep([&Dong::mau(tb.ve_viec_mo_dau), &(&van_ban.trich_yeu).into()], " ");
    let mut own = van_ban.dong_trich_yeu.clone();
    if let Some(first) = own.first_mut() {
        *first = first.saturating_add(tb.ve_viec_mo_dau.split(' ').count());
    }
    let face = Face::of(tb.ve_viec.dam, tb.ve_viec.nghieng);
    ngat_theo(&text, &own, rong, |s| fonts.width_mm(s, face, t.co_chu_ve_viec_pt))
}

/// A name in lines: as the office gives them, each broken again only where it is too wide.
pub fn dong_ten(ten: &TenCoQuan, rong: f64, do_rong: impl Fn(&str) -> f64 + Copy) -> Vec<Dong> {
    match ten {
        TenCoQuan::LienTich(cac_ten) => lien_tich(ten, cac_ten, rong, do_rong),
        TenCoQuan::LienMach(ten) => ngat(&ten.into(), rong, do_rong),
        TenCoQuan::TungDong(dong) => {
            let own = dong.iter().flat_map(|d| ngat(&d.into(), rong, do_rong)).collect::<Vec<_>>();
            // Lines that don't fit anyway are no longer the office's.
            let free = match own.len() > dong.len() {
                true => ngat(&lien_mach(ten), rong, do_rong),
                false => Vec::new(),
            };
            if free.is_empty() || free.len() >= own.len() { own } else { free }
        }
    }
}

/// How many lines the names and `V/v …` take in a left column of that width.
pub fn so_dong_cot_trai(van_ban: &VanBan, t: &TheThuc, rong: f64, fonts: &Fonts) -> usize {
    let names = so_dong_ten(&van_ban.co_quan, t, rong, fonts);
    names.saturating_add(ngat_ve_viec(van_ban, t, rong, fonts).len())
}

fn so_dong_ten(co_quan: &CoQuan, t: &TheThuc, rong: f64, fonts: &Fonts) -> usize {
    let count = |ten: &TenCoQuan, face| {
        dong_ten(ten, rong, |s| fonts.width_mm(s, face, t.co_chu_co_quan_pt)).len()
    };
    let chu_quan = co_quan.co_quan_chu_quan.as_ref().map(|ten| count(ten, Face::Regular));
    count(&co_quan.co_quan_ban_hanh, Face::Bold).saturating_add(chu_quan.unwrap_or_default())
}

/// Several offices on one line with a hyphen between, or one under the other.
fn lien_tich(
    ten: &TenCoQuan,
    cac_ten: &[TenCoQuan],
    rong: f64,
    do_rong: impl Fn(&str) -> f64 + Copy,
) -> Vec<Dong> {
    let mot_dong = lien_mach(ten);
    if do_rong(&mot_dong) <= rong {
        return vec![mot_dong];
    }
    let mut dong: Vec<Dong> = Vec::new();
    for ten in cac_ten {
        if let Some(truoc) = dong.last_mut() {
            truoc.noi(&Dong::mau(" -"));
        }
        dong.extend(dong_ten(ten, rong, do_rong));
    }
    dong
}

/// A name on one line.
fn lien_mach(ten: &TenCoQuan) -> Dong {
    match ten {
        TenCoQuan::LienMach(ten) => ten.into(),
        TenCoQuan::TungDong(dong) => {
            Dong::ghep(&dong.iter().map(Dong::from).collect::<Vec<_>>(), " ")
        }
        TenCoQuan::LienTich(ten) => {
            Dong::ghep(&ten.iter().map(lien_mach).collect::<Vec<_>>(), " - ")
        }
    }
}

/// The rule under bold lines, in mm.
pub fn gach_duoi(dong: &[impl AsRef<str>], size_pt: f64, fonts: &Fonts) -> f64 {
    let rong: Vec<f64> =
        dong.iter().map(|d| fonts.width_mm(d.as_ref(), Face::Bold, size_pt)).collect();
    gach_ngan(&rong)
}
