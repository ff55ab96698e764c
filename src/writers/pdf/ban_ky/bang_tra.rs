//! A section of the cross-reference: table or stream, its trailer, and the last lines after it.

use super::doc_vat::{Doc, Kq};
use super::giai_nen::Kho;
use super::vat::{DoiTuong, TuDien, Vat};

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cho {
    O(usize),
    /// In an object stream, by its place there.
    Trong {
        kho: u32,
        thu: usize,
    },
    Bo,
}

#[derive(Debug)]
pub struct BangTra {
    pub muc: Vec<(u32, Cho)>,
    pub duoi: TuDien,
    /// Where it begins.
    pub o: usize,
    /// The number that it has itself, as a stream.
    pub so: Option<u32>,
    /// Right after `%%EOF`.
    pub het: usize,
}

impl BangTra {
    /// What begins at `o` and ends with `startxref o %%EOF`.
    pub fn doc(bytes: &[u8], o: usize, kho: &mut Kho) -> Kq<Self> {
        let mut doc = Doc::new(bytes, o);
        let (muc, duoi, so) = match doc.an(b"xref") {
            true => {
                let muc = bang(&mut doc)?;
                (muc, duoi(&mut doc)?, None)
            }
            false => luong(&mut doc, kho)?,
        };
        for khoa in [b"Encrypt".as_slice(), b"XRefStm"] {
            if duoi.contains_key(khoa) {
                let ten = String::from_utf8_lossy(khoa);
                return doc.hong(&format!("có “{ten}”, thứ mà phần mềm ký không thêm"));
            }
        }
        doc.bo_khe()?;
        let het = cuoi(&mut doc, o)?;
        let bang = Self { muc, duoi, o, so, het };
        match bang.trung() {
            true => doc.hong("một đối tượng được ghi hai lần"),
            false => Ok(bang),
        }
    }

    fn trung(&self) -> bool {
        let mut so: Vec<u32> = self.muc.iter().map(|(so, _)| *so).collect();
        so.sort_unstable();
        so.windows(2).any(|hai| matches!(hai, [a, b] if a == b))
    }

    pub fn truoc(&self) -> Option<usize> {
        self.duoi.get(b"Prev".as_slice()).and_then(Vat::dem)
    }
}

/// `startxref`, where the section begins, `%%EOF`.
fn cuoi(doc: &mut Doc<'_>, o: usize) -> Kq<usize> {
    doc.an_tu(b"startxref")?;
    doc.bo_trong();
    let dung = doc.dem()? == o;
    doc.bo_trong();
    if !dung || !doc.an(b"%%EOF") {
        return doc.hong("chỗ hết của phần thêm vào không khớp");
    }
    Ok(doc.o)
}

fn bang(doc: &mut Doc<'_>) -> Kq<Vec<(u32, Cho)>> {
    let mut muc = Vec::new();
    loop {
        doc.bo_trong();
        if !doc.nhin().is_some_and(|b| b.is_ascii_digit()) {
            return Ok(muc);
        }
        let dau = doc.so_doi_tuong()?;
        doc.bo_trong();
        let nhieu = doc.so_doi_tuong()?;
        while doc.an(b" ") {}
        let _ = doc.an(b"\r\n") || doc.an(b"\n") || doc.an(b"\r");
        for them in 0..nhieu {
            muc.push((dau.saturating_add(them), dong(doc)?));
        }
    }
}

/// A line of twenty bytes, no more and no less (ISO 32000-1, 7.5.4).
fn dong(doc: &mut Doc<'_>) -> Kq<Cho> {
    let dau = doc.o;
    let cho = doc.dem()?;
    let cach = doc.an(b" ");
    let doi = doc.dem()?;
    let cach = doc.an(b" ") && cach;
    let cho = match (doc.an(b"n"), doi) {
        (true, 0) => Cho::O(cho),
        (true, _) => return doc.hong("đối tượng có đời khác 0"),
        (false, _) if doc.an(b"f") => Cho::Bo,
        _ => return doc.hong("dòng của bảng tra viết sai"),
    };
    let het = doc.an(b"\r\n") || doc.an(b" \n") || doc.an(b" \r");
    match het && cach && doc.o.saturating_sub(dau) == 20 {
        true => Ok(cho),
        false => doc.hong("dòng của bảng tra viết sai"),
    }
}

