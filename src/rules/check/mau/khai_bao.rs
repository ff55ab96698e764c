//! A declaration file → [`Mau`].

use super::co_khong::co_khong;
use super::kieu::kieu;
use super::loai_rieng::loai_rieng;
use crate::diagnostic::Diagnostic;
use crate::model::{Fault, KieuTruong, Mau, Truong};
use crate::reading::form::{Field, MauForm, Text, TextOrList, TruongForm};
use crate::reading::source::{TepNguon, ten_goc, ten_tep};
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{self, Span};
use crate::rules::check::chon_bo::chon_bo;
use crate::rules::check::doc::Doc;
use crate::rules::check::ky_tu;

/// How deep groups may stand in each other.
const SAU_NHAT: usize = 4;

/// Reads a declaration; its findings go to `all`.
pub fn khai_bao(tep: &TepNguon, all: &mut Vec<Diagnostic>) -> Option<Mau> {
    let (root, found) = yaml::parse(tep);
    let mut doc = Doc::new(tep, root.as_ref(), found);
    let mau = root.and_then(|root| {
        // A kind's name is printed on its papers, and stands in no file of theirs.
        ky_tu::kiem(&mut doc, &root, &|_| true);
        let form = doc.form::<MauForm>(&root)?;
        mau(&mut doc, form, root.span)
    });
    doc.close(mau, all)
}

fn mau(doc: &mut Doc<'_>, form: MauForm, top: Span) -> Option<Mau> {
    let khoa = match doc.require(form.khoa, "khoa", top)? {
        (TextOrList::One(text), span) => vec![(doc.loi(text, span), span)],
        (TextOrList::Many(items), span) => {
            items.into_iter().filter_map(|item| doc.line(item, "khoa", span)).collect()
        }
    };
    for (text, span) in &khoa {
        ten_khoa(doc, text, *span);
    }
    let bo = chon_bo(doc, form.bo_quy_tac);
    let loai_rieng = loai_rieng(doc, form.ten, form.viet_tat, &khoa);
    let mo_ta = doc.line(form.mo_ta, "mo_ta", top);
    let tep = doc.optional_line(form.mau).map(|(ten, span)| {
        tep_mau(doc, &ten, span);
        ten.into_string()
    });
    let tep = tep.unwrap_or_else(|| format!("{}.typ", ten_goc(ten_tep(doc.ten()))));
    let kieu = kieu(doc, form.dau);
    let truong = doc.require(form.truong, "truong", top);
    let truong = truong.map(|(items, span)| cac_truong(doc, items, span, 0));
    Some(Mau {
        bo,
        loai_rieng,
        ten: ten_goc(ten_tep(doc.ten())).to_owned(),
        khoa: khoa.into_iter().map(|(text, _)| text.into_string()).collect(),
        mo_ta: mo_ta?.0.into_string(),
        tep: format!("/noi-dung/{tep}"),
        kieu,
        truong: truong?,
    })
}

fn cac_truong(
    doc: &mut Doc<'_>,
    items: Vec<Field<TruongForm>>,
    parent: Span,
    sau: usize,
) -> Vec<Truong> {
    let mut all: Vec<Truong> = Vec::new();
    for item in items {
        let Some((form, span)) = doc.require(item, "truong", parent) else { continue };
        let Some(truong) = truong(doc, form, span, sau) else { continue };
        if all.iter().any(|t| t.khoa == truong.khoa) {
            let fault =
                Fault::new("duplicate-field", format!("mục “{}” khai hai lần", truong.khoa));
            doc.fault(fault.hint("bỏ một lần khai, hoặc đặt tên khác").words(&truong.khoa), span);
        }
        all.push(truong);
    }
    all
}

