//! Reads a body line by line. Block structure is our own, since a clerk's marks (`a)`, `đ)`, `+`, `Điều 1.`) are
//! no Markdown; what stands inside a line is [`Chu`]'s, which asks the Markdown library.

use super::bang::{Bang, Gach, cac_o, do_rong, dong_gach};
use super::chu_thich::mo_chu_thich;
use super::dau_muc::DauMuc;
use super::de_muc::{CauTruc, DeMuc};
use super::dong_go::{DongGo, cac_dong};
use super::loi::LoiThanBai;
use super::{CachDanhSo, Khoi, ThanBai, dau_thua, tong_cot};
use super::{so_de_muc::SoDeMuc, thu_tu::ThuTu};
use crate::model::{ChoChu, Chu, Fault, Muc};

/// The deepest plain head: I., 1., 1.1., a).
const CAP_SAU_NHAT: usize = 4;

/// A block that further lines may still belong to.
struct Mo {
    loai: LoaiMo,
    text: String,
    /// Where each line of it begins, in `text` and in the value.
    manh: Vec<(usize, usize)>,
}

enum LoaiMo {
    Doan,
    Dieu(Option<String>),
    Muc(DauMuc),
    /// A head of a part whose title stands on the next line.
    TieuDe(DeMuc),
}

struct NguoiDoc<'t> {
    /// The whole value, and its field.
    nguon: (&'t str, Option<&'t Muc>),
    ra: ThanBai,
    loi: Vec<LoiThanBai>,
    mo: Option<Mo>,
    so: SoDeMuc,
    thu_tu: ThuTu,
    /// How far the last dash is indented.
    gach: Option<usize>,
    /// Where each footnote's text stands.
    cho_chu_thich: Vec<(String, usize)>,
    cach: CachDanhSo,
}

pub(super) fn doc(text: &str, muc: Option<&Muc>, cach: CachDanhSo) -> (ThanBai, Vec<LoiThanBai>) {
    let lines: Vec<&str> = text.lines().collect();
    let mut doc = NguoiDoc::new((text, muc), cach);
    doc.cac_dong(&cac_dong(text));
    dau_thua::kiem(&doc.ra, &lines, &mut doc.loi);
    super::chu_thich::kiem(&doc.ra, &doc.cho_chu_thich, &lines, &mut doc.loi);
    (doc.ra, doc.loi)
}

impl<'t> NguoiDoc<'t> {
    fn new(nguon: (&'t str, Option<&'t Muc>), cach: CachDanhSo) -> Self {
        Self {
            nguon,
            ra: ThanBai::default(),
            loi: Vec::new(),
            mo: None,
            so: SoDeMuc::new(cach),
            thu_tu: ThuTu::new(cach),
            gach: None,
            cho_chu_thich: Vec::new(),
            cach,
        }
    }

    fn cac_dong(&mut self, lines: &[DongGo<'_>]) {
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            let taken = self.bang(rest).or_else(|| self.ghi_chu(rest));
            match taken {
                Some(taken) => rest = rest.get(taken..).unwrap_or_default(),
                None => {
                    self.dong(line, after);
                    rest = after;
                }
            }
        }
        self.dong_khoi();
    }

