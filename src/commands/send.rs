//! `send`: load → check → who gets what → the package of a document's distribution.

use std::path::{Path, PathBuf};

use super::Report;
use super::load::{self, HoSo};
use super::make::{Order, Sound};
use crate::check::KetQua;
use crate::cli::SendArgs;
use crate::diagnostic::Diagnostic;
use crate::gui::{DonGui, Tep, ten_tep, tron_goi};
use crate::model::{DanhBa, Kenh, Ngay, NguoiKy, PhanPhat, VanBan};
use crate::render::fonts::Fonts;
use crate::render::soan::soan;
use crate::{output, pdf, source};

/// The folder in a hồ sơ that packages go into.
const THU_MUC: &str = "gui";
/// Every PDF begins so, after at most a few bytes of other programs.
const DAU_PDF: &[u8] = b"%PDF-";

/// Makes the packages of all documents that have number and date.
pub fn send(args: &SendArgs) -> Report {
    let mut report = Report::default();
    if let Err(faults) = run(args, &mut report) {
        report.diagnostics.extend(faults);
    }
    report
}

fn run(args: &SendArgs, report: &mut Report) -> Result<(), Vec<Diagnostic>> {
    let ngay = args.date.as_deref().map(ngay_chuyen).transpose().map_err(|fault| vec![fault])?;
    let fonts = load::fonts(args.common.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let ho_so = load::ho_so(&args.ho_so, &fonts)?;
    let KetQua { diagnostics, ghi_chu, danh_ba, .. } = &ho_so.ket_qua;
    report.diagnostics.extend(diagnostics.iter().cloned());
    report.notes.extend(ghi_chu.iter().cloned());
    let Some(danh_ba) = danh_ba else {
        // A faulty one has been told.
        let told = diagnostics.iter().any(Diagnostic::is_error);
        return if told { Ok(()) } else { Err(vec![thieu_danh_ba(&ho_so)]) };
    };
    let sound = co_the_gui(args, &ho_so, &fonts, report)?;
    let them = Them::doc(args, &sound)?;
    for document in &sound {
        let chung = Chung { args, danh_ba, ngay, them: &them, fonts: &fonts };
        match chung.mot_van_ban(document, &ho_so, report) {
            Ok(()) => {}
            Err(faults) => report.diagnostics.extend(faults),
        }
    }
    Ok(())
}

/// The documents to send. Those without number or day are passed over with a note; if nothing is left,
/// that is a fault.
fn co_the_gui<'h>(
    args: &SendArgs,
    ho_so: &'h HoSo,
    fonts: &Fonts,
    report: &mut Report,
) -> Result<Vec<Sound<'h>>, Vec<Diagnostic>> {
    let order = Order { formats: &[], only: &args.only, fonts };
    let unknown = order.unknown(ho_so);
    report
        .diagnostics
        .extend(unknown.iter().map(|name| super::build::unknown_document(name, ho_so)));
    let (ready, open): (Vec<_>, Vec<_>) =
        order.pick(ho_so).into_iter().partition(|s| thieu_gi(s.van_ban).is_none());
    let told = report.diagnostics.iter().any(Diagnostic::is_error);
    if ready.is_empty() && !told {
        let faults = open.iter().map(|s| chua_phat_hanh(s.van_ban));
        return Err(faults.collect());
    }
    let passed = open
        .iter()
        .filter_map(|s| Some(format!("{}: chưa có {}; không gửi", s.ten, thieu_gi(s.van_ban)?)));
    report.notes.extend(passed);
    Ok(ready)
}

/// What a document lacks to go out.
fn thieu_gi(van_ban: &VanBan) -> Option<&'static str> {
    match (van_ban.so_ky_hieu.so(), van_ban.ngay_ban_hanh.ngay()) {
        (None, None) => Some("số và ngày ban hành"),
        (None, Some(_)) => Some("số"),
        (Some(_), None) => Some("ngày ban hành"),
        (Some(_), Some(_)) => None,
    }
}

/// Files from the command line.
struct Them {
    pdf: Option<Vec<u8>>,
    kem: Vec<Tep>,
}

impl Them {
    fn doc(args: &SendArgs, sound: &[Sound]) -> Result<Self, Vec<Diagnostic>> {
        let given = args.pdf.is_some() || !args.attach.is_empty();
        if given && sound.len() > 1 {
            let names: Vec<&str> = sound.iter().map(|s| s.ten).collect();
            let message =
                format!("--pdf và --attach chỉ dùng khi gửi một văn bản, ở đây có {}", names.len());
            let hint = format!("thêm --only với một trong: {}", names.join(", "));
            return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
        }
        let pdf = args.pdf.as_deref().map(doc_pdf).transpose()?;
        let mut taken = ten_tep::TenDaDung::default();
        // The names that the package itself gives.
        taken.lay("phieu-gui.pdf");
        for s in sound {
            taken.lay(&format!("{}.pdf", ten_goi(s.van_ban)));
            taken.lay(&format!("{}.edxml", ten_goi(s.van_ban)));
        }
        let mut kem = Vec::new();
        for path in &args.attach {
            let name =
                path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            kem.push(Tep::new(
                taken.lay(&ten_tep::ten_co_duoi(&name)),
                source::read_dinh_kem(path)?,
            ));
        }
        Ok(Self { pdf, kem })
    }
}

