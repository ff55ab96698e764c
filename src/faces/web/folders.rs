//! Another folder: each is opened by a program of its own, with a key of its own, so that a tab which is still open never
//! writes into another folder than the one it shows.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use super::given::Given;
use super::http::{Answer, Request};
use super::opened::Opened;
use super::view::{bar, field, once_key, page, piece, piece_of_faults, refusal, refused_or_not};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::whole;

/// The folders that were opened lately, and where another is named.
pub fn ask(opened: &Opened) -> Answer {
    question(opened, "", None)
}

fn question(opened: &Opened, duong: &str, refused: Option<&Diagnostic>) -> Answer {
    let recent = opened.others.recent(&opened.folder);
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Mở thư mục khác", &html! {}))
        main class="khung hep" {
            @if let Some(found) = refused { (refusal("Chưa mở được", std::slice::from_ref(found))) }
            section class="phan" aria-label="Thư mục đang mở" {
                p { "Đang mở: " code { (opened.shown()) } }
                p class="giai" { "Thư mục khác mở ra ở một thẻ mới; thẻ này vẫn ở thư mục đang mở." }
            }
            @if !recent.is_empty() {
                section class="phan" aria-label="Mở gần đây" {
                    h2 { "Mở gần đây" }
                    @for folder in &recent {
                        form method="post" action="/thu-muc" {
                            (once_key(opened))
                            p { button name="duong" value=(folder.display()) { (folder.display()) } }
                        }
                    }
                }
            }
            section class="phan" aria-label="Thư mục khác" {
                form method="post" action="/thu-muc" {
                    (once_key(opened))
                    (field("duong", "Thư mục", duong, "Mở thư mục ấy trong máy, chép dòng địa chỉ ở đầu cửa sổ rồi dán vào đây"))
                    p class="viec" { button class="nut chinh" { "Mở" } a class="nut" href="/" { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page("Mở thư mục khác", None, &body), refused)
}

/// Opens a folder beside this one.
pub fn open(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let (key, duong) = (given.take("khoa"), given.take("duong"));
    opened.once(&key, || match folder_of(&duong).and_then(|folder| opened.open_other(&folder)) {
        Ok(way_in) => done(&duong, way_in.as_deref()),
        Err(found) => question(opened, &duong, Some(&found)),
    })
}

/// A piece of a page after a folder was made: it opens beside this one.
pub fn opened_beside(opened: &Opened, folder: &Path) -> Answer {
    match opened.open_other(folder) {
        Ok(way_in) => piece(&opening(&folder.display().to_string(), way_in.as_deref())),
        Err(found) => piece_of_faults("Thư mục đã có, nhưng chưa mở được", &[found]),
    }
}

/// A folder that is there, by its whole path: a part of one would depend on where the program was started.
fn folder_of(duong: &str) -> Result<PathBuf, Diagnostic> {
    let bare = duong.trim_matches('"');
    let path = Path::new(bare);
    let refused =
        |message: String, hint: &str| Err(Diagnostic::error("not-found", message).hint(hint));
    if !path.is_absolute() {
        let message = format!("“{bare}” không phải là đường dẫn đầy đủ của một thư mục");
        return refused(message, "chép cả dòng địa chỉ của thư mục, ví dụ: D:\\Văn thư\\2026");
    }
    match whole(path) {
        Some(whole) if whole.is_dir() => Ok(whole),
        _ => refused(
            format!("không có thư mục “{bare}”"),
            "xem lại tên; thư mục mới thì tạo trong máy trước",
        ),
    }
}

fn done(duong: &str, way_in: Option<&Path>) -> Answer {
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Đang mở thư mục khác", &html! {}))
        main class="khung hep" { (opening(duong, way_in)) }
    };
    page("Thư mục khác", None, &body)
}

fn opening(duong: &str, way_in: Option<&Path>) -> Markup {
    html! {
        section class="phan" role="status" {
            p { "Thư mục " code { (duong) } " mở ra ở một thẻ mới." }
            @if let Some(way_in) = way_in {
                p { "Mở tệp sau bằng trình duyệt (chỉ dùng được một lần):" }
                p { code id="cua" { (way_in.display()) } }
            }
            p class="giai" { "Dừng chương trình ở thư mục này thì thư mục ấy cũng đóng." }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_path_of_a_folder_is_one() {
        let dir = tempfile::tempdir().unwrap();
        let whole = dir.path().canonicalize().unwrap();
        let text = whole.display().to_string();
        assert_eq!(folder_of(&text).unwrap(), whole);
        assert_eq!(folder_of(&format!("\"{text}\"")).unwrap(), whole);
        std::fs::write(whole.join("a.yaml"), "").unwrap();
        for bad in ["", ".", "..", "--help", &format!("{text}/la"), &format!("{text}/a.yaml")] {
            assert_eq!(folder_of(bad).unwrap_err().code, "not-found", "{bad}");
        }
    }
}
