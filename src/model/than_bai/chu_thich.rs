//! Every footnote mark has its text, every text its mark.

use std::collections::{BTreeMap, BTreeSet};

use super::loi::LoiThanBai;
use super::{Khoi, ThanBai};
use crate::model::Fault;

/// `[^tên]: …`: the name and the text behind it.
pub(super) fn mo_chu_thich(line: &str) -> Option<(&str, &str)> {
    let (ten, text) = line.strip_prefix("[^")?.split_once("]:")?;
    (!ten.is_empty() && !ten.contains([']', ' '])).then_some((ten, text.trim()))
}

/// The first line that has a mark, for each mark.
fn dong_dau<'l>(lines: &[&'l str]) -> BTreeMap<&'l str, usize> {
    let mut out = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        for piece in line.split("[^").skip(1) {
            if let Some((ten, _)) = piece.split_once(']') {
                out.entry(ten).or_insert(at);
            }
        }
    }
    out
}

/// Adds the marks without a note and the notes without a mark.
pub(super) fn kiem(
    than_bai: &ThanBai,
    cho: &[(String, usize)],
    lines: &[&str],
    loi: &mut Vec<LoiThanBai>,
) {
    let marks: Vec<&str> = than_bai.cac_chu().flat_map(|chu| chu.dau_chu_thich()).collect();
    let missing = marks.iter().any(|ten| !than_bai.chu_thich.contains_key(*ten));
    let first = if missing { dong_dau(lines) } else { BTreeMap::new() };
    for ten in &marks {
        if !than_bai.chu_thich.contains_key(*ten) {
            let mark = format!("[^{ten}]");
            let at = first.get(ten).copied().unwrap_or(0);
            let fault = Fault::new(
                "mark-without-note",
                format!("dấu chú thích {mark} không có nội dung chú thích"),
            )
            .hint(format!(
                "thêm một dòng “{mark}: nội dung”; muốn in nguyên dấu ấy thì viết \\{mark}"
            ))
            .words(mark);
            loi.push(LoiThanBai::loi(at, fault));
        }
    }
    let marks: BTreeSet<&str> = marks.into_iter().collect();
    for (ten, at) in cho.iter().filter(|(ten, _)| !marks.contains(ten.as_str())) {
        let fault = Fault::new(
            "note-without-mark",
            format!("chú thích [^{ten}] không được nhắc tới ở đâu"),
        )
        .hint(format!("đặt dấu [^{ten}] ở chỗ cần chú thích, hoặc xoá dòng này"))
        .words(format!("[^{ten}]:"));
        loi.push(LoiThanBai::canh_bao(*at, fault));
    }
    // The first of two with one name.
    let places: BTreeMap<&str, usize> =
        cho.iter().rev().map(|(ten, at)| (ten.as_str(), *at)).collect();
    for (ten, khoi) in &than_bai.chu_thich {
        let texts = || khoi.iter().flat_map(Khoi::cac_chu);
        let blank = texts().all(|chu| chu.chu_tron().trim().is_empty());
        if blank || texts().any(|chu| chu.dau_chu_thich().next().is_some()) {
            let at = places.get(ten.as_str()).copied().unwrap_or(0);
            let message = format!("chú thích [^{ten}] để trống hoặc lại có chú thích bên trong");
            let fault = Fault::new("bad-note", message)
                .hint("ghi lời chú thích, không đặt dấu [^…] trong đó");
            loi.push(LoiThanBai::loi(at, fault.words(format!("[^{ten}]:"))));
        }
    }
}
