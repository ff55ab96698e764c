//! Khoản có tiêu đề: an item whose title has a line of its own is bold (PL I, II.6), where the set has it so.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::Muc;
use super::nhin::Nhin;
use crate::diagnostic::Diagnostic;
use crate::word::nhan_dang::tu::{dai, gon};
use crate::word::nhan_dang::{DauDoan, dau_doan};

const II_6: &str = "Phụ lục I, phần I, mục II.6";
/// No title is longer.
const TEN_DAI: usize = 120;
/// One alone may be the last of a list without marks.
const IT_NHAT: usize = 2;

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    if !giay.t.trinh_bay.khoan_dam {
        return Vec::new();
    }
    let all: Vec<(Muc, &MotDoan)> = all.iter().copied().filter(|(_, one)| one.so > 0).collect();
    let titles: Vec<&MotDoan> = all
        .windows(2)
        .filter_map(|pair| match pair {
            [(Muc::Van, one), (Muc::Van, next)] if la_ten(one, next) => Some(*one),
            _ => None,
        })
        .collect();
    if titles.len() < IT_NHAT {
        return Vec::new();
    }
    let thin = titles.into_iter().filter(|one| !Nhin::ca(one).co(|look| look.dam));
    let tell = |one: &MotDoan| {
        let message = "khoản có tiêu đề: chưa in đậm, phải in đậm cả số và tiêu đề";
        let d = Diagnostic::error("word-heading", message).clause(II_6);
        giay.o_nhieu_doan(one, "noi_dung", d)
    };
    thin.map(tell).collect()
}

/// `2. Về kinh phí`, without a mark at its end, and running text under it.
fn la_ten(one: &MotDoan, next: &MotDoan) -> bool {
    let (text, under) = (gon(&one.chu), gon(&next.chu));
    let number = dau_doan(&text).0 == DauDoan::So;
    let ends = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”'));
    let running = dau_doan(&under).0 == DauDoan::Khong && under.ends_with(['.', ':', ';', '/']);
    number && ends && dai(&text) < TEN_DAI && running && dai(&under) > dai(&text)
}
