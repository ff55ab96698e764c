//! What the program writes in its own way of what a paper says: the number of an appendix, the line under its title. A paper
//! that says the same in other signs has lost nothing; that they differ is told by the signs.

use super::{Tu, bo_khong, dau_thanh_sau};
use crate::model::la_ma::la_ma;

/// The words of a paragraph as the decree's own lines have them (PL I, III.1.b, III.1.đ).
pub(super) fn chuan(tu: Vec<Tu>) -> Vec<Tu> {
    let begins = |words: &[&str]| {
        let keys = words.iter().map(|word| dau_thanh_sau(word));
        tu.len() >= words.len() && keys.zip(&tu).all(|(key, tu)| key == tu.khoa)
    };
    match () {
        () if begins(&["ban", "hành", "kèm", "theo"]) => ngay_viet_day(bo_ban_hanh(tu)),
        () if begins(&["kèm", "theo"]) => ngay_viet_day(tu),
        () if begins(&["phụ", "lục"]) => so_la_ma(tu),
        () => tu,
    }
}

/// `Ban hành kèm theo` → `Kèm theo`.
fn bo_ban_hanh(mut tu: Vec<Tu>) -> Vec<Tu> {
    let dropped: Vec<String> = tu.drain(..2).map(|tu| tu.chu).collect();
    if let Some(first) = tu.first_mut() {
        first.chu = format!("{} {}", dropped.join(" "), first.chu);
    }
    tu
}

/// `14/01/2014` → `14 tháng 1 năm 2014`.
fn ngay_viet_day(tu: Vec<Tu>) -> Vec<Tu> {
    let mut out = Vec::with_capacity(tu.len());
    for tu in tu {
        let parts: Vec<&str> = tu.khoa.split(['/', '-', '.']).collect();
        let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let [ngay, thang, nam] = parts.as_slice() else {
            out.push(tu);
            continue;
        };
        if !parts.iter().all(digits) || nam.len() != 4 {
            out.push(tu);
            continue;
        }
        let words = [ngay, "tháng", thang, "năm", nam];
        let words = words.map(|word| bo_khong(dau_thanh_sau(word)));
        // What was written stands at the first of them.
        let chu = std::iter::once(tu.chu.clone()).chain(std::iter::repeat(String::new()));
        out.extend(words.into_iter().zip(chu).map(|(khoa, chu)| Tu { khoa, chu }));
    }
    out
}

/// `Phụ lục số 02` → `Phụ lục II`.
fn so_la_ma(mut tu: Vec<Tu>) -> Vec<Tu> {
    let word = tu.get(2).filter(|tu| tu.khoa == dau_thanh_sau("số")).map(|tu| tu.chu.clone());
    let at = if word.is_some() { 3 } else { 2 };
    let number = tu.get(at).and_then(|tu| tu.khoa.parse::<usize>().ok()).filter(|so| *so < 100);
    let Some(number) = number else { return tu };
    if let Some(own) = tu.get_mut(at) {
        own.khoa = la_ma(number).to_lowercase();
        own.chu = word.iter().chain([&own.chu]).cloned().collect::<Vec<_>>().join(" ");
    }
    if word.is_some() {
        tu.remove(2);
    }
    tu
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> String {
        let tu = text.split(' ').map(|word| Tu {
            khoa: bo_khong(dau_thanh_sau(&word.to_lowercase())),
            chu: word.to_owned(),
        });
        chuan(tu.collect()).into_iter().map(|tu| tu.khoa).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_decrees_own_lines_are_one_in_other_signs() {
        for (own, other) in [
            (
                "Kèm theo Quyết định ngày 14 tháng 01 năm 2014",
                "Ban hành kèm theo Quyết định ngày 14/1/2014",
            ),
            ("PHỤ LỤC II", "Phụ lục số 02"),
            ("PHỤ LỤC IV", "Phụ lục 4"),
        ] {
            assert_eq!(keys(own), keys(other), "{other}");
        }
        assert_ne!(keys("PHỤ LỤC II"), keys("Phụ lục 3"));
        assert_ne!(
            keys("Kèm theo Quyết định ngày 14/1/2014"),
            keys("Kèm theo Quyết định ngày 15/1/2014")
        );
    }

    /// In other paragraphs a date stays as it was written.
    #[test]
    fn no_other_line_is_changed() {
        assert!(keys("họp ngày 14/01/2014").ends_with(" 14/01/2014"));
    }
}
