//! Đoàn: who goes, by post.

use serde::Serialize;

use super::Loi;

/// A line in the list of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThanhVien {
    pub chuc_danh: Loi,
    pub vai_tro: Option<Loi>,
    pub so_nguoi: u64,
    /// Only a line of one person has a name.
    pub ho_ten: Option<Loi>,
}

/// How the one holder of a post is called; a deputy is one of several.
const MOT_NGUOI: &[&str] = &["chủ tịch ", "chánh ", "trưởng ", "bí thư ", "giám đốc "];

impl ThanhVien {
    /// The post, if only one person can hold it: `Chánh Văn phòng`, `Trưởng Ban Pháp chế`.
    pub fn chuc_vu_rieng(&self) -> Option<String> {
        let post = self.chuc_danh.to_lowercase();
        let own = self.so_nguoi == 1 && MOT_NGUOI.iter().any(|word| post.starts_with(word));
        own.then_some(post)
    }

    /// Whether the two lines are surely about the same person.
    pub fn cung_nguoi(&self, other: &Self) -> bool {
        match (&self.ho_ten, &other.ho_ten) {
            (Some(a), Some(b)) => a.to_lowercase() == b.to_lowercase(),
            _ => self.chuc_vu_rieng().is_some_and(|post| other.chuc_vu_rieng() == Some(post)),
        }
    }
}

/// How many people a plan foresees: `khoảng 15 - 20 người` means 15 to 20.
pub fn so_nguoi_du_kien(text: &str) -> Option<(u64, u64)> {
    let before = text.split(" người").next().filter(|before| before.len() < text.len())?;
    let words = before.replace(['-', '–', '—'], " - ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let number = |word: &&str| word.parse::<u64>().ok();
    match words.as_slice() {
        [.., from, "-" | "đến", to] => Some((number(from)?, number(to)?)),
        [.., one] => number(one).map(|n| (n, n)),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nguoi(chuc_danh: &str, ho_ten: Option<&str>) -> ThanhVien {
        let ho_ten = ho_ten.map(Loi::from);
        ThanhVien { chuc_danh: chuc_danh.into(), vai_tro: None, so_nguoi: 1, ho_ten }
    }

    #[test]
    fn the_plans_count_is_read() {
        for (text, expected) in [
            ("Mỗi Đoàn dự kiến khoảng 15 - 20 người, cụ thể", Some((15, 20))),
            ("15-20 người", Some((15, 20))),
            ("từ 15 đến 20 người", Some((15, 20))),
            ("gồm 18 người", Some((18, 18))),
            ("nhiều người", None),
            ("Mỗi Đoàn", None),
        ] {
            assert_eq!(so_nguoi_du_kien(text), expected, "{text}");
        }
    }

    #[test]
    fn one_person_is_known_by_name_or_by_a_post_of_one() {
        let chief = nguoi("Chánh Văn phòng", None);
        assert!(chief.cung_nguoi(&nguoi("chánh văn phòng", None)));
        assert!(
            !nguoi("Phó Chủ tịch HĐND Tỉnh", None)
                .cung_nguoi(&nguoi("Phó Chủ tịch HĐND Tỉnh", None))
        );
        assert!(nguoi("Đại biểu", Some("Lê An")).cung_nguoi(&nguoi("Thư ký", Some("Lê An"))));
        assert!(!nguoi("Trưởng Ban A", Some("A")).cung_nguoi(&nguoi("Trưởng Ban A", Some("B"))));
    }
}
