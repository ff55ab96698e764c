//! What a paper begins with: the office on the first day, then the cards of all kinds.

use maud::html;

use super::http::{Answer, Request};
use super::opened::Opened;
use super::view::{fault, page};
use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::jobs::init::{bo_cua, cac_loai};
use crate::jobs::load;

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

/// Nobody has been here before.
pub fn first_start(opened: &Opened) -> Answer {
    let body = html! {
        header class="dau" { h1 { "Bắt đầu: cơ quan của bạn" } }
        main class="khung hep" {
            p { "Chọn kiểu cơ quan gần nhất. Tên, người ký, nơi nhận sửa được ngay ở trang sau." }
            p class="giai" { "Văn bản sẽ để trong thư mục: " code { (opened.shown()) } }
            p { "Đã có một văn bản bằng Word của cơ quan? " a href="/nhap" { "Nhập từ tệp Word ấy" } ": cơ quan, người ký được lấy từ đầu và cuối văn bản." }
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
    let mut all = cac_loai(&kho, Some(bo_cua(&opened.folder)));
    let place = |khoa: &str| HAY_DUNG.iter().position(|own| *own == khoa).unwrap_or(HAY_DUNG.len());
    all.sort_by_key(|(khoa, _)| place(khoa));
    // A picture is kept by the browser as long as the office is what it was.
    let mark = opened.office_mark();
    let body = html! {
        header class="dau" { a class="nut" href="/" { "← Tủ văn bản" } h1 { "Soạn văn bản mới" } }
        main class="khung" {
            p { "Chọn loại văn bản. Trang sau có sẵn lời mẫu, chỉ việc thay bằng nội dung thật. Đã có văn bản cũ bằng Word thì " a href="/nhap" { "nhập từ tệp Word" } "." }
            form method="post" action="/moi" class="cac-the anh" {
                @for (khoa, ten) in &all {
                    button class="the" name="loai" value=(khoa) {
                        img src={ "/mau-anh?loai=" (khoa) "&v=" (mark) } alt="" loading="lazy" width="200" height="190";
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
