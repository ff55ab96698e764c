//! Căn cứ: how each begins, looks and ends (PL I, II.6).

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::{Muc, bat_dau_can_cu};
use super::nhin::Nhin;
use crate::diagnostic::Diagnostic;
use crate::word::nhan_dang::tu::{khoa, la_gach};

const II_6: &str = "Phụ lục I, phần I, mục II.6";

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    let own: Vec<&MotDoan> =
        all.iter().filter(|(muc, _)| *muc == Muc::CanCu).map(|(_, one)| *one).collect();
    let mut out = Vec::new();
    for (i, one) in own.iter().enumerate() {
        let found = [kieu(giay, one), dau_cau(giay, one)].into_iter().flatten();
        out.extend(found.map(|d| giay.o_nhieu_doan(one, "can_cu", d)));
        let last = i.saturating_add(1) == own.len();
        let wanted = if last { '.' } else { ';' };
        if !one.chu.trim_end().ends_with(wanted) {
            let message = format!("căn cứ: dòng này phải kết thúc bằng dấu “{wanted}”");
            let d = Diagnostic::error("word-can-cu", message)
                .hint("mỗi căn cứ một dòng, cuối dòng là dấu chấm phẩy, dòng cuối cùng là dấu chấm")
                .clause(II_6);
            out.push(giay.o_doan(one, "can_cu", d));
        }
    }
    out
}

fn kieu(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let (nhin, gach) = (Nhin::ca(one), giay.t.trinh_bay.can_cu_gach);
    let style = |message: &str| Diagnostic::error("word-style", format!("căn cứ: {message}"));
    let d = match gach {
        false if !nhin.deu(|look| look.nghieng) => style("chưa in nghiêng, phải in nghiêng"),
        true if nhin.co(|look| look.nghieng) => style("in nghiêng, phải là chữ đứng"),
        true if !la_gach(&one.chu) => {
            let message = "căn cứ: thiếu dấu gạch ngang (-) đầu dòng";
            Diagnostic::error("word-can-cu", message)
        }
        _ => return None,
    };
    Some(d.clause(II_6))
}

/// What a ground is that stands by itself.
const VAN_BAN: [&str; 10] = [
    "luat ",
    "hien phap",
    "phap lenh ",
    "nghi dinh ",
    "nghi quyet ",
    "quyet dinh ",
    "thong tu ",
    "chi thi ",
    "cong van ",
    "ke hoach ",
];

/// A law or a decree by itself, without the word that makes a ground of it.
fn dau_cau(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let key = khoa(&one.chu);
    let named = VAN_BAN.iter().any(|word| key.starts_with(word));
    (named && !bat_dau_can_cu(giay, &one.chu)).then(|| {
        let message = "căn cứ: dòng này phải bắt đầu bằng “Căn cứ”, “Theo đề nghị của” hoặc “Xét”";
        Diagnostic::warning("word-can-cu", message).clause(II_6)
    })
}
