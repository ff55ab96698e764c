//! Dòng: what a reader sees on one line of the page, with its side of the page and its look. Head and foot of a paper
//! are tables with some, tabs or blanks with others; here they are all lines of a left and a right side.

use std::ops::Range;

use super::tu::{dai, gon, toan_hoa};
use crate::word::doc_word::dang::{CanLe, DangDoan};
use crate::word::doc_word::{Doan, Khoi, TepWord};

/// A line, or one side of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dong {
    pub chu: String,
    pub cho: Cho,
    /// Which side, from 0, where lines stand side by side.
    pub cot: usize,
    /// Most of its letters are bold.
    pub dam: bool,
    pub nghieng: bool,
    /// The name of the paragraph's style.
    pub kieu: String,
    /// Where it is, for people.
    pub noi: String,
    /// It is in a table.
    pub trong_bang: bool,
    /// Where its letters are in the file.
    pub goc: Goc,
}

/// Where letters are: the path of their paragraph, and their bytes in what that prints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Goc {
    pub duong: Vec<usize>,
    pub cho: Range<usize>,
}

/// How a line stands on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cho {
    #[default]
    Thuong,
    Trai,
    Giua,
    Phai,
}

impl Dong {
    pub fn trong(&self) -> bool {
        self.chu.is_empty()
    }

    pub fn hoa(&self) -> bool {
        toan_hoa(&self.chu)
    }
}

/// Further in than this a line begins on the right half of the page (twips).
const NUA_PHAI: i32 = 3400;
/// So many blanks in a row are a tab.
const NHIEU_CACH: &str = "    ";

/// The lines of a block, empty ones too.
pub fn cua_khoi(word: &TepWord, khoi: &Khoi) -> Vec<Dong> {
    let mut out = Vec::new();
    match khoi {
        Khoi::Doan(doan) => cua_doan(word, doan, None, &mut out),
        Khoi::Bang(bang) => {
            for hang in &bang.hang {
                let last = hang.o.len().saturating_sub(1);
                for (i, o) in hang.o.iter().enumerate() {
                    let side = match (i, last) {
                        (_, 0) => (Cho::Giua, 0),
                        (0, _) => (Cho::Trai, 0),
                        _ => (Cho::Phai, i),
                    };
                    for doan in o.khoi.iter().flat_map(Khoi::cac_doan) {
                        cua_doan(word, doan, Some(side), &mut out);
                    }
                }
            }
        }
    }
    out
}

fn cua_doan(word: &TepWord, doan: &Doan, side: Option<(Cho, usize)>, out: &mut Vec<Dong>) {
    let dang = word.dang_nhanh(doan).unwrap_or_default();
    let (dam, nghieng) = (phan_nhieu(&dang, |c| c.dam), phan_nhieu(&dang, |c| c.nghieng));
    let text = doan.in_ra();
    for line in text.split('\n') {
        let parts = match side {
            Some(_) => vec![line],
            None => cac_ben(line),
        };
        let several = parts.iter().filter(|part| !part.trim().is_empty()).count() > 1;
        let pushed_right = parts.len() > 1 && !several;
        for (i, part) in parts.iter().enumerate() {
            if part.trim().is_empty() && parts.len() > 1 {
                continue;
            }
            let (cho, cot) = match side {
                Some(side) => side,
                None if several => (if i == 0 { Cho::Trai } else { Cho::Phai }, i.min(1)),
                None if pushed_right => (Cho::Phai, 1),
                None => rieng(&dang),
            };
            out.push(Dong {
                chu: gon(part),
                cho,
                cot,
                dam,
                nghieng,
                kieu: dang.kieu.clone(),
                noi: doan.cho(),
                trong_bang: side.is_some(),
                goc: Goc { duong: doan.duong.clone(), cho: cho_cua(&text, part) },
            });
        }
    }
}

/// The bytes of `part`, which is a piece of `text`.
fn cho_cua(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start.saturating_add(part.len())
}

/// The sides of a line that was set with tabs or blanks: an empty first one where it is pushed to the right. A tab
/// behind a mark of a list parts nothing, and neither do blanks at both ends.
fn cac_ben(line: &str) -> Vec<&str> {
    let bare = line.trim_end_matches(CACH);
    let inner = bare.trim_start_matches(CACH);
    let lead = bare.get(..bare.len().saturating_sub(inner.len())).unwrap_or_default();
    let parts = cat_ben(inner);
    match parts.len() {
        1 if day_sang_phai(lead) => vec!["", inner],
        1 => vec![line],
        _ => parts,
    }
}

