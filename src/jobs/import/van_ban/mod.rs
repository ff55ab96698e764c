//! The paper's own file: what was recognised, as the fields of its kind.

mod dau_cuoi;
mod mau_rieng;
mod than_bai;

use std::sync::Arc;

use super::co_quan::{self, CoQuanNhan};
use super::rieng;
use super::than::{Cach, DongThan};
use super::tu_san::{NoiGhi, TuSan};
use super::yaml::GiaTri;
use crate::model::chu_dau::hoa_dau;
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::model::{BoQuyTac, Loai, Mau};
use crate::rules::check::KhoMau;
use crate::word::nhan_dang::GiayNhan;
use mau_rieng::MAU;

/// The files of the new hồ sơ, by their names.
pub struct HoSoMoi {
    pub tep: Vec<(String, Vec<u8>)>,
    /// Files that are there already and that the paper leans on.
    pub co_san: Vec<(String, Vec<u8>)>,
    /// The name of the paper's file, without ending.
    pub ten: String,
    pub than: Vec<DongThan>,
    /// What was guessed beyond what the recogniser guessed.
    pub doan: Vec<String>,
    /// The kind, as the user knows it.
    pub loai: String,
    /// Why a template of its own prints the body, if one does.
    pub mau_rieng: Option<&'static str>,
}

/// Kinds whose recipients are those whom the paper names above.
const NHU_TREN: &[&str] = &["giay_moi", "giay_gioi_thieu", "giay_nghi_phep", "phieu_gui"];
/// Kinds without recipients.
const KHONG_NOI_NHAN: &[&str] =
    &["hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong", "bien_ban"];

/// A paper on its way to its file.
struct Soan<'g> {
    giay: &'g GiayNhan,
    cach: &'g Cach,
    /// `giay_moi`.
    khoa: String,
    loai: Option<Loai>,
    bo: BoQuyTac,
    /// The form of the kind, as the set of rules has it.
    mau: Option<Arc<Mau>>,
    muc: Vec<(String, GiaTri)>,
    than: Vec<DongThan>,
    doan: Vec<String>,
    /// Why the body needs a template of its own, if it does.
    rieng_vi: Option<&'static str>,
}

/// Writes the files.
pub fn soan(giay: &GiayNhan, cach: &Cach, tu: Option<&TuSan>) -> HoSoMoi {
    let dau = &giay.dau;
    let letter = || Loai::theo_khoa("cong_van").filter(|_| dau.loai_rieng.is_none());
    let loai = dau.loai.or_else(letter);
    let khoa = match (&loai, &dau.loai_rieng) {
        (Some(loai), _) => loai.khoa().to_owned(),
        (None, Some(ten)) => khoa_rieng(ten),
        (None, None) => "cong_van".to_owned(),
    };
    let bo = dau.bo();
    let mau = KhoMau::default().theo_khoa_cua(&khoa, bo).cloned();
    let rieng = rieng::doc(&khoa, &giay.than).filter(|_| !cach.tu_do);
    let mut soan = Soan {
        giay,
        cach,
        khoa,
        loai,
        bo,
        mau,
        muc: Vec::new(),
        than: Vec::new(),
        doan: Vec::new(),
        rieng_vi: None,
    };
    soan.rieng_vi = match cach.tu_do {
        true => Some("viết theo mẫu thì mất chữ hoặc không soạn được"),
        false => soan.khong_theo_mau(rieng.is_some()),
    };
    let (cua_co_quan, ky_hieu) = soan.ky_hieu();
    let mut office =
        co_quan::nhan(giay, rieng.as_ref().and_then(|r| r.co_quan.clone()), cua_co_quan);
    if cach.chi_chuc_vu {
        soan.doan.extend(office.chi_chuc_vu());
    }
    // A template of the paper's own would print every paper of its kind: it gets a folder of its own.
    let tu = tu.filter(|_| !soan.tu_do());
    let noi = tu.map_or_else(NoiGhi::default, |tu| tu.noi_ghi(&office));
    // What was guessed of an office that is known is no guess.
    if noi.da_biet() {
        office.doan.clear();
    }
    soan.dau(ky_hieu);
    if let Some(ten) = &noi.co_quan {
        soan.chu("co_quan", ten.clone());
    }
    soan.noi_nhan();
    soan.nguoi_ky(&office, &noi);
    soan.xac_nhan();
    soan.than(rieng);
    soan.sau();
    soan.xong(&office, tu, noi)
}

fn khoa_rieng(ten: &str) -> String {
    let words = ten_tep_khong_dau(ten).replace('-', "_");
    let start = words.trim_start_matches(|c: char| !c.is_ascii_lowercase()).to_owned();
    if start.is_empty() { "van_ban_rieng".to_owned() } else { start.chars().take(40).collect() }
}

