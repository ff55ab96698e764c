//! Thể thức: the measures of one document, all of them resolved. Which figures the decree gives, and what an
//! office may choose, is in `rules::bo_quy_tac`.

use serde::Serialize;

use super::trinh_bay::TrinhBay;

/// Width of A4 paper in mm (PL I, I.1).
pub const GIAY_RONG_MM: f64 = 210.0;
/// Height of A4 paper in mm (PL I, I.1).
pub const GIAY_CAO_MM: f64 = 297.0;

/// Size of the text on a picture's line, which has none: so its line is as high as the picture.
pub const CO_DONG_HINH_PT: f64 = 1.0;

/// Points in a millimetre.
pub const PT_MOI_MM: f64 = 72.0 / 25.4;

/// Distance from baseline to baseline at single spacing, as a share of the type size. It is ascent +
/// descent + line gap of Times New Roman, in its units of 2048 to the em, which is what Word calls "Single".
pub const DONG_DON: f64 = (1825.0 + 443.0 + 87.0) / 2048.0;

/// How far the baseline lies below the top of such a line, as a share of the type size: the line gap lies above
/// the letters, as Word places it.
pub const TREN_CHAN: f64 = (1825.0 + 87.0) / 2048.0;

/// Width of "- " in Times New Roman and Liberation Serif, in em.
const GACH_VA_CACH_EM: f64 = (682.0 + 512.0) / 2048.0;

