//! Words that no line can hold. Word would tear such a word apart and the PDF would run it off the
//! paper, so it is a fault before either is written.

use crate::compose::document::{Block, Document, Inline, Text};
use crate::compose::fonts::{Face, Fonts};
use crate::diagnostic::Diagnostic;
use crate::model::Nguon;

/// Signs after which a line may break inside a word.
const NGAT_DUOC: [char; 5] = ['-', '–', '/', '?', '…'];

/// What a place offers to a line: its width in mm and its type size in pt.
#[derive(Clone, Copy)]
struct Cho {
    rong_mm: f64,
    co_pt: f64,
}

/// A word that is wider than its place.
struct TuDai {
    tu: String,
    /// As much of it as its field says.
    trong_muc: String,
    cho: Cho,
    nguon: Option<Nguon>,
}

/// A finding for every word of the body, its notes, tables and appendices that is wider than its place.
pub fn kiem(document: &Document, nguon: &str, fonts: &Fonts) -> Result<(), Vec<Diagnostic>> {
    let t = &document.the_thuc;
    let mut found = Vec::new();
    let mut xem = |blocks: &[Block], rong_mm: f64| {
        let cho = Cho { rong_mm, co_pt: t.co_chu_than_bai_pt };
        trong_khoi(blocks, cho, document, fonts, &mut found);
    };
    xem(&document.than_bai, t.rong_chu_mm());
    for phu_luc in &document.phu_luc {
        xem(&phu_luc.than_bai, t.rong_chu_cua_mm(phu_luc.ngang));
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(found.into_iter().map(|tu| loi(tu, nguon)).collect())
}

fn trong_khoi(
    blocks: &[Block],
    cho: Cho,
    document: &Document,
    fonts: &Fonts,
    found: &mut Vec<TuDai>,
) {
    let t = &document.the_thuc;
    for block in blocks {
        for inline in block.inlines() {
            match inline {
                Inline::Text(text) => {
                    let face = if text.dam { Face::Bold } else { Face::Regular };
                    let qua = |tu: &&str| fonts.width_mm(tu, face, cho.co_pt) > cho.rong_mm;
                    let words = cac_tu(&text.chu).filter(qua);
                    found.extend(words.map(|tu| cua(text, tu, cho)));
                }
                Inline::Footnote { noi_dung } => {
                    let note = Cho { co_pt: t.co_chu_chu_thich_pt, ..cho };
                    trong_khoi(noi_dung, note, document, fonts, found);
                }
                Inline::LineBreak => {}
            }
        }
        if let Block::Table(table) = block {
            let cot: Vec<f64> = table.cot_mm().collect();
            for cell in table.hang.iter().flatten() {
                let rong: f64 = cot.iter().skip(cell.cot).take(cell.gop_cot).sum();
                let o = Cho { rong_mm: rong - 2.0 * t.o_cach_mm, co_pt: t.co_chu_bang_pt };
                trong_khoi(&cell.noi_dung, o, document, fonts, found);
            }
        }
    }
}

/// The pieces between which a line may break. A no-break space joins, and so does a hyphen or a stroke
/// before a figure: `31/12/2026`.
fn cac_tu(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n']).flat_map(cac_khuc)
}

fn cac_khuc(tu: &str) -> Vec<&str> {
    let mut khuc = Vec::new();
    let mut dau = 0;
    let ends = tu.char_indices().map(|(at, c)| (c, at.saturating_add(c.len_utf8())));
    for (c, cuoi) in ends.filter(|(c, _)| NGAT_DUOC.contains(c)) {
        let sau = tu.get(cuoi..).unwrap_or_default();
        let dinh = matches!(c, '-' | '/') && sau.starts_with(|c: char| c.is_ascii_digit());
        if !dinh {
            khuc.extend(tu.get(dau..cuoi));
            dau = cuoi;
        }
    }
    khuc.extend(tu.get(dau..));
    khuc
}

/// A word with the field that says it, or its beginning; what the program sets behind it is none of its words.
fn cua(text: &Text, tu: &str, cho: Cho) -> TuDai {
    let whole = || TuDai { tu: tu.to_owned(), trong_muc: String::new(), cho, nguon: None };
    let at = tu.as_ptr().addr().checked_sub(text.chu.as_ptr().addr());
    let found = at.and_then(|at| {
        let (piece, nguon) = text.goc.tai(at)?;
        let end = at.saturating_add(tu.len()).min(piece.end);
        Some((text.chu.get(at..end)?.to_owned(), nguon.clone()))
    });
    match found {
        Some((trong_muc, nguon)) => TuDai { trong_muc, nguon: Some(nguon), ..whole() },
        None => whole(),
    }
}

fn loi(qua_dai: TuDai, nguon: &str) -> Diagnostic {
    let TuDai { tu, trong_muc, cho, nguon: field } = qua_dai;
    let dau: String = tu.chars().take(30).collect();
    let message =
        format!("{nguon}: từ “{dau}…” dài quá chỗ của nó trên trang ({:.0} mm)", cho.rong_mm);
    let found = Diagnostic::error("word-too-long", message)
        .hint("thêm dấu cách hoặc dấu gạch nối vào giữa từ ấy; trong bảng thì kẻ thêm gạch cho cột ấy rộng ra; đường dẫn Internet thì rút gọn");
    match field {
        Some(nguon) => found.about(nguon, trong_muc),
        None => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_break_after_hyphens_and_slashes() {
        let tu: Vec<&str> = cac_tu("kinh tế-xã hội https://a.vn/b\u{a0}c").collect();
        assert_eq!(tu, ["kinh", "tế-", "xã", "hội", "https:/", "/", "a.vn/", "b\u{a0}c"]);
        let tu: Vec<&str> = cac_tu("31/12/2026 2026-2030 118/VP-HC").collect();
        assert_eq!(tu, ["31/12/2026", "2026-2030", "118/", "VP-", "HC"]);
    }
}
