//! Bản sao: the block of a paper copy, and the mark of an electronic one (PL I, phần II; HD 05, III).

use super::cuoi_trang::{AiKy, cuoi_trang};
use super::dau_trang::{dia_danh_thoi_gian, ten_co_quan};
use super::noi_nhan::so_dong;
use crate::compose::document::{BanSao, ConDauIn, DauTrang};
use crate::compose::fonts::Fonts;
use crate::compose::goc::Dong;
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::model::trinh_bay::{CachBanSao, ConDauSao};
use crate::model::{self, HinhThucBan, NoiNhan, VanBan};

/// The block under a document of which this is a paper copy.
pub fn ban_sao(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Result<Option<BanSao>, Diagnostic> {
    let Some(sao) = van_ban.sao.as_ref().filter(|sao| sao.ban == HinhThucBan::Giay) else {
        return Ok(None);
    };
    let dau_trang = DauTrang {
        so_ky_hieu: Some(sao.so_ky_hieu.dong()),
        dia_danh_thoi_gian: Some(dia_danh_thoi_gian(sao.ngay_ban_hanh, &sao.co_quan.dia_danh)),
        ..ten_co_quan(&sao.co_quan, t, fonts)
    };
    let ai_ky = AiKy::chi(&sao.nguoi_ky);
    let (con_dau, cuoi_trang) = match t.trinh_bay.ban_sao {
        CachBanSao::DauTrang => (None, cuoi_trang(&sao.noi_nhan, ai_ky, None, t, fonts)),
        CachBanSao::ConDau(chu) => {
            let con_dau = con_dau(chu, sao, &dau_trang);
            vua_khung(&con_dau, t, fonts)?;
            // Who receives the copy stands in the stamp.
            let khong_nhan = NoiNhan::new(Vec::new(), None);
            let ben = ben_con_dau(t);
            (Some(con_dau), cuoi_trang(&khong_nhan, ai_ky, None, &ben, fonts))
        }
    };
    Ok(Some(BanSao { chu: sao.chu(), dau_trang, con_dau, cuoi_trang }))
}

/// The measures of a foot whose left column holds the stamp.
fn ben_con_dau(t: &TheThuc) -> TheThuc {
    TheThuc { cuoi_trang_cot_trai_mm: t.con_dau_rong_mm + t.con_dau_cach_mm, ..t.clone() }
}

/// What the stamp says (HD 05, PL 3).
fn con_dau(chu: ConDauSao, sao: &model::BanSao, dau_trang: &DauTrang) -> ConDauIn {
    let line = |nhan: &str, gia_tri: Dong| Dong::ghep([&Dong::mau(nhan), &gia_tri], ": ");
    let nhan: Vec<Dong> = sao.noi_nhan.danh_sach().iter().map(Dong::from).collect();
    let noi_ngay = dau_trang.dia_danh_thoi_gian.clone().unwrap_or_default();
    ConDauIn {
        tieu_de: chu.tieu_de.to_owned(),
        dong: vec![
            line(chu.co_quan, Dong::from(&sao.co_quan.ten)),
            line(chu.so, Dong::from(sao.so_ky_hieu.so_va(chu.ky_hieu))),
            line(chu.hinh_thuc, Dong::mau(sao.hinh_thuc())),
            line(chu.noi_ngay, noi_ngay),
            line(chu.noi_nhan, Dong::ghep(&nhan, "; ")),
        ],
    }
}

/// The stamp has its size; what does not fit into it would be cut.
fn vua_khung(con_dau: &ConDauIn, t: &TheThuc, fonts: &Fonts) -> Result<(), Diagnostic> {
    let rong = t.trong_con_dau_mm();
    let co = t.co_chu_dong_con_dau_pt;
    let dong = |line: &Dong| so_dong(line, rong, co, fonts) as f64 * t.dong_don * co;
    let cao = con_dau.dong.iter().map(|line| dong(line) + t.con_dau_cach_dong_pt).sum::<f64>();
    let cao = cao + t.dong_don * t.co_chu_con_dau_pt + 2.0 * t.o_cach_doc_pt;
    if cao <= t.con_dau_cao_mm * PT_MOI_MM {
        return Ok(());
    }
    let message = format!("chữ trong dấu “{}” không vừa khung của dấu", con_dau.tieu_de);
    Err(Diagnostic::error("stamp-too-small", message).hint(
        "rút gọn mục noi_nhan của bản sao: ghi chung theo nhóm, ví dụ “Các chi bộ trực thuộc”",
    ))
}

/// The mark in the corner of the first page of an electronic copy.
pub fn dau_goc(van_ban: &VanBan) -> Option<String> {
    let sao = van_ban.sao.as_ref().filter(|sao| sao.ban == HinhThucBan::DienTu)?;
    Some(model::BanSao::dau_dien_tu(sao))
}
