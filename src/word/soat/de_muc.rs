//! Names of parts, articles and items of the body: how they look, how they are numbered (PL I, II.6 and mục V).

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::Muc;
use super::nhin::Nhin;
use super::so_dau::CHU_CAI;
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::tu::{dai, gon};
use crate::word::nhan_dang::{DauDoan, dau_doan};

const II_6: &str = "Phụ lục I, phần I, mục II.6";

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    let mut out = Vec::new();
    let mut trong_dieu = false;
    for &(muc, one) in all {
        let found: Vec<Diagnostic> = match muc {
            Muc::Phan => phan(one),
            Muc::TenPhan => ten_phan(one).into_iter().collect(),
            Muc::LaMa if giay.bo.soat.la_ma_dam_hoa => la_ma(one),
            Muc::Dieu => dieu(one),
            Muc::Diem => diem(one).into_iter().collect(),
            Muc::Van => dau_la(one).into_iter().collect(),
            _ => Vec::new(),
        };
        let starts = matches!(dau_doan(&gon(&one.chu)).0, DauDoan::So | DauDoan::SoKep(_));
        trong_dieu = match muc {
            Muc::Dieu => true,
            Muc::Phan | Muc::LaMa => false,
            _ => trong_dieu,
        };
        let of_dieu = trong_dieu && (starts || muc == Muc::Diem);
        if of_dieu && !giay.t.trinh_bay.khoan_dam && Nhin::ca(one).co(|look| look.dam) {
            let d = sai("khoản, điểm: in đậm, phải là chữ đứng, không đậm");
            out.push(giay.o_nhieu_doan(one, "noi_dung", d));
        }
        out.extend(found.into_iter().map(|d| giay.o_nhieu_doan(one, "noi_dung", d)));
    }
    out
}

fn sai(message: &str) -> Diagnostic {
    Diagnostic::error("word-heading", message).clause(II_6)
}

/// `Chương II` in bold small letters in the middle, Roman; `Mục 1` Arabic.
fn phan(one: &MotDoan) -> Vec<Diagnostic> {
    let text = gon(&one.chu);
    let nhin = Nhin::ca(one);
    let mut out = Vec::new();
    if !nhin.deu(|look| look.dam) {
        out.push(sai("tên phần, chương, mục: chưa in đậm, phải in đậm"));
    }
    if one.dang.can != CanLe::Giua && !one.doan.chu.starts_with([' ', '\t', '\u{a0}']) {
        out.push(sai("tên phần, chương, mục: phải căn giữa"));
    }
    if dai(&text) < 20 && nhin.hoa() {
        out.push(sai("chữ “Phần”, “Chương”, “Mục”: viết hoa cả dòng, phải viết chữ thường"));
    }
    out
}

fn ten_phan(one: &MotDoan) -> Option<Diagnostic> {
    let nhin = Nhin::ca(one);
    let good = nhin.deu(|look| look.dam) && nhin.hoa();
    (!good).then(|| sai("tiêu đề của phần, chương, mục: phải viết hoa, in đậm cả dòng"))
}

/// `I. NHỮNG KẾT QUẢ` in bold capitals.
fn la_ma(one: &MotDoan) -> Vec<Diagnostic> {
    let nhin = Nhin::ca(one);
    // A remark in brackets behind a title may be in small letters.
    let title = one.chu.find('(').filter(|at| *at > 8).unwrap_or(one.chu.len());
    let (bold, upper) = (nhin.deu(|look| look.dam), Nhin::o(one, &(0..title)).hoa());
    // A sentence may be counted so, too.
    if !bold && !upper && dai(&one.chu) > 80 {
        return Vec::new();
    }
    let mut out = Vec::new();
    if !bold {
        out.push(sai("mục “I., II., …”: chưa in đậm, phải in đậm cả dòng"));
    }
    if !upper {
        out.push(sai("mục “I., II., …”: chưa viết hoa, phải viết hoa cả dòng"));
    }
    out
}

fn dieu(one: &MotDoan) -> Vec<Diagnostic> {
    let text = &one.chu;
    let end = text.find(['.', ':']).unwrap_or(text.len());
    let mut out = Vec::new();
    // The number of a list has the look of the text behind it, as far as is known here.
    let number = match one.doan.so {
        Some(_) => return out,
        None => Nhin::o(one, &(0..end)),
    };
    if !number.trong() && !number.deu(|look| look.dam) {
        out.push(sai("chữ “Điều” và số: chưa in đậm, phải in đậm"));
    }
    if text.get(end..).is_some_and(|rest| rest.starts_with(':')) {
        out.push(sai("sau số của điều phải là dấu chấm: “Điều 1.”"));
    }
    out
}

fn dau_sai(message: String) -> Diagnostic {
    Diagnostic::warning("word-item-mark", message)
        .hint("khoản ghi “1.”, điểm ghi “a)”, theo thứ tự a, b, c, d, đ, e, g, h, i, k…")
        .clause(II_6)
}

/// A letter that no item has; the order of the others is held by `thu_tu`.
fn diem(one: &MotDoan) -> Option<Diagnostic> {
    let letter = gon(&one.chu).chars().next()?;
    let message = format!("điểm “{letter})”: chữ này không dùng để đánh thứ tự điểm");
    (!CHU_CAI.contains(letter)).then(|| dau_sai(message))
}

/// `1/`, `a.`, `a/`: marks that the decree does not know.
fn dau_la(one: &MotDoan) -> Option<Diagnostic> {
    let text = gon(&one.chu);
    let word = text.split(' ').next()?;
    let bare = word.strip_suffix(['.', '/'])?;
    let number = bare.len() <= 2 && bare.bytes().all(|b| b.is_ascii_digit()) && !bare.is_empty();
    let letter = bare.chars().count() == 1 && bare.chars().all(|c| CHU_CAI.contains(c));
    let right = match (number, letter) {
        (true, _) if word.ends_with('/') => format!("{bare}."),
        (_, true) => format!("{bare})"),
        _ => return None,
    };
    Some(dau_sai(format!("dấu “{word}” đầu dòng: phải viết “{right}”")))
}
