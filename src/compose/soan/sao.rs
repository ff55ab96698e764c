//! Bản sao: the block of a paper copy, and the mark of an electronic one (PL I, phần II).

use super::cuoi_trang::cuoi_trang;
use super::dau_trang::{dia_danh_thoi_gian, ten_co_quan};
use crate::compose::document::{BanSao, DauTrang};
use crate::compose::fonts::Fonts;
use crate::model::the_thuc::TheThuc;
use crate::model::{self, HinhThucBan, VanBan};

/// The block under a document of which this is a paper copy.
pub fn ban_sao(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Option<BanSao> {
    let sao = van_ban.sao.as_ref().filter(|sao| sao.ban == HinhThucBan::Giay)?;
    let dau_trang = DauTrang {
        so_ky_hieu: Some(sao.so_ky_hieu.dong()),
        dia_danh_thoi_gian: Some(dia_danh_thoi_gian(sao.ngay_ban_hanh, &sao.co_quan.dia_danh)),
        ..ten_co_quan(&sao.co_quan, t, fonts)
    };
    let cuoi_trang = cuoi_trang(&sao.noi_nhan, &sao.nguoi_ky, None, t, fonts);
    Some(BanSao { chu: sao.chu(), dau_trang, cuoi_trang })
}

/// The mark in the corner of the first page of an electronic copy.
pub fn dau_goc(van_ban: &VanBan) -> Option<String> {
    let sao = van_ban.sao.as_ref().filter(|sao| sao.ban == HinhThucBan::DienTu)?;
    Some(model::BanSao::dau_dien_tu(sao))
}
