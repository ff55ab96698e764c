//! The form: an update may sign a field that was kept for it, or bring a signed field of its own.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::doc_vat::Kq;
use super::hai_ban::HaiBan;
use super::hinh;
use super::ket_qua::KhacBanGoc;
use super::trang::them_vao;
use super::vat::{DoiTuong, TuDien, Vat, hinh_chu_nhat};

/// A field that this update signs.
#[derive(Debug)]
pub struct ODaKy {
    pub so: u32,
    pub ten: String,
    /// The number of its value.
    pub gia_tri: u32,
    pub la_moi: bool,
    pub rect: [f64; 4],
}

/// What stays as it was issued in a field that was kept.
const DUOC_DOI: [&[u8]; 10] =
    [b"V", b"AP", b"F", b"Ff", b"MK", b"Lock", b"DA", b"M", b"Type", b"BS"];
const DUOC_CO: [&[u8]; 20] = [
    b"Type", b"Subtype", b"FT", b"T", b"TU", b"TM", b"F", b"Ff", b"Rect", b"P", b"V", b"AP", b"MK",
    b"Lock", b"SV", b"DA", b"Border", b"BS", b"M", b"NM",
];
/// Hidden, printed, not viewed, read only, locked (ISO 32000-1, table 165): none that draws outside of the rectangle.
const CO_DUOC: usize = 2 | 4 | 32 | 64 | 128 | 512;

fn khong<T>(gi: &str) -> Kq<T> {
    Err(KhacBanGoc::new(gi))
}

/// The fields that the update signs. `cu` and `sau` are the form's dictionaries.
pub fn xet(hai: &HaiBan<'_, '_>, cu: Option<&Vat>, sau: Option<&Vat>) -> Kq<Vec<ODaKy>> {
    let trong = || Rc::new(DoiTuong { vat: Vat::TuDien(TuDien::new()), dong: None });
    let sau = sau.map_or_else(|| Some(trong()), |vat| hai.theo(cu, vat));
    let cu = cu.map_or_else(|| Some(trong()), |vat| hai.cu.theo(vat));
    let (Some(cu), Some(sau)) = (cu, sau) else {
        return khong("biểu mẫu không đọc được");
    };
    let (Some(cu), Some(sau)) = (cu.tu_dien(), sau.tu_dien()) else {
        return khong("biểu mẫu không đọc được");
    };
    muc_bieu_mau(hai, cu, sau)?;
    let o_cu = danh_sach(cu, &|vat| hai.cu.theo(vat));
    let o_sau = danh_sach(sau, &|vat| hai.theo(cu.get(b"Fields".as_slice()), vat));
    let (Some(o_cu), Some(o_sau)) = (o_cu, o_sau) else {
        return khong("biểu mẫu không đọc được");
    };
    let Some(them) = them_vao(&o_cu, &o_sau) else {
        return khong("một ô ký đã có bị bỏ");
    };
    let mut da_ky = Vec::new();
    for vat in &o_cu {
        if let Some(so) = vat.tro().filter(|so| !hai.nguyen(*so)) {
            da_ky.push(o_cu_duoc_ky(hai, so)?);
        }
    }
    let mut ten: BTreeSet<Vec<u8>> = o_cu.iter().filter_map(|vat| ten_o(hai, vat)).collect();
    for vat in them {
        let moi = o_moi(hai, vat)?;
        if !ten.insert(ten_o(hai, vat).unwrap_or_default()) {
            return khong("có hai ô ký cùng tên");
        }
        da_ky.push(moi);
    }
    Ok(da_ky)
}

fn danh_sach(bieu_mau: &TuDien, lay: &dyn Fn(&Vat) -> Option<Rc<DoiTuong>>) -> Option<Vec<Vat>> {
    match bieu_mau.get(b"Fields".as_slice()) {
        None => Some(Vec::new()),
        Some(vat) => Some(lay(vat)?.vat.mang()?.to_vec()),
    }
}

fn ten_o(hai: &HaiBan<'_, '_>, vat: &Vat) -> Option<Vec<u8>> {
    let o = hai.sau(vat.tro()?)?;
    o.tu_dien()?.get(b"T".as_slice())?.chuoi().map(<[u8]>::to_vec)
}

fn muc_bieu_mau(hai: &HaiBan<'_, '_>, cu: &TuDien, sau: &TuDien) -> Kq<()> {
    let khoa: BTreeSet<&Vec<u8>> = cu.keys().chain(sau.keys()).collect();
    for khoa in khoa {
        let (cu, sau) = (cu.get(khoa), sau.get(khoa));
        let nhu_cu = cu.zip(sau).is_some_and(|(cu, sau)| cu.giong(sau));
        let duoc = match (khoa.as_slice(), sau) {
            (b"Fields", _) => true,
            (b"SigFlags", Some(vat)) => vat.dem().is_some_and(|co| (1..=3).contains(&co)),
            (b"DA", Some(vat)) => vat.chuoi().is_some(),
            (b"NeedAppearances", Some(Vat::DungSai(false)) | None) => true,
            (b"DR", Some(vat)) => {
                hinh::tham(hai, vec![vat.clone()])?;
                true
            }
            _ => false,
        };
        if !nhu_cu && !duoc {
            let ten = String::from_utf8_lossy(khoa);
            return khong(&format!("biểu mẫu của tệp có thêm hoặc đổi mục “{ten}”"));
        }
    }
    Ok(())
}

