//! `explain`: what the code of a finding means.

use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::diagnostic::Diagnostic;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::rules::giai_thich::{danh_sach, giai_thich, tat_ca};
use crate::rules::soat::luat::gan_nhat;

/// What to explain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainRequest {
    /// The code of a finding or a rule; all if it isn't said.
    pub ma: Option<String>,
}

/// Tells one code, or all in a line each.
pub fn explain(request: &ExplainRequest) -> Outcome {
    let Some(ma) = &request.ma else {
        return Outcome { lines: danh_sach(), ..Outcome::default() };
    };
    match giai_thich(ma) {
        Some(lines) => Outcome { lines, ..Outcome::default() },
        None => Outcome::of(khong_co(ma)),
    }
}

fn khong_co(ma: &str) -> Diagnostic {
    let known = tat_ca();
    let near = gan_nhat(ma).or_else(|| nearest(&ma.to_lowercase(), &known));
    let hint = near.map_or_else(|| "xem tất cả bằng lệnh: vanthu explain".to_owned(), co_phai_la);
    Diagnostic::error("wrong-use", format!("không có mã “{ma}”")).hint(hint)
}
