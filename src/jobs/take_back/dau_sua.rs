//! Tracked changes of an edited file: shown with their numbers, and taken or refused as the user has chosen.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::word::doc_word::{self, DauSua, LoiDoc, TepWord};
use crate::word::so_sanh::cau::{thay, trich};

/// Which tracked changes count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chon {
    /// Nobody has chosen.
    #[default]
    ChuaChon,
    NhanHet,
    BoHet,
    /// These, and no other.
    Nhan(Vec<usize>),
    /// All but these.
    Bo(Vec<usize>),
    /// Some of each; who has not decided about all of them takes nothing.
    TungCho {
        nhan: Vec<usize>,
        bo: Vec<usize>,
    },
}

/// All tracked changes of a file; their numbers count from 1.
pub fn cac(tep: &Path, bytes: &[u8]) -> Result<Vec<DauSua>, Diagnostic> {
    doc_word::cac_dau_sua(bytes).map_err(|why| khong_doc(tep, why))
}

fn khong_doc(tep: &Path, why: LoiDoc) -> Diagnostic {
    Diagnostic::error("bad-word", format!("{} {why}", tep.display()))
        .hint("mở tệp bằng Word hay LibreOffice, lưu lại thành .docx không có mật khẩu")
}

/// What the file says with the changes as they were chosen, and what there is to say of each.
pub fn doc(tep: &Path, bytes: &[u8], chon: &Chon) -> Result<(TepWord, Vec<String>), Diagnostic> {
    let bad = |why: LoiDoc| khong_doc(tep, why);
    let cac = doc_word::cac_dau_sua(bytes).map_err(bad)?;
    let bo = bo(chon, &cac, tep)?;
    let word = doc_word::doc_bo(bytes, &bo).map_err(bad)?;
    let told = cac.iter().enumerate().map(|(at, one)| {
        let so = at.saturating_add(1);
        let what = if bo.contains(&so) { "từ chối" } else { "chấp nhận" };
        format!("dấu sửa {so} ({what}): {}", cau(one))
    });
    Ok((word, told.collect()))
}

/// The numbers of those that are refused.
fn bo(chon: &Chon, cac: &[DauSua], tep: &Path) -> Result<BTreeSet<usize>, Diagnostic> {
    let all = || (1..=cac.len()).collect::<BTreeSet<usize>>();
    let known = |numbers: &[usize]| match numbers.iter().find(|so| **so == 0 || **so > cac.len()) {
        Some(so) => {
            let message = format!("{} không có dấu sửa số {so}", tep.display());
            Err(Diagnostic::error("wrong-use", message)
                .hint(format!("các số: từ 1 đến {}", cac.len())))
        }
        None => Ok(numbers.iter().copied().collect::<BTreeSet<usize>>()),
    };
    match chon {
        Chon::ChuaChon if !cac.is_empty() => Err(chua_chon(cac, tep)),
        Chon::ChuaChon | Chon::NhanHet => Ok(BTreeSet::new()),
        Chon::BoHet => Ok(all()),
        Chon::Nhan(numbers) => Ok(all().difference(&known(numbers)?).copied().collect()),
        Chon::Bo(numbers) => known(numbers),
        Chon::TungCho { nhan, bo } => {
            let (nhan, bo) = (known(nhan)?, known(bo)?);
            let decided = all().iter().all(|so| nhan.contains(so) || bo.contains(so));
            if decided { Ok(bo) } else { Err(chua_chon(cac, tep)) }
        }
    }
}

/// Changes that are told when nobody has chosen.
const KE: usize = 200;

fn chua_chon(cac: &[DauSua], tep: &Path) -> Diagnostic {
    let told = cac
        .iter()
        .enumerate()
        .take(KE)
        .map(|(at, one)| format!("\n  {}. {}", at.saturating_add(1), cau(one)));
    let message = format!(
        "{} có {} dấu sửa (Track Changes) chưa ai quyết:{}",
        tep.display(),
        cac.len(),
        told.collect::<String>()
    );
    Diagnostic::error("tracked-choose", message).hint(
        "lấy hết: thêm --accept all; bỏ hết: --reject all; lấy từng chỗ theo số: --accept 1,3",
    )
}

/// `Trần Văn B (05/3/2026): “07 ngày” sửa thành “10 ngày”`
fn cau(one: &DauSua) -> String {
    let what = viec(one);
    let ai = if one.ai.is_empty() { "không rõ ai" } else { one.ai.as_str() };
    match one.ngay() {
        Some(day) => format!("{ai} ({day}): {what}"),
        None => format!("{ai}: {what}"),
    }
}

/// What was done: `“07 ngày” sửa thành “10 ngày”`.
pub fn viec(one: &DauSua) -> String {
    let (them, bot) = (one.them.trim(), one.bot.trim());
    match (them.is_empty(), bot.is_empty()) {
        _ if one.doi_cho => format!("dời chỗ {}", trich(if them.is_empty() { bot } else { them })),
        (false, false) => thay(bot, them),
        (false, true) => format!("thêm {}", trich(them)),
        (true, false) => format!("bớt {}", trich(bot)),
        (true, true) => "thêm hoặc bớt dấu xuống dòng, hàng, ô".to_owned(),
    }
}
