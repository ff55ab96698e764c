//! The file's data about itself: a signing tool writes when it worked and its own name.

use std::collections::BTreeSet;

use super::doc_vat::Kq;
use super::giai_nen::Kho;
use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, TuDien, Vat};
use super::xmp::chi_khac_gio;

const DAI_NHAT: usize = 400;

/// The list of the trailer (`Info`).
pub fn info(hai: &HaiBan<'_, '_>, cu: Option<&Vat>, sau: Option<&Vat>) -> Kq<()> {
    let khac = || KhacBanGoc::new("tên, tác giả hoặc thông tin khác của tệp bị đổi");
    let (Some(sau), Some(cu)) = (sau, cu) else {
        return match (cu, sau) {
            (None, None) => Ok(()),
            _ => Err(khac()),
        };
    };
    let sau = hai.theo(Some(cu), sau).ok_or_else(khac)?;
    let cu = hai.cu.theo(cu).ok_or_else(khac)?;
    let (Some(cu), Some(sau)) = (cu.tu_dien(), sau.tu_dien().filter(|_| sau.dong.is_none())) else {
        return Err(khac());
    };
    match khac_nhau(cu, sau).all(|(khoa, vat)| {
        let ngan = vat.and_then(Vat::chuoi).is_some_and(|chu| chu.len() <= DAI_NHAT);
        ngan && [b"ModDate".as_slice(), b"Producer"].contains(&khoa)
    }) {
        true => Ok(()),
        false => Err(khac()),
    }
}

/// What differs, with what it is now.
fn khac_nhau<'t>(
    cu: &'t TuDien,
    sau: &'t TuDien,
) -> impl Iterator<Item = (&'t [u8], Option<&'t Vat>)> {
    let khoa: BTreeSet<&Vec<u8>> = cu.keys().chain(sau.keys()).collect();
    khoa.into_iter().filter_map(|khoa| {
        let (cu, sau) = (cu.get(khoa), sau.get(khoa));
        let nhu_cu = cu.zip(sau).is_some_and(|(a, b)| a.giong(b));
        (!nhu_cu).then_some((khoa.as_slice(), sau))
    })
}

/// The same in XML (`Metadata`).
pub fn xmp(hai: &HaiBan<'_, '_>, cu: Option<&Vat>, sau: Option<&Vat>) -> Kq<()> {
    let khac = || KhacBanGoc::new("phần thông tin XMP của tệp bị thay");
    let (Some(cu), Some(sau)) = (cu, sau) else { return Err(khac()) };
    if cu.giong(sau) && sau.tro().is_none_or(|so| !hai.moi.contains_key(&so)) {
        return Ok(());
    }
    let (cu, sau) = (hai.cu.theo(cu).ok_or_else(khac)?, hai.theo(Some(cu), sau).ok_or_else(khac)?);
    let khoa: [&[u8]; 5] = [b"Type", b"Subtype", b"Length", b"Filter", b"DecodeParms"];
    let quen = sau.tu_dien().is_some_and(|d| d.keys().all(|k| khoa.contains(&k.as_slice())));
    let (cu, sau) = (mo(hai, &cu).ok_or_else(khac)?, mo(hai, &sau).ok_or_else(khac)?);
    match quen && chi_khac_gio(&cu, &sau) {
        true => Ok(()),
        false => Err(khac()),
    }
}

fn mo(hai: &HaiBan<'_, '_>, doi_tuong: &DoiTuong) -> Option<Vec<u8>> {
    let dong = doi_tuong.dong?;
    Kho::default().mo(doi_tuong.tu_dien()?, hai.cu.ban.get(dong.tu..dong.den)?)
}
