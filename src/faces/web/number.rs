//! One number of the register: its paper's files, and what may be done to it. Each act is a page that says what will
//! happen, and a click there.

use maud::{Markup, html};

use super::api::run;
use super::given::{Given, so_ban, some};
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::view::{bar, fault, field, once_key, page, refusal, refused_or_not, told};
use crate::diagnostic::Diagnostic;
use crate::jobs::register::{DeliverRequest, RegisterRequest, VoidRequest};
use crate::jobs::soan_thao::mot_so::{BanLuu, GoiSo, MotSo, mot_so, tep_cua_ban};
use crate::jobs::soan_thao::so_di::noi;
use crate::jobs::verify::VerifyRequest;
use crate::jobs::{self, Outcome};
use crate::records::so_dang_ky::{TEN_COT, TrangThai};

/// Where a number has its page.
pub fn link(goi: &GoiSo) -> String {
    address("/so/mot", goi)
}

/// An address that is about a number.
pub fn address(path: &str, goi: &GoiSo) -> String {
    format!("{path}?so={}&cq={}", encode(&goi.so), encode(&goi.co_quan))
}

/// The number that a request is about.
pub fn of(given: &mut Given) -> GoiSo {
    GoiSo { so: given.take("so"), co_quan: given.take("cq") }
}

pub fn of_query(request: &Request) -> GoiSo {
    of(&mut Given::asked(request))
}

/// The number inside a form.
pub fn hidden(goi: &GoiSo) -> Markup {
    html! {
        input type="hidden" name="so" value=(goi.so);
        input type="hidden" name="cq" value=(goi.co_quan);
    }
}

/// All about it.
pub fn number(opened: &Opened, request: &Request) -> Answer {
    let so = match mot_so(&opened.folder, &of_query(request)) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let title = format!("Số {}", so.so_hieu);
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), &title, &html! {}))
        main class="khung hep" {
            section class="phan" aria-label="Dòng sổ" {
                p { span class={ "tinh-trang " (mark(so.trang_thai)) } { (state(so.trang_thai)) } @if so.khoa { " · sổ " (so.ky) " đã khoá" } }
                @for line in &so.ve_sau { p { strong { (line) } } }
                dl class="cap" { @for (ten, o) in TEN_COT.iter().zip(&so.cot).filter(|(_, o)| !o.is_empty()) { dt { (ten) } dd { (o) } } }
            }
            (acts(&so))
            @if let Some(ban) = &so.ban { (files(&so, ban)) }
        }
    };
    page(&title, None, &body)
}

fn mark(trang_thai: TrangThai) -> &'static str {
    match trang_thai {
        TrangThai::PhatHanh => "phat-hanh",
        TrangThai::Giu => "du-thao",
        TrangThai::Huy => "co-loi",
    }
}

pub fn state(trang_thai: TrangThai) -> &'static str {
    match trang_thai {
        TrangThai::PhatHanh => "Đã phát hành",
        TrangThai::Giu => "Đang giữ số",
        TrangThai::Huy => "Đã huỷ",
    }
}

fn files(so: &MotSo, ban: &BanLuu) -> Markup {
    html! {
        section class="phan" aria-label="Bản đã phát hành" {
            h2 { "Bản đã phát hành" }
            ul { @for ten in &ban.tep { li { a href={ (address("/so/tep", &so.goi)) "&ten=" (encode(ten)) } { (what(ten)) } " " span class="giai" { (ten) } } } }
            p class="giai" { "Thư mục: " code { (ban.thu_muc.display()) } }
            form method="post" action="/mo-thu-muc" { (hidden(&so.goi)) button class="nho" { "Mở thư mục ấy" } }
        }
    }
}

/// What a file is, for whoever doesn't read endings.
fn what(ten: &str) -> &'static str {
    if ten.ends_with(".pdf") { "Mở bản PDF" } else { "Tải tệp Word" }
}

