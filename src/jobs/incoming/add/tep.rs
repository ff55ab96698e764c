//! The files of a paper that came, as they came.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::reading::source;
use crate::records::so_den::cac_ten_tep_den;

/// The largest file that is kept; what is kept is read back whole.
const CO_LON_NHAT_MIB: usize = 64;
const CO_LON_NHAT: usize = CO_LON_NHAT_MIB << 20;

/// A file: its name in the folder and its bytes.
pub type Tep = (String, Vec<u8>);

/// The paper's own file first, then what goes along with it.
pub fn doc(tep: Option<&Path>, kem: &[PathBuf]) -> Result<Vec<Tep>, Vec<Diagnostic>> {
    let paths: Vec<&Path> = tep.into_iter().chain(kem.iter().map(PathBuf::as_path)).collect();
    let bytes = paths.iter().map(|path| mot_tep(path)).collect::<Result<Vec<_>, _>>()?;
    let names = paths.iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy());
    let names: Vec<String> = names.map(|ten| ten.into_owned()).collect();
    Ok(cac_ten_tep_den(&names).into_iter().zip(bytes).collect())
}

fn mot_tep(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    if bytes.len() > CO_LON_NHAT {
        let message =
            format!("{} lớn quá {} MiB, không lưu theo sổ được", path.display(), CO_LON_NHAT_MIB);
        return Err(vec![
            Diagnostic::error("wrong-use", message)
                .hint("vào sổ không kèm tệp (bỏ tên tệp khỏi lệnh), để tệp ở chỗ khác và ghi chỗ ấy sau --ghi-chu"),
        ]);
    }
    Ok(bytes)
}
