//! Tủ nhớ: the list of all papers is made once and shown again as long as nothing that it tells of has changed: the folder,
//! the register with the issued papers, the office's templates elsewhere.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::tu::{DaDoc, Tu};
use crate::diagnostic::Diagnostic;
use crate::jobs::load::Loaded;
use crate::reading::source::dau_vet_cay;
use crate::records::chuyen_phat::sha256;

/// The list that was made last.
#[derive(Default)]
pub struct TuNho(Mutex<Option<DaLam>>);

struct DaLam {
    dau: String,
    /// Folders elsewhere that it tells of; which they are stands in the folder itself.
    noi_khac: Vec<PathBuf>,
    tu: Arc<Tu>,
}

impl TuNho {
    /// The list as it is now.
    pub fn xem(&self, thu_muc: &Path, loaded: &Loaded) -> Result<Arc<Tu>, Vec<Diagnostic>> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = slot.as_ref()
            && gop(dau_vet_cay(thu_muc), &made.noi_khac).is_some_and(|dau| dau == made.dau)
        {
            return Ok(Arc::clone(&made.tu));
        }
        // Stamps first: what changes while the list is made is seen the next time.
        let truoc = dau_vet_cay(thu_muc);
        let da_doc = DaDoc::mo(thu_muc)?;
        let noi_khac = da_doc.noi_khac.clone();
        let dau = gop(truoc, &noi_khac);
        let tu = Arc::new(da_doc.tu(thu_muc, loaded));
        *slot = dau.map(|dau| DaLam { dau, noi_khac, tu: Arc::clone(&tu) });
        Ok(tu)
    }
}

/// One stamp of the folder's and those of the others.
fn gop(cua_thu_muc: Option<String>, noi_khac: &[PathBuf]) -> Option<String> {
    let others = noi_khac.iter().map(|place| dau_vet_cay(place));
    let all: Vec<String> = std::iter::once(cua_thu_muc).chain(others).collect::<Option<_>>()?;
    Some(sha256(all.join("||").as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::jobs::load::{Shared, shared};

    const OFFICE: &str = "ten: Ủy ban nhân dân xã Bình An\nky_hieu: UBND\nmau: ../mau\n";

    /// Whatever the list tells of is seen to change; what doesn't change costs nothing.
    #[test]
    fn the_list_is_made_anew_when_something_changes() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, mau) = (dir.path().join("giay"), dir.path().join("mau"));
        fs::create_dir_all(&mau).unwrap();
        fs::create_dir_all(folder.join("hinh")).unwrap();
        fs::write(folder.join("co-quan.yaml"), OFFICE).unwrap();
        fs::write(folder.join("a.yaml"), "loai: cong_van\ntrich_yeu: một\n").unwrap();
        let loaded = shared(&Shared::default()).unwrap();
        let nho = TuNho::default();
        let mut last = nho.xem(&folder, &loaded).unwrap();
        assert_eq!(last.giay[0].tieu_de, "một");
        let files = [
            (folder.join("a.yaml"), "loai: cong_van\ntrich_yeu: hai\n"),
            (folder.join("a.yaml"), "loai: cong_van\ntrich_yeu: bốn\n"),
            (folder.join("than.md"), "Một.\n"),
            (folder.join("hinh/a.png"), "x"),
            (folder.join("so-dang-ky.txt"), "x\n"),
            (folder.join("phat-hanh/2026/01-CV-UBND/phat-hanh.yaml"), "x\n"),
            (mau.join("cong-van.typ"), "x"),
        ];
        for (path, text) in files {
            assert!(Arc::ptr_eq(&last, &nho.xem(&folder, &loaded).unwrap()), "{}", path.display());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            let now = nho.xem(&folder, &loaded).unwrap();
            assert!(!Arc::ptr_eq(&last, &now), "{}", path.display());
            last = now;
        }
        assert_eq!(last.giay[0].tieu_de, "bốn");
        fs::remove_file(folder.join("a.yaml")).unwrap();
        assert_eq!(nho.xem(&folder, &loaded).unwrap().giay.len(), 0);
    }
}
