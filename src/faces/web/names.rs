//! Findings name fields by the keys of files; a clerk knows them by the names that stand over them in the form.

use crate::jobs::soan_thao::bieu_mau::ten_goi;

/// What a finding that lists keys, some of which could be words, begins with.
const LIET_KE: &str = "còn chữ mẫu chưa thay ở mục ";

/// A sentence with the fields called as the form calls them.
pub fn in_form_names(text: &str) -> String {
    if let Some(listed) = text.strip_prefix(LIET_KE) {
        let name =
            |key: &str| ten_goi(key).map_or_else(|| key.to_owned(), |ten| format!("“{ten}”"));
        return LIET_KE.to_owned() + &listed.split(", ").map(name).collect::<Vec<_>>().join(", ");
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('“') {
        let Some((quoted, after)) = after.split_once('”') else { break };
        out.push_str(&bare(before));
        quote(quoted, before, &mut out);
        rest = after;
    }
    out.push_str(&bare(rest));
    out
}

/// Words in quotes: a key, a key with what stands behind its colon, or the clerk's own, which stay.
fn quote(quoted: &str, before: &str, out: &mut String) {
    if let Some((khoa, value)) = quoted.split_once(':')
        && let Some(ten) = ten_goi(khoa)
    {
        let value = value.trim();
        if matches!(value, "" | "…") {
            for lead in ["thêm một dòng ", "bỏ dấu # ở đầu dòng "] {
                if out.ends_with(lead) {
                    out.truncate(out.len().saturating_sub(lead.len()));
                    out.push_str("nhập ô ");
                }
            }
            out.push_str(&format!("“{ten}”"));
        } else {
            out.push_str(&format!("“{value}” ở ô “{ten}”"));
        }
        return;
    }
    let named = quoted.contains('_') || before.ends_with("mục ");
    let ten = ten_goi(quoted).filter(|_| named).unwrap_or(quoted);
    out.push_str(&format!("“{ten}”"));
}

/// Keys that stand without quotes; those without a low line could be words.
fn bare(text: &str) -> String {
    let part = |c: char| c.is_alphanumeric() || "_-./\\".contains(c);
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(part) {
        let (gap, from) = rest.split_at(start);
        let end = from.find(|c| !part(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        // A full stop behind it ends the sentence.
        let key = word.trim_end_matches('.');
        out.push_str(gap);
        match ten_goi(key).filter(|_| key.contains('_')) {
            Some(ten) => {
                out.push_str(&format!("“{ten}”{}", word.strip_prefix(key).unwrap_or_default()));
            }
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::in_form_names;

    #[test]
    fn fields_are_called_as_the_form_calls_them() {
        let cases = [
            ("mục “trich_yeu” để trống", "mục “Trích yếu” để trống"),
            (
                "còn chữ mẫu chưa thay ở mục trich_yeu, noi_dung",
                "còn chữ mẫu chưa thay ở mục “Trích yếu”, “Nội dung”",
            ),
            (
                "chỉ ghi con số, ví dụ “so: 5”; ký hiệu",
                "chỉ ghi con số, ví dụ “5” ở ô “Số”; ký hiệu",
            ),
            ("thêm một dòng “kinh_gui: …”", "nhập ô “Kính gửi”"),
            ("mục “so” để trống", "mục “Số” để trống"),
            // The clerk's own words, names of files and of signers.
            (
                "“so” với “Căn cứ: a”, cong_van.yaml, ./noi_dung.md, chu_tich",
                "“so” với “Căn cứ: a”, cong_van.yaml, ./noi_dung.md, chu_tich",
            ),
            ("dấu “ lẻ ngay_ban_hanh.", "dấu “ lẻ “Ngày ban hành”."),
        ];
        for (said, shown) in cases {
            assert_eq!(in_form_names(said), shown);
            assert_eq!(in_form_names(shown), shown);
        }
    }
}
