//! Yêu cầu: requests in braces are taken up by the block that follows, or told.

use super::{LoaiMo, NguoiDoc};
use crate::model::Fault;
use crate::model::than_bai::Khoi;
use crate::model::than_bai::bang::CanhCot;
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::lenh::{self, Lenh};
use crate::model::than_bai::loi::LoiThanBai;

impl NguoiDoc<'_> {
    /// A line that begins with requests; false if it is an ordinary one.
    pub(super) fn yeu_cau(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) -> bool {
        let Some((all, sau)) = lenh::tach(go.chu) else {
            self.loi.extend(lenh::la(go.chu).map(|fault| LoiThanBai::canh_bao(go.so, fault)));
            return false;
        };
        self.dong_khoi();
        for lenh in all {
            self.lenh.push((lenh, go.so));
        }
        if self.lay(Lenh::SangTrang) {
            self.ra.khoi.push(Khoi::SangTrang);
            self.sang_trang = Some(go.so);
        }
        if !sau.is_empty() {
            self.dong(&DongGo { chu: sau, ..*go }, after);
            self.yeu_cau_thua();
        }
        if self.mo.as_ref().is_some_and(|mo| matches!(mo.loai, LoaiMo::Doan(Some(_)))) {
            self.dong_khoi();
            self.chi_mot_dong(go, after);
        }
        true
    }

    /// A line that stands in the middle is whole: the one right below it is told that it does not.
    fn chi_mot_dong(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) {
        let Some(next) =
            after.first().filter(|next| next.la_chu() && lenh::tach(next.chu).is_none())
        else {
            return;
        };
        let asked = go.chu.split_inclusive('}').next().unwrap_or_default();
        let message =
            format!("lệnh {asked} chỉ có tác dụng với dòng của nó, dòng dưới in như thường");
        let fault = Fault::new("leftover-markup", message)
            .hint(format!("dòng ấy cũng muốn như vậy thì ghi {asked} ở đầu nó; không thì để một dòng trống ở giữa"))
            .words(next.chu);
        self.loi.push(LoiThanBai::canh_bao(next.so, fault));
    }

    /// Whether this was asked for what comes next; then it is done with.
    pub(super) fn lay(&mut self, lenh: Lenh) -> bool {
        let before = self.lenh.len();
        self.lenh.retain(|(asked, _)| *asked != lenh);
        self.lenh.len() < before
    }

    /// How what comes next is to stand.
    pub(super) fn lay_canh(&mut self) -> Option<CanhCot> {
        [CanhCot::Giua, CanhCot::Phai].into_iter().find(|canh| self.lay(Lenh::Canh(*canh)))
    }

    /// A paragraph begins.
    pub(super) fn mo_doan(&mut self, text: &str) {
        let canh = self.lay_canh();
        self.thu_tu.doan();
        self.mo(LoaiMo::Doan(canh), text);
    }

    /// What was asked for and could not be meant for the block that came.
    pub(super) fn yeu_cau_thua(&mut self) {
        for (lenh, at) in std::mem::take(&mut self.lenh) {
            self.loi.push(LoiThanBai::canh_bao(at, lenh::thua(lenh)));
        }
    }

    /// Nothing comes any more.
    pub(super) fn het_yeu_cau(&mut self) {
        self.yeu_cau_thua();
        if let (Some(Khoi::SangTrang), Some(at)) = (self.ra.khoi.last(), self.sang_trang) {
            self.ra.khoi.pop();
            self.loi.push(LoiThanBai::canh_bao(at, lenh::thua(Lenh::SangTrang)));
        }
    }
}
