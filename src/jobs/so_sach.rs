//! What `issue`, `register` and `verify` share: where the register is, opening it, writing lines into it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::load::Bounds;
use super::means::interrupted;
use super::so_da_biet::con_do;
use super::{Cancel, Means, Outcome, SoDaGhi, duong_dan, load};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::native;
use crate::model::{CoQuan, Fault, Ky, Loai, Ngay};
use crate::reading::source;
use crate::records::phat_hanh::chung;
use crate::records::phat_hanh::giao_dich::GiaoDich;
use crate::records::phat_hanh::goi::{Goi, dich};
use crate::records::phat_hanh::kho::{Kho, KhoKhoa, Luot, PHAT_HANH, TEP_CHUNG};
use crate::records::phat_hanh::khoi_phuc::khoi_phuc;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, TinhChung, doc_so};
use crate::records::phat_hanh::y_dinh::YDinh;
use crate::records::so_dang_ky::{CachGoi, Day, Dong, Muc, So, SoCai, The, Viec};
use crate::rules::check::{check, chi_co_quan, ky_tu};

/// Where the register is, for a verb that is given no document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterPlace {
    /// The register's folder.
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    /// The hồ sơ whose offices the register is of; the current folder if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
    /// Begins a register also where the one that this machine knew is gone.
    #[serde(default)]
    pub lap_so_moi: bool,
    /// What the job may take.
    #[serde(default)]
    pub bounds: Bounds,
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
    let Ok(mut nguon) = source::read_ho_so(ho_so) else { return Vec::new() };
    chi_co_quan(&mut nguon);
    let mut all = check(&nguon, &|_| true).co_quan;
    all.sort_by_key(|c| !source::ten_goc(&c.tep).eq_ignore_ascii_case("co-quan"));
    all
}

