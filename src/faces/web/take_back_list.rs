//! The list of edits of a Word file: tracked changes to be decided about, edits each with what becomes of it.

use maud::{Markup, html};

use super::take_back::Keys;
use super::view::findings;
use super::words::{said, sentence};
use crate::jobs::take_back::{ChoXem, DauSuaXem, KetCuc, XemLai};

pub fn list(ten: &str, seen: &XemLai, keys: &Keys<'_>, cau: &[usize]) -> Markup {
    let taken = seen.cho.iter().filter(|cho| matches!(cho.ket_cuc, KetCuc::Lay(_))).count();
    html! {
        section class="phan" aria-label="Các chỗ sửa" {
            h2 tabindex="-1" { (ten) ": " (heading(seen)) }
            @if !seen.con_nguyen {
                form data-doi="/api/lay-lai" data-gui="/api/lay-lai/ghi" {
                    (hidden(keys))
                    @if !seen.dau_sua.is_empty() { (tracked(&seen.dau_sua)) }
                    @if !seen.cho.is_empty() { (edits(&seen.cho, cau)) }
                    (besides(seen))
                    @if !seen.loi.is_empty() {
                        div role="alert" class="tu-choi" { h3 { "Chưa lấy về được" } (findings(&seen.loi)) }
                    }
                    @if !seen.chua_chon {
                        (button(taken, seen.loi.is_empty(), cau))
                    }
                }
            }
        }
    }
}

fn heading(seen: &XemLai) -> String {
    if seen.con_nguyen {
        return "chưa ai sửa từ khi tải về; không có gì để lấy".to_owned();
    }
    if seen.chua_chon {
        let left = seen.dau_sua.iter().filter(|one| one.nhan.is_none()).count();
        return format!("còn {left} dấu sửa chưa quyết");
    }
    match seen.cho.len() {
        0 => "không sửa gì so với văn bản này".to_owned(),
        count => format!("{count} chỗ sửa"),
    }
}

fn hidden(keys: &Keys<'_>) -> Markup {
    html! {
        input type="hidden" name="hoi" value="1";
        input type="hidden" name="khoa" value=(keys.key);
        input type="hidden" name="hien" value=(keys.mark);
        input type="hidden" name="theo" value=(keys.chosen);
        @if let Some(ten) = keys.van_ban { input type="hidden" name="van-ban" value=(ten); }
    }
}

fn tracked(all: &[DauSuaXem]) -> Markup {
    html! {
        fieldset {
            legend { "Dấu sửa (Track Changes) trong tệp" }
            p class="viec" {
                button type="button" class="nho" data-tat="nhan" { "Nhận hết" }
                button type="button" class="nho" data-tat="bo" { "Bỏ hết" }
            }
            @for (i, one) in all.iter().enumerate() { (one_tracked(i.saturating_add(1), one)) }
        }
    }
}

fn one_tracked(so: usize, one: &DauSuaXem) -> Markup {
    let ai = if one.ai.is_empty() { "Không rõ ai" } else { &one.ai };
    let radio = |what: &str, label: &str, on: bool| {
        let id = format!("dau-{so}-{what}");
        html! { label for=(id) { input type="radio" id=(id) name={ "dau-" (so) } value=(what) data-chon=(what) checked[on]; " " (label) } }
    };
    html! {
        div class="mot-cho" role="group" aria-label={ "Dấu sửa " (so) } {
            p { strong { (ai) } @if let Some(day) = &one.ngay { ", " (day) } ": " (one.cau) }
            p class="chon" { (radio("nhan", "Nhận", one.nhan == Some(true))) (radio("bo", "Bỏ", one.nhan == Some(false))) }
        }
    }
}

fn edits(all: &[ChoXem], cau: &[usize]) -> Markup {
    let may = |cho: &&ChoXem| matches!(cho.ket_cuc, KetCuc::Lay(_) | KetCuc::BoQua);
    let (own, others): (Vec<_>, Vec<_>) = all.iter().partition(may);
    html! {
        @if !own.is_empty() {
            fieldset {
                legend { "Lấy về được" }
                p class="viec" {
                    button type="button" class="nho" data-tat="lay" { "Lấy hết" }
                    button type="button" class="nho" data-tat="khong" { "Bỏ hết" }
                }
                @for cho in own { (one_edit(cho)) }
            }
        }
        @if !others.is_empty() {
            fieldset {
                legend { "Không lấy về" }
                @for cho in others { (not_taken(cho, cau)) }
            }
        }
    }
}

