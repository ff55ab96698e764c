//! What is told of rows, row by row; what many rows have alike is told once.

use super::cac_dong::cac_so;
use crate::diagnostic::Diagnostic;

/// Findings that are told.
const NHIEU_NHAT: usize = 50;

/// Findings that are held against each other.
const GIU_NHIEU_NHAT: usize = 500;

/// The findings of rows, each with the rows that have it; of too many the rest is only counted, errors among them.
#[derive(Default)]
pub(super) struct GopLoi(Vec<(Diagnostic, Vec<usize>)>, usize, bool);

impl GopLoi {
    pub(super) fn them(&mut self, so: usize, found: Vec<Diagnostic>) {
        for one in found {
            let room = self.0.len() < GIU_NHIEU_NHAT;
            match self.0.iter_mut().find(|(own, _)| cung(own, &one)) {
                Some((_, rows)) if rows.last() == Some(&so) => {}
                Some((_, rows)) => rows.push(so),
                None if room => self.0.push((one, vec![so])),
                None => {
                    self.1 = self.1.saturating_add(1);
                    self.2 |= one.is_error();
                }
            }
        }
    }

    pub(super) fn co_loi(&self) -> bool {
        self.2 || self.0.iter().any(|(d, _)| d.is_error())
    }

    /// In the order of the rows; `tong` is how many rows there are.
    pub(super) fn noi(mut self, tong: usize) -> Vec<Diagnostic> {
        self.0.sort_by_key(|(d, rows)| (!d.is_error(), rows.first().copied()));
        let more = self.0.len().saturating_sub(NHIEU_NHAT).saturating_add(self.1);
        self.0.truncate(NHIEU_NHAT);
        let told = self.0.into_iter().map(|(mut d, rows)| {
            // What is said of every row is said of the paper.
            if rows.len() < tong || tong == 1 {
                d.message = format!("dòng {}: {}", cac_so(rows.into_iter()), d.message);
            }
            d
        });
        let mut all: Vec<Diagnostic> = told.collect();
        if more > 0 {
            let message = format!("còn {more} chỗ nữa phải xem ở các dòng khác");
            all.push(Diagnostic::warning("more-faults", message));
        }
        all
    }
}

fn cung(a: &Diagnostic, b: &Diagnostic) -> bool {
    let place = |d: &Diagnostic| d.place.as_ref().map(|p| (p.file.clone(), p.line, p.column));
    (a.severity, &a.code, &a.message) == (b.severity, &b.code, &b.message) && place(a) == place(b)
}
