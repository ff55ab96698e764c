//! What kind of file it is, which decides how the rest is read.

use std::sync::Arc;

use super::doc::Doc;
use super::mau::KhoMau;
use super::sao;
use crate::diagnostic::Diagnostic;
use crate::model::khong_dau::khong_dau;
use crate::model::{Loai, Mau};
use crate::reading::source::{TEP_CO_QUAN, gan_ten_co_quan};
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{Node, Value};

/// The files that aren't an office's.
#[derive(Debug, Clone)]
pub enum LoaiTep {
    /// A plan of study trips.
    KeHoach,
    /// A trip of the plan.
    Dot,
    /// A kind that a declaration describes.
    TheoMau(Loai, Arc<Mau>),
    /// A copy of another document.
    BanSao(Loai),
}

/// What only a plan of trips has; a plan without it is one as any other.
const CUA_KE_HOACH_CHUYEN_DI: &str = "dot";

/// Whether a plan is one of study trips: it has trips, or nothing that any other plan has.
fn la_chuyen_di(root: &Node) -> bool {
    root.get(CUA_KE_HOACH_CHUYEN_DI).is_some() || root.get("noi_dung").is_none()
}

/// The kind is missing, or its key has its marks.
fn thieu_loai(doc: &Doc<'_>, root: &Node, offered: &str) -> Diagnostic {
    let found = Diagnostic::error("missing-field", "thiếu mục “loai” (loại văn bản)");
    let entries = if let Value::Map(entries) = &root.value { entries.as_slice() } else { &[] };
    let marked = entries.iter().find_map(|(key, _)| {
        let text = key.text()?;
        (text != "loai" && khong_dau(text).trim() == "loai").then_some((key.span, text))
    });
    match marked {
        Some((span, text)) => {
            let hint =
                format!("tên mục viết không dấu, chữ thường: sửa “{text}” ở dòng này thành “loai”");
            found.hint(hint).at(doc.place(span))
        }
        None if gan_ten_co_quan(doc.ten()) => {
            let hint = format!("nếu là tệp của cơ quan thì đổi tên thành “{TEP_CO_QUAN}”");
            found.hint(hint).at(doc.place(root.span))
        }
        None => match doc.bi_dau_thang("loai", root.span) {
            Some((place, hint)) => found.hint(hint).at(place),
            None => found.hint(offered).at(doc.place(root.span)),
        },
    }
}

pub fn loai(doc: &mut Doc<'_>, root: &Node, kho: &KhoMau) -> Option<LoaiTep> {
    let words: Vec<&str> = ["ke_hoach", "dot"]
        .into_iter()
        .chain(kho.cac_khoa())
        .chain(sao::LOAI.iter().copied())
        .collect();
    let offered = "ghi ở đầu tệp, ví dụ: “loai: ke_hoach” hoặc “loai: cong_van”";
    let Some(node) = root.get("loai").filter(|node| node.value != Value::Null) else {
        doc.add(thieu_loai(doc, root, offered));
        return None;
    };
    let Some(khoa) = node.text() else {
        let message = format!("mục “loai” phải là một đoạn chữ, không phải {}", node.kind());
        let found = Diagnostic::error("wrong-type", message).hint(offered);
        doc.add(found.at(doc.place(node.span)));
        return None;
    };
    match khoa {
        "dot" => return Some(LoaiTep::Dot),
        "ke_hoach" if la_chuyen_di(root) => return Some(LoaiTep::KeHoach),
        _ => {}
    }
    if let Some(loai) = Loai::theo_khoa(khoa).filter(|_| sao::LOAI.contains(&khoa)) {
        return Some(LoaiTep::BanSao(loai));
    }
    let declared = kho.theo_khoa_cua(khoa, doc.bo());
    let kind = |mau: &Arc<Mau>| mau.loai(khoa);
    if let Some((loai, mau)) = declared.and_then(|mau| Some((kind(mau)?, mau))) {
        return Some(LoaiTep::TheoMau(loai, Arc::clone(mau)));
    }
    let known = Loai::theo_khoa(khoa);
    let message = match known {
        Some(loai) => format!("chưa soạn được loại văn bản “{}”", loai.ten()),
        None => format!("không có loại văn bản “{khoa}”"),
    };
    let hint = match nearest(khoa, &words) {
        _ if !kho.cac_tep_hong().is_empty() => {
            format!("sửa trước các khai báo mẫu còn lỗi: {}", kho.cac_tep_hong().join(", "))
        }
        Some(near) if known.is_none() => co_phai_la(near),
        _ => format!("hiện soạn được: {}", cac_loai(&words)),
    };
    doc.add(Diagnostic::error("unknown-kind", message).hint(hint).at(doc.place(node.span)));
    None
}

/// The kinds as a clerk chooses among them: each once, without those that only a plan of trips makes.
fn cac_loai(words: &[&str]) -> String {
    let mut all: Vec<&str> =
        words.iter().copied().filter(|word| !word.starts_with("dot_")).collect();
    all.sort_unstable();
    all.dedup();
    all.join(", ")
}
