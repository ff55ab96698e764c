//! clap's complaint in Vietnamese.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use std::ffi::OsString;

use crate::diagnostic::Diagnostic;
use crate::model::khong_dau::khong_dau;

/// Words by which people ask for help elsewhere.
const HOI: &[&str] = &[
    "help",
    "/?",
    "-?",
    "/help",
    "/h",
    "?",
    "giup",
    "tro-giup",
    "huong-dan",
    "tro giup",
    "huong dan",
];

/// Words that people know from other programs or say aloud, without their marks, and the command that does it.
#[rustfmt::skip]
const TU_KHAC: &[(&str, &str)] = &[
    ("in", "build"), ("print", "build"), ("xuat", "build"), ("export", "build"), ("tao", "init"), ("new", "init"),
    ("moi", "init"), ("make", "build"), ("run", "build"), ("chay", "build"), ("lam", "build"), ("soan-thao", "build"),
    ("kiem", "check"), ("test", "check"), ("soat", "check"), ("soat-loi", "check"), ("sua", "check --fix"),
    ("fix", "check --fix"), ("so", "register"), ("mail", "send"), ("ban-hanh", "issue"), ("version", "--version"),
    ("phien-ban", "--version"),
];

/// A word of fewer letters is like too many.
const GAN_NHAT: usize = 3;

/// The words of the command line as far as a message repeats them.
pub(super) struct DongLenh<'a> {
    /// The command as far as it is clear: `vanthu register`.
    pub lenh: &'a str,
    pub args: &'a [OsString],
}

impl DongLenh<'_> {
    /// What stands behind a word, as it must be typed.
    fn sau(&self, word: &str) -> String {
        let behind = self.args.iter().skip_while(|arg| arg.as_os_str() != word).skip(1);
        let words = behind.map(|arg| {
            let arg = arg.to_string_lossy();
            if arg.contains(' ') { format!(" \"{arg}\"") } else { format!(" {arg}") }
        });
        words.collect()
    }

    /// All words behind the command, as they must be typed.
    fn da_go(&self) -> String {
        let words = self.args.iter().skip(self.lenh.split(' ').count()).map(|arg| {
            let arg = arg.to_string_lossy();
            if arg.contains(' ') { format!(" \"{arg}\"") } else { format!(" {arg}") }
        });
        words.collect()
    }

    /// The words behind the command that are no options, as one name.
    fn cac_ten(&self) -> String {
        let verbs = self.lenh.split(' ').count();
        let words = self.args.iter().skip(verbs).map(|arg| arg.to_string_lossy());
        words.take_while(|word| !word.starts_with('-')).collect::<Vec<_>>().join(" ")
    }
}

/// What to type in the place of a command that is none; `near` are those that are spelt nearly so.
fn lenh_dung(word: &str, near: &str, dong: &DongLenh<'_>) -> String {
    let lenh = dong.lenh;
    let bare = khong_dau(word).replace(['_', ' '], "-");
    let sau = dong.sau(word);
    // What the program calls itself is nobody's business.
    let near: Vec<&str> =
        near.split(", ").filter(|n| !n.is_empty() && !n.starts_with("__")).collect();
    let near = gan_hon_ca(&bare, near);
    let known = TU_KHAC.iter().find(|(other, _)| lenh == "vanthu" && *other == bare);
    if HOI.contains(&bare.as_str()) {
        return format!("gõ: {lenh}{sau} --help");
    }
    if word.contains(['.', '/', '\\', ' ']) {
        let quoted = if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() };
        return format!("ghi việc cần làm trước tên tệp, ví dụ: vanthu build {quoted}");
    }
    if let Some((_, right)) = known {
        return format!("gõ: {lenh} {right}{sau}");
    }
    if near.contains(&bare.as_str())
        || bare != word && near.is_empty() && !bare.is_empty() && word.is_ascii()
    {
        return format!("gõ chữ thường, không dấu: {lenh} {bare}{sau}");
    }
    match near.as_slice() {
        [] => khong_ro(word, dong),
        _ if word.chars().count() < GAN_NHAT => khong_ro(word, dong),
        [only] => format!("gõ: {lenh} {only}{sau}"),
        several => format!("gõ: {lenh} {}", several.join(" hoặc ")),
    }
}

/// Of words that are spelt nearly so, the one that a slip of a letter or two has made, if only one is.
fn gan_hon_ca<'n>(word: &str, near: Vec<&'n str>) -> Vec<&'n str> {
    const CHU_LECH: usize = 2;
    let slips = |other: &str| strsim::damerau_levenshtein(word, other);
    let least = near.iter().map(|other| slips(other)).min().unwrap_or(0);
    let nearest: Vec<&str> = near.iter().filter(|other| slips(other) == least).copied().collect();
    if least <= CHU_LECH && nearest.len() == 1 { nearest } else { near }
}

/// A word that is like no command may be the name of a folder.
fn khong_ro(word: &str, dong: &DongLenh<'_>) -> String {
    match dong.lenh {
        "vanthu" => format!(
            "xem các lệnh: vanthu --help; “{word}” là tên thư mục hồ sơ thì gõ: vanthu build {word}"
        ),
        lenh => format!("xem các lệnh: {lenh} --help"),
    }
}

/// `/?` behind a command: a question of Windows.
pub(super) fn hoi_kieu_windows(
    args: &[OsString],
    lenh: impl FnOnce() -> String,
) -> Option<Diagnostic> {
    let asks = |arg: &&OsString| matches!(arg.to_str(), Some("/?" | "-?" | "/help"));
    let asked = args.iter().skip(2).find(asks)?.to_string_lossy().into_owned();
    let message = format!("không có tuỳ chọn “{asked}”");
    Some(Diagnostic::error("wrong-use", message).hint(format!("gõ: {} --help", lenh())))
}

