//! clap's complaint in Vietnamese.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::Diagnostic;

/// Words by which people ask for help elsewhere.
const HOI: &[&str] = &["help", "/?", "-?", "/help", "?", "giup", "tro-giup"];

/// A word of fewer letters is like too many.
const GAN_NHAT: usize = 3;

/// What to type in the place of a command that is none; `near` are those that are spelt nearly so.
fn lenh_dung(word: &str, near: &str, lenh: &str) -> String {
    let lower = word.to_lowercase();
    // What the program calls itself is nobody's business.
    let near: Vec<&str> =
        near.split(", ").filter(|n| !n.is_empty() && !n.starts_with("__")).collect();
    if HOI.contains(&lower.as_str()) {
        format!("gõ: {lenh} --help")
    } else if word.contains(['.', '/', '\\']) {
        format!("ghi việc cần làm trước tên tệp, ví dụ: vanthu build {word}")
    } else if lower != word && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
        format!("gõ chữ thường: {lenh} {lower}")
    } else if near.is_empty() || word.chars().count() < GAN_NHAT {
        format!("xem các lệnh: {lenh} --help")
    } else {
        format!("gõ: {lenh} {}", near.join(" hoặc "))
    }
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
    Some(Diagnostic::error("wrong-use", message).hint(format!("gõ dấu trừ: {right}")))
}

/// What is wrong with the words after `vanthu`; `lenh` is the command as far as it is clear.
pub(super) fn wrong_use(error: &clap::Error, lenh: &str) -> Diagnostic {
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
        return Diagnostic::error("wrong-use", what).hint(lenh_dung(&word, &near, lenh));
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
