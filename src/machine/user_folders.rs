//! The user's own folders, and where papers lie when nobody names a folder.

use std::path::{Path, PathBuf};

/// What a folder of a program that syncs is called, or begins with: `OneDrive - UBND xã A`.
const SYNCED: [&str; 3] = ["OneDrive", "Google Drive", "Dropbox"];

/// As far as the system tells them.
#[derive(Debug, Clone, Default)]
pub struct UserFolders {
    /// Documents, wherever the user or the office has laid them.
    pub documents: Option<PathBuf>,
    pub home: Option<PathBuf>,
}

impl UserFolders {
    /// `Văn thư` among the documents, or in the home where these are synced: two machines would take one number.
    /// `packaging/windows/installer.nsi` makes the same folder.
    pub fn papers(&self) -> Option<PathBuf> {
        let documents = self.documents.as_ref().filter(|folder| !is_synced(folder));
        documents.or(self.home.as_ref()).map(|folder| folder.join("Văn thư"))
    }
}

impl UserFolders {
    /// Where the program may keep what is no paper: which folders were open.
    pub fn own(&self) -> Option<PathBuf> {
        let place = if cfg!(windows) { "AppData/Local" } else { ".local/state" };
        self.home.as_ref().map(|home| home.join(place).join("vanthu"))
    }
}

fn is_synced(folder: &Path) -> bool {
    let names = folder.iter().filter_map(|name| name.to_str());
    names.into_iter().any(|name| SYNCED.iter().any(|synced| name.starts_with(synced)))
}

/// Where Windows says that documents lie.
#[cfg(windows)]
pub fn documents() -> Option<PathBuf> {
    use std::ffi::{OsString, c_void};
    use std::os::windows::ffi::OsStringExt;

    #[repr(C)]
    struct Guid(u32, u16, u16, [u8; 8]);
    /// FOLDERID_Documents.
    const DOCUMENTS: Guid =
        Guid(0xfdd3_9ad0, 0x238f, 0x46af, [0xad, 0xb4, 0x6c, 0x85, 0x48, 0x03, 0x69, 0xc7]);
    #[link(name = "shell32")]
    unsafe extern "system" {
        fn SHGetKnownFolderPath(
            id: *const Guid,
            flags: u32,
            user: *const c_void,
            path: *mut *mut u16,
        ) -> i32;
    }
    #[link(name = "ole32")]
    unsafe extern "system" {
        fn CoTaskMemFree(memory: *const c_void);
    }
    let mut path = std::ptr::null_mut();
    // SAFETY: the identifier lives through the call. What comes back ends with a zero, and is ours to free, also
    // where the call fails.
    unsafe {
        let failed = SHGetKnownFolderPath(&DOCUMENTS, 0, std::ptr::null(), &mut path) != 0;
        let length = |path: *mut u16| (0..).take_while(|at| *path.add(*at) != 0).count();
        let text = (!failed && !path.is_null())
            .then(|| OsString::from_wide(std::slice::from_raw_parts(path, length(path))));
        CoTaskMemFree(path.cast());
        text.map(PathBuf::from)
    }
}

#[cfg(not(windows))]
pub fn documents() -> Option<PathBuf> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn papers(documents: &[&str]) -> PathBuf {
        let home = PathBuf::from("nha");
        let documents = documents.iter().fold(home.clone(), |path, name| path.join(name));
        UserFolders { documents: Some(documents), home: Some(home) }.papers().unwrap()
    }

    #[test]
    fn papers_lie_among_the_documents_unless_these_are_synced() {
        let at_home = Path::new("nha").join("Văn thư");
        assert_eq!(papers(&["Documents"]), Path::new("nha").join("Documents").join("Văn thư"));
        assert_eq!(papers(&["OneDrive - UBND xã A", "Documents"]), at_home);
        assert_eq!(papers(&["OneDrive", "Documents"]), at_home);
        let none = UserFolders { documents: None, home: Some("nha".into()) };
        assert_eq!(none.papers(), Some(at_home));
        assert_eq!(UserFolders::default().papers(), None);
    }
}
