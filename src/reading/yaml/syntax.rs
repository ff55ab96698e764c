//! The YAML library's messages in the clerk's language.

use crate::diagnostic::{Diagnostic, Place};
use crate::reading::source::TepNguon;

/// Words of the library's message, what they mean to a clerk, and what to do.
const BANG: &[(&str, &str, &str)] = &[
    (
        "quoted scalar, found unexpected end of stream",
        "dấu nháy mở ra mà không đóng lại",
        "thêm dấu nháy đóng ở cuối nội dung; bên trong hai dấu nháy đơn, một dấu nháy viết thành hai: ''",
    ),
    (
        "invalid indentation in quoted scalar",
        "dấu nháy mở ra mà không đóng lại",
        "thêm dấu nháy đóng ở cuối nội dung",
    ),
    (
        "quoted scalar, found unexpected document indicator",
        "dấu nháy mở ra mà không đóng lại",
        "thêm dấu nháy đóng ở cuối nội dung",
    ),
    (
        "unknown escape character",
        "sau dấu “\\” trong hai dấu nháy kép là một chữ không hiểu được",
        "đổi hai dấu nháy kép thành nháy đơn: '…'",
    ),
    (
        "trailing content after",
        "sau dấu nháy đóng còn chữ thừa",
        "đặt cả nội dung trong một cặp dấu nháy đơn, hoặc viết sau “>-” ở dòng dưới",
    ),
    (
        "mapping values are not allowed",
        "trong nội dung có dấu hai chấm và dấu cách nên bị hiểu là một mục mới",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'; nếu đúng là mục mới thì xem lại khoảng thụt đầu dòng",
    ),
    (
        "illegal placement of ':'",
        "dấu hai chấm đặt không đúng chỗ",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    (
        "simple key expect",
        "dòng này không có dạng “tên_mục: nội dung”",
        "thêm dấu hai chấm và dấu cách sau tên mục; nếu là phần tiếp của dòng trên thì thụt vào sâu hơn",
    ),
    (
        "did not find expected key",
        "dòng này thụt đầu dòng không khớp với các dòng quanh nó",
        "các mục ngang hàng phải thụt vào bằng nhau",
    ),
    (
        "did not find expected '-'",
        "dòng này thụt đầu dòng không khớp với danh sách ở trên",
        "các mục của cùng một phần tử thụt vào bằng nhau; phần tử mới bắt đầu bằng “- ”",
    ),
    (
        "block sequence entries are not allowed",
        "dấu “- ” của danh sách đặt không đúng chỗ",
        "là danh sách thì xuống dòng sau dấu hai chấm rồi mới ghi “- ”; là lời văn thì bỏ dấu “- ”",
    ),
    (
        "flow sequence",
        "dấu ngoặc vuông [ mở ra mà không đóng lại đúng chỗ",
        "nếu là lời văn thì đặt cả nội dung trong hai dấu nháy đơn: '[…]'",
    ),
    (
        "flow mapping",
        "dấu ngoặc nhọn { mở ra mà không đóng lại đúng chỗ",
        "nếu là lời văn thì đặt cả nội dung trong hai dấu nháy đơn: '{…}'",
    ),
    (
        "flow construct",
        "dấu ngoặc mở ra mà không đóng lại",
        "nếu là lời văn thì đặt cả nội dung trong hai dấu nháy đơn",
    ),
    (
        "misplaced bracket",
        "dấu ngoặc đóng mà không có dấu ngoặc mở",
        "nếu là lời văn thì đặt cả nội dung trong hai dấu nháy đơn",
    ),
    (
        "mapping keys are not allowed",
        "nội dung bắt đầu bằng dấu “?”",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    ("recursion limit", "các dấu ngoặc lồng nhau quá sâu", "kiểm tra lại dấu ngoặc [ ] { }"),
    (
        "unknown anchor",
        "dấu “*” nhắc lại một chỗ chưa có",
        "nội dung bắt đầu bằng dấu * thì đặt trong hai dấu nháy đơn: '…'",
    ),
    (
        "anchor or alias",
        "nội dung bắt đầu bằng dấu “&” hoặc “*”",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    ("tab", "có phím Tab ở chỗ chỉ được dùng dấu cách", "thay bằng dấu cách"),
    (
        "comment intercepting",
        "dòng ghi chú (#) chen giữa một đoạn văn",
        "chuyển dòng ghi chú lên trên mục ấy",
    ),
    (
        "block scalar",
        "đoạn văn sau dấu “>” hoặc “|” thụt đầu dòng không đều",
        "các dòng của đoạn văn thụt vào bằng nhau và sâu hơn tên mục",
    ),
    (
        "cannot start any token",
        "nội dung bắt đầu bằng một dấu mà YAML để dành",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    (
        "expected node content",
        "nội dung bắt đầu bằng một dấu mà YAML để dành",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    (
        "alphabetic or numeric character",
        "nội dung bắt đầu bằng dấu “&” hoặc “*”",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    (
        "unexpected character",
        "nội dung bắt đầu bằng một dấu mà YAML để dành",
        "đặt cả nội dung trong hai dấu nháy đơn: '…'",
    ),
    ("tag", "nội dung bắt đầu bằng dấu “!”", "đặt cả nội dung trong hai dấu nháy đơn: '…'"),
    ("directive", "dòng bắt đầu bằng dấu “%”", "đặt cả nội dung trong hai dấu nháy đơn: '…'"),
    (
        "simple key expected",
        "dòng này không có dạng “tên_mục: nội dung”",
        "xem lại dấu hai chấm và khoảng thụt đầu dòng",
    ),
    (
        "indentation",
        "khoảng thụt đầu dòng không đúng",
        "các mục ngang hàng phải thụt vào bằng nhau",
    ),
];

/// Nested deeper than any hồ sơ.
pub fn too_deep() -> Diagnostic {
    Diagnostic::error("yaml-too-deep", "các mục lồng nhau quá sâu")
        .hint("kiểm tra lại dấu ngoặc [ ] { } và khoảng thụt đầu dòng")
}

/// More values than any hồ sơ has, or aliases that multiply.
pub fn too_big() -> Diagnostic {
    let message = "tệp có quá nhiều mục, hoặc nhắc lại nhau (dấu & và *) quá nhiều lần";
    Diagnostic::error("yaml-too-big", message).hint("viết thẳng nội dung ra, không dùng dấu & và *")
}

/// A value that begins with `!`.
pub fn tag() -> Diagnostic {
    Diagnostic::error("yaml-syntax", "nội dung bắt đầu bằng dấu “!”")
        .hint("đặt cả nội dung trong hai dấu nháy đơn: '…'")
}

/// Two documents in one file.
pub fn second_document() -> Diagnostic {
    Diagnostic::error("multiple-documents", "tệp có hơn một phần YAML")
        .hint("bỏ dòng “---”; mỗi tệp chỉ chứa một văn bản")
}

/// What the library found, as a diagnostic. Line and column count from 1.
pub fn diagnose(tep: &TepNguon, info: &str, line: usize, column: usize) -> Diagnostic {
    let (message, hint) = BANG.iter().find(|(words, _, _)| info.contains(words)).map_or(
        (
            "không hiểu cách viết ở chỗ này",
            "xem lại dấu hai chấm, dấu nháy và khoảng thụt đầu dòng",
        ),
        |(_, m, h)| (m, h),
    );
    if let Some(d) = nhay_cua_word(tep, line) {
        return d;
    }
    if let Some(place) = nhay_chua_dong(tep, line) {
        return Diagnostic::error("yaml-syntax", "dấu nháy mở ra mà không đóng lại")
            .hint("thêm dấu nháy đóng ở cuối nội dung; bên trong hai dấu nháy đơn, một dấu nháy viết thành hai: ''")
            .at(place);
    }
    if info.contains("did not find expected") && chu_sau_nhay(tep, line) {
        let message = "sau dấu nháy đóng còn chữ thừa";
        return Diagnostic::error("yaml-syntax", message)
            .hint("đặt cả nội dung trong một cặp dấu nháy đơn, hoặc viết sau “>-” ở dòng dưới")
            .at(tep.place(line, column));
    }
    if FLOW.iter().any(|words| info.contains(words))
        && let Some(place) = ngoac_chua_dong(tep, line)
    {
        return Diagnostic::error("yaml-syntax", "dấu ngoặc mở ra mà không đóng lại")
            .hint("nếu là lời văn thì đặt cả nội dung trong hai dấu nháy đơn: '[…]'")
            .at(place);
    }
    if info.contains("mapping values are not allowed") && hai_cham_cuoi(tep, line, column) {
        let message = "dấu hai chấm ở cuối dòng làm cả dòng bị hiểu là một mục mới";
        return Diagnostic::error("yaml-syntax", message)
            .hint("đặt cả nội dung, cả dấu hai chấm ấy, trong hai dấu nháy đơn: '…:'")
            .at(tep.place(line, column));
    }
    let last = tep.text.lines().count().max(1);
    let place = if line > last {
        let end = tep.place(last, 1);
        let column = end.line_text.chars().count().saturating_add(1);
        tep.place(last, column)
    } else {
        tep.place(line.max(1), column.max(1))
    };
    Diagnostic::error("yaml-syntax", message).hint(hint).at(place)
}

/// The first line up to `line` whose value begins with a quote that isn't closed on it. The library
/// reads on to the next quote, wherever that is, and complains there.
fn nhay_chua_dong(tep: &TepNguon, line: usize) -> Option<Place> {
    tep.text.lines().take(line).enumerate().find_map(|(index, text)| {
        let (before, value) = gia_tri(text)?;
        let quote = value.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        let marks = value.matches(quote).count();
        (marks % 2 == 1).then(|| tep.place(index.saturating_add(1), before.saturating_add(1)))
    })
}

/// A value that begins with a quote of Word, or begins with a straight one and ends with Word's: to YAML these
/// are letters.
fn nhay_cua_word(tep: &TepNguon, line: usize) -> Option<Diagnostic> {
    let text = tep.text.lines().nth(line.saturating_sub(1))?;
    let (before, value) = gia_tri(text)?;
    let first = value.chars().next()?;
    let (message, hint) = match first {
        '“' | '”' | '‘' | '’' if value.contains(": ") => (
            "dấu nháy cong của Word chỉ là chữ, không giữ được dấu hai chấm ở trong",
            "đặt thêm hai dấu nháy đơn thẳng ở ngoài: '“…”'",
        ),
        '"' | '\''
            if value.matches(first).count() % 2 == 1 && value.contains(['“', '”', '‘', '’']) =>
        {
            (
                "dấu nháy mở ra là dấu thẳng mà đóng lại bằng dấu nháy cong của Word",
                "đóng bằng đúng dấu đã mở, gõ từ bàn phím, không chép từ Word",
            )
        }
        _ => return None,
    };
    let place = tep.place(line, before.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(hint).at(place))
}

/// Whether nothing follows the colon at a place.
fn hai_cham_cuoi(tep: &TepNguon, line: usize, column: usize) -> bool {
    let text = tep.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest: String = text.chars().skip(column.saturating_sub(1)).collect();
    rest.trim_end() == ":"
}

/// Whether the value on a line begins with a quote: what follows its closing quote is too much.
fn chu_sau_nhay(tep: &TepNguon, line: usize) -> bool {
    let text = tep.text.lines().nth(line.saturating_sub(1));
    text.and_then(gia_tri).is_some_and(|(_, value)| value.starts_with(['\'', '"']))
}

/// The value on a line, after its key and dashes, and how many characters stand before it.
fn gia_tri(text: &str) -> Option<(usize, &str)> {
    let key = text.find(": ").map_or(0, |at| at.saturating_add(2));
    let value = text.get(key..)?.trim_start_matches(['-', ' ']);
    Some((text.strip_suffix(value)?.chars().count(), value))
}

/// Messages that an open bracket further up may be the cause of.
const FLOW: &[&str] = &["illegal placement of ':'", "flow ", "simple key expect"];

/// The last line up to `line` whose value begins with a bracket that isn't closed on it.
fn ngoac_chua_dong(tep: &TepNguon, line: usize) -> Option<Place> {
    let lines: Vec<&str> = tep.text.lines().take(line).collect();
    lines.iter().enumerate().rev().find_map(|(index, text)| {
        let (before, value) = gia_tri(text)?;
        let closing = match value.chars().next()? {
            '[' => ']',
            '{' => '}',
            _ => return None,
        };
        let open = !value.contains(closing);
        open.then(|| tep.place(index.saturating_add(1), before.saturating_add(1)))
    })
}
