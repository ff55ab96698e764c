//! Taking a number: first what will happen, then that it has happened.

use maud::{Markup, html};

use super::api::run;
use super::given::{Given, so_ban, some};
use super::http::{Answer, Request, encode};
use super::number::address;
use super::opened::Opened;
use super::view::{bar, fault, field, findings, once_key, page, refusal, refused_or_not};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::issue::{IssueRequest, SapPhatHanh};
use crate::jobs::soan_thao::ghi_so::ghi_so;
use crate::jobs::soan_thao::mot_so::{MotSo, goi_cua_thu_muc, mot_so};
use crate::jobs::soan_thao::xem::gia_tri;
use crate::jobs::{self, Outcome, soan_thao};
use crate::reading::yaml::va::{Buoc, Cay};

/// What the clerk has said about it.
#[derive(Default)]
struct Asked {
    tep: String,
    van_ban: String,
    ngay: String,
    so: String,
    /// The number that was shown as the next one: what she agreed to is taken, or none.
    so_hien: String,
    /// For what it was shown.
    hien: String,
    so_ban: String,
    thay_the: String,
    dinh_chinh: String,
    o_ky: bool,
    chap_nhan: bool,
}

impl Asked {
    fn of(given: &mut Given) -> Self {
        Self {
            tep: given.take("tep"),
            van_ban: given.take("van_ban"),
            ngay: given.take("ngay"),
            so: given.take("so"),
            so_hien: given.take("so_hien"),
            hien: given.take("hien"),
            so_ban: given.take("so_ban"),
            thay_the: given.take("thay_the"),
            dinh_chinh: given.take("dinh_chinh"),
            o_ky: given.some("o_ky").is_some(),
            chap_nhan: given.some("chap_nhan").is_some(),
        }
    }

    /// What decides which number comes next.
    fn cho(&self) -> String {
        [&*self.van_ban, &self.ngay, &self.so].join("|")
    }

    fn request(&self, opened: &Opened, so: &str) -> Result<IssueRequest, Diagnostic> {
        let numbers = |text: &str| -> Vec<String> {
            let all = text.split([',', ';']).map(str::trim).filter(|so| !so.is_empty());
            all.map(str::to_owned).collect()
        };
        Ok(IssueRequest {
            tep: soan_thao::tep(&opened.folder, &self.tep)?,
            date: some(&self.ngay),
            number: some(so),
            only: some(&self.van_ban),
            thay_the: numbers(&self.thay_the),
            dinh_chinh: numbers(&self.dinh_chinh),
            so_ban: so_ban(&self.so_ban)?,
            signature_fields: self.o_ky,
            chap_nhan_canh_bao: self.chap_nhan,
            shared: opened.shared.clone(),
            ..IssueRequest::default()
        })
    }
}

