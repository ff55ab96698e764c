//! Arguments of `check`.

use std::path::PathBuf;

use clap::Args;

use super::common::CommonArgs;
use crate::jobs::check::CheckRequest;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CheckArgs {
    /// Thư mục hồ sơ, từng tệp YAML của văn bản, hoặc tệp Word (.docx) bất kỳ cần soát thể thức và lời văn
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    /// Sửa những chỗ chắc chắn trong lời văn, ghi vào tệp YAML, giữ nguyên mọi thứ khác [tên khác: --sua]
    #[arg(long, alias = "sua")]
    pub fix: bool,
    /// Ghi bản sao của tệp Word, mỗi chỗ phát hiện mang một nhận xét (Comment) của Word [tên khác: --nhan-xet]
    #[arg(long, alias = "nhan-xet", value_name = "TEP.docx")]
    pub comments: Option<PathBuf>,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl From<CheckArgs> for CheckRequest {
    fn from(CheckArgs { ho_so, fix, comments, common }: CheckArgs) -> Self {
        Self { ho_so, fix, comments, shared: common.into() }
    }
}
