//! Kinds with fields of their own: an invitation, minutes … Where a paper says what the decree's form says, its words
//! go into the fields; where it does not, its body is taken as it stands.

use super::yaml::GiaTri;
use crate::model::Ngay;
use crate::word::nhan_dang::tu::{bo_dau_muc, gon, khoa, la_gach};
use crate::word::nhan_dang::{KhoiThan, mot_dong};

/// What the body of such a paper came to.
#[derive(Debug, Clone, Default)]
pub struct Rieng {
    pub truong: Vec<(&'static str, GiaTri)>,
    /// Bodies: a field, and its blocks by their places in the paper's body.
    pub than: Vec<(&'static str, Vec<usize>)>,
    /// The office's name as the body says it.
    pub co_quan: Option<String>,
}

/// The blocks of a body, gone through once.
struct Doc<'k> {
    khoi: &'k [KhoiThan],
    at: usize,
    ra: Rieng,
}

/// None if the paper is not written as the form of its kind.
pub fn doc(loai: &str, khoi: &[KhoiThan]) -> Option<Rieng> {
    // A field holds no note, no picture, no table.
    let mut doc = Doc { khoi, at: 0, ra: Rieng::default() };
    match loai {
        "giay_moi" => doc.giay_moi(),
        "giay_gioi_thieu" => doc.giay_gioi_thieu(),
        "giay_nghi_phep" => doc.giay_nghi_phep(),
        "bien_ban" => doc.bien_ban(),
        "cong_dien" => doc.cong_dien(),
        "phieu_gui" => doc.phieu_gui(),
        _ => None,
    }?;
    Some(doc.ra)
}

/// The kinds that can't go without their own fields.
pub const CAC_LOAI: &[&str] =
    &["giay_moi", "giay_gioi_thieu", "giay_nghi_phep", "bien_ban", "cong_dien", "phieu_gui"];

impl<'k> Doc<'k> {
    fn xem(&self) -> Option<&'k KhoiThan> {
        self.khoi.get(self.at).filter(|khoi| !khoi.la_bang && khoi.ghi_chu.is_empty())
    }

