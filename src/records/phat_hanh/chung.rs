//! Chứng: a small file beside the register that says how far it has come. The lines' marks prove what stands
//! before each of them; this proves that no line is missing at the end.

use super::kho::Kho;
use super::kho::KhoKhoa;
use super::so_tren_dia::{TinhChung, doc_so};
use crate::diagnostic::Diagnostic;
use crate::model::Ky;
use crate::records::so_dang_ky::dau::bam;
use crate::records::so_dang_ky::{CuoiSo, Day, So, SoCai};

/// What it begins with, for the people who open it.
const MO_DAU: &str = "\
# Chứng của so-dang-ky.txt: chương trình viết lại sau mỗi lần ghi sổ, nhờ đó sổ mất dòng ở cuối thì biết ngay.
# Không sửa, không xoá; sao lưu thì chép cùng với sổ.
";
/// Before what the sum is made of.
const TRUOC_TONG: &str = "vanthu: chứng của sổ đăng ký\n";
/// How many digits of the sum's SHA-256.
const DAI: usize = 16;

/// How far a register had come when it was last written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chung {
    pub cuoi: CuoiSo,
    /// The mark of the last line, for whoever compares by eye.
    pub dau: String,
    pub day: Vec<DaySo>,
    /// Closed years, an office each.
    pub khoa: Vec<(Ky, String)>,
}

/// A series with its first and its last number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySo {
    pub day: Day,
    pub dau: u64,
    pub cuoi: u64,
}

impl Chung {
    pub fn cua(so: &So, cai: &SoCai) -> Self {
        let day = cai.cac_day().into_iter().filter_map(|day| {
            let last = cai.cua_day(day).last()?.so_hieu.so;
            let first = cai.cua_day(day).next()?.so_hieu.so;
            let dau = cai.so_mo(day).unwrap_or(1).min(first);
            Some(DaySo { day: day.clone(), dau, cuoi: last })
        });
        Self {
            cuoi: so.cuoi_so(),
            dau: so.dau_cuoi().to_owned(),
            day: day.collect(),
            khoa: cai.nam_khoa().cloned().collect(),
        }
    }

    pub fn viet(&self) -> String {
        self.viet_cua(MO_DAU)
    }

    /// The same for another book, with what is said to people who open the file.
    pub fn viet_cua(&self, mo_dau: &str) -> String {
        let mut text = format!("cuối sổ | {}\ndấu | {}\n", self.cuoi, self.dau);
        for DaySo { day, dau, cuoi } in &self.day {
            text.push_str(&format!("dãy số | {day} | {dau} | {cuoi}\n"));
        }
        for (ky, co_quan) in &self.khoa {
            text.push_str(&format!("khoá năm | {ky} {co_quan}\n"));
        }
        let tong = tong(&text);
        format!("{mo_dau}{text}tổng | {tong}\n")
    }

    /// Reads what [`viet`](Self::viet) writes, whatever ends its lines; none if it was changed.
    pub fn doc(text: &str) -> Option<Self> {
        let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim_end());
        let lines: Vec<&str> = lines.filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
        let (last, lines) = lines.split_last()?;
        let said: String = lines.iter().map(|line| format!("{line}\n")).collect();
        if *last != format!("tổng | {}", tong(&said)) {
            return None;
        }
        let (mut cuoi, mut dau, mut day, mut khoa) = (None, None, Vec::new(), Vec::new());
        for line in lines {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match cells.as_slice() {
                ["cuối sổ", text] => cuoi = Some(CuoiSo::doc(text)?),
                ["dấu", text] => dau = Some((*text).to_owned()),
                ["dãy số", own, dau, cuoi] => day.push(DaySo {
                    day: Day::doc(own)?,
                    dau: dau.parse().ok()?,
                    cuoi: cuoi.parse().ok()?,
                }),
                ["khoá năm", text] => {
                    let Day { ky, co_quan, .. } = Day::doc(text)?;
                    khoa.push((ky, co_quan));
                }
                _ => return None,
            }
        }
        Some(Self { cuoi: cuoi?, dau: dau?, day, khoa })
    }

    /// Its numbers in words: `2023 HĐND tới số 105`.
    pub fn cac_so(&self) -> String {
        let day = self.day.iter().map(|d| format!("{} tới số {:02}", d.day, d.cuoi));
        let khoa = self.khoa.iter().map(|(ky, co_quan)| format!("đã khoá {} {co_quan}", ky.goi()));
        day.chain(khoa).collect::<Vec<_>>().join("; ")
    }
}

fn tong(said: &str) -> String {
    let mut hex = bam(format!("{TRUOC_TONG}{said}").as_bytes());
    hex.truncate(DAI);
    hex
}

/// Writes witness and copy anew where the register has come further. One that knows of more than the register has
/// is left as it is.
pub fn cap_nhat(kho: &KhoKhoa) -> Result<(), Diagnostic> {
    match (kho.quyen().chung)(kho)? {
        ChungMoi::Hong => return Ok(()),
        ChungMoi::Khop => {}
        ChungMoi::Viet(text) => kho.viet_chung(text.as_bytes())?,
    }
    kho.viet_ban_chep()
}

/// What is to be done about the witness of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChungMoi {
    /// The book is broken, or has no line: all is left as it is.
    Hong,
    Khop,
    /// The book has come further.
    Viet(String),
}

/// The witness of the outgoing book.
pub fn moi_di(kho: &Kho) -> Result<ChungMoi, Diagnostic> {
    let doc = doc_so(kho)?;
    Ok(match doc.chung {
        _ if !doc.sai.is_empty() || doc.so.dong.is_empty() => ChungMoi::Hong,
        TinhChung::Khop => ChungMoi::Khop,
        TinhChung::Sau | TinhChung::Chua => ChungMoi::Viet(Chung::cua(&doc.so, &doc.cai).viet()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mau() -> Chung {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: Some("KH".into()) };
        Chung {
            cuoi: CuoiSo::trong().them("a"),
            dau: "8d5ed9df".into(),
            day: vec![DaySo { day, dau: 50, cuoi: 105 }],
            khoa: vec![(2022.into(), "HĐND".into())],
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_no_change_is_overlooked() {
        let text = mau().viet();
        assert_eq!(Chung::doc(&text), Some(mau()));
        assert_eq!(Chung::doc(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), Some(mau()));
        assert_eq!(mau().cac_so(), "2023 HĐND KH tới số 105; đã khoá năm 2022 HĐND");
        for (from, to) in [("105", "104"), ("2022", "2021"), ("8d5e", "8d5f"), ("1-", "2-")] {
            assert_eq!(Chung::doc(&text.replace(from, to)), None, "{from}");
        }
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            let read = Chung::doc(&text[..cut]);
            assert!(read.is_none() || cut == text.len() - 1, "{cut}");
        }
    }
}
