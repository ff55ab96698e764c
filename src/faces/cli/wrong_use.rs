//! clap's complaint in Vietnamese.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::Diagnostic;

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
