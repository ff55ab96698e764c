//! The book of incoming papers: looked through, a paper handed on, dealt with.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::api::run;
use super::given::{Given, some};
use super::http::{Answer, Request, encode};
use super::number::done;
use super::opened::Opened;
use super::view::{bar, fault, field, findings, once_key, page, refusal, refused_or_not};
use crate::jobs::incoming::{AssignRequest, DoneRequest, IncomingRequest};
use crate::jobs::soan_thao::so_den::{HangDen, so_den};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::soan_thao::tu::tim;
use crate::jobs::{self, Outcome};
use crate::model::Ngay;
use crate::records::so_den::TinhTrangDen;

/// What a form about a paper says.
#[derive(Default)]
struct Viec {
    so: String,
    ngay: String,
    cho: String,
    han: String,
    chi_dao: String,
    tra_loi: String,
    ghi_chu: String,
}

impl Viec {
    fn of(given: &mut Given) -> Self {
        Self {
            so: given.take("so"),
            ngay: given.take("ngay"),
            cho: given.take("cho"),
            han: given.take("han"),
            chi_dao: given.take("chi_dao"),
            tra_loi: given.take("tra_loi"),
            ghi_chu: given.take("ghi_chu"),
        }
    }
}

/// All papers, or those that are late on a day.
pub fn book(opened: &Opened, request: &Request) -> Answer {
    let asked = request.asked("ngay").unwrap_or_default().trim();
    let ngay = some(asked).map(|text| Ngay::parse(&text)).transpose();
    let (ngay, wrong) = match ngay {
        Ok(ngay) => (ngay, None),
        Err(wrong) => (None, Some(wrong)),
    };
    let so = match so_den(&opened.folder, ngay) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let rows: Vec<&HangDen> =
        so.hang.iter().filter(|row| ngay.is_none() || row.tre.is_some()).collect();
    let years: BTreeSet<i32> = so.hang.iter().map(|row| row.nam).collect();
    let more = html! { a class="nut chinh" href="/den/vao" { "Vào sổ văn bản đến…" } };
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Sổ văn bản đến", &more))
        main class="khung" {
            (findings(&so.sai))
            @if let Some(wrong) = &wrong { p role="alert" class="loi error" { (wrong.message) } }
            form class="loc" role="search" {
                label class="rong" { "Tìm" input id="tim" type="search" placeholder="tác giả, số ký hiệu, trích yếu, người nhận" autocomplete="off"; }
                label { "Năm" select id="nam" { option value="" { "Mọi năm" } @for nam in years.iter().rev() { option { (nam) } } } }
            }
            form class="loc" method="get" action="/den" aria-label="Văn bản quá hạn" {
                label { "Quá hạn tính đến ngày" input name="ngay" value=(asked) placeholder="15/3/2026" autocomplete="off"; }
                button { "Xem văn bản quá hạn" }
                @if ngay.is_some() { a class="nut" href="/den" { "Xem tất cả" } }
            }
            p id="dem" role="status" { (rows.len()) " văn bản" }
            div class="bang-rong" tabindex="0" role="region" aria-label="Bảng sổ văn bản đến" { (table(&rows)) }
            @if so.hang.is_empty() { p { "Sổ chưa có văn bản nào; sổ được lập khi ghi văn bản đến đầu tiên." } }
        }
    };
    page("Sổ văn bản đến", Some("tu.js"), &body)
}

fn table(rows: &[&HangDen]) -> Markup {
    let heads =
        ["Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu", "Trích yếu", "Người nhận", "Tình trạng"];
    html! {
        table class="tu" {
            thead { tr { @for ten in heads { th scope="col" { (ten) } } th scope="col" { span class="an" { "Việc" } } } }
            tbody { @for row in rows { (row_of(row)) } }
        }
    }
}

fn row_of(row: &HangDen) -> Markup {
    let [came, _, tac_gia, ky_hieu, of, trich_yeu, nguoi, ..] = &row.cot;
    let live = !matches!(row.tinh_trang, TinhTrangDen::Xong | TinhTrangDen::Huy);
    let link = |way: &str| format!("/den/{way}?so={}", encode(&row.so));
    html! {
        tr data-tim=(tim(&row.cot.join(" "))) data-nam=(row.nam) {
            td data-nhan="Số đến" { (row.so) }
            td data-nhan="Ngày đến" { (came) }
            td data-nhan="Tác giả" { (tac_gia) }
            td data-nhan="Số, ký hiệu" { (ky_hieu) @if !of.is_empty() { " ngày " (of) } }
            td data-nhan="Trích yếu" { (trich_yeu) }
            td data-nhan="Người nhận" { (nguoi) }
            td data-nhan="Tình trạng" {
                (row.tinh_trang.ten())
                @if let Some(han) = row.han.filter(|_| live) { ", hạn " (han) }
                @if let Some(days) = row.tre { ", " strong { "quá hạn " (days) " ngày" } }
            }
            td { @if live {
                a class="nut nho" href=(link("giao")) aria-label={ "Giao số đến " (row.so) } { "Giao…" }
                " " a class="nut nho" href=(link("xong")) aria-label={ "Xong số đến " (row.so) } { "Xong…" }
            } }
        }
    }
}

