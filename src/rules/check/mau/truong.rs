//! The data of a document against the fields that its kind declares.

use super::co_khong::{doc_co_khong, loi_co_khong};
use super::than_bai::{TepMd, than_bai};
use crate::model::{Chu, Fault, GiaTri, Gio, KieuTruong, Loi, Ngay, Nhom, Tien, Truong};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::yaml::decode::{co_phai_la, nearest, unknown_key};
use crate::reading::yaml::{Node, Span, Value};
use crate::rules::check::doc::{Doc, mot_dong};

/// Reads the declared fields out of a mapping. None if one of them has a fault.
pub fn nhom(doc: &mut Doc<'_>, node: &Node, truong: &[Truong], md: &TepMd<'_>) -> Option<Nhom> {
    let all: Vec<Option<(String, GiaTri)>> = truong
        .iter()
        .map(|t| Some((t.khoa.clone(), gia_tri(doc, node.get(&t.khoa), t, node.span, md)?)))
        .collect();
    all.into_iter().collect()
}

/// The node of a group; notes the keys that its declaration doesn't have.
pub fn khoa_la<'n>(
    doc: &mut Doc<'_>,
    node: &'n Node,
    key: &str,
    truong: &[Truong],
) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else {
        let message = format!("“{key}” phải là một nhóm mục con, không phải {}", node.kind());
        let hint = "xuống dòng, thụt vào, rồi ghi từng mục “tên_mục: nội dung”";
        doc.fault(Fault::new("wrong-type", message).hint(hint), node.span);
        return None;
    };
    let known: Vec<&str> = truong.iter().map(|t| t.khoa.as_str()).collect();
    for (key, _) in entries {
        let text = key.text().unwrap_or_default();
        if !known.contains(&text) {
            doc.fault(unknown_key(text, &known), key.span);
        }
    }
    Some(node)
}

/// A line that is printed as it is typed; several are told to have become one.
fn dong(doc: &mut Doc<'_>, field: Field<Text>, key: &str, parent: Span) -> Option<Loi> {
    let several = matches!(&field, Field::Good(Text(text), _) if text.trim().contains('\n'));
    let (text, span) = doc.plain(field, key, parent)?;
    if several {
        let fault = Fault::new(
            "joined-lines",
            format!("“{key}” chỉ in một dòng: các dòng đã gõ được nối lại"),
        )
        .hint("gõ trên một dòng; dòng quá dài thì chương trình tự ngắt ở chỗ hợp nghĩa");
        doc.warn(fault, span);
    }
    Some(text)
}

fn gia_tri(
    doc: &mut Doc<'_>,
    node: Option<&Node>,
    truong: &Truong,
    parent: Span,
    md: &TepMd<'_>,
) -> Option<GiaTri> {
    let key = truong.khoa.as_str();
    let Some(node) = node.filter(|node| truong.bat_buoc || node.value != Value::Null) else {
        return match truong.bat_buoc {
            true => doc.require(Field::<Text>::Missing, key, parent).map(|_| GiaTri::Trong),
            false => Some(GiaTri::Trong),
        };
    };
    if node.value == Value::Null {
        return doc.require(Field::<Text>::Blank(node.span), key, parent).map(|_| GiaTri::Trong);
    }
    match &truong.kieu {
        KieuTruong::Nhom(con) => {
            let node = khoa_la(doc, node, key, con)?;
            nhom(doc, node, con, md).map(GiaTri::Nhom)
        }
        KieuTruong::DanhSach(con) => danh_sach(doc, node, key, con, md),
        KieuTruong::CacDoan => cac_doan(doc, node, key, parent, Doc::chu_list).map(GiaTri::CacDoan),
        KieuTruong::CanCu => cac_doan(doc, node, key, parent, Doc::chu_list_tung_dong)
            .map(|list| GiaTri::CacDoan(cham_phay(list))),
        KieuTruong::ThanBai => than_bai(doc, node, key, md).map(GiaTri::ThanBai),
        kieu => don(doc, node, key, kieu, parent),
    }
}

/// How the value of a list is parted.
type ChiaDoan<'d> = fn(&mut Doc<'d>, Field<TextOrList>, &str, Span) -> Vec<Chu>;

