//! Taking a number: first what will happen, then that it has happened; and the register.

use maud::{Markup, html};

use super::api::{form, run};
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::view::{fault, findings, page};
use crate::jobs::issue::IssueRequest;
use crate::jobs::soan_thao::so_di::{HangSo, so_di};
use crate::jobs::soan_thao::tu::tim;
use crate::jobs::soan_thao::xem::gia_tri;
use crate::jobs::{self, Outcome, soan_thao};
use crate::reading::yaml::va::{Buoc, Cay};

/// What the clerk has said about it.
#[derive(Default)]
struct Asked {
    tep: String,
    ngay: String,
    so: String,
    o_ky: bool,
    chap_nhan: bool,
}

/// The first step: nothing is done yet.
pub fn ask(opened: &Opened, request: &Request) -> Answer {
    let tep = request.asked("tep").unwrap_or_default().to_owned();
    let read = match gia_tri(&opened.folder, &tep) {
        Ok(read) => read,
        Err(found) => return fault(&found),
    };
    let text = |khoa: &str| match read.cay.tai(&[Buoc::Khoa(khoa.to_owned())]) {
        Cay::Chu(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let asked = Asked { ngay: text("ngay_ban_hanh"), so: text("so"), tep, ..Asked::default() };
    question(opened, &asked, None)
}

/// The second step. A click that comes twice bears the same key and gets the same answer.
pub fn issue(opened: &Opened, request: &Request) -> Answer {
    let mut said = form(request);
    let mut take = |name: &str| said.remove(name).unwrap_or_default().trim().to_owned();
    let key = take("khoa");
    let asked = Asked {
        tep: take("tep"),
        ngay: take("ngay"),
        so: take("so"),
        o_ky: !take("o_ky").is_empty(),
        chap_nhan: !take("chap_nhan").is_empty(),
    };
    opened.once(&key, || match do_issue(opened, &asked) {
        Err(found) => fault(&found),
        Ok(outcome) if outcome.diagnostics.iter().any(|d| d.is_error()) => {
            question(opened, &asked, Some(&outcome))
        }
        Ok(outcome) => done(&outcome),
    })
}

fn do_issue(opened: &Opened, asked: &Asked) -> Result<Outcome, crate::diagnostic::Diagnostic> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let request = IssueRequest {
        tep: soan_thao::tep(&opened.folder, &asked.tep)?,
        date: some(&asked.ngay),
        number: some(&asked.so),
        signature_fields: asked.o_ky,
        chap_nhan_canh_bao: asked.chap_nhan,
        shared: opened.shared.clone(),
        ..IssueRequest::default()
    };
    Ok(run(opened, &jobs::Request::Issue(request)))
}

fn question(opened: &Opened, asked: &Asked, refused: Option<&Outcome>) -> Answer {
    let back = format!("/giay?tep={}", encode(&asked.tep));
    let body = html! {
        header class="dau" { a class="nut" href=(back) { "← Văn bản" } h1 { "Lấy số và phát hành" } }
        main class="khung hep" {
            @if let Some(outcome) = refused {
                section aria-label="Chưa phát hành được" role="alert" {
                    h2 { "Chưa phát hành được" }
                    (findings(&outcome.diagnostics))
                }
            }
            section class="phan" {
                h2 { "Khi bấm “Phát hành”" }
                ul {
                    li { "Văn bản nhận số kế tiếp của sổ đăng ký, hoặc số ghi dưới đây." }
                    li { "Bản PDF và Word có số, ngày được lưu vào thư mục phat-hanh; không sửa được nữa." }
                    li { "Sổ đăng ký văn bản đi có thêm một dòng. Muốn bỏ thì phải huỷ số, có lý do." }
                }
                form method="post" action="/phat-hanh" {
                    input type="hidden" name="tep" value=(asked.tep);
                    input type="hidden" name="khoa" value=(opened.new_key());
                    div class="o" {
                        label for="ngay" { "Ngày ban hành" }
                        input id="ngay" name="ngay" value=(asked.ngay) autocomplete="off" aria-describedby="ngay-g";
                        p class="giai" id="ngay-g" { "Đủ ngày, tháng, năm: 15/3/2026" }
                    }
                    div class="o" {
                        label for="so" { "Số" }
                        input id="so" name="so" value=(asked.so) autocomplete="off" aria-describedby="so-g";
                        p class="giai" id="so-g" { "Để trống thì lấy số kế tiếp; đang giữ số nào thì ghi số ấy" }
                    }
                    label class="danh" { input type="checkbox" name="o_ky" value="1" checked[asked.o_ky]; " Đặt sẵn ô chữ ký số trong bản PDF" }
                    @if refused.is_some() {
                        label class="danh" { input type="checkbox" name="chap_nhan" value="1" checked[asked.chap_nhan]; " Tôi đã xem các cảnh báo, vẫn phát hành" }
                    }
                    p { button class="nut chinh" { "Phát hành" } " " a class="nut" href=(back) { "Thôi" } }
                }
            }
        }
    };
    let answer = page("Phát hành", None, &body);
    if refused.is_some() { Answer { status: 422, ..answer } } else { answer }
}

fn done(outcome: &Outcome) -> Answer {
    let said =
        outcome.notes.iter().map(|note| note.split("; để văn bản sau").next().unwrap_or(note));
    let folder = outcome.made.first().and_then(|file| file.parent());
    let body = html! {
        header class="dau" { a class="nut" href="/" { "← Tủ văn bản" } h1 { "Đã phát hành" } a class="nut" href="/so" { "Sổ đăng ký" } }
        main class="khung hep" {
            section class="phan" role="status" {
                @for note in said { p { (note) } }
                @if let Some(folder) = folder { p { "Các tệp nằm trong thư mục: " code { (folder.display()) } } }
            }
            (findings(&outcome.diagnostics))
        }
    };
    page("Đã phát hành", None, &body)
}

/// The register, to be looked through.
pub fn register(opened: &Opened) -> Answer {
    let (rows, found) = match so_di(&opened.folder) {
        Ok(read) => read,
        Err(found) => return fault(&found),
    };
    let years: std::collections::BTreeSet<i32> = rows.iter().map(|row| row.nam).collect();
    let body = html! {
        header class="dau" { a class="nut" href="/" { "← Tủ văn bản" } h1 { "Sổ đăng ký văn bản đi" } }
        main class="khung" {
            (findings(&found))
            form class="loc" role="search" {
                label class="rong" { "Tìm" input id="tim" type="search" placeholder="số, trích yếu, người ký, nơi nhận" autocomplete="off"; }
                label { "Năm" select id="nam" { option value="" { "Mọi năm" } @for nam in years.iter().rev() { option { (nam) } } } }
            }
            p id="dem" role="status" { (rows.len()) " văn bản" }
            div class="bang-rong" tabindex="0" role="region" aria-label="Bảng sổ đăng ký" {
                table class="tu" {
                    thead { tr { @for ten in COT { th scope="col" { (ten) } } } }
                    tbody { @for row in &rows { (row_of(row)) } }
                }
            }
            @if rows.is_empty() { p { "Sổ chưa có số nào; sổ được lập khi phát hành văn bản đầu tiên." } }
        }
    };
    page("Sổ đăng ký", Some("tu.js"), &body)
}

/// The columns of Phụ lục IV.
const COT: [&str; 10] = [
    "Số, ký hiệu",
    "Ngày",
    "Tên loại và trích yếu",
    "Người ký",
    "Nơi nhận",
    "Người nhận bản lưu",
    "Số bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];

fn row_of(row: &HangSo) -> Markup {
    html! {
        tr data-tim=(tim(&row.cot.join(" "))) data-nam=(row.nam) {
            @for cell in &row.cot { td { (cell) } }
        }
    }
}
