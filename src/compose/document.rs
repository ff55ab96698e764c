//! A document as both writers receive it: every word decided, every measure resolved.
//!
//! [`Document`] is what stands between the templates and the writers. The PDF layout reads it as JSON
//! (hence the field names in the decree's words); the Word writer reads it as it is. What is in here
//! appears in both files, and nothing else does.

mod bang;
mod hinh;

use std::ops::{Not, Range};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::bang::{Canh, Cell, DoRong, Table};
pub use self::hinh::Picture;
use super::goc::{CacManh, Dong};
use crate::model::Nguon;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::KieuChu;

/// One document, ready to be written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    pub thong_tin: ThongTin,
    pub the_thuc: TheThuc,
    pub dau_trang: DauTrang,
    pub tieu_de: TieuDe,
    /// Kính gửi (ô số 9a): whom a report to a superior, a tờ trình or a công văn is for; mostly empty.
    pub kinh_gui: Vec<Dong>,
    /// The word before them: `Kính gửi`, `Kính trình`.
    pub tu_kinh_gui: String,
    pub than_bai: Vec<Block>,
    pub cuoi_trang: CuoiTrang,
    /// Address of the office at the foot of page 1 (ô số 13); mostly empty.
    pub dia_chi: Vec<Dong>,
    pub phu_luc: Vec<PhuLuc>,
    /// The mark of circulation at the foot of the text's last page, under it; mostly none.
    pub luu_hanh_cuoi: Option<String>,
    /// What makes a paper copy of the document; stands after its last part.
    pub ban_sao: Option<BanSao>,
}

/// Properties of the file: title, author (the office), subject, keywords, date of issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThongTin {
    pub tieu_de: String,
    pub tac_gia: String,
    pub chu_de: String,
    pub tu_khoa: Vec<String>,
    /// The date that both files carry. A document without a day yet carries the first day of its month,
    /// so that the bytes depend on the data alone.
    #[serde(skip)]
    pub ngay: NaiveDate,
}

/// Đầu trang: the two-column head (ô số 1–4). Each string is one line, broken already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DauTrang {
    /// Tên cơ quan chủ quản trực tiếp (ô số 2), upper case, not bold; may be empty.
    pub co_quan_chu_quan: Vec<Dong>,
    /// Tên cơ quan ban hành (ô số 2), upper case, bold.
    pub co_quan_ban_hanh: Vec<Dong>,
    /// Rule under the agency's name: 1/3–1/2 of the line (PL I, II.2.b), in mm; where the rules have one there.
    pub gach_co_quan_mm: f64,
    /// The lines at the upper right: Quốc hiệu and Tiêu ngữ, or what the rules have there.
    pub tieu_de: Vec<String>,
    /// Rule under the last of them: as long as its text (PL I, II.1.b), in mm.
    pub gach_tieu_de_mm: f64,
    /// The same names in English, where the head has both languages.
    pub tieng_anh: Option<DauTiengAnh>,
    /// `Số:        /KH-HĐND` (ô số 3), with its printable gap; none on a text that another one issues.
    pub so_ky_hieu: Option<String>,
    /// `Đồng Tháp, ngày      tháng 3 năm 2023` (ô số 4).
    pub dia_danh_thoi_gian: Option<Dong>,
    /// `V/v …` under the number (ô số 5b), in lines; mostly empty.
    pub ve_viec: Vec<Dong>,
    /// Độ mật, then mức độ khẩn (ô số 10a, 10b).
    pub dau_khung: Vec<Khung>,
    /// Marks without a frame, centred under number and subject: mức độ khẩn, the mark of a draft.
    pub duoi_so: Vec<DauDuoiSo>,
    /// Phạm vi lưu hành (ô số 11), in the top margin.
    pub luu_hanh: Option<Khung>,
    /// The mark in the top right corner of the page: `SAO Y; …` (ô số 14), or number and moment of
    /// signing of a part that is filed by itself.
    pub dau_goc: Option<String>,
}

/// The English lines of a head, each group under the Vietnamese one of its column, over the rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DauTiengAnh {
    /// The superior's name, not bold; may be empty.
    pub co_quan_chu_quan: Vec<Dong>,
    /// The issuer's, bold.
    pub co_quan_ban_hanh: Vec<Dong>,
    /// The lines at the upper right, bold.
    pub tieu_de: Vec<Dong>,
}

/// A mark on a line of its own in the left column of the head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DauDuoiSo {
    pub chu: String,
    pub kieu: KieuChu,
}

/// Words in a frame.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Khung {
    pub chu: String,
    pub rong_mm: f64,
    /// Without it the words stand where they are by themselves.
    pub co_khung: bool,
    /// Bright red, frame and words; black otherwise.
    pub do_tuoi: bool,
}

