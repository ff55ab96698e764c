//! Arguments of `verify` and `diff`.

use std::path::PathBuf;

use clap::Args;

use super::{CommonArgs, StoreArgs};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct VerifyArgs {
    /// Thư mục hồ sơ, tệp YAML của văn bản, hoặc thư mục của một văn bản đã phát hành
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: PathBuf,
    /// Tệp Word cần đối chiếu; không có thì là các tệp .docx cùng tên với văn bản, cạnh tệp YAML
    #[arg(long, value_name = "TEP")]
    pub word: Option<PathBuf>,
    #[command(flatten)]
    pub store: StoreArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct DiffArgs {
    /// Bản cũ: tệp YAML, thư mục hồ sơ hoặc tệp .docx
    #[arg(value_name = "BAN_CU", help_heading = "Tham số")]
    pub cu: PathBuf,
    /// Bản mới
    #[arg(value_name = "BAN_MOI", help_heading = "Tham số")]
    pub moi: PathBuf,
    /// Ghi bản mới ra tệp Word này, chỗ khác bản cũ mang dấu sửa (Track Changes) [tên khác: --ghi]
    #[arg(short, long, alias = "ghi", value_name = "TEP")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub common: CommonArgs,
}
