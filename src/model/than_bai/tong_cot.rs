//! Dòng cộng: the last row of a table against the rows above. Only a plain table is judged: one total, no
//! groups, every cell of the column a number.

use super::bang::{Bang, O};
use crate::model::Fault;

const TONG: &[&str] = &["cộng", "tổng", "tổng cộng", "tổng số"];
/// Rows that are part of others, or sums of some.
const CHIA_NHO: &[&str] = &["cộng", "tổng", "tiểu kết", "trong đó", "chia ra", "- ", "+ ", "– "];
/// Words in the head of a column whose last cell is no sum.
const KHONG_CONG: &[&str] = &[
    "%",
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "bình quân",
    "trung bình",
    "đơn giá",
    "mức",
    "hệ số",
    "điểm",
    "số ngày",
    "số tháng",
    "xếp",
    "lũy kế",
    "luỹ kế",
    "so sánh",
    "so với",
];
/// Units in which amounts are rounded.
const LAM_TRON: &[&str] = &["triệu", "tỷ", "nghìn", "ngàn"];
/// Decimals that are kept: `1,125`.
const PHAN_LE: i64 = 1_000;

/// What the sums are, column by column, where the last row says something else; with the row's number below the head.
pub(super) fn kiem(bang: &Bang) -> Vec<(usize, Fault)> {
    let luoi = bang.luoi();
    let Some((_, rows)) = luoi.split_at_checked(bang.so_hang_dau) else { return Vec::new() };
    let heads: Vec<String> = (0..bang.canh.len()).map(|cot| dau_cot(bang, cot)).collect();
    let Some((last, above)) = rows.split_last() else { return Vec::new() };
    let ten = nhan(last);
    let alone = |row: &Vec<String>| don(row, &heads);
    if !TONG.contains(&ten.as_str()) || above.len() < 2 || !above.iter().all(alone) {
        return Vec::new();
    }
    let at = above.len();
    let label = last.iter().position(|o| !o.is_empty()).unwrap_or(0);
    let cells = last.iter().enumerate().skip(label.saturating_add(1));
    let found = cells.filter_map(|(cot, o)| {
        let head = heads.get(cot)?;
        let small = head.to_lowercase();
        if KHONG_CONG.iter().any(|word| small.contains(word)) {
            return None;
        }
        mot_cot(above, cot, &small, o).map(|sum| (at, sai(last, o, head, sum)))
    });
    found.collect()
}

/// The sum of a column that isn't what its total says.
fn mot_cot(above: &[Vec<String>], cot: usize, head: &str, total: &str) -> Option<i64> {
    let tong = so(total)?;
    let all: Option<Vec<i64>> = above.iter().map(|row| so(row.get(cot)?)).collect();
    let all = all?;
    let sum = all.iter().try_fold(0_i64, |sum, so| sum.checked_add(*so))?;
    let rounded = all.iter().chain([&tong]).any(|so| so % PHAN_LE != 0)
        || LAM_TRON.iter().any(|unit| head.contains(unit));
    let rows = i64::try_from(all.len()).ok()?;
    let slack = if rounded { rows.saturating_mul(PHAN_LE) } else { 0 };
    // One figure for all rows is a rate and no part of a sum.
    let rate = all.iter().all(|so| *so == tong);
    (sum.abs_diff(tong) > slack.unsigned_abs() && !rate).then_some(sum)
}

/// What stands over a column, in all rows of the head; a cell over several columns stands over each of them.
fn dau_cot(bang: &Bang, cot: usize) -> String {
    let tren = |o: &&O| (o.cot..o.cot.saturating_add(o.gop_cot)).contains(&cot);
    let cells = bang.hang.iter().take(bang.so_hang_dau).flatten().filter(tren);
    let words = cells.map(O::chu_tron).filter(|words| !words.is_empty());
    words.map(|words| words.replace('\n', " ")).collect::<Vec<_>>().join(" ")
}

fn sai(last: &[String], o: &str, cot: &str, sum: i64) -> Fault {
    let ten = last.iter().find(|o| !o.is_empty()).map_or("", String::as_str);
    let message = format!("“{ten}” ở cột “{cot}” ghi {o}, các dòng trên cộng lại là {}", viet(sum));
    Fault::new("wrong-sum", message).hint("sửa lại dòng cộng hoặc một trong các dòng trên").words(o)
}

/// The first words of a row, in small letters.
fn nhan(row: &[String]) -> String {
    let words = row.iter().find(|o| o.contains(char::is_alphabetic));
    words.map(|o| o.trim_end_matches([':', '.', ' ']).to_lowercase()).unwrap_or_default()
}

/// Whether a row is one of its own, neither a group nor a part of one.
fn don(row: &[String], heads: &[String]) -> bool {
    let first = row.first().map(String::as_str).unwrap_or_default();
    let counted = heads.first().is_some_and(|head| {
        ["tt", "stt", "số tt", "số thứ tự"].contains(&head.to_lowercase().trim())
    });
    let own = match counted {
        true => {
            let bare = first.trim_end_matches('.');
            !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit())
        }
        false => first.chars().count() > 2 && !first.chars().all(|c| "IVXLC.".contains(c)),
    };
    let label = row.iter().find(|o| o.contains(char::is_alphabetic)).map(|o| o.to_lowercase());
    let part = label.is_some_and(|label| CHIA_NHO.iter().any(|word| label.starts_with(word)));
    own && !part
}