fn doc_pdf(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    if bytes.starts_with(DAU_PDF) {
        return Ok(bytes);
    }
    let message = format!("“{}” không phải là tệp PDF", path.display());
    Err(vec![Diagnostic::error("wrong-use", message).hint("chỉ ra bản PDF của chính văn bản này")])
}

/// What all documents of a run share.
struct Chung<'a> {
    args: &'a SendArgs,
    danh_ba: &'a DanhBa,
    ngay: Option<Ngay>,
    them: &'a Them,
    fonts: &'a Fonts,
}

impl Chung<'_> {
    fn mot_van_ban(
        &self,
        sound: &Sound,
        ho_so: &HoSo,
        report: &mut Report,
    ) -> Result<(), Vec<Diagnostic>> {
        let van_ban = sound.van_ban;
        let don = self.don(van_ban)?;
        let folder = self.thu_muc(ho_so).join(don.ten_goi());
        let files = tron_goi(&don, self.fonts, self.args.zip)?;
        let all = files.iter().map(|tep| (tep.ten.as_str(), &*tep.bytes));
        output::write_folder(&folder, all, crate::gui::BANG_KE).map_err(|fault| vec![fault])?;
        let top = files.iter().filter(|tep| !tep.ten.contains('/'));
        report.lines.extend(top.map(|tep| folder.join(&tep.ten).display().to_string()));
        report.lines.push(folder.join("noi-nhan").display().to_string());
        report.notes.push(tong_ket(&don));
        Ok(())
    }

    fn don<'v>(&'v self, van_ban: &'v VanBan) -> Result<DonGui<'v>, Vec<Diagnostic>> {
        let document = soan(van_ban, self.fonts)?;
        let (made, so_trang) = pdf::write_counted(&document, self.fonts)?;
        let bytes = self.them.pdf.clone().unwrap_or(made);
        let mut tep = vec![Tep::new(format!("{}.pdf", ten_goi(van_ban)), bytes)];
        tep.extend(self.them.kem.iter().cloned());
        let (phan_phat, _) = PhanPhat::cua(&van_ban.kinh_gui, &van_ban.noi_nhan, self.danh_ba);
        if phan_phat.noi.is_empty() {
            let message = format!("{}: không có nơi nhận nào để gửi", van_ban.nguon);
            let hint = "ghi nơi nhận vào mục noi_nhan, hoặc khai nhóm “Như Điều …” trong danh bạ";
            return Err(vec![Diagnostic::error("no-recipient", message).hint(hint)]);
        }
        let issued = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
        let ngay_gui = self.ngay.unwrap_or(issued);
        if ngay_gui < issued {
            let message = format!("ngày chuyển {ngay_gui} trước ngày ban hành {issued}");
            return Err(vec![Diagnostic::error("wrong-use", message).hint("sửa lại --date")]);
        }
        Ok(DonGui {
            van_ban,
            so: van_ban.so_ky_hieu.so().unwrap_or_default(),
            tep,
            so_trang,
            phu_luc: document.phu_luc.iter().map(|p| p.ten.clone()).collect(),
            danh_ba: self.danh_ba,
            phan_phat,
            ngay_gui,
            nguoi_ky_phieu_gui: nguoi_ky(van_ban, self.danh_ba)?,
        })
    }

    fn thu_muc(&self, ho_so: &HoSo) -> PathBuf {
        self.args.output.clone().unwrap_or_else(|| ho_so.thu_muc.join(THU_MUC))
    }
}

/// `105-KH-HDND`.
fn ten_goi(van_ban: &VanBan) -> String {
    let so = van_ban.so_ky_hieu.so().unwrap_or_default();
    ten_tep::ten_tep(&format!("{so:02}/{}", van_ban.so_ky_hieu.ky_hieu()))
}

/// Who signs the slip: the one that the address book names among the office's, else the document's own.
fn nguoi_ky(van_ban: &VanBan, danh_ba: &DanhBa) -> Result<NguoiKy, Vec<Diagnostic>> {
    let Some(key) = &danh_ba.nguoi_ky_phieu_gui else { return Ok(van_ban.nguoi_ky.clone()) };
    let known = &van_ban.co_quan.nguoi_ky;
    let found = known.iter().find(|(name, _)| name == key).map(|(_, nguoi)| nguoi.clone());
    found.ok_or_else(|| {
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

fn ngay_chuyen(text: &str) -> Result<Ngay, Diagnostic> {
    Ngay::parse(text).map_err(|fault| {
        let found = Diagnostic::error("wrong-use", format!("--date: {}", fault.message));
        found.hint("ghi, ví dụ: --date 15/3/2023")
    })
}

fn chua_phat_hanh(van_ban: &VanBan) -> Diagnostic {
    let thieu = thieu_gi(van_ban).unwrap_or_default();
    Diagnostic::error("not-issued", format!("{}: văn bản chưa có {thieu}", van_ban.nguon))
        .hint("cấp số và ngày ban hành (mục so, ngay_ban_hanh) rồi mới gửi")
        .clause("Nghị định 30/2020/NĐ-CP, Điều 15")
}

fn thieu_danh_ba(ho_so: &HoSo) -> Diagnostic {
    let message = format!("hồ sơ “{}” chưa có danh-ba.yaml", ho_so.ten);
    Diagnostic::error("missing-address-book", message)
        .hint("khai nơi nhận, cách gửi, số bản trong tệp ấy; xem docs/gui.md")
}
