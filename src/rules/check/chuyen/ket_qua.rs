//! `ket_qua` in a trip's file → Báo cáo.

use super::da_chi::da_chi;
use super::goc::BoiCanh;
use super::thoi_gian::ThoiGianDi;
use crate::diagnostic::Severity;
use crate::model::kieu::{CachKinhGui, KieuVanBan};
use crate::model::{
    BaoCao, Chuyen, DiaBan, Fault, KienNghi, Loai, Loi, NgayBanHanh, NoiDung, TaiTinh, VanBan,
};
use crate::reading::form::{CoDau, Field, KetQuaForm, KienNghiForm, TaiTinhForm};
use crate::reading::yaml::Span;
use crate::rules::check::dau::Dau;
use crate::rules::check::doc::Doc;

/// The subject, if the clerk gives none.
const TRICH_YEU: &str = "Kết quả chuyến công tác trao đổi, học tập kinh nghiệm";
/// Whom a report is for, if the clerk names nobody.
const KINH_GUI: &str = "Thường trực Tỉnh uỷ";

/// A report to a superior; the program words its subject.
const KIEU: KieuVanBan =
    KieuVanBan { can_trich_yeu: false, kinh_gui: CachKinhGui::Duoc, ..KieuVanBan::MAC_DINH };

/// Places in the trip's file that the report's findings point at.
pub struct Cho {
    pub co_kinh_phi: bool,
    pub noi_lam_viec: Span,
    /// The provinces of all hosts, of those with faults too.
    pub da_den: Vec<DiaBan>,
}

pub fn van_ban(
    doc: &mut Doc<'_>,
    (CoDau { dau: mut head, rieng: form }, at): (CoDau<KetQuaForm>, Span),
    canh: &BoiCanh<'_>,
    di: Option<&ThoiGianDi>,
    chuyen: Option<Chuyen>,
    cho: Cho,
) -> Option<VanBan> {
    let loai = Loai::theo_khoa("bao_cao")?;
    let co_quan = canh.co_quan.co_quan(doc, head.co_quan.take());
    let ngay_at = head.ngay_ban_hanh.span().unwrap_or(at);
    let mut dau = Dau::doc(doc, head, at, loai, &KIEU, co_quan.as_ref());
    if dau.kinh_gui.is_empty() {
        dau.kinh_gui.push(KINH_GUI.into());
    }
    if let Some((ngay, di)) = dau.ngay_ban_hanh.zip(di) {
        sau_khi_ve(doc, ngay, ngay_at, di);
    }
    let mo_dau = doc.optional_chu(form.mo_dau);
    let khai_quat = doc.optional_chu_list(form.khai_quat, "khai_quat");
    let tai_cac_tinh = tai_cac_tinh(doc, form.tai_cac_tinh, at, chuyen.as_ref(), &cho);
    let uu_diem = doc.optional_chu_list(form.uu_diem, "uu_diem");
    let han_che = doc.optional_chu_list(form.han_che, "han_che");
    let bai_hoc = doc.optional_chu_list(form.bai_hoc, "bai_hoc");
    let kien_nghi = doc.optional(form.kien_nghi);
    let kien_nghi = kien_nghi.map(|(items, span)| cac_kien_nghi(doc, items, span));
    let spent = doc.optional(form.da_chi);
    let da_chi = spent.and_then(|(form, span)| da_chi(doc, form, span, cho.co_kinh_phi));
    let ket = doc.optional_cau_ket(form.ket);
    let chuyen = chuyen?;
    dau.trich_yeu = dau.trich_yeu.or_else(|| Some(chuyen.trich_yeu(TRICH_YEU).into()));
    let noi_dung = BaoCao {
        chuyen,
        mo_dau,
        khai_quat,
        tai_cac_tinh,
        uu_diem,
        han_che,
        bai_hoc,
        kien_nghi: kien_nghi.unwrap_or_default(),
        da_chi,
        ket,
    };
    dau.van_ban(doc, loai, co_quan?, NoiDung::BaoCao(noi_dung))
}

/// What hasn't ended can't be reported on.
fn sau_khi_ve(doc: &mut Doc<'_>, ngay: NgayBanHanh, at: Span, di: &ThoiGianDi) {
    if ngay.ngay_cuoi_ky() >= di.den.ngay() {
        return;
    }
    let message = format!("báo cáo ban hành trước ngày về {}", di.den);
    let fault =
        Fault::new("report-before-return", message).hint("sửa ngay_ban_hanh hoặc thoi_gian");
    let other = doc.place(di.den_at);
    doc.trai(Severity::Error, fault, at, other);
}

fn tai_cac_tinh(
    doc: &mut Doc<'_>,
    field: Field<Vec<Field<TaiTinhForm>>>,
    parent: Span,
    chuyen: Option<&Chuyen>,
    cho: &Cho,
) -> Vec<TaiTinh> {
    let Some((items, span)) = doc.require(field, "tai_cac_tinh", parent) else { return Vec::new() };
    let noi_at = cho.noi_lam_viec;
    let mut all = Vec::new();
    let mut told: Vec<DiaBan> = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "tai_cac_tinh", span) else { continue };
        let noi_dung = doc.chu_list(form.noi_dung, "noi_dung", at);
        let Some((ten, ten_at)) = doc.line(form.dia_ban, "dia_ban", at) else { continue };
        let Some(dia_ban) = doc.take(DiaBan::parse(&ten), ten_at) else { continue };
        told.push(dia_ban);
        let hosts = chuyen.map(|c| c.noi_lam_viec.as_slice()).unwrap_or_default();
        let hosts = hosts.iter().filter(|noi| noi.dia_ban == dia_ban);
        let don_vi: Vec<Loi> = hosts.map(|noi| noi.don_vi.clone()).collect();
        if !cho.da_den.contains(&dia_ban) && !cho.da_den.is_empty() {
            let message = format!("có kết quả ở “{dia_ban}” mà đợt này không đến làm việc ở đó");
            let fault = Fault::new("result-not-visited", message)
                .hint("sửa dia_ban, hoặc thêm nơi ấy vào noi_lam_viec");
            let other = doc.place(noi_at);
            doc.trai(Severity::Error, fault, ten_at, other);
        }
        // A province may be written in several ways and is printed in one.
        let ten = if ten == dia_ban.to_string() { ten } else { dia_ban.to_string().into() };
        all.push(TaiTinh { ten, don_vi, noi_dung });
    }
    let mut silent: Vec<DiaBan> = Vec::new();
    for dia_ban in cho.da_den.iter().filter(|d| !told.contains(d)) {
        if silent.contains(dia_ban) {
            continue;
        }
        silent.push(*dia_ban);
        let message = format!("đã làm việc ở “{dia_ban}” mà báo cáo chưa nói kết quả");
        let fault = Fault::new("visit-without-result", message).hint("thêm vào tai_cac_tinh");
        let other = doc.place(noi_at);
        doc.trai(Severity::Warning, fault, span, other);
    }
    all
}

fn cac_kien_nghi(
    doc: &mut Doc<'_>,
    items: Vec<Field<KienNghiForm>>,
    parent: Span,
) -> Vec<KienNghi> {
    let mut all = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "kien_nghi", parent) else { continue };
        let voi = doc.line(form.voi, "voi", at);
        let noi_dung = doc.chu_list(form.noi_dung, "noi_dung", at);
        all.extend(voi.map(|(voi, _)| KienNghi { voi, noi_dung }));
    }
    all
}
