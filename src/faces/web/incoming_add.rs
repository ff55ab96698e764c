//! A paper that came is entered: its file is handed in and kept, or it is on paper alone.

use maud::{Markup, html};

use super::given::{Asked, so_ban};
use super::http::{Answer, Request};
use super::opened::Opened;
use super::upload::{Screen, Upload, no_file, with_file_or_none};
use super::view::{bar, field, once_key, piece, piece_of_faults, refusal};
use crate::diagnostic::Diagnostic;
use crate::jobs::incoming::{AddRequest, IncomingRequest};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::{self, Outcome};

/// Kinds of files that offices send.
const FILES: &[&str] = &["pdf", "docx", "jpg", "jpeg", "png"];

pub fn ask() -> Answer {
    let title = "Vào sổ văn bản đến";
    Screen {
        title,
        bar: bar(("/den", "Sổ văn bản đến"), title, &html! {}),
        asks: "/api/den",
        along: String::new(),
        label: "Tệp của văn bản đến (PDF, Word, ảnh quét)",
        accept: ".pdf,.docx,.jpg,.jpeg,.png",
        why: "Tệp được cất nguyên như khi đến; tệp Word thì chương trình đọc được tác giả, số, ngày, trích yếu.",
        more: no_file(),
    }
    .page()
}

/// What the form asks for.
fn request_of(
    given: &Asked,
    opened: &Opened,
    upload: Option<&Upload>,
) -> Result<AddRequest, Diagnostic> {
    Ok(AddRequest {
        tep: upload.map(Upload::path),
        ngay: given.text("ngay").to_owned(),
        so: None,
        tac_gia: given.some("tac-gia"),
        ky_hieu: given.some("ky-hieu"),
        ngay_van_ban: given.some("ngay-van-ban"),
        trich_yeu: given.some("trich-yeu"),
        so_ban: so_ban(given.text("so-ban"))?,
        giao: given.some("giao"),
        han: given.some("han"),
        chi_dao: given.some("chi-dao"),
        ghi_chu: given.some("ghi-chu"),
        dong_dau: given.on("dong-dau"),
        cho_dau: None,
        chap_nhan_canh_bao: given.on("chap-nhan"),
        place: noi(&opened.folder),
    })
}

/// The form for the file that was chosen.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    with_file_or_none(request, FILES, |upload| piece(&form(opened, &Asked(request), upload, None)))
}

/// Enters the paper.
pub fn write(opened: &Opened, request: &Request) -> Answer {
    let key = request.asked("khoa").unwrap_or_default();
    opened.once(key, || {
        with_file_or_none(request, FILES, |upload| entered(opened, &Asked(request), upload))
    })
}

fn entered(opened: &Opened, given: &Asked, upload: Option<&Upload>) -> Answer {
    let add = match request_of(given, opened, upload) {
        Ok(add) => add,
        Err(found) => return piece_of_faults("Chưa vào sổ được", &[found]),
    };
    let job = jobs::Request::Incoming(IncomingRequest::Add(add));
    let outcome = match upload {
        Some(upload) => upload.told(opened.work_on_handed(&job)),
        None => opened.work(&job),
    };
    if outcome.diagnostics.iter().any(Diagnostic::is_error) {
        let answer = piece(&form(opened, given, upload, Some(&outcome)));
        return Answer { status: 422, ..answer };
    }
    piece(&said(&outcome))
}

fn said(outcome: &Outcome) -> Markup {
    html! {
        section class="phan" aria-label="Đã vào sổ" {
            h2 tabindex="-1" { "Đã vào sổ" }
            @for line in outcome.lines.iter().chain(&outcome.notes) { p { (super::words::sentence(line)) } }
            p class="viec" { a class="nut chinh" href="/den" { "Xem sổ văn bản đến" } a class="nut" href="/den/vao" { "Vào sổ văn bản khác" } }
        }
    }
}

fn form(
    opened: &Opened,
    given: &Asked,
    upload: Option<&Upload>,
    refused: Option<&Outcome>,
) -> Markup {
    let word = upload.is_some_and(|upload| upload.ten.to_lowercase().ends_with(".docx"));
    let pdf = upload.is_some_and(|upload| upload.ten.to_lowercase().ends_with(".pdf"));
    let read = if word { "Để trống thì đọc từ tệp Word" } else { "" };
    let check = |name: &str, label: &str| {
        html! { label class="danh" for=(name) { input type="checkbox" id=(name) name=(name) value="1" checked[given.on(name)]; " " (label) } }
    };
    let text = |name: &str, label: &str, why: &str| field(name, label, given.text(name), why);
    html! {
        @if let Some(outcome) = refused { (refusal("Chưa vào sổ", &outcome.diagnostics)) }
        section class="phan" aria-label="Văn bản đến" {
            h2 tabindex="-1" { @match upload { Some(upload) => { "Tệp “" (upload.ten) "”" } None => { "Văn bản giấy" } } }
            form data-gui="/api/den/ghi" {
                (once_key(opened))
                (text("ngay", "Ngày đến", "Ví dụ: 16/3/2026"))
                (text("tac-gia", "Tác giả", if word { read } else { "Cơ quan, tổ chức gửi" }))
                (text("ky-hieu", "Số, ký hiệu", if word { read } else { "Ví dụ: 123/SNV-VP" }))
                (text("ngay-van-ban", "Ngày của văn bản", if word { read } else { "Ví dụ: 14/3/2026" }))
                (text("trich-yeu", "Tên loại và trích yếu", if word { read } else { "Ví dụ: Công văn về việc báo cáo biên chế" }))
                (text("so-ban", "Số bản", "Không ghi cũng được"))
                (text("giao", "Giao cho", "Đơn vị hoặc người giải quyết; chưa giao thì để trống"))
                (text("chi-dao", "Người chỉ đạo", ""))
                (text("han", "Hạn giải quyết", "Ví dụ: 20/3/2026"))
                (text("ghi-chu", "Ghi chú", ""))
                @if pdf { (check("dong-dau", "Làm thêm một bản có đóng dấu “Đến”")) }
                (check("chap-nhan", "Tôi đã xem các cảnh báo, vẫn ghi"))
                p class="viec" { button class="nut chinh" { "Vào sổ" } a class="nut" href="/den" { "Thôi" } }
            }
        }
    }
}
