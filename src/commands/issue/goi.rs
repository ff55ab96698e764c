//! What is kept of an issued document: its folder and its line in the register.

use std::path::Path;

use super::ban_thao::BanThao;
use crate::cli::{Format, IssueArgs};
use crate::commands::make::{Order, Sound};
use crate::diagnostic::Diagnostic;
use crate::model::VanBan;
use crate::pdf::PdfChoice;
use crate::phat_hanh::goi::{BanGhi, Goi, NGUON, TEP_GHI, ten_khong_dau};
use crate::render::compile::Compiler;
use crate::render::fonts::Fonts;
use crate::so_dang_ky::{Day, Dong, QuanHe, SoHieu, Viec};
use crate::source::{self, THU_MUC_MAU, TepNguon, ten_tep};

/// What documents are made with.
pub struct DungCu<'a> {
    pub fonts: &'a Fonts,
    pub compiler: &'a dyn Compiler,
}

/// All files of the issued folder.
pub fn goi(
    ban_thao: &BanThao,
    van_ban: &VanBan,
    so_hieu: &SoHieu,
    day: &Day,
    quan_he: &[QuanHe],
    canh_bao: Vec<String>,
    dung_cu: &DungCu,
) -> Result<Goi, Vec<Diagnostic>> {
    let ten = ten_khong_dau(so_hieu);
    let order = Order {
        formats: &[Format::Pdf, Format::Docx],
        only: &[],
        fonts: dung_cu.fonts,
        compiler: dung_cu.compiler,
        pdf: PdfChoice::default(),
        phu_luc_rieng: false,
    };
    let sound = Sound { ten: &ten, van_ban, mau: &ban_thao.nguon.mau };
    let made = order.files(&sound, Path::new(""))?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for file in made {
        files.push((file.path.display().to_string(), file.bytes));
    }
    files.extend(nguon(ban_thao)?);
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

/// The YAML as it was, bodies that it names, and the office's own templates: all that makes the document
/// again.
fn nguon(ban_thao: &BanThao) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
    let own = &ban_thao.nguon;
    let wanted = |t: &&TepNguon| t.ten == ban_thao.tep.ten || ban_thao.dua_vao.contains(&t.ten);
    let yaml: Vec<&TepNguon> = own.tep.iter().filter(wanted).collect();
    let named = |md: &&TepNguon| yaml.iter().any(|tep| tep.text.contains(ten_tep(&md.ten)));
    let mut files = Vec::new();
    for tep in yaml.iter().copied().chain(own.md.iter().filter(named)) {
        files.push((format!("{NGUON}/{}", ten_tep(&tep.ten)), source::read_again(tep)?));
    }
    for (path, mau) in &own.mau.tep {
        let text = mau.text.iter();
        files.extend(
            text.map(|text| (format!("{NGUON}/{THU_MUC_MAU}/{path}"), text.clone().into_bytes())),
        );
    }
    Ok(files)
}

/// The line of the register, with the columns of PL IV.
pub fn dong(
    args: &IssueArgs,
    ban_thao: &BanThao,
    van_ban: &VanBan,
    day: &Day,
    so_hieu: &SoHieu,
) -> Dong {
    let nguoi_ky: Vec<&str> = van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten()).collect();
    let trich_yeu = format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu);
    Dong {
        ngay: Some(ban_thao.ngay),
        trich_yeu: trich_yeu.trim_end().to_owned(),
        nguoi_ky: nguoi_ky.join("; "),
        noi_nhan: van_ban.noi_nhan.danh_sach().join("; "),
        luu: van_ban.noi_nhan.luu().to_owned(),
        so_ban: args.so_ban,
        ghi_chu: args.ghi_chu.clone().unwrap_or_default(),
        ban_thao: ban_thao.dau.clone(),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    }
}
