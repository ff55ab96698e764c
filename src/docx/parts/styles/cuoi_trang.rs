//! Styles of the foot: Nơi nhận and the signer.

use super::style::Style;
use crate::docx::style_id as id;
use crate::the_thuc::{PT_MOI_MM, TheThuc};

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
        Style::paragraph(id::QUYEN_HAN_CHUC_VU, "VT Quyền hạn, chức vụ")
            .own()
            .size(t.co_chu_nguoi_ky_pt)
            .bold()
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
