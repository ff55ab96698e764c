//! The edge of the program: arguments in, exit code out. A fault of the program is caught here.

use std::io::{IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use vanthu::cli::{self, Job, NoJob};
use vanthu::commands::{Outcome, Report, build, init, schema};
use vanthu::report::{self, Style};

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        report::fault(&mut std::io::stderr(), &*panic);
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
        Err(NoJob::WrongUse(text)) => {
            let _ = std::io::stderr().write_all(text.as_bytes());
            return Outcome::Unusable;
        }
    };
    let (report, json) = match &cli.job {
        Job::Build(args) => (build::build(args), args.common.json),
        Job::Check(args) => (build::check(args), args.common.json),
        Job::Init(args) => (init::init(args), false),
        Job::Schema(args) => (schema::print(args), false),
    };
    tell(&report, json);
    report.outcome()
}

fn tell(report: &Report, json: bool) {
    for line in &report.lines {
        say(&format!("{line}\n"));
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = if json { Style::Json } else { Style::Text { colour } };
    report::print(&mut std::io::stderr(), &report.diagnostics, style);
}

/// To standard output; whoever closed it early doesn't want the rest.
fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
