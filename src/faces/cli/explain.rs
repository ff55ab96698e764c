//! Arguments of `explain` and `schema`: what may be asked without a document.

use std::path::PathBuf;

use clap::Args;

use crate::jobs::explain::ExplainRequest;
use crate::jobs::schema::SchemaRequest;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ExplainArgs {
    /// Mã ghi trong ngoặc vuông của thông báo, ví dụ: VT101, bad-date
    #[arg(value_name = "MA", help_heading = "Tham số")]
    pub ma: Option<String>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct SchemaArgs {
    /// Loại tệp: ke-hoach, co-quan, dot hoặc danh-ba
    #[arg(value_name = "LOAI", default_value = "ke-hoach", hide_default_value = true)]
    #[arg(help_heading = "Tham số")]
    pub kind: String,
    /// Thư mục hồ sơ có mẫu riêng; không ghi thì là thư mục đang đứng
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan [tên khác: --templates]
    #[arg(long = "thu-muc-mau", alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

impl From<ExplainArgs> for ExplainRequest {
    fn from(ExplainArgs { ma, json: _ }: ExplainArgs) -> Self {
        Self { ma }
    }
}

impl From<SchemaArgs> for SchemaRequest {
    fn from(SchemaArgs { kind, ho_so, mau, json: _ }: SchemaArgs) -> Self {
        Self { kind, ho_so, mau }
    }
}
