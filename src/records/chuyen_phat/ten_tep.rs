//! Names of files that every system and every mail program takes: Latin letters without marks, digits and
//! `-`, not too long, none that Windows keeps for itself, none twice.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest name without its ending, in bytes; with number and ending it stays far under 100.
const DAI_NHAT: usize = 60;
/// Longest ending.
const DUOI_DAI_NHAT: usize = 8;
/// Names of devices on Windows, with whatever ending.
const CUA_WINDOWS: &[&str] = &["CON", "PRN", "AUX", "NUL", "COM", "LPT", "CLOCK"];

/// `Thường trực Tỉnh uỷ` → `Thuong-truc-Tinh-uy`. Of a text without any letter `tep` is left.
pub fn ten_tep(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'đ' => out.push('d'),
            'Đ' => out.push('D'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    if out.len() > DAI_NHAT {
        out.truncate(DAI_NHAT);
        let word = out.rfind('-').filter(|at| *at > 0).unwrap_or(DAI_NHAT);
        out.truncate(word);
    }
    let name = out.trim_end_matches('-');
    if name.is_empty() || cua_windows(name) {
        format!("tep-{name}").trim_end_matches('-').to_owned()
    } else {
        name.to_owned()
    }
}

/// The same for a file that keeps its ending: `Dự toán.XLSX` → `Du-toan.xlsx`.
pub fn ten_co_duoi(ten: &str) -> String {
    let name = ten.rsplit(['/', '\\']).next().unwrap_or(ten);
    let (goc, duoi) = name.rsplit_once('.').unwrap_or((name, ""));
    let duoi: String =
        duoi.chars().filter(char::is_ascii_alphanumeric).take(DUOI_DAI_NHAT).collect();
    match duoi.to_ascii_lowercase() {
        duoi if duoi.is_empty() => ten_tep(goc),
        duoi => format!("{}.{duoi}", ten_tep(goc)),
    }
}

/// Whether a name of the user's can be kept as it is on every system.
pub fn giu_duoc(ten: &str) -> bool {
    let sign = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    let goc = ten.split('.').next().unwrap_or_default().trim();
    !ten.contains(sign) && !ten.ends_with(['.', ' ']) && !cua_windows(goc)
}

/// `COM1` and `LPT9` are devices as well.
fn cua_windows(name: &str) -> bool {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_uppercase();
    CUA_WINDOWS.contains(&bare.as_str())
}

/// Names that are taken in a folder, whatever their letters' case.
#[derive(Debug, Default)]
pub struct TenDaDung(BTreeSet<String>);

impl TenDaDung {
    /// `name`, or `name-2` and so on if it is taken.
    pub fn lay(&mut self, name: &str) -> String {
        let (goc, duoi) = match name.rsplit_once('.') {
            Some((goc, duoi)) => (goc, format!(".{duoi}")),
            None => (name, String::new()),
        };
        let mut candidate = name.to_owned();
        let mut number = 1u32;
        while !self.0.insert(candidate.to_lowercase()) {
            number = number.saturating_add(1);
            candidate = format!("{goc}-{number}{duoi}");
        }
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_signs_go() {
        assert_eq!(ten_tep("Thường trực Tỉnh uỷ"), "Thuong-truc-Tinh-uy");
        assert_eq!(ten_tep("105/KH-HĐND"), "105-KH-HDND");
        assert_eq!(ten_tep("../../etc/passwd"), "etc-passwd");
        assert_eq!(ten_co_duoi("C:\\tam\\Dự toán (2).XLSX"), "Du-toan-2.xlsx");
        assert_eq!(ten_co_duoi(".."), "tep");
    }

    #[test]
    fn names_of_windows_are_changed() {
        for name in ["CON", "nul", "com1", "LPT9", "aux."] {
            assert!(ten_tep(name).starts_with("tep-"), "{name}");
        }
        assert_eq!(ten_co_duoi("con.pdf"), "tep-con.pdf");
        assert_eq!(ten_tep("Công văn"), "Cong-van");
    }

    #[test]
    fn some_names_no_other_system_can_keep() {
        for name in ["kế hoạch 2023.yaml", "dot-1.yaml", "-a.md", "conson.yaml"] {
            assert!(giu_duoc(name), "{name}");
        }
        for name in ["a:b.yaml", "a?.yaml", "CON.yaml", "aux .md", "a\\b", "a.", "a\u{7}.yaml"] {
            assert!(!giu_duoc(name), "{name}");
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let mut taken = TenDaDung::default();
        let names: Vec<String> =
            ["a.pdf", "A.pdf", "a-2.pdf", "b", "B"].into_iter().map(|n| taken.lay(n)).collect();
        assert_eq!(names, ["a.pdf", "A-2.pdf", "a-2-2.pdf", "b", "B-2"]);
    }

    /// Whatever stands in an address book, the name is safe everywhere.
    #[test]
    fn any_text_makes_a_safe_name() {
        let signs: Vec<char> =
            "aZ9đĐếợ/\\:*?\"<>|. -_\0\u{202e}🚗\u{301}COMNULpt1".chars().collect();
        let mut state = 11u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as usize % below
        };
        let mut taken = TenDaDung::default();
        let mut seen = BTreeSet::new();
        for _ in 0..20_000 {
            let length = random(150);
            let text: String = (0..length).map(|_| signs[random(signs.len())]).collect();
            for name in [ten_tep(&text), ten_co_duoi(&text)] {
                assert!(!name.is_empty() && name.len() <= 80, "{text:?} → {name}");
                let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
                assert!(
                    name.chars().all(safe) && !name.starts_with(['.', '-']),
                    "{text:?} → {name}"
                );
                assert!(!name.ends_with(['.', '-']), "{text:?} → {name}");
                assert!(!cua_windows(name.split('.').next().unwrap()), "{text:?} → {name}");
            }
            assert!(seen.insert(taken.lay(&ten_co_duoi(&text)).to_lowercase()), "{text:?}");
        }
    }
}