    fn lay(&mut self) -> Option<&'k KhoiThan> {
        let khoi = self.xem()?;
        self.at = self.at.saturating_add(1);
        Some(khoi)
    }

    fn ghi(&mut self, khoa: &'static str, text: impl Into<String>) {
        self.ra.truong.push((khoa, GiaTri::Chu(text.into())));
    }

    /// What follows one of these words at the beginning of the next paragraph.
    fn sau(&mut self, words: &[&str]) -> Option<String> {
        let khoi = self.xem()?;
        let rest = words.iter().find_map(|word| sau_chu(&khoi.chu, word))?;
        self.at = self.at.saturating_add(1);
        Some(rest)
    }

    fn muc(&mut self, khoa: &'static str, words: &[&str]) -> Option<()> {
        let text = self.sau(words).filter(|text| !text.is_empty())?;
        self.ghi(khoa, mot_dong(&text));
        Some(())
    }

    /// The items with dashes that come next.
    fn cac_gach(&mut self) -> Vec<String> {
        let mut out = Vec::new();
        while let Some(khoi) = self.xem().filter(|khoi| la_gach(&khoi.chu)) {
            out.push(mot_dong(&bo_dau_muc(&khoi.chu)));
            self.at = self.at.saturating_add(1);
        }
        out
    }

    fn con_lai(&mut self, khoa: &'static str, to: usize) {
        let all: Vec<usize> = (self.at..to).collect();
        self.at = to;
        if !all.is_empty() {
            self.ra.than.push((khoa, all));
        }
    }

    fn het(&self) -> Option<()> {
        (self.at >= self.khoi.len()).then_some(())
    }

    fn giay_moi(&mut self) -> Option<()> {
        let first = self.lay()?.chu.clone();
        let (office, rest) = cat(&first, "trân trọng kính mời")?;
        self.ra.co_quan = Some(office);
        let rest = bo_cuoi(rest.trim_start_matches(':').trim());
        let guests = if rest.is_empty() { self.cac_gach() } else { vec![mot_dong(&rest)] };
        (!guests.is_empty()).then_some(())?;
        self.ra.truong.push(("kinh_moi", GiaTri::danh_sach(guests)));
        let what = self.sau(&["Tới dự", "Đến dự"])?;
        self.ghi("toi_du", mot_dong(&bo_cuoi(what.trim_start_matches(':').trim())));
        if let Some(chair) = self.sau(&["Chủ trì:"]) {
            self.ghi("chu_tri", mot_dong(&bo_cuoi(&chair)));
        }
        let time = self.sau(&["Thời gian:"])?;
        let (gio, ngay) = gio_ngay(&time)?;
        self.ghi("gio", gio);
        self.ghi("ngay", ngay);
        let place = self.sau(&["Địa điểm:"])?;
        self.ghi("dia_diem", mot_dong(&bo_cuoi(&place)));
        self.con_lai("ghi_chu", self.khoi.len());
        Some(())
    }

    fn giay_gioi_thieu(&mut self) -> Option<()> {
        let first = self.lay()?.chu.clone();
        let (office, rest) = cat(&first, "trân trọng giới thiệu")?;
        rest.trim_matches([':', ' ']).is_empty().then_some(())?;
        self.ra.co_quan = Some(office);
        self.nguoi()?;
        self.muc("chuc_vu", &["Chức vụ:"])?;
        let _ = self.muc("cung_di", &["Cùng đi có:"]);
        self.muc("den", &["Được cử đến:"])?;
        self.muc("ve_viec", &["Về việc:"])?;
        self.sau(&["Đề nghị Quý cơ quan tạo điều kiện để"])?;
        let until = self.sau(&["Giấy này có giá trị đến hết"])?;
        self.ghi("den_ngay", ngay_so(&until)?);
        self.het()
    }

    /// The person that a paper is about.
    fn nguoi(&mut self) -> Option<()> {
        let line = self.lay()?.chu.clone();
        let name = sau_chu(&line, "Ông (bà):").unwrap_or(line);
        self.ghi("ho_ten", bo_cuoi(&name));
        Some(())
    }

    fn giay_nghi_phep(&mut self) -> Option<()> {
        let first = self.sau(&["Xét Đơn đề nghị nghỉ phép"])?;
        let (_, office) = first.split_once(", ")?;
        let (office, _) = cat(office, "cấp cho")?;
        self.ra.co_quan = Some(office);
        if first.starts_with("ngày") {
            self.ghi("ngay_don", ngay_so(&first)?);
        }
        self.nguoi()?;
        self.muc("chuc_vu", &["Chức vụ:"])?;
        let leave = self.sau(&["Được nghỉ phép trong thời gian"])?;
        let (count, rest) = leave.split_once(" ngày, kể từ ")?;
        let (from, rest) = rest.split_once(" đến hết ")?;
        let (until, place) = rest.split_once(" tại ")?;
        self.ghi("so_ngay", count.trim_start_matches('0').to_owned());
        self.ghi("tu_ngay", ngay_so(from)?);
        self.ghi("den_ngay", ngay_so(until)?);
        self.ghi("noi_nghi", mot_dong(&bo_cuoi(place)));
        let of = self.sau(&["Số ngày nghỉ phép nêu trên được tính vào"])?;
        self.ghi("tinh_vao", mot_dong(&bo_cuoi(&of)));
        self.het()
    }

    fn bien_ban(&mut self) -> Option<()> {
        self.muc("bat_dau", &["Thời gian bắt đầu:"])?;
        self.muc("dia_diem", &["Địa điểm:"])?;
        let who = self.sau(&["Thành phần tham dự:"])?;
        let all = if who.is_empty() { self.cac_gach() } else { vec![mot_dong(&who)] };
        (!all.is_empty()).then_some(())?;
        self.ra.truong.push(("thanh_phan", GiaTri::danh_sach(all)));
        self.muc("chu_tri", &["Chủ trì:"])?;
        self.muc("thu_ky", &["Thư ký:"])?;
        self.sau(&["Nội dung:"]).filter(String::is_empty)?;
        let last = self.khoi.len().checked_sub(1)?;
        self.con_lai("noi_dung", last);
        let end = self.lay()?.chu.clone();
        let (_, when) = cat(&end, "kết thúc vào")?;
        self.ghi("ket_thuc", mot_dong(&bo_cuoi(&when)));
        Some(())
    }

    fn cong_dien(&mut self) -> Option<()> {
        let first = self.lay()?.chu.clone();
        let sender = first.trim_end().strip_suffix("điện:")?.trim().to_owned();
        self.ghi("noi_dien", sender);
        let all = self.cac_gach();
        (!all.is_empty()).then_some(())?;
        self.ra.truong.push(("dien", GiaTri::danh_sach(all)));
        self.con_lai("noi_dung", self.khoi.len());
        Some(())
    }

    fn phieu_gui(&mut self) -> Option<()> {
        let first = self.lay()?.chu.clone();
        let (office, _) = cat(&first, "gửi kèm theo phiếu này các văn bản sau")?;
        self.ra.co_quan = Some(office);
        let table = self.khoi.get(self.at).filter(|khoi| khoi.la_bang)?;
        self.at = self.at.saturating_add(1);
        let rows: Vec<Vec<String>> = table.md.lines().skip(2).map(cac_o).collect();
        let item = |row: &Vec<String>| {
            let [_, so, ten, count, note] = row.as_slice() else { return None };
            let mut muc = vec![
                ("so_ky_hieu".to_owned(), GiaTri::chu(so)),
                ("ten".to_owned(), GiaTri::chu(ten)),
                ("so_ban".to_owned(), GiaTri::chu(count.trim_start_matches('0'))),
            ];
            if !note.is_empty() {
                muc.push(("ghi_chu".to_owned(), GiaTri::chu(note)));
            }
            Some(GiaTri::Nhom(muc))
        };
        let all: Vec<GiaTri> = rows.iter().map(item).collect::<Option<_>>()?;
        (!all.is_empty()).then_some(())?;
        self.ra.truong.push(("van_ban_gui", GiaTri::DanhSach(all)));
        self.sau(&["Xác nhận của nơi nhận"])?;
        self.sau(&["Đã nhận đủ văn bản"])?;
        self.sau(&["Người nhận"])?;
        let ask = self.lay()?.chu.clone();
        if !khoa(&ask).starts_with("de nghi noi nhan kiem tra, ky xac nhan vao phieu nay") {
            self.ghi("de_nghi", mot_dong(&bo_cuoi(&ask)));
        }
        self.het()
    }
}

