//! The itinerary: days inside the trip and in order, hours in order, every host visited.

use super::noi_lam_viec::Noi;
use super::thoi_gian::{ThoiGianDi, ngay};
use crate::diagnostic::Severity;
use crate::model::{Fault, Gio, Ngay, NgayDi, Viec};
use crate::reading::form::{Field, NgayForm, ViecForm};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

pub fn lich_trinh(
    doc: &mut Doc<'_>,
    field: Option<Field<Vec<Field<NgayForm>>>>,
    di: Option<&ThoiGianDi>,
    noi: &[Noi],
) -> Vec<NgayDi> {
    let Some((items, span)) = doc.optional(field) else { return Vec::new() };
    let count = items.len();
    let mut all: Vec<(NgayDi, Span)> = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "lich_trinh", span) else { continue };
        let day = ngay(doc, form.ngay, "ngay", at);
        let viec = cac_viec(doc, form.viec, at);
        let Some((day, day_at)) = day else { continue };
        if let Some(di) = di {
            trong_dot(doc, day, day_at, di);
        }
        if let Some((before, before_at)) = all.last().filter(|(b, _)| b.ngay >= day) {
            let message = format!("ngày {day} không sau ngày {} đứng trên nó", before.ngay);
            let other = doc.place(*before_at);
            let fault = Fault::new("days-out-of-order", message).hint("xếp lại theo thứ tự ngày");
            doc.trai(Severity::Error, fault, day_at, other);
        }
        all.push((NgayDi { ngay: day, viec }, day_at));
    }
    let days: Vec<NgayDi> = all.into_iter().map(|(day, _)| day).collect();
    // A day that couldn't be read may be the one that is missed.
    if days.len() == count {
        du_ngay(doc, &days, span, di);
        du_noi(doc, &days, span, noi);
    }
    days
}

fn trong_dot(doc: &mut Doc<'_>, day: Ngay, at: Span, di: &ThoiGianDi) {
    if (di.tu..=di.den).contains(&day) {
        return;
    }
    let message = format!("ngày {day} ở ngoài đợt đi {} – {}", di.tu, di.den);
    let fault = Fault::new("day-outside-trip", message).hint("sửa ngày này hoặc thoi_gian");
    let other = doc.place(di.at);
    doc.trai(Severity::Error, fault, at, other);
}

fn cac_viec(doc: &mut Doc<'_>, field: Field<Vec<Field<ViecForm>>>, parent: Span) -> Vec<Viec> {
    let Some((items, span)) = doc.require(field, "viec", parent) else { return Vec::new() };
    if items.is_empty() {
        doc.fault(Fault::new("empty-value", "ngày này chưa có việc nào"), span);
    }
    let mut all = Vec::new();
    let mut before: Option<(Gio, Span)> = None;
    for item in items {
        let Some((form, at)) = doc.require(item, "viec", span) else { continue };
        let gio = doc.line(form.gio, "gio", at);
        let gio = gio.and_then(|(t, s)| doc.take(Gio::parse(&t), s).map(|gio| (gio, s)));
        let noi_dung = doc.chu(form.noi_dung, "noi_dung", at);
        let dia_diem = doc.optional_chu(form.dia_diem);
        let chu_tri = doc.optional_chu(form.chu_tri);
        let Some((gio, gio_at)) = gio else { continue };
        theo_gio(doc, gio, gio_at, before);
        before = Some((gio, gio_at));
        all.extend(noi_dung.map(|noi_dung| Viec { gio, noi_dung, dia_diem, chu_tri }));
    }
    all
}

fn theo_gio(doc: &mut Doc<'_>, gio: Gio, at: Span, before: Option<(Gio, Span)>) {
    let Some((earlier, earlier_at)) = before else { return };
    if gio.tu >= earlier.den.unwrap_or(earlier.tu) {
        return;
    }
    let message = format!("{gio} không sau {earlier} của việc đứng trên nó");
    let fault = Fault::new("hours-out-of-order", message).hint("xếp lại theo thứ tự giờ");
    let other = doc.place(earlier_at);
    doc.trai(Severity::Error, fault, at, other);
}

/// A day of the trip of which nothing is said.
fn du_ngay(doc: &mut Doc<'_>, days: &[NgayDi], at: Span, di: Option<&ThoiGianDi>) {
    let Some(di) = di else { return };
    let inside = days.iter().filter(|d| (di.tu..=di.den).contains(&d.ngay)).count();
    let missing = di.so_ngay.saturating_sub(u64::try_from(inside).unwrap_or(u64::MAX));
    if missing > 0 {
        let message = format!("đợt đi {} ngày mà lịch trình còn thiếu {missing} ngày", di.so_ngay);
        let fault = Fault::new("day-without-itinerary", message).hint("ghi đủ các ngày của đợt");
        let other = doc.place(di.at);
        doc.trai(Severity::Warning, fault, at, other);
    }
}

/// A host whom no line of the itinerary names.
fn du_noi(doc: &mut Doc<'_>, days: &[NgayDi], at: Span, noi: &[Noi]) {
    let said: Vec<String> = days
        .iter()
        .flat_map(|day| &day.viec)
        .flat_map(|viec| [Some(&viec.noi_dung), viec.dia_diem.as_ref()])
        .flatten()
        .map(|chu| chu.chu_tron().to_lowercase())
        .collect();
    for noi in noi {
        let ten = noi.dia_ban.ten().to_lowercase();
        if said.iter().any(|text| text.contains(&ten)) {
            continue;
        }
        let message = format!("lịch trình không nhắc tới “{}”, nơi có làm việc", noi.dia_ban);
        let fault = Fault::new("host-not-in-itinerary", message).hint("thêm buổi làm việc ở đó");
        let other = doc.place(noi.at);
        doc.trai(Severity::Warning, fault, at, other);
    }
}
