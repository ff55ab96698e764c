//! Arguments of `issue` and `register`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CommonArgs, HELP};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct IssueArgs {
    /// Tệp YAML của văn bản
    #[arg(value_name = "TEP", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Ngày ban hành, ví dụ 15/3/2023; tệp YAML đã ghi đủ ngày thì bỏ được [tên khác: --ngay]
    #[arg(long, alias = "ngay", value_name = "NGAY")]
    pub date: Option<String>,
    /// Số đã ghi trên giấy hoặc đang giữ; không có thì lấy số kế tiếp [tên khác: --so]
    #[arg(long, alias = "so", value_name = "SO")]
    pub number: Option<String>,
    /// Văn bản cần phát hành khi một tệp có nhiều văn bản, ví dụ: bao-cao [tên khác: --chi]
    #[arg(long, alias = "chi", value_name = "VAN_BAN")]
    pub only: Option<String>,
    /// Thay thế văn bản đã phát hành này, ví dụ 105/KH-HĐND
    #[arg(long, value_name = "SO_HIEU")]
    pub thay_the: Vec<String>,
    /// Đính chính văn bản đã phát hành này
    #[arg(long, value_name = "SO_HIEU")]
    pub dinh_chinh: Vec<String>,
    /// Thu hồi văn bản đã phát hành này
    #[arg(long, value_name = "SO_HIEU")]
    pub thu_hoi: Vec<String>,
    /// Số lượng bản phát hành (cột 7 của sổ)
    #[arg(long, value_name = "SO_BAN")]
    pub so_ban: Option<u64>,
    /// Ghi chú (cột 10 của sổ)
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    /// Tệp đính kèm trong bản PDF: khong, du_lieu (trường dữ liệu theo Phụ lục VI) hoặc nguon (thêm các tệp YAML); không có thì theo co-quan.yaml [tên khác: --dinh-kem]
    #[arg(long, alias = "dinh-kem", value_name = "KIEU")]
    pub embed: Option<String>,
    /// Đặt ô chữ ký số vào bản PDF, dòng chữ ký vào bản Word; co-quan.yaml ghi o_ky: co thì luôn đặt [tên khác: --o-ky]
    #[arg(long, alias = "o-ky")]
    pub signature_fields: bool,
    /// Phát hành dù còn cảnh báo văn bản chưa sẵn sàng trình ký
    #[arg(long)]
    pub chap_nhan_canh_bao: bool,
    #[command(flatten)]
    pub store: StoreArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

/// Where the register lives.
#[derive(Debug, Args)]
pub struct StoreArgs {
    /// Thư mục để sổ so-dang-ky.txt và thư mục phat-hanh; không có thì theo co-quan.yaml, rồi đến thư mục hồ sơ [tên khác: --register-dir]
    #[arg(long, alias = "register-dir", value_name = "THU_MUC")]
    pub so_sach: Option<PathBuf>,
}

/// The same for `register`, which is given no document.
#[derive(Debug, Args)]
pub struct RegisterStoreArgs {
    #[command(flatten)]
    pub store: StoreArgs,
    /// Thư mục hồ sơ có co-quan.yaml; không có thì là thư mục đang đứng
    #[arg(long, value_name = "THU_MUC")]
    pub ho_so: Option<PathBuf>,
    /// In mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub struct RegisterArgs {
    #[command(subcommand)]
    pub job: RegisterJob,
}