/// A field that was kept for a signature and now has one.
fn o_cu_duoc_ky(hai: &HaiBan<'_, '_>, so: u32) -> Kq<ODaKy> {
    hai.cham(so);
    let (Some(cu), Some(sau)) = (hai.cu.lay(so), hai.sau(so)) else {
        return khong("một ô ký không đọc được");
    };
    let (Some(cu), Some(sau)) = (cu.tu_dien(), sau.tu_dien().filter(|_| sau.dong.is_none())) else {
        return khong("một ô ký không đọc được");
    };
    if !cu.get(b"FT".as_slice()).is_some_and(|v| v.la_ten(b"Sig"))
        || cu.contains_key(b"V".as_slice())
    {
        return khong("một chữ ký đã có, hoặc một ô không phải ô ký, bị sửa");
    }
    let khoa: BTreeSet<&Vec<u8>> = cu.keys().chain(sau.keys()).collect();
    for khoa in khoa {
        let nhu_cu = cu.get(khoa).zip(sau.get(khoa)).is_some_and(|(a, b)| a.giong(b));
        if !nhu_cu && !DUOC_DOI.contains(&khoa.as_slice()) {
            return khong(match khoa.as_slice() {
                b"Rect" => "ô ký đã chừa bị dời chỗ hoặc đổi cỡ",
                _ => "ô ký đã chừa bị sửa, không chỉ được ký",
            });
        }
    }
    gia_tri_o(hai, so, sau, cu.get(b"AP".as_slice()), false)
}

fn o_moi(hai: &HaiBan<'_, '_>, vat: &Vat) -> Kq<ODaKy> {
    let so = vat.tro().filter(|so| hai.la_moi(*so));
    let Some((so, o)) = so.and_then(|so| Some((so, hai.theo(None, vat)?))) else {
        return khong("có ô điền thêm vào mà không phải ô chữ ký số");
    };
    let Some(dict) = o.tu_dien().filter(|_| o.dong.is_none()) else {
        return khong("một ô ký không đọc được");
    };
    if !o.co_loai(b"FT", b"Sig") || !o.co_loai(b"Subtype", b"Widget") {
        return khong("có ô điền thêm vào mà không phải ô chữ ký số");
    }
    if let Some(la) = dict.keys().find(|khoa| !DUOC_CO.contains(&khoa.as_slice())) {
        let la = String::from_utf8_lossy(la);
        return khong(&format!("ô chữ ký thêm vào có mục lạ “{la}”"));
    }
    gia_tri_o(hai, so, dict, None, true)
}

/// What a field that is being signed must have, and may.
fn gia_tri_o(
    hai: &HaiBan<'_, '_>,
    so: u32,
    o: &TuDien,
    hinh_cu: Option<&Vat>,
    la_moi: bool,
) -> Kq<ODaKy> {
    let gia_tri = o.get(b"V".as_slice()).and_then(Vat::tro).filter(|so| hai.la_moi(*so));
    let Some(gia_tri) = gia_tri else {
        return khong("có ô ký thêm vào hoặc bị sửa mà không được ký");
    };
    if o.get(b"F".as_slice()).is_some_and(|co| co.dem().is_none_or(|co| co & !CO_DUOC != 0)) {
        return khong("hình của chữ ký được đặt ra ngoài ô của nó");
    }
    let rect = o.get(b"Rect".as_slice()).and_then(hinh_chu_nhat);
    let Some(rect) = rect else { return khong("một ô ký không có chỗ") };
    let ap = o.get(b"AP".as_slice());
    if let Some(ap) = ap {
        hinh::xet(hai, ap, hinh_cu)?;
    }
    for khoa in [b"MK".as_slice(), b"Lock", b"SV", b"BS", b"Border"] {
        if let Some(vat) = o.get(khoa).filter(|vat| !don_gian(hai, vat, 0)) {
            let _ = vat;
            return khong("một ô ký có phần không đọc được");
        }
    }
    let ten = o.get(b"T".as_slice()).and_then(Vat::chuoi).map(chu).unwrap_or_default();
    Ok(ODaKy { so, ten, gia_tri, la_moi, rect })
}

/// Names, numbers and texts, and lists of them; new objects of no more than that.
pub fn don_gian(hai: &HaiBan<'_, '_>, vat: &Vat, sau: usize) -> bool {
    let tiep = sau.saturating_add(1);
    match vat {
        _ if sau > 12 => false,
        Vat::Tro(so) if hai.la_moi(*so) => {
            !hai.cham(*so)
                || hai.sau(*so).is_some_and(|o| o.dong.is_none() && don_gian(hai, &o.vat, tiep))
        }
        Vat::Tro(_) => false,
        Vat::Mang(mang) => mang.iter().all(|vat| don_gian(hai, vat, tiep)),
        Vat::TuDien(tu_dien) => {
            let cam = [b"S".as_slice(), b"JS", b"AA", b"EF"];
            !cam.iter().any(|khoa| tu_dien.contains_key(*khoa) && *khoa != b"S")
                && tu_dien.values().all(|vat| don_gian(hai, vat, tiep))
        }
        _ => true,
    }
}

/// A text of a PDF as letters (ISO 32000-1, 7.9.2.2).
pub fn chu(bytes: &[u8]) -> String {
    let chu = match (bytes.strip_prefix(&[0xfe, 0xff]), bytes.strip_prefix(&[0xef, 0xbb, 0xbf])) {
        (Some(utf16), _) => {
            let doi = utf16.chunks_exact(2).filter_map(|d| d.try_into().ok());
            String::from_utf16_lossy(&doi.map(u16::from_be_bytes).collect::<Vec<_>>())
        }
        (_, Some(utf8)) => String::from_utf8_lossy(utf8).into_owned(),
        _ => bytes.iter().copied().map(char::from).collect(),
    };
    super::cms::sach(&chu)
}
