//! How a document is cited: kind, `số`, symbol, day, issuer (PL I, II.6).

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

const CAN_CU: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6 (hiệu lực từ 05/3/2020)";
const KY_HIEU_VB: &str =
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3 (hiệu lực từ 05/3/2020)";

mau!(
    KHONG_SO,
    &["/"],
    r"\b(?:Nghị định|Nghị quyết liên tịch|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Công văn|Thông báo|Báo cáo|Tờ trình|Hướng dẫn|Kết luận|Công điện|Quy định|Quy chế|nghị định|nghị quyết liên tịch|nghị quyết|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|công văn|thông báo|báo cáo|tờ trình|hướng dẫn|kết luận|công điện) ([0-9]{1,5}(?:/[0-9]{4})?[/-]\p{Lu}[\p{L}0-9/-]*)"
);
mau!(
    CACH_TRONG,
    &["số "],
    r"\bsố [0-9]{1,5}(?:/[0-9]{4})?/\p{Lu}\p{L}*(\s+-\s*|-\s+)(?:\p{Lu}{2,}|TTg)"
);
mau!(CHU_D_THIEU, &["/ND-", "/QD-"], r"[0-9]/(ND|QD)-\p{Lu}");
mau!(
    NGAY_NGAN,
    &["ngày "],
    r"\b(?:số|định|quyết|tư|thị|hoạch|văn|báo|cáo|trình|dẫn|luận|điện) ([0-9]{1,5}(?:/[0-9]{4})?[/-]\p{Lu}[\p{L}0-9/-]*) (ngày ([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}))"
);
mau!(
    KHONG_NGAY,
    &["ăn cứ "],
    r"(?m)^Căn cứ ((Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Chương trình|Quy định|Quy chế|Hướng dẫn|Thông báo) số ([0-9]{1,5}[/-]\p{Lu}[\p{L}0-9/-]*),? (?:của|về) "
);
mau!(
    CO_NGAY,
    &["số "],
    r"\b(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo) ((Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Kết luận|Chương trình) số [0-9]{1,5}(?:/[0-9]{4})?[/-]\p{Lu}[\p{L}0-9/-]*,? ngày [0-9]{1,2}(?: tháng [0-9]{1,2} năm |/[0-9]{1,2}/)[0-9]{4})"
);

pub static THIEU_SO: Luat = Luat {
    ma: "VT201",
    ten: "Viện dẫn thiếu chữ “số”",
    muc: Severity::Warning,
    can_cu: CAN_CU,
    giai_thich: "Giữa tên loại và số, ký hiệu của văn bản được viện dẫn có chữ “số”. Lần đầu ghi đủ tên loại, \
        số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu; các lần sau chỉ ghi tên loại, số, ký hiệu.",
    sai: "theo Nghị định 30/2020/NĐ-CP",
    dung: "theo Nghị định số 30/2020/NĐ-CP",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = moi(&KHONG_SO, doan.chu()).filter_map(|caps| {
            let (cho, so) = nhom(&caps, 1)?;
            let loi = format!("trước “{so}” thiếu chữ “số”");
            Some(Tim::thay(cho, loi, format!("số {so}")))
        });
        found.collect()
    },
};

pub static KY_HIEU: Luat = Luat {
    ma: "VT202",
    ten: "Ký hiệu của văn bản được viện dẫn",
    muc: Severity::Warning,
    can_cu: KY_HIEU_VB,
    giai_thich: "Trong số, ký hiệu không có dấu cách: giữa số và ký hiệu là dấu gạch chéo (/), giữa các nhóm chữ \
        viết tắt là dấu gạch nối (-) không cách chữ. Nghị định viết tắt là NĐ, quyết định là QĐ, với chữ Đ.",
    sai: "Quyết định số 15/QD-UBND, Nghị định số 30/2020/NĐ - CP",
    dung: "Quyết định số 15/QĐ-UBND, Nghị định số 30/2020/NĐ-CP",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let cach = moi(&CACH_TRONG, doan.chu()).filter_map(|caps| {
            let (cho, _) = nhom(&caps, 1)?;
            Some(Tim::thay(cho, "trong ký hiệu văn bản có dấu cách", "-"))
        });
        let chu_d = moi(&CHU_D_THIEU, doan.chu()).filter_map(|caps| {
            let (cho, sai) = nhom(&caps, 1)?;
            let dung = sai.replace('D', "Đ");
            Some(Tim::thay(cho, format!("“{sai}” trong ký hiệu văn bản phải là “{dung}”"), dung))
        });
        cach.chain(chu_d).collect()
    },
};

