//! Whether the numbers of khoản and điểm follow each other.

use super::CachDanhSo;
use super::dau_muc::DauMuc;
use super::loi::LoiThanBai;
use crate::model::Fault;

/// The last numbers since the last head or Điều.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThuTu {
    cach: CachDanhSo,
    khoan: Option<usize>,
    diem: Option<usize>,
    /// The last mark with a number, if no paragraph without one came after it.
    lien: Option<DauMuc>,
}

impl ThuTu {
    pub fn new(cach: CachDanhSo) -> Self {
        Self { cach, khoan: None, diem: None, lien: None }
    }

    /// A head or a Điều: what follows counts anew.
    pub fn lai_tu_dau(&mut self) {
        *self = Self::new(self.cach);
    }

    /// A khoản with that number is a head: the next one may be none.
    pub fn khoan_la_de_muc(&mut self, so: usize) {
        self.khoan = Some(so);
    }

    /// A paragraph without a mark: what follows may count anew.
    pub fn doan(&mut self) {
        self.lien = None;
    }

    /// An item: its number must be the next one, or begin anew.
    pub fn muc(&mut self, dau: DauMuc, at: usize, loi: &mut Vec<LoiThanBai>) {
        let Some(so) = dau.thu_tu() else { return };
        let truoc = match dau {
            DauMuc::Diem(_) => &mut self.diem,
            _ => &mut self.khoan,
        };
        let ke_tiep = truoc.unwrap_or(0).saturating_add(1);
        *truoc = Some(so);
        if !matches!(dau, DauMuc::Diem(_)) {
            self.diem = None;
        }
        let same = |last: DauMuc| std::mem::discriminant(&last) == std::mem::discriminant(&dau);
        let tiep_lien = self.lien.replace(dau).is_some_and(same);
        let dung_thu_tu = so == ke_tiep || (so == 1 && !tiep_lien);
        if self.cach == CachDanhSo::LienTuc && !dung_thu_tu {
            let dung = dau.voi_so(ke_tiep);
            let fault = Fault::new("item-number", format!("ở đây chờ “{dung}”, mà gặp “{dau}”"))
                .hint("xem lại thứ tự các khoản, điểm: các điểm theo bảng chữ cái a b c d đ e g h i k l m n o p q r s t u v x y")
                .words(dau.to_string());
            loi.push(LoiThanBai::canh_bao(at, fault));
        }
    }
}
