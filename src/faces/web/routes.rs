//! Which path goes to whom.

use super::assets::ICON;
use super::guard::{ENTRY, Guard};
use super::http::{Answer, Request};
use super::opened::Opened;
use super::{
    api, book, cabinet, check_word, folders, found, hinh, import, incoming, issue, merge, number,
    old_book, out, pack, rebuild, register, register_add, send, signed, start, take_back, view,
    years,
};

/// Answers a request that was let in.
pub fn answer(guard: &Guard, opened: &Opened, request: &Request) -> Answer {
    match request.method.as_str() {
        "GET" => shown(guard, opened, request),
        "POST" => done(opened, request),
        _ => none(),
    }
}

/// Whatever is only looked at.
fn shown(guard: &Guard, opened: &Opened, request: &Request) -> Answer {
    match request.path.as_str() {
        ENTRY => enter(guard, request),
        "/" => cabinet::cabinet(opened),
        "/moi" => start::new_paper(opened),
        "/giay" => view::paper(opened, request),
        "/mau-anh" => start::sample(opened, request),
        "/ra" => out::choose(opened, request),
        "/tai" => out::download(opened, request),
        "/tai-bo" => out::all_of(opened, request),
        "/phat-hanh" => issue::ask(opened, request),
        "/so" => register::register(opened),
        "/so/vao" => register_add::ask(),
        "/so/nhap" => old_book::ask(),
        "/so/tim" => found::found(opened, request),
        "/so/kiem" => register::check(opened, request),
        "/so/in" => register::print(opened, request),
        "/so/giu" => register::ask_reserve(opened, request),
        "/so/khoa" => years::ask_close(opened, request),
        "/so/lay-lai" => rebuild::ask(opened),
        "/so/mo-lai" => years::ask_open(opened, request),
        "/so/mot" => number::number(opened, request),
        "/so/tep" => number::kept_file(opened, request),
        "/so/doi-chieu" => number::verify(opened, request),
        "/so/huy" => number::ask_void(opened, request),
        "/so/chuyen" => number::ask_deliver(opened, request),
        "/gui" => send::ask(opened, request),
        "/ban-ky" => signed::ask(opened, request),
        "/soat-word" => check_word::ask(),
        "/tron" => merge::ask(opened, request),
        "/tron/tep" => merge::file_of(opened, request),
        "/api/tron/tien" => merge::so_far(opened),
        "/lay-lai" => take_back::ask(opened, request),
        "/nhap" => import::ask(),
        "/danh-ba" => book::book(opened),
        "/danh-ba/muc" => book::entry(opened, request),
        "/api/giay" => api::paper(opened, request),
        "/api/dau-vet" => api::stamp(opened),
        // Asked for by browsers where a page is none of ours: a PDF, a message.
        "/favicon.ico" => pack::asset(opened, request, ICON).unwrap_or_else(none),
        "/thu-muc" => folders::ask(opened),
        "/hinh" => hinh::show(opened, request),
        "/api/hinh" => hinh::names(opened),
        path if of_incoming(path) => incoming::shown(opened, request).unwrap_or_else(none),
        path => path
            .strip_prefix("/tinh/")
            .and_then(|name| pack::asset(opened, request, name))
            .unwrap_or_else(none),
    }
}

/// Whatever changes something.
fn done(opened: &Opened, request: &Request) -> Answer {
    match request.path.as_str() {
        "/bat-dau" => api::first_start(opened, request),
        "/moi" => api::new_paper(opened, request),
        "/phat-hanh" => issue::issue(opened, request),
        "/ghi-so" => issue::write_number(opened, request),
        "/so/giu" => register::reserve(opened, request),
        "/api/so/vao" => register_add::ENTRY.look(opened, request),
        "/api/so/vao/ghi" => register_add::ENTRY.write(opened, request),
        "/api/so/nhap" => old_book::look(opened, request),
        "/api/so/nhap/ghi" => old_book::write(opened, request),
        "/so/khoa" => years::close(opened, request),
        "/so/lay-lai" => rebuild::make_again(opened, request),
        "/so/mo-lai" => years::open_again(opened, request),
        "/so/huy" => number::void(opened, request),
        "/so/chuyen" => number::deliver(opened, request),
        "/gui" => send::send(opened, request),
        "/danh-ba/lap" => book::begin(opened, request),
        "/danh-ba/muc" => book::change(opened, request),
        "/danh-ba/lui" => book::undo(opened, request),
        "/mo-thu-muc" => out::open_folder(opened, request),
        "/thu-muc" => folders::open(opened, request),
        "/api/ban-ky" => signed::look(opened, request),
        "/api/nhan-ban-ky" => signed::file(opened, request),
        "/api/tron" => merge::look(opened, request),
        "/api/tron/dong" => merge::row(opened, request),
        "/api/tron/lam" => merge::run(opened, request),
        "/api/tron/dung" => merge::stop(opened),
        "/api/lay-lai" => take_back::look(opened, request),
        "/api/lay-lai/ghi" => take_back::write(opened, request),
        "/api/nhap" => import::look(opened, request),
        "/api/nhap/ghi" => import::write(opened, request),
        "/api/soat-word" => check_word::look(opened, request),
        "/api/soat-word/nhan-xet" => check_word::comments(opened, request),
        "/api/xem" => api::look(opened, request),
        "/api/doi" => api::change(opened, request),
        "/api/lui" => api::undo(opened, request),
        "/api/lai" => api::redo(opened, request),
        "/api/sua" => api::fix(opened, request),
        "/api/hinh" => hinh::keep(opened, request),
        path if of_incoming(path) => incoming::done(opened, request).unwrap_or_else(none),
        _ => none(),
    }
}

/// The books of incoming papers have pages of their own.
fn of_incoming(path: &str) -> bool {
    let path = path.strip_prefix("/api").unwrap_or(path);
    path == "/den" || path.starts_with("/den/")
}

fn none() -> Answer {
    Answer::said(404, "không có trang này")
}

/// Spends the word that is good once. The browser goes on from a page of ours: it doesn't send a strict cookie where
/// a file has led it.
fn enter(guard: &Guard, request: &Request) -> Answer {
    match request.asked("ma").and_then(|word| guard.keys.spend(word)) {
        Some(cookie) => view::entered().with("set-cookie", cookie),
        None => {
            Answer::said(403, "Mã mở trang đã dùng rồi. Hãy đóng thẻ này và mở lại chương trình.")
        }
    }
}
