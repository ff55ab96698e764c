//! Other folders that are open besides: programs of their own, which end with this one.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::Diagnostic;
use crate::jobs::load::Shared;
use crate::machine::recent_folders::RecentFolders;

/// Programs at once; each has a few processes of its own.
const MOST: usize = 8;

/// What is open besides, and what was open before.
#[derive(Default)]
pub struct Others {
    running: Mutex<Vec<Child>>,
    recent: Option<RecentFolders>,
}

impl Others {
    pub fn new(recent: Option<RecentFolders>) -> Self {
        Self { recent, ..Self::default() }
    }

    /// The folders that were opened lately and are still there, without that one.
    pub fn recent(&self, without: &Path) -> Vec<PathBuf> {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let own = whole(without);
        let all = self.recent.as_ref().map(RecentFolders::all).unwrap_or_default();
        all.into_iter().filter(|folder| folder.is_dir() && whole(folder) != own).collect()
    }

    /// Starts a program for the folder. It opens a browser if `browser` says so; else the file that leads in is told.
    pub fn open(
        &self,
        exe: &Path,
        folder: &Path,
        shared: &Shared,
        browser: bool,
    ) -> Result<Option<PathBuf>, Diagnostic> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
        if running.len() >= MOST {
            return Err(Diagnostic::error(
                "too-many-open",
                format!("đã mở {MOST} thư mục khác cùng lúc"),
            )
            .hint("đóng chương trình rồi mở lại ở thư mục cần dùng"));
        }
        let mut child = command(exe, folder, shared, browser).spawn().map_err(|_| not_started())?;
        let way_in = match browser {
            true => None,
            false => Some(first_line(&mut child).ok_or_else(not_started)?),
        };
        running.push(child);
        Ok(way_in)
    }
}

/// It ends when its input does, which is when this program is gone, however it went.
fn command(exe: &Path, folder: &Path, shared: &Shared, browser: bool) -> Command {
    let mut command = Command::new(exe);
    command.arg("serve").arg("--theo-cha");
    if !browser {
        command.arg("--khong-mo");
    }
    for (flag, value) in [("--fonts", &shared.fonts), ("--thu-muc-mau", &shared.mau)] {
        if let Some(value) = value {
            command.arg(flag).arg(value);
        }
    }
    let told = if browser { Stdio::null() } else { Stdio::piped() };
    let limits = [
        ("--time-limit", shared.time_limit.map(|limit| limit.as_secs_f64().to_string())),
        ("--memory-limit", shared.memory_limit.map(|limit| limit.to_string())),
    ];
    for (flag, value) in limits {
        if let Some(value) = value {
            command.arg(flag).arg(value);
        }
    }
    command.arg(folder).stdin(Stdio::piped()).stdout(told).stderr(Stdio::null());
    command
}

fn first_line(child: &mut Child) -> Option<PathBuf> {
    let mut line = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
    let line = line.trim();
    (!line.is_empty()).then(|| PathBuf::from(line))
}

fn not_started() -> Diagnostic {
    Diagnostic::error("internal", "chưa mở được thư mục ấy")
        .hint("đóng bớt chương trình rồi thử lại, hoặc dừng chương trình và mở lại ở thư mục ấy")
}
