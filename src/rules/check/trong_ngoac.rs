//! A comma inside `{…}` that was meant as part of a value: what follows it is read as a key.

use crate::diagnostic::Place;

/// The hint for a key at a place that has no colon and stands in brackets on its line.
pub fn goi_y(place: &Place) -> Option<String> {
    let letters: Vec<char> = place.line_text.chars().collect();
    let (before, key) = letters.split_at_checked(place.column.checked_sub(1)?)?;
    let before: String = before.iter().collect();
    let open = before.rfind('{')? > before.rfind('}').unwrap_or(0);
    let key: String = key.iter().collect();
    let end = key.find([',', '}', ':'])?;
    let (key, after) = key.split_at_checked(end)?;
    let (_, value) = before.rsplit_once(": ")?;
    let whole = format!("{}{}", value, key.trim_end());
    (open && !after.starts_with(':') && value.trim_end().ends_with(',')).then(|| {
        format!(
            "trong dấu {{ }} dấu phẩy ngăn các mục; nội dung có dấu phẩy thì đặt trong hai dấu nháy đơn: '{}'",
            whole.trim()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cua(line: &str, key: &str) -> Option<String> {
        let column = line.split(key).next().unwrap().chars().count() + 1;
        goi_y(&Place::new("a", 1, column, line))
    }

    #[test]
    fn a_comma_inside_a_value_is_explained() {
        let hint = cua("  - {noi_dung: Nước, so_luong: 1,5, don_gia: 2}", "5,").unwrap();
        assert!(hint.ends_with("'1,5'"), "{hint}");
        let hint = cua("x: {dong: CHỦ TỊCH, ho_ten: Nguyễn Văn A, B}", "B}").unwrap();
        assert!(hint.ends_with("'Nguyễn Văn A, B'"), "{hint}");
        assert_eq!(cua("  - {noi_dung: Nước, so_luongg: 1}", "so_luongg"), None);
        assert_eq!(cua("so_luongg: 1,5", "so_luongg"), None);
    }
}
