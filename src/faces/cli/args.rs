//! Arguments → [`Job`]. Help and messages are Vietnamese; commands have an English name and a Vietnamese alias.

use std::any::TypeId;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::build::{BuildArgs, WatchArgs};
use super::check::CheckArgs;
use super::common::HELP;
use super::doi_chieu::{DiffArgs, VerifyArgs};
use super::explain::{ExplainArgs, SchemaArgs};
use super::import::ImportArgs;
use super::issue::IssueArgs;
use super::kinds::{cac_kieu_va_loai, cac_ten_luoc_do};
use super::merge::MergeArgs;
use super::send::SendArgs;
#[cfg(feature = "web")]
use super::serve::ServeArgs;
use super::so_dang_ky::RegisterArgs;
use super::take_back::TakeBackArgs;
use super::template::{InitArgs, TemplateArgs};
use super::van_ban_den::IncomingArgs;
use super::version::version;
use super::worker::{BuildWorkerArgs, CompileArgs};
use super::wrong_use::{DongLenh, gach_dai, hoi_kieu_windows, mot_gach, wrong_use};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::native;

/// What the user asked for.
#[derive(Debug, Parser)]
#[command(
    name = "vanthu",
    version = version(),
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

#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Lệnh", next_help_heading = "Tuỳ chọn")]
pub enum Job {
    /// Soạn văn bản trong trình duyệt, chỉ trên máy này: nhập vào biểu mẫu, xem trang in ngay bên cạnh [tên khác: mo]
    #[cfg(feature = "web")]
    #[command(alias = "mo", help_template = HELP, override_usage = "vanthu serve [THU_MUC]")]
    Serve(ServeArgs),
    /// Soạn văn bản: đọc hồ sơ, ghi tệp PDF và tệp Word [tên khác: soan]
    #[command(alias = "soan", help_template = HELP, override_usage = "vanthu build HO_SO… [-o THU_MUC] [-f pdf,docx]")]
    Build(BuildArgs),
    /// Đọc và kiểm tra hồ sơ, hoặc soát thể thức và lời văn của tệp Word bất kỳ; không ghi tệp nào [tên khác: kiem-tra]
    #[command(alias = "kiem-tra", help_template = HELP,
        override_usage = "vanthu check HO_SO… [--fix]\n       vanthu check TEP.docx… [--comments TEP.docx]")]
    Check(CheckArgs),
    /// Soạn, rồi soạn lại mỗi khi một tệp của hồ sơ thay đổi (dừng bằng Ctrl+C) [tên khác: theo-doi]
    #[command(alias = "theo-doi", help_template = HELP, override_usage = "vanthu watch HO_SO [-o THU_MUC]")]
    Watch(WatchArgs),
    /// Chia bản gửi theo danh bạ: gói của từng nơi nhận, danh sách, nhãn bì thư, bảng kê [tên khác: gui]
    #[command(alias = "gui", help_template = HELP, override_usage = "vanthu send HO_SO [-o THU_MUC] [--zip] [--date NGAY]")]
    Send(SendArgs),
    /// Bắt đầu một văn bản: tệp cơ quan và tệp mẫu có chú giải, soạn được ngay [tên khác: khoi-tao]
    #[command(alias = "khoi-tao", help_template = HELP,
        override_usage = "vanthu init THU_MUC [--co-quan KIEU] [--mau LOAI]\n       vanthu init --nhu TEP")]
    Init(InitArgs),
    /// Nhập một văn bản Word có sẵn thành hồ sơ, đối chiếu từng đoạn với tệp Word [tên khác: nhap]
    #[command(alias = "nhap", help_template = HELP, override_usage = "vanthu import TEP.docx [-o THU_MUC]")]
    Import(ImportArgs),
    /// Lấy những chỗ đã sửa trong tệp Word về hồ sơ đã soạn ra nó [tên khác: lay-lai]
    #[command(name = "take-back", alias = "lay-lai", help_template = HELP,
        override_usage = "vanthu take-back TEP.docx [HO_SO] [--dry-run] [--accept SO | --reject SO]")]
    TakeBack(TakeBackArgs),
    /// Phát hành: lấy số kế tiếp, ghi số và ngày, soạn PDF và Word, lưu và vào sổ [tên khác: phat-hanh]
    #[command(alias = "phat-hanh", help_template = HELP, override_usage = "vanthu issue TEP… --date NGAY [TUỲ CHỌN]")]
    Issue(IssueArgs),
    /// Trộn một văn bản với danh sách Excel: mỗi dòng một bản PDF và Word [tên khác: tron]
    #[command(alias = "tron", help_template = HELP, override_usage = "vanthu merge TEP.yaml DANH_SACH.xlsx [-o THU_MUC] [--dry-run] [TUỲ CHỌN]")]
    Merge(MergeArgs),
    /// Sổ đăng ký văn bản đi: xem, kiểm tra, giữ số, huỷ số, khoá năm, in [tên khác: so-dang-ky]
    #[command(alias = "so-dang-ky", help_template = HELP, override_usage = "vanthu register LỆNH [TUỲ CHỌN]")]
    Register(RegisterArgs),
    /// Sổ văn bản đến: vào sổ, giao giải quyết, quá hạn, dấu “Đến”, phiếu giải quyết, in [tên khác: van-ban-den]
    #[command(alias = "van-ban-den", help_template = HELP, override_usage = "vanthu incoming LỆNH [TUỲ CHỌN]")]
    Incoming(IncomingArgs),
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
        override_usage = "vanthu template [HO_SO] [--thu-muc-mau THU_MUC]\n       vanthu template copy MAU [HO_SO]")]
    Template(TemplateArgs),
    /// Soạn mẫu riêng trong tiến trình con; chương trình tự gọi
    #[command(name = "__compile", hide = true)]
    Compile(CompileArgs),
    /// Soạn một phần của nhiều văn bản trong tiến trình con; chương trình tự gọi
    #[command(name = "__build", hide = true)]
    BuildWorker(BuildWorkerArgs),
    /// Đọc tệp PDF trong tiến trình con; chương trình tự gọi
    #[command(name = "__doc-pdf", hide = true)]
    PdfWorker(BuildWorkerArgs),
    /// Soạn cho trang trong trình duyệt, trong tiến trình con; chương trình tự gọi
    #[cfg(feature = "web")]
    #[command(name = "__soan", hide = true)]
    PageWorker(BuildWorkerArgs),
    /// In lược đồ JSON Schema của các tệp YAML (để trình soạn thảo gợi ý khoá) [tên khác: luoc-do]
    #[command(alias = "luoc-do", help_template = HELP, override_usage = "vanthu schema [LOAI] [HO_SO]")]
    Schema(SchemaArgs),
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
    if let Some(found) = gach_dai(&args) {
        return Err(NoJob::WrongUse(Box::new(found)));
    }
    if let Some(found) = mot_gach(&args, &cac_tuy_chon(&command())) {
        return Err(NoJob::WrongUse(Box::new(found)));
    }
    if let Some(found) = hoi_kieu_windows(&args, || lenh(&args)) {
        return Err(NoJob::WrongUse(Box::new(found)));
    }
    let no_job = |error: clap::Error| {
        let lenh = lenh(&args);
        no_job(&error, &DongLenh { lenh: &lenh, args: &args })
    };
    let matches = co_danh_sach(command(), &args).try_get_matches_from(&args).map_err(no_job)?;
    Cli::from_arg_matches(&matches).map_err(no_job)
}

