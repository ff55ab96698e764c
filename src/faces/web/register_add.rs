//! A paper that was made elsewhere is entered: its file is handed in and kept, or it is on paper alone.

use maud::{Markup, html};

use super::entry::Entry;
use super::filled::Filled;
use super::given::{Asked, so_ban};
use super::http::Answer;
use super::opened::Opened;
use super::upload::{Screen, Upload, no_file};
use super::view::{bar, field, findings, once_key, refusal};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::register::{AddRequest, RegisterRequest};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::{self, Outcome};

/// What is kept of such a paper.
const FILES: &[&str] = &["docx", "pdf"];

pub fn ask() -> Answer {
    let title = "Vào sổ văn bản làm nơi khác";
    Screen {
        title,
        bar: bar(("/so", "Sổ đăng ký"), title, &html! {}),
        asks: "/api/so/vao",
        along: String::new(),
        label: "Tệp của văn bản (Word hoặc PDF)",
        accept: ".docx,.pdf",
        why: "Phòng khác gõ thẳng trong Word, văn bản giấy: cũng lấy số trong dãy của năm. Tệp Word thì chương trình đọc được số, ngày, loại, trích yếu, người ký, nơi nhận.",
        many: false,
        more: no_file(),
    }
    .page()
}

/// What the form asks for.
fn job(
    given: &Asked,
    opened: &Opened,
    upload: Option<&Upload>,
    thu: bool,
) -> Result<jobs::Request, Diagnostic> {
    let add = AddRequest {
        so_hieu: given.some("so-hieu"),
        date: given.some("ngay"),
        loai: given.some("loai"),
        trich_yeu: given.some("trich-yeu"),
        nguoi_ky: given.some("nguoi-ky"),
        noi_nhan: given.some("noi-nhan"),
        luu: given.some("luu"),
        so_ban: so_ban(given.text("so-ban"))?,
        ghi_chu: given.some("ghi-chu"),
        tep: upload.map(Upload::path).into_iter().collect(),
        thay_the: given.some("thay-the").into_iter().collect(),
        dinh_chinh: given.some("dinh-chinh").into_iter().collect(),
        thu_hoi: Vec::new(),
        co_quan: given.some("co-quan"),
        thu,
        place: noi(&opened.folder),
    };
    Ok(jobs::Request::Register(RegisterRequest::Add(add)))
}

pub const ENTRY: Entry = Entry { files: FILES, job, form, said };

fn said(_: &Asked, outcome: &Outcome) -> Markup {
    html! {
        section class="phan" aria-label="Đã vào sổ" {
            h2 tabindex="-1" { "Đã vào sổ" }
            (findings(&outcome.diagnostics))
            @for line in outcome.lines.iter().chain(&outcome.notes) { p { (sentence(line)) } }
            p class="viec" { a class="nut chinh" href="/so" { "Xem sổ" } a class="nut" href="/so/vao" { "Vào sổ văn bản khác" } }
        }
    }
}

fn form(
    opened: &Opened,
    given: &Filled,
    upload: Option<&Upload>,
    refused: Option<&Outcome>,
) -> Markup {
    let word = upload.is_some_and(|upload| upload.ten.to_lowercase().ends_with(".docx"));
    let text = |name: &str, label: &str, why: &str| {
        field(name, label, given.text(name), if word { "Để trống thì theo tệp Word" } else { why })
    };
    html! {
        @if let Some(outcome) = refused { (refusal("Chưa vào sổ", &outcome.diagnostics)) }
        section class="phan" aria-label="Văn bản làm nơi khác" {
            h2 tabindex="-1" { @match upload { Some(upload) => { "Tệp “" (upload.ten) "”" } None => { "Văn bản giấy" } } }
            form data-gui="/api/so/vao/ghi" {
                (once_key(opened))
                (text("so-hieu", "Số, ký hiệu", "Ví dụ: 05/TB-UBND"))
                (text("ngay", "Ngày của văn bản", "Ví dụ: 16/3/2026"))
                (text("loai", "Loại văn bản", "Ví dụ: Thông báo; công văn thì ghi Công văn"))
                (text("trich-yeu", "Trích yếu", "Ví dụ: Kết luận giao ban"))
                (text("nguoi-ky", "Người ký", ""))
                (text("noi-nhan", "Nơi nhận", "Các nơi cách nhau dấu chấm phẩy"))
                (field("luu", "Đơn vị, người nhận bản lưu", given.text("luu"), "Ví dụ: VT"))
                (field("so-ban", "Số lượng bản", given.text("so-ban"), "Không ghi cũng được"))
                (field("thay-the", "Thay thế văn bản số", given.text("thay-the"), "Văn bản trong sổ mà văn bản này thay; không có thì để trống"))
                (field("dinh-chinh", "Đính chính văn bản số", given.text("dinh-chinh"), ""))
                (field("co-quan", "Cơ quan", given.text("co-quan"), "Chữ viết tắt, chỉ khi thư mục có nhiều cơ quan"))
                (field("ghi-chu", "Ghi chú", given.text("ghi-chu"), ""))
                p { "Dòng đã vào sổ không sửa được: xem lại trước khi bấm." }
                p class="viec" { button class="nut chinh" { "Vào sổ" } a class="nut" href="/so" { "Thôi" } }
            }
        }
    }
}
