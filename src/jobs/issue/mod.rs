//! `issue`: a draft gets number and date, is made, kept and entered in the register.

mod ban_thao;
mod goi;
mod lay_so;
mod nhieu;
mod request;
mod vao_so;
mod xem_truoc;

use std::path::{Path, PathBuf};

use super::incoming::{TraLoi, da_tra_loi, tra_loi};
use super::so_sach::{SoMo, den_luot, loi_tham_so, noi_de_so};
use super::tep_phat_hanh::DungCu;
use super::{Means, Outcome, load};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::machine::paths::{inside, stored};
use crate::model::{CachPhatHanh, DinhKem, VanBan};
use crate::reading::source::ten_tep;
use crate::records::phat_hanh::kho::{Kho, Luot};
use crate::records::phat_hanh::phieu::DongGoc;
use crate::records::so_dang_ky::{Dong, SoHieu};
use ban_thao::{BanThao, ban_thao};
use goi::{Chot, DaSoan, dong, goi};
use lay_so::{SoMoi, lay_so};

pub use nhieu::{IssueManyRequest, MotViec, issue_many};
pub use request::IssueRequest;
pub use xem_truoc::{SapPhatHanh, cac_van_ban, xem_truoc};

/// What is done to a document.
const VIEC: &str = "phát hành";
/// How often the number may be lost to others. With a turn of one's own it isn't lost again.
const LAN_THU: usize = 8;

/// Issues one document.
pub fn issue(request: &IssueRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    means.progress.more(1);
    let done = load::fonts(request.shared.fonts.as_deref())
        .map_err(|fault| vec![fault])
        .and_then(|fonts| phat_hanh(request, means, &fonts, &mut outcome));
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}

fn phat_hanh(
    request: &IssueRequest,
    means: &Means,
    fonts: &Fonts,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let dung_cu = DungCu { fonts, compiler: means.compiler };
    con_lam(request, means)?;
    means.progress.next(&request.tep.display().to_string());
    let ban_thao = ban_thao(request, dung_cu.fonts, dung_cu.compiler, outcome)?;
    let cach = cach(request, ban_thao.van_ban.co_quan.phat_hanh)?;
    let folder = request.tep.parent().unwrap_or(Path::new(""));
    let kho =
        Kho::new(&noi_de_so(request.so_sach.as_deref(), folder, Some(&ban_thao.van_ban.co_quan)));
    let tra_loi = request.tra_loi.iter().map(|so_den| tra_loi(&kho, so_den, ban_thao.ngay));
    let tra_loi = tra_loi.collect::<Result<Vec<TraLoi>, _>>()?;
    let viec = PhatHanh { request, ban_thao: &ban_thao, cach, tra_loi };
    viec.lay_so_roi_soan(&kho, means, dung_cu, outcome)
}

/// A draft on its way into the register.
struct PhatHanh<'a> {
    request: &'a IssueRequest,
    ban_thao: &'a BanThao,
    cach: CachPhatHanh,
    /// What it answers, looked up before a number is taken.
    tra_loi: Vec<TraLoi>,
}

