//! DSS: the certificates and revocation lists that keep a signature provable (ISO 32000-2, 12.8.4.3).

use std::collections::BTreeSet;

use super::der::{DAY, dau};
use super::doc_vat::Kq;
use super::giai_nen::Kho;
use super::hai_ban::HaiBan;
use super::ket_qua::KhacBanGoc;
use super::vat::Vat;

/// The objects of the DSS so far; later updates may rewrite these and no others.
pub type DaCo = BTreeSet<u32>;

pub fn xet(hai: &HaiBan<'_, '_>, dss: &Vat, da_co: &mut DaCo) -> Kq<()> {
    let mut xet = Xet { hai, da_co, kho: Kho::default() };
    xet.goc(dss).ok_or_else(|| {
        KhacBanGoc::new("kho chứng thư số (DSS) có thứ không phải chứng thư hay danh sách thu hồi")
    })
}

struct Xet<'x, 'k, 'a> {
    hai: &'x HaiBan<'k, 'a>,
    da_co: &'x mut DaCo,
    kho: Kho,
}

impl Xet<'_, '_, '_> {
    fn goc(&mut self, dss: &Vat) -> Option<()> {
        let dss = self.theo(dss)?;
        for (khoa, vat) in dss.tu_dien()? {
            match khoa.as_slice() {
                b"Type" => vat.la_ten(b"DSS").then_some(())?,
                b"Certs" | b"OCSPs" | b"CRLs" => self.cac_luong(vat)?,
                b"VRI" => {
                    let vri = self.theo(vat)?;
                    for (khoa, vat) in vri.tu_dien()? {
                        match khoa.as_slice() {
                            b"Type" => vat.ten().map(|_| ())?,
                            _ => self.mot_vri(vat)?,
                        }
                    }
                }
                _ => return None,
            }
        }
        Some(())
    }

    fn mot_vri(&mut self, vat: &Vat) -> Option<()> {
        let vri = self.theo(vat)?;
        for (khoa, vat) in vri.tu_dien()? {
            match khoa.as_slice() {
                b"Type" => vat.ten().map(|_| ())?,
                b"Cert" | b"OCSP" | b"CRL" => self.cac_luong(vat)?,
                b"TU" => vat.chuoi().map(|_| ())?,
                b"TS" => self.luong(vat)?,
                _ => return None,
            }
        }
        Some(())
    }

    fn cac_luong(&mut self, vat: &Vat) -> Option<()> {
        let mang = self.theo(vat)?;
        mang.vat.mang()?.iter().try_for_each(|vat| self.luong(vat))
    }

    /// One certificate, list or answer: a whole ASN.1 sequence.
    fn luong(&mut self, vat: &Vat) -> Option<()> {
        let so = vat.tro()?;
        if !self.hai.moi.contains_key(&so) {
            return self.da_co.contains(&so).then_some(());
        }
        if self.da_co.contains(&so) && (self.hai.la_moi(so) || self.hai.nguyen(so)) {
            return Some(());
        }
        self.hai.la_moi(so).then(|| self.hai.cham(so))?;
        self.da_co.insert(so);
        let luong = self.hai.sau(so)?;
        let (dict, dong) = (luong.tu_dien()?, luong.dong?);
        let khoa: [&[u8]; 5] = [b"Length", b"Filter", b"DecodeParms", b"Type", b"Subtype"];
        let quen = dict.keys().all(|k| khoa.contains(&k.as_slice()));
        let mo = self.kho.mo(dict, self.hai.cu.ban.get(dong.tu..dong.den)?)?;
        let (mot, thua) = dau(&mo)?;
        (quen && mot.nhan == DAY && thua.is_empty()).then_some(())
    }

    /// A dictionary or list of the DSS: new, or one of those that it has already.
    fn theo(&mut self, vat: &Vat) -> Option<std::rc::Rc<super::vat::DoiTuong>> {
        if let Some(so) = vat.tro() {
            let duoc = self.da_co.contains(&so) || self.hai.la_moi(so);
            duoc.then(|| self.da_co.insert(so))?;
        }
        self.hai.theo(Some(vat), vat).filter(|o| o.dong.is_none())
    }
}
