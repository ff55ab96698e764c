//! Soạn: a checked [`VanBan`] → a [`Document`] with every word and line of head and foot decided.

mod cau_chu;
mod cot_cuoi_trang;
mod cot_dau_trang;
mod cuoi_trang;
mod dau_chi;
mod dau_tieng_anh;
mod dau_trang;
mod dong_giua;
mod gioi_han;
mod giu_trang;
mod hang_cao;
mod hinh;
mod ket_thuc;
mod khoan;
mod khong_le;
mod kinh_gui;
mod lien;
mod mau;
mod noi_nhan;
mod phu_luc;
mod rong_cot;
mod sao;
mod tieu_de;

use super::compile::Compiled;
use super::fonts::Fonts;
use super::value;
use crate::compose::document::{
    Block, CuoiTrang, DauTrang, Document, KieuDeMuc, ThongTin, danh_cap,
};
use crate::compose::goc::Dong;
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::TheThuc;
use crate::model::{NoiDung, VanBan};
use cuoi_trang::AiKy;
pub use dau_trang::{gach_duoi, ten_co_quan};
pub use mau::OwnTemplates;
pub use phu_luc::chia_cot;

/// The document as both writers get it. Faults here are the template's, or a phrase that the template
/// doesn't know.
pub fn soan(
    van_ban: &VanBan,
    fonts: &Fonts,
    own: Option<OwnTemplates>,
) -> Result<Document, Vec<Diagnostic>> {
    let mut the_thuc = van_ban.co_quan.the_thuc.clone();
    cot_dau_trang::vua_cot(&mut the_thuc, van_ban, fonts).map_err(|fault| vec![fault])?;
    cot_cuoi_trang::vua_cot(&mut the_thuc, van_ban, fonts);
    let tu_kinh_gui = kinh_gui::tu(van_ban, &mut the_thuc, fonts);
    let Compiled { mut than_bai, mut phu_luc, .. } = noi_dung(van_ban, fonts, own)?;
    let appendices = phu_luc.iter_mut().map(|phu_luc| &mut phu_luc.than_bai);
    for blocks in std::iter::once(&mut than_bai).chain(appendices) {
        lien::lien(blocks);
        khong_le::khong_le(blocks);
    }
    phu_luc::chia_cot(&mut than_bai, the_thuc.rong_chu_mm(), "Nội dung", (&the_thuc, fonts))?;
    let cac_hinh = hinh::CacHinh::cua(van_ban, &the_thuc);
    cac_hinh.dat(&mut than_bai, false)?;
    hang_cao::hang_cao(&mut than_bai, false, &the_thuc, fonts);
    dong_giua::ngat(&mut than_bai, &the_thuc, fonts);
    danh_cap(&mut than_bai);
    // A letter, which has no number, is none of the decree's forms and ends with its last sentence.
    if matches!(van_ban.noi_dung, NoiDung::TheoMau(_) | NoiDung::GiayTo(_)) && van_ban.kieu.so {
        ket_thuc::ket_thuc(&mut than_bai, the_thuc.trinh_bay.ket_thuc);
    }
    khoan::khoan(&mut than_bai, the_thuc.trinh_bay);
    giu_trang::giu_cuoi_bai(&mut than_bai, &the_thuc, fonts);
    let cuoi_trang = cuoi_trang(van_ban, &than_bai, &the_thuc, fonts);
    Ok(Document {
        thong_tin: thong_tin(van_ban),
        dau_trang: DauTrang {
            dau_goc: sao::dau_goc(van_ban),
            ..dau_trang::dau_trang(van_ban, &the_thuc, fonts)
        },
        tieu_de: tieu_de::tieu_de(van_ban, &the_thuc, fonts),
        kinh_gui: kinh_gui::noi(&van_ban.kinh_gui, the_thuc.trinh_bay),
        tu_kinh_gui,
        than_bai,
        cuoi_trang,
        dia_chi: match van_ban.kieu.dia_chi {
            true => van_ban.co_quan.dia_chi.iter().map(Dong::from).collect(),
            false => vec![],
        },
        luu_hanh_cuoi: dau_chi::luu_hanh_cuoi(van_ban),
        ban_sao: sao::ban_sao(van_ban, &the_thuc, fonts).map_err(|fault| vec![fault])?,
        phu_luc: phu_luc::phu_luc(phu_luc, van_ban, &the_thuc, fonts)?,
        the_thuc,
    })
}

/// The foot. Where the template words the articles, only the text knows which is the last.
fn cuoi_trang(
    van_ban: &VanBan,
    than_bai: &[Block],
    the_thuc: &TheThuc,
    fonts: &Fonts,
) -> CuoiTrang {
    let dieu =
        than_bai.iter().filter(|b| matches!(b, Block::Heading(h) if h.kieu == KieuDeMuc::Dieu));
    let noi_nhan = match (van_ban.kieu.nhu_dieu, dieu.count()) {
        (false, _) | (true, 0) => van_ban.noi_nhan.clone(),
        (true, so) => van_ban.noi_nhan.clone().nhu_dieu(so),
    };
    let typist = van_ban.ky_hieu_soan.as_deref();
    CuoiTrang {
        xac_nhan: cuoi_trang::xac_nhan(van_ban.kieu.xac_nhan.as_deref(), the_thuc, fonts),
        ky_goc_phai: the_thuc.trinh_bay.ky_sao_goc_phai && sao::dau_goc(van_ban).is_some(),
        ..cuoi_trang::cuoi_trang(&noi_nhan, AiKy::cua(van_ban), typist, the_thuc, fonts)
    }
}

/// The words of a kind of document.
fn template_of(noi_dung: &NoiDung) -> &str {
    match noi_dung {
        NoiDung::KeHoach(_) => "/noi-dung/ke-hoach.typ",
        NoiDung::KeHoachChiTiet(_) => "/noi-dung/ke-hoach-chi-tiet.typ",
        NoiDung::BaoCao(_) => "/noi-dung/bao-cao.typ",
        NoiDung::GiayTo(giay_to) => &giay_to.mau.tep,
        NoiDung::TheoMau(theo_mau) => &theo_mau.mau.tep,
    }
}

/// What the template says about the data.
fn noi_dung(
    van_ban: &VanBan,
    fonts: &Fonts,
    own: Option<OwnTemplates>,
) -> Result<Compiled, Vec<Diagnostic>> {
    let mut data = value::du_lieu(van_ban);
    gioi_han::vua_suc(van_ban, &data)?;
    data.tach_chu_giong();
    mau::compile(template_of(&van_ban.noi_dung), &data, &van_ban.cau_chu, fonts, own)
}

fn thong_tin(van_ban: &VanBan) -> ThongTin {
    let loai = van_ban.loai.ten();
    ThongTin {
        tieu_de: match van_ban.chu_de {
            // The words under a theme name the kind themselves.
            Some(_) => van_ban.trich_yeu.to_string(),
            None => format!("{loai} {}", van_ban.trich_yeu).trim_end().to_owned(),
        },
        tac_gia: van_ban.co_quan.ten.to_string(),
        chu_de: if van_ban.trich_yeu.is_empty() { loai } else { &van_ban.trich_yeu }.to_owned(),
        tu_khoa: [loai, van_ban.so_ky_hieu.ky_hieu()]
            .iter()
            .filter(|word| !word.is_empty())
            .map(|word| (*word).to_owned())
            .collect(),
        ngay: van_ban.ngay_ban_hanh.ngay_dau_ky(),
    }
}
