//! Marks of khoản and điểm that were typed and can't be meant so.

use crate::model::Fault;
use crate::model::than_bai::DauMuc;

/// A mark as the decree doesn't know it: `f)`, `a.`, `a/`, `1/`.
pub(super) fn dau_la(line: &str) -> Option<Fault> {
    let (word, rest) = line.split_once([' ', '\t'])?;
    if word == "o" && rest.trim_start().starts_with(char::is_uppercase) {
        let message = "“o” ở đầu dòng là dấu tròn của Word, ở đây in thành chữ “o”";
        let hint = "gõ “- ” ở đầu dòng; là ý nhỏ dưới một gạch đầu dòng thì gõ “+ ”";
        return Some(Fault::new("item-number", message).hint(hint).words(word));
    }
    if let Some(letters) =
        word.strip_prefix(['-', '–', '+']).filter(|t| t.starts_with(char::is_uppercase))
    {
        let mark = word.get(..word.len().saturating_sub(letters.len())).unwrap_or_default();
        let message =
            format!("“{word}” thiếu dấu cách sau dấu “{mark}” nên in như một đoạn thường");
        return Some(
            Fault::new("item-number", message).hint(format!("gõ: {mark} {letters}")).words(word),
        );
    }
    let (than, dau) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let number = !than.is_empty() && than.len() <= 2 && than.bytes().all(|b| b.is_ascii_digit());
    let letter = than.chars().count() == 1 && than.chars().all(char::is_lowercase);
    let known = match dau {
        ")" => !(letter && ["f", "j", "w", "z"].contains(&than)),
        "." => !letter,
        "/" => !(letter || number),
        _ => true,
    };
    if known || rest.trim().is_empty() {
        return None;
    }
    let right = match number {
        true => format!("khoản ghi “{than}.”"),
        false => "điểm ghi “a)” theo bảng chữ cái tiếng Việt: a b c d đ e g h i k l m n".to_owned(),
    };
    let message = format!("“{word}” không phải là dấu của khoản, điểm");
    Some(
        Fault::new("item-number", message)
            .hint(format!("{right}; không phải khoản, điểm thì nối vào dòng trên"))
            .clause("Phụ lục I, phần I, mục II.6")
            .words(word),
    )
}

/// A mark right behind another one: the numbering made `2.` and `a)` was typed behind it.
pub(super) fn dau_kep(dau: DauMuc, text: &str) -> Option<Fault> {
    dau.thu_tu()?;
    let (trong, con) = DauMuc::tach(text).or_else(|| Some((la_dau(text)?, "")))?;
    let message = format!("hai dấu liền nhau “{dau} {trong}”, sẽ in cả hai như đã gõ");
    let rest = match con.char_indices().nth(20) {
        _ if con.is_empty() => "nội dung".to_owned(),
        Some((at, _)) => format!("{}…", con.get(..at).unwrap_or_default()),
        None => con.to_owned(),
    };
    Some(
        Fault::new("item-number", message)
            .hint(format!("bỏ một dấu, ví dụ chỉ còn “{trong} {rest}”"))
            .words(format!("{dau} {trong}")),
    )
}

/// A mark with nothing behind it.
pub(super) fn dau_trong(line: &str) -> Option<Fault> {
    la_dau(line)?;
    Some(
        Fault::new("item-number", format!("dấu “{line}” không có nội dung, sẽ in trơ trọi"))
            .hint("viết nội dung sau dấu ấy, hoặc xoá dòng này")
            .words(line),
    )
}

/// What is a mark and nothing else.
fn la_dau(line: &str) -> Option<DauMuc> {
    let bare = !line.contains(char::is_whitespace);
    let whole = format!("{line} x");
    DauMuc::tach(&whole).filter(|_| bare).map(|(dau, _)| dau)
}
