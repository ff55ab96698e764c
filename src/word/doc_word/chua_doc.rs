//! What stands in a file and was not read: whoever compares must say so, and never "the same".

use std::fmt;

/// Something with letters or looks that the reader does not take in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VatLa {
    BieuDo,
    SoDo,
    /// An object of another program, by its name there.
    DoiTuong(String),
    /// A file of another format, put into the text when Word opens it.
    TepLong,
    TaiLieuCon,
    /// A picture that lies outside the file.
    AnhNgoai(String),
    /// Letters drawn as a shape.
    ChuNgheThuat(String),
    ChuTrongHinh(String),
    /// Letters that are hidden; on paper there are none.
    ChuAn(String),
    /// A field that Word computes and whose result is not in the file.
    TruongKhongKetQua(String),
    /// A field that says something else every time that the file is opened.
    TruongTuDoi(String),
    /// A field without an end, and the letters behind it.
    TruongHo(String),
    /// A box whose text Word takes from other data of the file.
    ODuLieu,
    /// A way of counting that is not known.
    KieuSo(String),
    /// A comment: by whom, and what it says.
    NhanXet(String, String),
    /// Letters where Word's format has no place for any.
    ChuLacCho(String),
    /// Anything else, by the name of its element, with the letters in it.
    Khac(String, String),
}

/// Such a thing and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChuaDoc {
    pub vat: VatLa,
    /// The part of the file.
    pub phan: String,
    /// `Mục II, đoạn 3`
    pub noi: String,
    /// The words of the paragraph that it stands in.
    pub gan: String,
}

impl VatLa {
    /// Whether it was read after all, and is only told.
    pub fn da_doc(&self) -> bool {
        matches!(self, Self::NhanXet(..))
    }
}

impl fmt::Display for VatLa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BieuDo => write!(f, "biểu đồ"),
            Self::SoDo => write!(f, "sơ đồ SmartArt"),
            Self::DoiTuong(name) => write!(f, "đối tượng của chương trình khác{}", them(name)),
            Self::TepLong => write!(f, "một tệp khác lồng vào (altChunk)"),
            Self::TaiLieuCon => write!(f, "một tài liệu con nối vào (subDoc)"),
            Self::AnhNgoai(at) => write!(f, "hình nằm ở ngoài tệp{}", them(at)),
            Self::ChuNgheThuat(chu) => write!(f, "chữ nghệ thuật (WordArt){}", them(chu)),
            Self::ChuTrongHinh(chu) => write!(f, "chữ vẽ trong hình{}", them(chu)),
            Self::ChuAn(chu) => write!(f, "chữ ẩn{}", them(chu)),
            Self::TruongKhongKetQua(ma) => {
                write!(f, "chỗ Word tự tính mà trong tệp chưa có kết quả{}", them(ma))
            }
            Self::TruongTuDoi(ma) => write!(f, "chỗ tự đổi chữ mỗi lần mở tệp{}", them(ma)),
            Self::TruongHo(chu) => write!(f, "mã trường không có chỗ kết thúc{}", them(chu)),
            Self::ODuLieu => write!(f, "ô lấy chữ từ dữ liệu kèm trong tệp"),
            Self::KieuSo(name) => write!(f, "kiểu đánh số chương trình chưa biết{}", them(name)),
            Self::NhanXet(ai, chu) => {
                let ai = if ai.is_empty() { String::new() } else { format!(" của {ai}") };
                write!(f, "nhận xét{ai}{}", them(chu))
            }
            Self::ChuLacCho(chu) => write!(f, "chữ nằm ở chỗ Word không hiện đúng{}", them(chu)),
            Self::Khac(name, chu) if chu.is_empty() => write!(f, "phần tử lạ <{name}>"),
            Self::Khac(name, chu) => write!(f, "phần tử lạ <{name}>{}", them(chu)),
        }
    }
}

/// ` “…”`, short; nothing for nothing.
fn them(text: &str) -> String {
    let text = gon(text, 60);
    if text.is_empty() { text } else { format!(" “{text}”") }
}

/// The text on one line, no longer than `most` characters.
pub(super) fn gon(text: &str, most: usize) -> String {
    let mut line = String::new();
    let (mut count, mut cut) = (0_usize, false);
    'all: for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
            count = count.saturating_add(1);
        }
        for c in word.chars().filter(|c| *c != super::MOC_CHU_THICH) {
            if count >= most {
                cut = true;
                break 'all;
            }
            line.push(c);
            count = count.saturating_add(1);
        }
    }
    let line = line.trim();
    if cut { format!("{line}…") } else { line.to_owned() }
}

impl fmt::Display for ChuaDoc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: có {}", self.noi, self.vat)?;
        match self.gan.is_empty() {
            true => Ok(()),
            false => write!(f, ", gần chữ “{}”", gon(&self.gan, 60)),
        }
    }
}
