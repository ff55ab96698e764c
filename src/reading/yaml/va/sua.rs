//! The changes of bytes that make a field another value.

use std::ops::Range;

use super::cay::{Buoc, Cay};
use super::cho::{MotChu, byte_cua, cot, gach, het_dong, mot_chu, sau_khoa};
use super::nut;
use super::viet::{CAC_KIEU, Kieu, chu, muc, phan_tu, sau_dau};
use crate::reading::yaml::{Node, Value};

/// Ways of writing texts that are tried one after the other.
pub const CACH: usize = CAC_KIEU.len() + 1;

/// New bytes in place of old ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub khoang: Range<usize>,
    pub text: String,
}

/// The text with all changes made.
pub fn ap(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| (edit.khoang.start, edit.khoang.end));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for edit in &edits {
        out.push_str(text.get(at..edit.khoang.start)?);
        out.push_str(&edit.text);
        at = edit.khoang.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// One attempt.
pub struct Sua<'t> {
    pub text: &'t str,
    /// The number of the way in which texts are written: first as they were.
    pub cach: usize,
    /// Whether the whole field is written anew.
    pub ca: bool,
}

/// Whether a line has a comment, or what looks like one.
pub fn co_chu_giai(line: &str) -> bool {
    line.trim_start().starts_with('#') || line.contains(" #")
}

/// Where a value stands: behind the colon of a key, or behind a dash.
#[derive(Debug, Clone, Copy)]
struct Cho {
    /// The byte of the key or the dash.
    dau: usize,
    /// The byte behind the colon or the dash.
    sau: usize,
    cot: usize,
    la_khoa: bool,
}

