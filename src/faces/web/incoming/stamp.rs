//! The ĐẾN stamp on a copy of the PDF that came: where it would stand is shown before it is set.

use maud::{Markup, html};

use super::{So, act, after};
use crate::faces::web::api::run;
use crate::faces::web::given::Given;
use crate::faces::web::http::{Answer, Request, encode};
use crate::faces::web::opened::Opened;
use crate::faces::web::out::file_or_faults;
use crate::faces::web::view::{bar, faults, field, once_key, page, refusal, refused_or_not, told};
use crate::jobs::incoming::{IncomingRequest, StampRequest};
use crate::jobs::soan_thao::tep_den::MuonDen;
use crate::jobs::soan_thao::tho::MuonTep;
use crate::jobs::{self, Outcome};
use crate::word::doc_pdf::DIEM_MOI_MM;

/// On which paper, and where.
struct Dau {
    so: So,
    /// One of the places that have a name.
    noi: String,
    /// A place of the clerk's own: `120,60`.
    mm: String,
}

/// The places that have a name.
const PLACES: [(&str, &str); 3] = [
    ("", "Tự tìm khoảng trống"),
    ("duoi-so", "Dưới số, ký hiệu"),
    ("duoi-ngay", "Dưới ngày tháng"),
];

impl Dau {
    fn of(given: &mut Given) -> Self {
        Self { so: So::of(given), noi: given.take("noi"), mm: given.take("mm") }
    }

    fn asked(request: &Request) -> Self {
        Self::of(&mut Given::asked(request))
    }

    fn cho(&self) -> Option<String> {
        [&self.mm, &self.noi].into_iter().find(|text| !text.is_empty()).cloned()
    }

    fn request(&self, opened: &Opened, thu: bool) -> StampRequest {
        StampRequest {
            so_den: self.so.so.clone(),
            cho_dau: self.cho(),
            output: None,
            thu,
            place: self.so.quyen.place(opened),
        }
    }

    fn address(&self, path: &str) -> String {
        format!("{}&noi={}&mm={}", self.so.address(path), encode(&self.noi), encode(&self.mm))
    }
}

/// Where the stamp would stand.
pub fn ask(opened: &Opened, request: &Request) -> Answer {
    stamp_page(opened, &Dau::asked(request), None)
}

fn stamp_page(opened: &Opened, dau: &Dau, refused: Option<&Outcome>) -> Answer {
    let request = IncomingRequest::Stamp(dau.request(opened, true));
    let seen = run(opened, &jobs::Request::Incoming(request));
    let sound = !seen.co_loi();
    let back = dau.so.href();
    let title = format!("Đóng dấu “Đến” số {}", dau.so.so);
    let body = html! {
        (bar((&back, &format!("Số {}", dau.so.so)), &title, &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa đóng dấu được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Đóng dấu”" }
                p { "Thêm một bản của tệp PDF có dấu 50 × 35 mm ở trang đầu, lưu cạnh tệp đã nhận. Tệp đã nhận giữ nguyên từng byte; chữ ký số trong đó không bị đụng tới." }
                (told(&seen))
                (form(opened, dau, sound))
            }
            @if sound { (preview(dau)) }
        }
    };
    refused_or_not(page(&title, Some("dau-den.js"), &body), refused)
}

fn form(opened: &Opened, dau: &Dau, sound: bool) -> Markup {
    html! {
        form method="post" action="/den/dau" id="cho-dau" {
            (once_key(opened)) (dau.so.hidden())
            div class="o" { label for="noi" { "Chỗ đóng dấu" } select id="noi" name="noi" {
                @for (value, ten) in PLACES { option value=(value) selected[value == dau.noi] { (ten) } }
            } }
            (field("mm", "Chỗ khác", &dau.mm, "Bấm vào chỗ muốn đặt trên trang dưới đây, hoặc ghi số mm từ mép trái và mép trên, ví dụ: 120,60"))
            p class="viec" {
                button class="nut chinh" disabled[!sound] { "Đóng dấu" }
                button formmethod="get" { "Xem lại theo chỗ đã chọn" }
                @if sound { a class="nut" href=(dau.address("/den/dau-tai")) { "Chỉ tải bản có dấu" } }
                a class="nut" href=(dau.so.href()) { "Thôi" }
            }
        }
    }
}

fn preview(dau: &Dau) -> Markup {
    html! {
        section class="phan" aria-label="Trang đầu với dấu đến" {
            h2 { "Trang đầu khi đã đóng dấu" }
            img id="trang-dau" class="trang" data-diem=(DIEM_MOI_MM) src=(dau.address("/den/dau-hinh")) alt="Trang đầu của văn bản đến, có dấu Đến ở chỗ nêu trên";
        }
    }
}

/// The first page as it will be.
pub fn picture(opened: &Opened, request: &Request) -> Answer {
    let dau = Dau::asked(request);
    let wanted = MuonTep::Den(MuonDen::AnhDau(dau.request(opened, true)));
    match opened.file(wanted, &dau.so.so) {
        Ok((_, bytes)) => Answer::new(200, "image/png", bytes),
        Err(found) => faults(&found),
    }
}

/// The copy to keep elsewhere; nothing is written.
pub fn download(opened: &Opened, request: &Request) -> Answer {
    let dau = Dau::asked(request);
    let wanted = MuonTep::Den(MuonDen::Dau(dau.request(opened, false)));
    file_or_faults(opened.file(wanted, &dau.so.so))
}

/// Sets it.
pub fn set(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, dau) = (given.take("khoa"), Dau::of(&mut given));
    let refused = |outcome: &Outcome| stamp_page(opened, &dau, Some(outcome));
    let done = |outcome: Outcome| {
        let made = outcome.made.iter().filter_map(|path| path.file_name());
        let said = made.map(|ten| format!("đã lưu bản có dấu: {}", ten.to_string_lossy()));
        let lines = said.chain(outcome.lines.clone()).collect();
        after("Đã đóng dấu “Đến”", &Outcome { lines, ..outcome }, dau.so.quyen, Some(&dau.so))
    };
    act(opened, &key, IncomingRequest::Stamp(dau.request(opened, false)), refused, done)
}
