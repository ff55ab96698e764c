//! Arguments of `init` and `template`: what one starts with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::common::HELP;
use crate::jobs::init::InitRequest;
use crate::jobs::template::{CopyTemplate, ListTemplates, TemplateRequest};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct InitArgs {
    /// Thư mục sẽ tạo; tệp đã có thì giữ nguyên và báo lỗi
    #[arg(value_name = "THU_MUC", help_heading = "Tham số")]
    pub dir: PathBuf,
    /// Kiểu cơ quan để ghi sẵn co-quan.yaml, ví dụ: van-phong, thuong-truc-hdnd, ubnd-xa
    #[arg(long = "co-quan", value_name = "KIEU")]
    pub co_quan: Option<String>,
    /// Tạo tệp khởi đầu của loại văn bản này trong thư mục, ví dụ: giay_moi
    #[arg(long, value_name = "LOAI")]
    pub mau: Option<String>,
    /// Thư mục mẫu dùng chung của cơ quan [tên khác: --templates]
    #[arg(long, alias = "templates", value_name = "THU_MUC")]
    pub thu_muc_mau: Option<PathBuf>,
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
    #[arg(long, alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
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
    #[arg(long, alias = "templates", value_name = "THU_MUC", conflicts_with = "ho_so")]
    pub mau: Option<PathBuf>,
}

impl From<InitArgs> for InitRequest {
    fn from(InitArgs { dir, co_quan, mau, thu_muc_mau }: InitArgs) -> Self {
        Self { dir, co_quan, mau, thu_muc_mau }
    }
}

impl From<TemplateArgs> for TemplateRequest {
    fn from(TemplateArgs { verb, ho_so, mau }: TemplateArgs) -> Self {
        match verb {
            None => Self::List(ListTemplates { ho_so, mau }),
            Some(TemplateVerb::Copy(CopyArgs { kind, ho_so, chung, mau })) => {
                Self::Copy(CopyTemplate { kind, ho_so, chung, mau })
            }
        }
    }
}
