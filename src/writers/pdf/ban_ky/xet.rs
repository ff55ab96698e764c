//! One update after the other against what was there before.

use std::collections::BTreeSet;

use super::bam::Bam;
use super::bieu_mau::{self, ODaKy, don_gian};
use super::chu_ky;
use super::chung_thu::{self, DaCo};
use super::doan::Doan;
use super::doc_vat::Kq;
use super::hai_ban::{HaiBan, Tep};
use super::ket_qua::{BanKy, KhacBanGoc};
use super::la;
use super::o_moi;
use super::thong_tin;
use super::trang;
use super::vat::{TuDien, Vat};

/// What is known of the file so far.
pub struct Xet<'a> {
    tep: Tep<'a>,
    root: Vat,
    trang: Vec<u32>,
    dss: DaCo,
    bam: Bam,
    ra: BanKy,
}

impl<'a> Xet<'a> {
    pub fn mo(goc: &'a [u8], ban: &'a [u8]) -> Kq<Self> {
        let tep = Tep::mo(goc, ban)?;
        let la = || KhacBanGoc::new("bản gốc không phải tệp PDF của chương trình này");
        let root = tep.duoi.get(b"Root".as_slice()).cloned().ok_or_else(la)?;
        let danh_muc = tep.theo(&root).ok_or_else(la)?;
        let cay = danh_muc.tu_dien().and_then(|d| d.get(b"Pages".as_slice())).ok_or_else(la)?;
        let trang = trang::cac_trang(cay, &|vat| tep.theo(vat)).ok_or_else(la)?;
        let ra = BanKy { chu_ky: Vec::new(), ghi_chu: Vec::new() };
        Ok(Self { tep, root, trang, dss: DaCo::new(), bam: Bam::default(), ra })
    }

    pub fn ket(self) -> BanKy {
        self.ra
    }

    /// Everything that an update says, or why it is not allowed.
    pub fn mot_doan(&mut self, doan: Doan) -> Kq<()> {
        self.duoi(&doan)?;
        let hai = HaiBan::new(&self.tep, &doan.doi_tuong);
        thong_tin::info(
            &hai,
            self.tep.duoi.get(b"Info".as_slice()),
            doan.duoi.get(b"Info".as_slice()),
        )?;
        let hong = || KhacBanGoc::new("danh mục của tệp không đọc được");
        let (cu, sau) = (
            self.tep.theo(&self.root).ok_or_else(hong)?,
            hai.theo(Some(&self.root), &self.root).ok_or_else(hong)?,
        );
        let cu = cu.tu_dien().ok_or_else(hong)?;
        let sau = sau.tu_dien().filter(|_| sau.dong.is_none()).ok_or_else(hong)?;
        cay_trang(&hai, cu, &self.trang)?;
        let khoa = |ten: &[u8]| (cu.get(ten).cloned(), sau.get(ten).cloned());
        let (form_cu, form_sau) = khoa(b"AcroForm");
        let o = bieu_mau::xet(&hai, form_cu.as_ref(), form_sau.as_ref());
        let moi: BTreeSet<u32> = match &o {
            Ok(o) => o.iter().filter(|o| o.la_moi).map(|o| o.so).collect(),
            Err(_) => BTreeSet::new(),
        };
        // A mark on a page is told before the form that it may come with.
        let o_dau = match trang::xet(&hai, &self.trang, &moi) {
            Err(khac) if o.is_ok() || !la::la_o_ky(&hai) => return Err(khac),
            o_dau => o_dau,
        };
        let o = o?;
        let o_dau = o_dau?;
        danh_muc(&hai, cu, sau, &o)?;
        if let Some(dss) = sau.get(b"DSS".as_slice()) {
            chung_thu::xet(&hai, dss, &mut self.dss)?;
        }
        thong_tin::xmp(&hai, cu.get(b"Metadata".as_slice()), sau.get(b"Metadata".as_slice()))?;
        for mot in &o {
            self.ra.chu_ky.push(chu_ky::xet(&hai, mot, doan.het, &mut self.bam)?);
            let trang = o_dau.get(&mot.so).copied();
            self.ra.ghi_chu.extend(o_moi::xet(&hai, mot, trang, &self.trang)?);
        }
        for so in hai.chua_xet() {
            if !hai.nguyen(so) {
                return Err(la::doi_tuong(&hai, so, &self.trang));
            }
        }
        self.tep.them(doan.doi_tuong);
        Ok(())
    }

