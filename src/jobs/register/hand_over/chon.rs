//! Which papers of the register go into the hồ sơ, each with its files as the judge finds them.

use std::collections::BTreeSet;

use super::{HandOverRequest, VIEC};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{loi_tham_so, tim};
use crate::jobs::{Means, Outcome};
use crate::model::CoQuan;
use crate::records::nop_luu::goi_tin::MaHoSo;
use crate::records::nop_luu::{TaiLieu, TepNop};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::SoTrenDia;
use crate::records::phat_hanh::xet::{PhanXet, VoiSo, mot_thu_muc};
use crate::records::so_dang_ky::{CachGoi, Muc, TrangThai, hang, loai};
use crate::writers::pdf::{dem_trang, la_pdf_a};

pub(super) struct Chon<'a> {
    pub request: &'a HandOverRequest,
    pub kho: &'a Kho,
    pub doc: &'a SoTrenDia,
    pub co_quan: &'a CoQuan,
    pub ma: &'a MaHoSo,
}

impl Chon<'_> {
    /// All papers; what is wrong with a folder is an error, what is to be looked at a warning.
    pub(super) fn tai_lieu(
        &self,
        means: &Means,
        outcome: &mut Outcome,
    ) -> Result<Vec<TaiLieu>, Vec<Diagnostic>> {
        let all = self.cac_muc(outcome)?;
        let (mut out, mut faults) = (Vec::new(), Vec::new());
        means.progress.more(all.len());
        for muc in all {
            let shown = muc.so_hieu.to_string();
            means.go_on(VIEC, &shown).map_err(|fault| vec![fault])?;
            means.progress.next(&shown);
            let stt = out.len().saturating_add(1);
            match self.mot(muc, stt, outcome) {
                Ok(one) => out.push(one),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(out) } else { Err(faults) }
    }

    /// The numbers that were asked for, or all of the year; what is kept or void is told and left.
    fn cac_muc(&self, outcome: &mut Outcome) -> Result<Vec<&Muc>, Vec<Diagnostic>> {
        let cai = &self.doc.cai;
        let of_year = |muc: &&Muc| {
            muc.dong.thuoc(&self.request.nam) && muc.dong.day.co_quan == self.co_quan.ky_hieu
        };
        let wanted: Vec<&Muc> = match self.request.so_hieu.as_slice() {
            [] => cai.tat_ca().filter(of_year).collect(),
            named => named.iter().map(|text| self.theo_ten(text)).collect::<Result<_, _>>()?,
        };
        let (mut out, mut seen) = (Vec::new(), BTreeSet::new());
        for muc in wanted {
            // Named twice, it is one paper.
            if !seen.insert((&muc.dong.day, muc.so_hieu.so)) {
                continue;
            }
            let why = match muc.trang_thai {
                TrangThai::PhatHanh => {
                    out.push(muc);
                    continue;
                }
                TrangThai::Giu => {
                    let message = format!(
                        "số {} còn đang giữ, chưa có văn bản",
                        muc.dong.day.goi(&muc.so_hieu)
                    );
                    let hint = "phát hành, hoặc huỷ số ấy (vanthu register void), rồi nộp lưu";
                    Diagnostic::warning("not-ready", message).hint(hint)
                }
                TrangThai::Huy => {
                    let why = muc.ly_do_huy.as_deref().unwrap_or_default();
                    Diagnostic::note(
                        "not-in-force",
                        format!("số {} đã huỷ ({why}), không nộp lưu", muc.so_hieu),
                    )
                }
            };
            outcome.diagnostics.push(why.at(muc.place.clone()));
        }
        if out.is_empty() {
            let message = format!("sổ {} không có văn bản nào để nộp lưu", self.request.nam.goi());
            let hint = "xem các số: vanthu register list";
            return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
        }
        Ok(out)
    }

    fn theo_ten(&self, text: &str) -> Result<&Muc, Vec<Diagnostic>> {
        let goi = CachGoi::doc(text).map_err(|fault| vec![loi_tham_so("--only", fault)])?;
        let goi = CachGoi { ky: goi.ky.or_else(|| Some(self.request.nam.clone())), ..goi };
        tim(&self.doc.cai, &goi, Some(&self.co_quan.ky_hieu)).map_err(|fault| vec![fault])
    }

    fn mot(
        &self,
        muc: &Muc,
        stt: usize,
        outcome: &mut Outcome,
    ) -> Result<TaiLieu, Vec<Diagnostic>> {
        let tep = self.cac_tep(muc, stt, outcome)?;
        let cells = hang(muc);
        let ghi_chu = cells.last().cloned().unwrap_or_default();
        Ok(TaiLieu {
            so: muc.so_hieu.so,
            ky_hieu: muc.so_hieu.ky_hieu.clone(),
            loai: loai(muc),
            ngay: muc.dong.ngay,
            trich_yeu: muc.dong.trich_yeu.clone(),
            nguoi_ky: muc.dong.nguoi_ky.clone(),
            noi_nhan: muc.dong.noi_nhan.clone(),
            ghi_chu,
            tep,
        })
    }

    /// The paper itself as it is kept: its PDF, signed or not; of one made elsewhere whatever is kept.
    fn cac_tep(
        &self,
        muc: &Muc,
        stt: usize,
        outcome: &mut Outcome,
    ) -> Result<Vec<TepNop>, Vec<Diagnostic>> {
        let dich = dich(&muc.dong.day, &muc.so_hieu);
        if muc.dong.bang_ke.is_empty() {
            let message = format!("{}: không giữ tệp, chỉ có văn bản giấy", muc.so_hieu);
            outcome.diagnostics.push(Diagnostic::note("not-ready", message));
            return Ok(Vec::new());
        }
        let folder = self.kho.duong_dan(&dich);
        let voi = VoiSo { kho: self.kho, doc: self.doc, dich: &dich, dang_do: false };
        let xet = mot_thu_muc(&folder, Some(voi));
        if !xet.sai.is_empty() {
            return Err(xet.sai);
        }
        let mut out = Vec::new();
        for (ten, bytes) in giay_cua(&xet) {
            let so_trang = dem_trang(bytes);
            let da_ky = xet.da_ky.iter().any(|tep| tep.ten == ten);
            outcome.diagnostics.extend(con_thieu(muc, ten, bytes, da_ky));
            let duoi = ten.rsplit('.').next().unwrap_or_default().to_lowercase();
            let ten = self.ma.ten_tep(stt, out.len().saturating_add(1), &duoi);
            out.push(TepNop { ten, bytes: bytes.to_vec(), so_trang, da_ky });
        }
        Ok(out)
    }
}

