//! The words of a paper as its pages have them, for whoever looks before anything is made.

use crate::layout::trang::{CacTrang, DoanChu, Hinh};

/// Lines that are shown.
const DONG_NHIEU_NHAT: usize = 60;
/// A gap wider than this is a gap of words.
const HO: f64 = 1.5;

/// The lines of all pages from top to bottom.
pub(super) fn cac_dong(pages: &CacTrang) -> Vec<String> {
    let mut out = Vec::new();
    for trang in &pages.trang {
        let runs = trang.ve.iter().filter_map(|ve| match &ve.hinh {
            Hinh::Chu(doan) if !doan.chu.trim().is_empty() => Some(doan),
            _ => None,
        });
        let mut runs: Vec<&DoanChu> = runs.collect();
        runs.sort_by(|a, b| a.chan.total_cmp(&b.chan).then(a.x.total_cmp(&b.x)));
        let mut lines: Vec<(f64, Vec<&DoanChu>)> = Vec::new();
        for run in runs {
            match lines.last_mut() {
                Some((chan, line)) if (run.chan - *chan).abs() < HO => line.push(run),
                _ => lines.push((run.chan, vec![run])),
            }
        }
        out.extend(lines.into_iter().map(|(_, line)| mot_dong(line)));
    }
    let more = out.len().saturating_sub(DONG_NHIEU_NHAT);
    out.truncate(DONG_NHIEU_NHAT);
    if more > 0 {
        out.push(format!("… còn {more} dòng"));
    }
    out
}

fn mot_dong(mut line: Vec<&DoanChu>) -> String {
    line.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut out = String::new();
    for run in line {
        // Runs of one word stand side by side; so do the two columns of the head, with a gap that is seen.
        if !out.is_empty()
            && !out.ends_with(' ')
            && !run.chu.starts_with([' ', ',', '.', ';', ':', ')', '”'])
        {
            out.push(' ');
        }
        out.push_str(&run.chu);
    }
    out.trim().to_owned()
}
