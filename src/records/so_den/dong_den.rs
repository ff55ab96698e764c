//! Dòng sổ đến: one line of the incoming book, an event in the life of a paper that came.

use super::so_den_hieu::SoDen;
use crate::model::Ngay;
use crate::records::so_dang_ky::DongCuaSo;
use crate::records::so_dang_ky::dong::{cac_o, o, thoat};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViecDen {
    /// The paper came and got its number (Điều 22).
    Den,
    /// Someone is to deal with it, until a day (Điều 23, 24).
    Giao,
    /// Someone has signed for it.
    KyNhan,
    /// It is dealt with.
    Xong,
    /// It was entered by mistake; the number is not used again.
    Huy,
    /// A column was wrong; what it said stays in the line that said it.
    Chua,
    /// The number was given and its line is lost: it stands in the book made again, so that nobody gets it once more.
    KhongRo,
    /// The year takes no more papers; those that it has are still dealt with.
    KhoaNam,
    /// It does again.
    MoNam,
}

impl ViecDen {
    const TAT_CA: [(Self, &'static str); 9] = [
        (Self::Den, "đến"),
        (Self::Giao, "giao"),
        (Self::KyNhan, "ký nhận"),
        (Self::Xong, "xong"),
        (Self::Huy, "huỷ"),
        (Self::Chua, "chữa"),
        (Self::KhongRo, "không rõ"),
        (Self::KhoaNam, "khoá năm"),
        (Self::MoNam, "mở lại năm"),
    ];

    /// Whether it is about a year, and about no paper.
    pub fn cua_nam(self) -> bool {
        matches!(self, Self::KhoaNam | Self::MoNam)
    }

    /// Whether a number of the book begins with it.
    pub fn mo_so(self) -> bool {
        matches!(self, Self::Den | Self::KhongRo)
    }

    pub fn ten(self) -> &'static str {
        Self::TAT_CA.iter().find(|(viec, _)| *viec == self).map_or("", |(_, ten)| ten)
    }

    fn doc(ten: &str) -> Option<Self> {
        Self::TAT_CA.iter().find(|(_, t)| *t == ten).map(|(viec, _)| *viec)
    }
}

/// A column that can be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cot {
    NgayDen,
    TacGia,
    KyHieu,
    NgayVanBan,
    TrichYeu,
}

impl Cot {
    const TAT_CA: [(Self, &'static str); 5] = [
        (Self::NgayDen, "ngày đến"),
        (Self::TacGia, "tác giả"),
        (Self::KyHieu, "số, ký hiệu"),
        (Self::NgayVanBan, "ngày văn bản"),
        (Self::TrichYeu, "tên loại và trích yếu"),
    ];

    pub fn ten(self) -> &'static str {
        Self::TAT_CA.iter().find(|(cot, _)| *cot == self).map_or("", |(_, ten)| ten)
    }

    /// What a line says in it.
    pub fn cua(self, dong: &DongDen) -> String {
        let ngay = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
        match self {
            Self::NgayDen => ngay(dong.ngay),
            Self::TacGia => dong.tac_gia.clone(),
            Self::KyHieu => dong.ky_hieu.clone(),
            Self::NgayVanBan => ngay(dong.ngay_van_ban),
            Self::TrichYeu => dong.trich_yeu.clone(),
        }
    }

    fn doc(ten: &str) -> Option<Self> {
        Self::TAT_CA.iter().find(|(_, t)| *t == ten).map(|(cot, _)| *cot)
    }
}

/// An event with what the book says about it; the numbers are those of the columns of PL IV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongDen {
    pub viec: ViecDen,
    /// (2) Số đến, with its year; of what is about a year 0.
    pub so_den: SoDen,
    /// (1) Ngày đến; of another event its own day: (8) Ngày chuyển, of signing for it, of being done.
    pub ngay: Option<Ngay>,
    /// (3) Tác giả.
    pub tac_gia: String,
    /// (4) Số, ký hiệu.
    pub ky_hieu: String,
    /// (5) Ngày tháng.
    pub ngay_van_ban: Option<Ngay>,
    /// (6) Tên loại và trích yếu nội dung.
    pub trich_yeu: String,
    pub so_ban: Option<u64>,
    /// (7) Đơn vị hoặc người nhận.
    pub nguoi_nhan: String,
    /// Until when it is to be dealt with.
    pub han: Option<Ngay>,
    /// Who directs it.
    pub chi_dao: String,
    /// (9) Ký nhận.
    pub ky_nhan: String,
    /// The paper of ours that answers it: `105/UBND-VP/2026`.
    pub tra_loi: String,
    /// Which column is put right.
    pub cot: Option<Cot>,
    /// (10) Ghi chú; the reason, where a number is void or a column put right.
    pub ghi_chu: String,
    /// The beginning of the SHA-256 of the kept folder's list of files.
    pub bang_ke: String,
    /// The beginning of the SHA-256 of the file that came: the same file is not entered twice unseen.
    pub tep: String,
    /// Độ mật, in the book of secret papers.
    pub mat: String,
}

