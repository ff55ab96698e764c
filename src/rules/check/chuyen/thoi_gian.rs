//! When the trip is, against itself and against the plan.

use super::goc::DotGoc;
use crate::diagnostic::Severity;
use crate::model::{Fault, Ngay};
use crate::reading::form::{Field, Text, TuDenForm};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

/// The days of a trip.
pub struct ThoiGianDi {
    pub tu: Ngay,
    pub den: Ngay,
    pub so_ngay: u64,
    pub so_dem: u64,
    pub at: Span,
    pub tu_at: Span,
    pub den_at: Span,
}

pub fn thoi_gian(
    doc: &mut Doc<'_>,
    field: Field<TuDenForm>,
    so_dem: Option<Field<Text>>,
    top: Span,
    goc: Option<&DotGoc<'_>>,
) -> Option<ThoiGianDi> {
    let nights = doc.so_dem(so_dem, "so_dem");
    let (form, at) = doc.require(field, "thoi_gian", top)?;
    let (tu, tu_at) = ngay(doc, form.tu, "tu", at).unzip();
    let (den, den_at) = ngay(doc, form.den, "den", at).unzip();
    let (tu, den, tu_at, den_at) = (tu?, den?, tu_at?, den_at?);
    if den < tu {
        let message = format!("ngày về {den} trước ngày đi {tu}");
        doc.fault(Fault::new("bad-range", message).hint("sửa lại một trong hai ngày"), den_at);
        return None;
    }
    let so_ngay = tu.so_ngay_den(den);
    if let Some((nights, span)) = nights.filter(|(nights, _)| *nights > so_ngay) {
        let message = format!("{nights} đêm nhiều hơn {so_ngay} ngày của đợt");
        let other = doc.place(at);
        let fault = Fault::new("too-many-nights", message).hint("sửa so_dem hoặc thoi_gian");
        doc.trai(Severity::Error, fault, span, other);
    }
    let so_dem = nights.map_or(so_ngay.saturating_sub(1), |(nights, _)| nights);
    let di = ThoiGianDi { tu, den, so_ngay, so_dem, at, tu_at, den_at };
    trong_ke_hoach(doc, &di, goc);
    Some(di)
}

/// A date that must be whole.
pub fn ngay(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    key: &str,
    parent: Span,
) -> Option<(Ngay, Span)> {
    let (text, span) = doc.line(field, key, parent)?;
    doc.take(Ngay::parse(&text), span).map(|ngay| (ngay, span))
}

/// The plan says when. What it only foresees (`dự kiến`) may shift, so that is a warning.
fn trong_ke_hoach(doc: &mut Doc<'_>, di: &ThoiGianDi, goc: Option<&DotGoc<'_>>) -> Option<()> {
    let goc = goc?;
    let planned = &goc.dot?.thoi_gian;
    let (first, last) = planned.khoang()?;
    if first <= di.tu.ngay() && di.den.ngay() <= last {
        return None;
    }
    let text = planned.nguyen_van().trim_end_matches('.');
    let message = format!("đợt đi {} – {} khác thời gian của kế hoạch: “{text}”", di.tu, di.den);
    let fault =
        Fault::new("time-not-as-planned", message).hint("sửa ngày đi, ngày về cho khớp kế hoạch");
    let foreseen = text.to_lowercase().contains("dự kiến");
    let muc_do = if foreseen { Severity::Warning } else { Severity::Error };
    doc.trai(muc_do, fault, di.tu_at, goc.place(goc.cho.thoi_gian));
    None
}
