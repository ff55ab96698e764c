//! Arguments of `issue`.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, NewBookArgs, StoreArgs};
use crate::jobs::Request;
use crate::jobs::issue::{IssueManyRequest, IssueRequest, MotViec};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct IssueArgs {
    /// Tệp YAML của văn bản; nhiều tệp thì kiểm tra hết rồi mới lần lượt lấy số
    #[arg(value_name = "TEP", required = true, help_heading = "Tham số")]
    pub tep: Vec<PathBuf>,
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
    /// Trả lời văn bản đến mang số đến này, ví dụ 12/2026: ghi vào cả hai sổ
    #[arg(long, value_name = "SO_DEN")]
    pub tra_loi: Vec<String>,
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
    pub new_book: NewBookArgs,
    #[command(flatten)]
    pub store: StoreArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

impl From<IssueArgs> for Request {
    fn from(mut args: IssueArgs) -> Self {
        let files = std::mem::take(&mut args.tep);
        let base = IssueRequest::from(args);
        let one = |tep: PathBuf| IssueRequest { tep, ..base.clone() };
        if let [file] = files.as_slice() {
            return Self::Issue(one(file.clone()));
        }
        let viec = files
            .into_iter()
            .map(|tep| MotViec { ten: tep.display().to_string(), request: one(tep) });
        Self::IssueMany(IssueManyRequest { viec: viec.collect() })
    }
}

impl From<IssueArgs> for IssueRequest {
    fn from(args: IssueArgs) -> Self {
        Self {
            tep: PathBuf::new(),
            date: args.date,
            number: args.number,
            only: args.only,
            thay_the: args.thay_the,
            dinh_chinh: args.dinh_chinh,
            thu_hoi: args.thu_hoi,
            tra_loi: args.tra_loi,
            so_ban: args.so_ban,
            ghi_chu: args.ghi_chu,
            embed: args.embed,
            signature_fields: args.signature_fields,
            chap_nhan_canh_bao: args.chap_nhan_canh_bao,
            lap_so_moi: args.new_book.lap_so_moi,
            dong: None,
            so_sach: args.store.so_sach,
            shared: args.common.into(),
        }
    }
}
