//! Marks that go in pairs, and the spaces on both sides of a dash between years.

use super::{Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;

mau!(
    KHOANG_NAM,
    &["- ", " -", "– ", " –"],
    r"\b(?:19|20)[0-9]{2}([ \u{a0}]*[-–][ \u{a0}]*)(?:19|20)[0-9]{2}\b"
);

pub static KHOANG: Luat = Luat {
    ma: "VT506",
    ten: "Dấu gạch giữa hai năm",
    muc: Severity::Note,
    can_cu: "Thông lệ soạn thảo văn bản",
    giai_thich: "Hai bên dấu gạch giữa hai năm cùng có dấu cách (2026 - 2030) hoặc cùng không có (2026-2030).",
    sai: "giai đoạn 2026- 2030",
    dung: "giai đoạn 2026 - 2030",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let found = moi(&KHOANG_NAM, doan.chu()).filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            let blank = |c: char| c == ' ' || c == '\u{a0}';
            let uneven = chu.starts_with(blank) != chu.ends_with(blank);
            let dash = chu.trim_matches(blank);
            let loi = "dấu gạch giữa hai năm chỉ có dấu cách ở một bên";
            uneven.then(|| Tim::thay(cho, loi, format!(" {dash} ")))
        });
        found.collect()
    },
};

pub static NGOAC_KEP: Luat = Luat {
    ma: "VT507",
    ten: "Dấu ngoặc kép không có cặp",
    muc: Severity::Warning,
    can_cu: "Thông lệ soạn thảo văn bản",
    giai_thich: "Dấu “ mở ra thì có dấu ” đóng lại.",
    sai: "phong trào “Toàn dân đoàn kết trong năm 2026",
    dung: "phong trào “Toàn dân đoàn kết” trong năm 2026",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let text = doan.chu();
        if text.matches('“').count() == text.matches('”').count() {
            return Vec::new();
        }
        let mut open: Vec<usize> = Vec::new();
        let mut alone: Option<usize> = None;
        for (at, c) in text.char_indices() {
            match c {
                '“' => open.push(at),
                '”' if open.pop().is_none() => {
                    alone.get_or_insert(at);
                }
                _ => {}
            }
        }
        let sign = open.first().copied().or(alone);
        let found = sign
            .and_then(|at| text.get(at..).and_then(|rest| rest.chars().next()).map(|c| (at, c)));
        let told = found.map(|(at, c)| {
            let (loi, goi_y) = match c {
                '“' => ("dấu “ mở ra mà không có dấu ” đóng lại", "thêm dấu ” ở cuối lời dẫn"),
                _ => ("dấu ” đóng lại mà không có dấu “ mở ra", "thêm dấu “ ở đầu lời dẫn"),
            };
            Tim::xem(at..at.saturating_add(c.len_utf8()), loi, goi_y)
        });
        told.into_iter().collect()
    },
};
