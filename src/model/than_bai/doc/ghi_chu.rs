//! Ghi chú: a note with all that is indented under it.

use super::{LoaiMo, NguoiDoc};
use crate::model::Fault;
use crate::model::than_bai::Khoi;
use crate::model::than_bai::chu_thich::mo_chu_thich;
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::loi::LoiThanBai;

impl NguoiDoc<'_> {
    /// A note with all that is indented under it, and the number of its lines.
    pub(super) fn ghi_chu(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
        let (first, after) = rest.split_first()?;
        let (ten, text) = mo_chu_thich(first.chu)?;
        let mut count = 0;
        for (i, line) in after.iter().enumerate() {
            let under = line.lui > first.lui && !line.chu.is_empty();
            // A line right below goes on with the note's text, unless a mark begins it.
            let next = i == count && line.la_chu() && line.noi;
            if under || next {
                count = i.saturating_add(1);
            } else if !line.chu.is_empty() {
                break;
            }
        }
        self.dong_khoi();
        if self.trong_ghi_chu {
            // Whoever reads the note around it tells of it; what it holds is of no matter then.
            self.ra.chu_thich.insert(ten.to_owned(), Vec::new());
            return Some(count.saturating_add(1));
        }
        let mut con = NguoiDoc::new(self.nguon, self.cach, self.kho);
        con.trong_ghi_chu = true;
        if !text.is_empty() {
            con.mo(LoaiMo::Doan(None), text);
        }
        con.cac_dong(after.get(..count).unwrap_or_default());
        self.loi.append(&mut con.loi);
        let only_text = |khoi: &Khoi| matches!(khoi, Khoi::Doan { .. } | Khoi::Muc { .. });
        if !con.ra.khoi.iter().all(only_text) || !con.ra.chu_thich.is_empty() {
            let message =
                format!("trong chú thích [^{ten}] có đề mục, Điều, bảng, hình hoặc chú thích khác");
            let fault = Fault::new("bad-note", message)
                .hint("chú thích chỉ gồm các đoạn và các ý; những dòng không thuộc chú thích thì đừng thụt vào")
                .words(format!("[^{ten}]:"));
            self.loi.push(LoiThanBai::loi(first.so, fault));
        }
        if self.ra.chu_thich.contains_key(ten) {
            let fault = Fault::new("duplicate-note", format!("chú thích [^{ten}] ghi hai lần"))
                .hint("đặt cho mỗi chú thích một tên riêng")
                .words(format!("[^{ten}]:"));
            self.loi.push(LoiThanBai::loi(first.so, fault));
        }
        self.cho_chu_thich.push((ten.to_owned(), first.so));
        self.ra.chu_thich.insert(ten.to_owned(), con.ra.khoi);
        Some(count.saturating_add(1))
    }
}
