//! Trích yếu: how a subject is written (PL I, II.5).

use super::doc::Doc;
use crate::model::chu_dau::hoa_dau;
use crate::model::trich_yeu::trong_cau;
use crate::model::{CachTrichYeu, Fault, KieuVanBan, Loai};
use crate::reading::yaml::Span;

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.5";
/// A subject is a title and no sentence.
const DAU_CUOI: &str = ".;,:!";

/// Small letters are the decree's; the rest is custom.
pub fn cach_viet(doc: &mut Doc<'_>, text: &str, span: Span, loai: Loai, kieu: &KieuVanBan) {
    let hoa = doc.bo().loi_van.trich_yeu_hoa;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 0 && text == text.to_uppercase() {
        let dau_cau = if hoa { "chữ cái đầu câu và " } else { "" };
        let fault = Fault::new("not-lower-case", "trích yếu viết toàn chữ in hoa")
            .hint(format!(
                "viết chữ thường, chỉ viết hoa {dau_cau}tên riêng; chương trình tự in đậm"
            ))
            .clause(DIEU_KHOAN);
        doc.fault(fault, span);
        return;
    }
    // After `V/v` it goes on in small letters.
    let ve_viec = kieu.trich_yeu == CachTrichYeu::DuoiSo;
    if let Some(rest) = lap_ten_loai(text, loai.ten()) {
        let message = format!("trích yếu lặp lại tên loại “{}”, đã in ở dòng trên", loai.ten());
        let rest = rest.trim_end_matches(|c| c == ' ' || DAU_CUOI.contains(c));
        let rest = if ve_viec || !hoa { rest.to_owned() } else { hoa_dau(rest) };
        let fault = Fault::new("subject-style", message).hint(format!("bỏ đi, chỉ ghi: “{rest}”"));
        doc.warn(fault, span);
    }
    if let Some(rest) = bo_vv(text).filter(|_| !ve_viec) {
        let message =
            format!("trích yếu của {} mở đầu bằng “V/v”, chỉ công văn mới viết thế", loai.ten());
        let fault = Fault::new("subject-style", message).hint(match hoa {
            true => format!("viết: “Về việc {rest}”"),
            false => format!("viết: “về việc {rest}”"),
        });
        doc.warn(fault.clause("Phụ lục I, phần I, mục II.5.b"), span);
    } else if !ve_viec && !hoa {
        let right = trong_cau(text);
        if right != text {
            let fault = Fault::new("subject-style", "trích yếu mở đầu bằng chữ hoa");
            doc.warn(
                fault.hint(format!("viết thường chữ cái đầu: “{right}”")).clause(DIEU_KHOAN),
                span,
            );
        }
    } else if !ve_viec && text.chars().next().is_some_and(char::is_lowercase) {
        let fault = Fault::new("subject-style", "trích yếu mở đầu bằng chữ thường");
        doc.warn(fault.hint("viết hoa chữ cái đầu"), span);
    }
    if let Some(end) =
        text.chars().last().filter(|c| DAU_CUOI.contains(*c) && !text.ends_with(".."))
    {
        let fault = Fault::new("subject-style", format!("trích yếu kết thúc bằng dấu “{end}”"));
        doc.warn(fault.hint("bỏ dấu ở cuối: trích yếu là nhan đề, không phải câu"), span);
    }
}

/// What follows the name of the kind at the beginning of a subject.
fn lap_ten_loai<'t>(text: &'t str, ten: &str) -> Option<&'t str> {
    let count = ten.chars().count();
    let at = text.char_indices().nth(count)?.0;
    let (head, rest) = text.split_at_checked(at)?;
    let word_ends = rest.starts_with([' ', ':', '\u{a0}']);
    // `Kế hoạch hoá` is another word.
    let rest = rest.trim_start_matches([' ', ':', '\u{a0}']);
    let other = ["hóa", "hoá"].iter().any(|word| rest.to_lowercase().starts_with(word));
    (head.to_lowercase() == ten.to_lowercase() && word_ends && !other).then_some(rest)
}

/// What follows `V/v`, in the spellings that clerks use.
fn bo_vv(text: &str) -> Option<&str> {
    let rest = ["V/v", "v/v", "V/V"].iter().find_map(|word| text.strip_prefix(word))?;
    let bare = rest.trim_start_matches([':', '.', ' ', '\u{a0}']);
    (bare.len() < rest.len()).then_some(bare)
}

/// The subject of a công văn without the `V/v` that the program sets before it.
pub fn bo_ve_viec(text: &str, kieu: &KieuVanBan) -> String {
    if kieu.trich_yeu != CachTrichYeu::DuoiSo {
        return text.to_owned();
    }
    let full = || ["Về việc", "về việc"].iter().find_map(|word| text.strip_prefix(word));
    bo_vv(text).or_else(full).map_or(text, str::trim_start).to_owned()
}

/// How many words each line of a subject has that was given in lines (`trich_yeu: |`); empty where it was not.
/// `text` is what is left of it.
pub fn dong_rieng(raw: &str, text: &str) -> Vec<usize> {
    let words = |s: &str| s.split_whitespace().count();
    let mut lines: Vec<usize> = raw.lines().map(words).filter(|count| *count > 0).collect();
    if lines.len() < 2 {
        return Vec::new();
    }
    let gone = words(raw).saturating_sub(words(text));
    if let Some(first) = lines.first_mut() {
        *first = first.saturating_sub(gone);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_clerks_where_she_gives_them() {
        assert_eq!(dong_rieng("Tổ chức hội nghị\n", "Tổ chức hội nghị"), [0; 0]);
        assert_eq!(dong_rieng("V/v tổ chức\nhội nghị\n\n", "tổ chức hội nghị"), [2, 2]);
    }

    #[test]
    fn the_mark_of_a_letters_subject_is_the_programs() {
        let bare = |text| bo_ve_viec(text, &KieuVanBan::CONG_VAN);
        assert_eq!(bare("V/v tổ chức hội nghị"), "tổ chức hội nghị");
        assert_eq!(bare("Về việc tổ chức hội nghị"), "tổ chức hội nghị");
        assert_eq!(bare("V/v: tổ chức hội nghị"), "tổ chức hội nghị");
        assert_eq!(bo_ve_viec("Về việc tổ chức", &KieuVanBan::MAC_DINH), "Về việc tổ chức");
    }
}
