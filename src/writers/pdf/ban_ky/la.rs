//! What an update has that no signature needs, in words.

use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, Vat};

/// An entry of the catalog.
pub fn muc_danh_muc(khoa: &[u8]) -> String {
    let gi = match khoa {
        b"OpenAction" | b"AA" => "có lệnh tự chạy khi mở tệp",
        b"Names" | b"AF" | b"Collection" => "có tệp đính kèm hoặc lệnh được thêm vào, hay bị bỏ",
        b"Pages" => "cây trang bị thay",
        b"StructTreeRoot" | b"MarkInfo" => "cấu trúc (thứ tự đọc) của văn bản bị thay",
        b"Outlines" | b"PageLabels" | b"Dests" => "mục lục hoặc số trang của tệp bị thay",
        b"OCProperties" => "có lớp ẩn hiện được thêm vào",
        b"Perms" => "quyền sửa của tệp bị đặt lại",
        b"Metadata" => "phần thông tin XMP của tệp bị thay",
        khac => return format!("mục “{}” của tệp bị đổi", String::from_utf8_lossy(khac)),
    };
    gi.to_owned()
}

/// Whether the update writes a signature field at all.
pub fn la_o_ky(hai: &HaiBan<'_, '_>) -> bool {
    hai.moi.values().any(|o| o.co_loai(b"FT", b"Sig"))
}

/// An object that nobody allowed: what of the issued file it replaces, or what it is.
pub fn doi_tuong(hai: &HaiBan<'_, '_>, so: u32, trang: &[u32]) -> KhacBanGoc {
    let cu = hai.cu.lay(so);
    if let Some(cu) = &cu {
        return thay(hai, so, cu, trang);
    }
    let moi = hai.sau(so);
    let co = |khoa: &[u8], ten: &[u8]| moi.as_ref().is_some_and(|o| o.co_loai(khoa, ten));
    let gi = if co(b"Type", b"EmbeddedFile") || co(b"Type", b"Filespec") {
        "có tệp đính kèm được thêm vào"
    } else if co(b"Type", b"Page") {
        "có một trang được thêm vào"
    } else if co(b"Type", b"Annot") {
        "có ghi chú hoặc hình được thêm vào"
    } else if co(b"Type", b"Action") || co(b"S", b"JavaScript") {
        "có lệnh được thêm vào"
    } else if co(b"Type", b"Sig") {
        "có chữ ký không thuộc ô ký nào"
    } else {
        "có dữ liệu không thuộc chữ ký nào"
    };
    KhacBanGoc::new(format!("{gi} (đối tượng số {so})"))
}

fn thay(hai: &HaiBan<'_, '_>, so: u32, cu: &DoiTuong, trang: &[u32]) -> KhacBanGoc {
    for (thu, mot) in trang.iter().enumerate() {
        let Some(mot) = hai.cu.lay(*mot) else { continue };
        let cua = |khoa: &[u8]| {
            mot.tu_dien().and_then(|d| d.get(khoa)).is_some_and(|vat| co_tro(vat, so))
        };
        if cua(b"Contents") || cua(b"Resources") {
            return KhacBanGoc::new("nội dung của trang bị thay").o_trang(thu.saturating_add(1));
        }
    }
    let loai = cu.tu_dien().and_then(|d| d.get(b"Type".as_slice())).and_then(Vat::ten);
    let gi = match loai {
        Some(b"Font" | b"FontDescriptor" | b"Encoding") => "phông chữ của văn bản bị thay",
        Some(b"StructElem" | b"StructTreeRoot") => "cấu trúc (thứ tự đọc) của văn bản bị thay",
        Some(b"Metadata") => "phần thông tin XMP của tệp bị thay",
        Some(b"XObject") => "hình của văn bản bị thay",
        Some(b"Outlines") => "mục lục của tệp bị thay",
        Some(b"EmbeddedFile" | b"Filespec") => "tệp đính kèm bị thay",
        Some(b"Annot") => "một ghi chú, liên kết của văn bản bị thay",
        _ => "một phần của văn bản bị thay",
    };
    KhacBanGoc::new(format!("{gi} (đối tượng số {so})"))
}

fn co_tro(vat: &Vat, so: u32) -> bool {
    match vat {
        Vat::Tro(tro) => *tro == so,
        Vat::Mang(mang) => mang.iter().any(|vat| co_tro(vat, so)),
        Vat::TuDien(tu_dien) => tu_dien.values().any(|vat| co_tro(vat, so)),
        _ => false,
    }
}
