//! Arguments that several verbs have.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::jobs::load::{Bounds, Shared};
use crate::jobs::make::Format;

/// How the help of a command is laid out.
pub(super) const HELP: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Args, Default)]
pub struct CommonArgs {
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan; thư mục “mau” trong hồ sơ được dùng trước [tên khác: --templates]
    #[arg(long = "thu-muc-mau", alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Where results go, and which there are.
#[derive(Debug, Args)]
pub struct PlaceArgs {
    /// Thư mục ghi kết quả; không có thì ghi ngay trong thư mục hồ sơ (merge: vào thư mục TEP-tron ở đó) [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Loại tệp cần ghi [tên khác: --dang]
    #[arg(
        short,
        long,
        alias = "dang",
        value_delimiter = ',',
        default_value = "pdf,docx",
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "pdf,docx"
    )]
    pub format: Vec<Format>,
}

/// What a job may take.
#[derive(Debug, Args, Default)]
pub struct LimitArgs {
    /// Số giây nhiều nhất cho một văn bản; quá thì văn bản ấy bị bỏ lại. Không ghi thì là 120 [tên khác: --toi-da]
    #[arg(long, alias = "toi-da", value_name = "GIAY", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Số MB bộ nhớ nhiều nhất; quá thì văn bản ấy bị bỏ lại. Không ghi thì là 512 [tên khác: --bo-nho]
    #[arg(long, alias = "bo-nho", value_name = "MB")]
    pub memory_limit: Option<NonZeroUsize>,
}

/// Seconds, with a part of one behind a dot or a comma.
fn seconds(text: &str) -> Result<Duration, &'static str> {
    let seconds: f64 = text.replace(',', ".").parse().map_err(|_| "không phải số giây")?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(time) if !time.is_zero() => Ok(time),
        _ => Err("phải lớn hơn 0"),
    }
}

impl From<LimitArgs> for Bounds {
    fn from(LimitArgs { time_limit, memory_limit }: LimitArgs) -> Self {
        Self { time_limit, memory_limit }
    }
}

impl From<CommonArgs> for Shared {
    fn from(CommonArgs { fonts, mau, json: _, limits }: CommonArgs) -> Self {
        let Bounds { time_limit, memory_limit } = limits.into();
        Self { fonts, mau, time_limit, memory_limit }
    }
}

/// What a verb asks for that may begin a register.
#[derive(Debug, Args)]
pub struct NewBookArgs {
    /// Lập sổ mới, đánh số lại từ đầu, ở nơi máy này đã có sổ mà nay không còn thấy
    #[arg(long)]
    pub lap_so_moi: bool,
}

/// Where the register lives.
#[derive(Debug, Args)]
pub struct StoreArgs {
    /// Thư mục để sổ so-dang-ky.txt và thư mục phat-hanh; không có thì theo co-quan.yaml, rồi đến thư mục hồ sơ [tên khác: --register-dir]
    #[arg(long, alias = "register-dir", value_name = "THU_MUC")]
    pub so_sach: Option<PathBuf>,
}
