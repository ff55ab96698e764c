//! The budget: computed, and held against what the clerk has typed.

use super::goc::DotGoc;
use super::thoi_gian::ThoiGianDi;
use crate::diagnostic::Severity;
use crate::model::dinh_muc::dang_hieu_luc;
use crate::model::{
    Chu, CoQuan, DinhMuc, Fault, KhoanChi, KinhPhi, LoaiChi, NhomChi, NoiDung, Tien,
};
use crate::reading::form::{Field, KhoanChiForm, KinhPhiForm, Text};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

/// What amounts are computed from besides the lines themselves.
pub struct CachTinh<'a> {
    pub di: Option<&'a ThoiGianDi>,
    pub so_nguoi: u64,
    /// The offices whose levels hold, the nearest first; none if they aren't known.
    pub co_quan: Option<&'a [&'a CoQuan]>,
    pub goc: Option<&'a DotGoc<'a>>,
}

pub fn kinh_phi(
    doc: &mut Doc<'_>,
    form: KinhPhiForm,
    at: Span,
    cach: &CachTinh<'_>,
) -> Option<KinhPhi> {
    let mut nguon: Vec<Chu> = doc.optional_chu(form.nguon).into_iter().collect();
    if let (true, Some(NoiDung::KeHoach(plan))) =
        (nguon.is_empty(), cach.goc.map(|goc| &goc.ke_hoach.noi_dung))
    {
        nguon = plan.kinh_phi.clone();
    }
    let fields = [form.di_lai, form.luu_tru, form.phong_nghi, form.chi_khac];
    let mut nhom: Vec<NhomChi> = Vec::new();
    let mut lines = 0usize;
    for (loai, field) in LoaiChi::TAT_CA.into_iter().zip(fields) {
        let Some((items, span)) = doc.optional(field) else { continue };
        lines = lines.saturating_add(items.len());
        nhom.extend(mot_nhom(doc, loai, items, span, cach));
    }
    if nhom.is_empty() {
        let fault = Fault::new("empty-value", "dự trù kinh phí chưa có khoản nào");
        doc.fault(fault.hint("thêm khoản vào di_lai, luu_tru, phong_nghi hoặc chi_khac"), at);
    }
    let read: usize = nhom.iter().map(|n| n.khoan.len()).sum();
    let kinh_phi = doc.take(KinhPhi::new(nguon, nhom), at)?;
    // A sum that lacks a line or the days would be a second message about the same slip.
    if read == lines && cach.di.is_some() {
        doc.da_tinh(at, kinh_phi.tong());
        dung_so(doc, form.tong, kinh_phi.tong(), "tổng cộng");
    }
    Some(kinh_phi)
}

fn mot_nhom(
    doc: &mut Doc<'_>,
    loai: LoaiChi,
    items: Vec<Field<KhoanChiForm>>,
    span: Span,
    cach: &CachTinh<'_>,
) -> Option<NhomChi> {
    let count = items.len();
    let mut khoan = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, loai.khoa(), span) else { continue };
        khoan.extend(mot_khoan(doc, loai, form, at, cach));
    }
    if loai == LoaiChi::LuuTru && khoan.len() == count {
        du_nguoi(doc, &khoan, span, cach.so_nguoi);
    }
    let whole = khoan.len() == count && cach.di.is_some();
    let nhom = (!khoan.is_empty()).then(|| doc.take(NhomChi::new(loai, khoan), span)).flatten();
    if let Some(nhom) = nhom.as_ref().filter(|_| whole) {
        doc.da_tinh(span, nhom.cong());
    }
    nhom
}

fn mot_khoan(
    doc: &mut Doc<'_>,
    loai: LoaiChi,
    form: KhoanChiForm,
    at: Span,
    cach: &CachTinh<'_>,
) -> Option<KhoanChi> {
    let noi_dung = doc.chu(form.noi_dung, "noi_dung", at);
    let don_vi = doc.line(form.don_vi, "don_vi", at);
    let so_luong = doc.line(form.so_luong, "so_luong", at);
    let so_luong = so_luong
        .and_then(|(t, s)| doc.so_dem(Some(Field::Good(Text(t.into_string()), s)), "so_luong"));
    let ghi_chu = doc.optional_chu(form.ghi_chu);
    let lan = so_lan(doc, loai, [form.lan, form.so_ngay, form.so_dem], at, cach.di);
    let (don_gia, can_cu) = don_gia(doc, form.don_gia, form.muc, at, cach)?;
    let ghi_chu = ghi_chu.or_else(|| can_cu.map(|text| Chu::parse(&text)));
    let so = (so_luong?.0, lan);
    let khoan = KhoanChi::new(noi_dung?, don_vi?.0, so, don_gia, ghi_chu);
    let khoan = doc.take(khoan, at)?;
    if cach.di.is_some() {
        doc.da_tinh(at, khoan.thanh_tien());
        dung_so(doc, form.thanh_tien, khoan.thanh_tien(), "thành tiền");
    }
    Some(khoan)
}

