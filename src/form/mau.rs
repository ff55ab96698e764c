//! The declaration of a kind of document, beside its template.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, Text, TextOrList};

/// A declaration.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Mau")]
#[schemars(
    description = "Khai báo một mẫu văn bản: tên loại, thể thức đầu trang và các mục dữ liệu"
)]
pub struct MauForm {
    #[schemars(description = "Từ ghi ở mục loai của văn bản; một từ hoặc danh sách")]
    pub khoa: Field<TextOrList>,
    #[schemars(description = "Mẫu này dùng để làm gì, một câu")]
    pub mo_ta: Field<Text>,
    #[schemars(description = "Tệp mẫu .typ; không ghi thì cùng tên với tệp khai báo")]
    pub mau: Option<Field<Text>>,
    #[schemars(
        description = "Tên loại của mẫu riêng, ví dụ: Giấy chứng nhận; loại của Nghị định thì bỏ"
    )]
    pub ten: Option<Field<Text>>,
    #[schemars(description = "Chữ viết tắt tên loại trong ký hiệu, ví dụ: GCN")]
    pub viet_tat: Option<Field<Text>>,
    #[schemars(
        description = "Các mục dữ liệu của mẫu, ngoài các mục đầu trang, cuối trang mà văn bản nào cũng có"
    )]
    pub truong: Field<Vec<Field<TruongForm>>>,
}

/// A field that the template takes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Truong")]
#[schemars(description = "Một mục dữ liệu")]
pub struct TruongForm {
    #[schemars(description = "Tên mục, chữ thường không dấu, nối bằng dấu gạch dưới")]
    pub khoa: Field<Text>,
    #[schemars(
        description = "Kiểu dữ liệu",
        extend("enum" = ["chu", "dong", "cac_doan", "can_cu", "than_bai", "ngay", "gio", "so", "tien", "co_khong", "lua_chon", "nhom", "danh_sach"])
    )]
    pub kieu: Field<Text>,
    #[schemars(description = "Có bắt buộc không: có hoặc không; không ghi là không", extend("enum" = ["có", "không"]))]
    pub bat_buoc: Option<Field<Text>>,
    #[schemars(description = "Mục này ghi gì, một câu")]
    pub mo_ta: Field<Text>,
    #[schemars(description = "Ví dụ, in vào tệp khởi tạo")]
    pub vi_du: Option<Field<Text>>,
    #[schemars(description = "Các giá trị của kiểu lua_chon")]
    pub lua_chon: Option<Field<Vec<Field<Text>>>>,
    #[schemars(description = "Các mục con của kiểu nhom, danh_sach")]
    pub truong: Option<Field<Vec<Field<TruongForm>>>>,
}