fn acts(so: &MotSo) -> Markup {
    let issued = so.trang_thai == TrangThai::PhatHanh;
    html! {
        section class="phan" aria-label="Việc với số này" {
            h2 { "Làm gì với số này" }
            p class="viec" {
                @if issued {
                    a class="nut chinh" href=(address("/gui", &so.goi)) { "Gửi đi…" }
                    a class="nut" href=(address("/ban-ky", &so.goi)) { "Nhận bản đã ký…" }
                }
                @if issued { a class="nut" href=(address("/so/chuyen", &so.goi)) { "Ghi việc chuyển…" } }
                @if so.ban.is_some() { a class="nut" href=(address("/so/doi-chieu", &so.goi)) { "Đối chiếu bản đã lưu" } }
                @if so.trang_thai != TrangThai::Huy && !so.khoa { a class="nut nguy" href=(address("/so/huy", &so.goi)) { "Huỷ số…" } }
            }
        }
    }
}

/// A file of the issued paper, as it is kept.
pub fn kept_file(opened: &Opened, request: &Request) -> Answer {
    let ten = request.asked("ten").unwrap_or_default();
    match tep_cua_ban(&opened.folder, &of_query(request), ten) {
        Ok(bytes) => super::out::file(ten, bytes),
        Err(found) => fault(&found),
    }
}

/// Whether the kept files are the issued ones.
pub fn verify(opened: &Opened, request: &Request) -> Answer {
    let goi = of_query(request);
    let ban = mot_so(&opened.folder, &goi).map(|so| so.ban);
    let folder = match ban {
        Ok(Some(ban)) => ban.thu_muc,
        Ok(None) => {
            return fault(&Diagnostic::error("not-found", "số này không có bản nào đã lưu"));
        }
        Err(found) => return fault(&found),
    };
    let request =
        VerifyRequest { ho_so: folder, shared: opened.shared.clone(), ..VerifyRequest::default() };
    let outcome = run(opened, &jobs::Request::Verify(request));
    let sound = !outcome.co_loi();
    let body = html! {
        (bar((&link(&goi), "Số này"), "Đối chiếu bản đã lưu", &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                h2 { @if sound { "Đúng là bản đã phát hành" } @else { "Không còn là bản đã phát hành" } }
                (told(&outcome))
            }
        }
    };
    page("Đối chiếu", None, &body)
}

/// Before a number is made void.
pub fn ask_void(opened: &Opened, request: &Request) -> Answer {
    void_page(opened, &of_query(request), "", None)
}

