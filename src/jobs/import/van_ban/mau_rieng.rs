//! A template of the paper's own, where the form of its kind does not hold what it says.

use super::Soan;
use crate::jobs::import::yaml::{self, GiaTri};
use crate::model::Loai;
use crate::model::chu_dau::hoa_dau;

impl Soan<'_> {
    /// The declaration of a kind whose body is free.
    pub(super) fn khai_bao(&self) -> String {
        let (dau, cuoi) = (&self.giay.dau, &self.giay.cuoi);
        let yes = |holds: bool| GiaTri::chu(if holds { "có" } else { "không" });
        let mut muc = vec![("khoa".to_owned(), GiaTri::chu(&self.khoa))];
        if self.loai.is_none() {
            let ten = dau.loai_rieng.as_deref().unwrap_or("Văn bản");
            muc.push(("ten".to_owned(), GiaTri::chu(hoa_dau(&ten.to_lowercase()))));
            let short = dau
                .ky_hieu
                .as_deref()
                .and_then(|s| s.split_once(dau.bo().so.sau_loai))
                .map(|(short, _)| short);
            let free = short.filter(|short| Loai::theo_viet_tat(short).is_none());
            muc.extend(free.map(|short| ("viet_tat".to_owned(), GiaTri::chu(short))));
        }
        let subject = match (dau.trich_yeu.is_some(), dau.ve_viec) {
            (false, _) => "khong",
            (true, true) => "ve_viec",
            (true, false) => "duoi_ten_loai",
        };
        let titled = dau.loai.is_some() || dau.loai_rieng.is_some();
        let nobody = cuoi.noi_nhan.is_empty() && cuoi.luu.is_none();
        let head = vec![
            ("trich_yeu".to_owned(), GiaTri::chu(subject)),
            ("ten_loai".to_owned(), yes(titled)),
            ("so".to_owned(), yes(dau.co_dong_so)),
            ("ngay".to_owned(), yes(dau.ngay.is_some())),
            ("kinh_gui".to_owned(), GiaTri::chu("duoc")),
            ("noi_nhan".to_owned(), GiaTri::chu(if nobody { "khong" } else { "co_quan" })),
        ];
        muc.push((
            "mo_ta".to_owned(),
            GiaTri::chu("Văn bản nhập từ tệp Word, thân bài viết tự do"),
        ));
        muc.push(("dau".to_owned(), GiaTri::Nhom(head)));
        muc.push((
            "truong".to_owned(),
            GiaTri::DanhSach(vec![GiaTri::Nhom(vec![
                ("khoa".to_owned(), GiaTri::chu("noi_dung")),
                ("kieu".to_owned(), GiaTri::chu("than_bai")),
                ("bat_buoc".to_owned(), GiaTri::chu("có")),
                ("mo_ta".to_owned(), GiaTri::chu("Thân bài, in như đã gõ")),
            ])]),
        ));
        yaml::viet(&muc)
    }
}

/// The template of a kind whose body is free.
pub(super) const MAU: &str = "// Mẫu do lệnh import tạo: thân bài viết tự do.\n#import \"chung.typ\": *\n\n#let cau_chu = (:)\n\
                   #let (d, cau) = du_lieu(cau_chu)\n\n#d.noi_dung\n\n#cac_phu_luc(d.phu_luc)\n";