impl PhatHanh<'_> {
    /// The register says which number comes next; the document is composed with it while the register is open to
    /// everyone; if the number is still the next one then, it is taken. Whoever loses it to a faster one waits for his
    /// turn, and is not overtaken again.
    fn lay_so_roi_soan(
        &self,
        kho: &Kho,
        means: &Means,
        dung_cu: DungCu,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let (mut luot, mut da_soan): (Option<Luot>, Option<DaSoan>) = (None, None);
        let said = outcome.diagnostics.len();
        for _ in 0..LAN_THU {
            con_lam(self.request, means)?;
            let so_mo = match self.ban_thao.so {
                None => SoMo::mo_lay_so(kho, means, &mut luot)?,
                Some(_) => SoMo::mo(kho, means)?,
            };
            // What the register said of the draft before may have changed since.
            outcome.diagnostics.truncate(said);
            outcome.notes.extend(so_mo.ghi_chu.clone());
            let moi = lay_so(self, &so_mo, outcome)?;
            match da_soan.take() {
                Some(made) if made.so_hieu == moi.so_hieu => {
                    let answer = moi.day.goi(&moi.so_hieu);
                    self.vao_so(&so_mo, moi, made, outcome)?;
                    // The other book has a lock of its own: nobody waits for one while holding the other.
                    drop(so_mo);
                    for asked in &self.tra_loi {
                        da_tra_loi(kho, asked, &answer, self.ban_thao.ngay, means, outcome);
                    }
                    return Ok(());
                }
                Some(_) if luot.is_none() => {
                    drop(so_mo);
                    luot = Some(den_luot(kho, means.cancel)?);
                    continue;
                }
                _ => drop(so_mo),
            }
            // The time for a document begins again: what has passed was spent waiting.
            means.progress.more(0);
            let van_ban = self.co_so(&moi.so_hieu);
            let how = (self.cach, self.request.so_ban);
            da_soan = Some(DaSoan::soan(self.ban_thao, &van_ban, &moi.so_hieu, how, dung_cu)?);
        }
        Err(vec![nhieu_nguoi_lay_so(kho)])
    }

    /// The draft with its number.
    fn co_so(&self, so_hieu: &SoHieu) -> VanBan {
        let mut van_ban = self.ban_thao.van_ban.clone();
        van_ban.so_ky_hieu = van_ban.so_ky_hieu.co_so(so_hieu.so, so_hieu.ky_hieu.clone());
        van_ban
    }

    /// Writes the line and the folder; the number is the one that the document was composed with.
    fn vao_so(
        &self,
        so_mo: &SoMo,
        moi: SoMoi,
        da_soan: DaSoan,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let (request, ban_thao) = (self.request, self.ban_thao);
        let own = dong(request, ban_thao, &self.co_so(&moi.so_hieu), &moi.day, &moi.so_hieu);
        let said = Some(own.ghi_chu.clone()).filter(|said| !said.is_empty());
        let ghi_chu = said.into_iter().chain(self.tra_loi.iter().map(|asked| asked.loi.clone()));
        let ghi_chu = ghi_chu.collect::<Vec<_>>().join("; ");
        let own = Dong { quan_he: moi.quan_he.clone(), ghi_chu, ..own };
        let (stt, dau_truoc) = so_mo.so.sau_khi(moi.mo_day.as_slice());
        let warnings = outcome.diagnostics.iter().map(|d| stored(&d.message));
        let chot = Chot {
            ban_thao,
            day: &moi.day,
            quan_he: &moi.quan_he,
            canh_bao: warnings.collect(),
            cach: self.cach,
            so_ban: request.so_ban,
            dong: DongGoc { stt, dau_truoc, dong: own.clone() },
        };
        let tep_kem = da_soan.tep_kem.clone();
        let goi = goi(chot, da_soan);
        let own = Dong { bang_ke: goi.dau.clone(), ..own };
        let lines: Vec<Dong> = moi.mo_day.into_iter().chain([own]).collect();
        let place = so_mo.kho.duong_dan(&moi.dich);
        let files: Vec<PathBuf> = goi.tep.iter().map(|(ten, _)| inside(&place, ten)).collect();
        so_mo.ghi(moi.so_hieu.to_string(), &lines, Some((moi.dich, goi)), outcome)?;

        outcome.made.extend(files);
        outcome.notes.push(loi_dinh_kem(&tep_kem));
        let (so_hieu, ngay) = (&moi.so_hieu, ban_thao.ngay);
        // A row's number stands in no file.
        let ghi_vao = match request.dong {
            Some(_) => String::new(),
            None => format!(
                "; để văn bản sau viện dẫn đúng, ghi vào {}: so: {}, ngay_ban_hanh: {ngay}",
                ten_tep(&ban_thao.tep.ten),
                so_hieu.so
            ),
        };
        outcome.notes.push(format!("đã phát hành {so_hieu} ngày {ngay}{ghi_vao}"));
        Ok(())
    }
}

/// Others keep taking the number, as programs of before do, which know no turn.
fn nhieu_nguoi_lay_so(kho: &Kho) -> Diagnostic {
    let message = format!(
        "chưa phát hành: sổ {} đang có nhiều người lấy số, số của văn bản này {LAN_THU} lần đều bị lấy trước",
        kho.ten_so()
    );
    Diagnostic::error("register-busy", message)
        .hint("đợi một lát rồi chạy lại lệnh; chưa số nào bị dùng")
}

/// Goes on, unless the job was cancelled: then no number is taken.
fn con_lam(request: &IssueRequest, means: &Means) -> Result<(), Vec<Diagnostic>> {
    means.go_on(VIEC, &format!("“{}”", request.tep.display())).map_err(|left| vec![left])
}

/// What the files carry: as the command says, else as the office does.
fn cach(request: &IssueRequest, co_quan: CachPhatHanh) -> Result<CachPhatHanh, Vec<Diagnostic>> {
    let asked = request.embed.as_deref().map(DinhKem::parse).transpose();
    let asked = asked.map_err(|fault| vec![loi_tham_so("--dinh-kem", fault)])?;
    Ok(CachPhatHanh {
        dinh_kem: asked.unwrap_or(co_quan.dinh_kem),
        o_ky: request.signature_fields || co_quan.o_ky,
    })
}

/// What leaves the house inside the PDF.
fn loi_dinh_kem(tep_kem: &[String]) -> String {
    match tep_kem {
        [] => "bản PDF không đính kèm tệp nào (PDF/A-2a)".to_owned(),
        named => format!(
            "bản PDF đính kèm {} (PDF/A-3a): ai nhận bản ấy cũng đọc được các tệp này",
            named.join(", ")
        ),
    }
}
