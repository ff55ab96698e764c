//! Giới hạn: how much one document may hold, told before it is composed. What is composed takes some ten thousand
//! bytes a piece (Typst's content, lines, pages, both files), so that the longest stays below a process's bound.

use crate::compose::value::du_lieu::DuLieu;
use crate::diagnostic::Diagnostic;
use crate::model::VanBan;

/// Pieces of the longest document: some two thousand pages of paragraphs, or a table of six thousand rows with five
/// cells.
pub const NHIEU_NHAT: usize = 30_000;

/// Refuses what is longer.
pub(super) fn vua_suc(van_ban: &VanBan, data: &DuLieu) -> Result<(), Vec<Diagnostic>> {
    let so = so_phan(data);
    if so <= NHIEU_NHAT {
        return Ok(());
    }
    let message = format!(
        "{}: văn bản có {} phần (đoạn, ô bảng, chú thích, chỗ đậm nghiêng), quá {}",
        van_ban.nguon,
        nghin(so),
        nghin(NHIEU_NHAT)
    );
    let hint = "tách thành nhiều văn bản; danh sách dài thì để trong tệp Excel gửi kèm";
    Err(vec![Diagnostic::error("too-many", message).hint(hint)])
}

/// Pieces of rich text, notes, plain items of lists, pictures, empty cells.
fn so_phan(data: &DuLieu) -> usize {
    match data {
        DuLieu::DanhSach(items) => {
            let inside = items.iter().map(|item| match item {
                DuLieu::Chu(_) => 1,
                other => so_phan(other),
            });
            inside.sum::<usize>().max(1)
        }
        DuLieu::Nhom(nhom) => {
            let own = nhom.contains_key("nghieng")
                || nhom.contains_key("chu_thich")
                || (nhom.contains_key("khoi") && !nhom.contains_key("chu"));
            let inside: usize = nhom.values().map(so_phan).sum();
            inside.saturating_add(usize::from(own))
        }
        _ => 0,
    }
}

/// `30.000`.
fn nghin(so: usize) -> String {
    let digits = so.to_string();
    let at = |i: usize| i > 0 && digits.len().saturating_sub(i).is_multiple_of(3);
    let parts =
        digits.char_indices().map(|(i, c)| if at(i) { format!(".{c}") } else { c.to_string() });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::value::du_lieu::{NhomDuLieu, nhom};

    #[test]
    fn pieces_are_counted_wherever_they_stand() {
        let piece = || -> DuLieu { nhom! { "chu": "a", "dam": false, "nghieng": false }.into() };
        let row: Vec<DuLieu> = vec![vec![piece(), piece()].into(), Vec::<DuLieu>::new().into()];
        let data: DuLieu = nhom! { "khoi": "bang", "hang": vec![DuLieu::from(row)] }.into();
        // Two pieces, an empty cell, the table.
        assert_eq!(so_phan(&data), 4);
        assert_eq!(so_phan(&NhomDuLieu::new().into()), 0);
        assert_eq!(
            (nghin(7), nghin(30_000), nghin(1_234_567)),
            ("7".into(), "30.000".into(), "1.234.567".into())
        );
    }
}
