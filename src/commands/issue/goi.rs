//! What is kept of an issued document: its folder and its line in the register.

use std::path::Path;

use super::ban_thao::BanThao;
use crate::cli::{Format, IssueArgs};
use crate::commands::make::{Order, Sound};
use crate::diagnostic::Diagnostic;
use crate::model::VanBan;
use crate::phat_hanh::ban_thao::dau_ban_thao;
use crate::phat_hanh::goi::{BanGhi, Goi, NGUON, TEP_GHI, ten_khong_dau};
use crate::render::fonts::Fonts;
use crate::so_dang_ky::{Day, Dong, QuanHe, SoHieu, Viec};
use crate::source::{self, TepNguon, ten_tep};

/// All files of the issued folder.
pub fn goi(
    ban_thao: &BanThao,
    van_ban: &VanBan,
    so_hieu: &SoHieu,
    day: &Day,
    quan_he: &[QuanHe],
    canh_bao: Vec<String>,
    fonts: &Fonts,
) -> Result<Goi, Vec<Diagnostic>> {
    let ten = ten_khong_dau(so_hieu);
    let order = Order { formats: &[Format::Pdf, Format::Docx], only: &[], fonts };
    let made = order.files(&Sound { ten: &ten, van_ban }, Path::new(""))?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for file in made {
        files.push((file.path.display().to_string(), file.bytes));
    }
    let wanted = |t: &&TepNguon| t.ten == ban_thao.tep.ten || ban_thao.dua_vao.contains(&t.ten);
    for tep in ban_thao.nguon.tep.iter().filter(wanted) {
        files.push((format!("{NGUON}/{}", ten_tep(&tep.ten)), source::read_again(tep)?));
    }
    let record = BanGhi {
        so_hieu,
        ngay: ban_thao.ngay.to_string(),
        day: day.to_string(),
        van_ban: &ban_thao.ten,
        tep: ten_tep(&ban_thao.tep.ten),
        trich_yeu: &van_ban.trich_yeu,
        quan_he: quan_he.iter().map(QuanHe::to_string).collect(),
        canh_bao,
    };
    files.push((TEP_GHI.to_owned(), record.viet()));
    Ok(Goi::moi(so_hieu, &ban_thao.ngay.to_string(), files))
}

/// The line of the register, with the columns of PL IV.
pub fn dong(
    args: &IssueArgs,
    ban_thao: &BanThao,
    van_ban: &VanBan,
    day: &Day,
    so_hieu: &SoHieu,
) -> Dong {
    Dong {
        ngay: Some(ban_thao.ngay),
        trich_yeu: format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu),
        nguoi_ky: van_ban.nguoi_ky.ho_ten().to_owned(),
        noi_nhan: van_ban.noi_nhan.danh_sach().join("; "),
        luu: van_ban.noi_nhan.luu().to_owned(),
        so_ban: args.so_ban,
        ghi_chu: args.ghi_chu.clone().unwrap_or_default(),
        ban_thao: dau_ban_thao(&ban_thao.ten, &ban_thao.van_ban),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    }
}
