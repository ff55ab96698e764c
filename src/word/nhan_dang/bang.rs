//! A table as light Markdown, with the cells that span columns and rows.

use super::than::KhoiThan;
use crate::word::doc_word::dang::CanLe;
use crate::word::doc_word::{Bang, Doan, Hang, Khoi, O, TepWord};

/// Dashes of all columns together.
const GACH: i64 = 72;
/// No column has fewer dashes than make it one.
const IT_NHAT: i64 = 4;

/// What a cell's paragraph comes to: Markdown, notes, bare words.
type DocO<'d> = &'d mut dyn FnMut(&Doan) -> (String, Vec<String>, String);

pub fn bang_md(word: &TepWord, bang: &Bang, doc: DocO<'_>) -> Option<KhoiThan> {
    let cot = bang.hang.iter().map(so_cot).max().filter(|cot| *cot > 0)?;
    let mut out =
        KhoiThan { la_bang: true, noi: format!("Bảng {}", bang.thu), ..KhoiThan::default() };
    let mut words: Vec<String> = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    let head = so_hang_dau(word, bang);
    let mut above: &[O] = &[];
    for (i, hang) in bang.hang.iter().enumerate() {
        let mut line = String::from("|");
        let mut at = 0;
        for o in &hang.o {
            while at < o.cot {
                line.push_str(" |");
                at = at.saturating_add(1);
            }
            let goes_on = gop_len(word, o)
                && above.iter().any(|up| (up.cot, up.gop_cot) == (o.cot, o.gop_cot));
            let text = match goes_on {
                true => "^^".to_owned(),
                false => chu_o(o, doc, &mut out.ghi_chu, &mut words),
            };
            // A head is bold anyway.
            let text = if i < head { text.replace("**", "") } else { text };
            line.push_str(&format!(" {text} {}", "|".repeat(o.gop_cot)));
            at = at.saturating_add(o.gop_cot);
        }
        while at < cot {
            line.push_str(" |");
            at = at.saturating_add(1);
        }
        rows.push(line);
        above = &hang.o;
    }
    rows.insert(head.min(rows.len()), dong_gach(word, bang, cot));
    let plain = if co_ke(word, bang) { "" } else { "{không kẻ}\n" };
    out.md = format!("{plain}{}", rows.join("\n"));
    (out.muc, out.tron) = (out.md.clone(), out.md.clone());
    out.chu = words.join(" ");
    Some(out)
}

fn so_cot(hang: &Hang) -> usize {
    hang.o.last().map_or(0, |o| o.cot.saturating_add(o.gop_cot))
}

fn chu_o(o: &O, doc: DocO<'_>, notes: &mut Vec<String>, words: &mut Vec<String>) -> String {
    let mut parts = Vec::new();
    for doan in o.khoi.iter().flat_map(Khoi::cac_doan) {
        let (md, texts, bare) = doc(doan);
        notes.extend(texts);
        if !md.is_empty() {
            words.push(bare);
            parts.push(md.replace('|', "\\|"));
        }
    }
    let text = parts.join("<br>");
    if text == "^^" { "\\^^".to_owned() } else { text }
}

/// A cell that goes on with the one above it.
fn gop_len(word: &TepWord, o: &O) -> bool {
    let merge = word.o_dung(o).and_then(|properties| properties.find("w:vMerge"));
    merge.is_some_and(|merge| merge.get("w:val") != Some("restart"))
}

/// Rows that repeat on each page, or else a first row all in bold, with those that cells of theirs reach down into.
fn so_hang_dau(word: &TepWord, bang: &Bang) -> usize {
    let repeated = bang.hang.iter().take_while(|hang| hang.tieu_de).count();
    let first = bang.hang.first().filter(|_| bang.hang.len() > 1);
    let bold = first.is_some_and(|hang| {
        let all = hang.cac_doan();
        let mut texts = all.iter().filter(|doan| !doan.trong()).peekable();
        texts.peek().is_some()
            && texts.all(|doan| {
                word.dang_nhanh(doan).is_some_and(|d| super::dong::phan_nhieu(&d, |c| c.dam))
            })
    });
    let own = match repeated {
        1.. if repeated < bang.hang.len() => repeated,
        _ => usize::from(bold),
    };
    let reached = |hang: &&Hang| hang.o.iter().any(|o| gop_len(word, o));
    let more = bang.hang.iter().skip(own).take_while(reached).count();
    match own {
        0 => 0,
        own if own.saturating_add(more) < bang.hang.len() => own.saturating_add(more).min(4),
        own => own.min(4),
    }
}

/// Widths and sides of the columns.
fn dong_gach(word: &TepWord, bang: &Bang, cot: usize) -> String {
    let widths = word.rong_cot(bang);
    let sum: i64 = widths.iter().take(cot).sum::<i64>().max(1);
    let column = |i: usize| {
        let share =
            widths.get(i).map(|w| w.saturating_mul(GACH).checked_div(sum).unwrap_or(IT_NHAT));
        let count = usize::try_from(share.unwrap_or(IT_NHAT).max(IT_NHAT)).unwrap_or(4);
        let dashes = "-".repeat(count);
        match canh_cot(word, bang, i) {
            CanLe::Giua => format!(":{dashes}:"),
            CanLe::Phai => format!("{dashes}:"),
            _ => dashes,
        }
    };
    format!("|{}|", (0..cot).map(column).collect::<Vec<_>>().join("|"))
}

/// How most cells of a column stand.
fn canh_cot(word: &TepWord, bang: &Bang, cot: usize) -> CanLe {
    let mut counts = [0_usize; 3];
    for o in bang.hang.iter().skip(1).take(60).flat_map(|hang| &hang.o) {
        if o.cot != cot || o.gop_cot > 1 {
            continue;
        }
        for doan in o.khoi.iter().flat_map(Khoi::cac_doan).filter(|doan| !doan.trong()) {
            let at = match word.dang_nhanh(doan).map(|d| d.can) {
                Some(CanLe::Giua) => 1,
                Some(CanLe::Phai) => 2,
                _ => 0,
            };
            if let Some(count) = counts.get_mut(at) {
                *count = count.saturating_add(1);
            }
        }
    }
    let [left, middle, right] = counts;
    if middle > left && middle >= right {
        CanLe::Giua
    } else if right > left {
        CanLe::Phai
    } else {
        CanLe::Trai
    }
}

/// Whether the table has rules.
fn co_ke(word: &TepWord, bang: &Bang) -> bool {
    word.bang_co_ke(bang)
}
