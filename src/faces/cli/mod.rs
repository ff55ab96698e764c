//! Arguments → [`Job`]. Help and messages are Vietnamese; commands have an English name and a
//! Vietnamese alias.

mod doi_chieu;
mod so_dang_ky;

use std::ffi::OsString;
use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use self::so_dang_ky::{
    CloseArgs, DeliverArgs, IssueArgs, ListArgs, PrintArgs, RegisterArgs, RegisterJob,
    RegisterStoreArgs, ReserveArgs, StoreArgs, VoidArgs,
};
use crate::diagnostic::Diagnostic;
pub use doi_chieu::{DiffArgs, VerifyArgs};

/// What the user asked for.
#[derive(Debug, Parser)]
#[command(
    name = "vanthu",
    version,
    about = "Soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP: từ YAML ra PDF và Word",
    disable_help_subcommand = true,
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    override_usage = "vanthu LỆNH [TUỲ CHỌN]",
    next_help_heading = "Tuỳ chọn",
    help_template = HELP,
)]
pub struct Cli {
    #[command(subcommand)]
    pub job: Job,
}

const HELP: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Lệnh", next_help_heading = "Tuỳ chọn")]
pub enum Job {
    /// Soạn văn bản: đọc hồ sơ, ghi tệp PDF và tệp Word [tên khác: soan]
    #[command(alias = "soan", help_template = HELP, override_usage = "vanthu build HO_SO… [-o THU_MUC] [-f pdf,docx]")]
    Build(BuildArgs),
    /// Đọc và kiểm tra hồ sơ, không ghi tệp nào [tên khác: kiem-tra]
    #[command(alias = "kiem-tra", help_template = HELP, override_usage = "vanthu check HO_SO… [--fix]")]
    Check(CheckArgs),
    /// Soạn, rồi soạn lại mỗi khi một tệp của hồ sơ thay đổi (dừng bằng Ctrl+C) [tên khác: theo-doi]
    #[command(alias = "theo-doi", help_template = HELP, override_usage = "vanthu watch HO_SO [-o THU_MUC]")]
    Watch(WatchArgs),
    /// Chia bản gửi theo danh bạ: gói của từng nơi nhận, danh sách, nhãn bì thư, bảng kê [tên khác: gui]
    #[command(alias = "gui", help_template = HELP, override_usage = "vanthu send HO_SO [-o THU_MUC] [--zip] [--date NGAY]")]
    Send(SendArgs),
    /// Tạo thư mục hồ sơ mẫu có chú giải, soạn được ngay [tên khác: khoi-tao]
    #[command(alias = "khoi-tao", help_template = HELP, override_usage = "vanthu init THU_MUC [--mau LOAI]")]
    Init(InitArgs),
    /// Phát hành: lấy số kế tiếp, ghi số và ngày, soạn PDF và Word, lưu và vào sổ [tên khác: phat-hanh]
    #[command(alias = "phat-hanh", help_template = HELP, override_usage = "vanthu issue TEP --date NGAY [TUỲ CHỌN]")]
    Issue(IssueArgs),
    /// Sổ đăng ký văn bản đi: xem, kiểm tra, giữ số, huỷ số, khoá năm, in [tên khác: so-dang-ky]
    #[command(alias = "so-dang-ky", help_template = HELP, override_usage = "vanthu register LỆNH [TUỲ CHỌN]")]
    Register(RegisterArgs),
    /// Nói rõ một quy tắc soát lỗi hoặc một mã lỗi; không ghi mã thì liệt kê tất cả [tên khác: giai-thich]
    #[command(alias = "giai-thich", help_template = HELP, override_usage = "vanthu explain [MA]")]
    Explain(ExplainArgs),
    /// Đối chiếu tệp Word với hồ sơ, hoặc một văn bản đã phát hành với bảng kê và nguồn đã lưu [tên khác: doi-chieu]
    #[command(alias = "doi-chieu", help_template = HELP, override_usage = "vanthu verify HO_SO [--word TEP.docx]")]
    Verify(VerifyArgs),
    /// So hai bản của một văn bản: kể từng chỗ khác, hoặc ghi bản Word có dấu sửa [tên khác: so-sanh]
    #[command(alias = "so-sanh", help_template = HELP, override_usage = "vanthu diff BAN_CU BAN_MOI [-o TEP.docx]")]
    Diff(DiffArgs),
    /// Liệt kê các mẫu văn bản; chép mẫu có sẵn ra để sửa [tên khác: mau]
    #[command(alias = "mau", help_template = HELP, args_conflicts_with_subcommands = true,
        override_usage = "vanthu template [HO_SO] [--mau THU_MUC]\n       vanthu template copy MAU [HO_SO]")]
    Template(TemplateArgs),
    /// Soạn mẫu riêng trong tiến trình con; chương trình tự gọi
    #[command(name = "__compile", hide = true)]
    Compile(CompileArgs),
    /// Soạn một phần của nhiều văn bản trong tiến trình con; chương trình tự gọi
    #[command(name = "__build", hide = true)]
    BuildWorker(BuildWorkerArgs),
    /// In lược đồ JSON Schema của các tệp YAML (để trình soạn thảo gợi ý khoá) [tên khác: luoc-do]
    #[command(alias = "luoc-do", help_template = HELP, override_usage = "vanthu schema [LOAI] [HO_SO]")]
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct BuildArgs {
    /// Thư mục hồ sơ, hoặc từng tệp YAML của văn bản
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    /// Số tiến trình soạn cùng lúc khi có nhiều văn bản; không có thì bằng số nhân của máy [tên khác: --tien-trinh]
    #[arg(short, long, alias = "tien-trinh", value_name = "SO")]
    pub jobs: Option<NonZeroUsize>,
    /// Số giây nhiều nhất cho một văn bản; quá thì văn bản ấy bị bỏ lại. Không ghi thì là 120, khi soạn nhiều văn bản hoặc văn bản rất dài [tên khác: --toi-da]
    #[arg(long, alias = "toi-da", value_name = "GIAY")]
    pub time_limit: Option<NonZeroU64>,
    #[command(flatten)]
    pub out: OutputArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub struct BuildWorkerArgs {
    /// Bộ nhớ được dùng, tính bằng MiB
    pub memory_mib: usize,
    #[command(flatten)]
    pub build: BuildArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct WatchArgs {
    /// Thư mục hồ sơ
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: PathBuf,
    #[command(flatten)]
    pub out: OutputArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

/// What `build` and `watch` write, and where.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Thư mục ghi kết quả; không có thì ghi ngay trong thư mục hồ sơ [tên khác: --thu-muc]
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
    /// Chỉ soạn những văn bản này, ví dụ: ke-hoach, dot-1, bao-cao [tên khác: --chi]
    #[arg(long, alias = "chi", value_delimiter = ',', value_name = "VAN_BAN")]
    pub only: Vec<String>,
    /// Đặt ô chữ ký số (người ký, cơ quan) vào PDF và ghi toạ độ ra tệp .o-ky.json [tên khác: --o-ky]
    #[arg(long, alias = "o-ky")]
    pub signature_fields: bool,
    /// Đặt thêm ô vào chỗ trống của số, ngày, tháng để văn thư điền khi ký [tên khác: --o-so-ngay]
    #[arg(long, alias = "o-so-ngay")]
    pub number_fields: bool,
    /// Ghi mỗi phụ lục thành một tệp PDF riêng, để cơ quan ký số từng tệp [tên khác: --phu-luc-rieng]
    #[arg(long, alias = "phu-luc-rieng")]
    pub separate_appendices: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CheckArgs {
    /// Thư mục hồ sơ, hoặc từng tệp YAML của văn bản
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    /// Sửa những chỗ chắc chắn trong lời văn, ghi vào tệp YAML, giữ nguyên mọi thứ khác [tên khác: --sua]
    #[arg(long, alias = "sua")]
    pub fix: bool,
    #[command(flatten)]
    pub common: CommonArgs,
}

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
    /// Bản PDF sẽ gửi, ví dụ bản đã ký số; không có thì soạn từ YAML
    #[arg(long, value_name = "TEP")]
    pub pdf: Option<PathBuf>,
    /// Tệp gửi kèm, ghi được nhiều lần [tên khác: --kem]
    #[arg(long, alias = "kem", value_name = "TEP")]
    pub attach: Vec<PathBuf>,
    /// Chỉ gửi những văn bản này, ví dụ: ke-hoach, bao-cao [tên khác: --chi]
    #[arg(long, alias = "chi", value_delimiter = ',', value_name = "VAN_BAN")]
    pub only: Vec<String>,
    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub struct CommonArgs {
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan; thư mục “mau” trong hồ sơ được dùng trước [tên khác: --templates]
    #[arg(long, alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
    /// In mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
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
pub struct ExplainArgs {
    /// Mã ghi trong ngoặc vuông của thông báo, ví dụ: VT101, bad-date
    #[arg(value_name = "MA", help_heading = "Tham số")]
    pub ma: Option<String>,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Loại tệp: ke-hoach, co-quan, dot hoặc danh-ba
    #[arg(value_name = "LOAI", default_value = "ke-hoach", hide_default_value = true)]
    #[arg(help_heading = "Tham số")]
    pub kind: String,
    /// Thư mục hồ sơ có mẫu riêng; không ghi thì là thư mục đang đứng
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Option<PathBuf>,
    /// Thư mục mẫu dùng chung của cơ quan [tên khác: --templates]
    #[arg(long, alias = "templates", value_name = "THU_MUC")]
    pub mau: Option<PathBuf>,
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

#[derive(Debug, Args)]
pub struct CompileArgs {
    /// Bộ nhớ được dùng, tính bằng MiB
    pub memory_mib: usize,
    /// Thư mục phông chữ
    pub fonts: Option<PathBuf>,
}

/// A file format to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Pdf,
    Docx,
}

/// Why there is no job.
#[derive(Debug)]
pub enum NoJob {
    /// Help or version was asked for: print this to stdout.
    Asked(String),
    /// The words are wrong.
    WrongUse(Box<Diagnostic>),
    /// No command was named: print this help to stderr.
    NoCommand(String),
}

/// The job that the arguments name.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Cli, NoJob> {
    let args: Vec<OsString> = args.into_iter().collect();
    let no_job = |error: clap::Error| no_job(&error, &lenh(&args));
    let matches = command().try_get_matches_from(&args).map_err(no_job)?;
    Cli::from_arg_matches(&matches).map_err(no_job)
}

/// The command that the arguments name, down to its verb: `vanthu register reserve`.
fn lenh(args: &[OsString]) -> String {
    let mut words = vec!["vanthu".to_owned()];
    let mut at = command();
    for arg in args.iter().skip(1) {
        let Some(sub) = at.find_subcommand(arg).cloned() else { break };
        words.push(sub.get_name().to_owned());
        at = sub;
    }
    words.join(" ")
}

/// The command with clap's own English help texts replaced, at every level.
fn command() -> clap::Command {
    fn vietnamese(command: clap::Command) -> clap::Command {
        let help = clap::Arg::new("help")
            .short('h')
            .long("help")
            .help("In hướng dẫn này")
            .help_heading("Tuỳ chọn")
            .action(clap::ArgAction::Help);
        command
            .disable_help_flag(true)
            .arg(help)
            .mut_subcommands(|sub| vietnamese(sub).disable_version_flag(true))
    }
    let version = clap::Arg::new("version")
        .short('V')
        .long("version")
        .help("In phiên bản")
        .help_heading("Tuỳ chọn")
        .action(clap::ArgAction::Version);
    vietnamese(Cli::command()).disable_version_flag(true).arg(version)
}

fn no_job(error: &clap::Error, lenh: &str) -> NoJob {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => NoJob::Asked(error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => NoJob::NoCommand(error.to_string()),
        _ => NoJob::WrongUse(Box::new(wrong_use(error, lenh))),
    }
}

/// clap's complaint in Vietnamese.
fn wrong_use(error: &clap::Error, lenh: &str) -> Diagnostic {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh “{}”", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("không có tuỳ chọn “{arg}”"),
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {arg}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            if value.is_empty() {
                format!("“{arg}” còn thiếu giá trị")
            } else {
                format!("“{value}” không dùng được cho {arg}")
            }
        }
        ErrorKind::ArgumentConflict => format!("“{arg}” bị ghi nhiều lần"),
        ErrorKind::MissingSubcommand => "còn thiếu lệnh".to_owned(),
        _ => "không hiểu các tham số".to_owned(),
    };
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .map(context)
    .into_iter()
    .find(|s| !s.is_empty());
    let hint = match suggestion {
        Some(word) => format!("dùng {word}"),
        None => format!("xem “{lenh} --help”"),
    };
    Diagnostic::error("wrong-use", what).hint(hint)
}
