//! Kho: the office's folder on the disk. The only file of `phat_hanh` that reads and writes, and the
//! only one of the program that appends, cuts, renames and locks.

mod khoa;

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::quyen::{Quyen, VAN_BAN_DI};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{cannot_write, patiently};
use crate::machine::paths::{inside, whole};
use crate::reading::source;
use crate::records::so_dang_ky::la_thu_muc as la_thu_muc_ky;
pub use khoa::Luot;

/// The register.
pub const TEP_SO: &str = "so-dang-ky.txt";
/// Its witness ([`chung`](super::chung)).
pub const TEP_CHUNG: &str = "so-dang-ky.chung";
/// A copy of the register, out of the way of whoever opens the folder ([`chung`](super::chung)).
pub const TEP_BAN_CHEP: &str = ".so-dang-ky.ban-chep";
/// Where issued documents are kept, a folder for each year.
pub const PHAT_HANH: &str = "phat-hanh";
/// The transaction that is under way, inside the book's folder so that a rename never leaves the disk.
const DANG_LAM: &str = ".dang-lam";
const VAN_BAN: &str = "van-ban";
const Y_DINH: &str = "y-dinh.json";

/// The largest of the files that are read back whole, in MiB.
const CO_LON_NHAT_MIB: u64 = 64;

/// The folder, for reading.
#[derive(Debug, Clone)]
pub struct Kho {
    goc: PathBuf,
    quyen: &'static Quyen,
}

/// The folder while this process alone may write to it. The lock ends with the value, or with the process.
pub struct KhoKhoa {
    kho: Kho,
    khoa: File,
}

impl std::ops::Deref for KhoKhoa {
    type Target = Kho;
    fn deref(&self) -> &Kho {
        &self.kho
    }
}

impl Kho {
    pub fn new(goc: &Path) -> Self {
        Self::cua(goc, &VAN_BAN_DI)
    }

    /// Another book of the folder.
    pub fn cua(goc: &Path, quyen: &'static Quyen) -> Self {
        Self { goc: goc.strip_prefix(".").unwrap_or(goc).to_owned(), quyen }
    }

    /// Another book in the same folder.
    pub fn sang(&self, quyen: &'static Quyen) -> Self {
        Self { goc: self.goc.clone(), quyen }
    }

