//! Typst's messages in Vietnamese. What isn't known here keeps Typst's own words, marked as such.

/// How a message begins, what to say in its place, and what to do.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "unclosed delimiter",
        "trong mẫu có dấu mở ngoặc mà không có dấu đóng",
        "mỗi dấu (, [, { cần một dấu đóng",
    ),
    ("unclosed string", "chuỗi chữ trong mẫu thiếu dấu nháy đóng", "thêm dấu \" ở cuối chuỗi"),
    (
        "cannot access fields on type",
        "mẫu lấy một khoá ở giá trị không phải là nhóm khoá",
        "xem lại giá trị đứng trước dấu chấm",
    ),
    (
        "condition is always true",
        "vòng lặp while có điều kiện luôn đúng",
        "thay bằng vòng lặp for trên một danh sách",
    ),
    (
        "loop seems to be infinite",
        "vòng lặp while không dừng",
        "thay bằng vòng lặp for trên một danh sách",
    ),
    (
        "maximum function call depth",
        "hàm trong mẫu gọi lại chính mình quá nhiều lần",
        "thêm điều kiện dừng cho hàm",
    ),
    (
        "maximum show rule depth",
        "quy tắc show trong mẫu tự áp dụng vào kết quả của nó",
        "bỏ quy tắc show ấy",
    ),
    ("maximum layout depth", "nội dung của mẫu lồng nhau quá sâu", "bớt các lớp lồng nhau"),
    (
        "unable to get the current date",
        "mẫu không xem được ngày hôm nay",
        "lấy ngày từ dữ liệu của văn bản: cùng một dữ liệu phải cho cùng một văn bản",
    ),
    ("unresolved import", "tệp được #import không định nghĩa tên này", "xem lại cách viết tên"),
    ("cyclic import", "các tệp mẫu #import lẫn nhau thành vòng", "bỏ một trong các dòng #import"),
    (
        "array index out of bounds",
        "mẫu lấy phần tử không có trong danh sách",
        "kiểm tra .len() trước",
    ),
    ("cannot divide by zero", "mẫu chia cho số không", "kiểm tra số chia trước"),
    ("divisor must not be zero", "mẫu chia cho số không", "kiểm tra số chia trước"),
];

/// A message and maybe a hint.
pub fn retell(message: &str) -> (String, Option<String>) {
    let quoted = || message.split('"').nth(1).unwrap_or_default();
    let hinted = |text: String, hint: &str| (text, Some(hint.to_owned()));
    let after = |lead: &str| message.strip_prefix(lead).map(str::trim);
    if message.starts_with("dictionary does not contain key") {
        hinted(
            format!("mẫu dùng khoá `{}` nhưng dữ liệu không có", quoted()),
            "kiểm tra tên khoá trong mẫu, hoặc điền khoá này vào tệp YAML",
        )
    } else if let Some(ten) = after("unknown variable:") {
        (format!("mẫu dùng tên `{ten}` chưa được định nghĩa"), None)
    } else if let Some(path) = between(message, "file not found (searched at ", ")") {
        let path = path.strip_prefix("/noi-dung/").unwrap_or(path);
        hinted(
            format!("mẫu đòi đọc tệp “{path}”, không có trong thư mục mẫu"),
            "mẫu chỉ đọc được chung.typ và các tệp .typ, .json, .yaml, .csv, .toml, .txt để cạnh nó",
        )
    } else if let Some(path) = between(message, "path `\"", "\"` would escape") {
        hinted(
            format!("mẫu đòi đọc tệp “{path}” ở ngoài thư mục mẫu"),
            "chép tệp ấy vào thư mục mẫu; đường dẫn không được có “..” ra ngoài",
        )
    } else if let Some(package) = between(message, "package not found (searched for ", ")") {
        hinted(
            format!("mẫu không dùng được gói “{package}”"),
            "chép các hàm cần dùng vào một tệp .typ trong thư mục mẫu",
        )
    } else if let Some(ten) = after("missing argument:") {
        hinted(
            format!("lời gọi hàm thiếu đối số `{ten}`"),
            "xem cách gọi hàm ấy trong tài liệu mẫu",
        )
    } else if let Some(ten) = after("unexpected argument:") {
        hinted(format!("hàm không nhận đối số `{ten}`"), "xem cách gọi hàm ấy trong tài liệu mẫu")
    } else if let Some((_, said, hint)) = KNOWN.iter().find(|(lead, ..)| message.starts_with(lead))
    {
        hinted(format!("{said} (theo Typst: {message})"), hint)
    } else if message.is_ascii() {
        (format!("mẫu có lỗi (theo Typst): {message}"), None)
    } else {
        (message.to_owned(), None)
    }
}

fn between<'m>(message: &'m str, lead: &str, end: &str) -> Option<&'m str> {
    message.strip_prefix(lead)?.rsplit_once(end).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_keeps_its_words() {
        assert_eq!(retell("odd thing").0, "mẫu có lỗi (theo Typst): odd thing");
        assert_eq!(retell("đã là tiếng Việt").0, "đã là tiếng Việt");
    }

    #[test]
    fn names_and_paths_are_told() {
        let file = retell("file not found (searched at /noi-dung/con/(a).typ)").0;
        assert_eq!(file, "mẫu đòi đọc tệp “con/(a).typ”, không có trong thư mục mẫu");
        assert!(retell("missing argument: body").0.ends_with("`body`"));
    }
}
