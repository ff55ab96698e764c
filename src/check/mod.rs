//! From the files of a hồ sơ to documents that obey the decree, with all findings of a run at once.
//!
//! After this nothing checks again: a [`VanBan`] exists only if its file and the office's are without
//! a fault.

mod co_quan;
mod doc;
mod dot;
mod ke_hoach;
mod nguoi_nhan;
mod san_sang;
mod trich_yeu;

use crate::diagnostic::Diagnostic;
use crate::model::{CoQuan, Loai, VanBan};
use crate::source::{HoSoNguon, TEP_CO_QUAN, TepNguon, ten_goc};
use crate::yaml::decode::{co_phai_la, nearest};
use crate::yaml::{self, Node, Value};
use doc::Doc;

/// What a hồ sơ holds.
#[derive(Debug, Clone)]
pub struct KetQua {
    /// Every document of the hồ sơ, by file name.
    pub van_ban: Vec<TaiLieu>,
    /// By file, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// A document's file and, if neither it nor the office's file has a fault, the document.
#[derive(Debug, Clone)]
pub struct TaiLieu {
    /// The file's name without ending: `ke-hoach`.
    pub ten: String,
    /// The file's name as the user knows it.
    pub tep: String,
    pub van_ban: Option<VanBan>,
}

/// The kinds that can be built so far.
const SOAN_DUOC: &[&str] = &["ke_hoach"];

/// Checks all files of a hồ sơ. `co_chu` tells whether the fonts have a character.
pub fn check(nguon: &HoSoNguon, co_chu: &dyn Fn(char) -> bool) -> KetQua {
    let mut diagnostics = nguon.diagnostics.clone();
    let office = nguon.tep.iter().find(|tep| la_co_quan(&tep.ten));
    let co_quan = match office {
        Some(tep) => doc_co_quan(tep, co_chu, &mut diagnostics),
        None => {
            if !nguon.hong.iter().any(|ten| la_co_quan(ten)) {
                diagnostics.push(thieu_co_quan(nguon));
            }
            None
        }
    };
    let mut van_ban: Vec<TaiLieu> = Vec::new();
    for tep in nguon.tep.iter().filter(|tep| !la_co_quan(&tep.ten)) {
        let read = doc_van_ban(tep, co_quan.as_ref(), co_chu, &mut diagnostics);
        van_ban.push(tai_lieu(&tep.ten, read));
    }
    let broken = nguon.hong.iter().filter(|ten| !la_co_quan(ten));
    van_ban.extend(broken.map(|ten| tai_lieu(ten, None)));
    van_ban.sort_by(|a, b| a.tep.cmp(&b.tep));
    trung_ten(&mut van_ban, &mut diagnostics);
    let offices: Vec<&str> =
        nguon.tep.iter().map(|t| t.ten.as_str()).filter(|t| la_co_quan(t)).collect();
    if let [first, second, ..] = offices.as_slice() {
        diagnostics.push(cung_ten(first, second));
    }
    if van_ban.is_empty() {
        let message = format!("hồ sơ “{}” chưa có văn bản nào", nguon.ten);
        let hint = "thêm một tệp, ví dụ ke-hoach.yaml, có dòng “loai: ke_hoach”";
        diagnostics.push(Diagnostic::warning("no-document", message).hint(hint));
    }
    diagnostics.sort_by_key(|d| {
        d.place.as_ref().map(|place| (place.file.clone(), place.line, place.column))
    });
    KetQua { van_ban, diagnostics }
}

fn tai_lieu(tep: &str, van_ban: Option<VanBan>) -> TaiLieu {
    TaiLieu { ten: ten_goc(tep).to_owned(), tep: tep.to_owned(), van_ban }
}

/// Two files whose documents would be written under one name: neither is made.
fn trung_ten(van_ban: &mut [TaiLieu], diagnostics: &mut Vec<Diagnostic>) {
    let names: Vec<(String, String)> =
        van_ban.iter().map(|t| (t.ten.to_lowercase(), t.tep.clone())).collect();
    for document in van_ban {
        let same = |(ten, tep): &&(String, String)| {
            *ten == document.ten.to_lowercase() && *tep != document.tep
        };
        let Some((_, other)) = names.iter().find(same) else { continue };
        document.van_ban = None;
        if document.tep < *other {
            diagnostics.push(cung_ten(&document.tep, other));
        }
    }
}

fn cung_ten(one: &str, other: &str) -> Diagnostic {
    let message = format!("hai tệp “{one}” và “{other}” trùng tên nhau (không kể đuôi và chữ hoa)");
    Diagnostic::error("same-name", message).hint("giữ lại một tệp, hoặc đổi tên tệp kia")
}

fn la_co_quan(ten: &str) -> bool {
    ten_goc(ten).eq_ignore_ascii_case(ten_goc(TEP_CO_QUAN))
}

fn thieu_co_quan(nguon: &HoSoNguon) -> Diagnostic {
    Diagnostic::error("missing-office", format!("hồ sơ “{}” thiếu tệp {TEP_CO_QUAN}", nguon.ten))
        .hint("tệp ấy khai tên cơ quan, địa danh, người ký; tạo tệp mẫu bằng lệnh: vanthu init THƯ_MỤC")
}

fn doc_co_quan(
    tep: &TepNguon,
    co_chu: &dyn Fn(char) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<CoQuan> {
    let (mut doc, root) = mo(tep, co_chu, diagnostics)?;
    let co_quan = co_quan::co_quan(&mut doc, &root);
    doc.close(co_quan, diagnostics)
}

fn doc_van_ban(
    tep: &TepNguon,
    co_quan: Option<&CoQuan>,
    co_chu: &dyn Fn(char) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<VanBan> {
    let (mut doc, root) = mo(tep, co_chu, diagnostics)?;
    let van_ban =
        loai(&mut doc, &root).and_then(|loai| ke_hoach::van_ban(&mut doc, &root, loai, co_quan));
    doc.close(van_ban, diagnostics)
}

/// Reads the tree of a file and checks what concerns every file.
fn mo<'a>(
    tep: &'a TepNguon,
    co_chu: &dyn Fn(char) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Doc<'a>, Node)> {
    let (root, found) = yaml::parse(tep);
    let syntax = root.is_none() && !found.is_empty();
    let mut doc = Doc::new(tep, found);
    match root {
        Some(root) if matches!(root.value, Value::Map(_)) => {
            san_sang::ky_tu(&mut doc, &root, co_chu);
            san_sang::cho_trong(&mut doc, &root);
            Some((doc, root))
        }
        Some(Node { value: Value::Null, .. }) | None if !syntax => {
            let message = format!("tệp “{}” không có nội dung", tep.ten);
            doc.add(
                Diagnostic::error("empty-file", message)
                    .hint("ghi các mục “tên_mục: nội dung”, hoặc xoá tệp"),
            );
            doc.close::<()>(None, diagnostics);
            None
        }
        Some(root) => {
            let message =
                format!("cả tệp phải là các mục “tên_mục: nội dung”, không phải {}", root.kind());
            doc.add(Diagnostic::error("wrong-type", message).at(yaml::place(tep, root.span)));
            doc.close::<()>(None, diagnostics);
            None
        }
        None => {
            doc.close::<()>(None, diagnostics);
            None
        }
    }
}

/// The kind of a document, which decides how the rest is read.
fn loai(doc: &mut Doc<'_>, root: &Node) -> Option<Loai> {
    let offered = || format!("ghi ở đầu tệp “loai: {}”", SOAN_DUOC.join("” hoặc “loai: "));
    let Some(node) = root.get("loai").filter(|node| node.value != Value::Null) else {
        let found = Diagnostic::error("missing-field", "thiếu mục “loai” (loại văn bản)");
        doc.add(found.hint(offered()).at(doc.place(root.span)));
        return None;
    };
    let Some(khoa) = node.text() else {
        let message = format!("mục “loai” phải là một đoạn chữ, không phải {}", node.kind());
        let found = Diagnostic::error("wrong-type", message).hint(offered());
        doc.add(found.at(doc.place(node.span)));
        return None;
    };
    match Loai::theo_khoa(khoa) {
        Some(loai) if SOAN_DUOC.contains(&khoa) => Some(loai),
        known => {
            let message = match known {
                Some(loai) => format!("chưa soạn được loại văn bản “{}”", loai.ten()),
                None => format!("không có loại văn bản “{khoa}”"),
            };
            let hint = match nearest(khoa, SOAN_DUOC) {
                Some(near) if known.is_none() => co_phai_la(near),
                _ => format!("hiện soạn được: {}", SOAN_DUOC.join(", ")),
            };
            let found = Diagnostic::error("unknown-kind", message).hint(hint);
            doc.add(found.at(doc.place(node.span)));
            None
        }
    }
}
