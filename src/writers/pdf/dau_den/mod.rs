//! Dấu “Đến” (PL IV): the stamp of 50 × 35 mm on the first page of a PDF that came, as an annotation in an update at the
//! file's end. The bytes that came are the beginning of the new file, one by one, so whatever was signed stays as it was
//! signed. A stroke into the page itself would be told by every viewer as a change of what was signed; an annotation is
//! told as what it is.

mod cho_dat;
mod khoang_trong;
mod noi_them;
mod ve_dau;
mod xet;

pub use cho_dat::ChoDau;
pub use khoang_trong::{Ben, ChoTrong, TrangDau, tim};
pub use ve_dau::DauDen;

use lopdf::Document;

use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::writers::pdf::dau_pdf;

/// A stamped copy.
#[derive(Debug)]
pub struct DaDong {
    pub bytes: Vec<u8>,
    /// The file that came has signatures.
    pub co_chu_ky: bool,
}

/// The file with the stamp. `ten` is its name for messages.
pub fn dong_dau(
    ten: &str,
    bytes: &[u8],
    dau: &DauDen,
    cho: ChoDau,
    fonts: &Fonts,
) -> Result<DaDong, Vec<Diagnostic>> {
    let why = |why: String| vec![tu_choi(ten, &why)];
    // A file counts its places from where it begins; what a sender has put before that stays before it.
    let before = dau_pdf(bytes).ok_or_else(|| why("không phải tệp PDF".to_owned()))?;
    let (head, own) = bytes.split_at(before);
    let pdf = xet::mo(own).map_err(why)?;
    let stamp = ve_dau::ve(dau, fonts)?;
    let added = noi_them::noi(own, &pdf, &stamp, cho).map_err(why)?;
    let made = [head, &added].concat();
    // What a viewer will find is read once more before it is handed on.
    let again = Document::load_mem(&made).ok();
    let whole = again.is_some_and(|again| again.get_pages().len() == pdf.get_pages().len());
    if !whole || !made.starts_with(bytes) {
        return Err(why("không nối thêm được vào cuối tệp này".to_owned()));
    }
    Ok(DaDong { bytes: made, co_chu_ky: xet::co_chu_ky(&pdf) })
}

fn tu_choi(ten: &str, why: &str) -> Diagnostic {
    Diagnostic::error("stamp-refused", format!("không đóng dấu đến vào {ten} được: {why}")).hint(
        "in trang đầu ra giấy rồi đóng dấu; số đến vẫn ghi vào sổ như thường, không có --dong-dau",
    )
}
