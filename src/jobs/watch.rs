//! `watch`: builds, then builds again whenever a file of the hồ sơ changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};

use super::Report;
use super::load::{self, HoSo};
use super::make::{Order, PHAN_PHU_LUC};
use crate::compose::compile::Compiler;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::faces::cli::WatchArgs;
use crate::machine::output;
use crate::reading::source::{THU_MUC_MAU, la_tep_mau};

/// An editor writes a file in several steps; after this long without another step it is done.
const QUIET: Duration = Duration::from_millis(80);

/// Builds after every change and hands each report to `tell`. Comes back only if watching fails.
pub fn watch(args: &WatchArgs, compiler: &dyn Compiler, mut tell: impl FnMut(&Report)) -> Report {
    let fonts = match load::fonts(args.common.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(fault) => return Report::of(fault),
    };
    let (sender, changes) = channel();
    let folder = folder_of(&args.ho_so);
    let watcher = notify::recommended_watcher(sender).and_then(|mut watcher| {
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    });
    let Ok(mut watcher) = watcher else {
        return Report::of(
            Diagnostic::error("not-found", format!("không theo dõi được {}", folder.display()))
                .hint("kiểm tra lại tên thư mục hồ sơ"),
        );
    };
    let mut mau =
        [args.common.mau.clone(), Some(folder.join(THU_MUC_MAU))].map(|path| (path, false));
    let mut written = BTreeMap::new();
    loop {
        mau.iter_mut().for_each(|(path, followed)| follow(&mut watcher, path.as_deref(), followed));
        tell(&build_changed(args, &fonts, compiler, &mut written));
        if !next_change(&changes, &folder) {
            return Report::of(Diagnostic::error("not-found", "không theo dõi được thư mục nữa"));
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

/// Waits for a change of a YAML file or a template and until it is quiet again. False when nothing can
/// come any more.
fn next_change(changes: &Receiver<notify::Result<notify::Event>>, ho_so: &Path) -> bool {
    loop {
        let Ok(event) = changes.recv() else { return false };
        if !matters(&event, ho_so) {
            continue;
        }
        while changes.recv_timeout(QUIET).is_ok() {}
        return true;
    }
}

/// What `build` itself writes must not set it off again.
fn matters(event: &notify::Result<notify::Event>, ho_so: &Path) -> bool {
    let source = |path: &PathBuf| {
        let ending = path.extension().map(|e| e.to_ascii_lowercase());
        let yaml = ending.is_some_and(|e| e == "yaml" || e == "yml");
        let beside = path.parent() == Some(ho_so);
        yaml || path.ends_with(THU_MUC_MAU) || (!beside && la_tep_mau(path))
    };
    match event {
        Ok(event) => !event.kind.is_access() && event.paths.iter().any(source),
        Err(_) => false,
    }
}

/// Makes all documents and writes the ones whose bytes are new.
fn build_changed(
    args: &WatchArgs,
    fonts: &Fonts,
    compiler: &dyn Compiler,
    written: &mut BTreeMap<PathBuf, Vec<u8>>,
) -> Report {
    let mut report = Report::default();
    let read = load::mau_chung(args.common.mau.as_deref()).map_err(|fault| vec![fault]);
    let read = read.and_then(|(mau, found)| {
        report.diagnostics.extend(found);
        load::ho_so(&args.ho_so, fonts, &mau)
    });
    let ho_so = match read {
        Ok(ho_so) => ho_so,
        Err(faults) => {
            report.diagnostics.extend(faults);
            return report;
        }
    };
    let found = ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note());
    report.diagnostics.extend(found.cloned());
    let order = Order::of(&args.out, fonts, compiler);
    let folder = args.out.output.clone().unwrap_or_else(|| ho_so.thu_muc.clone());
    for document in order.pick(&ho_so) {
        let files = order.files(&document, &folder).and_then(|mut ready| {
            ready.retain(|file| written.get(&file.path) != Some(&file.bytes));
            output::write_all(&ready).map_err(|fault| vec![fault])?;
            Ok(ready)
        });
        match files {
            Err(faults) => report.diagnostics.extend(faults),
            Ok(ready) => {
                for file in ready {
                    report.lines.push(file.path.display().to_string());
                    written.insert(file.path, file.bytes);
                }
            }
        }
    }
    forget_removed(written, &ho_so);
    report
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
