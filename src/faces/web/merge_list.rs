//! What a list would make of a paper: columns, findings, what is chosen; and one row as it will be.

use maud::{Markup, html};

use super::import::pages_of;
use super::upload::counted;
use super::view::{field, findings};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::merge::{XemDong, XemTron};

/// What the clerk has chosen.
#[derive(Default)]
pub struct Form {
    pub tep: String,
    pub pdf: bool,
    pub docx: bool,
    pub mot_pdf: bool,
    pub hai_mat: bool,
    /// No number, one for all (`chung`), or one each (`moi-ban`).
    pub so: String,
    pub so_chung: String,
    pub ngay: String,
    pub ten_theo: String,
    pub trang: String,
    pub dong_an: String,
    pub cho_trong: bool,
    pub chap_nhan: bool,
}

/// All but the row, and the row that is to be shown.
pub fn whole<'s>(
    ten: &str,
    form: &Form,
    seen: Option<&'s XemTron>,
    found: &[Diagnostic],
    key: &str,
) -> (Markup, Option<&'s XemDong>) {
    let good = seen.is_some_and(|seen| seen.duoc);
    let told = counted(found);
    let body = html! {
        section class="phan" aria-label="Danh sách" {
            h2 tabindex="-1" {
                (ten) ": "
                @if let Some(seen) = seen { (seen.so_dong) " dòng" @if let Some(told) = &told { ", " (told) } } @else { "chưa trộn được" }
            }
            @if let Some(seen) = seen { (columns(seen)) }
            (findings(found))
            @for note in seen.iter().flat_map(|seen| &seen.ghi_chu).filter(|note| !note.starts_with("cột không dùng")) { p class="giai" { (sentence(note)) "." } }
        }
        section class="phan sap" aria-label="Trộn" {
            @if let Some(seen) = seen.filter(|_| good) {
                h2 { "Khi bấm “" (press(form, seen.so_dong)) "”" }
                ul { @for line in &seen.se_lam { li { (sentence(line.trim())) } } }
            } @else { h2 { "Sửa danh sách hoặc chọn lại rồi xem lại" } }
            (choices(form, seen, key, good))
        }
    };
    (body, seen.map(|seen| &seen.dong).filter(|row| row.tong > 0))
}

fn press(form: &Form, count: usize) -> String {
    match form.so.as_str() {
        "moi-ban" => format!("Phát hành {count} văn bản"),
        _ => format!("Trộn {count} bản"),
    }
}

fn columns(seen: &XemTron) -> Markup {
    html! {
        table class="tu" {
            thead { tr { th scope="col" { "Chỗ điền trong văn bản" } th scope="col" { "Cột của danh sách" } } }
            tbody { @for (paper, column) in &seen.cot { tr { td { code { "{{" (paper) "}}" } } td data-nhan="Cột" { (column) } } } }
        }
        @if !seen.thua.is_empty() { p class="giai" { "Cột không dùng đến: " (seen.thua.join(", ")) "." } }
    }
}

fn check(name: &str, label: &str, on: bool) -> Markup {
    html! { label class="danh" for=(name) { input type="checkbox" id=(name) name=(name) value="1" checked[on]; " " (label) } }
}

fn choices(form: &Form, seen: Option<&XemTron>, key: &str, good: bool) -> Markup {
    html! {
        form data-gui="/api/tron/lam" {
            input type="hidden" name="hoi" value="1";
            input type="hidden" name="khoa" value=(key);
            // What a list that can't be merged as it is may ask for.
            @if seen.is_none() { (seldom(form, seen)) }
            fieldset { legend { "Làm những tệp nào" }
                (check("pdf", "PDF", form.pdf)) (check("docx", "Word", form.docx))
                (check("mot-pdf", "Thêm một tệp PDF chứa mọi bản, để in một lần", form.mot_pdf))
                (check("hai-mat", "In hai mặt: trong tệp PDF chung, mỗi bản bắt đầu ở mặt trước", form.hai_mat))
            }
            (numbers(form))
            @if seen.is_some() { (seldom(form, seen)) }
            p class="viec" {
                button class="nut chinh" data-tien="/api/tron/tien" data-dung="/api/tron/dung" disabled[!good] { (press(form, seen.map_or(0, |seen| seen.so_dong))) }
                button data-gui="/api/tron" data-tien="/api/tron/tien" { "Xem lại theo điều đã chọn" }
            }
        }
    }
}

