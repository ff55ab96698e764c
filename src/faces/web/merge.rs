//! One paper, many rows of a list: which columns are used, what is wrong in which row, any row as it will be; then all
//! papers are made.

use std::path::PathBuf;

use maud::{Markup, html};

use super::http::{Answer, Request, encode};
use super::merge_list::{Form, row_piece, whole};
use super::opened::Opened;
use super::out::file;
use super::upload::{Screen, Upload, with_file, without_folder};
use super::view::{bar, fault, piece, piece_of_faults, refusal};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::make::Format;
use crate::jobs::merge::{DongAn, MergeRequest, SoCua, thu_muc_ra};
use crate::jobs::{Outcome, soan_thao};
use crate::reading::source;

/// Kinds of lists.
const LIST: &[&str] = &["xlsx", "ods", "csv"];

pub fn ask(opened: &Opened, request: &Request) -> Answer {
    let tep = request.asked("tep").unwrap_or_default();
    if let Err(found) = soan_thao::tep(&opened.folder, tep) {
        return fault(&found);
    }
    let title = "Trộn thư với danh sách";
    let back = format!("/giay?tep={}", encode(tep));
    Screen {
        title,
        bar: bar((&back, "Văn bản"), title, &html! {}),
        asks: "/api/tron",
        along: format!("tep={}", encode(tep)),
        label: "Danh sách (Excel .xlsx, LibreOffice .ods, hoặc .csv)",
        accept: ".xlsx,.ods,.csv",
        why: "Ở văn bản, chỗ cần điền thì ghi tên cột giữa hai cặp ngoặc nhọn, ví dụ {{Họ và tên}}. Mỗi dòng của danh sách thành một bản. Xem trước rồi mới ghi.",
        many: false,
        more: html! {},
    }
    .page()
}

/// What the form says; the first time nothing.
pub fn form_of(request: &Request) -> Form {
    let text = |name: &str| request.asked(name).unwrap_or_default().trim().to_owned();
    let on = |name: &str| request.asked(name).is_some();
    let first = !on("hoi");
    Form {
        tep: text("tep"),
        pdf: first || on("pdf"),
        docx: first || on("docx"),
        mot_pdf: on("mot-pdf"),
        hai_mat: on("hai-mat"),
        so: text("so"),
        so_chung: text("so-chung"),
        ngay: text("ngay"),
        ten_theo: text("ten-theo"),
        trang: text("trang"),
        dong_an: text("dong-an"),
        cho_trong: on("cho-trong"),
        chap_nhan: on("chap-nhan"),
    }
}

fn request_of(opened: &Opened, form: &Form, upload: &Upload) -> Result<MergeRequest, Diagnostic> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let formats: Vec<Format> = [(form.pdf, Format::Pdf), (form.docx, Format::Docx)]
        .into_iter()
        .filter_map(|(on, format)| on.then_some(format))
        .collect();
    let so = match form.so.as_str() {
        "moi-ban" => SoCua::MoiBan,
        "chung" if form.so_chung.trim().is_empty() => SoCua::ChungKeTiep,
        "chung" => SoCua::Chung(form.so_chung.clone()),
        _ => SoCua::Khong,
    };
    if formats.is_empty() && so != SoCua::MoiBan {
        return Err(Diagnostic::error("wrong-use", "chưa chọn làm tệp PDF hay tệp Word")
            .hint("đánh dấu ít nhất một ô"));
    }
    Ok(MergeRequest {
        tep: soan_thao::tep(&opened.folder, &form.tep)?,
        danh_sach: upload.path(),
        trang: some(&form.trang),
        formats,
        date: some(&form.ngay).filter(|_| so != SoCua::Khong),
        so,
        ten_theo: some(&form.ten_theo),
        mot_pdf: form.mot_pdf,
        hai_mat: form.mot_pdf && form.hai_mat,
        cho_trong: form.cho_trong,
        dong_an: match form.dong_an.as_str() {
            "bo" => Some(DongAn::Bo),
            "lay" => Some(DongAn::Lay),
            _ => None,
        },
        chap_nhan_canh_bao: form.chap_nhan,
        shared: opened.shared.clone(),
        ..MergeRequest::default()
    })
}

/// All rows, and the first as it will be. Nothing is written.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    let form = form_of(request);
    with_file(request, LIST, |upload| seen(opened, &form, upload, None))
}

/// What there is to see; `refused` stands above it.
fn seen(opened: &Opened, form: &Form, upload: &Upload, refused: Option<&[Diagnostic]>) -> Answer {
    let wanted = match request_of(opened, form, upload) {
        Ok(wanted) => wanted,
        Err(found) => return piece_of_faults("Chưa làm được", &[found]),
    };
    let (seen, pages, found) = opened.before_merge(&wanted);
    let found = plain(opened, upload.all_told(found));
    let mut seen = seen;
    if let Some(seen) = &mut seen {
        let plain = |line: &String| {
            without_folder(line, &opened.folder).replace("ghi vào ", "ghi vào thư mục ")
        };
        seen.se_lam = seen.se_lam.iter().map(plain).collect();
    }
    let (left, row) = whole(&upload.ten, form, seen.as_ref(), &found, &opened.new_key());
    let body = html! {
        @if let Some(found) = refused { (refusal("Chưa trộn được", found)) }
        @if let Some(row) = row {
            div class="ben-trang" { div { (left) } div id="dong-xem" { (row_piece(row, &pages)) } }
        } @else { (left) }
    };
    let answer = piece(&body);
    if refused.is_some() { Answer { status: 422, ..answer } } else { answer }
}

