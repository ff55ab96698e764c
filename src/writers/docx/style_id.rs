//! The id of every named style, one for each component of the decree: written once, used by the
//! style sheet and by the paragraphs. Word knows some by their English names and treats them apart
//! (navigation pane, footnotes, page header), so those keep them.

/// Word's default character style.
pub(super) const DEFAULT_CHARACTER: &str = "DefaultParagraphFont";

pub(super) const NORMAL: &str = "Normal";
pub(super) const STRONG: &str = "Strong";
pub(super) const EMPHASIS: &str = "Emphasis";

pub(super) const CO_QUAN_CHU_QUAN: &str = "CoQuanChuQuan";
pub(super) const CO_QUAN_BAN_HANH: &str = "CoQuanBanHanh";
pub(super) const QUOC_HIEU: &str = "QuocHieu";
pub(super) const TIEU_NGU: &str = "TieuNgu";
/// The names in English under the others: not bold, bold.
pub(super) const TIENG_ANH: &str = "TiengAnh";
pub(super) const TIENG_ANH_DAM: &str = "TiengAnhDam";
pub(super) const SO_KY_HIEU: &str = "SoKyHieu";
pub(super) const DIA_DANH_THOI_GIAN: &str = "DiaDanhThoiGian";

/// `V/v …` under the number of a công văn.
pub(super) const VE_VIEC: &str = "VeViec";
/// Words in a frame; the frame is the paragraph's own.
pub(super) const DAU_KHUNG: &str = "DauKhung";
/// The same in bright red.
pub(super) const DAU_KHUNG_DO: &str = "DauKhungDo";
/// The space over a frame.
pub(super) const CACH_KHUNG: &str = "CachKhung";
/// The mark in the top right corner of a page.
pub(super) const DAU_GOC: &str = "DauGoc";
/// The space over the first line of a document without a title.
pub(super) const CACH_TIEU_DE: &str = "CachTieuDe";

/// Signs that stand where others have a rule: under the agency's name, under a title.
pub(super) const DAU_CO_QUAN: &str = "DauDuoiCoQuan";
pub(super) const DAU_TIEU_DE: &str = "DauDuoiTieuDe";
/// Marks without a frame under the number: bold ones, slanted ones.
pub(super) const DAU_DAM_DUOI_SO: &str = "DauDamDuoiSo";
pub(super) const DAU_NGHIENG_DUOI_SO: &str = "DauNghiengDuoiSo";
/// Phạm vi lưu hành without a frame.
pub(super) const LUU_HANH: &str = "LuuHanh";

pub(super) const TEN_LOAI: &str = "TenLoai";
pub(super) const TRICH_YEU: &str = "TrichYeu";

/// What all rule lines have in common; each of those below adds its length.
pub(super) const GACH_NGANG: &str = "GachNgang";
pub(super) const GACH_CO_QUAN: &str = "GachCoQuan";
pub(super) const GACH_TIEU_NGU: &str = "GachTieuNgu";
pub(super) const GACH_TRICH_YEU: &str = "GachTrichYeu";

pub(super) const KINH_GUI: &str = "KinhGui";
/// The only addressee, on the line of "Kính gửi:".
pub(super) const KINH_GUI_MOT: &str = "KinhGuiMot";
/// The word before the only addressee, where it looks otherwise.
pub(super) const KINH_GUI_TU: &str = "KinhGuiTu";
/// One of several addressees.
pub(super) const KINH_GUI_MUC: &str = "KinhGuiMuc";

