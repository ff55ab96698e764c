//! The book that an office kept before comes into the register: all rows are looked at before one is written.

use maud::{Markup, html};

use super::given::Asked;
use super::http::{Answer, Request};
use super::opened::Opened;
use super::upload::{Screen, Upload, finding, with_file};
use super::view::{bar, field, once_key, piece, piece_of_faults};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::register::{ImportBookRequest, RegisterRequest};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::{self, Outcome};
use crate::model::Ky;

const LIST: &[&str] = &["xlsx", "ods", "csv"];
/// Lines of what would be written that are shown.
const SHOWN: usize = 40;

pub fn ask() -> Answer {
    let title = "Nhập sổ cũ của năm";
    Screen {
        title,
        bar: bar(("/so", "Sổ đăng ký"), title, &html! {}),
        asks: "/api/so/nhap",
        along: String::new(),
        label: "Sổ cũ (Excel .xlsx, LibreOffice .ods, hoặc .csv)",
        accept: ".xlsx,.ods,.csv",
        why: "Dòng đầu là tên các cột như trong sổ của Nghị định: Số, ký hiệu; Ngày tháng; Tên loại và trích yếu; Người ký; Nơi nhận… Xem trước rồi mới ghi; còn một lỗi thì không dòng nào vào sổ.",
        many: false,
        more: html! {},
    }
    .page()
}

fn request_of(
    opened: &Opened,
    request: &Request,
    upload: &Upload,
    thu: bool,
) -> Result<ImportBookRequest, Diagnostic> {
    let given = Asked(request);
    let nam = given.some("nam").map(|nam| nam.parse::<Ky>()).transpose().map_err(|_| {
        Diagnostic::error("wrong-use", "không hiểu năm của sổ").hint("ghi bằng chữ số, ví dụ: 2026")
    })?;
    Ok(ImportBookRequest {
        tep: upload.path(),
        trang: given.some("trang"),
        nam,
        co_quan: given.some("co-quan"),
        bo_trong: given.on("bo-trong"),
        thu,
        place: noi(&opened.folder),
    })
}

/// What would come in. Nothing is written.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    with_file(request, LIST, |upload| act(opened, request, upload, true))
}

/// Takes the book in.
pub fn write(opened: &Opened, request: &Request) -> Answer {
    let key = request.asked("khoa").unwrap_or_default();
    opened.once(key, || with_file(request, LIST, |upload| act(opened, request, upload, false)))
}

fn act(opened: &Opened, request: &Request, upload: &Upload, thu: bool) -> Answer {
    let job = match request_of(opened, request, upload, thu) {
        Ok(job) => jobs::Request::Register(RegisterRequest::Import(job)),
        Err(found) => return piece_of_faults("Chưa nhập được", &[found]),
    };
    let outcome = upload.told(opened.work_on_handed(&job));
    let bad = outcome.co_loi();
    match (bad, thu) {
        (true, _) => {
            let answer =
                piece(&html! { (told("Chưa nhập được", &outcome)) (form(opened, request, false)) });
            Answer { status: 422, ..answer }
        }
        (false, true) => {
            piece(&html! { (told("Sẽ vào sổ", &outcome)) (form(opened, request, true)) })
        }
        (false, false) => piece(&html! {
            (told("Đã nhập sổ cũ", &outcome))
            p class="viec" { a class="nut chinh" href="/so" { "Xem sổ" } }
        }),
    }
}

fn told(title: &str, outcome: &Outcome) -> Markup {
    let more = outcome.lines.len().saturating_sub(SHOWN);
    html! {
        section class="phan" aria-label=(title) {
            h2 tabindex="-1" { (title) }
            @for found in &outcome.diagnostics { (finding(found)) }
            @for note in &outcome.notes { p { (sentence(note)) } }
            @if !outcome.lines.is_empty() { ul { @for line in outcome.lines.iter().take(SHOWN) { li { (line) } } } }
            @if more > 0 { p { "… và " (more) " dòng nữa" } }
        }
    }
}

fn form(opened: &Opened, request: &Request, good: bool) -> Markup {
    let given = Asked(request);
    html! {
        section class="phan" aria-label="Nhập" {
            form data-gui="/api/so/nhap/ghi" {
                (once_key(opened))
                (field("nam", "Năm của sổ", given.text("nam"), "Chỉ khi cột ngày không ghi năm"))
                (field("trang", "Trang tính", given.text("trang"), "Chỉ khi tệp có nhiều trang"))
                (field("co-quan", "Cơ quan", given.text("co-quan"), "Chữ viết tắt, chỉ khi thư mục có nhiều cơ quan"))
                label class="danh" for="bo-trong" { input type="checkbox" id="bo-trong" name="bo-trong" value="1" checked[given.on("bo-trong")]; " Giữ lại các số mà sổ cũ bỏ trống" }
                p class="viec" {
                    button class="nut chinh" disabled[!good] { "Nhập sổ này" }
                    button data-gui="/api/so/nhap" { "Xem lại theo điều đã ghi" }
                    a class="nut" href="/so" { "Thôi" }
                }
            }
        }
    }
}