    pub fn quyen(&self) -> &'static Quyen {
        self.quyen
    }

    pub fn goc(&self) -> &Path {
        &self.goc
    }

    /// A link in the place of one of the register's own things leads elsewhere: a register that is reached
    /// by two ways has two locks, and what is cleared away through one isn't ours. A pipe or a device has no end.
    fn khong_lien_ket(&self) -> Result<(), Diagnostic> {
        let dang_lam = self.duong_dan(DANG_LAM);
        let files = [
            self.tep_so(),
            self.tep_chung(),
            self.tep_khoa(),
            self.duong_dan(self.quyen.tep_ban_chep),
            dang_lam.join(Y_DINH),
        ];
        files.iter().try_for_each(|path| tep_thuong(path))?;
        let folders = [self.thu_muc(), dang_lam.join(VAN_BAN), dang_lam];
        folders.iter().try_for_each(|path| la_that(path))
    }

    /// The register's bytes; none before the first number.
    pub fn doc_so(&self) -> Result<Vec<u8>, Diagnostic> {
        doc_tep_that(&self.tep_so()).map(Option::unwrap_or_default)
    }

    /// Whether no register was ever begun here, as far as can be seen.
    pub fn chua_lap(&self) -> Result<bool, Diagnostic> {
        let none = self.doc_so()?.is_empty() && self.doc_chung()?.is_none();
        Ok(none && !self.cac_thu_muc().iter().any(|dich| self.la_ban_phat_hanh(dich)))
    }

    /// The bytes of the register's witness, if there is one.
    pub fn doc_chung(&self) -> Result<Option<Vec<u8>>, Diagnostic> {
        doc_tep_that(&self.tep_chung())
    }

    /// The bytes of the register's copy; none where there is none.
    pub fn doc_ban_chep(&self) -> Result<Vec<u8>, Diagnostic> {
        doc_tep_that(&self.duong_dan(self.quyen.tep_ban_chep)).map(Option::unwrap_or_default)
    }

    pub fn tep_chung(&self) -> PathBuf {
        self.goc.join(self.quyen.tep_chung)
    }

    /// Where the register lies, from the root of the disk on.
    pub fn noi_de(&self) -> String {
        let goc = if self.goc.as_os_str().is_empty() { Path::new(".") } else { &self.goc };
        let whole = goc.canonicalize().unwrap_or_else(|_| goc.to_owned());
        let shown = whole.join(self.quyen.tep_so).display().to_string();
        shown.strip_prefix(r"\\?\").map(str::to_owned).unwrap_or(shown)
    }

    /// The folder of the register, from the root of the disk on.
    pub fn thu_muc_so(&self) -> Option<PathBuf> {
        whole(if self.goc.as_os_str().is_empty() { Path::new(".") } else { &self.goc })
    }

    pub fn tep_so(&self) -> PathBuf {
        self.goc.join(self.quyen.tep_so)
    }

    /// The name of the register, for messages.
    pub fn ten_so(&self) -> String {
        self.tep_so().display().to_string()
    }

    /// Where the folders of the book's numbers stand.
    fn thu_muc(&self) -> PathBuf {
        self.goc.join(self.quyen.thu_muc)
    }

    /// Where a folder named from there on stands.
    pub fn duong_dan(&self, dich: &str) -> PathBuf {
        inside(&self.thu_muc(), dich)
    }

    pub fn co(&self, dich: &str) -> bool {
        self.duong_dan(dich).symlink_metadata().is_ok()
    }

    /// Whether a transaction was left unfinished, or is under way.
    pub fn dang_lam(&self) -> bool {
        self.co(DANG_LAM)
    }

    /// Its intent, if that was written.
    pub fn doc_y_dinh(&self) -> Result<Option<Vec<u8>>, Diagnostic> {
        doc_tep_that(&self.tep_y_dinh())
    }

    pub fn tep_y_dinh(&self) -> PathBuf {
        self.duong_dan(DANG_LAM).join(Y_DINH)
    }

    /// Whether it has a document that isn't in its place yet.
    pub fn co_van_ban_dang_lam(&self) -> bool {
        la_thu_muc(&self.duong_dan(DANG_LAM).join(VAN_BAN))
    }

    /// A file of that document.
    pub fn doc_dang_lam(&self, ten: &str) -> Option<Vec<u8>> {
        doc_tep_that(&self.duong_dan(DANG_LAM).join(VAN_BAN).join(ten)).ok().flatten()
    }

    /// Whether a folder looks like that of an issued document.
    pub fn la_ban_phat_hanh(&self, dich: &str) -> bool {
        self.duong_dan(dich).join(super::bang_ke::TEP).symlink_metadata().is_ok()
    }

    /// A file of an issued folder; none if it isn't there.
    pub fn doc_tep(&self, dich: &str, ten: &str) -> Option<Vec<u8>> {
        doc_tep_that(&inside(&self.duong_dan(dich), ten)).ok().flatten()
    }

    /// How many bytes a file of an issued folder has; none if it is no file.
    pub fn dai_tep(&self, dich: &str, ten: &str) -> Option<u64> {
        let found = inside(&self.duong_dan(dich), ten).symlink_metadata().ok()?;
        found.is_file().then_some(found.len())
    }

    /// The issued folders, as `2023/105-KH-HDND`.
    pub fn cac_thu_muc(&self) -> Vec<String> {
        let mut all = Vec::new();
        for nam in thu_muc_con(&self.thu_muc()) {
            if la_thu_muc_ky(&nam) {
                let inside = thu_muc_con(&self.duong_dan(&nam));
                all.extend(inside.into_iter().map(|ten| format!("{nam}/{ten}")));
            }
        }
        all.sort();
        all
    }
}

impl KhoKhoa {
    /// Writes the register's witness, whole or not at all.
    pub fn viet_chung(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        let file = crate::machine::output::Ready { path: self.tep_chung(), bytes: bytes.to_vec() };
        crate::machine::output::write_all(&[file])?;
        self.dong_bo(&self.goc)
    }

    /// Brings the register's copy to what the register says: what came to its end is added, anything else replaces it.
    pub fn viet_ban_chep(&self) -> Result<(), Diagnostic> {
        let (so, copy) = (self.doc_so()?, self.doc_ban_chep()?);
        let path = self.duong_dan(self.quyen.tep_ban_chep);
        let fail = |e: io::Error| cannot_write(&path, &e);
        match so.strip_prefix(copy.as_slice()) {
            Some([]) => Ok(()),
            Some(rest) if !copy.is_empty() => {
                let mut file = OpenOptions::new().append(true).open(&path).map_err(fail)?;
                file.write_all(rest).map_err(fail)
            }
            _ => {
                fs::create_dir_all(self.thu_muc()).map_err(fail)?;
                let file = crate::machine::output::Ready { path: path.clone(), bytes: so };
                crate::machine::output::write_all(&[file])
            }
        }
    }

