//! Nơi nhận: who receives the document and where it is kept (PL I, II.9.b).

use serde::Serialize;

use super::{CachNoiNhan, Fault, Loi};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.9.b";

/// Letters of the longest line; one line may name all offices of a province.
const DAI_NHAT: usize = 1000;

/// Those whom Kính gửi names.
const NHU_TREN: &str = "Như trên";
/// The same in other words of clerks; the paper has the decree's.
const NHU_KINH_GUI: &str = "Như kính gửi";

/// The recipients and the line `Lưu`, all without dash and closing mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoiNhan {
    danh_sach: Vec<Loi>,
    /// None on a paper whose form has no such line.
    luu: Option<Loi>,
}

impl NoiNhan {
    /// Recipients as normalised by [`muc`], and what follows `Lưu:`, if there is such a line.
    pub fn new(danh_sach: Vec<Loi>, luu: impl Into<Option<Loi>>) -> Self {
        let luu = luu.into();
        Self { danh_sach, luu }
    }

    /// The same with `Như trên` first, in place of those whom Kính gửi names (PL I, II.9.b).
    pub fn nhu_tren(mut self, kinh_gui: &[Loi]) -> Self {
        let told = |ten: &str| {
            let mut names = kinh_gui.iter().map(Loi::as_str).chain([NHU_TREN, NHU_KINH_GUI]);
            names.any(|name| name.to_lowercase() == ten.to_lowercase())
        };
        self.danh_sach.retain(|ten| !told(ten));
        self.danh_sach.insert(0, NHU_TREN.into());
        self
    }

    /// What a paper of this kind takes of them, the office's, where it names nobody itself; nothing of it
    /// is none.
    pub fn theo_kieu(&self, cach: CachNoiNhan) -> Option<Self> {
        let luu = self.luu.clone();
        match cach {
            CachNoiNhan::CoQuan => Some(self.clone()),
            CachNoiNhan::NhuTren => Some(Self { danh_sach: vec![NHU_TREN.into()], luu }),
            CachNoiNhan::ChiLuu => Some(Self { danh_sach: Vec::new(), luu }),
            CachNoiNhan::Khong => None,
        }
    }

    /// The same with `Như Điều …` first, unless the clerk wrote such a line (forms 1.1 and 1.2 of PL III).
    pub fn nhu_dieu(mut self, so: usize) -> Self {
        let own =
            self.danh_sach.first().is_some_and(|ten| ten.to_lowercase().starts_with("như điều"));
        if !own {
            self.danh_sach.insert(0, format!("Như Điều {so}").into());
        }
        self
    }

    /// Neither recipients nor Lưu: nothing of it is printed.
    pub fn khong_co_gi(&self) -> bool {
        self.danh_sach.is_empty() && self.luu.is_none()
    }

    /// May be empty in an office's file: then every document names its own.
    pub fn danh_sach(&self) -> &[Loi] {
        &self.danh_sach
    }

    pub fn luu(&self) -> Option<&Loi> {
        self.luu.as_ref()
    }

    /// The printed lines: `- Thường trực Tỉnh uỷ;` … `- Lưu: VT, Phòng Công tác HĐND. Đề.`, whose first word
    /// (`chu_luu`) the rules give.
    pub fn dong(&self, chu_luu: &str) -> Vec<String> {
        let mut lines: Vec<String> = self.danh_sach.iter().map(|n| format!("- {n};")).collect();
        match (&self.luu, lines.last_mut()) {
            (Some(luu), _) => lines.push(format!("- {chu_luu} {luu}.")),
            (None, Some(last)) => {
                last.pop();
                last.push('.');
            }
            (None, None) => {}
        }
        lines
    }
}

/// One recipient without the marks that the program sets itself: a dash before, `;` or `.` after.
/// An abbreviation keeps its inner dots.
pub fn muc(text: &str) -> Result<String, Fault> {
    let bare = text
        .trim()
        .trim_start_matches(['-', '–', '—', '+', '•'])
        .trim_end_matches([';', '.', ',', ' '])
        .trim();
    if bare.is_empty() {
        return Err(Fault::new("empty-value", "một dòng nơi nhận không có chữ nào")
            .hint("ghi tên nơi nhận, ví dụ: Thường trực Tỉnh ủy; không cần nữa thì xoá cả dòng")
            .clause(DIEU_KHOAN));
    }
    let dai = bare.chars().count();
    if dai > DAI_NHAT {
        let message = format!("một dòng nơi nhận dài {dai} ký tự, tối đa là {DAI_NHAT}");
        return Err(Fault::new("too-long", message)
            .hint("tách thành nhiều dòng")
            .clause(DIEU_KHOAN));
    }
    Ok(bare.to_owned())
}

/// What follows `Lưu:`; the clerk may have written the word too, as the rules print it (`chu_luu`) or with a colon.
pub fn luu(text: &str, chu_luu: &str) -> Result<String, Fault> {
    let bare = text.trim().trim_start_matches(['-', '–', '—', ' ']);
    let bare = bo_chu_luu(bare, chu_luu).trim().trim_end_matches([';', '.', ' ']);
    if bare.is_empty() {
        return Err(thieu_luu());
    }
    Ok(bare.to_owned())
}

/// The list lacks its line `Lưu`.
pub fn thieu_luu() -> Fault {
    Fault::new("missing-luu", "nơi nhận chưa có dòng “Lưu”")
        .hint("thêm mục luu, ví dụ: “luu: VT, Phòng Công tác HĐND”")
        .clause(DIEU_KHOAN)
}

/// Whether a recipient is in truth the line `Lưu`.
pub fn la_dong_luu(muc: &str, chu_luu: &str) -> bool {
    bo_chu_luu(muc, chu_luu).len() < muc.len()
}

