//! The register: looked through, held against what is kept, printed; a number kept, a year closed.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::api::run;
use super::given::{Given, some};
use super::http::{Answer, Request};
use super::number::{self, done};
use super::opened::Opened;
use super::out::file_or_faults;
use super::view::{bar, fault, field, findings, once_key, page, refusal, refused_or_not, told};
use crate::diagnostic::Diagnostic;
use crate::jobs::init::{bo_cua, cac_loai};
use crate::jobs::load;
use crate::jobs::register::{CheckRequest, PrintRequest, RegisterRequest, ReserveRequest};
use crate::jobs::soan_thao::so_di::{HangSo, noi, so_di, so_ke_tiep};
use crate::jobs::soan_thao::so_nam::khong_ro_nam;
use crate::jobs::soan_thao::tho::MuonTep;
use crate::jobs::soan_thao::tu::tim;
use crate::jobs::{self, Outcome};
use crate::model::Ky;
use crate::model::chu_dau::hoa_dau;
use crate::records::so_dang_ky::TEN_COT;

/// All numbers.
pub fn register(opened: &Opened) -> Answer {
    let so = match so_di(&opened.folder) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let years: BTreeSet<&Ky> = so.hang.iter().map(|row| &row.ky).collect();
    let more = html! {
        a class="nut" href="/so/kiem" { "Kiểm sổ" }
        a class="nut" href="/ban-ky" { "Kiểm bản đã ký" }
        a class="nut" href="/so/giu" { "Giữ số…" }
        a class="nut" href="/so/vao" { "Vào sổ văn bản làm nơi khác…" }
        a class="nut" href="/so/nhap" { "Nhập sổ cũ…" }
    };
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Sổ đăng ký văn bản đi", &more))
        main class="khung" {
            (findings(&so.sai))
            form class="loc" role="search" {
                label class="rong" { "Tìm" input id="tim" type="search" placeholder="số, trích yếu, người ký, nơi nhận" autocomplete="off"; }
                label { "Năm" select id="nam" { option value="" { "Mọi năm" } @for nam in years.iter().rev() { option { (nam) } } } }
            }
            @if !so.hang.is_empty() { (super::found::form("")) }
            p id="dem" role="status" { (so.hang.len()) " văn bản" }
            div class="bang-rong" tabindex="0" role="region" aria-label="Bảng sổ đăng ký" {
                table class="tu" {
                    thead { tr { @for ten in TEN_COT { th scope="col" { (ten) } } } }
                    tbody { @for row in &so.hang { (row_of(row)) } }
                }
            }
            @if so.hang.is_empty() { p { "Sổ chưa có số nào; sổ được lập khi phát hành hoặc giữ số lần đầu." } }
            @else { (books(&so.sach)) }
        }
    };
    page("Sổ đăng ký", Some("tu.js"), &body)
}

/// A year or a term in an address.
fn address(ky: &Ky) -> String {
    super::http::encode(&ky.to_string())
}

fn row_of(row: &HangSo) -> Markup {
    let [so, cells @ ..] = &row.cot;
    html! {
        tr data-tim=(tim(&row.cot.join(" "))) data-nam=(row.ky) {
            td { a href=(number::link(&row.goi)) { (so) } }
            @for (ten, cell) in TEN_COT.iter().skip(1).zip(cells) { td data-nhan=(ten) { (cell) } }
        }
    }
}

