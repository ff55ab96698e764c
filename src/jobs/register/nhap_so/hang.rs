//! A row of an old book: what it says, and everything that may be said against it.

use super::dau_cot::{CotSo, DauCot};
use crate::diagnostic::Diagnostic;
use crate::jobs::register::ky_hieu::doc_so_hieu;
use crate::model::o_tron::khoa;
use crate::model::{Ky, Ngay};
use crate::reading::danh_sach::{Bang, Hang, O, ten_cot};

/// Letters of the longest cell; a subject of a whole page has fewer.
const DAI_NHAT: usize = 2_000;

/// What stands behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViecCu {
    VanBan,
    /// Left open for a paper to come.
    Giu,
    /// Void, for a reason; the paper stands in the row if there was one.
    Huy(String),
}

/// A row, read.
#[derive(Debug, Clone)]
pub struct HangCu {
    /// As Excel counts it.
    pub hang: usize,
    pub so: u64,
    pub ky_hieu: String,
    pub ngay: Option<Ngay>,
    pub loai: String,
    pub trich_yeu: String,
    pub nguoi_ky: String,
    pub noi_nhan: String,
    pub luu: String,
    pub so_ban: Option<u64>,
    pub ngay_chuyen: Option<Ngay>,
    pub ky_nhan: String,
    pub ghi_chu: String,
    pub viec: ViecCu,
}

/// A row on its way.
pub struct DocHang<'a> {
    pub bang: &'a Bang,
    pub dau: &'a DauCot,
    /// The book's year, where a day is written without one.
    pub nam: Option<i32>,
}

