//! Đoạn: the paragraphs of a text as it came out of YAML.

/// The paragraphs of a text: parted by blank lines. YAML has joined the lines of each already, except
/// under `|`.
pub fn cac_doan(text: &str, giu_dong: bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    // Whether the line before, if it wasn't blank, stood further in: such lines keep their breaks
    // without being paragraphs.
    let mut before: Option<bool> = None;
    for line in text.split('\n') {
        if line.trim_matches(' ').is_empty() {
            before = None;
            continue;
        }
        let further_in = line.starts_with(' ');
        let joins = before.is_some_and(|other| giu_dong || other || further_in);
        match parts.last_mut().filter(|_| joins) {
            Some(part) => part.extend([" ", line]),
            None => parts.push(line.to_owned()),
        }
        before = Some(further_in);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_and_indented_lines_do_not() {
        assert_eq!(cac_doan("a\nb\n\nc\n", true), ["a b", "c"]);
        assert_eq!(cac_doan("a\nb\n", false), ["a", "b"]);
        assert_eq!(cac_doan("a\n  b\nc", false).len(), 1);
        assert!(cac_doan(" \n\n", false).is_empty());
    }
}
