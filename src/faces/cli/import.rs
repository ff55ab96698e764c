//! Arguments of `import`.

use std::path::PathBuf;

use clap::Args;

use super::common::CommonArgs;
use crate::jobs::import::ImportRequest;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ImportArgs {
    /// Tệp Word (.docx) của một văn bản hành chính, do Word hay LibreOffice lưu
    #[arg(value_name = "TEP", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Thư mục hồ sơ sẽ tạo, chưa có hoặc còn trống; không ghi thì là thư mục cạnh tệp Word, cùng tên [tên khác: --ghi]
    #[arg(short, long, alias = "ghi", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl From<ImportArgs> for ImportRequest {
    fn from(ImportArgs { tep, output, common }: ImportArgs) -> Self {
        Self { tep, output, vao: None, shared: common.into() }
    }
}
