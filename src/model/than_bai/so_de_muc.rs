//! The numbers that a clerk typed before heads, held against those that the program writes.

use super::CachDanhSo;
use super::danh_so::{DanhSo, so_cua_diem};
use super::de_muc::{CauTruc, so_tu_chu, thanh_chu};
use super::loi::LoiThanBai;
use crate::model::Fault;

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.6";

/// The levels of `1.` and of `a)`.
const CAP_KHOAN: u8 = 2;
const CAP_DIEM: u8 = 4;

/// Counts heads along with what was typed. In an extract nothing is counted.
pub(super) struct SoDeMuc {
    cach: CachDanhSo,
    dem: DanhSo,
    cap_truoc: Option<u8>,
    dieu: usize,
    /// There is a Chương or a Điều above.
    co_phan: bool,
}

impl SoDeMuc {
    pub fn new(cach: CachDanhSo) -> Self {
        Self { cach, dem: DanhSo::default(), cap_truoc: None, dieu: 0, co_phan: false }
    }

    /// Whether a Điều with this number may follow; if not, the words are a citation.
    pub fn co_the_ke_tiep(&self, so: &str) -> bool {
        if self.la_dieu_them(so) {
            return true;
        }
        let so = so.parse().unwrap_or(0);
        match self.cach {
            CachDanhSo::LienTuc => so == self.dieu.saturating_add(1),
            CachDanhSo::NhuDaGo => so > self.dieu,
        }
    }

    /// Whether a plain head of that level may follow with that number, under one that the program counts or under none.
    pub fn co_the_la_de_muc(&self, cap: usize, so: &str) -> bool {
        let cap = u8::try_from(cap).unwrap_or(u8::MAX);
        let mut dem = self.dem.clone();
        // A text without heads has khoản at most; those of a Điều are its own.
        let first = cap == CAP_KHOAN && !self.co_phan;
        let above = self.cap_truoc.map_or(first, |truoc| !nhay_bac(truoc, cap));
        above && so.trim_end_matches('.') == dem.ke_tiep(cap, Some(true)).trim_end_matches('.')
    }

    /// `1a` behind Điều 1: it has the number that was typed, and the count goes on after it.
    fn la_dieu_them(&self, so: &str) -> bool {
        let bare = so.trim_end_matches(char::is_lowercase);
        bare.len() < so.len() && bare.parse() == Ok(self.dieu)
    }

    /// A part of a regulation, and its number where it stays as typed.
    pub fn cau_truc(
        &mut self,
        cau_truc: CauTruc,
        so: Option<&str>,
        at: usize,
        words: &str,
        loi: &mut Vec<LoiThanBai>,
    ) -> Option<String> {
        self.cap_truoc = None;
        self.co_phan = true;
        if self.cach == CachDanhSo::NhuDaGo {
            return self.cau_truc_nhu_da_go(cau_truc, so, at, words, loi);
        }
        if cau_truc == CauTruc::Dieu {
            if let Some(so) = so.filter(|so| self.la_dieu_them(so)) {
                return Some(so.to_owned());
            }
            self.dieu = self.dieu.saturating_add(1);
        }
        let mut dung = self.dem.cau_truc_ke_tiep(cau_truc);
        // A number in words stays as it was typed.
        let bang_chu = so.filter(|so| so_tu_chu(so).is_some()).map(str::to_lowercase);
        let so = bang_chu.as_deref().or(so);
        if bang_chu.is_some() {
            dung = thanh_chu(self.dem.dem_cau_truc(cau_truc)).unwrap_or(dung);
        }
        if let Some(so) = so.filter(|so| *so != dung) {
            let ten = cau_truc.ten();
            let fault =
                Fault::new("head-number", format!("“{ten} {so}” ở đây phải là “{ten} {dung}”"))
                    .hint("sửa số, hoặc bỏ số đi: chương trình tự đánh số")
                    .clause(DIEU_KHOAN)
                    .words(words);
            loi.push(LoiThanBai::loi(at, fault));
        }
        bang_chu
    }

