//! Anybody's Word file held against the decree: what was found, and a copy that says it in Word's own comments.

use maud::html;

use super::http::{Answer, Request};
use super::opened::Opened;
use super::out::file;
use super::upload::{Screen, Upload, WORD, counted, finding, with_file};
use super::view::{bar, piece, piece_of_faults};
use crate::diagnostic::Diagnostic;
use crate::jobs::check::CheckRequest;
use crate::jobs::{self, Outcome};
use crate::reading::source;

pub fn ask() -> Answer {
    let title = "Soát tệp Word";
    Screen {
        title,
        bar: bar(("/", "Tủ văn bản"), title, &html! {}),
        asks: "/api/soat-word",
        along: String::new(),
        label: "Tệp Word cần soát",
        accept: ".docx",
        why: "Tệp do ai làm cũng được: phòng khác gửi sang, dự thảo làm bằng tay. Chương trình soát thể thức theo Nghị định 30/2020/NĐ-CP và lời văn; tệp chỉ được đọc, không bị sửa, không để lại trong máy.",
        many: false,
        more: html! {},
    }
    .page()
}

/// What was found in a file. Nothing is kept of it.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    with_file(request, WORD, |upload| {
        let outcome = check(opened, upload, None);
        match unreadable(&outcome).first() {
            Some(why) => piece_of_faults("Không đọc được tệp này", std::slice::from_ref(why)),
            None => found(upload, &outcome.diagnostics),
        }
    })
}

fn check(opened: &Opened, upload: &Upload, comments: Option<std::path::PathBuf>) -> Outcome {
    let request = CheckRequest {
        ho_so: vec![upload.path()],
        fix: false,
        comments,
        shared: opened.shared.clone(),
    };
    upload.told(opened.work_on_handed(&jobs::Request::Check(request)))
}

/// What kept the file from being read, which is no finding in it.
fn unreadable(outcome: &Outcome) -> Vec<Diagnostic> {
    let of_file = |d: &&Diagnostic| d.is_error() && d.place.is_none();
    outcome.diagnostics.iter().filter(of_file).cloned().collect()
}

fn found(upload: &Upload, all: &[Diagnostic]) -> Answer {
    let counted = counted(all);
    piece(&html! {
        section class="phan" aria-label="Kết quả soát" {
            h2 tabindex="-1" { (upload.ten) ": " (counted.as_deref().unwrap_or("không có gì phải sửa")) }
            @if !all.is_empty() {
                p class="giai" { "Đoạn đếm từ đầu tệp, chỉ đếm đoạn có chữ, kể cả trong bảng." }
                form data-tai="/api/soat-word/nhan-xet" {
                    p class="viec" { button class="nut chinh" { "Tải bản sao có nhận xét trong Word" } }
                    p class="giai" { "Trong bản sao, mỗi chỗ là một nhận xét (Comment) ở đúng đoạn của nó; mọi thứ khác giữ nguyên." }
                }
            }
            @for one in all { (finding(one)) }
        }
    })
}

/// The copy with comments.
pub fn comments(opened: &Opened, request: &Request) -> Answer {
    with_file(request, WORD, |upload| {
        let (ten, path) = upload.copy("nhận xét");
        let outcome = check(opened, upload, Some(path.clone()));
        if !outcome.made.contains(&path) {
            return piece_of_faults("Chưa làm được bản sao có nhận xét", &unreadable(&outcome));
        }
        match source::read_word(&path) {
            Ok(bytes) => file(&ten, bytes),
            Err(found) => piece_of_faults("Chưa làm được bản sao có nhận xét", &[found]),
        }
    })
}
