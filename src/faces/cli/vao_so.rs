//! Arguments of `register add` and `register import`: papers that were made elsewhere.

use std::path::PathBuf;

use clap::Args;

use super::common::NewBookArgs;
use super::so_dang_ky::RegisterStoreArgs;
use crate::jobs::register::{AddRequest, ImportBookRequest};
use crate::model::Ky;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct AddArgs {
    /// Số và ký hiệu in trên văn bản, ví dụ 105/KH-HĐND; không có thì đọc từ tệp Word ở --tep
    #[arg(value_name = "SO_HIEU", help_heading = "Tham số")]
    pub so_hieu: Option<String>,
    /// Tệp Word (.docx) hoặc PDF của văn bản, được giữ cạnh các văn bản đã phát hành; mục nào không ghi trong lệnh thì đọc từ tệp Word [tên khác: --file]
    #[arg(long, alias = "file", value_name = "TEP")]
    pub tep: Vec<PathBuf>,
    /// Ngày văn bản (cột 2 của sổ) [tên khác: --ngay]
    #[arg(long, alias = "ngay", value_name = "NGAY")]
    pub date: Option<String>,
    /// Loại văn bản, ví dụ “Kế hoạch”; không có thì theo ký hiệu
    #[arg(long, value_name = "LOAI")]
    pub loai: Option<String>,
    /// Trích yếu nội dung (cột 3 của sổ)
    #[arg(long, value_name = "LOI")]
    pub trich_yeu: Option<String>,
    /// Người ký (cột 4 của sổ); nhiều người thì ngăn bằng dấu chấm phẩy
    #[arg(long, value_name = "TEN")]
    pub nguoi_ky: Option<String>,
    /// Nơi nhận (cột 5 của sổ); nhiều nơi thì ngăn bằng dấu chấm phẩy
    #[arg(long, value_name = "NOI")]
    pub noi_nhan: Option<String>,
    /// Đơn vị, người nhận bản lưu (cột 6 của sổ)
    #[arg(long, value_name = "NOI")]
    pub luu: Option<String>,
    /// Số lượng bản (cột 7 của sổ)
    #[arg(long, value_name = "SO_BAN")]
    pub so_ban: Option<u64>,
    /// Ghi chú (cột 10 của sổ)
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    /// Văn bản này thay thế văn bản có trong sổ, ví dụ 105/KH-HĐND
    #[arg(long, value_name = "SO_HIEU")]
    pub thay_the: Vec<String>,
    /// Văn bản này đính chính văn bản có trong sổ
    #[arg(long, value_name = "SO_HIEU")]
    pub dinh_chinh: Vec<String>,
    /// Văn bản này thu hồi văn bản có trong sổ
    #[arg(long, value_name = "SO_HIEU")]
    pub thu_hoi: Vec<String>,
    /// Cơ quan theo chữ viết tắt, ví dụ HĐND, khi thư mục có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    /// Chỉ cho biết sẽ ghi gì, không ghi vào sổ [tên khác: --thu]
    #[arg(long = "dry-run", alias = "thu")]
    pub thu: bool,
    #[command(flatten)]
    pub new_book: NewBookArgs,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ImportBookArgs {
    /// Sổ cũ: tệp .xlsx, .ods hoặc .csv, dòng đầu bảng là tên các cột như trong sổ của Nghị định
    #[arg(value_name = "SO_CU", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Trang tính, khi tệp có nhiều trang có dữ liệu [tên khác: --trang]
    #[arg(long = "sheet", alias = "trang", value_name = "TEN")]
    pub trang: Option<String>,
    /// Năm của sổ; không có thì là năm của các ngày trong sổ
    #[arg(long, value_name = "NAM")]
    pub nam: Option<Ky>,
    /// Cơ quan theo chữ viết tắt, ví dụ HĐND, khi thư mục có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    /// Giữ lại các số mà sổ cũ bỏ trống, để sau này ghi văn bản vào hoặc huỷ
    #[arg(long)]
    pub bo_trong: bool,
    /// Chỉ cho biết sẽ ghi gì, không ghi vào sổ [tên khác: --thu]
    #[arg(long = "dry-run", alias = "thu")]
    pub thu: bool,
    #[command(flatten)]
    pub new_book: NewBookArgs,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

impl From<AddArgs> for AddRequest {
    fn from(args: AddArgs) -> Self {
        let AddArgs { so_hieu, tep, date, loai, trich_yeu, nguoi_ky, noi_nhan, luu, .. } = args;
        Self {
            so_hieu,
            date,
            loai,
            trich_yeu,
            nguoi_ky,
            noi_nhan,
            luu,
            so_ban: args.so_ban,
            ghi_chu: args.ghi_chu,
            tep,
            thay_the: args.thay_the,
            dinh_chinh: args.dinh_chinh,
            thu_hoi: args.thu_hoi,
            co_quan: args.co_quan,
            thu: args.thu,
            place: args.store.or_begun(&args.new_book),
        }
    }
}

impl From<ImportBookArgs> for ImportBookRequest {
    fn from(args: ImportBookArgs) -> Self {
        let ImportBookArgs { tep, trang, nam, co_quan, bo_trong, thu, new_book, store } = args;
        Self { tep, trang, nam, co_quan, bo_trong, thu, place: store.or_begun(&new_book) }
    }
}