fn duoi(doc: &mut Doc<'_>) -> Kq<TuDien> {
    doc.an_tu(b"trailer")?;
    match doc.vat(0)? {
        Vat::TuDien(duoi) => Ok(duoi),
        _ => doc.hong("thiếu phần đuôi"),
    }
}

type Luong = (Vec<(u32, Cho)>, TuDien, Option<u32>);

fn luong(doc: &mut Doc<'_>, kho: &mut Kho) -> Kq<Luong> {
    let so = doc.clone().so_doi_tuong()?;
    let doi_tuong = doc.doi_tuong(so, &|_| None)?;
    if !doi_tuong.co_loai(b"Type", b"XRef") {
        return doc.hong("không thấy bảng tra");
    }
    match muc_cua(&doi_tuong, doc.bytes, kho) {
        Some((muc, duoi)) => Ok((muc, duoi, Some(so))),
        None => doc.hong("bảng tra không đọc được"),
    }
}

fn muc_cua(doi_tuong: &DoiTuong, bytes: &[u8], kho: &mut Kho) -> Option<(Vec<(u32, Cho)>, TuDien)> {
    let tu_dien = doi_tuong.tu_dien()?;
    let dong = doi_tuong.dong?;
    let ra = kho.mo(tu_dien, bytes.get(dong.tu..dong.den)?)?;
    let rong: Vec<usize> =
        tu_dien.get(b"W".as_slice())?.mang()?.iter().map(Vat::dem).collect::<Option<_>>()?;
    let [a, b, c] = *rong.as_slice() else { return None };
    if [a, b, c].iter().any(|rong| *rong > 7) || b == 0 {
        return None;
    }
    let moi = a.checked_add(b)?.checked_add(c)?;
    let so = cac_so(tu_dien, ra.len().checked_div(moi)?)?;
    if so.len().checked_mul(moi)? != ra.len() {
        return None;
    }
    let mot = |so: u32, hang: &[u8]| {
        let (loai, con) = hang.split_at_checked(a)?;
        let (hai, ba) = con.split_at_checked(b)?;
        let loai = if a == 0 { 1 } else { so_lon(loai) };
        let (hai, ba) = (so_lon(hai), so_lon(ba));
        let cho = match loai {
            0 => Cho::Bo,
            1 if ba == 0 => Cho::O(hai),
            2 => Cho::Trong { kho: u32::try_from(hai).ok()?, thu: ba },
            _ => return None,
        };
        Some((so, cho))
    };
    let muc = so.into_iter().zip(ra.chunks_exact(moi)).map(|(so, hang)| mot(so, hang));
    Some((muc.collect::<Option<_>>()?, tu_dien.clone()))
}

/// The numbers that the table is about, in its order; no more than it has lines.
fn cac_so(tu_dien: &TuDien, nhieu_nhat: usize) -> Option<Vec<u32>> {
    let khuc = match tu_dien.get(b"Index".as_slice()) {
        Some(vat) => vat.mang()?.iter().map(Vat::dem).collect::<Option<Vec<_>>>()?,
        None => vec![0, tu_dien.get(b"Size".as_slice())?.dem()?],
    };
    let mut so = Vec::new();
    for doi in khuc.chunks(2) {
        let [dau, nhieu] = *doi else { return None };
        if so.len().checked_add(nhieu)? > nhieu_nhat || dau > 8_388_607 {
            return None;
        }
        let dau = u32::try_from(dau).ok()?;
        so.extend((dau..).take(nhieu));
    }
    Some(so)
}

fn so_lon(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |so: usize, byte| so.wrapping_shl(8) | usize::from(*byte))
}
