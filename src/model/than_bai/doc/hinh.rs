//! Hình: a picture alone on its line.

use super::NguoiDoc;
use crate::model::than_bai::Khoi;
use crate::model::than_bai::anh::{self, Anh};
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::loi::LoiThanBai;

impl NguoiDoc<'_> {
    /// A picture, which takes one line.
    pub(super) fn hinh(&mut self, go: &DongGo<'_>) -> Option<usize> {
        match anh::doc(go.chu, self.kho)? {
            Ok((anh, told)) => {
                self.dong_khoi();
                let canh = self.lay_canh();
                self.loi.extend(told.map(|fault| LoiThanBai::canh_bao(go.so, fault)));
                self.ra.khoi.push(Khoi::Anh(Anh { canh, ..anh }));
            }
            Err(fault) => self.loi.push(LoiThanBai::loi(go.so, fault)),
        }
        Some(1)
    }
}
