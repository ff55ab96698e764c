//! Từ dài: words that no line can hold. They are cut where a line ends, in the PDF as in Word, and that is told.

use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CacTrang, DoanChu, Hinh};

/// So many letters of a word name it.
const CHU_DAU: usize = 30;

/// A finding for each word that was cut. `tieu_de` names the document.
pub fn xem(pages: &CacTrang, tieu_de: &str) -> Vec<Diagnostic> {
    let drawn = pages.trang.iter().flat_map(|trang| &trang.ve).filter(|ve| ve.la.is_some());
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut goes_on = false;
    for ve in drawn {
        let Hinh::Chu(chu) = &ve.hinh else { continue };
        // A long word may be cut more than once, and the head of a table is drawn on each of its pages.
        let again = goes_on && !chu.chu.contains(' ');
        goes_on = chu.cat;
        let finding = (chu.cat && !again).then(|| canh_bao(chu, tieu_de));
        found.extend(finding.filter(|finding| !found.contains(finding)));
    }
    found
}

fn canh_bao(chu: &DoanChu, tieu_de: &str) -> Diagnostic {
    let start = chu.chu.rfind(' ').map_or(0, |at| at.saturating_add(1));
    let tu = chu.chu.get(start..).unwrap_or_default();
    let dau: String = tu.chars().take(CHU_DAU).collect();
    let message = format!("“{tieu_de}”: từ “{dau}…” dài hơn dòng của nó nên bị ngắt ở giữa");
    let found = Diagnostic::warning("word-too-long", message)
        .hint("thêm dấu cách hoặc dấu gạch nối vào chỗ muốn ngắt; trong bảng thì kẻ thêm gạch cho cột ấy rộng ra; đường dẫn Internet thì rút gọn");
    match chu.goc.tai(start) {
        Some((piece, nguon)) => {
            let end = piece.end.min(chu.chu.len());
            found.about(nguon.clone(), chu.chu.get(start..end).unwrap_or_default().to_owned())
        }
        None => found,
    }
}
