//! Figures and money.

use super::{Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;

const CAN_CU: &str = "Luật Kế toán số 88/2015/QH13, Điều 11 (hiệu lực từ 01/01/2017)";

mau!(
    PHAY,
    &[",0", ",1", ",2", ",3", ",4", ",5", ",6", ",7", ",8", ",9"],
    r"\b[0-9]{1,3}(?:,[0-9]{3}){2,}\b|\b([0-9]{1,3},000) đồng\b"
);
mau!(
    TIEN,
    &[
        "VN",
        "vn",
        "0đ",
        "1đ",
        "2đ",
        "3đ",
        "4đ",
        "5đ",
        "6đ",
        "7đ",
        "8đ",
        "9đ",
        "0 đ",
        "1 đ",
        "2 đ",
        "3 đ",
        "4 đ",
        "5 đ",
        "6 đ",
        "7 đ",
        "8 đ",
        "9 đ",
        "0\u{a0}đ",
        "1\u{a0}đ",
        "2\u{a0}đ",
        "3\u{a0}đ",
        "4\u{a0}đ",
        "5\u{a0}đ",
        "6\u{a0}đ",
        "7\u{a0}đ",
        "8\u{a0}đ",
        "9\u{a0}đ"
    ],
    r"[0-9]((?: |\u{a0})?(?:VNĐ|VND|vnđ|vnd|đ))(?:[^\p{L}0-9]|$)"
);

pub static HANG_NGHIN: Luat = Luat {
    ma: "VT304",
    ten: "Dấu ngăn hàng nghìn",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Sau chữ số hàng nghìn, triệu, tỷ đặt dấu chấm (.); dấu phẩy (,) đặt sau chữ số hàng đơn vị, trước phần \
        thập phân.",
    sai: "số tiền 1,250,000 đồng",
    dung: "số tiền 1.250.000 đồng",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let found = moi(&PHAY, doan.chu()).filter_map(|caps| {
            let (cho, so) = nhom(&caps, 1).or_else(|| nhom(&caps, 0))?;
            let glued = doan.truoc(cho.start).ends_with([',', '.']);
            let dung = so.replace(',', ".");
            (!glued).then(|| Tim::thay(cho, format!("“{so}” phải viết “{dung}”"), dung))
        });
        found.collect()
    },
};

pub static DON_VI_TIEN: Luat = Luat {
    ma: "VT305",
    ten: "Đơn vị tiền trong lời văn",
    muc: Severity::Note,
    can_cu: "Luật Kế toán số 88/2015/QH13, Điều 10 (hiệu lực từ 01/01/2017)",
    giai_thich: "Trong lời văn viết “đồng”, cách số một dấu cách; “đ” và “VND” là ký hiệu dùng trong bảng, biểu.",
    sai: "mức hỗ trợ 300.000đ mỗi người",
    dung: "mức hỗ trợ 300.000 đồng mỗi người",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = moi(&TIEN, doan.chu()).filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            // `điểm 1đ` of an article: figures of money have a thousand at least.
            let number: String = doan
                .truoc(cho.start)
                .chars()
                .rev()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            let tien = number.contains('.') || chu.to_uppercase().contains("VN");
            let loi = format!("“{}” trong lời văn viết “đồng”", chu.trim());
            tien.then(|| Tim::thay(cho, loi, " đồng"))
        });
        found.collect()
    },
};
