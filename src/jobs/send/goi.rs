//! The package of one document: made file by file into a folder that takes its name at the end.

use std::path::Path;

use super::ban_pdf::BanPdf;
use super::cho_goi::{cho_goi, cung_goi};
use super::ghi_chuyen::TrongSo;
use super::nguon::CanGui;
use super::them::Them;
use super::theo_so::NoiDeSo;
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome};
use crate::machine::output::NewFolder;
use crate::machine::paths::inside;
use crate::model::{DanhBa, Kenh, Ngay, NguoiKy, PhanPhat, VanBan};
use crate::reading::source::{MauRieng, TepNguon};
use crate::records::chuyen_phat::{BangKeGoi, DonGui, Tep, sha256, tron_goi};
use crate::records::so_dang_ky::SoHieu;
use crate::rules::soat::dat_cho;
use crate::writers::pdf;

/// What all documents of a run share.
pub(super) struct Chung<'a> {
    pub zip: bool,
    pub danh_ba: &'a DanhBa,
    pub ngay: Option<Ngay>,
    pub them: &'a Them,
    pub so: NoiDeSo<'a>,
    /// The packages' folder.
    pub folder: &'a Path,
    pub fonts: &'a Fonts,
    pub mau: &'a MauRieng,
    /// What the documents were read from.
    pub tep: &'a [TepNguon],
    /// Its progress hears of each file: many of them take long, and none of them does.
    pub means: &'a Means<'a>,
}

impl Chung<'_> {
    /// Writes the package of one document.
    pub(super) fn mot_van_ban(
        &self,
        can_gui: &CanGui,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let (don, trong_so) = self.don(can_gui, outcome)?;
        let own = BangKeGoi::cua(&don);
        let folder = cho_goi(self.folder, &don, &own).map_err(|fault| vec![fault])?;
        let may_go = |there: &Path| cung_goi(there, &own);
        may_go(&folder).map_err(|fault| vec![fault])?;
        // Begun with its first file: a fault before that makes no folder.
        let mut new: Option<NewFolder> = None;
        let top = tron_goi(&don, self.fonts, self.zip, &mut |ten, bytes| {
            let here = match &mut new {
                Some(new) => new,
                None => new.insert(NewFolder::begin(&folder, &may_go).map_err(|f| vec![f])?),
            };
            self.means.progress.more(0);
            here.add(ten, bytes).map_err(|fault| vec![fault])
        })?;
        new.map_or(Ok(()), NewFolder::finish).map_err(|fault| vec![fault])?;
        outcome.made.extend(top.iter().map(|ten| inside(&folder, ten)));
        outcome.made.push(folder.join("noi-nhan"));
        outcome.notes.push(tong_ket(&don));
        if let Some(trong_so) = trong_so {
            trong_so.ghi(don.ngay_gui, don.phan_phat.so_ban_gui(), self.means, outcome);
        }
        Ok(())
    }

    /// What goes out, and the paper's place in the register.
    fn don<'v>(
        &'v self,
        can_gui: &'v CanGui,
        outcome: &mut Outcome,
    ) -> Result<(DonGui<'v>, Option<TrongSo>), Vec<Diagnostic>> {
        let van_ban = &can_gui.van_ban;
        let own = OwnTemplates { files: self.mau, compiler: self.means.compiler };
        let document =
            soan(van_ban, self.fonts, Some(own)).map_err(|found| dat_cho(found, self.tep))?;
        let trong_so = match can_gui.bang_ke {
            None => self.so.cho_gui(&can_gui.ten, van_ban, &document, self.means)?,
            Some(_) => can_gui.trong_so.clone(),
        };
        let made = pdf::write(&document, self.fonts, &pdf::PdfChoice::default())?;
        let so_trang = made.so_trang;
        let bytes = match &self.them.pdf {
            Some(given) => {
                let said = self.xet_pdf(given, can_gui, &document, &made.bytes, trong_so.as_ref());
                outcome.notes.push(said?);
                given.bytes.clone()
            }
            None => can_gui.pdf.clone().unwrap_or(made.bytes),
        };
        let mut tep = vec![Tep::new(format!("{}.pdf", can_gui.ten_goi()), bytes)];
        tep.extend(self.them.kem.iter().cloned());
        let (phan_phat, _) = PhanPhat::cua_van_ban(van_ban, self.danh_ba);
        if phan_phat.noi.is_empty() {
            let message = format!("{}: không có nơi nhận nào để gửi", van_ban.nguon);
            let hint = "ghi nơi nhận vào mục noi_nhan, hoặc khai nhóm “Như Điều …” trong danh bạ";
            return Err(vec![Diagnostic::error("no-recipient", message).hint(hint)]);
        }
        kiem_mat(van_ban, &phan_phat)?;
        let issued = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
        let ngay_gui = self.ngay.unwrap_or(issued);
        if ngay_gui < issued {
            let message = format!("ngày chuyển {ngay_gui} trước ngày ban hành {issued}");
            return Err(vec![Diagnostic::error("wrong-use", message).hint("sửa lại --date")]);
        }
        let don = DonGui {
            van_ban,
            so: van_ban.so_ky_hieu.so().unwrap_or_default(),
            tep,
            ban_phat_hanh: can_gui.bang_ke.clone(),
            so_trang,
            phu_luc: document.phu_luc.iter().map(|p| p.ten.clone()).collect(),
            danh_ba: self.danh_ba,
            phan_phat,
            ngay_gui,
            nguoi_ky_phieu_gui: nguoi_ky(van_ban, self.danh_ba)?,
        };
        Ok((don, trong_so))
    }
}

