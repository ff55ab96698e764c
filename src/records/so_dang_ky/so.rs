//! Sổ: a register's text, read and added to. It is never rewritten. What a line says is the book's own affair
//! ([`DongCuaSo`]); how lines follow each other is the same in every book.

use super::ban_chep::{BanChep, Hong};
use super::cuoi_so::CuoiSo;
use super::dau::{DAU_DAU_SO, dau, than};
use super::dong::Dong;
use crate::diagnostic::{Diagnostic, Place};

/// What a new register begins with, for the people who open it.
pub(super) const MO_DAU: &str = "\
# SỔ ĐĂNG KÝ VĂN BẢN ĐI (Nghị định 30/2020/NĐ-CP, Phụ lục IV). Chương trình vanthu ghi thêm vào cuối tệp, mỗi việc một dòng.
# Không sửa bằng tay: dấu ở cuối mỗi dòng tính từ dòng ấy và dòng trước, sửa chỗ nào “vanthu register check” chỉ ra chỗ ấy.
# stt | việc | dãy số | (1) số, ký hiệu | (2) ngày | (3) tên loại và trích yếu | (4) người ký | (5) nơi nhận | (6) nhận bản lưu | (7) số bản | (8) ngày chuyển | (9) ký nhận | (10) ghi chú | liên quan | bảng kê | bản thảo | dấu
";

/// What a line of a book is to the book.
pub trait DongCuaSo: Clone {
    /// What a new book begins with, for the people who open it.
    const MO_DAU: &'static str;
    /// What its end is reckoned from, so that no book's end is another's.
    const GOC: &'static str;
    /// What the cells of a line are, for people.
    const TEN_O: &'static [&'static str];
    /// What to do about a line that was edited, where the copy says what it was; and where it doesn't.
    const LAY_LAI: &'static str;
    const CHUA: &'static str;
    /// The line without its mark; `stt` counts the lines from 1.
    fn viet(&self, stt: usize) -> String;
    /// Reads a line without its mark. `Err` with what is wrong, in words for the clerk.
    fn doc(line: &str) -> Result<(usize, Self), String>;
    /// The number that it is about, for messages.
    fn so_hieu(&self) -> Option<String>;
}

/// The register of outgoing documents.
pub type So = SoDong<Dong>;
/// A line of it.
pub type DongSo = DongCo<Dong>;

/// The lines of a register in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoDong<D> {
    pub dong: Vec<DongCo<D>>,
    /// Lines that were edited, as they stand: they count for nothing, and are seen.
    pub bi_sua: Vec<String>,
    /// The mark of the last line.
    dau_cuoi: String,
    /// There is no text yet.
    trong: bool,
    /// The last line has lost its end.
    thieu_xuong_dong: bool,
}

/// A line and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongCo<D> {
    pub dong: D,
    pub place: Place,
    /// The line with its mark, as it is written.
    pub nguyen_van: String,
    /// Where the register had come to with it.
    pub cuoi: CuoiSo,
}

impl<D: DongCuaSo> SoDong<D> {
    /// Reads a register; every line that doesn't fit is named.
    pub fn doc(text: &str, tep: &str) -> (Self, Vec<Diagnostic>) {
        Self::doc_voi(text, tep, &BanChep::default())
    }

    /// The same beside a copy: of what was edited it is told what stood there, where the marks prove it.
    pub fn doc_voi(text: &str, tep: &str, ban_chep: &BanChep) -> (Self, Vec<Diagnostic>) {
        let mut so = Self {
            dong: Vec::new(),
            bi_sua: Vec::new(),
            dau_cuoi: DAU_DAU_SO.to_owned(),
            trong: text.is_empty(),
            thieu_xuong_dong: !text.is_empty() && !text.ends_with('\n'),
        };
        let mut found = Vec::new();
        let mut stt = 0_usize;
        for (index, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let number = index.saturating_add(1);
            let place = Place::new(tep, number, 1, line);
            match so.doc_dong(line, stt, ban_chep) {
                Ok((read, dong)) => {
                    stt = read;
                    let cuoi = so.cuoi_so().them(than(line).0);
                    so.dong.push(DongCo { dong, place, nguyen_van: line.to_owned(), cuoi });
                }
                Err(hong) => {
                    // What follows is held against what stands here, so that one slip is told once.
                    stt = hong.stt.unwrap_or(stt.saturating_add(1));
                    so.bi_sua.push(line.to_owned());
                    found.push(hong.loi.at(place));
                }
            }
            so.dau_cuoi = line.rsplit('|').next().unwrap_or_default().trim().to_owned();
        }
        (so, found)
    }

