//! Arguments of `register`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::common::{HELP, LimitArgs, NewBookArgs, StoreArgs};
use super::vao_so::{AddArgs, ImportBookArgs};
use crate::jobs::register::{
    CheckRequest, CloseYearRequest, DeliverRequest, FindRequest, HandOverRequest, ListRequest,
    OpenYearRequest, PrintRequest, RebuildRequest, RegisterRequest, ReserveRequest, VoidRequest,
};
use crate::jobs::so_sach::RegisterPlace;
use crate::model::Ky;

/// Where the register is, for a verb that is given no document.
#[derive(Debug, Args)]
pub struct RegisterStoreArgs {
    #[command(flatten)]
    pub store: StoreArgs,
    /// Thư mục hồ sơ có co-quan.yaml; không có thì là thư mục đang đứng
    #[arg(long, value_name = "THU_MUC")]
    pub ho_so: Option<PathBuf>,
    /// In kết quả thành một đối tượng JSON, mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub limits: LimitArgs,
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
    #[command(alias = "liet-ke", help_template = HELP, override_usage = "vanthu register list [--nam NAM] [--xlsx TEP]")]
    List(ListArgs),
    /// Tìm lại văn bản theo lời, số, loại, ngày, người ký, nơi nhận [tên khác: tim]
    #[command(alias = "tim", help_template = HELP, override_usage = "vanthu register find [LOI]… [TUỲ CHỌN]")]
    Find(FindArgs),
    /// Kiểm tra sổ và các văn bản đã phát hành, không ghi gì [tên khác: kiem-tra]
    #[command(alias = "kiem-tra", help_template = HELP, override_usage = "vanthu register check [--dau DAU]")]
    Check(CheckArgs),
    /// Giữ một số cho văn bản chưa phát hành [tên khác: giu-so]
    #[command(alias = "giu-so", help_template = HELP, override_usage = "vanthu register reserve --nam NAM [--number SO] [--ghi-chu LOI]")]
    Reserve(ReserveArgs),
    /// Ghi vào sổ một văn bản làm ở nơi khác, giữ tệp Word, PDF của nó [tên khác: vao-so]
    #[command(alias = "vao-so", help_template = HELP, override_usage = "vanthu register add [SO_HIEU] [--tep TEP]... [--date NGAY] [TUỲ CHỌN]")]
    Add(AddArgs),
    /// Nhập sổ cũ của năm từ tệp .xlsx, .ods, .csv [tên khác: nhap-so]
    #[command(alias = "nhap-so", help_template = HELP, override_usage = "vanthu register import SO_CU.xlsx [--nam NAM] [--dry-run]")]
    Import(ImportBookArgs),
    /// Huỷ một số đã giữ hoặc đã phát hành, có lý do [tên khác: huy]
    #[command(alias = "huy", help_template = HELP, override_usage = "vanthu register void SO_HIEU --ly-do LOI")]
    Void(VoidArgs),
    /// Ghi việc chuyển văn bản: số lượng bản, ngày chuyển, ký nhận [tên khác: chuyen]
    #[command(alias = "chuyen", help_template = HELP, override_usage = "vanthu register deliver SO_HIEU --ngay-chuyen NGAY [TUỲ CHỌN]")]
    Deliver(DeliverArgs),
    /// Dựng lại sổ bị mất dòng hoặc mất tệp, từ các thư mục đã phát hành và bản chép [tên khác: dung-lai]
    #[command(alias = "dung-lai", help_template = HELP, override_usage = "vanthu register rebuild [--tu TEP]")]
    Rebuild(RebuildArgs),
    /// Khoá sổ của một năm [tên khác: khoa-nam]
    #[command(alias = "khoa-nam", help_template = HELP, override_usage = "vanthu register close-year NAM")]
    CloseYear(CloseArgs),
    /// Mở lại sổ đã khoá của một năm, có lý do [tên khác: mo-nam]
    #[command(alias = "mo-nam", help_template = HELP, override_usage = "vanthu register open-year NAM --ly-do LOI")]
    OpenYear(OpenArgs),
    /// In sổ của một năm: PDF, Word, Excel và CSV theo mẫu của Nghị định [tên khác: in]
    #[command(alias = "in", help_template = HELP, override_usage = "vanthu register print NAM [-o THU_MUC]")]
    Print(PrintArgs),
    /// Nộp lưu: đóng gói văn bản của một năm thành một hồ sơ cho lưu trữ, kèm mục lục và biên bản giao nhận [tên khác: nop-luu]
    #[command(name = "hand-over", alias = "nop-luu", help_template = HELP, override_usage = "vanthu register hand-over NAM --title LOI --code SO --retention LOI --date NGAY [TUỲ CHỌN]")]
    HandOver(HandOverArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ListArgs {
    /// Chỉ năm này, hoặc nhiệm kỳ này
    #[arg(long, value_name = "NAM")]
    pub nam: Option<Ky>,
    /// Ghi danh sách vào tệp Excel này thay cho in ra màn hình; tệp chưa có
    #[arg(long, value_name = "TEP.xlsx")]
    pub xlsx: Option<PathBuf>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct FindArgs {
    /// Lời cần tìm trong sổ và trong văn bản, có dấu hoặc không dấu; các chữ phải đứng liền nhau thì để trong ngoặc kép
    #[arg(value_name = "LOI", help_heading = "Tham số")]
    pub loi: Vec<String>,
    /// Số, ví dụ 105, 105/KH-HĐND hoặc 105/KH-HĐND/2023
    #[arg(long, value_name = "SO")]
    pub so: Option<String>,
    /// Loại văn bản, ví dụ ke_hoach, KH
    #[arg(long, value_name = "LOAI")]
    pub loai: Option<String>,
    /// Từ ngày này
    #[arg(long, value_name = "NGAY")]
    pub tu: Option<String>,
    /// Đến ngày này
    #[arg(long, value_name = "NGAY")]
    pub den: Option<String>,
    /// Người ký
    #[arg(long, value_name = "TEN")]
    pub nguoi_ky: Option<String>,
    /// Nơi nhận hoặc nơi lưu
    #[arg(long, value_name = "TEN")]
    pub noi_nhan: Option<String>,
    /// Trả lời, thay thế, đính chính… văn bản này, hoặc bị văn bản này thay thế, đính chính…
    #[arg(long, value_name = "SO_HIEU")]
    pub tra_loi: Option<String>,
    /// Trạng thái: dang-giu, phat-hanh, huy, con-hieu-luc, het-hieu-luc
    #[arg(long, value_name = "TRANG_THAI")]
    pub trang_thai: Option<String>,
    /// Kể nhiều nhất bao nhiêu văn bản; không ghi thì 20
    #[arg(long, value_name = "SO_VAN_BAN")]
    pub nhieu_nhat: Option<usize>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CheckArgs {
    /// Chỉ tóm tắt năm này, hoặc nhiệm kỳ này
    #[arg(long, value_name = "NAM")]
    pub nam: Option<Ky>,
    /// Dấu cuối sổ đã in ở bìa sổ hoặc đã gửi nơi khác giữ: sổ nay phải nối tiếp từ đó
    #[arg(long, value_name = "DAU")]
    pub dau: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct ReserveArgs {
    /// Năm của sổ; cơ quan đánh số theo nhiệm kỳ thì ghi nhiệm kỳ, ví dụ 2025-2030
    #[arg(long, value_name = "NAM")]
    pub nam: Ky,
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
    pub new_book: NewBookArgs,
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
    /// Văn bản đã phát hành: đã biết huỷ rồi thì không lấy lại được, vẫn huỷ [tên khác: --confirm]
    #[arg(long, alias = "confirm")]
    pub chac_chan: bool,
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
    /// Năm, hoặc nhiệm kỳ, cần khoá sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: Ky,
    /// Cơ quan theo chữ viết tắt, khi sổ có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    /// Đã biết khoá rồi thì không ghi thêm vào năm ấy, vẫn khoá [tên khác: --confirm]
    #[arg(long, alias = "confirm")]
    pub chac_chan: bool,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct OpenArgs {
    /// Năm, hoặc nhiệm kỳ, cần mở lại sổ
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: Ky,
    /// Lý do mở lại, ghi vào sổ [tên khác: --reason]
    #[arg(long, alias = "reason", value_name = "LOI")]
    pub ly_do: String,
    /// Cơ quan theo chữ viết tắt, khi sổ có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct RebuildArgs {
    /// Bản chép của so-dang-ky.txt (bản lưu, thẻ nhớ, git), cũ hơn cũng được [tên khác: --from]
    #[arg(long, alias = "from", value_name = "TEP")]
    pub tu: Option<PathBuf>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct PrintArgs {
    /// Năm của sổ, hoặc nhiệm kỳ, ví dụ 2025-2030
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: Ky,
    /// Thư mục ghi kết quả; không có thì ghi cạnh sổ [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct HandOverArgs {
    /// Năm của sổ, hoặc nhiệm kỳ, ví dụ 2025-2030
    #[arg(value_name = "NAM", help_heading = "Tham số")]
    pub nam: Ky,
    /// Tiêu đề hồ sơ, ví dụ “Tập lưu văn bản đi năm 2026” [tên khác: --tieu-de]
    #[arg(long, alias = "tieu-de", value_name = "LOI")]
    pub title: String,
    /// Số, ký hiệu hồ sơ theo danh mục hồ sơ của cơ quan, ví dụ 01.VP [tên khác: --ky-hieu]
    #[arg(long, alias = "ky-hieu", value_name = "SO")]
    pub code: String,
    /// Thời hạn lưu trữ, ví dụ “20 năm”, “vĩnh viễn” [tên khác: --thoi-han]
    #[arg(long, alias = "thoi-han", value_name = "LOI")]
    pub retention: String,
    /// Ngày giao nhận [tên khác: --ngay]
    #[arg(long, alias = "ngay", value_name = "NGAY")]
    pub date: String,
    /// Chỉ những số này, ví dụ 01/KH-HĐND; không có thì mọi văn bản của năm [tên khác: --chi]
    #[arg(long, alias = "chi", value_delimiter = ',', value_name = "SO_HIEU")]
    pub only: Vec<String>,
    /// Chỉ những văn bản có lời này trong trích yếu hay lời văn, có dấu hay không dấu: hồ sơ của một việc [tên khác: --tim]
    #[arg(long, alias = "tim", value_name = "LOI", conflicts_with = "only")]
    pub find: Option<String>,
    /// Người giao, in trong biên bản; không có thì chừa chỗ [tên khác: --ben-giao]
    #[arg(
        long,
        alias = "ben-giao",
        value_name = "TEN",
        default_value = "",
        hide_default_value = true
    )]
    pub giver: String,
    /// Người nhận, in trong biên bản; không có thì chừa chỗ [tên khác: --ben-nhan]
    #[arg(
        long,
        alias = "ben-nhan",
        value_name = "TEN",
        default_value = "",
        hide_default_value = true
    )]
    pub receiver: String,
    /// Mã định danh của cơ quan, ví dụ H20.12: đứng đầu mã hồ sơ trong gói [tên khác: --ma-dinh-danh]
    #[arg(long, alias = "ma-dinh-danh", value_name = "MA")]
    pub organ_id: Option<String>,
    /// Chế độ sử dụng: cong-khai, co-dieu-kien (khi không ghi), mat [tên khác: --che-do]
    #[arg(long, alias = "che-do", value_name = "CHE_DO")]
    pub access: Option<String>,
    /// Từ khoá của hồ sơ, để lưu trữ tìm lại [tên khác: --tu-khoa]
    #[arg(long, alias = "tu-khoa", value_name = "LOI")]
    pub keywords: Option<String>,
    /// Mã đăng ký yêu cầu nộp mà lưu trữ đã cấp, nếu có [tên khác: --ma-dang-ky]
    #[arg(long, alias = "ma-dang-ky", value_name = "MA")]
    pub registration: Option<String>,
    /// Cơ quan theo chữ viết tắt, khi sổ có nhiều cơ quan
    #[arg(long, value_name = "KY_HIEU")]
    pub co_quan: Option<String>,
    /// Thư mục của gói; không có thì ghi cạnh sổ [tên khác: --thu-muc]
    #[arg(short, long, alias = "thu-muc", value_name = "THU_MUC")]
    pub output: Option<PathBuf>,
    /// Chỉ kiểm tra và nói sẽ nộp những gì [tên khác: --thu]
    #[arg(long, alias = "thu")]
    pub dry_run: bool,
    /// Nộp dù còn cảnh báo, ví dụ văn bản chưa ký số
    #[arg(long)]
    pub chap_nhan_canh_bao: bool,
    #[command(flatten)]
    pub store: RegisterStoreArgs,
}

impl RegisterJob {
    /// Whether findings are told in JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::List(a) => a.store.json,
            Self::Find(a) => a.store.json,
            Self::Check(a) => a.store.json,
            Self::Reserve(a) => a.store.json,
            Self::Add(a) => a.store.json,
            Self::Import(a) => a.store.json,
            Self::Void(a) => a.store.json,
            Self::Deliver(a) => a.store.json,
            Self::CloseYear(a) => a.store.json,
            Self::OpenYear(a) => a.store.json,
            Self::Print(a) => a.store.json,
            Self::Rebuild(a) => a.store.json,
            Self::HandOver(a) => a.store.json,
        }
    }
}

impl From<RegisterStoreArgs> for RegisterPlace {
    fn from(RegisterStoreArgs { store, ho_so, json: _, limits }: RegisterStoreArgs) -> Self {
        Self { so_sach: store.so_sach, ho_so, lap_so_moi: false, bounds: limits.into() }
    }
}

impl RegisterStoreArgs {
    /// The same for a verb that may begin a register.
    pub fn or_begun(self, new_book: &NewBookArgs) -> RegisterPlace {
        RegisterPlace { lap_so_moi: new_book.lap_so_moi, ..self.into() }
    }
}

impl From<RegisterJob> for RegisterRequest {
    fn from(job: RegisterJob) -> Self {
        match job {
            RegisterJob::List(args) => Self::List(args.into()),
            RegisterJob::Find(args) => Self::Find(args.into()),
            RegisterJob::Check(args) => Self::Check(args.into()),
            RegisterJob::Reserve(args) => Self::Reserve(args.into()),
            RegisterJob::Add(args) => Self::Add(args.into()),
            RegisterJob::Import(args) => Self::Import(args.into()),
            RegisterJob::Void(args) => Self::Void(args.into()),
            RegisterJob::Deliver(args) => Self::Deliver(args.into()),
            RegisterJob::CloseYear(args) => Self::CloseYear(args.into()),
            RegisterJob::OpenYear(args) => Self::OpenYear(args.into()),
            RegisterJob::Print(args) => Self::Print(args.into()),
            RegisterJob::Rebuild(args) => Self::Rebuild(args.into()),
            RegisterJob::HandOver(args) => Self::HandOver(args.into()),
        }
    }
}

impl From<ListArgs> for ListRequest {
    fn from(ListArgs { nam, xlsx, store }: ListArgs) -> Self {
        Self { nam, xlsx, place: store.into() }
    }
}

impl From<FindArgs> for FindRequest {
    fn from(args: FindArgs) -> Self {
        let FindArgs {
            loi,
            so,
            loai,
            tu,
            den,
            nguoi_ky,
            noi_nhan,
            tra_loi,
            trang_thai,
            nhieu_nhat,
            store,
        } = args;
        let place = store.into();
        // The shell has taken the quotes away that hold words together.
        let loi = loi.iter().map(|word| match word.contains(char::is_whitespace) {
            true => format!("\"{}\"", word.replace('"', " ")),
            false => word.clone(),
        });
        let loi = loi.collect::<Vec<_>>().join(" ");
        Self { loi, so, loai, tu, den, nguoi_ky, noi_nhan, tra_loi, trang_thai, nhieu_nhat, place }
    }
}

impl From<CheckArgs> for CheckRequest {
    fn from(CheckArgs { nam, dau, store }: CheckArgs) -> Self {
        Self { nam, dau, place: store.into() }
    }
}

impl From<ReserveArgs> for ReserveRequest {
    fn from(args: ReserveArgs) -> Self {
        let ReserveArgs { nam, number, loai, co_quan, ghi_chu, new_book, store } = args;
        Self { nam, number, loai, co_quan, ghi_chu, place: store.or_begun(&new_book) }
    }
}

impl From<VoidArgs> for VoidRequest {
    fn from(VoidArgs { so_hieu, ly_do, co_quan, chac_chan, store }: VoidArgs) -> Self {
        Self { so_hieu, ly_do, co_quan, chac_chan, place: store.into() }
    }
}

impl From<DeliverArgs> for DeliverRequest {
    fn from(args: DeliverArgs) -> Self {
        let DeliverArgs { so_hieu, ngay_chuyen, so_ban, ky_nhan, ghi_chu, co_quan, store } = args;
        Self { so_hieu, ngay_chuyen, so_ban, ky_nhan, ghi_chu, co_quan, place: store.into() }
    }
}

impl From<CloseArgs> for CloseYearRequest {
    fn from(CloseArgs { nam, co_quan, chac_chan, store }: CloseArgs) -> Self {
        Self { nam, co_quan, chac_chan, place: store.into() }
    }
}

impl From<OpenArgs> for OpenYearRequest {
    fn from(OpenArgs { nam, ly_do, co_quan, store }: OpenArgs) -> Self {
        Self { nam, ly_do, co_quan, place: store.into() }
    }
}

impl From<RebuildArgs> for RebuildRequest {
    fn from(RebuildArgs { tu, store }: RebuildArgs) -> Self {
        Self { tu, place: store.into() }
    }
}

impl From<PrintArgs> for PrintRequest {
    fn from(PrintArgs { nam, output, fonts, store }: PrintArgs) -> Self {
        Self { nam, output, fonts, place: store.into() }
    }
}

impl From<HandOverArgs> for HandOverRequest {
    fn from(args: HandOverArgs) -> Self {
        Self {
            nam: args.nam,
            so_hieu: args.only,
            tim: args.find,
            tieu_de: args.title,
            ky_hieu: args.code,
            thoi_han: args.retention,
            date: args.date,
            ben_giao: args.giver,
            ben_nhan: args.receiver,
            ma_dinh_danh: args.organ_id,
            che_do: args.access,
            tu_khoa: args.keywords,
            ma_dang_ky: args.registration,
            co_quan: args.co_quan,
            output: args.output,
            thu: args.dry_run,
            chap_nhan_canh_bao: args.chap_nhan_canh_bao,
            place: args.store.into(),
        }
    }
}