impl Soan<'_> {
    fn them(&mut self, khoa: &str, gia_tri: GiaTri) {
        self.muc.push((khoa.to_owned(), gia_tri));
    }

    fn chu(&mut self, khoa: &str, text: impl Into<String>) {
        self.them(khoa, GiaTri::Chu(text.into()));
    }

    fn la(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.khoa.as_str())
    }

    /// Whether the form of the kind has a field.
    fn co_truong(&self, khoa: &str) -> bool {
        self.mau.as_ref().is_some_and(|mau| mau.truong.iter().any(|truong| truong.khoa == khoa))
    }

    /// A kind that decides: somebody with the authority says so.
    fn quyet(&self) -> bool {
        self.co_truong("tham_quyen")
    }

    /// The body is taken as it stands.
    fn tu_do(&self) -> bool {
        self.rieng_vi.is_some()
    }

    /// Why the form of the kind does not hold what the paper says; none where it does.
    fn khong_theo_mau(&self, fields: bool) -> Option<&'static str> {
        let dau = &self.giay.dau;
        let none = self.giay.cuoi.noi_nhan.is_empty() && self.giay.cuoi.luu.is_none();
        let letter = self.khoa == "cong_van";
        let without = none && !self.la(KHONG_NOI_NHAN) && !self.la(NHU_TREN);
        let unnamed = dau.trich_yeu.is_none()
            && !fields
            && !self.la(&["phieu_gui", "giay_gioi_thieu", "giay_nghi_phep"]);
        let addressed = !dau.kinh_gui.is_empty()
            && !self.la(&["cong_van", "to_trinh", "bao_cao", "phieu_gui", "thu_cong"]);
        let reasons = [
            (
                self.loai.is_none_or(|loai| !self.bo.co_loai(loai)),
                "loại này không có trong quy định",
            ),
            (!dau.co_dong_so && self.khoa != "thu_cong", "không thấy dòng số, ký hiệu"),
            (letter && dau.kinh_gui.is_empty(), "không thấy Kính gửi"),
            (unnamed, "không thấy trích yếu"),
            (
                self.quyet() && self.can_cu_cua_quyet().is_none(),
                "không thấy căn cứ và chữ “QUYẾT ĐỊNH:” riêng một dòng",
            ),
            (without, "không thấy Nơi nhận"),
            (addressed, "loại này không có Kính gửi"),
            (self.la(rieng::CAC_LOAI) && !fields, "thân bài không viết theo các mục của mẫu"),
        ];
        reasons.iter().find(|(holds, _)| *holds).map(|(_, why)| *why)
    }

    /// All files.
    fn xong(mut self, office: &CoQuanNhan, tu: Option<&TuSan>, noi: NoiGhi) -> HoSoMoi {
        self.doan.extend(office.doan.iter().cloned());
        let ten = ten_tep_khong_dau(&self.khoa);
        let ten = if ten == "co-quan" || ten.is_empty() { "van-ban".to_owned() } else { ten };
        let ten = tu.map_or_else(|| ten.clone(), |tu| tu.ten_moi(&ten));
        let mut text = format!(
            "# Nhập từ tệp Word. Sau dấu # là lời chú giải, không in ra.\n{}",
            super::yaml::viet(&self.muc)
        );
        let mut anh = Vec::new();
        for own in &self.giay.anh {
            let moi = tu.map_or_else(|| own.ten.clone(), |tu| tu.ten_anh(&ten, &own.ten));
            text = text.replace(&format!("]({})", own.ten), &format!("]({moi})"));
            anh.push((moi, own.bytes.clone()));
        }
        let paper = (format!("{ten}.yaml"), text.into_bytes());
        let office = noi.tep_moi.map(|name| (name, office.tep().into_bytes()));
        let mut tep: Vec<(String, Vec<u8>)> = office.into_iter().chain([paper]).collect();
        if self.tu_do() {
            tep.push((format!("mau/{ten}.yaml"), self.khai_bao().into_bytes()));
            tep.push((format!("mau/{ten}.typ"), MAU.as_bytes().to_vec()));
        }
        tep.extend(anh);
        let loai = match (self.loai, &self.giay.dau.loai_rieng) {
            (Some(loai), _) => loai.ten().to_owned(),
            (None, Some(ten)) => hoa_dau(&ten.to_lowercase()),
            (None, None) => "Công văn".to_owned(),
        };
        HoSoMoi {
            tep,
            co_san: noi.co_san,
            ten,
            than: self.than,
            doan: self.doan,
            loai,
            mau_rieng: self.rieng_vi,
        }
    }
}