/// The books by year: what is printed, what is closed.
fn books(sach: &BTreeSet<(Ky, String, bool)>) -> Markup {
    let years: BTreeSet<&Ky> = sach.iter().map(|(ky, ..)| ky).collect();
    html! {
        section class="phan" aria-label="Sổ của từng năm" {
            h2 { "Sổ của từng năm" }
            @for nam in years.iter().rev() {
                p class="viec" {
                    strong { (hoa_dau(&nam.goi())) ":" }
                    @for (dang, ten) in [("pdf", "In (PDF)"), ("docx", "Word"), ("xlsx", "Excel"), ("csv", "CSV")] {
                        a class="nut" href={ "/so/in?nam=" (address(nam)) "&dang=" (dang) } aria-label={ (ten) " sổ " (nam.goi()) } { (ten) }
                    }
                    @for (_, co_quan, khoa) in sach.iter().filter(|(own, ..)| own == *nam) {
                        @if *khoa {
                            span class="giai" { "đã khoá (" (co_quan) ")" }
                            a class="nut" href={ "/so/mo-lai?nam=" (address(nam)) "&cq=" (super::http::encode(co_quan)) } { "Mở lại sổ " (nam.goi()) " của " (co_quan) "…" }
                        }
                        @else { a class="nut nguy" href={ "/so/khoa?nam=" (address(nam)) "&cq=" (super::http::encode(co_quan)) } { "Khoá sổ " (nam.goi()) " của " (co_quan) "…" } }
                    }
                }
            }
        }
    }
}

/// Holds lines, numbers and folders against each other.
pub fn check(opened: &Opened, request: &Request) -> Answer {
    let dau = request.asked("dau").unwrap_or_default().trim().to_owned();
    let act = CheckRequest {
        nam: None,
        dau: Some(dau.clone()).filter(|text| !text.is_empty()),
        place: noi(&opened.folder),
    };
    let outcome = run(opened, &jobs::Request::Register(RegisterRequest::Check(act)));
    let sound = !outcome.co_loi();
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), "Kiểm sổ", &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                h2 { @if sound { "Sổ và các bản đã lưu khớp nhau" } @else { "Sổ hoặc bản đã lưu có chỗ sai" } }
                (told(&outcome))
                @if !sound { p class="viec" { a class="nut chinh" href="/so/lay-lai" { "Lấy lại sổ…" } } }
            }
            section class="phan" aria-label="Đối chiếu với sổ đã in" {
                form method="get" action="/so/kiem" {
                    (field("dau", "Dấu cuối sổ đã in hoặc đã gửi đi", &dau, "In ở bìa sổ của năm, ví dụ: 12-3fa09be61c2d4e5f6a7b; để biết sổ có bị thay từ đó không"))
                    button { "Đối chiếu" }
                }
            }
        }
    };
    page("Kiểm sổ", None, &body)
}

/// A year's book as a file.
pub fn print(opened: &Opened, request: &Request) -> Answer {
    let asked = request.asked("nam").and_then(Ky::doc);
    let Some(nam) = asked else { return fault(&khong_ro_nam()) };
    let shown = nam.goi();
    let dang = match request.asked("dang") {
        Some("docx") => "docx",
        Some("xlsx") => "xlsx",
        Some("csv") => "csv",
        _ => "pdf",
    };
    let request = PrintRequest {
        nam,
        output: None,
        fonts: opened.shared.fonts.clone(),
        place: noi(&opened.folder),
    };
    let wanted = MuonTep::SoNam { request, dang: dang.to_owned() };
    file_or_faults(opened.file(wanted, &format!("sổ {shown}")))
}

/// What is kept a number for.
#[derive(Default)]
struct Giu {
    nam: String,
    so: String,
    co_quan: String,
    loai: String,
    ghi_chu: String,
}

impl Giu {
    fn of(given: &mut Given) -> Self {
        Self {
            nam: given.take("nam"),
            so: given.take("so"),
            co_quan: given.take("cq"),
            loai: given.take("loai"),
            ghi_chu: given.take("ghi_chu"),
        }
    }
}

/// Before a number is kept.
pub fn ask_reserve(opened: &Opened, request: &Request) -> Answer {
    reserve_page(opened, &Giu::of(&mut Given::asked(request)), None)
}

