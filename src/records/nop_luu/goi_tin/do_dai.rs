//! What the archive's system would send back: fields that are longer than it takes.

use super::mo_ta::{O, o_ho_so, o_tai_lieu};
use crate::diagnostic::Diagnostic;
use crate::records::nop_luu::HoSoNop;

/// The longest text of each field that people fill (Phụ lục III), and what people call it. The others are codes.
const HO_SO: [(&str, usize, &str); 4] = [
    ("fileCode", 100, "mã hồ sơ"),
    ("title", 1000, "tiêu đề hồ sơ"),
    ("keyword", 100, "từ khoá"),
    ("description", 2000, "ghi chú của hồ sơ"),
];
const TAI_LIEU: [(&str, usize, &str); 7] = [
    ("docId", 25, "mã định danh tài liệu"),
    ("docCode", 100, "mã lưu trữ của tài liệu"),
    ("codeNumber", 11, "số"),
    ("codeNotation", 30, "ký hiệu"),
    ("organName", 200, "tên cơ quan"),
    ("subject", 500, "trích yếu"),
    ("description", 500, "ghi chú"),
];

/// Warnings about a hồ sơ that is about to go; the texts themselves go whole.
pub fn qua_dai(ho_so: &HoSoNop) -> Vec<Diagnostic> {
    let mut out = dai("hồ sơ", &o_ho_so(ho_so), &HO_SO);
    for (stt, one) in ho_so.co_tep() {
        out.extend(dai(&one.so_hieu(), &o_tai_lieu(ho_so, stt, one), &TAI_LIEU));
    }
    out
}

fn dai(cua: &str, fields: &[O], limits: &[(&str, usize, &str)]) -> Vec<Diagnostic> {
    let over = limits.iter().filter_map(|(ten, most, goi)| {
        let text = fields.iter().find(|(own, _)| own == ten).map(|(_, text)| text)?;
        let length = text.chars().count();
        (length > *most).then(|| {
            let message =
                format!("{cua}: {goi} dài {length} ký tự, ô {ten} của gói chỉ nhận {most}");
            let hint = "hỏi lưu trữ trước khi giao; chữ vẫn ghi đủ trong gói";
            Diagnostic::warning("not-ready", message).hint(hint)
        })
    });
    over.collect()
}
