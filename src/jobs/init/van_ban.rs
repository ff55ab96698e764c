//! The paper of a starter: of a declared kind, or the plan of trips.

use std::path::Path;
use std::sync::Arc;

use super::co_quan::{CuaCoQuan, cua};
use super::ten_tep::{chua_co, dot_chua_co};
use super::{InitRequest, co_co_quan, ready, tep_co_quan, trong_nhay};
use crate::diagnostic::Diagnostic;
use crate::jobs::co_quan_san::CoQuanSan;
use crate::jobs::{load, schema};
use crate::machine::output::{self, Ready};
use crate::model::khong_dau::khong_dau;
use crate::model::{BoQuyTac, GiayTo, Mau};
use crate::reading::source;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{self, Value};
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::rules::check::{CHU_DE_CUA_NOI, DOT_CHUYEN_DI, KE_HOACH_CHUYEN_DI, KhoMau, khoi_tao};

/// The word for the plan of trips, which is a plan with a shape of its own.
pub const CHUYEN_DI: &str = "ke_hoach_chuyen_di";

/// The word for a trip of it.
pub const DOT: &str = "dot";

/// The paper that every office writes most.
pub const LOAI_DAU: &str = "cong_van";

/// Every kind that may be started, or those of one set of rules: the word, and what it is called.
pub fn cac_loai(kho: &KhoMau, bo: Option<BoQuyTac>) -> Vec<(String, String)> {
    let own = kho.cac_mau().filter(|mau| !GiayTo::la_cua_dot(mau));
    let answers = move |mau: &Arc<Mau>, khoa: &str| {
        let found = kho.theo_khoa_cua(khoa, bo.unwrap_or(MAC_DINH));
        found.is_some_and(|found| Arc::ptr_eq(found, mau))
    };
    let has = move |mau: &Mau, khoa: &str| {
        let loai = mau.loai(khoa);
        bo.zip(loai).is_none_or(|(bo, loai)| bo.co_loai(loai))
    };
    let words = own.flat_map(|mau| {
        let kept = mau.khoa.iter().filter(move |khoa| answers(mau, khoa) && has(mau, khoa));
        kept.map(move |khoa| (khoa.clone(), ten(mau, khoa)))
    });
    let trips = (CHUYEN_DI.to_owned(), "Kế hoạch tổ chức các đợt công tác".to_owned());
    let trip = (DOT.to_owned(), "Một đợt của kế hoạch ấy: kế hoạch chi tiết, báo cáo".to_owned());
    words.chain([trips, trip]).collect()
}

fn ten(mau: &Mau, khoa: &str) -> String {
    let loai = mau.loai(khoa);
    loai.map_or_else(|| mau.mo_ta.clone(), |loai| loai.ten().to_owned())
}

/// The files of a starter, and what is worth saying about them.
pub fn khoi_dau(
    request: &InitRequest,
    office: Option<&CoQuanSan>,
) -> Result<(Vec<Ready>, Vec<String>), Diagnostic> {
    let dir = &request.dir;
    let there = co_co_quan(dir);
    let Some(kind) = request.mau.as_deref().or((!there).then_some(LOAI_DAU)) else {
        return Err(da_co_ho_so(request));
    };
    let cua =
        cua(dir, office).ok_or_else(|| Diagnostic::error("internal", "tệp cơ quan mẫu hỏng"))?;
    let mut files = van_ban(request, kind, &cua)?;
    let missing: Vec<Ready> = tep_co_quan(dir, office)
        .filter(|file| !output::is_there(&file.path) && files.iter().all(|f| f.path != file.path))
        .collect();
    files.extend(missing);
    let kept = "thư mục đã có tệp cơ quan: giữ nguyên, không ghi theo --co-quan";
    Ok((files, (there && office.is_some()).then(|| kept.to_owned()).into_iter().collect()))
}

fn da_co_ho_so(request: &InitRequest) -> Diagnostic {
    let dir = trong_nhay(&request.dir);
    Diagnostic::error("already-there", format!("{dir} đã là một hồ sơ: có tệp cơ quan"))
        .hint(format!("thêm một văn bản thì ghi loại, ví dụ: vanthu init {dir} --mau {LOAI_DAU}"))
}

/// The paper's file with the schema, if that is not there yet.
fn van_ban(request: &InitRequest, kind: &str, cua: &CuaCoQuan) -> Result<Vec<Ready>, Diagnostic> {
    let dir = &request.dir;
    let (_, kho, found) = load::kho_mau(dir, request.thu_muc_mau.as_deref())?;
    if let Some(fault) = found.into_iter().find(Diagnostic::is_error) {
        return Err(fault);
    }
    let khoa = khong_dau(kind).trim().replace([' ', '-'], "_");
    let khoa = khoa.strip_suffix("_chung").unwrap_or(&khoa);
    let (name, text, schemas): (String, String, Vec<Ready>) = match khoa {
        CHUYEN_DI => (
            chua_co(dir, "ke-hoach", "yaml"),
            chuyen_di(KE_HOACH_CHUYEN_DI, cua),
            schema::files(dir).collect(),
        ),
        DOT => {
            let (name, so) = dot_chua_co(dir);
            let topic = if ke_hoach_neu_chu_de(dir, so) { "" } else { CHU_DE_CUA_NOI };
            let text = chuyen_di(DOT_CHUYEN_DI, cua)
                .replace("{so}", &so.to_string())
                .replace("{chu_de}", topic);
            (name, text, schema::file_named("dot", dir).into_iter().collect())
        }
        _ => {
            let mau = kho.theo_khoa_cua(khoa, cua.bo).filter(|mau| !GiayTo::la_cua_dot(mau));
            let mau = mau.ok_or_else(|| unknown(kind, &kho))?;
            let name = chua_co(dir, &khoa.replace('_', "-"), "yaml");
            let text = khoi_tao(mau, khoa, &cua.nguoi_ky, &cua.loi, cua.bo);
            (name, text, schema::file_of(mau, dir, &kho).into_iter().collect())
        }
    };
    let own = ready(dir, &name, &text);
    let schemas = schemas.into_iter().filter(|file| !output::is_there(&file.path));
    Ok([own].into_iter().chain(schemas).collect())
}

/// Whether the plan of the folder says what the trip of that number is about; one that has no plan yet will get it from
/// the plan.
fn ke_hoach_neu_chu_de(dir: &Path, so: usize) -> bool {
    let Ok(nguon) = source::read_ho_so(dir) else { return true };
    let trips = nguon.tep.iter().filter_map(|tep| {
        let root = yaml::parse(tep).0?;
        match &root.get("dot")?.value {
            Value::List(items) => {
                let trip = items.get(so.checked_sub(1)?)?;
                Some(trip.get("chu_de").is_some())
            }
            _ => None,
        }
    });
    let known: Vec<bool> = trips.collect();
    known.is_empty() || known.contains(&true)
}

/// A text of the trips in the office's words.
fn chuyen_di(text: &str, cua: &CuaCoQuan) -> String {
    let first = cua.nguoi_ky.first().map_or("", String::as_str);
    cua.loi.thay(text).replace("{nguoi_ky}", first)
}

fn unknown(kind: &str, kho: &KhoMau) -> Diagnostic {
    let words = cac_loai(kho, None);
    let mut known: Vec<&str> = words.iter().map(|(khoa, _)| khoa.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    let hint = match nearest(kind, &known) {
        Some(near) => co_phai_la(near),
        None => format!("các loại: {}", known.join(", ")),
    };
    Diagnostic::error("wrong-use", format!("không có loại văn bản “{kind}”")).hint(hint)
}