fn plain(opened: &Opened, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let plain = |text: &str| without_folder(text, &opened.folder);
    let told = found.into_iter().map(|mut one| {
        one.message = plain(&one.message);
        one.hint = one.hint.as_deref().map(plain);
        one
    });
    told.collect()
}

/// One row as it will be.
pub fn row(opened: &Opened, request: &Request) -> Answer {
    let form = form_of(request);
    let thu = request.asked("thu").and_then(|thu| thu.parse().ok()).unwrap_or(0);
    with_file(request, LIST, |upload| {
        let wanted = match request_of(opened, &form, upload) {
            Ok(wanted) => wanted,
            Err(found) => return piece_of_faults("Chưa làm được", &[found]),
        };
        match opened.merged_row(&wanted, thu) {
            (Some(row), pages, _) => piece(&row_piece(&row, &pages)),
            (None, _, found) => {
                piece_of_faults("Chưa xem được dòng này", &plain(opened, upload.all_told(found)))
            }
        }
    })
}

/// How far merging has come.
pub fn so_far(opened: &Opened) -> Answer {
    let (xong, tong) = opened.merged_so_far();
    Answer::json(&std::collections::BTreeMap::from([("xong", xong), ("tong", tong)]))
}

/// Stops the merge that is under way; its own answer says what was left.
pub fn stop(opened: &Opened) -> Answer {
    opened.stop_merging();
    so_far(opened)
}

/// Makes all papers.
pub fn run(opened: &Opened, request: &Request) -> Answer {
    let key = request.asked("khoa").unwrap_or_default();
    let form = form_of(request);
    opened.once(key, || with_file(request, LIST, |upload| made(opened, &form, upload)))
}

fn made(opened: &Opened, form: &Form, upload: &Upload) -> Answer {
    let wanted = match request_of(opened, form, upload) {
        Ok(wanted) => wanted,
        Err(found) => return piece_of_faults("Chưa làm được", &[found]),
    };
    let outcome = upload.told(opened.merge(&wanted));
    if outcome.co_loi() {
        // What was issued before a fault stays issued, and is told.
        return seen(opened, form, upload, Some(&plain(opened, outcome.diagnostics)));
    }
    piece(&done(opened, form, &outcome))
}

/// Files that are listed with a link each.
const LISTED: usize = 40;

fn done(opened: &Opened, form: &Form, outcome: &Outcome) -> Markup {
    let issued = form.so == "moi-ban";
    let name = |path: &PathBuf| path.file_name().map(|n| n.to_string_lossy().into_owned());
    let all: Vec<String> = outcome.made.iter().filter_map(name).collect();
    let (whole, others): (Vec<&String>, Vec<&String>) =
        all.iter().partition(|ten| form.mot_pdf && ten.ends_with("-tat-ca.pdf"));
    let link = |ten: &str| format!("/tron/tep?tep={}&ten={}", encode(&form.tep), encode(ten));
    html! {
        section class="phan" aria-label="Đã trộn" {
            h2 tabindex="-1" { @if issued { "Đã phát hành" } @else { "Đã trộn xong" } }
            @for note in outcome.notes.iter().filter(|note| !note.starts_with("cột không dùng")) { p { (sentence(&without_folder(note, &opened.folder))) } }
            (super::view::findings(&plain(opened, outcome.diagnostics.clone())))
            div class="viec" {
                @for ten in &whole { a class="nut chinh" href=(link(ten)) target="_blank" { "Mở tệp PDF chung để in" } }
                @if issued { a class="nut chinh" href="/so" { "Xem trong sổ đăng ký" } } @else {
                    form method="post" action="/mo-thu-muc" data-thuong { input type="hidden" name="tron" value=(form.tep); button { "Mở thư mục kết quả" } }
                }
                a class="nut" href={ "/giay?tep=" (encode(&form.tep)) } { "Về văn bản" }
            }
            @if !issued {
                h3 { (others.len()) " tệp" }
                ul { @for ten in others.iter().take(LISTED) { li { a href=(link(ten)) target="_blank" { (ten) } } } }
                @if others.len() > LISTED { p { "… và " (others.len().saturating_sub(LISTED)) " tệp nữa trong thư mục." } }
            }
        }
    }
}

/// The folder of the results of a paper.
pub fn results(opened: &Opened, tep: &str) -> Result<PathBuf, Diagnostic> {
    soan_thao::tep(&opened.folder, tep).map(|path| thu_muc_ra(&path))
}

/// A file of the results.
pub fn file_of(opened: &Opened, request: &Request) -> Answer {
    let (tep, ten) =
        (request.asked("tep").unwrap_or_default(), request.asked("ten").unwrap_or_default());
    let folder = match results(opened, tep) {
        Ok(folder) => folder,
        Err(found) => return fault(&found),
    };
    let known = [".pdf", ".docx"].iter().any(|ending| ten.ends_with(ending))
        && source::cac_ten(&folder).iter().any(|own| own == ten);
    let read = known.then(|| source::read_cua_minh(&folder.join(ten), LARGEST_MIB).ok().flatten());
    match read.flatten() {
        Some(bytes) => file(ten, bytes),
        None => fault(&Diagnostic::error(
            "not-found",
            format!("không có tệp “{ten}” trong kết quả trộn"),
        )),
    }
}

/// The largest file that is shown, in MiB.
const LARGEST_MIB: u64 = 300;
