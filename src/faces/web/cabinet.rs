//! The cabinet: all papers of the folder, looked through by a script.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::http::{Answer, encode};
use super::opened::Opened;
use super::view::{faults, page};
use super::{number, start};
use crate::jobs::soan_thao::tu::{Giay, TrangThai, Tu};

/// All papers; where there is no office yet, the question what office this is.
pub fn cabinet(opened: &Opened) -> Answer {
    match opened.cabinet() {
        Ok(tu) if !tu.co_co_quan => start::first_start(opened),
        Ok(tu) => cabinet_of(&tu),
        Err(found) => faults(&found),
    }
}

fn cabinet_of(tu: &Tu) -> Answer {
    let body = html! {
        header class="dau" {
            h1 { "Tủ văn bản" }
            span class="ten-co-quan" { (tu.co_quan) }
            a class="nut" href="/giay?tep=co-quan.yaml" { "Cơ quan và người ký" }
            a class="nut" href="/danh-ba" { "Danh bạ" }
            a class="nut" href="/so" { "Sổ đăng ký" }
            a class="nut" href="/den" { "Văn bản đến" }
            a class="nut" href="/nhap" { "Nhập từ Word" }
            a class="nut chinh" href="/moi" { "Soạn văn bản mới" }
        }
        main class="khung" {
            (search(tu))
            p id="dem" role="status" { (tu.giay.len()) " văn bản" }
            table class="tu" {
                thead { tr {
                    th scope="col" { "Văn bản" } th scope="col" { "Loại" } th scope="col" { "Ngày" }
                    th scope="col" { "Người ký" } th scope="col" { "Tình trạng" } th scope="col" { span class="an" { "Việc khác" } }
                } }
                tbody { @for giay in &tu.giay { (row(giay)) } }
            }
            @if tu.giay.is_empty() { p { "Chưa có văn bản nào. " a href="/moi" { "Soạn văn bản đầu tiên" } "." } }
            div class="viec" {
                form method="post" action="/mo-thu-muc" { button class="nho" { "Xem thư mục để văn bản" } }
                a class="nut nho" href="/thu-muc" { "Mở thư mục khác…" }
                a class="nut nho" href="/soat-word" { "Soát một tệp Word…" }
            }
        }
    };
    page("Tủ văn bản", Some("tu.js"), &body)
}

fn search(tu: &Tu) -> Markup {
    let years: Vec<i32> = distinct(tu.giay.iter().filter_map(|giay| giay.nam));
    let kinds: Vec<&str> = distinct(tu.giay.iter().map(|giay| giay.loai.as_str()));
    let signers =
        distinct(tu.giay.iter().map(|g| g.nguoi_ky.as_str()).filter(|ten| !ten.is_empty()));
    let years: Vec<String> = years.iter().rev().map(ToString::to_string).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    html! {
        form class="loc" role="search" {
            label class="rong" { "Tìm" input id="tim" type="search" placeholder="gõ chữ có dấu hoặc không dấu" autocomplete="off"; }
            (choice("loai", "Loại", "Mọi loại", &kinds))
            (choice("nam", "Năm", "Mọi năm", &years))
            (choice("ky", "Người ký", "Mọi người ký", &signers))
        }
    }
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BTreeSet<T>>().into_iter().collect()
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
            td { span class={ "tinh-trang " (mark) } {
                @if let Some(goi) = &giay.so { a href=(number::link(goi)) { (said) } } @else { (said) }
            } }
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
        TrangThai::PhatHanh(so, 0) => ("phat-hanh", format!("Đã phát hành {so}")),
        TrangThai::PhatHanh(so, con) => {
            ("phat-hanh", format!("Đã phát hành {so}; còn {con} văn bản chưa lấy số"))
        }
        TrangThai::DaHuy(so) => ("xem-lai", format!("Đã huỷ số {so}")),
        TrangThai::KhacBanLuu(so) => {
            ("xem-lai", format!("Mang số {so} đã phát hành, nhưng nội dung khác bản đã phát hành"))
        }
    }
}