fn truong(doc: &mut Doc<'_>, form: TruongForm, at: Span, sau: usize) -> Option<Truong> {
    let khoa = doc.line(form.khoa, "khoa", at);
    if let Some((text, span)) = &khoa {
        ten_khoa(doc, text, *span);
    }
    let mo_ta = doc.line(form.mo_ta, "mo_ta", at);
    let vi_du = doc.optional(form.vi_du).map(|(Text(text), _)| text.trim_end().to_owned());
    let bat_buoc = co_khong(doc, form.bat_buoc, "bat_buoc", false);
    let kieu = doc.line(form.kieu, "kieu", at);
    let con = doc.optional(form.truong);
    let lua_chon = doc.optional(form.lua_chon);
    let (kieu, kieu_at) = kieu?;
    let can_con = |doc: &mut Doc<'_>| match con {
        _ if sau >= SAU_NHAT => {
            let fault = Fault::new("too-deep", "các nhóm mục lồng nhau quá sâu");
            doc.fault(fault.hint(format!("nhiều nhất {SAU_NHAT} tầng")), at);
            None
        }
        Some((items, span)) => Some(cac_truong(doc, items, span, sau.saturating_add(1))),
        None => {
            let fault = Fault::new("missing-field", format!("kiểu “{kieu}” cần mục “truong”"));
            doc.fault(fault.hint("khai các mục con dưới “truong:”"), at);
            None
        }
    };
    let kieu = match kieu.as_str() {
        "chu" => KieuTruong::Chu,
        "dong" => KieuTruong::Dong,
        "cac_doan" => KieuTruong::CacDoan,
        "can_cu" => KieuTruong::CanCu,
        "than_bai" => KieuTruong::ThanBai,
        "ngay" => KieuTruong::Ngay,
        "gio" => KieuTruong::Gio,
        "so" => KieuTruong::So,
        "tien" => KieuTruong::Tien,
        "co_khong" => KieuTruong::CoKhong,
        "lua_chon" => KieuTruong::LuaChon(cac_lua_chon(doc, lua_chon, at)?),
        "nhom" => KieuTruong::Nhom(can_con(doc)?),
        "danh_sach" => KieuTruong::DanhSach(can_con(doc)?),
        other => {
            let known: Vec<&str> = KieuTruong::TEN.iter().map(|(ten, _)| *ten).collect();
            let fault = Fault::new("unknown-type", format!("không có kiểu dữ liệu “{other}”"));
            let hint = match nearest(other, &known) {
                Some(near) => co_phai_la(near),
                None => format!("các kiểu: {}", known.join(", ")),
            };
            doc.fault(fault.hint(hint), kieu_at);
            return None;
        }
    };
    Some(Truong {
        khoa: khoa?.0.into_string(),
        kieu,
        bat_buoc,
        mo_ta: mo_ta?.0.into_string(),
        vi_du,
    })
}

fn cac_lua_chon(
    doc: &mut Doc<'_>,
    field: Option<(Vec<Field<Text>>, Span)>,
    at: Span,
) -> Option<Vec<String>> {
    let words = field.map(|(items, span)| {
        items
            .into_iter()
            .filter_map(|i| doc.plain(i, "lua_chon", span))
            .map(|(t, _)| t.into_string())
            .collect()
    });
    let words: Vec<String> = words.unwrap_or_default();
    if words.is_empty() {
        let fault = Fault::new("missing-field", "kiểu “lua_chon” cần mục “lua_chon”");
        doc.fault(fault.hint("liệt kê các giá trị: “lua_chon: [một, hai]”"), at);
        return None;
    }
    Some(words)
}

/// A template lies in the folder of its declaration or below.
fn tep_mau(doc: &mut Doc<'_>, ten: &str, span: Span) {
    let inside = ten.split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
    if !inside || ten.contains(['\\', ':']) || !ten.ends_with(".typ") {
        let fault = Fault::new("bad-template-path", format!("“{ten}” không phải là tệp mẫu ở đây"));
        doc.fault(fault.hint("ghi tên một tệp .typ cạnh khai báo, ví dụ: giay-khen.typ"), span);
    }
}

/// A key is a word that YAML, Rust and Typst all take.
fn ten_khoa(doc: &mut Doc<'_>, text: &str, span: Span) {
    let good = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && text.starts_with(|c: char| c.is_ascii_lowercase());
    if !good {
        let fault = Fault::new("bad-key", format!("“{text}” không làm tên mục được"));
        doc.fault(
            fault.hint("chỉ dùng chữ thường không dấu, chữ số và dấu gạch dưới: noi_dung"),
            span,
        );
    }
}