/// Tên loại và trích yếu (ô số 5a).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TieuDe {
    /// `KẾ HOẠCH`, upper case, bold; a công văn has none, and then no title at all.
    pub ten_loai: Vec<Dong>,
    /// The trích yếu, broken at sense into lines.
    pub trich_yeu: Vec<Dong>,
    /// Rule under the trích yếu: 1/3–1/2 of the line (PL I, II.5.a), in mm.
    pub gach_trich_yeu_mm: f64,
}

/// Cuối trang: Nơi nhận (ô số 9b) level with the signer's lines (ô số 7a, 7b).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CuoiTrang {
    /// Recipients with their dash and closing mark: `- Thường trực Tỉnh uỷ;` … `- Lưu: VT.`
    pub noi_nhan: Vec<Dong>,
    /// How many of them keep to the signature; the others run on below it, also to the next page.
    pub giu_cung: usize,
    /// Ký hiệu người soạn thảo và số lượng bản (ô số 12): `PL.(300)`.
    pub ky_hieu_soan: Option<String>,
    /// From left to right, row by row. Several stand side by side, with the recipients below the left one.
    pub nguoi_ky: Vec<NguoiKyIn>,
    /// Who confirms a signature that may not have the seal, under the one at the right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xac_nhan_chu_ky: Option<XacNhanChuKyIn>,
    /// It is an electronic copy that is signed at the upper right of its first page and not here.
    #[serde(skip)]
    pub ky_goc_phai: bool,
    /// Who confirms with signature and seal, below the recipients, in lines; mostly empty.
    pub xac_nhan: Vec<String>,
}

/// One signer. What is left out of its data is no part of what the paper says: the register knows drafts by that.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NguoiKyIn {
    /// `TM. THƯỜNG TRỰC HĐND`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: one line each, upper case.
    pub quyen_han_chuc_vu: Vec<Dong>,
    /// How many of them, from the first, are of authority, which is bold; the others are the post.
    #[serde(skip)]
    pub so_quyen_han: usize,
    /// How many lines the tallest of the signers has more, so that all names stand on one line.
    pub dong_bu: usize,
    /// The other post of one who signs for a council (ô số 7b), between signature and name; mostly empty.
    pub chuc_vu_khac: Vec<Dong>,
    /// How many lines of it another signer has more.
    pub dong_bu_khac: usize,
    pub ho_ten: Dong,
    /// His place among the signers as the paper names them, from 1: his fields are called by it.
    #[serde(skip)]
    pub thu: usize,
}

/// Who confirms another's signature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct XacNhanChuKyIn {
    /// `Xác nhận chữ ký của đồng chí …`, in lines.
    pub loi: Vec<Dong>,
    pub nguoi: NguoiKyIn,
}

impl NguoiKyIn {
    /// His lines, and whether each is of authority.
    pub fn cac_dong(&self) -> impl Iterator<Item = (&Dong, bool)> {
        self.quyen_han_chuc_vu.iter().enumerate().map(|(i, dong)| (dong, i < self.so_quyen_han))
    }
}

impl CuoiTrang {
    /// None at all, as on the cover of a book.
    pub fn trong() -> Self {
        Self {
            noi_nhan: Vec::new(),
            giu_cung: 0,
            ky_hieu_soan: None,
            nguoi_ky: Vec::new(),
            xac_nhan_chu_ky: None,
            ky_goc_phai: false,
            xac_nhan: Vec::new(),
        }
    }

    /// Everybody who signs, in the order of the page.
    pub fn cac_nguoi_ky(&self) -> impl Iterator<Item = &NguoiKyIn> {
        self.nguoi_ky.iter().chain(self.xac_nhan_chu_ky.iter().map(|x| &x.nguoi))
    }

    /// How many signers come before the recipients where so many stand in a row: the recipients are below the left
    /// one of the last row, beside a single one.
    pub fn truoc_noi_nhan(&self, moi_hang: usize) -> usize {
        match self.nguoi_ky.len() {
            0 | 1 => 0,
            all => {
                let hang_cuoi = all.saturating_sub(1).checked_div(moi_hang).unwrap_or_default();
                hang_cuoi.saturating_mul(moi_hang).saturating_add(1)
            }
        }
    }

    /// Whether the seal belongs to this signer: where one confirms, to him alone.
    pub fn dong_dau(&self, nguoi: &NguoiKyIn) -> bool {
        self.xac_nhan_chu_ky.as_ref().is_none_or(|x| x.nguoi.thu == nguoi.thu)
    }

