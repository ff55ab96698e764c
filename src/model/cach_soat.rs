//! Cách soát: what a set of rules says of a Word file beyond its measures and the looks in [`super::TrinhBay`], so that
//! the check of anybody's file holds nothing against a paper that its own set leaves open.

/// The ways of one set of rules.
#[derive(Debug)]
pub struct CachSoat {
    /// What the first line at the upper right is called, and the field of findings about it.
    pub tieu_de: (&'static str, &'static str),
    /// What its papers are called, and what they followed before it: `văn bản của Đảng`.
    pub ten_van_ban: &'static str,
    pub truoc_do: &'static str,
    /// The sheets that a paper may be printed on, the usual one first.
    pub kho_giay: &'static [KhoGiay],
    /// The set says how far from the upper edge page numbers stand.
    pub so_trang_cach_mep: bool,
    /// It says how the head of an appendix looks: bold, capitals, italics, size.
    pub kieu_phu_luc: bool,
    /// An appendix says under its title with which paper it was issued.
    pub chi_dan_phu_luc: bool,
    /// So much more or less, in mm, a first line may be set in than the measure says: `khoảng 10 mm`.
    pub thut_khoang_mm: f64,
    /// Heads that are counted `I.`, `II.` are bold capitals.
    pub la_ma_dam_hoa: bool,
    /// What a signer's lines say is looked at, not only how the marks of authority are spelled.
    pub xet_de_ky: bool,
    /// Nơi nhận of a paper that says whom it is for begins with `Như trên`.
    pub nhu_tren: bool,
    /// A decision has the authority over its căn cứ, and `QUYẾT ĐỊNH:` with its colon under them.
    pub mau_quyet: bool,
    /// The last line of Nơi nhận, as an example.
    pub vi_du_luu: &'static str,
    pub ten_co_quan: TenCoQuan,
}

/// A sheet, the short side first, in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KhoGiay {
    pub ten: &'static str,
    pub rong_mm: f64,
    pub cao_mm: f64,
}

/// How the names of offices begin, in small letters without marks: by these a superior office is told from the
/// issuing one where their looks are alike.
#[derive(Debug)]
pub struct TenCoQuan {
    /// Offices that have others under them.
    pub tren: &'static [&'static str],
    /// Those that stand beside others, never under them.
    pub ngang: &'static [&'static str],
    /// Those that stand under others.
    pub duoi: &'static [&'static str],
}

impl KhoGiay {
    pub const A4: Self = Self { ten: "A4", rong_mm: 210.0, cao_mm: 297.0 };
    pub const A5: Self = Self { ten: "A5", rong_mm: 148.0, cao_mm: 210.0 };
}

impl CachSoat {
    /// Decree 30/2020/NĐ-CP, PL I.
    pub const ND30: Self = Self {
        tieu_de: ("Quốc hiệu", "quoc_hieu"),
        ten_van_ban: "văn bản",
        truoc_do: "Nghị định 110/2004/NĐ-CP và Thông tư 01/2011/TT-BNV",
        kho_giay: &[KhoGiay::A4],
        so_trang_cach_mep: false,
        kieu_phu_luc: true,
        chi_dan_phu_luc: false,
        thut_khoang_mm: 0.0,
        la_ma_dam_hoa: true,
        xet_de_ky: false,
        nhu_tren: false,
        mau_quyet: true,
        vi_du_luu: "- Lưu: VT, ….",
        ten_co_quan: TenCoQuan {
            tren: &[
                "uy ban nhan dan",
                "ubnd",
                "hoi dong nhan dan",
                "hdnd",
                "bo ",
                "so ",
                "tong cuc",
                "cuc ",
                "chi cuc ",
                "doan dai bieu quoc hoi",
                "doan dbqh",
                "van phong ",
                "phong ",
                "trung tam ",
                "truong ",
                "vien ",
            ],
            ngang: &["uy ban ", "ubnd", "hoi dong ", "hdnd", "bo ", "mat tran"],
            duoi: &[
                "so ",
                "phong ",
                "ban ",
                "van phong",
                "chi cuc",
                "trung tam",
                "truong ",
                "benh vien",
                "cuc ",
                "thanh tra",
                "tram ",
                "hat ",
                "doi ",
                "vien ",
            ],
        },
    };
}
