//! `init`: a commented starter hồ sơ, or a starter file of one kind; they build as they stand.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::co_quan_san::{self, CoQuanSan};
use super::{Outcome, duong_dan, load, schema};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::model::{GiayTo, Mau};
use crate::reading::source::{self, TEP_CO_QUAN, ten_tep};
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{self, Value};
use crate::rules::check::{KhoMau, khoi_tao};

const CO_QUAN: &str = include_str!("../../templates/khoi-tao/co-quan.yaml");
const KE_HOACH: (&str, &str) =
    ("ke-hoach.yaml", include_str!("../../templates/khoi-tao/ke-hoach.yaml"));

/// Who signs the starter's plan.
const NGUOI_KY: &str = "nguoi_ky: pho_chu_tich";

/// What to start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InitRequest {
    /// The folder of the hồ sơ.
    #[serde(with = "duong_dan")]
    pub dir: PathBuf,
    /// The kind of office for its file: `ubnd-xa`.
    pub co_quan: Option<String>,
    /// The kind of document of which there shall be one file; a whole starter if it isn't said.
    pub mau: Option<String>,
    /// The office's shared templates.
    #[serde(with = "duong_dan")]
    pub thu_muc_mau: Option<PathBuf>,
}

/// Writes the starter; never over a file that is there.
pub fn init(request: &InitRequest) -> Outcome {
    let ready = office(request).and_then(|office| match &request.mau {
        None => Ok(ho_so(&request.dir, office)),
        Some(kind) => mot_loai(request, kind, office),
    });
    Outcome::of_files(ready.and_then(|ready| output::write_new(&ready).map(|()| paths(ready))))
}

fn paths(files: Vec<Ready>) -> Vec<PathBuf> {
    files.into_iter().map(|file| file.path).collect()
}

/// The ready office that was asked for, if any.
fn office(request: &InitRequest) -> Result<Option<&'static CoQuanSan>, Diagnostic> {
    let Some(khoa) = &request.co_quan else { return Ok(None) };
    let found = co_quan_san::theo_khoa(khoa);
    found.map(Some).ok_or_else(|| {
        let known = co_quan_san::cac_khoa();
        let hint = match nearest(khoa, &known) {
            Some(near) => co_phai_la(near),
            None => format!("các kiểu cơ quan: {}", known.join(", ")),
        };
        Diagnostic::error("wrong-use", format!("không có kiểu cơ quan “{khoa}”")).hint(hint)
    })
}

fn ho_so(dir: &Path, office: Option<&CoQuanSan>) -> Vec<Ready> {
    let starter = starter(office).map(|(name, text)| ready(dir, (name, &text)));
    starter.into_iter().chain(schema::files(dir)).collect()
}

/// The files of the starter, with the office of that kind, who signs the plan.
fn starter(office: Option<&CoQuanSan>) -> [(&'static str, String); 2] {
    let plan = match office {
        Some(office) => KE_HOACH.1.replace(NGUOI_KY, &format!("nguoi_ky: {}", office.nguoi_ky)),
        None => KE_HOACH.1.to_owned(),
    };
    [(TEP_CO_QUAN, office_text(office).to_owned()), (KE_HOACH.0, plan)]
}

fn office_text(office: Option<&CoQuanSan>) -> &'static str {
    office.map_or(CO_QUAN, |office| office.text)
}

fn ready(dir: &Path, (name, text): (&str, &str)) -> Ready {
    Ready { path: dir.join(name), bytes: text.as_bytes().to_vec() }
}

/// A starter file of one kind, with the office's file and the schema if they are not there yet.
fn mot_loai(
    request: &InitRequest,
    kind: &str,
    office: Option<&CoQuanSan>,
) -> Result<Vec<Ready>, Diagnostic> {
    let (_, kho, found) = load::kho_mau(&request.dir, request.thu_muc_mau.as_deref())?;
    if let Some(fault) = found.into_iter().find(Diagnostic::is_error) {
        return Err(fault);
    }
    let khoa = kind.replace('-', "_");
    let mau = match kho.theo_khoa(&khoa) {
        Some(mau) if !GiayTo::la_cua_dot(mau) => mau,
        _ => return Err(unknown(kind, &kho)),
    };
    let text = khoi_tao(mau, &khoa, &nguoi_ky(&request.dir, office));
    let name = format!("{}.yaml", khoa.replace('_', "-"));
    let mut files = vec![ready(&request.dir, (&name, &text))];
    let beside = schema::file_of(mau, &request.dir, &kho).into_iter();
    let beside = beside.chain([ready(&request.dir, (TEP_CO_QUAN, office_text(office)))]);
    files.extend(beside.filter(|file| !output::is_there(&file.path)));
    Ok(files)
}

