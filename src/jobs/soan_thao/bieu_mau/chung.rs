//! The fields that every paper has beside those of its kind.

use std::path::Path;

use super::{Kieu, O};
use crate::jobs::soan_thao::xem::gia_tri;
use crate::model::chu_dau::hoa_dau;
use crate::model::{BoQuyTac, CachNoiNhan, CachTrichYeu};
use crate::reading::source::TEP_CO_QUAN;
use crate::reading::yaml::va::{Buoc, Cay};
use crate::rules::bo_quy_tac::cua_tu;

/// Values with what they are called.
pub fn cap(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(value, ten)| ((*value).to_owned(), (*ten).to_owned())).collect()
}

fn o(khoa: &str, nhan: &str, giai_thich: &str, kieu: Kieu) -> O {
    let text = |text: &str| text.to_owned();
    O { khoa: text(khoa), nhan: text(nhan), giai_thich: text(giai_thich), can: false, kieu }
}

pub fn dau(cach: CachTrichYeu) -> Vec<O> {
    let trich_yeu = match cach {
        CachTrichYeu::DuoiSo => "In sau “V/v” nên bắt đầu bằng chữ thường",
        _ => "Một câu ngắn nói văn bản về việc gì",
    };
    let ngay = o(
        "ngay_ban_hanh",
        "Ngày ban hành",
        "Ví dụ: 15/3/2026; chưa có ngày thì ghi tháng và năm: 3/2026",
        Kieu::Dong,
    );
    vec![
        o("trich_yeu", "Trích yếu", trich_yeu, Kieu::Doan),
        o("kinh_gui", "Kính gửi", "Mỗi nơi một dòng", Kieu::CacDong),
        O { can: true, ..ngay },
        o("so", "Số", "Chỉ ghi con số; chưa phát hành thì để trống", Kieu::Dong),
    ]
}

pub fn cuoi(nguoi_ky: Kieu, cach: CachNoiNhan) -> Vec<O> {
    let noi_nhan = match cach {
        CachNoiNhan::NhuTren => "Mỗi nơi một dòng; để trống thì in “Như trên”",
        CachNoiNhan::ChiLuu => "Mỗi nơi một dòng; để trống thì chỉ có dòng Lưu",
        CachNoiNhan::CoQuan | CachNoiNhan::Khong => {
            "Mỗi nơi một dòng; để trống thì lấy nơi nhận chung của cơ quan"
        }
    };
    vec![
        o("nguoi_ky", "Người ký", "", nguoi_ky),
        o("noi_nhan", "Nơi nhận", noi_nhan, Kieu::CacDong),
        o(
            "luu",
            "Nơi lưu",
            "Ví dụ: VT, VP; để trống thì lấy nơi lưu chung của cơ quan",
            Kieu::Dong,
        ),
    ]
}

pub fn phu_luc() -> Vec<O> {
    let con = vec![
        O {
            can: true,
            ..o("tieu_de", "Tên phụ lục", "Chương trình tự in hoa và đánh số", Kieu::Doan)
        },
        o("ngang", "Trang nằm ngang", "", Kieu::Chon(cap(&[("có", "Có"), ("không", "Không")]))),
        O { can: true, ..o("noi_dung", "Nội dung", "", Kieu::ThanBai) },
    ];
    vec![o("phu_luc", "Các phụ lục", "", Kieu::DanhSach(con))]
}

/// The rules that the office follows.
pub fn bo_quy_tac(thu_muc: &Path) -> BoQuyTac {
    bo_cua(&co_quan(thu_muc))
}

fn co_quan(thu_muc: &Path) -> Cay {
    gia_tri(thu_muc, TEP_CO_QUAN).map(|read| read.cay).unwrap_or_default()
}

fn bo_cua(office: &Cay) -> BoQuyTac {
    match office.tai(&[Buoc::Khoa("bo_quy_tac".to_owned())]) {
        Cay::Chu(khoa) => cua_tu(Some(khoa)),
        _ => cua_tu(None),
    }
}

