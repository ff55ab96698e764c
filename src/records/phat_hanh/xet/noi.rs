//! Where the register of an issued folder is.

use std::path::Path;

use crate::reading::source::gan;
use crate::records::phat_hanh::kho::{Kho, PHAT_HANH};

/// The register, and the folder's name there: `2023/105-KH-HDND`. None where there is neither register nor
/// witness.
pub fn noi_de(folder: &Path, so_sach: Option<&Path>) -> Option<(Kho, String)> {
    // The folder's own name stays as it is: if it is a link, that is to be seen.
    let whole = match (folder.parent(), folder.file_name()) {
        (Some(up), Some(ten)) if up.as_os_str().is_empty() => {
            Path::new(".").canonicalize().ok()?.join(ten)
        }
        (Some(up), Some(ten)) => up.canonicalize().ok()?.join(ten),
        _ => folder.canonicalize().ok()?,
    };
    let nam = whole.parent()?;
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let dich = format!("{}/{}", name(nam)?, name(&whole)?);
    let beside = nam.parent().filter(|at| name(at).as_deref() == Some(PHAT_HANH));
    let beside = beside.and_then(Path::parent).map(gan);
    let kho = Kho::new(&so_sach.map(Path::to_owned).or(beside)?);
    let there = |path: &Path| path.symlink_metadata().is_ok();
    (there(&kho.tep_so()) || there(&kho.tep_chung())).then_some((kho, dich))
}
