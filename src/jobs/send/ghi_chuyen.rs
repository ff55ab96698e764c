//! What was sent is written into the register's columns of delivery (PL IV, columns 7 and 8).

use super::ban_pdf::da_phat_hanh;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::SoMo;
use crate::jobs::{Means, Outcome};
use crate::model::Ngay;
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_dang_ky::{Day, Dong, Muc, SoHieu, TrangThai, Viec};

/// A paper's place in a register.
#[derive(Clone)]
pub struct TrongSo {
    kho: Kho,
    day: Day,
    so_hieu: SoHieu,
}

impl TrongSo {
    pub fn cua(kho: Kho, muc: &Muc) -> Self {
        Self { kho, day: muc.dong.day.clone(), so_hieu: muc.so_hieu.clone() }
    }

    /// The register, and the digests of the PDFs that it has under the number.
    pub(super) fn cac_pdf(&self) -> (&Kho, Vec<String>) {
        (&self.kho, da_phat_hanh(&self.kho, &self.day, &self.so_hieu))
    }

    /// Writes the day and the printed copies, once. The package is made by then, so what keeps them out of the register
    /// is told beside it.
    pub(super) fn ghi(&self, ngay: Ngay, so_ban: u64, means: &Means, outcome: &mut Outcome) {
        let so = &self.so_hieu;
        match self.vao_so(ngay, so_ban, means, outcome) {
            Ok(Some(note)) => outcome.notes.push(note),
            Ok(None) => {}
            Err(faults) => {
                let why = faults.first().map(|fault| fault.message.as_str()).unwrap_or_default();
                let message =
                    format!("gói gửi {so} đã làm xong, việc chuyển chưa ghi được vào sổ: {why}");
                outcome.diagnostics.push(Diagnostic::warning("delivery-unrecorded", message).hint(
                    format!("sửa chỗ vướng rồi ghi: vanthu register deliver {so} --ngay-chuyen {ngay} --so-ban {so_ban}"),
                ));
            }
        }
    }

    fn vao_so(
        &self,
        ngay: Ngay,
        so_ban: u64,
        means: &Means,
        outcome: &mut Outcome,
    ) -> Result<Option<String>, Vec<Diagnostic>> {
        let so_mo = SoMo::mo(&self.kho, means)?;
        let so = &self.so_hieu;
        let Some(muc) = so_mo.cai.muc(&self.day, so.so) else { return Ok(None) };
        // Nobody sends by electronic ways alone in numbers of copies.
        let so_ban = (so_ban > 0).then_some(so_ban);
        let own = &muc.dong;
        let same = own.ngay_chuyen == Some(ngay) && (so_ban.is_none() || own.so_ban == so_ban);
        if same || muc.trang_thai != TrangThai::PhatHanh {
            return Ok(None);
        }
        outcome.notes.extend(so_mo.ghi_chu.clone());
        let copies =
            |so_ban: Option<u64>| so_ban.map(|so| format!(", {so} bản")).unwrap_or_default();
        let before =
            own.ngay_chuyen.map(|ngay| format!("; trước ghi ngày {ngay}{}", copies(own.so_ban)));
        let mut dong = Dong::moi(Viec::Chuyen, self.day.clone(), Some(so.clone()));
        (dong.ngay_chuyen, dong.so_ban) = (Some(ngay), so_ban);
        so_mo.ghi(format!("{} {so}", Viec::Chuyen.ten()), &[dong], None, outcome)?;
        let before = before.unwrap_or_default();
        Ok(Some(format!("sổ đã ghi chuyển {so} ngày {ngay}{}{before}", copies(so_ban))))
    }
}
