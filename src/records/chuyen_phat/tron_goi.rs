//! Trọn gói: all files of a distribution.

use std::sync::Arc;

use super::bang_ke::{Muc, bang_ke};
use super::ten_tep::{TenDaDung, ten_tep};
use super::{DonGui, Tep, danh_sach, edxml, goi, nhan_bi_thu, phieu_gui, so_buu_dien};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::{Kenh, NoiGui};

/// The folder of the recipients' folders.
const THU_MUC: &str = "noi-nhan";

/// Every file of the package by its path inside it; with `zip` a recipient's files are one ZIP.
pub fn tron_goi(don: &DonGui, fonts: &Fonts, zip: bool) -> Result<Vec<Tep>, Vec<Diagnostic>> {
    let names = ten_goi(don, zip);
    let mut all = cua_noi_nhan(don, fonts, zip, &names)?;
    for tep in chung(don, fonts, &names)? {
        all.push(Muc { tep, gom: Vec::new() });
    }
    let manifest = bang_ke(don, &all);
    Ok(all.into_iter().map(|muc| muc.tep).chain([manifest]).collect())
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
) -> Result<Vec<Muc>, Vec<Diagnostic>> {
    let phieu = phieu_gui::cac_phieu(don, fonts)?;
    let truc = Truc::cua(don)?;
    let mut all = Vec::new();
    for ((n, phieu), name) in don.phan_phat.noi.iter().zip(phieu).zip(names) {
        let mut files = don.tep.clone();
        files.push(Tep { ten: "phieu-gui.pdf".to_owned(), bytes: phieu });
        if let Some(truc) = truc.as_ref().filter(|_| n.noi.kenh() == Kenh::Truc) {
            let bytes = edxml::goi_tin(don, truc.tu, &n.noi, &truc.dinh_kem).map_err(hong)?;
            files.push(Tep::new(format!("{}.edxml", don.ten_goi()), bytes));
        }
        if zip {
            let bytes: Arc<[u8]> = goi::zip(&files).map_err(hong)?.into();
            all.push(Muc { tep: Tep { ten: name.clone(), bytes }, gom: files });
        } else {
            all.extend(files.iter().map(|tep| Muc { tep: tep.trong(name), gom: Vec::new() }));
        }
    }
    Ok(all)
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
