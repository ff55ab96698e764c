//! A year's book is closed, and opened again.

use maud::html;

use super::api::run;
use super::given::{Given, some};
use super::http::{Answer, Request};
use super::number::done;
use super::opened::Opened;
use super::view::{bar, fault, field, once_key, page, refusal, refused_or_not};
use crate::jobs::register::{CloseYearRequest, OpenYearRequest, RegisterRequest};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::soan_thao::so_nam::khong_ro_nam;
use crate::jobs::{self, Outcome};
use crate::model::Ky;

/// A year or a term as it is called.
fn named(nam: &str) -> String {
    Ky::doc(nam).map(|ky| ky.goi()).unwrap_or_default()
}

/// Before a year is closed.
pub fn ask_close(opened: &Opened, request: &Request) -> Answer {
    let nam = request.asked("nam").unwrap_or_default();
    close_page(opened, nam, request.asked("cq").unwrap_or_default(), None)
}

fn close_page(opened: &Opened, nam: &str, co_quan: &str, refused: Option<&Outcome>) -> Answer {
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), &format!("Khoá sổ {}", named(nam)), &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa khoá được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Khoá sổ " (named(nam)) "”" }
                ul {
                    li { "Sổ " (named(nam)) " của " (co_quan) " không phát hành, giữ số, huỷ số nào nữa; chỉ còn ghi việc chuyển văn bản." }
                    li { "Nên in sổ của năm trước khi khoá. Lỡ khoá thì mở lại được, có lý do ghi vào sổ." }
                    li { "Chương trình kiểm trước: còn số đang giữ hoặc số bị bỏ cách thì không khoá." }
                }
                form method="post" action="/so/khoa" {
                    (once_key(opened))
                    input type="hidden" name="nam" value=(nam);
                    input type="hidden" name="cq" value=(co_quan);
                    p class="viec" { button class="nut nguy" { "Khoá sổ " (named(nam)) } a class="nut" href="/so" { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Khoá sổ", None, &body), refused)
}

pub fn close(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, nam, co_quan) = (given.take("khoa"), given.take("nam"), given.take("cq"));
    let Some(number) = Ky::doc(&nam) else { return fault(&khong_ro_nam()) };
    let act = CloseYearRequest {
        nam: number,
        co_quan: some(&co_quan),
        // The page before has said what it means.
        chac_chan: true,
        place: noi(&opened.folder),
    };
    opened.once(&key, || {
        let outcome = run(opened, &jobs::Request::Register(RegisterRequest::CloseYear(act)));
        if outcome.co_loi() {
            return close_page(opened, &nam, &co_quan, Some(&outcome));
        }
        done("Đã khoá sổ", &outcome, "/so", "Xem sổ")
    })
}

/// Before a closed year is opened again.
pub fn ask_open(opened: &Opened, request: &Request) -> Answer {
    let nam = request.asked("nam").unwrap_or_default();
    open_page(opened, (nam, request.asked("cq").unwrap_or_default()), "", None)
}

fn open_page(
    opened: &Opened,
    (nam, co_quan): (&str, &str),
    ly_do: &str,
    refused: Option<&Outcome>,
) -> Answer {
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), &format!("Mở lại sổ {}", named(nam)), &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa mở lại được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Mở lại sổ " (named(nam)) "”" }
                p { "Sổ " (named(nam)) " của " (co_quan) " lại nhận việc mới. Sổ thêm một dòng nói rằng đã mở lại và vì sao; xong việc thì khoá lại." }
                form method="post" action="/so/mo-lai" {
                    (once_key(opened))
                    input type="hidden" name="nam" value=(nam);
                    input type="hidden" name="cq" value=(co_quan);
                    (field("ly_do", "Lý do mở lại", ly_do, "Ghi vào sổ"))
                    p class="viec" { button class="nut chinh" { "Mở lại sổ " (named(nam)) } a class="nut" href="/so" { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Mở lại sổ", None, &body), refused)
}

pub fn open_again(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, nam, co_quan) = (given.take("khoa"), given.take("nam"), given.take("cq"));
    let ly_do = given.take("ly_do");
    let Some(number) = Ky::doc(&nam) else { return fault(&khong_ro_nam()) };
    let act = OpenYearRequest {
        nam: number,
        ly_do: ly_do.clone(),
        co_quan: some(&co_quan),
        place: noi(&opened.folder),
    };
    opened.once(&key, || {
        let outcome = run(opened, &jobs::Request::Register(RegisterRequest::OpenYear(act)));
        if outcome.co_loi() {
            return open_page(opened, (&nam, &co_quan), &ly_do, Some(&outcome));
        }
        done("Đã mở lại sổ", &outcome, "/so", "Xem sổ")
    })
}
