//! Two Word files of one document, made by two versions of this program: whether they say the same, and
//! where they look otherwise.

use std::collections::BTreeSet;

use super::so_sanh;
use crate::word::doc_word::{Goi, doc};

/// Beginnings of the names of parts, and what a clerk calls what is in them.
const PHAN: &[(&str, &str)] = &[
    ("word/document", "bố cục đoạn, bảng"),
    ("word/styles", "kiểu chữ"),
    ("word/numbering", "đánh số"),
    ("word/settings", "thiết đặt của Word"),
    ("word/foot", "chú thích, chân trang"),
    ("word/head", "đầu trang"),
    ("word/theme", "bảng màu, phông"),
    ("word/font", "bảng phông"),
    ("word/media", "hình"),
    ("docProps", "thuộc tính của tệp"),
];
const KHAC: &str = "cấu trúc gói";

/// In what two files with the same words differ; none if the words differ, or one can't be read.
pub fn khac_trinh_bay(cu: &[u8], moi: &[u8]) -> Option<Vec<&'static str>> {
    let words = |bytes| doc(bytes).ok().map(|tep| tep.khoi);
    if !so_sanh(&words(cu)?, &words(moi)?).is_empty() {
        return None;
    }
    let parts = |bytes| Goi::mo(bytes).ok()?.thay([]).ok();
    let (cu, moi) = (parts(cu)?, parts(moi)?);
    let names: BTreeSet<&String> = cu.keys().chain(moi.keys()).collect();
    let changed = names.into_iter().filter(|name| cu.get(*name) != moi.get(*name));
    let told: BTreeSet<&str> = changed.map(|name| goi_ten(name)).collect();
    Some(told.into_iter().collect())
}

/// The sentence about a paper that another version made and that today's would set otherwise: in what the Word file
/// differs, whose words are the same, and which other files differ, whose words nobody has compared.
pub fn loi_ban_khac(phien_ban: &str, khac: &[&str], tep_khac: &[&str]) -> String {
    let word = match khac {
        [] => "cách nén tệp".to_owned(),
        khac => khac.join("; "),
    };
    let others = match tep_khac {
        [] => String::new(),
        names => format!("; {} cũng khác, chưa so lời văn", names.join(", ")),
    };
    format!(
        "do bản {phien_ban} soạn; lời văn của tệp Word giống bản dựng lại hôm nay, hôm nay trình bày khác ở: {word}{others}"
    )
}

fn goi_ten(name: &str) -> &'static str {
    PHAN.iter().find(|(start, _)| name.starts_with(start)).map_or(KHAC, |(_, told)| told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::doc_word::word_thu::docx;

    const THAN: &str = "<w:p><w:r><w:t>Kế hoạch năm 2023</w:t></w:r></w:p>";
    const CAO: &str = "<w:p><w:pPr><w:spacing w:before=\"120\"/></w:pPr><w:r><w:t>Kế hoạch năm 2023</w:t></w:r></w:p>";

    #[test]
    fn the_same_words_with_other_looks_are_told_apart_from_other_words() {
        let (cu, moi) = (docx(THAN, &[]), docx(CAO, &[]));
        assert_eq!(khac_trinh_bay(&cu, &moi), Some(vec![KHAC]));
        assert_eq!(khac_trinh_bay(&cu, &cu), Some(vec![]));
        let other = docx(&THAN.replace("2023", "2024"), &[]);
        assert_eq!(khac_trinh_bay(&cu, &other), None);
        assert_eq!(khac_trinh_bay(&cu, b"x"), None);
        let told = |tep: &[&str]| loi_ban_khac("0.1.0", &["kiểu chữ"], tep);
        assert!(told(&[]).starts_with("do bản 0.1.0 soạn") && told(&[]).ends_with("ở: kiểu chữ"));
        assert!(told(&["a.pdf"]).ends_with("ở: kiểu chữ; a.pdf cũng khác, chưa so lời văn"));
    }
}
