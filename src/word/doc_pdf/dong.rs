//! Dòng: letters become rows, and rows the pieces that stand side by side in them.

use unicode_normalization::UnicodeNormalization;

use super::chu::Chu;
use super::ranh::{HangChu, lan};

/// A piece of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Manh {
    pub chu: String,
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    pub co: f64,
    pub dam: bool,
    pub nghieng: bool,
}

/// What stands at one height, from left to right.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Hang {
    pub y: f64,
    pub manh: Vec<Manh>,
}

/// Letters whose baselines differ by no more of their size stand in one row: marks of notes are raised.
const CUNG_HANG: f64 = 0.35;
/// A blank between letters that is a word's end, as part of their size.
const HET_TU: f64 = 0.17;

/// The rows of a page, from above.
pub(super) fn cac_hang(mut chu: Vec<Chu>) -> Vec<Hang> {
    // What was drawn first stays first where places are the same.
    chu.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut groups: Vec<Vec<Chu>> = Vec::new();
    for one in chu {
        let open = groups.last_mut().filter(|group| {
            let first = group.first();
            first.is_some_and(|first| one.y - first.y <= CUNG_HANG * first.co.max(one.co))
        });
        match open {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let mut rows: Vec<HangChu> = groups.into_iter().map(hang_chu).collect();
    rows.retain(|row| !row.chu.is_empty());
    lan(&mut rows);
    rows.iter().map(|row| Hang { y: row.y, manh: cac_manh(row) }).collect()
}

fn hang_chu(mut chu: Vec<Chu>) -> HangChu {
    chu.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    // The row stands where most of its letters do.
    let mut all: Vec<f64> = chu.iter().filter(|c| !c.trong()).map(|c| c.y).collect();
    all.sort_by(f64::total_cmp);
    let y = all.get(all.len() / 2).copied().unwrap_or_default();
    HangChu::moi(y, chu)
}

fn cac_manh(row: &HangChu) -> Vec<Manh> {
    let mut cuts: Vec<usize> = row.ho.iter().filter(|ho| ho.la_ranh).map(|ho| ho.truoc).collect();
    cuts.push(row.chu.len());
    let mut from = 0;
    let pieces = cuts.into_iter().filter_map(|to| {
        let piece = manh(row, from, to);
        from = to;
        piece
    });
    pieces.collect()
}

fn manh(row: &HangChu, from: usize, to: usize) -> Option<Manh> {
    let chu = row.chu.get(from..to)?;
    let cach = row.cach.get(from..to)?;
    let (first, mut text, mut end) = (chu.first()?, String::new(), f64::NEG_INFINITY);
    for (one, blank) in chu.iter().zip(cach) {
        let gap = one.x0 - end > HET_TU * one.co;
        if !text.is_empty() && (*blank || gap) {
            text.push(' ');
        }
        text.push_str(&one.chu);
        end = end.max(one.x1);
    }
    let count = |is: fn(&Chu) -> bool| chu.iter().filter(|one| is(one)).count();
    let most = |number: usize| number.saturating_mul(2) > chu.len();
    let mut heights: Vec<f64> = chu.iter().map(|one| one.y).collect();
    heights.sort_by(f64::total_cmp);
    Some(Manh {
        chu: text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "),
        x0: first.x0,
        x1: end,
        y: heights.get(heights.len() / 2).copied().unwrap_or(row.y),
        co: chu.iter().map(|one| one.co).fold(0.0, f64::max),
        dam: most(count(|one| one.dam)),
        nghieng: most(count(|one| one.nghieng)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::chu::thu_dong;
    use super::*;

    /// Blanks are half as wide as letters.
    fn line(text: &str, x: f64, y: f64) -> Vec<Chu> {
        thu_dong(text, x, y, 3.0)
    }

    fn texts(rows: &[Hang]) -> Vec<Vec<&str>> {
        rows.iter().map(|row| row.manh.iter().map(|m| m.chu.as_str()).collect()).collect()
    }

    /// A name so long that it nearly touches the motto would become one line with it.
    #[test]
    fn sides_of_a_head_are_never_one_line() {
        let mut all = line("UBND TINH DONG THAP", 60.0, 50.0);
        all.extend(line("CONG HOA XA HOI", 172.0, 50.0));
        all.extend(line("So: 5/KH", 70.0, 68.0));
        all.extend(line("Doc lap", 200.0, 70.0));
        let rows = cac_hang(all);
        assert_eq!(
            texts(&rows),
            [vec!["UBND TINH DONG THAP", "CONG HOA XA HOI"], vec!["So: 5/KH", "Doc lap"]]
        );
    }

    #[test]
    fn blanks_of_a_justified_line_part_words_alone() {
        let mut all = line("mot", 60.0, 50.0);
        all.extend(line("hai", 86.0, 50.0));
        all.extend(line("ba", 113.0, 50.0));
        all.extend(line("bon nam sau", 60.0, 66.0));
        assert_eq!(texts(&cac_hang(all)), [vec!["mot hai ba"], vec!["bon nam sau"]]);
    }

    /// Letters and their marks apart must be found by words typed together.
    #[test]
    fn letters_come_together_with_their_marks() {
        let mut all = line("a", 60.0, 50.0);
        all[0].chu.push('\u{301}');
        assert_eq!(texts(&cac_hang(all)), [vec!["á"]]);
    }
}