/// The register of `register`, and the offices of its hồ sơ: the one that was named, or where one stands,
/// or else the register's own folder.
pub fn kho_cua(place: &RegisterPlace) -> (Kho, Vec<CoQuan>) {
    // The folder of a file that was named without one is no name at all.
    let here = place.ho_so.clone().filter(|folder| !folder.as_os_str().is_empty());
    let here = here.unwrap_or_else(|| PathBuf::from("."));
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
    /// broken one takes no more lines, and one that was here and is gone is not begun anew.
    pub fn mo(kho: &Kho, means: &Means) -> Result<Self, Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let cancel = means.cancel;
        con_do(kho, means).map_err(one)?;
        let Some(kho) = kho.khoa(&|| cancel.asked()).map_err(one)? else {
            return Err(vec![interrupted("ghi", &format!("vào sổ {}", kho.ten_so()))]);
        };
        let ket_cuc = cancel.hold(|| khoi_phuc(&kho)).map_err(one)?;
        let doc = doc_so(&kho).map_err(one)?;
        let mut ghi_chu: Vec<String> = ket_cuc.iter().map(|k| k.loi()).collect();
        let sai = if doc.sai.is_empty() { doc.ngoai_so(&kho) } else { doc.sai };
        if !sai.is_empty() {
            return Err(sai);
        }
        let SoTrenDia { so, cai, do_dai, chung, .. } = doc;
        if chung == TinhChung::Chua && !so.dong.is_empty() {
            ghi_chu.push(chua_co_chung(&so));
        }
        cancel.hold(|| chung::cap_nhat(&kho)).map_err(one)?;
        Ok(Self { kho, so, cai, do_dai, ghi_chu, cancel: cancel.clone() })
    }

    /// The same for whoever takes the next number: not while someone else has it to himself. Whoever had to wait
    /// for that has it in `luot`.
    pub fn mo_lay_so(
        kho: &Kho,
        means: &Means,
        luot: &mut Option<Luot>,
    ) -> Result<Self, Vec<Diagnostic>> {
        loop {
            let so_mo = Self::mo(kho, means)?;
            if luot.is_some() || !kho.dang_co_luot().map_err(|fault| vec![fault])? {
                return Ok(so_mo);
            }
            drop(so_mo);
            *luot = Some(den_luot(kho, means.cancel)?);
        }
    }

    /// Writes lines, and with them the folder of an issued document. Once begun it is not to be cancelled.
    pub fn ghi(
        &self,
        ten: String,
        dong: &[Dong],
        goi: Option<(String, Goi)>,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        chu_in_duoc(dong)?;
        let (dich, goi) = goi.map_or((None, None), |(dich, goi)| (Some(dich), Some(goi)));
        let y_dinh = YDinh { ten, do_dai: self.do_dai, them: self.so.them(dong), dich };
        let giao_dich = GiaoDich { y_dinh, goi };
        let left = self.cancel.hold(|| giao_dich.chay(&self.kho)).map_err(|fault| vec![fault])?;
        outcome.notes.extend(left);
        outcome.papers.extend(self.cac_the(dong));
        let moi = self.do_dai == 0;
        outcome.notes.extend(if moi { self.so_moi(dong) } else { self.nam_xa(dong) });
        outcome.so_da_ghi =
            self.kho.thu_muc_so().zip(dong.first()).map(|(thu_muc, dong)| SoDaGhi {
                thu_muc,
                co_quan: dong.day.co_quan.clone(),
                moi: moi || outcome.so_da_ghi.as_ref().is_some_and(|so| so.moi),
            });
        Ok(())
    }

    /// The numbers that lines are about, as they are with them.
    fn cac_the(&self, dong: &[Dong]) -> Vec<The> {
        let mut all: Vec<Muc> = Vec::new();
        for dong in dong {
            let Some(so_hieu) = dong.so_hieu.clone() else { continue };
            let of_it = |muc: &Muc| muc.dong.day == dong.day && muc.so_hieu.so == so_hieu.so;
            let known = all.iter().position(of_it);
            let after = match dong.viec {
                Viec::MoSo | Viec::KhoaNam | Viec::MoNam => continue,
                Viec::Huy | Viec::Chuyen => {
                    let before = known.and_then(|at| all.get(at));
                    let before = before.or_else(|| self.cai.muc(&dong.day, so_hieu.so));
                    let Some(before) = before else { continue };
                    before.sau(dong)
                }
                _ => Muc::moi(dong, so_hieu),
            };
            match known.and_then(|at| all.get_mut(at)) {
                Some(muc) => *muc = after,
                None => all.push(after),
            }
        }
        all.iter().map(the).collect()
    }

    /// A year begins that is far from all that the register has: most often a slip of a finger.
    fn nam_xa(&self, dong: &[Dong]) -> Option<String> {
        let nam_cua = |day: &Day| match day.ky {
            Ky::Nam(nam) => Some(nam),
            _ => None,
        };
        let known: BTreeSet<i32> = self.cai.cac_day().into_iter().filter_map(nam_cua).collect();
        let (first, last) = (*known.first()?, *known.last()?);
        let near = first.saturating_sub(1)..=last.saturating_add(1);
        let far =
            dong.iter().filter_map(|dong| nam_cua(&dong.day)).find(|nam| !near.contains(nam))?;
        Some(format!(
            "CHÚ Ý: số này mở sổ năm {far}, mà sổ đang có {}; ghi nhầm năm thì huỷ số ấy rồi ghi lại",
            if first == last {
                format!("năm {last}")
            } else {
                format!("các năm {first}–{last}")
            }
        ))
    }

    /// A register begins: where it lies and with which number, since whoever has one elsewhere must stop here.
    fn so_moi(&self, dong: &[Dong]) -> Option<String> {
        let first = dong.iter().find_map(|dong| Some((&dong.day, dong.so_hieu.as_ref()?.so)));
        let (day, so) = first?;
        Some(format!(
            "đã lập sổ mới ở {}, bắt đầu từ số {so:02} ({day}); cơ quan đã có sổ ở nơi khác thì đừng dùng số này: khai nơi \
             để sổ (so_dang_ky: {{thu_muc: …}} hoặc --so-sach)",
            self.kho.noi_de()
        ))
    }
}

