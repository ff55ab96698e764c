//! From the words of the command line to how it ended.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use super::args::{NoJob, parse, verb};
use super::ask;
use super::asked::Asked;
use super::bar::progress;
use super::guard::Guard;
#[cfg(feature = "web")]
use super::serve::ServeArgs;
use super::stop::{left_to_the_parent, on_ctrl_c};
use super::tell::{Telling, say, tell, tell_diff};
use super::worker::CompileArgs;
use crate::compose::worker;
#[cfg(feature = "web")]
use crate::faces::web::{self, ServeStart};
use crate::jobs::register::RegisterRequest;
#[cfg(feature = "web")]
use crate::jobs::soan_thao::tho;
use crate::jobs::{
    self, Cancel, Ended, Means, Outcome, Progress, Request, Silence, build, load, so_da_biet,
};
use crate::machine::recent_folders::RecentFolders;
use crate::machine::user_folders::UserFolders;
use crate::word::doc_pdf;

/// What the program was started with.
#[derive(Debug)]
pub struct Start {
    /// The words of the command line, the program's own first.
    pub args: Vec<OsString>,
    /// The program's own file. One that can't be told has no worker to start; the first that is needed says so.
    pub exe: PathBuf,
    /// Whether the user wants no colours, whatever the terminal can.
    pub no_color: bool,
    /// Whether its window came with it, as after a double click.
    pub own_window: bool,
    /// Where papers lie that nobody names a folder for.
    pub folders: UserFolders,
}

/// Does what the words ask for.
pub fn run(start: Start) -> Ended {
    let json = start.args.iter().any(|arg| arg == "--json");
    let verb = if json { verb(&start.args) } else { "" };
    let telling = Telling { json, no_color: start.no_color, verb };
    match parse(start.args) {
        Ok(cli) => match Asked::from(ask::ask(cli.job)) {
            Asked::Job { request, json } => {
                job(&request, start.exe, &start.folders, Telling { json, ..telling })
            }
            Asked::Build(args) => {
                left_to_the_parent();
                build::serve(start.exe, args.memory_mib);
                Ended::Fault
            }
            Asked::Compile(args) => compile(args),
            Asked::Pdf(args) => {
                left_to_the_parent();
                doc_pdf::serve(args.memory_mib);
                Ended::Fault
            }
            #[cfg(feature = "web")]
            Asked::Page(args) => {
                left_to_the_parent();
                tho::serve(start.exe, args.memory_mib);
                Ended::Fault
            }
            #[cfg(feature = "web")]
            Asked::Serve(args) => serve(args, &start.folders, start.exe, telling),
        },
        Err(NoJob::Asked(text)) => match say(&text) {
            Ok(()) => Ended::Done,
            Err(fault) => tell(&Outcome::of(fault), Telling { json: false, ..telling }),
        },
        #[cfg(feature = "web")]
        Err(NoJob::NoCommand(_)) if start.own_window => {
            serve(ServeArgs::of_a_double_click(), &start.folders, start.exe, telling)
        }
        Err(NoJob::NoCommand(help)) => {
            let _ = std::io::stderr().write_all(help.as_bytes());
            Ended::Unusable
        }
        Err(NoJob::WrongUse(found)) => tell(&Outcome::of(*found), telling).max(Ended::Unusable),
    }
}

fn job(request: &Request, exe: PathBuf, folders: &UserFolders, telling: Telling) -> Ended {
    let cancel = if request.can_be_cancelled() { on_ctrl_c() } else { Cancel::default() };
    let progress: Box<dyn Progress> = match request {
        Request::Build(_) | Request::Merge(_) | Request::IssueMany(_) => progress("soạn"),
        Request::Register(RegisterRequest::Find(_)) => progress("đọc"),
        _ => Box::new(Silence),
    };
    let guard = Guard::over(request, progress, &cancel, telling);
    let compiler = request.compiler(&exe);
    let known = registers(folders);
    let means = Means {
        exe: &exe,
        compiler: &compiler,
        progress: &guard,
        cancel: &cancel,
        registers: known.as_ref(),
    };
    let mut each = |outcome: &Outcome| {
        tell(outcome, telling);
    };
    let mut outcome = jobs::run(request, &means, &mut each);
    guard.done();
    if let Some(known) = &known {
        so_da_biet::noi(&mut outcome, known);
    }
    match request {
        Request::Diff(_) => tell_diff(outcome, telling),
        _ => tell(&outcome, telling),
    }
}

/// The registers that this user's programs wrote into.
fn registers(folders: &UserFolders) -> Option<RecentFolders> {
    folders.own().map(|own| RecentFolders::new(own.join("so-sach.txt")))
}

/// Opens a folder in the browser until Ctrl+C.
#[cfg(feature = "web")]
fn serve(args: ServeArgs, folders: &UserFolders, exe: PathBuf, telling: Telling) -> Ended {
    let telling = Telling { json: args.common.json, ..telling };
    let folder = match args.folder(folders) {
        Ok(folder) => folder,
        Err(fault) => return tell(&Outcome::of(fault), telling),
    };
    // Where nobody sits before the machine nobody looks for a folder again.
    let recent = folders.own().filter(|_| !args.khong_mo).map(|own| own.join("thu-muc.txt"));
    let start = ServeStart {
        folder,
        browser: !args.khong_mo,
        with_parent: args.theo_cha,
        recent: recent.map(RecentFolders::new),
        registers: registers(folders),
        shared: args.common.into(),
        exe,
    };
    let mut each = |outcome: &Outcome| {
        tell(outcome, telling);
    };
    tell(&web::serve(start, &on_ctrl_c(), &mut each), telling)
}

/// Compiles templates of the office's for another process.
fn compile(args: CompileArgs) -> Ended {
    left_to_the_parent();
    if let Ok(fonts) = load::fonts(args.fonts.as_deref()) {
        worker::serve(args.memory_mib, fonts);
    }
    Ended::Fault
}
