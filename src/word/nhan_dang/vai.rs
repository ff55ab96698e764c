//! Vai: each line of head and foot as the component that it was taken for, with its place in the file.

use std::ops::Range;

use super::diem::Vai;
use super::dong::Dong;
use super::{Cuoi, Dau, cuoi_trang, dau_trang};
use crate::word::doc_word::TepWord;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VaiDong {
    QuocHieu,
    TieuNgu,
    CoQuan,
    So,
    Ngay,
    VeViec,
    TenLoai,
    TrichYeu,
    KinhGui,
    /// An addressee on a line of its own.
    NoiKinhGui,
    Khan,
    Mat,
    LuuHanh,
    DuThao,
    /// A rule line of signs.
    NetKe,
    Dang,
    NoiNhan,
    MucNoiNhan,
    NguoiSoan,
    ChucVu,
    ChucVuKhac,
    HoTen,
}

/// A line in its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongVai {
    pub vai: VaiDong,
    pub dong: Dong,
}

/// How a paper is laid out: its lines of head and foot, and which blocks lie between and behind them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BoCuc {
    pub dau: Dau,
    pub cuoi: Cuoi,
    pub vai: Vec<DongVai>,
    pub than: Range<usize>,
    pub sau: Range<usize>,
    pub co_cuoi: bool,
}

/// Recognises head and foot alone.
pub fn bo_cuc(word: &TepWord) -> BoCuc {
    let head = dau_trang::doc(word);
    let all = word.khoi.len();
    let foot = cuoi_trang::tim(word, head.het);
    let (to, from) = foot.map_or((all, all), |cho| (cho.tu, cho.den));
    let cuoi = foot.map(|cho| cuoi_trang::doc(word, cho)).unwrap_or_default();
    let vai = head.vai.into_iter().chain(cuoi.vai.iter().cloned()).collect();
    BoCuc {
        dau: head.dau,
        vai,
        than: head.het..to.max(head.het),
        sau: from..all.max(from),
        co_cuoi: foot.is_some(),
        cuoi,
    }
}

impl From<Vai> for VaiDong {
    fn from(vai: Vai) -> Self {
        match vai {
            Vai::QuocHieu => Self::QuocHieu,
            Vai::TieuNgu => Self::TieuNgu,
            Vai::So => Self::So,
            Vai::Ngay => Self::Ngay,
            Vai::VeViec => Self::VeViec,
            Vai::TenLoai => Self::TenLoai,
            Vai::Khan => Self::Khan,
            Vai::Mat => Self::Mat,
            Vai::LuuHanh => Self::LuuHanh,
            Vai::DuThao => Self::DuThao,
            Vai::NetKe => Self::NetKe,
            Vai::CoQuan => Self::CoQuan,
            Vai::KinhGui => Self::KinhGui,
            Vai::Dang => Self::Dang,
        }
    }
}
