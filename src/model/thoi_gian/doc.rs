//! Reads the points in time of a phrase. The grammar is small: numbers with `/` or `-`, the words
//! `ngày tuần tháng quý năm`, and `đầu giữa cuối`; all other words are passed over.

/// A point as far as it is said. Days and months are spans, `đầu tháng 6` being days 1 to 10.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Diem {
    pub ngay: Option<(u32, u32)>,
    pub thang: Option<(u32, u32)>,
    pub nam: Option<i32>,
}

impl Diem {
    /// Takes the month and year that are left out from the point that follows.
    pub fn bo_sung(&mut self, later: &Self) {
        if self.ngay.is_some() && self.thang.is_none() {
            self.thang = later.thang;
        }
        self.nam = self.nam.or(later.nam);
    }
}

/// A piece of the phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    So(u32),
    Chu(String),
    Gach,
    Xuyet,
}
use Token::{Chu, Gach, So, Xuyet};

/// The days of `đầu`, `giữa`, `cuối` of a month; the last is cut to the month's length.
const PHAN_THANG: &[(&str, (u32, u32))] =
    &[("đầu", (1, 10)), ("giữa", (11, 20)), ("cuối", (21, 31))];
/// The months of `đầu`, `giữa`, `cuối` of a year.
const PHAN_NAM: &[(&str, (u32, u32))] = &[("đầu", (1, 4)), ("giữa", (5, 8)), ("cuối", (9, 12))];
/// Words after a number that make it a count or an hour, not a date.
const DON_VI: &[&str] =
    &["ngày", "giờ", "h", "g", "phút", "buổi", "đêm", "tuần", "đợt", "lần", "người"];

/// All points of the phrase in order; none if a number is left that fits nowhere.
pub fn cac_diem(text: &str) -> Option<Vec<Diem>> {
    let tokens = tach(&text.to_lowercase())?;
    let mut points = Vec::new();
    let mut at = 0usize;
    while let Some(rest) = tokens.get(at..).filter(|r| !r.is_empty()) {
        let (point, used) = doc_diem(rest, &points)?;
        points.extend(point);
        at = at.saturating_add(used.max(1));
    }
    Some(points)
}

/// Words, numbers and signs; none if a number is too long to be one.
fn tach(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let same = |a: char| {
            if c.is_ascii_digit() {
                a.is_ascii_digit()
            } else {
                c.is_alphabetic() && a.is_alphabetic()
            }
        };
        let end = rest.find(|a| !same(a)).filter(|end| *end > 0).unwrap_or(if same(c) {
            rest.len()
        } else {
            c.len_utf8()
        });
        let (word, after) = rest.split_at_checked(end)?;
        match c {
            '0'..='9' => tokens.push(So(word.parse().ok()?)),
            '-' | '–' | '—' => tokens.push(Gach),
            '/' | '.' if after.starts_with(|a: char| a.is_ascii_digit() || a == ' ') => {
                tokens.extend((c == '/').then_some(Xuyet));
            }
            _ if c.is_alphabetic() => tokens.push(Chu(word.to_owned())),
            '/' => tokens.push(Xuyet),
            _ => {}
        }
        rest = after;
    }
    Some(tokens)
}

/// One step: a point, or something to pass over, and how many tokens it took.
fn doc_diem(tokens: &[Token], before: &[Diem]) -> Option<(Option<Diem>, usize)> {
    if let Some((point, used)) = doc_cum_tu(tokens) {
        return Some((Some(point), used));
    }
    match tokens {
        [Chu(w), So(n), ..] if w == "thứ" && (2..=7).contains(n) => Some((None, 2)),
        [So(_), Chu(h), So(_), ..] if h == "h" || h == "giờ" || h == "g" => Some((None, 3)),
        [So(_), Chu(unit), ..] if DON_VI.contains(&unit.as_str()) => Some((None, 1)),
        // A number that these can't have must not be taken for a day or month.
        [Chu(w), So(_), ..] if w == "tuần" || w == "quý" => None,
        [Chu(_) | Gach, ..] => Some((None, 1)),
        [So(_), ..] => doc_so(tokens, before).map(|(point, used)| (Some(point), used)),
        _ => None,
    }
}

