//! `chi_tiet` in a trip's file → Kế hoạch chi tiết.

use super::goc::{BoiCanh, DotGoc};
use super::thoi_gian::ThoiGianDi;
use crate::diagnostic::Severity;
use crate::model::{
    Chuyen, DauMoi, Fault, KeHoachChiTiet, KieuVanBan, Loai, NgayBanHanh, NoiDung, PhanCong, VanBan,
};
use crate::reading::form::{ChiTietForm, CoDau, DauMoiForm, Field, PhanCongForm};
use crate::reading::yaml::Span;
use crate::rules::check::dau::Dau;
use crate::rules::check::doc::Doc;

/// The subject, if the clerk gives none.
const TRICH_YEU: &str = "Chi tiết tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm";

/// The program words its subject.
const KIEU: KieuVanBan = KieuVanBan { can_trich_yeu: false, ..KieuVanBan::MAC_DINH };

/// Who prepares what, and whom to call.
#[derive(Default)]
pub struct ChuanBi {
    phan_cong: Vec<PhanCong>,
    pub dau_moi: Vec<DauMoi>,
}

pub fn van_ban(
    doc: &mut Doc<'_>,
    (CoDau { dau: mut head, rieng: form }, at): (CoDau<ChiTietForm>, Span),
    canh: &BoiCanh<'_>,
    goc: Option<&DotGoc<'_>>,
    di: Option<&ThoiGianDi>,
    chuyen: Option<Chuyen>,
    viec: ChuanBi,
) -> Option<VanBan> {
    let loai = Loai::theo_khoa("ke_hoach")?;
    let co_quan = canh.co_quan.co_quan(doc, head.co_quan.take());
    let ngay_at = head.ngay_ban_hanh.span().unwrap_or(at);
    let mut dau = Dau::doc(doc, head, at, loai, &KIEU, co_quan.as_ref());
    let mo_dau = doc.optional_chu(form.mo_dau);
    let muc_dich = doc.chu_list(form.muc_dich, "muc_dich", at);
    let to_chuc = doc.chu_list(form.to_chuc_thuc_hien, "to_chuc_thuc_hien", at);
    let ket = doc.optional_cau_ket(form.ket);
    if let Some((ngay, di)) = dau.ngay_ban_hanh.zip(di) {
        dung_luc(doc, ngay, ngay_at, di, goc);
    }
    let chuyen = chuyen?;
    dau.trich_yeu = dau.trich_yeu.or_else(|| Some(chuyen.trich_yeu(TRICH_YEU).into()));
    let noi_dung = KeHoachChiTiet {
        chuyen,
        mo_dau,
        muc_dich,
        phan_cong: viec.phan_cong,
        dau_moi: viec.dau_moi,
        to_chuc_thuc_hien: to_chuc,
        ket,
    };
    dau.van_ban(doc, loai, co_quan?, NoiDung::KeHoachChiTiet(noi_dung))
}

/// Issued before the trip, and not before the plan that it carries out.
fn dung_luc(
    doc: &mut Doc<'_>,
    ngay: NgayBanHanh,
    at: Span,
    di: &ThoiGianDi,
    goc: Option<&DotGoc<'_>>,
) {
    if ngay.ngay_dau_ky() > di.tu.ngay() {
        let message = format!("kế hoạch chi tiết ban hành sau ngày đi {}", di.tu);
        let fault =
            Fault::new("issued-after-departure", message).hint("sửa ngay_ban_hanh hoặc thoi_gian");
        let other = doc.place(di.tu_at);
        doc.trai(Severity::Warning, fault, at, other);
    }
    if let Some(goc) = goc.filter(|g| ngay.ngay_cuoi_ky() < g.ke_hoach.ngay_ban_hanh.ngay_dau_ky())
    {
        let message = "kế hoạch chi tiết ban hành trước kế hoạch mà nó thực hiện";
        let fault =
            Fault::new("issued-before-plan", message).hint("sửa một trong hai ngày ban hành");
        doc.trai(Severity::Warning, fault, at, goc.place(goc.cho_chung.ngay_ban_hanh));
    }
}

impl ChuanBi {
    pub fn doc(
        doc: &mut Doc<'_>,
        phan_cong: Option<Field<Vec<Field<PhanCongForm>>>>,
        dau_moi: Option<Field<Vec<Field<DauMoiForm>>>>,
    ) -> Self {
        let mut all = Self::default();
        let (items, span) = doc.optional(phan_cong).unwrap_or_default();
        for item in items {
            let Some((form, at)) = doc.require(item, "phan_cong", span) else { continue };
            let viec = doc.chu(form.viec, "viec", at);
            let don_vi = doc.chu(form.don_vi, "don_vi", at);
            let thoi_han = doc.optional_chu(form.thoi_han);
            let made = viec.zip(don_vi);
            all.phan_cong.extend(made.map(|(viec, don_vi)| PhanCong { viec, don_vi, thoi_han }));
        }
        let (items, span) = doc.optional(dau_moi).unwrap_or_default();
        for item in items {
            let Some((form, at)) = doc.require(item, "dau_moi", span) else { continue };
            let don_vi = doc.line(form.don_vi, "don_vi", at);
            let chuc_danh = doc.line(form.chuc_danh, "chuc_danh", at);
            let dien_thoai = doc.optional_line(form.dien_thoai).map(|(text, _)| text);
            all.dau_moi.extend(don_vi.zip(chuc_danh).map(|((don_vi, _), (chuc_danh, _))| DauMoi {
                don_vi,
                chuc_danh,
                dien_thoai,
            }));
        }
        all
    }
}
