//! Which documents can go out: those that were asked for and have number and date.

use super::nguon::{CanGui, NguonGui};
use super::request::SendRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::make::asked;
use crate::model::VanBan;

/// The documents to send. Those without number or day are passed over with a note; if nothing is left,
/// that is a fault.
pub(super) fn co_the_gui<'n>(
    request: &SendRequest,
    nguon: &'n NguonGui,
    outcome: &mut Outcome,
) -> Result<Vec<&'n CanGui>, Vec<Diagnostic>> {
    let names: Vec<&str> = nguon.van_ban.iter().map(|v| v.ten.as_str()).collect();
    let nobody = |only: &&String| !names.iter().any(|ten| asked(only, ten, &names));
    let unknown = request.only.iter().filter(nobody).map(|only| khong_co(only, &names));
    outcome.diagnostics.extend(unknown);
    let wanted = nguon.van_ban.iter().filter(|v| {
        request.only.is_empty() || request.only.iter().any(|only| asked(only, &v.ten, &names))
    });
    let (ready, open): (Vec<_>, Vec<_>) = wanted.partition(|v| thieu_gi(&v.van_ban).is_none());
    let told = outcome.co_loi();
    if ready.is_empty() && !told {
        return Err(open.iter().map(|v| chua_phat_hanh(&v.van_ban)).collect());
    }
    let passed = open
        .iter()
        .filter_map(|v| Some(format!("{}: chưa có {}; không gửi", v.ten, thieu_gi(&v.van_ban)?)));
    outcome.notes.extend(passed);
    Ok(ready.into_iter().filter(|v| v.ro).collect())
}

/// What a document lacks to go out.
fn thieu_gi(van_ban: &VanBan) -> Option<&'static str> {
    match (van_ban.so_ky_hieu.so(), van_ban.ngay_ban_hanh.ngay()) {
        (None, None) => Some("số và ngày ban hành"),
        (None, Some(_)) => Some("số"),
        (Some(_), None) => Some("ngày ban hành"),
        (Some(_), Some(_)) => None,
    }
}

fn chua_phat_hanh(van_ban: &VanBan) -> Diagnostic {
    let thieu = thieu_gi(van_ban).unwrap_or_default();
    Diagnostic::error("not-issued", format!("{}: văn bản chưa có {thieu}", van_ban.nguon))
        .hint("cấp số và ngày ban hành (mục so, ngay_ban_hanh) rồi mới gửi")
        .clause("Nghị định 30/2020/NĐ-CP, Điều 15")
}

fn khong_co(only: &str, names: &[&str]) -> Diagnostic {
    Diagnostic::error("wrong-use", format!("hồ sơ không có văn bản “{only}”"))
        .hint(format!("các văn bản: {}", names.join(", ")))
}