/// The short names of the office's signers; without an office's file those of the starter.
fn nguoi_ky(dir: &Path, office: Option<&CoQuanSan>) -> Vec<String> {
    let there = source::read_ho_so(dir).ok();
    let own =
        there.and_then(|ho_so| ho_so.tep.into_iter().find(|tep| ten_tep(&tep.ten) == TEP_CO_QUAN));
    let tep =
        own.or_else(|| source::TepNguon::decode(TEP_CO_QUAN, office_text(office).as_bytes()).ok());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::{fonts::Fonts, soan::soan};
    use crate::jobs::co_quan_san::CO_QUAN_SAN;
    use crate::reading::source::{HoSoNguon, TepNguon};

    /// Names, symbol and signer's lines of a ready office's plan, as they are printed.
    fn printed(mau: &CoQuanSan) -> String {
        let tep =
            starter(Some(mau)).map(|(ten, text)| TepNguon { ten: ten.to_owned(), text }).to_vec();
        let nguon = HoSoNguon { ten: mau.khoa.into(), tep, ..HoSoNguon::default() };
        let checked = crate::rules::check::check(&nguon, &|_| true);
        assert!(checked.diagnostics.is_empty(), "{}: {:?}", mau.khoa, checked.diagnostics);
        let van_ban = checked.van_ban[0].van_ban.as_ref().unwrap();
        let document = soan(van_ban, &Fonts::bundled().unwrap(), None).unwrap();
        let head = &document.dau_trang;
        let signer = &document.cuoi_trang.nguoi_ky[0];
        format!(
            "{}: {} | {} | {} | {}",
            mau.khoa,
            head.co_quan_chu_quan.join(" / "),
            head.co_quan_ban_hanh.join(" / "),
            head.so_ky_hieu.as_deref().unwrap_or_default().replace('\u{a0}', ""),
            signer.quyen_han_chuc_vu.join(" / ")
        )
    }

    #[test]
    fn every_ready_office_prints_its_head_symbol_and_signature() {
        let all: Vec<String> = CO_QUAN_SAN.iter().map(printed).collect();
        let expected = [
            "hdnd-tinh:  | HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-HĐND | CHỦ TỊCH",
            "thuong-truc-hdnd:  | HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-HĐND | \
             TM. THƯỜNG TRỰC / HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "thuong-truc-hdnd-b: HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | THƯỜNG TRỰC | Số:/KH-HĐND | \
             TM. THƯỜNG TRỰC / HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "ban-hdnd: HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | BAN KINH TẾ - NGÂN SÁCH | Số:/KH-HĐND | \
             TM. BAN KINH TẾ - NGÂN SÁCH / TRƯỞNG BAN",
            "doan-dbqh:  | ĐOÀN ĐẠI BIỂU QUỐC HỘI / TỈNH ĐỒNG THÁP | Số:/KH-ĐĐBQH | \
             TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI / TRƯỞNG ĐOÀN",
            "van-phong: ĐOÀN ĐBQH VÀ HĐND / TỈNH ĐỒNG THÁP | VĂN PHÒNG | Số:/KH-VP | CHÁNH VĂN PHÒNG",
            "ubnd-tinh:  | ỦY BAN NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-UBND | \
             TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "so: ỦY BAN NHÂN DÂN / TỈNH ĐỒNG THÁP | SỞ NỘI VỤ | Số:/KH-SNV | GIÁM ĐỐC",
            "hdnd-xa:  | HỘI ĐỒNG NHÂN DÂN / XÃ MỸ THỌ | Số:/KH-HĐND | \
             TM. HỘI ĐỒNG NHÂN DÂN XÃ / CHỦ TỊCH",
            "ubnd-xa:  | ỦY BAN NHÂN DÂN / XÃ MỸ THỌ | Số:/KH-UBND | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
        ];
        assert_eq!(all, expected);
    }
}