    /// A name beside the register that nothing has yet: `ten.txt`, `ten-2.txt`.
    pub fn ten_giu_lai(&self, ten: &str) -> String {
        let free = |name: &String| self.goc.join(name).symlink_metadata().is_err();
        let more = (2_u64..).map(|so| format!("{ten}-{so}.txt"));
        std::iter::once(format!("{ten}.txt")).chain(more).find(free).unwrap_or_default()
    }

    /// Puts another register in the place of the one that is there, which is kept under the name `ten_cu`.
    pub fn thay_so(&self, text: &str, ten_cu: &str) -> Result<(), Diagnostic> {
        for (path, kept) in
            [(self.tep_so(), ten_cu.to_owned()), (self.tep_chung(), format!("{ten_cu}.chung"))]
        {
            let kept = self.goc.join(kept);
            match fs::hard_link(&path, &kept).or_else(|_| fs::copy(&path, &kept).map(drop)) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(cannot_write(&kept, &e)),
                _ => {}
            }
        }
        let file =
            crate::machine::output::Ready { path: self.tep_so(), bytes: text.as_bytes().to_vec() };
        crate::machine::output::write_all(&[file])?;
        self.dong_bo(&self.goc)
    }

    /// Makes the folder of the transaction.
    pub fn mo_dang_lam(&self) -> Result<(), Diagnostic> {
        let path = self.duong_dan(DANG_LAM);
        fs::create_dir_all(self.thu_muc()).map_err(|e| cannot_write(&path, &e))?;
        fs::create_dir(&path).map_err(|e| cannot_write(&path, &e))?;
        self.dong_bo(&self.goc)
    }

    /// Writes a file of the document that is being issued, down to the disk.
    pub fn viet(&self, ten: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let path = inside(&self.duong_dan(DANG_LAM).join(VAN_BAN), ten);
        let fail = |e: io::Error| cannot_write(&path, &e);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(fail)?;
        }
        viet_moi(&path, bytes).map_err(fail)
    }

    /// Brings the names of all files written so far down to the disk.
    pub fn dong_bo_van_ban(&self) -> Result<(), Diagnostic> {
        let root = self.duong_dan(DANG_LAM);
        let mut folders = vec![root.join(VAN_BAN)];
        while let Some(folder) = folders.pop().filter(|_| self.co_van_ban_dang_lam()) {
            folders.extend(thu_muc_con(&folder).into_iter().map(|name| folder.join(name)));
            self.dong_bo(&folder)?;
        }
        self.dong_bo(&root)
    }

    /// Writes the intent, whole or not at all.
    pub fn viet_y_dinh(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        let folder = self.duong_dan(DANG_LAM);
        let (half, path) = (folder.join("y-dinh.tmp"), folder.join(Y_DINH));
        let fail = |e: io::Error| cannot_write(&path, &e);
        viet_moi(&half, bytes).map_err(fail)?;
        patiently(|| fs::rename(&half, &path)).map_err(fail)?;
        self.dong_bo(&folder)?;
        self.dong_bo(&self.thu_muc())
    }

    /// Appends to the register, which must be `do_dai` bytes long, down to the disk.
    pub fn ghi_so(&self, do_dai: u64, text: &str) -> Result<(), Diagnostic> {
        let path = self.tep_so();
        let fail = |e: io::Error| cannot_write(&path, &e);
        self.chac_con_khoa()?;
        let new = !path.exists();
        let mut file = OpenOptions::new().append(true).create(true).open(&path).map_err(fail)?;
        if file.metadata().map_err(fail)?.len() != do_dai {
            let message = format!("{} vừa bị chương trình khác sửa", path.display());
            return Err(Diagnostic::error("cannot-write", message).hint("đóng tệp ấy rồi chạy lại"));
        }
        file.write_all(text.as_bytes()).map_err(fail)?;
        file.sync_all().map_err(fail)?;
        if new { self.dong_bo(&self.goc) } else { Ok(()) }
    }

    /// Cuts the register back to `do_dai` bytes if what follows is a beginning of `text`.
    pub fn cat_so(&self, do_dai: u64, text: &str) -> Result<(), Diagnostic> {
        let path = self.tep_so();
        let fail = |e: io::Error| cannot_write(&path, &e);
        let mut file = match OpenOptions::new().read(true).write(true).open(&path) {
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
            opened => opened.map_err(fail)?,
        };
        file.seek(SeekFrom::Start(do_dai)).map_err(fail)?;
        let mut tail = Vec::new();
        // More than the lines themselves is no beginning of them.
        let most = u64::try_from(text.len()).unwrap_or(u64::MAX).saturating_add(1);
        (&file).take(most).read_to_end(&mut tail).map_err(fail)?;
        if !tail.is_empty() && text.as_bytes().starts_with(&tail) {
            file.set_len(do_dai).map_err(fail)?;
            file.sync_all().map_err(fail)?;
        }
        Ok(())
    }

    /// Makes the folder of the year in which the document will stand, and sees that its place is free:
    /// before the commit, since after it the document has to get there.
    pub fn mo_nam(&self, dich: &str) -> Result<(), Diagnostic> {
        let to = self.duong_dan(dich);
        if self.co(dich) {
            return Err((self.quyen.da_co)(&to));
        }
        let year = to.parent().unwrap_or(&self.goc);
        la_that(year)?;
        fs::create_dir_all(year).map_err(|e| cannot_write(year, &e))
    }

    /// Puts the document into its place, which must be free.
    pub fn dat_cho(&self, dich: &str) -> Result<(), Diagnostic> {
        self.mo_nam(dich)?;
        let (from, to) = (self.duong_dan(DANG_LAM).join(VAN_BAN), self.duong_dan(dich));
        let fail = |e: io::Error| cannot_write(&to, &e);
        let year = to.parent().unwrap_or(&self.goc);
        patiently(|| fs::rename(&from, &to)).map_err(fail)?;
        self.dong_bo(year)?;
        self.dong_bo(&self.duong_dan(DANG_LAM))?;
        self.dong_bo(&self.thu_muc())
    }

    /// Writes a file beside those of an issued document, in place of an older one.
    pub fn viet_kem(&self, dich: &str, ten: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let file = crate::machine::output::Ready {
            path: self.duong_dan(dich).join(ten),
            bytes: bytes.to_vec(),
        };
        crate::machine::output::write_all(&[file])?;
        self.dong_bo(&self.duong_dan(dich))
    }

    /// Takes away what [`viet_kem`](Self::viet_kem) has written, if it is there.
    pub fn bo_kem(&self, dich: &str, ten: &str) -> Result<(), Diagnostic> {
        let path = self.duong_dan(dich).join(ten);
        match patiently(|| fs::remove_file(&path)) {
            Ok(()) => self.dong_bo(&self.duong_dan(dich)),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
            Err(e) => Err(cannot_write(&path, &e)),
        }
    }

    /// Takes the transaction's folder away. The intent goes first: without it the rest is nothing.
    pub fn don(&self) -> Result<(), Diagnostic> {
        let folder = self.duong_dan(DANG_LAM);
        let fail = |e: io::Error| cannot_write(&folder, &e);
        for name in [Y_DINH, "y-dinh.tmp"] {
            match patiently(|| fs::remove_file(folder.join(name))) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(fail(e)),
                _ => {}
            }
        }
        if self.dang_lam() {
            self.dong_bo(&folder)?;
            patiently(|| fs::remove_dir_all(&folder)).map_err(fail)?;
            self.dong_bo(&self.thu_muc())?;
        }
        Ok(())
    }

    /// Brings a folder's names down to the disk. Windows does so by itself and opens no folder.
    fn dong_bo(&self, folder: &Path) -> Result<(), Diagnostic> {
        if cfg!(windows) {
            return Ok(());
        }
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let synced = File::open(folder).and_then(|f| f.sync_all());
        synced.map_err(|e| cannot_write(folder, &e))
    }
}

