//! Tủ sẵn: the folder of papers that an imported one is put among: its offices with their signers, and names that are
//! taken.

use std::path::{Path, PathBuf};

use super::co_quan::{self, CoQuanNhan};
use super::yaml::GiaTri;
use crate::machine::output;
use crate::model::BoQuyTac;
use crate::model::khong_dau::{khong_dau, ten_tep_khong_dau};
use crate::model::ten_goi::viet_du;
use crate::reading::source::{self, MauRieng, TEP_CO_QUAN, TepNguon, ten_goc, ten_tep};
use crate::reading::yaml::va::{Buoc, Cay, cay_cua};
use crate::rules::bo_quy_tac::cua_tu;
use crate::rules::check::la_co_quan;
use crate::word::nhan_dang::NguoiKyNhan;
use crate::word::nhan_dang::tu::{gon, khoa};

pub struct TuSan {
    pub thu_muc: PathBuf,
    /// The folder's own templates.
    pub mau: MauRieng,
    co_quan: Vec<CoQuanCo>,
}

/// An office of the folder.
struct CoQuanCo {
    ten: String,
    text: String,
    /// Its name at the head of papers, as it is compared.
    ban_hanh: String,
    /// The set of rules that its papers follow.
    bo: BoQuyTac,
    nguoi_ky: Vec<(String, NguoiKyNhan)>,
}

/// Where a paper's office and signers are; a new folder has that of the paper.
pub struct NoiGhi {
    /// The office that the paper must name; none if it is the folder's own.
    pub co_quan: Option<String>,
    /// The file of an office that is not there yet.
    pub tep_moi: Option<String>,
    pub co_san: Vec<(String, Vec<u8>)>,
    /// The signers whom the office has; none for an office that is written anew with this paper.
    da_biet: Option<Vec<(String, NguoiKyNhan)>>,
}

impl TuSan {
    pub fn doc(thu_muc: &Path) -> Self {
        let (mau, _) = source::read_mau_cua_ho_so(thu_muc);
        let files = source::read_ho_so(thu_muc).map(|nguon| nguon.tep).unwrap_or_default();
        let co_quan = files.iter().filter_map(CoQuanCo::cua).collect();
        Self { thu_muc: thu_muc.to_owned(), mau, co_quan }
    }

    /// Whether it has an office whose papers stand there.
    pub(super) fn co_co_quan(&self) -> bool {
        self.co_quan.iter().any(|co| la_co_quan(&co.ten) && !co.ban_hanh.is_empty())
    }

    /// Where the paper of an office goes: to the folder's own if it is that one, else beside it.
    pub(super) fn noi_ghi(&self, office: &CoQuanNhan) -> NoiGhi {
        let own = self.co_quan.iter().find(|co| la_co_quan(&co.ten));
        if own.is_none() {
            return NoiGhi::default();
        }
        let key = ten_rut(&office.ban_hanh);
        let known = self.co_quan.iter().filter(|co| co.ban_hanh == key && co.bo == office.bo);
        let known = known.min_by_key(|co| !la_co_quan(&co.ten));
        let mut co_san: Vec<(String, Vec<u8>)> = own.into_iter().map(CoQuanCo::tep).collect();
        match known {
            Some(known) => {
                let other = !la_co_quan(&known.ten);
                co_san.extend(other.then(|| known.tep()));
                NoiGhi {
                    co_quan: other.then(|| ten_goc(&known.ten).to_owned()),
                    tep_moi: None,
                    co_san,
                    da_biet: Some(known.nguoi_ky.clone()),
                }
            }
            None => {
                let ten = self.ten_moi(&format!("co-quan-{}", ten_tep_khong_dau(&office.ban_hanh)));
                NoiGhi {
                    co_quan: Some(ten.clone()),
                    tep_moi: Some(format!("{ten}.yaml")),
                    co_san,
                    da_biet: None,
                }
            }
        }
    }

    /// A name without ending that no file of the folder has.
    pub(super) fn ten_moi(&self, goc: &str) -> String {
        let name = |so: usize| if so == 1 { goc.to_owned() } else { format!("{goc}-{so}") };
        let taken = |ten: &String| output::is_there(&self.thu_muc.join(format!("{ten}.yaml")));
        (1..).map(name).find(|ten| !taken(ten)).unwrap_or_default()
    }

