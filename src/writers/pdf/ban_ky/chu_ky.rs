//! The value of a signature field: over which bytes, and whether they are the ones that were signed.

use super::bam::Bam;
use super::bieu_mau::{ODaKy, chu, don_gian};
use super::cms;
use super::doc_vat::Kq;
use super::hai_ban::HaiBan;
use super::ket_qua::{ChuKy, KhacBanGoc};
use super::vat::{Khoang, TuDien, Vat};

const DUOC_CO: [&[u8]; 17] = [
    b"Type",
    b"Filter",
    b"SubFilter",
    b"Contents",
    b"ByteRange",
    b"M",
    b"Name",
    b"Reason",
    b"Location",
    b"ContactInfo",
    b"Cert",
    b"Reference",
    b"Changes",
    b"R",
    b"V",
    b"Prop_Build",
    b"Prop_AuthTime",
];

/// Reads the signature of `o`, whose update ends in `het`.
pub fn xet(hai: &HaiBan<'_, '_>, o: &ODaKy, het: Khoang, bam: &mut Bam) -> Kq<ChuKy> {
    let khong = |gi: &str| KhacBanGoc::new(format!("chữ ký ở ô “{}” {gi}", o.ten));
    hai.cham(o.gia_tri);
    let gia_tri = hai.sau(o.gia_tri).filter(|v| v.dong.is_none());
    let gia_tri = gia_tri.ok_or_else(|| khong("không đọc được"))?;
    let dict = gia_tri.tu_dien().ok_or_else(|| khong("không đọc được"))?;
    if let Some(la) = dict.keys().find(|khoa| !DUOC_CO.contains(&khoa.as_slice())) {
        return Err(khong(&format!("có mục lạ “{}”", String::from_utf8_lossy(la))));
    }
    let tem = kieu(dict).ok_or_else(|| khong("thuộc loại mà chương trình không kiểm được"))?;
    phu(hai, dict).ok_or_else(|| khong("có phần kèm theo không đọc được"))?;
    let (tho, tru, den) = pham_vi(hai, dict, het)
        .ok_or_else(|| khong("không bao trọn tệp: có phần nằm ngoài chữ ký"))?;
    let cms = cms::doc(tho, tem)?;
    if bam.bam(cms.thuat_toan, hai.cu.ban, tru, den).as_ref() != Some(&cms.bam) {
        return Err(khong("không khớp với nội dung: tệp bị sửa sau khi ký"));
    }
    let chuoi = |khoa: &[u8]| dict.get(khoa).and_then(Vat::chuoi).map(chu);
    let ai = cms.ai.or_else(|| chuoi(b"Name")).filter(|ten| !ten.is_empty());
    let luc = chuoi(b"M").and_then(|luc| thoi_diem(&luc));
    Ok(ChuKy { o: o.ten.clone(), ai, luc, dau_thoi_gian: tem })
}

/// Whether it is a time stamp; none for kinds whose digest isn't in the container.
fn kieu(dict: &TuDien) -> Option<bool> {
    match dict.get(b"SubFilter".as_slice())?.ten()? {
        b"adbe.pkcs7.detached" | b"ETSI.CAdES.detached" => Some(false),
        b"ETSI.RFC3161" => Some(true),
        _ => None,
    }
}

/// What a signing tool says of itself, and of what later hands may do.
fn phu(hai: &HaiBan<'_, '_>, dict: &TuDien) -> Option<()> {
    for (khoa, vat) in dict {
        match khoa.as_slice() {
            b"Reference" => {
                for mot in hai.theo(None, vat)?.vat.mang()? {
                    tham_chieu(hai, mot)?;
                }
            }
            b"Contents" | b"ByteRange" => {}
            _ => don_gian(hai, vat, 0).then_some(())?,
        }
    }
    Some(())
}

/// `Data` names what the permission is about, the document itself; everything else is plain.
fn tham_chieu(hai: &HaiBan<'_, '_>, vat: &Vat) -> Option<()> {
    let mot = hai.theo(None, vat)?;
    for (khoa, vat) in mot.tu_dien()? {
        let duoc = match khoa.as_slice() {
            b"Data" => vat.tro().is_some(),
            b"Type" | b"TransformMethod" | b"TransformParams" | b"DigestMethod"
            | b"DigestValue" | b"DigestLocation" => don_gian(hai, vat, 0),
            _ => false,
        };
        duoc.then_some(())?;
    }
    Some(())
}

/// The container's bytes, the gap that it fills, and the last byte that is signed.
fn pham_vi<'v>(
    hai: &HaiBan<'_, '_>,
    dict: &'v TuDien,
    het: Khoang,
) -> Option<(&'v [u8], Khoang, usize)> {
    let Vat::Chuoi(tho, cho) = dict.get(b"Contents".as_slice())? else { return None };
    let so: Vec<usize> =
        dict.get(b"ByteRange".as_slice())?.mang()?.iter().map(Vat::dem).collect::<Option<_>>()?;
    let [0, dau, sau, dai] = *so.as_slice() else { return None };
    let den = sau.checked_add(dai)?;
    let dung_cho = dau == cho.tu && sau == cho.den && hai.cu.ban.get(cho.tu) == Some(&b'<');
    // Hex digits and their marks fill the gap, nothing else.
    let kin = cho.den.checked_sub(cho.tu)? == tho.len().checked_mul(2)?.checked_add(2)?;
    (dung_cho && kin && (het.tu..=het.den).contains(&den)).then_some((tho, *cho, den))
}

/// `D:20260102081500+07'00'` → `08:15 ngày 02/01/2026`.
fn thoi_diem(luc: &str) -> Option<String> {
    let so = luc.strip_prefix("D:").unwrap_or(luc);
    let so = so.get(..12).filter(|so| so.bytes().all(|b| b.is_ascii_digit()))?;
    let phan = |tu: usize, den: usize| so.get(tu..den);
    let (nam, thang, ngay) = (phan(0, 4)?, phan(4, 6)?, phan(6, 8)?);
    Some(format!("{}:{} ngày {ngay}/{thang}/{nam}", phan(8, 10)?, phan(10, 12)?))
}
