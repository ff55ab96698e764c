//! Names of offices: a capital for the kind and for the function, the rest small (PL II, IV.1).

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau};
use crate::diagnostic::Severity;
use crate::soat::doan::Doan;

mau!(
    TEN,
    &["nhân", "Nhân", "NHÂN", "NHân", "trận", "Trận", "TRẬN", "TRận"],
    r"(?i)\b(?:hội đồng nhân dân|(?:ủy|uỷ) ban nhân dân|mặt trận tổ quốc|(?:tòa|toà) án nhân dân|viện kiểm sát nhân dân)\b"
);

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
    tim: co_quan,
};

fn co_quan(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let found =
        TEN.cho(doan.chu()).into_iter().flat_map(|mau| mau.find_iter(doan.chu())).filter_map(|m| {
            let (cho, sai) = (m.range(), m.as_str());
            let thuong = sai.to_lowercase();
            let in_hoa = sai == sai.to_uppercase();
            let chung = sai == thuong && !SAU.contains(&doan.tu_sau(cho.end));
            let dung = hoa_dau(&thuong).replace("trận tổ", "trận Tổ");
            let loi = format!("tên cơ quan “{sai}” phải viết “{dung}”");
            (!in_hoa && !chung && sai != dung).then(|| Tim::thay(cho, loi, dung))
        });
    found.collect()
}