    /// The trailer: the same document, no number taken away.
    fn duoi(&self, doan: &Doan) -> Kq<()> {
        let quen: [&[u8]; 12] = [
            b"Size",
            b"Root",
            b"Info",
            b"Prev",
            b"ID",
            b"Type",
            b"W",
            b"Index",
            b"Filter",
            b"DecodeParms",
            b"Length",
            b"DocChecksum",
        ];
        if let Some(khoa) = doan.duoi.keys().find(|khoa| !quen.contains(&khoa.as_slice())) {
            let khoa = String::from_utf8_lossy(khoa);
            return Err(KhacBanGoc::new(format!("phần thêm vào sau có mục lạ “{khoa}”")));
        }
        if !doan.duoi.get(b"Root".as_slice()).is_some_and(|root| root.giong(&self.root)) {
            return Err(KhacBanGoc::new("phần thêm vào sau thay cả văn bản bằng văn bản khác"));
        }
        let dau =
            |duoi: &TuDien| duoi.get(b"ID".as_slice()).and_then(|id| id.mang()?.first().cloned());
        let id = match (dau(&self.tep.duoi), dau(&doan.duoi)) {
            (Some(cu), Some(moi)) => cu.giong(&moi),
            (_, None) => true,
            (None, Some(_)) => true,
        };
        if doan.bo.iter().any(|so| self.tep.co(*so)) || !id {
            return Err(KhacBanGoc::new("có phần của bản gốc bị gạch bỏ"));
        }
        // Readers leave out what lies beyond the size.
        let size = doan.duoi.get(b"Size".as_slice()).and_then(Vat::dem).unwrap_or_default();
        let cao = doan.doi_tuong.keys().next_back().copied().unwrap_or_default();
        let cu = self.tep.duoi.get(b"Size".as_slice()).and_then(Vat::dem).unwrap_or_default();
        let it_nhat = cu.max(usize::try_from(cao).unwrap_or(usize::MAX).saturating_add(1));
        match (it_nhat..=it_nhat.saturating_add(10_000)).contains(&size) {
            true => Ok(()),
            false => Err(KhacBanGoc::new("phần thêm vào sau giấu bớt phần của bản gốc")),
        }
    }
}

/// A rewritten branch of the tree of pages is told as what it does to the pages.
fn cay_trang(hai: &HaiBan<'_, '_>, cu: &TuDien, trang: &[u32]) -> Kq<()> {
    let Some(goc) = cu.get(b"Pages".as_slice()) else { return Ok(()) };
    let nhanh = |so: &u32| {
        let la = hai.cu.lay(*so).is_some_and(|o| o.co_loai(b"Type", b"Pages"));
        la && !hai.nguyen(*so)
    };
    match hai.moi.keys().any(nhanh) {
        true => Err(KhacBanGoc::new(trang::cay_trang_khac(hai, goc, trang))),
        false => Ok(()),
    }
}

/// The catalog's own entries.
fn danh_muc(hai: &HaiBan<'_, '_>, cu: &TuDien, sau: &TuDien, o: &[ODaKy]) -> Kq<()> {
    let khoa: BTreeSet<&Vec<u8>> = cu.keys().chain(sau.keys()).collect();
    for khoa in khoa {
        let (cu, sau) = (cu.get(khoa), sau.get(khoa));
        if cu.zip(sau).is_some_and(|(cu, sau)| cu.giong(sau)) {
            continue;
        }
        let duoc = match (khoa.as_slice(), sau) {
            // Each of these is looked at in its own room.
            (b"AcroForm" | b"DSS" | b"Metadata", Some(_)) => true,
            (b"Extensions", Some(vat)) => don_gian(hai, vat, 0),
            (b"Version", Some(vat)) => vat.ten().is_some_and(phien_ban),
            (b"Perms", Some(vat)) => quyen(hai, vat, o),
            _ => false,
        };
        if !duoc {
            return Err(KhacBanGoc::new(la::muc_danh_muc(khoa)));
        }
    }
    Ok(())
}

fn phien_ban(ten: &[u8]) -> bool {
    matches!(ten, [b'1', b'.', b'4'..=b'7'] | b"2.0")
}

/// What later hands may do: said by a signature of this very update.
fn quyen(hai: &HaiBan<'_, '_>, vat: &Vat, o: &[ODaKy]) -> bool {
    let Some(quyen) = hai.theo(None, vat) else { return false };
    quyen.tu_dien().is_some_and(|quyen| {
        let cua_o = |vat: &Vat| vat.tro().is_some_and(|so| o.iter().any(|o| o.gia_tri == so));
        quyen.len() == 1 && quyen.get(b"DocMDP".as_slice()).is_some_and(cua_o)
    })
}
