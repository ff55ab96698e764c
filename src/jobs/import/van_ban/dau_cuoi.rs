//! Head and foot: number, symbol, date, subject, to whom, recipients, who signs.

use super::{KHONG_NOI_NHAN, Soan};
use crate::jobs::import::cau_thuong::cau_thuong;
use crate::jobs::import::co_quan::{CoQuanNhan, nguoi_ky};
use crate::jobs::import::tu_san::NoiGhi;
use crate::jobs::import::yaml::GiaTri;
use crate::model::Loai;
use crate::model::chu_dau::{hoa_dau, thuong_dau};
use crate::word::nhan_dang::so_dieu;
use crate::word::nhan_dang::tu::{khoa, toan_hoa};

impl Soan<'_> {
    /// The office's part of the symbol, and the fields of the paper's own.
    pub(super) fn ky_hieu(&mut self) -> (Option<String>, Vec<(&'static str, String)>) {
        let Some(symbol) = self.giay.dau.ky_hieu.clone().filter(|_| !self.cach.bo_ky_hieu) else {
            // A letter without an abbreviation of its own ends with the unit that drafts it.
            let unit = self.loai.is_some_and(|loai| self.bo.viet_tat(loai).is_none());
            let unit = (unit && self.khoa == "cong_van") || self.loai.is_none();
            let unit = unit && self.giay.dau.co_dong_so;
            return (None, if unit { vec![("don_vi_soan", "VT".to_owned())] } else { Vec::new() });
        };
        let sau_loai = self.bo.so.sau_loai;
        match self.loai.map(|loai| (loai, self.bo.viet_tat(loai))) {
            Some((_, Some(short))) => {
                match symbol.strip_prefix(short).and_then(|rest| rest.strip_prefix(sau_loai)) {
                    Some(office) => (Some(office.to_owned()), Vec::new()),
                    None => (None, vec![("ky_hieu", symbol)]),
                }
            }
            Some((_, None)) => match symbol.rsplit_once('-') {
                Some((office, unit)) => {
                    (Some(office.to_owned()), vec![("don_vi_soan", unit.to_owned())])
                }
                None => {
                    self.doan
                        .push(format!("ký hiệu “{symbol}” không có đơn vị soạn thảo: tạm ghi VT"));
                    (Some(symbol), vec![("don_vi_soan", "VT".to_owned())])
                }
            },
            None => {
                let parts = symbol.split_once(sau_loai);
                let office = parts.map_or(symbol.as_str(), |(_, office)| office).to_owned();
                // Without an abbreviation of its own such a kind ends with a unit, like a letter.
                let free = parts.is_some_and(|(short, _)| Loai::theo_viet_tat(short).is_none());
                let unit = !free && self.giay.dau.co_dong_so;
                (
                    Some(office),
                    if unit { vec![("don_vi_soan", "VT".to_owned())] } else { Vec::new() },
                )
            }
        }
    }

    pub(super) fn dau(&mut self, ky_hieu: Vec<(&'static str, String)>) {
        let dau = &self.giay.dau;
        self.chu("loai", self.khoa.clone());
        if let Some(so) = &dau.so {
            self.chu("so", so.clone());
        }
        if self.khoa != "thu_cong" {
            ky_hieu.into_iter().for_each(|(khoa, text)| self.chu(khoa, text));
        }
        let date = dau.ngay.clone().unwrap_or_else(|| self.ngay_trong_bai());
        self.chu("ngay_ban_hanh", date);
        if let Some(subject) = &dau.trich_yeu {
            let subject = self.trich_yeu(subject);
            self.chu("trich_yeu", subject);
        }
        for (khoa, text) in [
            ("chu_de", &dau.chu_de),
            ("khan", &dau.khan),
            ("mat", &dau.mat),
            ("luu_hanh", &dau.luu_hanh),
            ("du_thao", &dau.du_thao),
        ] {
            if let Some(text) = text {
                self.chu(khoa, text.clone());
            }
        }
        match dau.kinh_gui.as_slice() {
            [] => {}
            [only] => self.chu("kinh_gui", only.clone()),
            several => self.them("kinh_gui", GiaTri::danh_sach(several.iter().cloned())),
        }
        let after = &self.giay.sau;
        let lines = after.dong_kem_theo.iter().chain(after.kem_theo.iter().map(|k| &k.dong));
        // On paper an appendix says the number of its document.
        if lines.into_iter().any(|line| co_so(line)) {
            self.chu("ban", "giay");
        }
    }

    /// In small letters, as the text has it.
    pub(super) fn trich_yeu(&self, subject: &str) -> String {
        let bare = subject.trim_end_matches(['.', ';', ',', ' ']);
        if !toan_hoa(bare) {
            return bare.to_owned();
        }
        let text = cau_thuong(bare, self.giay.than.iter().map(|khoi| khoi.chu.as_str()));
        match self.bo.loi_van.trich_yeu_hoa {
            true => hoa_dau(&text),
            false => thuong_dau(&text),
        }
    }

    /// A paper without a line for its date has one in its text, or else only a guess.
    pub(super) fn ngay_trong_bai(&mut self) -> String {
        let dates = self.giay.than.iter().find_map(|khoi| ngay_trong(&khoi.chu));
        let told = dates.clone().unwrap_or_else(|| "1/2026".to_owned());
        self.doan
            .push(format!("không thấy dòng địa danh, ngày tháng: tạm ghi ngay_ban_hanh là {told}"));
        told
    }

    pub(super) fn noi_nhan(&mut self) {
        let cuoi = &self.giay.cuoi;
        let mut list: Vec<String> =
            cuoi.noi_nhan.iter().filter(|noi| !noi.is_empty()).cloned().collect();
        let last = self.giay.than.iter().rev().find_map(|khoi| so_dieu(&khoi.chu));
        let like =
            last.map(|so| format!("như điều {so}")).filter(|_| self.quyet() && !self.tu_do());
        list.retain(|noi| Some(noi.to_lowercase()) != like);
        if !self.giay.dau.kinh_gui.is_empty() && list.len() > 1 {
            list.retain(|noi| khoa(noi) != "nhu tren");
        }
        let some = !list.is_empty();
        if some {
            self.them("noi_nhan", GiaTri::danh_sach(list));
        }
        match &cuoi.luu {
            Some(luu) => self.chu("luu", luu.clone()),
            None if some || (cuoi.co_noi_nhan && !self.la(KHONG_NOI_NHAN)) => self.chu("luu", "VT"),
            None => {}
        }
        if let Some(who) = &cuoi.nguoi_soan {
            self.chu("nguoi_soan", who.clone());
        }
        if let Some(count) = &cuoi.so_ban {
            self.chu("so_ban", count.clone());
        }
    }

    pub(super) fn nguoi_ky(&mut self, office: &CoQuanNhan, noi: &NoiGhi) {
        let mut all: Vec<GiaTri> =
            office.nguoi_ky.iter().map(|(ten, nguoi)| noi.nguoi_ky(ten, nguoi, self.bo)).collect();
        let value = if all.len() == 1 { all.pop() } else { Some(GiaTri::DanhSach(all)) };
        value.into_iter().for_each(|value| self.them("nguoi_ky", value));
    }

    /// Who confirms the signature over his own.
    pub(super) fn xac_nhan(&mut self) {
        let Some(own) = &self.giay.cuoi.xac_nhan else { return };
        let mut muc = Vec::new();
        if !own.cua.is_empty() {
            muc.push(("cua".to_owned(), GiaTri::chu(&own.cua)));
        }
        muc.push(("nguoi_ky".to_owned(), nguoi_ky(&own.nguoi, self.bo)));
        self.them("xac_nhan_chu_ky", GiaTri::Nhom(muc));
    }
}

/// A line `(Kèm theo Quyết định số 32/QĐ-VP …)` with its number.
fn co_so(line: &str) -> bool {
    let key = khoa(line);
    let Some((_, rest)) = key.split_once(" so") else { return false };
    rest.trim_start_matches([':', ' ']).starts_with(|c: char| c.is_ascii_digit())
}

/// The first whole date in a text.
fn ngay_trong(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (_, rest) = lower.split_once("ngày ")?;
    let (day, rest) = rest.split_once(" tháng ")?;
    let (month, rest) = rest.split_once(" năm ")?;
    let year: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let number = |text: &str| {
        let bare = text.trim().trim_start_matches('0').to_owned();
        (!bare.is_empty() && bare.len() < 3 && bare.bytes().all(|b| b.is_ascii_digit()))
            .then_some(bare)
    };
    let (day, month) = (number(day)?, number(month)?);
    (year.len() == 4).then(|| format!("{day}/{month}/{year}"))
}
