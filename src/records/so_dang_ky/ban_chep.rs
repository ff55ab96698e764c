//! Bản chép: a copy of the register, for what was edited by hand: a line of it counts only where the marks of the register
//! itself prove it.

use std::collections::BTreeMap;

use super::dau::{dau, than};
use super::dong::cac_o;
use super::so::DongCuaSo;
use crate::diagnostic::Diagnostic;

/// What the cells of a line of the outgoing book are, for people.
pub(super) const TEN_O: [&str; 16] = [
    "số thứ tự",
    "việc",
    "dãy số",
    "(1) số, ký hiệu",
    "(2) ngày",
    "(3) tên loại và trích yếu",
    "(4) người ký",
    "(5) nơi nhận",
    "(6) nhận bản lưu",
    "(7) số bản",
    "(8) ngày chuyển",
    "(9) ký nhận",
    "(10) ghi chú",
    "liên quan",
    "bảng kê",
    "bản thảo",
];
/// Lines that are gone are told one by one up to so many.
const NHIEU_NHAT: usize = 20;

pub(super) const LAY_LAI: &str = "lấy lại sổ như trước khi sửa: vanthu register rebuild; cần chữa một số đã phát hành thì huỷ số ấy hoặc \
                       phát hành văn bản đính chính";

/// The lines of a copy by their count, without their marks.
#[derive(Debug, Clone, Default)]
pub struct BanChep<'a>(BTreeMap<usize, &'a str>);

/// A line that doesn't fit, with its own count if it has one.
pub(super) struct Hong {
    pub stt: Option<usize>,
    pub loi: Diagnostic,
}

impl<'a> BanChep<'a> {
    /// Of a text that may be anything.
    pub fn cua(text: &'a str) -> Self {
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        let counted = lines.filter_map(|line| {
            let stt = line.split_once('|')?.0.trim().parse().ok()?;
            Some((stt, than(line).0))
        });
        Self(counted.collect())
    }

    /// What a line was, where it makes the mark `viet` after `truoc`.
    fn dong(&self, truoc: &str, stt: usize, viet: &str) -> Option<&'a str> {
        self.0.get(&stt).copied().filter(|than| dau(truoc, than) == viet)
    }

    /// A line that can't be read.
    pub(super) fn hong<D: DongCuaSo>(
        &self,
        truoc: &str,
        stt: usize,
        than: &str,
        viet: &str,
        why: String,
    ) -> Hong {
        let before = self.dong(truoc, stt, viet);
        let told = before.map(|before| khac::<D>(before, than)).unwrap_or_default();
        let message = format!("dòng này của sổ bị hỏng: {why}{told}");
        Hong { stt: None, loi: loi::<D>(message, before.is_some()) }
    }

    /// A line that was edited.
    pub(super) fn sua<D: DongCuaSo>(
        &self,
        truoc: &str,
        (stt, than, viet): (usize, &str, &str),
        dong: &D,
    ) -> Hong {
        let so_hieu = dong.so_hieu().map(|s| format!(" ({s})")).unwrap_or_default();
        let before = self.dong(truoc, stt, viet);
        let told = match before {
            Some(before) => khac::<D>(before, than),
            None => format!(": dấu “{viet}” không khớp"),
        };
        let message = format!("dòng {stt}{so_hieu} đã bị sửa bằng tay{told}");
        Hong { stt: Some(stt), loi: loi::<D>(message, before.is_some()) }
    }

    /// A line that does not come after the one before it.
    pub(super) fn sai_cho<D: DongCuaSo>(
        &self,
        dau_truoc: &str,
        truoc: usize,
        (stt, than, viet): (usize, &str, &str),
    ) -> Hong {
        let message = match truoc {
            0 => format!("sổ mở đầu bằng dòng {stt}: các dòng trước bị bớt đi"),
            _ => format!("sau dòng {truoc} là dòng {stt}: sổ bị bớt, thêm hoặc đổi chỗ dòng"),
        };
        let gone = self.mat(dau_truoc, truoc, (stt, than, viet));
        let told: Vec<String> =
            gone.iter().take(NHIEU_NHAT).map(|line| format!("“{}”", gon(line))).collect();
        let more = gone.len().saturating_sub(NHIEU_NHAT);
        let message = match told.is_empty() {
            true => message,
            false if more > 0 => {
                format!("{message}; dòng mất là {} và {more} dòng nữa", told.join(", "))
            }
            false => format!("{message}; dòng mất là {}", told.join(", ")),
        };
        Hong { stt: Some(stt), loi: loi::<D>(message, !gone.is_empty()) }
    }

    /// The lines between two, if the mark of the second proves them all.
    fn mat(
        &self,
        dau_truoc: &str,
        truoc: usize,
        (stt, than, viet): (usize, &str, &str),
    ) -> Vec<&'a str> {
        let mut mark = dau_truoc.to_owned();
        let mut gone = Vec::new();
        for count in truoc.saturating_add(1)..stt {
            let Some(line) = self.0.get(&count) else { return Vec::new() };
            mark = dau(&mark, line);
            gone.push(*line);
        }
        if dau(&mark, than) == viet { gone } else { Vec::new() }
    }
}

