//! Dòng sổ: one line of the register, an event in the life of a number.

use super::day_so::Day;
use super::quan_he::{self, QuanHe};
use super::so::{self, DongCuaSo};
use super::so_hieu::SoHieu;
use super::{ban_chep, cuoi_so};
use crate::model::{Ky, Ngay};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viec {
    /// The series begins with this number and not with 1.
    MoSo,
    /// The number is kept for a document to come.
    GiuSo,
    PhatHanh,
    /// A paper that was made elsewhere, or stood in the book on paper, takes its place in the series.
    VaoSo,
    /// The number, kept or issued, is void; it is never used again.
    Huy,
    /// Copies were handed over: columns 7 to 9, which are known only later.
    Chuyen,
    /// Nothing more is written in this year's book but that copies were handed over.
    KhoaNam,
    /// It is written in again, for a reason.
    MoNam,
}

impl Viec {
    const TAT_CA: [(Self, &'static str); 8] = [
        (Self::MoSo, "mở sổ"),
        (Self::GiuSo, "giữ số"),
        (Self::PhatHanh, "phát hành"),
        (Self::VaoSo, "vào sổ"),
        (Self::Huy, "huỷ"),
        (Self::Chuyen, "chuyển"),
        (Self::KhoaNam, "khoá năm"),
        (Self::MoNam, "mở lại năm"),
    ];

    pub fn ten(self) -> &'static str {
        Self::TAT_CA.iter().find(|(viec, _)| *viec == self).map_or("", |(_, ten)| ten)
    }

    fn doc(ten: &str) -> Option<Self> {
        Self::TAT_CA.iter().find(|(_, t)| *t == ten).map(|(viec, _)| *viec)
    }
}

/// An event with what the register says about it. The ten columns are those of PL IV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dong {
    pub viec: Viec,
    pub day: Day,
    /// (1) Số, ký hiệu văn bản; none where a year is closed or opened again.
    pub so_hieu: Option<SoHieu>,
    /// (2) Ngày tháng văn bản.
    pub ngay: Option<Ngay>,
    /// (3) Tên loại và trích yếu nội dung.
    pub trich_yeu: String,
    /// (4) Người ký.
    pub nguoi_ky: String,
    /// (5) Nơi nhận văn bản.
    pub noi_nhan: String,
    /// (6) Đơn vị, người nhận bản lưu.
    pub luu: String,
    /// (7) Số lượng bản.
    pub so_ban: Option<u64>,
    /// (8) Ngày chuyển.
    pub ngay_chuyen: Option<Ngay>,
    /// (9) Ký nhận.
    pub ky_nhan: String,
    /// (10) Ghi chú; the reason, where a number is void or a year is opened again.
    pub ghi_chu: String,
    pub quan_he: Vec<QuanHe>,
    /// The beginning of the SHA-256 of the issued folder's list of files.
    pub bang_ke: String,
    /// The beginning of the SHA-256 of the draft: the same draft is not issued twice.
    pub ban_thao: String,
}

/// How many cells a line has, its number and its mark left out.
const SO_O: usize = 15;

impl DongCuaSo for Dong {
    const MO_DAU: &'static str = so::MO_DAU;
    const GOC: &'static str = cuoi_so::MO_DAU;
    const TEN_O: &'static [&'static str] = &ban_chep::TEN_O;
    const LAY_LAI: &'static str = ban_chep::LAY_LAI;
    const CHUA: &'static str = "khôi phục sổ từ bản lưu hoặc từ git; cần chữa một số đã phát hành thì huỷ số ấy hoặc phát hành văn bản \
                                đính chính";
    fn viet(&self, stt: usize) -> String {
        Dong::viet(self, stt)
    }
    fn doc(line: &str) -> Result<(usize, Self), String> {
        Dong::doc(line)
    }
    fn so_hieu(&self) -> Option<String> {
        self.so_hieu.as_ref().map(SoHieu::to_string)
    }
}

