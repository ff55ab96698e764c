//! A file with `loai: ke_hoach`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, HinhDau, Table, Text, TextOrList};

impl HinhDau for KeHoachForm {
    const CAN: &'static [&'static str] = &["trich_yeu"];
    const KHONG_CO: &'static [&'static str] = &["kinh_gui"];
}

/// A plan of study trips.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KeHoach")]
#[schemars(description = "Kế hoạch tổ chức các đoàn công tác")]
pub struct KeHoachForm {
    #[schemars(description = "Loại văn bản: ke_hoach", extend("enum" = ["ke_hoach"]))]
    pub loai: Field<Text>,
    #[schemars(description = "Đoạn mở đầu, kết thúc bằng “cụ thể như sau:”")]
    pub mo_dau: Field<Text>,
    #[schemars(description = "Mục đích, yêu cầu: mỗi phần tử một gạch đầu dòng")]
    pub muc_dich_yeu_cau: Field<TextOrList>,
    #[schemars(description = "Các đợt đi, theo thứ tự Đợt 1, Đợt 2, …")]
    pub dot: Field<Vec<Field<DotForm>>>,
    #[schemars(description = "Thành phần đoàn")]
    pub thanh_phan: Field<ThanhPhanForm>,
    #[schemars(description = "Nguồn kinh phí thực hiện")]
    pub kinh_phi: Field<TextOrList>,
    #[schemars(description = "Tổ chức thực hiện: mỗi phần tử một gạch đầu dòng")]
    pub to_chuc_thuc_hien: Field<TextOrList>,
    #[schemars(description = "Câu kết; dấu “./.” chương trình tự thêm")]
    pub ket: Field<Text>,
}

/// A trip: either in detail, or `noi_dung` alone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Dot")]
#[schemars(
    description = "Một đợt: hoặc ghi chu_de, thoi_gian, dia_diem, phuong_tien; hoặc chỉ ghi noi_dung"
)]
pub struct DotForm {
    #[schemars(description = "Chủ đề; dấu [^cu_the] là chỗ đặt số chú thích cuối trang")]
    pub chu_de: Option<Field<Text>>,
    #[schemars(description = "Từng tỉnh học tập điều gì; in thành chú thích cuối trang")]
    pub cu_the: Option<Field<Table<Text>>>,
    #[schemars(description = "Thời gian, ví dụ: Dự kiến cuối tháng 7/2023.")]
    pub thoi_gian: Option<Field<Text>>,
    #[schemars(description = "Địa điểm, ví dụ: Các tỉnh Đắk Lắk, Lâm Đồng.")]
    pub dia_diem: Option<Field<Text>>,
    #[schemars(description = "Phương tiện đi lại")]
    pub phuong_tien: Option<Field<Text>>,
    #[schemars(description = "Một câu, cho đợt chưa rõ: Tuỳ theo yêu cầu thực tế.")]
    pub noi_dung: Option<Field<Text>>,
}

/// Who goes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ThanhPhan")]
#[schemars(description = "Thành phần đoàn: một câu và danh sách dưới nó")]
pub struct ThanhPhanForm {
    #[schemars(description = "Câu dẫn; dấu hai chấm chương trình tự thêm")]
    pub mo_ta: Field<Text>,
    #[schemars(description = "Các thành viên, mỗi phần tử một gạch đầu dòng")]
    pub thanh_vien: Field<Vec<Field<Text>>>,
}