/// The measures of one document, all of them resolved. Lengths end in their unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TheThuc {
    /// Lề trên: 20–25 mm (PL I, I.3).
    pub le_tren_mm: f64,
    /// Lề dưới: 20–25 mm (PL I, I.3).
    pub le_duoi_mm: f64,
    /// Lề trái: 30–35 mm (PL I, I.3).
    pub le_trai_mm: f64,
    /// Lề phải: 15–20 mm (PL I, I.3).
    pub le_phai_mm: f64,
    /// From the paper's upper edge to the top of the page number's line; the decree's own form files
    /// have 10 mm (PL I, I.7: the number stands in the top margin).
    pub so_trang_cach_mep_mm: f64,

    /// Lời văn: 13–14 pt (PL I, II.6).
    pub co_chu_than_bai_pt: f64,
    /// Quốc hiệu: 12–13 pt (PL I, II.1.a).
    pub co_chu_quoc_hieu_pt: f64,
    /// Tiêu ngữ: 13–14 pt (PL I, II.1.b).
    pub co_chu_tieu_ngu_pt: f64,
    /// Tên cơ quan, both lines: 12–13 pt (PL I, II.2).
    pub co_chu_co_quan_pt: f64,
    /// The head's names in English, under the others; no rule gives a size, smaller than theirs.
    pub co_chu_tieng_anh_pt: f64,
    /// Số, ký hiệu: 13 pt (PL I, II.3).
    pub co_chu_so_ky_hieu_pt: f64,
    /// Địa danh và thời gian: 13–14 pt (PL I, II.4).
    pub co_chu_dia_danh_pt: f64,
    /// Tên loại và trích yếu: 13–14 pt (PL I, II.5.a).
    pub co_chu_ten_loai_pt: f64,
    /// Trích yếu under the kind; the decree has one size for both (PL I, II.5.a).
    pub co_chu_trich_yeu_pt: f64,
    /// Quyền hạn, chức vụ, họ tên: 13–14 pt (PL I, II.7).
    pub co_chu_nguoi_ky_pt: f64,
    /// The words "Nơi nhận:": 12 pt (PL I, II.9.b).
    pub co_chu_noi_nhan_pt: f64,
    /// The list under "Nơi nhận:": 11 pt (PL I, II.9.b).
    pub co_chu_danh_sach_nhan_pt: f64,
    /// Số trang: 13–14 pt (PL I, I.7).
    pub co_chu_so_trang_pt: f64,
    /// Footnotes: the decree gives no size; offices use 10–12 pt.
    pub co_chu_chu_thich_pt: f64,

    /// Text in tables: the decree gives no size of its own; 13 pt stays inside its range for text.
    pub co_chu_bang_pt: f64,
    /// "Phụ lục I": 14 pt (PL I, III.1.b).
    pub co_chu_phu_luc_pt: f64,
    /// Between a cell's rule and its text, left and right, in mm.
    pub o_cach_mm: f64,

    /// Between a cell's rule and its text, above and below, in pt.
    pub o_cach_doc_pt: f64,

    /// The words "Kính gửi:": the size of the text in the decree's form.
    pub co_chu_kinh_gui_pt: f64,
    /// From the left margin to "Kính gửi:" with several addressees, in mm; the decree's form has 35.
    pub kinh_gui_thut_mm: f64,
    /// From "Kính gửi:" to the dashes, which stand under its colon (PL I, II.9.a), in mm. It goes with
    /// the size of the text: 17.6 mm at 14 pt, where the colon begins.
    pub kinh_gui_muc_mm: f64,

    /// Line spacing as a multiple of single spacing: 1.0–1.5 (PL I, II.6).
    pub gian_dong: f64,
    /// Exactly so many pt from line to line of the text, in place of `gian_dong`.
    pub dong_dung_pt: Option<f64>,
    /// [`DONG_DON`], for the layout.
    pub dong_don: f64,
    /// Between paragraphs: at least 6 pt (PL I, II.6).
    pub cach_doan_pt: f64,
    /// First-line indent: 10 mm or 12.7 mm (PL I, II.6).
    pub thut_dong_mm: f64,
    /// Between two paragraphs of a footnote, in pt (our choice).
    pub cach_doan_chu_thich_pt: f64,

    /// Height of the strip that holds the short line above the footnotes, in pt (our choice).
    pub gach_chu_thich_cao_pt: f64,

    /// Stroke of every rule line, in pt; 0.72 was measured on signed documents, and 0.75 is the
    /// nearest that Word can draw.
    pub net_gach_pt: f64,
    /// In the Word file the lines of head and title are drawn ones; else they are borders of paragraphs.
    pub duong_ke_ve: bool,
    /// The text of a cell begins at its top; else it stands in the middle of its height (our choice).
    pub o_can_tren: bool,
    /// From the bottom of the text line to its rule line, in pt.
    pub gach_cach_chu_pt: f64,
    /// Height of the whole strip that holds a rule line, in pt.
    pub gach_cao_pt: f64,

    /// Height of the empty paragraph that opens a Word file, in pt: LibreOffice puts a whole empty line
    /// before a table that opens a text with footnotes. The PDF leaves the same space.
    pub doan_dau_pt: f64,
    /// Width of the head's right column (Quốc hiệu, Tiêu ngữ, date). Quốc hiệu at 13 pt is 95.6 mm
    /// wide and must not wrap (PL I, II.1.a). The left column has the rest.
    pub dau_trang_cot_phai_mm: f64,
    /// Between the head's names and the line with number and date, in pt.
    pub dau_trang_cach_so_pt: f64,
    /// Above the kind of document, in pt; the decree's form files leave two empty lines.
    pub tieu_de_cach_tren_pt: f64,
    /// Between the rule line under the trích yếu and the body, in pt.
    pub tieu_de_cach_duoi_pt: f64,

    /// Trích yếu of a công văn, `V/v …`: 12–13 pt (PL I, II.5.b).
    pub co_chu_ve_viec_pt: f64,
    /// Between the number and `V/v …`: 6 pt (PL I, II.5.b).
    pub ve_viec_cach_so_pt: f64,
    /// Độ mật, mức độ khẩn, phạm vi lưu hành: 13–14 pt (PL I, III.2).
    pub co_chu_khung_pt: f64,
    /// Phạm vi lưu hành alone, where it has a size of its own.
    pub co_chu_luu_hanh_pt: f64,
    /// Height of the frame of such a stamp: 8 mm (PL I, III.2.b).
    pub khung_cao_mm: f64,
    /// Above each stamp of the left column, in pt.
    pub khung_cach_pt: f64,
    /// From the frame of ô số 11 to the text area below it, in mm; the decree's diagram has 2.4.
    pub luu_hanh_cach_chu_mm: f64,
    /// From the paper's edge to phạm vi lưu hành where it has no frame, in mm.
    pub luu_hanh_cach_mep_mm: f64,
    /// Mark of an electronic copy (ô số 14) and of a part that is filed by itself: 10 pt (PL I, phần II).
    pub co_chu_dau_goc_pt: f64,
    /// From the paper's upper edge to that mark, in mm.
    pub dau_goc_cach_mep_mm: f64,
    /// Ký hiệu người soạn thảo, số lượng bản (ô số 12): 11 pt (PL I, III.3).
    pub co_chu_soan_pt: f64,
    /// From that mark to the right edge of the recipients' column, in mm.
    pub soan_lui_mm: f64,
    /// Address at the foot of page 1 (ô số 13): 11–12 pt (PL I, III.4).
    pub co_chu_dia_chi_pt: f64,
    /// `SAO Y` on a copy: 13–14 pt (PL I, phần II).
    pub co_chu_sao_pt: f64,

    /// The stamp of a copy, where the rules have one: its width and height; the sizes of its title and its lines.
    pub con_dau_rong_mm: f64,
    pub con_dau_cao_mm: f64,
    pub co_chu_con_dau_pt: f64,
    pub co_chu_dong_con_dau_pt: f64,
    /// Over each line in it, in pt.
    pub con_dau_cach_dong_pt: f64,
    /// Between the stamp and the column of who signs the copy, in mm.
    pub con_dau_cach_mm: f64,

    /// Width of the left column at the foot (Nơi nhận); the signer has the rest.
    pub cuoi_trang_cot_trai_mm: f64,
    /// Above the block with Nơi nhận and signer, in pt.
    pub cuoi_trang_cach_tren_pt: f64,
    /// Clear space to sign in between the signer's post and name: 25–35 mm.
    pub khoang_ky_mm: f64,

    /// Width of the signer's field, centred between post and name (PL I, II.7.c); 52.9 × 24.6 mm was
    /// measured on signed documents.
    pub o_chu_ky_rong_mm: f64,
    /// Height of the signer's field; it fits the least clear space.
    pub o_chu_ky_cao_mm: f64,
    /// Side of the field for the agency's seal, in its real size (PL I, II.8): 36 mm is the diameter of
    /// most agencies' seals. It lies over the left third of the signer's field.
    pub o_dau_mm: f64,
    /// Width of the agency's field at the upper right corner of an appendix that is a file of its own
    /// (PL I, II.8.b): number, symbol and time of signing in 10 pt.
    pub o_goc_phai_rong_mm: f64,
    /// Its height: two lines.
    pub o_goc_phai_cao_mm: f64,
    /// From the paper's upper edge to that field.
    pub o_goc_phai_cach_mep_mm: f64,

    /// The paper is printed on both sides, and its rules have the margins of the sides change places on the back.
    pub in_hai_mat: bool,

    /// How the parts stand.
    pub trinh_bay: TrinhBay,
}

