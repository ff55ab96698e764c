//! The picture of a signature: a drawing that viewers fit into the field's own rectangle (ISO 32000-1, 12.5.5), with what it is drawn with.

use super::doc_vat::Kq;
use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, TuDien, Vat, hinh_chu_nhat};

/// What draws nothing itself, or draws otherwise here and there.
const CAM: [&[u8]; 10] =
    [b"OC", b"A", b"AA", b"JS", b"EF", b"OPI", b"Ref", b"F", b"Metadata", b"Parent"];
const CAM_LOAI: [&[u8]; 12] = [
    b"Annot",
    b"Page",
    b"Pages",
    b"Catalog",
    b"Action",
    b"Filespec",
    b"EmbeddedFile",
    b"Sig",
    b"StructElem",
    b"OCG",
    b"OCMD",
    b"Metadata",
];

/// Allows the appearance `ap` of a field that was drawn with `cu` before.
pub fn xet(hai: &HaiBan<'_, '_>, ap: &Vat, cu: Option<&Vat>) -> Kq<()> {
    let la = || KhacBanGoc::new("hình của chữ ký không phải một hình vẽ đơn giản");
    let ap = hai.theo(cu, ap).ok_or_else(la)?;
    let ap = ap.tu_dien().filter(|ap| ap.len() == 1).ok_or_else(la)?;
    let n = ap.get(b"N".as_slice()).ok_or_else(la)?;
    let so = n.tro().ok_or_else(la)?;
    let nhu_cu = cu.and_then(Vat::tu_dien).and_then(|cu| cu.get(b"N".as_slice()));
    if nhu_cu.is_some_and(|cu| cu.giong(n)) && !hai.moi.contains_key(&so) {
        return Ok(());
    }
    if !hai.la_moi(so) {
        return Err(la());
    }
    hai.cham(so);
    let hinh = hai.sau(so).filter(|hinh| hinh.dong.is_some()).ok_or_else(la)?;
    let dict = hinh.tu_dien().ok_or_else(la)?;
    let khung = dict.get(b"BBox".as_slice()).and_then(hinh_chu_nhat);
    // A frame without area is fitted by some viewers and left as it is by others.
    let phang = khung.is_none_or(|[x0, y0, x1, y1]| x1 - x0 < 1e-3 || y1 - y0 < 1e-3);
    if !hinh.co_loai(b"Subtype", b"Form") || phang || !ma_tran(dict) {
        return Err(la());
    }
    tham(hai, dict.values().cloned().collect())?;
    cam(&hinh)
}

fn ma_tran(hinh: &TuDien) -> bool {
    let Some(vat) = hinh.get(b"Matrix".as_slice()) else { return true };
    let so: Option<Vec<f64>> = vat.mang().and_then(|m| m.iter().map(Vat::so).collect());
    match so.as_deref() {
        Some([a, b, c, d, _, _]) => (a * d - b * c).abs() > 1e-9,
        _ => false,
    }
}

/// Everything that a drawing leads to: new things are allowed once they are looked at, old ones are only used.
pub fn tham(hai: &HaiBan<'_, '_>, mut doi: Vec<Vat>) -> Kq<()> {
    while let Some(vat) = doi.pop() {
        match vat {
            Vat::Tro(so) if hai.la_moi(so) => {
                if !hai.cham(so) {
                    continue;
                }
                let Some(doi_tuong) = hai.sau(so) else { continue };
                cam(&doi_tuong)?;
                doi.push(doi_tuong.vat.clone());
            }
            Vat::Mang(mang) => doi.extend(mang),
            Vat::TuDien(tu_dien) => {
                cam(&DoiTuong { vat: Vat::TuDien(tu_dien.clone()), dong: None })?;
                doi.extend(tu_dien.into_values());
            }
            _ => {}
        }
    }
    Ok(())
}

fn cam(doi_tuong: &DoiTuong) -> Kq<()> {
    let Some(tu_dien) = doi_tuong.tu_dien() else { return Ok(()) };
    let la_loai = CAM_LOAI.iter().any(|loai| doi_tuong.co_loai(b"Type", loai));
    let ps = doi_tuong.co_loai(b"Subtype", b"PS");
    // In a table of resources a name is only a name: `/F` is as often a font.
    let vat_that = doi_tuong.dong.is_some() || tu_dien.contains_key(b"Type".as_slice());
    let la_khoa = CAM.iter().find(|khoa| vat_that && tu_dien.contains_key(**khoa));
    match la_loai || ps || la_khoa.is_some() {
        true => Err(KhacBanGoc::new(
            "trong hình của chữ ký có thứ không phải để vẽ (tệp, lệnh, lớp ẩn hiện)",
        )),
        false => Ok(()),
    }
}
