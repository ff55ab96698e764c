//! Gộp ô: rows as they were typed → the cells that begin in each of them.

use super::O;
use super::dong::OTho;
use crate::model::Fault;
use crate::model::than_bai::Khoi;

/// What stands in a cell that belongs to the one above it, as MultiMarkdown has it.
const GOP_LEN: &str = "^^";

/// Where the cell stands that covers a column: its row, and its place in that row.
type Cho = Option<(usize, usize)>;

/// The rows with their spans. What can't be joined is named by its row, from 0, and stands as it was typed.
pub(in crate::model::than_bai) fn ghep(
    rows: &[Vec<OTho<'_>>],
    so_hang_dau: usize,
    mut doc: impl FnMut(usize, &str) -> Vec<Khoi>,
) -> (Vec<Vec<O>>, Vec<(usize, Fault)>) {
    let mut out: Vec<Vec<O>> = Vec::with_capacity(rows.len());
    let mut faults = Vec::new();
    let mut tren: Vec<Cho> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        // The head repeats on each page, so no cell reaches out of it.
        let dau_phan = i == 0 || i == so_hang_dau;
        let (mut cells, mut nay, mut cot) = (Vec::new(), Vec::new(), 0_usize);
        for o in row {
            let joins = o.chu == GOP_LEN;
            let above =
                if joins && !dau_phan { o_tren(&mut out, &tren, cot, o.gop_cot) } else { None };
            let cho = match above {
                Some((cho, cell)) => {
                    cell.gop_hang = cell.gop_hang.saturating_add(1);
                    cho
                }
                None => {
                    if joins {
                        faults.push((i, khong_gop_duoc(dau_phan)));
                    }
                    cells.push(O::moi(cot, o.gop_cot, doc(i, &o.chu)));
                    (i, cells.len().saturating_sub(1))
                }
            };
            nay.extend(std::iter::repeat_n(Some(cho), o.gop_cot));
            cot = cot.saturating_add(o.gop_cot);
        }
        out.push(cells);
        tren = nay;
    }
    (out, faults)
}

/// The cell over these columns, if it covers just them.
fn o_tren<'o>(
    out: &'o mut [Vec<O>],
    tren: &[Cho],
    cot: usize,
    gop_cot: usize,
) -> Option<((usize, usize), &'o mut O)> {
    let cho = (*tren.get(cot)?)?;
    let cell = out.get_mut(cho.0)?.get_mut(cho.1)?;
    (cell.cot == cot && cell.gop_cot == gop_cot).then_some((cho, cell))
}

fn khong_gop_duoc(dau_phan: bool) -> Fault {
    let why = match dau_phan {
        true => "ở hàng này không có ô nào ở trên để gộp vào",
        false => "không gộp lên được: ô ở trên không đứng đúng các cột ấy",
    };
    Fault::new("bad-table", format!("ô ghi “{GOP_LEN}” {why}"))
        .hint("“^^” gộp ô với ô ngay trên nó; ô gộp nhiều cột thì hàng dưới cũng gõ “^^” với chừng ấy dấu “|” ở sau")
        .words(GOP_LEN)
}

#[cfg(test)]
mod tests {
    use super::super::dong::cac_o;
    use super::*;
    use crate::model::Chu;

    /// Column, spans and words of a cell.
    type Ngan = (usize, usize, usize, String);

    fn cells(lines: &[&str], so_hang_dau: usize) -> (Vec<Vec<Ngan>>, usize) {
        let rows: Vec<_> = lines.iter().map(|line| cac_o(line)).collect();
        let (rows, faults) = ghep(&rows, so_hang_dau, |_, text| vec![Khoi::doan(Chu::parse(text))]);
        let cell = |o: &O| (o.cot, o.gop_cot, o.gop_hang, o.chu_tron());
        (rows.iter().map(|row| row.iter().map(cell).collect()).collect(), faults.len())
    }

    #[test]
    fn cells_over_several_columns_and_rows() {
        let head = ["| TT | Số lượng || Ghi chú |", "| ^^ | Nam | Nữ | ^^ |", "| 1 | 2 | 3 | |"];
        let (rows, faults) = cells(&head, 2);
        let o = |cot, gop_cot, gop_hang, chu: &str| (cot, gop_cot, gop_hang, chu.to_owned());
        assert_eq!(faults, 0);
        assert_eq!(rows[0], [o(0, 1, 2, "TT"), o(1, 2, 1, "Số lượng"), o(3, 1, 2, "Ghi chú")]);
        assert_eq!(rows[1], [o(1, 1, 1, "Nam"), o(2, 1, 1, "Nữ")]);
        assert_eq!(cells(&["| a || b |", "| ^^ || c |"], 0).0[0][0], o(0, 2, 2, "a"));
        // Not over the same columns, out of the head, in the first row.
        assert_eq!(cells(&["| a || b |", "| ^^ | c | d |"], 0).1, 1);
        assert_eq!(cells(&["| a |", "| ^^ |"], 1).1, 1);
        assert_eq!(cells(&["| ^^ |"], 0).1, 1);
    }
}
