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
    #[schemars(
        description = "Bộ quy tắc thể thức mà mẫu này dành cho, ví dụ hd05; không ghi thì cho mọi bộ"
    )]
    pub bo_quy_tac: Option<Field<Text>>,
    #[schemars(description = "Tệp mẫu .typ; không ghi thì cùng tên với tệp khai báo")]
    pub mau: Option<Field<Text>>,
    #[schemars(
        description = "Tên loại của mẫu riêng, ví dụ: Giấy chứng nhận; loại của Nghị định thì bỏ"
    )]
    pub ten: Option<Field<Text>>,
    #[schemars(description = "Chữ viết tắt tên loại trong ký hiệu, ví dụ: GCN")]
    pub viet_tat: Option<Field<Text>>,
    #[schemars(description = "Thể thức đầu trang và cuối trang, nếu khác mẫu 1.4")]
    pub dau: Option<Field<KieuForm>>,
    #[schemars(
        description = "Các mục dữ liệu của mẫu, ngoài các mục đầu trang, cuối trang mà văn bản nào cũng có"
    )]
    pub truong: Field<Vec<Field<TruongForm>>>,
}

/// How head and foot of a kind look.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KieuVanBan")]
#[schemars(description = "Thể thức đầu trang và cuối trang")]
pub struct KieuForm {
    #[schemars(
        description = "Trích yếu: duoi_ten_loai (mặc định), ve_viec (V/v dưới số, như công văn), khong",
        extend("enum" = ["duoi_ten_loai", "ve_viec", "khong"])
    )]
    pub trich_yeu: Option<Field<Text>>,
    #[schemars(description = "Có in tên loại giữa trang không: có (mặc định) hoặc không", extend("enum" = ["có", "không"]))]
    pub ten_loai: Option<Field<Text>>,
    #[schemars(description = "Có dòng địa danh, ngày tháng năm không: có (mặc định) hoặc không", extend("enum" = ["có", "không"]))]
    pub ngay: Option<Field<Text>>,
    #[schemars(description = "Kính gửi: can (bắt buộc), duoc (tuỳ văn bản), khong (mặc định)", extend("enum" = ["can", "duoc", "khong"]))]
    pub kinh_gui: Option<Field<Text>>,
    #[schemars(description = "Số người ký: 1 (mặc định) hoặc 2 (hai bên, như biên bản)", extend("enum" = [1, 2]))]
    pub nguoi_ky: Option<Field<Text>>,
    #[schemars(description = "Nơi nhận mở đầu bằng “Như Điều …”: có hoặc không (mặc định)", extend("enum" = ["có", "không"]))]
    pub nhu_dieu: Option<Field<Text>>,
    #[schemars(description = "Văn bản không ghi noi_nhan thì nơi nhận là “Như trên”: có hoặc không (mặc định)", extend("enum" = ["có", "không"]))]
    pub nhu_tren: Option<Field<Text>>,
    #[schemars(
        description = "Văn bản không ghi noi_nhan thì gửi ai: co_quan (nơi nhận trong co-quan.yaml, mặc định), nhu_tren (chỉ “Như trên”), chi_luu (chỉ dòng Lưu), khong (không có phần Nơi nhận)",
        extend("enum" = ["co_quan", "nhu_tren", "chi_luu", "khong"])
    )]
    pub noi_nhan: Option<Field<Text>>,
    #[schemars(description = "Có dòng số, ký hiệu không: có (mặc định) hoặc không, như thư công", extend("enum" = ["có", "không"]))]
    pub so: Option<Field<Text>>,
    #[schemars(
        description = "Ai xác nhận ở cuối văn bản, dưới nơi nhận, ví dụ: Xác nhận của chính quyền địa phương; không ghi thì không có"
    )]
    pub xac_nhan: Option<Field<Text>>,
    #[schemars(description = "Có địa chỉ cơ quan ở chân trang 1 không: có hoặc không (mặc định)", extend("enum" = ["có", "không"]))]
    pub dia_chi: Option<Field<Text>>,
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
