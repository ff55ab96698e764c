//! Sẵn có: a folder that has the paper's office already. Its file is used as it stands; only signers that it doesn't know
//! are added to it.

use std::path::Path;

use super::co_quan;
use super::yaml::GiaTri;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::cac_co_quan;
use crate::machine::output::{is_taken, not_ours};
use crate::model::CoQuan;
use crate::reading::source::{self, TepNguon, ten_goc, ten_tep};
use crate::reading::yaml::va::{Buoc, Cay, va};
use crate::word::nhan_dang::tu::khoa;
use crate::word::nhan_dang::{GiayNhan, NguoiKyNhan};

/// The office's file.
pub const TEP: &str = "co-quan.yaml";

/// An office that is there, in its folder.
pub struct SanCo {
    pub tep: TepNguon,
    co_quan: CoQuan,
    /// The names of the papers there, without ending.
    ten: Vec<String>,
}

/// A folder with nothing in it may be filled; one with an office's file may be the paper's.
pub fn con_cho(folder: &Path) -> Result<(), Diagnostic> {
    let office = is_taken(folder) && source::is_file(&folder.join(TEP));
    if !is_taken(folder) || office { Ok(()) } else { Err(not_ours(folder, "có tệp ở trong")) }
}

/// The paper's office in the folder; none in an empty one.
pub fn tim(folder: &Path, giay: &GiayNhan) -> Result<Option<SanCo>, Diagnostic> {
    con_cho(folder)?;
    if !is_taken(folder) {
        return Ok(None);
    }
    let broken = || not_ours(folder, "co-quan.yaml ở trong còn chỗ sai");
    let nguon = source::read_ho_so(folder).map_err(|_| broken())?;
    let tep = nguon.tep.iter().find(|tep| ten_tep(&tep.ten) == TEP).ok_or_else(broken)?.clone();
    let office = cac_co_quan(folder).into_iter().find(|own| ten_tep(&own.tep) == TEP);
    let co_quan = office.or_else(|| cac_co_quan(folder).into_iter().next()).ok_or_else(broken)?;
    if !cung(&co_quan, giay) {
        let own = format!(
            "co-quan.yaml ở trong là của {}, không phải cơ quan ở đầu tệp Word",
            co_quan.ten
        );
        return Err(not_ours(folder, &own));
    }
    let ten = nguon.tep.iter().map(|tep| ten_goc(&tep.ten).to_lowercase()).collect();
    Ok(Some(SanCo { tep, co_quan, ten }))
}

/// Whether the head of the paper names the office, whatever marks and capitals it has.
fn cung(co_quan: &CoQuan, giay: &GiayNhan) -> bool {
    let of_paper = |lines: &[String]| rut(&lines.join(" "));
    let above = co_quan.co_quan_chu_quan.as_ref().map(|ten| rut(&ten.lien_mach()));
    let paper_above = of_paper(&giay.dau.co_quan_chu_quan);
    rut(&co_quan.co_quan_ban_hanh.lien_mach()) == of_paper(&giay.dau.co_quan_ban_hanh)
        && above.is_none_or(|above| paper_above.is_empty() || above == paper_above)
}

/// A name as it is compared: what all abbreviate is short.
fn rut(ten: &str) -> String {
    let key = khoa(ten).to_lowercase();
    [("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq")]
        .iter()
        .fold(key, |key, (long, short)| key.replace(long, short))
}

impl SanCo {
    /// A name for the paper's file that none has there.
    pub fn ten_trong(&self, ten: &str) -> String {
        let mut all = std::iter::once(ten.to_owned()).chain((2..).map(|so| format!("{ten}-{so}")));
        all.find(|name| !self.ten.contains(&name.to_lowercase())).unwrap_or_default()
    }

    /// Calls the paper's signers as the office does; the office's file, with those that it hasn't.
    pub fn nguoi_ky(&self, cac: &mut [(String, NguoiKyNhan)]) -> Option<String> {
        let mut tep = self.tep.clone();
        for (ten, nguoi) in cac {
            if let Some(known) = self.da_co(nguoi) {
                known.clone_into(ten);
                continue;
            }
            let taken = |name: &str| self.co_quan.nguoi_ky.iter().any(|(own, _)| own == name);
            let base = ten.clone();
            let mut all =
                std::iter::once(base.clone()).chain((2..).map(|so| format!("{base}_{so}")));
            *ten = all.find(|name| !taken(name))?;
            let path = [Buoc::Khoa("nguoi_ky".to_owned()), Buoc::Khoa(ten.clone())];
            let text = va(&tep, &path, &cay(&co_quan::nguoi_ky(nguoi)))?;
            tep = TepNguon::decode(&tep.ten, text.as_bytes()).ok()?;
        }
        Some(tep.text)
    }

    /// The short name of a signer with that name and post.
    fn da_co(&self, nguoi: &NguoiKyNhan) -> Option<&str> {
        let post = |lines: Vec<&str>| khoa(&lines.join(" ")).to_lowercase();
        let wanted = post(nguoi.dong.iter().map(String::as_str).collect());
        let same = self.co_quan.nguoi_ky.iter().find(|(_, own)| {
            khoa(own.ho_ten()).eq_ignore_ascii_case(&khoa(&nguoi.ho_ten))
                && post(own.quyen_han_chuc_vu().iter().map(|line| &**line).collect()) == wanted
        });
        same.map(|(ten, _)| ten.as_str())
    }
}

fn cay(gia_tri: &GiaTri) -> Cay {
    match gia_tri {
        GiaTri::Chu(text) | GiaTri::Khoi(text) => Cay::Chu(text.clone()),
        GiaTri::DanhSach(items) => Cay::DanhSach(items.iter().map(cay).collect()),
        GiaTri::Nhom(muc) => {
            Cay::Nhom(muc.iter().map(|(khoa, value)| (khoa.clone(), cay(value))).collect())
        }
    }
}
