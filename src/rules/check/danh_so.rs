//! `so_dang_ky` in `co-quan.yaml` → [`CachDanhSo`].

mod nhiem_ky;

use super::doc::Doc;
use crate::model::ngay_ban_hanh::NAM;
use crate::model::{
    BoQuyTac, CON_LAI, CachDanhSo, Fault, Loai, LoaiKy, NhomSo, TheoGi, so_ky_hieu,
};
use crate::reading::form::{Field, SoDangKyForm, Table, Text, TextOrList};
use crate::reading::yaml::Span;
use crate::reading::yaml::decode::{co_phai_la, nearest};

const DIEU_KHOAN: &str = "Nghị định 30/2020/NĐ-CP, Điều 15";
/// Letters of a group's name, which stands in every line of the register.
const TEN_DAI: usize = 20;

pub fn danh_so(doc: &mut Doc<'_>, form: SoDangKyForm, bo: BoQuyTac) -> CachDanhSo {
    if bo.day_so.ky == LoaiKy::NhiemKy {
        return nhiem_ky::theo_nhiem_ky(doc, form, bo);
    }
    nhiem_ky::khong_nhan(doc, &form, bo);
    let nhom = doc.optional(form.nhom);
    let theo = doc.optional_line(form.theo);
    let theo = match (theo, nhom) {
        (None, None) => None,
        (None, Some((table, span))) => Some(TheoGi::Nhom(cac_nhom(doc, table, span))),
        (Some((text, span)), nhom) => theo_gi(doc, (text.as_str(), span), nhom),
    };
    let dau_so = doc.optional(form.dau_so).map(|(table, _)| dau_so(doc, table));
    let thu_muc = doc.optional_line(form.thu_muc).map(|(text, _)| text.into_string());
    let (theo, dau_so) = (theo.unwrap_or_default(), dau_so.unwrap_or_default());
    CachDanhSo { theo, dau_so, thu_muc, ..CachDanhSo::default() }
}

fn theo_gi(
    doc: &mut Doc<'_>,
    (text, span): (&str, Span),
    nhom: Option<(Table<TextOrList>, Span)>,
) -> Option<TheoGi> {
    let fault = |message: String, hint: &str| {
        Err(Fault::new("wrong-type", message).hint(hint).clause(DIEU_KHOAN))
    };
    let theo = match (text, nhom) {
        ("nhom" | "nhóm", Some((table, at))) => {
            return Some(TheoGi::Nhom(cac_nhom(doc, table, at)));
        }
        ("nhom" | "nhóm", None) => fault(
            "đánh số theo nhóm mà chưa có mục “nhom”".to_owned(),
            "kể các nhóm, ví dụ: nhom: {QĐ: quyet_dinh}; các loại còn lại chung một dãy số",
        ),
        ("nam" | "năm" | "loai" | "loại", Some(_)) => fault(
            format!("đánh số theo “{text}” thì không có mục “nhom”"),
            "bỏ mục nhom, hoặc ghi theo: nhom",
        ),
        ("nam" | "năm", None) => Ok(TheoGi::Nam),
        ("loai" | "loại", None) => Ok(TheoGi::Loai),
        _ => fault(
            format!("không có cách đánh số theo “{text}”"),
            "ghi “nam” (mỗi năm một dãy số), “loai” (mỗi loại văn bản một dãy số) hoặc “nhom” (mỗi nhóm loại một dãy số)",
        ),
    };
    doc.take(theo, span)
}

/// The groups; a kind is in one of them.
fn cac_nhom(doc: &mut Doc<'_>, table: Table<TextOrList>, span: Span) -> Vec<NhomSo> {
    let mut all: Vec<NhomSo> = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(ten), at) = key else { continue };
        let ten = ten.trim().to_owned();
        if let Some(fault) = ten_nhom(&ten, &all) {
            doc.fault(fault, at);
        }
        let kinds = cac_loai(doc, value, &ten, at);
        let loai = kinds.into_iter().filter_map(|(khoa, span)| {
            let known = loai_cua_nhom(&khoa, &ten, &all);
            doc.take(known, span)
        });
        let loai = loai.collect();
        all.push(NhomSo { ten, loai });
    }
    if all.is_empty() {
        let fault = Fault::new("empty-value", "mục “nhom” chưa có nhóm nào")
            .hint("ví dụ: nhom: {QĐ: quyet_dinh}");
        doc.fault(fault, span);
    }
    all
}

fn cac_loai(
    doc: &mut Doc<'_>,
    value: Field<TextOrList>,
    ten: &str,
    at: Span,
) -> Vec<(String, Span)> {
    let Some((value, span)) = doc.require(value, ten, at) else { return Vec::new() };
    let items = match value {
        TextOrList::One(text) => vec![Field::Good(Text(text), span)],
        TextOrList::Many(items) => items,
    };
    let lines = items.into_iter().filter_map(|item| doc.line(item, ten, span));
    lines.map(|(text, span)| (text.into_string(), span)).collect()
}

fn ten_nhom(ten: &str, all: &[NhomSo]) -> Option<Fault> {
    let wrong = |why: &str| {
        let message = format!("tên nhóm “{ten}” {why}");
        Some(Fault::new("wrong-type", message).hint("ghi một chữ liền, ví dụ QĐ hoặc NQ-QĐ"))
    };
    let plain = |c: char| c.is_alphanumeric() || c == '-';
    match () {
        () if ten == CON_LAI => wrong("là tên của dãy số các loại còn lại"),
        () if ten.is_empty() || ten.chars().count() > TEN_DAI || !ten.chars().all(plain) => {
            wrong("có dấu cách, dấu lạ hoặc dài quá")
        }
        () if all.iter().any(|nhom| nhom.ten == ten) => wrong("ghi hai lần"),
        () => None,
    }
}

fn loai_cua_nhom(khoa: &str, ten: &str, all: &[NhomSo]) -> Result<Loai, Fault> {
    let Some(loai) = Loai::theo_khoa(khoa) else {
        let words: Vec<&str> = Loai::cac_khoa().collect();
        let hint = match nearest(khoa, &words) {
            Some(near) => co_phai_la(near),
            None => "ghi như ở mục loai của văn bản, ví dụ: quyet_dinh".to_owned(),
        };
        let message = format!("nhóm {ten}: không có loại văn bản “{khoa}”");
        return Err(Fault::new("unknown-kind", message).hint(hint));
    };
    match all.iter().find(|nhom| nhom.loai.contains(&loai)) {
        Some(nhom) => Err(Fault::new(
            "duplicate-kind-in-group",
            format!("loại “{khoa}” đã ở nhóm {}: mỗi loại chỉ ở một nhóm", nhom.ten),
        )),
        None => Ok(loai),
    }
}

/// The first number of each year that is named.
fn dau_so(doc: &mut Doc<'_>, table: Table<Text>) -> Vec<(i32, u64)> {
    let mut all = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(year), at) = key else { continue };
        let Some(nam) = year.trim().parse().ok().filter(|nam| NAM.contains(nam)) else {
            let fault =
                Fault::new("wrong-type", format!("“{}” không phải là một năm", year.trim()));
            doc.fault(fault.hint("ghi năm rồi số đầu tiên của năm ấy, ví dụ: 2023: 105"), at);
            continue;
        };
        let Some((text, span)) = doc.line(value, &year, at) else { continue };
        all.extend(doc.take(so_ky_hieu::so(&text), span).map(|so| (nam, so)));
    }
    all
}
