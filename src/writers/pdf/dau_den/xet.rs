//! Whether a stamp may be put on a PDF at all.

use lopdf::{Dictionary, Document, Object};

/// ISO 32000-1, table 254: from this level on annotations may come after the signature.
const CHO_CHU_GIAI: i64 = 3;
/// The same table: what a certified file means that doesn't say.
const MAC_DINH: i64 = 2;

/// The file, if it can be added to. `Err` with why not, in words for the clerk.
pub fn mo(bytes: &[u8]) -> Result<Document, String> {
    let pdf = Document::load_mem(bytes).map_err(|_| "tệp PDF bị hỏng".to_owned())?;
    if pdf.is_encrypted() || pdf.trailer.has(b"Encrypt") || pdf.encryption_state.is_some() {
        return Err("tệp PDF có mật khẩu hoặc mã hoá".to_owned());
    }
    if pdf.get_pages().is_empty() || pdf.xref_start == 0 {
        return Err("tệp PDF bị hỏng".to_owned());
    }
    match muc_chung_thuc(&pdf) {
        Some(level) if level < CHO_CHU_GIAI => {
            Err("chữ ký số của nơi gửi chứng thực cả tệp, không cho thêm chú giải nào; thêm dấu thì chữ ký báo là bị sửa"
                .to_owned())
        }
        _ => Ok(pdf),
    }
}

/// What a certifying signature lets come after it; none where there is no such signature.
fn muc_chung_thuc(pdf: &Document) -> Option<i64> {
    let perms = pdf.catalog().ok()?.get_deref(b"Perms", pdf).ok()?.as_dict().ok()?;
    let signature = perms.get_deref(b"DocMDP", pdf).ok()?.as_dict().ok()?;
    let references = signature.get_deref(b"Reference", pdf).ok().and_then(|r| r.as_array().ok());
    let levels = references.into_iter().flatten().filter_map(|one| muc(one, pdf));
    // Whatever else it says, it certifies.
    Some(levels.min().unwrap_or(MAC_DINH))
}

fn muc(reference: &Object, pdf: &Document) -> Option<i64> {
    let reference = tu_dien(reference, pdf)?;
    let params = reference.get_deref(b"TransformParams", pdf).ok()?.as_dict().ok()?;
    Some(params.get(b"P").and_then(Object::as_i64).unwrap_or(MAC_DINH))
}

fn tu_dien<'p>(object: &'p Object, pdf: &'p Document) -> Option<&'p Dictionary> {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).ok(),
        own => own.as_dict().ok(),
    }
}

/// Whether some signature is in it.
pub fn co_chu_ky(pdf: &Document) -> bool {
    let signature = |object: &Object| {
        object.as_dict().is_ok_and(|dict| dict.has(b"ByteRange") && dict.has(b"Contents"))
    };
    pdf.objects.values().any(signature)
}
