//! Đoạn: the paragraphs of a text as it came out of YAML.

/// A paragraph: its words, and where each of its lines begins in them and in the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doan {
    pub chu: String,
    pub manh: Vec<(usize, usize)>,
}

/// The paragraphs of a text: parted by blank lines. YAML has joined the lines of each already, except
/// under `|`.
pub fn cac_doan(text: &str, giu_dong: bool) -> Vec<Doan> {
    // Whether the line before, if it wasn't blank, stood further in: such lines keep their breaks
    // without being paragraphs.
    let mut before: Option<bool> = None;
    gom(text, |line| {
        if line.trim_matches(' ').is_empty() {
            before = None;
            return None;
        }
        let further_in = line.starts_with(' ');
        let other = before.replace(further_in);
        Some(other.is_some_and(|other| giu_dong || other || further_in))
    })
}

/// The lines of a text, each a paragraph of its own unless it goes on in small letters: grounds, which come from
/// Word one a line.
pub fn tung_dong(text: &str) -> Vec<Doan> {
    gom(text, |line| {
        let line = line.trim();
        let goes_on = line.starts_with(|c: char| !c.is_uppercase() && !"-*“\"".contains(c));
        (!line.is_empty()).then_some(goes_on)
    })
}

/// Puts the lines of a text together: `noi` tells of each whether it goes on with the one before; none leaves it out.
fn gom(text: &str, mut noi: impl FnMut(&str) -> Option<bool>) -> Vec<Doan> {
    let mut parts: Vec<Doan> = Vec::new();
    let mut at = 0usize;
    for line in text.split('\n') {
        let start = at;
        at = at.saturating_add(line.len()).saturating_add(1);
        let Some(joins) = noi(line) else { continue };
        match parts.last_mut().filter(|_| joins) {
            Some(part) => {
                part.chu.push(' ');
                part.manh.push((part.chu.len(), start));
                part.chu.push_str(line);
            }
            None => parts.push(Doan { chu: line.to_owned(), manh: vec![(0, start)] }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_and_indented_lines_do_not() {
        let chu = |text: &str, giu| -> Vec<String> {
            cac_doan(text, giu).into_iter().map(|doan| doan.chu).collect()
        };
        assert_eq!(chu("a\nb\n\nc\n", true), ["a b", "c"]);
        assert_eq!(chu("a\nb\n", false), ["a", "b"]);
        assert_eq!(cac_doan("a\n\nb\nc", true)[1].manh, [(0, 3), (2, 5)]);
        assert_eq!(cac_doan("a\n  b\nc", false).len(), 1);
        assert!(cac_doan(" \n\n", false).is_empty());
    }
}
