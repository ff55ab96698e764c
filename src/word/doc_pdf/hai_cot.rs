//! Hai cột: rows of which a left and a right side stand beside each other, as in head and foot of a paper.

use super::dong::{Hang, Manh};
use super::khoi::{Canh, DongPdf, canh};
use crate::word::nhan_dang::tu::{bo_dau_muc, khoa, la_gach};

/// A row further down than this, in sizes of its letters, is not of the same table; a signature has its place below.
const XA: f64 = 9.0;
/// Between two lines of a side further apart there is a blank line.
const CACH: f64 = 2.2;
/// What is blank between the sides, in points.
const KHE: f64 = 3.0;
/// A right side begins no further left, as part of the text's width.
const PHAI_TU: f64 = 0.3;
/// So many rows of three pieces and more make a table of another sort.
const HANG_BANG: usize = 2;

/// The two sides, and how many rows they take.
pub(super) struct HaiCot {
    pub trai: Vec<DongPdf>,
    pub phai: Vec<DongPdf>,
    pub so_hang: usize,
}

/// The sides with which `rows` begin; `le` are the left and the right end of the page's text.
pub(super) fn dau(rows: &[Hang], le: (f64, f64)) -> Option<HaiCot> {
    let first = rows.first()?;
    let mut khe = khe_rong_nhat(first)?;
    if khe.1 < le.0 + PHAI_TU * (le.1 - le.0) {
        return None;
    }
    let (mut trai, mut phai) = (Vec::<Manh>::new(), Vec::new());
    let (mut so_hang, mut nhieu) = (0_usize, 0_usize);
    let mut y = first.y;
    for row in rows {
        let own = gan(row, y) && !rieng(row, khe, y, le);
        let Some(next) = thu_hep(khe, row).filter(|_| own) else { break };
        khe = next;
        y = row.y;
        nhieu = nhieu.saturating_add(usize::from(row.manh.len() > 2));
        let (left, right): (Vec<&Manh>, Vec<&Manh>) =
            row.manh.iter().partition(|piece| piece.x1 <= khe.0);
        let left = gop(&left);
        if left.as_ref().is_some_and(|next| sang_phan_khac(&trai, next)) {
            break;
        }
        so_hang = so_hang.saturating_add(1);
        trai.extend(left);
        phai.extend(gop(&right));
    }
    (nhieu < HANG_BANG).then(|| HaiCot { trai: noi_muc(ben(trai)), phai: ben(phai), so_hang })
}

fn khe_rong_nhat(row: &Hang) -> Option<(f64, f64)> {
    let gaps = row.manh.iter().zip(row.manh.iter().skip(1)).map(|(a, b)| (a.x1, b.x0));
    gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

fn gan(row: &Hang, y: f64) -> bool {
    let co = row.manh.iter().map(|piece| piece.co).fold(0.0, f64::max);
    row.y - y <= XA * co
}

/// Behind the last recipient and some room the head of whoever copied the paper begins, and behind that head his foot.
fn sang_phan_khac(trai: &[Manh], next: &Manh) -> bool {
    let starts = |piece: &Manh, word: &str| khoa(&bo_dau_muc(&piece.chu)).starts_with(word);
    let kept = |last: &Manh| starts(last, "luu") && next.y - last.y > CACH * next.co;
    let numbered = || trai.iter().any(|piece| starts(piece, "so:") || starts(piece, "so "));
    trai.last().is_some_and(kept) || (starts(next, "noi nhan") && numbered())
}

/// A row that has one piece and stands by itself: a title in the middle of the page, or on the left with room above.
fn rieng(row: &Hang, khe: (f64, f64), y: f64, le: (f64, f64)) -> bool {
    let [one] = row.manh.as_slice() else { return false };
    let left = f64::midpoint(one.x0, one.x1) < f64::midpoint(khe.0, khe.1);
    canh(one, le) == Canh::Giua || (left && row.y - y > CACH * one.co)
}

/// What stays blank between the sides with this row; none where something of it stands in the blank.
fn thu_hep((tu, den): (f64, f64), row: &Hang) -> Option<(f64, f64)> {
    let middle = f64::midpoint(tu, den);
    let (mut a, mut b) = (tu, den);
    for piece in &row.manh {
        // Both ends on one side of what is blank.
        if f64::midpoint(piece.x0, piece.x1) < middle {
            a = a.max(piece.x1);
        } else {
            b = b.min(piece.x0);
        }
    }
    (b - a >= KHE).then_some((a, b))
}

/// The pieces of one side of a row.
fn gop(pieces: &[&Manh]) -> Option<Manh> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let words: Vec<&str> = pieces.iter().map(|piece| piece.chu.as_str()).collect();
    Some(Manh { chu: words.join(" "), x1: last.x1, ..(*first).clone() })
}

/// The lines of a side, with blank ones where there is room.
fn ben(lines: Vec<Manh>) -> Vec<DongPdf> {
    let mut out = Vec::new();
    let mut before: Option<f64> = None;
    for line in lines {
        if before.is_some_and(|y| line.y - y > CACH * line.co) {
            out.push(DongPdf::default());
        }
        before = Some(line.y);
        out.push(DongPdf::tu(&line));
    }
    out
}

/// Lines of the recipients that go on with the one above, which a Word file has as one paragraph.
fn noi_muc(lines: Vec<DongPdf>) -> Vec<DongPdf> {
    let mut out: Vec<DongPdf> = Vec::new();
    let mut list = false;
    for line in lines {
        // Their head may stand in a row of its own above; no name of an office begins with a dash.
        list |= khoa(&line.chu).starts_with("noi nhan") || la_gach(&line.chu);
        let open = out.last_mut().filter(|last| {
            let open = list && la_gach(&last.chu) && !last.chu.ends_with([';', '.', '/']);
            open && !line.chu.is_empty()
        });
        match open.filter(|last| !la_gach(&line.chu) && last.dam == line.dam) {
            Some(last) => {
                last.chu.push(' ');
                last.chu.push_str(&line.chu);
            }
            None => out.push(line),
        }
    }
    out
}
