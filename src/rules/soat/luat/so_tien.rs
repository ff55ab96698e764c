//! Figures and money.

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::model::so_bang_chu::{CachDoc, doc_so, hieu_so};
use crate::model::tien::nhom_ba;
use crate::rules::soat::doan::Doan;

const CAN_CU: &str = "Luật Kế toán số 88/2015/QH13, Điều 11 (hiệu lực từ 01/01/2017)";

mau!(
    PHAY,
    &[",0", ",1", ",2", ",3", ",4", ",5", ",6", ",7", ",8", ",9"],
    r"\b([0-9]{1,3}(?:,[0-9]{3}){2,})(?:[^0-9,]|,[^0-9]|$)|\b([0-9]{1,3},000)(?: |\u{a0})?(?:đồng|đ|VNĐ|VND|vnđ|vnd)(?:[^\p{L}0-9]|$)"
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
            let (cho, so) = nhom(&caps, 1).or_else(|| nhom(&caps, 2))?;
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
                .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
                .collect();
            let tien = number.contains(['.', ',']) || chu.to_uppercase().contains("VN");
            let loi = format!("“{}” trong lời văn viết “đồng”", chu.trim());
            tien.then(|| Tim::thay(cho, loi, " đồng"))
        });
        found.collect()
    },
};

// An amount, then `Bằng chữ: …`, or brackets with nothing but words.
mau!(
    BANG_CHU,
    &["ằng chữ"],
    r"\b([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{4,12})(?: |\u{a0})?(?:đồng|đ|VNĐ|VND)[^\n()]{0,24}\(?(?:[Ss]ố tiền )?(?:[Vv]iết )?[Bb]ằng chữ(?: là)? ?: ?([^()\n.;:0-9]{2,160}?) đồng"
);
mau!(
    TRONG_NGOAC,
    &["đồng (", "đồng)"],
    r"\b([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{4,12})(?: |\u{a0})?(?:đồng|đ|VNĐ|VND) \(([^()\n.;:0-9]{2,160}?) đồng(?: chẵn)?\.?\)"
);

pub static SO_VA_CHU: Luat = Luat {
    ma: "VT308",
    ten: "Số tiền bằng số và bằng chữ khác nhau",
    muc: Severity::Warning,
    can_cu: "Luật Kế toán số 88/2015/QH13, Điều 16 (hiệu lực từ 01/01/2017): số tiền ghi bằng số và bằng chữ",
    giai_thich: "Số tiền ghi bằng chữ trong ngoặc phải đúng bằng số tiền ghi bằng số ở trước.",
    sai: "kinh phí 1.500.000 đồng (Bằng chữ: Một triệu sáu trăm nghìn đồng)",
    dung: "kinh phí 1.500.000 đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: so_va_chu,
};

fn so_va_chu(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let both = moi(&BANG_CHU, doan.chu()).chain(moi(&TRONG_NGOAC, doan.chu()));
    let found = both.filter_map(|caps| {
        let ((truoc, bang_so), (cho, chu)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
        let so: u64 = bang_so.replace('.', "").parse().ok()?;
        let noi = doc_dung(chu)?;
        let glued = doan.truoc(truoc.start).ends_with(['.', ',', '/', '-']);
        if glued || noi == so {
            return None;
        }
        let loi = format!("“{chu} đồng” là {} đồng, mà số ghi {bang_so} đồng", nhom_ba(noi));
        let goi_y = format!("{bang_so} đồng là: “{} đồng”", doc_so(so, CachDoc::MIEN_BAC));
        Some(Tim::xem(cho, loi, goi_y))
    });
    found.collect()
}

/// The number that words say, if they are all the words of that number: what is said in another way isn't
/// judged.
fn doc_dung(chu: &str) -> Option<u64> {
    let words = gon(chu);
    let so = hieu_so(&words.join(" "))?;
    (gon(&doc_so(so, CachDoc::MIEN_BAC)) == words).then_some(so)
}

/// The words of a number as one region says them, without those that many leave out.
fn gon(chu: &str) -> Vec<String> {
    let lower = chu.to_lowercase().replace(',', " ").replace("không trăm", " ");
    let mut words: Vec<String> = Vec::new();
    for word in lower.split_whitespace() {
        let tens = words.last().is_some_and(|last| last == "mươi");
        let word = match word {
            "chẵn" | "linh" | "lẻ" => continue,
            "ngàn" => "nghìn",
            "tỉ" => "tỷ",
            "bẩy" => "bảy",
            "nhăm" => "lăm",
            "bốn" if tens => "tư",
            "năm" if tens => "lăm",
            "một" if tens => "mốt",
            other => other,
        };
        words.push(word.to_owned());
    }
    words
}
