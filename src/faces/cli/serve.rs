//! Arguments of `serve`.

use std::path::PathBuf;

use clap::Args;

use super::common::CommonArgs;
use crate::diagnostic::Diagnostic;
use crate::machine::output;
use crate::machine::user_folders::UserFolders;

#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ServeArgs {
    /// Thư mục để văn bản của cơ quan; không ghi thì là thư mục đang đứng
    #[arg(value_name = "THU_MUC", help_heading = "Tham số")]
    pub thu_muc: Option<PathBuf>,
    /// Mở thư mục “Văn thư” trong Documents (Windows) hay trong thư mục nhà, chưa có thì lập [tên khác: --documents]
    #[arg(long, alias = "documents", conflicts_with = "thu_muc")]
    pub tai_lieu: bool,
    /// Không tự mở trình duyệt; in ra tệp để tự mở [tên khác: --no-browser]
    #[arg(long, alias = "no-browser")]
    pub khong_mo: bool,
    /// Dừng khi chương trình đã gọi lệnh này dừng
    #[arg(long, hide = true)]
    pub theo_cha: bool,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl ServeArgs {
    /// What a double click means.
    pub fn of_a_double_click() -> Self {
        Self { tai_lieu: true, ..Self::default() }
    }

    /// The folder that is to be opened. The user's own is made where it isn't there yet.
    pub fn folder(&self, folders: &UserFolders) -> Result<PathBuf, Diagnostic> {
        match &self.thu_muc {
            Some(named) => Ok(named.clone()),
            None if self.tai_lieu => {
                let papers = folders.papers().ok_or_else(no_home)?;
                output::prepare(&papers)?;
                Ok(papers)
            }
            None => Ok(PathBuf::from(".")),
        }
    }
}

fn no_home() -> Diagnostic {
    Diagnostic::error("not-found", "hệ thống không cho biết thư mục riêng của người dùng")
        .hint("ghi rõ thư mục để văn bản: vanthu serve THU_MUC")
}
