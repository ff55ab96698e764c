//! The books of incoming papers on the page: whatever the command line can do, a page that says what will happen and a
//! click there.

mod acts;
mod add;
mod book;
mod one;
mod stamp;
mod years;

use maud::{Markup, html};

use super::api::run;
use super::given::Given;
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::view::{bar, page, told};
use crate::jobs::incoming::{IncomingPlace, IncomingRequest};
use crate::jobs::soan_thao::so_den::noi_den;
use crate::jobs::{self, Outcome};

/// Whatever is only looked at; none if there is no such page.
pub fn shown(opened: &Opened, request: &Request) -> Option<Answer> {
    Some(match request.path.as_str() {
        "/den" => book::book(opened, request),
        "/den/vao" => add::ask(),
        "/den/mot" => one::paper(opened, request),
        "/den/tep" => one::kept_file(opened, request),
        "/den/phieu" => one::slip(opened, request),
        "/den/giao" => acts::ask_assign(opened, request),
        "/den/ky-nhan" => acts::ask_receive(opened, request),
        "/den/xong" => acts::ask_done(opened, request),
        "/den/chua" => acts::ask_correct(opened, request),
        "/den/huy" => acts::ask_void(opened, request),
        "/den/dau" => stamp::ask(opened, request),
        "/den/dau-hinh" => stamp::picture(opened, request),
        "/den/dau-tai" => stamp::download(opened, request),
        "/den/in" => years::print(opened, request),
        "/den/kiem" => years::check(opened, request),
        "/den/lay-lai" => years::ask_rebuild(opened, request),
        "/den/khoa" => years::ask_close(opened, request),
        "/den/mo-lai" => years::ask_open(opened, request),
        _ => return None,
    })
}

/// Whatever changes something; none if there is no such act.
pub fn done(opened: &Opened, request: &Request) -> Option<Answer> {
    Some(match request.path.as_str() {
        "/api/den" => add::ENTRY.look(opened, request),
        "/api/den/ghi" => add::ENTRY.write(opened, request),
        "/den/giao" => acts::assign(opened, request),
        "/den/ky-nhan" => acts::receive(opened, request),
        "/den/xong" => acts::finish(opened, request),
        "/den/chua" => acts::correct(opened, request),
        "/den/huy" => acts::void(opened, request),
        "/den/dau" => stamp::set(opened, request),
        "/den/lay-lai" => years::make_again(opened, request),
        "/den/khoa" => years::close(opened, request),
        "/den/mo-lai" => years::open_again(opened, request),
        _ => return None,
    })
}

/// Which paper of which book.
#[derive(Debug, Clone, Default)]
struct So {
    /// `12/2026`.
    so: String,
    quyen: Quyen,
}

/// Which book.
#[derive(Debug, Clone, Copy, Default)]
struct Quyen {
    mat: bool,
}

impl Quyen {
    fn of(given: &mut Given) -> Self {
        Self { mat: !given.take("mat").is_empty() }
    }

    fn asked(request: &Request) -> Self {
        Self::of(&mut Given::asked(request))
    }

    fn place(self, opened: &Opened) -> IncomingPlace {
        noi_den(&opened.folder, self.mat)
    }

    fn ten(self) -> &'static str {
        if self.mat { "Sổ văn bản mật đến" } else { "Sổ văn bản đến" }
    }

    /// An address that is about the book.
    fn address(self, path: &str, query: &str) -> String {
        let mat = if self.mat { "mat=1" } else { "" };
        let all: Vec<&str> = [query, mat].into_iter().filter(|part| !part.is_empty()).collect();
        let all = all.join("&");
        if all.is_empty() { path.to_owned() } else { format!("{path}?{all}") }
    }

    /// Where its papers are.
    fn href(self) -> String {
        self.address("/den", "")
    }

    /// The book inside a form.
    fn hidden(self) -> Markup {
        html! { @if self.mat { input type="hidden" name="mat" value="1"; } }
    }
}

impl So {
    fn of(given: &mut Given) -> Self {
        Self { so: given.take("so"), quyen: Quyen::of(given) }
    }

    fn asked(request: &Request) -> Self {
        Self::of(&mut Given::asked(request))
    }

    /// An address that is about the paper.
    fn address(&self, path: &str) -> String {
        self.quyen.address(path, &format!("so={}", encode(&self.so)))
    }

    fn href(&self) -> String {
        self.address("/den/mot")
    }

    fn hidden(&self) -> Markup {
        html! { input type="hidden" name="so" value=(self.so); (self.quyen.hidden()) }
    }
}

/// Does an act once: `refused` asks again with the reason, `done` says that it is done.
fn act(
    opened: &Opened,
    key: &str,
    request: IncomingRequest,
    refused: impl FnOnce(&Outcome) -> Answer,
    done: impl FnOnce(Outcome) -> Answer,
) -> Answer {
    opened.once(key, || {
        let outcome = run(opened, &jobs::Request::Incoming(request));
        if outcome.co_loi() { refused(&outcome) } else { done(outcome) }
    })
}

/// That an act is done, and where one goes on.
fn after(title: &str, outcome: &Outcome, quyen: Quyen, so: Option<&So>) -> Answer {
    let book = quyen.href();
    let body = html! {
        (bar((&book, quyen.ten()), title, &html! {}))
        main class="khung hep" {
            section class="phan" role="status" {
                (told(outcome))
                p class="viec" {
                    @if let Some(so) = so { a class="nut chinh" href=(so.href()) { "Xem số " (so.so) } }
                    a class={ "nut" @if so.is_none() { " chinh" } } href=(book) { "Xem sổ văn bản đến" }
                }
            }
        }
    };
    page(title, None, &body)
}
