//! Ô trống: the number and the day that were put into the gaps of a signed paper. Signing programs draw them as
//! annotations over the page; of what stands there nothing else is the paper's, so they are known by the words before
//! the gap.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterCache;
use hayro::hayro_syntax::page::Page;

use super::chu::Chu;
use super::tep::ve_voi;
use crate::word::nhan_dang::tu::khoa;

/// Words before a gap that takes a number.
const TRUOC: [&str; 6] = ["so", "so:", "so.", "ngay", "thang", "nam"];
/// No number of a paper has more figures.
const NHIEU_SO: usize = 6;
/// Baselines of what is put in and of the line differ by no more of its size.
const CUNG_DONG: f64 = 0.8;
/// A gap is no wider than so many of its letters are high.
const RONG_NHAT: f64 = 8.0;
/// Letters further apart than this part of their size belong to two words; so do figures that are put in, which may
/// be set wider.
const HET_TU: f64 = 0.17;
const HET_SO: f64 = 0.5;

/// Puts them where they are seen.
pub(super) fn dien<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>, own: &mut Vec<Chu>) {
    // What is drawn over a page may be anything; the page itself has been read already.
    let seen = catch_unwind(AssertUnwindSafe(|| ve_voi(page, cache, true).0.chu));
    let over =
        seen.ok().and_then(|mut all| (all.len() > own.len()).then(|| all.split_off(own.len())));
    dien_so(over.unwrap_or_default(), own);
}

fn dien_so(over: Vec<Chu>, own: &mut Vec<Chu>) {
    for mut so in cac_so(over) {
        let Some(line) = dong_truoc(own, &so) else { continue };
        let (from, to) = (dau(&so), cuoi(&so));
        // The blanks of the gap would part its figures.
        own.retain(|c| !(c.trong() && cung_dong(c, &line) && c.x0 < to && c.x1 > from));
        for one in &mut so {
            (one.y, one.co, one.dam, one.nghieng) = (line.y, line.co, line.dam, line.nghieng);
        }
        own.extend(so);
    }
}

/// Numbers that stand by themselves.
fn cac_so(over: Vec<Chu>) -> Vec<Vec<Chu>> {
    let mut words: Vec<Vec<Chu>> = Vec::new();
    let mut open = false;
    for one in over {
        if one.trong() {
            open = false;
            continue;
        }
        match words.last_mut().filter(|word| open && noi(word, &one)) {
            Some(word) => word.push(one),
            None => words.push(vec![one]),
        }
        open = true;
    }
    let figures = |c: &Chu| !c.chu.is_empty() && c.chu.bytes().all(|b| b.is_ascii_digit());
    words.retain(|word| word.len() <= NHIEU_SO && word.iter().all(figures));
    words
}

fn noi(word: &[Chu], one: &Chu) -> bool {
    word.last()
        .is_some_and(|last| cung_dong(last, one) && (one.x0 - last.x1).abs() < HET_SO * one.co)
}

fn cung_dong(a: &Chu, b: &Chu) -> bool {
    (a.y - b.y).abs() <= CUNG_DONG * a.co.max(b.co)
}

fn dau(word: &[Chu]) -> f64 {
    word.first().map_or(0.0, |first| first.x0)
}

fn cuoi(word: &[Chu]) -> f64 {
    word.last().map_or(0.0, |last| last.x1)
}

/// The last letter before the gap that a number stands in, if the word there asks for one.
fn dong_truoc(own: &[Chu], so: &[Chu]) -> Option<Chu> {
    let first = so.first()?;
    let before = |c: &&Chu| !c.trong() && cung_dong(c, first) && c.x1 <= first.x0 + HET_SO * c.co;
    let mut line: Vec<&Chu> = own.iter().filter(before).collect();
    line.sort_by(|a, b| b.x1.total_cmp(&a.x1));
    let last = *line.first()?;
    let mut word: Vec<&Chu> = Vec::new();
    for one in line {
        let near = word.last().is_none_or(|next| next.x0 - one.x1 < HET_TU * one.co);
        if !near || (one.y - last.y).abs() > HET_TU * one.co {
            break;
        }
        word.push(one);
    }
    let text: String = word.iter().rev().map(|c| c.chu.as_str()).collect();
    let asks = TRUOC.contains(&khoa(&text).as_str());
    (asks && first.x0 - last.x1 < RONG_NHAT * last.co).then(|| last.clone())
}

#[cfg(test)]
mod tests {
    use super::super::chu::thu_dong;
    use super::*;

    fn line(text: &str, x: f64, y: f64) -> Vec<Chu> {
        thu_dong(text, x, y, 6.0)
    }

    /// What is read from left to right, with one blank where there are some.
    fn doc(own: &[Chu]) -> String {
        let mut all = own.to_vec();
        all.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let text: String = all.iter().map(|c| c.chu.as_str()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_number_goes_into_the_gap_that_asks_for_one() {
        let mut own = line("Số:      /QĐ", 0.0, 100.0);
        dien_so(line("14", 26.0, 97.0), &mut own);
        assert_eq!(doc(&own), "Số: 14 /QĐ");
        // Before the gap a blank parts the words, by a quarter of their size.
        let mut own = line("a,", -15.0, 100.0);
        own.extend(line("ngày     tháng     năm", 0.0, 100.0));
        dien_so([line("09", 30.0, 103.0), line("01", 91.0, 103.0)].concat(), &mut own);
        assert_eq!(doc(&own), "a,ngày 09 tháng 01 năm");
    }

    /// A stamp of arrival, the name and the hour of a signature are none of the paper's.
    #[test]
    fn what_else_is_drawn_over_a_page_is_left() {
        for over in ["Số 14", "14:37", "1", "1234567"] {
            let mut own = line("Kính gửi    sở", 0.0, 100.0);
            dien_so(line(over, 54.0, 100.0), &mut own);
            assert_eq!(doc(&own), "Kính gửi sở", "{over}");
        }
        let mut own = line("Số:      /QĐ", 0.0, 100.0);
        dien_so(line("14", 26.0, 140.0), &mut own);
        assert_eq!(doc(&own), "Số: /QĐ");
    }
}