fn cac_doan<'d>(
    doc: &mut Doc<'d>,
    node: &Node,
    key: &str,
    parent: Span,
    chia: ChiaDoan<'d>,
) -> Option<Vec<Chu>> {
    let field = doc.sub_form::<Field<TextOrList>>(node, key)?;
    let before = doc.so_loi();
    let list = chia(doc, field, key, parent);
    (doc.so_loi() == before).then_some(list)
}

/// The marks that the decree wants after căn cứ, whatever the clerk wrote there.
pub fn cham_phay(list: Vec<Chu>) -> Vec<Chu> {
    let last = list.len().saturating_sub(1);
    let mark = |(i, chu): (usize, Chu)| {
        chu.thay_duoi(&[';', '.', ',', ' '], if i == last { "." } else { ";" })
    };
    list.into_iter().enumerate().map(mark).collect()
}

/// A value of one text.
fn don(
    doc: &mut Doc<'_>,
    node: &Node,
    key: &str,
    kieu: &KieuTruong,
    parent: Span,
) -> Option<GiaTri> {
    let field = doc.sub_form::<Field<Text>>(node, key)?;
    match kieu {
        KieuTruong::Chu => return doc.chu(field, key, parent).map(GiaTri::Chu),
        KieuTruong::Dong => return dong(doc, field, key, parent).map(GiaTri::Dong),
        _ => {}
    }
    let (text, span) = doc.line(field, key, parent)?;
    match kieu {
        KieuTruong::Ngay => doc.take(Ngay::parse(&text), span).map(GiaTri::Ngay),
        KieuTruong::Gio => {
            let gio = doc.take(Gio::parse(&text), span)?;
            // Said in words it stands as it was written.
            Some(if Gio::bang_chu(&text) { GiaTri::Dong(text) } else { GiaTri::Gio(gio) })
        }
        KieuTruong::Tien => doc.take(Tien::parse(&text), span).map(GiaTri::Tien),
        KieuTruong::So => doc
            .so_dem(Some(Field::Good(Text(text.into_string()), span)), key)
            .map(|(so, _)| GiaTri::So(so)),
        KieuTruong::CoKhong => doc
            .take(doc_co_khong(&text).ok_or_else(|| loi_co_khong(key, &text)), span)
            .map(GiaTri::CoKhong),
        KieuTruong::LuaChon(words) => lua_chon(doc, &text, words, key, span),
        _ => None,
    }
}

fn lua_chon(
    doc: &mut Doc<'_>,
    text: &str,
    words: &[String],
    key: &str,
    span: Span,
) -> Option<GiaTri> {
    if words.iter().any(|word| word == text) {
        return Some(GiaTri::Dong(doc.loi(text.to_owned(), span)));
    }
    let known: Vec<&str> = words.iter().map(String::as_str).collect();
    let message = format!("mục “{key}” không nhận “{}”", mot_dong(text));
    let hint = match nearest(text, &known) {
        Some(near) => co_phai_la(near),
        None => format!("ghi một trong: {}", known.join(", ")),
    };
    doc.fault(Fault::new("unknown-choice", message).hint(hint), span);
    None
}

/// A list of groups, at least one.
fn danh_sach(
    doc: &mut Doc<'_>,
    node: &Node,
    key: &str,
    con: &[Truong],
    md: &TepMd<'_>,
) -> Option<GiaTri> {
    let Value::List(items) = &node.value else {
        let message = format!("mục “{key}” phải là một danh sách, không phải {}", node.kind());
        let hint = "ghi mỗi phần tử trên một dòng, bắt đầu bằng “- ”";
        doc.fault(Fault::new("wrong-type", message).hint(hint), node.span);
        return None;
    };
    if items.is_empty() {
        let fault = Fault::new("empty-value", format!("danh sách “{key}” chưa có phần tử nào"));
        doc.fault(fault.hint("ghi mỗi phần tử trên một dòng, bắt đầu bằng “- ”"), node.span);
        return None;
    }
    let all: Vec<Option<Nhom>> = items
        .iter()
        .map(|item| {
            let item = khoa_la(doc, item, key, con)?;
            nhom(doc, item, con, md)
        })
        .collect();
    all.into_iter().collect::<Option<_>>().map(GiaTri::DanhSach)
}
