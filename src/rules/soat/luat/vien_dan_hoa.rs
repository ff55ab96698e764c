//! Capitals where a document or a part of it is cited (PL II, V.6).

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau, moi, nhom, thuong_dau};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

const CAN_CU: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.6 (hiệu lực từ 05/3/2020)";

mau!(HOA, &["Khoản "], r"\b(Khoản) [0-9]{1,2}[a-zđ]?\b");
mau!(DIEM_HOA, &["Điểm "], r"\b(Điểm) [a-zđ](?:\.[0-9])?\b");
mau!(
    THUONG,
    &["điều "],
    r"\b(?:([Kk]hoản [0-9]{1,2}[a-zđ]?|tại|theo|của|Theo|Tại),? )?(điều) [0-9]{1,3}[a-zđ]?\b(?:,? (Luật|Bộ luật|Nghị|Thông|Quyết|Quy|Điều|Hiến pháp|Pháp lệnh|của|này))?"
);
mau!(
    CHUONG,
    &["chương ", "phần "],
    r"\b(chương|phần) [IVXL]+\b,? (?:của )?(?:Luật|Bộ luật|Nghị|Thông|Quyết|Quy|Hiến pháp)"
);
mau!(
    LOAI_THUONG,
    &["/", "-"],
    r"\b(nghị định|nghị quyết|thông tư|quyết định|chỉ thị|kế hoạch|công văn|thông báo|báo cáo|tờ trình|hướng dẫn|kết luận|công điện|chương trình|pháp lệnh|luật) (?:số [0-9]{1,5}(?:/[0-9]{4}/|[/-])\p{Lu}|[0-9]{1,5}(?:/[0-9]{4}/|[/-])\p{Lu}{2})"
);

mau!(
    TEN_LUAT,
    &["Luật "],
    r"\bLuật (tổ chức (?:chính quyền địa phương|Quốc hội|Chính phủ|Tòa án nhân dân|Toà án nhân dân)|hoạt động giám sát của Quốc hội|ban hành văn bản|ngân sách nhà nước|cán bộ, công chức|tiếp công dân|bảo vệ bí mật nhà nước|bầu cử đại biểu)\b"
);

pub static DIEU_KHOAN: Luat = Luat {
    ma: "VT101",
    ten: "Viết hoa phần, chương, mục, điều; viết thường khoản, điểm",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Khi viện dẫn, chữ cái đầu của phần, chương, mục, tiểu mục, điều viết hoa; khoản, điểm viết thường, \
        trừ khi đứng đầu câu.",
    sai: "quy định tại Điểm a Khoản 1 điều 24 Nghị định",
    dung: "quy định tại điểm a khoản 1 Điều 24 Nghị định",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: dieu_khoan,
};

fn dieu_khoan(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let hoa = moi(&HOA, doan.chu()).chain(moi(&DIEM_HOA, doan.chu()));
    let hoa = hoa.filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 1)?;
        let dung = thuong_dau(chu);
        let loi = format!("“{chu}” ở giữa câu viết thường: “{dung}”");
        (!doan.dau_cau(cho.start)).then(|| Tim::thay(cho, loi, dung))
    });
    let thuong = moi(&THUONG, doan.chu()).filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 2)?;
        let chac = caps.get(1).is_some() || caps.get(3).is_some();
        chac.then(|| viet_hoa(cho, chu))
    });
    let chuong = moi(&CHUONG, doan.chu()).filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 1)?;
        Some(viet_hoa(cho, chu))
    });
    hoa.chain(thuong).chain(chuong).collect()
}

fn viet_hoa(cho: std::ops::Range<usize>, chu: &str) -> Tim {
    let dung = hoa_dau(chu);
    Tim::thay(cho, format!("“{chu}” khi viện dẫn viết hoa: “{dung}”"), dung)
}

pub static TEN_LOAI: Luat = Luat {
    ma: "VT102",
    ten: "Viết hoa tên loại của một văn bản cụ thể",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Khi nói đến một văn bản cụ thể, chữ cái đầu của tên loại viết hoa; nói chung các nghị quyết, \
        kế hoạch thì viết thường.",
    sai: "thực hiện nghị quyết số 15/NQ-HĐND",
    dung: "thực hiện Nghị quyết số 15/NQ-HĐND",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = moi(&LOAI_THUONG, doan.chu()).filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            let dung = hoa_dau(chu);
            let loi = format!("tên loại của một văn bản cụ thể viết hoa: “{dung}”");
            Some(Tim::thay(cho, loi, dung))
        });
        found.collect()
    },
};

pub static TEN_CUA_LUAT: Luat = Luat {
    ma: "VT110",
    ten: "Viết hoa tên của luật",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Viện dẫn một luật bằng tên của nó thì viết hoa chữ cái đầu của tên loại và chữ cái đầu của tên luật.",
    sai: "Căn cứ Luật tổ chức chính quyền địa phương",
    dung: "Căn cứ Luật Tổ chức chính quyền địa phương",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: |doan, _| {
        let found = moi(&TEN_LUAT, doan.chu()).filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            let dung = hoa_dau(chu);
            let loi = format!("tên của luật viết hoa chữ đầu: “{dung}”");
            Some(Tim::thay(cho, loi, dung))
        });
        found.collect()
    },
};
