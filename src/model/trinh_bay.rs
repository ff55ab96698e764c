//! Trình bày: how the parts of a paper stand, where sets of rules differ in more than a measure.

use serde::Serialize;

/// The ways of one set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TrinhBay {
    /// Under the name of the issuing office.
    pub duoi_co_quan: NganCach,
    /// Between the title and the text.
    pub duoi_tieu_de: NganCach,
    /// The words “Kính gửi:”.
    pub kinh_gui: KieuChu,
    /// The words “Nơi nhận:”.
    pub noi_nhan: KieuChu,
    /// The signer's post; the authority over it is bold everywhere.
    pub chuc_vu: KieuChu,
    /// Marks of secrecy and urgency stand in frames.
    pub dau_trong_khung: bool,
    /// The mark of a draft.
    pub du_thao: CachDuThao,
    /// On the back of a sheet the margins of the sides change places.
    pub le_doi_xung: bool,
    pub dia_chi: ChoDiaChi,
    /// The words before the subject of a công văn, under its number, and how all of it looks.
    pub ve_viec_mo_dau: &'static str,
    pub ve_viec: KieuChu,
    /// What is printed after the names of those whom a paper is for.
    pub sau_noi_gui: SauNoiGui,
    /// What ends the text, right after its last word.
    pub ket_thuc: &'static str,
    /// Grounds are upright, each behind a dash; else slanted, without one.
    pub can_cu_gach: bool,
    /// The title of a khoản in a Điều is bold.
    pub khoan_dam: bool,
    pub so_phu_luc: SoPhuLuc,
    /// What the last line of Nơi nhận says before where the paper is kept: `Lưu:`.
    pub luu: &'static str,
    /// So many signers stand side by side; the next ones begin a row below.
    pub ky_moi_hang: usize,
    /// Of several offices the one that leads signs at the right.
    pub chu_tri_ben_phai: bool,
    /// Who confirms another's signature says so in these words; none where the rules know no such thing.
    pub xac_nhan_chu_ky: Option<&'static str>,
    pub ban_sao: CachBanSao,
    /// Who signs an electronic copy does so at the upper right of its first page, not at the foot.
    pub ky_sao_goc_phai: bool,
    pub ky_hieu_soan: KyHieuSoan,
}

/// The mark of who typed a paper, with the number of its copies: `PL.(300)`, `NguyenVanAn-26`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KyHieuSoan {
    /// Initials in capitals; else a name in one word.
    pub chu_dau: bool,
    /// Letters of it at most.
    pub dai_nhat: usize,
    /// After it, where no number follows; and between both.
    pub sau_ten: &'static str,
    pub giua: &'static str,
    /// Before a number that is alone, and after a number.
    pub mo_so: &'static str,
    pub dong_so: &'static str,
    pub vi_du: &'static str,
}

impl KyHieuSoan {
    /// PL I, III.3 of the decree.
    pub const ND30: Self = Self {
        chu_dau: true,
        dai_nhat: 10,
        sau_ten: ".",
        giua: ".(",
        mo_so: "(",
        dong_so: ")",
        vi_du: "ghi chữ cái đầu của tên, in hoa, ví dụ: PL",
    };
}

/// What is printed after the names of those whom a paper is for: after each but the last, after the last, and after
/// one that is alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SauNoiGui {
    pub giua: &'static str,
    pub cuoi: &'static str,
    pub mot: &'static str,
}

/// How appendices are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SoPhuLuc {
    LaMa,
    ARap,
}

/// How a copy on paper says that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CachBanSao {
    /// In a head of its own, beside the office that copies.
    DauTrang,
    /// In a stamp beside the signature.
    ConDau(ConDauSao),
}

/// The words of the stamp of a copy: its title, and what stands before each thing that is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ConDauSao {
    pub tieu_de: &'static str,
    pub co_quan: &'static str,
    pub so: &'static str,
    pub hinh_thuc: &'static str,
    pub noi_ngay: &'static str,
    pub noi_nhan: &'static str,
    /// The symbol of copies of every form.
    pub ky_hieu: &'static str,
}

/// What parts one thing from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NganCach {
    /// A rule line.
    Gach,
    /// Signs on a line of their own: `*`, `-----`.
    Dau(&'static str),
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct KieuChu {
    pub dam: bool,
    pub nghieng: bool,
    pub gach_chan: bool,
}

/// Where the mark of a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CachDuThao {
    /// In a frame, as the marks of urgency.
    TrongKhung,
    /// Under the number, in slanted letters.
    DuoiSo,
}

/// Where the office's address stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChoDiaChi {
    /// At the foot of the first page.
    ChanTrangDau,
    /// Under the foot of the text, on its last page.
    CuoiVanBan,
}

impl KieuChu {
    pub const DUNG: Self = Self { dam: false, nghieng: false, gach_chan: false };
    pub const DAM: Self = Self { dam: true, ..Self::DUNG };
    pub const NGHIENG: Self = Self { nghieng: true, ..Self::DUNG };
    pub const DAM_NGHIENG: Self = Self { dam: true, nghieng: true, gach_chan: false };
    pub const GACH_CHAN: Self = Self { gach_chan: true, ..Self::DUNG };
}

impl TrinhBay {
    /// Decree 30/2020/NĐ-CP, PL I.
    pub const ND30: Self = Self {
        duoi_co_quan: NganCach::Gach,
        duoi_tieu_de: NganCach::Gach,
        kinh_gui: KieuChu::DUNG,
        noi_nhan: KieuChu::DAM_NGHIENG,
        chuc_vu: KieuChu::DAM,
        dau_trong_khung: true,
        du_thao: CachDuThao::TrongKhung,
        le_doi_xung: false,
        dia_chi: ChoDiaChi::ChanTrangDau,
        ve_viec_mo_dau: "V/v",
        ve_viec: KieuChu::DUNG,
        sau_noi_gui: SauNoiGui { giua: ";", cuoi: ".", mot: "" },
        ket_thuc: "./.",
        can_cu_gach: false,
        khoan_dam: true,
        so_phu_luc: SoPhuLuc::LaMa,
        luu: "Lưu:",
        ky_moi_hang: 3,
        chu_tri_ben_phai: false,
        xac_nhan_chu_ky: None,
        ban_sao: CachBanSao::DauTrang,
        ky_sao_goc_phai: false,
        ky_hieu_soan: KyHieuSoan::ND30,
    };
}