    fn doc_dong(&self, line: &str, truoc: usize, ban_chep: &BanChep) -> Result<(usize, D), Hong> {
        let (than, viet) = than(line);
        let ke = truoc.saturating_add(1);
        let (stt, dong) =
            D::doc(than).map_err(|why| ban_chep.hong::<D>(&self.dau_cuoi, ke, than, viet, why))?;
        if stt != ke {
            return Err(ban_chep.sai_cho::<D>(&self.dau_cuoi, truoc, (stt, than, viet)));
        }
        if dau(&self.dau_cuoi, than) != viet {
            return Err(ban_chep.sua(&self.dau_cuoi, (stt, than, viet), &dong));
        }
        Ok((stt, dong))
    }

    /// Whether there is no text yet.
    pub fn trong(&self) -> bool {
        self.trong
    }

    /// The end of the register.
    pub fn cuoi_so(&self) -> CuoiSo {
        self.dong.last().map_or_else(|| CuoiSo::mo(D::GOC), |at| at.cuoi.clone())
    }

    /// Where the register had come to with its first `so_dong` lines; none if it has fewer.
    pub fn cuoi_sau(&self, so_dong: usize) -> Option<CuoiSo> {
        match so_dong.checked_sub(1) {
            None => Some(CuoiSo::mo(D::GOC)),
            Some(index) => self.dong.get(index).map(|at| at.cuoi.clone()),
        }
    }

    /// The lines up to the first that doesn't follow the one before it.
    pub fn phan_nguyen(&self) -> &[DongCo<D>] {
        let mut truoc = DAU_DAU_SO;
        let mut stt = 0_usize;
        let whole = self.dong.iter().take_while(|at| {
            let (than, viet) = than(&at.nguyen_van);
            stt = stt.saturating_add(1);
            let fits =
                dau(truoc, than) == viet && than.split(" |").next() == Some(&stt.to_string());
            truoc = viet;
            fits
        });
        let count = whole.count();
        self.dong.get(..count).unwrap_or_default()
    }

    /// The mark of the last line.
    pub fn dau_cuoi(&self) -> &str {
        &self.dau_cuoi
    }

    /// Takes lines up at the end, as if they had been read there; their text, each with its mark.
    pub fn noi(&mut self, dong: &[D]) -> Vec<String> {
        let mut lines = Vec::new();
        for dong in dong {
            let (stt, truoc) = self.sau_khi(&[]);
            let than = dong.viet(stt);
            self.dau_cuoi = dau(&truoc, &than);
            let nguyen_van = format!("{than} | {}", self.dau_cuoi);
            let place = Place::new("", stt, 1, &nguyen_van);
            let cuoi = self.cuoi_so().them(&than);
            lines.push(nguyen_van.clone());
            self.dong.push(DongCo { dong: dong.clone(), place, nguyen_van, cuoi });
        }
        lines
    }

    /// Which line comes after these, and the mark before it.
    pub fn sau_khi(&self, dong: &[D]) -> (usize, String) {
        let mut truoc = self.dau_cuoi.clone();
        let mut stt = self.dong.len();
        for dong in dong {
            stt = stt.saturating_add(1);
            truoc = dau(&truoc, &dong.viet(stt));
        }
        (stt.saturating_add(1), truoc)
    }

    /// The register that these lines, each with its mark, would make.
    pub fn nguyen_van(lines: &[String]) -> String {
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        format!("{}{lines}", D::MO_DAU)
    }

