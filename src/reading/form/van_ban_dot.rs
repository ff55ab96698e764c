//! The two documents of a trip: `chi_tiet` and `ket_qua` in its file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{DaChiForm, Field, HinhDau, Text, TextOrList};

impl HinhDau for ChiTietForm {
    const KHONG_CO: &'static [&'static str] = &["kinh_gui"];
}

impl HinhDau for KetQuaForm {}

/// What only the Kế hoạch chi tiết says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ChiTiet")]
#[schemars(description = "Kế hoạch chi tiết")]
pub struct ChiTietForm {
    #[schemars(description = "Đoạn mở đầu; không ghi thì viện dẫn kế hoạch")]
    pub mo_dau: Option<Field<Text>>,
    #[schemars(description = "Mục đích: mỗi phần tử một gạch đầu dòng")]
    pub muc_dich: Field<TextOrList>,
    #[schemars(description = "Tổ chức thực hiện: mỗi phần tử một gạch đầu dòng")]
    pub to_chuc_thuc_hien: Field<TextOrList>,
    #[schemars(description = "Câu kết, nếu khác câu có sẵn; dấu “./.” chương trình tự thêm")]
    pub ket: Option<Field<Text>>,
}

/// What only the Báo cáo says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KetQua")]
#[schemars(description = "Báo cáo kết quả")]
pub struct KetQuaForm {
    #[schemars(description = "Đoạn mở đầu; không ghi thì viện dẫn kế hoạch")]
    pub mo_dau: Option<Field<Text>>,
    #[schemars(description = "Khái quát chuyến đi, ngoài thời gian, địa điểm, thành phần")]
    pub khai_quat: Option<Field<TextOrList>>,
    #[schemars(description = "Kết quả ở từng tỉnh")]
    pub tai_cac_tinh: Field<Vec<Field<TaiTinhForm>>>,
    #[schemars(description = "Ưu điểm")]
    pub uu_diem: Option<Field<TextOrList>>,
    #[schemars(description = "Hạn chế")]
    pub han_che: Option<Field<TextOrList>>,
    #[schemars(description = "Bài học kinh nghiệm")]
    pub bai_hoc: Option<Field<TextOrList>>,
    #[schemars(description = "Đề xuất, kiến nghị với từng nơi")]
    pub kien_nghi: Option<Field<Vec<Field<KienNghiForm>>>>,
    #[schemars(description = "Kinh phí đã sử dụng")]
    pub da_chi: Option<Field<DaChiForm>>,
    #[schemars(description = "Câu kết, nếu khác câu có sẵn; dấu “./.” chương trình tự thêm")]
    pub ket: Option<Field<Text>>,
}

/// What was learnt in one province.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "TaiTinh")]
#[schemars(description = "Kết quả ở một tỉnh")]
pub struct TaiTinhForm {
    #[schemars(description = "Tỉnh, thành phố Đoàn đã đến")]
    pub dia_ban: Field<Text>,
    #[schemars(description = "Mỗi phần tử một gạch đầu dòng")]
    pub noi_dung: Field<TextOrList>,
}

/// Proposals to one body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KienNghi")]
#[schemars(description = "Đề xuất, kiến nghị với một nơi")]
pub struct KienNghiForm {
    #[schemars(description = "Nơi được kiến nghị: Tỉnh uỷ")]
    pub voi: Field<Text>,
    #[schemars(description = "Mỗi phần tử một gạch đầu dòng")]
    pub noi_dung: Field<TextOrList>,
}
