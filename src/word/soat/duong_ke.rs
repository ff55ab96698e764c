//! Rule lines under tiêu ngữ, the issuing office and the subject (PL I, II.1, II.2, II.5): a border, a drawn line, an
//! underline, a row of signs, the edge of a cell. Where a drawing may be the line, no line is missing. A set may have
//! signs in the place of some, or a line under other words ([`super::dau_ngan`]).

use super::PhatHien;
use super::dai_ke::{self, DaiNet};
use super::dau_ngan;
use super::giay::{Giay, MotDoan};
use super::nhin::Nhin;
use crate::diagnostic::Diagnostic;
use crate::model::trinh_bay::NganCach;
use crate::word::nhan_dang::tu::la_net_ke;
use crate::word::nhan_dang::{DongVai, VaiDong};

/// What there must be under the lines of a role.
pub(super) struct Can {
    pub ten: &'static str,
    pub khoa: &'static str,
    pub dieu_khoan: &'static str,
    pub vai: VaiDong,
    /// As long as the letters; else a third to a half of that.
    pub bang: bool,
    /// What it is; none where the set asks for nothing.
    cach: fn(&Giay) -> Option<NganCach>,
}

const CAC: [Can; 5] = [
    Can {
        ten: "Tiêu ngữ",
        khoa: "tieu_ngu",
        dieu_khoan: "Phụ lục I, phần I, mục II.1",
        vai: VaiDong::TieuNgu,
        bang: true,
        cach: |_| Some(NganCach::Gach),
    },
    Can {
        ten: "tiêu đề",
        khoa: "tieu_de",
        dieu_khoan: "Phụ lục I, phần I, mục II.1",
        vai: VaiDong::QuocHieu,
        bang: true,
        // It stands under the last line of the head.
        cach: |giay| (giay.bo.tieu_de.len() == 1).then_some(NganCach::Gach),
    },
    Can {
        ten: "tên cơ quan ban hành",
        khoa: "co_quan_ban_hanh",
        dieu_khoan: "Phụ lục I, phần I, mục II.2",
        vai: VaiDong::CoQuan,
        bang: false,
        cach: |giay| Some(giay.t.trinh_bay.duoi_co_quan),
    },
    Can {
        ten: "trích yếu",
        khoa: "trich_yeu",
        dieu_khoan: "Phụ lục I, phần I, mục II.5.a",
        vai: VaiDong::TrichYeu,
        bang: false,
        cach: |giay| Some(giay.t.trinh_bay.duoi_tieu_de),
    },
    Can {
        ten: "chữ “Nơi nhận”",
        khoa: "noi_nhan",
        dieu_khoan: "Phụ lục I, phần I, mục II.9",
        vai: VaiDong::NoiNhan,
        bang: true,
        cach: |giay| giay.t.trinh_bay.noi_nhan.gach_chan.then_some(NganCach::Gach),
    },
];

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut gone: Vec<(&Can, &MotDoan)> = Vec::new();
    let mut used = 0_usize;
    let mut out = Vec::new();
    for can in &CAC {
        let Some((line, one)) = giay.vai(can.vai).last() else { continue };
        match (can.cach)(giay) {
            Some(NganCach::Gach) => {}
            Some(NganCach::Dau(dau)) => {
                let ruled = !matches!(tim(giay, line, one), Co::Khong);
                out.extend(dau_ngan::soat(giay, can, dau, (line, one), ruled));
                continue;
            }
            None => continue,
        }
        let net = match tim(giay, line, one) {
            Co::Ve(net) => {
                used = used.saturating_add(1);
                net
            }
            Co::Chu(net) => net,
            Co::Khong => {
                gone.push((can, one));
                continue;
            }
        };
        out.extend(
            net.and_then(|net| dai_ke::soat(giay, can, &net))
                .map(|d| giay.o_doan(one, can.khoa, d)),
        );
    }
    // Drawings that stand elsewhere in the head may be any of the lines; what the set has as signs is none.
    let drawn: usize = dau(giay).map(|one| giay.word.net_ve(one.doan).len()).sum();
    let signs = giay.vai(VaiDong::NetKe).filter(|(line, _)| !dau_ngan::cua_bo(giay, line)).count();
    let free = drawn.saturating_add(signs).saturating_sub(used);
    out.extend(gone.into_iter().skip(free).map(|(can, one)| thieu(giay, can, one)));
    out
}

