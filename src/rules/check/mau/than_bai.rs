//! A body: in the file itself, or in a `.md` file beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::kieu_viet;
use crate::model::than_bai::LoiThanBai;
use crate::model::{CacMuc, Fault, KhoAnh, Muc, ThanBai};
use crate::reading::form::{Field, Text};
use crate::reading::source::{TepNguon, ten_tep};
use crate::reading::yaml::{self, Node, Span};
use crate::rules::check::doc::Doc;
use crate::rules::check::ky_tu::{CoChu, trong_chu};
use crate::rules::check::san_sang::{cho_trong_o, o_tron};

/// What a body may be in or name: the `.md` files of a hồ sơ, and its pictures; and which letters may stand in it.
#[derive(Clone, Copy)]
pub struct TepMd<'a> {
    pub md: &'a [TepNguon],
    pub anh: &'a KhoAnh,
    pub co_chu: CoChu<'a>,
}

/// Reads a body.
pub(super) fn than_bai(
    doc: &mut Doc<'_>,
    node: &Node,
    key: &str,
    md: &TepMd<'_>,
) -> Option<ThanBai> {
    let field = doc.sub_form::<Field<Text>>(node, key)?;
    doc_than_bai(doc, field, key, node.span, md)
}

/// The same of a field.
pub fn doc_than_bai(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    key: &str,
    parent: Span,
    md: &TepMd<'_>,
) -> Option<ThanBai> {
    doc_voi(doc, field, key, parent, (md, ThanBai::doc))
}

/// The part that a trích sao copies.
pub fn doc_phan_trich(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    key: &str,
    parent: Span,
    md: &TepMd<'_>,
) -> Option<ThanBai> {
    doc_voi(doc, field, key, parent, (md, ThanBai::doc_trich))
}

/// How a text is read.
type CachDoc = fn(&str, Option<&Muc>, &KhoAnh) -> (ThanBai, Vec<LoiThanBai>);

fn doc_voi(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    key: &str,
    parent: Span,
    (md, cach): (&TepMd<'_>, CachDoc),
) -> Option<ThanBai> {
    let (Text(text), span) = doc.require(field, key, parent)?;
    let named = text.trim();
    if named.ends_with(".md") && !named.contains(['\n', ' ']) {
        return tu_tep(doc, named, span, (md, cach));
    }
    if la_tep_khac(named) {
        doc.fault(khong_phai_md(named), span);
        return None;
    }
    kieu_viet::kiem(doc, key, span);
    let (than_bai, loi) = cach(&text, Some(&doc.muc(span)), md.anh);
    let faulty = loi.iter().any(|loi| !loi.canh_bao);
    // Appendices and what a decision issues may be forms with heads of their own.
    let chep = if doc.muc(span).duong() == "noi_dung" { chep_ca_trang(&text) } else { Vec::new() };
    for loi in loi.into_iter().chain(chep) {
        add(doc, loi, span);
    }
    if !faulty {
        co_noi_dung(doc, &than_bai, key, span);
    }
    (!faulty).then_some(than_bai)
}

/// What stands on the page anyway and came into the body with a whole old paper.
fn chep_ca_trang(text: &str) -> Vec<LoiThanBai> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(dong, line)| Some(LoiThanBai::canh_bao(dong, co_san(line)?))).collect()
}

fn co_san(line: &str) -> Option<Fault> {
    let bare = line.trim().trim_start_matches("{giữa}").trim().trim_matches('*').trim();
    let noi = match bare.to_uppercase().replace("HOÀ", "HÒA").as_str() {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" | "ĐỘC LẬP - TỰ DO - HẠNH PHÚC" => {
            "đầu"
        }
        "NƠI NHẬN:" => "cuối",
        _ => return None,
    };
    let message =
        format!("“{bare}” chương trình đã in ở {noi} văn bản, ghi trong nội dung thì in hai lần");
    let hint = "xoá dòng này; giấy tờ kèm theo có đầu trang riêng thì để ở phụ lục";
    Some(Fault::new("head-in-body", message).hint(hint).words(bare))
}

/// What the files that clerks have end in, and no sentence does.
const DUOI_KHAC: &[&str] = &[
    ".doc",
    ".docx",
    ".docm",
    ".dot",
    ".dotx",
    ".odt",
    ".rtf",
    ".txt",
    ".pdf",
    ".xls",
    ".xlsx",
    ".xlsm",
    ".ods",
    ".csv",
    ".ppt",
    ".pptx",
    ".html",
    ".htm",
    ".markdown",
    ".yaml",
    ".yml",
    ".jpg",
    ".jpeg",
    ".png",
    ".zip",
    ".rar",
];