impl Dong {
    pub fn moi(viec: Viec, day: Day, so_hieu: Option<SoHieu>) -> Self {
        Self {
            viec,
            day,
            so_hieu,
            ngay: None,
            trich_yeu: String::new(),
            nguoi_ky: String::new(),
            noi_nhan: String::new(),
            luu: String::new(),
            so_ban: None,
            ngay_chuyen: None,
            ky_nhan: String::new(),
            ghi_chu: String::new(),
            quan_he: Vec::new(),
            bang_ke: String::new(),
            ban_thao: String::new(),
        }
    }

    /// Whether a paper has its number by this line: one that was issued, or one that was made elsewhere.
    pub fn la_van_ban(&self) -> bool {
        matches!(self.viec, Viec::PhatHanh | Viec::VaoSo)
    }

    /// Whether it is of this year, term or congress; of a series by terms a year has what is dated in it.
    pub fn thuoc(&self, ky: &Ky) -> bool {
        let dated = |nam| self.ngay.is_some_and(|ngay| ngay.nam() == nam);
        self.day.ky == *ky || matches!(ky, Ky::Nam(nam) if !self.day.ky.la_nam() && dated(*nam))
    }

    /// Whether the paper's files are kept. One that was made elsewhere may stand in the book alone.
    pub fn co_thu_muc(&self) -> bool {
        match self.viec {
            Viec::PhatHanh => true,
            Viec::VaoSo => !self.bang_ke.is_empty(),
            _ => false,
        }
    }