/// The names of all options that have one of several letters.
fn cac_tuy_chon(command: &clap::Command) -> Vec<String> {
    let names = |arg: &clap::Arg| -> Vec<String> {
        let others = arg.get_all_aliases().unwrap_or_default();
        arg.get_long().into_iter().chain(others).map(str::to_owned).collect()
    };
    let own = command.get_arguments().flat_map(names);
    let of_all = ["help", "version"].map(str::to_owned);
    own.chain(of_all).chain(command.get_subcommands().flat_map(cac_tuy_chon)).collect()
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

/// The same without the program's name, for the outcome in JSON; it is named once in a run.
pub fn verb(args: &[OsString]) -> &'static str {
    let named = lenh(args);
    named.strip_prefix("vanthu ").map_or("", |verb| Box::leak(verb.into()))
}

/// The command with the lists at the end of its help, if one may be asked for: they are long in the making.
fn co_danh_sach(command: clap::Command, args: &[OsString]) -> clap::Command {
    let named = |names: [&str; 2]| args.iter().any(|arg| names.iter().any(|name| arg == name));
    let command = match named(["init", "khoi-tao"]) {
        true => command.mut_subcommand("init", |init| init.after_help(cac_kieu_va_loai())),
        false => command,
    };
    match named(["schema", "luoc-do"]) {
        true => command.mut_subcommand("schema", |schema| schema.after_help(cac_ten_luoc_do())),
        false => command,
    }
}

/// The command with clap's own English help texts replaced, at every level.
pub fn command() -> clap::Command {
    fn vietnamese(command: clap::Command) -> clap::Command {
        let help = clap::Arg::new("help")
            .short('h')
            .long("help")
            .help("In hướng dẫn này")
            .help_heading("Tuỳ chọn")
            .action(clap::ArgAction::Help);
        command
            .disable_help_flag(true)
            .mut_args(with_native_paths)
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

/// Every path that is typed gets the separators of the system, here and nowhere else.
fn with_native_paths(arg: clap::Arg) -> clap::Arg {
    if arg.get_value_parser().type_id() == TypeId::of::<PathBuf>() {
        arg.value_parser(PathBufValueParser::new().map(native))
    } else {
        arg
    }
}

fn no_job(error: &clap::Error, dong: &DongLenh<'_>) -> NoJob {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => NoJob::Asked(error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => NoJob::NoCommand(error.to_string()),
        _ => NoJob::WrongUse(Box::new(wrong_use(error, dong))),
    }
}
