//! `serve`: opens a folder in the browser and answers until it is stopped.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::browser::WayIn;
use super::guard::Guard;
use super::http::{Answer, Request};
use super::opened::Opened;
use super::others::Others;
use super::{routes, server};
use crate::diagnostic::Diagnostic;
use crate::jobs::load::Shared;
use crate::jobs::{Cancel, Outcome};
use crate::machine::recent_folders::RecentFolders;
use crate::machine::worker::threads;

/// What to open.
pub struct ServeStart {
    /// The folder of the office's papers.
    pub folder: PathBuf,
    pub shared: Shared,
    /// This program's own file.
    pub exe: PathBuf,
    /// Whether a browser is opened; if not, the way in is told.
    pub browser: bool,
    /// Whether it ends when its input does: another program has started it.
    pub with_parent: bool,
    /// Which folders were open before, if that is remembered.
    pub recent: Option<RecentFolders>,
    /// The registers that were written into on this machine.
    pub registers: Option<RecentFolders>,
}

/// Answers until `cancel` is asked; `tell` hears where the page is.
pub fn serve(start: ServeStart, cancel: &Cancel, tell: &mut dyn FnMut(&Outcome)) -> Outcome {
    match serve_all(start, cancel, tell) {
        Ok(()) => Outcome::default(),
        Err(fault) => Outcome::of(fault),
    }
}

fn serve_all(
    start: ServeStart,
    cancel: &Cancel,
    tell: &mut dyn FnMut(&Outcome),
) -> Result<(), Diagnostic> {
    threads::as_many_as_there_are();
    let opened = Opened::new(&start.folder, start.shared, start.exe)?.with_windows(start.browser);
    if let Some(recent) = &start.recent {
        recent.opened(&start.folder);
    }
    let opened =
        Arc::new(opened.with_others(Others::new(start.recent)).with_registers(start.registers));
    let early = Arc::clone(&opened);
    // Without a thread the first page takes a moment longer.
    let _ = std::thread::Builder::new().spawn(move || early.warm_up());
    let heard = server::listen().map_err(|_| no_port())?;
    let guard = Guard::new(heard.port).ok_or_else(no_port)?;
    let once = guard.keys.once().ok_or_else(no_port)?;
    let way_in = WayIn::new(heard.port, &once)?;
    let shown = start.browser && way_in.open();
    tell(&told(&start.folder, &way_in, shown));
    let handler = Arc::new(move |request: Request| handle(&guard, &opened, &request));
    let parent = start.with_parent.then(input_ended);
    let gone = || parent.as_ref().is_some_and(|ended| ended.load(Ordering::SeqCst));
    server::answer(heard, handler, || cancel.asked() || gone()).map_err(|_| no_port())
}

/// Becomes true when whoever holds the other end of the input is gone.
fn input_ended() -> Arc<AtomicBool> {
    let ended = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&ended);
    let _ = std::thread::Builder::new().spawn(move || {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        told.store(true, Ordering::SeqCst);
    });
    ended
}

/// What every request goes through.
fn handle(guard: &Guard, opened: &Opened, request: &Request) -> Answer {
    match guard.refuse(request) {
        Some(answer) => answer,
        None => routes::answer(guard, opened, request),
    }
}

fn no_port() -> Diagnostic {
    Diagnostic::error("no-listener", "máy không cho chương trình mở trang trên chính máy này")
        .hint("đóng bớt chương trình rồi mở lại; vẫn không được thì hỏi người phụ trách máy")
}

fn told(folder: &std::path::Path, way_in: &WayIn, shown: bool) -> Outcome {
    let opened = format!(
        "đang mở thư mục {} trong trình duyệt; bấm Ctrl+C hay đóng cửa sổ này để dừng",
        folder.display()
    );
    let by_hand = "mở tệp sau bằng trình duyệt (chỉ dùng được một lần):".to_owned();
    match shown {
        true => Outcome { notes: vec![opened], ..Outcome::default() },
        false => Outcome {
            notes: vec![opened, by_hand],
            lines: vec![way_in.path().display().to_string()],
            ..Outcome::default()
        },
    }
}
