//! How a worker may end without an answer, and how that is told.

use super::Limits;
use crate::diagnostic::Diagnostic;

/// What a worker was at.
pub enum Subject<'a> {
    /// A template of the office's, by the name that the user knows.
    Template(&'a str),
    /// A document, and the hồ sơ that it is of.
    Document(&'a str, &'a str),
    /// The reading of a hồ sơ.
    Reading(&'a str),
    /// The register of an office, as messages call it.
    Register(&'a str),
}

/// How to tell what may befall a subject.
struct Codes {
    time: fn(String) -> Diagnostic,
    memory: fn(String) -> Diagnostic,
    crash: fn(String) -> Diagnostic,
    too_long: fn(String) -> Diagnostic,
}

impl std::fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Template(shown) => write!(f, "mẫu “{shown}”"),
            Self::Document(ten, ho_so) => write!(f, "văn bản “{ten}” của “{ho_so}”"),
            Self::Reading(ho_so) => write!(f, "hồ sơ “{ho_so}”"),
            Self::Register(so) => write!(f, "việc với {so}"),
        }
    }
}

impl<'a> Subject<'a> {
    /// Documents of a hồ sơ, or its reading while none is known.
    pub fn all(ten: &'a [String], ho_so: &'a str) -> Vec<Self> {
        match ten {
            [] => vec![Self::Reading(ho_so)],
            all => all.iter().map(|ten| Self::Document(ten, ho_so)).collect(),
        }
    }

    fn codes(&self) -> Codes {
        match self {
            Self::Template(_) => Codes {
                time: |m| Diagnostic::error("template-timeout", m),
                memory: |m| Diagnostic::error("template-memory", m),
                crash: |m| Diagnostic::error("template-crash", m),
                too_long: |m| Diagnostic::error("template-too-long", m),
            },
            Self::Document(..) | Self::Reading(_) | Self::Register(_) => Codes {
                time: |m| Diagnostic::error("document-timeout", m),
                memory: |m| Diagnostic::error("document-memory", m),
                crash: |m| Diagnostic::error("internal", m),
                too_long: |m| Diagnostic::error("document-memory", m),
            },
        }
    }

    fn is_template(&self) -> bool {
        matches!(self, Self::Template(_))
    }

    fn loops(&self) -> &'static str {
        match self {
            Self::Template(_) => "xem lại các vòng lặp và các hàm tự gọi lại chính mình trong mẫu",
            Self::Document(..) | Self::Reading(_) => {
                "tách văn bản, hoặc cho thêm thời gian bằng --time-limit"
            }
            Self::Register(_) => "cho thêm thời gian bằng --time-limit",
        }
    }

    fn size(&self) -> &'static str {
        match self {
            Self::Template(_) => "xem lại chỗ mẫu lặp, chỗ tạo danh sách hay chuỗi chữ rất lớn",
            Self::Document(..) | Self::Reading(_) => {
                "tách văn bản thành nhiều tệp, hoặc cho thêm bộ nhớ bằng --memory-limit"
            }
            Self::Register(_) => "cho thêm bộ nhớ bằng --memory-limit",
        }
    }

    fn depth(&self) -> &'static str {
        match self.is_template() {
            true => "xem lại chỗ mẫu bọc một nội dung vào chính nó nhiều lần",
            false => "bớt các cấp lồng nhau",
        }
    }

    fn parts(&self) -> &'static str {
        match self.is_template() {
            true => "bỏ dần từng phần của mẫu để tìm chỗ gây lỗi",
            false => {
                "các văn bản khác không bị ảnh hưởng; gửi dòng trên cùng hồ sơ cho người phụ trách"
            }
        }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone)]
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
            // A line that is indented is what to do about the one before.
            let told =
                words.lines().rfind(|line| !line.trim().is_empty() && !line.starts_with(' '));
            Self::Crash(told.unwrap_or_default().trim().to_owned())
        }
    }

    /// The finding, about `subject`.
    pub fn told(&self, subject: &Subject, limits: &Limits) -> Diagnostic {
        let codes = subject.codes();
        let (told, message, hint) = match self {
            Self::Time => {
                let seconds = limits.time.as_secs_f64().to_string().replace('.', ",");
                (codes.time, format!("chạy quá {seconds} giây nên bị dừng"), subject.loops())
            }
            Self::Memory => {
                let mib = limits.memory_mib;
                (codes.memory, format!("dùng quá {mib} MB bộ nhớ nên bị dừng"), subject.size())
            }
            Self::Stack => {
                (codes.crash, "lồng nội dung quá sâu nên bị dừng".to_owned(), subject.depth())
            }
            Self::TooLong => {
                let message = "in ra quá nhiều nội dung, chừng hơn 800 trang".to_owned();
                (codes.too_long, message, subject.size())
            }
            Self::Crash(words) => {
                let words = if words.is_empty() { "không rõ vì sao" } else { words };
                (codes.crash, format!("làm hỏng tiến trình soạn: {words}"), subject.parts())
            }
            Self::NoStart(why) => {
                let message = format!("{subject}: không chạy được tiến trình soạn riêng: {why}");
                return Diagnostic::error("internal", message)
                    .hint("đóng bớt chương trình đang chạy rồi làm lại");
            }
        };
        told(format!("{subject} {message}")).hint(hint)
    }
}
