//! The updates after the issued bytes: a chain without a gap, each read whole.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::bang_tra::{BangTra, Cho};
use super::doc_vat::{Doc, Kq, la_trong};
use super::giai_nen::Kho;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, Khoang, TuDien, Vat};

/// A document is signed by a few, each with a time stamp and its certificates.
const NHIEU_DOAN: usize = 64;

/// So many bytes before a word are looked at.
const KHOANG_SO: usize = 400;

/// One update.
#[derive(Debug)]
pub struct Doan {
    pub doi_tuong: BTreeMap<u32, Rc<DoiTuong>>,
    pub duoi: TuDien,
    /// The numbers that it takes away.
    pub bo: Vec<u32>,
    /// Its last byte is one of these: the file may end with white space after `%%EOF`.
    pub het: Khoang,
}

/// Where the last line says that the cross-reference is. Nothing stands behind it.
pub fn tra_cuoi(bytes: &[u8]) -> Option<usize> {
    const TU: &[u8] = b"startxref";
    let dau = bytes.len().saturating_sub(60);
    let duoi = bytes.get(dau..)?;
    let o = duoi.windows(TU.len()).rposition(|w| w == TU)?;
    let mut doc = Doc::new(bytes, dau.checked_add(o)?.checked_add(TU.len())?);
    doc.bo_trong();
    let so = doc.dem().ok()?;
    doc.bo_trong();
    if !doc.an(b"%%EOF") {
        return None;
    }
    let het = doc.o;
    doc.bo_trong();
    (doc.o == bytes.len() && bytes.len().saturating_sub(het) <= 4).then_some(so)
}

/// All updates of `ban` after `goc`, the oldest first.
pub fn cac_doan(goc: &[u8], ban: &[u8]) -> Kq<Vec<Doan>> {
    let mut kho = Kho::default();
    let mut bang = chuoi(goc, ban, &mut kho)?;
    bang.reverse();
    let mut doan: Vec<Doan> = Vec::new();
    let mut tu = goc.len();
    for mot in bang {
        let (moi, dau) = doc_doan(ban, tu, &mot, &mut kho)?;
        if let Some(truoc) = doan.last_mut() {
            truoc.het.den = dau;
        }
        tu = mot.het;
        let het = Khoang { tu: mot.het, den: ban.len() };
        let bo = mot.muc.iter().filter(|(_, noi)| *noi == Cho::Bo).map(|(so, _)| *so).collect();
        doan.push(Doan { doi_tuong: moi, duoi: mot.duoi, bo, het });
    }
    Ok(doan)
}

/// The sections from the last to the first, which goes on from that of the issued file.
fn chuoi(goc: &[u8], ban: &[u8], kho: &mut Kho) -> Kq<Vec<BangTra>> {
    let (Some(mut o), Some(dau)) = (tra_cuoi(ban), tra_cuoi(goc)) else {
        return Err(KhacBanGoc::new("sau chỗ hết của tệp còn dữ liệu khác"));
    };
    let mut bang = Vec::new();
    while o != dau {
        let mot = if o < goc.len() || bang.len() >= NHIEU_DOAN {
            None
        } else {
            Some(BangTra::doc(ban, o, kho)?)
        };
        let truoc = mot.as_ref().and_then(BangTra::truoc).filter(|truoc| *truoc < o);
        let (Some(mot), Some(truoc)) = (mot, truoc) else {
            return Err(KhacBanGoc::new(
                "các lần ghi thêm không nối liền nhau từ bản gốc; có nội dung bị thay hoặc bị giấu",
            ));
        };
        bang.push(mot);
        o = truoc;
    }
    Ok(bang)
}

type DaDoc = (BTreeMap<u32, Rc<DoiTuong>>, usize);

/// Every byte from `tu` to the section's own, as the objects that it names; and where the first of them begins.
fn doc_doan(ban: &[u8], tu: usize, bang: &BangTra, kho: &mut Kho) -> Kq<DaDoc> {
    let mut cho: Vec<(usize, u32)> = Vec::new();
    for (so, noi) in &bang.muc {
        match noi {
            Cho::O(o) if Some(*so) == bang.so && *o == bang.o => {}
            Cho::O(o) => cho.push((*o, *so)),
            Cho::Bo | Cho::Trong { .. } => {}
        }
    }
    cho.sort_unstable();
    let noi: BTreeMap<u32, usize> = cho.iter().map(|(o, so)| (*so, *o)).collect();
    let dai = |so: u32| Doc::new(ban, *noi.get(&so)?).so_cua(so);
    let mut doc = Doc::new(ban, tu);
    let (mut ra, mut dau) = (BTreeMap::new(), None);
    for (o, so) in cho.iter().copied().chain([(bang.o, u32::MAX)]) {
        doc.bo_khe()?;
        if doc.o != o {
            return doc.hong("có dữ liệu nằm ngoài các đối tượng, hoặc bảng tra trỏ sai chỗ");
        }
        dau = dau.or(Some(o));
        if so != u32::MAX {
            ra.insert(so, Rc::new(doc.doi_tuong(so, &dai)?));
        }
    }
    khong_giau(ban, tu..bang.o, cho.iter().filter(|(o, _)| *o < bang.o).count())?;
    goi(ban, bang, &mut ra, kho)?;
    Ok((ra, dau.unwrap_or(bang.o)))
}