    /// The text that adds these lines at the register's end.
    pub fn them(&self, dong: &[D]) -> String {
        let mut text = String::new();
        if self.trong {
            text.push_str(D::MO_DAU);
        } else if self.thieu_xuong_dong {
            text.push('\n');
        }
        let mut truoc = self.dau_cuoi.clone();
        let mut stt = self.dong.len();
        for dong in dong {
            stt = stt.saturating_add(1);
            let line = dong.viet(stt);
            truoc = dau(&truoc, &line);
            text.push_str(&format!("{line} | {truoc}\n"));
        }
        text
    }
}

/// A line of a sound register by itself: its count and what it says. Its mark is not looked at: that takes the one before.
pub fn doc_rieng(line: &str) -> Option<(usize, Dong)> {
    let line = line.trim_start_matches('\u{feff}').trim();
    Dong::doc(than(line).0).ok()
}

#[cfg(test)]
mod tests {
    use super::super::day_so::Day;
    use super::super::dong::Viec;
    use super::super::so_hieu::SoHieu;
    use super::*;

    fn dong(so: u64) -> Dong {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        Dong::moi(Viec::GiuSo, day, Some(SoHieu { so, ky_hieu: String::new() }))
    }

    fn text(count: u64) -> String {
        let mut text = String::new();
        for so in 1..=count {
            let (register, found) = So::doc(&text, "so.txt");
            assert_eq!(found, []);
            text.push_str(&register.them(&[dong(so)]));
        }
        text
    }

    fn faults(text: &str) -> Vec<(usize, String)> {
        let (_, found) = So::doc(text, "so.txt");
        assert!(found.iter().all(|d| d.code == "register-broken"));
        found.into_iter().map(|d| (d.place.unwrap().line, d.message)).collect()
    }

    #[test]
    fn lines_added_one_by_one_or_together_are_the_same() {
        let one_by_one = text(5);
        let (empty, _) = So::doc("", "so.txt");
        let together = empty.them(&(1..=5).map(dong).collect::<Vec<_>>());
        assert_eq!(one_by_one, together);
        let (read, found) = So::doc(&one_by_one, "so.txt");
        assert_eq!((read.dong.len(), found), (5, vec![]));
    }

    #[test]
    fn an_edited_line_is_named_and_no_other() {
        let text = text(5);
        for so in 1..=5 {
            let edited = text.replace(&format!("| {so:02} |"), &format!("| {:02} |", so + 10));
            let found = faults(&edited);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0].0, so + 3);
            assert!(found[0].1.contains(&format!("dòng {so} ({})", so + 10)), "{found:?}");
        }
    }

    #[test]
    fn lines_taken_out_or_swapped_are_noticed() {
        let text = text(5);
        let lines: Vec<&str> = text.lines().collect();
        let without: Vec<&str> = [&lines[..5], &lines[6..]].concat();
        assert_eq!(faults(&without.join("\n")).len(), 1);
        let mut swapped = lines.clone();
        swapped.swap(4, 5);
        assert!(!faults(&swapped.join("\n")).is_empty());
        let last = lines[7];
        let doubled = [text.as_str(), last].concat();
        assert_eq!(faults(&doubled).len(), 1);
    }

    /// Windows' editors end lines in their own way and put a mark at the beginning.
    #[test]
    fn other_line_ends_are_no_edit() {
        let text = format!("\u{feff}{}", text(3).replace('\n', "\r\n"));
        assert_eq!(faults(&text), []);
        assert_eq!(faults(text.trim_end()), []);
        let (read, _) = So::doc(text.trim_end(), "so.txt");
        assert!(read.them(&[dong(4)]).starts_with("\n4 | "));
    }

    #[test]
    fn a_torn_line_is_broken() {
        let whole = text(2);
        let line = whole.lines().last().unwrap();
        let cuts = (1..line.len()).filter(|cut| line.is_char_boundary(*cut));
        for torn in cuts.map(|cut| format!("{}{}", text(1), &line[..cut])) {
            assert_eq!(faults(&torn).len(), 1, "{torn}");
        }
    }
}
