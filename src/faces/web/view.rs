//! The pages, made here; scripts fill in what changes.

use maud::{DOCTYPE, Markup, html};

use super::assets::ICON;
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::words::{on_page, sentence};
use crate::diagnostic::{Diagnostic, Severity};
use crate::jobs::Outcome;
use crate::jobs::soan_thao::tu::ten_chung;
use crate::jobs::soan_thao::xem::gia_tri;

/// A page with its title; `script` is the module that it runs.
pub fn page(title: &str, script: Option<&str>, body: &Markup) -> Answer {
    let text = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Văn thư" }
                link rel="icon" href={ "/tinh/" (ICON) };
                link rel="stylesheet" href="/tinh/trang.css";
                link rel="stylesheet" href="/tinh/viec.css";
                @if let Some(script) = script {
                    script type="module" src={ "/tinh/" (script) } {}
                }
            }
            body { (body) }
        }
    };
    Answer::html(text.into_string())
}

/// The first page after the door; it leads on by itself.
pub fn entered() -> Answer {
    let text = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                title { "Văn thư" }
                link rel="icon" href={ "/tinh/" (ICON) };
                meta http-equiv="refresh" content="0;url=/";
            }
            body { p { a href="/" { "Vào tủ văn bản" } } }
        }
    };
    Answer::html(text.into_string())
}

/// A finding as a page of its own.
pub fn fault(found: &Diagnostic) -> Answer {
    faults(std::slice::from_ref(found))
}

pub fn faults(found: &[Diagnostic]) -> Answer {
    let body = html! {
        header class="dau" { a class="nut" href="/" { "← Tủ văn bản" } h1 { "Chưa làm được" } }
        main class="khung" {
            (findings(found))
            @if found.is_empty() { p { "Văn bản chưa soạn được; xem các chỗ báo ở trang soạn." } }
        }
    };
    let none = found.iter().any(|d| d.code == "not-found");
    Answer { status: if none { 404 } else { 422 }, ..page("Chưa làm được", None, &body) }
}

/// A piece of a page, which a script puts in its place.
pub fn piece(body: &Markup) -> Answer {
    Answer::html(body.clone().into_string())
}

/// The same that says why something was not done.
pub fn piece_of_faults(title: &str, found: &[Diagnostic]) -> Answer {
    let body = html! {
        section class="phan" aria-label=(title) { h2 tabindex="-1" { (title) } (findings(found)) }
    };
    Answer { status: 422, ..piece(&body) }
}

/// Findings in the words of the command line.
pub fn findings(found: &[Diagnostic]) -> Markup {
    let kind = |d: &Diagnostic| match d.severity {
        Severity::Error => "loi error",
        Severity::Warning => "loi warning",
        Severity::Note => "loi note",
    };
    html! {
        @for d in found.iter().map(on_page) {
            div class=(kind(&d)) {
                p { (d.message) }
                @if let Some(hint) = &d.hint { p class="goi-y" { "Cách sửa: " (hint) } }
            }
        }
    }
}

