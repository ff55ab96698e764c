//! `Đảng`, `Nhà nước`, `Nhân dân` and the feast days (PL II, V.1, V.4, V.5, V.8).

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

mau!(NHA_NUOC, &["ảng"], r"\b[Đđ]ảng(?:,| và) (nhà nước)\b");
mau!(DANG, &["đảng"], r"\b(đảng)(?:,| và) [Nn]hà nước\b");
mau!(
    DAN,
    &["nhân dân"],
    r"\b(?:tầng lớp|quần chúng|Nhà nước và|Nhà nước, của|phục vụ|lòng tin của|đời sống của|do|vì) (nhân dân)\b"
);
mau!(LE, &["ết "], r"\b[Tt]ết (nguyên đán|Nguyên Đán|trung thu|Trung Thu|đoan ngọ)\b");
mau!(QUOC_KHANH, &["ngày quốc", "ngày Quốc"], r"\bngày (quốc khánh|Quốc Khánh)\b");

pub static NHAN_DAN: Luat = Luat {
    ma: "VT107",
    ten: "Viết hoa Đảng, Nhà nước, Nhân dân",
    muc: Severity::Note,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.1, V.4 (hiệu lực từ 05/3/2020)",
    giai_thich: "Các từ Nhân dân, Nhà nước và Đảng (chỉ Đảng Cộng sản Việt Nam) viết hoa. Trong tên và trong cụm từ \
        chuyên môn đã quen viết thường (quản lý nhà nước, Hội đồng nhân dân) thì giữ như quen viết.",
    sai: "chủ trương của Đảng, nhà nước đến các tầng lớp nhân dân",
    dung: "chủ trương của Đảng, Nhà nước đến các tầng lớp Nhân dân",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: nhan_dan,
};

fn nhan_dan(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let all = moi(&NHA_NUOC, doan.chu()).chain(moi(&DANG, doan.chu())).chain(moi(&DAN, doan.chu()));
    let found = all.filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 1)?;
        let dung = hoa_dau(chu);
        Some(Tim::thay(cho, format!("“{chu}” ở đây viết hoa: “{dung}”"), dung))
    });
    found.collect()
}

pub static NGAY_LE: Luat = Luat {
    ma: "VT108",
    ten: "Viết hoa tên ngày lễ, ngày tết",
    muc: Severity::Note,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.5, V.8 (hiệu lực từ 05/3/2020)",
    giai_thich: "Tên ngày lễ, ngày tết viết hoa chữ cái đầu của tiếng thứ nhất: tết Nguyên đán, ngày Quốc khánh 2-9.",
    sai: "nghỉ tết nguyên đán",
    dung: "nghỉ tết Nguyên đán",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: |doan, _| {
        let all = moi(&LE, doan.chu()).chain(moi(&QUOC_KHANH, doan.chu()));
        let found = all.filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            let dung = hoa_dau(&chu.to_lowercase());
            Some(Tim::thay(cho, format!("“{chu}” phải viết “{dung}”"), dung))
        });
        found.collect()
    },
};
