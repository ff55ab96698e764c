//! A value as YAML text.

use super::cay::Cay;

/// How deep the children of a key or of a dash stand behind it.
const BAC: usize = 2;

/// How a text may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kieu {
    Tron,
    NhayDon,
    NhayKep,
    /// Under `|`.
    Khoi,
    /// Under `>-`, on one line.
    Gap,
}

/// All of them, the plainest first.
pub const CAC_KIEU: [Kieu; 4] = [Kieu::Khoi, Kieu::Tron, Kieu::NhayDon, Kieu::NhayKep];

/// What stands behind the colon of a key at column `cot`, or behind a dash there, with the space before it. None if
/// the text can't be written so.
pub fn sau_dau(cay: &Cay, cot: usize, chon: &dyn Fn(&str) -> Kieu) -> Option<String> {
    match cay {
        Cay::Trong => Some(String::new()),
        Cay::Chu(text) => chu(text, cot, chon(text)),
        Cay::DanhSach(items) if items.is_empty() => Some(" []".to_owned()),
        Cay::Nhom(entries) if entries.is_empty() => Some(" {}".to_owned()),
        Cay::DanhSach(items) => {
            let lines = items.iter().map(|item| phan_tu(item, cot.saturating_add(BAC), chon));
            Some(format!("\n{}", lines.collect::<Option<Vec<_>>>()?.join("\n")))
        }
        Cay::Nhom(entries) => {
            let lines = entries.iter().map(|(k, v)| muc(k, v, cot.saturating_add(BAC), chon));
            Some(format!("\n{}", lines.collect::<Option<Vec<_>>>()?.join("\n")))
        }
    }
}

/// An item with its dash at column `cot`; no line break at the end.
pub fn phan_tu(item: &Cay, cot: usize, chon: &dyn Fn(&str) -> Kieu) -> Option<String> {
    let lui = " ".repeat(cot);
    match item {
        Cay::Nhom(entries) if !entries.is_empty() => {
            let con = cot.saturating_add(BAC);
            let lines = entries.iter().map(|(k, v)| muc(k, v, con, chon));
            let text = lines.collect::<Option<Vec<_>>>()?.join("\n");
            Some(format!("{lui}- {}", text.get(con..)?))
        }
        Cay::DanhSach(_) => None,
        item => Some(format!("{lui}-{}", sau_dau(item, cot, chon)?)),
    }
}

/// A key at column `cot` with its value; no line break at the end.
pub fn muc(khoa: &str, cay: &Cay, cot: usize, chon: &dyn Fn(&str) -> Kieu) -> Option<String> {
    let plain = khoa.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !khoa.is_empty();
    let khoa = if plain { khoa.to_owned() } else { nhay_kep(khoa) };
    Some(format!("{}{khoa}:{}", " ".repeat(cot), sau_dau(cay, cot, chon)?))
}

/// A text behind a colon or a dash at column `cot`.
pub fn chu(text: &str, cot: usize, kieu: Kieu) -> Option<String> {
    let one_line = !text.contains('\n') && text.trim() == text && !text.is_empty();
    match kieu {
        Kieu::Tron => one_line.then(|| format!(" {text}")),
        Kieu::NhayDon => one_line.then(|| format!(" '{}'", text.replace('\'', "''"))),
        Kieu::NhayKep => Some(format!(" {}", nhay_kep(text))),
        Kieu::Gap => {
            one_line.then(|| format!(" >-\n{}{text}", " ".repeat(cot.saturating_add(BAC))))
        }
        Kieu::Khoi => khoi(text, cot),
    }
}

/// A text of several lines under `|`, its line breaks at the end told by the sign behind the bar.
fn khoi(text: &str, cot: usize) -> Option<String> {
    let than = text.trim_end_matches('\n');
    let ends = text.len().saturating_sub(than.len());
    if than.is_empty() || than.starts_with([' ', '\n', '\t']) {
        return None;
    }
    if ends != 1 && !than.contains('\n') {
        return None;
    }
    let dau = match ends {
        0 => "|-",
        1 => "|",
        _ => "|+",
    };
    let lui = " ".repeat(cot.saturating_add(BAC));
    let dong = |line: &str| if line.is_empty() { String::new() } else { format!("{lui}{line}") };
    let lines: Vec<String> = than.split('\n').map(dong).collect();
    let after = "\n".repeat(ends.saturating_sub(1));
    Some(format!(" {dau}\n{}{after}", lines.join("\n")))
}

fn nhay_kep(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
