//! Phụ lục in a document's own file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, Text};

/// An appendix.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "PhuLuc")]
#[schemars(description = "Một phụ lục (Phụ lục I, phần I, mục III.1)")]
pub struct PhuLucForm {
    #[schemars(description = "Tên phụ lục; chương trình tự in hoa và đánh số Phụ lục I, II, …")]
    pub tieu_de: Field<Text>,
    #[schemars(description = "Trang nằm ngang cho bảng rộng: có hoặc không", extend("enum" = ["có", "không"]))]
    pub ngang: Option<Field<Text>>,
    #[schemars(description = "Nội dung phụ lục, hoặc tên một tệp .md đặt cạnh tệp này")]
    pub noi_dung: Field<Text>,
}
