//! Which path goes to whom.

use super::api;
use super::guard::{ENTRY, Guard};
use super::hinh;
use super::http::{Answer, Request};
use super::issue;
use super::opened::Opened;
use super::pack;
use super::view;

/// Answers a request that was let in.
pub fn answer(guard: &Guard, opened: &Opened, request: &Request) -> Answer {
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", ENTRY) => enter(guard, request),
        ("GET", "/") => view::cabinet(opened),
        ("GET", "/moi") => view::new_paper(opened),
        ("GET", "/giay") => view::paper(opened, request),
        ("GET", "/mau-anh") => view::sample(opened, request),
        ("GET", "/phat-hanh") => issue::ask(opened, request),
        ("POST", "/phat-hanh") => issue::issue(opened, request),
        ("GET", "/so") => issue::register(opened),
        ("POST", "/moi") => api::new_paper(opened, request),
        ("POST", "/bat-dau") => api::first_start(opened, request),
        ("GET", "/api/giay") => api::paper(opened, request),
        ("GET", "/api/dau-vet") => api::stamp(opened),
        ("GET", "/hinh") => hinh::show(opened, request),
        ("GET", "/api/hinh") => hinh::names(opened),
        ("POST", "/api/hinh") => hinh::keep(opened, request),
        ("GET", "/tai") => api::download(opened, request),
        ("POST", "/api/xem") => api::look(opened, request),
        ("POST", "/api/doi") => api::change(opened, request),
        ("POST", "/api/lui") => api::undo(opened, request),
        ("POST", "/api/lai") => api::redo(opened, request),
        ("POST", "/api/sua") => api::fix(opened, request),
        ("GET", path) => path
            .strip_prefix("/tinh/")
            .and_then(|name| pack::asset(opened, request, name))
            .unwrap_or_else(|| Answer::said(404, "không có trang này")),
        _ => Answer::said(404, "không có trang này"),
    }
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
