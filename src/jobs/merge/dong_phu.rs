//! Dòng phụ: rows of a list that are nobody's, as lists of offices have them: the numbers of the columns, the head once
//! more on each page, sums, heads of groups, who has drawn the list up. A row that is surely none of the list's is left
//! out and told; one that may be a sum though nothing is missing in it is merged and told.

use super::dau_bang::{Cot, DauBang};
use crate::reading::danh_sach::{Hang, O};

/// What a row is, if it is nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DongPhu {
    /// The head once more.
    DauLap,
    /// `(1) (2) (3)` under the head.
    SoCot,
    /// The words of a sum.
    Cong(String),
    /// The list numbers its rows, and this one has no number; its first words.
    KhongSo(String),
    /// The same where nothing is missing in it.
    DuMaKhongSo(String),
}

/// What is known of all rows before one is judged.
pub(super) struct ThuTu {
    /// The column in which rows are numbered, where nearly every row that lacks nothing has a number.
    cot: Option<usize>,
}

/// Heads of the column that numbers the rows.
const TEN_THU_TU: [&str; 5] = ["stt", "tt", "sott", "sothutu", "thutu"];

/// How a row of sums begins, small letters.
const CONG: [&str; 5] = ["tổng cộng", "tổng số", "tổng", "cộng", "cộng cuối trang"];

impl ThuTu {
    pub(super) fn cua(dau: &DauBang, rows: &[&Hang]) -> Self {
        let named = dau.tat_ca.iter().find(|(khoa, _)| TEN_THU_TU.contains(&khoa.as_str()));
        let of_list = |(at, hang): &(usize, &&Hang)| {
            let other = dau_lap(dau, hang) || (*at == 0 && so_cot(hang)) || la_cong(loi_dau(hang));
            !other && dau.cot.iter().all(|cot| co_chu(hang, cot.cot))
        };
        // A signature under the list may fill every column; nearly all rows are the list's.
        let numbered = |cot: usize| {
            let whole: Vec<&&Hang> =
                rows.iter().enumerate().filter(of_list).map(|(_, hang)| hang).collect();
            let with = whole.iter().filter(|hang| co_so(hang, cot)).count();
            with > 0 && whole.len().saturating_sub(with) <= with.div_ceil(3)
        };
        Self { cot: named.map(|(_, cot)| *cot).filter(|cot| numbered(*cot)) }
    }
}

/// What a row is; none for a row of the list.
pub(super) fn xet(dau: &DauBang, hang: &Hang, first: bool, thu_tu: &ThuTu) -> Option<DongPhu> {
    if dau_lap(dau, hang) {
        return Some(DongPhu::DauLap);
    }
    if first && so_cot(hang) {
        return Some(DongPhu::SoCot);
    }
    let words = loi_dau(hang);
    if la_cong(words) {
        return Some(DongPhu::Cong(dau_loi(words)));
    }
    let lacks = dau.cot.iter().any(|cot| !co_chu(hang, cot.cot));
    let unnumbered = thu_tu.cot.is_some_and(|cot| !co_so(hang, cot));
    unnumbered.then(|| match lacks {
        true => DongPhu::KhongSo(dau_loi(words)),
        false => DongPhu::DuMaKhongSo(dau_loi(words)),
    })
}

impl DongPhu {
    /// What a row is, for the clerk.
    pub(super) fn la_gi(&self) -> String {
        match self {
            Self::DauLap => "là dòng tên cột lặp lại".to_owned(),
            Self::SoCot => "là dòng đánh số cột (1), (2), (3)".to_owned(),
            Self::Cong(words) => format!("là dòng tổng cộng (“{words}”)"),
            Self::KhongSo(words) | Self::DuMaKhongSo(words) => format!(
                "không có số thứ tự như các dòng khác (“{words}”): tên nhóm, ghi chú hay chữ ký"
            ),
        }
    }
}

