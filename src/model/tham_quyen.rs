//! Thẩm quyền ban hành: who decides, the office as a body or its head alone (forms 1.1 and 1.2 of PL III). What the
//! head decides is signed by him in his own right, without `TM.`, and is his in every reference.

use super::chu_dau::hoa_dau;
use super::nguoi_ky::{la_cap_pho, la_chuc_vu};
use super::{GiaTri, Loi, NguoiKy, QuyenHan};

/// The keys in which a kind says who decides.
const KHOA: &[&str] = &["tham_quyen", "noi_dien"];
/// Bodies that decide together whoever signs, also without `TM.`
const TAP_THE: &[&str] = &["HỘI ĐỒNG", "THƯỜNG TRỰC", "ĐOÀN "];
/// Bodies as they are shortened, and in full.
const VIET_TAT: &[(&str, &str)] = &[
    ("UBND", "ỦY BAN NHÂN DÂN"),
    ("HĐND", "HỘI ĐỒNG NHÂN DÂN"),
    ("UỶ", "ỦY"),
    ("TP.", "THÀNH PHỐ"),
    ("TP", "THÀNH PHỐ"),
];

/// Who decides, among the values of a document.
pub fn cua(truong: &[(String, GiaTri)]) -> Option<&Loi> {
    truong.iter().filter(|(khoa, _)| KHOA.contains(&khoa.as_str())).find_map(|(_, value)| {
        match value {
            GiaTri::Dong(text) => Some(text),
            _ => None,
        }
    })
}

/// Whether one who holds a post decides, and not a body.
pub fn la_nguoi_dung_dau(tham_quyen: &str) -> bool {
    la_chuc_vu(&chuan(tham_quyen))
}

/// The head by his post and office in running text: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP` of the office `Ủy ban
/// nhân dân tỉnh Đồng Tháp` is `Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp`. None for a body.
pub fn trong_cau(tham_quyen: &str, co_quan: &str) -> Option<String> {
    if !la_nguoi_dung_dau(tham_quyen) {
        return None;
    }
    // In ordinary letters it is the clerk's own.
    if tham_quyen != tham_quyen.to_uppercase() {
        return Some(hoa_dau(tham_quyen.trim()));
    }
    let head = chuan(tham_quyen);
    let words: Vec<&str> = head.split(' ').collect();
    let office = chuan(co_quan);
    // What both say is said once; the longest part of it is meant.
    let at = (0..words.len()).find(|at| cung_mo_dau(&office, words.get(*at..).unwrap_or_default()));
    let post = words.get(..at.unwrap_or(words.len())).unwrap_or_default().join(" ");
    Some(match post.as_str() {
        "" => co_quan.to_owned(),
        post => format!("{} {co_quan}", chuc_vu(post)),
    })
}

/// Who decides where the document names nobody: the only signer who signs for no body does, or he for whom his deputy
/// signs (form 1.2 of PL III: the post of the head, or the name of the body).
pub fn theo_nguoi_ky(nguoi_ky: &[NguoiKy], co_quan: &str) -> Option<String> {
    let [only] = nguoi_ky else { return None };
    // Of two posts the second is held here.
    let line = match only.kiem_nhiem() {
        true => only.quyen_han_chuc_vu().last()?,
        false => only.quyen_han_chuc_vu().first()?,
    };
    let (None | Some(QuyenHan::KyThay | QuyenHan::Quyen), post) = only.de_ky().tach(line) else {
        return None;
    };
    let office = chuan(co_quan);
    let together = TAP_THE.iter().any(|body| office.starts_with(body));
    (!together && !la_cap_pho(post)).then(|| trong_cau(post, co_quan))?
}

fn cung_mo_dau(office: &str, words: &[&str]) -> bool {
    let tail = words.join(" ");
    office.strip_prefix(tail.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Capitals, one space between words, bodies in full.
fn chuan(text: &str) -> String {
    let upper = text.to_uppercase();
    upper.split_whitespace().map(day_du).collect::<Vec<_>>().join(" ")
}

fn day_du(word: &str) -> &str {
    VIET_TAT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full)
}

/// A post in ordinary letters: `Chủ tịch`, `Tổng Giám đốc`, `Quyền Chủ tịch`.
fn chuc_vu(post: &str) -> String {
    const TRUOC: &[&str] = &["Tổng", "Phó", "Quyền"];
    let mut capital = true;
    let words = post.split(' ').map(|word| {
        let lower = word.to_lowercase();
        let shown = if capital { hoa_dau(&lower) } else { lower };
        capital = TRUOC.contains(&shown.as_str());
        shown
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_and_his_office_are_said_once() {
        let tinh = "Ủy ban nhân dân tỉnh Đồng Tháp";
        let chu_tich = Some("Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp".to_owned());
        for text in [
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP",
            "CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH ĐỒNG THÁP",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
            "CHỦ TỊCH UBND TỈNH",
            "CHỦ TỊCH",
            "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp",
        ] {
            assert_eq!(trong_cau(text, tinh), chu_tich, "{text}");
        }
        for (text, co_quan, wanted) in [
            ("GIÁM ĐỐC SỞ NỘI VỤ", "Sở Nội vụ tỉnh Đồng Tháp", "Giám đốc Sở Nội vụ tỉnh Đồng Tháp"),
            ("CHÁNH VĂN PHÒNG", "Văn phòng HĐND tỉnh", "Chánh Văn phòng HĐND tỉnh"),
            ("BỘ TRƯỞNG BỘ NỘI VỤ", "Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"),
            ("TỔNG GIÁM ĐỐC", "Đài Tiếng nói Việt Nam", "Tổng Giám đốc Đài Tiếng nói Việt Nam"),
            ("HIỆU TRƯỞNG", "Trường THPT Cai Lậy", "Hiệu trưởng Trường THPT Cai Lậy"),
            ("TRƯỞNG BAN", "Ban Pháp chế", "Trưởng Ban Pháp chế"),
            ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ] {
            assert_eq!(trong_cau(text, co_quan).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn who_signs_for_nobody_decides() {
        let found = |lines: &[&str], co_quan| {
            let lines: Vec<Loi> = lines.iter().map(|line| (*line).into()).collect();
            let own = NguoiKy::parse(&lines, &"Nguyễn Văn A".into()).unwrap();
            theo_nguoi_ky(&[own], co_quan)
        };
        let so = "Sở Nội vụ tỉnh Đồng Tháp";
        let giam_doc = Some("Giám đốc Sở Nội vụ tỉnh Đồng Tháp".to_owned());
        assert_eq!(found(&["GIÁM ĐỐC"], so), giam_doc);
        assert_eq!(found(&["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], so), giam_doc);
        assert_eq!(found(&["Q. GIÁM ĐỐC"], so), giam_doc);
        for lines in [&["TM. BAN GIÁM ĐỐC", "GIÁM ĐỐC"][..], &["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]]
        {
            assert_eq!(found(lines, so), None, "{lines:?}");
        }
        assert_eq!(found(&["CHỦ TỊCH"], "Hội đồng nhân dân tỉnh Đồng Tháp"), None);
    }

    #[test]
    fn a_body_decides_as_the_office() {
        for text in ["ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "HỘI ĐỒNG NHÂN DÂN TỈNH", "UBND XÃ MỸ THỌ"]
        {
            assert_eq!(trong_cau(text, "Ủy ban nhân dân tỉnh Đồng Tháp"), None, "{text}");
        }
    }
}
