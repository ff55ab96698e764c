//! Mẫu: a kind of document as its declaration describes it: which template says its words and what data
//! that template takes. Shipped kinds and an office's own are declared alike.

use std::sync::Arc;

use super::{BoQuyTac, Chu, Gio, KieuVanBan, Loai, Loi, Ngay, TepAnh, ThanBai, Tien};

/// A declared kind of document.
#[derive(Debug, Clone, PartialEq)]
pub struct Mau {
    /// Its name among declarations: the file's, without ending.
    pub ten: String,
    /// The words in `loai:` that this declaration answers to.
    pub khoa: Vec<String>,
    /// The set of rules that it is for; all sets if none.
    pub bo: Option<BoQuyTac>,
    /// The kind itself, where the decree doesn't know it.
    pub loai_rieng: Option<Loai>,
    /// What the kind is for, in a line.
    pub mo_ta: String,
    /// The path of its template among all templates: `/noi-dung/giay-moi.typ`.
    pub tep: String,
    /// How its head and foot look.
    pub kieu: KieuVanBan,
    pub truong: Vec<Truong>,
}

impl Mau {
    /// The kind of a paper that says `khoa` in `loai:`: the office's own, or the one that goes by that word.
    pub fn loai(&self, khoa: &str) -> Option<Loai> {
        self.loai_rieng.or_else(|| Loai::theo_khoa(khoa))
    }
}

/// A field that a template takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Truong {
    /// The key in YAML and in the template.
    pub khoa: String,
    pub kieu: KieuTruong,
    pub bat_buoc: bool,
    pub mo_ta: String,
    /// What a starter file shows.
    pub vi_du: Option<String>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum KieuTruong {
    /// A paragraph with light Markdown.
    Chu,
    /// A line that is printed as it is typed.
    Dong,
    /// Paragraphs: one text, or a list.
    CacDoan,
    /// Căn cứ ban hành: each ends with `;`, the last one with `.` (PL I, II.6).
    CanCu,
    /// A body in light Markdown, in the file or in a `.md` file beside it.
    ThanBai,
    Ngay,
    Gio,
    So,
    Tien,
    CoKhong,
    /// One of these words.
    LuaChon(Vec<String>),
    /// Fields of its own.
    Nhom(Vec<Truong>),
    /// A list of groups.
    DanhSach(Vec<Truong>),
}

impl KieuTruong {
    /// The word in a declaration, and what it is called in a message.
    pub const TEN: &[(&str, &str)] = &[
        ("chu", "một đoạn văn"),
        ("dong", "một dòng chữ"),
        ("cac_doan", "một hoặc nhiều đoạn văn"),
        ("can_cu", "các căn cứ"),
        ("than_bai", "thân bài"),
        ("ngay", "một ngày"),
        ("gio", "một giờ"),
        ("so", "một con số"),
        ("tien", "một số tiền"),
        ("co_khong", "có hoặc không"),
        ("lua_chon", "một trong các lựa chọn"),
        ("nhom", "một nhóm mục con"),
        ("danh_sach", "một danh sách nhóm mục con"),
    ];
}

/// A value that was given for a field, read and checked.
#[derive(Debug, Clone, PartialEq)]
pub enum GiaTri {
    /// Nothing was given.
    Trong,
    Chu(Chu),
    Dong(Loi),
    CacDoan(Vec<Chu>),
    ThanBai(ThanBai),
    Ngay(Ngay),
    Gio(Gio),
    So(u64),
    Tien(Tien),
    CoKhong(bool),
    Nhom(Nhom),
    DanhSach(Vec<Nhom>),
}

/// The values of a group by their keys; every declared key is there.
pub type Nhom = Vec<(String, GiaTri)>;

/// What a document of a declared kind says.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoMau {
    pub mau: Arc<Mau>,
    pub truong: Nhom,
    /// Phụ lục that the document's own file holds.
    pub phu_luc: Vec<PhuLucRieng>,
}

/// An appendix in light Markdown.
#[derive(Debug, Clone, PartialEq)]
pub struct PhuLucRieng {
    pub tieu_de: Loi,
    /// Landscape.
    pub ngang: bool,
    pub than_bai: ThanBai,
}

/// Every picture in the bodies of a group.
pub(super) fn anh_cua(nhom: &Nhom) -> Vec<&Arc<TepAnh>> {
    nhom.iter().flat_map(|(_, gia_tri)| gia_tri.cac_anh()).collect()
}

impl GiaTri {
    fn cac_anh(&self) -> Vec<&Arc<TepAnh>> {
        match self {
            Self::ThanBai(than_bai) => than_bai.cac_anh().collect(),
            Self::Nhom(nhom) => anh_cua(nhom),
            Self::DanhSach(list) => list.iter().flat_map(anh_cua).collect(),
            _ => vec![],
        }
    }
}

impl TheoMau {
    /// Every picture of its bodies and appendices.
    pub fn cac_anh(&self) -> Vec<&Arc<TepAnh>> {
        let appendices = self.phu_luc.iter().flat_map(|p| p.than_bai.cac_anh());
        anh_cua(&self.truong).into_iter().chain(appendices).collect()
    }

    /// The number of the last Điều in the document's bodies.
    pub fn so_dieu(&self) -> usize {
        let so = self.truong.iter().map(|(_, gia_tri)| match gia_tri {
            GiaTri::ThanBai(than_bai) => than_bai.so_dieu(),
            _ => 0,
        });
        so.max().unwrap_or(0)
    }
}