fn bo_chu_luu<'t>(text: &'t str, chu_luu: &str) -> &'t str {
    let known = ["Lưu:", "lưu:", "LƯU:", "Lưu :"];
    known
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .or_else(|| khong_hai_cham(text, chu_luu))
        .unwrap_or(text)
}

/// What follows the word without a colon. Where the rules print it so: the name of an office, which begins with a capital
/// (`Lưu Văn phòng Tỉnh uỷ`; not `Lưu trữ tỉnh`). Elsewhere letters that stand for one, since people are called Lưu too
/// (`Lưu VT`; not `Lưu Văn Nam`).
fn khong_hai_cham<'t>(text: &'t str, chu_luu: &str) -> Option<&'t str> {
    let word = chu_luu.trim_end_matches(':');
    let rest = text.strip_prefix(word)?.strip_prefix(' ')?.trim_start();
    let first = rest.split([' ', ',', '.', ';']).next().unwrap_or_default();
    let office = match word.len() < chu_luu.len() {
        true => first.chars().count() > 1 && first.chars().all(char::is_uppercase),
        false => first.starts_with(char::is_uppercase),
    };
    office.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_carry_dash_and_marks() {
        let list = ["- Thường trực Tỉnh uỷ;", "TT/HĐND, UBND Tỉnh"];
        let list = list.map(|text| muc(text).unwrap().into()).to_vec();
        let nn = NoiNhan::new(
            list,
            Loi::from(luu("Lưu: VT, Phòng Công tác HĐND. Đề.", "Lưu:").unwrap()),
        );
        assert_eq!(
            nn.dong("Lưu:"),
            [
                "- Thường trực Tỉnh uỷ;",
                "- TT/HĐND, UBND Tỉnh;",
                "- Lưu: VT, Phòng Công tác HĐND. Đề."
            ]
        );
    }

    /// Told by neither colon nor key it would stand among the recipients, beside the line of the office's file.
    #[test]
    fn the_line_luu_is_known_without_its_colon() {
        assert!(la_dong_luu("Lưu VT", "Lưu:") && la_dong_luu("Lưu Văn phòng Tỉnh uỷ", "Lưu"));
        assert!(!la_dong_luu("Lưu trữ tỉnh", "Lưu:") && !la_dong_luu("Lưu học sinh", "Lưu"));
        assert!(!la_dong_luu("Lưu Văn Nam", "Lưu:"));
        assert_eq!(luu("Lưu VT, VP", "Lưu:").unwrap(), "VT, VP");
    }

    #[test]
    fn those_of_kinh_gui_become_one_line() {
        let list = ["Tỉnh uỷ", "UBND Tỉnh", "như trên"].map(Loi::from).to_vec();
        let nn = NoiNhan::new(list, Loi::from("VT")).nhu_tren(&["Tỉnh uỷ".into()]);
        assert_eq!(nn.dong("Lưu:"), ["- Như trên;", "- UBND Tỉnh;", "- Lưu: VT."]);
    }

    #[test]
    fn a_decision_names_its_last_article_unless_the_clerk_did() {
        let of =
            |ten: &str| NoiNhan::new(vec![ten.into()], Loi::from("VT")).nhu_dieu(3).dong("Lưu:");
        assert_eq!(of("Tỉnh uỷ"), ["- Như Điều 3;", "- Tỉnh uỷ;", "- Lưu: VT."]);
        assert_eq!(of("Như Điều 2"), ["- Như Điều 2;", "- Lưu: VT."]);
    }

    #[test]
    fn without_a_line_luu_the_last_recipient_ends_the_list() {
        let of = |list: &[&str]| NoiNhan::new(list.iter().map(|t| Loi::from(*t)).collect(), None);
        assert_eq!(of(&["Tỉnh uỷ", "Sở Nội vụ"]).dong("Lưu:"), ["- Tỉnh uỷ;", "- Sở Nội vụ."]);
        assert_eq!(of(&[]).dong("Lưu:"), [""; 0]);
    }

    #[test]
    fn nothing_but_marks_is_no_recipient() {
        assert_eq!(muc(" - ;").unwrap_err().code, "empty-value");
        assert_eq!(luu("- Lưu: .", "Lưu:").unwrap_err().code, "missing-luu");
    }

    #[test]
    fn a_luu_line_is_known() {
        assert!(la_dong_luu("Lưu: VT", "Lưu:"));
        assert!(!la_dong_luu("Lưu trữ tỉnh", "Lưu:"));
    }

    /// The Party's last line has no colon (HD 05, I.9.2.5); written by a clerk with the word it must not stand twice,
    /// and an archive is no such line.
    #[test]
    fn a_luu_line_without_a_colon() {
        let luu = |text: &str| luu(text, "Lưu").unwrap();
        for text in ["Văn phòng Tỉnh uỷ", "Lưu Văn phòng Tỉnh uỷ.", "- Lưu: Văn phòng Tỉnh uỷ"]
        {
            let nn = NoiNhan::new(vec!["Tỉnh uỷ".into()], Loi::from(luu(text)));
            assert_eq!(nn.dong("Lưu"), ["- Tỉnh uỷ;", "- Lưu Văn phòng Tỉnh uỷ."], "{text}");
        }
        assert!(la_dong_luu("Lưu Văn phòng Tỉnh uỷ", "Lưu"));
        assert!(!la_dong_luu("Lưu trữ tỉnh", "Lưu"));
        assert!(!la_dong_luu("Lưu Văn phòng Tỉnh uỷ", "Lưu:"), "a name that begins so");
    }
}