fn void_page(opened: &Opened, goi: &GoiSo, ly_do: &str, refused: Option<&Outcome>) -> Answer {
    let so = match mot_so(&opened.folder, goi) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let [_, ngay, trich_yeu, ..] = &so.cot;
    let body = html! {
        (bar((&link(goi), "Số này"), &format!("Huỷ số {}", so.so_hieu), &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa huỷ được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Huỷ số " (so.so_hieu) "”" }
                p { (trich_yeu) " " (ngay) }
                ul {
                    li { "Sổ thêm một dòng: số này đã huỷ, với lý do ghi dưới đây. Không lấy lại được." }
                    li { "Số ấy không bao giờ dùng lại; văn bản khác lấy số kế tiếp." }
                    @if so.trang_thai == TrangThai::PhatHanh { li { "Bản đã lưu vẫn còn, có thêm tệp nói rằng văn bản đã huỷ. Đã gửi đi thì phải tự báo cho nơi nhận." } }
                }
                form method="post" action="/so/huy" {
                    (hidden(goi)) (once_key(opened))
                    (field("ly_do", "Lý do huỷ", ly_do, "In ở cột Ghi chú của sổ"))
                    p class="viec" { button class="nut nguy" { "Huỷ số " (so.so_hieu) } a class="nut" href=(link(goi)) { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Huỷ số", None, &body), refused)
}

pub fn void(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (goi, ly_do, key) = (of(&mut given), given.take("ly_do"), given.take("khoa"));
    let request = VoidRequest {
        so_hieu: goi.so.clone(),
        ly_do: ly_do.clone(),
        co_quan: some(&goi.co_quan),
        // The page before has said what it means.
        chac_chan: true,
        place: noi(&opened.folder),
    };
    let act = RegisterRequest::Void(request);
    do_act(opened, &key, act, &goi, |outcome| void_page(opened, &goi, &ly_do, Some(outcome)))
}

/// Writes a line into the register once, and shows the number after it.
fn do_act(
    opened: &Opened,
    key: &str,
    act: RegisterRequest,
    goi: &GoiSo,
    refused: impl FnOnce(&Outcome) -> Answer,
) -> Answer {
    opened.once(key, || {
        let outcome = run(opened, &jobs::Request::Register(act));
        if outcome.co_loi() {
            return refused(&outcome);
        }
        done("Đã ghi vào sổ", &outcome, &link(goi), "Xem số này")
    })
}

/// That an act is done.
pub fn done(title: &str, outcome: &Outcome, href: &str, said: &str) -> Answer {
    let body = html! {
        (bar(("/so", "Sổ đăng ký"), title, &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                (told(outcome))
                p class="viec" { a class="nut chinh" href=(href) { (said) } a class="nut" href="/so" { "Sổ đăng ký" } }
            }
        }
    };
    page(title, None, &body)
}

/// What was handed over, as the form has it.
#[derive(Default)]
struct Chuyen {
    ngay: String,
    so_ban: String,
    ky_nhan: String,
    ghi_chu: String,
}

/// Before it is written that copies were handed over.
pub fn ask_deliver(opened: &Opened, request: &Request) -> Answer {
    deliver_page(opened, &of_query(request), &Chuyen::default(), None)
}

fn deliver_page(
    opened: &Opened,
    goi: &GoiSo,
    chuyen: &Chuyen,
    refused: Option<&Outcome>,
) -> Answer {
    let so = match mot_so(&opened.folder, goi) {
        Ok(so) => so,
        Err(found) => return fault(&found),
    };
    let body = html! {
        (bar((&link(goi), "Số này"), &format!("Ghi việc chuyển {}", so.so_hieu), &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa ghi được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “Ghi vào sổ”" }
                ul {
                    li { "Sổ thêm một dòng về " (so.so_hieu) ": ngày chuyển, số bản, người ký nhận (cột 7 đến 10)." }
                    li { "Dòng đã ghi không xoá được; ghi thêm lần nữa thì lần sau thay lần trước." }
                }
                form method="post" action="/so/chuyen" {
                    (hidden(goi)) (once_key(opened))
                    (field("ngay", "Ngày chuyển", &chuyen.ngay, "Ví dụ: 16/3/2026"))
                    (field("so_ban", "Số lượng bản", &chuyen.so_ban, "Bằng chữ số; không ghi cũng được"))
                    (field("ky_nhan", "Người ký nhận", &chuyen.ky_nhan, ""))
                    (field("ghi_chu", "Ghi chú", &chuyen.ghi_chu, ""))
                    p class="viec" { button class="nut chinh" { "Ghi vào sổ" } a class="nut" href=(link(goi)) { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Ghi việc chuyển", Some("viec.js"), &body), refused)
}

pub fn deliver(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (goi, key) = (of(&mut given), given.take("khoa"));
    let chuyen = Chuyen {
        ngay: given.take("ngay"),
        so_ban: given.take("so_ban"),
        ky_nhan: given.take("ky_nhan"),
        ghi_chu: given.take("ghi_chu"),
    };
    let so_ban = match so_ban(&chuyen.so_ban) {
        Ok(so_ban) => so_ban,
        Err(found) => return deliver_page(opened, &goi, &chuyen, Some(&Outcome::of(found))),
    };
    let act = RegisterRequest::Deliver(DeliverRequest {
        so_hieu: goi.so.clone(),
        ngay_chuyen: chuyen.ngay.clone(),
        so_ban,
        ky_nhan: some(&chuyen.ky_nhan),
        ghi_chu: some(&chuyen.ghi_chu),
        co_quan: some(&goi.co_quan),
        place: noi(&opened.folder),
    });
    do_act(opened, &key, act, &goi, |outcome| deliver_page(opened, &goi, &chuyen, Some(outcome)))
}