#[derive(Debug, Subcommand)]
#[command(
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    disable_help_subcommand = true
)]
pub enum RegisterJob {
    /// Liệt kê các số trong sổ [tên khác: liet-ke]
    #[command(alias = "liet-ke", help_template = HELP, override_usage = "vanthu register list [--nam NAM]")]
    List(ListArgs),
    /// Kiểm tra sổ và các văn bản đã phát hành, không ghi gì [tên khác: kiem-tra]
    #[command(alias = "kiem-tra", help_template = HELP, override_usage = "vanthu register check")]
    Check(ListArgs),
    /// Giữ một số cho văn bản chưa phát hành [tên khác: giu-so]
    #[command(alias = "giu-so", help_template = HELP, override_usage = "vanthu register reserve --nam NAM [--number SO] [--ghi-chu LOI]")]
    Reserve(ReserveArgs),
    /// Huỷ một số đã giữ hoặc đã phát hành, có lý do [tên khác: huy]
    #[command(alias = "huy", help_template = HELP, override_usage = "vanthu register void SO_HIEU --ly-do LOI")]
    Void(VoidArgs),
    /// Ghi việc chuyển văn bản: số lượng bản, ngày chuyển, ký nhận [tên khác: chuyen]
    #[command(alias = "chuyen", help_template = HELP, override_usage = "vanthu register deliver SO_HIEU --ngay-chuyen NGAY [TUỲ CHỌN]")]
    Deliver(DeliverArgs),
    /// Khoá sổ của một năm [tên khác: khoa-nam]
    #[command(alias = "khoa-nam", help_template = HELP, override_usage = "vanthu register close-year NAM")]
    CloseYear(CloseArgs),
    /// In sổ của một năm: PDF, Word và CSV theo mẫu của Nghị định [tên khác: in]
    #[command(alias = "in", help_template = HELP, override_usage = "vanthu register print NAM [-o THU_MUC]")]
    Print(PrintArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ListArgs {
    /// Chỉ năm này
    #[arg(long, value_name = "NAM")]
    pub nam: Option<i32>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ReserveArgs {
    /// Năm của sổ
    #[arg(long, value_name = "NAM")]
    pub nam: i32,
    /// Số cần giữ; không có thì là số kế tiếp [tên khác: --so]
    #[arg(long, alias = "so", value_name = "SO")]
    pub number: Option<String>,
    /// Loại văn bản, ví dụ ke_hoach; cần khi cơ quan đánh số riêng từng loại
    #[arg(long, value_name = "LOAI")]
    pub loai: Option<String>,
    /// Cơ quan theo chữ viết tắt, ví dụ HĐND, khi thư mục có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    /// Giữ cho ai, cho việc gì
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct VoidArgs {
    /// Số hiệu, ví dụ 105/KH-HĐND hoặc 105/KH-HĐND/2023
    #[arg(value_name = "SO_HIEU", help_heading = "Tham số")]
    pub so_hieu: String,
    /// Lý do huỷ [tên khác: --reason]
    #[arg(long, alias = "reason", value_name = "LOI")]
    pub ly_do: String,
    /// Cơ quan theo chữ viết tắt, khi nhiều cơ quan có cùng số
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct DeliverArgs {
    /// Số hiệu, ví dụ 105/KH-HĐND hoặc 105/KH-HĐND/2023
    #[arg(value_name = "SO_HIEU", help_heading = "Tham số")]
    pub so_hieu: String,
    /// Ngày chuyển (cột 8 của sổ)
    #[arg(long, value_name = "NGAY")]
    pub ngay_chuyen: String,
    /// Số lượng bản (cột 7 của sổ)
    #[arg(long, value_name = "SO_BAN")]
    pub so_ban: Option<u64>,
    /// Người ký nhận (cột 9 của sổ)
    #[arg(long, value_name = "TEN")]
    pub ky_nhan: Option<String>,
    /// Ghi chú (cột 10 của sổ)
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    /// Cơ quan theo chữ viết tắt, khi nhiều cơ quan có cùng số
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CloseArgs {
    /// Năm cần khoá sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: i32,
    /// Cơ quan theo chữ viết tắt, khi sổ có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct PrintArgs {
    /// Năm của sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: i32,
    /// Thư mục ghi kết quả; không có thì ghi cạnh sổ [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

impl RegisterJob {
    /// Where the register is, and how findings are told.
    pub fn store(&self) -> &RegisterStoreArgs {
        match self {
            Self::List(a) | Self::Check(a) => &a.store,
            Self::Reserve(a) => &a.store,
            Self::Void(a) => &a.store,
            Self::Deliver(a) => &a.store,
            Self::CloseYear(a) => &a.store,
            Self::Print(a) => &a.store,
        }
    }
}
