//! Bản còn lại: what the folders of issued documents tell of the register's lines.

use std::collections::BTreeSet;

use super::bang_ke::{self, BangKe, dau_bang_ke};
use super::cot::cot;
use super::goi::dich;
use super::kho::Kho;
use super::lien_quan;
use super::phieu::{DongGoc, PhieuPhatHanh, TEP_PHIEU};
use super::phieu_vao::{PhieuVao, TEP_PHIEU_VAO};
use super::xet::{cac_tep, van_ban};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::reading::source::{self, Cay};
use crate::records::so_dang_ky::{Dong, Muc, SoCai, SoHieu};

/// A document that was issued and whose line is lost.
pub struct BanConLai {
    pub dong: Dong,
    /// Which line it was, and the mark before it, where the record says so.
    pub goc: Option<(usize, String)>,
    /// The smallest number of its series among these documents.
    pub nho_nhat: u64,
}

impl BanConLai {
    pub fn so_hieu(&self) -> String {
        self.dong.so_hieu.as_ref().map(SoHieu::to_string).unwrap_or_default()
    }
}

/// All whose lines `cai` doesn't have, in the order in which they were issued, as far as that is known.
pub fn cac_ban(kho: &Kho, cai: &SoCai) -> Result<Vec<BanConLai>, Vec<Diagnostic>> {
    let issued = cai.tat_ca().filter(|muc| muc.co_thu_muc());
    let issued: BTreeSet<String> = issued.map(|muc| dich(&muc.dong.day, &muc.so_hieu)).collect();
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    let places = kho.cac_thu_muc().into_iter();
    for place in places.filter(|place| kho.la_ban_phat_hanh(place) && !issued.contains(place)) {
        match mot_ban(kho, &place) {
            Ok(ban) => all.push(ban),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if all.iter().all(|ban| ban.goc.is_some()) {
        all.sort_by_key(|ban| ban.goc.as_ref().map(|(stt, _)| *stt));
    } else {
        all.sort_by(|a, b| {
            let key =
                |ban: &BanConLai| (ban.dong.ngay, ban.dong.day.clone(), ban.dong.so_hieu.clone());
            key(a).cmp(&key(b))
        });
    }
    let smallest: Vec<u64> = all.iter().map(|ban| nho_nhat(&all, ban)).collect();
    all.iter_mut().zip(smallest).for_each(|(ban, so)| ban.nho_nhat = so);
    Ok(all)
}

fn nho_nhat(all: &[BanConLai], ban: &BanConLai) -> u64 {
    let same = all.iter().filter(|other| other.dong.day == ban.dong.day);
    same.filter_map(|other| Some(other.dong.so_hieu.as_ref()?.so)).min().unwrap_or(1)
}

/// A folder must be whole by its own list of files, and lie where its number belongs.
fn mot_ban(kho: &Kho, place: &str) -> Result<BanConLai, Vec<Diagnostic>> {
    let folder = kho.duong_dan(place);
    let hong = |what: &str| {
        let message =
            format!("{}: {what}, nên không dựng được dòng sổ của thư mục này", folder.display());
        let hint = "lấy lại thư mục từ bản lưu; không có thì chuyển nó ra khỏi phat-hanh, số của nó sẽ được giữ lại";
        Diagnostic::error("bad-manifest", message).hint(hint)
    };
    let cay: Cay = source::read_tree(&folder)?;
    let tep = |ten: &str| cay.get(ten).and_then(Option::as_deref);
    let list = tep(bang_ke::TEP).unwrap_or_default();
    let bang_ke = BangKe::doc(list).ok_or_else(|| vec![hong("bảng kê không đọc được")])?;
    let (found, _) = cac_tep(&folder, &cay, &bang_ke);
    if !found.is_empty() {
        return Err(std::iter::once(hong("thư mục không còn nguyên")).chain(found).collect());
    }
    if tep(TEP_PHIEU).is_none()
        && let Some(record) = tep(TEP_PHIEU_VAO).and_then(PhieuVao::doc)
    {
        let DongGoc { stt, dau_truoc, dong } = record.dong;
        if dich(&dong.day, &record.so_hieu) != place {
            let khac = format!("bản ghi là của {}, không phải của thư mục này", record.so_hieu);
            return Err(vec![hong(&khac)]);
        }
        let dong = Dong { bang_ke: dau_bang_ke(list), ..dong };
        return Ok(BanConLai { dong, goc: Some((stt, dau_truoc)), nho_nhat: 0 });
    }
    let record = tep(TEP_PHIEU).and_then(PhieuPhatHanh::doc);
    let record = record.ok_or_else(|| vec![hong("bản ghi phát hành không đọc được")])?;
    let so_hieu = SoHieu { so: record.so, ky_hieu: record.ky_hieu.clone() };
    let dong = match &record.dong {
        Some(goc) => goc.dong.clone(),
        None => tu_van_ban(&folder, &record, &so_hieu)
            .ok_or_else(|| vec![hong("nguồn đã lưu không đọc được")])?,
    };
    if dong.so_hieu.as_ref() != Some(&so_hieu) || dich(&dong.day, &so_hieu) != place {
        return Err(vec![hong(&format!("bản ghi là của {so_hieu}, không phải của thư mục này"))]);
    }
    Ok(BanConLai {
        dong: Dong { bang_ke: dau_bang_ke(list), ..dong },
        goc: record.dong.map(|goc| (goc.stt, goc.dau_truoc)),
        nho_nhat: 0,
    })
}

/// The line of a folder of before, from the document that its sources make.
fn tu_van_ban(folder: &std::path::Path, record: &PhieuPhatHanh, so_hieu: &SoHieu) -> Option<Dong> {
    let van_ban = van_ban(folder, record)?;
    let ngay = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
    let day = record.day.clone()?;
    let own = cot(&van_ban, &day, so_hieu, ngay);
    Some(Dong { so_ban: record.so_ban, quan_he: record.quan_he.clone(), ..own })
}

/// Why the note beside a document says that its number is void, if it does.
pub fn ly_do_huy(kho: &Kho, muc: &Muc) -> Option<String> {
    let note = kho.doc_tep(&dich(&muc.dong.day, &muc.so_hieu), lien_quan::TEP)?;
    lien_quan::ly_do_huy(&String::from_utf8_lossy(&note), &muc.so_hieu)
}