fn thieu(giay: &Giay, can: &Can, one: &MotDoan) -> PhatHien {
    let short = [giay.t.trinh_bay.duoi_co_quan, giay.t.trinh_bay.duoi_tieu_de];
    let hint = match short.contains(&NganCach::Gach) {
        true => {
            "dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài bằng 1/3 đến 1/2 dòng chữ, ở giữa"
        }
        false => "nét liền, dài bằng dòng chữ",
    };
    let message = format!("{}: thiếu đường kẻ nét liền ở dưới", can.ten);
    let d = Diagnostic::error("word-rule-line", message).hint(hint).clause(can.dieu_khoan);
    giay.o_doan(one, can.khoa, d)
}

/// All paragraphs from the top of the file to the body.
fn dau<'g, 'w>(giay: &'g Giay<'w>) -> impl Iterator<Item = &'g MotDoan<'w>> {
    // One that is drawn under the subject may hang on the first paragraph of the body.
    let end = giay.bo_cuc.than.start.saturating_add(2);
    giay.doan.iter().filter(move |one| one.khoi < end)
}

/// So many paragraphs below a line its rule may stand; with those that say how it was issued.
const DONG_DUOI: usize = 4;
const DONG_KEM_THEO: usize = 9;

enum Co {
    /// Drawn or typed, at the line or right below it; with its length, if that can be told.
    Ve(Option<DaiNet>),
    /// Of any other making.
    Chu(Option<DaiNet>),
    Khong,
}

fn tim(giay: &Giay, line: &DongVai, one: &MotDoan) -> Co {
    let at = giay.doan.iter().position(|other| std::ptr::eq(other, one)).unwrap_or_default();
    let cho = &line.dong.goc.cho;
    if Nhin::o(one, cho).co(|look| look.gach_chan) {
        return Co::Chu(dai_ke::gach_chan(giay, one, cho));
    }
    if one.dang.vien_duoi {
        return Co::Chu(dai_ke::vien(giay, one));
    }
    if let Some(net) = ve(giay, one) {
        return Co::Ve(net);
    }
    // Signs may stand in the same paragraph, behind a break.
    let rest = cho.end..one.chu.len();
    let signs = one.chu.get(rest.clone()).unwrap_or_default();
    if !signs.trim().is_empty() && la_net_ke(signs) {
        return Co::Ve(dai_ke::hang_dau(giay, one, &rest));
    }
    // Between the subject of what a decision issues and its rule it is said with which one (PL III, form 1.3).
    let mut issue = line.vai == VaiDong::TrichYeu && giay.kem_theo();
    let reach = if issue { DONG_KEM_THEO } else { DONG_DUOI };
    for next in giay.doan.iter().skip(at.saturating_add(1)).take(reach) {
        if !cung_o(one, next) {
            break;
        }
        if next.dang.vien_tren || (next.so == 0 && next.dang.vien_duoi) {
            return Co::Chu(dai_ke::vien(giay, next));
        }
        if !next.chu.trim().is_empty() && la_net_ke(&next.chu) {
            return Co::Ve(dai_ke::hang_dau(giay, next, &(0..next.chu.len())));
        }
        if let Some(net) = ve(giay, next) {
            return Co::Ve(net);
        }
        // The same name in English stands between a line and its rule.
        let english = giay.vai(VaiDong::TiengAnh).any(|(_, own)| std::ptr::eq(own, next));
        if next.so > 0 && !english && !issue {
            break;
        }
        issue &= !next.chu.trim_end().ends_with(')');
    }
    if giay.word.vien_o_duoi(one.doan) { Co::Chu(None) } else { Co::Khong }
}

/// What is drawn in a paragraph; of several lines nobody can tell which is whose.
fn ve(giay: &Giay, one: &MotDoan) -> Option<Option<DaiNet>> {
    match giay.word.net_ve(one.doan).as_slice() {
        [] => None,
        [Some(mm)] => Some(Some(DaiNet::Mm(*mm))),
        _ => Some(None),
    }
}

/// Whether both stand in one cell, or both in none.
fn cung_o(a: &MotDoan, b: &MotDoan) -> bool {
    let parent = |one: &MotDoan| one.doan.duong.split_last().map(|(_, parent)| parent.to_vec());
    parent(a) == parent(b)
}
