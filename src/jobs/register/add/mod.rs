//! `register add`: a paper that was made elsewhere takes its place in the series, and its files are kept beside those of
//! the issued ones: one line, one transaction, all or nothing.

mod chon;
mod tep;
mod tu_tep;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::quan_he::cac_quan_he;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chu_in_duoc, kho_cua};
use crate::jobs::{Means, Outcome, duong_dan};
use crate::machine::paths::inside;
use crate::records::phat_hanh::goi::{Goi, dich};
use crate::records::phat_hanh::kho::{Kho, da_co};
use crate::records::phat_hanh::phieu::DongGoc;
use crate::records::phat_hanh::phieu_vao::{PhieuVao, TEP_PHIEU_VAO};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Dong, LoaiQuanHe, SoCai, TrangThai};
use crate::word::doc_pdf::DocPdf;
use crate::word::nhan_dang::qua_dai;
use chon::{Muc, chon};
use tep::{NoiDung, Tep, cac_ten};

/// The paper, as far as the command says it; its Word or PDF file may say the rest.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AddRequest {
    /// `105/KH-HĐND`, or the number alone where a file has the symbol.
    pub so_hieu: Option<String>,
    /// Column 2, as the clerk writes it.
    pub date: Option<String>,
    /// The kind by its name.
    pub loai: Option<String>,
    pub trich_yeu: Option<String>,
    pub nguoi_ky: Option<String>,
    pub noi_nhan: Option<String>,
    pub luu: Option<String>,
    pub so_ban: Option<u64>,
    pub ghi_chu: Option<String>,
    /// Its Word and PDF files, which are kept.
    #[serde(with = "duong_dan")]
    pub tep: Vec<PathBuf>,
    /// What it does to earlier papers.
    pub thay_the: Vec<String>,
    pub dinh_chinh: Vec<String>,
    pub thu_hoi: Vec<String>,
    /// The office by its symbol, where a folder has several.
    pub co_quan: Option<String>,
    /// Says what would be written, and writes nothing.
    pub thu: bool,
    pub place: RegisterPlace,
}

/// Enters the paper.
pub(super) fn add(
    request: &AddRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, offices) = kho_cua(&request.place);
    let files = tep::doc(&request.tep, &DocPdf::moi(means.exe))?;
    outcome.notes.extend(files.iter().filter_map(khong_doc));
    let muc = chon(request, &tu_tep::doc(&files), &offices)?;
    outcome.notes.extend(doc_gi(&files, &muc));
    outcome.diagnostics.extend(muc.canh_bao.iter().cloned());
    if request.thu {
        let _khoa = kho.khoa_doc().map_err(one)?;
        let doc = doc_so(&kho).map_err(one)?;
        if !doc.sai.is_empty() {
            return Err(doc.sai);
        }
        let (dong, _) = xet(request, &muc, &files, &kho, &doc.cai)?;
        chu_in_duoc(std::slice::from_ref(&dong))?;
        outcome.lines.push(format!("chưa ghi gì; sẽ vào sổ: {}", tom_tat(&dong)));
        return Ok(());
    }
    let so_mo = SoMo::mo(&kho, means)?;
    outcome.notes.extend(so_mo.ghi_chu.clone());
    let (dong, mo_day) = xet(request, &muc, &files, &so_mo.kho, &so_mo.cai)?;
    let kept = so_mo.cai.muc(&dong.day, muc.so_hieu.so).is_some();
    ghi(&so_mo, &muc, dong, mo_day, &files, outcome)?;
    outcome.notes.extend(kept.then(|| format!("số {} đã giữ nay là của văn bản này", muc.so_hieu)));
    if files.is_empty() {
        outcome.notes.push("sổ không giữ tệp nào của văn bản này".to_owned());
    }
    Ok(())
}

/// Why nothing is read of a file, so that she knows what is hers to type.
fn khong_doc(tep: &Tep) -> Option<String> {
    let goc = &tep.goc;
    let why = match &tep.noi_dung {
        NoiDung::Word(word) if qua_dai(word) => "dài quá một văn bản".to_owned(),
        NoiDung::Word(_) => return None,
        NoiDung::Pdf(Ok(pdf)) => pdf.loai.vi_sao()?.to_owned(),
        NoiDung::Pdf(Err(why)) => why.to_string(),
    };
    Some(format!("tệp {goc} {why}: chỉ được giữ, không đọc; sổ ghi theo lệnh"))
}

/// What was read from the files, so that nothing comes into the book unseen.
fn doc_gi(files: &[Tep], muc: &Muc) -> Vec<String> {
    let of = |tep: &Tep| {
        let own = muc.doc_duoc.iter().filter(|(goc, _)| *goc == tep.goc);
        let told: Vec<&str> = own.map(|(_, field)| field.as_str()).collect();
        (!told.is_empty()).then(|| format!("đọc từ {}: {}", tep.goc, told.join("; ")))
    };
    files.iter().filter_map(of).collect()
}

