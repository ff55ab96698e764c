//! Misspelt words: the nearest of those that may stand there.

use crate::model::Fault;
use crate::model::khong_dau::khong_dau;

/// Where a paper's text of many lines stands.
const THAN_BAI: &str = "noi_dung";

/// Words that people have for a field, without marks and blanks, and its key.
#[rustfmt::skip]
const TEN_KHAC: &[(&str, &str)] = &[
    ("ngay", "ngay_ban_hanh"), ("ngaythang", "ngay_ban_hanh"), ("ngayky", "ngay_ban_hanh"), ("sovanban", "so"),
    ("sohieu", "so"), ("sokyhieu", "so"), ("tieude", "trich_yeu"), ("vv", "trich_yeu"), ("veviec", "trich_yeu"),
    ("ten", "trich_yeu"), ("tenvanban", "trich_yeu"), ("ky", "nguoi_ky"), ("kyten", "nguoi_ky"), ("chuky", "nguoi_ky"),
    ("gui", "kinh_gui"), ("noigui", "kinh_gui"), ("thanbai", "noi_dung"), ("noidungvanban", "noi_dung"),
    ("cancu", "can_cu"), ("loaivanban", "loai"), ("mau", "loai"), ("dinhkem", "phu_luc"), ("mucdokhan", "khan"),
    ("domat", "mat"), ("diadiem", "dia_danh"), ("coquanchuquan", "co_quan_chu_quan"),
];

/// The message about a key that nobody knows. What looks like prose was meant to stand in the body.
pub fn unknown_key(key: &str, fields: &[&str]) -> Fault {
    let fault = Fault::new("unknown-key", format!("không có mục nào tên “{key}”")).words(key);
    let prose = key.contains([' ', '.']) || key.starts_with(char::is_uppercase);
    let other = TEN_KHAC.iter().find(|(word, _)| *word == gon(key)).map(|(_, right)| *right);
    let other = other.filter(|right| fields.contains(right));
    match nearest(key, fields).or(other) {
        Some(near) => fault.hint(co_phai_la(near)),
        None if prose && fields.contains(&THAN_BAI) => fault
            .hint(format!("nếu là lời văn thì đặt dưới “{THAN_BAI}: |” và thụt vào 2 dấu cách")),
        None => fault.hint(format!("các mục dùng được ở đây: {}", fields.join(", "))),
    }
}

/// The question that a misspelt word is answered with.
pub fn co_phai_la(near: &str) -> String {
    format!("có phải là “{near}”?")
}

/// The word that was meant, if what was written is a slip of the pen: the same but for tone marks, spaces,
/// dashes and capitals, or a letter or two off. A word that is only like it is another word: `thoi_gian` is no
/// misspelt `thoi_diem`.
pub fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    if word.chars().count() > 60 {
        return None;
    }
    let wrong = gon(word);
    let rated = words.iter().map(|right| {
        let folded = gon(right);
        (strsim::damerau_levenshtein(&wrong, &folded), folded.len(), *right)
    });
    let (slips, len, right) = rated.min_by_key(|(slips, ..)| *slips)?;
    let near = slips <= so_chu_lech(len.min(wrong.len())) || thieu_mot_chu(&wrong, &gon(right));
    near.then_some(right)
}

/// Whether a word of four letters lacks one, not the first: `kan` for `khan`.
fn thieu_mot_chu(wrong: &str, right: &str) -> bool {
    let mut rest = wrong.chars().peekable();
    let same_first = wrong.chars().next() == right.chars().next();
    for c in right.chars() {
        rest.next_if_eq(&c);
    }
    same_first && wrong.len() == 3 && right.len() == 4 && rest.peek().is_none()
}

/// How many letters a slip gets wrong in a word of so many.
fn so_chu_lech(len: usize) -> usize {
    match len {
        0..4 => 0,
        4..10 => 1,
        _ => 2,
    }
}

fn gon(word: &str) -> String {
    khong_dau(word).to_lowercase().replace([' ', '-', '_', '\u{a0}'], "")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_is_a_slip_of_the_pen_and_no_other_name() {
        let keys = [
            "noi_nhan",
            "thoi_diem",
            "dia_danh",
            "trich_yeu",
            "luu",
            "so",
            "ngay_ban_hanh",
            "khan",
            "mat",
        ];
        for (wrong, right) in [
            ("Nơi nhận", "noi_nhan"),
            ("noi-nhan", "noi_nhan"),
            ("diadanh", "dia_danh"),
            ("trich_yue", "trich_yeu"),
            ("Trích yếu", "trich_yeu"),
            ("Lưu", "luu"),
            ("ngay_ban_hahn", "ngay_ban_hanh"),
            ("kan", "khan"),
        ] {
            assert_eq!(nearest(wrong, &keys), Some(right), "{wrong}");
        }
        for wrong in
            ["Địa điểm", "thoi_gian", "dia_chi", "noi_dung", "sao", "ngay", "lưu ý", "ban", "mau"]
        {
            assert_eq!(nearest(wrong, &keys), None, "{wrong}");
        }
    }
}