impl Sua<'_> {
    /// What makes the field at `duong` the value `moi`.
    pub fn muc(&self, root: &Node, duong: &[Buoc], moi: &Cay) -> Option<Vec<Edit>> {
        let (last, before) = duong.split_last()?;
        let Some(cu) = nut(root, duong) else {
            return self.them_khoa(root, before, last, moi);
        };
        let cha = nut(root, before)?;
        let cho = self.cho(cha, cu, last)?;
        if *moi == Cay::Trong && matches!(last, Buoc::PhanTu(_)) {
            return Some(vec![self.bo_dong(cho)]);
        }
        self.thanh(cho, cu, moi)
    }

    /// What takes the key at `duong` away with all of its lines.
    pub fn bo(&self, root: &Node, duong: &[Buoc]) -> Option<Edit> {
        let (last, before) = duong.split_last()?;
        let Value::Map(entries) = &nut(root, before)?.value else { return None };
        let Buoc::Khoa(khoa) = last else { return None };
        let (key, _) = entries.iter().find(|(key, _)| key.text() == Some(khoa))?;
        Some(self.bo_dong(self.cho_khoa(key)?))
    }

    /// Where the value of a key or an item stands.
    fn cho(&self, cha: &Node, cu: &Node, buoc: &Buoc) -> Option<Cho> {
        match (buoc, &cha.value) {
            (Buoc::Khoa(khoa), Value::Map(entries)) => {
                let (key, _) = entries.iter().find(|(k, _)| k.text() == Some(khoa))?;
                self.cho_khoa(key)
            }
            _ => self.cho_phan_tu(cu),
        }
    }

    fn cho_khoa(&self, key: &Node) -> Option<Cho> {
        let dau = byte_cua(self.text, key)?;
        Some(Cho { dau, sau: sau_khoa(self.text, dau)?, cot: cot(self.text, dau), la_khoa: true })
    }

    fn cho_phan_tu(&self, item: &Node) -> Option<Cho> {
        let dau = gach(self.text, byte_cua(self.text, item)?)?;
        Some(Cho { dau, sau: dau.checked_add(1)?, cot: cot(self.text, dau), la_khoa: false })
    }

    /// Makes the value at a place another one.
    fn thanh(&self, cho: Cho, cu: &Node, moi: &Cay) -> Option<Vec<Edit>> {
        if Cay::from(cu) == *moi {
            return Some(Vec::new());
        }
        match (&cu.value, moi) {
            (Value::Text(_) | Value::Null, Cay::Trong | Cay::Chu(_)) => self.mot_chu(cho, cu, moi),
            (Value::List(items), Cay::DanhSach(muon)) if !self.ca && !muon.is_empty() => {
                self.danh_sach(items, muon)
            }
            (Value::Map(entries), Cay::Nhom(muon)) if !self.ca && !muon.is_empty() => {
                self.nhom(entries, muon)
            }
            _ => self.viet_lai(cho, cu, moi),
        }
    }

    /// One text for another, or for nothing.
    fn mot_chu(&self, cho: Cho, cu: &Node, moi: &Cay) -> Option<Vec<Edit>> {
        let old = match cu.value {
            Value::Null => MotChu { khoang: cho.sau..cho.sau, kieu: Kieu::Tron },
            _ => mot_chu(self.text, cho.sau, cho.cot)?,
        };
        let text = match moi {
            Cay::Chu(text) => chu(text, cho.cot, self.kieu(text, Some(old.kieu)))?,
            _ => String::new(),
        };
        Some(vec![Edit { text: self.giu_chu_giai(&old, text), khoang: old.khoang }])
    }

    /// The head of a text under a bar may have a comment, which stays if the text stays under one.
    fn giu_chu_giai(&self, old: &MotChu, text: String) -> String {
        let before = self.text.get(old.khoang.clone()).unwrap_or_default();
        let head = before.lines().next().unwrap_or_default();
        let said = head.trim_start().trim_start_matches(['|', '>', '+', '-']);
        match text.split_once('\n') {
            Some((bar, rest)) if matches!(old.kieu, Kieu::Khoi | Kieu::Gap) => {
                format!("{bar}{said}\n{rest}")
            }
            _ => text,
        }
    }

    /// How a text is written in this attempt.
    fn kieu(&self, text: &str, cu: Option<Kieu>) -> Kieu {
        match self.cach.checked_sub(1).and_then(|cach| CAC_KIEU.get(cach)) {
            Some(kieu) => *kieu,
            None if text.contains('\n') => Kieu::Khoi,
            None => match cu {
                Some(Kieu::Khoi) | None => Kieu::Tron,
                Some(kieu) => kieu,
            },
        }
    }

    /// All of a value anew.
    fn viet_lai(&self, cho: Cho, cu: &Node, moi: &Cay) -> Option<Vec<Edit>> {
        let end = match cu.value {
            Value::Null => cho.sau,
            Value::Text(_) => mot_chu(self.text, cho.sau, cho.cot)?.khoang.end,
            _ => {
                let lines = het_dong(self.text, cho.dau, cho.cot, cho.la_khoa);
                self.text.get(..lines)?.trim_end_matches('\n').len().max(cho.sau)
            }
        };
        let text = sau_dau(moi, cho.cot, &|text| self.kieu(text, None))?;
        Some(vec![Edit { khoang: cho.sau..end, text }])
    }

    /// Takes a key or an item away with all of its lines.
    fn bo_dong(&self, cho: Cho) -> Edit {
        let before = self.text.get(..cho.dau).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let end = het_dong(self.text, start, cho.cot, cho.la_khoa);
        Edit { khoang: start..end, text: String::new() }
    }

    /// A list: what is alike at both ends stays, the items between are changed one by one, the rest is added or goes.
    fn danh_sach(&self, items: &[Node], muon: &[Cay]) -> Option<Vec<Edit>> {
        let co: Vec<Cay> = items.iter().map(Cay::from).collect();
        let dau = co.iter().zip(muon).take_while(|(a, b)| a == b).count();
        let con = co.len().min(muon.len()).saturating_sub(dau);
        let duoi =
            co.iter().rev().zip(muon.iter().rev()).take_while(|(a, b)| a == b).count().min(con);
        let (cu, moi) = (items.len().saturating_sub(duoi), muon.len().saturating_sub(duoi));
        let chung = cu.min(moi);
        let mut edits = Vec::new();
        for thu in dau..chung {
            let item = items.get(thu)?;
            edits.extend(self.thanh(self.cho_phan_tu(item)?, item, muon.get(thu)?)?);
        }
        for item in items.get(chung..cu)? {
            edits.push(self.bo_dong(self.cho_phan_tu(item)?));
        }
        let them = muon.get(chung..moi)?;
        if !them.is_empty() {
            edits.push(self.them_phan_tu(items, chung, them)?);
        }
        Some(edits)
    }

    /// New items before the item number `thu`, or at the end.
    fn them_phan_tu(&self, items: &[Node], thu: usize, them: &[Cay]) -> Option<Edit> {
        let truoc = thu.checked_sub(1).and_then(|thu| items.get(thu));
        let (at, cot) = match truoc {
            Some(item) => {
                let cho = self.cho_phan_tu(item)?;
                (het_dong(self.text, self.dau_dong(cho.dau), cho.cot, false), cho.cot)
            }
            None => {
                let cho = self.cho_phan_tu(items.first()?)?;
                (self.dau_dong(cho.dau), cho.cot)
            }
        };
        let lines = them.iter().map(|item| phan_tu(item, cot, &|text| self.kieu(text, None)));
        Some(self.chen(at, &lines.collect::<Option<Vec<_>>>()?))
    }

    fn dau_dong(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rfind('\n').map_or(0, |at| at.saturating_add(1))
    }

    /// Whole lines at the beginning of a line, or at the end of a text that lacks its last line break.
    fn chen(&self, at: usize, lines: &[String]) -> Edit {
        let torn = at > 0 && !self.text.get(..at).unwrap_or_default().ends_with('\n');
        let text = lines.join("\n");
        let text = if torn { format!("\n{text}") } else { format!("{text}\n") };
        Edit { khoang: at..at, text }
    }

    /// A group, key by key.
    fn nhom(&self, entries: &[(Node, Node)], muon: &[(String, Cay)]) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        for (key, value) in entries {
            let khoa = key.text()?;
            match muon.iter().find(|(own, _)| own == khoa) {
                Some((_, moi)) => edits.extend(self.thanh(self.cho_khoa(key)?, value, moi)?),
                None if value.value == Value::Null => {}
                None => match self.bo_muc(key) {
                    Some(edit) => edits.push(edit),
                    None => edits.extend(self.thanh(self.cho_khoa(key)?, value, &Cay::Trong)?),
                },
            }
        }
        let co = |khoa: &str| entries.iter().any(|(key, _)| key.text() == Some(khoa));
        let them: Vec<_> = muon.iter().filter(|(k, v)| !co(k) && *v != Cay::Trong).collect();
        if !them.is_empty() {
            edits.push(self.them_muc(entries, &them)?);
        }
        Some(edits)
    }

    /// Takes a key of a group away with its value. None where it stands behind a dash or another key, or where somebody
    /// has written a comment about it: then the key stays, and says nothing.
    fn bo_muc(&self, key: &Node) -> Option<Edit> {
        let cho = self.cho_khoa(key)?;
        let edit = self.bo_dong(cho);
        let own = self.text.get(edit.khoang.clone())?;
        let alone = own.trim_start().len() == self.text.get(cho.dau..edit.khoang.end)?.len();
        let before = self.text.get(..edit.khoang.start)?;
        let above =
            before.lines().next_back().is_some_and(|line| line.trim_start().starts_with('#'));
        (alone && !above && !own.lines().any(co_chu_giai)).then_some(edit)
    }

    /// New keys behind the last one.
    fn them_muc(&self, entries: &[(Node, Node)], them: &[&(String, Cay)]) -> Option<Edit> {
        let (key, _) = entries.last()?;
        let cho = self.cho_khoa(key)?;
        let at = het_dong(self.text, self.dau_dong(cho.dau), cho.cot, true);
        let lines = them.iter().map(|(k, v)| muc(k, v, cho.cot, &|text| self.kieu(text, None)));
        Some(self.chen(at, &lines.collect::<Option<Vec<_>>>()?))
    }

    /// A key that isn't there yet, in a group that is, or is made with it.
    fn them_khoa(&self, root: &Node, cha: &[Buoc], last: &Buoc, moi: &Cay) -> Option<Vec<Edit>> {
        let Buoc::Khoa(khoa) = last else { return None };
        if *moi == Cay::Trong {
            return Some(Vec::new());
        }
        match nut(root, cha) {
            Some(Node { value: Value::Map(entries), .. }) if !entries.is_empty() => {
                Some(vec![self.them_muc(entries, &[&(khoa.clone(), moi.clone())])?])
            }
            Some(Node { value: Value::Map(_) | Value::Null, .. }) | None => {
                self.muc(root, cha, &Cay::Nhom(vec![(khoa.clone(), moi.clone())]))
            }
            _ => None,
        }
    }
}
