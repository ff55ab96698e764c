//! The incoming book as a whole: printed, checked, made again; a year of it closed and opened.

use maud::{Markup, html};

use super::{Quyen, act, after};
use crate::diagnostic::Diagnostic;
use crate::faces::web::api::run;
use crate::faces::web::given::{Given, some};
use crate::faces::web::http::{Answer, Request};
use crate::faces::web::opened::Opened;
use crate::faces::web::out::file_or_faults;
use crate::faces::web::view::{bar, fault, field, once_key, page, refusal, refused_or_not, told};
use crate::jobs::incoming::{
    CheckIncomingRequest, CloseIncomingRequest, IncomingRequest, OpenIncomingRequest,
    PrintIncomingRequest, RebuildIncomingRequest,
};
use crate::jobs::soan_thao::tep_den::MuonDen;
use crate::jobs::soan_thao::tho::MuonTep;
use crate::jobs::{self, Outcome};

fn khong_ro_nam() -> Diagnostic {
    Diagnostic::error("wrong-use", "chưa rõ sổ của năm nào").hint("mở lại từ trang Văn bản đến")
}

/// A year's book as a file.
pub fn print(opened: &Opened, request: &Request) -> Answer {
    let Some(nam) = request.asked("nam").and_then(|nam| nam.parse().ok()) else {
        return fault(&khong_ro_nam());
    };
    let known = ["pdf", "docx", "xlsx", "csv"];
    let dang = known.into_iter().find(|dang| request.asked("dang") == Some(dang)).unwrap_or("pdf");
    let request = PrintIncomingRequest {
        nam,
        output: None,
        fonts: opened.shared.fonts.clone(),
        place: Quyen::asked(request).place(opened),
    };
    let wanted = MuonTep::Den(MuonDen::So { request, dang: dang.to_owned() });
    file_or_faults(opened.file(wanted, &format!("sổ văn bản đến năm {nam}")))
}

/// Holds lines, numbers, kept files and answers against each other.
pub fn check(opened: &Opened, request: &Request) -> Answer {
    let quyen = Quyen::asked(request);
    let request = IncomingRequest::Check(CheckIncomingRequest { place: quyen.place(opened) });
    let outcome = run(opened, &jobs::Request::Incoming(request));
    let sound = !outcome.co_loi();
    let body = html! {
        (bar((&quyen.href(), quyen.ten()), "Kiểm sổ văn bản đến", &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                h2 { @if sound { "Sổ và các tệp đã lưu khớp nhau" } @else { "Sổ hoặc tệp đã lưu có chỗ sai" } }
                (told(&outcome))
                @if !sound { p class="viec" { a class="nut chinh" href=(quyen.address("/den/lay-lai", "")) { "Lấy lại sổ…" } } }
            }
        }
    };
    page("Kiểm sổ văn bản đến", None, &body)
}

/// A page that says what will happen to the book.
struct Ask<'a> {
    title: &'a str,
    address: &'a str,
    not_done: &'a str,
    button: &'a str,
    nguy: bool,
    what: &'a [&'a str],
    fields: Markup,
}

impl Ask<'_> {
    fn page(&self, opened: &Opened, quyen: Quyen, outcome: Option<&Outcome>) -> Answer {
        let back = quyen.href();
        let body = html! {
            (bar((&back, quyen.ten()), self.title, &html! {}))
            main class="khung hep" {
                @if let Some(outcome) = outcome { (refusal(self.not_done, &outcome.diagnostics)) }
                section class="phan sap" {
                    h2 { "Khi bấm “" (self.button) "”" }
                    ul { @for what in self.what { li { (what) } } }
                    form method="post" action=(self.address) {
                        (once_key(opened)) (quyen.hidden())
                        (self.fields)
                        p class="viec" { button class={ "nut " (if self.nguy { "nguy" } else { "chinh" }) } { (self.button) } a class="nut" href=(back) { "Thôi" } }
                    }
                }
            }
        };
        refused_or_not(page(self.title, None, &body), outcome)
    }
}

/// Before a book is made again.
pub fn ask_rebuild(opened: &Opened, request: &Request) -> Answer {
    rebuild_page(opened, Quyen::asked(request), "", None)
}

