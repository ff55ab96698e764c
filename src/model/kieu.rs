//! Kiểu văn bản: which components of head and foot a kind of document has, and where they stand.
//! Plain data, so that a new kind is a value and no code.

use serde::Serialize;

/// Head and foot of a kind. The default is that of the named documents (form 1.4 of PL III).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KieuVanBan {
    /// What stands in the middle of the page in capitals.
    pub ten_in: TenIn,
    pub trich_yeu: CachTrichYeu,
    /// Whether the clerk must give the trích yếu; where not, the program words one.
    pub can_trich_yeu: bool,
    pub kinh_gui: CachKinhGui,
    /// The first recipient is `Như Điều …`, the last article (forms 1.1 and 1.2 of PL III).
    pub nhu_dieu: bool,
    /// Who gets it where the clerk names nobody.
    pub noi_nhan: CachNoiNhan,
    /// Số, ký hiệu (ô số 3); a Thư công has none (PL III).
    pub so: bool,
    /// Who confirms at the foot, below Nơi nhận, with signature and seal (form 1.10 of PL III).
    pub xac_nhan: Option<String>,
    /// Địa danh và thời gian (ô số 4); the form of the Biên bản has none.
    pub dia_danh_thoi_gian: bool,
    pub nguoi_ky: CachKy,
    /// The office's address at the foot of page 1 (ô số 13).
    pub dia_chi: bool,
}

/// Tên loại as it is printed (ô số 5a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TenIn {
    /// The kind's own name.
    TheoLoai,
    /// Another one.
    Khac(String),
    /// None: Công văn.
    Khong,
}

/// Where the trích yếu stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CachTrichYeu {
    /// Under the name of the kind (ô số 5a).
    DuoiTenLoai,
    /// `V/v …` under the number, in the left column (ô số 5b).
    DuoiSo,
    /// Nowhere: Giấy giới thiệu. The files' titles are then the name of the kind.
    Khong,
}

/// Whether the kind has Kính gửi (ô số 9a; PL I, II.9.a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CachKinhGui {
    Can,
    Duoc,
    Khong,
}

/// Who gets a document that names nobody itself (ô số 9b).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CachNoiNhan {
    /// The office's usual recipients.
    CoQuan,
    /// Those whom its text names: `Như trên` (forms 1.7, 1.8 and 1.10 of PL III).
    NhuTren,
    /// Nobody: it stays in the files, under the office's Lưu (form 1.9 of PL III).
    ChiLuu,
    /// Neither recipients nor Lưu: Thư công, papers of two parties.
    Khong,
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CachKy {
    /// One for each office that issues, side by side where there are several.
    MoiCoQuanMotNguoi,
    /// Two who were there, from left to right: secretary and chair of a Biên bản.
    HaiBen,
}

impl Default for KieuVanBan {
    fn default() -> Self {
        Self::MAC_DINH
    }
}

impl KieuVanBan {
    /// [`KieuVanBan::default`], for constants.
    pub const MAC_DINH: Self = Self {
        ten_in: TenIn::TheoLoai,
        trich_yeu: CachTrichYeu::DuoiTenLoai,
        can_trich_yeu: true,
        kinh_gui: CachKinhGui::Khong,
        nhu_dieu: false,
        noi_nhan: CachNoiNhan::CoQuan,
        so: true,
        xac_nhan: None,
        dia_danh_thoi_gian: true,
        nguoi_ky: CachKy::MoiCoQuanMotNguoi,
        dia_chi: false,
    };

    /// Công văn (form 1.5).
    pub const CONG_VAN: Self = Self {
        ten_in: TenIn::Khong,
        trich_yeu: CachTrichYeu::DuoiSo,
        kinh_gui: CachKinhGui::Can,
        dia_chi: true,
        ..Self::MAC_DINH
    };

    /// Biên bản (form 1.9).
    pub const BIEN_BAN: Self = Self {
        dia_danh_thoi_gian: false,
        nguoi_ky: CachKy::HaiBen,
        noi_nhan: CachNoiNhan::ChiLuu,
        ..Self::MAC_DINH
    };

    /// The keys of the head that documents of this kind must have.
    pub fn khoa_can(&self) -> Vec<&'static str> {
        let trich_yeu = self.can_trich_yeu && self.trich_yeu != CachTrichYeu::Khong;
        let kinh_gui = self.kinh_gui == CachKinhGui::Can;
        [(trich_yeu, "trich_yeu"), (kinh_gui, "kinh_gui")]
            .into_iter()
            .filter_map(|(can, khoa)| can.then_some(khoa))
            .collect()
    }

    /// The keys of the head that they can't have.
    pub fn khoa_khong_co(&self) -> Vec<&'static str> {
        let trich_yeu = self.trich_yeu == CachTrichYeu::Khong;
        let kinh_gui = self.kinh_gui == CachKinhGui::Khong;
        let so = ["so", "ky_hieu", "don_vi_soan"].map(|khoa| (!self.so, khoa));
        [(trich_yeu, "trich_yeu"), (kinh_gui, "kinh_gui")]
            .into_iter()
            .chain(so)
            .filter_map(|(khong, khoa)| khong.then_some(khoa))
            .collect()
    }
}
