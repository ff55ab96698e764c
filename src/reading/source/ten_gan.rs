//! What was meant by a path that leads nowhere.

use std::fs;
use std::path::{Path, PathBuf};

use super::{la_yaml, ten_tep};
use crate::diagnostic::Diagnostic;
use crate::model::khong_dau::khong_dau;
use crate::reading::yaml::decode::nearest;

/// Names in a folder that are looked at.
const NHIEU_NHAT: usize = 1000;

/// What to do about a path that isn't there: the name beside it that is spelt nearly so, or the usual reasons.
pub(super) fn goi_y(path: &Path) -> String {
    let wanted = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let names = ten_trong(folder.unwrap_or(Path::new(".")));
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let hidden =
        known.iter().find(|name| name.to_lowercase() == format!("{}.txt", wanted.to_lowercase()));
    if let Some(name) = hidden {
        return format!("có tệp “{name}”, mang thêm đuôi .txt; đổi tên thành “{wanted}”");
    }
    let stem = |name: &str| khong_dau(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let same = known.iter().copied().find(|name| stem(name) == stem(&wanted));
    match same.or_else(|| nearest(&wanted, &known)) {
        Some(near) => {
            let near = path.with_file_name(near);
            format!("có phải là “{}”?", near.display())
        }
        None => "kiểm tra lại tên và thư mục đang đứng; tên có dấu cách thì đặt trong hai dấu nháy"
            .to_owned(),
    }
}

fn ten_trong(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(NHIEU_NHAT);
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Words of a command that together are the name of one file or folder with blanks in it.
pub fn ten_bi_tach(paths: &[PathBuf]) -> Option<Diagnostic> {
    let missing = |path: &PathBuf| fs::metadata(path).is_err();
    if paths.len() < 2 || !paths.iter().any(missing) {
        return None;
    }
    let words: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    let runs = (0..words.len())
        .flat_map(|from| (from.saturating_add(2)..=words.len()).map(move |to| (from, to)));
    let whole = runs.take(NHIEU_NHAT).filter_map(|(from, to)| {
        let split = paths.get(from..to)?.iter().any(missing);
        let joint = words.get(from..to)?.join(" ");
        (split && fs::metadata(&joint).is_ok()).then_some(joint)
    });
    let joint = whole.into_iter().next()?;
    let message = format!("tên “{joint}” có dấu cách nên bị hiểu là nhiều tên");
    Some(
        Diagnostic::error("wrong-use", message)
            .hint(format!("đặt cả tên trong hai dấu nháy: \"{joint}\"")),
    )
}

/// What to do in a folder that holds nothing to read.
pub(super) fn goi_y_thu_muc(folder: &Path) -> String {
    let names = ten_trong(folder);
    let below = names
        .iter()
        .map(|name| folder.join(name))
        .find(|path| path.is_dir() && ten_trong(path).iter().any(|name| la_yaml(&path.join(name))));
    let word = names.iter().find(|name| {
        let lower = name.to_lowercase();
        lower.ends_with(".docx") || lower.ends_with(".doc")
    });
    match (below, word) {
        (Some(path), _) => {
            format!("các tệp .yaml nằm trong thư mục con; gõ lại với tên ấy: {}", path.display())
        }
        (None, Some(name)) => format!(
            "trong thư mục có tệp Word “{name}”, chương trình không đọc; tạo bộ tệp mẫu bằng lệnh: vanthu init THƯ_MỤC, rồi chép lời văn sang"
        ),
        (None, None) => "tạo bộ tệp mẫu bằng lệnh: vanthu init THƯ_MỤC".to_owned(),
    }
}

/// Whether a file was meant to be the office's, by a name that is nearly right: `co_quan.yaml`, `Cơ quan.yaml`.
pub fn gan_ten_co_quan(ten: &str) -> bool {
    let name = ten_tep(ten);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    khong_dau(stem).replace([' ', '_', '-'], "") == "coquan"
}
