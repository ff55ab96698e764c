//! Arguments of `merge`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::common::{CommonArgs, NewBookArgs, PlaceArgs, StoreArgs};
use crate::jobs::merge::{DongAn, MergeRequest, SoCua};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct MergeArgs {
    /// Tệp YAML của văn bản, có {{Tên cột}} ở những chỗ cần điền
    #[arg(value_name = "TEP", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Danh sách .xlsx, .ods hoặc .csv: một dòng tên cột, mỗi bản một dòng ở dưới
    #[arg(value_name = "DANH_SACH", help_heading = "Tham số")]
    pub danh_sach: PathBuf,
    /// Trang tính cần lấy, khi danh sách có nhiều trang [tên khác: --trang]
    #[arg(long, alias = "trang", value_name = "TRANG")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub place: PlaceArgs,
    /// Chỉ kiểm tra mọi dòng, nói sẽ làm gì và cho xem bản đầu; không ghi tệp nào [tên khác: --thu]
    #[arg(long, alias = "thu")]
    pub dry_run: bool,
    /// each: phát hành, mỗi bản lấy một số kế tiếp trong sổ; next: giữ số kế tiếp làm số chung của mọi bản; hoặc một số chung đã giữ; không có thì là bản chưa có số [tên khác: --so]
    #[arg(long, alias = "so", value_name = "each|next|SO")]
    pub number: Option<String>,
    /// Ngày ban hành, ví dụ 15/3/2023 [tên khác: --ngay]
    #[arg(long, alias = "ngay", value_name = "NGAY")]
    pub date: Option<String>,
    /// Đặt tên tệp theo cột này, ví dụ “Họ và tên” [tên khác: --ten-theo]
    #[arg(long, alias = "ten-theo", value_name = "COT")]
    pub name_by: Option<String>,
    /// Ghi thêm một tệp PDF chứa mọi bản, để in một lần [tên khác: --mot-pdf]
    #[arg(long, alias = "mot-pdf")]
    pub one_pdf: bool,
    /// In hai mặt: trong tệp PDF chung, mỗi bản bắt đầu ở mặt trước [tên khác: --hai-mat]
    #[arg(long, alias = "hai-mat", requires = "one_pdf")]
    pub two_sided: bool,
    /// Cho phép ô trống; chỗ ấy in ra không có gì
    #[arg(long)]
    pub cho_trong: bool,
    /// Các dòng đang ẩn (do lọc): skip là bỏ qua, take là trộn cả [tên khác: --dong-an]
    #[arg(long, alias = "dong-an", hide_possible_values = true, value_name = "skip|take")]
    pub hidden: Option<DongAn>,
    /// Số tiến trình soạn cùng lúc; không có thì bằng số nhân của máy [tên khác: --so-tien-trinh]
    #[arg(short, long, alias = "so-tien-trinh", value_name = "SO")]
    pub jobs: Option<NonZeroUsize>,
    /// Phát hành dù còn cảnh báo văn bản chưa sẵn sàng trình ký
    #[arg(long)]
    pub chap_nhan_canh_bao: bool,
    #[command(flatten)]
    pub new_book: NewBookArgs,
    #[command(flatten)]
    pub store: StoreArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl ValueEnum for DongAn {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Bo, Self::Lay]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Bo => PossibleValue::new("skip").alias("bo"),
            Self::Lay => PossibleValue::new("take").alias("lay"),
        })
    }
}

impl From<MergeArgs> for MergeRequest {
    fn from(args: MergeArgs) -> Self {
        let so = match args.number {
            None => SoCua::Khong,
            Some(word) if ["each", "moi-ban"].contains(&word.as_str()) => SoCua::MoiBan,
            Some(word) if ["next", "ke-tiep"].contains(&word.as_str()) => SoCua::ChungKeTiep,
            Some(so) => SoCua::Chung(so),
        };
        Self {
            tep: args.tep,
            danh_sach: args.danh_sach,
            trang: args.sheet,
            output: args.place.output,
            formats: args.place.format,
            thu: args.dry_run,
            so,
            date: args.date,
            ten_theo: args.name_by,
            mot_pdf: args.one_pdf,
            hai_mat: args.two_sided,
            cho_trong: args.cho_trong,
            dong_an: args.hidden,
            jobs: args.jobs,
            chap_nhan_canh_bao: args.chap_nhan_canh_bao,
            lap_so_moi: args.new_book.lap_so_moi,
            so_sach: args.store.so_sach,
            shared: args.common.into(),
        }
    }
}
