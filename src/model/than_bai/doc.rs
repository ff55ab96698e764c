//! Reads a body line by line. Block structure is our own, since a clerk's marks (`a)`, `đ)`, `+`, `Điều 1.`) are
//! no Markdown; what stands inside a line is [`Chu`]'s, which asks the Markdown library.

mod bang;
mod dau_go;
mod doan_y;
mod dong_giua;
mod ghi_chu;
mod hinh;
mod yeu_cau;

use self::dau_go::{dau_kep, dau_la, dau_trong};
use self::doan_y::la_ten;
use super::bang::CanhCot;
use super::dau_muc::DauMuc;
use super::de_muc::{CauTruc, DeMuc};
use super::dong_go::{DongGo, cac_dong};
use super::lenh::Lenh;
use super::loi::LoiThanBai;
use super::so_de_muc::{SoDeMuc, SoVaTen};
use super::thu_tu::ThuTu;
use super::{CachDanhSo, Khoi, ThanBai, dau_thua};
use crate::model::{ChoChu, Chu, Fault, KhoAnh, Muc};

/// The deepest plain head, as in Markdown: I., 1., 1.1., then letters or 1.1.1. and so on.
const CAP_SAU_NHAT: usize = 6;

/// A block that further lines may still belong to.
struct Mo {
    loai: LoaiMo,
    text: String,
    /// Where each line of it begins, in `text` and in the value.
    manh: Vec<(usize, usize)>,
}

enum LoaiMo {
    Doan(Option<CanhCot>),
    Dieu(Option<String>),
    Muc(DauMuc),
    /// A head whose text runs on.
    LienVan(DeMuc),
    /// A head of a part whose title stands on the next line.
    TieuDe(DeMuc),
}

struct NguoiDoc<'t> {
    /// The pictures that may be named.
    kho: &'t KhoAnh,
    /// The whole value, and its field.
    nguon: (&'t str, Option<&'t Muc>),
    ra: ThanBai,
    loi: Vec<LoiThanBai>,
    mo: Option<Mo>,
    so: SoDeMuc,
    thu_tu: ThuTu,
    /// How far the last dash is indented.
    gach: Option<usize>,
    /// What is read is a note, which may hold no other.
    trong_ghi_chu: bool,
    /// What was asked for what comes next, and where.
    lenh: Vec<(Lenh, usize)>,
    /// The line of the last page break.
    sang_trang: Option<usize>,
    /// Where each footnote's text stands.
    cho_chu_thich: Vec<(String, usize)>,
    cach: CachDanhSo,
}

pub(super) fn doc(
    text: &str,
    muc: Option<&Muc>,
    cach: CachDanhSo,
    kho: &KhoAnh,
) -> (ThanBai, Vec<LoiThanBai>) {
    let lines: Vec<&str> = text.lines().collect();
    let mut doc = NguoiDoc::new((text, muc), cach, kho);
    doc.cac_dong(&cac_dong(text));
    dau_thua::kiem(&doc.ra, &lines, &mut doc.loi);
    super::chu_thich::kiem(&doc.ra, &doc.cho_chu_thich, &lines, &mut doc.loi);
    (doc.ra, doc.loi)
}

impl<'t> NguoiDoc<'t> {
    fn new(nguon: (&'t str, Option<&'t Muc>), cach: CachDanhSo, kho: &'t KhoAnh) -> Self {
        Self {
            kho,
            nguon,
            ra: ThanBai::default(),
            loi: Vec::new(),
            mo: None,
            so: SoDeMuc::new(cach),
            thu_tu: ThuTu::new(cach),
            gach: None,
            trong_ghi_chu: false,
            lenh: Vec::new(),
            sang_trang: None,
            cho_chu_thich: Vec::new(),
            cach,
        }
    }

    fn cac_dong(&mut self, lines: &[DongGo<'_>]) {
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            if self.yeu_cau(line, after) {
                rest = after;
                continue;
            }
            let taken = self.hinh(line).or_else(|| self.bang(rest)).or_else(|| self.ghi_chu(rest));
            match taken {
                Some(taken) => rest = rest.get(taken..).unwrap_or_default(),
                None => {
                    self.dong(line, after);
                    rest = after;
                }
            }
            if !line.chu.is_empty() {
                self.yeu_cau_thua();
            }
        }
        self.dong_khoi();
        self.het_yeu_cau();
    }