fn reserve_page(opened: &Opened, giu: &Giu, refused: Option<&Outcome>) -> Answer {
    let nam = Ky::doc(giu.nam.trim());
    let next = match nam.as_ref().map(|ky| so_ke_tiep(&opened.folder, ky)).transpose() {
        Ok(next) => next.unwrap_or_default(),
        Err(found) => return fault(&found),
    };
    let offices = so_ke_tiep(&opened.folder, &Ky::Nam(0)).unwrap_or_default();
    let by_kind = offices.iter().any(|(_, theo_loai)| *theo_loai);
    let kho = load::kho_mau(&opened.folder, opened.shared.mau.as_deref());
    let kinds =
        kho.map(|(_, kho, _)| cac_loai(&kho, Some(bo_cua(&opened.folder)))).unwrap_or_default();
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), "Giữ số", &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa giữ được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Giữ số”" }
                ul {
                    @for (day, _) in next.iter().filter(|(_, theo_loai)| !theo_loai) {
                        li { "Số kế tiếp của " (day.ten) " " (Ky::doc(giu.nam.trim()).map(|ky| ky.goi()).unwrap_or_default()) " là " strong { (format!("{:02}", day.ke_tiep)) } "." }
                    }
                    @if next.is_empty() { li { "Ghi năm rồi bấm “Xem số kế tiếp” để biết số nào sẽ được giữ." } }
                    li { "Sổ thêm một dòng: số ấy để dành cho văn bản sau, không văn bản nào khác tự lấy." }
                    li { "Không dùng nữa thì huỷ số, có lý do; còn số đang giữ thì chưa khoá sổ năm được." }
                }
                form method="post" action="/so/giu" {
                    (once_key(opened))
                    (field("nam", "Năm", &giu.nam, "Ví dụ: 2026; đánh số theo nhiệm kỳ thì ghi nhiệm kỳ: 2025-2030"))
                    @if offices.len() > 1 { div class="o" { label for="cq" { "Cơ quan" } select id="cq" name="cq" {
                        @for (day, _) in &offices { option value=(day.co_quan) selected[day.co_quan == giu.co_quan] { (day.ten) } }
                    } } }
                    @if by_kind { div class="o" { label for="loai" { "Loại văn bản" } select id="loai" name="loai" {
                        option value="" { "— chọn —" }
                        @for (khoa, ten) in &kinds { option value=(khoa) selected[*khoa == giu.loai] { (ten) } }
                    } } }
                    (field("so", "Số", &giu.so, "Để trống thì giữ số kế tiếp"))
                    (field("ghi_chu", "Giữ cho việc gì", &giu.ghi_chu, "Ghi để người khác biết; có trong sổ"))
                    p class="viec" {
                        button class="nut chinh" { "Giữ số" }
                        button formmethod="get" { "Xem số kế tiếp" }
                        a class="nut" href="/so" { "Thôi" }
                    }
                }
            }
        }
    };
    refused_or_not(page("Giữ số", Some("viec.js"), &body), refused)
}

pub fn reserve(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, giu) = (given.take("khoa"), Giu::of(&mut given));
    let Some(nam) = Ky::doc(giu.nam.trim()) else {
        let found = Diagnostic::error("wrong-use", "chưa ghi năm của số")
            .hint("ghi bốn chữ số, ví dụ: 2026; cơ quan đánh số theo nhiệm kỳ thì ghi nhiệm kỳ, ví dụ: 2025-2030");
        return reserve_page(opened, &giu, Some(&Outcome::of(found)));
    };
    let act = ReserveRequest {
        nam,
        number: some(&giu.so),
        loai: some(&giu.loai),
        co_quan: some(&giu.co_quan),
        ghi_chu: some(&giu.ghi_chu),
        place: noi(&opened.folder),
    };
    opened.once(&key, || {
        let outcome = run(opened, &jobs::Request::Register(RegisterRequest::Reserve(act)));
        if outcome.co_loi() {
            return reserve_page(opened, &giu, Some(&outcome));
        }
        done("Đã giữ số", &outcome, "/so", "Xem sổ")
    })
}