/// The cells of a row that was written as Markdown.
fn cac_o(row: &str) -> Vec<String> {
    let inner = row.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split('|').map(gon).collect()
}

/// The rest of a text that begins with these words, whatever their capitals.
fn sau_chu(text: &str, words: &str) -> Option<String> {
    let mut rest = text.chars();
    for wanted in words.chars() {
        let here = rest.next()?;
        if !here.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(gon(rest.as_str()))
}

/// What stands before and behind these words.
fn cat(text: &str, words: &str) -> Option<(String, String)> {
    let (before, after) = text.split_once(words)?;
    Some((gon(before), gon(after)))
}

/// Without the end of the sentence, which the form has.
fn bo_cuoi(text: &str) -> String {
    gon(text.trim().trim_end_matches("./.").trim_end_matches(['.', ';', ' ']))
}

/// `ngày 16 tháng 3 năm 2026` → `16/3/2026`, if there is such a day.
fn ngay_so(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let after = |name: &str| {
        let at = words.iter().position(|word| word.to_lowercase() == name)?;
        words.get(at.saturating_add(1)).copied()
    };
    let (day, month, year) = (after("ngày")?, after("tháng")?, after("năm")?);
    let bare = |word: &str| word.trim_start_matches('0').to_owned();
    let date = format!("{}/{}/{year}", bare(day), bare(month));
    Ngay::parse(&date).ok().map(|_| date)
}

/// `7h30, thứ Hai, ngày 15 tháng 6 năm 2026.` → the hour and the day.
fn gio_ngay(text: &str) -> Option<(String, String)> {
    let (gio, rest) = text.split_once(',')?;
    Some((gon(gio), ngay_so(rest)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_days_of_an_invitation() {
        let found = gio_ngay("07 giờ 30, thứ Hai, ngày 15 tháng 6 năm 2026.");
        assert_eq!(found, Some(("07 giờ 30".to_owned(), "15/6/2026".to_owned())));
        assert_eq!(ngay_so("ngày 31 tháng 02 năm 2026"), None);
    }

    #[test]
    fn a_paper_that_is_not_as_the_form_has_no_fields() {
        let khoi = [KhoiThan {
            chu: "Kính mời các đồng chí dự họp.".to_owned(),
            ..KhoiThan::default()
        }];
        assert!(doc("giay_moi", &khoi).is_none());
    }
}