/// A plain number in thousandths: `12`, `1.250.000`, `12,5`.
fn so(text: &str) -> Option<i64> {
    let (nguyen, le) = text.split_once(',').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // `1,250` may be meant as 1.250.
    if le.len() > 2 || !digits(le) || text.ends_with(',') {
        return None;
    }
    let groups: Vec<&str> = nguyen.split('.').collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.iter().all(|nhom| nhom.len() == 3 && digits(nhom));
    let lead = rest.is_empty() || (1..=3).contains(&first.len()) && !first.starts_with('0');
    if first.is_empty() || first.len() > 12 || !digits(first) || !grouped || !lead {
        return None;
    }
    let whole: i64 = groups.concat().parse().ok()?;
    let part: i64 = format!("{le:0<3}").parse().ok()?;
    whole.checked_mul(PHAN_LE)?.checked_add(part)
}

/// As it is written in a table.
fn viet(so: i64) -> String {
    let whole = crate::model::tien::nhom_ba((so / PHAN_LE).unsigned_abs());
    let part = format!("{:03}", so % PHAN_LE);
    match part.trim_end_matches('0') {
        "" => whole,
        part => format!("{whole},{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Chu;
    use crate::model::than_bai::{CanhCot, Khoi};

    fn tim(dau: &[&str], hang: &[&[&str]]) -> Vec<String> {
        let row = |row: &[&str]| -> Vec<O> {
            let cell = |(cot, o): (usize, &&str)| O::moi(cot, 1, vec![Khoi::doan(Chu::parse(o))]);
            row.iter().enumerate().map(cell).collect()
        };
        let hang = std::iter::once(&dau).chain(hang).map(|cells| row(cells)).collect();
        let canh = vec![CanhCot::Trai; dau.len()];
        let bang = Bang { canh, so_hang_dau: 1, hang, ..Bang::default() };
        kiem(&bang).into_iter().map(|(_, fault)| fault.message).collect()
    }

    #[test]
    fn a_total_that_is_no_sum_is_told() {
        let found = tim(
            &["TT", "Khoản", "Số tiền"],
            &[&["1", "A", "1.000.000"], &["2", "B", "500.000"], &["", "**Cộng**", "**1.600.000**"]],
        );
        assert_eq!(
            found,
            ["“Cộng” ở cột “Số tiền” ghi 1.600.000, các dòng trên cộng lại là 1.500.000"]
        );
        let found =
            tim(&["Nơi", "Km"], &[&["Ấp 1", "1,5"], &["Ấp 2", "2"], &["Tổng cộng", "13,5"]]);
        assert_eq!(found, ["“Tổng cộng” ở cột “Km” ghi 13,5, các dòng trên cộng lại là 3,5"]);
    }

    #[test]
    fn a_rate_under_a_head_over_several_columns_is_no_part_of_a_sum() {
        let o = |cot: usize, gop_cot: usize, chu: &str| {
            O::moi(cot, gop_cot, vec![Khoi::doan(Chu::parse(chu))])
        };
        let row = |chu: [&str; 3]| vec![o(0, 1, chu[0]), o(1, 1, chu[1]), o(2, 1, chu[2])];
        let found = |over: &str| {
            let hang = vec![
                vec![o(0, 1, "Ấp"), o(1, 2, over)],
                vec![o(1, 1, "DT"), o(2, 1, "SL")],
                row(["Ấp 1", "102,1", "98,5"]),
                row(["Ấp 2", "111,3", "107,4"]),
                row(["Cộng", "106,7", "102,9"]),
            ];
            let canh = vec![CanhCot::Trai; 3];
            kiem(&Bang { canh, so_hang_dau: 2, hang, ..Bang::default() }).len()
        };
        assert_eq!((found("Tỷ lệ (%)"), found("Diện tích (ha)")), (0, 2));
    }

    #[test]
    fn what_may_be_no_plain_sum_is_left_alone() {
        let head = ["TT", "Khoản", "Số tiền"];
        for hang in [
            &[&["1", "A", "1"], &["2", "B", "2"], &["", "Cộng", "3"]][..],
            &[&["I", "A", "1"], &["1", "B", "1"], &["", "Cộng", "1"]],
            &[&["1", "A", "1"], &["", "- B", "1"], &["", "Cộng", "1"]],
            &[&["1", "A", "1"], &["2", "B", "-"], &["", "Cộng", "4"]],
            &[&["1", "A", "1"], &["2", "Cộng", "1"], &["3", "B", "1"]],
            &[&["1", "A", "4"], &["2", "B", "4"], &["", "Cộng", "4"]],
        ] {
            let rows: Vec<&[&str]> = hang.iter().map(|row| &row[..]).collect();
            assert_eq!(tim(&head, &rows), [""; 0], "{hang:?}");
        }
        let rate: &[&[&str]] = &[&["A", "33,3"], &["Bcd", "33,3"], &["Cộng", "100"]];
        assert_eq!(tim(&["Nơi", "Tỷ lệ (%)"], rate), [""; 0]);
    }
}