    fn dong(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) {
        let (line, at) = (go.chu, go.so);
        self.tab_trong_dong(go);
        if line.is_empty() {
            // A title may stand apart from its number.
            if !matches!(self.mo, Some(Mo { loai: LoaiMo::TieuDe(_), .. })) {
                self.dong_khoi();
            }
        } else if let Some(Mo { loai: LoaiMo::TieuDe(_), .. }) = &self.mo {
            self.them(line.trim_start_matches('#').trim());
            self.dong_khoi();
        } else if line.starts_with('#') {
            self.dong_khoi();
            self.dong_thang(line, at);
        } else if self.dong_giua(line) {
            self.thu_tu.lai_tu_dau();
        } else if self.khoan_co_ten(go, after) || self.khoan_lien_van(go) {
            self.gach = None;
        } else if let Some((dau, text)) = DauMuc::tach(line) {
            let kep = dau_kep(dau, text).map(|fault| LoiThanBai::canh_bao(at, fault));
            self.loi.extend(kep);
            let dau = self.y_nho(dau, go);
            self.thu_tu.muc(dau, at, &mut self.loi);
            self.mo(LoaiMo::Muc(dau), text);
        } else if let Some(fault) = dau_la(line) {
            self.loi.push(LoiThanBai::canh_bao(at, fault));
            self.mo_doan(line);
        } else if !self.dieu(go, after) && !self.de_muc_khong_thang(line, at) {
            let text = bo_chan(line);
            let noi = self.mo.is_some() && !so_kep(line);
            // A number may end a sentence that was broken by hand; a dash by itself does not.
            let trong = dau_trong(line).filter(|_| !(noi && go.noi && line.ends_with(['.', ')'])));
            self.loi.extend(trong.map(|fault| LoiThanBai::canh_bao(at, fault)));
            if noi {
                self.nghi_noi(go);
            }
            if noi && go.noi {
                self.them(text);
            } else {
                self.mo_doan(text);
            }
        }
    }

    /// A line that begins with `#`.
    fn dong_thang(&mut self, line: &str, at: usize) {
        let bare = line.trim_start_matches('#');
        let cap = line.len().saturating_sub(bare.len());
        let text = bare.trim();
        if text.is_empty() || !bare.starts_with([' ', '\t', '\u{a0}']) {
            let message = match text.is_empty() {
                true => "dấu # không có đề mục sau nó",
                false => "sau dấu # thiếu một dấu cách",
            };
            let fault = Fault::new("bad-head", message)
                .hint("viết dấu #, một dấu cách, rồi tên đề mục: “# Mục đích, yêu cầu”; muốn in dấu # thì viết “\\#”")
                .words(line);
            self.loi.push(LoiThanBai::loi(at, fault));
        } else if cap > CAP_SAU_NHAT && CauTruc::tach(text).is_none() {
            let fault = Fault::new(
                "bad-head",
                format!("đề mục có {cap} dấu #, nhiều nhất là {CAP_SAU_NHAT}"),
            )
            .hint("# là I., ## là 1., ### là 1.1., #### là a) hoặc 1.1.1.; dưới nữa dùng “- ” và “+ ”")
            .words(line);
            self.loi.push(LoiThanBai::loi(at, fault));
        } else {
            self.de_muc(cap, text, at);
        }
    }

    fn de_muc(&mut self, cap: usize, text: &str, at: usize) {
        let text = bo_dam(text);
        let cap = u8::try_from(cap).unwrap_or(u8::MAX);
        self.thu_tu.lai_tu_dau();
        if let Some((cau_truc, so, title)) = CauTruc::tach(text) {
            let so = self.so.cau_truc(cau_truc, so, at, text, &mut self.loi);
            let chu = self.chu(title);
            let de_muc = DeMuc { cap, cau_truc: Some(cau_truc), so, cham: None, chu, lien: None };
            if title.is_empty() {
                let (text, manh) = (String::new(), Vec::new());
                self.mo = Some(Mo { loai: LoaiMo::TieuDe(de_muc), text, manh });
            } else {
                self.ra.khoi.push(Khoi::DeMuc(de_muc));
            }
            return;
        }
        let SoVaTen { so, cham, ten } = self.so.thuong(cap, text, at, &mut self.loi);
        let chu = self.chu(ten);
        self.ra.khoi.push(Khoi::DeMuc(DeMuc { cap, cau_truc: None, so, cham, chu, lien: None }));
    }

