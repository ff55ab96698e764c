//! The edge of the program: arguments in, exit code out. A fault of the program is caught here.

use std::io::{IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use vanthu::cli::{self, CommonArgs, Job, NoJob};
use vanthu::commands::{
    Outcome, Progress, Report, build, diff, explain, init, issue, load, register, schema, send,
    template, verify, watch,
};
use vanthu::report::{self, Style};
use vanthu::worker::{Limits, Worker, serve};

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
            say(&text);
            return Outcome::Done;
        }
        Err(NoJob::NoCommand(help)) => {
            let _ = std::io::stderr().write_all(help.as_bytes());
            return Outcome::Unusable;
        }
        Err(NoJob::WrongUse(found)) => {
            let json = std::env::args_os().any(|arg| arg == "--json");
            tell(&Report::of(*found), json);
            return Outcome::Unusable;
        }
    };
    let worker = |common: &CommonArgs| {
        // A program that can't tell its own path has no worker to start; the first own template says so.
        let exe = std::env::current_exe().unwrap_or_default();
        Worker::new(exe, Limits::default(), common.fonts.clone())
    };
    let (report, json) = match &cli.job {
        Job::Build(args) => {
            (build::build(args, &*progress(), &worker(&args.common)), args.common.json)
        }
        Job::Watch(args) => {
            let json = args.common.json;
            (watch::watch(args, &worker(&args.common), |report| tell(report, json)), json)
        }
        Job::Send(args) => (send::send(args, &worker(&args.common)), args.common.json),
        Job::Verify(args) => (verify::verify(args, &worker(&args.common)), args.common.json),
        Job::Diff(args) => (diff::diff(args, &worker(&args.common)), args.common.json),
        Job::Explain(args) => (explain::explain(args), false),
        Job::Check(args) => (build::check(args, &worker(&args.common)), args.common.json),
        Job::Issue(args) => (issue::issue(args, &worker(&args.common)), args.common.json),
        Job::Register(args) => (register::run(&args.job), args.job.store().json),
        Job::Init(args) => (init::init(args), false),
        Job::Compile(args) => {
            if let Ok(fonts) = load::fonts(args.fonts.as_deref()) {
                serve(args.memory_mib, fonts);
            }
            return Outcome::Fault;
        }
        Job::Template(args) => (template::template(args), false),
        Job::Schema(args) => (schema::print(args), false),
    };
    tell(&report, json);
    report.outcome()
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

fn tell(report: &Report, json: bool) {
    for line in &report.lines {
        say(&format!("{line}\n"));
    }
    let mut err = std::io::stderr().lock();
    let _ = if json {
        report::write_json(&mut err, &report.diagnostics)
    } else {
        let color = err.is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let _ = report::write_notes(&mut err, &report.notes);
        report::write_all(&mut err, &report.diagnostics, Style { color })
    };
}

/// What to say when the program itself failed: that it did, and what to send.
fn tell_fault(panic: &(dyn std::any::Any + Send)) {
    let what = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("không rõ");
    let text = format!(
        "lỗi của chương trình vanthu {}: {what}\n  gợi ý: gửi dòng trên cùng thư mục hồ sơ cho người phụ trách; \
         tệp đang có không bị thay đổi\n",
        env!("CARGO_PKG_VERSION")
    );
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// To standard output; whoever closed it early doesn't want the rest.
fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