/// A viewer that stumbles over a file looks for objects by their first words, in streams and texts too: there stand
/// none but those that the table names.
fn khong_giau(ban: &[u8], khoang: std::ops::Range<usize>, nhieu: usize) -> Kq<()> {
    const TU: [&[u8]; 3] = [b"trailer", b"startxref", b"%%EOF"];
    let bytes = ban.get(khoang).unwrap_or_default();
    let co = |tu: &[u8]| bytes.windows(tu.len()).any(|w| w == tu);
    let obj = bytes.windows(3).enumerate().filter(|(_, w)| *w == b"obj");
    let dau = obj.filter(|(o, _)| bytes.get(..*o).is_some_and(sau_hai_so)).count();
    match dau > nhieu || TU.iter().any(|tu| co(tu)) {
        true => {
            Err(KhacBanGoc::new("trong phần thêm vào sau có đối tượng giấu trong dữ liệu khác"))
        }
        false => Ok(()),
    }
}

/// Whether the bytes end with two numbers, as before `obj`; between them may be blanks and comments.
fn sau_hai_so(truoc: &[u8]) -> bool {
    let dau = truoc.len().saturating_sub(KHOANG_SO);
    let con = bo_khe_cuoi(truoc.get(dau..).unwrap_or_default());
    let giua = bo_so_cuoi(con);
    let truoc = bo_khe_cuoi(giua);
    giua.len() < con.len() && truoc.len() < giua.len() && bo_so_cuoi(truoc).len() < truoc.len()
}

fn bo_so_cuoi(bytes: &[u8]) -> &[u8] {
    let het = bytes.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |o| o.saturating_add(1));
    bytes.get(..het).unwrap_or_default()
}

fn bo_khe_cuoi(mut bytes: &[u8]) -> &[u8] {
    loop {
        let het = bytes.iter().rposition(|b| !la_trong(*b)).map_or(0, |o| o.saturating_add(1));
        let con = bytes.get(..het).unwrap_or_default();
        let cuoi_dong = bytes.get(het..).unwrap_or_default().iter().any(|b| matches!(b, 10 | 13));
        let dong =
            con.iter().rposition(|b| matches!(b, 10 | 13)).map_or(0, |o| o.saturating_add(1));
        let chu_thich = con.get(dong..).and_then(|d| d.iter().position(|b| *b == b'%'));
        match chu_thich.filter(|_| cuoi_dong) {
            Some(o) => bytes = con.get(..dong.saturating_add(o)).unwrap_or_default(),
            None => return con,
        }
    }
}

/// Objects that stand packed in streams of this update: each of them is named by the table, and the other way round.
fn goi(ban: &[u8], bang: &BangTra, ra: &mut BTreeMap<u32, Rc<DoiTuong>>, kho: &mut Kho) -> Kq<()> {
    let mut trong: BTreeMap<u32, BTreeMap<usize, u32>> = BTreeMap::new();
    for (so, noi) in &bang.muc {
        if let Cho::Trong { kho, thu } = noi {
            trong.entry(*kho).or_default().insert(*thu, *so);
        }
    }
    let hong = || KhacBanGoc::new("phần thêm vào sau có gói đối tượng không đọc được");
    let so_goi = ra.values().filter(|o| o.co_loai(b"Type", b"ObjStm")).count();
    if so_goi != trong.len() {
        return Err(hong());
    }
    for (so_kho, ten) in trong {
        let goi = ra.remove(&so_kho).ok_or_else(hong)?;
        for (so, vat) in mo_goi(ban, &goi, &ten, kho).ok_or_else(hong)? {
            if ra.insert(so, Rc::new(DoiTuong { vat, dong: None })).is_some() {
                return Err(hong());
            }
        }
    }
    Ok(())
}

fn mo_goi(
    ban: &[u8],
    goi: &DoiTuong,
    ten: &BTreeMap<usize, u32>,
    kho: &mut Kho,
) -> Option<Vec<(u32, Vat)>> {
    let (tu_dien, dong) = (goi.tu_dien()?, goi.dong?);
    if !goi.co_loai(b"Type", b"ObjStm") || tu_dien.contains_key(b"Extends".as_slice()) {
        return None;
    }
    let ra = kho.mo(tu_dien, ban.get(dong.tu..dong.den)?)?;
    let nhieu = tu_dien.get(b"N".as_slice())?.dem()?;
    let dau = tu_dien.get(b"First".as_slice())?.dem()?;
    if nhieu != ten.len() {
        return None;
    }
    let mut muc_luc = Doc::new(ra.get(..dau)?, 0);
    let mut than = Doc::new(&ra, dau);
    let mut out = Vec::new();
    for (thu, (cho, so)) in ten.iter().enumerate() {
        muc_luc.bo_trong();
        let dung = muc_luc.so_doi_tuong().ok()? == *so && *cho == thu;
        muc_luc.bo_trong();
        let o = muc_luc.dem().ok()?.checked_add(dau)?;
        than.bo_trong();
        if !dung || than.o != o {
            return None;
        }
        out.push((*so, than.vat(0).ok()?));
    }
    muc_luc.bo_trong();
    than.bo_trong();
    (muc_luc.o == dau && than.o == ra.len()).then_some(out)
}
