//! The pages, made here; scripts fill in what changes.

use maud::{DOCTYPE, Markup, html};

use super::http::{Answer, Request, encode};
use super::opened::Opened;
use crate::diagnostic::{Diagnostic, Severity};
use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::jobs::init::cac_loai;
use crate::jobs::load;
use crate::jobs::soan_thao::tu::{Giay, TrangThai, Tu, tu};
use crate::jobs::soan_thao::xem::gia_tri;

/// The kinds that offices write most, first among the cards.
const HAY_DUNG: &[&str] = &[
    "cong_van",
    "to_trinh",
    "bao_cao",
    "ke_hoach",
    "thong_bao",
    "quyet_dinh",
    "giay_moi",
    "bien_ban",
    "nghi_quyet",
];

/// A page with its title; `script` is the module that it runs.
pub fn page(title: &str, script: Option<&str>, body: &Markup) -> Answer {
    let text = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Văn thư" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/tinh/trang.css";
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
    Answer { status: 422, ..page("Chưa làm được", None, &body) }
}

/// Findings in the words of the command line.
pub fn findings(found: &[Diagnostic]) -> Markup {
    let kind = |d: &Diagnostic| match d.severity {
        Severity::Error => "loi error",
        Severity::Warning => "loi warning",
        Severity::Note => "loi note",
    };
    html! {
        @for d in found {
            div class=(kind(d)) {
                p { (d.message) }
                @if let Some(hint) = &d.hint { p class="goi-y" { "Cách sửa: " (hint) } }
            }
        }
    }
}

/// All papers; where there is no office yet, the question what office this is.
pub fn cabinet(opened: &Opened) -> Answer {
    match tu(&opened.folder, &opened.loaded) {
        Ok(Tu { co_co_quan: false, .. }) => first_start(),
        Ok(tu) => cabinet_of(&tu),
        Err(found) => faults(&found),
    }
}

fn cabinet_of(tu: &Tu) -> Answer {
    let years: Vec<i32> = distinct(tu.giay.iter().filter_map(|giay| giay.nam));
    let kinds: Vec<&str> = distinct(tu.giay.iter().map(|giay| giay.loai.as_str()));
    let signers =
        distinct(tu.giay.iter().map(|g| g.nguoi_ky.as_str()).filter(|ten| !ten.is_empty()));
    let years: Vec<String> = years.iter().rev().map(ToString::to_string).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let body = html! {
        header class="dau" {
            h1 { "Tủ văn bản" }
            span class="ten-co-quan" { (tu.co_quan) }
            a class="nut" href="/giay?tep=co-quan.yaml" { "Cơ quan và người ký" }
            a class="nut" href="/so" { "Sổ đăng ký" }
            a class="nut chinh" href="/moi" { "Soạn văn bản mới" }
        }
        main class="khung" {
            form class="loc" role="search" {
                label class="rong" { "Tìm" input id="tim" type="search" placeholder="gõ chữ có dấu hoặc không dấu" autocomplete="off"; }
                (choice("loai", "Loại", "Mọi loại", &kinds))
                (choice("nam", "Năm", "Mọi năm", &years))
                (choice("ky", "Người ký", "Mọi người ký", &signers))
            }
            p id="dem" role="status" { (tu.giay.len()) " văn bản" }
            table class="tu" {
                thead { tr {
                    th scope="col" { "Văn bản" } th scope="col" { "Loại" } th scope="col" { "Ngày" }
                    th scope="col" { "Người ký" } th scope="col" { "Tình trạng" } th scope="col" { span class="an" { "Việc khác" } }
                } }
                tbody { @for giay in &tu.giay { (row(giay)) } }
            }
            @if tu.giay.is_empty() { p { "Chưa có văn bản nào. " a href="/moi" { "Soạn văn bản đầu tiên" } "." } }
        }
    };
    page("Tủ văn bản", Some("tu.js"), &body)
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<std::collections::BTreeSet<T>>().into_iter().collect()
}

fn choice(id: &str, label: &str, every: &str, all: &[&str]) -> Markup {
    html! {
        label { (label)
            select id=(id) {
                option value="" { (every) }
                @for one in all { option value=(one) { (one) } }
            }
        }
    }
}

fn row(giay: &Giay) -> Markup {
    let (mark, said) = state(&giay.trang_thai);
    let nam = giay.nam.map(|nam| nam.to_string()).unwrap_or_default();
    html! {
        tr data-tim=(giay.tim) data-loai=(giay.loai) data-nam=(nam) data-ky=(giay.nguoi_ky) {
            td { a href={ "/giay?tep=" (encode(&giay.tep)) } { (giay.tieu_de) } }
            td { (giay.loai) }
            td { (giay.ngay) }
            td { (giay.nguoi_ky) }
            td { span class={ "tinh-trang " (mark) } { (said) } }
            td {
                form method="post" action="/moi" {
                    input type="hidden" name="nhu" value=(giay.tep);
                    button class="nho" aria-label={ "Soạn văn bản mới giống: " (giay.tieu_de) } { "Soạn giống" }
                }
            }
        }
    }
}

