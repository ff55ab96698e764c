//! A PDF that comes back signed: whose paper it is and who signed it; then, in a second step, it takes its place in the
//! issued folder.

use maud::{Markup, html};
use serde::Serialize;

use super::api::told_json;
use super::http::{Answer, Request};
use super::number::{self, link};
use super::opened::Opened;
use super::view::{bar, fault, once_key, page};
use super::words::sentence;
use crate::jobs::soan_thao::ban_ky::{BanNhan, Cua, nhan_ban, xem_ban};
use crate::jobs::soan_thao::mot_so::{GoiSo, mot_so};

/// Where a PDF is handed in: of any paper, or of one number.
pub fn ask(opened: &Opened, request: &Request) -> Answer {
    let goi = number::of_query(request);
    if goi.so.is_empty() {
        return hand_in(opened, None);
    }
    match mot_so(&opened.folder, &goi) {
        Ok(so) => hand_in(opened, Some((&so.goi, &so.so_hieu))),
        Err(found) => fault(&found),
    }
}

fn hand_in(opened: &Opened, own: Option<(&GoiSo, &str)>) -> Answer {
    let (back, title) = match own {
        Some((goi, so_hieu)) => ((link(goi), "Số này"), format!("Nhận bản đã ký của {so_hieu}")),
        None => (("/so".to_owned(), "Sổ đăng ký"), "Kiểm bản đã ký".to_owned()),
    };
    let body = html! {
        (bar((&back.0, back.1), &title, &html! {}))
        main class="khung hep" id="ban-ky" data-so=[own.map(|(goi, _)| &goi.so)] data-cq=[own.map(|(goi, _)| &goi.co_quan)] {
            (drop_zone())
            div id="ket-qua" role="status" {}
            @if own.is_some() { (filing(opened)) }
        }
    };
    page(&title, Some("ban-ky.js"), &body)
}

fn drop_zone() -> Markup {
    html! {
        section class="phan tha" id="tha" aria-label="Chọn tệp PDF" {
            label for="tep" { "Tệp PDF đã ký" }
            input id="tep" type="file" accept="application/pdf,.pdf" aria-describedby="tep-g";
            p class="giai" id="tep-g" { "Hoặc kéo tệp thả vào đây. Chương trình xem tệp có đúng là bản đã phát hành, chỉ thêm chữ ký số, không thêm bớt gì khác. Chứng thư số còn hiệu lực hay không thì xem bằng phần mềm ký số." }
        }
    }
}

fn filing(opened: &Opened) -> Markup {
    html! {
        section class="phan sap" id="nhan" hidden {
            h2 { "Khi bấm “Lưu bản đã ký”" }
            ul {
                li { "Bản PDF trong thư mục đã phát hành được thay bằng bản có chữ ký này; từ đó gửi đi là bản đã ký." }
                li { "Phần văn bản giữ nguyên từng byte; sổ không đổi." }
            }
            form id="nhan-form" { (once_key(opened)) p class="viec" { button class="nut chinh" { "Lưu bản đã ký" } } }
        }
    }
}

/// What the script tells of a PDF.
#[derive(Serialize)]
struct Noi {
    /// Whether it is the issued paper with signatures, and nothing else.
    dung: bool,
    tieu_de: String,
    loi: Vec<String>,
    so: String,
    cq: String,
}

fn of(cua: &Cua, dung: bool, tieu_de: String, loi: Vec<String>) -> Noi {
    let void = cua.da_huy.then(|| format!("Số {} đã huỷ.", cua.so_hieu));
    let about = format!("{}: {}", cua.so_hieu, cua.trich_yeu);
    let loi = std::iter::once(about).chain(loi).chain(void).collect();
    Noi { dung, tieu_de, loi, so: cua.goi.so.clone(), cq: cua.goi.co_quan.clone() }
}

/// Looks at a PDF; nothing is kept of it.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    told_json(xem_ban(&opened.folder, &request.body).map(|seen| match seen {
        BanNhan::ChuaKy(cua) => {
            of(&cua, false, "Đúng bản đã phát hành, nhưng chưa có chữ ký số nào".into(), Vec::new())
        }
        BanNhan::DaKy(cua, said) => of(
            &cua,
            true,
            "Đúng bản đã phát hành, đã ký số".into(),
            said.iter().map(|l| sentence(l)).collect(),
        ),
        BanNhan::Khac(cua, why) => of(
            &cua,
            false,
            "Không còn là bản đã phát hành".into(),
            vec![format!("Tệp này đã bị sửa: {why}")],
        ),
        BanNhan::La => Noi {
            dung: false,
            tieu_de: "Không phải bản đã phát hành nào trong sổ này".into(),
            loi: vec!["Tệp của nơi khác, hoặc phần văn bản đã bị sửa.".into()],
            so: String::new(),
            cq: String::new(),
        },
    }))
}

/// Puts a PDF into the issued folder.
pub fn file(opened: &Opened, request: &Request) -> Answer {
    let goi = number::of_query(request);
    let key = request.asked("khoa").unwrap_or_default();
    opened.once(key, || {
        told_json(nhan_ban(&opened.folder, &goi, &request.body).map(|loi| Noi {
            dung: true,
            tieu_de: "Đã lưu bản đã ký".into(),
            loi: loi.iter().map(|line| sentence(line)).collect(),
            so: goi.so.clone(),
            cq: goi.co_quan.clone(),
        }))
    })
}
