//! The trips of a plan, and how a trip's parts must agree with each other.

use chrono::NaiveDate;

use super::doc::Doc;
use crate::model::dot::DAU_CU_THE;
use crate::model::{Chu, ChuyenDi, CuThe, DiaBan, DiaDiem, Dot, Fault, Loi, NgayBanHanh, ThoiGian};
use crate::reading::form::{DotForm, Field, Table, Text};
use crate::reading::yaml::Span;

/// Stands in for the year when the plan's own date is at fault, so that the phrase is still read.
const NAM_KHONG_RO: i32 = 2000;

/// All trips; a plan without any has nothing to plan.
pub fn cac_dot(
    doc: &mut Doc<'_>,
    field: Field<Vec<Field<DotForm>>>,
    top: Span,
    ngay: Option<NgayBanHanh>,
) -> Vec<Dot> {
    let Some((items, span)) = doc.require(field, "dot", top) else { return Vec::new() };
    if items.is_empty() {
        let fault = Fault::new("no-trips", "kế hoạch chưa có đợt nào");
        doc.fault(fault.hint("thêm một đợt: “- noi_dung: Tuỳ theo yêu cầu thực tế.”"), span);
    }
    let mut all = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let name = format!("đợt {}", index.saturating_add(1));
        let Some((form, at)) = doc.require(item, &name, span) else { continue };
        all.extend(dot(doc, form, at, &name, ngay));
    }
    all
}

/// One trip: in detail, or in one sentence, never both.
fn dot(
    doc: &mut Doc<'_>,
    form: DotForm,
    at: Span,
    name: &str,
    ngay: Option<NgayBanHanh>,
) -> Option<Dot> {
    let detailed = [&form.chu_de, &form.thoi_gian, &form.dia_diem, &form.phuong_tien];
    let detailed = detailed.iter().any(|field| field.is_some()) || form.cu_the.is_some();
    match (form.noi_dung.clone(), detailed) {
        (Some(noi_dung), false) => {
            let noi_dung = doc.chu(noi_dung, "noi_dung", at)?;
            Some(Dot::MotCau { noi_dung })
        }
        (Some(_), true) => {
            let message = format!("{name} ghi cả noi_dung lẫn chủ đề, thời gian, địa điểm");
            let hint = "đợt đã rõ thì bỏ noi_dung; đợt chưa rõ thì chỉ để noi_dung";
            doc.fault(Fault::new("trip-two-kinds", message).hint(hint), at);
            None
        }
        (None, _) => chuyen_di(doc, form, at, ngay).map(Dot::ChuyenDi),
    }
}

fn chuyen_di(
    doc: &mut Doc<'_>,
    form: DotForm,
    at: Span,
    ngay: Option<NgayBanHanh>,
) -> Option<ChuyenDi> {
    let missing = |field: Option<Field<Text>>| field.unwrap_or(Field::Missing);
    let chu_de = doc.chu_tho(missing(form.chu_de), "chu_de", at);
    let thoi_gian = doc.plain(missing(form.thoi_gian), "thoi_gian", at);
    let thoi_gian = thoi_gian.and_then(|(text, span)| thoi_gian_di(doc, &text, span, ngay));
    let dia_diem = doc.plain(missing(form.dia_diem), "dia_diem", at);
    let dia_diem =
        dia_diem.and_then(|(text, span)| Some((doc.take_all(DiaDiem::parse(&text), span)?, span)));
    let phuong_tien = form.phuong_tien.and_then(|field| doc.chu(field, "phuong_tien", at));
    let cu_the = doc.optional(form.cu_the).filter(|(table, _)| !table.0.is_empty());
    let notes_at = cu_the.as_ref().map(|(_, span)| *span);
    let cu_the = cu_the.map(|(table, span)| cac_cu_the(doc, table, span)).unwrap_or_default();
    if let (Some((places, span)), Some(_)) = (&dia_diem, notes_at) {
        cung_tinh(doc, places, *span, &cu_the);
    }
    if let (Some((places, span)), Some(ngay)) = (&dia_diem, ngay) {
        for place in places.dia_ban() {
            da_nhap(doc, *place, *span, ngay.ngay_dau_ky());
        }
    }
    let chu_de = chu_de.map(|(chu, span)| {
        dau_va_chu_thich(doc, &chu, span, notes_at);
        chu
    });
    Some(ChuyenDi {
        chu_de: chu_de?,
        cu_the: cu_the.into_iter().map(|(cu_the, _)| cu_the).collect(),
        thoi_gian: thoi_gian?,
        dia_diem: dia_diem?.0,
        phuong_tien,
    })
}