fn viet_moi(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn thu_muc_con(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// The bytes of a file of ours; none if it isn't there.
fn doc_tep_that(path: &Path) -> Result<Option<Vec<u8>>, Diagnostic> {
    source::read_cua_minh(path, CO_LON_NHAT_MIB)
}

/// Refuses a link, a pipe, a device, a folder where a file of ours should be; what isn't there may come.
fn tep_thuong(path: &Path) -> Result<(), Diagnostic> {
    la_that(path)?;
    match path.symlink_metadata() {
        Ok(metadata) if !metadata.is_file() => Err(source::khong_la_tep(path)),
        _ => Ok(()),
    }
}

/// Whether it is a folder, and not a link to one.
fn la_thu_muc(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

/// Refuses a link; what isn't there is no link.
fn la_that(path: &Path) -> Result<(), Diagnostic> {
    if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
        return Ok(());
    }
    let message = format!("{} là liên kết tới chỗ khác; không ghi qua liên kết", path.display());
    Err(Diagnostic::error("cannot-write", message).hint(
        "xoá liên kết ấy; sổ để ở chỗ khác thì khai so_dang_ky: {thu_muc: …} trong co-quan.yaml hoặc dùng --so-sach",
    ))
}

/// An issued document is never overwritten.
pub fn da_co(path: &Path) -> Diagnostic {
    let message = format!("đã có thư mục {}; văn bản đã phát hành không bị ghi đè", path.display());
    Diagnostic::error("folder-taken", message)
        .hint("kiểm tra sổ bằng “vanthu register check”; thư mục lạ thì chuyển đi chỗ khác")
}
