//! `issue`: a draft gets number and date, is made, kept and entered in the register.

mod ban_thao;
mod goi;
mod request;
mod vao_so;

use std::path::{Path, PathBuf};

use super::so_sach::{SoMo, loi_tham_so, noi_de_so};
use super::tep_phat_hanh::DungCu;
use super::{Means, Outcome, load};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::machine::paths::{inside, stored};
use crate::model::{CachPhatHanh, DinhKem, SoKyHieu};
use crate::reading::source::ten_tep;
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::{Kho, da_co};
use crate::records::phat_hanh::phieu::DongGoc;
use crate::records::so_dang_ky::{Day, Dong, SoHieu};
use ban_thao::{BanThao, ban_thao, dung_neu_chan};
use goi::{Chot, dong, goi};
use vao_so::{chua_phat_hanh, quan_he};

pub use request::IssueRequest;

/// What is done to a document.
const VIEC: &str = "phát hành";

/// Issues one document.
pub fn issue(request: &IssueRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    means.progress.more(1);
    let done = load::fonts(request.shared.fonts.as_deref())
        .map_err(|fault| vec![fault])
        .and_then(|fonts| phat_hanh(request, means, &fonts, &mut outcome));
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
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
    request: &IssueRequest,
    means: &Means,
    fonts: &Fonts,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let dung_cu = DungCu { fonts, compiler: means.compiler };
    con_lam(request, means)?;
    means.progress.next(&request.tep.display().to_string());
    let ban_thao = ban_thao(request, dung_cu.fonts, dung_cu.compiler, outcome)?;
    let cach = cach(request, ban_thao.van_ban.co_quan.phat_hanh)?;
    let folder = request.tep.parent().unwrap_or(Path::new(""));
    let kho =
        Kho::new(&noi_de_so(request.so_sach.as_deref(), folder, Some(&ban_thao.van_ban.co_quan)));
    let so_mo = SoMo::mo(&kho, means.cancel)?;
    outcome.notes.extend(so_mo.ghi_chu.clone());
    chua_phat_hanh(&so_mo, &ban_thao, outcome)?;
    let moi = lay_so(&so_mo, &ban_thao)?;
    let quan_he = quan_he(request, &so_mo, &ban_thao, outcome)?;
    dung_neu_chan(request, outcome)?;

    let mut van_ban = ban_thao.van_ban.clone();
    van_ban.so_ky_hieu = SoKyHieu::new(Some(moi.so_hieu.so), moi.so_hieu.ky_hieu.clone());
    let own = dong(request, &ban_thao, &van_ban, &moi.day, &moi.so_hieu);
    let own = Dong { quan_he: quan_he.clone(), ..own };
    let (stt, dau_truoc) = so_mo.so.sau_khi(moi.mo_day.as_slice());
    let warnings: Vec<String> = outcome.diagnostics.iter().map(|d| stored(&d.message)).collect();
    let chot = Chot {
        ban_thao: &ban_thao,
        van_ban: &van_ban,
        day: &moi.day,
        so_hieu: &moi.so_hieu,
        quan_he: &quan_he,
        canh_bao: warnings,
        cach,
        so_ban: request.so_ban,
        dong: DongGoc { stt, dau_truoc, dong: own.clone() },
    };
    let (goi, tep_kem) = goi(chot, dung_cu)?;
    let own = Dong { bang_ke: goi.dau.clone(), ..own };
    let lines: Vec<Dong> = moi.mo_day.into_iter().chain([own]).collect();
    let place = kho.duong_dan(&moi.dich);
    let files: Vec<PathBuf> = goi.tep.iter().map(|(ten, _)| inside(&place, ten)).collect();
    // The last moment: from here on a wish to stop comes too late.
    con_lam(request, means)?;
    so_mo.ghi(moi.so_hieu.to_string(), &lines, Some((moi.dich, goi)), outcome)?;

    outcome.made.extend(files);
    outcome.notes.push(loi_dinh_kem(&tep_kem));
    outcome.notes.push(format!(
        "đã phát hành {} ngày {ngay}; để văn bản sau viện dẫn đúng, ghi vào {}: so: {}, ngay_ban_hanh: {ngay}",
        moi.so_hieu,
        ten_tep(&ban_thao.tep.ten),
        moi.so_hieu.so,
        ngay = ban_thao.ngay
    ));
    Ok(())
}

/// Goes on, unless the job was cancelled: then no number is taken.
fn con_lam(request: &IssueRequest, means: &Means) -> Result<(), Vec<Diagnostic>> {
    means.go_on(VIEC, &format!("“{}”", request.tep.display())).map_err(|left| vec![left])
}

/// What the files carry: as the command says, else as the office does.
fn cach(request: &IssueRequest, co_quan: CachPhatHanh) -> Result<CachPhatHanh, Vec<Diagnostic>> {
    let asked = request.embed.as_deref().map(DinhKem::parse).transpose();
    let asked = asked.map_err(|fault| vec![loi_tham_so("--dinh-kem", fault)])?;
    Ok(CachPhatHanh {
        dinh_kem: asked.unwrap_or(co_quan.dinh_kem),
        o_ky: request.signature_fields || co_quan.o_ky,
    })
}

/// What leaves the house inside the PDF.
fn loi_dinh_kem(tep_kem: &[String]) -> String {
    match tep_kem {
        [] => "bản PDF không đính kèm tệp nào (PDF/A-2a)".to_owned(),
        named => format!(
            "bản PDF đính kèm {} (PDF/A-3a): ai nhận bản ấy cũng đọc được các tệp này",
            named.join(", ")
        ),
    }
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
