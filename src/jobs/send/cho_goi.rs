//! Where a package goes, and what may give way to it: an earlier package of the same paper, just as this program
//! wrote it, and nothing else.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::machine::output::not_ours;
use crate::reading::source;
use crate::records::chuyen_phat::{BANG_KE, BangKeGoi, DonGui, sha256};
use crate::records::phat_hanh::kho::{PHAT_HANH, TEP_SO};

/// What stands where a package should go.
enum DangCo {
    /// The package of another paper, whole.
    GoiKhac,
    /// Anything else, and why it is no package.
    La(&'static str),
}

/// The folder of a package: by number, `105-KH-HDND`, or by number and year where another year's package has that.
pub(super) fn cho_goi(base: &Path, don: &DonGui, own: &BangKeGoi) -> Result<PathBuf, Diagnostic> {
    if let Some(kept) = trong_phat_hanh(base) {
        let message =
            format!("không để gói gửi vào {}: đó là nơi lưu văn bản đã phát hành", kept.display());
        return Err(Diagnostic::error("wrong-use", message).hint("chọn thư mục khác bằng -o"));
    }
    let first = base.join(don.ten_goi());
    match xem(&first, own) {
        Err(DangCo::GoiKhac) => {
            let nam = don.van_ban.ngay_ban_hanh.nam();
            Ok(base.join(format!("{}-{nam}", don.ten_goi())))
        }
        Ok(()) | Err(DangCo::La(_)) => Ok(first),
    }
}

/// Whether what stands at `folder` may give way to the package whose manifest begins as `own`.
pub(super) fn cung_goi(folder: &Path, own: &BangKeGoi) -> Result<(), Diagnostic> {
    xem(folder, own).map_err(|co| match co {
        DangCo::GoiKhac => not_ours(folder, "là gói gửi của văn bản khác"),
        DangCo::La(why) => not_ours(folder, why),
    })
}

fn xem(folder: &Path, own: &BangKeGoi) -> Result<(), DangCo> {
    let Ok(metadata) = folder.symlink_metadata() else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(DangCo::La("không phải do lệnh này ghi"));
    }
    let list = source::read_dinh_kem(&folder.join(BANG_KE)).ok();
    let Some(list) = list.and_then(|bytes| BangKeGoi::doc(&bytes)) else {
        return Err(DangCo::La("không phải gói gửi do lệnh này ghi"));
    };
    if !nguyen(folder, &list) {
        return Err(DangCo::La("là gói gửi mà có tệp người khác thêm vào hoặc đã sửa"));
    }
    if list.cung_van_ban(own) { Ok(()) } else { Err(DangCo::GoiKhac) }
}

/// Whether the package holds nothing but what its manifest lists: a file of the clerk's must not vanish with it.
fn nguyen(folder: &Path, list: &BangKeGoi) -> bool {
    let Ok(names) = source::list_tree(folder) else { return false };
    names.iter().filter(|ten| *ten != BANG_KE).all(|ten| {
        let Some(sha) = list.tep.get(ten) else { return false };
        let path = folder.join(ten);
        path.symlink_metadata().is_ok_and(|m| m.is_file())
            && source::read_dinh_kem(&path).is_ok_and(|bytes| sha256(&bytes) == *sha)
    })
}

/// The folder of issued documents that a path leads into.
fn trong_phat_hanh(base: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(base).ok()?;
    let whole = whole.canonicalize().unwrap_or(whole);
    let kept = |at: &&Path| {
        at.file_name().is_some_and(|name| name == PHAT_HANH)
            && at.parent().is_some_and(|up| source::is_file(&up.join(TEP_SO)))
    };
    whole.ancestors().find(kept).map(source::gan)
}
