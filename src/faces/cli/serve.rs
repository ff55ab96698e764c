//! Arguments of `serve`.

use std::path::PathBuf;

use clap::Args;

use super::common::CommonArgs;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ServeArgs {
    /// Thư mục để văn bản của cơ quan; không ghi thì là thư mục đang đứng
    #[arg(value_name = "THU_MUC", help_heading = "Tham số")]
    pub thu_muc: Option<PathBuf>,
    /// Không tự mở trình duyệt; in ra tệp để tự mở [tên khác: --no-browser]
    #[arg(long, alias = "no-browser")]
    pub khong_mo: bool,
    #[command(flatten)]
    pub common: CommonArgs,
}
