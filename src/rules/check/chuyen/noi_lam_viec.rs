//! The hosts against the plan: its provinces, and what is learnt in each.

use super::goc::DotGoc;
use super::thoi_gian::ThoiGianDi;
use crate::diagnostic::Severity;
use crate::model::{Chu, DiaBan, Fault, NoiLamViec};
use crate::reading::form::{Field, NoiLamViecForm, Text};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;
use crate::rules::check::dot::da_nhap;

/// A host with its place; its province is known even if the rest is at fault.
pub struct Noi {
    pub dia_ban: DiaBan,
    pub at: Span,
    pub model: Option<NoiLamViec>,
}

pub fn noi_lam_viec(
    doc: &mut Doc<'_>,
    field: Option<Field<Vec<Field<NoiLamViecForm>>>>,
    top: Span,
    can: bool,
    goc: Option<&DotGoc<'_>>,
    di: Option<&ThoiGianDi>,
) -> Vec<Noi> {
    let Some((items, span)) = doc.danh_sach(field, "noi_lam_viec", top, can) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "noi_lam_viec", span) else { continue };
        all.extend(noi(doc, form, at, goc, di));
    }
    if let Some(goc) = goc {
        tinh_khong_den(doc, &all, span, goc);
    }
    all
}

fn noi(
    doc: &mut Doc<'_>,
    form: NoiLamViecForm,
    at: Span,
    goc: Option<&DotGoc<'_>>,
    di: Option<&ThoiGianDi>,
) -> Option<Noi> {
    let don_vi = doc.line(form.don_vi, "don_vi", at);
    let cau_hoi = doc.optional(form.cau_hoi);
    let cau_hoi = cau_hoi.map(|(items, span)| doc.chu_items(items, "cau_hoi", span));
    let (ten, ten_at) = doc.line(form.dia_ban, "dia_ban", at)?;
    let dia_ban = doc.take(DiaBan::parse(&ten), ten_at)?;
    if let Some(di) = di {
        da_nhap(doc, dia_ban, ten_at, di.tu.ngay());
    }
    if let Some(goc) = goc {
        trong_ke_hoach(doc, dia_ban, ten_at, goc);
    }
    let chu_de = chu_de(doc, form.chu_de, dia_ban, at, goc);
    let model = don_vi.zip(chu_de).map(|((don_vi, _), chu_de)| NoiLamViec {
        don_vi,
        dia_ban,
        chu_de,
        cau_hoi: cau_hoi.unwrap_or_default(),
    });
    Some(Noi { dia_ban, at, model })
}

/// The plan names the provinces; another one would be a trip that nobody has approved.
fn trong_ke_hoach(doc: &mut Doc<'_>, dia_ban: DiaBan, at: Span, goc: &DotGoc<'_>) -> Option<()> {
    let planned = &goc.dot?.dia_diem;
    if planned.dia_ban().contains(&dia_ban) {
        return None;
    }
    let message = format!("đợt {} của kế hoạch không đi “{dia_ban}”", goc.so);
    let fault = Fault::new("province-not-planned", message)
        .hint(format!("kế hoạch ghi: {}", planned.nguyen_van()));
    doc.trai(Severity::Error, fault, at, goc.place(goc.cho.dia_diem));
    None
}

/// The host's own topic, else the plan's for its province, else the plan's general one.
fn chu_de(
    doc: &mut Doc<'_>,
    own: Option<Field<Text>>,
    dia_ban: DiaBan,
    at: Span,
    goc: Option<&DotGoc<'_>>,
) -> Option<Chu> {
    let own = doc.optional_chu(own);
    if own.is_some() {
        return own;
    }
    let goc = goc?;
    let planned = match goc.dot {
        Some(dot) if dot.cu_the.is_empty() => goc.chu_de(),
        Some(dot) => dot.cu_the.iter().find(|c| c.dia_ban == dia_ban).map(|c| c.noi_dung.clone()),
        None => None,
    };
    if planned.is_none() && goc.dot.is_none_or(|d| d.dia_diem.dia_ban().contains(&dia_ban)) {
        let message = format!("chưa rõ làm việc ở “{dia_ban}” về chủ đề gì");
        let fault = Fault::new("host-without-topic", message)
            .hint("thêm mục chu_de ở đây; kế hoạch không nêu chủ đề riêng cho nơi này");
        doc.trai(Severity::Error, fault, at, goc.place(goc.cho.cu_the));
    }
    planned
}

/// Every province of the plan has a host.
fn tinh_khong_den(doc: &mut Doc<'_>, all: &[Noi], at: Span, goc: &DotGoc<'_>) {
    let Some(dot) = goc.dot else { return };
    for place in dot.dia_diem.dia_ban().iter().filter(|p| !all.iter().any(|n| n.dia_ban == **p)) {
        let topic = dot.cu_the.iter().find(|c| c.dia_ban == *place);
        let (message, other) = match topic {
            Some(topic) => (
                format!(
                    "kế hoạch nêu chủ đề ở “{place}” mà đợt này không có nơi làm việc nào ở đó"
                ),
                goc.place_of(goc.cho.cu_the, &topic.ten),
            ),
            None => (
                format!("kế hoạch đi “{place}” mà đợt này không có nơi làm việc nào ở đó"),
                goc.place_of(goc.cho.dia_diem, place.ten()),
            ),
        };
        let fault = Fault::new("province-without-host", message)
            .hint("thêm một nơi làm việc; nếu thật sự không đi thì để nguyên");
        doc.trai(Severity::Warning, fault, at, other);
    }
}
