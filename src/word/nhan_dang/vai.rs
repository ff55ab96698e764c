//! Vai: each line of head and foot as the component that it was taken for, with its place in the file.

use std::ops::Range;

use super::dau_trang::DocDau;
use super::diem::Vai;
use super::dong::Dong;
use super::kieu::Kieu;
use super::{Cuoi, Dau, KhongChac, cuoi_trang, dau_trang, duoi_cuoi};
use crate::word::doc_word::TepWord;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VaiDong {
    /// The first line at the upper right, whatever the rules have there, and those under it.
    QuocHieu,
    TieuNgu,
    /// The names in English under the others.
    TiengAnh,
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
    NoiNhan,
    MucNoiNhan,
    NguoiSoan,
    ChucVu,
    ChucVuKhac,
    HoTen,
    /// Who confirms the signature above says so.
    XacNhan,
    /// How the office is reached, under the foot.
    DiaChi,
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
    /// Where the stamp stands that makes it a copy.
    pub ban_sao: Option<String>,
    /// Lines of the title's paragraph that are the body's first.
    pub kem_theo: Vec<Dong>,
}

/// Recognises head and foot alone.
pub fn bo_cuc(word: &TepWord) -> BoCuc {
    khung(word, &Kieu::cua(word)).0
}

/// Head, foot and what stands under it, with what of them was guessed.
pub(super) fn khung(word: &TepWord, kieu: &Kieu) -> (BoCuc, Vec<KhongChac>) {
    let DocDau { mut dau, het, khong_chac, vai, kem_theo } = dau_trang::doc(word, kieu);
    let all = word.khoi.len();
    let foot = cuoi_trang::tim(word, het, kieu);
    let (to, from) = foot.map_or((all, all), |cho| (cho.tu, cho.den));
    let mut cuoi = foot.map(|cho| cuoi_trang::doc(word, cho, kieu)).unwrap_or_default();
    let under = duoi_cuoi::doc(word, from, kieu);
    cuoi.dia_chi = under.dia_chi;
    dau.luu_hanh = dau.luu_hanh.or(under.luu_hanh);
    let vai = vai.into_iter().chain(cuoi.vai.iter().cloned()).chain(under.vai).collect();
    let (than, sau) = (het..to.max(het), under.tu..under.den.max(under.tu));
    let co_cuoi = foot.is_some();
    let ban_sao = under.ban_sao;
    (BoCuc { dau, vai, than, sau, co_cuoi, cuoi, ban_sao, kem_theo }, khong_chac)
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
        }
    }
}