impl Chung<'_> {
    /// Judges the PDF that was named: by what was issued, or, where no register has the paper, by what is made of it here,
    /// with fields for signatures or without.
    fn xet_pdf(
        &self,
        given: &BanPdf,
        can_gui: &CanGui,
        document: &Document,
        made: &[u8],
        trong_so: Option<&TrongSo>,
    ) -> Result<String, Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let van_ban = &can_gui.van_ban;
        let so = van_ban.so_ky_hieu.so().unwrap_or_default();
        let so_hieu = SoHieu { so, ky_hieu: van_ban.so_ky_hieu.ky_hieu().to_owned() }.to_string();
        if let Some(trong_so) = trong_so {
            let (kho, own) = trong_so.cac_pdf();
            return given.xet(&so_hieu, &own, Some(kho)).map_err(one);
        }
        let choice = pdf::PdfChoice { o_ky: true, ..pdf::PdfChoice::default() };
        let signable = pdf::write(document, self.fonts, &choice)?;
        let own = [sha256(made), sha256(&signable.bytes)];
        let kho = self.so.kho(van_ban).map_err(one)?;
        given.xet(&so_hieu, &own, kho.as_ref()).map_err(one)
    }
}

/// A State secret doesn't go over the network.
fn kiem_mat(van_ban: &VanBan, phan_phat: &PhanPhat) -> Result<(), Vec<Diagnostic>> {
    let Some(mat) = van_ban.chi_dan.mat else { return Ok(()) };
    let over = phan_phat.noi.iter().filter(|n| n.noi.kenh() != Kenh::Giay);
    let faults: Vec<Diagnostic> = over
        .map(|n| {
            let way = n.noi.kenh().ten().to_lowercase();
            let message =
                format!("văn bản “{}” không gửi qua {way} cho “{}”", mat.chu, n.noi.ten());
            Diagnostic::error("secret-online", message)
                .hint("dùng --book với danh bạ riêng cho văn bản mật, mọi nơi đều kenh: giay")
                .clause(
                    "Luật Bảo vệ bí mật nhà nước số 117/2025/QH15, khoản 2 Điều 5; Nghị định số 63/2026/NĐ-CP (cùng hiệu lực từ \
                     01/3/2026)",
                )
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Who signs the slip: the one that the address book names among the office's, else the document's own.
fn nguoi_ky(van_ban: &VanBan, danh_ba: &DanhBa) -> Result<Option<NguoiKy>, Vec<Diagnostic>> {
    let Some(key) = &danh_ba.nguoi_ky_phieu_gui else {
        return Ok(van_ban.nguoi_ky.first().cloned());
    };
    let known = &van_ban.co_quan.nguoi_ky;
    let found = known.iter().find(|(name, _)| name == key).map(|(_, nguoi)| nguoi.clone());
    found.map(Some).ok_or_else(|| {
        let message =
            format!("danh bạ: nguoi_ky_phieu_gui “{key}” không có trong {}", van_ban.co_quan.tep);
        let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
        let hint = format!("những người đã khai: {}", names.join(", "));
        vec![Diagnostic::error("unknown-signer", message).hint(hint)]
    })
}

fn tong_ket(don: &DonGui) -> String {
    let phat = &don.phan_phat;
    let count = |kenh| phat.noi.iter().filter(|n| n.noi.kenh() == kenh).count();
    format!(
        "{}: {} nơi nhận (trục liên thông {}, thư điện tử {}, bản giấy {}); in {} bản: gửi {}, lưu {}",
        don.so_ky_hieu(),
        phat.noi.len(),
        count(Kenh::Truc),
        count(Kenh::Email),
        count(Kenh::Giay),
        phat.so_ban_in(),
        phat.so_ban_gui(),
        phat.so_ban_luu(),
    )
}