/// How many cells a line has, its number, its mark and the degree of secrecy left out.
const SO_O: usize = 18;

impl DongDen {
    pub fn moi(viec: ViecDen, so_den: SoDen) -> Self {
        Self {
            viec,
            so_den,
            ngay: None,
            tac_gia: String::new(),
            ky_hieu: String::new(),
            ngay_van_ban: None,
            trich_yeu: String::new(),
            so_ban: None,
            nguoi_nhan: String::new(),
            han: None,
            chi_dao: String::new(),
            ky_nhan: String::new(),
            tra_loi: String::new(),
            cot: None,
            ghi_chu: String::new(),
            bang_ke: String::new(),
            tep: String::new(),
            mat: String::new(),
        }
    }

    /// What is said of a year.
    pub fn cua_nam(viec: ViecDen, nam: i32) -> Self {
        Self::moi(viec, SoDen { nam, so: 0 })
    }

    /// All words of the line, which will be printed.
    pub fn cac_loi(&self) -> [&String; 8] {
        [
            &self.tac_gia,
            &self.ky_hieu,
            &self.trich_yeu,
            &self.nguoi_nhan,
            &self.chi_dao,
            &self.ky_nhan,
            &self.tra_loi,
            &self.ghi_chu,
        ]
    }

    /// Every event has what it is about.
    fn du(&self) -> Result<(), String> {
        let thieu = |what: &str| Err(format!("thiếu {what}"));
        match self.viec {
            viec if viec.cua_nam() != (self.so_den.so == 0) => thieu("số đến"),
            ViecDen::Den if self.ngay.is_none() => thieu("ngày đến"),
            ViecDen::Den if self.tac_gia.is_empty() => thieu("tác giả"),
            ViecDen::Giao if self.nguoi_nhan.is_empty() => thieu("đơn vị hoặc người nhận"),
            ViecDen::Xong if self.ngay.is_none() => thieu("ngày xong"),
            ViecDen::Chua if self.cot.is_none() => thieu("tên cột được chữa"),
            _ => Ok(()),
        }
    }
}

