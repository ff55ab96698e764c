//! The body's measures: size, sides, indent, space between lines and paragraphs (PL I, II.6); căn cứ and the end.

use super::PhatHien;
use super::can_cu;
use super::giay::{Giay, MotDoan};
use super::mien::noi_mien;
use super::muc_than::Muc;
use super::nhin::{Nhin, so};
use super::thanh_phan::noi_can;
use crate::diagnostic::Diagnostic;
use crate::model::tuy_chon::MienGiaTri;
use crate::word::doc_word::dang::{CachDong, CanLe, KhoangCach};

const II_6: &str = "Phụ lục I, phần I, mục II.6";
/// A text of fewer letters may be one line, whose sides nobody sees.
const MOT_DONG: usize = 70;
/// A single line of Times New Roman, in sizes of its letters.
const DONG_DON: f64 = 1.149;
/// Half a millimetre, in twips: what programs round away (1.25 cm is what Word makes of 1.27).
const SAI_SO: f64 = 30.0;
const TWIP_MOI_MM: f64 = 1440.0 / 25.4;
const TWIP_MOI_PT: f64 = 20.0;

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    let mut out = Vec::new();
    for (i, (muc, one)) in all.iter().enumerate() {
        if !muc.loi_van() {
            continue;
        }
        let before = i.checked_sub(1).and_then(|i| all.get(i)).filter(|(muc, _)| muc.loi_van());
        let found = [
            co_chu(giay, one),
            can(one),
            gian_dong(giay, one),
            before.and_then(|(_, before)| cach_doan(giay, before, one)),
            thut(giay, one),
        ];
        let found = found.into_iter().flatten();
        out.extend(found.map(|d| giay.o_nhieu_doan(one, "noi_dung", d)));
    }
    out.extend(can_cu::soat(giay, all));
    out.extend(ket(giay, all));
    out
}

fn co_chu(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let (mien, clause) = giay.mien("co_chu")?;
    let size = Nhin::ca(one).co_chu_ngoai(|pt| mien.chua(pt))?;
    let message = format!("lời văn: cỡ chữ {}, phải {}", so(size), noi_mien(mien));
    Some(Diagnostic::error("word-size", message).clause(clause))
}

fn can(one: &MotDoan) -> Option<Diagnostic> {
    let long = one.chu.chars().filter(|c| c.is_alphabetic()).count() > MOT_DONG;
    let message = format!("lời văn: {}, phải căn đều hai bên", noi_can(one.dang.can));
    (long && one.dang.can == CanLe::Trai)
        .then(|| Diagnostic::error("word-align", message).clause(II_6))
}

fn gian_dong(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let (MienGiaTri::Khoang(least, most), clause) = giay.mien("gian_dong")? else { return None };
    if giay.t.dong_dung_pt.is_some() {
        return dong_dung(one, (least, most), clause);
    }
    let size = one.dang.chu.iter().map(|(_, look)| look.co).max().unwrap_or(28);
    let single = f64::from(size) / 2.0 * DONG_DON * TWIP_MOI_PT;
    let (lines, told) = match one.dang.cach.dong {
        CachDong::Boi(units) => {
            let lines = f64::from(units) / 240.0;
            (lines, format!("giãn dòng {}", hai_so(lines)))
        }
        CachDong::Dung(twips) => {
            let points = so(f64::from(twips) / TWIP_MOI_PT);
            (f64::from(twips) / single, format!("giãn dòng cố định {points} pt"))
        }
        CachDong::ItNhat(twips) => {
            let points = so(f64::from(twips) / TWIP_MOI_PT);
            ((f64::from(twips) / single).max(least), format!("giãn dòng ít nhất {points} pt"))
        }
    };
    // What is told exactly is held exactly; points against the face's own line can't be.
    let slack = if matches!(one.dang.cach.dong, CachDong::Boi(_)) { 0.015 } else { 0.07 };
    let good = (least - slack..=most + slack).contains(&lines);
    let message = format!("lời văn: {told}, phải từ dòng đơn đến {} dòng", so(most));
    (!good).then(|| Diagnostic::error("word-line-spacing", message).clause(clause))
}

