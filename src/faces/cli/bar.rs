//! How far a job has come, as a bar on a terminal.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::faces::report;
use crate::jobs::{Progress, Silence};

/// A bar on a terminal that says what is done, nothing elsewhere.
pub(super) fn progress(viec: &str) -> Box<dyn Progress> {
    if std::io::stderr().is_terminal() { Box::new(Bar::new(viec)) } else { Box::new(Silence) }
}

struct Bar(ProgressBar);

impl Bar {
    fn new(viec: &str) -> Self {
        let style =
            ProgressStyle::with_template(&format!("{viec} {{pos}}/{{len}} {{wide_bar}} {{msg}}"));
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
        self.0.set_message(report::sach(ten));
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }
}
