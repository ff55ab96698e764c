//! Văn bản: one official document, read and checked.

use std::sync::Arc;

use super::cach_dau::CachVienDan;
use super::{
    BanSao, BaoCao, ChiDan, CoQuan, DuThao, GiayTo, HinhThucBan, KeHoach, KeHoachChiTiet,
    KieuVanBan, Loai, Loi, Muc, NgayBanHanh, NguoiKy, NoiNhan, SoKyHieu, TepAnh, TheoMau, ThoiDiem,
    XacNhanChuKy, mau, tham_quyen,
};

/// The kind in which one alone may decide.
const QUYET_DINH: &str = "quyet_dinh";

/// A document with everything that it needs from its own file and from the office's.
#[derive(Debug, Clone, PartialEq)]
pub struct VanBan {
    pub loai: Loai,
    /// How head and foot of its kind look.
    pub kieu: KieuVanBan,
    pub co_quan: CoQuan,
    pub so_ky_hieu: SoKyHieu,
    pub ngay_ban_hanh: NgayBanHanh,
    /// Trích yếu nội dung: the short sentence under the kind (PL I, II.5).
    pub trich_yeu: Loi,
    /// The theme in the place of kind and subject, which then stands under it in brackets; mostly none.
    pub chu_de: Option<Loi>,
    /// How many words each line of it has, where it was given in lines; else empty.
    pub dong_trich_yeu: Vec<usize>,
    /// Kính gửi (PL I, II.9.a): the bare names, mostly none.
    pub kinh_gui: Vec<Loi>,
    /// The document's own recipients, or else the office's.
    pub noi_nhan: NoiNhan,
    /// From left to right; mostly one.
    pub nguoi_ky: Vec<NguoiKy>,
    /// Who confirms the signature of the last of them, which may not have the seal; mostly nobody.
    pub xac_nhan_chu_ky: Option<XacNhanChuKy>,
    /// Độ mật, mức độ khẩn, phạm vi lưu hành.
    pub chi_dan: ChiDan,
    /// The mark of a draft.
    pub du_thao: Option<DuThao>,
    /// Ký hiệu người soạn thảo và số lượng bản (ô số 12): `PL.(300)`.
    pub ky_hieu_soan: Option<String>,
    pub ban: HinhThucBan,
    /// When an electronic document was signed; shown by parts that are filed by themselves.
    pub thoi_diem: Option<ThoiDiem>,
    /// What makes a copy of this document of it.
    pub sao: Option<Box<BanSao>>,
    /// Standing phrases of the template that this document words differently.
    pub cau_chu: Vec<CauChu>,
    pub noi_dung: NoiDung,
    /// The file that it was read from, as shown to the user.
    pub nguon: String,
}

/// A standing phrase in the user's words. Only the template knows which keys there are, so the key's field
/// goes along for the message about an unknown one.
#[derive(Debug, Clone, PartialEq)]
pub struct CauChu {
    pub khoa: String,
    pub chu: Loi,
    /// The key.
    pub muc: Muc,
    /// The office has it for whichever template knows it.
    pub cua_co_quan: bool,
}

/// What the document says, by its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum NoiDung {
    KeHoach(KeHoach),
    KeHoachChiTiet(KeHoachChiTiet),
    BaoCao(BaoCao),
    GiayTo(GiayTo),
    /// A kind that a declaration describes.
    TheoMau(TheoMau),
}

impl NoiDung {
    /// Thẩm quyền ban hành, or who sends a telegram, where the document names it.
    pub fn tham_quyen(&self) -> Option<&Loi> {
        match self {
            Self::TheoMau(noi_dung) => tham_quyen::cua(&noi_dung.truong),
            Self::GiayTo(giay_to) => tham_quyen::cua(&giay_to.truong),
            Self::KeHoach(_) | Self::KeHoachChiTiet(_) | Self::BaoCao(_) => None,
        }
    }
}

