//! A file that the browser hands in: its bytes are the request's body, its name stands in the address. It lies in a
//! folder of its own only while a job reads it.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use maud::{Markup, html};

use super::http::{Answer, Request};
use super::view::{page, piece_of_faults};
use super::words::sentence;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::jobs::Outcome;
use crate::machine::output::HandedIn;

pub const WORD: &[&str] = &["docx"];

pub struct Upload {
    file: HandedIn,
    /// As whoever handed it in knows it.
    pub ten: String,
}

impl Upload {
    /// Takes the file of a request, if its name ends as one of these.
    pub fn of(request: &Request, endings: &[&str]) -> Result<Self, Diagnostic> {
        Self::with_bytes(request.asked("ten").unwrap_or_default(), &request.body, endings)
    }

    pub fn with_bytes(ten: &str, bytes: &[u8], endings: &[&str]) -> Result<Self, Diagnostic> {
        let ten = plain_name(ten);
        let ending = ending(&ten);
        if !endings.contains(&ending.as_str()) {
            return Err(wrong_kind(&ten, &ending, endings));
        }
        if bytes.is_empty() {
            let message = format!("tệp “{ten}” trống, không có gì ở trong");
            return Err(Diagnostic::error("wrong-use", message).hint("chọn lại đúng tệp"));
        }
        Ok(Self { file: HandedIn::new(&ten, bytes)?, ten })
    }

    pub fn path(&self) -> PathBuf {
        self.file.path().to_owned()
    }

    /// The name of a copy that goes with it, and where a job may put that.
    pub fn copy(&self, what: &str) -> (String, PathBuf) {
        let (stem, ending) = self.ten.rsplit_once('.').unwrap_or((&self.ten, ""));
        let ten = format!("{stem} ({what}).{ending}");
        let path = self.file.beside(&ten);
        (ten, path)
    }

    /// What a job has told, without the folder where the file lay.
    pub fn told(&self, mut outcome: Outcome) -> Outcome {
        let lines = outcome.lines.iter_mut().chain(&mut outcome.notes);
        lines.for_each(|line| *line = self.plain(line));
        outcome.diagnostics = self.all_told(outcome.diagnostics);
        outcome
    }

    pub fn all_told(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let plain = |mut one: Diagnostic| {
            one.message = self.plain(&one.message);
            one.hint = one.hint.map(|hint| self.plain(&hint));
            one
        };
        found.into_iter().map(plain).collect()
    }

    fn plain(&self, text: &str) -> String {
        let (path, quoted) = (self.file.path().display().to_string(), format!("“{}”", self.ten));
        let text = text.replace(&format!("“{path}”"), &quoted).replace(&path, &quoted);
        without_folder(&text, self.file.path().parent().unwrap_or(Path::new("")))
    }
}

/// A text in which files of a folder have their bare names.
pub fn without_folder(text: &str, folder: &Path) -> String {
    text.replace(&format!("{}{MAIN_SEPARATOR}", folder.display()), "")
}

/// Letters of a name that are kept: every file system takes as many.
const LETTERS: usize = 70;

/// A name that names nothing but a file: browsers of some systems send a path.
fn plain_name(said: &str) -> String {
    let last = said.rsplit(['/', '\\']).next().unwrap_or_default();
    let bad = |c: char| c.is_control() || ":*?\"<>|".contains(c);
    let clean: String = last.chars().map(|c| if bad(c) { '-' } else { c }).collect();
    let clean = clean.trim().trim_start_matches('.');
    match clean.rsplit_once('.') {
        Some((stem, ending)) => {
            let stem: String = stem.chars().take(LETTERS).collect();
            let ending: String = ending.chars().take(8).collect();
            format!("{}.{ending}", if stem.trim().is_empty() { "tep" } else { stem.trim() })
        }
        None => clean.chars().take(LETTERS).collect(),
    }
}

fn ending(ten: &str) -> String {
    ten.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

fn wrong_kind(ten: &str, ending: &str, endings: &[&str]) -> Diagnostic {
    let wanted: Vec<String> = endings.iter().map(|own| format!(".{own}")).collect();
    let message = format!("“{ten}” không phải là tệp {}", wanted.join(", "));
    let hint = match ending {
        "doc" | "rtf" | "odt" if endings == WORD => {
            "mở bằng Word, chọn Save As, lưu thành Word Document (.docx) rồi chọn tệp vừa lưu"
        }
        "xls" => {
            "mở bằng Excel, chọn Save As, lưu thành Excel Workbook (.xlsx) rồi chọn tệp vừa lưu"
        }
        _ => "chọn lại đúng tệp",
    };
    Diagnostic::error("wrong-use", message).hint(hint)
}

/// Does something with the file of a request; or a piece of a page that says why not.
pub fn with_file(
    request: &Request,
    endings: &[&str],
    does: impl FnOnce(&Upload) -> Answer,
) -> Answer {
    match Upload::of(request, endings) {
        Ok(upload) => does(&upload),
        Err(found) => piece_of_faults("Không dùng được tệp này", &[found]),
    }
}

/// What is chosen in place of a file.
const NO_FILE: &str = "khong-co-tep";

/// The choice of a paper that has no file.
pub fn no_file() -> Markup {
    html! { p { button type="button" data-giu=(NO_FILE) { "Văn bản giấy, không có tệp" } } }
}

/// The same where a paper may have none.
pub fn with_file_or_none(
    request: &Request,
    endings: &[&str],
    does: impl FnOnce(Option<&Upload>) -> Answer,
) -> Answer {
    match request.asked("giu") == Some(NO_FILE) {
        true => does(None),
        false => with_file(request, endings, |upload| does(Some(upload))),
    }
}

/// A screen where a file is handed in.
pub struct Screen<'a> {
    pub title: &'a str,
    pub bar: Markup,
    /// Who is asked what the file is, and what goes along.
    pub asks: &'a str,
    pub along: String,
    pub label: &'a str,
    pub accept: &'a str,
    pub why: &'a str,
    /// Several may be chosen at once, and are gone through one by one.
    pub many: bool,
    /// What stands below the choice of a file.
    pub more: Markup,
}

