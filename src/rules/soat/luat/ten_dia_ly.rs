//! Names of places: `tỉnh Đồng Tháp`, but `Thành phố Hồ Chí Minh`, `Quận 1` (PL II, III.1).

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau, moi, nhom, thuong_dau};
use crate::diagnostic::Severity;
use crate::model::DiaBan;
use crate::rules::soat::doan::Doan;

const CAN_CU: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1 (hiệu lực từ 05/3/2020)";

mau!(
    CHUNG_HOA,
    &["Tỉnh ", "Thành phố "],
    r"\b(Tỉnh|Thành phố) ((?:\p{Lu}\p{Ll}+)(?: (?:- )?\p{Lu}\p{Ll}+){0,4})"
);
mau!(
    RIENG_THUONG,
    &["thành phố Hồ", "thủ đô Hà"],
    r"\b(thành phố) Hồ Chí Minh\b|\b(thủ đô) Hà Nội\b"
);
mau!(SO, &["quận ", "phường "], r"\b(quận|phường) ([0-9]{1,2})\b");
mau!(VIET, &["nam", "iệt Nam", "Viêt Nam"], r"\b(?:[Vv]iệt nam|việt Nam|VIệt Nam|Viêt Nam)\b");

pub static DON_VI: Luat = Luat {
    ma: "VT105",
    ten: "Viết hoa tên đơn vị hành chính",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Danh từ chung đứng trước tên riêng viết thường: tỉnh Đồng Tháp, thành phố Cần Thơ. Viết hoa khi \
        ghép với chữ số, tên người, tên sự kiện (Quận 1, Phường Điện Biên Phủ) và ở Thủ đô Hà Nội, Thành phố Hồ Chí \
        Minh. Viết “Tỉnh” một mình để chỉ tỉnh nhà thì không thuộc quy tắc này.",
    sai: "các đơn vị của Tỉnh Đồng Tháp và thành phố Hồ Chí Minh",
    dung: "các đơn vị của tỉnh Đồng Tháp và Thành phố Hồ Chí Minh",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: don_vi,
};

fn don_vi(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let hoa = moi(&CHUNG_HOA, doan.chu()).filter_map(|caps| {
        let ((cho, chung), (_, ten)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
        let ten = ten_tinh(ten)?;
        if doan.dau_cau(cho.start) || chung == "Thành phố" && ten == "Hồ Chí Minh" {
            return None;
        }
        let dung = thuong_dau(chung);
        Some(Tim::thay(cho, format!("“{chung} {ten}” phải viết “{dung} {ten}”"), dung))
    });
    let thuong = moi(&RIENG_THUONG, doan.chu()).filter_map(|caps| {
        let (cho, chung) = nhom(&caps, 1).or_else(|| nhom(&caps, 2))?;
        let (ca, dung) = (caps.get(0)?.as_str(), hoa_dau(chung));
        Some(Tim::thay(cho, format!("“{ca}” viết hoa chữ đầu: “{}”", hoa_dau(ca)), dung))
    });
    let so = moi(&SO, doan.chu()).filter_map(|caps| {
        let ((cho, chung), (so_cho, so)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
        let sau = doan.sau(so_cho.end).trim_start();
        let rieng = sau.is_empty()
            || sau.starts_with([',', '.', ';', ')'])
            || sau.starts_with(char::is_uppercase)
            || sau.starts_with("thành phố");
        let dem = doan.tu_truoc(cho.start).parse::<u32>().is_ok();
        let dung = hoa_dau(chung);
        let loi = format!("“{chung} {so}” viết hoa: “{dung} {so}”");
        (rieng && !dem).then(|| Tim::thay(cho, loi, dung))
    });
    hoa.chain(thuong).chain(so).collect()
}

/// The province whose name begins these words.
fn ten_tinh(chu: &str) -> Option<&str> {
    let ends = chu.match_indices(' ').map(|(at, _)| at).chain([chu.len()]);
    let mut names = ends.filter_map(|end| chu.get(..end));
    names.rfind(|ten| DiaBan::tim(ten).is_some())
}

pub static VIET_NAM: Luat = Luat {
    ma: "VT106",
    ten: "Viết hoa tên nước",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Tên riêng địa lý viết hoa chữ cái đầu của mọi tiếng: Việt Nam.",
    sai: "Mặt trận Tổ quốc Việt nam",
    dung: "Mặt trận Tổ quốc Việt Nam",
    pham_vi: PhamVi::VanXuoi,
    gop: true,
    tim: |doan, _| {
        let all = VIET.cho(doan.chu()).into_iter().flat_map(|mau| mau.find_iter(doan.chu()));
        let found = all.map(|m| {
            Tim::thay(m.range(), format!("“{}” phải viết “Việt Nam”", m.as_str()), "Việt Nam")
        });
        found.collect()
    },
};
