//! Posts and bodies of which every word has a capital: `Chủ Tịch Quốc Hội`. The decree gives one to the first word
//! of each part (PL II, IV.1 and V.3).

use super::{Luat, PhamVi, Tim, bat_dau_hoa, cac_tu, hoa_dau};
use crate::diagnostic::Severity;

/// Two words of which the second never has a capital, in small letters.
#[rustfmt::skip]
const CUM: &[[&str; 2]] = &[
    ["chủ", "tịch"], ["thủ", "tướng"], ["bộ", "trưởng"], ["thứ", "trưởng"], ["cục", "trưởng"], ["vụ", "trưởng"],
    ["viện", "trưởng"], ["hiệu", "trưởng"], ["giám", "đốc"], ["chủ", "nhiệm"], ["bí", "thư"], ["văn", "phòng"],
    ["thường", "trực"], ["thường", "vụ"], ["quốc", "hội"], ["chính", "phủ"], ["nhà", "nước"], ["uỷ", "ban"], ["ủy", "ban"],
    ["uỷ", "viên"], ["ủy", "viên"], ["hội", "đồng"], ["đại", "biểu"], ["trung", "ương"], ["công", "an"], ["thanh", "tra"],
    ["chấp", "hành"], ["chỉ", "đạo"], ["tỉnh", "uỷ"], ["tỉnh", "ủy"], ["thành", "uỷ"], ["thành", "ủy"], ["đảng", "uỷ"],
    ["đảng", "ủy"], ["nghị", "quyết"], ["nghị", "định"], ["quyết", "định"], ["thông", "tư"], ["kế", "hoạch"],
    ["thông", "báo"], ["công", "văn"], ["tờ", "trình"], ["báo", "cáo"],
];

/// Words of offices and posts that such a pair may follow. After another capital it is a person's name:
/// `Nguyễn Văn Phòng`.
#[rustfmt::skip]
const TRUOC: &[&str] = &[
    "phó", "chánh", "tổng", "quyền", "tịch", "tướng", "trưởng", "đốc", "nhiệm", "thư", "phòng", "trực", "vụ", "hội", "phủ",
    "nước", "ban", "bộ", "sở", "đoàn", "đồng", "biểu", "viên", "ương", "dân", "cục", "tra", "khóa", "khoá", "kỳ", "họp",
    "hành", "đạo", "uỷ", "ủy", "đảng", "các",
];

/// Words after which a name follows, of a person or of a place, whatever it means.
#[rustfmt::skip]
const TRUOC_TEN: &[&str] = &[
    "ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "chí", "xã", "phường", "ấp", "thôn", "bản", "đường",
    "kênh", "rạch", "cầu", "chợ", "hẻm", "phố",
];

pub static CHUC_VU: Luat = Luat {
    ma: "VT111",
    ten: "Viết hoa từng tiếng của chức vụ, tên cơ quan, tên loại văn bản",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1, V.3, V.6 (hiệu lực từ 05/3/2020)",
    giai_thich: "Chỉ viết hoa chữ cái đầu của từ, không viết hoa từng tiếng: Chủ tịch Quốc hội, Phó Thủ tướng Chính phủ, \
        Chánh Văn phòng, Kế hoạch. Tên người và chữ in hoa toàn bộ không bị xét.",
    sai: "Chủ Tịch Quốc Hội và Phó Thủ Tướng Chính Phủ",
    dung: "Chủ tịch Quốc hội và Phó Thủ tướng Chính phủ",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: |doan, _| {
        let tu = cac_tu(doan);
        let pairs = tu.iter().enumerate().zip(tu.iter().skip(1));
        let found = pairs.filter_map(|((i, (a, chu)), (b, sau))| {
            let title =
                |word: &str| bat_dau_hoa(word) && word.chars().skip(1).all(char::is_lowercase);
            // Nearly no pair gets past this.
            if !title(sau) || !title(chu) || sau.chars().count() < 2 {
                return None;
            }
            let thuong = [chu.to_lowercase(), sau.to_lowercase()];
            CUM.iter().find(|cum| cum[0] == thuong[0] && cum[1] == thuong[1])?;
            let giua = doan.chu().get(a.end..b.start)?;
            let truoc = i.checked_sub(1).and_then(|before| tu.get(before));
            let lien = truoc.filter(|(cho, word)| {
                bat_dau_hoa(word)
                    && doan.chu().get(cho.end..a.start).is_some_and(|gap| gap.trim().is_empty())
            });
            let ten_nguoi =
                lien.is_some_and(|(_, word)| !TRUOC.contains(&word.to_lowercase().as_str()));
            let sau_xung_ho =
                truoc.is_some_and(|(_, word)| TRUOC_TEN.contains(&word.to_lowercase().as_str()));
            (!ten_nguoi && !sau_xung_ho && matches!(giua, " " | "\u{a0}")).then(|| {
                let (sai, dung) =
                    (doan.lay(&(a.start..b.end)), format!("{chu}{giua}{}", thuong[1]));
                Tim::thay(a.start..b.end, format!("“{sai}” phải viết “{}”", hoa_dau(&dung)), dung)
            })
        });
        found.collect()
    },
};
