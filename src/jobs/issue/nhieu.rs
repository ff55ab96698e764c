//! Many papers in one command: all are checked before the first number is taken, then each is a transaction of its own.
//! Stopped in the midst, the same command goes on: a paper that has its number is known by what it says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ban_thao::ban_thao;
use super::xem_truoc::sap;
use super::{IssueRequest, issue};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome, load, means};

/// What to issue: the same of every file, but for the file itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueManyRequest {
    pub viec: Vec<MotViec>,
}

/// One paper of many.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MotViec {
    /// As it is named to the user: a file, a row of a list.
    pub ten: String,
    pub request: IssueRequest,
}

/// Issues all of them, or none if one of them can't be.
pub fn issue_many(request: &IssueManyRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some(fault) = chi_mot(&request.viec) {
        return Outcome::of(fault);
    }
    let shared = request.viec.first().map(|viec| viec.request.shared.clone()).unwrap_or_default();
    let done = load::fonts(shared.fonts.as_deref())
        .map_err(|fault| vec![fault])
        .and_then(|fonts| kiem_het(&request.viec, means, &fonts, &mut outcome))
        .map(|left| lan_luot(&left, request.viec.len(), means, &mut outcome));
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}

/// What is of one paper alone can't be said of several.
fn chi_mot(viec: &[MotViec]) -> Option<Diagnostic> {
    let (_, first) = (viec.get(1)?, &viec.first()?.request);
    let named = [
        (first.number.is_some(), "--number"),
        (!first.thay_the.is_empty(), "--thay-the"),
        (!first.dinh_chinh.is_empty(), "--dinh-chinh"),
        (!first.thu_hoi.is_empty(), "--thu-hoi"),
    ];
    let (_, name) = named.into_iter().find(|(said, _)| *said)?;
    let message = format!("{name} chỉ dùng khi phát hành một văn bản");
    Some(Diagnostic::error("wrong-use", message).hint("phát hành riêng văn bản ấy"))
}

/// Checks every paper; those that have no number yet.
fn kiem_het<'v>(
    viec: &'v [MotViec],
    means: &Means,
    fonts: &Fonts,
    outcome: &mut Outcome,
) -> Result<Vec<&'v MotViec>, Vec<Diagnostic>> {
    let (mut left, mut faults) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    means.progress.more(viec.len().saturating_mul(2));
    for one in viec {
        means.go_on(super::VIEC, &format!("“{}”", one.ten)).map_err(|stopped| vec![stopped])?;
        means.progress.next(&one.ten);
        let mut own = Outcome::default();
        let checked = ban_thao(&one.request, fonts, means.compiler, &mut own)
            .and_then(|draft| sap(&one.request, &draft, means, &mut own).map(|_| draft.dau));
        typst::comemo::evict(crate::jobs::build::MEMORY);
        match checked {
            Ok(dau) => {
                if let Some(other) = seen.insert(dau, &one.ten) {
                    faults.push(giong_nhau(&one.ten, other));
                }
                left.push(one);
            }
            Err(found) if found.iter().any(|d| d.code == "already-issued") => {
                let told = found.iter().find(|d| d.code == "already-issued");
                outcome.notes.extend(told.map(|d| format!("{}: {}; bỏ qua", one.ten, d.message)));
            }
            Err(found) => {
                let told = own.diagnostics.into_iter().chain(found);
                faults.extend(told.map(|d| goi_ten(&one.ten, d)));
            }
        }
    }
    if !faults.is_empty() {
        faults.push(
            Diagnostic::error(
                "issue-refused",
                "chưa phát hành văn bản nào: còn văn bản có lỗi ở trên",
            )
            .hint("sửa rồi chạy lại; chưa số nào bị lấy"),
        );
        return Err(faults);
    }
    Ok(left)
}

fn giong_nhau(ten: &str, other: &str) -> Diagnostic {
    let message = format!("{ten} và {other} giống hệt nhau nên không lấy hai số");
    Diagnostic::error("duplicate-row", message).hint("bỏ bớt một văn bản")
}

/// A finding says of which paper it is, unless its place does.
fn goi_ten(ten: &str, mut found: Diagnostic) -> Diagnostic {
    let in_place = found.place.as_ref().is_some_and(|place| place.file == ten);
    if !in_place && !found.message.contains(ten) {
        found.message = format!("{ten}: {}", found.message);
    }
    found
}

/// One after the other; a fault in the midst tells which have their numbers and which have not.
fn lan_luot(left: &[&MotViec], tong: usize, means: &Means, outcome: &mut Outcome) {
    let mut rest = left.iter();
    let mut done: Vec<&str> = Vec::new();
    while let Some(one) = rest.next() {
        let own = issue(&one.request, means);
        typst::comemo::evict(crate::jobs::build::MEMORY);
        let failed = own.co_loi();
        outcome.made.extend(own.made);
        outcome.notes.extend(own.notes.into_iter().map(|note| format!("{}: {note}", one.ten)));
        outcome.diagnostics.extend(own.diagnostics.into_iter().map(|d| goi_ten(&one.ten, d)));
        if failed {
            let left = std::iter::once(one.ten.as_str()).chain(rest.map(|viec| viec.ten.as_str()));
            outcome.diagnostics.push(dung_giua(&done, &left.collect::<Vec<_>>()));
            return;
        }
        done.push(&one.ten);
    }
    let before = tong.saturating_sub(left.len());
    outcome.notes.push(match (done.len(), before) {
        (0, _) => format!("cả {tong} văn bản đã có số từ trước, không phát hành thêm"),
        (new, 0) => format!("đã phát hành đủ {new} văn bản"),
        (new, before) => format!("đã phát hành {new} văn bản; {before} văn bản đã có số từ trước"),
    });
}

fn dung_giua(done: &[&str], left: &[&str]) -> Diagnostic {
    let some = |all: &[&str]| {
        let shown = all.iter().take(10).copied().collect::<Vec<_>>().join(", ");
        if all.len() > 10 { format!("{shown}… ({} văn bản)", all.len()) } else { shown }
    };
    let has = if done.is_empty() { "chưa văn bản nào".to_owned() } else { some(done) };
    let message = format!("đã dừng giữa chừng; đã có số: {has}; chưa có số: {}", some(left));
    let mut found = means::interrupted(super::VIEC, "các văn bản còn lại");
    found.message = message;
    found.hint("sửa chỗ báo ở trên rồi chạy lại đúng lệnh ấy: văn bản đã có số được bỏ qua")
}