/// A phrase that says no date, or one before the plan itself, is worth a second look.
fn thoi_gian_di(
    doc: &mut Doc<'_>,
    text: &Loi,
    span: Span,
    ngay: Option<NgayBanHanh>,
) -> Option<ThoiGian> {
    let thoi_gian =
        doc.take(ThoiGian::parse(text, ngay.map_or(NAM_KHONG_RO, |n| n.nam())), span)?;
    match thoi_gian.khoang() {
        None => {
            let fault = Fault::new("unknown-time", format!("“{text}” chưa cho biết ngày tháng"));
            doc.warn(
                fault.hint("nếu đã dự kiến được thì ghi, ví dụ: Dự kiến tháng 4 năm 2023."),
                span,
            );
        }
        Some((_, last)) if ngay.is_some_and(|n| last < n.ngay_dau_ky()) => {
            let fault =
                Fault::new("time-before-issue", format!("“{text}” trước ngày ban hành kế hoạch"));
            doc.warn(fault.hint("kiểm tra lại năm của đợt này và ngay_ban_hanh"), span);
        }
        Some(_) => {}
    }
    Some(thoi_gian)
}

/// What is learnt in each province, each with the place of its name.
fn cac_cu_the(doc: &mut Doc<'_>, table: Table<Text>, parent: Span) -> Vec<(CuThe, Span)> {
    let mut all: Vec<(CuThe, Span)> = Vec::new();
    for (key, value) in table.0 {
        let Some((ten, at)) = doc.plain(key, "cu_the", parent) else { continue };
        let ten = ten.map(|ten| ten.trim_end_matches([':', ' ']).to_owned());
        let dia_ban = doc.take(DiaBan::parse(&ten), at);
        let noi_dung = doc.chu(value, &ten, at);
        let (Some(dia_ban), Some(noi_dung)) = (dia_ban, noi_dung) else { continue };
        if all.iter().any(|(earlier, _)| earlier.dia_ban == dia_ban) {
            let fault =
                Fault::new("duplicate-province", format!("“{dia_ban}” ghi hai lần trong cu_the"));
            doc.fault(fault.hint("gộp hai mục làm một"), at);
            continue;
        }
        all.push((CuThe { ten, dia_ban, noi_dung }, at));
    }
    all
}

/// The note speaks of the provinces that the trip goes to.
fn cung_tinh(doc: &mut Doc<'_>, places: &DiaDiem, at: Span, cu_the: &[(CuThe, Span)]) {
    for (note, span) in cu_the.iter().filter(|(n, _)| !places.dia_ban().contains(&n.dia_ban)) {
        let message = format!("“{}” có trong cu_the mà không có trong dia_diem", note.ten);
        let fault = Fault::new("province-not-visited", message);
        doc.fault(fault.hint("thêm vào dia_diem, hoặc bỏ khỏi cu_the"), *span);
    }
    for place in places.dia_ban().iter().filter(|p| !cu_the.iter().any(|(n, _)| n.dia_ban == **p)) {
        let message = format!("“{place}” có trong dia_diem mà cu_the chưa nói học tập điều gì");
        let fault = Fault::new("province-without-note", message).words(place.ten());
        doc.warn(fault.hint("thêm một mục cho tỉnh ấy vào cu_the"), at);
    }
}

/// Since 1 July 2025 there are 34 provinces; a later paper that goes to one of the old names needs a look.
pub fn da_nhap(doc: &mut Doc<'_>, place: DiaBan, at: Span, ngay: NaiveDate) {
    let merged = NaiveDate::from_ymd_opt(2025, 7, 1).is_some_and(|day| ngay >= day);
    if merged && place.hien_nay() != place {
        let message = format!("“{place}” từ 01/7/2025 thuộc {}", place.hien_nay());
        let fault = Fault::new("province-merged", message).words(place.ten());
        doc.warn(fault.hint(format!("ghi tên hiện nay: “{}”", place.hien_nay())), at);
    }
}

/// One mark where there is a note, none where there is none.
fn dau_va_chu_thich(doc: &mut Doc<'_>, chu: &Chu, at: Span, notes_at: Option<Span>) {
    let mark = format!("[^{DAU_CU_THE}]");
    let known: &[&str] = if notes_at.is_some() { &[DAU_CU_THE] } else { &[] };
    doc.khong_chu_thich(chu, at, known);
    let count = chu.dau_chu_thich().filter(|ten| *ten == DAU_CU_THE).count();
    match (notes_at, count) {
        (Some(span), 0) => {
            let message = format!("có cu_the mà trong chu_de không có dấu {mark}");
            let fault = Fault::new("note-without-mark", message);
            doc.fault(fault.hint(format!("đặt {mark} vào chu_de, ở chỗ in số chú thích")), span);
        }
        (Some(_), 2..) => {
            let fault = Fault::new("doubled-mark", format!("dấu {mark} đặt hai lần trong chu_de"));
            doc.fault(fault.hint("giữ lại một dấu").words(mark), at);
        }
        _ => {}
    }
}