fn one_edit(cho: &ChoXem) -> Markup {
    let id = format!("lay-{}", cho.so);
    let (on, where_to) = match &cho.ket_cuc {
        KetCuc::Lay(field) => (true, said(&field_of(field))),
        _ => (false, "bỏ, không lấy".to_owned()),
    };
    html! {
        div class="mot-cho" {
            label for=(id) { input type="checkbox" id=(id) name="lay" value=(cho.so) data-chon="lay" checked[on]; " " (sentence(&cho.noi)) ": " (cho.cau) }
            p class="giai" { @if on { "→ " } (where_to) }
        }
    }
}

/// `cong-van.yaml, mục noi_dung` as a form has it.
fn field_of(place: &str) -> String {
    match place.split_once(", mục ") {
        Some(("co-quan.yaml", field)) => format!("trang Cơ quan và người ký, mục “{}”", key(field)),
        Some((_, field)) => format!("ô “{}”", key(field)),
        None => "nội dung ở tệp riêng".to_owned(),
    }
}

/// The key of the field that a form has: `kinh_gui` of `kinh_gui[1]`.
fn key(field: &str) -> String {
    let key = field.split(['.', '[']).next().unwrap_or(field);
    crate::jobs::soan_thao::bieu_mau::ten_goi(key).map_or_else(|| key.to_owned(), str::to_owned)
}

fn not_taken(cho: &ChoXem, cau: &[usize]) -> Markup {
    let (why, hint) = reason(&cho.ket_cuc);
    html! {
        div class="mot-cho" {
            p { (sentence(&cho.noi)) ": " (cho.cau) }
            p class="giai" { "→ " (why) @if !hint.is_empty() { ". " (sentence(&hint)) "." } }
            @if let Some((_, words)) = &cho.cau_khac {
                @let id = format!("cau-{}", cho.so);
                label for=(id) { input type="checkbox" id=(id) name="cau" value=(cho.so) checked[cau.contains(&cho.so)]; " Riêng văn bản này in câu ấy là: “" (words) "”" }
            }
        }
    }
}

/// Why an edit is not taken, and what to do about it.
fn reason(ket_cuc: &KetCuc) -> (String, String) {
    let said = |why: &str, hint: &str| (why.to_owned(), hint.to_owned());
    match ket_cuc {
        KetCuc::XungDot => said(
            "xung đột: văn bản trong tủ cũng đã đổi chỗ này",
            "xem lời nào đúng rồi sửa ở trang soạn",
        ),
        KetCuc::LoiCuaMau => said(
            "là lời của mẫu, hoặc do chương trình tự tính",
            "chỗ tự tính (ngày, số tiền, tổng) thì sửa ô ấy ở trang soạn",
        ),
        KetCuc::CuaSo => said(
            "số và ngày là của sổ đăng ký",
            "số lấy ở bước “Lấy số”; ghi tay thì sửa ô Số, ô Ngày ban hành ở trang soạn",
        ),
        KetCuc::TrinhBay => said("chỉ đổi trình bày; thể thức do Nghị định 30 định", ""),
        KetCuc::KhongRo(why, Some(field)) => {
            (said_of_page(why), format!("gõ ở trang soạn, ô “{}”", key(field)))
        }
        KetCuc::KhongRo(why, None) => (said_of_page(why), "gõ chỗ này ở trang soạn".to_owned()),
        KetCuc::Lay(_) | KetCuc::BoQua => said("", ""),
    }
}

fn said_of_page(why: &str) -> String {
    said(why).replace("của nguồn", "của văn bản").replace("trong nguồn", "trong văn bản")
}

fn besides(seen: &XemLai) -> Markup {
    html! {
        @if !seen.theo.is_empty() {
            p { "Cùng một ô nên cũng đổi theo:" }
            ul { @for (cu, moi) in &seen.theo { li { "“" (cu) "” thành “" (moi) "”" } } }
        }
        @if seen.nguon_doi > 0 { p class="giai" { (seen.nguon_doi) " chỗ văn bản trong tủ đã đổi sau khi tải tệp Word: giữ theo văn bản trong tủ." } }
        @if seen.khong_dau && !seen.chua_chon { p class="giai" { "Tệp Word không còn dấu của bản đã tải, nên mọi chỗ khác với văn bản hôm nay đều coi là chỗ sửa." } }
    }
}

fn button(taken: usize, good: bool, cau: &[usize]) -> Markup {
    let count = taken.saturating_add(cau.len());
    let name =
        if count == 0 { "Lấy về".to_owned() } else { format!("Lấy về {count} chỗ") };
    html! {
        p class="viec" { button class="nut chinh" disabled[!good || count == 0] { (name) } }
        @if good && count > 0 { p class="giai" { "Trang bên là văn bản sau khi lấy về. Lấy rồi vẫn hoàn tác được ở trang soạn." } }
    }
}