/// How many days, nights or times; days and nights are the trip's unless the line has its own.
fn so_lan(
    doc: &mut Doc<'_>,
    loai: LoaiChi,
    [lan, ngay, dem]: [Option<Field<Text>>; 3],
    at: Span,
    di: Option<&ThoiGianDi>,
) -> Option<u64> {
    let lan = doc.so_dem(lan, "lan");
    let ngay = doc.so_dem(ngay, "so_ngay");
    let dem = doc.so_dem(dem, "so_dem");
    if [&lan, &ngay, &dem].iter().filter(|field| field.is_some()).count() > 1 {
        let fault = Fault::new("two-multipliers", "chỉ ghi một trong ba mục lan, so_ngay, so_dem");
        doc.fault(fault, at);
    }
    if let Some(di) = di {
        khop_dot(doc, ngay, "ngày", di.so_ngay, di, loai == LoaiChi::LuuTru);
        khop_dot(doc, dem, "đêm", di.so_dem, di, loai == LoaiChi::PhongNghi);
    }
    let own = lan.or(ngay).or(dem).map(|(number, _)| number);
    own.or_else(|| match loai {
        LoaiChi::LuuTru => di.map(|di| di.so_ngay),
        LoaiChi::PhongNghi => di.map(|di| di.so_dem),
        LoaiChi::DiLai | LoaiChi::ChiKhac => None,
    })
}

/// More days than the trip has can't be; fewer are usual only for those who go part of the way.
fn khop_dot(
    doc: &mut Doc<'_>,
    own: Option<(u64, Span)>,
    what: &str,
    of_trip: u64,
    di: &ThoiGianDi,
    exact: bool,
) {
    let Some((number, span)) = own else { return };
    let muc_do = match number {
        n if n > of_trip => Severity::Error,
        n if n < of_trip && exact => Severity::Warning,
        _ => return,
    };
    let message = format!("khoản này tính {number} {what}, đợt đi {of_trip} {what}");
    let hint = format!("bỏ mục này thì chương trình tự lấy {of_trip} {what}");
    let other = doc.place(di.at);
    doc.trai(muc_do, Fault::new("days-not-as-trip", message).hint(hint), span, other);
}

/// The price, and the basis of the level that it comes from.
fn don_gia(
    doc: &mut Doc<'_>,
    typed: Option<Field<Text>>,
    muc: Option<Field<Text>>,
    at: Span,
    cach: &CachTinh<'_>,
) -> Option<(Tien, Option<String>)> {
    let muc = doc.optional_line(muc);
    let typed = doc.optional_line(typed);
    let typed =
        typed.map(|(text, span)| doc.take(Tien::parse(&text), span).map(|tien| (tien, span)));
    match (muc, typed) {
        (None, Some(typed)) => typed.map(|(tien, _)| (tien, None)),
        (None, None) => {
            let fault = Fault::new("missing-field", "khoản này thiếu đơn giá");
            doc.fault(fault.hint("ghi don_gia, hoặc muc: tên một định mức của cơ quan"), at);
            None
        }
        (Some((ten, span)), typed) => {
            let level = dinh_muc(doc, &ten, span, cach)?;
            if let Some(Some((tien, typed_at))) =
                typed.filter(|t| t.is_some_and(|(t, _)| t != level.don_gia))
            {
                let message = format!(
                    "đơn giá {} khác mức “{ten}” đang áp dụng là {}",
                    tien.bang_so(),
                    level.don_gia.bang_so()
                );
                let fault = Fault::new("wrong-amount", message).hint("bỏ don_gia hoặc bỏ muc");
                let other = doc.place(span);
                doc.trai(Severity::Error, fault, typed_at, other);
            }
            Some((level.don_gia, Some(level.can_cu.clone())))
        }
    }
}

/// The level of that name in force on the trip's first day.
fn dinh_muc<'a>(
    doc: &mut Doc<'_>,
    ten: &str,
    at: Span,
    cach: &CachTinh<'a>,
) -> Option<&'a DinhMuc> {
    let tu = cach.di?.tu;
    let found = cach.co_quan?.iter().find_map(|c| dang_hieu_luc(&c.dinh_muc, ten, tu));
    if found.is_none() {
        let message = format!("cơ quan không có định mức “{ten}” áp dụng vào ngày {tu}");
        let fault = Fault::new("unknown-level", message)
            .hint("khai ở dinh_muc trong tệp của cơ quan: muc, don_gia, tu_ngay, can_cu");
        doc.fault(fault, at);
    }
    found
}

/// Whoever goes gets the allowance, and nobody else.
fn du_nguoi(doc: &mut Doc<'_>, khoan: &[KhoanChi], at: Span, so_nguoi: u64) {
    let count = khoan.iter().map(|k| k.so_luong).fold(0, u64::saturating_add);
    if count != so_nguoi && so_nguoi > 0 {
        let message = format!("phụ cấp lưu trú tính cho {count} người, Đoàn có {so_nguoi} người");
        let fault = Fault::new("people-not-as-trip", message).hint("soát lại so_luong và doan");
        doc.warn(fault, at);
    }
}

/// A typed figure must be the computed one.
pub fn dung_so(doc: &mut Doc<'_>, typed: Option<Field<Text>>, computed: Tien, what: &str) {
    let Some((text, span)) = doc.optional_line(typed) else { return };
    let Some(tien) = doc.take(Tien::parse(&text), span) else { return };
    if tien != computed {
        let message = format!("{what} ghi {}, tính ra {}", tien.bang_so(), computed.bang_so());
        let fault = Fault::new("wrong-amount", message)
            .hint("sửa số lượng, đơn giá, hoặc bỏ con số này để chương trình tự tính");
        doc.fault(fault, span);
    }
}
