//! `danh-ba.yaml` → [`DanhBa`].

use super::doc::{Doc, mot_dong};
use crate::diagnostic::Diagnostic;
use crate::model::noi_gui::NoiGuiTho;
use crate::model::{DanhBa, Fault, Kenh, NoiGui};
use crate::reading::form::{DanhBaForm, Field, NhomForm, NoiGuiForm, Text, TextOrList};
use crate::reading::source::ten_goc;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{Node, Span};

/// The address book's usual name.
const TEP_DANH_BA: &str = "danh-ba.yaml";

/// Whether a file is the address book by its name.
pub fn la_ten_danh_ba(ten: &str) -> bool {
    ten_goc(ten).eq_ignore_ascii_case(ten_goc(TEP_DANH_BA))
}

/// Whether a file is an address book by its name or its `loai`.
pub fn la_danh_ba(ten: &str, root: &Node) -> bool {
    la_ten_danh_ba(ten) || root.get("loai").and_then(Node::text) == Some("danh_ba")
}

/// Takes out what was found in an address book that could not even be opened.
pub fn tach_ra(all: &mut Vec<Diagnostic>) -> Vec<Diagnostic> {
    let of_book =
        |d: &Diagnostic| d.place.as_ref().is_some_and(|place| la_ten_danh_ba(&place.file));
    let (book, rest) = std::mem::take(all).into_iter().partition(of_book);
    *all = rest;
    book
}

/// The one address book of a hồ sơ; none if there is none, or if one has faults.
pub fn cac_danh_ba(tep: Vec<(Doc<'_>, Node)>, all: &mut Vec<Diagnostic>) -> Option<DanhBa> {
    let names: Vec<&str> = tep.iter().map(|(doc, _)| doc.ten()).collect();
    if let [first, second, ..] = names.as_slice() {
        let message = format!("hồ sơ có hai danh bạ: “{first}” và “{second}”");
        all.push(Diagnostic::error("two-address-books", message).hint("gộp làm một tệp"));
    }
    let several = names.len() > 1;
    let mut read = tep.into_iter().map(|(mut doc, root)| {
        let book = danh_ba(&mut doc, &root);
        doc.close(book, all)
    });
    let first = read.next().flatten();
    // The others are read for their faults.
    read.for_each(drop);
    first.filter(|_| !several)
}

fn danh_ba(doc: &mut Doc<'_>, root: &Node) -> Option<DanhBa> {
    let form: DanhBaForm = doc.form(root)?;
    let top = root.span;
    let mut book = DanhBa::default();
    book.nguoi_ky_phieu_gui =
        doc.optional_line(form.nguoi_ky_phieu_gui).map(|(ten, _)| ten.into_string());
    let (items, span) = doc.danh_sach(Some(form.noi_nhan), "noi_nhan", top, true)?;
    for item in items {
        let Some((form, at)) = doc.require(item, "noi_nhan", span) else { continue };
        noi_gui(doc, &mut book, form, at);
    }
    for item in doc.optional(form.nhom).map(|(items, _)| items).unwrap_or_default() {
        let Some((form, at)) = doc.require(item, "nhom", top) else { continue };
        nhom(doc, &mut book, form, at);
    }
    Some(book)
}

fn noi_gui(doc: &mut Doc<'_>, book: &mut DanhBa, form: NoiGuiForm, at: Span) {
    let ten = doc.plain(form.ten, "ten", at);
    let kenh = doc.line(form.kenh, "kenh", at).and_then(|(text, span)| kenh(doc, &text, span));
    let ten_khac = cac_ten(doc, form.ten_khac, "ten_khac");
    let line = |field: Option<Field<Text>>, doc: &mut Doc<'_>| {
        doc.optional_line(field).map(|(t, _)| t.into_string())
    };
    let ma = line(form.ma, doc);
    let email = line(form.email, doc);
    let dia_chi = line(form.dia_chi, doc);
    let so_ban = doc.so_dem(form.so_ban, "so_ban").map(|(so, _)| so);
    let Some((ten, _)) = ten else { return };
    let Some(kenh) = kenh else { return book.con_dang_do(&ten, &ten_khac) };
    let tho = NoiGuiTho { ten: ten.into_string(), kenh: Some(kenh), ma, email, dia_chi, so_ban };
    let named = tho.ten.clone();
    let Some(noi) = doc.take_all(NoiGui::new(tho), at) else {
        return book.con_dang_do(&named, &ten_khac);
    };
    doc.take_all(book.them_noi(noi, &ten_khac), at);
}

fn nhom(doc: &mut Doc<'_>, book: &mut DanhBa, form: NhomForm, at: Span) {
    let ten = doc.plain(form.ten, "ten", at);
    let ten_khac = cac_ten(doc, form.ten_khac, "ten_khac");
    let gom = doc.danh_sach(Some(form.gom), "gom", at, true);
    let (Some((ten, _)), Some((gom, span))) = (ten, gom) else { return };
    let gom: Vec<String> = gom
        .into_iter()
        .filter_map(|item| doc.line(item, "gom", span))
        .map(|(t, _)| t.into_string())
        .collect();
    doc.take_all(book.them_nhom(&ten, &ten_khac, &gom), at);
}

fn cac_ten(doc: &mut Doc<'_>, field: Option<Field<TextOrList>>, key: &str) -> Vec<String> {
    match doc.optional(field) {
        None => Vec::new(),
        Some((TextOrList::One(text), _)) => vec![mot_dong(&text)],
        Some((TextOrList::Many(items), span)) => items
            .into_iter()
            .filter_map(|item| doc.line(item, key, span))
            .map(|(t, _)| t.into_string())
            .collect(),
    }
}

fn kenh(doc: &mut Doc<'_>, text: &str, span: Span) -> Option<Kenh> {
    let found = Kenh::theo_khoa(text);
    if found.is_none() {
        let words = Kenh::TAT_CA.map(|(_, khoa, _)| khoa);
        let all = Kenh::TAT_CA.map(|(_, khoa, ten)| format!("{khoa} ({})", ten.to_lowercase()));
        let hint = match nearest(text, &words) {
            Some(near) => co_phai_la(near),
            None => format!("ghi một trong: {}", all.join(", ")),
        };
        let fault = Fault::new("unknown-channel", format!("không có cách gửi “{text}”"));
        doc.fault(fault.hint(hint), span);
    }
    found
}