impl TheThuc {
    /// Width of the text area in mm.
    pub fn rong_chu_mm(&self) -> f64 {
        GIAY_RONG_MM - self.le_trai_mm - self.le_phai_mm
    }

    /// Width of the text area of a page, which a landscape one has more of: the sheet is turned, the
    /// margins stay at their sides of the text (PL I, I.2 and I.3). In mm.
    pub fn rong_chu_cua_mm(&self, ngang: bool) -> f64 {
        if ngang { GIAY_CAO_MM - self.le_trai_mm - self.le_phai_mm } else { self.rong_chu_mm() }
    }

    /// Size of a line at the upper right, the first of which is 0.
    pub fn co_chu_tieu_de_pt(&self, dong: usize) -> f64 {
        if dong == 0 { self.co_chu_quoc_hieu_pt } else { self.co_chu_tieu_ngu_pt }
    }

    /// Width of the head's left column in mm.
    pub fn dau_trang_cot_trai_mm(&self) -> f64 {
        self.rong_chu_mm() - self.dau_trang_cot_phai_mm
    }

    /// From the paper's upper edge to the line of the mark of circulation at the foot of the last page, in mm.
    pub fn luu_hanh_cuoi_mm(&self) -> f64 {
        GIAY_CAO_MM - self.luu_hanh_cach_mep_mm - DONG_DON * self.co_chu_luu_hanh_pt / PT_MOI_MM
    }

    /// How far the second line of an addressee hangs under its text: the width of its dash and space, in mm.
    pub fn kinh_gui_treo_mm(&self) -> f64 {
        GACH_VA_CACH_EM * self.co_chu_than_bai_pt / PT_MOI_MM
    }

    /// Width of what is inside the stamp of a copy in mm.
    pub fn trong_con_dau_mm(&self) -> f64 {
        self.con_dau_rong_mm - 2.0 * self.o_cach_mm
    }

    /// Width of the foot's right column (the signer) in mm.
    pub fn cuoi_trang_cot_phai_mm(&self) -> f64 {
        self.rong_chu_mm() - self.cuoi_trang_cot_trai_mm
    }
}