fn state(trang_thai: &TrangThai) -> (&'static str, String) {
    match trang_thai {
        TrangThai::CoLoi(so) => ("co-loi", format!("Còn {so} chỗ phải sửa")),
        TrangThai::SanSang(0) => ("san-sang", "Sẵn sàng trình ký".to_owned()),
        TrangThai::SanSang(so) => ("xem-lai", format!("Còn {so} chỗ nên xem lại")),
        TrangThai::DuThao => ("du-thao", "Dự thảo".to_owned()),
        TrangThai::PhatHanh(so) => ("phat-hanh", format!("Đã phát hành {so}")),
    }
}

/// Nobody has been here before.
fn first_start() -> Answer {
    let body = html! {
        header class="dau" { h1 { "Bắt đầu: cơ quan của bạn" } }
        main class="khung hep" {
            p { "Chọn kiểu cơ quan gần nhất. Tên, người ký, nơi nhận sửa được ngay ở trang sau." }
            form method="post" action="/bat-dau" class="cac-the" {
                @for san in CO_QUAN_SAN.iter() {
                    button class="the" name="co_quan" value=(san.khoa) { (san.ten) }
                }
                button class="the" name="co_quan" value="" { "Cơ quan khác" }
            }
        }
    };
    page("Bắt đầu", None, &body)
}

/// A card for each kind.
pub fn new_paper(opened: &Opened) -> Answer {
    let kho = match load::kho_mau(&opened.folder, opened.shared.mau.as_deref()) {
        Ok((_, kho, _)) => kho,
        Err(found) => return fault(&found),
    };
    let mut all = cac_loai(&kho);
    let place = |khoa: &str| HAY_DUNG.iter().position(|own| *own == khoa).unwrap_or(HAY_DUNG.len());
    all.sort_by_key(|(khoa, _)| place(khoa));
    let body = html! {
        header class="dau" { a class="nut" href="/" { "← Tủ văn bản" } h1 { "Soạn văn bản mới" } }
        main class="khung" {
            p { "Chọn loại văn bản. Trang sau có sẵn lời mẫu, chỉ việc thay bằng nội dung thật." }
            form method="post" action="/moi" class="cac-the anh" {
                @for (khoa, ten) in &all {
                    button class="the" name="loai" value=(khoa) {
                        img src={ "/mau-anh?loai=" (khoa) } alt="" loading="lazy" width="150" height="212";
                        span { (ten) }
                    }
                }
            }
        }
    };
    page("Soạn văn bản mới", None, &body)
}

/// The first page of a kind, as a picture.
pub fn sample(opened: &Opened, request: &Request) -> Answer {
    let loai = request.asked("loai").unwrap_or_default();
    match opened.sample(loai) {
        Some(svg) => Answer::new(200, "image/svg+xml", svg)
            .with(
                "content-security-policy",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'".into(),
            )
            .with("cache-control", "private, max-age=600".into()),
        None => Answer::new(200, "image/svg+xml", EMPTY_PAGE),
    }
}

const EMPTY_PAGE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/></svg>"##;

/// A paper: its form at the left, its pages at the right; the script fills in both.
pub fn paper(opened: &Opened, request: &Request) -> Answer {
    let ten = request.asked("tep").unwrap_or_default();
    if let Err(found) = gia_tri(&opened.folder, ten) {
        return fault(&found);
    }
    let office = ten == "co-quan.yaml";
    let link = |dang: &str| format!("/tai?tep={}&dang={dang}", encode(ten));
    let body = html! {
        header class="dau" {
            a class="nut" href="/" { "← Tủ văn bản" }
            h1 id="ten-giay" { @if office { "Cơ quan và người ký" } @else { "Văn bản" } }
            span id="da-luu" role="status" { "Đang mở…" }
            button type="button" id="lui" disabled title="Trả lại như trước khi sửa" { "Hoàn tác" }
            button type="button" id="lai" disabled title="Làm lại điều vừa hoàn tác" { "Làm lại" }
            @if !office {
                a class="nut" id="xem-pdf" href=(link("pdf")) target="_blank" { "Xem PDF, in" }
                a class="nut" href=(link("docx")) { "Tải tệp Word" }
                a class="nut chinh" href={ "/phat-hanh?tep=" (encode(ten)) } { "Lấy số" }
            }
        }
        main class="hai-cot" id="giay" data-tep=(ten) data-co-quan[office] {
            section class="cot-nhap" aria-label="Nội dung nhập" {
                @if office && request.asked("dau").is_some() {
                    p class="bao" { "Sửa tên, người ký, nơi nhận cho đúng cơ quan mình rồi " a href="/moi" { "soạn văn bản đầu tiên" } "." }
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
