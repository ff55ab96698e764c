//! Why a Word file can't be read.

use std::fmt;

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoiDoc {
    /// The format of before 2007, or a file with a password: both begin alike.
    DoiCu,
    /// No zip archive, or a broken one.
    KhongPhaiGoi,
    /// An archive without a Word text in it.
    KhongPhaiWord,
    /// A part that the file itself refers to is not there.
    ThieuPhan(String),
    /// Two parts have one name: which of them is shown depends on the program that opens the file.
    HaiPhan(String),
    /// A part is larger than any text is, or there are too many.
    QuaLon,
    /// A part is no XML, or XML that Word never writes.
    XmlHong(String),
}

impl fmt::Display for LoiDoc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DoiCu => write!(f, "là tệp Word đời cũ (.doc) hoặc có đặt mật khẩu"),
            Self::KhongPhaiGoi => write!(f, "không phải tệp Word .docx, hoặc tệp đã hỏng"),
            Self::KhongPhaiWord => write!(f, "không có văn bản Word ở trong"),
            Self::ThieuPhan(name) => write!(f, "thiếu phần {name} ở trong tệp"),
            Self::HaiPhan(name) => {
                write!(f, "có hai phần cùng tên {name} ở trong, không rõ Word hiện phần nào")
            }
            Self::QuaLon => {
                write!(f, "lớn quá mức một văn bản Word: hơn chừng một nghìn trang chữ")
            }
            Self::XmlHong(why) => write!(f, "hỏng ở trong: {why}"),
        }
    }
}

impl std::error::Error for LoiDoc {}
