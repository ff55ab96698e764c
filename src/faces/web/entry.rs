//! A paper is entered in a book: what its file says is shown with a form for the rest, then the line is written.

use maud::{Markup, html};

use super::filled::Filled;
use super::given::Asked;
use super::http::{Answer, Request};
use super::opened::Opened;
use super::upload::{Upload, with_file_or_none};
use super::view::{findings, piece, piece_of_faults};
use super::words::sentence;
use crate::diagnostic::Diagnostic;
use crate::jobs::{self, Outcome};

/// What differs from book to book.
pub struct Entry {
    /// Endings of the files that are kept.
    pub files: &'static [&'static str],
    /// What is asked of the jobs; with `true` nothing is written.
    pub job: fn(&Asked, &Opened, Option<&Upload>, bool) -> Result<jobs::Request, Diagnostic>,
    /// The form, above it why the line was refused.
    pub form: fn(&Opened, &Filled, Option<&Upload>, Option<&Outcome>) -> Markup,
    /// What is said when the line is written.
    pub said: fn(&Asked, &Outcome) -> Markup,
}

impl Entry {
    /// What the file says, and the form for the rest. Nothing is written.
    pub fn look(&self, opened: &Opened, request: &Request) -> Answer {
        with_file_or_none(request, self.files, |upload| match upload {
            None => piece(&(self.form)(opened, &Filled::given(&Asked(request)), None, None)),
            Some(_) => self.seen(opened, &Asked(request), upload),
        })
    }

    fn seen(&self, opened: &Opened, given: &Asked, upload: Option<&Upload>) -> Answer {
        let outcome = match self.done(opened, given, upload, true) {
            Ok(outcome) => outcome,
            Err(found) => return piece_of_faults("Không dùng được tệp này", &[found]),
        };
        // What the file lacks is asked for; whatever else is wrong is no matter of the form.
        let other = |found: &&Diagnostic| found.is_error() && found.code != "entry-incomplete";
        let wrong: Vec<Diagnostic> = outcome.diagnostics.iter().filter(other).cloned().collect();
        if !wrong.is_empty() {
            return piece_of_faults("Chưa dùng được tệp này", &wrong);
        }
        let filled = Filled::read(given, &outcome.read);
        piece(&html! { (read(&outcome)) ((self.form)(opened, &filled, upload, None)) })
    }

    /// Enters the paper.
    pub fn write(&self, opened: &Opened, request: &Request) -> Answer {
        let key = request.asked("khoa").unwrap_or_default();
        let given = Asked(request);
        opened.once(key, || {
            with_file_or_none(request, self.files, |upload| self.entered(opened, &given, upload))
        })
    }

    fn entered(&self, opened: &Opened, given: &Asked, upload: Option<&Upload>) -> Answer {
        let outcome = match self.done(opened, given, upload, false) {
            Ok(outcome) => outcome,
            Err(found) => return piece_of_faults("Chưa vào sổ được", &[found]),
        };
        if outcome.co_loi() {
            let answer = piece(&(self.form)(opened, &Filled::given(given), upload, Some(&outcome)));
            return Answer { status: 422, ..answer };
        }
        piece(&(self.said)(given, &outcome))
    }

    fn done(
        &self,
        opened: &Opened,
        given: &Asked,
        upload: Option<&Upload>,
        thu: bool,
    ) -> Result<Outcome, Diagnostic> {
        let job = (self.job)(given, opened, upload, thu)?;
        Ok(match upload {
            Some(upload) => upload.told(opened.work_on_handed(&job)),
            None => opened.work(&job),
        })
    }
}

/// What was read of the file; what is missing is asked for below, and is no fault yet.
fn read(outcome: &Outcome) -> Markup {
    let warned: Vec<Diagnostic> =
        outcome.diagnostics.iter().filter(|d| !d.is_error()).cloned().collect();
    html! {
        section class="phan" aria-label="Đọc được từ tệp" {
            h2 { "Đọc được từ tệp" }
            @for line in outcome.notes.iter().chain(&outcome.lines) { p { (sentence(line)) } }
            (findings(&warned))
            @for missing in outcome.diagnostics.iter().filter(|d| d.is_error()) { p { (sentence(&missing.message)) " (ghi ở dưới)" } }
        }
    }
}
