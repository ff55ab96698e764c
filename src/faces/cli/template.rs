//! Arguments of `init` and `template`: what one starts with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::common::{HELP, LimitArgs};
use crate::jobs::init::InitRequest;
use crate::jobs::template::{CopyTemplate, ListTemplates, TemplateRequest};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct InitArgs {
    /// Thư mục hồ sơ, chưa có thì được tạo; không ghi thì là thư mục đang đứng
    #[arg(value_name = "THU_MUC", help_heading = "Tham số")]
    pub dir: Option<PathBuf>,
    /// Kiểu cơ quan để ghi sẵn co-quan.yaml, ví dụ: ubnd-xa
    #[arg(long = "co-quan", value_name = "KIEU")]
    pub co_quan: Option<String>,
    /// Loại văn bản cần tạo, ví dụ: thong_bao; trùng tên tệp đã có thì tệp mới mang thêm số: thong-bao-2.yaml
    #[arg(long, value_name = "LOAI")]
    pub mau: Option<String>,
    /// Tạo văn bản mới giống văn bản cũ này, bỏ số và ngày
    #[arg(long, value_name = "TEP", conflicts_with_all = ["mau", "co_quan"])]
    pub nhu: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan [tên khác: --templates]
    #[arg(long, alias = "templates", value_name = "THU_MUC")]
    pub thu_muc_mau: Option<PathBuf>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn", subcommand_help_heading = "Lệnh")]
pub struct TemplateArgs {
    #[command(subcommand)]
    pub verb: Option<TemplateVerb>,
    /// Thư mục hồ sơ; không ghi thì là thư mục đang đứng
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan [tên khác: --templates]
    #[arg(long = "thu-muc-mau", alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
    #[command(flatten)]
    pub limits: LimitArgs,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum TemplateVerb {
    /// Chép một mẫu có sẵn và khai báo của nó vào thư mục “mau” của hồ sơ; không ghi đè [tên khác: chep]
    #[command(alias = "chep", help_template = HELP, override_usage = "vanthu template copy MAU [HO_SO] [--chung]")]
    Copy(CopyArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CopyArgs {
    /// Tên mẫu như “vanthu template” liệt kê, ví dụ: ke-hoach, giay-moi
    #[arg(value_name = "MAU", help_heading = "Tham số")]
    pub kind: String,
    /// Thư mục hồ sơ; không ghi thì là thư mục đang đứng
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Option<PathBuf>,
    /// Chép cả chung.typ, các hàm mà mọi mẫu dùng chung
    #[arg(long)]
    pub chung: bool,
    /// Chép vào thư mục mẫu dùng chung này thay cho hồ sơ [tên khác: --templates]
    #[arg(
        long = "thu-muc-mau",
        alias = "templates",
        value_name = "THU_MUC",
        conflicts_with = "ho_so"
    )]
    pub mau: Option<PathBuf>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

impl TemplateArgs {
    /// Whether the outcome is told in JSON.
    pub fn json(&self) -> bool {
        match &self.verb {
            Some(TemplateVerb::Copy(args)) => args.json,
            None => self.json,
        }
    }
}

impl From<InitArgs> for InitRequest {
    fn from(InitArgs { dir, co_quan, mau, nhu, thu_muc_mau, json: _ }: InitArgs) -> Self {
        // A document like an old one stands beside it.
        let beside = || nhu.as_deref().and_then(std::path::Path::parent).map(PathBuf::from);
        let dir = dir.or_else(beside).filter(|dir| !dir.as_os_str().is_empty());
        Self { dir: dir.unwrap_or_else(|| ".".into()), co_quan, mau, nhu, thu_muc_mau }
    }
}

impl From<TemplateArgs> for TemplateRequest {
    fn from(TemplateArgs { verb, ho_so, mau, limits, json: _ }: TemplateArgs) -> Self {
        match verb {
            None => Self::List(ListTemplates { ho_so, mau, bounds: limits.into() }),
            Some(TemplateVerb::Copy(CopyArgs { kind, ho_so, chung, mau, json: _ })) => {
                Self::Copy(CopyTemplate { kind, ho_so, chung, mau })
            }
        }
    }
}
