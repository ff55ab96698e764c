//! “Như Điều N” at the head of Nơi nhận: the article of the decision that says who carries it out (PL III, forms 1.1 to
//! 1.3), which is there and is that one.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::Muc;
use crate::diagnostic::Diagnostic;
use crate::word::nhan_dang::tu::{bo_dau_muc, gon, khoa};
use crate::word::nhan_dang::{VaiDong, so_dieu};

const CLAUSE: &str = "Phụ lục I, phần I, mục II.9.b";

/// An article with all that it says, as words are compared.
struct Dieu {
    so: u32,
    chu: String,
}

pub(super) fn soat(giay: &Giay, than: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    let all = cac_dieu(than);
    let Some(last) = all.last().map(|dieu| dieu.so) else { return Vec::new() };
    let holders: Vec<u32> =
        all.iter().filter(|dieu| giao_thi_hanh(&dieu.chu)).map(|dieu| dieu.so).collect();
    let mut out = Vec::new();
    for (line, one) in giay.vai(VaiDong::MucNoiNhan) {
        let told = nhu_dieu(&line.dong.chu);
        let known = told.iter().all(|so| all.iter().any(|dieu| dieu.so == *so));
        let right = holders.is_empty() || told.iter().any(|so| holders.contains(so));
        if told.is_empty() || (known && right) {
            continue;
        }
        let ghi = noi_so(&told);
        let found = match known {
            false => format!("ghi “Như Điều {ghi}”, còn văn bản chỉ có đến Điều {last}"),
            true => {
                format!("ghi “Như Điều {ghi}”, còn nơi thi hành ghi ở Điều {}", noi_so(&holders))
            }
        };
        let wanted = if holders.is_empty() { noi_so(&[last]) } else { noi_so(&holders) };
        let message = format!("nơi nhận: {found}; phải ghi “- Như Điều {wanted};”");
        let d = Diagnostic::warning("word-recipients", message);
        out.push(giay.o_doan(one, "noi_nhan", d.clause(CLAUSE)));
    }
    out
}

/// The articles of the body.
fn cac_dieu(than: &[(Muc, &MotDoan)]) -> Vec<Dieu> {
    let mut out: Vec<Dieu> = Vec::new();
    for &(muc, one) in than {
        let text = gon(&one.chu);
        let so = so_dieu(&text).filter(|_| muc == Muc::Dieu).and_then(|so| so.parse().ok());
        match (so, out.last_mut()) {
            (Some(so), _) => out.push(Dieu { so, chu: khoa(&text) }),
            (None, Some(dieu)) => {
                dieu.chu.push(' ');
                dieu.chu.push_str(&khoa(&text));
            }
            (None, None) => {}
        }
    }
    out
}

/// Whether an article says who carries the paper out.
fn giao_thi_hanh(chu: &str) -> bool {
    let whose = ["chiu trach nhiem", "can cu quyet dinh", "co trach nhiem"];
    let what = ["thi hanh quyet dinh", "thi hanh nghi quyet", "chiu trach nhiem thi hanh"];
    let carries = ["chiu trach nhiem thuc hien quyet dinh", "to chuc thuc hien quyet dinh"];
    let has = |words: &[&str]| words.iter().any(|word| chu.contains(word));
    (has(&whose) && has(&what)) || has(&carries)
}

/// The numbers that a line `- Như Điều 2, 3;` names.
fn nhu_dieu(line: &str) -> Vec<u32> {
    let key = khoa(&bo_dau_muc(line));
    let Some(rest) = key.strip_prefix("nhu dieu ") else { return Vec::new() };
    // What is in brackets says what for.
    let own = rest.split(['(', ';']).next().unwrap_or_default();
    let words = own.split([' ', ',']).map(|word| word.trim_end_matches(['.', ':']));
    words.filter_map(|word| word.parse().ok()).collect()
}

fn noi_so(so: &[u32]) -> String {
    so.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_that_a_line_names() {
        assert_eq!(nhu_dieu("- Như Điều 2, 3;"), [2, 3]);
        assert_eq!(nhu_dieu("- Như điều 3 (để thực hiện 5 việc);"), [3]);
        assert_eq!(nhu_dieu("- Như Điều 3 và Điều 4;"), [3, 4]);
        assert_eq!(nhu_dieu("- Như Điều …;"), Vec::<u32>::new());
        assert_eq!(nhu_dieu("- Như trên;"), Vec::<u32>::new());
    }
}