/// A paper: its form at the left, its pages at the right; the script fills in both.
pub fn paper(opened: &Opened, request: &Request) -> Answer {
    let ten = request.asked("tep").unwrap_or_default();
    let ten_chung = match gia_tri(&opened.folder, ten) {
        // Nobody knows what a spoilt file is.
        Ok(read) if read.hong => ten.to_owned(),
        Ok(read) => ten_chung(&opened.folder, ten, &read.cay),
        Err(found) => return fault(&found),
    };
    let office = ten == "co-quan.yaml";
    let link = |dang: &str| format!("/tai?tep={}&dang={dang}", encode(ten));
    let body = html! {
        header class="dau" {
            a class="nut" href="/" { "← Tủ văn bản" }
            h1 id="ten-giay" { @if office { "Cơ quan và người ký" } @else { (ten_chung) } }
            span id="da-luu" role="status" { "Đang mở…" }
            button type="button" id="lui" disabled title="Trả lại như trước khi sửa" { "Hoàn tác" }
            button type="button" id="lai" disabled title="Làm lại điều vừa hoàn tác" { "Làm lại" }
            @if !office {
                a class="nut" id="xem-pdf" href=(link("pdf")) target="_blank" { "Xem PDF, in" }
                a class="nut" href=(link("docx")) { "Tải tệp Word" }
                details class="thuc-don" {
                    summary class="nut" { "Việc khác" }
                    div {
                        a href={ "/ra?tep=" (encode(ten)) } { "Tải về, góp ý…" }
                        a href={ "/lay-lai?tep=" (encode(ten)) } { "Lấy lại sửa đổi từ Word…" }
                        a href={ "/tron?tep=" (encode(ten)) } { "Trộn thư với danh sách…" }
                    }
                }
                a class="nut chinh" href={ "/phat-hanh?tep=" (encode(ten)) } { "Lấy số" }
            }
        }
        main class="hai-cot" id="giay" data-tep=(ten) data-ten=(ten_chung) data-co-quan[office] {
            section class="cot-nhap" aria-label="Nội dung nhập" {
                @if office && request.asked("dau").is_some() {
                    p class="bao" { "Sửa tên, người ký, nơi nhận cho đúng cơ quan mình rồi " a href="/moi" { "soạn văn bản đầu tiên" } ". Nơi hay gửi văn bản tới thì ghi ở " a href="/danh-ba" { "danh bạ" } "." }
                }
                details id="cac-loi" hidden { summary id="dem-loi" {} ul id="ds-loi" {} }
                form id="bieu-mau" autocomplete="off" {}
            }
            section class="cot-trang" aria-label="Trang in" tabindex="0" {
                p id="chua-trang" hidden { "Chưa dựng được trang: sửa các chỗ báo ở bên trái." }
                @if office {
                    p class="giai" { "Đầu và cuối văn bản của cơ quan, trên một công văn mẫu:" }
                    img id="anh-mau" class="trang" src="/mau-anh?loai=cong_van" alt="Trang đầu của một công văn mẫu";
                }
                div id="cac-trang" {}
            }
        }
        noscript { p class="bao" { "Trang này cần JavaScript; hãy bật JavaScript trong trình duyệt." } }
    };
    page("Soạn văn bản", Some("giay.js"), &body)
}

/// The bar at the top: where one comes from, what this is, where one may go.
pub fn bar(back: (&str, &str), title: &str, more: &Markup) -> Markup {
    let (href, said) = back;
    html! {
        header class="dau" { a class="nut" href=(href) { "← " (said) } h1 { (title) } (more) }
    }
}

/// A page that asks again says so in its status too, as what comes of an act reads it.
pub fn refused_or_not<T>(answer: Answer, refused: Option<T>) -> Answer {
    if refused.is_some() { Answer { status: 422, ..answer } } else { answer }
}

/// What an act came to: its lines, what there is to know, what was found.
pub fn told(outcome: &Outcome) -> Markup {
    html! {
        @for line in outcome.lines.iter().chain(&outcome.notes) { p { (sentence(line)) } }
        (findings(&outcome.diagnostics))
    }
}

/// The field of a form with its explanation.
pub fn field(name: &str, label: &str, value: &str, why: &str) -> Markup {
    let id = format!("{name}-g");
    html! {
        div class="o" {
            label for=(name) { (label) }
            input id=(name) name=(name) value=(value) autocomplete="off" aria-describedby=[(!why.is_empty()).then_some(&id)];
            @if !why.is_empty() { p class="giai" id=(id) { (why) } }
        }
    }
}

/// What goes along with an act that must not be done twice.
pub fn once_key(opened: &Opened) -> Markup {
    html! { input type="hidden" name="khoa" value=(opened.new_key()); }
}

/// What was refused, above the form that asked for it.
pub fn refusal(title: &str, found: &[Diagnostic]) -> Markup {
    html! {
        section aria-label=(title) role="alert" class="tu-choi" { h2 { (title) } (findings(found)) }
    }
}
