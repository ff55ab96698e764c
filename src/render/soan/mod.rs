//! Soạn: a checked [`VanBan`] → a [`Document`] with every word and line of head and foot decided.

mod cau_chu;
mod cot_dau_trang;
mod dau_trang;
mod giu_trang;
mod phu_luc;
pub mod so_dang_ky;
mod tu_dai;

use std::sync::Arc;

use super::blocks::Blocks;
use super::fonts::Fonts;
use super::world::TemplateWorld;
use super::{blocks, diagnose::diagnose, library, value};
use crate::diagnostic::Diagnostic;
use crate::document::{CuoiTrang, Document, ThongTin};
use crate::model::{NoiDung, VanBan};

/// The document as both writers get it. Faults here are the template's, or a phrase that the template
/// doesn't know.
pub fn soan(van_ban: &VanBan, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    let mut the_thuc = van_ban.co_quan.the_thuc.clone();
    cot_dau_trang::vua_cot(&mut the_thuc, van_ban, fonts).map_err(|fault| vec![fault])?;
    let Blocks { mut than_bai, phu_luc, .. } = noi_dung(van_ban, fonts)?;
    phu_luc::chia_cot(&mut than_bai, the_thuc.rong_chu_mm(), "Nội dung")?;
    giu_trang::giu_cuoi_bai(&mut than_bai, &the_thuc, fonts);
    let document = Document {
        thong_tin: thong_tin(van_ban),
        dau_trang: dau_trang::dau_trang(van_ban, &the_thuc, fonts),
        tieu_de: dau_trang::tieu_de(van_ban, &the_thuc, fonts),
        kinh_gui: kinh_gui(&van_ban.kinh_gui),
        than_bai,
        cuoi_trang: CuoiTrang {
            noi_nhan: van_ban.noi_nhan.dong(),
            quyen_han_chuc_vu: dau_trang::quyen_han_chuc_vu(van_ban, &the_thuc, fonts),
            ho_ten: van_ban.nguoi_ky.ho_ten().to_owned(),
        },
        phu_luc: phu_luc::phu_luc(phu_luc, van_ban, &the_thuc, fonts)?,
        the_thuc,
    };
    tu_dai::kiem(&document, &van_ban.nguon, fonts)?;
    Ok(document)
}

/// Kính gửi: one name as it is; several with dashes, `;` between them, `.` at the end (PL I, II.9.a).
fn kinh_gui(ten: &[String]) -> Vec<String> {
    match ten {
        [] | [_] => ten.to_vec(),
        [dau @ .., cuoi] => {
            let dau = dau.iter().map(|ten| format!("- {ten};"));
            dau.chain([format!("- {cuoi}.")]).collect()
        }
    }
}

/// The words of a kind of document.
fn template_of(noi_dung: &NoiDung) -> &'static str {
    match noi_dung {
        NoiDung::KeHoach(_) => "/noi-dung/ke-hoach.typ",
        NoiDung::KeHoachChiTiet(_) => "/noi-dung/ke-hoach-chi-tiet.typ",
        NoiDung::BaoCao(_) => "/noi-dung/bao-cao.typ",
    }
}

/// What the template says about the data.
fn noi_dung(van_ban: &VanBan, fonts: &Fonts) -> Result<Blocks, Vec<Diagnostic>> {
    let data: Arc<[u8]> = value::du_lieu(van_ban).to_string().into_bytes().into();
    let path = template_of(&van_ban.noi_dung);
    let world = TemplateWorld::shipped(&library::CONTENT, fonts, path, data).ok_or_else(|| {
        vec![Diagnostic::error("internal", format!("chương trình thiếu mẫu {path}"))]
    })?;
    cau_chu::kiem(&van_ban.cau_chu, &world)?;
    blocks::compile(&world).map_err(|faults| diagnose(&world, &faults))
}

fn thong_tin(van_ban: &VanBan) -> ThongTin {
    let loai = van_ban.loai.ten();
    ThongTin {
        tieu_de: format!("{loai} {}", van_ban.trich_yeu),
        tac_gia: van_ban.co_quan.ten.clone(),
        chu_de: van_ban.trich_yeu.clone(),
        tu_khoa: vec![loai.to_owned(), van_ban.so_ky_hieu.ky_hieu().to_owned()],
        ngay: van_ban.ngay_ban_hanh.ngay_dau_ky(),
    }
}
