//! Values written as YAML that a clerk can read: plain where that is safe, in quotes where not, texts of several
//! lines under a bar.

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum GiaTri {
    Chu(String),
    /// A text of several lines.
    Khoi(String),
    DanhSach(Vec<GiaTri>),
    Nhom(Vec<(String, GiaTri)>),
}

impl GiaTri {
    pub fn chu(text: impl Into<String>) -> Self {
        Self::Chu(text.into())
    }

    pub fn danh_sach(items: impl IntoIterator<Item = String>) -> Self {
        Self::DanhSach(items.into_iter().map(Self::Chu).collect())
    }
}

/// The entries of a mapping as text.
pub fn viet(muc: &[(String, GiaTri)]) -> String {
    let mut out = String::new();
    nhom(muc, 0, &mut out);
    // A hyphen that holds its line together prints as any other, and the decree's face has none of its own.
    out.replace('\u{2011}', "-")
}

fn nhom(muc: &[(String, GiaTri)], lui: usize, out: &mut String) {
    for (i, (khoa, gia_tri)) in muc.iter().enumerate() {
        // The first entry of an item stands behind its dash.
        if i > 0 || lui == 0 || out.ends_with('\n') {
            out.push_str(&" ".repeat(lui));
        }
        out.push_str(khoa);
        out.push(':');
        mot(gia_tri, lui, out);
    }
}

fn mot(gia_tri: &GiaTri, lui: usize, out: &mut String) {
    let sau = lui.saturating_add(2);
    match gia_tri {
        GiaTri::Chu(text) => {
            out.push(' ');
            out.push_str(&don(text));
            out.push('\n');
        }
        GiaTri::Khoi(text) => {
            out.push_str(" |\n");
            for line in text.lines() {
                // Blanks that set a line in are looks, which the layout has.
                let line = line.trim_start_matches('\u{a0}');
                if !line.is_empty() {
                    out.push_str(&" ".repeat(sau));
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        GiaTri::DanhSach(items) => {
            out.push('\n');
            for item in items {
                out.push_str(&" ".repeat(sau));
                out.push('-');
                match item {
                    GiaTri::Nhom(muc) => {
                        out.push(' ');
                        nhom(muc, sau.saturating_add(2), out);
                    }
                    other => mot(other, sau, out),
                }
            }
        }
        GiaTri::Nhom(muc) => {
            out.push('\n');
            nhom(muc, sau, out);
        }
    }
}

/// A text of one line: bare where YAML takes it as it stands.
fn don(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = line.starts_with(char::is_alphanumeric)
        && line.chars().all(|c| c.is_alphanumeric() || " .,()/-–“”;%+&_".contains(c))
        && !line.ends_with(' ')
        && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
            .contains(&line.to_lowercase().as_str());
    if plain { line } else { format!("'{}'", line.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_word_alone_are_written_as_they_print() {
        let all = vec![
            ("so".to_owned(), GiaTri::chu("12/KH\u{2011}HĐND")),
            ("noi_dung".to_owned(), GiaTri::Khoi("a\n\u{a0}\u{a0}b".to_owned())),
        ];
        assert_eq!(viet(&all), "so: '12/KH-HĐND'\nnoi_dung: |\n  a\n  b\n");
    }

    #[test]
    fn texts_are_quoted_where_yaml_would_take_them_otherwise() {
        let nguoi = GiaTri::Nhom(vec![
            ("dong".to_owned(), GiaTri::danh_sach(["CHỦ TỊCH".to_owned()])),
            ("ho_ten".to_owned(), GiaTri::chu("Nguyễn Văn An")),
        ]);
        let muc = [
            ("so".to_owned(), GiaTri::chu("5")),
            ("trich_yeu".to_owned(), GiaTri::chu("Họp #1: 'gấp'")),
            ("nguoi_ky".to_owned(), GiaTri::DanhSach(vec![nguoi])),
            ("noi_dung".to_owned(), GiaTri::Khoi("# A\n\nb: c".to_owned())),
        ];
        let text = "so: 5\ntrich_yeu: 'Họp #1: ''gấp'''\nnguoi_ky:\n  - dong:\n      - CHỦ TỊCH\n    ho_ten: Nguyễn Văn An\n\
                    noi_dung: |\n  # A\n\n  b: c\n";
        assert_eq!(viet(&muc), text);
    }
}