    /// Whether all of it stays on one page.
    pub fn nguyen_khoi(&self) -> bool {
        self.giu_cung >= self.noi_nhan.len()
    }

    pub fn la_trong(&self) -> bool {
        *self == Self::trong()
    }
}

/// The stamp of a copy, in red.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConDauIn {
    /// `BẢN SAO VĂN BẢN`, bold.
    pub tieu_de: String,
    /// What it says below, each on a line of its own or on more.
    pub dong: Vec<Dong>,
}

/// What makes a copy on paper (PL I, phần II; form 3.1 of PL III): under a rule across the text, on the
/// sheet on which the copied text ends.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BanSao {
    /// `SAO Y`, `SAO LỤC`, `TRÍCH SAO`.
    pub chu: String,
    /// The office that copies; number and date are the copy's. Quốc hiệu and Tiêu ngữ aren't printed.
    pub dau_trang: DauTrang,
    /// In place of those, where the rules have a stamp: beside the signature, whose column has what it leaves.
    pub con_dau: Option<ConDauIn>,
    pub cuoi_trang: CuoiTrang,
}

/// Phụ lục: an appendix, on new pages with page numbers of its own (PL I, III.1).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhuLuc {
    /// Agency and Quốc hiệu once more, on a text that a decision issues (form 1.3 of PL III).
    pub dau_trang: Option<DauTrang>,
    /// The mark of an appendix that is filed by itself (form 2.2 of PL III).
    pub dau_goc: Option<String>,
    /// `Phụ lục I`; `Phụ lục` where there is only one. Bold, not in capitals (PL I, III.1.b). With a
    /// head, the name of the kind in capitals.
    pub ten: String,
    /// Title in capitals, broken at sense into lines; with a head, the trích yếu in small letters.
    pub tieu_de: Vec<Dong>,
    /// `(Kèm theo Kế hoạch số … ngày … của …)`, in lines.
    pub kem_theo: Vec<String>,
    /// Rule under the reference line, in mm.
    pub gach_mm: f64,
    /// Landscape, for a wide table.
    pub ngang: bool,
    pub than_bai: Vec<Block>,
}

/// A block of the body, in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kieu", rename_all = "kebab-case")]
pub enum Block {
    /// A head: phần/mục (level 1, `I.`), khoản (level 2, `1.`), and deeper ones.
    Heading(Heading),
    /// A paragraph of running text.
    Paragraph(Paragraph),
    /// An item of a list, a paragraph that begins with its mark.
    Item(Item),
    Table(Table),
    Picture(Picture),
    /// What follows begins a page.
    PageBreak,
}

/// A head with its number. Level 1 stands in capitals, and so does the title of a Phần, Chương, Mục.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 for `I.`, 2 for `1.`, 3 for `1.1.`, and so on.
    pub cap: u8,
    #[serde(rename = "kieu_de_muc")]
    pub kieu: KieuDeMuc,
    /// Its depth in the outline, from 1, without a gap: set by [`danh_cap`].
    pub muc_luc: u8,
    /// `I.`, `1.`, `Chương I`, `Điều 1.`; none for a head without a number.
    pub so: Option<String>,
    /// The title itself, in bold type.
    pub noi_dung: Vec<Inline>,
    /// Text that runs on in the same paragraph after the title, upright; mostly empty.
    pub lien_van: Vec<Inline>,
    /// It must share a page with what follows, as all heads do but a Điều whose text runs on.
    pub giu_voi_sau: bool,
}

/// How a head stands on the page (PL I, II.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KieuDeMuc {
    /// Phần, Chương, Mục, Tiểu mục (level 1 to 4): number and title each on a centred line.
    GiuaTrang,
    /// Điều: at the indent, with its title in bold or its text running on.
    Dieu,
    /// A plain head, by its level.
    #[default]
    Thuong,
}

/// A paragraph. `giu_voi_sau`: it must share a page with what follows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Paragraph {
    pub noi_dung: Vec<Inline>,
    pub giu_voi_sau: bool,
    /// As its place has it, where none is said: the body's text is justified with a first line's indent, a cell's as
    /// the cell is. `Trai` means something in a cell alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canh: Option<Canh>,
}

/// A list item. Its depth counts from 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub cap: u8,
    /// `-` or `+`, or a number that was made by hand.
    pub dau: String,
    pub noi_dung: Vec<Inline>,
    pub giu_voi_sau: bool,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kieu", rename_all = "kebab-case")]
pub enum Inline {
    Text(Text),
    LineBreak,
    /// A footnote: its mark stands here, its blocks at the foot of the page.
    Footnote {
        noi_dung: Vec<Block>,
    },
}