    /// `Điều 1. …` at the beginning of a line: with its title in bold a head, else a Điều whose text
    /// runs on. Inside a paragraph it must be the next one, or else it is a citation.
    fn dieu(&mut self, go: &DongGo<'_>, after_lines: &[DongGo<'_>]) -> bool {
        let (line, at) = (go.chu, go.so);
        let bare = line.strip_prefix("**").unwrap_or(line);
        let Some((CauTruc::Dieu, Some(so), _)) = CauTruc::tach(bare) else { return false };
        let after = bare.strip_prefix("Điều").unwrap_or(bare).trim_start();
        let after = after.strip_prefix(so).unwrap_or(after);
        let Some(text) = after.strip_prefix(['.', ':']) else { return false };
        let goes_on =
            self.mo.as_ref().is_some_and(|mo| !mo.text.trim_end().ends_with(['.', ';', ':', '!']));
        if goes_on && !self.so.co_the_ke_tiep(so) {
            return false;
        }
        self.dong_khoi();
        let bold = line.starts_with("**") && line.ends_with("**") && line.len() > bare.len();
        if bold || (bare.len() == line.len() && la_ten(text, after_lines)) {
            self.de_muc(1, line, at);
            return true;
        }
        self.thu_tu.lai_tu_dau();
        let so = self.so.cau_truc(CauTruc::Dieu, Some(so), at, bare, &mut self.loi);
        let text =
            if bare.len() < line.len() { text.trim_start().trim_start_matches("**") } else { text };
        self.mo(LoaiMo::Dieu(so), text.trim());
        true
    }

    /// Heads as they are pasted from Word: `I. MỤC ĐÍCH`, `Chương I` alone on its line.
    fn de_muc_khong_thang(&mut self, line: &str, at: usize) -> bool {
        let bare = bo_dam(line);
        let alone = CauTruc::tach(bare)
            .is_some_and(|(c, so, title)| c != CauTruc::Dieu && so.is_some() && title.is_empty());
        let roman = bare.split_once(". ").is_some_and(|(so, title)| {
            !so.is_empty()
                && so.chars().all(|c| "IVXLC".contains(c))
                && title == title.to_uppercase()
                && title.chars().any(char::is_alphabetic)
        });
        if alone || roman {
            self.dong_khoi();
            self.de_muc(1, bare, at);
        }
        alone || roman
    }

    fn mo(&mut self, loai: LoaiMo, text: &str) {
        self.dong_khoi();
        let manh = Vec::from_iter(self.cho(text).map(|at| (0, at)));
        self.mo = Some(Mo { loai, text: text.to_owned(), manh });
    }

    /// Where a piece of the value stands in it; none for text that was made anew.
    fn cho(&self, part: &str) -> Option<usize> {
        let at = part.as_ptr().addr().checked_sub(self.nguon.0.as_ptr().addr())?;
        (at.saturating_add(part.len()) <= self.nguon.0.len()).then_some(at)
    }

    /// A piece of the value as rich text.
    fn chu(&self, part: &str) -> Chu {
        self.chu_cua(part, &Vec::from_iter(self.cho(part).map(|at| (0, at))))
    }

    /// The same of a text made of pieces; without them nobody knows where it comes from.
    fn chu_cua(&self, text: &str, manh: &[(usize, usize)]) -> Chu {
        let muc = self.nguon.1.filter(|_| !manh.is_empty());
        Chu::doc(text, muc.map(|muc| ChoChu { muc, manh }).as_ref())
    }

    fn them(&mut self, text: &str) {
        let at = self.cho(text);
        if let Some(mo) = &mut self.mo {
            if !mo.text.is_empty() {
                mo.text.push(' ');
            }
            match at {
                Some(at) => mo.manh.push((mo.text.len(), at)),
                None => mo.manh.clear(),
            }
            mo.text.push_str(text);
        }
    }

    /// The open block is whole.
    fn dong_khoi(&mut self) {
        let Some(Mo { loai, text, manh }) = self.mo.take() else { return };
        let chu = self.chu_cua(&text, &manh);
        match loai {
            LoaiMo::Doan(canh) => self.ra.khoi.push(Khoi::Doan { chu, canh }),
            LoaiMo::Dieu(so) => self.ra.khoi.push(Khoi::Dieu { so, chu }),
            LoaiMo::Muc(dau) => self.ra.khoi.push(Khoi::Muc { dau, chu }),
            LoaiMo::LienVan(de_muc) => {
                self.ra.khoi.push(Khoi::DeMuc(DeMuc { lien: Some(chu), ..de_muc }));
            }
            LoaiMo::TieuDe(de_muc) => self.ra.khoi.push(Khoi::DeMuc(DeMuc { chu, ..de_muc })),
        }
    }
}

/// `1.1. …`: no mark of ours, but a paragraph of its own.
fn so_kep(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    let number = |part: &&str| {
        !part.is_empty() && part.len() < 3 && part.bytes().all(|b| b.is_ascii_digit())
    };
    parts.len() > 1 && word.ends_with('.') && parts.iter().all(number)
}

/// A `\` before a mark at the beginning of a line makes it plain text.
fn bo_chan(line: &str) -> &str {
    match line.strip_prefix('\\') {
        Some(rest) if rest.starts_with(['#', '-', '+', '|', '•', '–']) => rest,
        Some(rest) if DauMuc::tach(rest).is_some() => rest,
        _ => line,
    }
}

/// A head is bold anyway.
fn bo_dam(text: &str) -> &str {
    let inner = text.strip_prefix("**").and_then(|t| t.strip_suffix("**"));
    inner.filter(|t| !t.contains("**")).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests;
