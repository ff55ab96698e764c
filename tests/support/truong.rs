//! A field by its path, looked up once more in the tree of its file.

use vanthu::reading::source::TepNguon;
use vanthu::reading::yaml::{Node, Value, lines, parse};

/// The node at a path, and the line of its key.
pub fn tim<'n>(tep: &TepNguon, root: &'n Node, path: &str) -> Option<(&'n Node, usize)> {
    let mut node = root;
    let mut top = 1;
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('[') {
            let (index, after) = after.split_once(']')?;
            let Value::List(items) = &node.value else { return None };
            node = items.get(index.parse::<usize>().ok()?)?;
            top = *lines(tep, node.span).start();
            rest = after;
        } else {
            let bare = rest.trim_start_matches('.');
            let end = bare.find(['.', '[']).unwrap_or(bare.len());
            let Value::Map(entries) = &node.value else { return None };
            let (key, value) = entries.iter().find(|(k, _)| k.text() == Some(&bare[..end]))?;
            top = *lines(tep, key.span).start();
            node = value;
            rest = &bare[end..];
        }
    }
    Some((node, top))
}

/// The path inside its file: without what says which kind of file it is.
pub fn trong_tep<'p>(tree: &Node, path: &'p str) -> &'p str {
    let path_in = ["co_quan", "danh_ba"].iter().find_map(|dau| {
        let rest = path.strip_prefix(dau)?;
        let whole = rest.is_empty() || rest.starts_with(['.', '[']);
        (whole && tree.get(dau).is_none()).then(|| rest.trim_start_matches('.'))
    });
    path_in.unwrap_or(path)
}

/// The value of a field, and that of its key: a key may be printed too.
pub fn gia_tri(tep: &TepNguon, path: &str) -> Option<(String, String)> {
    let root = parse(tep).0?;
    let path = trong_tep(&root, path);
    let (node, _) = tim(tep, &root, path)?;
    let key = path.rsplit('.').next().unwrap_or_default().to_owned();
    Some((node.text().unwrap_or_default().to_owned(), key))
}