    /// The same of a picture: `cong-van-2-hinh-1.png`.
    pub(super) fn ten_anh(&self, giay: &str, anh: &str) -> String {
        let (goc, duoi) = anh.rsplit_once('.').unwrap_or((anh, "png"));
        let name = |so: usize| match so {
            1 => format!("{giay}-{goc}.{duoi}"),
            so => format!("{giay}-{goc}-{so}.{duoi}"),
        };
        let free = |ten: &String| !output::is_there(&self.thu_muc.join(ten));
        (1..).map(name).find(free).unwrap_or_default()
    }
}

impl Default for NoiGhi {
    fn default() -> Self {
        let tep_moi = Some(TEP_CO_QUAN.to_owned());
        Self { co_quan: None, tep_moi, co_san: Vec::new(), da_biet: None }
    }
}

impl NoiGhi {
    /// Whether the office was there before.
    pub(super) fn da_biet(&self) -> bool {
        self.da_biet.is_some()
    }

    /// A signer by the name that the office calls him, or as he stands on the paper.
    pub(super) fn nguoi_ky(&self, ten: &str, nguoi: &NguoiKyNhan, bo: BoQuyTac) -> GiaTri {
        let Some(known) = &self.da_biet else { return GiaTri::chu(ten) };
        let same = |(_, own): &&(String, NguoiKyNhan)| cung_nguoi(own, nguoi);
        match known.iter().find(same) {
            Some((ten, _)) => GiaTri::chu(ten),
            None => co_quan::nguoi_ky(nguoi, bo),
        }
    }
}

fn cung_nguoi(a: &NguoiKyNhan, b: &NguoiKyNhan) -> bool {
    let key = |lines: &[String]| khoa(&gon(&lines.join(" ")));
    key(&a.dong) == key(&b.dong)
        && key(&a.chuc_vu_khac) == key(&b.chuc_vu_khac)
        && gon(&a.ho_ten).to_lowercase() == gon(&b.ho_ten).to_lowercase()
}

/// An office's name as it is compared: whatever marks and capitals it has, and whether it is shortened or not.
fn ten_rut(ten: &str) -> String {
    khong_dau(&viet_du(ten))
}

impl CoQuanCo {
    fn cua(tep: &TepNguon) -> Option<Self> {
        let cay = cay_cua(tep)?;
        let ban_hanh = cac_dong(cay.tai(&[muc("co_quan_ban_hanh")]));
        let bo = cua_tu(cac_dong(cay.tai(&[muc("bo_quy_tac")])).first().map(String::as_str));
        let ten = ten_tep(&tep.ten).to_owned();
        if ban_hanh.is_empty() && !la_co_quan(&ten) {
            return None;
        }
        let nguoi_ky = match cay.tai(&[muc("nguoi_ky")]) {
            Cay::Nhom(all) => all.iter().map(|(ten, one)| (ten.clone(), nguoi(one))).collect(),
            _ => Vec::new(),
        };
        let ban_hanh = ten_rut(&ban_hanh.join(" "));
        Some(Self { ten, text: tep.text.clone(), ban_hanh, bo, nguoi_ky })
    }

    fn tep(&self) -> (String, Vec<u8>) {
        (self.ten.clone(), self.text.clone().into_bytes())
    }
}

fn muc(khoa: &str) -> Buoc {
    Buoc::Khoa(khoa.to_owned())
}

fn nguoi(cay: &Cay) -> NguoiKyNhan {
    let of = |khoa: &str| cac_dong(cay.tai(&[muc(khoa)]));
    NguoiKyNhan {
        dong: of("dong"),
        chuc_vu_khac: of("chuc_vu_khac"),
        ho_ten: of("ho_ten").join(" "),
    }
}

/// A text of one line or several, or a list of them.
fn cac_dong(cay: &Cay) -> Vec<String> {
    match cay {
        Cay::Chu(text) => text.lines().map(str::to_owned).collect(),
        Cay::DanhSach(items) => items.iter().flat_map(cac_dong).collect(),
        Cay::Trong | Cay::Nhom(_) => Vec::new(),
    }
}
