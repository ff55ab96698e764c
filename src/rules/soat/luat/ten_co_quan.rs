//! Names of offices: a capital for the kind and for the function, the rest small (PL II, IV.1).

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

mau!(
    TEN,
    &["nhân", "Nhân", "NHÂN", "NHân", "trận", "Trận", "TRẬN", "TRận"],
    r"(?i)\b(?:hội đồng nhân dân|(?:ủy|uỷ) ban nhân dân|mặt trận tổ quốc|(?:tòa|toà) án nhân dân|viện kiểm sát nhân dân)\b"
);

mau!(
    CHINH_PHU,
    &["chính phủ"],
    r"\b(?:Thủ tướng|số [0-9]{1,4}/[0-9]{4}/NĐ-CP(?: ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}| ngày [0-9]{1,2}/[0-9]{1,2}/[0-9]{4})? của|số [0-9]{1,4}/NQ-CP(?: ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})? của) (chính phủ)\b"
);
mau!(
    TINH_UY,
    &["tỉnh ", "thành ", "đảng "],
    r"\b(?:(tỉnh (?:ủy|uỷ)|thành (?:ủy|uỷ)) \p{Lu}\p{Ll}|(đảng (?:ủy|uỷ)) (?:xã|phường|đặc khu) \p{Lu}\p{Ll})"
);
mau!(
    SO_BO,
    &["sở ", "bộ "],
    r"\b((?:sở|bộ) (?:Tài chính|Nội vụ|Tư pháp|Y tế|Xây dựng|Công Thương|Giáo dục và Đào tạo|Khoa học và Công nghệ|Nông nghiệp và Môi trường|Văn hóa|Văn hoá|Dân tộc|Ngoại giao|Quốc phòng|Công an))\b"
);
mau!(
    HOA_THUA,
    &["Sở ", "Bộ "],
    r"\b((?:Sở|Bộ) (?:Tài Chính|Nội Vụ|Tư Pháp|Xây Dựng|Giáo Dục (?:và|Và) Đào Tạo|Khoa Học (?:và|Và) Công Nghệ|Nông Nghiệp (?:và|Và) Môi Trường|Quốc Phòng|Ngoại Giao))\b"
);

/// Words that `bộ` and `sở` end: `cán bộ`, `cơ sở`.
const TU_GHEP: &[&str] = &["cán", "nội", "cục", "toàn", "cơ", "trụ", "công", "đồng", "tiến", "chi"];

/// What makes a name in small letters the name of one office.
const SAU: &[&str] = &[
    "tỉnh",
    "thành",
    "huyện",
    "quận",
    "thị",
    "xã",
    "phường",
    "đặc",
    "các",
    "cùng",
    "Việt",
    "tối",
    "cấp",
];

pub static CO_QUAN: Luat = Luat {
    ma: "VT104",
    ten: "Viết hoa tên cơ quan",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1 (hiệu lực từ 05/3/2020)",
    giai_thich: "Tên cơ quan, tổ chức viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực hoạt động: \
        Hội đồng nhân dân, Ủy ban nhân dân, Mặt trận Tổ quốc; các chữ còn lại viết thường.",
    sai: "Hội Đồng Nhân Dân Tỉnh, uỷ ban nhân dân xã",
    dung: "Hội đồng nhân dân Tỉnh, Uỷ ban nhân dân xã",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: |doan, boi_canh| {
        let mut all = co_quan(doan, boi_canh);
        all.extend(chinh_phu(doan).chain(so_bo(doan)));
        all
    },
};

/// The Government, and a province's Party committee by its name.
fn chinh_phu(doan: &Doan) -> impl Iterator<Item = Tim> {
    let all = moi(&CHINH_PHU, doan.chu()).chain(moi(&TINH_UY, doan.chu()));
    all.filter_map(|caps| {
        let (cho, sai) = nhom(&caps, 1).or_else(|| nhom(&caps, 2))?;
        // `các đảng uỷ xã …` are no one's name.
        let many = matches!(doan.tu_truoc(cho.start).as_str(), "các" | "những");
        (!many).then(|| sua(cho, sai, hoa_dau(sai)))
    })
}

/// A department or a ministry: its kind and the first word of each field have capitals.
fn so_bo(doan: &Doan) -> impl Iterator<Item = Tim> {
    let thuong = moi(&SO_BO, doan.chu()).filter_map(|caps| {
        let (cho, sai) = nhom(&caps, 1)?;
        let ghep = TU_GHEP.contains(&doan.tu_truoc(cho.start).as_str());
        (!ghep).then(|| sua(cho, sai, hoa_dau(sai)))
    });
    let thua = moi(&HOA_THUA, doan.chu()).filter_map(|caps| {
        let (cho, sai) = nhom(&caps, 1)?;
        Some(sua(cho, sai, hoa_dung_cho(sai)))
    });
    thuong.chain(thua)
}

/// `Sở Khoa Học Và Công Nghệ` → `Sở Khoa học và Công nghệ`: a field has two words.
fn hoa_dung_cho(sai: &str) -> String {
    let mut mo_dau = true;
    let words = sai.split(' ').enumerate().map(|(i, word)| {
        let va = word.to_lowercase() == "và";
        let hoa = (i == 0 || mo_dau) && !va;
        mo_dau = i == 0 || va;
        if hoa { hoa_dau(&word.to_lowercase()) } else { word.to_lowercase() }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn sua(cho: Range<usize>, sai: &str, dung: String) -> Tim {
    Tim::thay(cho, format!("tên cơ quan “{sai}” phải viết “{dung}”"), dung)
}

fn co_quan(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let found =
        TEN.cho(doan.chu()).into_iter().flat_map(|mau| mau.find_iter(doan.chu())).filter_map(|m| {
            let (cho, sai) = (m.range(), m.as_str());
            let thuong = sai.to_lowercase();
            let in_hoa = sai == sai.to_uppercase();
            let chung = sai == thuong && !SAU.contains(&doan.tu_sau(cho.end));
            let dung = hoa_dau(&thuong).replace("trận tổ", "trận Tổ");
            (!in_hoa && !chung && sai != dung).then(|| sua(cho, sai, dung))
        });
    found.collect()
}