/// A dash that Word makes of two hyphens, at the beginning of an option.
pub(super) fn gach_dai(args: &[std::ffi::OsString]) -> Option<Diagnostic> {
    let long = args.iter().skip(1).filter_map(|arg| arg.to_str()).find_map(|arg| {
        let name = arg.strip_prefix(['–', '—'])?;
        name.starts_with(char::is_alphabetic).then_some((arg, name.trim_start_matches('-')))
    });
    let (arg, name) = long?;
    let right = if name.chars().count() == 1 { format!("-{name}") } else { format!("--{name}") };
    let message = format!("“{arg}” mở đầu bằng dấu gạch dài");
    Some(
        Diagnostic::error("wrong-use", message)
            .hint(format!("gõ dấu trừ: {}", ca_dong(args, arg, &right))),
    )
}

/// An option with its whole name behind one hyphen: clap would take the letters behind the first for its value, and
/// `-out` would be a folder `ut`. A name may be cut short. `ten`: the names that are known.
pub(super) fn mot_gach(args: &[OsString], ten: &[String]) -> Option<Diagnostic> {
    let words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let (arg, right) = words.take_while(|arg| *arg != "--").find_map(|arg| {
        let name = arg.strip_prefix('-').filter(|name| !name.starts_with('-') && name.len() > 1)?;
        let (name, value) = name.split_at(name.find('=').unwrap_or(name.len()));
        let known = ten.iter().find(|known| *known == name);
        let known = known.or_else(|| ten.iter().find(|known| known.starts_with(name)))?;
        Some((arg, format!("--{known}{value}")))
    })?;
    let message = format!("“{arg}” thiếu một dấu gạch");
    Some(
        Diagnostic::error("wrong-use", message)
            .hint(format!("gõ hai dấu trừ: {}", ca_dong(args, arg, &right))),
    )
}

/// The whole line with one word of it mended.
fn ca_dong(args: &[OsString], word: &str, right: &str) -> String {
    let mut mended = vec!["vanthu".to_owned()];
    for arg in args.iter().skip(1).map(|arg| arg.to_string_lossy()) {
        let arg = if arg == word { right } else { &arg };
        mended.push(if arg.contains(' ') { format!("\"{arg}\"") } else { arg.to_owned() });
    }
    mended.join(" ")
}

/// What is wrong with the words after `vanthu`.
pub(super) fn wrong_use(error: &clap::Error, dong: &DongLenh<'_>) -> Diagnostic {
    let lenh = dong.lenh;
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    if let Some(rieng) = lenh.split(' ').find(|word| word.starts_with("__")) {
        return Diagnostic::error("wrong-use", format!("không có lệnh “{rieng}”"))
            .hint("xem các lệnh: vanthu --help");
    }
    if error.kind() == ErrorKind::MissingRequiredArgument && arg.starts_with('<') {
        return con_thieu(&arg, dong);
    }
    if error.kind() == ErrorKind::UnknownArgument && !arg.starts_with('-') {
        return Diagnostic::error("wrong-use", format!("thừa “{arg}” trong câu lệnh")).hint(
            format!("bỏ chữ ấy; là một tên có dấu cách thì gõ: {lenh} \"{}\"", dong.cac_ten()),
        );
    }
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
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            other if other.is_empty() || other == arg => format!("“{arg}” bị ghi nhiều lần"),
            other => format!("“{arg}” không đi cùng “{other}”"),
        },
        ErrorKind::MissingSubcommand => "còn thiếu lệnh".to_owned(),
        _ => "không hiểu các tham số".to_owned(),
    };
    if error.kind() == ErrorKind::InvalidSubcommand {
        let word = context(ContextKind::InvalidSubcommand);
        let near = context(ContextKind::SuggestedSubcommand);
        return Diagnostic::error("wrong-use", what).hint(lenh_dung(&word, &near, dong));
    }
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .map(context)
    .into_iter()
    .find(|s| !s.is_empty());
    // An option that was a folder's once, and is a kind's now.
    if error.kind() == ErrorKind::UnknownArgument && arg.starts_with("--mau") {
        let hint = "thư mục mẫu của cơ quan ghi sau --thu-muc-mau";
        return Diagnostic::error("wrong-use", what).hint(hint);
    }
    let hint = match suggestion {
        Some(word) => format!("dùng {word}"),
        None => format!("xem “{lenh} --help”"),
    };
    Diagnostic::error("wrong-use", what).hint(hint)
}

/// A name that must come behind the command; `.` is the folder where one stands.
fn con_thieu(arg: &str, dong: &DongLenh<'_>) -> Diagnostic {
    let lenh = dong.lenh;
    let name = arg.split([' ', ',']).next().unwrap_or_default().trim_end_matches("...");
    let (what, word, here) = match name {
        "<HO_SO>" => {
            ("thư mục hồ sơ", "THU_MUC", "; đang đứng trong thư mục ấy thì gõ dấu chấm: .")
        }
        "<THU_MUC>" => ("tên thư mục", "THU_MUC", ""),
        other => (other, other.trim_matches(['<', '>']), ""),
    };
    let message = format!("còn thiếu {what} sau “{lenh}”");
    // What was typed stands before what is missing: the command must do as it is told.
    let typed = dong.da_go();
    let others: String = arg
        .split(", ")
        .skip(1)
        .map(|more| format!(" {}", more.trim_end_matches("...").trim_matches(['<', '>'])))
        .collect();
    Diagnostic::error("wrong-use", message).hint(format!("gõ: {lenh}{typed} {word}{others}{here}"))
}
