//! The book of incoming papers, looked through.

use maud::{Markup, html};

use super::{Quyen, So};
use crate::faces::web::given::some;
use crate::faces::web::http::{Answer, Request};
use crate::faces::web::opened::Opened;
use crate::faces::web::view::{bar, fault, findings, page};
use crate::jobs::soan_thao::so_den::{HangDen, SoDenHien, so_den};
use crate::jobs::soan_thao::tu::tim;
use crate::model::Ngay;
use crate::records::so_den::TinhTrangDen;

/// All papers, or those that are late on a day.
pub fn book(opened: &Opened, request: &Request) -> Answer {
    let quyen = Quyen::asked(request);
    let asked = request.asked("ngay").unwrap_or_default().trim();
    let ngay = some(asked).map(|text| Ngay::parse(&text)).transpose();
    let (ngay, wrong) = match ngay {
        Ok(ngay) => (ngay, None),
        Err(wrong) => (None, Some(wrong)),
    };
    let so = match so_den(&opened.folder, quyen.mat, ngay) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let rows: Vec<&HangDen> =
        so.hang.iter().filter(|row| ngay.is_none() || row.tre.is_some()).collect();
    let other = Quyen { mat: !quyen.mat };
    let more = html! {
        a class="nut" href=(other.href()) { (other.ten()) }
        a class="nut" href=(quyen.address("/den/kiem", "")) { "Kiểm sổ" }
        a class="nut chinh" href="/den/vao" { "Vào sổ văn bản đến…" }
    };
    let body = html! {
        (bar(("/", "Tủ văn bản"), quyen.ten(), &more))
        main class="khung" {
            (findings(&so.sai))
            @if !so.sai.is_empty() { p class="viec" { a class="nut chinh" href=(quyen.address("/den/lay-lai", "")) { "Lấy lại sổ…" } } }
            @if let Some(wrong) = &wrong { p role="alert" class="loi error" { (wrong.message) } }
            form class="loc" role="search" {
                label class="rong" { "Tìm" input id="tim" type="search" placeholder="tác giả, số ký hiệu, trích yếu, người nhận" autocomplete="off"; }
                label { "Năm" select id="nam" { option value="" { "Mọi năm" } @for (nam, _) in so.nam.iter().rev() { option { (nam) } } } }
            }
            form class="loc" method="get" action="/den" aria-label="Văn bản quá hạn" {
                (quyen.hidden())
                label { "Quá hạn tính đến ngày" input id="ngay" name="ngay" value=(asked) placeholder="15/3/2026" autocomplete="off"; }
                button { "Xem văn bản quá hạn" }
                @if ngay.is_some() { a class="nut" href=(quyen.href()) { "Xem tất cả" } }
            }
            p id="dem" role="status" { (rows.len()) " văn bản" }
            div class="bang-rong" tabindex="0" role="region" aria-label="Bảng sổ văn bản đến" { (table(quyen, &rows)) }
            @if so.hang.is_empty() && so.sai.is_empty() { p { "Sổ chưa có văn bản nào; sổ được lập khi ghi văn bản đến đầu tiên." } }
            @if !so.hang.is_empty() { (years(quyen, &so)) }
        }
    };
    page(quyen.ten(), Some("tu.js"), &body)
}

fn table(quyen: Quyen, rows: &[&HangDen]) -> Markup {
    let heads =
        ["Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu", "Trích yếu", "Người nhận", "Tình trạng"];
    html! {
        table class="tu" {
            thead { tr { @for ten in heads { th scope="col" { (ten) } } th scope="col" { span class="an" { "Việc" } } } }
            tbody { @for row in rows { (row_of(quyen, row)) } }
        }
    }
}

fn row_of(quyen: Quyen, row: &HangDen) -> Markup {
    let [came, _, tac_gia, ky_hieu, of, trich_yeu, nguoi, ..] = &row.cot;
    let live = !matches!(row.tinh_trang, TinhTrangDen::Xong | TinhTrangDen::Huy);
    let so = So { so: row.so.clone(), quyen };
    html! {
        tr data-tim=(tim(&row.cot.join(" "))) data-nam=(row.nam) {
            td data-nhan="Số đến" { a href=(so.href()) { (row.so) } }
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
                a class="nut nho" href=(so.address("/den/giao")) aria-label={ "Giao số đến " (row.so) } { "Giao…" }
                " " a class="nut nho" href=(so.address("/den/xong")) aria-label={ "Xong số đến " (row.so) } { "Xong…" }
            } }
        }
    }
}

/// The book of each year: printed, closed.
fn years(quyen: Quyen, so: &SoDenHien) -> Markup {
    html! {
        section class="phan" aria-label="Sổ của từng năm" {
            h2 { "Sổ của từng năm" }
            @for (nam, khoa) in so.nam.iter().rev() {
                p class="viec" {
                    strong { "Năm " (nam) ":" }
                    @for (dang, ten) in [("pdf", "In (PDF)"), ("docx", "Word"), ("xlsx", "Excel"), ("csv", "CSV")] {
                        a class="nut" href=(quyen.address("/den/in", &format!("nam={nam}&dang={dang}"))) aria-label={ (ten) " sổ năm " (nam) } { (ten) }
                    }
                    @if *khoa {
                        span class="giai" { "đã khoá" }
                        a class="nut" href=(quyen.address("/den/mo-lai", &format!("nam={nam}"))) { "Mở lại sổ năm " (nam) "…" }
                    }
                    @else { a class="nut nguy" href=(quyen.address("/den/khoa", &format!("nam={nam}"))) { "Khoá sổ năm " (nam) "…" } }
                }
            }
        }
    }
}
