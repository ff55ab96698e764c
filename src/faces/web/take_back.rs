//! What somebody has edited in Word comes back into the paper: every edit with what becomes of it, beside the pages; then
//! one press writes what is chosen.

use std::path::Path;

use maud::{Markup, html};

use super::http::{Answer, Request, encode};
use super::import::beside;
use super::opened::Opened;
use super::take_back_list::list;
use super::upload::{Screen, Upload, WORD, with_file};
use super::view::{bar, fault, findings, piece, piece_of_faults};
use crate::diagnostic::Diagnostic;
use crate::jobs::giu_ban_sua::{cac_ban_giu, ten_goc_cua};
use crate::jobs::soan_thao::tho::Seen;
use crate::jobs::soan_thao::{self, lay_lai};
use crate::jobs::take_back::{Chon, TakeBackRequest, XemLai};
use crate::reading::source;
use crate::records::chuyen_phat::sha256;

pub fn ask(opened: &Opened, request: &Request) -> Answer {
    let tep = request.asked("tep").unwrap_or_default();
    if let Err(found) = soan_thao::tep(&opened.folder, tep) {
        return fault(&found);
    }
    let title = "Lấy lại sửa đổi từ Word";
    let back = format!("/giay?tep={}", encode(tep));
    Screen {
        title,
        bar: bar((&back, "Văn bản"), title, &html! {}),
        asks: "/api/lay-lai",
        along: format!("tep={}", encode(tep)),
        label: "Tệp Word của văn bản này, đã có người sửa",
        accept: ".docx",
        why: "Tệp phải là tệp Word tải từ văn bản này rồi sửa. Chương trình kể từng chỗ sửa và cho xem trang in sau khi lấy về, rồi mới hỏi.",
        many: false,
        more: kept(opened, tep),
    }
    .page()
}

/// Edited files that the folder keeps.
fn kept(opened: &Opened, tep: &str) -> Markup {
    let all = cac_ban_giu(&opened.folder, tep);
    html! {
        @if !all.is_empty() {
            p { "Hoặc chọn một tệp đã sửa có sẵn trong thư mục:" }
            p class="viec" { @for ten in &all { button type="button" data-giu=(ten) { (ten) } } }
        }
    }
}

/// What the form says.
struct Asked {
    tep: String,
    van_ban: Option<String>,
    nhan: Vec<usize>,
    bo: Vec<usize>,
    /// The edits that are taken; none if nobody has been asked yet.
    lay: Option<Vec<usize>>,
    /// Edits whose standing phrase the paper shall word otherwise.
    cau: Vec<usize>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let text = |name: &str| request.asked(name).unwrap_or_default();
        let all = |name: &str| -> Vec<usize> {
            text(name).split(',').filter_map(|so| so.parse().ok()).collect()
        };
        let of = |wanted: &str| -> Vec<usize> {
            let own = request.query.iter().filter(|(_, value)| *value == wanted);
            own.filter_map(|(name, _)| name.strip_prefix("dau-")?.parse().ok()).collect()
        };
        let (nhan, bo) = (of("nhan"), of("bo"));
        // The numbers of edits are those that the tracked changes then chosen made.
        let same = text("theo") == chosen(&nhan, &bo);
        Self {
            tep: text("tep").to_owned(),
            van_ban: Some(text("van-ban").to_owned()).filter(|ten| !ten.is_empty()),
            lay: (same && request.asked("hoi").is_some()).then(|| all("lay")),
            cau: if same { all("cau") } else { Vec::new() },
            nhan,
            bo,
        }
    }

    fn request(&self, opened: &Opened, upload: &Upload) -> Result<TakeBackRequest, Diagnostic> {
        let (nhan, bo) = (self.nhan.clone(), self.bo.clone());
        Ok(TakeBackRequest {
            tep: upload.path(),
            ho_so: Some(soan_thao::tep(&opened.folder, &self.tep)?),
            only: self.van_ban.clone(),
            dry_run: true,
            chon: match nhan.is_empty() && bo.is_empty() {
                true => Chon::ChuaChon,
                false => Chon::TungCho { nhan, bo },
            },
            chi: self.lay.clone(),
            shared: opened.shared.clone(),
        })
    }
}

/// The tracked changes as they are chosen, in a word.
fn chosen(nhan: &[usize], bo: &[usize]) -> String {
    let of = |all: &[usize]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    format!("{}-{}", of(nhan), of(bo))
}

/// The file that was handed in, or one that the folder keeps.
fn with_edited(opened: &Opened, request: &Request, does: impl FnOnce(&Upload) -> Answer) -> Answer {
    let Some(ten) = request.asked("giu") else { return with_file(request, WORD, does) };
    let known = cac_ban_giu(&opened.folder, request.asked("tep").unwrap_or_default());
    let read = match known.iter().any(|own| own == ten) {
        true => source::read_word(&opened.folder.join(ten)),
        false => {
            Err(Diagnostic::error("not-found", format!("không còn tệp “{ten}” trong thư mục"))
                .hint("tải lại trang này"))
        }
    };
    match read.and_then(|bytes| Upload::with_bytes(ten, &bytes, WORD)) {
        Ok(upload) => does(&upload),
        Err(found) => piece_of_faults("Không dùng được tệp này", &[found]),
    }
}

/// Every edit, and the pages as they would be. Nothing is written.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    let asked = Asked::of(request);
    with_edited(opened, request, |upload| seen(opened, &asked, upload, None))
}

