//! Money planned and money spent in a trip's file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, Text};

/// The budget by groups.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KinhPhi")]
#[schemars(description = "Dự trù kinh phí theo bốn nhóm")]
pub struct KinhPhiForm {
    #[schemars(description = "Nguồn kinh phí; không ghi thì lấy của kế hoạch")]
    pub nguon: Option<Field<Text>>,
    #[schemars(description = "Chi phí đi lại")]
    pub di_lai: Option<Field<Vec<Field<KhoanChiForm>>>>,
    #[schemars(description = "Phụ cấp lưu trú; số ngày không ghi thì bằng số ngày của đợt")]
    pub luu_tru: Option<Field<Vec<Field<KhoanChiForm>>>>,
    #[schemars(description = "Tiền thuê phòng nghỉ; số đêm không ghi thì bằng số đêm của đợt")]
    pub phong_nghi: Option<Field<Vec<Field<KhoanChiForm>>>>,
    #[schemars(description = "Chi khác")]
    pub chi_khac: Option<Field<Vec<Field<KhoanChiForm>>>>,
    #[schemars(description = "Tổng cộng, nếu muốn chương trình soát với số đã tính")]
    pub tong: Option<Field<Text>>,
}

/// A line of the budget.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KhoanChi")]
#[schemars(description = "Một khoản: số lượng × số ngày (đêm, lần) × đơn giá")]
pub struct KhoanChiForm {
    #[schemars(description = "Nội dung chi")]
    pub noi_dung: Field<Text>,
    #[schemars(description = "Đơn vị tính: người, phòng, chuyến")]
    pub don_vi: Field<Text>,
    #[schemars(description = "Số lượng")]
    pub so_luong: Field<Text>,
    #[schemars(description = "Số lần")]
    pub lan: Option<Field<Text>>,
    #[schemars(description = "Số ngày")]
    pub so_ngay: Option<Field<Text>>,
    #[schemars(description = "Số đêm")]
    pub so_dem: Option<Field<Text>>,
    #[schemars(description = "Đơn giá, đồng: 200.000")]
    pub don_gia: Option<Field<Text>>,
    #[schemars(
        description = "Tên một mức trong dinh_muc của cơ quan, thay cho đơn giá: mức có hiệu lực vào ngày đi được dùng"
    )]
    pub muc: Option<Field<Text>>,
    #[schemars(description = "Thành tiền, nếu muốn chương trình soát với số đã tính")]
    pub thanh_tien: Option<Field<Text>>,
    #[schemars(
        description = "Ghi chú; khoản theo định mức mà không ghi thì in căn cứ của định mức"
    )]
    pub ghi_chu: Option<Field<Text>>,
}

/// Money spent, by the groups of the budget.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "DaChi")]
#[schemars(description = "Số tiền đã chi theo từng nhóm")]
pub struct DaChiForm {
    #[schemars(description = "Chi phí đi lại")]
    pub di_lai: Option<Field<Text>>,
    #[schemars(description = "Phụ cấp lưu trú")]
    pub luu_tru: Option<Field<Text>>,
    #[schemars(description = "Tiền thuê phòng nghỉ")]
    pub phong_nghi: Option<Field<Text>>,
    #[schemars(description = "Chi khác")]
    pub chi_khac: Option<Field<Text>>,
    #[schemars(description = "Tổng cộng, nếu muốn chương trình soát với số đã tính")]
    pub tong: Option<Field<Text>>,
}