pub(super) const THAN_BAI: &str = "ThanBai";
/// Phần, Chương, Mục, Tiểu mục: number and title on centred lines.
pub(super) const CHUONG: &str = "Chuong";
/// Điều with its title.
pub(super) const DIEU: &str = "Dieu";
/// The same without Word's number.
pub(super) const DIEU_GO_TAY: &str = "DieuGoTay";
/// Điều whose text runs on in the same line.
pub(super) const DIEU_LIEN_VAN: &str = "DieuLienVan";
/// A centred line in the text: QUYẾT ĐỊNH:
pub(super) const DONG_GIUA: &str = "DongGiua";
pub(super) const DONG_PHAI: &str = "DongPhai";
/// The line of a picture, in the body and in a cell.
pub(super) const HINH: &str = "Hinh";
pub(super) const HINH_O: &str = "HinhTrongO";
/// A sign that Times New Roman has not.
pub(super) const KY_HIEU: &str = "KyHieu";
pub(super) const KHOAN_LIEN_VAN: &str = "KhoanLienVan";
/// An item with `-`.
pub(super) const GACH_DAU: &str = "GachDau";
/// An item with `+`, one level down.
pub(super) const DAU_CONG: &str = "DauCong";
/// An item whose mark was made by hand, `a)`: no list, so that Word leaves the mark alone.
pub(super) const DIEM: &str = "Diem";

pub(super) const BANG: &str = "BangVanBan";
pub(super) const BANG_KHONG_KE: &str = "BangKhongKe";
pub(super) const CHU_BANG: &str = "ChuBang";
pub(super) const CHU_BANG_GIUA: &str = "ChuBangGiua";
pub(super) const CHU_BANG_PHAI: &str = "ChuBangPhai";
/// The space over a table.
pub(super) const CACH_BANG: &str = "CachBang";

pub(super) const FOOTNOTE_TEXT: &str = "FootnoteText";
pub(super) const FOOTNOTE_REFERENCE: &str = "FootnoteReference";
pub(super) const GACH_DAU_CHU_THICH: &str = "GachDauChuThich";

pub(super) const HEADER: &str = "Header";

pub(super) const NOI_NHAN_TIEU_DE: &str = "NoiNhanTieuDe";
pub(super) const NOI_NHAN: &str = "NoiNhan";
pub(super) const KY_HIEU_SOAN: &str = "KyHieuSoan";
/// The space over recipients that stand below the signers.
pub(super) const CACH_NOI_NHAN: &str = "CachNoiNhan";
/// The office's address at the foot of page 1, and the rule over it.
pub(super) const DIA_CHI: &str = "DiaChi";
pub(super) const GACH_DIA_CHI: &str = "GachDiaChi";
/// `SAO Y` on a paper copy, and the rule that parts the copy's lines from the text.
pub(super) const HINH_THUC_SAO: &str = "HinhThucSao";
pub(super) const GACH_SAO: &str = "GachSao";
/// Title and lines of a copy's stamp.
pub(super) const CON_DAU: &str = "ConDau";
pub(super) const DONG_CON_DAU: &str = "DongConDau";
pub(super) const QUYEN_HAN_CHUC_VU: &str = "QuyenHanChucVu";
/// A signer's post, where it looks otherwise than the authority over it.
pub(super) const CHUC_VU: &str = "ChucVu";
/// The other post of a signer, over the name.
pub(super) const CHUC_VU_KHAC: &str = "ChucVuKhac";
pub(super) const HO_TEN: &str = "HoTen";
/// Who confirms at the foot of a paper.
pub(super) const XAC_NHAN: &str = "XacNhan";
/// A paragraph of no height to speak of, before the head's table, after the foot's, and at the end of
/// a section: Word wants a paragraph after a table that ends the text, and LibreOffice 7.4 puts an
/// empty line above a table that begins a text with footnotes.
pub(super) const DOAN_DEM: &str = "DoanDem";

pub(super) const PHU_LUC: &str = "PhuLuc";
pub(super) const TEN_PHU_LUC: &str = "TenPhuLuc";
pub(super) const KEM_THEO: &str = "KemTheo";
/// The rule line of an appendix; its length is the paragraph's own.
pub(super) const GACH_PHU_LUC: &str = "GachPhuLuc";

/// How many levels Word's outline and its lists have.
pub(super) const LEVELS: u8 = 9;

/// The built-in style of a head at `level`, which counts from 1.
pub(super) fn heading(level: u8) -> String {
    format!("Heading{level}")
}

/// The same head without Word's number. It is a style and not a paragraph's own `numId` 0, because
/// that takes the first-line indent away too.
pub(super) fn heading_by_hand(level: u8) -> String {
    format!("DeMucGoTay{level}")
}