impl Screen<'_> {
    pub fn page(self) -> Answer {
        let body = html! {
            (self.bar)
            main class="khung nhan-tep" id="nhan-tep" data-gui=(self.asks) data-hoi=(self.along) {
                section class="phan tha" id="tha" aria-label="Chọn tệp" {
                    label for="tep" { (self.label) }
                    input id="tep" type="file" accept=(self.accept) multiple[self.many] aria-describedby="tep-g";
                    p class="giai" id="tep-g" { "Hoặc kéo tệp thả vào đây. " (self.why) }
                    (self.more)
                }
                div id="dang" { p id="bao" role="status" {} progress id="tien" hidden aria-label="Đã làm được" {} button id="dung" type="button" hidden { "Dừng" } }
                div id="ket-qua" {}
            }
            noscript { p class="bao" { "Trang này cần JavaScript; hãy bật JavaScript trong trình duyệt." } }
        };
        page(self.title, Some("tep.js"), &body)
    }
}

/// A finding with its place and its clause.
pub fn finding(found: &Diagnostic) -> Markup {
    let kind = match found.severity {
        Severity::Error => "loi error",
        Severity::Warning => "loi warning",
        Severity::Note => "loi note",
    };
    let d = super::words::on_page(found);
    let line = d.place.as_ref().map(|place| place.line);
    let named = d.message.to_lowercase().starts_with("đoạn ");
    let words = d.place.as_ref().map(|place| around(&place.line_text, place));
    let words = words.filter(|words| !named && !words.is_empty());
    html! {
        div class=(kind) {
            p {
                @if let Some(line) = line.filter(|_| !named) { strong { "Đoạn " (line) ": " } }
                (sentence(&d.message))
            }
            @if let Some(words) = words { p class="trich" { "“" (words) "”" } }
            @if let Some(hint) = &d.hint { p class="goi-y" { "Cách sửa: " (hint) } }
            @if let Some(clause) = &d.clause { p class="dieu-khoan" { (clause) } }
        }
    }
}

/// Letters of a paragraph that are shown to each side of a finding.
const AROUND: usize = 60;

/// The words around the place, in a paragraph that may be long.
fn around(text: &str, place: &Place) -> String {
    let at = place.column.saturating_sub(1).saturating_sub(place.skipped);
    let from = at.saturating_sub(AROUND);
    let cut: String = text.chars().skip(from).take(AROUND.saturating_mul(2)).collect();
    let before = if from > 0 { "…" } else { "" };
    let after =
        if from.saturating_add(cut.chars().count()) < text.chars().count() { "…" } else { "" };
    format!("{before}{}{after}", cut.trim())
}

/// `3 chỗ phải sửa, 2 chỗ nên xem lại`; none if there is nothing.
pub fn counted(found: &[Diagnostic]) -> Option<String> {
    let of = |severity: Severity, said: &str| {
        let count = found.iter().filter(|d| d.severity == severity).count();
        (count > 0).then(|| format!("{count} {said}"))
    };
    let all = [
        of(Severity::Error, "chỗ phải sửa"),
        of(Severity::Warning, "chỗ nên xem lại"),
        of(Severity::Note, "góp ý"),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(ten: &str, body: &[u8]) -> Request {
        let query = [("ten".to_owned(), ten.to_owned())].into();
        Request { query, body: body.to_vec(), ..Request::default() }
    }

    #[test]
    fn a_name_leads_nowhere_and_the_file_goes() {
        for (said, ten) in [
            ("../../etc/Tờ trình.docx", "Tờ trình.docx"),
            ("C:\\Users\\a\\b.docx", "b.docx"),
            ("..a.docx", "a.docx"),
            ("a\0b:c.docx", "a-b-c.docx"),
            (&format!("{}.docx", "ế".repeat(300)), &format!("{}.docx", "ế".repeat(LETTERS))),
        ] {
            let upload = Upload::of(&request(said, b"x"), WORD).unwrap();
            assert_eq!(upload.ten, ten);
            let path = upload.path();
            assert_eq!(path.file_name().unwrap().to_string_lossy(), ten);
            assert_eq!(upload.plain(&format!("{}: x", path.display())), format!("“{ten}”: x"));
            drop(upload);
            assert!(!path.parent().unwrap().exists(), "{ten}");
        }
    }

    #[test]
    fn other_kinds_are_told_apart() {
        let refused = |ten: &str, body: &[u8]| Upload::of(&request(ten, body), WORD).err().unwrap();
        assert!(refused("a.doc", b"x").hint.unwrap().contains(".docx"));
        assert!(refused("a.pdf", b"x").message.contains("“a.pdf” không phải"));
        assert!(refused("", b"x").message.contains("không phải"));
        assert!(refused("a.docx", b"").message.contains("trống"));
    }
}
