//! Arguments of `incoming`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::common::{HELP, NewBookArgs};
use super::so_dang_ky::RegisterStoreArgs;
use crate::jobs::incoming::{
    AddRequest, AssignRequest, CheckIncomingRequest, CloseIncomingRequest, CorrectRequest,
    DoneRequest, IncomingPlace, IncomingRequest, ListIncomingRequest, OpenIncomingRequest,
    PrintIncomingRequest, RebuildIncomingRequest, ReceiveRequest, SlipRequest, StampRequest,
    VoidIncomingRequest,
};

/// Where the book is: that of secret papers stands beside that of the others.
#[derive(Debug, Args)]
pub struct DenStoreArgs {
    /// Sổ văn bản mật đến, thay cho sổ văn bản đến thường
    #[arg(long)]
    pub mat: bool,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

impl From<DenStoreArgs> for IncomingPlace {
    fn from(DenStoreArgs { mat, store }: DenStoreArgs) -> Self {
        Self { so: store.into(), mat }
    }
}

#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub struct IncomingArgs {
    #[command(subcommand)]
    pub job: IncomingJob,
}

#[derive(Debug, Subcommand)]
#[command(
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    disable_help_subcommand = true
)]
pub enum IncomingJob {
    /// Vào sổ văn bản đến: lấy số đến, lưu tệp đã nhận; nhiều tệp là nhiều văn bản [tên khác: vao-so]
    #[command(alias = "vao-so", help_template = HELP, override_usage = "vanthu incoming add [TEP]... --ngay NGAY [TUỲ CHỌN]")]
    Add(Box<AddArgs>),
    /// Giao văn bản đến cho đơn vị hoặc người giải quyết, có hạn [tên khác: giao]
    #[command(alias = "giao", help_template = HELP, override_usage = "vanthu incoming assign SO_DEN --cho AI --ngay NGAY [--han NGAY]")]
    Assign(AssignArgs),
    /// Ghi người ký nhận văn bản đến [tên khác: ky-nhan]
    #[command(alias = "ky-nhan", help_template = HELP, override_usage = "vanthu incoming receive SO_DEN --nguoi TEN --ngay NGAY")]
    Receive(ReceiveArgs),
    /// Ghi văn bản đến đã giải quyết xong, bằng văn bản trả lời nào [tên khác: xong]
    #[command(alias = "xong", help_template = HELP, override_usage = "vanthu incoming done SO_DEN --ngay NGAY [--tra-loi SO_HIEU]")]
    Done(DoneArgs),
    /// Huỷ một số đến vào sổ nhầm, có lý do [tên khác: huy]
    #[command(alias = "huy", help_template = HELP, override_usage = "vanthu incoming void SO_DEN --ly-do LOI")]
    Void(VoidArgs),
    /// Chữa một cột đã ghi sai, điều ghi trước vẫn còn trong sổ [tên khác: chua]
    #[command(alias = "chua", help_template = HELP, override_usage = "vanthu incoming correct SO_DEN --ly-do LOI [CỘT]")]
    Correct(CorrectArgs),
    /// Liệt kê văn bản đến; --qua-han chỉ kể văn bản quá hạn giải quyết [tên khác: liet-ke]
    #[command(alias = "liet-ke", help_template = HELP, override_usage = "vanthu incoming list [--nam NAM] [--qua-han --ngay NGAY]")]
    List(ListArgs),
    /// Kiểm tra sổ và các tệp đã lưu, không ghi gì [tên khác: kiem-tra]
    #[command(alias = "kiem-tra", help_template = HELP, override_usage = "vanthu incoming check")]
    Check(CheckArgs),
    /// In sổ của một năm: PDF, Word, Excel và CSV theo mẫu của Nghị định [tên khác: in]
    #[command(alias = "in", help_template = HELP, override_usage = "vanthu incoming print NAM [-o THU_MUC]")]
    Print(PrintArgs),
    /// Làm phiếu giải quyết văn bản đến: PDF và Word [tên khác: phieu]
    #[command(alias = "phieu", help_template = HELP, override_usage = "vanthu incoming slip SO_DEN [-o THU_MUC]")]
    Slip(SlipArgs),
    /// Đóng dấu “Đến” vào một bản của tệp PDF đã nhận [tên khác: dong-dau]
    #[command(alias = "dong-dau", help_template = HELP, override_usage = "vanthu incoming stamp SO_DEN [--cho-dau CHO] [-o TEP.pdf]")]
    Stamp(StampArgs),
    /// Dựng lại sổ bị mất dòng hoặc mất tệp, từ các văn bản đã lưu và bản chép [tên khác: dung-lai]
    #[command(alias = "dung-lai", help_template = HELP, override_usage = "vanthu incoming rebuild [--tu TEP] [--so-cuoi SO_DEN]")]
    Rebuild(RebuildArgs),
    /// Khoá sổ của một năm: không nhận văn bản mới, vẫn ghi được việc giải quyết [tên khác: khoa-nam]
    #[command(alias = "khoa-nam", help_template = HELP, override_usage = "vanthu incoming close-year NAM")]
    CloseYear(CloseArgs),
    /// Mở lại sổ đã khoá của một năm, có lý do [tên khác: mo-nam]
    #[command(alias = "mo-nam", help_template = HELP, override_usage = "vanthu incoming open-year NAM --ly-do LOI")]
    OpenYear(OpenArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct AddArgs {
    /// Tệp đã nhận (PDF, Word, ảnh quét…), mỗi tệp một văn bản; văn bản giấy chưa quét thì không ghi
    #[arg(value_name = "TEP", help_heading = "Tham số")]
    pub tep: Vec<PathBuf>,
    /// Tệp đi kèm văn bản ấy (phụ lục), lưu cùng chỗ; ghi được nhiều lần
    #[arg(long, value_name = "TEP")]
    pub kem: Vec<PathBuf>,
    /// Ngày đến (cột 1 của sổ)
    #[arg(long, value_name = "NGAY")]
    pub ngay: String,
    /// Số đến đầu tiên ghi bằng chương trình, khi năm ấy trước đó ghi sổ giấy
    #[arg(long, value_name = "SO")]
    pub so: Option<u64>,
    /// Tác giả: cơ quan, tổ chức gửi (cột 3); không có thì đọc ở tệp Word, PDF
    #[arg(long, value_name = "TEN")]
    pub tac_gia: Option<String>,
    /// Số, ký hiệu của văn bản đến (cột 4), ghi kèm ngày cũng được: "123/SNV-VP ngày 12/3/2026"; không có thì đọc ở tệp Word, PDF
    #[arg(long, value_name = "SO_HIEU")]
    pub ky_hieu: Option<String>,
    /// Ngày của văn bản đến (cột 5); không có thì đọc ở tệp Word, PDF
    #[arg(long, value_name = "NGAY")]
    pub ngay_van_ban: Option<String>,
    /// Tên loại và trích yếu (cột 6); không có thì đọc ở tệp Word, PDF
    #[arg(long, value_name = "LOI")]
    pub trich_yeu: Option<String>,
    /// Số lượng bản nhận được
    #[arg(long, value_name = "SO_BAN")]
    pub so_ban: Option<u64>,
    /// Đơn vị hoặc người giải quyết (cột 7), khi đã biết ngay
    #[arg(long, value_name = "AI")]
    pub giao: Option<String>,
    /// Hạn giải quyết
    #[arg(long, value_name = "NGAY")]
    pub han: Option<String>,
    /// Lãnh đạo chỉ đạo giải quyết
    #[arg(long, value_name = "TEN")]
    pub chi_dao: Option<String>,
    /// Ghi chú (cột 10 của sổ)
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    /// Độ mật: mật, tối mật, tuyệt mật; văn bản vào sổ văn bản mật đến, có dãy số riêng
    #[arg(long, value_name = "DO_MAT")]
    pub do_mat: Option<String>,
    /// Làm luôn một bản PDF có dấu “Đến”, lưu cạnh tệp đã nhận
    #[arg(long)]
    pub dong_dau: bool,
    /// Chỗ đóng dấu: duoi-so (mặc định), duoi-ngay, hoặc số mm từ mép trái và mép trên, ví dụ 10,45
    #[arg(long, value_name = "CHO")]
    pub cho_dau: Option<String>,
    /// Cột không ghi trong lệnh thì để trống, không lấy ở tệp
    #[arg(long)]
    pub theo_lenh: bool,
    /// Vào sổ dù có cảnh báo đã vào sổ rồi hoặc ngày ngược
    #[arg(long)]
    pub chap_nhan_canh_bao: bool,
    /// Chỉ nói sẽ ghi những gì, không ghi [tên khác: --thu]
    #[arg(long, alias = "thu")]
    pub dry_run: bool,
    #[command(flatten)]
    pub new_book: NewBookArgs,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct AssignArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Đơn vị hoặc người nhận (cột 7 của sổ)
    #[arg(long, value_name = "AI")]
    pub cho: String,
    /// Ngày chuyển (cột 8 của sổ)
    #[arg(long, value_name = "NGAY")]
    pub ngay: String,
    /// Hạn giải quyết
    #[arg(long, value_name = "NGAY")]
    pub han: Option<String>,
    /// Lãnh đạo chỉ đạo giải quyết
    #[arg(long, value_name = "TEN")]
    pub chi_dao: Option<String>,
    /// Ghi chú (cột 10 của sổ)
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ReceiveArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Người ký nhận (cột 9 của sổ)
    #[arg(long, value_name = "TEN")]
    pub nguoi: String,
    /// Ngày ký nhận
    #[arg(long, value_name = "NGAY")]
    pub ngay: String,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct DoneArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Ngày giải quyết xong
    #[arg(long, value_name = "NGAY")]
    pub ngay: String,
    /// Văn bản trả lời đã phát hành, ví dụ 105/UBND-VP
    #[arg(long, value_name = "SO_HIEU")]
    pub tra_loi: Option<String>,
    /// Giải quyết bằng cách nào, khi không có văn bản trả lời
    #[arg(long, value_name = "LOI")]
    pub ghi_chu: Option<String>,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct VoidArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Lý do huỷ [tên khác: --reason]
    #[arg(long, alias = "reason", value_name = "LOI")]
    pub ly_do: String,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CorrectArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Ngày đến đúng (cột 1), trong cùng năm
    #[arg(long, value_name = "NGAY")]
    pub ngay_den: Option<String>,
    /// Tác giả đúng (cột 3)
    #[arg(long, value_name = "TEN")]
    pub tac_gia: Option<String>,
    /// Số, ký hiệu đúng (cột 4)
    #[arg(long, value_name = "SO_HIEU")]
    pub ky_hieu: Option<String>,
    /// Ngày văn bản đúng (cột 5)
    #[arg(long, value_name = "NGAY")]
    pub ngay_van_ban: Option<String>,
    /// Tên loại và trích yếu đúng (cột 6)
    #[arg(long, value_name = "LOI")]
    pub trich_yeu: Option<String>,
    /// Lý do chữa [tên khác: --reason]
    #[arg(long, alias = "reason", value_name = "LOI")]
    pub ly_do: String,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ListArgs {
    /// Chỉ năm này
    #[arg(long, value_name = "NAM")]
    pub nam: Option<i32>,
    /// Chỉ văn bản quá hạn giải quyết, tính đến ngày ở --ngay
    #[arg(long)]
    pub qua_han: bool,
    /// Ngày để tính quá hạn, thường là hôm nay
    #[arg(long, value_name = "NGAY")]
    pub ngay: Option<String>,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CheckArgs {
    #[command(flatten)]
    pub store: DenStoreArgs,
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
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct SlipArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Thư mục ghi kết quả; không có thì ghi cạnh sổ [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct StampArgs {
    /// Số đến, ví dụ 12/2026, hoặc 12
    #[arg(value_name = "SO_DEN", help_heading = "Tham số")]
    pub so_den: String,
    /// Chỗ đóng dấu: duoi-so (mặc định), duoi-ngay, hoặc số mm từ mép trái và mép trên, ví dụ 10,45
    #[arg(long, value_name = "CHO")]
    pub cho_dau: Option<String>,
    /// Tệp của bản có dấu; không có thì ghi cạnh tệp đã lưu [tên khác: --ra]
    #[arg(short, long, alias = "ra", value_name = "TEP.pdf")]
    pub output: Option<PathBuf>,
    /// Chỉ nói dấu sẽ nằm ở đâu, không ghi [tên khác: --thu]
    #[arg(long, alias = "thu")]
    pub dry_run: bool,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct RebuildArgs {
    /// Bản chép của sổ (bản lưu, thẻ nhớ, git), cũ hơn cũng được [tên khác: --from]
    #[arg(long, alias = "from", value_name = "TEP")]
    pub tu: Option<PathBuf>,
    /// Số đến cuối cùng đã cấp, xem ở dấu đến hoặc sổ đã in, ví dụ 45/2026; chỉ khi không còn tệp chứng và bản chép
    #[arg(long, value_name = "SO_DEN")]
    pub so_cuoi: Option<String>,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CloseArgs {
    /// Năm của sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: i32,
    /// Khoá thật: đã in sổ, đã xem lại
    #[arg(long)]
    pub chac_chan: bool,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct OpenArgs {
    /// Năm của sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: i32,
    /// Lý do mở lại, ghi vào sổ [tên khác: --reason]
    #[arg(long, alias = "reason", value_name = "LOI")]
    pub ly_do: String,
    #[command(flatten)]
    pub store: DenStoreArgs,
}

impl IncomingJob {
    /// Whether findings are told in JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::Add(a) => a.store.json,
            Self::Assign(a) => a.store.store.json,
            Self::Receive(a) => a.store.store.json,
            Self::Done(a) => a.store.store.json,
            Self::Void(a) => a.store.store.json,
            Self::Correct(a) => a.store.store.json,
            Self::List(a) => a.store.store.json,
            Self::Check(a) => a.store.store.json,
            Self::Print(a) => a.store.store.json,
            Self::Slip(a) => a.store.store.json,
            Self::Stamp(a) => a.store.store.json,
            Self::Rebuild(a) => a.store.store.json,
            Self::CloseYear(a) => a.store.store.json,
            Self::OpenYear(a) => a.store.store.json,
        }
    }
}

impl From<IncomingJob> for IncomingRequest {
    fn from(job: IncomingJob) -> Self {
        match job {
            IncomingJob::Add(args) => Self::Add((*args).into()),
            IncomingJob::Assign(args) => Self::Assign(args.into()),
            IncomingJob::Receive(args) => Self::Receive(args.into()),
            IncomingJob::Done(args) => Self::Done(args.into()),
            IncomingJob::Void(args) => Self::Void(args.into()),
            IncomingJob::Correct(args) => Self::Correct(args.into()),
            IncomingJob::List(args) => Self::List(args.into()),
            IncomingJob::Check(args) => {
                Self::Check(CheckIncomingRequest { place: args.store.into() })
            }
            IncomingJob::Print(args) => Self::Print(args.into()),
            IncomingJob::Slip(args) => Self::Slip(args.into()),
            IncomingJob::Stamp(args) => Self::Stamp(args.into()),
            IncomingJob::Rebuild(RebuildArgs { tu, so_cuoi, store }) => {
                Self::Rebuild(RebuildIncomingRequest { tu, so_cuoi, place: store.into() })
            }
            IncomingJob::CloseYear(CloseArgs { nam, chac_chan, store }) => {
                Self::CloseYear(CloseIncomingRequest { nam, chac_chan, place: store.into() })
            }
            IncomingJob::OpenYear(OpenArgs { nam, ly_do, store }) => {
                Self::OpenYear(OpenIncomingRequest { nam, ly_do, place: store.into() })
            }
        }
    }
}

impl From<AddArgs> for AddRequest {
    fn from(a: AddArgs) -> Self {
        let mat = a.do_mat.is_some();
        Self {
            tep: a.tep,
            kem: a.kem,
            ngay: a.ngay,
            so: a.so,
            tac_gia: a.tac_gia,
            ky_hieu: a.ky_hieu,
            ngay_van_ban: a.ngay_van_ban,
            trich_yeu: a.trich_yeu,
            so_ban: a.so_ban,
            giao: a.giao,
            han: a.han,
            chi_dao: a.chi_dao,
            ghi_chu: a.ghi_chu,
            do_mat: a.do_mat,
            dong_dau: a.dong_dau,
            cho_dau: a.cho_dau,
            theo_dong: a.theo_lenh,
            chap_nhan_canh_bao: a.chap_nhan_canh_bao,
            thu: a.dry_run,
            place: IncomingPlace { so: a.store.or_begun(&a.new_book), mat },
        }
    }
}

impl From<AssignArgs> for AssignRequest {
    fn from(AssignArgs { so_den, cho, ngay, han, chi_dao, ghi_chu, store }: AssignArgs) -> Self {
        Self { so_den, cho, han, chi_dao, ngay, ghi_chu, place: store.into() }
    }
}

impl From<ReceiveArgs> for ReceiveRequest {
    fn from(ReceiveArgs { so_den, nguoi, ngay, store }: ReceiveArgs) -> Self {
        Self { so_den, nguoi, ngay, place: store.into() }
    }
}

impl From<DoneArgs> for DoneRequest {
    fn from(DoneArgs { so_den, ngay, tra_loi, ghi_chu, store }: DoneArgs) -> Self {
        Self { so_den, ngay, tra_loi, ghi_chu, place: store.into() }
    }
}

impl From<VoidArgs> for VoidIncomingRequest {
    fn from(VoidArgs { so_den, ly_do, store }: VoidArgs) -> Self {
        Self { so_den, ly_do, place: store.into() }
    }
}

impl From<CorrectArgs> for CorrectRequest {
    fn from(args: CorrectArgs) -> Self {
        Self {
            so_den: args.so_den,
            ngay_den: args.ngay_den,
            tac_gia: args.tac_gia,
            ky_hieu: args.ky_hieu,
            ngay_van_ban: args.ngay_van_ban,
            trich_yeu: args.trich_yeu,
            ly_do: args.ly_do,
            place: args.store.into(),
        }
    }
}

impl From<ListArgs> for ListIncomingRequest {
    fn from(ListArgs { nam, qua_han, ngay, store }: ListArgs) -> Self {
        Self { nam, qua_han, ngay, place: store.into() }
    }
}

impl From<PrintArgs> for PrintIncomingRequest {
    fn from(PrintArgs { nam, output, fonts, store }: PrintArgs) -> Self {
        Self { nam, output, fonts, place: store.into() }
    }
}

impl From<SlipArgs> for SlipRequest {
    fn from(SlipArgs { so_den, output, fonts, store }: SlipArgs) -> Self {
        Self { so_den, output, fonts, place: store.into() }
    }
}

impl From<StampArgs> for StampRequest {
    fn from(StampArgs { so_den, cho_dau, output, dry_run, store }: StampArgs) -> Self {
        Self { so_den, cho_dau, output, thu: dry_run, place: store.into() }
    }
}
