//! Sending: first the list of those who get the paper, then their packages.

use maud::{Markup, html};

use super::api::run;
use super::given::{Given, some};
use super::http::{Answer, Request, encode};
use super::number::{self, hidden, link};
use super::opened::Opened;
use super::view::{bar, fault, field, findings, once_key, page, refusal, refused_or_not, told};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::send::{DanhSachGui, SendRequest};
use crate::jobs::soan_thao::danh_ba;
use crate::jobs::soan_thao::mot_so::{GoiSo, MotSo, mot_so};
use crate::jobs::{self, Outcome};

/// How it is to be sent.
#[derive(Default)]
struct Cach {
    ngay: String,
    zip: bool,
}

/// The first step: who gets it.
pub fn ask(opened: &Opened, request: &Request) -> Answer {
    question(opened, &number::of_query(request), &Cach::default(), None)
}

fn request_of(opened: &Opened, so: &MotSo, cach: &Cach) -> Result<SendRequest, Diagnostic> {
    let ban = so.ban.as_ref().ok_or_else(|| {
        let message = format!("số {} không có bản nào đã lưu để gửi", so.so_hieu);
        Diagnostic::error("not-found", message).hint("kiểm sổ ở trang Sổ đăng ký")
    })?;
    Ok(SendRequest {
        ho_so: ban.thu_muc.clone(),
        date: some(&cach.ngay),
        zip: cach.zip,
        shared: opened.shared.clone(),
        ..SendRequest::default()
    })
}

fn question(opened: &Opened, goi: &GoiSo, cach: &Cach, refused: Option<&Outcome>) -> Answer {
    let so = match mot_so(&opened.folder, goi) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let (list, found) = match request_of(opened, &so, cach) {
        Ok(request) => opened.recipients(&request),
        Err(found) => return fault(&found),
    };
    let body = html! {
        (bar((&link(goi), "Số này"), &format!("Gửi {}", so.so_hieu), &html! { a class="nut" href="/danh-ba" { "Danh bạ" } }))
        main class="khung" {
            @if let Some(outcome) = refused { (refusal("Chưa gửi được", &outcome.diagnostics)) }
            @if danh_ba::tep(&opened.folder).is_none() { (begin_book(goi)) } @else { (found_here(goi, &found)) }
            @if let Some(list) = list.filter(|list| !list.nhan.is_empty()) {
                (recipients(&list))
                (what_comes(opened, goi, cach, &list))
            } @else if danh_ba::tep(&opened.folder).is_some() {
                section class="phan" { p { "Chưa có nơi nào để gửi. Sửa các chỗ báo ở trên, hoặc ghi thêm vào danh bạ." } }
            }
        }
    };
    refused_or_not(page("Gửi văn bản", Some("viec.js"), &body), refused)
}

/// What was found; a recipient whom the book hasn't is added from here.
fn found_here(goi: &GoiSo, found: &[Diagnostic]) -> Markup {
    html! {
        @for one in found {
            (findings(std::slice::from_ref(one)))
            @if let Some(ten) = unknown(one) {
                p { a class="nut nho" href=(format!("{}&loai=noi_nhan&ten={}", number::address("/danh-ba/muc", goi), encode(ten))) { "Thêm “" (ten) "” vào danh bạ" } }
            }
        }
    }
}

/// The name that nobody in the book answers to.
fn unknown(found: &Diagnostic) -> Option<&str> {
    let (_, rest) = found.message.split_once("danh bạ không có nơi nhận “")?;
    rest.strip_suffix('”').filter(|_| found.code == "unknown-recipient")
}

/// Nobody is known yet: those whom the office usually writes to are a beginning.
fn begin_book(goi: &GoiSo) -> Markup {
    html! {
        section class="phan" aria-label="Lập danh bạ" {
            h2 { "Trước hết: danh bạ" }
            p { "Danh bạ ghi từng nơi nhận và cách gửi tới nơi ấy. Cơ quan chưa lập danh bạ nên chưa biết gửi cho ai." }
            form method="post" action="/danh-ba/lap" { (hidden(goi)) button class="nut chinh" { "Lập danh bạ từ các nơi nhận thường dùng" } }
            p class="giai" { "Lập xong thì trở lại trang này; nơi nào còn thiếu thì thêm sau." }
        }
    }
}

