//! Styles of the foot: Nơi nhận and the signer.

use super::style::Style;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::model::trinh_bay::{CachBanSao, ChoDiaChi, KieuChu};
use crate::writers::docx::khung::DO;
use crate::writers::docx::style_id as id;
use crate::writers::docx::units::twips_mm;
use crate::writers::docx::xml::val;

/// Styles of ô số 7a, 7b and 9b.
pub(super) fn styles(t: &TheThuc) -> Vec<Style> {
    let mut all = vec![
        Style::paragraph(id::NOI_NHAN_TIEU_DE, "VT Nơi nhận")
            .own()
            .size(t.co_chu_noi_nhan_pt)
            .look(t.trinh_bay.noi_nhan)
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
        gach_dia_chi(t),
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
    ];
    if t.trinh_bay.chuc_vu != KieuChu::DAM {
        let post = Style::paragraph(id::CHUC_VU, "VT Chức vụ").own().size(t.co_chu_nguoi_ky_pt);
        all.push(post.look(t.trinh_bay.chuc_vu).align("center"));
    }
    if t.trinh_bay.ban_sao != CachBanSao::DauTrang {
        all.extend(con_dau(t));
    }
    all
}

/// What stands in the stamp of a copy.
fn con_dau(t: &TheThuc) -> [Style; 2] {
    let red = |id: &str, name: &str, size: f64| {
        Style::paragraph(id, name).own().unlisted().size(size).run(val("w:color", DO))
    };
    [
        red(id::CON_DAU, "VT Dấu bản sao", t.co_chu_con_dau_pt).bold().align("center"),
        red(id::DONG_CON_DAU, "VT Dòng trong dấu bản sao", t.co_chu_dong_con_dau_pt)
            .align("left")
            .before(t.con_dau_cach_dong_pt),
    ]
}

/// The rule over the address: at the foot of the first page, or under the foot of the text, with a gap above.
fn gach_dia_chi(t: &TheThuc) -> Style {
    let rule = across(id::GACH_DIA_CHI, "VT Gạch trên địa chỉ");
    match t.trinh_bay.dia_chi {
        ChoDiaChi::ChanTrangDau => rule,
        ChoDiaChi::CuoiVanBan => {
            rule.before(t.cuoi_trang_cach_tren_pt + t.gach_cach_chu_pt - t.doan_dau_pt).keep()
        }
    }
}

/// A rule line as wide as the text.
fn across(style: &str, name: &str) -> Style {
    Style::based_on(style, name, id::GACH_NGANG).own().unlisted()
}
