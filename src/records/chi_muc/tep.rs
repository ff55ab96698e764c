//! Tệp: the index's file, beside the register. Of the program's rooms this one alone opens it, by SQLite.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::bang::{self, BANG, CUA_AI, Dem, Hang, PHIEN_BAN, Thay};
use super::cau_hoi::{CauHoi, Loc};

/// Its name.
pub const TEP: &str = ".chi-muc.sqlite";
/// A file larger than this is nobody's index of papers; the largest that was seen had half a GiB.
const LON_NHAT: u64 = 8 << 30;
/// How long one waits for another process that brings the index up to date.
const CHO: Duration = Duration::from_secs(20);
/// Numbers that are written in one go: what was stopped goes on behind them.
const MOI_LAN: usize = 500;
/// The same by the bytes of their texts.
const CHU_MOI_LAN: usize = 16 << 20;
/// How often others may come between before one gives up.
const LAN_THEM: usize = 50;

/// Reads the text of a number's paper, so many bytes of it at most; whether it could be read.
pub type DocChu<'a, E> = dyn FnMut(&Hang, usize) -> Result<(String, bool), E> + 'a;

/// The index, open.
pub struct ChiMuc {
    con: Connection,
    /// It lives as long as the process.
    pub trong_may: bool,
    /// What there is to say of it.
    pub loi: Option<String>,
}

/// Why it can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoiMo {
    /// Others write into it for longer than one waits.
    Ban,
    /// It is no index, one of another version, or broken.
    Hong,
    /// The disk, or the folder's rights.
    KhongGhi,
}

impl From<rusqlite::Error> for LoiMo {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Ban,
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure,
            ) => Self::KhongGhi,
            _ => Self::Hong,
        }
    }
}

/// Opens the index of a register's folder; what is no index is thrown away, what may not be touched is left alone and an index
/// made in memory.
pub fn mo(goc: &Path) -> Result<ChiMuc, LoiMo> {
    let Some(path) = cho_cua(goc) else {
        return trong_may(format!("không dùng {TEP}: ở đó là liên kết hoặc không phải tệp thường"));
    };
    match mo_tep(&path) {
        Ok(con) => Ok(ChiMuc { con, trong_may: false, loi: None }),
        Err(LoiMo::Ban) => Err(LoiMo::Ban),
        Err(LoiMo::KhongGhi) => trong_may(format!("không ghi được {TEP} ở thư mục để sổ")),
        Err(LoiMo::Hong) => lam_lai(&path),
    }
}

/// Throws a file away that is no index, or none of ours, and begins anew.
fn lam_lai(path: &Path) -> Result<ChiMuc, LoiMo> {
    let journal = path.with_file_name(format!("{TEP}-journal"));
    let gone = |path: &Path| fs::remove_file(path).is_ok() || !path.exists();
    if !gone(path) || !gone(&journal) {
        return trong_may(format!("{TEP} hỏng và không xoá được"));
    }
    match mo_tep(path) {
        Ok(con) => {
            let loi = format!("{TEP} hỏng hoặc của phiên bản khác, đã làm lại");
            Ok(ChiMuc { con, trong_may: false, loi: Some(loi) })
        }
        Err(LoiMo::Ban) => Err(LoiMo::Ban),
        Err(_) => trong_may(format!("không ghi được {TEP} ở thư mục để sổ")),
    }
}

/// An index in memory, and why.
pub fn trong_may(why: String) -> Result<ChiMuc, LoiMo> {
    let con = Connection::open_in_memory()?;
    con.execute_batch(BANG)?;
    let loi = Some(format!("{why}; tìm bằng chỉ mục tạm, chậm hơn"));
    Ok(ChiMuc { con, trong_may: true, loi })
}

/// Where the file is or may be; none where something else stands in its place. SQLite follows no link, so the folder is
/// named as it really is.
fn cho_cua(goc: &Path) -> Option<PathBuf> {
    let goc = if goc.as_os_str().is_empty() { Path::new(".") } else { goc };
    let path = goc.canonicalize().ok()?.join(TEP);
    match path.symlink_metadata() {
        Ok(metadata) if !metadata.is_file() || metadata.len() > LON_NHAT => None,
        _ => Some(path),
    }
}

