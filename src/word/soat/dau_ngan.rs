//! Dấu ngăn: signs on a line of their own, where a set has them in the place of a rule line: `*` under the office,
//! `-----` under the subject.

use super::PhatHien;
use super::duong_ke::Can;
use super::giay::{Giay, MotDoan};
use crate::diagnostic::Diagnostic;
use crate::model::trinh_bay::NganCach;
use crate::word::nhan_dang::tu::gon;
use crate::word::nhan_dang::{DongVai, VaiDong};

/// Whether a line is one of the set's signs.
pub(super) fn cua_bo(giay: &Giay, line: &DongVai) -> bool {
    let t = &giay.t.trinh_bay;
    let signs = [t.duoi_co_quan, t.duoi_tieu_de];
    signs.iter().any(|cach| matches!(cach, NganCach::Dau(dau) if chu(line) == *dau))
}

/// What is wrong with the signs under a line; `ke` says that there is a rule line.
pub(super) fn soat(
    giay: &Giay,
    can: &Can,
    dau: &str,
    (line, one): (&DongVai, &MotDoan),
    ke: bool,
) -> Option<PhatHien> {
    let found = duoi(giay, line);
    let message = match &found {
        Some(typed) if typed == dau => return None,
        Some(typed) => format!("{}: ở dưới là “{typed}”, phải là dấu “{dau}”", can.ten),
        None if ke => format!("{}: ở dưới là đường kẻ, phải là dấu “{dau}”", can.ten),
        None => format!("{}: thiếu dấu “{dau}” ở dưới", can.ten),
    };
    let d = Diagnostic::error("word-rule-line", message)
        .hint(format!("gõ “{dau}” trên một dòng riêng, ở giữa, không kẻ gạch"))
        .clause(can.dieu_khoan);
    Some(giay.o_doan(one, can.khoa, d))
}

/// The signs that follow a line on its side of the page, before anything else of the head.
fn duoi(giay: &Giay, line: &DongVai) -> Option<String> {
    use VaiDong as V;
    let all = giay.bo_cuc.vai.iter();
    let behind = all.skip_while(|own| !std::ptr::eq(*own, line)).skip(1);
    // Side by side, the other column may come between.
    let between = |own: &&DongVai| matches!(own.vai, V::NetKe | V::QuocHieu | V::Ngay);
    let signs: Vec<&DongVai> =
        behind.take_while(between).filter(|own| own.vai == V::NetKe).collect();
    let beside = signs.iter().find(|own| own.dong.cot == line.dong.cot);
    beside.or(signs.first()).map(|own| chu(own))
}

fn chu(line: &DongVai) -> String {
    gon(&line.dong.chu).replace('\u{2011}', "-")
}