/// Text with its emphasis. Inside a [`Heading`] the bold of the title is not repeated here.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Text {
    pub chu: String,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub dam: bool,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub nghieng: bool,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub gach_chan: bool,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub chi_so_tren: bool,
    #[serde(default, skip_serializing_if = "Not::not")]
    pub chi_so_duoi: bool,
    /// Where its letters come from; no part of what is printed.
    #[serde(skip)]
    pub goc: CacManh,
}

impl Text {
    /// The field of a part of `chu`, if one alone says it, with the bytes of its value.
    pub fn nguon(&self, doan: &Range<usize>) -> Option<&Nguon> {
        self.goc.nguon(doan)
    }

    /// Whether both are drawn alike.
    pub fn cung_ve(&self, other: &Self) -> bool {
        let look = |t: &Self| (t.dam, t.nghieng, t.gach_chan, t.chi_so_tren, t.chi_so_duoi);
        look(self) == look(other)
    }

    /// A part of it, drawn alike.
    pub fn lay(&self, doan: Range<usize>) -> Self {
        let chu = self.chu.get(doan.clone()).unwrap_or_default().to_owned();
        Self { chu, goc: self.goc.lay(&doan), ..*self }
    }

    /// Sets the letters of another behind these.
    pub fn noi(&mut self, sau: &Self) {
        self.goc.noi(self.chu.len(), &sau.goc);
        self.chu.push_str(&sau.chu);
    }

    pub fn in_hoa(&mut self) {
        (self.chu, self.goc) = self.goc.in_hoa(&self.chu);
    }
}

/// Gives every head its depth in the outline: the parts of a regulation over plain heads, no depth
/// left out, as PDF/UA wants it.
pub fn danh_cap(blocks: &mut [Block]) {
    let mut tren: Vec<(KieuDeMuc, u8)> = Vec::new();
    for block in blocks {
        let Block::Heading(h) = block else { continue };
        let key = (h.kieu, h.cap);
        tren.retain(|above| *above < key);
        tren.push(key);
        h.muc_luc = u8::try_from(tren.len()).unwrap_or(u8::MAX);
    }
}

impl Block {
    /// Goes through every piece of text in it, with its notes and cells.
    pub fn moi_text(&mut self, xem: &mut dyn FnMut(&mut Text)) {
        self.moi_dong(&mut |inlines| {
            for inline in inlines {
                if let Inline::Text(text) = inline {
                    xem(text);
                }
            }
        });
    }

    /// Goes through every run of pieces in it, with its notes and cells; a run before the notes in it.
    pub fn moi_dong(&mut self, xem: &mut dyn FnMut(&mut Vec<Inline>)) {
        let runs = match self {
            Self::Heading(h) => vec![&mut h.noi_dung, &mut h.lien_van],
            Self::Paragraph(p) => vec![&mut p.noi_dung],
            Self::Item(i) => vec![&mut i.noi_dung],
            Self::Table(table) => {
                let cells = table.hang.iter_mut().flatten();
                return cells.flat_map(|c| &mut c.noi_dung).for_each(|block| block.moi_dong(xem));
            }
            Self::Picture(_) | Self::PageBreak => vec![],
        };
        for run in runs {
            xem(run);
            for inline in run {
                if let Inline::Footnote { noi_dung } = inline {
                    noi_dung.iter_mut().for_each(|block| block.moi_dong(xem));
                }
            }
        }
    }

    /// Goes through every picture in it, with the width of its cell in mm where it stands in one.
    pub fn moi_hinh(&mut self, xem: &mut dyn FnMut(&mut Picture, Option<f64>)) {
        match self {
            Self::Picture(hinh) => xem(hinh, None),
            Self::Table(table) => table.moi_hinh(xem),
            _ => {}
        }
    }

    /// Whether it is a paragraph that stands in the middle.
    pub fn o_giua(&self) -> bool {
        matches!(self, Self::Paragraph(p) if p.canh == Some(Canh::Giua))
    }

    /// The pieces of the block's own line or lines, title first.
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        let (first, second): (&[Inline], &[Inline]) = match self {
            Self::Heading(h) => (&h.noi_dung, &h.lien_van),
            Self::Paragraph(p) => (&p.noi_dung, &[]),
            Self::Item(i) => (&i.noi_dung, &[]),
            Self::Table(_) | Self::Picture(_) | Self::PageBreak => (&[], &[]),
        };
        first.iter().chain(second)
    }
}

/// The text of `inlines` without emphasis, line breaks as spaces, notes left out.
pub fn plain_text<'a>(inlines: impl IntoIterator<Item = &'a Inline>) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(&text.chu),
            Inline::LineBreak => out.push(' '),
            Inline::Footnote { .. } => {}
        }
    }
    out
}