    /// The line without its mark; `stt` counts the lines from 1.
    pub fn viet(&self, stt: usize) -> String {
        let text = |value: Option<String>| value.unwrap_or_default();
        let cells: [String; SO_O] = [
            self.viec.ten().to_owned(),
            self.day.to_string(),
            text(self.so_hieu.as_ref().map(SoHieu::to_string)),
            text(self.ngay.map(|ngay| ngay.to_string())),
            self.trich_yeu.clone(),
            self.nguoi_ky.clone(),
            self.noi_nhan.clone(),
            self.luu.clone(),
            text(self.so_ban.map(|so| so.to_string())),
            text(self.ngay_chuyen.map(|ngay| ngay.to_string())),
            self.ky_nhan.clone(),
            self.ghi_chu.clone(),
            quan_he::viet(&self.quan_he),
            self.bang_ke.clone(),
            self.ban_thao.clone(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| thoat(cell)).collect();
        format!("{stt} | {}", cells.join(" | ")).trim_end().to_owned()
    }

    /// Reads a line without its mark. `Err` with what is wrong, in words for the clerk.
    pub fn doc(line: &str) -> Result<(usize, Self), String> {
        let cells = cac_o(line);
        let [stt, viec, day, so_hieu, ngay, rest @ ..] = cells.as_slice() else {
            return Err("thiếu cột".to_owned());
        };
        let [trich_yeu, nguoi_ky, noi_nhan, luu, so_ban, ngay_chuyen, ky_nhan, ghi_chu, rest @ ..] =
            rest
        else {
            return Err("thiếu cột".to_owned());
        };
        let [quan_he, bang_ke, ban_thao] = rest else {
            return Err("thừa hoặc thiếu cột".to_owned());
        };
        let wrong = |what: &str, cell: &str| format!("{what} “{cell}” không đọc được");
        let stt_so = stt.parse().map_err(|_| wrong("số thứ tự", stt))?;
        let dong = Self {
            viec: Viec::doc(viec).ok_or_else(|| wrong("việc", viec))?,
            day: Day::doc(day).ok_or_else(|| wrong("dãy số", day))?,
            so_hieu: o(so_hieu, SoHieu::doc).map_err(|()| wrong("số, ký hiệu", so_hieu))?,
            ngay: o(ngay, |t| Ngay::parse(t).ok()).map_err(|()| wrong("ngày", ngay))?,
            trich_yeu: trich_yeu.clone(),
            nguoi_ky: nguoi_ky.clone(),
            noi_nhan: noi_nhan.clone(),
            luu: luu.clone(),
            so_ban: o(so_ban, |t| t.parse().ok()).map_err(|()| wrong("số lượng bản", so_ban))?,
            ngay_chuyen: o(ngay_chuyen, |t| Ngay::parse(t).ok())
                .map_err(|()| wrong("ngày chuyển", ngay_chuyen))?,
            ky_nhan: ky_nhan.clone(),
            ghi_chu: ghi_chu.clone(),
            quan_he: QuanHe::doc(quan_he).ok_or_else(|| wrong("liên quan", quan_he))?,
            bang_ke: bang_ke.clone(),
            ban_thao: ban_thao.clone(),
        };
        dong.du().map(|()| (stt_so, dong))
    }

    /// Every event has what it is about.
    fn du(&self) -> Result<(), String> {
        match self.viec {
            Viec::KhoaNam | Viec::MoNam => Ok(()),
            _ if self.so_hieu.is_none() => Err("thiếu số, ký hiệu".to_owned()),
            _ if self.la_van_ban() && self.ngay.is_none() => Err("thiếu ngày văn bản".to_owned()),
            _ => Ok(()),
        }
    }
}

/// A cell that may be empty.
pub(in crate::records) fn o<T>(
    text: &str,
    doc: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, ()> {
    if text.is_empty() { Ok(None) } else { doc(text).map(Some).ok_or(()) }
}

/// Text on one line in which no sign parts cells.
pub(in crate::records) fn thoat(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('\\', "\\\\").replace('|', "\\|")
}

/// The cells of a line.
pub(in crate::records) fn cac_o(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '|' => cells.push(std::mem::take(&mut cell)),
            '\\' => cell.extend(chars.next()),
            _ => cell.push(c),
        }
    }
    cells.push(cell);
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        let so_hieu = SoHieu { so: 5, ky_hieu: "KH-HĐND".into() };
        let dong = Dong {
            ngay: Ngay::parse("15/3/2023").ok(),
            trich_yeu: "Kế hoạch a | b \\ c \\| “d”".into(),
            so_ban: Some(12),
            quan_he: QuanHe::doc("thay thế 04/KH-HĐND/2023; thu hồi 03/KH-HĐND/2023").unwrap(),
            ..Dong::moi(Viec::PhatHanh, day, Some(so_hieu))
        };
        let line = dong.viet(7);
        assert!(
            line.starts_with("7 | phát hành | 2023 HĐND | 05/KH-HĐND | 15/3/2023 | "),
            "{line}"
        );
        assert_eq!(Dong::doc(&line), Ok((7, dong)));
    }

    #[test]
    fn a_line_that_tells_too_little_is_refused() {
        let wrong = |line: &str| Dong::doc(line).unwrap_err();
        assert_eq!(wrong("7 | phát hành"), "thiếu cột");
        let cells = |viec: &str, so: &str, ngay: &str| {
            format!("1 | {viec} | 2023 HĐND | {so} | {ngay} |{}", " |".repeat(10))
        };
        assert_eq!(wrong(&cells("phát hành", "5/KH-A", "")), "thiếu ngày văn bản");
        assert_eq!(wrong(&cells("vào sổ", "5/KH-A", "")), "thiếu ngày văn bản");
        assert_eq!(wrong(&cells("giữ số", "", "")), "thiếu số, ký hiệu");
        assert_eq!(wrong(&cells("phat hanh", "5", "")), "việc “phat hanh” không đọc được");
        assert_eq!(wrong(&cells("phát hành", "5", "32/1/2023")), "ngày “32/1/2023” không đọc được");
        assert!(Dong::doc(&cells("khoá năm", "", "")).is_ok());
        assert!(Dong::doc(&cells("mở lại năm", "", "")).is_ok());
    }
}
