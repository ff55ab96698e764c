//! Trọn gói: all files of a distribution.

use super::bang_ke::{BangKeGoi, TEN as BANG_KE};
use super::ten_tep::{TenDaDung, ten_tep};
use super::{DonGui, Tep, danh_sach, edxml, goi, nhan_bi_thu, phieu_gui, sha256, so_buu_dien};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::{Kenh, NoiGui};

/// The folder of the recipients' folders.
const THU_MUC: &str = "noi-nhan";

/// How many slips are made at a time: all threads have work, and no more of them than that are in memory.
const MOI_LUOT: usize = 64;

/// Who takes the files, one after the other.
pub type NhanTep<'a> = dyn FnMut(&str, &[u8]) -> Result<(), Vec<Diagnostic>> + 'a;

/// Makes every file of the package and hands it on by its path inside it; with `zip` a recipient's files are one
/// ZIP. Only the files of one recipient are in memory at a time, and the slips of a few. The names of those that
/// stand in no folder.
pub fn tron_goi(
    don: &DonGui,
    fonts: &Fonts,
    zip: bool,
    nhan: &mut NhanTep,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let mut ghi = Ghi { bang_ke: BangKeGoi::cua(don), nhan };
    let names = ten_goi(don, zip);
    cua_noi_nhan(don, fonts, zip, &names, &mut ghi)?;
    let mut top = Vec::new();
    for tep in chung(don, fonts, &names)? {
        ghi.tep(&tep, sha256(&tep.bytes))?;
        top.push(tep.ten);
    }
    let Ghi { bang_ke, nhan } = ghi;
    nhan(BANG_KE, &bang_ke.viet())?;
    top.push(BANG_KE.to_owned());
    Ok(top)
}

/// Hands files on and keeps their digests.
struct Ghi<'g, 'n> {
    bang_ke: BangKeGoi,
    nhan: &'g mut NhanTep<'n>,
}

impl Ghi<'_, '_> {
    fn tep(&mut self, tep: &Tep, sha: String) -> Result<(), Vec<Diagnostic>> {
        (self.nhan)(&tep.ten, &tep.bytes)?;
        self.bang_ke.tep.insert(tep.ten.clone(), sha);
        Ok(())
    }
}

/// The recipients' folders or ZIPs, numbered as in the list.
fn ten_goi(don: &DonGui, zip: bool) -> Vec<String> {
    let mut taken = TenDaDung::default();
    let duoi = if zip { ".zip" } else { "" };
    let numbered = (1usize..).zip(&don.phan_phat.noi);
    numbered
        .map(|(so, n)| {
            let ten = ten_tep(n.noi.ten()).to_ascii_lowercase();
            format!("{THU_MUC}/{}", taken.lay(&format!("{so:03}-{ten}{duoi}")))
        })
        .collect()
}

fn cua_noi_nhan(
    don: &DonGui,
    fonts: &Fonts,
    zip: bool,
    names: &[String],
    ghi: &mut Ghi,
) -> Result<(), Vec<Diagnostic>> {
    let truc = Truc::cua(don)?;
    // The document itself is in every folder and is read once.
    let shared: Vec<(Tep, String)> =
        don.tep.iter().map(|tep| (tep.clone(), sha256(&tep.bytes))).collect();
    for (part, names) in don.phan_phat.noi.chunks(MOI_LUOT).zip(names.chunks(MOI_LUOT)) {
        let slips = phieu_gui::cac_phieu(don, part, fonts)?;
        for ((n, phieu), name) in part.iter().zip(slips).zip(names) {
            let mut files = shared.clone();
            let mut own = vec![Tep { ten: "phieu-gui.pdf".to_owned(), bytes: phieu }];
            if let Some(truc) = truc.as_ref().filter(|_| n.noi.kenh() == Kenh::Truc) {
                let bytes = edxml::goi_tin(don, truc.tu, &n.noi, &truc.dinh_kem).map_err(hong)?;
                own.push(Tep::new(format!("{}.edxml", don.ten_goi()), bytes));
            }
            files.extend(own.into_iter().map(|tep| {
                let sha = sha256(&tep.bytes);
                (tep, sha)
            }));
            mot_noi(files, zip, name, ghi)?;
        }
    }
    Ok(())
}

/// The files of one recipient, in a folder or a ZIP of this name.
fn mot_noi(
    files: Vec<(Tep, String)>,
    zip: bool,
    name: &str,
    ghi: &mut Ghi,
) -> Result<(), Vec<Diagnostic>> {
    if !zip {
        return files.into_iter().try_for_each(|(tep, sha)| ghi.tep(&tep.trong(name), sha));
    }
    let (files, shas): (Vec<Tep>, Vec<String>) = files.into_iter().unzip();
    let archive = Tep::new(name, goi::zip(&files).map_err(hong)?);
    ghi.tep(&archive, sha256(&archive.bytes))?;
    let inside = files.into_iter().map(|tep| tep.ten).zip(shas).collect();
    ghi.bang_ke.trong_zip.insert(name.to_owned(), inside);
    Ok(())
}

/// What every package for the axis has in common.
struct Truc<'a> {
    tu: &'a NoiGui,
    dinh_kem: Vec<edxml::DinhKem>,
}

impl<'a> Truc<'a> {
    /// None if nobody is on the axis. The sender must have a code then.
    fn cua(don: &DonGui<'a>) -> Result<Option<Self>, Vec<Diagnostic>> {
        if !don.phan_phat.noi.iter().any(|n| n.noi.kenh() == Kenh::Truc) {
            return Ok(None);
        }
        let ten = &don.van_ban.co_quan.ten;
        let tu = don.danh_ba.mot_noi(ten).filter(|noi| noi.ma().is_some());
        let tu = tu.ok_or_else(|| {
            let message = format!("danh bạ không có mã định danh của chính cơ quan gửi, “{ten}”");
            vec![
                Diagnostic::error("missing-sender", message)
                    .hint("khai cơ quan ấy ở noi_nhan của danh-ba.yaml (tên đầy đủ để ở ten hoặc ten_khac), có mục ma"),
            ]
        })?;
        let dinh_kem: Result<Vec<_>, String> = don.tep.iter().map(edxml::DinhKem::new).collect();
        Ok(Some(Self { tu, dinh_kem: dinh_kem.map_err(hong)? }))
    }
}

/// The lists, the labels and the rows of the post book.
fn chung(don: &DonGui, fonts: &Fonts, names: &[String]) -> Result<Vec<Tep>, Vec<Diagnostic>> {
    let mut files = vec![
        Tep::new("danh-sach-gui.csv", danh_sach::danh_sach_gui(don, names).map_err(hong)?),
        Tep::new("so-ban-in.csv", danh_sach::so_ban_in(don).map_err(hong)?),
    ];
    if let Some(labels) = nhan_bi_thu::nhan_bi_thu(don, fonts)? {
        files.push(Tep::new("nhan-bi-thu.pdf", labels));
    }
    let rows = so_buu_dien::dong(don);
    if !rows.is_empty() {
        files.push(Tep::new("so-buu-dien.csv", so_buu_dien::bang_csv(&rows).map_err(hong)?));
        files.push(Tep::new("so-buu-dien.pdf", so_buu_dien::trang(don, &rows, fonts)?));
    }
    Ok(files)
}

fn hong(reason: impl ToString) -> Vec<Diagnostic> {
    let message = format!("lỗi của chương trình khi làm gói gửi: {}", reason.to_string());
    vec![Diagnostic::error("internal", message)]
}
