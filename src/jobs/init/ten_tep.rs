//! The name of a new file: one that no file has.

use std::path::Path;

use crate::machine::output;

/// `thong-bao.yaml`, and where that is taken `thong-bao-2.yaml` and so on.
pub fn chua_co(dir: &Path, goc: &str, duoi: &str) -> String {
    let name = |so: usize| match so {
        1 => format!("{goc}.{duoi}"),
        so => format!("{goc}-{so}.{duoi}"),
    };
    (1..).map(name).find(|name| !output::is_there(&dir.join(name))).unwrap_or_default()
}

/// The file of the first trip that has none, `dot-1.yaml`, and its number.
pub fn dot_chua_co(dir: &Path) -> (String, usize) {
    let name = |so: usize| (format!("dot-{so}.yaml"), so);
    (1..).map(name).find(|(name, _)| !output::is_there(&dir.join(name))).unwrap_or_default()
}
