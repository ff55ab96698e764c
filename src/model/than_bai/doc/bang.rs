//! Bảng: a table drawn with bars, or pasted from Excel.

use super::NguoiDoc;
use crate::model::than_bai::bang::{Bang, Gach, cac_o, do_rong, dong_gach};
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::loi::LoiThanBai;
use crate::model::than_bai::{CachDanhSo, Khoi, tong_cot};
use crate::model::{Chu, Fault};

impl NguoiDoc<'_> {
    /// A table that begins here, with the number of its lines.
    pub(super) fn bang(&mut self, rest: &[DongGo<'_>]) -> Option<usize> {
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

    /// The paragraphs of a cell.
    fn doan_trong_o(&self, text: &str) -> Vec<Chu> {
        tach_br(text).into_iter().map(|part| self.chu(part.trim())).collect()
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