/// The key of a head in two languages.
const SONG_NGU: &str = "song_ngu";

/// The other fields of a folder whose office has, or has not, its names in English.
pub fn khac_cua(thu_muc: &Path) -> Vec<O> {
    let office = co_quan(thu_muc);
    let names = matches!(office.tai(&[Buoc::Khoa("tieng_anh".to_owned())]), Cay::Nhom(_));
    let all = khac(bo_cua(&office)).into_iter();
    all.filter(|o| names || o.khoa != SONG_NGU).collect()
}

/// All of them, where papers follow these rules.
pub fn khac(bo: BoQuyTac) -> Vec<O> {
    let chon =
        |all: &[&str]| Kieu::Chon(all.iter().map(|t| ((*t).to_owned(), hoa_dau(t))).collect());
    let own: Vec<String> = bo.dau.luu_hanh_them.iter().map(|chu| chu.to_lowercase()).collect();
    let marks = ["xem xong trả lại", "lưu hành nội bộ"].into_iter();
    let marks: Vec<&str> = marks.chain(own.iter().map(String::as_str)).collect();
    vec![
        o("du_thao", "Dự thảo", "Ghi “có”, hoặc số của bản dự thảo: 2", Kieu::Dong),
        o("khan", "Độ khẩn", "", chon(&["hỏa tốc", "thượng khẩn", "khẩn"])),
        o("mat", "Độ mật", "", chon(&["tuyệt mật", "tối mật", "mật"])),
        o("luu_hanh", "Phạm vi lưu hành", "", chon(&marks)),
        o(
            SONG_NGU,
            "Đầu văn bản có tên tiếng Anh",
            "",
            Kieu::Chon(cap(&[("co", "Có"), ("khong", "Không")])),
        ),
        o("ky_hieu", "Ký hiệu", "Chỉ ghi khi khác ký hiệu chương trình tự ghép", Kieu::Dong),
        o(
            "don_vi_soan",
            "Đơn vị soạn thảo (viết tắt)",
            "Đứng cuối ký hiệu công văn: VP",
            Kieu::Dong,
        ),
        o("nguoi_soan", "Ký hiệu người soạn thảo", "Ví dụ: PL", Kieu::Dong),
        o("so_ban", "Số lượng bản phát hành", "", Kieu::Dong),
        o(
            "ban",
            "Hình thức ban hành",
            "",
            Kieu::Chon(cap(&[("dien_tu", "Bản điện tử"), ("giay", "Bản giấy")])),
        ),
    ]
}

/// The signers of the office's file, by post and name; a line to write where there are none.
pub fn nguoi_ky(thu_muc: &Path) -> Kieu {
    let office = co_quan(thu_muc);
    let Cay::Nhom(all) = office.tai(&[Buoc::Khoa("nguoi_ky".to_owned())]) else {
        return Kieu::Dong;
    };
    let words = |cay: &Cay| match cay {
        Cay::Chu(text) => text.clone(),
        Cay::DanhSach(lines) => {
            let last = lines.iter().map(|line| match line {
                Cay::Chu(text) => text.as_str(),
                _ => "",
            });
            last.collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    };
    let named = all.iter().map(|(khoa, signer)| {
        let part = |khoa: &str| words(signer.tai(&[Buoc::Khoa(khoa.to_owned())]));
        let (post, name) = (part("dong"), part("ho_ten"));
        let shown = if name.is_empty() { post } else { format!("{name} — {post}") };
        (khoa.clone(), shown)
    });
    Kieu::Chon(named.collect())
}

/// Two who were there, from left to right: they are no signers of the office, so each is written down.
pub fn hai_ben_ky() -> Kieu {
    Kieu::DanhSach(vec![
        o("dong", "Tư cách ký", "In hoa: THƯ KÝ, CHỦ TRÌ", Kieu::CacDong),
        o("ho_ten", "Họ và tên", "", Kieu::Dong),
    ])
}
