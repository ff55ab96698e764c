//! `init`: a commented starter hồ sơ, or a starter file of one kind; they build as they stand.

use std::path::Path;

use super::{Report, load, schema};
use crate::check::{KhoMau, khoi_tao};
use crate::cli::InitArgs;
use crate::diagnostic::Diagnostic;
use crate::model::{GiayTo, Mau};
use crate::output::{self, Ready};
use crate::source::{self, TEP_CO_QUAN, ten_tep};
use crate::yaml::decode::{co_phai_la, nearest};
use crate::yaml::{self, Value};

const CO_QUAN: (&str, &str) = (TEP_CO_QUAN, include_str!("../../templates/khoi-tao/co-quan.yaml"));
const KE_HOACH: (&str, &str) =
    ("ke-hoach.yaml", include_str!("../../templates/khoi-tao/ke-hoach.yaml"));

/// Writes the starter; never over a file that is there.
pub fn init(args: &InitArgs) -> Report {
    let ready = match &args.mau {
        None => Ok(ho_so(&args.dir)),
        Some(kind) => mot_loai(args, kind),
    };
    let written = ready.and_then(|ready| output::write_new(&ready).map(|()| ready));
    match written {
        Ok(ready) => Report {
            lines: ready.iter().map(|file| file.path.display().to_string()).collect(),
            ..Report::default()
        },
        Err(fault) => Report::of(fault),
    }
}

fn ho_so(dir: &Path) -> Vec<Ready> {
    let starter = [CO_QUAN, KE_HOACH].map(|file| ready(dir, file));
    starter.into_iter().chain(schema::files(dir)).collect()
}

fn ready(dir: &Path, (name, text): (&str, &str)) -> Ready {
    Ready { path: dir.join(name), bytes: text.as_bytes().to_vec() }
}

/// A starter file of one kind, with the office's file and the schema if they are not there yet.
fn mot_loai(args: &InitArgs, kind: &str) -> Result<Vec<Ready>, Diagnostic> {
    let (_, kho, found) = load::kho_mau(&args.dir, args.thu_muc_mau.as_deref())?;
    if let Some(fault) = found.into_iter().find(Diagnostic::is_error) {
        return Err(fault);
    }
    let khoa = kind.replace('-', "_");
    let mau = match kho.theo_khoa(&khoa) {
        Some(mau) if !GiayTo::la_cua_dot(mau) => mau,
        _ => return Err(unknown(kind, &kho)),
    };
    let text = khoi_tao(mau, &khoa, &nguoi_ky(&args.dir));
    let name = format!("{}.yaml", khoa.replace('_', "-"));
    let mut files = vec![ready(&args.dir, (&name, &text))];
    let beside = schema::file_of(mau, &args.dir, &kho).into_iter();
    let beside = beside.chain([ready(&args.dir, CO_QUAN)]);
    files.extend(beside.filter(|file| !output::is_there(&file.path)));
    Ok(files)
}

/// The short names of the office's signers; without an office's file those of the starter.
fn nguoi_ky(dir: &Path) -> Vec<String> {
    let there = source::read_ho_so(dir).ok();
    let own =
        there.and_then(|ho_so| ho_so.tep.into_iter().find(|tep| ten_tep(&tep.ten) == TEP_CO_QUAN));
    let tep = own.or_else(|| source::TepNguon::decode(CO_QUAN.0, CO_QUAN.1.as_bytes()).ok());
    let root = tep.and_then(|tep| yaml::parse(&tep).0);
    match root.as_ref().and_then(|root| root.get("nguoi_ky")).map(|node| &node.value) {
        Some(Value::Map(entries)) => {
            entries.iter().filter_map(|(key, _)| key.text().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

fn unknown(kind: &str, kho: &KhoMau) -> Diagnostic {
    let own = |mau: &&Mau| !GiayTo::la_cua_dot(mau);
    let kinds = kho.cac_mau().map(|mau| &**mau).filter(own).flat_map(|mau| &mau.khoa);
    let mut known: Vec<&str> = kinds.map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let hint = match nearest(kind, &known) {
        Some(near) => co_phai_la(near),
        None => format!("các loại: {}", known.join(", ")),
    };
    Diagnostic::error("wrong-use", format!("không có loại văn bản “{kind}”")).hint(hint)
}