    /// A note with all that is indented under it, and the number of its lines.
    fn ghi_chu(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
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
        let mut con = NguoiDoc::new(self.nguon, self.cach);
        if !text.is_empty() {
            con.mo(LoaiMo::Doan, text);
        }
        con.cac_dong(after.get(..count).unwrap_or_default());
        self.loi.append(&mut con.loi);
        let only_text = |khoi: &Khoi| matches!(khoi, Khoi::Doan(_) | Khoi::Muc { .. });
        if !con.ra.khoi.iter().all(only_text) || !con.ra.chu_thich.is_empty() {
            let message =
                format!("trong chú thích [^{ten}] có đề mục, Điều, bảng hoặc chú thích khác");
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

    fn dong(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) {
        let (line, at) = (go.chu, go.so);
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
        } else if self.khoan_co_ten(go, after) {
            self.gach = None;
        } else if let Some((dau, text)) = DauMuc::tach(line) {
            let dau = self.y_nho(dau, go);
            self.thu_tu.muc(dau, at, &mut self.loi);
            self.mo(LoaiMo::Muc(dau), text);
        } else if let Some(fault) = dau_la(line) {
            self.loi.push(LoiThanBai::canh_bao(at, fault));
            self.mo(LoaiMo::Doan, line);
        } else if !self.dieu(go, after) && !self.de_muc_khong_thang(line, at) {
            let text = bo_chan(line);
            if self.mo.is_some() && !so_kep(line) && go.noi {
                self.nghi_noi(go);
                self.them(text);
            } else {
                self.mo(LoaiMo::Doan, text);
            }
        }
    }

    /// A line that looks like a paragraph of its own though it goes on with the one above: nobody can know.
    fn nghi_noi(&mut self, go: &DongGo<'_>) {
        let ended = self.mo.as_ref().is_some_and(|mo| mo.text.ends_with(['.', ';', ':', '!', '?']));
        let hangs = matches!(&self.mo, Some(Mo { loai: LoaiMo::Muc(_), .. })) && go.lui > 0;
        if ended && go.mo_cau() && !hangs {
            let words: String = go.chu.split(' ').take(4).collect::<Vec<_>>().join(" ");
            let message = format!("dòng “{words}…” được nối vào đoạn ở dòng trên");
            let fault = Fault::new("joined-lines", message)
                .hint("là một đoạn riêng thì để một dòng trống ở trên nó; cùng một đoạn thì gõ liền, đừng xuống dòng ở cuối câu")
                .words(words);
            self.loi.push(LoiThanBai::canh_bao(go.so, fault));
        }
    }

    /// A dash that is indented below another is one of its parts, which the decree's papers begin with a plus.
    fn y_nho(&mut self, dau: DauMuc, go: &DongGo<'_>) -> DauMuc {
        match (dau, self.gach) {
            (DauMuc::Gach, Some(lui)) if go.lui >= lui.saturating_add(2) => {
                let fault =
                    Fault::new("nested-item", "ý thụt vào dưới một ý khác được in với dấu “+”")
                        .hint(
                            "muốn chắc thì gõ “+ ” ở đầu ý nhỏ; không phải ý nhỏ thì đừng thụt vào",
                        )
                        .words(go.chu.split(' ').take(3).collect::<Vec<_>>().join(" "));
                self.loi.push(LoiThanBai::canh_bao(go.so, fault));
                DauMuc::Cong
            }
            (DauMuc::Gach, _) => {
                self.gach = Some(go.lui);
                dau
            }
            (DauMuc::Cong, _) => dau,
            _ => {
                self.gach = None;
                dau
            }
        }
    }

    /// A line that begins with `#`.
    fn dong_thang(&mut self, line: &str, at: usize) {
        let bare = line.trim_start_matches('#');
        let cap = line.len().saturating_sub(bare.len());
        let text = bare.trim();
        if text.is_empty() || !bare.starts_with([' ', '\t', '\u{a0}']) {
            let fault = Fault::new("bad-head", "dấu # không có đề mục sau nó")
                .hint("viết dấu #, một dấu cách, rồi tên đề mục: “# Mục đích, yêu cầu”; muốn in dấu # thì viết “\\#”")
                .words(line);
            self.loi.push(LoiThanBai::loi(at, fault));
        } else if cap > CAP_SAU_NHAT && CauTruc::tach(text).is_none() {
            let fault = Fault::new(
                "bad-head",
                format!("đề mục có {cap} dấu #, nhiều nhất là {CAP_SAU_NHAT}"),
            )
            .hint("# là I., ## là 1., ### là 1.1., #### là a); dưới nữa dùng “- ” và “+ ”")
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
            let de_muc = DeMuc { cap, cau_truc: Some(cau_truc), so, chu };
            if title.is_empty() {
                let (text, manh) = (String::new(), Vec::new());
                self.mo = Some(Mo { loai: LoaiMo::TieuDe(de_muc), text, manh });
            } else {
                self.ra.khoi.push(Khoi::DeMuc(de_muc));
            }
            return;
        }
        let (so, title) = self.so.thuong(cap, text, at, &mut self.loi);
        let chu = self.chu(title);
        self.ra.khoi.push(Khoi::DeMuc(DeMuc { cap, cau_truc: None, so, chu }));
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
        if self.mo.is_some() && !self.so.co_the_ke_tiep(so) {
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

    /// `1. Mục đích` under a head and over its own text: a khoản with a title, which stands in bold on its own line
    /// (PL I, II.6.d). Typed so it is a guess, and told.
    fn khoan_co_ten(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) -> bool {
        let Some((so, text)) = go.chu.split_once(' ') else { return false };
        let parts = so.trim_end_matches('.').split('.').count();
        let number = so.ends_with('.') && so.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let cap = parts.saturating_add(1);
        let fits = number && cap <= 3 && self.so.co_the_la_de_muc(cap, so);
        if !fits
            || self.cach != CachDanhSo::LienTuc
            || !la_ten(text, after)
            || text.starts_with("**")
        {
            return false;
        }
        self.dong_khoi();
        let fault = Fault::new(
            "guessed-head",
            format!("“{}” được hiểu là đề mục, in đậm trên dòng riêng", go.chu),
        )
        .hint(format!(
            "muốn chắc thì gõ “{} {}”; không phải đề mục thì thêm dấu câu ở cuối dòng",
            "#".repeat(cap),
            go.chu
        ))
        .words(go.chu);
        self.loi.push(LoiThanBai::canh_bao(go.so, fault));
        self.de_muc(cap, go.chu, go.so);
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

    /// A table that begins here, with the number of its lines.
    fn bang(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
        let (first, after) = rest.split_first()?;
        let barred = first.chu.starts_with('|');
        let cot = after.first().and_then(|line| dong_gach(line.chu, barred));
        // Without bars at its sides only the dashes below make it a table.
        let open = !barred && first.chu.contains('|') && cot.is_some();
        if !barred && !open {
            return self.bang_cua_excel(rest);
        }
        self.dong_khoi();
        let row = |line: &DongGo<'_>| match barred {
            true => line.chu.starts_with('|'),
            false => line.chu.contains('|'),
        };
        let taken = rest.iter().take_while(|line| row(line)).count();
        let Some(cot) = cot else {
            let fault = Fault::new("bad-table", "bảng thiếu dòng gạch dưới dòng đầu")
                .hint("dưới dòng đầu của bảng ghi một dòng như “|----|--------|:--:|”; không phải bảng thì viết “\\|”")
                .words(first.chu);
            self.loi.push(LoiThanBai::loi(first.so, fault));
            return Some(taken);
        };
        let rows = rest.get(2..taken).unwrap_or_default();
        let dau: Vec<Vec<Chu>> = cac_o(first.chu).iter().map(|o| self.doan_trong_o(o)).collect();
        self.du_o(dau.len(), cot.len(), first);
        let mut hang = Vec::new();
        for row in rows {
            let cells = cac_o(row.chu);
            self.du_o(cells.len(), cot.len(), row);
            hang.push(cells.iter().map(|o| self.doan_trong_o(o)).collect());
        }
        self.xong_bang(cot, dau, hang, first.so);
        Some(taken)
    }

    /// Rows pasted from Excel: cells with tabs between, the first row the head.
    fn bang_cua_excel(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
        let width = |line: &DongGo<'_>| line.chu.matches('\t').count();
        let first = rest.first()?;
        let columns = width(first);
        let taken = rest.iter().take_while(|line| columns > 0 && width(line) == columns).count();
        if taken < 2 {
            return None;
        }
        self.dong_khoi();
        let cells = |line: &DongGo<'_>| -> Vec<Vec<Chu>> {
            line.chu.split('\t').map(|o| self.doan_trong_o(o.trim())).collect()
        };
        let mut rows = rest.iter().take(taken).map(cells).collect::<Vec<_>>().into_iter();
        let dau = rows.next().unwrap_or_default();
        let fault = Fault::new(
            "guessed-table",
            format!("{taken} dòng có dấu Tab được hiểu là một bảng, dòng đầu là đầu bảng"),
        )
        .hint("muốn chắc thì kẻ bảng bằng dấu “|”; không phải bảng thì thay dấu Tab bằng dấu cách")
        .words(first.chu.split('\t').next().unwrap_or_default());
        self.loi.push(LoiThanBai::canh_bao(first.so, fault));
        let cot = vec![Gach::THUONG; columns.saturating_add(1)];
        self.xong_bang(cot, dau, rows.collect(), first.so);
        Some(taken)
    }

    fn xong_bang(
        &mut self,
        cot: Vec<Gach>,
        dau: Vec<Vec<Chu>>,
        hang: Vec<Vec<Vec<Chu>>>,
        at: usize,
    ) {
        // An extract may leave rows out.
        if self.cach == CachDanhSo::LienTuc {
            let sums = tong_cot::kiem(&dau, &hang).into_iter();
            self.loi.extend(sums.map(|(row, fault)| {
                LoiThanBai::canh_bao(at.saturating_add(row).saturating_add(2), fault)
            }));
        }
        let canh = cot.iter().map(|gach| gach.canh).collect();
        let rong = do_rong(&cot, &dau, &hang);
        self.ra.khoi.push(Khoi::Bang(Bang { canh, rong, dau, hang }));
    }

    /// Every row must have a cell for each column.
    fn du_o(&mut self, co: usize, can: usize, line: &DongGo<'_>) {
        if co != can {
            let message = format!("dòng này của bảng có {co} ô, dòng gạch có {can} cột");
            let fault = Fault::new("bad-table", message)
                .hint("thêm hoặc bớt dấu “|”; ô trống vẫn cần hai dấu “|” hai bên")
                .words(line.chu);
            self.loi.push(LoiThanBai::loi(line.so, fault));
        }
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

    /// The paragraphs of a cell.
    fn doan_trong_o(&self, text: &str) -> Vec<Chu> {
        tach_br(text).into_iter().map(|part| self.chu(part.trim())).collect()
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
            LoaiMo::Doan => self.ra.khoi.push(Khoi::Doan(chu)),
            LoaiMo::Dieu(so) => self.ra.khoi.push(Khoi::Dieu { so, chu }),
            LoaiMo::Muc(dau) => self.ra.khoi.push(Khoi::Muc { dau, chu }),
            LoaiMo::TieuDe(de_muc) => self.ra.khoi.push(Khoi::DeMuc(DeMuc { chu, ..de_muc })),
        }
    }
}

/// Whether the rest of a line is the title of what stands below it: short, without the end of a sentence, over text
/// that is no head of its own.
fn la_ten(text: &str, after: &[DongGo<'_>]) -> bool {
    let text = text.trim();
    let short = (1..=TEN_DAI_NHAT).contains(&text.chars().count());
    let ended = text.ends_with(['.', ';', ':', ',', '!', '?', '…', '-']) || text.contains(". ");
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    let Some(next) = after.iter().find(|line| !line.chu.is_empty()) else { return false };
    let right_below = after.first().is_some_and(|line| !line.chu.is_empty());
    let goes_on = right_below && next.la_chu() && !next.mo_cau();
    let sibling = next.chu.starts_with("Điều ") || next.chu.starts_with('#');
    let numbered =
        DauMuc::tach(next.chu).is_some_and(|(dau, _)| matches!(dau, DauMuc::Khoan(so) if so > 1));
    short && !ended && begins && !goes_on && !sibling && !numbered
}

/// A longer title fills more than a line and a half.
const TEN_DAI_NHAT: usize = 120;

/// The parts of a cell between `<br>`, however it is written.
fn tach_br(text: &str) -> Vec<&str> {
    let (mut out, mut from) = (Vec::new(), 0);
    for (at, _) in text.match_indices('<') {
        let tag = text.get(at..).unwrap_or_default();
        let Some((name, _)) = tag.split_once('>') else { break };
        let bare = name.trim_start_matches('<').trim_end_matches('/').trim();
        if at >= from && bare.eq_ignore_ascii_case("br") {
            out.push(text.get(from..at).unwrap_or_default());
            from = at.saturating_add(name.len()).saturating_add(1);
        }
    }
    out.push(text.get(from..).unwrap_or_default());
    out
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

/// A mark as the decree doesn't know it: `f)`, `a.`, `a/`, `1/`.
fn dau_la(line: &str) -> Option<Fault> {
    let (word, rest) = line.split_once(' ')?;
    let (than, dau) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let number = !than.is_empty() && than.len() <= 2 && than.bytes().all(|b| b.is_ascii_digit());
    let letter = than.chars().count() == 1 && than.chars().all(char::is_lowercase);
    let known = match dau {
        ")" => !(letter && ["f", "j", "w", "z"].contains(&than)),
        "." => !letter,
        "/" => !(letter || number),
        _ => true,
    };
    if known || rest.trim().is_empty() {
        return None;
    }
    let right = match number {
        true => format!("khoản ghi “{than}.”"),
        false => "điểm ghi “a)” theo bảng chữ cái tiếng Việt: a b c d đ e g h i k l m n".to_owned(),
    };
    let message = format!("“{word}” không phải là dấu của khoản, điểm");
    Some(
        Fault::new("item-number", message)
            .hint(format!("{right}; không phải khoản, điểm thì nối vào dòng trên"))
            .clause("Phụ lục I, phần I, mục II.6")
            .words(word),
    )
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
