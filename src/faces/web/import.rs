//! An old Word file becomes a paper of this folder: what was recognised is shown before anything is written.

use std::path::PathBuf;

use maud::{Markup, PreEscaped, html};

use super::folders::opened_beside;
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::upload::{Screen, Upload, WORD, with_file};
use super::view::{bar, findings, once_key, piece, piece_of_faults};
use super::words::sentence;
use crate::jobs;
use crate::jobs::import::{ImportRequest, XemNhap};

pub fn ask() -> Answer {
    let title = "Nhập từ Word";
    Screen {
        title,
        bar: bar(("/", "Tủ văn bản"), title, &html! {}),
        asks: "/api/nhap",
        along: String::new(),
        label: "Tệp Word của một văn bản cũ",
        accept: ".docx",
        why: "Chương trình đọc văn bản ấy thành một văn bản trong tủ để soạn tiếp, cho xem nhận ra được gì rồi mới hỏi. Tệp Word giữ nguyên.",
        many: false,
        more: html! {},
    }
    .page()
}

fn request_of(opened: &Opened, upload: &Upload) -> ImportRequest {
    ImportRequest {
        tep: upload.path(),
        output: None,
        vao: Some(opened.folder.clone()),
        shared: opened.shared.clone(),
    }
}

/// What the file would become. Nothing is written.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    with_file(request, WORD, |upload| {
        let (seen, pages, found) = opened.before_import(&request_of(opened, upload));
        let found = upload.all_told(found);
        match seen {
            Some(seen) => {
                let left =
                    html! { (what_comes(opened, &seen)) (carried(&seen)) (findings(&found)) };
                piece(&html! { (recognised(&seen)) (beside(&left, &pages)) })
            }
            None => piece_of_faults("Không nhập được tệp này", &found),
        }
    })
}

/// What is told, and the pages beside it.
pub fn beside(left: &Markup, pages: &[String]) -> Markup {
    html! {
        div class="ben-trang" {
            div { (left) }
            (pages_of(pages))
        }
    }
}

/// Pages as they will be printed.
pub fn pages_of(pages: &[String]) -> Markup {
    html! {
        @if !pages.is_empty() {
            div class="cac-trang" tabindex="0" role="region" aria-label="Trang in" {
                @for (i, svg) in pages.iter().enumerate() {
                    div class="trang" role="img" aria-label={ "Trang " (i.saturating_add(1)) " trên " (pages.len()) } { (PreEscaped(svg)) }
                }
            }
        }
    }
}

/// What a line says, or that nothing was seen.
fn seen_or_not(text: &str) -> Markup {
    html! { @if text.is_empty() { span class="giai" { "(không thấy)" } } @else { (text) } }
}

fn recognised(seen: &XemNhap) -> Markup {
    html! {
        section class="phan" aria-label="Nhận ra" {
            h2 tabindex="-1" { "Nhận ra: " (seen.loai) }
            dl class="cap" {
                dt { "Cơ quan ban hành" } dd { (seen_or_not(&seen.co_quan)) }
                dt { "Số, ký hiệu" } dd { (seen_or_not(&seen.so)) }
                dt { "Ngày" } dd { (seen_or_not(&seen.ngay)) }
                dt { "Trích yếu" } dd { (seen_or_not(&seen.trich_yeu)) }
                dt { "Người ký" } dd { (seen_or_not(&seen.nguoi_ky.join("; "))) }
            }
            @if !seen.khong_chac.is_empty() {
                h3 { "Chỗ không chắc, xem lại sau khi nhập" }
                ul { @for guess in &seen.khong_chac { li { (sentence(guess)) } } }
            }
        }
    }
}

