//! Ready office files by kind of office, for the starter (`init --co-quan`): those of the two levels of local
//! government since 1 July 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15), what is below them, schools,
//! bodies of the Party, the Front and the Youth Union.

use std::sync::LazyLock;

use crate::model::ten_goi;
use crate::rules::check::LoiMau;

/// A kind of office.
pub struct CoQuanSan {
    /// The word for it on the command line.
    pub khoa: String,
    /// What it is called.
    pub ten: String,
    /// Its file.
    pub text: String,
    /// Who signs by default, by the short name.
    pub nguoi_ky: &'static str,
    pub loi: LoiMau,
}

/// What all offices of a kind have alike; `{xa}`, `{XA}`, `{cap}`, `{CAP}`, `{ten}` stand for the commune.
struct Kieu {
    khoa: &'static str,
    ten: &'static str,
    text: &'static str,
    nguoi_ky: &'static str,
    /// Full name, whom it writes to, a unit, the leader's post, the law, the unit that drafts.
    loi: [&'static str; 6],
}

const LUAT: &str = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025";
const LUAT_QUOC_HOI: &str = "Luật Tổ chức Quốc hội ngày 20 tháng 11 năm 2014";
const LUAT_GIAO_DUC: &str = "Luật Giáo dục ngày 14 tháng 6 năm 2019";

macro_rules! kieu {
    ($khoa:literal, $tep:literal, $ten:literal, $nguoi_ky:literal, [$($loi:expr),* $(,)?]) => {
        Kieu {
            khoa: $khoa,
            ten: $ten,
            text: include_str!(concat!("../../templates/co-quan/", $tep, ".yaml")),
            nguoi_ky: $nguoi_ky,
            loi: [$($loi),*],
        }
    };
}

/// The offices of a province.
const CAP_TINH: &[Kieu] = &[
    kieu!(
        "ubnd-tinh",
        "ubnd-tinh",
        "Ủy ban nhân dân tỉnh",
        "pho_chu_tich",
        [
            "Ủy ban nhân dân tỉnh Đồng Tháp",
            "Bộ Nội vụ",
            "Sở Nội vụ",
            "Chủ tịch Ủy ban nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "so",
        "so",
        "Sở, cơ quan chuyên môn thuộc UBND tỉnh",
        "giam_doc",
        [
            "Sở Nội vụ tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Sở",
            "Giám đốc Sở",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "hdnd-tinh",
        "hdnd-tinh",
        "Hội đồng nhân dân tỉnh",
        "chu_tich",
        [
            "Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd",
        "thuong-truc-hdnd",
        "Thường trực HĐND tỉnh",
        "pho_chu_tich",
        [
            "Thường trực Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd-b",
        "thuong-truc-hdnd-b",
        "Thường trực HĐND tỉnh, ghi THƯỜNG TRỰC dưới tên HĐND ở đầu trang",
        "pho_chu_tich",
        [
            "Thường trực Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "ban-hdnd",
        "ban-hdnd",
        "Ban của HĐND tỉnh",
        "truong_ban",
        [
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Phòng Công tác Hội đồng nhân dân",
            "Trưởng Ban",
            LUAT,
            "CTHĐND",
        ]
    ),
    kieu!(
        "doan-dbqh",
        "doan-dbqh",
        "Đoàn đại biểu Quốc hội tỉnh",
        "truong_doan",
        [
            "Đoàn đại biểu Quốc hội tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Phòng Công tác Quốc hội",
            "Trưởng Đoàn đại biểu Quốc hội",
            LUAT_QUOC_HOI,
            "CTQH",
        ]
    ),
    kieu!(
        "van-phong",
        "van-phong",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "chanh_van_phong",
        [
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp",
            "Sở Tài chính",
            "Phòng Hành chính, Tổ chức, Quản trị",
            "Chánh Văn phòng",
            LUAT,
            "HCTCQT",
        ]
    ),
];

/// The offices of a commune, a ward or a special zone.
const CAP_XA: &[Kieu] = &[
    kieu!(
        "ubnd",
        "cap-xa/ubnd",
        "Ủy ban nhân dân {cap}",
        "chu_tich",
        [
            "Ủy ban nhân dân {xa}",
            "Sở Nội vụ",
            "Phòng Văn hóa - Xã hội",
            "Chủ tịch Ủy ban nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "hdnd",
        "cap-xa/hdnd",
        "Hội đồng nhân dân {cap}",
        "chu_tich",
        [
            "Hội đồng nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Văn phòng HĐND và UBND {cap}",
            "Chủ tịch Hội đồng nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd",
        "cap-xa/thuong-truc-hdnd",
        "Thường trực HĐND {cap}",
        "chu_tich",
        [
            "Thường trực Hội đồng nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Văn phòng HĐND và UBND {cap}",
            "Chủ tịch Hội đồng nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "van-phong",
        "cap-xa/van-phong",
        "Văn phòng HĐND và UBND {cap}",
        "chanh_van_phong",
        [
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Văn thư, Lưu trữ",
            "Chánh Văn phòng",
            LUAT,
            "VTLT",
        ]
    ),
    kieu!(
        "phong",
        "cap-xa/phong-kinh-te",
        "Phòng {phong} thuộc UBND {cap}",
        "truong_phong",
        [
            "Phòng {phong} {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tổng hợp",
            "Trưởng phòng",
            LUAT,
            "TH",
        ]
    ),
    kieu!(
        "phong-van-hoa",
        "cap-xa/phong-van-hoa",
        "Phòng Văn hóa - Xã hội thuộc UBND {cap}",
        "truong_phong",
        [
            "Phòng Văn hóa - Xã hội {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tổng hợp",
            "Trưởng phòng",
            LUAT,
            "TH",
        ]
    ),
    kieu!(
        "trung-tam",
        "cap-xa/trung-tam",
        "Trung tâm Phục vụ hành chính công {cap}",
        "giam_doc",
        [
            "Trung tâm Phục vụ hành chính công {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tiếp nhận hồ sơ",
            "Giám đốc Trung tâm",
            LUAT,
            "TN",
        ]
    ),
];

/// Schools: the first three stand under the commune, the last under the Sở.
const TRUONG: &[Kieu] = &[
    kieu!(
        "truong-mam-non",
        "truong/mam-non",
        "Trường mầm non",
        "hieu_truong",
        [
            "Trường Mầm non Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-tieu-hoc",
        "truong/tieu-hoc",
        "Trường tiểu học",
        "hieu_truong",
        [
            "Trường Tiểu học Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-thcs",
        "truong/thcs",
        "Trường trung học cơ sở",
        "hieu_truong",
        [
            "Trường Trung học cơ sở Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-thpt",
        "truong/thpt",
        "Trường trung học phổ thông",
        "hieu_truong",
        [
            "Trường Trung học phổ thông Cao Lãnh",
            "Sở Giáo dục và Đào tạo",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
];

const DIEU_LE: &str = "Điều lệ Đảng Cộng sản Việt Nam";
const DIEU_LE_DOAN: &str = "Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh";
const LUAT_MAT_TRAN: &str = "Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015";

/// Bodies of the Party and of the Front beside those of a commune.
const DANG_DOAN_THE_CAP_XA: &[Kieu] = &[
    kieu!(
        "dang-uy",
        "dang/dang-uy-xa",
        "Đảng uỷ {cap}",
        "bi_thu",
        [
            "Đảng uỷ {xa}",
            "Ban Thường vụ Tỉnh uỷ",
            "Văn phòng Đảng uỷ",
            "Phó Bí thư Đảng uỷ",
            DIEU_LE,
            "VP",
        ]
    ),
    kieu!(
        "mat-tran",
        "doan-the/mat-tran",
        "Ủy ban Mặt trận Tổ quốc Việt Nam {cap}",
        "chu_tich",
        [
            "Ủy ban Mặt trận Tổ quốc Việt Nam {xa}",
            "Ủy ban nhân dân {cap}",
            "Ban Thường trực",
            "Phó Chủ tịch",
            LUAT_MAT_TRAN,
            "BTT",
        ]
    ),
    kieu!(
        "doan-thanh-nien",
        "doan-the/doan-thanh-nien",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh {cap}",
        "bi_thu",
        [
            "Ban Chấp hành Đoàn {xa}",
            "Ban Thường vụ Tỉnh đoàn",
            "Văn phòng Đoàn",
            "Phó Bí thư Đoàn",
            DIEU_LE_DOAN,
            "VP",
        ]
    ),
];

/// Bodies of the Party that no commune has.
const DANG: &[Kieu] = &[
    kieu!(
        "tinh-uy",
        "dang/tinh-uy",
        "Tỉnh uỷ, thành uỷ",
        "bi_thu",
        [
            "Tỉnh uỷ Đồng Tháp",
            "Ban Bí thư Trung ương Đảng",
            "Văn phòng Tỉnh uỷ",
            "Chánh Văn phòng Tỉnh uỷ",
            DIEU_LE,
            "VP",
        ]
    ),
    kieu!(
        "van-phong-tinh-uy",
        "dang/van-phong-tinh-uy",
        "Văn phòng, ban đảng của tỉnh uỷ",
        "chanh_van_phong",
        [
            "Văn phòng Tỉnh uỷ Đồng Tháp",
            "Ban Thường vụ Tỉnh uỷ",
            "Phòng Hành chính",
            "Phó Chánh Văn phòng Tỉnh uỷ",
            DIEU_LE,
            "HC",
        ]
    ),
    kieu!(
        "chi-bo",
        "dang/chi-bo",
        "Chi bộ",
        "bi_thu",
        [
            "Chi bộ Trường Trung học cơ sở Mỹ Thọ",
            "Đảng uỷ xã Mỹ Thọ",
            "Chi uỷ",
            "Phó Bí thư Chi bộ",
            DIEU_LE,
            "CB",
        ]
    ),
];

/// A kind of commune: the word, what it is called, a name, and its office for the economy (Nghị định 150/2025/NĐ-CP).
struct Cap {
    khoa: &'static str,
    cap: &'static str,
    ten: &'static str,
    phong: &'static str,
    ky_hieu: &'static str,
}

const CAC_CAP: &[Cap] = &[
    Cap { khoa: "xa", cap: "xã", ten: "Mỹ Thọ", phong: "Kinh tế", ky_hieu: "PKT" },
    Cap {
        khoa: "phuong",
        cap: "phường",
        ten: "Cao Lãnh",
        phong: "Kinh tế, Hạ tầng và Đô thị",
        ky_hieu: "PKTHTĐT",
    },
    Cap {
        khoa: "dac-khu", cap: "đặc khu", ten: "Thổ Châu", phong: "Kinh tế", ky_hieu: "PKT"
    },
];

impl Cap {
    fn thay(&self, text: &str) -> String {
        let xa = format!("{} {}", self.cap, self.ten);
        [
            ("{xa}", &*xa),
            ("{XA}", &xa.to_uppercase()),
            ("{cap}", self.cap),
            ("{CAP}", &self.cap.to_uppercase()),
            ("{ten}", self.ten),
            ("{phong}", self.phong),
            ("{PHONG}", &self.phong.to_uppercase()),
            ("{KY_HIEU}", self.ky_hieu),
        ]
        .into_iter()
        .fold(text.to_owned(), |text, (dau, chu)| text.replace(dau, chu))
    }
}

impl Kieu {
    fn san(&self, khoa: String, thay: impl Fn(&str) -> String) -> CoQuanSan {
        let [co_quan, cap_tren, don_vi, chuc_vu, can_cu, soan] = self.loi.map(&thay);
        CoQuanSan {
            khoa,
            ten: thay(self.ten),
            text: thay(self.text),
            nguoi_ky: self.nguoi_ky,
            loi: LoiMau { co_quan, cap_tren, don_vi, chuc_vu, can_cu, soan },
        }
    }
}

/// Every kind of office that there is a file for.
pub static CO_QUAN_SAN: LazyLock<Vec<CoQuanSan>> = LazyLock::new(|| {
    let whole = |kieu: &Kieu| kieu.san(kieu.khoa.to_owned(), str::to_owned);
    let cap_xa = CAC_CAP.iter().flat_map(|cap| {
        CAP_XA
            .iter()
            .chain(DANG_DOAN_THE_CAP_XA)
            .map(|kieu| kieu.san(format!("{}-{}", kieu.khoa, cap.khoa), |text| cap.thay(text)))
    });
    let others = [TRUONG, DANG, CAP_TINH].into_iter().flatten();
    cap_xa.chain(others.map(whole)).collect()
});

/// The words, for the command line.
pub fn cac_khoa() -> Vec<&'static str> {
    CO_QUAN_SAN.iter().map(|san| san.khoa.as_str()).collect()
}

pub fn theo_khoa(khoa: &str) -> Option<&'static CoQuanSan> {
    CO_QUAN_SAN.iter().find(|san| san.khoa == khoa)
}

/// The kind whose name begins as this office's does: `Ủy ban nhân dân xã Tân Long`. One word is enough for a school.
pub fn theo_ten(ten: &str) -> Option<&'static CoQuanSan> {
    let ten = ten_goi::khoa(ten);
    let alike = |san: &CoQuanSan| {
        let own = ten_goi::khoa(&san.loi.co_quan);
        own.split(' ').zip(ten.split(' ')).take_while(|(a, b)| a == b).count()
    };
    let least = if ten.starts_with("trường ") { 1 } else { 2 };
    CO_QUAN_SAN.iter().rev().max_by_key(|san| alike(san)).filter(|san| alike(san) >= least)
}