/// Whether the whole body is the name of a file that no body is read from.
fn la_tep_khac(named: &str) -> bool {
    let lower = named.to_lowercase();
    !named.contains(char::is_whitespace) && DUOI_KHAC.iter().any(|duoi| lower.ends_with(duoi))
}

fn khong_phai_md(ten: &str) -> Fault {
    let message = format!("“{ten}” là tên tệp, mà thân bài chỉ lấy được từ tệp .md");
    Fault::new("missing-body-file", message).hint(
        "chép nội dung vào một tệp .md để cạnh tệp này rồi ghi tên tệp ấy, hoặc ghi nội dung ngay ở đây",
    )
}

/// A block of text (`|`) has its lines as they are, so that a fault has the very line.
fn add(doc: &mut Doc<'_>, loi: LoiThanBai, span: Span) {
    if doc.day() {
        return;
    }
    let top = doc.place(span);
    let sign = top.line_text.chars().nth(top.column.saturating_sub(1));
    if sign == Some('|') {
        let line = top.line.saturating_add(1).saturating_add(loi.dong);
        return add_at(doc, loi, line, (doc.tep(), span));
    }
    let words = yaml::place_of_words(doc.tep(), span, &loi.fault.words);
    let place = words.unwrap_or(top);
    let dong = loi.dong.saturating_add(1);
    doc.fault_at(loi.fault, loi.canh_bao, doc.trong_muc(place, span, Some(dong)));
}

/// Adds a fault of the body that field `span` holds or names, on a line of `tep`.
fn add_at(doc: &mut Doc<'_>, loi: LoiThanBai, line: usize, (tep, span): (&TepNguon, Span)) {
    // The place of what is only counted is looked for in vain, and each costs a way through the file.
    if doc.day() {
        return;
    }
    let words =
        tep.tim_chu((line, 1), line, &loi.fault.words).filter(|_| !loi.fault.words.is_empty());
    let place = words.unwrap_or_else(|| tep.place(line, 1));
    let dong = loi.dong.saturating_add(1);
    doc.fault_at(loi.fault, loi.canh_bao, doc.trong_muc(place, span, Some(dong)));
}

/// A body in a file of its own has its faults at its own lines.
fn tu_tep(
    doc: &mut Doc<'_>,
    ten: &str,
    span: Span,
    (md, cach): (&TepMd<'_>, CachDoc),
) -> Option<ThanBai> {
    let Some(tep) = md.md.iter().find(|tep| ten_tep(&tep.ten) == ten) else {
        let names: Vec<&str> = md.md.iter().map(|tep| ten_tep(&tep.ten)).collect();
        let fault = Fault::new("missing-body-file", format!("cạnh tệp này không có tệp “{ten}”"));
        let hint = match names.as_slice() {
            [] => "tệp .md để trong cùng thư mục với tệp .yaml".to_owned(),
            names => format!("các tệp .md ở đây: {}", names.join(", ")),
        };
        doc.fault(fault.hint(hint), span);
        return None;
    };
    let cac_muc = CacMuc::cua_chu(&tep.ten, doc.muc(span).duong());
    let (than_bai, loi) = cach(&tep.text, Some(&Muc::new(&Arc::new(cac_muc), 0)), md.anh);
    let faulty = loi.iter().any(|loi| !loi.canh_bao);
    for loi in loi {
        let line = loi.dong.saturating_add(1);
        add_at(doc, loi, line, (tep, span));
    }
    for loi in cac_dong(&tep.text, md.co_chu) {
        let line = loi.dong.saturating_add(1);
        add_at(doc, loi, line, (tep, span));
    }
    if !faulty {
        co_noi_dung(doc, &than_bai, ten, span);
    }
    (!faulty).then_some(than_bai)
}

/// What is told of the values of YAML is told of a body's lines too: characters, and blanks left to fill.
fn cac_dong(text: &str, co_chu: CoChu<'_>) -> Vec<LoiThanBai> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let letters = trong_chu(line, co_chu, &mut seen).into_iter();
        out.extend(letters.map(|fault| LoiThanBai::loi(at, fault)));
        out.extend(cho_trong_o(line).map(|fault| LoiThanBai::canh_bao(at, fault)));
    }
    let mut lines = text.lines().enumerate();
    out.extend(lines.find_map(|(at, line)| Some(LoiThanBai::canh_bao(at, o_tron(line)?))));
    out
}

fn co_noi_dung(doc: &mut Doc<'_>, than_bai: &ThanBai, key: &str, span: Span) {
    if than_bai.khoi.is_empty() {
        let fault = Fault::new("empty-value", format!("“{key}” chưa có nội dung"));
        doc.fault(fault.hint("ghi nội dung văn bản ở đây"), span);
    }
}
