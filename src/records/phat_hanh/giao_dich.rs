//! Giao dịch: the steps by which lines get into the register and a document into its place. Their order
//! is what makes every stop between two of them harmless; see the table in [`phat_hanh`](super).

use super::chung;
use super::goi::Goi;
use super::kho::KhoKhoa;
use super::khoi_phuc::{KetCuc, TinhTrang, khoi_phuc, tinh_trang};
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
    GhiChung,
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
        all.extend([Buoc::DongBo, Buoc::VietYDinh, Buoc::GhiSo, Buoc::GhiChung]);
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
            Buoc::VietYDinh => kho.viet_y_dinh(&y_dinh.viet()),
            Buoc::GhiSo => kho.ghi_so(y_dinh.do_dai, &y_dinh.them),
            Buoc::GhiChung => chung::cap_nhat(kho),
            Buoc::DatCho => y_dinh.dich.as_ref().map_or(Ok(()), |dich| kho.dat_cho(dich)),
            Buoc::GhiLienQuan => (kho.quyen().kem)(kho, &y_dinh.them),
            Buoc::Don => kho.don(),
        }
    }

    /// Does all of it. If a step fails, what was done is taken back, or, once the register has the lines,
    /// finished. What can't be finished then is told, and the next start does it: the number is used.
    pub fn chay(&self, kho: &KhoKhoa) -> Result<Option<String>, Diagnostic> {
        let mut da_ghi = false;
        for buoc in self.cac_buoc() {
            let Err(fault) = self.lam(kho, buoc) else {
                da_ghi |= buoc == Buoc::GhiSo;
                continue;
            };
            let ended = khoi_phuc(kho);
            da_ghi |= matches!(tinh_trang(kho), Ok(Some(TinhTrang::DaGhiSo(_))));
            return match ended {
                Ok(Some(KetCuc::LamNot(_))) => Ok(None),
                Ok(_) if da_ghi => Ok(None),
                Ok(_) => Err(fault),
                Err(_) if !da_ghi => Err(dang_do(fault)),
                Err(_) if self.chua_dat(kho) => Err(self.chua_vao_cho(fault)),
                Err(_) => Ok(Some(self.con_don(&fault))),
            };
        }
        Ok(None)
    }

    fn chua_dat(&self, kho: &KhoKhoa) -> bool {
        self.y_dinh.dich.as_ref().is_some_and(|dich| !kho.co(dich))
    }

    /// The number is used, and its document still waits.
    fn chua_vao_cho(&self, fault: Diagnostic) -> Diagnostic {
        let message = format!(
            "{} đã vào sổ, số ấy đã dùng, nhưng chưa đặt được văn bản vào chỗ: {}",
            self.y_dinh.ten, fault.message
        );
        Diagnostic { message, ..fault }
            .hint("sửa chỗ vướng rồi chạy lại lệnh: chương trình tự làm nốt và báo rõ")
    }

    /// All is done but the tidying up.
    fn con_don(&self, fault: &Diagnostic) -> String {
        format!(
            "{} đã vào sổ và ở đúng chỗ; chỉ việc dọn dẹp sau đó chưa xong ({}), lệnh ghi sổ kế tiếp tự làm nốt",
            self.y_dinh.ten, fault.message
        )
    }
}

/// Neither done nor undone.
fn dang_do(fault: Diagnostic) -> Diagnostic {
    let message = format!("{}; việc còn dang dở", fault.message);
    Diagnostic { message, ..fault }
        .hint("sửa chỗ vướng rồi chạy lại lệnh: chương trình tự làm nốt hoặc trả lại số, và báo rõ")
}
