//! `issue`: a draft gets number and date, is made, kept and entered in the register.

mod ban_thao;
mod goi;
mod vao_so;

use std::path::Path;

use super::so_sach::{SoMo, noi_de_so};
use super::{Report, load};
use crate::cli::IssueArgs;
use crate::diagnostic::Diagnostic;
use crate::model::SoKyHieu;
use crate::phat_hanh::goi::dich;
use crate::phat_hanh::kho::{Kho, da_co};
use crate::render::compile::Compiler;
use crate::so_dang_ky::{Day, Dong, SoHieu};
use crate::source::ten_tep;
use ban_thao::{BanThao, ban_thao, dung_neu_chan};
use goi::{DungCu, dong, goi};
use vao_so::{chua_phat_hanh, quan_he};

/// Issues one document.
pub fn issue(args: &IssueArgs, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    let done = load::fonts(args.common.fonts.as_deref())
        .map_err(|fault| vec![fault])
        .and_then(|fonts| phat_hanh(args, &DungCu { fonts: &fonts, compiler }, &mut report));
    report.diagnostics.extend(done.err().unwrap_or_default());
    report
}

/// A number that may be taken, and where its document will stand.
struct SoMoi {
    day: Day,
    so_hieu: SoHieu,
    dich: String,
    /// The line that opens a series in the middle of a year.
    mo_day: Option<Dong>,
}

fn phat_hanh(
    args: &IssueArgs,
    dung_cu: &DungCu,
    report: &mut Report,
) -> Result<(), Vec<Diagnostic>> {
    let ban_thao = ban_thao(args, dung_cu.fonts, dung_cu.compiler, report)?;
    let folder = args.tep.parent().unwrap_or(Path::new(""));
    let kho = Kho::new(&noi_de_so(&args.store, folder, Some(&ban_thao.van_ban.co_quan)));
    let so_mo = SoMo::mo(&kho)?;
    report.notes.extend(so_mo.ghi_chu.clone());
    chua_phat_hanh(&so_mo, &ban_thao, report)?;
    let moi = lay_so(&so_mo, &ban_thao)?;
    let quan_he = quan_he(args, &so_mo, &ban_thao, report)?;
    dung_neu_chan(args, report)?;

    let mut van_ban = ban_thao.van_ban.clone();
    van_ban.so_ky_hieu = SoKyHieu::new(Some(moi.so_hieu.so), moi.so_hieu.ky_hieu.clone());
    let warnings: Vec<String> = report.diagnostics.iter().map(|d| d.message.clone()).collect();
    let goi = goi(&ban_thao, &van_ban, &moi.so_hieu, &moi.day, &quan_he, warnings, dung_cu)?;
    let own = dong(args, &ban_thao, &van_ban, &moi.day, &moi.so_hieu);
    let own = Dong { quan_he, bang_ke: goi.dau.clone(), ..own };
    let lines: Vec<Dong> = moi.mo_day.into_iter().chain([own]).collect();
    let place = kho.duong_dan(&moi.dich);
    let files: Vec<String> =
        goi.tep.iter().map(|(ten, _)| place.join(ten).display().to_string()).collect();
    so_mo.ghi(moi.so_hieu.to_string(), &lines, Some((moi.dich, goi)), report)?;

    report.lines.extend(files);
    report.notes.push(format!(
        "đã phát hành {} ngày {ngay}; để văn bản sau viện dẫn đúng, ghi vào {}: so: {}, ngay_ban_hanh: {ngay}",
        moi.so_hieu,
        ten_tep(&ban_thao.tep.ten),
        moi.so_hieu.so,
        ngay = ban_thao.ngay
    ));
    Ok(())
}

/// The number that was asked for, or else the next one of its series.
fn lay_so(so_mo: &SoMo, ban_thao: &BanThao) -> Result<SoMoi, Vec<Diagnostic>> {
    let van_ban = &ban_thao.van_ban;
    let day = Day::cua(&van_ban.co_quan, van_ban.loai, ban_thao.ngay.nam());
    let dau = van_ban.co_quan.danh_so.so_dau(day.nam);
    let so = ban_thao.so.unwrap_or_else(|| so_mo.cai.so_ke_tiep(&day, dau));
    so_mo.cai.phat_hanh_duoc(&day, so, ban_thao.ngay, dau)?;
    let so_hieu = SoHieu { so, ky_hieu: van_ban.so_ky_hieu.ky_hieu().to_owned() };
    let dich = dich(day.nam, &so_hieu);
    if so_mo.kho.co(&dich) {
        return Err(vec![da_co(&so_mo.kho.duong_dan(&dich))]);
    }
    let mo_day = so_mo.cai.mo_day(&day, dau);
    Ok(SoMoi { day, so_hieu, dich, mo_day })
}