fn recipients(list: &DanhSachGui) -> Markup {
    html! {
        h2 { (list.nhan.len()) " nơi nhận" }
        div class="bang-rong" tabindex="0" role="region" aria-label="Danh sách nơi nhận" {
            table class="tu" {
                thead { tr { th scope="col" { "Nơi nhận" } th scope="col" { "Cách gửi" } th scope="col" { "Gửi tới" } th scope="col" { "Bản giấy" } th scope="col" { "Theo dòng" } } }
                tbody { @for nhan in &list.nhan { tr {
                    td { (nhan.ten) } td { (nhan.cach) } td data-nhan="Gửi tới" { (nhan.noi) }
                    td data-nhan="Bản giấy" { @if nhan.so_ban_giay > 0 { (nhan.so_ban_giay) } }
                    td data-nhan="Theo dòng" { (nhan.theo) }
                } } }
            }
        }
        @for line in &list.ghi_chu { p class="giai" { (sentence(line)) } }
    }
}

fn what_comes(opened: &Opened, goi: &GoiSo, cach: &Cach, list: &DanhSachGui) -> Markup {
    let total = list.so_ban_gui.saturating_add(list.so_ban_luu);
    html! {
        section class="phan sap" aria-label="Điều sẽ xảy ra" {
            h2 { "Khi bấm “Làm gói gửi”" }
            ul {
                li { "Mỗi nơi nhận có một gói để sẵn trong thư mục gui: bản PDF đã lưu và phiếu gửi; qua trục liên thông thì thêm gói dữ liệu." }
                li { "Có danh sách gửi, nhãn bì thư, sổ bưu điện. Cần in " (total) " bản: gửi " (list.so_ban_gui) ", lưu " (list.so_ban_luu) "." }
                li { "Máy không tự gửi gì đi: thư điện tử và trục liên thông vẫn do bạn gửi. Gói cũ của đúng văn bản này, nếu còn nguyên, được thay." }
            }
            form method="post" action="/gui" {
                (hidden(goi)) (once_key(opened))
                (field("ngay", "Ngày chuyển", &cach.ngay, "Để trống thì là ngày ban hành"))
                label class="danh" { input type="checkbox" name="zip" value="1" checked[cach.zip]; " Mỗi nơi nhận một tệp ZIP" }
                p class="viec" { button class="nut chinh" { "Làm gói gửi" } a class="nut" href=(link(goi)) { "Thôi" } }
            }
        }
    }
}

/// The second step.
pub fn send(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (goi, key) = (number::of(&mut given), given.take("khoa"));
    let cach = Cach { ngay: given.take("ngay"), zip: given.some("zip").is_some() };
    opened.once(&key, || {
        let made = mot_so(&opened.folder, &goi).and_then(|so| request_of(opened, &so, &cach));
        let outcome = match made {
            Ok(request) => run(opened, &jobs::Request::Send(request)),
            Err(found) => return fault(&found),
        };
        if outcome.co_loi() {
            return question(opened, &goi, &cach, Some(&outcome));
        }
        sent(&goi, &outcome)
    })
}

fn sent(goi: &GoiSo, outcome: &Outcome) -> Answer {
    let folder = outcome.made.first().and_then(|file| file.parent());
    let body = html! {
        (bar((&link(goi), "Số này"), "Đã làm gói gửi", &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                (told(outcome))
                @if let Some(folder) = folder { p { "Các gói nằm trong thư mục: " code { (folder.display()) } } }
                p { "Gửi xong thì ghi lại vào sổ ngày chuyển và người ký nhận." }
                p class="viec" { a class="nut chinh" href=(number::address("/so/chuyen", goi)) { "Ghi việc chuyển…" } a class="nut" href=(link(goi)) { "Xem số này" } }
            }
        }
    };
    page("Đã làm gói gửi", None, &body)
}