fn rebuild_page(opened: &Opened, quyen: Quyen, so_cuoi: &str, outcome: Option<&Outcome>) -> Answer {
    let ask = Ask {
        title: "Lấy lại sổ văn bản đến",
        address: "/den/lay-lai",
        not_done: "Chưa lấy lại được",
        button: "Lấy lại sổ",
        nguy: false,
        what: &[
            "Sổ trở lại như trước khi bị sửa tay hay mất dòng: theo các dòng còn nguyên, bản chép của chương trình và các văn bản đã lưu.",
            "Điều gì không còn biết được thì kể ra từng số; sổ giữ chỗ cho số ấy, không cấp lại cho văn bản nào.",
            "Sổ đang có được giữ lại bên cạnh với tên khác.",
        ],
        fields: field(
            "so_cuoi",
            "Số đến cuối cùng đã cấp",
            so_cuoi,
            "Chỉ khi chương trình hỏi: xem ở dấu đến đóng gần nhất hoặc sổ đã in, ví dụ: 45/2026",
        ),
    };
    ask.page(opened, quyen, outcome)
}

pub fn make_again(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, quyen) = (given.take("khoa"), Quyen::of(&mut given));
    let so_cuoi = given.take("so_cuoi");
    let request =
        RebuildIncomingRequest { tu: None, so_cuoi: some(&so_cuoi), place: quyen.place(opened) };
    let refused = |outcome: &Outcome| rebuild_page(opened, quyen, &so_cuoi, Some(outcome));
    let done = |outcome| after("Đã xét lại sổ", &outcome, quyen, None);
    act(opened, &key, IncomingRequest::Rebuild(request), refused, done)
}

/// Before a year is closed.
pub fn ask_close(opened: &Opened, request: &Request) -> Answer {
    let nam = request.asked("nam").unwrap_or_default();
    close_page(opened, Quyen::asked(request), nam, None)
}

fn year(nam: &str) -> Markup {
    html! { input type="hidden" name="nam" value=(nam); }
}

fn close_page(opened: &Opened, quyen: Quyen, nam: &str, outcome: Option<&Outcome>) -> Answer {
    let title = format!("Khoá sổ năm {nam}");
    let ask = Ask {
        title: &title,
        address: "/den/khoa",
        not_done: "Chưa khoá được",
        button: &title,
        nguy: true,
        what: &[
            "Năm ấy không nhận văn bản mới, không huỷ, không chữa số nào nữa; vẫn ghi được việc giao, ký nhận, giải quyết xong.",
            "Nên in sổ của năm trước khi khoá. Lỡ khoá thì mở lại được, có lý do ghi vào sổ.",
        ],
        fields: year(nam),
    };
    ask.page(opened, quyen, outcome)
}

pub fn close(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, quyen, nam) = (given.take("khoa"), Quyen::of(&mut given), given.take("nam"));
    let Ok(number) = nam.parse() else { return fault(&khong_ro_nam()) };
    // The page before has said what it means.
    let request = CloseIncomingRequest { nam: number, chac_chan: true, place: quyen.place(opened) };
    let refused = |outcome: &Outcome| close_page(opened, quyen, &nam, Some(outcome));
    let done = |outcome| after("Đã khoá sổ", &outcome, quyen, None);
    act(opened, &key, IncomingRequest::CloseYear(request), refused, done)
}

/// Before a closed year is opened again.
pub fn ask_open(opened: &Opened, request: &Request) -> Answer {
    let nam = request.asked("nam").unwrap_or_default();
    open_page(opened, Quyen::asked(request), (nam, ""), None)
}

fn open_page(
    opened: &Opened,
    quyen: Quyen,
    (nam, ly_do): (&str, &str),
    outcome: Option<&Outcome>,
) -> Answer {
    let title = format!("Mở lại sổ năm {nam}");
    let ask = Ask {
        title: &title,
        address: "/den/mo-lai",
        not_done: "Chưa mở lại được",
        button: &title,
        nguy: false,
        what: &[
            "Năm ấy lại nhận việc mới. Sổ thêm một dòng nói rằng đã mở lại và vì sao; xong việc thì khoá lại.",
        ],
        fields: html! { (year(nam)) (field("ly_do", "Lý do mở lại", ly_do, "Ghi vào sổ")) },
    };
    ask.page(opened, quyen, outcome)
}

pub fn open_again(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, quyen, nam) = (given.take("khoa"), Quyen::of(&mut given), given.take("nam"));
    let ly_do = given.take("ly_do");
    let Ok(number) = nam.parse() else { return fault(&khong_ro_nam()) };
    let request =
        OpenIncomingRequest { nam: number, ly_do: ly_do.clone(), place: quyen.place(opened) };
    let refused = |outcome: &Outcome| open_page(opened, quyen, (&nam, &ly_do), Some(outcome));
    let done = |outcome| after("Đã mở lại sổ", &outcome, quyen, None);
    act(opened, &key, IncomingRequest::OpenYear(request), refused, done)
}
