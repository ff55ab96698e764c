//! Styles of the foot: Nơi nhận and the signer.

use super::style::Style;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::writers::docx::style_id as id;
use crate::writers::docx::units::twips_mm;

/// Styles of ô số 7a, 7b and 9b.
pub(super) fn styles(t: &TheThuc) -> Vec<Style> {
    vec![
        Style::paragraph(id::NOI_NHAN_TIEU_DE, "VT Nơi nhận")
            .own()
            .size(t.co_chu_noi_nhan_pt)
            .bold()
            .italic()
            .next(id::NOI_NHAN),
        Style::paragraph(id::NOI_NHAN, "VT Danh sách nơi nhận")
            .own()
            .size(t.co_chu_danh_sach_nhan_pt)
            .align("left"),
        Style::paragraph(id::KY_HIEU_SOAN, "VT Ký hiệu người soạn")
            .own()
            .unlisted()
            .size(t.co_chu_soan_pt)
            .align("right")
            .sides(0, twips_mm(t.soan_lui_mm)),
        Style::paragraph(id::CACH_NOI_NHAN, "VT Khoảng trên nơi nhận")
            .own()
            .unlisted()
            .size(1.0)
            .exact(t.cuoi_trang_cach_tren_pt),
        Style::paragraph(id::DIA_CHI, "VT Địa chỉ cơ quan")
            .own()
            .unlisted()
            .size(t.co_chu_dia_chi_pt)
            .align("center"),
        across(id::GACH_DIA_CHI, "VT Gạch trên địa chỉ"),
        Style::paragraph(id::HINH_THUC_SAO, "VT Hình thức sao")
            .own()
            .unlisted()
            .size(t.co_chu_sao_pt)
            .bold()
            .align("center"),
        across(id::GACH_SAO, "VT Gạch trên bản sao")
            .before(t.cuoi_trang_cach_tren_pt + t.gach_cach_chu_pt - t.doan_dau_pt)
            .keep(),
        Style::paragraph(id::QUYEN_HAN_CHUC_VU, "VT Quyền hạn, chức vụ")
            .own()
            .size(t.co_chu_nguoi_ky_pt)
            .bold()
            .align("center"),
        Style::paragraph(id::CHUC_VU_KHAC, "VT Chức vụ khác")
            .own()
            .unlisted()
            .size(t.co_chu_nguoi_ky_pt)
            .bold()
            .align("center"),
        Style::paragraph(id::XAC_NHAN, "VT Xác nhận")
            .own()
            .unlisted()
            .size(t.co_chu_nguoi_ky_pt)
            .align("center"),
        // The clear space for the hand's or the number's signature.
        Style::paragraph(id::HO_TEN, "VT Họ tên người ký")
            .own()
            .size(t.co_chu_nguoi_ky_pt)
            .bold()
            .align("center")
            .before(t.khoang_ky_mm * PT_MOI_MM),
        Style::paragraph(id::DOAN_DEM, "VT Đoạn đệm").own().unlisted().size(1.0).exact(1.0),
    ]
}

/// A rule line as wide as the text.
fn across(style: &str, name: &str) -> Style {
    Style::based_on(style, name, id::GACH_NGANG).own().unlisted()
}
