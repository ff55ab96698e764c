//! A template's own words that somebody has edited: which standing phrase they are, and how a paper words it otherwise.

use super::ban_do::BanDo;
use super::cho_sua::{ChoSua, Loai};
use crate::model::chu_dau::hoa_dau;
use crate::reading::source::MauRieng;
use crate::rules::check::cac_cau_chu;

/// A standing phrase worded otherwise: its key, all of it.
pub type CauKhac = (String, String);

/// How a paper says so.
pub fn goi_y((khoa, cau): &CauKhac) -> String {
    format!("muốn đổi thì thêm vào tệp văn bản: cau_chu: {{ {khoa}: \"{cau}\" }}")
}

/// The phrase that the edit lies in, if it may be worded otherwise.
pub fn tim(ban_do: &BanDo<'_>, cho: &ChoSua, mau: &MauRieng) -> Option<CauKhac> {
    let Loai::Chu { goc, khoang, moi } = &cho.loai else { return None };
    let text = &ban_do.doan.get(*goc)?.chu;
    // Printed in capitals it is the same phrase.
    let lower = text.to_lowercase();
    let found = cac_cau_chu(mau).into_iter().filter(|(_, cau)| cau.chars().count() > 2);
    let mut found: Vec<(String, String)> = found
        .filter_map(|(khoa, cau)| {
            let as_typed = text.find(cau.trim());
            let in_capitals = || lower.find(&cau.trim().to_lowercase());
            let at = as_typed.or_else(|| in_capitals().filter(|_| lower.len() == text.len()))?;
            let end = at.saturating_add(cau.trim().len());
            let old = khoang.start.max(at)..khoang.end.min(end);
            let inside =
                at <= khoang.start && khoang.end <= end.saturating_add(1) && old.start <= old.end;
            inside.then_some(())?;
            let mut new = cau.trim().to_owned();
            let from = old.start.checked_sub(at)?..old.end.checked_sub(at)?;
            new.get(from.clone())?;
            new.replace_range(from, moi);
            Some((khoa, if as_typed.is_some() { new } else { hoa_dau(&new.to_lowercase()) }))
        })
        .collect();
    // The longest phrase is the one that says most of what stands there.
    found.sort_by_key(|(_, cau)| cau.len());
    found.pop()
}
