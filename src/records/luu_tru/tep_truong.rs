//! The data fields as a file to be attached, within their limits.

use super::truong::TruongDuLieu;
use super::xml;
use crate::diagnostic::Diagnostic;
use crate::writers::pdf::{QuanHe, TepKem};

/// Largest number of three digits (PL VI: DocOrdinal, PageAmount, IssuedAmount).
const BA_CHU_SO: usize = 999;
/// Name of the attached file.
const TEP: &str = "truong-du-lieu.xml";
impl TruongDuLieu {
    /// The file with the fields; errors name the field that is over its limit.
    pub fn tep(&self) -> Result<TepKem, Vec<Diagnostic>> {
        let faults: Vec<Diagnostic> = self.qua_dai().collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let bytes = xml::viet(self).map_err(|error| {
            let message = format!("lỗi của chương trình khi ghi trường dữ liệu: {error}");
            vec![Diagnostic::error("internal", message)]
        })?;
        Ok(TepKem {
            ten: TEP.to_owned(),
            mo_ta: "Trường dữ liệu theo Phụ lục VI, Nghị định 30/2020/NĐ-CP".to_owned(),
            kieu_mime: "application/xml",
            quan_he: QuanHe::DuLieu,
            bytes,
        })
    }

    /// The numbers that are known only once the document is laid out or issued.
    fn qua_dai(&self) -> impl Iterator<Item = Diagnostic> {
        let numbers = [
            ("DocOrdinal", "số thứ tự văn bản trong hồ sơ", self.doc_ordinal, "chia hồ sơ"),
            ("PageAmount", "số trang của văn bản", Some(self.page_amount), "chia văn bản"),
            ("IssuedAmount", "số lượng bản phát hành", self.issued_amount, "xem lại số lượng bản"),
        ];
        let over = |so: &usize| *so > BA_CHU_SO;
        numbers.into_iter().filter_map(move |(truong, ten, so, hint)| {
            let so = so.filter(over)?;
            let message = format!("{ten} là {so}, tối đa là {BA_CHU_SO} (trường {truong})");
            let clause = format!("Nghị định 30/2020/NĐ-CP, Phụ lục VI, thông tin đầu vào: {ten}");
            Some(Diagnostic::error("too-long", message).hint(hint).clause(clause))
        })
    }
}
