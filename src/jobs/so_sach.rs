//! What `issue`, `register` and `verify` share: where the register is, opening it, writing lines into it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::means::interrupted;
use super::{Cancel, Outcome, duong_dan};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::native;
use crate::model::{CoQuan, Fault};
use crate::reading::source;
use crate::records::phat_hanh::giao_dich::GiaoDich;
use crate::records::phat_hanh::goi::Goi;
use crate::records::phat_hanh::kho::{Kho, KhoKhoa};
use crate::records::phat_hanh::khoi_phuc::khoi_phuc;
use crate::records::phat_hanh::y_dinh::YDinh;
use crate::records::so_dang_ky::{CachGoi, Dong, Muc, So, SoCai};
use crate::rules::check::check;

/// Where the register is, for a verb that is given no document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterPlace {
    /// The register's folder.
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    /// The hồ sơ whose offices the register is of; the current folder if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
}

/// The register's folder: the one that was named, or the one that the office's file names, or the hồ sơ's.
pub fn noi_de_so(so_sach: Option<&Path>, ho_so: &Path, co_quan: Option<&CoQuan>) -> PathBuf {
    if let Some(dir) = so_sach {
        return dir.to_owned();
    }
    match co_quan.and_then(|c| c.danh_so.thu_muc.as_deref()) {
        Some(dir) => ho_so.join(native(dir.into())),
        None => ho_so.to_owned(),
    }
}

/// The offices of a folder, its own first; none if it has no YAML.
pub fn cac_co_quan(ho_so: &Path) -> Vec<CoQuan> {
    let Ok(nguon) = source::read_ho_so(ho_so) else { return Vec::new() };
    let mut all = check(&nguon, &|_| true).co_quan;
    all.sort_by_key(|c| !source::ten_goc(&c.tep).eq_ignore_ascii_case("co-quan"));
    all
}

/// The register of `register`, and the offices of its hồ sơ: the one that was named, or where one stands,
/// or else the register's own folder.
pub fn kho_cua(place: &RegisterPlace) -> (Kho, Vec<CoQuan>) {
    let here = place.ho_so.clone().unwrap_or_else(|| PathBuf::from("."));
    let mut offices = cac_co_quan(&here);
    let dir = noi_de_so(place.so_sach.as_deref(), &here, offices.first());
    if offices.is_empty() {
        offices = cac_co_quan(&dir);
    }
    (Kho::new(&dir), offices)
}

/// A register that is sound, while nobody else writes to it.
pub struct SoMo {
    pub kho: KhoKhoa,
    pub so: So,
    pub cai: SoCai,
    do_dai: u64,
    pub ghi_chu: Vec<String>,
    cancel: Cancel,
}

impl SoMo {
    /// Waits for the lock, unless the job is cancelled meanwhile; ends what was stopped, reads the register. A
    /// broken one takes no more lines.
    pub fn mo(kho: &Kho, cancel: &Cancel) -> Result<Self, Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let Some(kho) = kho.khoa(&|| cancel.asked()).map_err(one)? else {
            return Err(vec![interrupted("ghi", &format!("vào sổ {}", kho.ten_so()))]);
        };
        let ket_cuc = cancel.hold(|| khoi_phuc(&kho)).map_err(one)?;
        let bytes = kho.doc_so().map_err(one)?;
        let (so, cai, found) = doc(&kho, &bytes);
        if !found.is_empty() {
            return Err(found);
        }
        let ghi_chu: Vec<String> = ket_cuc.iter().map(|k| k.loi()).collect();
        let do_dai = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Self { kho, so, cai, do_dai, ghi_chu, cancel: cancel.clone() })
    }

    /// Writes lines, and with them the folder of an issued document. Once begun it is not to be cancelled.
    pub fn ghi(
        &self,
        ten: String,
        dong: &[Dong],
        goi: Option<(String, Goi)>,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let (dich, goi) = goi.map_or((None, None), |(dich, goi)| (Some(dich), Some(goi)));
        let y_dinh = YDinh { ten, do_dai: self.do_dai, them: self.so.them(dong), dich };
        let giao_dich = GiaoDich { y_dinh, goi };
        self.cancel.hold(|| giao_dich.chay(&self.kho)).map_err(|fault| vec![fault])?;
        if self.do_dai == 0 {
            outcome.notes.push(format!("đã lập sổ mới: {}", self.kho.ten_so()));
        }
        Ok(())
    }
}

/// The register, and the lines of it that can't be or do what they may not.
pub fn doc(kho: &Kho, bytes: &[u8]) -> (So, SoCai, Vec<Diagnostic>) {
    let (so, mut found) = So::doc(&String::from_utf8_lossy(bytes), &kho.ten_so());
    let (cai, events) = SoCai::tu(&so);
    if found.is_empty() {
        // What follows a broken line would be told wrongly.
        found.extend(events);
    }
    (so, cai, found)
}

/// A register that isn't there yet.
pub fn chua_co_so(ten: &str) -> Diagnostic {
    Diagnostic::error("not-found", format!("chưa có sổ {ten}")).hint(
        "chỉ ra thư mục để sổ: --so-sach THU_MUC; sổ được lập khi phát hành hoặc giữ số lần đầu",
    )
}

/// The one number that the clerk's words mean.
pub fn tim<'c>(
    cai: &'c SoCai,
    goi: &CachGoi,
    co_quan: Option<&str>,
) -> Result<&'c Muc, Diagnostic> {
    match cai.tim(goi, co_quan).as_slice() {
        [one] => Ok(one),
        [] => Err(Diagnostic::error("unknown-number", format!("sổ không có số {goi}"))
            .hint("xem các số trong sổ: vanthu register list")),
        many => {
            let named =
                |muc: &&Muc| format!("{}/{} ({})", muc.so_hieu, muc.dong.day.nam, muc.dong.day);
            let all: Vec<String> = many.iter().map(named).collect();
            let message = format!("số {goi} có nhiều trong sổ: {}", all.join(", "));
            Err(Diagnostic::error("unknown-number", message).hint(
                "ghi rõ ký hiệu và năm, ví dụ: 105/KH-HĐND/2023; khác cơ quan thì thêm --co-quan",
            ))
        }
    }
}

/// A fault in an argument, which has no place.
pub fn loi_tham_so(ten: &str, fault: Fault) -> Diagnostic {
    let mut found = Diagnostic::error(fault.code, format!("{ten}: {}", fault.message));
    found.hint = fault.hint;
    found
}
