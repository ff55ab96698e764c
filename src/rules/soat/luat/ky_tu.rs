//! Characters that look like others.

use super::{BoiCanh, Luat, PhamVi, Tim};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

pub static CHU_D: Luat = Luat {
    ma: "VT601",
    ten: "Chữ Đ của tiếng nước khác",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: bộ mã TCVN 6909:2001 (hiệu lực từ 05/3/2020)",
    giai_thich: "Chữ Đ tiếng Việt là U+0110; Ð (U+00D0) của tiếng Ai-xơ-len trông giống hệt nhưng tìm kiếm không ra, \
        sắp xếp sai và đổi sang chữ thường thành ð.",
    sai: "Ðồng Tháp",
    dung: "Đồng Tháp",
    pham_vi: PhamVi::MoiChu,
    gop: true,
    tim: |doan, _| {
        let found = doan.chu().char_indices().filter_map(|(at, c)| {
            let dung = match c {
                '\u{d0}' | '\u{189}' => "Đ",
                '\u{f0}' | '\u{256}' => "đ",
                _ => return None,
            };
            let loi =
                format!("chữ “{c}” (U+{:04X}) không phải là chữ {dung} tiếng Việt", u32::from(c));
            Some(Tim::thay(at..at.saturating_add(c.len_utf8()), loi, dung))
        });
        found.collect()
    },
};

pub static NHAY_THANG: Luat = Luat {
    ma: "VT602",
    ten: "Dấu nháy thẳng",
    muc: Severity::Note,
    can_cu: "Thông lệ, theo cách viết của Nghị định 30/2020/NĐ-CP",
    giai_thich: "Văn bản hành chính dùng dấu ngoặc kép cong “…”; dấu nháy thẳng là dấu của bàn phím.",
    sai: "phong trào \"Toàn dân đoàn kết\"",
    dung: "phong trào “Toàn dân đoàn kết”",
    pham_vi: PhamVi::VanXuoi,
    gop: true,
    tim: nhay_thang,
};

fn nhay_thang(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let mut start = 0usize;
    let mut found = Vec::new();
    for line in doan.chu().split('\n') {
        found.extend(nhay_trong_doan(doan, start, line));
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    found
}

/// The marks of one paragraph that begins at `start`: a quotation ends in the paragraph where it begins.
fn nhay_trong_doan(doan: &Doan, start: usize, line: &str) -> Vec<Tim> {
    let marks: Vec<usize> =
        line.match_indices('"').map(|(at, _)| start.saturating_add(at)).collect();
    let inch = marks.iter().any(|at| doan.truoc(*at).ends_with(|c: char| c.is_ascii_digit()));
    let even = marks.len().is_multiple_of(2);
    let found = marks.iter().enumerate().map(|(i, at)| {
        let cho = *at..at.saturating_add(1);
        let loi = "dấu nháy thẳng: dùng dấu ngoặc kép “…”";
        match (even, inch) {
            (true, false) => Tim::thay(cho, loi, if i % 2 == 0 { "“" } else { "”" }),
            (false, false) => Tim::xem(
                cho,
                "dấu nháy mở ra mà không có dấu đóng lại trong đoạn văn",
                "thêm dấu còn thiếu; viết “ ở đầu và ” ở cuối lời dẫn",
            ),
            (_, true) => Tim::xem(cho, loi, "thay bằng “ ở đầu và ” ở cuối"),
        }
    });
    found.collect()
}
