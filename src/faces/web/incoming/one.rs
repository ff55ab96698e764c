//! One paper that came: what the book says of it, what has happened, its files, its slip, and what may be done with it.

use maud::{Markup, html};

use super::So;
use crate::faces::web::http::{Answer, Request, encode};
use crate::faces::web::opened::Opened;
use crate::faces::web::out::{file, file_or_faults};
use crate::faces::web::view::{bar, fault, page};
use crate::jobs::incoming::SlipRequest;
use crate::jobs::soan_thao::mot_so_den::{MotSoDen, mot_so_den, tep_den};
use crate::jobs::soan_thao::tep_den::MuonDen;
use crate::jobs::soan_thao::tho::MuonTep;
use crate::model::chu_dau::hoa_dau;
use crate::records::so_den::{DUOI_DAU, TEN_COT_DEN, TinhTrangDen};

/// All about it.
pub fn paper(opened: &Opened, request: &Request) -> Answer {
    let asked = So::asked(request);
    let muc = match mot_so_den(&opened.folder, asked.quyen.mat, &asked.so) {
        Ok(muc) => muc,
        Err(found) => return fault(&found),
    };
    let so = So { so: muc.so.clone(), ..asked };
    let title = format!("Số đến {}", muc.so);
    let body = html! {
        (bar((&so.quyen.href(), so.quyen.ten()), &title, &html! {}))
        main class="khung hep" {
            section class="phan" aria-label="Dòng sổ" {
                p { span class={ "tinh-trang " (mark(muc.tinh_trang)) } { (hoa_dau(muc.tinh_trang.ten())) } @if muc.khoa { " · sổ năm " (muc.nam) " đã khoá" } }
                dl class="cap" { @for (ten, o) in TEN_COT_DEN.iter().zip(&muc.cot).filter(|(_, o)| !o.is_empty()) { dt { (ten) } dd { (o) } } }
            }
            (acts(&so, &muc))
            (prints(&so, &muc))
            @if !muc.tep.is_empty() { (files(&so, &muc)) }
            section class="phan" aria-label="Đã ghi" {
                h2 { "Đã ghi trong sổ" }
                ul { @for viec in &muc.viec { li { (hoa_dau(viec)) } } }
            }
        }
    };
    page(&title, None, &body)
}

fn mark(tinh_trang: TinhTrangDen) -> &'static str {
    match tinh_trang {
        TinhTrangDen::ChuaGiao | TinhTrangDen::DangLam => "du-thao",
        TinhTrangDen::Xong => "phat-hanh",
        TinhTrangDen::Huy => "co-loi",
    }
}

fn acts(so: &So, muc: &MotSoDen) -> Markup {
    let main = if muc.con_do() { "nut chinh" } else { "nut" };
    html! {
        @if !muc.huy() {
            section class="phan" aria-label="Việc với văn bản này" {
                h2 { "Làm gì với văn bản này" }
                p class="viec" {
                    a class=(main) href=(so.address("/den/giao")) { "Giao…" }
                    a class="nut" href=(so.address("/den/ky-nhan")) { "Ký nhận…" }
                    a class="nut" href=(so.address("/den/xong")) { "Xong…" }
                    @if !muc.khoa {
                        a class="nut" href=(so.address("/den/chua")) { "Chữa cột ghi sai…" }
                        a class="nut nguy" href=(so.address("/den/huy")) { "Huỷ số…" }
                    }
                }
            }
        }
    }
}

fn prints(so: &So, muc: &MotSoDen) -> Markup {
    let slip = |dang: &str| format!("{}&dang={dang}", so.address("/den/phieu"));
    html! {
        section class="phan" aria-label="Phiếu giải quyết, dấu đến" {
            h2 { "Phiếu giải quyết, dấu đến" }
            p class="viec" {
                a class="nut" href=(slip("pdf")) target="_blank" { "Phiếu giải quyết (PDF, in)" }
                a class="nut" href=(slip("docx")) { "Phiếu giải quyết (Word)" }
                @if muc.co_pdf() && !muc.huy() { a class="nut" href=(so.address("/den/dau")) { "Đóng dấu “Đến”…" } }
            }
        }
    }
}

fn files(so: &So, muc: &MotSoDen) -> Markup {
    html! {
        section class="phan" aria-label="Tệp đã lưu" {
            h2 { "Tệp đã lưu" }
            ul { @for ten in &muc.tep { li { a href={ (so.address("/den/tep")) "&ten=" (encode(ten)) } { (what(ten)) } " " span class="giai" { (ten) } } } }
            @if let Some(thu_muc) = &muc.thu_muc { p class="giai" { "Thư mục: " code { (thu_muc.display()) } } }
        }
    }
}

/// What a file is, for whoever doesn't read endings.
fn what(ten: &str) -> &'static str {
    if ten.ends_with(DUOI_DAU) {
        "Mở bản có dấu “Đến”"
    } else if ten.ends_with(".pdf") {
        "Mở bản PDF"
    } else {
        "Tải tệp"
    }
}

/// A file that is kept of it.
pub fn kept_file(opened: &Opened, request: &Request) -> Answer {
    let (so, ten) = (So::asked(request), request.asked("ten").unwrap_or_default());
    match tep_den(&opened.folder, so.quyen.mat, &so.so, ten) {
        Ok(bytes) => file(ten, bytes),
        Err(found) => fault(&found),
    }
}

/// The slip to print, or to fill in with Word.
pub fn slip(opened: &Opened, request: &Request) -> Answer {
    let so = So::asked(request);
    let dang = if request.asked("dang") == Some("docx") { "docx" } else { "pdf" };
    let request = SlipRequest {
        so_den: so.so.clone(),
        output: None,
        fonts: opened.shared.fonts.clone(),
        place: so.quyen.place(opened),
    };
    let wanted = MuonTep::Den(MuonDen::Phieu { request, dang: dang.to_owned() });
    file_or_faults(opened.file(wanted, &format!("phiếu giải quyết {}", so.so)))
}
