//! Rule lines under tiêu ngữ, the issuing office and the subject (PL I, II.1, II.2, II.5): a border, a drawn line, an
//! underline, a row of signs, the edge of a cell. Where a drawing may be the line, no line is missing.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::nhin::Nhin;
use crate::diagnostic::Diagnostic;
use crate::word::nhan_dang::tu::la_net_ke;
use crate::word::nhan_dang::{DongVai, VaiDong};

/// A line that there must be.
struct Can {
    ten: &'static str,
    khoa: &'static str,
    dieu_khoan: &'static str,
    vai: VaiDong,
}

const CAC: [Can; 3] = [
    Can {
        ten: "Tiêu ngữ",
        khoa: "tieu_ngu",
        dieu_khoan: "Phụ lục I, phần I, mục II.1",
        vai: VaiDong::TieuNgu,
    },
    Can {
        ten: "tên cơ quan ban hành",
        khoa: "co_quan_ban_hanh",
        dieu_khoan: "Phụ lục I, phần I, mục II.2",
        vai: VaiDong::CoQuan,
    },
    Can {
        ten: "trích yếu",
        khoa: "trich_yeu",
        dieu_khoan: "Phụ lục I, phần I, mục II.5.a",
        vai: VaiDong::TrichYeu,
    },
];

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut gone: Vec<(&Can, &MotDoan)> = Vec::new();
    let mut used = 0_usize;
    for can in &CAC {
        let Some((line, one)) = giay.vai(can.vai).last() else { continue };
        match tim(giay, line, one) {
            Co::Ve => used = used.saturating_add(1),
            Co::Chu => {}
            Co::Khong => gone.push((can, one)),
        }
    }
    // Drawings that stand elsewhere in the head may be any of the lines.
    let drawn: usize = dau(giay).map(|one| giay.word.so_net_ve(one.doan)).sum();
    let signs = giay.vai(VaiDong::NetKe).count();
    let free = drawn.saturating_add(signs).saturating_sub(used);
    gone.into_iter().skip(free).map(|(can, one)| thieu(giay, can, one)).collect()
}

fn thieu(giay: &Giay, can: &Can, one: &MotDoan) -> PhatHien {
    let d = Diagnostic::error("word-rule-line", format!("{}: thiếu đường kẻ nét liền ở dưới", can.ten))
        .hint("dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài bằng 1/3 đến 1/2 dòng chữ, ở giữa")
        .clause(can.dieu_khoan);
    giay.o_doan(one, can.khoa, d)
}

/// All paragraphs from the top of the file to the body.
fn dau<'g, 'w>(giay: &'g Giay<'w>) -> impl Iterator<Item = &'g MotDoan<'w>> {
    // One that is drawn under the subject may hang on the first paragraph of the body.
    let end = giay.bo_cuc.than.start.saturating_add(2);
    giay.doan.iter().filter(move |one| one.khoi < end)
}

enum Co {
    /// Drawn or typed, at the line or right below it.
    Ve,
    /// Of any other making.
    Chu,
    Khong,
}

fn tim(giay: &Giay, line: &DongVai, one: &MotDoan) -> Co {
    let at = giay.doan.iter().position(|other| std::ptr::eq(other, one)).unwrap_or_default();
    if Nhin::o(one, &line.dong.goc.cho).co(|look| look.gach_chan) || one.dang.vien_duoi {
        return Co::Chu;
    }
    if giay.word.so_net_ve(one.doan) > 0 {
        return Co::Ve;
    }
    // Signs may stand in the same paragraph, behind a break.
    let rest = one.chu.get(line.dong.goc.cho.end..).unwrap_or_default();
    if !rest.trim().is_empty() && la_net_ke(rest) {
        return Co::Ve;
    }
    for next in giay.doan.iter().skip(at.saturating_add(1)).take(4) {
        if !cung_o(one, next) {
            break;
        }
        if next.dang.vien_tren || (next.so == 0 && next.dang.vien_duoi) {
            return Co::Chu;
        }
        let signs = !next.chu.trim().is_empty() && la_net_ke(&next.chu);
        if signs || giay.word.so_net_ve(next.doan) > 0 {
            return Co::Ve;
        }
        if next.so > 0 {
            break;
        }
    }
    if giay.word.vien_o_duoi(one.doan) { Co::Chu } else { Co::Khong }
}

/// Whether both stand in one cell, or both in none.
fn cung_o(a: &MotDoan, b: &MotDoan) -> bool {
    let parent = |one: &MotDoan| one.doan.duong.split_last().map(|(_, parent)| parent.to_vec());
    parent(a) == parent(b)
}