impl DongCuaSo for DongDen {
    const MO_DAU: &'static str = "\
# SỔ ĐĂNG KÝ VĂN BẢN ĐẾN (Nghị định 30/2020/NĐ-CP, Phụ lục IV). Chương trình vanthu ghi thêm vào cuối tệp, mỗi việc một dòng.
# Không sửa bằng tay: dấu ở cuối mỗi dòng tính từ dòng ấy và dòng trước, sửa chỗ nào “vanthu incoming check” chỉ ra chỗ ấy.
# stt | việc | năm | (2) số đến | (1) ngày | (3) tác giả | (4) số, ký hiệu | (5) ngày văn bản | (6) tên loại và trích yếu | số bản | (7) đơn vị hoặc người nhận | hạn | người chỉ đạo | (9) ký nhận | trả lời bằng | cột được chữa | (10) ghi chú | bảng kê | tệp | độ mật (chỉ ở sổ văn bản mật) | dấu
";
    const GOC: &'static str = "vanthu: sổ đăng ký văn bản đến";
    const TEN_O: &'static [&'static str] = &[
        "số thứ tự",
        "việc",
        "năm",
        "(2) số đến",
        "(1) ngày",
        "(3) tác giả",
        "(4) số, ký hiệu",
        "(5) ngày văn bản",
        "(6) tên loại và trích yếu",
        "số bản",
        "(7) đơn vị hoặc người nhận",
        "hạn",
        "người chỉ đạo",
        "(9) ký nhận",
        "trả lời bằng",
        "cột được chữa",
        "(10) ghi chú",
        "bảng kê",
        "tệp",
        "độ mật",
    ];
    const LAY_LAI: &'static str = "lấy lại sổ như trước khi sửa: vanthu incoming rebuild; cần chữa một cột đã ghi thì dùng vanthu incoming correct";
    const CHUA: &'static str = "khôi phục sổ từ bản lưu hoặc từ git, không còn bản lưu thì dựng lại: vanthu incoming rebuild; cần chữa một cột đã ghi \
                                thì dùng vanthu incoming correct";

    fn viet(&self, stt: usize) -> String {
        let text = |value: Option<String>| value.unwrap_or_default();
        let day = |ngay: Option<Ngay>| text(ngay.map(|ngay| ngay.to_string()));
        let so = Some(self.so_den.so).filter(|so| *so > 0);
        let cells: [String; SO_O] = [
            self.viec.ten().to_owned(),
            self.so_den.nam.to_string(),
            text(so.map(|so| format!("{so:02}"))),
            day(self.ngay),
            self.tac_gia.clone(),
            self.ky_hieu.clone(),
            day(self.ngay_van_ban),
            self.trich_yeu.clone(),
            text(self.so_ban.map(|so| so.to_string())),
            self.nguoi_nhan.clone(),
            day(self.han),
            self.chi_dao.clone(),
            self.ky_nhan.clone(),
            self.tra_loi.clone(),
            text(self.cot.map(|cot| cot.ten().to_owned())),
            self.ghi_chu.clone(),
            self.bang_ke.clone(),
            self.tep.clone(),
        ];
        // A line of before there were secret papers has no such cell, nor has one of another book.
        let mat = Some(&self.mat).filter(|mat| !mat.is_empty());
        let cells: Vec<String> = cells.iter().chain(mat).map(|cell| thoat(cell)).collect();
        format!("{stt} | {}", cells.join(" | ")).trim_end().to_owned()
    }

    fn doc(line: &str) -> Result<(usize, Self), String> {
        let cells = cac_o(line);
        let [stt, viec, nam, so, ngay, tac_gia, ky_hieu, ngay_van_ban, trich_yeu, rest @ ..] =
            cells.as_slice()
        else {
            return Err("thiếu cột".to_owned());
        };
        let [
            so_ban,
            nguoi_nhan,
            han,
            chi_dao,
            ky_nhan,
            tra_loi,
            cot,
            ghi_chu,
            bang_ke,
            tep,
            mat @ ..,
        ] = rest
        else {
            return Err("thiếu cột".to_owned());
        };
        if mat.len() > 1 {
            return Err("thừa cột".to_owned());
        }
        let wrong = |what: &str, cell: &str| format!("{what} “{cell}” không đọc được");
        let day = |what: &str, cell: &str| {
            o(cell, |t| Ngay::parse(t).ok()).map_err(|()| wrong(what, cell))
        };
        let so_den = SoDen {
            nam: nam.parse().map_err(|_| wrong("năm", nam))?,
            so: o(so, |t| t.parse().ok()).map_err(|()| wrong("số đến", so))?.unwrap_or_default(),
        };
        let dong = Self {
            viec: ViecDen::doc(viec).ok_or_else(|| wrong("việc", viec))?,
            so_den,
            ngay: day("ngày", ngay)?,
            tac_gia: tac_gia.clone(),
            ky_hieu: ky_hieu.clone(),
            ngay_van_ban: day("ngày văn bản", ngay_van_ban)?,
            trich_yeu: trich_yeu.clone(),
            so_ban: o(so_ban, |t| t.parse().ok()).map_err(|()| wrong("số bản", so_ban))?,
            nguoi_nhan: nguoi_nhan.clone(),
            han: day("hạn", han)?,
            chi_dao: chi_dao.clone(),
            ky_nhan: ky_nhan.clone(),
            tra_loi: tra_loi.clone(),
            cot: o(cot, Cot::doc).map_err(|()| wrong("cột được chữa", cot))?,
            ghi_chu: ghi_chu.clone(),
            bang_ke: bang_ke.clone(),
            tep: tep.clone(),
            mat: mat.concat(),
        };
        let stt = stt.parse().map_err(|_| wrong("số thứ tự", stt))?;
        dong.du().map(|()| (stt, dong))
    }

    fn so_hieu(&self) -> Option<String> {
        (self.so_den.so > 0).then(|| self.so_den.to_string())
    }
}
