//! Bảng: a table drawn with bars, or pasted from Excel.

use super::NguoiDoc;
use crate::model::Fault;
use crate::model::than_bai::anh::{self, Anh};
use crate::model::than_bai::bang::dong::{Gach, OTho, cac_o, dong_gach, so_cot};
use crate::model::than_bai::bang::gop::ghep;
use crate::model::than_bai::bang::rong::do_rong;
use crate::model::than_bai::bang::{Bang, CanhCot, TrinhBayBang};
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::lenh::{self, Lenh};
use crate::model::than_bai::loi::LoiThanBai;
use crate::model::than_bai::{CachDanhSo, Khoi, tong_cot};

/// A head of more rows is none: the line of dashes belongs to something else.
const HANG_DAU_NHIEU_NHAT: usize = 4;

/// A table as it was typed.
struct BangTho<'t> {
    cot: Vec<Gach>,
    so_hang_dau: usize,
    hang: Vec<Vec<OTho<'t>>>,
    /// The line of each row.
    dong: Vec<usize>,
}

/// How many lines from here on are rows of one table: each has a tab, and two at least have one between words. A
/// cell at either end may be empty.
fn so_dong_excel(rest: &[DongGo<'_>]) -> Option<usize> {
    rest.first().filter(|line| line.chu.contains('\t'))?;
    let row = |line: &&DongGo<'_>| {
        !line.chu.is_empty() && !line.chu.starts_with('|') && line.tho.contains('\t')
    };
    let taken = rest.iter().take_while(row).count();
    let full = rest.iter().take(taken).filter(|line| line.chu.contains('\t')).count();
    (full > 1).then_some(taken)
}

/// The cells of such a row, its indentation left out.
fn o_excel<'t>(line: &DongGo<'t>) -> Vec<OTho<'t>> {
    line.tho.trim_matches([' ', '\r']).split('\t').map(OTho::tron).collect()
}

fn thieu_o(line: &DongGo<'_>, co: usize, can: usize) -> LoiThanBai {
    let message =
        format!("dòng này có {co} ô, bảng có {can} cột: các ô thiếu để trống ở cuối dòng");
    let fault = Fault::new("guessed-table", message)
        .hint("xem lại dòng này: ô trống ở đầu hay ở giữa vẫn phải có dấu Tab; muốn chắc thì kẻ bảng bằng dấu “|”")
        .words(line.chu.split('\t').next().unwrap_or_default());
    LoiThanBai::canh_bao(line.so, fault)
}