/// Whether the cells are the heads once more, letter by letter; a list of one column may have its head for a value.
fn dau_lap(dau: &DauBang, hang: &Hang) -> bool {
    let same = |cot: &Cot| {
        let words = hang.o.get(&cot.cot).map_or("", |o| o.chu.as_str());
        words.split_whitespace().eq(cot.ten.split_whitespace())
    };
    hang.o.len() >= 2 && dau.cot.iter().all(same)
}

/// The first cell with a letter in it.
fn loi_dau(hang: &Hang) -> &str {
    let words = hang.o.values().map(|o| o.chu.trim()).find(|chu| chu.contains(char::is_alphabetic));
    words.unwrap_or_default()
}

fn co_chu(hang: &Hang, cot: usize) -> bool {
    hang.o.get(&cot).is_some_and(|o| !o.trong())
}

/// A number, perhaps with a dot behind it.
fn co_so(hang: &Hang, cot: usize) -> bool {
    let number = |o: &O| {
        let bare = o.chu.trim().trim_end_matches(['.', ')']);
        !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    hang.o.get(&cot).is_some_and(number)
}

fn la_cong(words: &str) -> bool {
    let small = words.to_lowercase();
    let bare = small.trim_start_matches(|c: char| !c.is_alphabetic());
    CONG.iter().any(|begin| {
        // “Tổng Công ty” and “cộng đồng” are words of their own.
        let rest = bare.strip_prefix(begin).map(str::trim_start);
        let two = begin.contains(' ');
        rest.is_some_and(|rest| match rest.chars().next() {
            None => true,
            Some(c) if two => {
                !c.is_alphabetic() || bare.len() > begin.len().saturating_add(rest.len())
            }
            Some(c) => !c.is_alphabetic(),
        })
    })
}

/// Whether the cells number the columns: `(1) (2) (3)`, `1 2 3 4`, `A B 1 2 3`.
fn so_cot(hang: &Hang) -> bool {
    let cells: Vec<&str> =
        hang.o.values().map(|o| o.chu.trim()).filter(|c| !c.is_empty()).collect();
    let bare = |cell: &str| cell.trim_matches(['(', ')']).to_owned();
    let letters = cells.iter().zip('A'..='Z').take_while(|(cell, c)| bare(cell) == c.to_string());
    let from = letters.count();
    let rest = cells.get(from..).unwrap_or_default();
    let counted = rest.iter().zip(1_usize..).all(|(cell, so)| bare(cell) == so.to_string());
    cells.len() >= 3 && rest.len() >= 2 && counted
}

/// The first words of a row.
fn dau_loi(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_known_by_their_first_words() {
        for words in ["Tổng cộng", "TỔNG CỘNG: 12 người", "Cộng", "Cộng:", "Tổng số 5", "- Tổng"]
        {
            assert!(la_cong(words), "{words}");
        }
        for words in [
            "Tống Công Minh",
            "Tổng Công ty Điện lực",
            "Cộng đồng dân cư",
            "Tổng cục Thuế",
            "An",
            "",
        ] {
            assert!(!la_cong(words), "{words}");
        }
    }

    #[test]
    fn numbers_of_columns_are_no_row() {
        let row = |cells: &[&str]| {
            let o =
                |(cot, chu): (usize, &&str)| (cot, O { chu: (*chu).to_owned(), ..O::default() });
            Hang { so: 2, o: cells.iter().enumerate().map(o).collect(), ..Hang::default() }
        };
        for cells in [&["(1)", "(2)", "(3)"][..], &["1", "2", "3", "4"], &["A", "B", "1", "2"]] {
            assert!(so_cot(&row(cells)), "{cells:?}");
        }
        for cells in [&["1", "An", "2"][..], &["1", "2"], &["A", "B", "C"], &["2", "3", "4"]] {
            assert!(!so_cot(&row(cells)), "{cells:?}");
        }
    }
}
