//! Bản sao: the copy of a document, with number, signer and recipients of its own (PL I, phần II).

use super::{CoQuan, HinhThucBan, Loai, NgayBanHanh, NguoiKy, NoiNhan, SoKyHieu, ThoiDiem};

/// What a copy adds to the document that it copies.
#[derive(Debug, Clone, PartialEq)]
pub struct BanSao {
    /// Bản sao y, bản sao lục or bản trích sao.
    pub loai: Loai,
    /// The office that copies.
    pub co_quan: CoQuan,
    pub so_ky_hieu: SoKyHieu,
    pub ngay_ban_hanh: NgayBanHanh,
    pub nguoi_ky: Vec<NguoiKy>,
    pub noi_nhan: NoiNhan,
    pub ban: HinhThucBan,
    /// When the copy was signed; only an electronic copy shows it.
    pub thoi_diem: Option<ThoiDiem>,
}

impl BanSao {
    /// The words on the copy: `SAO Y`, `SAO LỤC`, `TRÍCH SAO` (PL I, phần II).
    pub fn chu(&self) -> String {
        self.hinh_thuc().to_uppercase()
    }

    /// The form of copy in small letters: `sao y`, `sao lục`, `trích sao`.
    pub fn hinh_thuc(&self) -> &'static str {
        self.loai.ten().trim_start_matches("Bản ")
    }

    /// The mark of an electronic copy: `SAO Y; <agency>; <moment>` (form 3.2 of PL III).
    pub fn dau_dien_tu(&self) -> String {
        let luc = self.thoi_diem.map(|luc| format!("; {}", luc.dong())).unwrap_or_default();
        format!("{}; {}{luc}", self.chu(), self.co_quan.ten)
    }
}
