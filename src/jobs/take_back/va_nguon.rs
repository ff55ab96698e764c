//! Changes of fields, put into the files of the source in memory.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ban_do::TruongChu;
use super::theo_nguon::Viec;
use crate::reading::source::{HoSoNguon, TepNguon};
use crate::reading::yaml::va::{Buoc, Cay, cay_cua, va};

/// What can't be written: of which edits, and why.
#[derive(Debug, PartialEq, Eq)]
pub struct KhongGhi {
    pub cho: Vec<usize>,
    pub vi: &'static str,
}

const CHONG: &str = "hai chỗ sửa đòi cùng một chỗ của nguồn thành hai lời khác nhau";
const KHONG: &str = "không ghi được vào tệp nguồn mà các dòng khác giữ nguyên";

/// Bytes of a field that become others, for an edit.
type Thay<'v> = (Range<usize>, &'v str, usize);

/// Puts all changes into the files; `viec` has for each the number of its edit.
pub fn ap(
    nguon: &mut HoSoNguon,
    truong: &[TruongChu],
    viec: &[(usize, Viec)],
) -> Result<(), KhongGhi> {
    let mut of_field: BTreeMap<usize, Vec<Thay<'_>>> = BTreeMap::new();
    for (cho, one) in viec {
        if let Viec::Thay { truong, khoang, moi } = one {
            of_field.entry(*truong).or_default().push((khoang.clone(), moi, *cho));
        }
    }
    for (so, edits) in of_field {
        let all = || edits.iter().map(|(.., cho)| *cho).collect();
        let Some(field) = truong.get(so) else { continue };
        let text = ghep(&field.gia_tri, edits.clone())?;
        let done = tep(nguon, &field.tep).and_then(|tep| ghi_truong(tep, field, text));
        done.ok_or_else(|| KhongGhi { cho: all(), vi: KHONG })?;
    }
    danh_sach(nguon, truong, viec)
}

/// The value with all changes of it. Their order does not matter, but for new lines at one place.
fn ghep(value: &str, mut edits: Vec<Thay<'_>>) -> Result<String, KhongGhi> {
    edits.sort_by_key(|(khoang, _, cho)| (khoang.start, khoang.end, *cho));
    let (mut out, mut at) = (String::with_capacity(value.len()), 0_usize);
    let mut before: Option<Thay<'_>> = None;
    for (khoang, moi, cho) in edits {
        if let Some((own, text, other)) = &before {
            // One field printed in two places, and edited alike in both.
            if *own == khoang && *text == moi && !khoang.is_empty() {
                continue;
            }
            if khoang.start < own.end {
                if text.is_empty() && moi.is_empty() {
                    // Neighbours that go, with the blank lines between them.
                    at = at.max(khoang.end);
                    let own = own.start..at;
                    before = Some((own, moi, cho));
                    continue;
                }
                if text.is_empty() && khoang.is_empty() {
                    // What was typed behind a paragraph that went.
                    out.push_str(moi.trim_matches('\n'));
                    out.push_str("\n\n");
                    continue;
                }
                return Err(KhongGhi { cho: vec![*other, cho], vi: CHONG });
            }
        }
        out.push_str(value.get(at..khoang.start).unwrap_or_default());
        out.push_str(moi);
        at = khoang.end;
        before = Some((khoang, moi, cho));
    }
    out.push_str(value.get(at..).unwrap_or_default());
    Ok(out)
}

fn tep<'n>(nguon: &'n mut HoSoNguon, ten: &str) -> Option<&'n mut TepNguon> {
    nguon.tep.iter_mut().chain(&mut nguon.md).find(|tep| tep.ten == ten)
}

fn ghi_truong(tep: &mut TepNguon, field: &TruongChu, text: String) -> Option<()> {
    let Some(duong) = &field.duong else {
        let moi = TepNguon::decode_text(&tep.ten, text.as_bytes()).ok()?;
        (moi.text == text).then_some(())?;
        *tep = moi;
        return Some(());
    };
    // What Word writes between two letters of one composed sign must not stay.
    let cay = Cay::Chu(text).nfc();
    let text = va(tep, duong, &cay)?;
    *tep = TepNguon::decode(&tep.ten, text.as_bytes()).ok()?;
    Some(())
}

