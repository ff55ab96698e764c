//! How a worker may end without an answer, and how that is told.

use super::Limits;
use crate::diagnostic::Diagnostic;

/// Why there is no answer.
#[derive(Debug)]
pub enum End {
    /// No answer within the time.
    Time,
    /// An allocation went over the limit.
    Memory,
    /// The stack is used up: something lies too deep in itself.
    Stack,
    /// It said too much.
    TooLong,
    /// Anything else, with the worker's last words.
    Crash(String),
    /// It didn't start.
    NoStart(String),
}

impl End {
    /// What a worker's last words on its error stream mean; they are the standard library's own.
    pub fn of_last_words(words: &str) -> Self {
        if words.contains("memory allocation of") {
            Self::Memory
        } else if words.contains("has overflowed its stack") {
            Self::Stack
        } else {
            Self::Crash(words.lines().last().unwrap_or_default().trim().to_owned())
        }
    }

    /// The finding, about the template that the user knows as `shown`.
    pub fn told(self, shown: &str, limits: &Limits) -> Diagnostic {
        match self {
            Self::Time => {
                let message =
                    format!("mẫu “{shown}” chạy quá {} giây nên bị dừng", limits.time.as_secs());
                Diagnostic::error("template-timeout", message)
                    .hint("xem lại các vòng lặp và các hàm tự gọi lại chính mình trong mẫu")
            }
            Self::Memory => {
                let message =
                    format!("mẫu “{shown}” dùng quá {} MB bộ nhớ nên bị dừng", limits.memory_mib);
                Diagnostic::error("template-memory", message)
                    .hint("xem lại chỗ mẫu tạo danh sách hay chuỗi chữ rất lớn")
            }
            Self::Stack => {
                let message = format!("mẫu “{shown}” lồng nội dung quá sâu nên bị dừng");
                Diagnostic::error("template-crash", message)
                    .hint("xem lại chỗ mẫu bọc một nội dung vào chính nó nhiều lần")
            }
            Self::TooLong => {
                let message =
                    format!("mẫu “{shown}” in ra quá nhiều nội dung, chừng hơn 800 trang");
                Diagnostic::error("template-too-long", message)
                    .hint("xem lại các vòng lặp trong mẫu, hoặc tách văn bản")
            }
            Self::Crash(words) => {
                let words = if words.is_empty() { "không rõ vì sao".to_owned() } else { words };
                let message = format!("mẫu “{shown}” làm hỏng tiến trình soạn: {words}");
                Diagnostic::error("template-crash", message)
                    .hint("bỏ dần từng phần của mẫu để tìm chỗ gây lỗi")
            }
            Self::NoStart(why) => Diagnostic::error(
                "internal",
                format!("không chạy được tiến trình soạn mẫu riêng: {why}"),
            ),
        }
    }
}
