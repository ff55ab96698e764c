//! The trips of a hồ sơ against each other: one file a trip, nobody in two places at once.

use super::chuyen::DaDoc;
use super::doc::Doc;
use crate::diagnostic::Severity;
use crate::model::Fault;

/// Compares every trip with those before it.
pub fn cac_chuyen(trips: &mut [(Doc<'_>, DaDoc)]) {
    for index in 1..trips.len() {
        let Some((before, rest)) = trips.split_at_mut_checked(index) else { return };
        let Some((doc, trip)) = rest.first_mut() else { return };
        for (other_doc, other) in before.iter() {
            trung_so(doc, trip, other_doc, other);
            trung_nguoi(doc, trip, other_doc, other);
        }
    }
}

fn trung_so(doc: &mut Doc<'_>, trip: &DaDoc, other_doc: &Doc<'_>, other: &DaDoc) {
    let (Some((so, at)), Some((other_so, other_at))) = (trip.so, other.so) else { return };
    if so == other_so {
        let fault = Fault::new("duplicate-trip", format!("hai tệp cùng là đợt {so}"));
        let fault = fault.hint("sửa số đợt của một tệp, hoặc gộp hai tệp làm một");
        doc.trai(Severity::Error, fault, at, other_doc.place(other_at));
    }
}

fn trung_nguoi(doc: &mut Doc<'_>, trip: &DaDoc, other_doc: &Doc<'_>, other: &DaDoc) {
    let (Some((tu, den, _)), Some((other_tu, other_den, _))) = (trip.thoi_gian, other.thoi_gian)
    else {
        return;
    };
    if den < other_tu || other_den < tu {
        return;
    }
    for (nguoi, at) in &trip.doan {
        let Some((_, other_at)) = other.doan.iter().find(|(n, _)| n.cung_nguoi(nguoi)) else {
            continue;
        };
        let who = nguoi.ho_ten.as_ref().unwrap_or(&nguoi.chuc_danh);
        let message = format!(
            "“{who}” có mặt ở hai đợt trùng ngày: {tu} – {den} và {other_tu} – {other_den}"
        );
        let fault =
            Fault::new("member-in-two-trips", message).hint("đổi ngày một đợt, hoặc cử người khác");
        doc.trai(Severity::Error, fault, *at, other_doc.place(*other_at));
    }
}
