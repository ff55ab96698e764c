//! A file with `loai: dot`: one trip, held against the plan that it belongs to, and its documents.

mod chi_tiet;
mod da_chi;
mod doan;
mod giay_to;
mod goc;
mod ket_qua;
mod kinh_phi;
mod lich_trinh;
mod noi_lam_viec;
mod phuong_tien;
mod thoi_gian;

use super::doc::Doc;
use crate::model::{Chuyen, CoQuan, Fault, GiayTo, Ngay, ThanhVien, VanBan};
use crate::reading::form::{ChuyenForm, Field};
use crate::reading::yaml::{Node, Span};
use crate::rules::check::mau::con_chu_mau;
pub use goc::{BoiCanh, KeHoachGoc};
use goc::{DotGoc, dot_goc};
use noi_lam_viec::Noi;
use thoi_gian::ThoiGianDi;

/// A trip's file as far as it could be read.
#[derive(Default)]
pub struct DaDoc {
    /// Its number in the plan.
    pub so: Option<(usize, Span)>,
    pub thoi_gian: Option<(Ngay, Ngay, Span)>,
    pub doan: Vec<(ThanhVien, Span)>,
    /// Its documents, by what their names add to the file's.
    pub van_ban: Vec<(String, VanBan)>,
    /// Whether it asks for any document.
    pub co_van_ban: bool,
}

/// Reads a trip. Without a sound plan its own faults are found all the same.
pub fn chuyen(doc: &mut Doc<'_>, root: &Node, canh: &BoiCanh<'_>) -> DaDoc {
    con_chu_mau(doc, root);
    let form = doc.form_tru::<ChuyenForm>(root, GiayTo::KHOA);
    let Some(mut form) = form else { return DaDoc::default() };
    let top = root.span;
    let co_giay_to = giay_to::co_giay_to(root);
    let can = form.chi_tiet.is_some() || form.ket_qua.is_some() || co_giay_to;
    let chi_tiet = doc.optional(form.chi_tiet.take());
    let ket_qua = doc.optional(form.ket_qua.take());
    let so = goc::so_dot(doc, form.dot.clone(), top);
    let ke_hoach = canh.ke_hoach(doc, form.ke_hoach.take());
    let goc = so.zip(ke_hoach).and_then(|(so, ke_hoach)| dot_goc(doc, so, ke_hoach));
    let goc = goc.as_ref();
    let di = thoi_gian::thoi_gian(doc, form.thoi_gian.clone(), form.so_dem.take(), top, goc);
    let doan = doan::doan(doc, form.doan.take(), top, can, goc);
    let mut cho = ket_qua::Cho {
        co_kinh_phi: form.kinh_phi.is_some(),
        noi_lam_viec: form.noi_lam_viec.as_ref().and_then(Field::span).unwrap_or(top),
        da_den: Vec::new(),
    };
    let noi_co = form.noi_lam_viec.take();
    let noi = noi_lam_viec::noi_lam_viec(doc, noi_co, top, can, goc, di.as_ref());
    cho.da_den.extend(noi.iter().map(|noi| noi.dia_ban));
    if chi_tiet.is_some() {
        can_co(doc, form.lich_trinh.as_ref().and_then(Field::span), "lich_trinh", top);
        can_co(doc, form.kinh_phi.as_ref().and_then(Field::span), "kinh_phi", top);
    }
    let dinh_muc =
        canh.co_quan.dinh_muc(chi_tiet.as_ref().and_then(|(f, _)| f.dau.co_quan.as_ref()));
    let quanh = Quanh { goc, di: di.as_ref(), dinh_muc };
    let chuyen = noi_dung(doc, &mut form, &quanh, noi, &doan);

    let mut van_ban = Vec::new();
    let viec = match chi_tiet.is_some() || co_giay_to {
        true => chi_tiet::ChuanBi::doc(doc, form.phan_cong, form.dau_moi),
        false => chi_tiet::ChuanBi::default(),
    };
    let made = giay_to::giay_to(doc, root, canh, chuyen.as_ref(), &viec.dau_moi);
    van_ban.extend(made);
    if let Some((form_ct, at)) = chi_tiet {
        let made =
            chi_tiet::van_ban(doc, (form_ct, at), canh, goc, di.as_ref(), chuyen.clone(), viec);
        van_ban.extend(made.map(|v| ("ke-hoach-chi-tiet".to_owned(), v)));
    }
    if let Some((form_kq, at)) = ket_qua {
        let made = ket_qua::van_ban(doc, (form_kq, at), canh, di.as_ref(), chuyen, cho);
        van_ban.extend(made.map(|v| ("bao-cao".to_owned(), v)));
    }
    let thoi_gian = di.map(|di| (di.tu, di.den, di.at));
    DaDoc { so, thoi_gian, doan, van_ban, co_van_ban: can }
}

/// The Kế hoạch chi tiết has an appendix for each of these.
fn can_co(doc: &mut Doc<'_>, span: Option<Span>, key: &str, top: Span) {
    if span.is_none() {
        let fault = Fault::new("missing-field", format!("Kế hoạch chi tiết cần mục “{key}”"));
        doc.fault(fault.hint(format!("thêm một dòng “{key}:” và nội dung dưới nó")), top);
    }
}

/// What the trip's body leans on.
struct Quanh<'a> {
    goc: Option<&'a DotGoc<'a>>,
    di: Option<&'a ThoiGianDi>,
    dinh_muc: Option<Vec<&'a CoQuan>>,
}

/// The part that both documents use.
fn noi_dung(
    doc: &mut Doc<'_>,
    form: &mut ChuyenForm,
    quanh: &Quanh<'_>,
    noi: Vec<Noi>,
    doan: &[(ThanhVien, Span)],
) -> Option<Chuyen> {
    let (goc, di) = (quanh.goc, quanh.di);
    let phuong_tien = phuong_tien::phuong_tien(doc, form.phuong_tien.take(), goc);
    let lich_trinh = lich_trinh::lich_trinh(doc, form.lich_trinh.take(), di, &noi);
    let so_nguoi = doan.iter().map(|(nguoi, _)| nguoi.so_nguoi).fold(0, u64::saturating_add);
    let cach_tinh = kinh_phi::CachTinh { di, so_nguoi, co_quan: quanh.dinh_muc.as_deref(), goc };
    let kinh_phi = doc.optional(form.kinh_phi.take());
    let kinh_phi =
        kinh_phi.and_then(|(form, span)| kinh_phi::kinh_phi(doc, form, span, &cach_tinh));
    let (goc, di) = (goc?, di?);
    let noi_lam_viec: Vec<_> = noi.into_iter().filter_map(|noi| noi.model).collect();
    Some(Chuyen {
        so_dot: goc.so,
        can_cu: goc.can_cu(),
        chu_de: goc.chu_de(),
        tu: di.tu,
        den: di.den,
        dia_diem: goc.dia_diem(&noi_lam_viec),
        phuong_tien,
        doan: doan.iter().map(|(nguoi, _)| nguoi.clone()).collect(),
        noi_lam_viec,
        lich_trinh,
        kinh_phi,
    })
}