/// Whether the register takes it; its line, and the one that opens its series.
fn xet(
    request: &AddRequest,
    muc: &Muc,
    files: &[Tep],
    kho: &Kho,
    cai: &SoCai,
) -> Result<(Dong, Option<Dong>), Vec<Diagnostic>> {
    let (day, so) = (&muc.dong.day, muc.so_hieu.so);
    let asked = [
        (LoaiQuanHe::ThayThe, request.thay_the.as_slice()),
        (LoaiQuanHe::DinhChinh, request.dinh_chinh.as_slice()),
        (LoaiQuanHe::ThuHoi, request.thu_hoi.as_slice()),
    ];
    let allowed = cai.phat_hanh_duoc(day, so, muc.ngay, muc.dau);
    allowed.map_err(|found| {
        found.into_iter().map(|fault| lam_gi(fault, muc, cai)).collect::<Vec<_>>()
    })?;
    cai.mot_day(day, &muc.so_hieu.ky_hieu).map_err(|fault| vec![fault])?;
    let quan_he = cac_quan_he(&asked, cai, muc.ngay, &mut |_| {})?;
    let place = dich(day, &muc.so_hieu);
    if !files.is_empty() && kho.co(&place) {
        return Err(vec![da_co(&kho.duong_dan(&place))]);
    }
    Ok((Dong { quan_he, ..muc.dong.clone() }, cai.mo_day(day, muc.dau)))
}

/// What to do about a number that the register doesn't give, for whoever holds a paper that bears it.
fn lam_gi(fault: Diagnostic, muc: &Muc, cai: &SoCai) -> Diagnostic {
    if fault.code != "number-taken" {
        return fault;
    }
    let void = cai.muc(&muc.dong.day, muc.so_hieu.so).map(|own| own.trang_thai);
    fault.hint(match void {
        Some(TrangThai::Huy) => {
            "xem lại số in trên văn bản; số đã huỷ không dùng lại, văn bản ấy phải mang số khác"
        }
        _ => "xem lại số in trên văn bản; hai văn bản lỡ mang một số thì văn bản sau lấy số mới",
    })
}

/// Writes line and folder.
fn ghi(
    so_mo: &SoMo,
    muc: &Muc,
    dong: Dong,
    mo_day: Option<Dong>,
    files: &[Tep],
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let (stt, dau_truoc) = so_mo.so.sau_khi(mo_day.as_slice());
    let place = dich(&dong.day, &muc.so_hieu);
    let shown = tom_tat(&dong);
    let goi = (!files.is_empty()).then(|| {
        let names = cac_ten(files, &muc.so_hieu);
        let named = names.iter().cloned().zip(files.iter().map(|tep| tep.goc.clone()));
        let goc = DongGoc { stt, dau_truoc, dong: dong.clone() };
        let phieu = PhieuVao { so_hieu: muc.so_hieu.clone(), dong: goc };
        let phieu = phieu.viet(&named.collect::<Vec<_>>());
        let bytes = files.iter().map(|tep| tep.bytes.clone());
        let mut all: Vec<(String, Vec<u8>)> = names.into_iter().zip(bytes).collect();
        all.push((TEP_PHIEU_VAO.to_owned(), phieu));
        Goi::moi(&muc.so_hieu, &muc.ngay.to_string(), all)
    });
    let bang_ke = goi.as_ref().map(|goi| goi.dau.clone()).unwrap_or_default();
    let lines: Vec<Dong> = mo_day.into_iter().chain([Dong { bang_ke, ..dong }]).collect();
    let at = so_mo.kho.duong_dan(&place);
    let made: Vec<PathBuf> =
        goi.iter().flat_map(|goi| &goi.tep).map(|(ten, _)| inside(&at, ten)).collect();
    so_mo.ghi(muc.so_hieu.to_string(), &lines, goi.map(|goi| (place, goi)), outcome)?;
    outcome.made.extend(made);
    outcome.lines.push(format!("đã vào sổ {shown}"));
    Ok(())
}

/// `105/KH-HĐND ngày 15/3/2023 (2023 HĐND): Kế hoạch …; người ký: …; nơi nhận: …`.
fn tom_tat(dong: &Dong) -> String {
    let so_hieu = dong.so_hieu.as_ref().map(ToString::to_string).unwrap_or_default();
    let ngay = dong.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let Dong { day, trich_yeu, nguoi_ky, noi_nhan, luu, .. } = dong;
    let luu = if luu.is_empty() { String::new() } else { format!("; lưu: {luu}") };
    format!(
        "{so_hieu} ngày {ngay} ({day}): {trich_yeu}; người ký: {nguoi_ky}; nơi nhận: {noi_nhan}{luu}"
    )
}