impl NguoiDoc<'_> {
    /// A table that begins here, with the number of its lines.
    pub(super) fn bang(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
        let (first, after) = rest.split_first()?;
        let barred = first.chu.starts_with('|');
        // Without bars at its sides only the dashes below make it a table.
        let open = !barred
            && first.chu.contains('|')
            && after.first().is_some_and(|line| dong_gach(line.chu, false).is_some());
        if !barred && !open {
            return self.bang_cua_excel(rest);
        }
        self.dong_khoi();
        let row = |line: &DongGo<'_>| match barred {
            true => line.chu.starts_with('|'),
            false => line.chu.contains('|'),
        };
        let taken = rest.iter().take_while(|line| row(line)).count();
        let lines = rest.get(..taken).unwrap_or_default();
        let dashes = lines.iter().take(HANG_DAU_NHIEU_NHAT.saturating_add(1)).enumerate();
        let gach = dashes.filter_map(|(i, line)| Some((i, dong_gach(line.chu, barred)?))).next();
        let Some((so_hang_dau, cot)) = gach else {
            let fault = Fault::new("bad-table", "bảng thiếu dòng gạch dưới dòng đầu")
                .hint("dưới dòng đầu của bảng ghi một dòng như “|----|--------|:--:|”; không phải bảng thì viết “\\|”")
                .words(first.chu);
            self.loi.push(LoiThanBai::loi(first.so, fault));
            return Some(taken);
        };
        let rows = lines.iter().enumerate().filter(|(i, _)| *i != so_hang_dau);
        let (mut hang, mut dong) = (Vec::new(), Vec::new());
        for (_, line) in rows {
            let cells = cac_o(line.chu);
            self.du_o(so_cot(&cells), cot.len(), line);
            hang.push(cells);
            dong.push(line.so);
        }
        self.xong_bang(BangTho { cot, so_hang_dau, hang, dong });
        Some(taken)
    }

    /// Rows pasted from Excel: cells with tabs between, the first row the head.
    fn bang_cua_excel(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
        let taken = so_dong_excel(rest)?;
        self.dong_khoi();
        let lines = rest.get(..taken).unwrap_or_default();
        let mut hang: Vec<Vec<OTho<'_>>> = lines.iter().map(o_excel).collect();
        let columns = hang.iter().map(Vec::len).max().unwrap_or_default();
        let ngan = hang.iter().zip(lines).find(|(row, _)| row.len() < columns);
        let thieu = ngan.map(|(row, line)| thieu_o(line, row.len(), columns));
        for row in &mut hang {
            row.resize(columns, OTho::tron(""));
        }
        let fault = Fault::new(
            "guessed-table",
            format!(
                "{taken} dòng có dấu Tab được hiểu là một bảng {columns} cột, dòng đầu là đầu bảng"
            ),
        )
        .hint("muốn chắc thì kẻ bảng bằng dấu “|”; không phải bảng thì thay dấu Tab bằng dấu cách")
        .words(lines.first().map_or("", |line| line.chu.split('\t').next().unwrap_or_default()));
        let at = lines.first().map_or(0, |line| line.so);
        self.loi.push(LoiThanBai::canh_bao(at, fault));
        self.loi.extend(thieu);
        let cot = vec![Gach::THUONG; columns];
        let dong = lines.iter().map(|line| line.so).collect();
        self.xong_bang(BangTho { cot, so_hang_dau: 1, hang, dong });
        Some(taken)
    }

    fn xong_bang(&mut self, tho: BangTho<'_>) {
        let BangTho { cot, so_hang_dau, hang, dong } = tho;
        let at = |row: usize| dong.get(row).copied().unwrap_or_default();
        let mut told = Vec::new();
        let (hang, faults) =
            ghep(&hang, so_hang_dau, |row, text| self.khoi_trong_o(text, at(row), &mut told));
        self.loi.append(&mut told);
        self.loi.extend(faults.into_iter().map(|(row, fault)| LoiThanBai::loi(at(row), fault)));
        let rong = do_rong(&cot, so_hang_dau, &hang);
        let canh = cot.iter().map(|gach| gach.canh).collect();
        let trinh_bay =
            TrinhBayBang { khong_ke: self.lay(Lenh::KhongKe), tach_hang: self.lay(Lenh::TachHang) };
        let bang = Bang { canh, rong, so_hang_dau, hang, trinh_bay };
        // An extract may leave rows out.
        if self.cach == CachDanhSo::LienTuc {
            let row = |row: usize| at(row.saturating_add(so_hang_dau));
            let sums = tong_cot::kiem(&bang).into_iter();
            self.loi.extend(sums.map(|(i, fault)| LoiThanBai::canh_bao(row(i), fault)));
        }
        self.ra.khoi.push(Khoi::Bang(bang));
    }

    /// Every row must have a cell for each column.
    fn du_o(&mut self, co: usize, can: usize, line: &DongGo<'_>) {
        if co != can {
            let message = format!("dòng này của bảng có {co} ô, dòng gạch có {can} cột");
            let fault = Fault::new("bad-table", message)
                .hint("thêm hoặc bớt dấu “|”; ô trống gõ một dấu cách giữa hai dấu “|”, hai dấu “||” liền nhau là gộp ô")
                .words(line.chu);
            self.loi.push(LoiThanBai::loi(line.so, fault));
        }
    }

    /// The paragraphs and pictures of a cell that stands on line `at`.
    fn khoi_trong_o(&self, text: &str, at: usize, told: &mut Vec<LoiThanBai>) -> Vec<Khoi> {
        let part = |part: &str| self.mot_khoi_trong_o(part.trim(), at, told);
        tach_br(text).into_iter().map(part).collect()
    }

    fn mot_khoi_trong_o(&self, text: &str, at: usize, told: &mut Vec<LoiThanBai>) -> Khoi {
        let (canh, text) = canh_trong_o(text);
        match anh::doc(text, self.kho) {
            Some(Ok((anh, fault))) => {
                told.extend(fault.map(|fault| LoiThanBai::canh_bao(at, fault)));
                return Khoi::Anh(Anh { canh, ..anh });
            }
            Some(Err(fault)) => told.push(LoiThanBai::loi(at, fault)),
            None => {}
        }
        Khoi::Doan { chu: self.chu(text), canh }
    }
}

/// How a paragraph of a cell is to stand, and its text.
fn canh_trong_o(text: &str) -> (Option<CanhCot>, &str) {
    match lenh::tach(text) {
        Some((lenh, sau)) if !sau.is_empty() => match lenh.as_slice() {
            [Lenh::Canh(canh)] => (Some(*canh), sau),
            _ => (None, text),
        },
        _ => (None, text),
    }
}

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
