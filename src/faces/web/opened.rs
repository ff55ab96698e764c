//! What one run has open: the folder, the faces, who compiles the office's templates, the pages that were shown lately.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::http::Answer;
use crate::compose::worker::Worker;
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, Loaded, Shared};
use crate::jobs::soan_thao::xem::{TrangXem, Xem, xem};
use crate::jobs::{Cancel, Means, Silence, compiler};

/// Pages that are kept to be fetched: those of a long paper, before and after a change.
const PAGES: usize = 200;

pub struct Opened {
    pub folder: PathBuf,
    pub loaded: Loaded,
    pub shared: Shared,
    exe: PathBuf,
    compiler: Worker,
    cancel: Cancel,
    pages: Mutex<VecDeque<TrangXem>>,
    /// Composing takes the whole machine, and one after the other is faster than all at once.
    composing: Mutex<()>,
    /// The last acts that must not be done twice, by their keys.
    acts: Mutex<VecDeque<(String, Act)>>,
    keys: AtomicUsize,
}

/// What came of an act, once it is done.
type Act = Arc<OnceLock<Answer>>;

/// Acts that are remembered: a clerk's clicks of a minute.
const ACTS: usize = 50;

impl Opened {
    pub fn new(folder: &Path, shared: Shared, exe: PathBuf) -> Result<Self, Diagnostic> {
        if !folder.is_dir() {
            let message = format!("không có thư mục “{}”", folder.display());
            return Err(Diagnostic::error("not-found", message)
                .hint("tạo thư mục ấy trước, hoặc gõ đúng tên: vanthu serve THU_MUC"));
        }
        let loaded = load::shared(&shared)?;
        let compiler = compiler(exe.clone(), shared.fonts.clone());
        let (pages, composing, cancel) = (Mutex::default(), Mutex::default(), Cancel::default());
        let (acts, keys, folder) = (Mutex::default(), AtomicUsize::new(0), folder.to_owned());
        Ok(Self { folder, loaded, shared, exe, compiler, cancel, pages, composing, acts, keys })
    }

    /// A key for an act that is yet to be asked for.
    pub fn new_key(&self) -> String {
        self.keys.fetch_add(1, Ordering::SeqCst).to_string()
    }

    /// Does an act unless one with that key was done before; its answer is told again. Two with one key wait for each
    /// other, and no other waits for them.
    pub fn once(&self, key: &str, does: impl FnOnce() -> Answer) -> Answer {
        self.act(key).get_or_init(does).clone()
    }

    fn act(&self, key: &str) -> Act {
        let mut acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, act)) = acts.iter().find(|(own, _)| own == key && !key.is_empty()) {
            return Arc::clone(act);
        }
        let act = Act::default();
        acts.push_front((key.to_owned(), Arc::clone(&act)));
        acts.truncate(ACTS);
        act
    }

    /// What a job needs besides its request.
    pub fn means(&self) -> Means<'_> {
        Means { exe: &self.exe, compiler: &self.compiler, progress: &Silence, cancel: &self.cancel }
    }

    /// A paper as it is now; its pages can be fetched from here on.
    pub fn look(&self, ten: &str) -> Xem {
        let _turn = self.composing.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = xem(&self.folder, ten, &self.loaded, &self.compiler);
        self.keep(seen.trang.iter().flatten());
        seen
    }

    fn keep<'p>(&self, shown: impl Iterator<Item = &'p TrangXem>) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        for page in shown {
            pages.retain(|known| known.dau_vet != page.dau_vet);
            pages.push_front(page.clone());
        }
        pages.truncate(PAGES);
    }

    /// A page by its digest.
    pub fn page(&self, dau_vet: &str) -> Option<String> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.iter().find(|page| page.dau_vet == dau_vet).map(|page| page.svg.clone())
    }
}
