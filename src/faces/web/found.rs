//! Papers found again by words of the register and of the papers themselves.

use maud::{Markup, html};

use super::api::run;
use super::http::{Answer, Request};
use super::number;
use super::opened::Opened;
use super::view::{bar, findings, page};
use super::words::sentence;
use crate::jobs;
use crate::jobs::register::{FindRequest, RegisterRequest};
use crate::jobs::soan_thao::mot_so::GoiSo;
use crate::jobs::soan_thao::so_di::noi;
use crate::records::so_dang_ky::The;

/// Papers that one page shows.
const MOT_TRANG: usize = 100;

/// The field, wherever it stands.
pub fn form(loi: &str) -> Markup {
    html! {
        form class="loc" method="get" action="/so/tim" role="search" aria-label="Tìm cả trong bài" {
            label class="rong" { "Tìm cả trong bài" input name="loi" type="search" value=(loi) autocomplete="off" placeholder="có dấu hoặc không dấu; các chữ đứng liền nhau để trong ngoặc kép"; }
            button { "Tìm" }
        }
    }
}

/// What was found.
pub fn found(opened: &Opened, request: &Request) -> Answer {
    let loi = request.asked("loi").unwrap_or_default().trim().to_owned();
    if loi.is_empty() {
        return Answer::go_to("/so".into());
    }
    let act = FindRequest {
        loi: loi.clone(),
        nhieu_nhat: Some(MOT_TRANG),
        place: noi(&opened.folder),
        ..FindRequest::default()
    };
    let outcome = run(opened, &jobs::Request::Register(RegisterRequest::Find(act)));
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), "Tìm lại văn bản", &html! {}))
        main class="khung" {
            (form(&loi))
            (findings(&outcome.diagnostics))
            div role="status" { @for note in &outcome.notes { p { (sentence(note)) } } }
            @for the in &outcome.papers { (one(the)) }
        }
    };
    page("Tìm lại văn bản", None, &body)
}

fn one(the: &The) -> Markup {
    let goi = GoiSo { so: the.goi(), co_quan: the.co_quan.clone() };
    let state = match (the.con_hieu_luc, the.trang_thai.loi()) {
        (true, _) => "",
        (false, "phát hành") => "hết hiệu lực",
        (false, state) => state,
    };
    html! {
        section class="phan" {
            p {
                a href=(number::link(&goi)) { strong { (the.so_hieu) } }
                " " (the.trich_yeu) @if !state.is_empty() { " " span class="giai" { "(" (state) ")" } }
            }
            @if let Some(piece) = &the.trich_doan { p class="giai" { (piece) } }
        }
    }
}
