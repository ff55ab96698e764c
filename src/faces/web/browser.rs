//! Hands the way in to the browser: through a file that only its owner can read, since the words that a program is
//! started with can be read by everybody on the machine.

use std::path::PathBuf;

use super::guard::ENTRY;
use crate::diagnostic::Diagnostic;
use crate::machine::output::PrivateFile;

/// The page that leads in; it goes with this value.
pub struct WayIn(PrivateFile);

impl WayIn {
    pub fn new(port: u16, once: &str) -> Result<Self, Diagnostic> {
        let address = format!("http://127.0.0.1:{port}{ENTRY}?ma={once}");
        let page = format!(
            "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Văn thư</title>\
             <meta http-equiv=\"refresh\" content=\"0;url={address}\"><p><a href=\"{address}\">Mở trang soạn văn bản</a></p></html>"
        );
        PrivateFile::new("vanthu-mo-", ".html", page.as_bytes()).map(Self)
    }

    pub fn path(&self) -> PathBuf {
        self.0.path()
    }

    /// Opens it in the browser that the user has chosen in the system.
    pub fn open(&self) -> bool {
        open::that_detached(self.0.path()).is_ok()
    }
}

/// A folder in the window that the system has for folders.
pub fn show(folder: &std::path::Path) -> bool {
    open::that_detached(folder).is_ok()
}