fn mo_tep(path: &Path) -> Result<Connection, LoiMo> {
    let base = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let write = base | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut con = Connection::open_with_flags(path, write)
        .or_else(|_| Connection::open_with_flags(path, base | OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    con.busy_timeout(CHO)?;
    // What stands in the file is not to be trusted: no function of its own, no page without a look at it.
    con.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    con.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    con.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    con.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    con.execute_batch("PRAGMA cell_size_check = ON; PRAGMA synchronous = NORMAL;")?;
    if luoc_do(&con)?.is_empty() && con.is_readonly("main").is_ok_and(|readonly| !readonly) {
        dung_bang(&mut con)?;
    }
    let number = |name: &str| con.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let ours = number("application_id")? == CUA_AI && number("user_version")? == PHIEN_BAN;
    if ours && luoc_do(&con)? == luoc_do_cua_ta()? { Ok(con) } else { Err(LoiMo::Hong) }
}

/// Makes the tables of a new file, unless another process just has.
fn dung_bang(con: &mut Connection) -> Result<(), LoiMo> {
    let change = con.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if luoc_do(&change)?.is_empty() {
        change.execute_batch(BANG)?;
        change.pragma_update(None, "application_id", CUA_AI)?;
        change.pragma_update(None, "user_version", PHIEN_BAN)?;
    }
    Ok(change.commit()?)
}

/// What tables a file says it has.
fn luoc_do(con: &Connection) -> Result<Vec<String>, LoiMo> {
    let mut all = con.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name")?;
    let rows = all.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn luoc_do_cua_ta() -> Result<Vec<String>, LoiMo> {
    let con = Connection::open_in_memory()?;
    con.execute_batch(BANG)?;
    luoc_do(&con)
}

/// What an index was made of: a name and its value, each.
pub type Khoa<'k> = [(&'k str, String)];

impl ChiMuc {
    /// What fits, the first `nhieu_nhat` of it; none if the index was made of something else than this.
    pub fn tim(
        &self,
        khoa: &Khoa<'_>,
        (hoi, loc): (&CauHoi, &Loc),
        nhieu_nhat: usize,
    ) -> Result<Option<Dem>, LoiMo> {
        // One look at the file: nobody brings it up to date between the question and its answer.
        let look = self.con.unchecked_transaction()?;
        for (ten, own) in khoa {
            if bang::gia_tri(&look, ten)?.as_deref() != Some(own) {
                return Ok(None);
            }
        }
        Ok(Some(bang::tim(&look, hoi, loc, nhieu_nhat)?))
    }

    /// Brings it up to date: these numbers and no others, with the text that `chu` knows, a few at a time. What it was made
    /// of stands in it only when all of it is there, also where another process was at it meanwhile.
    pub fn cap_nhat<E>(
        &mut self,
        tat_ca: &[Hang],
        khoa: &Khoa<'_>,
        chu: &mut DocChu<'_, E>,
    ) -> Result<Result<(), E>, LoiMo> {
        let mut tried = HashSet::new();
        let rounds = (tat_ca.len() / MOI_LAN).saturating_add(LAN_THEM);
        for round in 0..rounds.saturating_mul(2) {
            let change = self.con.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let had = bang::da_co(&change)?;
            let known: HashSet<i64> = tat_ca.iter().map(|hang| hang.id).collect();
            let gone = had.keys().filter(|id| !known.contains(id));
            gone.into_iter().try_for_each(|id| bang::bo(&change, *id))?;
            let new = |hang: &&Hang| {
                let old = had.get(&hang.id).filter(|old| old.van == hang.van);
                old.is_none_or(|old| !old.doc_duoc && !tried.contains(&hang.id))
            };
            let new: Vec<&Hang> = tat_ca.iter().filter(new).collect();
            if new.is_empty() {
                if round > 2 {
                    change.execute("INSERT INTO tim(tim) VALUES ('optimize')", [])?;
                }
                khoa.iter().try_for_each(|(ten, gia_tri)| bang::dat(&change, ten, gia_tri))?;
                change.commit()?;
                return Ok(Ok(()));
            }
            khoa.iter().try_for_each(|(ten, _)| bang::dat(&change, ten, ""))?;
            change.commit()?;
            // Papers are read while the file is nobody's: no one waits for that.
            let (mut read, mut size, left) = (Vec::new(), 0_usize, new.len());
            for hang in new.into_iter().take(MOI_LAN) {
                let old = had.get(&hang.id).filter(|old| old.doc_duoc);
                let thay = match old.filter(|old| old.bang_ke == hang.bang_ke) {
                    Some(_) => Thay::NhuCu,
                    None => match chu(hang, left) {
                        Ok((chu, doc_duoc)) => Thay::Moi { chu, doc_duoc },
                        Err(stopped) => return Ok(Err(stopped)),
                    },
                };
                if let Thay::Moi { chu, .. } = &thay {
                    size = size.saturating_add(chu.len());
                }
                tried.insert(hang.id);
                read.push((hang, thay));
                if size > CHU_MOI_LAN {
                    break;
                }
            }
            let change = self.con.transaction_with_behavior(TransactionBehavior::Immediate)?;
            read.iter().try_for_each(|(hang, thay)| bang::them(&change, hang, thay))?;
            change.commit()?;
        }
        Err(LoiMo::Ban)
    }
}

/// Throws the index of a folder away, if it is one that may be.
pub fn vut(goc: &Path) {
    if let Some(path) = cho_cua(goc) {
        let _ = fs::remove_file(&path);
        let _ = fs::remove_file(path.with_file_name(format!("{TEP}-journal")));
    }
}
