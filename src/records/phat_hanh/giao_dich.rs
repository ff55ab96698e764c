//! Giao dịch: the steps by which lines get into the register and a document into its place. Their order
//! is what makes every stop between two of them harmless; see the table in [`phat_hanh`](super).

use super::goi::Goi;
use super::kho::KhoKhoa;
use super::khoi_phuc::{KetCuc, khoi_phuc};
use super::lien_quan;
use super::y_dinh::YDinh;
use crate::diagnostic::Diagnostic;

/// A transaction, all of it decided.
pub struct GiaoDich {
    pub y_dinh: YDinh,
    pub goi: Option<Goi>,
}

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buoc {
    MoDangLam,
    /// Writes the file with this number.
    VietTep(usize),
    DongBo,
    VietYDinh,
    /// The commit.
    GhiSo,
    DatCho,
    GhiLienQuan,
    Don,
}

impl GiaoDich {
    /// The steps in their order.
    pub fn cac_buoc(&self) -> Vec<Buoc> {
        let files = self.goi.as_ref().map_or(0, |goi| goi.tep.len());
        let mut all = vec![Buoc::MoDangLam];
        all.extend((0..files).map(Buoc::VietTep));
        all.extend([Buoc::DongBo, Buoc::VietYDinh, Buoc::GhiSo]);
        if self.goi.is_some() {
            all.push(Buoc::DatCho);
        }
        all.extend([Buoc::GhiLienQuan, Buoc::Don]);
        all
    }

    /// Does one step.
    pub fn lam(&self, kho: &KhoKhoa, buoc: Buoc) -> Result<(), Diagnostic> {
        let y_dinh = &self.y_dinh;
        match buoc {
            Buoc::MoDangLam => kho.mo_dang_lam(),
            Buoc::VietTep(i) => {
                let file = self.goi.as_ref().and_then(|goi| goi.tep.get(i));
                file.map_or(Ok(()), |(ten, bytes)| kho.viet(ten, bytes))
            }
            Buoc::DongBo => {
                y_dinh.dich.as_ref().map_or(Ok(()), |dich| kho.mo_nam(dich))?;
                kho.dong_bo_van_ban()
            }
            Buoc::VietYDinh => {
                let bytes = serde_json::to_vec_pretty(y_dinh).map_err(|e| {
                    Diagnostic::error(
                        "internal",
                        format!("lỗi của chương trình khi phát hành: {e}"),
                    )
                })?;
                kho.viet_y_dinh(&bytes)
            }
            Buoc::GhiSo => kho.ghi_so(y_dinh.do_dai, &y_dinh.them),
            Buoc::DatCho => y_dinh.dich.as_ref().map_or(Ok(()), |dich| kho.dat_cho(dich)),
            Buoc::GhiLienQuan => lien_quan::cap_nhat(kho),
            Buoc::Don => kho.don(),
        }
    }

    /// Does all of it. If a step fails, what was done is taken back, or, once the register has the lines,
    /// finished; if even that fails, the next start does it.
    pub fn chay(&self, kho: &KhoKhoa) -> Result<(), Diagnostic> {
        for buoc in self.cac_buoc() {
            let Err(fault) = self.lam(kho, buoc) else { continue };
            return match khoi_phuc(kho) {
                Ok(Some(KetCuc::LamNot(_))) => Ok(()),
                Ok(_) => Err(fault),
                Err(_) => Err(dang_do(fault)),
            };
        }
        Ok(())
    }
}

/// Neither done nor undone.
fn dang_do(fault: Diagnostic) -> Diagnostic {
    let message = format!("{}; việc còn dang dở", fault.message);
    Diagnostic { message, ..fault }
        .hint("sửa chỗ vướng rồi chạy lại lệnh: chương trình tự làm nốt hoặc trả lại số, và báo rõ")
}
