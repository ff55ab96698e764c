//! The files that a manifest lists: only those inside its own folder, whatever it names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::{doc_het, khong_doc, khong_thay};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::inside;

/// The manifest's name in a folder.
pub const TEP_BANG_KE: &str = "bang-ke.json";
/// The largest listed file that is read, in MiB.
const CO_TEP_MIB: u64 = 100;

/// What every manifest says, ours and that of an issued document: the SHA-256 of each file.
#[derive(Deserialize)]
struct BangKe {
    tep: BTreeMap<String, String>,
}

/// A listed file with the SHA-256 that the list has for it.
pub struct TepKe {
    pub ten: String,
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// The SHA-256 of each file that a manifest lists; none if it can't be read.
pub fn doc_bang_ke(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    serde_json::from_slice(bytes).ok().map(|list: BangKe| list.tep)
}

/// Whether a folder has a manifest.
pub fn co_bang_ke(folder: &Path) -> bool {
    folder.join(TEP_BANG_KE).is_file()
}

/// Reads every listed file. A name that leads out of the folder, by dots, as a whole path or through a
/// link, is a fault, and so is a file that isn't there.
pub fn read_bang_ke(folder: &Path) -> Result<Vec<TepKe>, Vec<Diagnostic>> {
    let path = folder.join(TEP_BANG_KE);
    let shown = path.display();
    let bad = || {
        let message = format!("“{shown}” không phải là một bảng kê đọc được");
        Diagnostic::error("bad-manifest", message)
            .hint("chép lại cả thư mục từ bản gốc; không sửa bảng kê bằng tay")
    };
    let bang_ke: BangKe =
        serde_json::from_slice(&doc_het(&path, CO_TEP_MIB)?).map_err(|_| vec![bad()])?;
    let home = fs::canonicalize(folder).map_err(|e| vec![khong_thay(folder, &e)])?;
    let mut files = Vec::new();
    let mut faults = Vec::new();
    for (ten, sha256) in bang_ke.tep {
        match mot_tep(folder, &home, &ten) {
            Ok(bytes) => files.push(TepKe { ten, sha256, bytes }),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn mot_tep(folder: &Path, home: &Path, ten: &str) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let outside = || {
        let message = format!("bảng kê nhắc tới “{ten}”, ở ngoài thư mục của nó");
        vec![
            Diagnostic::error("path-outside", message)
                .hint("chép lại cả thư mục từ bản gốc; không sửa bảng kê bằng tay"),
        ]
    };
    if !ben_trong(ten) {
        return Err(outside());
    }
    let path = inside(folder, ten);
    let real = fs::canonicalize(&path).map_err(|e| vec![khong_doc(&path, &e)])?;
    if !real.starts_with(home) {
        return Err(outside());
    }
    doc_het(&path, CO_TEP_MIB)
}

/// A relative path of plain names. What one system takes for a separator or a drive is refused on all.
pub fn ben_trong(ten: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    !ten.contains(['\\', ':', '\0']) && ten.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn codes(names: &[&str]) -> Vec<Cow<'static, str>> {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("goi");
        fs::create_dir(&folder).unwrap();
        fs::write(dir.path().join("ngoai.pdf"), "x").unwrap();
        fs::write(folder.join("trong.pdf"), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../ngoai.pdf", folder.join("noi.pdf")).unwrap();
        let tep: BTreeMap<&str, &str> = names.iter().map(|name| (*name, "")).collect();
        let text = serde_json::json!({ "tep": tep, "khac": 1 }).to_string();
        fs::write(folder.join(TEP_BANG_KE), text).unwrap();
        read_bang_ke(&folder).err().unwrap_or_default().into_iter().map(|d| d.code).collect()
    }

    #[test]
    fn only_files_inside_the_folder_are_read() {
        assert_eq!(codes(&["trong.pdf"]), [""; 0]);
        for name in [
            "../ngoai.pdf",
            "/etc/passwd",
            "a/../../ngoai.pdf",
            "C:\\a",
            "..\\a",
            "./trong.pdf",
            "",
        ] {
            assert_eq!(codes(&[name]), ["path-outside"], "{name}");
        }
        assert_eq!(codes(&["khong-co.pdf", "../a"]), ["path-outside", "unreadable-file"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_folder_is_not_followed() {
        assert_eq!(codes(&["noi.pdf"]), ["path-outside"]);
    }
}
