//! Transport: the trip's own words, unless they contradict the plan's.

use super::goc::DotGoc;
use crate::diagnostic::Severity;
use crate::model::{Chu, Fault};
use crate::reading::form::{Field, Text};
use crate::rules::check::doc::Doc;

/// Ways to travel, each by the words that tell it.
const CACH_DI: &[&[&str]] = &[
    &["ô tô", "ôtô", "xe ", "xe,", "xe."],
    &["máy bay", "hàng không"],
    &["tàu hoả", "tàu hỏa", "đường sắt"],
    &["tàu thuỷ", "tàu thủy", "tàu cao tốc", "phà", "ca nô"],
];

pub fn phuong_tien(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    goc: Option<&DotGoc<'_>>,
) -> Option<Chu> {
    let planned = goc.and_then(|goc| goc.dot).and_then(|dot| dot.phuong_tien.clone());
    let at = field.as_ref().and_then(Field::span).unwrap_or_default();
    let Some(own) = doc.optional_chu(field) else {
        return planned.map(|chu| chu.thay_duoi(&['.', ' '], "."));
    };
    if let (Some(goc), Some(planned)) = (goc, &planned) {
        let (ours, theirs) = (cach_di(&own), cach_di(planned));
        if !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|c| theirs.contains(c)) {
            let message = format!(
                "phương tiện “{}” trái với kế hoạch: “{}”",
                own.chu_tron(),
                planned.chu_tron()
            );
            let fault = Fault::new("transport-not-as-planned", message)
                .hint("sửa cho khớp kế hoạch; đi bằng nhiều phương tiện thì ghi đủ");
            doc.trai(Severity::Error, fault, at, goc.place(goc.cho.phuong_tien));
        }
    }
    Some(own.thay_duoi(&['.', ' '], "."))
}

fn cach_di(text: &Chu) -> Vec<usize> {
    let lower = text.chu_tron().to_lowercase();
    let told = |words: &&[&str]| words.iter().any(|word| lower.contains(word));
    CACH_DI.iter().enumerate().filter(|(_, words)| told(words)).map(|(i, _)| i).collect()
}