fn numbers(form: &Form) -> Markup {
    let radio = |value: &str, label: &str, on: bool| {
        let id = format!("so-{value}");
        html! { label class="danh" for=(id) { input type="radio" id=(id) name="so" value=(value) checked[on]; " " (label) } }
    };
    let none = !["chung", "moi-ban"].contains(&form.so.as_str());
    html! {
        fieldset { legend { "Số văn bản" }
            (radio("khong", "Chưa có số, hoặc số ghi sẵn trong văn bản", none))
            (radio("chung", "Mọi bản cùng một số", form.so == "chung"))
            (radio("moi-ban", "Phát hành: mỗi bản lấy một số kế tiếp trong sổ", form.so == "moi-ban"))
            (field("so-chung", "Số chung", &form.so_chung, "Số đã giữ trong sổ; để trống thì giữ số kế tiếp"))
            (field("ngay", "Ngày ban hành", &form.ngay, "Khi có số: đủ ngày, tháng, năm, ví dụ 15/3/2026"))
            (check("chap-nhan", "Tôi đã xem các cảnh báo, vẫn phát hành", form.chap_nhan))
        }
    }
}

/// What a list seldom asks for; open where it does.
fn seldom(form: &Form, seen: Option<&XemTron>) -> Markup {
    let option = |value: &str, label: &str, now: &str| {
        html! { option value=(value) selected[value == now] { (label) } }
    };
    let heads = seen.iter().flat_map(|seen| {
        let used = seen
            .cot
            .iter()
            .map(|(_, list)| list.rsplit_once(" (cột ").map_or(list.as_str(), |(ten, _)| ten));
        used.chain(seen.thua.iter().map(String::as_str)).collect::<Vec<_>>()
    });
    let heads: Vec<&str> = heads.collect();
    html! {
        details open[seen.is_none()] { summary { "Tên tệp, dòng ẩn, ô trống" }
            div class="o" { label for="ten-theo" { "Đặt tên tệp theo cột" }
                select id="ten-theo" name="ten-theo" {
                    (option("", "Theo số dòng", &form.ten_theo))
                    @for head in &heads { (option(head, head, &form.ten_theo)) }
                    @if !form.ten_theo.is_empty() && !heads.contains(&form.ten_theo.as_str()) { (option(&form.ten_theo, &form.ten_theo, &form.ten_theo)) }
                }
            }
            div class="o" { label for="dong-an" { "Dòng đang ẩn" }
                select id="dong-an" name="dong-an" {
                    (option("", "Hỏi khi có", &form.dong_an)) (option("bo", "Bỏ qua", &form.dong_an)) (option("lay", "Trộn cả", &form.dong_an))
                }
            }
            (field("trang", "Trang tính", &form.trang, "Khi tệp có nhiều trang tính: ghi tên trang cần lấy"))
            (check("cho-trong", "Cho phép ô trống: chỗ ấy in ra không có gì", form.cho_trong))
        }
    }
}

/// One row as it will be, and the way to others.
pub fn row_piece(row: &XemDong, pages: &[String]) -> Markup {
    let (last, next) = (row.tong.saturating_sub(1), row.thu.saturating_add(1));
    html! {
        section class="phan" aria-label="Xem từng bản" {
            h2 id="dong-dau" tabindex="-1" { "Bản " (next) " trên " (row.tong) " (dòng " (row.so) " của danh sách)" }
            form data-gui="/api/tron/dong" data-cho="dong-xem" data-cung {
                p class="viec" {
                    button id="ban-truoc" name="thu" value=(row.thu.saturating_sub(1)) disabled[row.thu == 0] { "← Bản trước" }
                    button id="ban-sau" name="thu" value=(next) disabled[row.thu >= last] { "Bản sau →" }
                }
            }
            dl class="cap" {
                @for (cot, value) in &row.gia_tri { dt { (cot) } dd { @if value.trim().is_empty() { span class="giai" { "(trống)" } } @else { (value) } } }
                dt { "Tên tệp" } dd { code { (row.ten) } }
            }
            (findings(&row.loi))
        }
        (pages_of(pages))
    }
}