impl DocHang<'_> {
    /// None for a row that has nothing in it, or the numbers of the columns.
    pub fn doc(&self, hang: &Hang) -> Result<Option<HangCu>, Vec<Diagnostic>> {
        let cells: Vec<&O> = self.dau.cac_cot().filter_map(|(_, at, _)| hang.o.get(&at)).collect();
        if cells.iter().all(|o| o.trong()) || so_thu_tu_cot(&cells) {
            return Ok(None);
        }
        let mut faults: Vec<Diagnostic> =
            self.dau.cac_cot().filter_map(|(_, at, ten)| self.xet_o(hang, at, ten)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let chu = |cot| self.chu(hang, cot);
        let mut out = HangCu {
            hang: hang.so,
            so: 0,
            ky_hieu: String::new(),
            ngay: None,
            loai: chu(CotSo::Loai),
            trich_yeu: chu(CotSo::TrichYeu),
            nguoi_ky: chu(CotSo::NguoiKy),
            noi_nhan: chu(CotSo::NoiNhan),
            luu: chu(CotSo::Luu),
            so_ban: None,
            ngay_chuyen: None,
            ky_nhan: chu(CotSo::KyNhan),
            ghi_chu: chu(CotSo::GhiChu),
            viec: ViecCu::VanBan,
        };
        let mut take = |done: Result<(), Diagnostic>| faults.extend(done.err());
        let mut nam_trong_so = None;
        take(self.so_hieu(hang, &mut out).map(|nam| nam_trong_so = nam));
        take(self.ngay(hang, CotSo::Ngay).map(|ngay| out.ngay = ngay));
        if let Some((nam, ngay)) =
            nam_trong_so.zip(out.ngay).filter(|(nam, ngay)| ngay.nam() != *nam)
        {
            let message = format!(
                "{}: số ghi năm {nam}, mà ngày văn bản là {ngay}",
                self.noi(hang, CotSo::SoHieu)
            );
            take(Err(Diagnostic::error("bad-row", message)
                .hint("sửa lại một trong hai; số của năm khác thuộc sổ khác")));
        }
        take(self.ngay(hang, CotSo::NgayChuyen).map(|ngay| out.ngay_chuyen = ngay));
        take(self.so_ban(hang).map(|so| out.so_ban = so));
        phan_loai(&mut out);
        if out.viec == ViecCu::VanBan {
            take(self.phai_co(hang, CotSo::Ngay, "ngày văn bản"));
            take(self.phai_co(hang, CotSo::TrichYeu, "trích yếu"));
        }
        if let (Some(ngay), Some(chuyen)) = (out.ngay, out.ngay_chuyen)
            && chuyen < ngay
        {
            let message =
                format!("dòng {}: ngày chuyển {chuyen} trước ngày văn bản {ngay}", hang.so);
            faults.push(Diagnostic::error("bad-row", message).hint("sửa lại một trong hai ngày"));
        }
        if faults.is_empty() { Ok(Some(out)) } else { Err(faults) }
    }

    /// The words of a cell on one line.
    fn chu(&self, hang: &Hang, cot: CotSo) -> String {
        let o = self.dau.cua(cot).and_then(|(at, _)| hang.o.get(&at));
        let text = o.map(|o| o.chu.split_whitespace().collect::<Vec<_>>().join(" "));
        // What our own book has before a cell that Excel would take for a formula.
        let text = text.unwrap_or_default();
        match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
            _ => text,
        }
    }

    /// Where a cell stands, as Excel names it.
    fn noi(&self, hang: &Hang, cot: CotSo) -> String {
        match self.dau.cua(cot) {
            Some((at, ten)) => {
                format!("dòng {}, cột “{ten}” ({}{})", hang.so, ten_cot(at), hang.so)
            }
            None => format!("dòng {}", hang.so),
        }
    }

    /// What can't be told of a cell at all.
    fn xet_o(&self, hang: &Hang, at: usize, ten: &str) -> Option<Diagnostic> {
        let name = format!("dòng {}, cột “{ten}” ({}{})", hang.so, ten_cot(at), hang.so);
        let bad = |message: String| Diagnostic::error("bad-cell", message);
        if let Some(gop) = self.bang.gop_cua(hang.so, at)
            && gop.hang.0 != gop.hang.1
        {
            let message = format!("{name}: ô gộp nhiều dòng nên không rõ giá trị của từng dòng");
            return Some(bad(message).hint("bỏ gộp ô rồi ghi đủ vào từng dòng"));
        }
        let o = hang.o.get(&at)?;
        if let Some(sai) = self.bang.sai_cua(o) {
            return Some(bad(format!("{name}: {sai}")));
        }
        (o.chu.chars().count() > DAI_NHAT)
            .then(|| bad(format!("{name}: ô dài quá {DAI_NHAT} chữ")).hint("rút gọn nội dung ô"))
    }

    fn phai_co(&self, hang: &Hang, cot: CotSo, ten: &str) -> Result<(), Diagnostic> {
        if !self.chu(hang, cot).is_empty() {
            return Ok(());
        }
        let message = format!("{}: thiếu {ten}", self.noi(hang, cot));
        Err(Diagnostic::error("bad-row", message).hint(
            "ghi đủ như trong sổ giấy; số đã huỷ thì ghi “Huỷ: lý do” ở cột Ghi chú, số còn giữ thì ghi “Giữ số”",
        ))
    }

    /// The year that the number itself names, if it does.
    fn so_hieu(&self, hang: &Hang, out: &mut HangCu) -> Result<Option<i32>, Diagnostic> {
        let (text, symbol) = (self.chu(hang, CotSo::SoHieu), self.chu(hang, CotSo::KyHieu));
        // Number and year in one column, the symbol in another.
        let numbers = text
            .split('/')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        let whole = match symbol.is_empty() || text.contains('/') && !numbers {
            true => text,
            false if numbers && text.contains('/') => {
                let (so, nam) = text.split_once('/').unwrap_or_default();
                format!("{so}/{symbol}/{nam}")
            }
            false if symbol.contains('/') => format!("{text}-{symbol}"),
            false => format!("{text}/{symbol}"),
        };
        let wrong = |why: String| {
            let message = format!("{}: {why}", self.noi(hang, CotSo::SoHieu));
            Diagnostic::error("bad-row", message).hint(
                "ghi số và ký hiệu như in trên văn bản, ví dụ: 05/KH-HĐND; dòng không phải của một văn bản thì xoá",
            )
        };
        let goi = doc_so_hieu(&whole).map_err(wrong)?;
        (out.so, out.ky_hieu) = (goi.so, goi.ky_hieu.unwrap_or_default());
        Ok(match goi.ky {
            Some(Ky::Nam(nam)) => Some(nam),
            _ => None,
        })
    }

    /// A day with its year, or in the book's year.
    fn ngay(&self, hang: &Hang, cot: CotSo) -> Result<Option<Ngay>, Diagnostic> {
        let text = self.chu(hang, cot);
        if text.is_empty() {
            return Ok(None);
        }
        let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
        let short =
            |p: &&str| !p.is_empty() && p.len() < 3 && p.bytes().all(|b| b.is_ascii_digit());
        let without_year = parts.len() == 2 && parts.iter().all(short);
        let wrong = |why: String, hint: &str| {
            let message = format!("{}: {why}", self.noi(hang, cot));
            Diagnostic::error("bad-row", message).hint(hint.to_owned())
        };
        let whole = match (without_year, self.nam) {
            (false, _) => text,
            (true, Some(nam)) => format!("{}/{nam}", parts.join("/")),
            (true, None) => {
                let hint = "ghi đủ năm vào từng ngày, hoặc thêm --nam, ví dụ: --nam 2026";
                return Err(wrong(format!("ngày “{text}” không có năm"), hint));
            }
        };
        let read = Ngay::parse(&whole);
        read.map(Some).map_err(|fault| wrong(fault.message, "ghi ngày/tháng/năm, ví dụ: 15/3/2026"))
    }

    fn so_ban(&self, hang: &Hang) -> Result<Option<u64>, Diagnostic> {
        let text = self.chu(hang, CotSo::SoBan);
        let digits = khoa(&text);
        let digits = digits.strip_suffix("ban").unwrap_or(&digits);
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| {
            let message =
                format!("{}: “{text}” không phải là một con số", self.noi(hang, CotSo::SoBan));
            Diagnostic::error("bad-row", message)
                .hint("ghi số bản, ví dụ: 05; lời khác ghi ở cột Ghi chú")
        })
    }
}