/// Blanks that are typed to set a line.
const CACH: [char; 3] = ['\t', ' ', '\u{a0}'];
/// So many blanks before a line push it to the right half of the page; fewer indent it.
const LUI_DONG: usize = 16;

fn day_sang_phai(lead: &str) -> bool {
    lead.contains('\t') || dai(lead) >= LUI_DONG
}

/// Cut at the gaps inside.
fn cat_ben(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = line;
    while let Some(at) = cho_cat(rest) {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if dai(before.trim()) <= 3 && parts.is_empty() {
            break;
        }
        parts.push(before);
        rest = after.trim_start_matches(CACH);
    }
    parts.push(rest);
    // More than two sides, or sides of running text, are no sides.
    let sides = parts.len() < 3 && parts.iter().all(|part| dai(part.trim()) <= 90);
    if sides { parts } else { vec![line] }
}

fn cho_cat(text: &str) -> Option<usize> {
    // A gap that is to be filled by hand parts nothing: `Số:       /QĐ-UBND`, `ngày      tháng`.
    let gap = |at: &usize| {
        let word = text
            .get(..*at)
            .unwrap_or_default()
            .trim_end()
            .rsplit([' ', '\t'])
            .next()
            .unwrap_or_default();
        ["số", "số:", "ngày", "tháng", "năm", "giờ"].contains(&word.to_lowercase().as_str())
    };
    let blanks = text.match_indices(NHIEU_CACH).map(|(at, _)| at).find(|at| !gap(at));
    let tab = text.find('\t');
    [blanks, tab].into_iter().flatten().min()
}

fn rieng(dang: &DangDoan) -> (Cho, usize) {
    match dang.can {
        CanLe::Giua if dang.thut.trai > NUA_PHAI => (Cho::Phai, 1),
        CanLe::Giua => (Cho::Giua, 0),
        CanLe::Phai => (Cho::Phai, 1),
        _ if dang.thut.trai.saturating_add(dang.thut.dau_dong) > NUA_PHAI => (Cho::Phai, 1),
        _ => (Cho::Thuong, 0),
    }
}

/// Whether more than half of the letters look so.
pub fn phan_nhieu(
    dang: &DangDoan,
    so: impl Fn(&crate::word::doc_word::dang::DangChu) -> bool,
) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (mut yes, mut all) = (0_usize, 0_usize);
    for (text, look) in &dang.chu {
        let count = letters(text);
        all = all.saturating_add(count);
        if so(look) {
            yes = yes.saturating_add(count);
        }
    }
    yes.saturating_mul(2) > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_part_the_sides_of_a_line() {
        assert_eq!(cac_ben("UBND TỈNH\t\tCỘNG HÒA"), ["UBND TỈNH", "CỘNG HÒA"]);
        assert_eq!(cac_ben("1.\tMột khoản"), ["1.\tMột khoản"]);
        assert_eq!(cac_ben("\t\tCHỦ TỊCH"), ["", "CHỦ TỊCH"]);
        assert_eq!(
            cac_ben("Số:      /QĐ\tĐồng Tháp, ngày      tháng 3"),
            ["Số:      /QĐ", "Đồng Tháp, ngày      tháng 3"]
        );
        assert_eq!(cac_ben("Số: 1/QĐ       Đồng Tháp, ngày"), ["Số: 1/QĐ", "Đồng Tháp, ngày"]);
    }

    /// A head that was set with blanks alone has some before its left side, and behind its right one.
    #[test]
    fn blanks_at_the_ends_of_a_line_are_no_side() {
        assert_eq!(
            cac_ben("      ỦY BAN NHÂN DÂN            CỘNG HÒA"),
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA"]
        );
        assert_eq!(
            cac_ben("    Số:        /UBND-TH              Mỹ Thọ, ngày      tháng 8 năm 2025     "),
            ["Số:        /UBND-TH", "Mỹ Thọ, ngày      tháng 8 năm 2025"]
        );
        assert_eq!(cac_ben("      V/v rà soát"), ["      V/v rà soát"]);
        assert_eq!(cac_ben(&format!("{}Trần Thị Thử", " ".repeat(70))), ["", "Trần Thị Thử"]);
    }
}
