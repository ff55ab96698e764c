//! The lines of a file that can begin something: not blank, no comment, not inside a text under `>-`
//! or `|`, in quotes or in brackets.

/// A line with its indentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dong<'t> {
    /// From 1.
    pub so: usize,
    /// Spaces before the text.
    pub thut: usize,
    /// Without indentation and spaces at the end.
    pub chu: &'t str,
}

impl<'t> Dong<'t> {
    pub fn la_phan_tu(&self) -> bool {
        self.chu == "-" || self.chu.starts_with("- ")
    }

    /// What stands after the dashes, and how many characters before it.
    pub fn sau_gach(&self) -> (usize, &'t str) {
        let mut text = self.chu;
        while let Some(after) = text.strip_prefix("- ") {
            text = after.trim_start_matches(' ');
        }
        let dashes = self.chu.len().saturating_sub(text.len());
        (self.thut.saturating_add(dashes), text)
    }

    /// How far in the keys of a line's group stand: those after a dash begin behind it.
    pub fn bac(&self) -> usize {
        if self.co_khoa() { self.sau_gach().0 } else { self.thut }
    }

    /// What stands after dashes and key, and how many characters before it.
    pub fn gia_tri(&self) -> (usize, &'t str) {
        let (start, text) = self.sau_gach();
        let Some(colon) = dau_hai_cham(text) else { return (start, text) };
        let (key, rest) = text.split_at_checked(colon).unwrap_or((text, ""));
        let value = rest.trim_start_matches([':', ' ']);
        let gap = rest.len().saturating_sub(value.len());
        (start.saturating_add(key.chars().count()).saturating_add(gap), value)
    }

    pub fn co_khoa(&self) -> bool {
        dau_hai_cham(self.sau_gach().1).is_some()
    }

    /// The key of the line, as it is written.
    pub fn khoa(&self) -> Option<&'t str> {
        let text = self.sau_gach().1;
        text.get(..dau_hai_cham(text)?).map(str::trim_end)
    }

    /// The key of the line, if it can be one of ours.
    pub fn ten_muc(&self) -> Option<&'t str> {
        self.khoa().filter(|key| la_ten_muc(key))
    }

    /// A key whose value stands below it.
    pub fn mo_nhom(&self) -> bool {
        let (_, value) = self.gia_tri();
        (self.co_khoa() || self.chu == "-") && (value.is_empty() || value.starts_with('#'))
    }

    /// A text under `>-` or `|` begins below.
    pub fn mo_doan(&self) -> bool {
        let head = self.gia_tri().1.split(" #").next().unwrap_or_default().trim_end();
        let mut signs = head.chars();
        signs.next().is_some_and(|c| matches!(c, '>' | '|'))
            && signs.all(|c| matches!(c, '-' | '+') || c.is_ascii_digit())
    }

    /// The sign that must come before the value ends, if it hasn't come on this line.
    fn cho_dong(&self) -> Option<char> {
        let value = self.gia_tri().1;
        let first = value.chars().next()?;
        let close = match first {
            '\'' | '"' => return (value.matches(first).count() % 2 == 1).then_some(first),
            '[' => ']',
            '{' => '}',
            _ => return None,
        };
        (!value.contains(close)).then_some(close)
    }
}

/// How many spaces a line begins with.
pub fn thut(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start_matches(' ').len())
}

/// A word that can be a key of ours.
pub fn la_ten_muc(word: &str) -> bool {
    !word.is_empty()
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Where the colon of a key stands in a line without dashes.
fn dau_hai_cham(text: &str) -> Option<usize> {
    if text.starts_with(['\'', '"', '[', '{', '#']) {
        return None;
    }
    text.find(": ").or_else(|| text.ends_with(':').then(|| text.len().saturating_sub(1)))
}

/// All lines that can begin something, in the order of the file.
pub fn cac_dong(text: &str) -> Vec<Dong<'_>> {
    let mut lines: Vec<Dong<'_>> = Vec::new();
    // Inside a text under a line that stands so far in, or before a closing sign.
    let mut doan: Option<usize> = None;
    let mut cho: Option<char> = None;
    for (so, raw) in (1..).zip(text.lines()) {
        let chu = raw.trim_matches(' ');
        let thut = thut(raw);
        if let Some(sign) = cho {
            if chu.matches(sign).count() % 2 == 1 {
                cho = None;
            }
            continue;
        }
        if chu.is_empty() || doan.is_some_and(|outer| thut > outer) {
            continue;
        }
        doan = None;
        if chu.starts_with('#') {
            continue;
        }
        let line = Dong { so, thut, chu };
        if line.mo_doan() {
            doan = Some(line.bac());
        }
        cho = line.cho_dong();
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_several_lines_are_passed_over() {
        let text = "a: >-\n  -x\n\n  y\nb: 'm\n  -n'\n# c\nc: [p,\n-q]\n- d: z\n";
        let seen: Vec<usize> = cac_dong(text).iter().map(|line| line.so).collect();
        assert_eq!(seen, [1, 5, 8, 10]);
    }

    #[test]
    fn a_line_knows_its_value() {
        let line = |chu| Dong { so: 1, thut: 2, chu };
        assert_eq!(line("- - a: b").gia_tri(), (9, "b"));
        assert_eq!(line("- b").gia_tri(), (4, "b"));
        assert!(line("a: >- # c").mo_doan() && !line("a: > b").mo_doan());
        assert!(line("a:").mo_nhom() && line("a: # b").mo_nhom() && !line("a: b").mo_nhom());
    }
}