    /// What is copied must say which Chương or Điều it is.
    fn cau_truc_nhu_da_go(
        &mut self,
        cau_truc: CauTruc,
        so: Option<&str>,
        at: usize,
        words: &str,
        loi: &mut Vec<LoiThanBai>,
    ) -> Option<String> {
        if cau_truc == CauTruc::Dieu {
            self.dieu = so.and_then(|so| so.parse().ok()).unwrap_or(self.dieu);
        }
        if so.is_none() {
            let ten = cau_truc.ten();
            let message = format!("phần trích phải ghi số của {ten} như trong bản chính");
            let fault = Fault::new("head-number", message)
                .hint(format!("ghi số vào sau chữ “{ten}”"))
                .clause("Phụ lục I, phần II")
                .words(words);
            loi.push(LoiThanBai::loi(at, fault));
        }
        so.map(str::to_owned)
    }

    /// A plain head: its number, and its title without it.
    pub fn thuong<'t>(
        &mut self,
        cap: u8,
        text: &'t str,
        at: usize,
        loi: &mut Vec<LoiThanBai>,
    ) -> SoVaTen<'t> {
        let typed = so_da_go(text);
        let cham = typed.map(|(so, _)| !so.ends_with(')'));
        if self.cach == CachDanhSo::NhuDaGo {
            // A head of the original may have no number; then this one has none either.
            let (so, ten) = typed.unwrap_or(("", text));
            return SoVaTen { so: Some(so.to_owned()), cham, ten };
        }
        if let Some(truoc) = self.cap_truoc.filter(|truoc| nhay_bac(*truoc, cap)) {
            let message = format!("đề mục cấp {cap} đứng ngay dưới đề mục cấp {truoc}");
            let fault = Fault::new("head-level", message)
                .hint(format!("dùng {} dấu #, hoặc thêm đề mục ở giữa", truoc.saturating_add(1)));
            loi.push(LoiThanBai::loi(at, fault.words(text)));
        }
        self.cap_truoc = Some(cap);
        let dung = self.dem.ke_tiep(cap, cham);
        let Some((so, ten)) = typed else { return SoVaTen { so: None, cham, ten: text } };
        if so.trim_end_matches('.') != dung.trim_end_matches('.') {
            let fault = Fault::new("head-number", format!("đề mục này chương trình đánh số “{dung}”, ở đây ghi “{so}”"))
                .hint("sửa số hoặc số dấu # (# là I., ## là 1., ### là 1.1., #### là a) hoặc 1.1.1.); bỏ số đi thì chương trình tự đánh")
                .clause(DIEU_KHOAN)
                .words(text);
            loi.push(LoiThanBai::loi(at, fault));
        }
        SoVaTen { so: None, cham, ten }
    }
}

/// What a head begins with, and its title.
pub(super) struct SoVaTen<'t> {
    /// The number that stays as it was typed.
    pub so: Option<String>,
    /// Whether the number that was typed has dots and no bracket.
    pub cham: Option<bool>,
    pub ten: &'t str,
}

/// The decree's own order is mục, khoản, điểm (PL I, II.6): `a)` follows `1.` as well as `1.1.`.
fn nhay_bac(truoc: u8, cap: u8) -> bool {
    cap > truoc.saturating_add(1) && (truoc, cap) != (CAP_KHOAN, CAP_DIEM)
}

/// A number before a title: `I.`, `1.`, `1.1.`, `a)`.
fn so_da_go(text: &str) -> Option<(&str, &str)> {
    let (so, title) = text.split_once(' ')?;
    let roman = |t: &str| !t.is_empty() && t.chars().all(|c| "IVXLC".contains(c));
    let arabic = |t: &str| {
        t.split('.').all(|p| !p.is_empty() && p.len() < 4 && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let known = match so.strip_suffix('.') {
        Some(bare) => roman(bare) || arabic(bare),
        None => {
            so.contains('.') && arabic(so)
                || so.strip_suffix(')').is_some_and(|t| so_cua_diem(t).is_some())
        }
    };
    (known && !title.trim().is_empty()).then_some((so, title.trim()))
}