/// What becomes of the items of one list.
#[derive(Default)]
struct PhanTu {
    bo: Vec<usize>,
    /// Before the item of that number.
    them: Vec<(usize, String)>,
    cho: Vec<usize>,
}

/// Items come and go, once all texts are what they are to be.
fn danh_sach(
    nguon: &mut HoSoNguon,
    truong: &[TruongChu],
    viec: &[(usize, Viec)],
) -> Result<(), KhongGhi> {
    let mut lists: Vec<(String, Vec<Buoc>, PhanTu)> = Vec::new();
    for (cho, one) in viec {
        let so = match one {
            Viec::BoPhanTu { truong } | Viec::ThemPhanTu { truong, .. } => *truong,
            Viec::Thay { .. } => continue,
        };
        let Some((tep, list, thu)) = truong.get(so).and_then(cho_phan_tu) else { continue };
        let at = lists.iter().position(|(own, duong, _)| *own == tep && *duong == list);
        let at = at.unwrap_or_else(|| {
            lists.push((tep, list, PhanTu::default()));
            lists.len().saturating_sub(1)
        });
        let Some((_, _, items)) = lists.get_mut(at) else { continue };
        items.cho.push(*cho);
        match one {
            Viec::ThemPhanTu { sau, chu, .. } => {
                items.them.push((thu.saturating_add(usize::from(*sau)), chu.clone()));
            }
            _ => items.bo.push(thu),
        }
    }
    for (ten, duong, items) in lists {
        let done = tep(nguon, &ten).and_then(|tep| ghi_danh_sach(tep, &duong, &items));
        done.ok_or(KhongGhi { cho: items.cho, vi: KHONG })?;
    }
    Ok(())
}

fn cho_phan_tu(field: &TruongChu) -> Option<(String, Vec<Buoc>, usize)> {
    let (last, list) = field.duong.as_ref()?.split_last()?;
    match last {
        Buoc::PhanTu(thu) => Some((field.tep.clone(), list.to_vec(), *thu)),
        Buoc::Khoa(_) => None,
    }
}

fn ghi_danh_sach(tep: &mut TepNguon, duong: &[Buoc], items: &PhanTu) -> Option<()> {
    let tree = cay_cua(tep)?;
    let Cay::DanhSach(old) = tree.tai(duong) else { return None };
    let mut new = Vec::new();
    for thu in 0..=old.len() {
        let come = items.them.iter().filter(|(at, _)| *at == thu);
        new.extend(come.map(|(_, chu)| Cay::Chu(chu.clone()).nfc()));
        new.extend(old.get(thu).filter(|_| !items.bo.contains(&thu)).cloned());
    }
    if new.is_empty() {
        return None;
    }
    let text = va(tep, duong, &Cay::DanhSach(new))?;
    *tep = TepNguon::decode(&tep.ten, text.as_bytes()).ok()?;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_come_together_in_any_order() {
        let edits: [Thay<'_>; 3] = [(8..9, "5", 0), (0..1, "x", 1), (4..4, " mới", 2)];
        let mut other = edits.clone();
        other.reverse();
        let text = "a 07 ng 8";
        assert_eq!(ghep(text, edits.to_vec()), ghep(text, other.to_vec()));
        assert_eq!(ghep(text, edits.to_vec()).unwrap(), "x 07 mới ng 5");
        let gone: Vec<Thay<'_>> = vec![(1..4, "", 0), (3..6, "", 1)];
        assert_eq!(ghep("abcdefg", gone).unwrap(), "ag");
        let twice: Vec<Thay<'_>> = vec![(0..1, "x", 0), (0..1, "x", 1)];
        assert_eq!(ghep("ab", twice).unwrap(), "xb");
        let other: Vec<Thay<'_>> = vec![(0..1, "x", 0), (0..1, "y", 1)];
        assert_eq!(ghep("ab", other).unwrap_err().cho, [0, 1]);
    }
}