impl VanBan {
    /// Every picture that its bodies show.
    pub fn cac_anh(&self) -> Vec<&Arc<TepAnh>> {
        match &self.noi_dung {
            NoiDung::TheoMau(theo_mau) => theo_mau.cac_anh(),
            NoiDung::GiayTo(giay_to) => mau::anh_cua(&giay_to.truong),
            _ => vec![],
        }
    }

    /// How another paper refers to this one, with gaps for what isn't known yet:
    /// `Kế hoạch số …/KH-HĐND ngày … tháng … năm … của …`.
    pub fn vien_dan(&self) -> String {
        self.vien_dan_bang(&self.so_ky_hieu, self.ngay_ban_hanh)
    }

    /// How its appendices refer to it: in full on paper; with number and day left blank in an electronic
    /// document, which gets them after the appendix is made (PL I, III.1.c).
    pub fn vien_dan_trong_phu_luc(&self) -> String {
        match self.ban {
            HinhThucBan::Giay => self.vien_dan(),
            HinhThucBan::DienTu => {
                self.vien_dan_bang(&self.so_ky_hieu.chua_co_so(), self.ngay_ban_hanh.chua_co_ngay())
            }
        }
    }

    /// The mark of an appendix that is filed by itself: `Số: 05/KH-HĐND; 15/04/2023; 14:05:33` (PL I,
    /// III.1.d; form 2.2 of PL III). Without a moment the mark has number and symbol alone.
    pub fn dau_tep_rieng(&self) -> String {
        let luc = self.thoi_diem.map(|luc| format!("; {}", luc.dong())).unwrap_or_default();
        match self.kieu.so {
            true => format!("{}{luc}", self.so_ky_hieu.dong()),
            false => luc.trim_start_matches("; ").to_owned(),
        }
    }

    fn vien_dan_bang(&self, so_ky_hieu: &SoKyHieu, ngay: NgayBanHanh) -> String {
        let (loai, ngay) = (self.loai.ten(), self.cum_ngay(ngay));
        let cach = self.co_quan.bo_quy_tac.dau.vien_dan;
        // By the Party's rules the body alone is named, whoever signs (II.1.2).
        let (phay, cua) = match cach {
            CachVienDan::BangChu => ("", self.nguoi_ban_hanh()),
            CachVienDan::BangSo => (",", self.co_quan.ten.to_string()),
        };
        if !self.kieu.so {
            return format!("{loai} {ngay} của {cua}");
        }
        let so = self.so_khong_mo_dau(so_ky_hieu);
        let khoang = if so_ky_hieu.so().is_some() { " " } else { "" };
        format!("{loai} số{khoang}{so}{phay} {ngay} của {cua}")
    }

    /// Its day as papers that refer to it have it: in words, or in figures.
    pub fn cum_ngay(&self, ngay: NgayBanHanh) -> String {
        match self.co_quan.bo_quy_tac.dau.vien_dan {
            CachVienDan::BangChu => ngay.cum_tu(),
            CachVienDan::BangSo => ngay.cum_so(),
        }
    }

    /// Number and symbol without the word before them, and the gap of a number that is missing.
    pub fn so_khong_mo_dau(&self, so_ky_hieu: &SoKyHieu) -> String {
        let line = so_ky_hieu.dong();
        let mo_dau = self.co_quan.bo_quy_tac.so.mo_dau;
        line.strip_prefix(mo_dau).unwrap_or(&line).trim_start_matches(' ').to_owned()
    }

    /// Who decides, in running text: the office, or its head.
    pub fn nguoi_ban_hanh(&self) -> String {
        self.nguoi_dung_dau().unwrap_or_else(|| self.co_quan.ten.to_string())
    }

    /// The head, where the document says that he decides, or, in a decision that says nothing, where he signs.
    pub fn nguoi_dung_dau(&self) -> Option<String> {
        let ten = &self.co_quan.ten;
        match self.noi_dung.tham_quyen() {
            Some(head) => tham_quyen::trong_cau(head, ten),
            None if self.loai.khoa() == QUYET_DINH => {
                tham_quyen::theo_nguoi_ky(&self.nguoi_ky, ten)
            }
            None => None,
        }
    }
}
