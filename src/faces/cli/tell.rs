//! An outcome on the terminal: what was made and the answer on standard output, all else on standard error.

use std::any::Any;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use super::version::version;
use crate::diagnostic::Diagnostic;
use crate::faces::json;
use crate::faces::report::{self, Style};
use crate::jobs::{Ended, Outcome};
use crate::machine::output;
use crate::machine::worker::serving::words_of;

/// How to tell it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    /// Findings in JSON, an object a line, and the outcome as one object.
    pub json: bool,
    /// The command that was asked for, as the outcome names it.
    pub verb: &'static str,
    /// The user wants no colours.
    pub no_color: bool,
}

/// Says all of it, and how the run ended: worse than the outcome knows if nobody can read it.
pub(super) fn tell(outcome: &Outcome, telling: Telling) -> Ended {
    let unsaid = match telling.json {
        true => {
            let line =
                json::outcome_line(telling.verb, outcome, outcome.ended(), &outcome.diagnostics);
            say(&format!("{line}\n")).err()
        }
        false => {
            let made = outcome.made.iter().map(|path| format!("{}\n", path.display()));
            let lines = outcome.lines.iter().map(|line| format!("{line}\n"));
            say(&made.chain(lines).collect::<String>()).err()
        }
    };
    let ended = outcome.ended().max(if unsaid.is_some() { Ended::Unusable } else { Ended::Done });
    let all: Vec<Diagnostic> = outcome.diagnostics.iter().cloned().chain(unsaid).collect();
    let mut err = std::io::stderr().lock();
    let _ = if telling.json {
        json::write_json(&mut err, &all)
    } else {
        let color = err.is_terminal() && !telling.no_color;
        let _ = report::write_notes(&mut err, &outcome.notes);
        report::write_all(&mut err, &all, Style { color })
    };
    ended
}

/// What `diff` has written goes to standard error: its standard output is the changes alone, in JSON an object a line, with
/// the outcome as the last.
pub(super) fn tell_diff(mut outcome: Outcome, telling: Telling) -> Ended {
    if telling.json {
        let changes = std::mem::take(&mut outcome.lines).into_iter();
        let unsaid = say(&changes.map(|line| format!("{line}\n")).collect::<String>()).err();
        outcome.diagnostics.extend(unsaid);
        return tell(&outcome, telling);
    }
    let made = std::mem::take(&mut outcome.made).into_iter();
    let made = made.map(|path| format!("đã ghi {}", path.display()));
    outcome.notes = made.chain(outcome.notes).collect();
    tell(&outcome, telling)
}

/// To standard output; whoever closed it early doesn't want the rest.
pub(super) fn say(text: &str) -> Result<(), Diagnostic> {
    let text = report::sach(text);
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(output::cannot_write(Path::new("đầu ra chuẩn (stdout)"), &e))
        }
        _ => Ok(()),
    }
}

/// What to say when the program itself failed: that it did, and what to send.
pub fn tell_fault(panic: &(dyn Any + Send)) -> Ended {
    let what = words_of(panic);
    let text = format!(
        "lỗi của chương trình vanthu {}: {what}\n  gợi ý: gửi dòng trên cùng thư mục hồ sơ cho người phụ trách; \
         tệp đang có không bị thay đổi\n",
        version()
    );
    let _ = std::io::stderr().write_all(report::sach(&text).as_bytes());
    Ended::Fault
}
