//! Which component of the decree a paragraph is: told by the name of its style, else by its words.

/// A component of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ThanhPhan {
    CoQuan,
    QuocHieu,
    TieuNgu,
    SoKyHieu,
    DiaDanhThoiGian,
    TenLoai,
    TrichYeu,
    KinhGui,
    NoiNhan,
    ChucVu,
    HoTen,
    PhuLuc,
    TenPhuLuc,
    KemTheo,
    /// A head, with its level from 1.
    DeMuc(DeMuc, u8),
    /// Any other text.
    #[default]
    Thuong,
}

/// The kinds of heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeMuc {
    /// Phần, Chương, Mục, on centred lines.
    Chuong,
    Dieu,
    /// `I.`, `1.` and so on.
    Muc,
}

impl ThanhPhan {
    /// Whether it belongs to the head or the foot, which are laid out in tables.
    pub fn o_dau_cuoi(self) -> bool {
        matches!(
            self,
            Self::CoQuan
                | Self::QuocHieu
                | Self::TieuNgu
                | Self::SoKyHieu
                | Self::DiaDanhThoiGian
                | Self::NoiNhan
                | Self::ChucVu
                | Self::HoTen
        )
    }

    /// By style name and outline level; `chu` is what is printed, number included.
    pub(super) fn cua(style: &str, outline: Option<u8>, chu: &str) -> Self {
        by_style(style, outline).unwrap_or_else(|| by_words(chu, outline))
    }
}

fn by_style(style: &str, outline: Option<u8>) -> Option<ThanhPhan> {
    use ThanhPhan as T;
    let name = style.strip_prefix("VT ")?;
    let head = |kind| T::DeMuc(kind, outline.unwrap_or(1));
    Some(match name {
        "Cơ quan chủ quản" | "Cơ quan ban hành" => T::CoQuan,
        "Quốc hiệu" => T::QuocHieu,
        "Tiêu ngữ" => T::TieuNgu,
        "Số, ký hiệu" => T::SoKyHieu,
        "Địa danh và thời gian" => T::DiaDanhThoiGian,
        "Tên loại" => T::TenLoai,
        "Trích yếu" | "Trích yếu công văn" => T::TrichYeu,
        "Kính gửi" | "Kính gửi một nơi" | "Nơi được kính gửi" => T::KinhGui,
        "Nơi nhận" | "Danh sách nơi nhận" => T::NoiNhan,
        "Quyền hạn, chức vụ" | "Chức vụ khác" => T::ChucVu,
        "Họ tên người ký" => T::HoTen,
        "Phụ lục" => T::PhuLuc,
        "Tên phụ lục" => T::TenPhuLuc,
        "Kèm theo" => T::KemTheo,
        "Phần, Chương, Mục" => head(DeMuc::Chuong),
        name if name.starts_with("Điều") => head(DeMuc::Dieu),
        name if name.starts_with("Đề mục") || name == "Khoản liền văn" => {
            head(DeMuc::Muc)
        }
        _ => T::Thuong,
    })
}

/// For text in a style of Word's own, as in a paper that was typed by hand.
fn by_words(chu: &str, outline: Option<u8>) -> ThanhPhan {
    use ThanhPhan as T;
    let chu = chu.trim();
    let short = chu.chars().count() <= 150;
    let first = chu.split_whitespace().next().unwrap_or_default();
    let roman = first.strip_suffix('.').is_some_and(|n| {
        !n.is_empty() && n.len() <= 6 && n.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
    });
    if let Some(level) = outline {
        return T::DeMuc(by_number(first), level);
    }
    match first {
        "Số:" if chu.contains('/') && short => T::SoKyHieu,
        "Điều" if chu.split_whitespace().nth(1).is_some_and(la_so) => T::DeMuc(DeMuc::Dieu, 1),
        "Chương" | "CHƯƠNG" if short => T::DeMuc(DeMuc::Chuong, 1),
        _ if roman && short && !chu.ends_with([';', ',']) => T::DeMuc(DeMuc::Muc, 1),
        _ if chu == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" => T::QuocHieu,
        _ if chu == "Độc lập - Tự do - Hạnh phúc" => T::TieuNgu,
        _ => T::Thuong,
    }
}

fn by_number(first: &str) -> DeMuc {
    match first {
        "Điều" => DeMuc::Dieu,
        "Phần" | "Chương" => DeMuc::Chuong,
        _ => DeMuc::Muc,
    }
}

fn la_so(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
