//! Spaces.

use super::{Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;

// Cells of a table may be padded.
mau!(THUA, &["  ", "\u{a0} ", " \u{a0}", "\u{a0}\u{a0}"], r"[^\s|][ \u{a0}]([ \u{a0}]+)[^\s|]");

pub static HAI_DAU_CACH: Luat = Luat {
    ma: "VT505",
    ten: "Hai dấu cách liền nhau",
    muc: Severity::Note,
    can_cu: "Thông lệ soạn thảo văn bản",
    giai_thich: "Giữa hai chữ chỉ có một dấu cách. Khi in, chương trình đã bỏ dấu cách thừa; sửa để tệp sạch.",
    sai: "Thường trực  Hội đồng nhân dân",
    dung: "Thường trực Hội đồng nhân dân",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let found = moi(&THUA, doan.chu()).filter_map(|caps| {
            Some(Tim::thay(nhom(&caps, 1)?.0, "thừa dấu cách giữa hai chữ", ""))
        });
        found.collect()
    },
};
