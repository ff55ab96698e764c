//! A register that lost lines, or was edited by hand, is made again.

use maud::html;

use super::api::run;
use super::given::Given;
use super::http::{Answer, Request};
use super::number::done;
use super::opened::Opened;
use super::view::{bar, once_key, page, refusal, refused_or_not};
use crate::jobs::register::{RebuildRequest, RegisterRequest};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::{self, Outcome};

/// Before it is done.
pub fn ask(opened: &Opened) -> Answer {
    ask_page(opened, None)
}

fn ask_page(opened: &Opened, refused: Option<&Outcome>) -> Answer {
    let body = html! {
        (bar(("/so/kiem", "Kiểm sổ"), "Lấy lại sổ", &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa lấy lại được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Lấy lại sổ”" }
                ul {
                    li { "Sổ trở lại như trước khi bị sửa tay hay mất dòng: theo các dòng còn nguyên, bản chép của chương trình và các văn bản đã phát hành." }
                    li { "Điều gì không còn biết được thì kể ra từng số; số ấy ghi là đang giữ, không cấp cho ai nữa." }
                    li { "Sổ đang có được giữ lại bên cạnh với tên khác." }
                }
                form method="post" action="/so/lay-lai" {
                    (once_key(opened))
                    p class="viec" { button class="nut chinh" { "Lấy lại sổ" } a class="nut" href="/so/kiem" { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Lấy lại sổ", None, &body), refused)
}

pub fn make_again(opened: &Opened, request: &Request) -> Answer {
    let key = Given::posted(request).take("khoa");
    let act = RebuildRequest { tu: None, place: noi(&opened.folder) };
    opened.once(&key, || {
        let outcome = run(opened, &jobs::Request::Register(RegisterRequest::Rebuild(act)));
        if outcome.co_loi() {
            return ask_page(opened, Some(&outcome));
        }
        done("Đã xét lại sổ", &outcome, "/so/kiem", "Kiểm sổ")
    })
}
