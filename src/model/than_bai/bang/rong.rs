//! Độ rộng: the shares of a table's columns.

use super::O;
use super::dong::Gach;

/// About how many letters a line across the page has.
const CHU_MOI_DONG: f64 = 80.0;

/// How wide a letter is on it.
const MM_MOI_CHU: f64 = 2.0;

/// No picture leaves the other columns less than a quarter of the line.
const HINH_RONG_NHAT: f64 = 60.0;

/// A word that is wider is cut: no column is starved for it.
const TU_DAI_NHAT: f64 = 40.0;

/// A text of no more letters wants one line.
const MOT_DONG: f64 = 14.0;

/// So many dashes are but the sign of a column, as everyone types it.
pub(super) const GACH_THUONG: usize = 3;

/// Whether the dashes say nothing of the widths: all are as short as may be, or all are drawn alike.
fn khong_ve_rong(gach: &[Gach]) -> bool {
    let alike = |of: fn(&Gach) -> usize| gach.iter().all(|g| Some(of(g)) == gach.first().map(of));
    gach.iter().all(|g| g.so <= GACH_THUONG) || alike(|g| g.so) || alike(|g| g.dai)
}

/// The shares of the columns: as long as their dashes are drawn; where these say nothing, by what
/// stands in them. No column is narrower than its longest word. What spans several columns says nothing of any.
pub(in crate::model::than_bai) fn do_rong(
    gach: &[Gach],
    so_hang_dau: usize,
    hang: &[Vec<O>],
) -> Vec<f64> {
    let alike = khong_ve_rong(gach);
    let all = gach.iter().fold(0, |sum: usize, g| sum.saturating_add(g.so)).max(1) as f64;
    let column = |(i, Gach { so: dashes, .. }): (usize, &Gach)| {
        let texts = |rows: &[Vec<O>]| -> Vec<String> {
            let cells = rows.iter().flatten().filter(|o| o.cot == i && o.gop_cot == 1);
            cells.flat_map(O::cac_chu).map(|chu| chu.chu_tron()).collect()
        };
        let (head, body) = hang.split_at_checked(so_hang_dau).unwrap_or((hang, &[]));
        let (head, body) = (texts(head), texts(body));
        let longest = |of: &[String]| of.iter().map(|text| text.chars().count()).max().unwrap_or(0);
        let (heading, longest) = (longest(&head) as f64, longest(&body) as f64);
        let word = head.iter().chain(&body).map(|text| longest_word(text)).max().unwrap_or(0);
        // Bold letters and capitals are wider than others; the rules on both sides want room too.
        let can = (word as f64 * 1.25 + 2.0).clamp(4.0, TU_DAI_NHAT);
        let picture =
            hang.iter().flatten().filter(|o| o.cot == i && o.gop_cot == 1).map(O::hinh_rong_mm);
        let can = picture.map(|mm| mm / MM_MOI_CHU + 2.0).fold(can, f64::max).min(HINH_RONG_NHAT);
        // A long text takes lines instead of width, a short one wants one line.
        let muon = match alike {
            true => (longest.sqrt() * 2.5).max(longest.max(heading).min(MOT_DONG) * 1.25 + 2.0),
            false => *dashes as f64 / all * CHU_MOI_DONG,
        };
        (can, (muon - can).max(0.0))
    };
    let columns: Vec<(f64, f64)> = gach.iter().enumerate().map(column).collect();
    let can: f64 = columns.iter().map(|(can, _)| can).sum();
    let them: f64 = columns.iter().map(|(_, them)| them).sum();
    let phan = if them > 0.0 { ((CHU_MOI_DONG - can) / them).max(0.0) } else { 0.0 };
    columns.iter().map(|(can, them)| can + them * phan).collect()
}

fn longest_word(text: &str) -> usize {
    let mut longest = 0;
    let mut length: usize = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        // No line breaks inside a date: `31/12/2026`.
        let joined = letters.peek().is_some_and(char::is_ascii_digit);
        let ends = c == ' ' || matches!(c, '-' | '/') && !joined;
        length = if c == ' ' { length } else { length.saturating_add(1) };
        longest = longest.max(length);
        if ends {
            length = 0;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::super::dong::dong_gach;
    use super::*;
    use crate::model::Chu;
    use crate::model::than_bai::Khoi;

    fn ve(line: &str) -> Vec<Gach> {
        dong_gach(line, true).unwrap()
    }

    fn row(cells: &[&str]) -> Vec<O> {
        let cell = |(cot, text): (usize, &&str)| O::moi(cot, 1, vec![Khoi::doan(Chu::parse(text))]);
        cells.iter().enumerate().map(cell).collect()
    }

    #[test]
    fn long_texts_get_more_room_but_not_all() {
        let long = "một hai ba bốn ".repeat(40);
        let rong = do_rong(&ve("|---|---|"), 1, &[row(&["TT", "Nội dung"]), row(&["1", &long])]);
        assert_eq!(rong, [4.5, 75.5]);
        assert_eq!(do_rong(&ve("|----|------------|"), 0, &[]), [20.0, 60.0]);
        let dates: Vec<usize> = ["31/12/2026", "118/VP-CTHĐND", "2026 - 2030", "a-b 2026-2030"]
            .map(longest_word)
            .to_vec();
        assert_eq!(dates, [10, 6, 4, 9]);
        let address = "x".repeat(10_000);
        let starved = do_rong(&ve("|---|---|"), 0, &[row(&["c", &address])]);
        assert_eq!(starved, [4.0, 76.0]);
        let narrow = ve(&format!("|-|{}|", "-".repeat(79)));
        assert_eq!(do_rong(&narrow, 1, &[row(&["Thành tiền"])]), [8.25, 71.75]);
        for drawn in ["|:--:|---|---|", "|:---:|-----|----:|", "|:-----|-----:|:-----:|"] {
            assert!(khong_ve_rong(&ve(drawn)), "{drawn}");
        }
        assert!(!khong_ve_rong(&ve("|:--:|----------|---|")));
    }
}
