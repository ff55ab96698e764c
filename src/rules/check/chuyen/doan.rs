//! Who goes, and how many the plan foresees.

use super::goc::DotGoc;
use crate::diagnostic::Severity;
use crate::model::doan::so_nguoi_du_kien;
use crate::model::{Fault, Loi, NoiDung, ThanhVien};
use crate::reading::form::{Field, ThanhVienForm};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

pub fn doan(
    doc: &mut Doc<'_>,
    field: Option<Field<Vec<Field<ThanhVienForm>>>>,
    top: Span,
    can: bool,
    goc: Option<&DotGoc<'_>>,
) -> Vec<(ThanhVien, Span)> {
    let Some((items, span)) = doc.danh_sach(field, "doan", top, can) else { return Vec::new() };
    let mut all = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "doan", span) else { continue };
        all.extend(thanh_vien(doc, form, at).map(|nguoi| (nguoi, at)));
    }
    so_nguoi(doc, &all, span, goc);
    all
}

fn thanh_vien(doc: &mut Doc<'_>, form: ThanhVienForm, at: Span) -> Option<ThanhVien> {
    let so_nguoi = doc.so_dem(form.so_nguoi, "so_nguoi").map_or(1, |(so, _)| so);
    let ho_ten = doc.optional_line(form.ho_ten);
    if let Some((ten, span)) = ho_ten.as_ref().filter(|_| so_nguoi > 1) {
        let message = format!("một họ tên “{ten}” cho {so_nguoi} người");
        let hint = "mỗi người có tên ghi một dòng riêng, so_nguoi: 1";
        doc.fault(Fault::new("name-of-many", message).hint(hint), *span);
    }
    let vai_tro = doc.optional_line(form.vai_tro).map(|(text, _)| bo_cham(&text));
    let chuc_danh = doc.line(form.chuc_danh, "chuc_danh", at).map(|(text, _)| bo_cham(&text));
    Some(ThanhVien { chuc_danh: chuc_danh?, vai_tro, so_nguoi, ho_ten: ho_ten.map(|(t, _)| t) })
}

/// The list sets its own marks at the end of a line.
fn bo_cham(text: &Loi) -> Loi {
    text.map(|text| text.trim_end_matches(['.', ';', ',', ' ']).to_owned())
}

fn so_nguoi(
    doc: &mut Doc<'_>,
    all: &[(ThanhVien, Span)],
    at: Span,
    goc: Option<&DotGoc<'_>>,
) -> Option<()> {
    let goc = goc?;
    let NoiDung::KeHoach(plan) = &goc.ke_hoach.noi_dung else { return None };
    let (from, to) = so_nguoi_du_kien(&plan.thanh_phan.mo_ta.chu_tron())?;
    let count = all.iter().map(|(nguoi, _)| nguoi.so_nguoi).fold(0, u64::saturating_add);
    if (from..=to).contains(&count) {
        return None;
    }
    let planned = if from == to { from.to_string() } else { format!("{from} - {to}") };
    let message = format!("Đoàn có {count} người, kế hoạch dự kiến {planned} người");
    let fault = Fault::new("members-not-as-planned", message)
        .hint("soát lại so_nguoi của từng dòng trong doan");
    doc.trai(Severity::Warning, fault, at, goc.place_of(goc.cho_chung.thanh_phan, &planned));
    None
}
