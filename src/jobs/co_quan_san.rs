//! Ready office files by kind of office, for the starter (`init --co-quan`): those of the two levels of local
//! government since 1 July 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15), what is below them, schools,
//! bodies of the Party, the Front and the Youth Union.

mod chinh_quyen;
mod dang_doan_the;
mod truong;

use std::sync::LazyLock;

use crate::model::ten_goi;
use crate::rules::check::LoiMau;
use chinh_quyen::{CAP_TINH, CAP_XA};
use dang_doan_the::{DANG, DANG_DOAN_THE_CAP_XA};
use truong::TRUONG;

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

macro_rules! kieu {
    ($khoa:literal, $tep:literal, $ten:literal, $nguoi_ky:literal, [$($loi:expr),* $(,)?]) => {
        Kieu {
            khoa: $khoa,
            ten: $ten,
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/templates/co-quan/",
                $tep,
                ".yaml"
            )),
            nguoi_ky: $nguoi_ky,
            loi: [$($loi),*],
        }
    };
}
use kieu;

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
