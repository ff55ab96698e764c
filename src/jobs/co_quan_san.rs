//! Ready office files by kind of office, for the starter (`init --co-quan`).

/// An office file: the word for it on the command line, its text, and who signs by default.
pub struct CoQuanSan {
    pub khoa: &'static str,
    pub text: &'static str,
    pub nguoi_ky: &'static str,
}

macro_rules! mau {
    ($($khoa:literal: $nguoi_ky:literal),* $(,)?) => {
        &[$(CoQuanSan {
            khoa: $khoa,
            text: include_str!(concat!("../../templates/co-quan/", $khoa, ".yaml")),
            nguoi_ky: $nguoi_ky,
        }),*]
    };
}

/// Every kind of office that there is a file for.
pub const CO_QUAN_SAN: &[CoQuanSan] = mau![
    "hdnd-tinh": "chu_tich",
    "thuong-truc-hdnd": "pho_chu_tich",
    "thuong-truc-hdnd-b": "pho_chu_tich",
    "ban-hdnd": "truong_ban",
    "doan-dbqh": "truong_doan",
    "van-phong": "chanh_van_phong",
    "ubnd-tinh": "pho_chu_tich",
    "so": "giam_doc",
    "hdnd-xa": "chu_tich",
    "ubnd-xa": "chu_tich",
];

/// The words, for the command line.
pub fn cac_khoa() -> Vec<&'static str> {
    CO_QUAN_SAN.iter().map(|mau| mau.khoa).collect()
}

pub fn theo_khoa(khoa: &str) -> Option<&'static CoQuanSan> {
    CO_QUAN_SAN.iter().find(|mau| mau.khoa == khoa)
}
