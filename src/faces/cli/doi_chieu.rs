//! Arguments of `verify` and `diff`.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, StoreArgs};
use crate::jobs::diff::DiffRequest;
use crate::jobs::verify::VerifyRequest;

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

impl From<VerifyArgs> for VerifyRequest {
    fn from(VerifyArgs { ho_so, word, store, common }: VerifyArgs) -> Self {
        Self { ho_so, word, so_sach: store.so_sach, shared: common.into() }
    }
}

impl From<DiffArgs> for DiffRequest {
    fn from(DiffArgs { cu, moi, output, common }: DiffArgs) -> Self {
        Self { cu, moi, output, json: common.json, shared: common.into() }
    }
}
