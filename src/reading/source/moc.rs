//! Mốc: the bytes of a file beside its clean text. Byte order mark, line ends and letters with their marks apart are not
//! in the text, and a change of it must leave them as they lie on the disk.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Where the clean text's letters begin in the bytes of the file.
pub struct Moc(Vec<(usize, usize)>);

impl Moc {
    /// None if the bytes are not those of the text.
    pub fn new(raw: &str, clean: &str) -> Option<Self> {
        let mut all = Vec::new();
        let mut text = String::with_capacity(clean.len());
        let mut at = if raw.starts_with('\u{feff}') { 3 } else { 0usize };
        while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
            all.push((text.len(), at));
            let mut len = rest.chars().next()?.len_utf8();
            if rest.starts_with('\r') {
                text.push('\n');
                len = if rest.starts_with("\r\n") { 2 } else { 1 };
            } else {
                let marks = rest.chars().skip(1).take_while(|c| canonical_combining_class(*c) > 0);
                len = len.saturating_add(marks.map(char::len_utf8).sum());
                text.extend(rest.get(..len)?.nfc());
            }
            at = at.saturating_add(len);
        }
        all.push((text.len(), at));
        (text == clean).then_some(Self(all))
    }

    /// The byte of the file for a byte of the text that begins a letter.
    pub fn tai(&self, at: usize) -> Option<usize> {
        let found = self.0.binary_search_by_key(&at, |(clean, _)| *clean).ok()?;
        self.0.get(found).map(|(_, raw)| *raw)
    }
}

/// The file with `moi` in place of its clean text `cu`: what both have alike at either end keeps its bytes, new lines
/// end as the file's do. None if the bytes are not those of the text.
pub fn thay_chu(bytes: &[u8], cu: &str, moi: &str) -> Option<Vec<u8>> {
    let raw = std::str::from_utf8(bytes).ok()?;
    let moc = Moc::new(raw, cu)?;
    let (dau, duoi) = giong(cu, moi);
    let (from, to) = (moc.tai(dau)?, moc.tai(cu.len().checked_sub(duoi)?)?);
    let text = moi.get(dau..moi.len().checked_sub(duoi)?)?;
    let text = if raw.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    Some([raw.get(..from)?, &text, raw.get(to..)?].concat().into_bytes())
}

/// How many bytes two texts have alike at their beginnings and at their ends, whole letters alone.
fn giong(cu: &str, moi: &str) -> (usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let len = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.map(|(a, _)| a.len_utf8()).sum()
    };
    let dau = len(&mut cu.chars().zip(moi.chars()).take_while(same));
    let (a, b) = (cu.get(dau..).unwrap_or_default(), moi.get(dau..).unwrap_or_default());
    (dau, len(&mut a.chars().rev().zip(b.chars().rev()).take_while(same)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let raw = "\u{feff}a: e\u{301} \r\nb: 1\r\nc: 2\r\n";
        let cu = "a: \u{e9} \nb: 1\nc: 2\n";
        let moi = "a: \u{e9} \nb: |\n  1\n  ế\nc: 2\n";
        let out = thay_chu(raw.as_bytes(), cu, moi).unwrap();
        let wanted = "\u{feff}a: e\u{301} \r\nb: |\r\n  1\r\n  ế\r\nc: 2\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
        assert_eq!(thay_chu(b"a\r\n", "a\n", "b\n").unwrap(), b"b\r\n");
        assert!(thay_chu(b"x", "y", "z").is_none());
    }
}