/// Waits until the next number is nobody else's to take; the register must not be open meanwhile.
pub fn den_luot(kho: &Kho, cancel: &Cancel) -> Result<Luot, Vec<Diagnostic>> {
    let luot = kho.luot(&|| cancel.asked()).map_err(|fault| vec![fault])?;
    luot.ok_or_else(|| vec![interrupted("lấy", &format!("số ở sổ {}", kho.ten_so()))])
}

/// The words of a line are printed in the year's book, and never taken back: what may not stand on a paper may not
/// stand in them.
pub fn chu_in_duoc(dong: &[Dong]) -> Result<(), Vec<Diagnostic>> {
    let words = dong
        .iter()
        .flat_map(|d| [&d.trich_yeu, &d.nguoi_ky, &d.noi_nhan, &d.luu, &d.ky_nhan, &d.ghi_chu]);
    loi_in_duoc(words)
}

/// The same of the words of any book.
pub fn loi_in_duoc<'d>(words: impl Iterator<Item = &'d String>) -> Result<(), Vec<Diagnostic>> {
    let fonts = load::fonts(None).map_err(|fault| vec![fault])?;
    let mut seen = BTreeSet::new();
    let faults = words.flat_map(|text| ky_tu::trong_chu(text, &|c| fonts.has(c), &mut seen));
    let found: Vec<Diagnostic> = faults.map(|fault| loi_tham_so("lời ghi vào sổ", fault)).collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// A register of before there were witnesses, or one whose witness was taken away.
pub fn chua_co_chung(so: &So) -> String {
    format!(
        "bên cạnh sổ chưa có {TEP_CHUNG} (sổ do phiên bản trước ghi, hoặc tệp ấy bị xoá); sổ có {} dòng, khớp với các thư \
         mục đã phát hành",
        so.dong.len()
    )
}

/// A number with all that is known of it, and its folder if files are kept of it.
pub fn the(muc: &Muc) -> The {
    let kept = !muc.dong.bang_ke.is_empty();
    let folder = || format!("{PHAT_HANH}/{}", dich(&muc.dong.day, &muc.so_hieu));
    The::cua(muc, kept.then(folder))
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
            let named = |muc: &&Muc| {
                let day = &muc.dong.day;
                format!("{} ({day})", day.goi(&muc.so_hieu))
            };
            let all: Vec<String> = many.iter().map(named).collect();
            let message = format!("số {goi} có nhiều trong sổ: {}", all.join(", "));
            let by_year = many.iter().all(|muc| muc.dong.day.ky.la_nam());
            Err(Diagnostic::error("unknown-number", message).hint(match by_year {
                true => "ghi rõ ký hiệu và năm, ví dụ: 105/KH-HĐND/2023; số đang giữ thì ghi năm, loại như trên; khác cơ quan thì thêm --co-quan",
                false => "ghi rõ như một trong các cách gọi ấy; khác cơ quan thì thêm --co-quan",
            }))
        }
    }
}

/// The series of a paper of this kind and day; an office that has not said its term gets no number.
pub fn day_cua(co_quan: &CoQuan, loai: Loai, ngay: Ngay) -> Result<Day, Diagnostic> {
    Day::cua(co_quan, loai, ngay.ngay()).map_err(|fault| chua_ro_ky(co_quan, fault))
}

/// Why the time of a number isn't known, with the office whose file has to say it.
pub fn chua_ro_ky(co_quan: &CoQuan, fault: Fault) -> Diagnostic {
    let message = format!("{}: {}", source::ten_tep(&co_quan.tep), fault.message);
    let mut found = Diagnostic::error(fault.code, message);
    (found.hint, found.clause) = (fault.hint, fault.clause.map(Into::into));
    found
}

/// A fault in an argument, which has no place.
pub fn loi_tham_so(ten: &str, fault: Fault) -> Diagnostic {
    let mut found = Diagnostic::error(fault.code, format!("{ten}: {}", fault.message));
    found.hint = fault.hint;
    found
}
