//! Arguments → [`Job`]. Help and messages are Vietnamese; commands have an English name and a
//! Vietnamese alias.

mod so_dang_ky;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use self::so_dang_ky::{
    CloseArgs, DeliverArgs, IssueArgs, ListArgs, PrintArgs, RegisterArgs, RegisterJob,
    RegisterStoreArgs, ReserveArgs, StoreArgs, VoidArgs,
};
use crate::diagnostic::Diagnostic;

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
    #[command(alias = "kiem-tra", help_template = HELP, override_usage = "vanthu check HO_SO…")]
    Check(CheckArgs),
    /// Soạn, rồi soạn lại mỗi khi một tệp của hồ sơ thay đổi (dừng bằng Ctrl+C) [tên khác: theo-doi]
    #[command(alias = "theo-doi", help_template = HELP, override_usage = "vanthu watch HO_SO [-o THU_MUC]")]
    Watch(WatchArgs),
    /// Tạo thư mục hồ sơ mẫu có chú giải, soạn được ngay [tên khác: khoi-tao]
    #[command(alias = "khoi-tao", help_template = HELP, override_usage = "vanthu init THU_MUC")]
    Init(InitArgs),
    /// Phát hành: lấy số kế tiếp, ghi số và ngày, soạn PDF và Word, lưu và vào sổ [tên khác: phat-hanh]
    #[command(alias = "phat-hanh", help_template = HELP, override_usage = "vanthu issue TEP --date NGAY [TUỲ CHỌN]")]
    Issue(IssueArgs),
    /// Sổ đăng ký văn bản đi: xem, kiểm tra, giữ số, huỷ số, khoá năm, in [tên khác: so-dang-ky]
    #[command(alias = "so-dang-ky", help_template = HELP, override_usage = "vanthu register LỆNH [TUỲ CHỌN]")]
    Register(RegisterArgs),
    /// In lược đồ JSON Schema của các tệp YAML (để trình soạn thảo gợi ý khoá) [tên khác: luoc-do]
    #[command(alias = "luoc-do", help_template = HELP, override_usage = "vanthu schema [LOAI]")]
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct BuildArgs {
    /// Thư mục hồ sơ, hoặc từng tệp YAML của văn bản
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    #[command(flatten)]
    pub out: OutputArgs,
    #[command(flatten)]
    pub common: CommonArgs,
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
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct CheckArgs {
    /// Thư mục hồ sơ, hoặc từng tệp YAML của văn bản
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub struct CommonArgs {
    /// Thư mục có bốn tệp phông Times New Roman; không có thì dùng Liberation Serif kèm sẵn [tên khác: --phong-chu]
    #[arg(long, alias = "phong-chu", value_name = "THU_MUC")]
    pub fonts: Option<PathBuf>,
    /// In mỗi lỗi, cảnh báo thành một dòng JSON (ở luồng báo lỗi chuẩn)
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct InitArgs {
    /// Thư mục sẽ tạo; tệp đã có thì giữ nguyên và báo lỗi
    #[arg(value_name = "THU_MUC", help_heading = "Tham số")]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Loại tệp: ke-hoach, co-quan hoặc dot
    #[arg(value_name = "LOAI", default_value = "ke-hoach", hide_default_value = true)]
    #[arg(help_heading = "Tham số")]
    pub kind: String,
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
    let matches = command().try_get_matches_from(args).map_err(|error| no_job(&error))?;
    Cli::from_arg_matches(&matches).map_err(|error| no_job(&error))
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

fn no_job(error: &clap::Error) -> NoJob {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => NoJob::Asked(error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => NoJob::NoCommand(error.to_string()),
        _ => NoJob::WrongUse(Box::new(wrong_use(error))),
    }
}

/// clap's complaint in Vietnamese.
fn wrong_use(error: &clap::Error) -> Diagnostic {
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
        None => "xem “vanthu --help”".to_owned(),
    };
    Diagnostic::error("wrong-use", what).hint(hint)
}
