//! A paper as files: to look at, to print, to keep, to hand round for comments; and the folder that files are in.

use std::path::PathBuf;

use maud::{Markup, html};

use super::given::Given;
use super::http::{Answer, Request, encode};
use super::merge;
use super::number;
use super::opened::Opened;
use super::view::{bar, fault, faults, page};
use crate::diagnostic::Diagnostic;
use crate::jobs::make::Format;
use crate::jobs::soan_thao::mot_so::mot_so;
use crate::jobs::soan_thao::ra::{MuonRa, TepRa};
use crate::jobs::soan_thao::tho::MuonTep;
use crate::machine::paths::whole;

const PDF: &str = "application/pdf";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The file to look at, where browsers show such, or else to keep.
pub fn file(ten: &str, bytes: Vec<u8>) -> Answer {
    let ending = ten.rsplit('.').next().unwrap_or_default();
    let (kind, how) = match ending {
        "pdf" => (PDF, "inline"),
        "docx" => (WORD, "attachment"),
        "xlsx" => (EXCEL, "attachment"),
        "zip" => ("application/zip", "attachment"),
        _ => ("application/octet-stream", "attachment"),
    };
    let how = format!("{how}; filename*=UTF-8''{}", encode(ten));
    Answer::new(200, kind, bytes).with("content-disposition", how)
}

/// The file, or why there is none.
pub fn file_or_faults(made: Result<TepRa, Vec<Diagnostic>>) -> Answer {
    match made {
        Ok((ten, bytes)) => file(&ten, bytes),
        Err(found) => faults(&found),
    }
}

/// The paper as a PDF to look at and print, or as a Word file to keep: the bytes that the command line writes.
pub fn download(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::asked(request);
    let format = match request.asked("dang") {
        Some("docx") => Format::Docx,
        _ => Format::Pdf,
    };
    let muon = MuonRa {
        van_ban: given.some("van-ban"),
        du_thao: given.some("du-thao"),
        o_ky: given.some("o-ky").is_some(),
    };
    let ten = request.asked("tep").unwrap_or_default();
    let wanted = MuonTep::Mot { ten: ten.to_owned(), dang: format, muon };
    file_or_faults(opened.file(wanted, ten))
}

/// All papers of a file in one ZIP.
pub fn all_of(opened: &Opened, request: &Request) -> Answer {
    let ten = request.asked("tep").unwrap_or_default();
    file_or_faults(opened.file(MuonTep::CaBo(ten.to_owned()), ten))
}

/// Which files one may have of a paper.
pub fn choose(opened: &Opened, request: &Request) -> Answer {
    let tep = request.asked("tep").unwrap_or_default();
    let all = match opened.papers_of(tep) {
        Ok(all) => all,
        Err(found) => return faults(&found),
    };
    let back = format!("/giay?tep={}", encode(tep));
    let body = html! {
        (bar((&back, "Văn bản"), "Tải về, in, gửi góp ý", &html! {}))
        main class="khung hep" {
            @for (ten, tieu_de) in &all { (one(tep, (all.len() > 1).then_some(ten), tieu_de)) }
            section class="phan" aria-label="Tải cả bộ" {
                h2 { "Tải cả bộ" }
                p class="giai" { "Một tệp ZIP có bản PDF và bản Word của mọi văn bản trên trang này." }
                p { a class="nut" href={ "/tai-bo?tep=" (encode(tep)) } { "Tải cả bộ (ZIP)" } }
            }
        }
    };
    page("Tải về", None, &body)
}

fn one(tep: &str, ten: Option<&String>, tieu_de: &str) -> Markup {
    let which = ten.map(|ten| format!("&van-ban={}", encode(ten))).unwrap_or_default();
    let link = |dang: &str| format!("/tai?tep={}&dang={dang}{which}", encode(tep));
    let id = format!("lan-{}", ten.map_or("mot", String::as_str));
    html! {
        section class="phan" aria-label=(tieu_de) {
            h2 { (tieu_de) }
            p class="viec" {
                a class="nut" href=(link("pdf")) target="_blank" { "Xem PDF, in" }
                a class="nut" href=(link("docx")) { "Tải tệp Word" }
                a class="nut" href={ (link("pdf")) "&o-ky=1" } target="_blank" { "PDF có ô chữ ký số" }
            }
            form method="get" action="/tai" class="hang" target="_blank" {
                input type="hidden" name="tep" value=(tep);
                @if let Some(ten) = ten { input type="hidden" name="van-ban" value=(ten); }
                label for=(id) { "Bản xin ý kiến có chữ DỰ THẢO" }
                select id=(id) name="du-thao" {
                    option value="có" { "DỰ THẢO" }
                    @for lan in 1..=5 { option value={ "lần " (lan) } { "DỰ THẢO LẦN " (lan) } }
                }
                button name="dang" value="pdf" { "PDF dự thảo" }
                button name="dang" value="docx" { "Word dự thảo" }
            }
            p class="giai" { "Văn bản đang soạn giữ nguyên; chữ DỰ THẢO chỉ có trên bản tải về." }
        }
    }
}

/// Opens the folder of the papers, that of an issued one, or that of merged ones, in the system's own window.
pub fn open_folder(opened: &Opened, request: &Request) -> Answer {
    let (folder, back) = match folder_asked(opened, &mut Given::posted(request)) {
        Ok(found) => found,
        Err(found) => return fault(&found),
    };
    if opened.show(&folder) {
        return Answer::go_to(back);
    }
    let whole = whole(&folder).unwrap_or(folder);
    let body = html! {
        (bar((&back, "Trở lại"), "Thư mục", &html! {}))
        main class="khung hep" { section class="phan" {
            p { "Mở thư mục này bằng trình quản lý tệp của máy:" }
            p { code { (whole.display()) } }
        } }
    };
    page("Thư mục", None, &body)
}

/// Which folder, and the page that one comes back to.
fn folder_asked(opened: &Opened, given: &mut Given) -> Result<(PathBuf, String), Diagnostic> {
    if let Some(tep) = given.some("tron") {
        return Ok((merge::results(opened, &tep)?, format!("/giay?tep={}", encode(&tep))));
    }
    let goi = number::of(given);
    if goi.so.is_empty() {
        return Ok((opened.folder.clone(), "/".to_owned()));
    }
    let none = || Diagnostic::error("not-found", "số này không có bản nào đã lưu");
    let ban = mot_so(&opened.folder, &goi)?.ban.ok_or_else(none)?;
    Ok((ban.thu_muc, number::link(&goi)))
}