/// Where the set says how far exactly lines stand from each other.
fn dong_dung(one: &MotDoan, (least, most): (f64, f64), clause: &'static str) -> Option<Diagnostic> {
    let points = |twips: i32| f64::from(twips) / TWIP_MOI_PT;
    let told = match one.dang.cach.dong {
        CachDong::Dung(twips) if (least - 0.05..=most + 0.05).contains(&points(twips)) => {
            return None;
        }
        CachDong::Dung(twips) => format!("cố định {} pt", so(points(twips))),
        CachDong::ItNhat(twips) => format!("ít nhất {} pt", so(points(twips))),
        CachDong::Boi(units) => format!("{} dòng", hai_so(f64::from(units) / 240.0)),
    };
    let message = format!(
        "lời văn: giãn dòng {told}, phải cố định (Exactly) từ {} đến {} pt",
        so(least),
        so(most)
    );
    Some(Diagnostic::error("word-line-spacing", message).clause(clause))
}

/// `1,15`.
fn hai_so(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('.', ",")
}

fn cach_doan(giay: &Giay, before: &MotDoan, one: &MotDoan) -> Option<Diagnostic> {
    let (MienGiaTri::Khoang(least, _), clause) = giay.mien("cach_doan")? else { return None };
    let same = before.dang.kieu == one.dang.kieu;
    let own = |cach: &KhoangCach, twips: i32| if cach.lien_kieu && same { 0 } else { twips };
    let after = own(&before.dang.cach, before.dang.cach.sau);
    let above = own(&one.dang.cach, one.dang.cach.truoc);
    let points = f64::from(after.saturating_add(above)) / TWIP_MOI_PT;
    let message =
        format!("lời văn: cách đoạn trước {} pt, phải ít nhất {} pt", so(points), so(least));
    (points + 0.1 < least).then(|| Diagnostic::error("word-gap", message).clause(clause))
}

/// Where the first line begins. A list of Word's, blanks and tabs have ways of their own.
fn thut(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let (MienGiaTri::MotTrong(all), clause) = giay.mien("thut_dong")? else { return None };
    let text = &one.doan.chu;
    let unsure = one.doan.so.is_some()
        || text.starts_with([' ', '\t', '\u{a0}'])
        || text.starts_with(char::is_lowercase) && one.doan.so.is_none() && !text.contains(')')
        || de_trong(text);
    if unsure {
        return None;
    }
    let start = f64::from(one.dang.thut.trai.saturating_add(one.dang.thut.dau_dong));
    let slack = SAI_SO + giay.bo.soat.thut_khoang_mm * TWIP_MOI_MM;
    let good = all.iter().any(|mm| (start - mm * TWIP_MOI_MM).abs() <= slack);
    let wanted: Vec<String> = all.iter().map(|mm| hai_so(mm / 10.0)).collect();
    let message = format!(
        "lời văn: chữ đầu đoạn lùi vào {} cm, phải lùi {} cm",
        hai_so(start / TWIP_MOI_MM / 10.0),
        wanted.join(" hoặc ")
    );
    (!good).then(|| Diagnostic::error("word-indent", message).clause(clause))
}

/// A line that is to be filled by hand has more dots than letters.
fn de_trong(text: &str) -> bool {
    let dots: usize = text.chars().map(|c| if c == '…' { 3 } else { usize::from(c == '.') }).sum();
    dots > text.chars().filter(|c| c.is_alphabetic()).count()
}

/// What ends the body: `./.` in every form of the decree.
fn ket(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Option<PhatHien> {
    // A table at the end closes the body otherwise.
    let mut back = all.iter().rev().filter(|(_, one)| one.so > 0);
    let (muc, last) = back.next()?;
    if !giay.bo_cuc.co_cuoi || *muc == Muc::BoQua || !giay.bo_cuc.cuoi.co_noi_nhan {
        return None;
    }
    let wanted = giay.t.trinh_bay.ket_thuc;
    // What goes with the paper may be told in brackets behind its end.
    let bare = last.chu.trim();
    let aside = bare.starts_with('(') && bare.trim_end_matches(['.', '/']).ends_with(')');
    let above = back.next().filter(|_| aside).map_or("", |(_, one)| one.chu.trim_end());
    if bare.ends_with(wanted) || above.ends_with(wanted) {
        return None;
    }
    let message = format!("cuối nội dung: thiếu dấu kết thúc “{wanted}”");
    let d = Diagnostic::warning("word-ending", message).clause("Phụ lục III, các mẫu văn bản");
    Some(giay.o_doan(last, "noi_dung", d))
}