pub static NGAY_TAT: Luat = Luat {
    ma: "VT203",
    ten: "Ngày viết tắt khi viện dẫn",
    muc: Severity::Note,
    can_cu: CAN_CU,
    giai_thich: "Ngày, tháng, năm ban hành của văn bản được viện dẫn lần đầu nên viết đủ chữ như ở văn bản ấy. \
        Các lần sau không ghi ngày nữa, nên chỉ lần đầu trong tệp được báo; số, ký hiệu ghi thêm sau tên luật cũng không bị \
        xét.",
    sai: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
    dung: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, boi_canh| {
        // In the Party's papers that is how it is written.
        let chu = if boi_canh.loi_van.ngay_tat { "" } else { doan.chu() };
        let found = moi(&NGAY_NGAN, chu).filter_map(|caps| {
            let ((dau, ky_hieu), (cho, tat)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
            let so = |i| nhom(&caps, i).and_then(|(_, so)| so.parse::<u32>().ok());
            let (ngay, thang, nam) = (so(3)?, so(4)?, so(5)?);
            let du = super::ngay_thang::viet_du(ngay, thang, nam);
            let loi = format!("“{tat}” viết tắt trong viện dẫn, viết đủ là “{du}”");
            let xet = super::ngay_thang::co_that(ngay, thang, nam) && !la_luat(doan, dau.start);
            xet.then(|| Tim::thay(cho, loi, du).lan_dau(ky_hieu))
        });
        found.collect()
    },
};

/// Whether the symbol at a place is that of a law, which is cited by its name: the symbol is more than is asked.
fn la_luat(doan: &Doan, at: usize) -> bool {
    let before = doan.truoc(at).rsplit([';', '.', '\n', ',']).next().unwrap_or_default();
    ["Luật ", "Bộ luật ", "Pháp lệnh ", "Hiến pháp"].iter().any(|kind| before.contains(kind))
}

pub static THIEU_CO_QUAN: Luat = Luat {
    ma: "VT204",
    ten: "Viện dẫn thiếu cơ quan ban hành",
    muc: Severity::Note,
    can_cu: CAN_CU,
    giai_thich: "Lần đầu viện dẫn, sau ngày tháng năm ghi cơ quan ban hành văn bản: “của Chính phủ”, “của Ủy ban \
        nhân dân tỉnh …”. Riêng luật, pháp lệnh không ghi số, ký hiệu và cơ quan ban hành.",
    sai: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư;",
    dung: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: thieu_co_quan,
};

pub static THIEU_NGAY: Luat = Luat {
    ma: "VT205",
    ten: "Căn cứ thiếu ngày, tháng, năm",
    muc: Severity::Note,
    can_cu: CAN_CU,
    giai_thich: "Mỗi căn cứ ghi đủ tên loại, số, ký hiệu, ngày, tháng, năm ban hành, cơ quan ban hành và trích yếu; riêng \
        luật, pháp lệnh ghi theo tên, và số của văn bản quy phạm pháp luật đã có năm. Văn bản đã viện dẫn đủ ở trên thì các lần sau không ghi ngày nữa.",
    sai: "Căn cứ Nghị quyết số 05/NQ-HĐND của Hội đồng nhân dân tỉnh về dự toán năm 2026;",
    dung: "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về dự toán năm 2026;",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = moi(&KHONG_NGAY, doan.chu()).filter_map(|caps| {
            let ((_, vien_dan), (cho, _)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
            let (_, ky_hieu) = nhom(&caps, 3)?;
            let loi = format!("“{vien_dan}” chưa ghi ngày, tháng, năm ban hành");
            let goi_y = "ghi ngày, tháng, năm ban hành sau số, ký hiệu";
            Some(Tim::xem(cho, loi, goi_y).lan_dau(ky_hieu))
        });
        found.collect()
    },
};

fn thieu_co_quan(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let found = moi(&CO_NGAY, doan.chu()).filter_map(|caps| {
        let (cho, vien_dan) = nhom(&caps, 1)?;
        let sau = doan.sau(cho.end).trim_start_matches([' ', '\u{a0}', ',']);
        if sau.starts_with("của ") || sau.starts_with("do ") || sau.starts_with("giữa ") {
            return None;
        }
        let goi_y = match vien_dan {
            v if v.contains("/NĐ-CP") || v.contains("/NQ-CP") => "sau ngày, ghi: “của Chính phủ”",
            v if v.contains("-TTg") => "sau ngày, ghi: “của Thủ tướng Chính phủ”",
            v if v.contains("/QH1") => "sau ngày, ghi: “của Quốc hội”",
            _ => "sau ngày, ghi: “của …” và tên cơ quan ban hành",
        };
        // Only the kind is marked: the day may have a fault of its own.
        let (ten_loai, _) = nhom(&caps, 2)?;
        let loi = format!("“{vien_dan}” chưa ghi cơ quan ban hành");
        let ky_hieu = vien_dan.split(" số ").nth(1)?.split([' ', ',']).next()?;
        Some(Tim::xem(ten_loai, loi, goi_y).lan_dau(ky_hieu))
    });
    found.collect()
}