/// The files that are the paper: its PDFs, or where there is none whatever else was kept.
fn giay_cua(xet: &PhanXet) -> Vec<(&str, &[u8])> {
    let listed = xet.bang_ke.iter().flat_map(|list| list.tep.keys());
    let top = listed.filter(|ten| !ten.contains('/'));
    let files = top.filter_map(|ten| Some((ten.as_str(), xet.cay.get(ten)?.as_deref()?)));
    let files: Vec<(&str, &[u8])> = files.collect();
    let pdf = |ten: &str| ten.to_lowercase().ends_with(".pdf");
    let mut pdfs: Vec<_> = files.iter().copied().filter(|(ten, _)| pdf(ten)).collect();
    // `02-BC-HDND.pdf` is the paper, `02-BC-HDND-2.pdf` what came with it.
    pdfs.sort_by_key(|(ten, _)| (ten.len(), *ten));
    let made_here = |ten: &str| ten.ends_with(".yaml") || ten.ends_with(".json");
    match pdfs.is_empty() {
        false => pdfs,
        true => files.into_iter().filter(|(ten, _)| !made_here(ten)).collect(),
    }
}

/// What the archive would send back.
fn con_thieu(muc: &Muc, ten: &str, bytes: &[u8], da_ky: bool) -> Vec<Diagnostic> {
    let so = &muc.so_hieu;
    let mut out = Vec::new();
    let mut warn = |message: String, hint: &str| {
        out.push(Diagnostic::warning("not-ready", message).hint(hint.to_owned()));
    };
    if !ten.to_lowercase().ends_with(".pdf") {
        warn(
            format!("{so}: tệp giữ là {ten}, không phải PDF"),
            "nộp kèm bản giấy, hoặc tệp PDF/A mà nơi làm văn bản lưu lại",
        );
        return out;
    }
    if !la_pdf_a(bytes) {
        warn(format!("{so}: {ten} không phải PDF/A"), "lưu lại thành PDF/A, hoặc nộp kèm bản giấy");
    }
    if !da_ky {
        warn(
            format!("{so}: {ten} chưa ký số"),
            "ký số tệp ấy tại chỗ; văn bản ký trên giấy thì nộp kèm bản giấy",
        );
    }
    out
}
