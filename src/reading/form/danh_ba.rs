//! `danh-ba.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, Text, TextOrList};

/// The address book.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "DanhBa")]
#[schemars(description = "Danh bạ: những nơi cơ quan gửi văn bản tới; các dòng Nơi nhận tra ở đây")]
pub struct DanhBaForm {
    #[schemars(
        description = "Loại tệp: danh_ba; tệp tên danh-ba.yaml thì bỏ được",
        extend("enum" = ["danh_ba"])
    )]
    pub loai: Option<Field<Text>>,
    #[schemars(
        description = "Người ký phiếu gửi: một trong các tên ở mục nguoi_ky của cơ quan; không ghi thì là người ký văn bản"
    )]
    pub nguoi_ky_phieu_gui: Option<Field<Text>>,
    #[schemars(description = "Từng nơi nhận")]
    pub noi_nhan: Field<Vec<Field<NoiGuiForm>>>,
    #[schemars(description = "Các nhóm: một dòng Nơi nhận gọi nhiều nơi cùng lúc")]
    pub nhom: Option<Field<Vec<Field<NhomForm>>>>,
}

/// A recipient.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "NoiGui")]
#[schemars(description = "Một nơi nhận")]
pub struct NoiGuiForm {
    #[schemars(description = "Tên, như viết ở Nơi nhận; in lên phiếu gửi và bì")]
    pub ten: Field<Text>,
    #[schemars(description = "Những cách viết khác của tên ấy ở Nơi nhận")]
    pub ten_khac: Option<Field<TextOrList>>,
    #[schemars(
        description = "Cách gửi: truc (trục liên thông), email (thư điện tử), giay (bản giấy)",
        extend("enum" = ["truc", "email", "giay"])
    )]
    pub kenh: Field<Text>,
    #[schemars(
        description = "Mã định danh cơ quan, ví dụ H20.01; gửi qua trục thì phải có (Phụ lục VI)"
    )]
    pub ma: Option<Field<Text>>,
    #[schemars(description = "Địa chỉ thư điện tử; gửi thư điện tử thì phải có")]
    pub email: Option<Field<Text>>,
    #[schemars(description = "Địa chỉ in trên bì; chuyển tay trong trụ sở thì bỏ")]
    pub dia_chi: Option<Field<Text>>,
    #[schemars(
        description = "Số bản giấy; không ghi thì nơi nhận bản giấy 1 bản, nơi nhận điện tử không có bản giấy"
    )]
    pub so_ban: Option<Field<Text>>,
}

/// A group.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Nhom")]
#[schemars(description = "Một nhóm nơi nhận")]
pub struct NhomForm {
    #[schemars(description = "Tên nhóm, như viết ở Nơi nhận: Các Ban của HĐND Tỉnh")]
    pub ten: Field<Text>,
    #[schemars(description = "Những cách viết khác của tên ấy ở Nơi nhận")]
    pub ten_khac: Option<Field<TextOrList>>,
    #[schemars(description = "Những nơi nhận, hoặc nhóm khai ở trên, mà nhóm này gồm")]
    pub gom: Field<Vec<Field<Text>>>,
}