/// What there is to see; `told` stands above it.
fn seen(opened: &Opened, asked: &Asked, upload: &Upload, told: Option<Markup>) -> Answer {
    let wanted = match asked.request(opened, upload) {
        Ok(wanted) => wanted,
        Err(found) => return piece_of_faults("Chưa làm được", &[found]),
    };
    let papers = opened.papers_of(&asked.tep).unwrap_or_default();
    if papers.len() > 1 && asked.van_ban.is_none() {
        return piece(&which(upload, &papers));
    }
    let (seen, pages, found) = look_through(opened, &wanted, upload);
    let Some(seen) = seen else {
        return piece_of_faults("Chưa lấy lại được từ tệp này", &found);
    };
    let keys = Keys {
        van_ban: asked.van_ban.as_deref(),
        key: &opened.new_key(),
        mark: &mark(&seen),
        chosen: &chosen(&asked.nhan, &asked.bo),
    };
    let body = html! {
        @if let Some(told) = told { (told) }
        (beside(&html! { (list(&upload.ten, &seen, &keys, &asked.cau)) (findings(&found)) }, &pages))
    };
    piece(&body)
}

/// The edits, told without the folders where things lie.
fn look_through(opened: &Opened, wanted: &TakeBackRequest, upload: &Upload) -> Seen<XemLai> {
    let (mut seen, pages, found) = opened.before_take_back(wanted);
    let plain = |found| without_folders(opened, upload.all_told(found));
    if let Some(seen) = &mut seen {
        seen.loi = plain(std::mem::take(&mut seen.loi));
    }
    (seen, pages, plain(found))
}

/// What goes along with the form of edits.
pub struct Keys<'a> {
    pub van_ban: Option<&'a str>,
    pub key: &'a str,
    /// What was shown.
    pub mark: &'a str,
    pub chosen: &'a str,
}

/// A word for all that was shown: what is written is that or nothing.
fn mark(seen: &XemLai) -> String {
    sha256(&serde_json::to_vec(seen).unwrap_or_default())
}

fn without_folders(opened: &Opened, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let plain = |text: &str| super::upload::without_folder(text, &opened.folder);
    let told = found.into_iter().map(|mut one| {
        one.message = plain(&one.message);
        one.hint = one.hint.as_deref().map(plain);
        one
    });
    told.collect()
}

/// Of which paper of a file that makes several the Word file is.
fn which(upload: &Upload, papers: &[(String, String)]) -> Markup {
    let own = ten_goc_cua(Path::new(&upload.ten));
    html! {
        section class="phan" aria-label="Chọn văn bản" {
            h2 tabindex="-1" { "Tệp Word này là văn bản nào?" }
            form data-gui="/api/lay-lai" {
                div class="o" {
                    label for="van-ban" { "Văn bản" }
                    select id="van-ban" name="van-ban" {
                        @for (ten, tieu_de) in papers { option value=(ten) selected[*ten == own] { (tieu_de) } }
                    }
                }
                p class="viec" { button class="nut chinh" { "Xem các chỗ sửa" } }
            }
        }
    }
}

/// Writes what is chosen, if it still is what was shown.
pub fn write(opened: &Opened, request: &Request) -> Answer {
    let key = request.asked("khoa").unwrap_or_default();
    let asked = Asked::of(request);
    opened
        .once(key, || with_edited(opened, request, |upload| done(opened, request, &asked, upload)))
}

fn done(opened: &Opened, request: &Request, asked: &Asked, upload: &Upload) -> Answer {
    let wanted = match asked.request(opened, upload) {
        Ok(wanted) => wanted,
        Err(found) => return piece_of_faults("Chưa làm được", &[found]),
    };
    let (now, _, found) = look_through(opened, &wanted, upload);
    let Some(now) = now else {
        return piece_of_faults("Chưa lấy lại được từ tệp này", &found);
    };
    if request.asked("hien") != Some(&mark(&now)) {
        let told = html! { p class="bao" role="alert" { "Vừa có chỗ đổi sau khi trang này hiện. Xem lại rồi bấm lần nữa." } };
        return Answer { status: 422, ..seen(opened, asked, upload, Some(told)) };
    }
    let chosen = now.cho.iter().filter(|cho| asked.cau.contains(&cho.so));
    let cau: Vec<(String, String)> = chosen.filter_map(|cho| cho.cau_khac.clone()).collect();
    match lay_lai::ghi(&opened.folder, &now.tep, (&asked.tep, &cau)) {
        Ok(steps) => piece(&written(&asked.tep, &steps)),
        Err(found) => piece_of_faults("Chưa lấy về được", &[found]),
    }
}

fn written(tep: &str, steps: &[String]) -> Markup {
    let office = steps.iter().filter(|ten| *ten == "co-quan.yaml").count();
    let own = steps.len().saturating_sub(office);
    html! {
        section class="phan" aria-label="Đã lấy về" {
            h2 tabindex="-1" { "Đã lấy về" }
            p { "Các chỗ đã chọn nay có trong văn bản; soạn lại thì ra đúng như tệp Word." }
            @if own > 0 { p { "Muốn bỏ: ở trang soạn bấm “Hoàn tác” " (own) " lần thì văn bản trở lại như trước." } }
            @if office > 0 { p { "Trang Cơ quan và người ký cũng đổi; hoàn tác ở trang ấy." } }
            p class="viec" { a class="nut chinh" href={ "/giay?tep=" (encode(tep)) } { "Mở văn bản" } }
        }
    }
}
