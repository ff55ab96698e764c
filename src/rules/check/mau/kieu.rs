//! `dau:` of a declaration → [`KieuVanBan`].

use super::co_khong::co_khong;
use crate::model::{CachKinhGui, CachKy, CachNoiNhan, CachTrichYeu, Fault, KieuVanBan, TenIn};
use crate::reading::form::{Field, KieuForm, Text};
use crate::rules::check::doc::Doc;

/// How head and foot of the kind look; what is not said is as in form 1.4.
pub(super) fn kieu(doc: &mut Doc<'_>, field: Option<Field<KieuForm>>) -> KieuVanBan {
    let mut kieu = KieuVanBan::default();
    let Some((form, _)) = doc.optional(field) else { return kieu };
    let mac_dinh = kieu.clone();
    kieu.trich_yeu = mot_trong(doc, form.trich_yeu, "trich_yeu", TRICH_YEU, mac_dinh.trich_yeu);
    kieu.kinh_gui = mot_trong(doc, form.kinh_gui, "kinh_gui", KINH_GUI, mac_dinh.kinh_gui);
    kieu.nguoi_ky = mot_trong(doc, form.nguoi_ky, "nguoi_ky", NGUOI_KY, mac_dinh.nguoi_ky);
    kieu.can_trich_yeu = kieu.trich_yeu != CachTrichYeu::Khong;
    if !co_khong(doc, form.ten_loai, "ten_loai", true) {
        kieu.ten_in = TenIn::Khong;
    }
    kieu.dia_danh_thoi_gian = co_khong(doc, form.ngay, "ngay", true);
    kieu.nhu_dieu = co_khong(doc, form.nhu_dieu, "nhu_dieu", false);
    let mac_dinh = match co_khong(doc, form.nhu_tren, "nhu_tren", false) {
        true => CachNoiNhan::NhuTren,
        false => CachNoiNhan::CoQuan,
    };
    kieu.noi_nhan = mot_trong(doc, form.noi_nhan, "noi_nhan", NOI_NHAN, mac_dinh);
    kieu.so = co_khong(doc, form.so, "so", true);
    kieu.xac_nhan = doc.optional_line(form.xac_nhan).map(|(text, _)| text.into_string());
    kieu.dia_chi = co_khong(doc, form.dia_chi, "dia_chi", false);
    kieu
}

const TRICH_YEU: &[(&str, CachTrichYeu)] = &[
    ("duoi_ten_loai", CachTrichYeu::DuoiTenLoai),
    ("ve_viec", CachTrichYeu::DuoiSo),
    ("khong", CachTrichYeu::Khong),
];

const KINH_GUI: &[(&str, CachKinhGui)] =
    &[("can", CachKinhGui::Can), ("duoc", CachKinhGui::Duoc), ("khong", CachKinhGui::Khong)];

const NOI_NHAN: &[(&str, CachNoiNhan)] = &[
    ("co_quan", CachNoiNhan::CoQuan),
    ("nhu_tren", CachNoiNhan::NhuTren),
    ("chi_luu", CachNoiNhan::ChiLuu),
    ("khong", CachNoiNhan::Khong),
];

const NGUOI_KY: &[(&str, CachKy)] = &[("1", CachKy::MoiCoQuanMotNguoi), ("2", CachKy::HaiBen)];

fn mot_trong<T: Copy>(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    key: &str,
    words: &[(&str, T)],
    mac_dinh: T,
) -> T {
    let Some((text, span)) = doc.optional_line(field) else { return mac_dinh };
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.as_str()) {
        return *value;
    }
    let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let fault = Fault::new("unknown-choice", format!("mục “{key}” không nhận “{text}”"));
    doc.fault(fault.hint(format!("ghi một trong: {}", known.join(", "))), span);
    mac_dinh
}
