//! Mẫu nội dung: the text of the shipped templates, which say the words of the declared kinds.

macro_rules! co_san {
    ($($path:literal),* $(,)?) => {
        &[$((concat!("/", $path), include_str!(concat!("../../../../templates/", $path)))),*]
    };
}

/// By their path among templates.
pub const MAU_TYP: &[(&str, &str)] = co_san![
    "noi-dung/chung.typ",
    "noi-dung/van-ban.typ",
    "noi-dung/nghi-quyet.typ",
    "noi-dung/quyet-dinh.typ",
    "noi-dung/quyet-dinh-dang.typ",
    "noi-dung/cong-van.typ",
    "noi-dung/cong-dien.typ",
    "noi-dung/giay-moi.typ",
    "noi-dung/giay-gioi-thieu.typ",
    "noi-dung/bien-ban.typ",
    "noi-dung/phieu-gui.typ",
    "noi-dung/giay-nghi-phep.typ",
    "noi-dung/dot-cong-van.typ",
    "noi-dung/dot-quyet-dinh.typ",
    "noi-dung/dot-giay-gioi-thieu.typ",
    "noi-dung/dot-giay-moi.typ",
    "noi-dung/ke-hoach.typ",
    "noi-dung/ke-hoach-chi-tiet.typ",
    "noi-dung/bao-cao.typ",
];
