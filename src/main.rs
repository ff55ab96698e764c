//! The edge of the program: arguments in, exit code out. A fault of the program is caught here.

use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use vanthu::compose::worker::{Worker, serve};
use vanthu::diagnostic::Diagnostic;
use vanthu::faces::cli::{self, BuildArgs, BuildWorkerArgs, CommonArgs, Job, NoJob};
use vanthu::faces::report::{self, Style};
use vanthu::jobs::build::{Means, Processes};
use vanthu::jobs::{
    Outcome, Progress, Report, build, check, diff, explain, init, issue, load, register, schema,
    send, template, verify, watch,
};
use vanthu::machine::output;
use vanthu::machine::worker::Limits;
use vanthu::machine::worker::serving::words_of;
use vanthu::machine::worker::threads;

/// Some senders of a signal send it to the program and to its group: what comes within so long of the first
/// is the same wish.
const SECOND: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        tell_fault(&*panic);
        Outcome::Fault
    });
    ExitCode::from(outcome as u8)
}

fn run() -> Outcome {
    let cli = match cli::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(NoJob::Asked(text)) => {
            return match say(&text) {
                Ok(()) => Outcome::Done,
                Err(fault) => tell(&Report::of(fault), false),
            };
        }
        Err(NoJob::NoCommand(help)) => {
            let _ = std::io::stderr().write_all(help.as_bytes());
            return Outcome::Unusable;
        }
        Err(NoJob::WrongUse(found)) => {
            let json = std::env::args_os().any(|arg| arg == "--json");
            return tell(&Report::of(*found), json).max(Outcome::Unusable);
        }
    };
    let job = match cli.job {
        Job::BuildWorker(args) => return build_worker(args),
        job => job,
    };
    if makes_documents(&job) {
        threads::as_many_as_there_are();
    }
    let worker =
        |common: &CommonArgs| Worker::new(own_file(), Limits::template(), common.fonts.clone());
    let (report, json) = match &job {
        Job::Build(args) => (build_batch(args, &worker(&args.common)), args.common.json),
        // Gone already.
        Job::BuildWorker(_) => return Outcome::Fault,
        Job::Watch(args) => {
            let json = args.common.json;
            (
                watch::watch(args, &worker(&args.common), |report| {
                    let _ = tell(report, json);
                }),
                json,
            )
        }
        Job::Send(args) => (send::send(args, &worker(&args.common)), args.common.json),
        Job::Verify(args) => (verify::verify(args, &worker(&args.common)), args.common.json),
        Job::Diff(args) => (diff::diff(args, &worker(&args.common)), args.common.json),
        Job::Explain(args) => (explain::explain(args), false),
        Job::Check(args) => (check::check(args, &worker(&args.common)), args.common.json),
        Job::Issue(args) => (issue::issue(args, &worker(&args.common)), args.common.json),
        Job::Register(args) => (register::run(&args.job), args.job.store().json),
        Job::Init(args) => (init::init(args), false),
        Job::Compile(args) => {
            // Whoever asked hears Ctrl+C, and ends this with its input.
            let _ = ctrlc::set_handler(|| {});
            if let Ok(fonts) = load::fonts(args.fonts.as_deref()) {
                serve(args.memory_mib, fonts);
            }
            return Outcome::Fault;
        }
        Job::Template(args) => (template::template(args), false),
        Job::Schema(args) => (schema::print(args), false),
    };
    tell(&report, json)
}

/// Whether Typst is needed in this process itself; `build` finds out later.
fn makes_documents(job: &Job) -> bool {
    matches!(job, Job::Watch(_) | Job::Send(_) | Job::Verify(_) | Job::Diff(_) | Job::Issue(_))
}

/// This program's file. One that can't be told has no worker to start; the first that is needed says so.
fn own_file() -> PathBuf {
    std::env::current_exe().unwrap_or_default()
}

/// Ctrl+C lets the document in hand be finished; a second one, later, ends the program at once.
fn build_batch(args: &BuildArgs, compiler: &Worker) -> Report {
    static STOP: AtomicBool = AtomicBool::new(false);
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let _ = ctrlc::set_handler(|| {
        STOP.store(true, Ordering::SeqCst);
        if FIRST.get_or_init(Instant::now).elapsed() >= SECOND {
            std::process::exit(Outcome::Unusable as i32);
        }
    });
    let mut limits = Limits::document();
    limits.time = args.time_limit.map_or(limits.time, |s| Duration::from_secs(s.get()));
    let words = [OsString::from("__build"), limits.memory_mib.to_string().into()];
    // The command itself is the first argument; all others are the worker's, too.
    let args_of_worker = words.into_iter().chain(std::env::args_os().skip(2)).collect();
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = args.jobs.map_or_else(cores, NonZeroUsize::get);
    let processes = Processes { exe: own_file(), args: args_of_worker, jobs, limits };
    build::build(
        args,
        &Means { progress: &*progress(), compiler, processes: &processes, stop: &STOP },
    )
}

/// Makes documents for a batch, which alone hears Ctrl+C. Ends with its input.
fn build_worker(args: BuildWorkerArgs) -> Outcome {
    let _ = ctrlc::set_handler(|| {});
    let compiler = Worker::new(own_file(), Limits::template(), args.build.common.fonts.clone());
    build::serve(args.build, args.memory_mib, compiler);
    Outcome::Fault
}

/// A bar on a terminal, nothing elsewhere.
fn progress() -> Box<dyn Progress> {
    if std::io::stderr().is_terminal() { Box::new(Bar::new()) } else { Box::new(Silence) }
}

struct Silence;

impl Progress for Silence {
    fn more(&self, _: usize) {}
    fn next(&self, _: &str) {}
    fn end(&self) {}
}

struct Bar(ProgressBar);

impl Bar {
    fn new() -> Self {
        let style = ProgressStyle::with_template("soạn {pos}/{len} {wide_bar} {msg}");
        let bar = ProgressBar::new(0);
        Self(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }
}

impl Progress for Bar {
    fn more(&self, documents: usize) {
        self.0.inc_length(u64::try_from(documents).unwrap_or(0));
    }

    fn next(&self, ten: &str) {
        self.0.inc(1);
        self.0.set_message(ten.to_owned());
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// Says all of it, and how the run ended: worse than the report knows if nobody can read it.
fn tell(report: &Report, json: bool) -> Outcome {
    let lines: String = report.lines.iter().map(|line| format!("{line}\n")).collect();
    let unsaid = say(&lines).err();
    let ended =
        report.outcome().max(if unsaid.is_some() { Outcome::Unusable } else { Outcome::Done });
    let all: Vec<Diagnostic> = report.diagnostics.iter().cloned().chain(unsaid).collect();
    let mut err = std::io::stderr().lock();
    let _ = if json {
        report::write_json(&mut err, &all)
    } else {
        let color = err.is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let _ = report::write_notes(&mut err, &report.notes);
        report::write_all(&mut err, &all, Style { color })
    };
    ended
}

/// What to say when the program itself failed: that it did, and what to send.
fn tell_fault(panic: &(dyn std::any::Any + Send)) {
    let what = words_of(panic);
    let text = format!(
        "lỗi của chương trình vanthu {}: {what}\n  gợi ý: gửi dòng trên cùng thư mục hồ sơ cho người phụ trách; \
         tệp đang có không bị thay đổi\n",
        env!("CARGO_PKG_VERSION")
    );
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// To standard output; whoever closed it early doesn't want the rest.
fn say(text: &str) -> Result<(), Diagnostic> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(output::cannot_write(Path::new("đầu ra chuẩn (stdout)"), &e))
        }
        _ => Ok(()),
    }
}