fn loi<D: DongCuaSo>(message: String, lay_lai: bool) -> Diagnostic {
    let hint = if lay_lai { D::LAY_LAI } else { D::CHUA };
    Diagnostic::error("register-broken", message).hint(hint)
}

/// Which cells say something else now.
fn khac<D: DongCuaSo>(truoc: &str, nay: &str) -> String {
    let (before, now) = (cac_o(truoc), cac_o(nay));
    if before.len() != now.len() {
        return format!("; trước là “{}”", gon(truoc));
    }
    let cells = D::TEN_O.iter().zip(before.iter().zip(&now)).filter(|(_, (a, b))| a != b);
    let told: Vec<String> =
        cells.map(|(ten, (a, b))| format!("cột “{ten}” nay ghi “{b}”, trước ghi “{a}”")).collect();
    match told.is_empty() {
        true => ": chỉ khác ở dấu cách".to_owned(),
        false => format!(": {}", told.join("; ")),
    }
}

/// A line without its empty cells.
fn gon(line: &str) -> String {
    let cells = cac_o(line).into_iter().filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::super::day_so::Day;
    use super::super::dong::{Dong, Viec};
    use super::super::so::So;
    use super::super::so_hieu::SoHieu;
    use super::*;

    fn text() -> String {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        let dong = |so| {
            let so_hieu = Some(SoHieu { so, ky_hieu: String::new() });
            Dong {
                ghi_chu: format!("cho phòng {so}"),
                ..Dong::moi(Viec::GiuSo, day.clone(), so_hieu)
            }
        };
        So::doc("", "so").0.them(&(1..=5).map(dong).collect::<Vec<_>>())
    }

    fn told(text: &str, copy: &str) -> Vec<String> {
        let (_, found) = So::doc_voi(text, "so", &BanChep::cua(copy));
        found.into_iter().map(|d| d.message).collect()
    }

    #[test]
    fn what_stood_there_is_told_where_the_marks_prove_it() {
        let whole = text();
        let edited = whole.replace("cho phòng 3", "cho phòng 8");
        let message = "dòng 3 (03) đã bị sửa bằng tay: cột “(10) ghi chú” nay ghi “cho phòng 8”, trước ghi “cho phòng 3”";
        assert_eq!(told(&edited, &whole), [message]);
        // A copy that was edited too proves nothing.
        let other = whole.replace("cho phòng 3", "cho phòng 9");
        assert!(told(&edited, &other)[0].contains("không khớp"));
        assert!(told(&edited, "3 | rác")[0].contains("không khớp"));
    }

    #[test]
    fn lines_that_are_gone_are_told() {
        let whole = text();
        let gone: String = whole
            .lines()
            .filter(|l| !l.starts_with("2 ") && !l.starts_with("3 "))
            .map(|l| format!("{l}\n"))
            .collect();
        let found = told(&gone, &whole);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].contains("dòng mất là “2 | giữ số | 2023 HĐND | 02 | cho phòng 2”, “3 |"),
            "{found:?}"
        );
        assert!(!told(&gone, &whole.replace("cho phòng 3", "x"))[0].contains("dòng mất"));
        let torn = whole.replace("3 | giữ số | 2023 HĐND | 03", "3 | giu so | 2023 HĐND | 03");
        assert!(told(&torn, &whole)[0].contains("trước ghi “giữ số”"), "{:?}", told(&torn, &whole));
    }
}
