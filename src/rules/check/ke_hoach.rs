//! A file with `loai: ke_hoach` → [`VanBan`].

use super::cac_co_quan::CacCoQuan;
use super::dau::Dau;
use super::doc::Doc;
use super::dot::cac_dot;
use super::mau::con_chu_mau;
use crate::model::{KeHoach, KieuVanBan, Loai, NoiDung, ThanhPhan, VanBan};
use crate::reading::form::{CoDau, DotForm, Field, KeHoachForm, ThanhPhanForm};
use crate::reading::yaml::{Node, Span};

/// Where a plan says what its trips' own files must agree with.
#[derive(Debug, Clone, Default)]
pub struct ChoKeHoach {
    pub ngay_ban_hanh: Span,
    pub thanh_phan: Span,
    pub dot: Vec<ChoDot>,
}

/// The places of one trip in the plan; what it doesn't say has the place of the trip.
#[derive(Debug, Clone, Copy, Default)]
pub struct ChoDot {
    pub dot: Span,
    pub thoi_gian: Span,
    pub dia_diem: Span,
    pub phuong_tien: Span,
    pub cu_the: Span,
}

impl ChoKeHoach {
    fn cua(CoDau { dau, rieng: form }: &CoDau<KeHoachForm>, top: Span) -> Self {
        let thanh_phan = match &form.thanh_phan {
            Field::Good(form, span) => form.mo_ta.span().unwrap_or(*span),
            _ => top,
        };
        let dot = match &form.dot {
            Field::Good(items, span) => items.iter().map(|dot| ChoDot::cua(dot, *span)).collect(),
            _ => Vec::new(),
        };
        let ngay_ban_hanh = dau.ngay_ban_hanh.span().unwrap_or(top);
        Self { ngay_ban_hanh, thanh_phan, dot }
    }
}

impl ChoDot {
    fn cua(field: &Field<DotForm>, parent: Span) -> Self {
        let at = field.span().unwrap_or(parent);
        let Field::Good(form, _) = field else {
            return Self { dot: at, thoi_gian: at, dia_diem: at, phuong_tien: at, cu_the: at };
        };
        let of = |span: Option<Span>| span.unwrap_or(at);
        Self {
            dot: at,
            thoi_gian: of(form.thoi_gian.as_ref().and_then(Field::span)),
            dia_diem: of(form.dia_diem.as_ref().and_then(Field::span)),
            phuong_tien: of(form.phuong_tien.as_ref().and_then(Field::span)),
            cu_the: of(form.cu_the.as_ref().and_then(Field::span)),
        }
    }
}

/// Reads a plan. Without an office its own faults are found all the same.
pub fn van_ban(
    doc: &mut Doc<'_>,
    root: &Node,
    co_quan: &CacCoQuan<'_>,
) -> (Option<VanBan>, Option<ChoKeHoach>) {
    let Some(form) = doc.form::<CoDau<KeHoachForm>>(root) else { return (None, None) };
    let cho = ChoKeHoach::cua(&form, root.span);
    con_chu_mau(doc, root);
    (noi_dung(doc, form, root.span, co_quan), Some(cho))
}

fn noi_dung(
    doc: &mut Doc<'_>,
    CoDau { dau: mut head, rieng: form }: CoDau<KeHoachForm>,
    top: Span,
    co_quan: &CacCoQuan<'_>,
) -> Option<VanBan> {
    let loai = Loai::theo_khoa("ke_hoach")?;
    let co_quan = co_quan.co_quan(doc, head.co_quan.take());
    let dau = Dau::doc(doc, head, top, loai, &KieuVanBan::MAC_DINH, co_quan.as_ref());
    let mo_dau = doc.chu(form.mo_dau, "mo_dau", top);
    let muc_dich_yeu_cau = doc.chu_list(form.muc_dich_yeu_cau, "muc_dich_yeu_cau", top);
    let dot = cac_dot(doc, form.dot, top, dau.ngay_ban_hanh);
    let thanh_phan = doc
        .require(form.thanh_phan, "thanh_phan", top)
        .and_then(|(form, span)| thanh_phan(doc, form, span));
    let kinh_phi = doc.chu_list(form.kinh_phi, "kinh_phi", top);
    let to_chuc_thuc_hien = doc.chu_list(form.to_chuc_thuc_hien, "to_chuc_thuc_hien", top);
    let ket = doc.cau_ket(form.ket, "ket", top);

    let ke_hoach = KeHoach {
        mo_dau: mo_dau?,
        muc_dich_yeu_cau,
        dot,
        thanh_phan: thanh_phan?,
        kinh_phi,
        to_chuc_thuc_hien,
        ket: ket?,
    };
    dau.van_ban(doc, loai, co_quan?, NoiDung::KeHoach(ke_hoach))
}

fn thanh_phan(doc: &mut Doc<'_>, form: ThanhPhanForm, span: Span) -> Option<ThanhPhan> {
    let mo_ta = doc.chu(form.mo_ta, "mo_ta", span);
    let items = doc.require(form.thanh_vien, "thanh_vien", span);
    let thanh_vien = items.map(|(items, at)| doc.chu_items(items, "thanh_vien", at));
    Some(ThanhPhan { mo_ta: mo_ta?.thay_duoi(&[':', '.', ' '], ""), thanh_vien: thanh_vien? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::form::{ChiTietForm, HinhDau};

    /// A form and the kind that it is for speak of the same keys.
    #[test]
    fn the_forms_agree_with_their_kind() {
        let kieu = KieuVanBan::MAC_DINH;
        assert_eq!(KeHoachForm::KHONG_CO, kieu.khoa_khong_co());
        assert_eq!(KeHoachForm::CAN, kieu.khoa_can());
        assert_eq!(ChiTietForm::KHONG_CO, kieu.khoa_khong_co());
    }
}
