//! A file with `loai: ban_sao_y`, `ban_sao_luc` or `ban_trich_sao`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, HinhDau, Text};

/// The copy of a document of the hồ sơ.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "BanSao")]
#[schemars(
    description = "Bản sao của một văn bản trong hồ sơ, có số, ngày, người ký và nơi nhận riêng (Phụ lục I, phần II)"
)]
pub struct BanSaoForm {
    #[schemars(
        description = "Hình thức sao: ban_sao_y, ban_sao_luc hoặc ban_trich_sao",
        extend("enum" = ["ban_sao_y", "ban_sao_luc", "ban_trich_sao"])
    )]
    pub loai: Field<Text>,
    #[schemars(description = "Tệp của văn bản được sao, ví dụ: ke-hoach.yaml")]
    pub ban_chinh: Field<Text>,
    #[schemars(
        description = "Phần được trích, chỉ của bản trích sao: chép nguyên văn, viết như thân bài, hoặc tên một tệp .md"
    )]
    pub trich: Option<Field<Text>>,
}

impl HinhDau for BanSaoForm {
    const KHONG_CO: &'static [&'static str] = &[
        "trich_yeu",
        "kinh_gui",
        "don_vi_soan",
        "khan",
        "mat",
        "luu_hanh",
        "song_ngu",
        "chu_de",
        "nguoi_soan",
        "so_ban",
        "cau_chu",
        "xac_nhan_chu_ky",
    ];
}