/// Before a paper is handed on.
pub fn ask_assign(opened: &Opened, request: &Request) -> Answer {
    assign_page(opened, &Viec::of(&mut Given::asked(request)), None)
}

fn assign_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = html! {
        (field("cho", "Giao cho", &viec.cho, "Đơn vị hoặc người giải quyết"))
        (field("chi_dao", "Người chỉ đạo", &viec.chi_dao, "Không ghi cũng được"))
        (field("han", "Hạn giải quyết", &viec.han, "Ví dụ: 20/3/2026; không có hạn thì để trống"))
        (field("ngay", "Ngày giao", &viec.ngay, "Ví dụ: 16/3/2026"))
        (field("ghi_chu", "Ghi chú", &viec.ghi_chu, ""))
    };
    let what = "Sổ thêm một dòng: ai giải quyết, hạn nào (cột 7, 8). Giao lại cho người khác thì ghi lần nữa; sổ giữ cả hai lần.";
    act_page(opened, ("Giao", "/den/giao"), viec, &html! { (what) }, &fields, refused)
}

pub fn assign(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let key = given.take("khoa");
    let viec = Viec::of(&mut given);
    let act = IncomingRequest::Assign(AssignRequest {
        so_den: viec.so.clone(),
        cho: viec.cho.clone(),
        han: some(&viec.han),
        chi_dao: some(&viec.chi_dao),
        ngay: viec.ngay.clone(),
        ghi_chu: some(&viec.ghi_chu),
        place: noi(&opened.folder),
    });
    write(opened, &key, act, |outcome| assign_page(opened, &viec, Some(outcome)))
}

/// Before a paper is dealt with.
pub fn ask_done(opened: &Opened, request: &Request) -> Answer {
    done_page(opened, &Viec::of(&mut Given::asked(request)), None)
}

fn done_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = html! {
        (field("ngay", "Ngày xong", &viec.ngay, "Ví dụ: 16/3/2026"))
        (field("tra_loi", "Trả lời bằng văn bản số", &viec.tra_loi, "Số, ký hiệu văn bản của ta, ví dụ: 105/UBND-VP; không có thì để trống"))
        (field("ghi_chu", "Ghi chú", &viec.ghi_chu, "Ví dụ: để biết"))
    };
    let what = "Văn bản không còn trong danh sách đang giải quyết. Văn bản trả lời phải có trong sổ văn bản đi.";
    act_page(opened, ("Xong", "/den/xong"), viec, &html! { (what) }, &fields, refused)
}

pub fn finish(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let key = given.take("khoa");
    let viec = Viec::of(&mut given);
    let act = IncomingRequest::Done(DoneRequest {
        so_den: viec.so.clone(),
        ngay: viec.ngay.clone(),
        tra_loi: some(&viec.tra_loi),
        ghi_chu: some(&viec.ghi_chu),
        place: noi(&opened.folder),
    });
    write(opened, &key, act, |outcome| done_page(opened, &viec, Some(outcome)))
}

fn act_page(
    opened: &Opened,
    (ten, address): (&str, &str),
    viec: &Viec,
    what: &Markup,
    fields: &Markup,
    refused: Option<&Outcome>,
) -> Answer {
    let title = format!("{ten} số đến {}", viec.so);
    let body = html! {
        (bar(("/den", "Sổ văn bản đến"), &title, &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa ghi được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Ghi vào sổ”" }
                p { (what) }
                form method="post" action=(address) {
                    (once_key(opened))
                    input type="hidden" name="so" value=(viec.so);
                    (fields)
                    p class="viec" { button class="nut chinh" { "Ghi vào sổ" } a class="nut" href="/den" { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page(&title, Some("viec.js"), &body), refused)
}

fn write(
    opened: &Opened,
    key: &str,
    act: IncomingRequest,
    refused: impl FnOnce(&Outcome) -> Answer,
) -> Answer {
    opened.once(key, || {
        let outcome = run(opened, &jobs::Request::Incoming(act));
        if outcome.diagnostics.iter().any(|d| d.is_error()) {
            return refused(&outcome);
        }
        done("Đã ghi vào sổ văn bản đến", &outcome, "/den", "Xem sổ văn bản đến")
    })
}