/// The row under the head that counts the columns: `(1)`, `(2)` …
fn so_thu_tu_cot(cells: &[&O]) -> bool {
    let counts = |o: &&&O| {
        let text = o.chu.trim();
        let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
        inner.is_some_and(|t| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()))
    };
    let full = cells.iter().filter(|o| !o.trong()).count();
    full > 2 && cells.iter().filter(counts).count() == full
}

/// Numbers that were void or left open, as clerks write it in the last column, or in place of a subject.
fn phan_loai(out: &mut HangCu) {
    let empty = out.ngay.is_none();
    if la_huy(&out.ghi_chu) {
        out.viec = ViecCu::Huy(ly_do(&std::mem::take(&mut out.ghi_chu)));
    } else if empty && la_huy(&out.trich_yeu) {
        out.viec = ViecCu::Huy(ly_do(&std::mem::take(&mut out.trich_yeu)));
    } else if empty && la_giu(&out.ghi_chu) {
        let rest = out.ghi_chu.split_once([';', ':']).map_or("", |(_, rest)| rest.trim());
        out.ghi_chu = rest.to_owned();
        out.viec = ViecCu::Giu;
    } else if empty && la_giu(&out.trich_yeu) {
        out.ghi_chu = std::mem::take(&mut out.trich_yeu);
        out.viec = ViecCu::Giu;
    }
}

/// Words of a void number in a row that was taken for a paper's: nobody can tell which is meant.
pub fn nhac_huy(hang: &HangCu) -> bool {
    let lower = hang.ghi_chu.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    hang.viec == ViecCu::VanBan && ["huỷ", "hủy"].iter().any(|word| words.contains(word))
}

/// `Huỷ`, `Đã huỷ: …`, `Huỷ do …`; not a paper that revokes another, nor a district (`Huyện …`).
fn la_huy(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = ["đã ", "số "].iter().find_map(|dau| lower.strip_prefix(dau)).unwrap_or(&lower);
    let rest = ["huỷ", "hủy"].iter().find_map(|word| bare.strip_prefix(word));
    let Some(rest) = rest else { return false };
    let next = rest.split_whitespace().next().unwrap_or_default();
    let ends = rest.is_empty() || rest.starts_with([':', ',', '.', ';', '-', '(']);
    ends || rest.starts_with(' ') && ["số", "do", "vì", "-", "–"].contains(&next)
}

/// `Đã huỷ: sai thể thức` → `sai thể thức`; `Huỷ do trùng` → `do trùng`.
fn ly_do(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |w: &&str| ["đã", "số", "huỷ", "hủy"].contains(&w.to_lowercase().trim_matches(':'));
    let count = words.iter().take_while(|w| word(w)).count();
    let rest = words.get(count..).unwrap_or_default().join(" ");
    let rest = rest.trim_matches(|c: char| ":,.;-–() ".contains(c));
    if rest.is_empty() {
        "sổ cũ ghi huỷ, không ghi lý do".to_owned()
    } else {
        rest.to_owned()
    }
}

fn la_giu(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["giữ số", "đang giữ", "để trống số"].iter().any(|words| lower.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paper taken for a void number would be lost to everybody who looks for it.
    #[test]
    fn a_void_number_is_no_district_and_no_revocation() {
        for text in ["Huỷ", "hủy", "Đã huỷ: sai thể thức", "Huỷ do trùng", "Huỷ số"]
        {
            assert!(la_huy(text), "{text}");
        }
        for text in ["Huyện ký nhận", "Huy động vốn", "Huỷ bỏ Quyết định số 05", "", "Hẹn huỷ"]
        {
            assert!(!la_huy(text), "{text}");
        }
        assert_eq!(ly_do("Đã huỷ: sai thể thức"), "sai thể thức");
        assert_eq!(ly_do("Huỷ do trùng số"), "do trùng số");
        assert!(ly_do("Huỷ").contains("không ghi lý do"));
    }
}
