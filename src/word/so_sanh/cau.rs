//! Changes in words for a reader.

use std::ops::Range;

use super::chuan::Tu;
use super::sua_chu::{Ban, SuaChu};
use crate::word::doc_word::{Doan, MOC_CHU_THICH, ThanhPhan};

/// The longest text that is quoted whole, in characters.
const DAI: usize = 200;

/// `“…”`, on one line, a long text with its middle left out.
pub fn trich(text: &str) -> String {
    let text = text.replace(MOC_CHU_THICH, "");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = line.chars().count();
    if count <= DAI {
        return format!("“{line}”");
    }
    let head: String = line.chars().take(DAI / 2).collect();
    let tail: String = line.chars().skip(count.saturating_sub(DAI / 4)).collect();
    format!("“{} … {}”", head.trim_end(), tail.trim_start())
}

/// Words that a number or a name belongs to when it follows them: `tháng 4`, not `4 năm`.
const DUNG_TRUOC: [&str; 14] = [
    "ngày", "tháng", "năm", "quý", "số", "đợt", "điều", "khoản", "mục", "điểm", "chương", "lúc",
    "tỉnh", "huyện",
];

/// A paragraph that came (`thêm`) or went (`bớt`).
pub fn ca_doan(verb: &str, doan: &Doan) -> String {
    let text = trich(&doan.in_ra());
    match (doan.thanh_phan, doan.noi.thu) {
        (ThanhPhan::DeMuc(..), _) => format!("{}: {verb} đề mục {text}", doan.noi.vung),
        (_, 0) => format!("{}: {verb} {text}", doan.noi.vung),
        (_, thu) => format!("{}: {verb} đoạn {thu} {text}", doan.noi.vung),
    }
}

/// What changed inside a text; nothing if only notes did.
pub fn ben_trong(sua: &SuaChu) -> Option<String> {
    let seen = |ban: &Ban, words: &Range<usize>| {
        words.clone().any(|i| ban.tu.get(i).is_some_and(|tu| !tu.la_moc()))
    };
    let khac: Vec<_> =
        sua.khac.iter().filter(|(o, n)| seen(&sua.cu, o) || seen(&sua.moi, n)).collect();
    if khac.is_empty() {
        return None;
    }
    if sua.khac_han() {
        return Some(thay(sua.cu.text, sua.moi.text));
    }
    let parts: Vec<String> = khac.into_iter().map(|(o, n)| mot_cho(sua, o, n)).collect();
    Some(parts.join("; "))
}

/// `“07 ngày” sửa thành “10 ngày”`
pub fn thay(cu: &str, moi: &str) -> String {
    format!("{} sửa thành {}", trich(cu), trich(moi))
}

fn mot_cho(sua: &SuaChu, cu: &Range<usize>, moi: &Range<usize>) -> String {
    if cu.is_empty() {
        return format!("thêm {}{}", trich(sua.moi.chu(moi)), sau(&sua.moi, moi.start));
    }
    if moi.is_empty() {
        return format!("bớt {}{}", trich(sua.cu.chu(cu)), sau(&sua.cu, cu.start));
    }
    let (cu, moi) = match cu.len() == 1 || moi.len() == 1 {
        true => them_mot_chu(sua, cu.clone(), moi.clone()),
        false => (cu.clone(), moi.clone()),
    };
    thay(sua.cu.chu(&cu), sua.moi.chu(&moi))
}

/// A change of one word is read with the word after it, or else the one before: `07 ngày`.
fn them_mot_chu(sua: &SuaChu, cu: Range<usize>, moi: Range<usize>) -> (Range<usize>, Range<usize>) {
    let word = |ban: &Ban, i: Option<usize>| {
        i.and_then(|i| ban.tu.get(i)).filter(|tu| tu.la_chu()).map(|tu| tu.chuan().to_owned())
    };
    let same = |a: Option<String>, b: Option<String>| a.is_some() && a == b;
    let before = |range: &Range<usize>| range.start.checked_sub(1);
    let led = same(word(&sua.cu, before(&cu)), word(&sua.moi, before(&moi)));
    let lead = word(&sua.cu, before(&cu)).map(|w| w.to_lowercase()).unwrap_or_default();
    if led && DUNG_TRUOC.contains(&lead.as_str()) {
        return (cu.start.saturating_sub(1)..cu.end, moi.start.saturating_sub(1)..moi.end);
    }
    if same(word(&sua.cu, Some(cu.end)), word(&sua.moi, Some(moi.end))) {
        return (cu.start..cu.end.saturating_add(1), moi.start..moi.end.saturating_add(1));
    }
    if led {
        return (cu.start.saturating_sub(1)..cu.end, moi.start.saturating_sub(1)..moi.end);
    }
    (cu, moi)
}

/// ` sau “…”`: the words before a place.
fn sau(ban: &Ban, at: usize) -> String {
    let near = at.saturating_sub(3)..at;
    let from = near.clone().find(|i| ban.tu.get(*i).is_some_and(Tu::la_chu)).unwrap_or(near.start);
    match ban.chu(&(from..at)) {
        "" => " ở đầu".to_owned(),
        before => format!(" sau {}", trich(before)),
    }
}
