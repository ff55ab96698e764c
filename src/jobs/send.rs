//! `send`: load → check → who gets what → the package of a document's distribution.

use std::path::Path;

use super::make::asked;
use super::nguon_gui::{self, CanGui, NguonGui};
use super::{Report, load};
use crate::compose::compile::Compiler;
use crate::compose::fonts::Fonts;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::faces::cli::SendArgs;
use crate::model::{DanhBa, Kenh, Ngay, NguoiKy, PhanPhat, VanBan};
use crate::reading::source::{MauRieng, TepNguon};
use crate::records::chuyen_phat::{DonGui, Tep, ten_tep, tron_goi};
use crate::rules::soat::dat_cho;
use crate::{machine::output, reading::source, writers::pdf};

/// Every PDF begins so, after at most a few bytes of other programs.
const DAU_PDF: &[u8] = b"%PDF-";

/// Makes the packages of all documents that have number and date.
pub fn send(args: &SendArgs, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    if let Err(faults) = run(args, compiler, &mut report) {
        report.diagnostics.extend(faults);
    }
    report
}

fn run(
    args: &SendArgs,
    compiler: &dyn Compiler,
    report: &mut Report,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = args.date.as_deref().map(ngay_chuyen).transpose().map_err(|fault| vec![fault])?;
    let fonts = load::fonts(args.common.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let nguon = nguon_gui::doc(args, &fonts)?;
    report.diagnostics.extend(nguon.diagnostics.iter().cloned());
    report.notes.extend(nguon.ghi_chu.iter().cloned());
    let Some(danh_ba) = &nguon.danh_ba else {
        // A faulty one has been told.
        let told = nguon.diagnostics.iter().any(Diagnostic::is_error);
        return if told { Ok(()) } else { Err(vec![thieu_danh_ba(args)]) };
    };
    let ready = co_the_gui(args, &nguon, report)?;
    let them = Them::doc(args, &ready)?;
    let folder = args.output.as_ref().unwrap_or(&nguon.thu_muc);
    let chung = Chung {
        zip: args.zip,
        danh_ba,
        ngay,
        them: &them,
        folder,
        fonts: &fonts,
        mau: &nguon.mau,
        tep: &nguon.tep,
        compiler,
    };
    for can_gui in ready {
        if let Err(faults) = chung.mot_van_ban(can_gui, report) {
            report.diagnostics.extend(faults);
        }
    }
    Ok(())
}

/// The documents to send. Those without number or day are passed over with a note; if nothing is left,
/// that is a fault.
fn co_the_gui<'n>(
    args: &SendArgs,
    nguon: &'n NguonGui,
    report: &mut Report,
) -> Result<Vec<&'n CanGui>, Vec<Diagnostic>> {
    let names: Vec<&str> = nguon.van_ban.iter().map(|v| v.ten.as_str()).collect();
    let nobody = |only: &&String| !names.iter().any(|ten| asked(only, ten, &names));
    let unknown = args.only.iter().filter(nobody).map(|only| khong_co(only, &names));
    report.diagnostics.extend(unknown);
    let wanted = nguon.van_ban.iter().filter(|v| {
        args.only.is_empty() || args.only.iter().any(|only| asked(only, &v.ten, &names))
    });
    let (ready, open): (Vec<_>, Vec<_>) = wanted.partition(|v| thieu_gi(&v.van_ban).is_none());
    let told = report.diagnostics.iter().any(Diagnostic::is_error);
    if ready.is_empty() && !told {
        return Err(open.iter().map(|v| chua_phat_hanh(&v.van_ban)).collect());
    }
    let passed = open
        .iter()
        .filter_map(|v| Some(format!("{}: chưa có {}; không gửi", v.ten, thieu_gi(&v.van_ban)?)));
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
    fn doc(args: &SendArgs, ready: &[&CanGui]) -> Result<Self, Vec<Diagnostic>> {
        let given = args.pdf.is_some() || !args.attach.is_empty();
        if given && ready.len() > 1 {
            let names: Vec<&str> = ready.iter().map(|v| v.ten.as_str()).collect();
            let message =
                format!("--pdf và --attach chỉ dùng khi gửi một văn bản, ở đây có {}", names.len());
            let hint = format!("thêm --only với một trong: {}", names.join(", "));
            return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
        }
        let pdf = args.pdf.as_deref().map(doc_pdf).transpose()?;
        let mut taken = ten_tep::TenDaDung::default();
        // The names that the package itself gives.
        taken.lay("phieu-gui.pdf");
        for v in ready {
            taken.lay(&format!("{}.pdf", ten_goi(&v.van_ban)));
            taken.lay(&format!("{}.edxml", ten_goi(&v.van_ban)));
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
    zip: bool,
    danh_ba: &'a DanhBa,
    ngay: Option<Ngay>,
    them: &'a Them,
    /// The packages' folder.
    folder: &'a Path,
    fonts: &'a Fonts,
    mau: &'a MauRieng,
    /// What the documents were read from.
    tep: &'a [TepNguon],
    compiler: &'a dyn Compiler,
}

impl Chung<'_> {
    fn mot_van_ban(&self, can_gui: &CanGui, report: &mut Report) -> Result<(), Vec<Diagnostic>> {
        let don = self.don(can_gui)?;
        let folder = self.folder.join(don.ten_goi());
        let files = tron_goi(&don, self.fonts, self.zip)?;
        let all = files.iter().map(|tep| (tep.ten.as_str(), &*tep.bytes));
        output::write_folder(&folder, all, crate::records::chuyen_phat::BANG_KE)
            .map_err(|fault| vec![fault])?;
        let top = files.iter().filter(|tep| !tep.ten.contains('/'));
        report.lines.extend(top.map(|tep| folder.join(&tep.ten).display().to_string()));
        report.lines.push(folder.join("noi-nhan").display().to_string());
        report.notes.push(tong_ket(&don));
        Ok(())
    }

    fn don<'v>(&'v self, can_gui: &'v CanGui) -> Result<DonGui<'v>, Vec<Diagnostic>> {
        let van_ban = &can_gui.van_ban;
        let own = OwnTemplates { files: self.mau, compiler: self.compiler };
        let document =
            soan(van_ban, self.fonts, Some(own)).map_err(|found| dat_cho(found, self.tep))?;
        let made = pdf::write(&document, self.fonts, &pdf::PdfChoice::default())?;
        let so_trang = made.so_trang;
        let bytes = self.them.pdf.as_ref().or(can_gui.pdf.as_ref()).cloned().unwrap_or(made.bytes);
        let mut tep = vec![Tep::new(format!("{}.pdf", ten_goi(van_ban)), bytes)];
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
                .clause("Luật Bảo vệ bí mật nhà nước, Điều 5")
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// `105-KH-HDND`.
fn ten_goi(van_ban: &VanBan) -> String {
    let so = van_ban.so_ky_hieu.so().unwrap_or_default();
    ten_tep::ten_tep(&format!("{so:02}/{}", van_ban.so_ky_hieu.ky_hieu()))
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

fn khong_co(only: &str, names: &[&str]) -> Diagnostic {
    Diagnostic::error("wrong-use", format!("hồ sơ không có văn bản “{only}”"))
        .hint(format!("các văn bản: {}", names.join(", ")))
}

fn thieu_danh_ba(args: &SendArgs) -> Diagnostic {
    let message = format!("hồ sơ “{}” chưa có danh-ba.yaml", args.ho_so.display());
    Diagnostic::error("missing-address-book", message)
        .hint("khai nơi nhận, cách gửi, số bản trong tệp ấy; xem docs/gui.md")
}
