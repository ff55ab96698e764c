//! Cho phép: whether an event may be written, told before it is.

use super::day_so::Day;
use super::dong::{Dong, Viec};
use super::kiem::{hai_cach_danh_so, khoang};
use super::so_cai::{Muc, SoCai, TrangThai};
use super::so_hieu::{SoHieu, khong_dau};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;

impl SoCai {
    /// The next number of a series; `dau` is the first one where nothing has been written yet.
    pub fn so_ke_tiep(&self, day: &Day, dau: u64) -> u64 {
        match self.cua_day(day).next_back() {
            Some(last) => last.so_hieu.so.saturating_add(1),
            None => self.so_mo(day).unwrap_or(dau),
        }
    }

    /// The line that opens a series which doesn't begin with 1, before its first number.
    pub fn mo_day(&self, day: &Day, dau: u64) -> Option<Dong> {
        let new = self.cua_day(day).next().is_none() && self.so_mo(day).is_none();
        (new && dau != 1).then(|| {
            let so_hieu = SoHieu { so: dau, ky_hieu: String::new() };
            Dong::moi(Viec::MoSo, day.clone(), Some(so_hieu))
        })
    }

    /// Whether a number may be kept now.
    pub fn giu_duoc(&self, day: &Day, so: u64, dau: u64) -> Result<(), Vec<Diagnostic>> {
        let mut found = self.so_moi(day, so, dau);
        found.extend(self.muc(day, so).map(da_dung));
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// Whether a document of this number and date may be issued now.
    pub fn phat_hanh_duoc(
        &self,
        day: &Day,
        so: u64,
        ngay: Ngay,
        dau: u64,
    ) -> Result<(), Vec<Diagnostic>> {
        let mut found = self.so_moi(day, so, dau);
        let there = self.muc(day, so).filter(|muc| muc.trang_thai != TrangThai::Giu);
        found.extend(there.map(da_dung));
        found.extend(self.ngay_nguoc(day, so, ngay));
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// Whether papers of a symbol are counted in this series alone: counted in two, a year has one number twice.
    pub fn mot_day(&self, day: &Day, ky_hieu: &str) -> Result<(), Diagnostic> {
        let others = self.cac_day().into_iter().filter(|other| other.cung_so(day) && *other != day);
        let mut known = others.filter_map(|other| {
            let muc = self.cua_day(other).find(|muc| muc.so_hieu.ky_hieu == ky_hieu)?;
            Some(hai_cach_danh_so(day, other).at(muc.place.clone()))
        });
        // By terms each kind has its series, and two kinds may have one symbol (HD 05, I.3.1.2.a).
        let free = ky_hieu.is_empty() || !day.ky.la_nam();
        if free { Ok(()) } else { known.next().map_or(Ok(()), Err) }
    }

    /// What any new number must obey.
    fn so_moi(&self, day: &Day, so: u64, dau: u64) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if self.da_khoa(day) {
            let message = format!("sổ {} của {} đã khoá", day.ky.goi(), day.co_quan);
            let nay = if day.ky.la_nam() { "năm nay" } else { "kỳ này" };
            let hint = format!(
                "văn bản mới ghi vào sổ của {nay}: xem lại ngày ban hành; lỡ khoá sớm thì mở lại: vanthu register open-year"
            );
            found.push(Diagnostic::error("year-closed", message).hint(hint));
        }
        let mixed = self
            .cac_day()
            .into_iter()
            .find(|other| other.cung_so(day) && other.loai.is_some() != day.loai.is_some());
        found.extend(mixed.map(|other| hai_cach_danh_so(day, other)));
        found.extend(self.trung_ten_thu_muc(day));
        let ke = self.so_ke_tiep(day, dau);
        if so > ke {
            let message = format!("số {so:02} bỏ trống {}", khoang(ke, so.saturating_sub(1)));
            let hint = format!(
                "số kế tiếp là {ke:02}; văn bản giấy đã mang {} thì ghi vào sổ trước (vanthu register add), chưa có văn bản thì giữ số \
                 (vanthu register reserve); mới dùng chương trình giữa {} thì khai trong co-quan.yaml: \
                 so_dang_ky: dau_so",
                khoang(ke, so.saturating_sub(1)),
                if day.ky.la_nam() { "năm" } else { "nhiệm kỳ" }
            );
            found.push(
                Diagnostic::error("number-gap", message).hint(hint).clause(day.ky.dieu_khoan()),
            );
        }
        let first = self.cua_day(day).next().map_or(ke, |muc| muc.so_hieu.so);
        let first = self.so_mo(day).map_or(first, |mo| mo.min(first));
        if so < first {
            let message = format!("số {so:02} đứng trước số đầu tiên của sổ ({first:02})");
            found.push(Diagnostic::error("number-gap", message).clause(day.ky.dieu_khoan()));
        }
        found
    }

    /// Two offices whose symbols differ in marks or capitals alone would want the same folders: the second is
    /// told when it begins, not at the first number that both have.
    fn trung_ten_thu_muc(&self, day: &Day) -> Option<Diagnostic> {
        let fold = |co_quan: &str| khong_dau(co_quan).to_lowercase();
        let same = |other: &&Day| {
            other.ky == day.ky
                && other.co_quan != day.co_quan
                && fold(&other.co_quan) == fold(&day.co_quan)
        };
        let new = self.cua_day(day).next().is_none();
        let other = self.cac_day().into_iter().find(same).filter(|_| new)?;
        let message = format!(
            "sổ này đang ghi số của {}; {} ghi chung vào thì tên thư mục, tên sổ in ra trùng nhau ({})",
            other.co_quan,
            day.co_quan,
            khong_dau(&day.co_quan)
        );
        Some(Diagnostic::error("office-name-taken", message).hint(format!(
            "để sổ của {} ở thư mục riêng: khai so_dang_ky: {{thu_muc: …}} trong tệp của cơ quan ấy, hoặc thêm --so-sach",
            day.co_quan
        )))
    }

    /// The numbers before are of no later date, those after of no earlier one.
    fn ngay_nguoc(&self, day: &Day, so: u64, ngay: Ngay) -> Option<Diagnostic> {
        // Both ways from the number: a year's book that comes in whole asks for each of its numbers.
        let dated = |muc: &&Muc| muc.dong.ngay.is_some();
        let truoc = self.tu_den(day, 0, so.saturating_sub(1)).rev().find(dated);
        let sau = self.tu_den(day, so.saturating_add(1), u64::MAX).find(dated);
        let earlier = truoc.filter(|muc| muc.dong.ngay > Some(ngay));
        let later = sau.filter(|muc| muc.dong.ngay < Some(ngay));
        let muc = earlier.or(later)?;
        let other = muc.dong.ngay?;
        let lech = if earlier.is_some() { "trước" } else { "sau" };
        let message =
            format!("số {so:02} ghi ngày {ngay}, {lech} ngày {other} của số {}", muc.so_hieu);
        let hint = "số theo thứ tự ngày: xem lại --date, hoặc giữ số từ hôm ấy bằng “vanthu register reserve”";
        Some(
            Diagnostic::error("date-runs-back", message)
                .hint(hint)
                .clause(day.ky.dieu_khoan())
                .at(muc.place.clone()),
        )
    }
}

fn da_dung(muc: &Muc) -> Diagnostic {
    let what = match muc.trang_thai {
        TrangThai::Giu => "đang được giữ".to_owned(),
        TrangThai::Huy => "đã huỷ, không dùng lại".to_owned(),
        TrangThai::PhatHanh if muc.lam_noi_khac() => format!("đã vào sổ: {}", muc.dong.trich_yeu),
        TrangThai::PhatHanh => format!("đã phát hành: {}", muc.dong.trich_yeu),
    };
    Diagnostic::error("number-taken", format!("số {} {what}", muc.so_hieu))
        .hint("bỏ --number để lấy số kế tiếp; mỗi số chỉ dùng một lần")
        .clause(muc.dong.day.ky.dieu_khoan())
        .at(muc.place.clone())
}