/// Points that begin with a word: `tháng 4 năm 2023`, `quý III/2023`, `6 tháng đầu năm 2023`.
fn doc_cum_tu(tokens: &[Token]) -> Option<(Diem, usize)> {
    let (head, rest) = tokens.split_first()?;
    let word = |token: Option<&Token>| match token {
        Some(Chu(w)) => w.clone(),
        _ => String::new(),
    };
    match (head, rest) {
        (Chu(w), [So(n), ..]) if w == "ngày" => {
            let tail = rest.get(1..).unwrap_or_default();
            let (thang, nam, used) = duoi_ngay(tail);
            Some((Diem { ngay: Some((*n, *n)), thang, nam }, used.saturating_add(2)))
        }
        (Chu(w), [Chu(t), _, ..]) if w == "tuần" && t == "thứ" => {
            let (point, used) = doc_tuan(rest.get(1..)?)?;
            Some((point, used.saturating_add(2)))
        }
        (Chu(w), _) if w == "tuần" => doc_tuan(rest).map(|(p, used)| (p, used.saturating_add(1))),
        (Chu(w), [Chu(t), So(_), ..]) if t == "tháng" => {
            let days = PHAN_THANG.iter().find(|(name, _)| name == w)?.1;
            let (point, used) = doc_cum_tu(rest)?;
            Some((Diem { ngay: Some(days), ..point }, used.saturating_add(1)))
        }
        (Chu(w), [So(n), tail @ ..]) if w == "tháng" => {
            let (nam, used) = duoi_nam(tail);
            Some((Diem { ngay: None, thang: Some((*n, *n)), nam }, used.saturating_add(2)))
        }
        (Chu(w), [quy, tail @ ..]) if w == "quý" => {
            let q = so_quy(quy)?;
            let (nam, used) = duoi_nam(tail);
            let last = q.saturating_mul(3);
            let months = (last.saturating_sub(2), last);
            Some((Diem { ngay: None, thang: Some(months), nam }, used.saturating_add(2)))
        }
        (Chu(w), [Chu(t), So(_), ..]) if t == "năm" => {
            let months = PHAN_NAM.iter().find(|(name, _)| name == w)?.1;
            let (nam, used) = duoi_nam(rest);
            Some((Diem { ngay: None, thang: Some(months), nam }, used.saturating_add(1)))
        }
        (Chu(w), [So(_), ..]) if w == "năm" => {
            let (nam, used) = duoi_nam(tokens);
            Some((Diem { nam, ..Diem::default() }, used))
        }
        (So(n @ 1..=11), [Chu(t), Chu(phan), tail @ ..]) if t == "tháng" => {
            let months = match phan.as_str() {
                "đầu" => (1, *n),
                "cuối" => (13u32.saturating_sub(*n), 12),
                _ => return None,
            };
            let (nam, used) = duoi_nam(tail);
            let extra = usize::from(nam.is_none() && word(tail.first()) == "năm");
            Some((
                Diem { ngay: None, thang: Some(months), nam },
                used.saturating_add(extra).saturating_add(3),
            ))
        }
        _ => None,
    }
}

/// Points that begin with a bare number: `12/6/2023`, `8/2023`, `2023-06-12`, `12 - 16/6/2023`.
fn doc_so(tokens: &[Token], before: &[Diem]) -> Option<(Diem, usize)> {
    let day = |d: u32, m: Option<u32>, y: Option<u32>| Diem {
        ngay: Some((d, d)),
        thang: m.map(|m| (m, m)),
        nam: y.map(nam),
    };
    match tokens {
        [So(y), Gach, So(m), Gach, So(d), ..] if *y > 31 => Some((day(*d, Some(*m), Some(*y)), 5)),
        [So(d), Gach, So(m), Gach, So(y), ..] if *y > 31 => Some((day(*d, Some(*m), Some(*y)), 5)),
        [So(m), Xuyet, So(y), ..] if *y > 31 => {
            let months = Some((*m, *m));
            Some((Diem { ngay: None, thang: months, nam: Some(nam(*y)) }, 3))
        }
        [So(d), tail @ ..] if duoi_ngay(tail).0.is_some() => {
            let (thang, nam, used) = duoi_ngay(tail);
            Some((Diem { ngay: Some((*d, *d)), thang, nam }, used.saturating_add(1)))
        }
        [So(d), Gach, So(_), ..] => Some((day(*d, None, None), 1)),
        [So(d), Chu(word), Chu(_) | So(_), ..] if word == "đến" => {
            Some((day(*d, None, None), 1))
        }
        // `tháng 4 - 6`: the number takes the unit of the point before it.
        [So(n), ..] if before.last().is_some_and(|p| p.ngay.is_none() && p.thang.is_some()) => {
            Some((Diem { ngay: None, thang: Some((*n, *n)), nam: None }, 1))
        }
        _ => None,
    }
}

/// The month and year after a day: `/6/2023`, `tháng 6 năm 2023`, `/6`, or nothing.
fn duoi_ngay(tokens: &[Token]) -> (Option<(u32, u32)>, Option<i32>, usize) {
    let (m, tail) = match tokens {
        [Xuyet, So(m), tail @ ..] => (*m, tail),
        [Chu(w), So(m), tail @ ..] if w == "tháng" => (*m, tail),
        [Gach, So(m), Gach, So(y), ..] if *y > 31 => return (Some((*m, *m)), Some(nam(*y)), 4),
        _ => return (None, None, 0),
    };
    let (year, used) = duoi_nam(tail);
    (Some((m, m)), year, used.saturating_add(2))
}

/// The year after a month: `/2023`, `năm 2023`, or nothing.
fn duoi_nam(tokens: &[Token]) -> (Option<i32>, usize) {
    match tokens {
        [Xuyet, So(y), ..] => (Some(nam(*y)), 2),
        [Chu(w), So(y), ..] if w == "năm" => (Some(nam(*y)), 2),
        _ => (None, 0),
    }
}

/// `tuần 2 tháng 6/2023`: seven days from the first, the eighth, and so on.
fn doc_tuan(tokens: &[Token]) -> Option<(Diem, usize)> {
    let (number, rest) = tokens.split_first()?;
    let days = match number {
        So(n @ 1..=5) => (n.saturating_mul(7).saturating_sub(6), n.saturating_mul(7)),
        Chu(w) if w == "đầu" => (1, 7),
        Chu(w) if w == "cuối" => (22, 31),
        _ => return None,
    };
    match rest {
        [Chu(w), So(_), ..] if w == "tháng" => {
            let (point, used) = doc_cum_tu(rest)?;
            Some((Diem { ngay: Some(days), ..point }, used.saturating_add(1)))
        }
        _ => None,
    }
}

fn so_quy(token: &Token) -> Option<u32> {
    match token {
        So(n @ 1..=4) => Some(*n),
        Chu(w) => ["i", "ii", "iii", "iv"].iter().zip(1..).find(|(r, _)| *r == w).map(|(_, n)| n),
        _ => None,
    }
}

/// Too large a year stays too large, and is refused later by its range.
fn nam(year: u32) -> i32 {
    i32::try_from(year).unwrap_or(i32::MAX)
}
