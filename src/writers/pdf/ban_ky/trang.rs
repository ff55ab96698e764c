//! Pages: an update may give them the marks of new signatures, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::doc_vat::Kq;
use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, TuDien, Vat, hinh_chu_nhat};

const NHIEU_TRANG: usize = 100_000;

/// The pages in their order, by the file's own tree; `lay` reads an object.
pub fn cac_trang(
    goc: &Vat,
    lay: &dyn Fn(&Vat) -> Option<std::rc::Rc<DoiTuong>>,
) -> Option<Vec<u32>> {
    let mut trang = Vec::new();
    let mut da = BTreeSet::new();
    let mut doi = vec![goc.clone()];
    while let Some(nut) = doi.pop() {
        let so = nut.tro()?;
        if !da.insert(so) || da.len() > NHIEU_TRANG {
            return None;
        }
        let doi_tuong = lay(&nut)?;
        match doi_tuong.tu_dien()?.get(b"Kids".as_slice()) {
            Some(con) => doi.extend(con.mang()?.iter().rev().cloned()),
            None => trang.push(so),
        }
    }
    Some(trang)
}

/// The marks on a page; none where there is no list.
fn chu_thich(
    trang: &TuDien,
    lay: &dyn Fn(&Vat) -> Option<std::rc::Rc<DoiTuong>>,
) -> Option<Vec<Vat>> {
    match trang.get(b"Annots".as_slice()) {
        None => Some(Vec::new()),
        Some(vat) => Some(lay(vat)?.vat.mang()?.to_vec()),
    }
}

/// Holds every page against what it was. `moi` are the new signature fields; answers on which page each of them stands.
pub fn xet(hai: &HaiBan<'_, '_>, trang: &[u32], moi: &BTreeSet<u32>) -> Kq<BTreeMap<u32, usize>> {
    let mut o_dau = BTreeMap::new();
    for (thu, so) in trang.iter().enumerate() {
        let thu = thu.saturating_add(1);
        mot_trang(hai, *so, thu, moi, &mut o_dau).map_err(|khac| khac.o_trang(thu))?;
    }
    Ok(o_dau)
}

fn mot_trang(
    hai: &HaiBan<'_, '_>,
    so: u32,
    thu: usize,
    moi: &BTreeSet<u32>,
    o_dau: &mut BTreeMap<u32, usize>,
) -> Kq<()> {
    let hong = || KhacBanGoc::new("một trang không đọc được");
    let doi_tuong = hai.cu.lay(so).ok_or_else(hong)?;
    let cu = doi_tuong.tu_dien().ok_or_else(hong)?;
    let danh_sach = cu.get(b"Annots".as_slice()).and_then(Vat::tro);
    let sua_danh_sach = danh_sach.is_some_and(|so| hai.moi.contains_key(&so));
    if !hai.moi.contains_key(&so) && !sua_danh_sach {
        return Ok(());
    }
    hai.cham(so);
    let sau = hai.sau(so).ok_or_else(hong)?;
    let sau = sau.tu_dien().filter(|_| sau.dong.is_none()).ok_or_else(hong)?;
    muc_khac(cu, sau)?;
    let truoc = chu_thich(cu, &|vat| hai.cu.theo(vat)).ok_or_else(hong)?;
    let sau =
        chu_thich(sau, &|vat| hai.theo(cu.get(b"Annots".as_slice()), vat)).ok_or_else(hong)?;
    for them in them_vao(&truoc, &sau)
        .ok_or_else(|| KhacBanGoc::new("một ô ký, một liên kết đã có bị bỏ khỏi trang"))?
    {
        let la = them.tro().filter(|so| moi.contains(so));
        let Some(o) = la else { return Err(la_chu_thich(hai, them)) };
        if o_dau.insert(o, thu).is_some() {
            return Err(KhacBanGoc::new("một ô ký đặt lên nhiều chỗ"));
        }
    }
    Ok(())
}

/// What `sau` has besides all that `truoc` has, in the same order.
pub fn them_vao<'v>(truoc: &[Vat], sau: &'v [Vat]) -> Option<Vec<&'v Vat>> {
    let mut cho = truoc.iter().peekable();
    let mut them = Vec::new();
    for vat in sau {
        match cho.next_if(|cu| cu.giong(vat)) {
            Some(_) => {}
            None => them.push(vat),
        }
    }
    cho.next().is_none().then_some(them)
}

