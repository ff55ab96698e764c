//! The page `docs/soat-loi.md`, from the table of rules.

use std::fmt::Write;

use super::{muc, theo_ma};

/// The groups of rules by the third character of their ids.
const NHOM: &[(&str, &str)] = &[
    ("VT1", "Viết hoa"),
    ("VT2", "Viện dẫn văn bản"),
    ("VT3", "Ngày tháng, con số"),
    ("VT4", "Kết thúc văn bản"),
    ("VT5", "Dấu câu, dấu cách"),
    ("VT6", "Ký tự, chính tả"),
    ("VT7", "Địa giới hành chính"),
];

const MO_DAU: &str = "# Soát lỗi trong lời văn

`vanthu check` đọc cả lời văn của hồ sơ. Phát hiện ở đây không bao giờ là lỗi chặn việc soạn: **cảnh báo** hiện ở cả
`check` và `build`, **ghi chú** chỉ hiện ở `check`. Lời trong ngoặc kép, tên riêng, ký hiệu được để yên.

- `vanthu check HO_SO --fix` (`--sua`) sửa những chỗ chắc chắn ngay trong tệp YAML; lời ghi chú, thụt dòng, dấu nháy giữ
  nguyên từng byte.
- `vanthu explain VT101` (`giai-thich`) nói rõ một quy tắc; không ghi mã thì liệt kê tất cả.
- Cơ quan không dùng quy tắc nào thì ghi trong `co-quan.yaml`: `bo_qua: [VT603]`.
- Kiểu đặt dấu thanh của cơ quan: `dau_thanh: kieu_moi` (hoà, khoẻ, thuỷ) hoặc `dau_thanh: kieu_cu` (hòa, khỏe, thủy).

Trang này lập từ bảng quy tắc trong `src/rules/soat/luat`; sửa ở đó.
";

pub fn tai_lieu() -> String {
    let mut page = MO_DAU.to_owned();
    for (dau, ten) in NHOM {
        let _ = write!(page, "\n## {ten}\n");
        for luat in theo_ma().into_iter().filter(|luat| luat.ma.starts_with(dau)) {
            let _ = write!(
                page,
                "\n### {}: {} ({})\n\n{}\n\n- Sai: {}\n- Đúng: {}\n- Căn cứ: {}\n",
                luat.ma,
                luat.ten,
                muc(luat),
                luat.giai_thich,
                ma(luat.sai),
                ma(luat.dung),
                luat.can_cu,
            );
        }
    }
    page
}

/// As it is written, so that spaces show.
fn ma(chu: &str) -> String {
    format!("`{chu}`")
}