/// Which letters come over, and which do not.
fn carried(seen: &XemNhap) -> Markup {
    html! {
        section class="phan" aria-label="Đối chiếu với tệp Word" {
            h2 { "Đối chiếu với tệp Word" }
            @match seen.doi_chieu {
                Some((kept, all)) => {
                    p { (kept) " trong " (all) " đoạn sang đủ từng chữ." }
                    @if seen.mat.is_empty() { p { "Không mất chữ nào." } } @else {
                        p { strong { (seen.mat.len()) " chỗ chưa sang đủ" } "; cần giữ thì gõ thêm sau khi nhập:" }
                        ul { @for (noi, chu) in &seen.mat { li { (noi) ": “" (chu) "”" } } }
                    }
                }
                None => {
                    p { "Văn bản còn chỗ phải sửa nên chưa dựng được trang để đối chiếu; nhập rồi sửa ở trang soạn:" }
                    (findings(&seen.loi))
                }
            }
            @if !seen.them.is_empty() {
                details { summary { "Chữ mẫu của chương trình in thêm (" (seen.them.len()) ")" }
                    ul { @for text in &seen.them { li { "“" (text) "”" } } }
                }
            }
            @if !seen.khac_hoa.is_empty() {
                details { summary { "Chỉ khác chữ hoa, chữ thường (" (seen.khac_hoa.len()) ")" }
                    ul { @for noi in &seen.khac_hoa { li { (noi) } } }
                }
            }
        }
    }
}

fn what_comes(opened: &Opened, seen: &XemNhap) -> Markup {
    html! {
        section class="phan sap" aria-label="Điều sẽ xảy ra" {
            h2 { "Khi bấm “Nhập văn bản này”" }
            ul {
                @if let Some(folder) = &seen.thu_muc_rieng {
                    li { "Văn bản không viết theo mẫu có sẵn của loại này: thân bài được giữ nguyên, in bằng mẫu riêng. Vì vậy văn bản nằm trong một thư mục mới, " code { (folder) } ", mở ở một thẻ khác." }
                } @else {
                    li { "Tủ có thêm một văn bản; trang soạn của nó mở ra." }
                    @if let Some(taken) = &seen.trung_ten { li { "Đã có tệp " code { (taken) ".yaml" } " nên văn bản này mang tên khác; tệp cũ giữ nguyên." } }
                    @if seen.co_quan_khac { li { "Văn bản của cơ quan khác: cơ quan ấy được ghi thành một tệp cơ quan riêng." } }
                }
                li { "Tệp được ghi: " @for (i, ten) in seen.tep.iter().enumerate() { @if i > 0 { ", " } code { (ten) } } ". Không tệp nào bị ghi đè." }
                li { "Số và ngày được chép như trong tệp Word; soạn thành văn bản mới thì sửa hai ô ấy." }
            }
            form data-gui="/api/nhap/ghi" {
                (once_key(opened))
                p class="viec" { button class="nut chinh" { "Nhập văn bản này" } a class="nut" href="/" { "Thôi" } }
            }
        }
    }
}

/// Writes the paper, and leads to it.
pub fn write(opened: &Opened, request: &Request) -> Answer {
    let key = request.asked("khoa").unwrap_or_default();
    opened.once(key, || {
        with_file(request, WORD, |upload| {
            let job = jobs::Request::Import(request_of(opened, upload));
            let outcome = upload.told(opened.work_on_handed(&job));
            let first = outcome.made.first();
            match first.and_then(|path| place_of(opened, path)) {
                Some(Place::Paper(ten)) => Answer::go_to(format!("/giay?tep={}", encode(&ten))),
                Some(Place::Folder(folder)) => opened_beside(opened, &folder),
                None => {
                    let faults: Vec<_> =
                        outcome.diagnostics.into_iter().filter(|d| d.is_error()).collect();
                    piece_of_faults("Chưa nhập được", &faults)
                }
            }
        })
    })
}

/// Where an imported paper is: in this folder, or in one of its own.
enum Place {
    Paper(String),
    Folder(PathBuf),
}

fn place_of(opened: &Opened, path: &std::path::Path) -> Option<Place> {
    let folder = path.parent()?;
    if folder == opened.folder {
        return Some(Place::Paper(path.file_name()?.to_string_lossy().into_owned()));
    }
    Some(Place::Folder(folder.to_owned()))
}