fn muc_khac(cu: &TuDien, sau: &TuDien) -> Kq<()> {
    let khoa: BTreeSet<&Vec<u8>> = cu.keys().chain(sau.keys()).collect();
    for khoa in khoa {
        let (cu, sau) = (cu.get(khoa), sau.get(khoa));
        let nhu_cu = match (cu, sau) {
            (Some(cu), Some(sau)) => cu.giong(sau),
            _ => false,
        };
        let duoc = match khoa.as_slice() {
            b"Annots" => true,
            // The order of the marks for who can't see the page; tagged files must say it.
            b"Tabs" => cu.is_none() && sau.is_some_and(|v| v.la_ten(b"S")),
            _ => false,
        };
        if !nhu_cu && !duoc {
            return Err(KhacBanGoc::new(ten_muc(khoa)));
        }
    }
    Ok(())
}

fn ten_muc(khoa: &[u8]) -> String {
    match khoa {
        b"Contents" | b"Resources" => "nội dung của trang bị thay".to_owned(),
        b"MediaBox" | b"CropBox" | b"BleedBox" | b"TrimBox" | b"ArtBox" | b"UserUnit" => {
            "khổ trang hoặc khung cắt của trang bị đổi".to_owned()
        }
        b"Rotate" => "trang bị xoay".to_owned(),
        b"AA" => "trang có thêm lệnh tự chạy".to_owned(),
        khac => format!("trang bị đổi mục “{}”", String::from_utf8_lossy(khac)),
    }
}

/// A mark that is no signature: named as people call it.
fn la_chu_thich(hai: &HaiBan<'_, '_>, vat: &Vat) -> KhacBanGoc {
    let doi_tuong = hai.theo(None, vat);
    let loai = doi_tuong.as_ref().and_then(|o| o.tu_dien()?.get(b"Subtype".as_slice())?.ten());
    KhacBanGoc::new(match loai {
        Some(b"Stamp") => "có con dấu, hình đóng thêm lên trang mà không phải chữ ký số".to_owned(),
        Some(b"FreeText") => "có chữ viết thêm lên trang".to_owned(),
        Some(b"Link") => "có liên kết thêm vào trang".to_owned(),
        Some(b"FileAttachment") => "có tệp đính kèm thêm vào trang".to_owned(),
        Some(b"Widget") => "có ô điền thêm vào trang mà không phải ô chữ ký số".to_owned(),
        Some(khac) => format!("có ghi chú (“{}”) thêm lên trang", String::from_utf8_lossy(khac)),
        None => "có ghi chú thêm lên trang".to_owned(),
    })
}

/// The area that a page shows, its own or its branch's.
pub fn vung_hien(hai: &HaiBan<'_, '_>, so: u32) -> Option<[f64; 4]> {
    let mut so = so;
    for _ in 0..50 {
        let doi_tuong = hai.cu.lay(so)?;
        let trang = doi_tuong.tu_dien()?;
        if let Some(hop) = trang.get(b"CropBox".as_slice()).or(trang.get(b"MediaBox".as_slice())) {
            return hinh_chu_nhat(&hai.cu.theo(hop)?.vat);
        }
        so = trang.get(b"Parent".as_slice())?.tro()?;
    }
    None
}

/// How a rewritten tree of pages differs.
pub fn cay_trang_khac(hai: &HaiBan<'_, '_>, goc: &Vat, cu: &[u32]) -> String {
    let sau = cac_trang(goc, &|vat| hai.sau(vat.tro()?));
    let Some(sau) = sau else { return "cây trang bị sửa, không đọc được".to_owned() };
    let giong = cu.iter().zip(&sau).take_while(|(a, b)| a == b).count();
    let trang = giong.saturating_add(1);
    match sau.len().cmp(&cu.len()) {
        std::cmp::Ordering::Greater if giong == cu.len() => {
            format!("có trang được thêm vào sau trang {giong}")
        }
        std::cmp::Ordering::Greater => format!("có trang được thêm vào trước trang {trang}"),
        std::cmp::Ordering::Less => format!("có trang bị bỏ, từ trang {trang}"),
        std::cmp::Ordering::Equal if giong < cu.len() => {
            format!("trang {trang} bị thay bằng trang khác")
        }
        std::cmp::Ordering::Equal => {
            "khổ giấy, hướng hoặc nội dung chung của các trang bị đặt lại".to_owned()
        }
    }
}
