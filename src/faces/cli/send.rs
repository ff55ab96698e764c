//! Arguments of `send`.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, StoreArgs};
use crate::jobs::send::SendRequest;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct SendArgs {
    /// Thư mục hồ sơ, tệp YAML của một văn bản đã có số và ngày, hoặc thư mục của một văn bản đã phát hành
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: PathBuf,
    /// Thư mục chứa gói gửi; không có thì là thư mục “gui” trong hồ sơ [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Mỗi nơi nhận một tệp ZIP thay vì một thư mục
    #[arg(long)]
    pub zip: bool,
    /// Ngày chuyển; không có thì là ngày ban hành [tên khác: --ngay]
    #[arg(long, alias = "ngay", value_name = "NGAY")]
    pub date: Option<String>,
    /// Danh bạ ở nơi khác, thay cho danh-ba.yaml của hồ sơ [tên khác: --danh-ba]
    #[arg(long, alias = "danh-ba", value_name = "TEP")]
    pub book: Option<PathBuf>,
    /// Bản PDF sẽ gửi: bản đã phát hành hoặc bản ấy đã ký số; không có thì soạn từ YAML
    #[arg(long, value_name = "TEP")]
    pub pdf: Option<PathBuf>,
    /// Tệp ở --pdf là bản quét của bản giấy đã ký, không so được bằng máy; đã tự xem đúng là văn bản này
    #[arg(long, requires = "pdf")]
    pub ban_quet: bool,
    /// Tệp gửi kèm, ghi được nhiều lần [tên khác: --kem]
    #[arg(long, alias = "kem", value_name = "TEP")]
    pub attach: Vec<PathBuf>,
    /// Chỉ gửi những văn bản này, ví dụ: ke-hoach, bao-cao [tên khác: --chi]
    #[arg(long, alias = "chi", value_delimiter = ',', value_name = "VAN_BAN")]
    pub only: Vec<String>,
    #[command(flatten)]
    pub store: StoreArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl From<SendArgs> for SendRequest {
    fn from(args: SendArgs) -> Self {
        let SendArgs { ho_so, output, zip, date, book, pdf, ban_quet, attach, only, .. } = args;
        let (so_sach, shared) = (args.store.so_sach, args.common.into());
        Self { ho_so, output, zip, date, book, pdf, ban_quet, so_sach, attach, only, shared }
    }
}
