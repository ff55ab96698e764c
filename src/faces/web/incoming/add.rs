//! A paper that came is entered: its file is handed in and kept, or it is on paper alone. Several files that are chosen at
//! once are several papers, one after the other.

use maud::{Markup, html};

use crate::diagnostic::Diagnostic;
use crate::faces::web::entry::Entry;
use crate::faces::web::filled::{Filled, WAS_READ};
use crate::faces::web::given::{Asked, so_ban};
use crate::faces::web::http::Answer;
use crate::faces::web::opened::Opened;
use crate::faces::web::upload::{Screen, Upload, no_file};
use crate::faces::web::view::{bar, field, findings, once_key, refusal};
use crate::faces::web::words::sentence;
use crate::jobs::incoming::{AddRequest, IncomingRequest};
use crate::jobs::soan_thao::so_den::noi_den;
use crate::jobs::{self, Outcome};

/// Kinds of files that offices send.
const FILES: &[&str] = &["pdf", "docx", "jpg", "jpeg", "png"];
/// Degrees of secrecy, as they are chosen.
const DO_MAT: [(&str, &str); 4] =
    [("", "Không mật"), ("mật", "Mật"), ("tối mật", "Tối mật"), ("tuyệt mật", "Tuyệt mật")];

pub fn ask() -> Answer {
    let title = "Vào sổ văn bản đến";
    Screen {
        title,
        bar: bar(("/den", "Sổ văn bản đến"), title, &html! {}),
        asks: "/api/den",
        along: String::new(),
        label: "Tệp của văn bản đến (PDF, Word, ảnh quét)",
        accept: ".pdf,.docx,.jpg,.jpeg,.png",
        why: "Chọn nhiều tệp thì mỗi tệp là một văn bản, vào sổ lần lượt. Tệp được cất nguyên như khi đến; tệp Word, tệp PDF có chữ thì chương trình đọc được tác giả, số, ngày, trích yếu.",
        many: true,
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
    let do_mat = given.some("do-mat");
    let mat = do_mat.is_some();
    let add = AddRequest {
        tep: upload.map(Upload::path).into_iter().collect(),
        kem: Vec::new(),
        ngay: given.text("ngay").to_owned(),
        so: so_dau(given.text("so"))?,
        tac_gia: given.some("tac-gia"),
        ky_hieu: given.some("ky-hieu"),
        ngay_van_ban: given.some("ngay-van-ban"),
        trich_yeu: given.some("trich-yeu"),
        so_ban: so_ban(given.text("so-ban"))?,
        giao: given.some("giao"),
        han: given.some("han"),
        chi_dao: given.some("chi-dao"),
        ghi_chu: given.some("ghi-chu"),
        do_mat,
        dong_dau: given.on("dong-dau"),
        cho_dau: None,
        theo_dong: given.on(WAS_READ),
        chap_nhan_canh_bao: given.on("chap-nhan"),
        thu,
        place: noi_den(&opened.folder, mat),
    };
    Ok(jobs::Request::Incoming(IncomingRequest::Add(add)))
}

/// The number that a book begins with which was kept on paper before.
fn so_dau(text: &str) -> Result<Option<u64>, Diagnostic> {
    let number = Some(text).filter(|text| !text.is_empty()).map(str::parse).transpose();
    number.map_err(|_| {
        Diagnostic::error("wrong-use", format!("không hiểu số đến “{text}”"))
            .hint("ghi bằng chữ số, ví dụ: 57")
    })
}

pub const ENTRY: Entry = Entry { files: FILES, job, form, said };

fn said(given: &Asked, outcome: &Outcome) -> Markup {
    let quyen = super::Quyen { mat: given.some("do-mat").is_some() };
    let entered = outcome.incoming.first().map(|the| super::So { so: the.so_den.clone(), quyen });
    html! {
        section class="phan" aria-label="Đã vào sổ" {
            h2 tabindex="-1" { "Đã vào sổ" }
            @for line in outcome.lines.iter().chain(&outcome.notes) { p { (sentence(line)) } }
            (findings(&outcome.diagnostics))
            p class="viec" {
                button type="button" class="chinh" data-tiep hidden { "Văn bản kế tiếp" }
                @if let Some(so) = &entered { a class="nut" href=(so.href()) { "Xem số " (so.so) } }
                a class="nut chinh" href=(quyen.href()) { "Xem sổ văn bản đến" }
                a class="nut" href="/den/vao" { "Vào sổ văn bản khác" }
            }
        }
    }
}

fn form(
    opened: &Opened,
    given: &Filled,
    upload: Option<&Upload>,
    refused: Option<&Outcome>,
) -> Markup {
    let name = upload.map(|upload| upload.ten.to_lowercase()).unwrap_or_default();
    let pdf = name.ends_with(".pdf");
    let check = |name: &str, label: &str| {
        html! { label class="danh" for=(name) { input type="checkbox" id=(name) name=(name) value="1" checked[given.on(name)]; " " (label) } }
    };
    let text = |name: &str, label: &str, why: &str| {
        let why = if given.of_file(name).is_some() {
            "Đọc ở tệp; xem lại cho đúng"
        } else {
            why
        };
        field(name, label, given.text(name), why)
    };
    html! {
        @if let Some(outcome) = refused { (refusal("Chưa vào sổ", &outcome.diagnostics)) }
        section class="phan" aria-label="Văn bản đến" {
            h2 tabindex="-1" { @match upload { Some(upload) => { "Tệp “" (upload.ten) "”" } None => { "Văn bản giấy" } } }
            form data-gui="/api/den/ghi" data-chung="ngay" {
                (once_key(opened))
                @if given.was_read() { input type="hidden" name=(WAS_READ) value="1"; }
                (text("ngay", "Ngày đến", "Ví dụ: 16/3/2026"))
                (text("tac-gia", "Tác giả", "Cơ quan, tổ chức gửi"))
                (text("ky-hieu", "Số, ký hiệu", "Ví dụ: 123/SNV-VP; ghi cả ngày cũng được: 123/SNV-VP ngày 14/3/2026"))
                (text("ngay-van-ban", "Ngày của văn bản", "Ví dụ: 14/3/2026"))
                (text("trich-yeu", "Tên loại và trích yếu", "Ví dụ: Công văn về việc báo cáo biên chế"))
                (text("so-ban", "Số bản", "Không ghi cũng được"))
                (text("giao", "Giao cho", "Đơn vị hoặc người giải quyết; chưa giao thì để trống"))
                (text("chi-dao", "Người chỉ đạo", ""))
                (text("han", "Hạn giải quyết", "Ví dụ: 20/3/2026"))
                (text("ghi-chu", "Ghi chú", ""))
                (text("so", "Số đến đầu tiên", "Chỉ khi năm ấy đã ghi sổ giấy trước đó, ví dụ: 57; không thì để trống"))
                div class="o" { label for="do-mat" { "Độ mật" } select id="do-mat" name="do-mat" {
                    @for (value, ten) in DO_MAT { option value=(value) selected[value == given.text("do-mat")] { (ten) } }
                } p class="giai" { "Văn bản mật vào sổ riêng, không kèm tệp nếu máy có nối mạng" } }
                @if pdf { (check("dong-dau", "Làm thêm một bản có đóng dấu “Đến”")) }
                (check("chap-nhan", "Tôi đã xem các cảnh báo, vẫn ghi"))
                p class="viec" { button class="nut chinh" { "Vào sổ" } a class="nut" href="/den" { "Thôi" } }
            }
        }
    }
}
