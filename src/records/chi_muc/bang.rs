//! Bảng: what the index holds of each number, and how it is asked.
//!
//! A number's id is that of its line in the register, so an index that is made anew has the same ids and gives the same
//! answers in the same order.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params, params_from_iter};

use super::cau_hoi::{CauHoi, Loc};
use super::gap::hai_dang;
use crate::records::so_dang_ky::khong_dau;

/// What the file says that it is (`application_id`), and in which form its rows are (`user_version`).
pub(super) const CUA_AI: i32 = 0x7674_6869;
pub(super) const PHIEN_BAN: i32 = 4;

/// `vb`: a number. `dong`: where its lines stand in the register, `từ:dài` in bytes, its own first. `ky_hieu` is folded. `van`: what these lines and
/// its text were, so that what is as it was is not made again. `tim`: its words, bare (`_k`) and exact (`_d`): number and day, kind
/// and subject, signer, recipients, notes and relations, text.
pub(super) const BANG: &str = "\
CREATE TABLE so (khoa TEXT PRIMARY KEY, gia_tri TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE vb (id INTEGER PRIMARY KEY, van TEXT NOT NULL, bang_ke TEXT NOT NULL, dong TEXT NOT NULL, nam INTEGER NOT NULL, ky TEXT NOT NULL, \
so INTEGER NOT NULL, ky_hieu TEXT NOT NULL, loai TEXT, ngay TEXT, trang_thai TEXT NOT NULL, con_hieu_luc INTEGER NOT NULL, \
doc_duoc INTEGER NOT NULL, chu TEXT NOT NULL);
CREATE VIRTUAL TABLE tim USING fts5(so_k, so_d, ty_k, ty_d, nk_k, nk_d, nn_k, nn_d, gc_k, gc_d, tx_k, tx_d, content='', \
contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
";

/// A number as it is put in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hang {
    pub id: i64,
    pub van: String,
    pub bang_ke: String,
    /// Where its lines stand in the register, its own first.
    pub dong: Vec<(usize, usize)>,
    pub nam: i32,
    /// The term or congress of its series; nothing of one by years.
    pub ky: String,
    /// Its folder, from that of the issued papers on.
    pub dich: String,
    pub so: u64,
    pub ky_hieu: String,
    pub loai: Option<String>,
    pub ngay: Option<String>,
    pub trang_thai: String,
    pub con_hieu_luc: bool,
    /// Words by column.
    pub so_ngay: String,
    pub trich_yeu: String,
    pub nguoi_ky: String,
    pub noi_nhan: String,
    pub ghi_chu: String,
}

/// What the index has of a number already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaCo {
    pub van: String,
    pub bang_ke: String,
    /// Its text could be read, or it has none.
    pub doc_duoc: bool,
}

/// The text of a paper: new, or as the index has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thay {
    Moi { chu: String, doc_duoc: bool },
    NhuCu,
}

/// A number that was found: its id, where its lines are, its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimThay {
    pub id: i64,
    pub dong: Vec<(usize, usize)>,
    pub bang_ke: String,
    pub chu: String,
}

/// What was found: the first ones, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dem {
    pub thay: Vec<TimThay>,
    pub tat_ca: usize,
}

/// A symbol as it is looked for: `1/qđ-ubnd` and `1/QD-UBND` are `1/QĐ-UBND`.
fn gap_ky_hieu(ky_hieu: &str) -> String {
    khong_dau(ky_hieu).to_lowercase()
}

pub(super) fn gia_tri(con: &Connection, khoa: &str) -> Result<Option<String>> {
    con.query_row("SELECT gia_tri FROM so WHERE khoa = ?1", [khoa], |row| row.get(0)).optional()
}

pub(super) fn dat(con: &Connection, khoa: &str, gia_tri: &str) -> Result<()> {
    con.execute("INSERT OR REPLACE INTO so VALUES (?1, ?2)", [khoa, gia_tri]).map(drop)
}

pub(super) fn da_co(con: &Connection) -> Result<HashMap<i64, DaCo>> {
    let mut all = con.prepare("SELECT id, van, bang_ke, doc_duoc FROM vb")?;
    let rows = all.query_map([], |row| {
        Ok((row.get(0)?, DaCo { van: row.get(1)?, bang_ke: row.get(2)?, doc_duoc: row.get(3)? }))
    })?;
    rows.collect()
}

pub(super) fn bo(con: &Connection, id: i64) -> Result<()> {
    con.prepare("DELETE FROM tim WHERE rowid = ?1")?.execute([id])?;
    con.prepare("DELETE FROM vb WHERE id = ?1")?.execute([id]).map(drop)
}

