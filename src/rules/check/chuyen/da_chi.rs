//! Money spent, beside the budget.

use super::kinh_phi::dung_so;
use crate::model::{DaChi, Fault, LoaiChi, Tien, kinh_phi};
use crate::reading::form::DaChiForm;
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

/// Reads the amounts of the groups; there must be a budget to set them beside.
pub fn da_chi(doc: &mut Doc<'_>, form: DaChiForm, at: Span, co_du_tru: bool) -> Option<DaChi> {
    let fields = [form.di_lai, form.luu_tru, form.phong_nghi, form.chi_khac];
    let mut nhom: Vec<(LoaiChi, Tien)> = Vec::new();
    for (loai, field) in LoaiChi::TAT_CA.into_iter().zip(fields) {
        let Some((text, span)) = doc.optional_line(field) else { continue };
        nhom.push((loai, doc.take(Tien::parse(&text), span)?));
    }
    if nhom.is_empty() {
        let fault = Fault::new("empty-value", "mục “da_chi” chưa có con số nào");
        doc.fault(fault.hint("ghi di_lai, luu_tru, phong_nghi, chi_khac"), at);
    }
    if !co_du_tru {
        let fault = Fault::new("missing-field", "có da_chi mà đợt này không có kinh_phi để so");
        doc.fault(fault.hint("thêm mục kinh_phi, hoặc bỏ da_chi"), at);
    }
    let tong = doc.take(kinh_phi::cong(nhom.iter().map(|(_, tien)| *tien)), at)?;
    dung_so(doc, form.tong, tong, "tổng cộng");
    Some(DaChi { nhom, tong })
}
