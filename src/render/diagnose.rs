//! Typst's diagnostics, retold in Vietnamese with the template's line.

use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

use crate::diagnostic::{Diagnostic, Place};

/// Every fault that Typst reports, as our own.
pub fn diagnose<'a>(
    world: &dyn World,
    faults: impl IntoIterator<Item = &'a SourceDiagnostic>,
) -> Vec<Diagnostic> {
    faults.into_iter().map(|fault| one(world, fault)).collect()
}

fn one(world: &dyn World, fault: &SourceDiagnostic) -> Diagnostic {
    let (message, hint) = retell(&fault.message);
    let mut out = Diagnostic::error("template", message).at(place(world, fault));
    if let Some(hint) = hint {
        out = out.hint(hint);
    }
    out
}

/// The usual faults of a template in Vietnamese; others keep Typst's own words, marked as such.
fn retell(message: &str) -> (String, Option<String>) {
    let quoted = || message.split('"').nth(1).unwrap_or_default();
    if message.starts_with("dictionary does not contain key") {
        let hint = "kiểm tra tên khoá trong mẫu, hoặc điền khoá này vào tệp YAML";
        (format!("mẫu dùng khoá `{}` nhưng dữ liệu không có", quoted()), Some(hint.into()))
    } else if message.starts_with("unknown variable") {
        let ten = message.rsplit(':').next().unwrap_or_default().trim();
        (format!("mẫu dùng tên `{ten}` chưa được định nghĩa"), None)
    } else if message.starts_with("file not found") {
        let hint = "mẫu chỉ đọc được các tệp mẫu đi kèm và dữ liệu của hồ sơ";
        ("mẫu đòi đọc một tệp không có".into(), Some(hint.into()))
    } else if message.starts_with("unclosed delimiter") {
        ("trong mẫu có dấu mở ngoặc mà không có dấu đóng".into(), None)
    } else if message.starts_with("cannot access fields on type") {
        ("mẫu lấy một khoá ở giá trị không phải là nhóm khoá".into(), None)
    } else if message.is_ascii() {
        (format!("mẫu có lỗi (theo Typst): {message}"), None)
    } else {
        (message.to_owned(), None)
    }
}

/// Where the fault stands; for one inside a shared function, where that was called from outside.
fn place(world: &dyn World, fault: &SourceDiagnostic) -> Option<Place> {
    let id = fault.span.id()?;
    let range = world.range(fault.span)?;
    let source = world.source(id).ok()?;
    let lines = source.lines();
    let line = lines.byte_to_line(range.start)?;
    let column = lines.byte_to_column(range.start)?;
    let line_text = source.text().lines().nth(line).unwrap_or_default().to_owned();
    Some(Place {
        file: format!("mẫu{}", id.vpath().get_with_slash()),
        line: line.saturating_add(1),
        column: column.saturating_add(1),
        line_text,
    })
}
