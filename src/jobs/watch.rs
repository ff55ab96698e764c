//! `watch`: builds, then builds again whenever a file of the hồ sơ changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};
use serde::{Deserialize, Serialize};

use super::load::{self, HoSo, Shared};
use super::make::{Order, PHAN_PHU_LUC, Wanted};
use super::{Cancel, Means, Outcome, duong_dan, giu_ban_sua};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::machine::output;
use crate::reading::source::{THU_MUC_MAU, la_tep_mau};

/// An editor writes a file in several steps; after this long without another step it is done.
const QUIET: Duration = Duration::from_millis(80);

/// How often someone who waits for a change looks whether the job was cancelled.
const LOOK: Duration = Duration::from_millis(100);

/// What is done to a document.
const VIEC: &str = "soạn";

/// What to watch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WatchRequest {
    /// A hồ sơ, or one YAML file of it.
    #[serde(with = "duong_dan")]
    pub ho_so: PathBuf,
    pub wanted: Wanted,
    pub shared: Shared,
}

/// Builds after every change and hands each outcome to `tell`. Comes back if watching fails, and, with nothing to
/// tell, when it is cancelled, which is how it is meant to end.
pub fn watch(request: &WatchRequest, means: &Means, tell: &mut dyn FnMut(&Outcome)) -> Outcome {
    let fonts = match load::fonts(request.shared.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(fault) => return Outcome::of(fault),
    };
    let (sender, changes) = channel();
    let folder = folder_of(&request.ho_so);
    let watcher = notify::recommended_watcher(sender).and_then(|mut watcher| {
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    });
    let Ok(mut watcher) = watcher else {
        return Outcome::of(
            Diagnostic::error("not-found", format!("không theo dõi được {}", folder.display()))
                .hint("kiểm tra lại tên thư mục hồ sơ"),
        );
    };
    let mut mau = [request.shared.mau.clone(), Some(folder.join(THU_MUC_MAU)), None]
        .map(|path| (path, false));
    let mut written = BTreeMap::new();
    let waits = format!("đang chờ tệp trong {} đổi; bấm Ctrl+C để dừng", folder.display());
    means.progress.end();
    tell(&Outcome { notes: vec![waits], ..Outcome::default() });
    loop {
        // The office's file may name another folder by now.
        let [.., of_office] = &mut mau;
        let named = load::thu_muc_mau_cua(&request.ho_so);
        if of_office.0 != named {
            *of_office = (named, false);
        }
        mau.iter_mut().for_each(|(path, followed)| follow(&mut watcher, path.as_deref(), followed));
        // From here to the end it is at work; waiting for a change it takes as long as it likes.
        means.progress.more(0);
        let outcome = build_changed(request, &fonts, means, &mut written);
        means.progress.end();
        tell(&outcome);
        match next_change(&changes, &folder, means.cancel) {
            Next::Changed => {}
            Next::Cancelled => return Outcome::default(),
            Next::Blind => {
                let message = "không theo dõi được thư mục nữa";
                return Outcome::of(Diagnostic::error("not-found", message));
            }
        }
    }
}

/// Follows a template folder as soon as it is there.
fn follow(watcher: &mut impl Watcher, folder: Option<&Path>, followed: &mut bool) {
    let Some(folder) = folder else { return };
    let there = folder.is_dir();
    if there && !*followed {
        *followed = watcher.watch(folder, RecursiveMode::Recursive).is_ok();
    } else if !there {
        *followed = false;
    }
}

fn folder_of(ho_so: &Path) -> PathBuf {
    if ho_so.is_dir() {
        return ho_so.to_owned();
    }
    match ho_so.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// What ends the waiting for a change.
enum Next {
    /// A YAML file or a template has changed, and it is quiet again.
    Changed,
    Cancelled,
    /// Nothing can come any more.
    Blind,
}

fn next_change(
    changes: &Receiver<notify::Result<notify::Event>>,
    ho_so: &Path,
    cancel: &Cancel,
) -> Next {
    while !cancel.asked() {
        match changes.recv_timeout(LOOK) {
            Ok(event) if matters(&event, ho_so) => {
                while changes.recv_timeout(QUIET).is_ok() {}
                return Next::Changed;
            }
            Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Next::Blind,
        }
    }
    Next::Cancelled
}

fn ending_is(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// What `build` itself writes must not set it off again.
fn matters(event: &notify::Result<notify::Event>, ho_so: &Path) -> bool {
    let source = |path: &PathBuf| {
        let yaml = ending_is(path, "yaml") || ending_is(path, "yml");
        let beside = path.parent() == Some(ho_so);
        let body = beside && ending_is(path, "md");
        let picture = ["png", "jpg", "jpeg", "svg"].iter().any(|ending| ending_is(path, ending));
        yaml || body || picture || path.ends_with(THU_MUC_MAU) || (!beside && la_tep_mau(path))
    };
    match event {
        Ok(event) => !event.kind.is_access() && event.paths.iter().any(source),
        Err(_) => false,
    }
}

/// Makes all documents and writes the ones whose bytes are new.
fn build_changed(
    request: &WatchRequest,
    fonts: &Fonts,
    means: &Means,
    written: &mut BTreeMap<PathBuf, Vec<u8>>,
) -> Outcome {
    let mut outcome = Outcome::default();
    let read = load::mau_chung(request.shared.mau.as_deref()).map_err(|fault| vec![fault]);
    let read = read.and_then(|(mau, found)| {
        outcome.diagnostics.extend(found);
        load::ho_so(&request.ho_so, fonts, &mau)
    });
    let ho_so = match read {
        Ok(ho_so) => ho_so,
        Err(faults) => {
            outcome.diagnostics.extend(faults);
            return outcome;
        }
    };
    let found = ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note());
    outcome.diagnostics.extend(found.cloned());
    let order = Order::of(&request.wanted, fonts, means.compiler);
    let folder = request.wanted.folder.clone().unwrap_or_else(|| ho_so.thu_muc.clone());
    let sound = order.pick(&ho_so);
    means.progress.more(sound.len());
    for document in sound {
        let next = means.next(VIEC, document.ten, &request.ho_so).map_err(|left| vec![left]);
        let files = next.and_then(|()| order.files(&document, &folder)).and_then(|made| {
            let mut ready = made.tep;
            outcome.diagnostics.extend(made.canh_bao);
            ready.retain(|file| written.get(&file.path) != Some(&file.bytes));
            let kept = giu_ban_sua::ghi(&ready, output::write_all).map_err(|fault| vec![fault])?;
            outcome.diagnostics.extend(kept);
            Ok(ready)
        });
        match files {
            Err(faults) => outcome.diagnostics.extend(faults),
            Ok(ready) => {
                for file in ready {
                    outcome.made.push(file.path.clone());
                    written.insert(file.path, file.bytes);
                }
            }
        }
    }
    forget_removed(written, &ho_so);
    outcome
}

/// A document that has left the hồ sơ is written again should it come back.
fn forget_removed(written: &mut BTreeMap<PathBuf, Vec<u8>>, ho_so: &HoSo) {
    written.retain(|path, _| {
        let name = path.file_name().map(|s| s.to_string_lossy()).unwrap_or_default();
        let of = |ten: &str| {
            name.strip_prefix(ten)
                .is_some_and(|rest| rest.starts_with('.') || rest.starts_with(PHAN_PHU_LUC))
        };
        ho_so.ket_qua.van_ban.iter().any(|t| of(&t.ten))
    });
}
