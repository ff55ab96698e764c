//! `explain`: what the code of a finding means.

use super::Report;
use crate::diagnostic::Diagnostic;
use crate::faces::cli::ExplainArgs;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::rules::giai_thich::{danh_sach, giai_thich, tat_ca};
use crate::rules::soat::luat::gan_nhat;

/// Tells one code, or all in a line each.
pub fn explain(args: &ExplainArgs) -> Report {
    let Some(ma) = &args.ma else {
        return Report { lines: danh_sach(), ..Report::default() };
    };
    match giai_thich(ma) {
        Some(lines) => Report { lines, ..Report::default() },
        None => Report::of(khong_co(ma)),
    }
}

fn khong_co(ma: &str) -> Diagnostic {
    let known = tat_ca();
    let near = gan_nhat(ma).or_else(|| nearest(&ma.to_lowercase(), &known));
    let hint = near.map_or_else(|| "xem tất cả bằng lệnh: vanthu explain".to_owned(), co_phai_la);
    Diagnostic::error("wrong-use", format!("không có mã “{ma}”")).hint(hint)
}