pub(super) fn them(con: &Connection, hang: &Hang, chu: &Thay) -> Result<()> {
    let (chu, doc_duoc) = match chu {
        Thay::Moi { chu, doc_duoc } => (chu.clone(), *doc_duoc),
        Thay::NhuCu => {
            let mut old = con.prepare("SELECT chu, doc_duoc FROM vb WHERE id = ?1")?;
            let old = old.query_row([hang.id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            // Another process has taken it away meanwhile: it comes as a new one.
            let Some(old) = old else { return Ok(()) };
            old
        }
    };
    bo(con, hang.id)?;
    let dong: Vec<String> = hang.dong.iter().map(|(tu, dai)| format!("{tu}:{dai}")).collect();
    let so = i64::try_from(hang.so).unwrap_or(i64::MAX);
    con.prepare("INSERT INTO vb VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)")?
        .execute(params![
            hang.id,
            hang.van,
            hang.bang_ke,
            dong.join(","),
            hang.nam,
            hang.ky,
            so,
            gap_ky_hieu(&hang.ky_hieu),
            hang.loai,
            hang.ngay,
            hang.trang_thai,
            hang.con_hieu_luc,
            doc_duoc,
            chu
        ])?;
    let texts =
        [&hang.so_ngay, &hang.trich_yeu, &hang.nguoi_ky, &hang.noi_nhan, &hang.ghi_chu, &chu];
    let forms = texts.into_iter().flat_map(|text| {
        let (bare, exact) = hai_dang(text);
        [bare, exact]
    });
    let cells = std::iter::once(Value::Integer(hang.id)).chain(forms.map(Value::Text));
    con.prepare(
        "INSERT INTO tim(rowid, so_k, so_d, ty_k, ty_d, nk_k, nk_d, nn_k, nn_d, gc_k, gc_d, tx_k, tx_d) \
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
    )?
    .execute(params_from_iter(cells))
    .map(drop)
}

/// What fits: those whose line has the words before those whose text alone has them, the newest first.
pub(super) fn tim(con: &Connection, hoi: &CauHoi, loc: &Loc, nhieu_nhat: usize) -> Result<Dem> {
    let (clauses, values) = dieu_kien(loc);
    let mut dem = Dem::default();
    let Some(all) = &hoi.tat_ca else {
        let order =
            format!("SELECT id, dong, vb.bang_ke, chu FROM vb WHERE {clauses} ORDER BY id DESC");
        dem.thay = lay(con, &order, &values, nhieu_nhat, &[])?;
        let count = format!("SELECT count(*) FROM vb WHERE {clauses}");
        dem.tat_ca = dem_so(con, &count, &values)?;
        return Ok(dem);
    };
    let found = format!("FROM tim JOIN vb ON vb.id = tim.rowid WHERE tim MATCH ? AND {clauses}");
    let with = |words: &str| -> Vec<Value> {
        std::iter::once(Value::Text(words.to_owned())).chain(values.iter().cloned()).collect()
    };
    let order = format!("SELECT id, dong, vb.bang_ke, chu {found} ORDER BY tim.rowid DESC");
    for words in hoi.trong_so.iter().chain([all]) {
        let seen: Vec<i64> = dem.thay.iter().map(|one| one.id).collect();
        let room = nhieu_nhat.saturating_sub(seen.len());
        if room > 0 {
            dem.thay.extend(lay(con, &order, &with(words), room, &seen)?);
        }
    }
    let count = match *loc == Loc::default() {
        // Without the rows themselves it is a matter of the words alone.
        true => "SELECT count(*) FROM tim WHERE tim MATCH ?".to_owned(),
        false => format!("SELECT count(*) {found}"),
    };
    dem.tat_ca = dem_so(con, &count, &with(all))?;
    Ok(dem)
}

fn dem_so(con: &Connection, sql: &str, values: &[Value]) -> Result<usize> {
    let count: i64 = con.query_row(sql, params_from_iter(values), |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The first `room` rows that were not seen before.
fn lay(
    con: &Connection,
    sql: &str,
    values: &[Value],
    room: usize,
    seen: &[i64],
) -> Result<Vec<TimThay>> {
    let mut all = con.prepare(sql)?;
    let mut rows = all.query(params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if seen.contains(&id) {
            continue;
        }
        let dong = doc_dong(&row.get::<_, String>(1)?);
        found.push(TimThay { id, dong, bang_ke: row.get(2)?, chu: row.get(3)? });
        if found.len() >= room {
            break;
        }
    }
    Ok(found)
}

fn doc_dong(text: &str) -> Vec<(usize, usize)> {
    let parts = text.split(',').filter_map(|part| part.split_once(':'));
    parts.filter_map(|(tu, dai)| Some((tu.parse().ok()?, dai.parse().ok()?))).collect()
}

fn dieu_kien(loc: &Loc) -> (String, Vec<Value>) {
    let mut clauses = vec!["1"];
    let mut values = Vec::new();
    let mut them = |clause, value: Option<Value>| {
        if let Some(value) = value {
            clauses.push(clause);
            values.push(value);
        }
    };
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    them("so = ?", loc.so.map(|so| Value::Integer(i64::try_from(so).unwrap_or(i64::MAX))));
    them("ky_hieu = ?", loc.ky_hieu.as_deref().map(|ten| Value::Text(gap_ky_hieu(ten))));
    them("nam = ?", loc.nam.map(|nam| Value::Integer(nam.into())));
    them("ky = ?", text(&loc.ky));
    them("loai = ?", text(&loc.loai));
    them("ngay >= ?", text(&loc.tu));
    them("ngay <= ?", text(&loc.den));
    them("trang_thai = ?", loc.trang_thai.map(|ten| Value::Text(ten.to_owned())));
    them("con_hieu_luc = ?", loc.con_hieu_luc.map(|la| Value::Integer(la.into())));
    (clauses.join(" AND "), values)
}