/// The first step: nothing is done yet.
pub fn ask(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::asked(request);
    let first = !given.has("ngay");
    let mut asked = Asked::of(&mut given);
    let read = match gia_tri(&opened.folder, &asked.tep) {
        Ok(read) => read,
        Err(found) => return fault(&found),
    };
    let text = |khoa: &str| match read.cay.tai(&[Buoc::Khoa(khoa.to_owned())]) {
        Cay::Chu(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    if first {
        asked.ngay = text("ngay_ban_hanh");
        asked.so = text("so");
    }
    question(opened, &asked, None)
}

/// The second step. A click that comes twice bears the same key and gets the same answer.
pub fn issue(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, asked) = (given.take("khoa"), Asked::of(&mut given));
    // She has written another day, number or paper than the one of which she was told what will happen.
    if asked.hien != asked.cho() {
        return question(opened, &asked, None);
    }
    opened.once(&key, || match do_issue(opened, &asked) {
        Err(found) => fault(&found),
        Ok(outcome) if outcome.co_loi() => question(opened, &asked, Some(&outcome)),
        Ok(outcome) => done(opened, &asked, &outcome),
    })
}

fn do_issue(opened: &Opened, asked: &Asked) -> Result<Outcome, Diagnostic> {
    let so = if asked.so.is_empty() { &asked.so_hien } else { &asked.so };
    Ok(run(opened, &jobs::Request::Issue(asked.request(opened, so)?)))
}

fn question(opened: &Opened, asked: &Asked, refused: Option<&Outcome>) -> Answer {
    let back = format!("/giay?tep={}", encode(&asked.tep));
    let all = opened.papers_of(&asked.tep).unwrap_or_default();
    let chosen = all.len() < 2 || all.iter().any(|(ten, _)| *ten == asked.van_ban);
    let (sap, found) = match chosen.then(|| asked.request(opened, &asked.so)) {
        Some(Ok(request)) => opened.before_issue(&request),
        Some(Err(found)) => (None, vec![found]),
        None => (None, Vec::new()),
    };
    let body = html! {
        (bar((&back, "Văn bản"), "Lấy số và phát hành", &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa phát hành được", &outcome.diagnostics)) }
            @if let Some(sap) = &sap { (what_comes(sap)) } @else { (not_yet(chosen, &found)) }
            section class="phan" aria-label="Phát hành" {
                form method="post" action="/phat-hanh" {
                    input type="hidden" name="tep" value=(asked.tep);
                    (once_key(opened))
                    @if let Some(sap) = &sap {
                        input type="hidden" name="so_hien" value=(sap.so);
                        input type="hidden" name="hien" value=(asked.cho());
                    }
                    (fields(asked, &all))
                    @if refused.is_none() && sap.is_some() && !found.is_empty() {
                        h2 { "Nên xem lại trước" }
                        (findings(&found))
                    }
                    @if refused.is_some() || (sap.is_some() && !found.is_empty()) {
                        label class="danh" { input type="checkbox" name="chap_nhan" value="1" checked[asked.chap_nhan]; " Tôi đã xem các cảnh báo, vẫn phát hành" }
                    }
                    p class="viec" {
                        button class="nut chinh" { "Phát hành" @if let Some(sap) = &sap { " " (sap.so_hieu) } }
                        button formmethod="get" { "Xem lại theo ngày, số đã ghi" }
                        a class="nut" href=(back) { "Thôi" }
                    }
                }
            }
        }
    };
    refused_or_not(page("Phát hành", Some("viec.js"), &body), refused)
}

/// What the second step will do, to the last word.
fn what_comes(sap: &SapPhatHanh) -> Markup {
    html! {
        section class="phan sap" aria-label="Điều sẽ xảy ra" {
            h2 { "Khi bấm “Phát hành " (sap.so_hieu) "”" }
            dl class="cap" {
                dt { "Văn bản" } dd { (sap.ten) }
                dt { "Số, ký hiệu" } dd { strong { (sap.so_hieu) } }
                dt { "Ngày ban hành" } dd { (sap.ngay) }
                dt { "Người ký" } dd { (sap.nguoi_ky.join("; ")) }
                dt { "Nơi nhận" } dd { (sap.noi_nhan) }
                dt { "Lưu vào thư mục" } dd { code { (sap.thu_muc.display()) } }
            }
            ul {
                li { "Bản PDF và Word có số, ngày được lưu vào thư mục ấy; không sửa được nữa." }
                li { "Sổ đăng ký văn bản đi có thêm một dòng. Muốn bỏ thì phải huỷ số, có lý do." }
                @if sap.so_moi { li { "Sổ mới được lập, bắt đầu từ số này. Cơ quan đã có sổ ở nơi khác thì khoan phát hành." } }
                @if !sap.dang_giu.is_empty() { li { "Đang giữ cho việc khác: " (sap.dang_giu.join("; ")) ". Dùng số giữ thì ghi vào ô Số." } }
            }
        }
    }
}

/// Why it can't be said what will happen.
fn not_yet(chosen: bool, found: &[Diagnostic]) -> Markup {
    html! {
        section class="phan sap" aria-label="Điều sẽ xảy ra" {
            h2 { "Khi bấm “Phát hành”" }
            @if !chosen { p { "Tệp này có nhiều văn bản: chọn một văn bản dưới đây rồi bấm “Xem lại theo ngày, số đã ghi”." } }
            @else { p { "Chưa phát hành được: xem điều báo dưới đây." } (findings(found)) }
        }
    }
}

fn fields(asked: &Asked, all: &[(String, String)]) -> Markup {
    html! {
        @if all.len() > 1 {
            div class="o" {
                label for="van_ban" { "Văn bản" }
                select id="van_ban" name="van_ban" {
                    option value="" { "— chọn —" }
                    @for (ten, tieu_de) in all { option value=(ten) selected[*ten == asked.van_ban] { (tieu_de) } }
                }
            }
        }
        (field("ngay", "Ngày ban hành", &asked.ngay, "Đủ ngày, tháng, năm: 15/3/2026"))
        (field("so", "Số", &asked.so, "Để trống thì lấy số kế tiếp; đang giữ số nào thì ghi số ấy"))
        details open[!asked.thay_the.is_empty() || !asked.dinh_chinh.is_empty()] { summary { "Mục ít dùng" }
            (field("so_ban", "Số bản phát hành", &asked.so_ban, "Cột “Số lượng bản” của sổ; biết sau thì để trống"))
            (field("thay_the", "Thay thế văn bản số", &asked.thay_the, "Ví dụ: 12/QĐ-UBND; nhiều số thì cách nhau bằng dấu phẩy"))
            (field("dinh_chinh", "Đính chính văn bản số", &asked.dinh_chinh, "Văn bản ấy vẫn có hiệu lực; sổ ghi ở cả hai số"))
        }
        label class="danh" { input type="checkbox" name="o_ky" value="1" checked[asked.o_ky]; " Đặt sẵn ô chữ ký số trong bản PDF" }
    }
}

/// What has happened, then what a clerk does next, in the order in which she does it, then what there is to know.
fn done(opened: &Opened, asked: &Asked, outcome: &Outcome) -> Answer {
    let folder = outcome.made.first().and_then(|file| file.parent());
    let goi = folder.and_then(goi_cua_thu_muc);
    let so = goi.and_then(|goi| mot_so(&opened.folder, &goi).ok());
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Đã phát hành", &html! { a class="nut" href="/so" { "Sổ đăng ký" } }))
        main class="khung hep" {
            section class="phan" role="status" {
                @if let Some(so) = &so {
                    @let [_, ngay, ..] = &so.cot;
                    h2 { "Đã phát hành " (so.so_hieu) " ngày " (ngay) }
                    (next_steps(asked, so))
                } @else { h2 { "Đã phát hành" } }
            }
            (findings(&outcome.diagnostics))
            section class="phan" aria-label="Cần biết" {
                @if let Some(folder) = folder { p { "Các tệp nằm trong thư mục: " code { (folder.display()) } } }
                @for note in notes(outcome, so.is_some()) { p { (note) } }
            }
        }
    };
    page("Đã phát hành", None, &body)
}

/// What the job has told beside; that it is issued is told above.
fn notes(outcome: &Outcome, told: bool) -> Vec<String> {
    let notes = outcome.notes.iter().filter(|note| !told || !note.starts_with("đã phát hành "));
    notes.map(|note| sentence(note.split("; để văn bản sau").next().unwrap_or(note))).collect()
}

fn next_steps(asked: &Asked, so: &MotSo) -> Markup {
    let all = so.ban.as_ref().map(|ban| ban.tep.as_slice()).unwrap_or_default();
    let file = |ending: &str| all.iter().find(|ten| ten.ends_with(ending)).map(|ten| kept(so, ten));
    html! {
        ol class="tiep" {
            li {
                @if let Some(pdf) = file(".pdf") { a class="nut chinh" href=(pdf) target="_blank" { "Mở bản PDF để in, ký" } }
                @if let Some(word) = file(".docx") { " " a class="nut" href=(word) { "Tải tệp Word" } }
            }
            li { a class="nut" href=(address("/ban-ky", &so.goi)) { "Nhận bản đã ký…" } " khi bản PDF đã ký số xong" }
            li { a class="nut" href=(address("/gui", &so.goi)) { "Gửi đi…" } " chia bản cho từng nơi nhận" }
            @if asked.van_ban.is_empty() { li { form method="post" action="/ghi-so" {
                input type="hidden" name="tep" value=(asked.tep);
                (super::number::hidden(&so.goi))
                button { "Ghi số, ngày vào văn bản đang soạn" }
                p class="giai" { "Văn bản đang soạn vẫn để trống số; ghi vào thì văn bản sau viện dẫn đúng. Ghi rồi vẫn hoàn tác được." }
            } } }
        }
        p { a href=(super::number::link(&so.goi)) { "Mọi việc khác với số này" } }
    }
}

/// Where a file of the issued paper is.
fn kept(so: &MotSo, ten: &str) -> String {
    format!("{}&ten={}", address("/so/tep", &so.goi), encode(ten))
}

/// Number and day of the issue into the paper that is still in the cabinet.
pub fn write_number(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (tep, goi) = (given.take("tep"), super::number::of(&mut given));
    match ghi_so(&opened.folder, &tep, &goi) {
        Ok(()) => Answer::go_to(format!("/giay?tep={}", encode(&tep))),
        Err(found) => fault(&found),
    }
}
