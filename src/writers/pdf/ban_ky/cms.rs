//! The container of a signature (CMS, RFC 5652; a time stamp's, RFC 3161): which digest it states, and whose certificate it carries.
//! That the certificate is true, or still valid, is not judged.

use super::bam::{ThuatToan, mot_minh};
use super::der::{BYTE, DAY, OID, PhanTu, TAP, dau};
use super::doc_vat::Kq;
use super::ket_qua::KhacBanGoc;

const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 4];
const TST_INFO: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 1, 4];
const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const SHA1: &[u8] = &[0x2b, 14, 3, 2, 26];
/// joint-iso-itu-t … nistAlgorithms hashAlgs; the last byte says which.
const SHA2: &[u8] = &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2];

/// What a container says.
#[derive(Debug)]
pub struct Cms {
    pub thuat_toan: ThuatToan,
    /// The digest of what it signs.
    pub bam: Vec<u8>,
    pub ai: Option<String>,
}

/// A signature, or with `tem` a time stamp.
pub fn doc(bytes: &[u8], tem: bool) -> Kq<Cms> {
    let hong = || KhacBanGoc::new("có “chữ ký” mà bên trong không phải chữ ký số");
    let (goi, thua) = dau(bytes).ok_or_else(hong)?;
    if thua.iter().any(|byte| *byte != 0) {
        return Err(KhacBanGoc::new("sau chữ ký, trong chỗ của nó, còn dữ liệu khác"));
    }
    let signed = signed_data(goi).ok_or_else(hong)?;
    let nguoi_ky = NguoiKy::doc(&signed).ok_or_else(hong)?;
    let ai = ten_nguoi_ky(&signed, &nguoi_ky);
    let noi_dung = noi_dung(&signed).ok_or_else(hong)?;
    let thuat_toan = thuat_toan(nguoi_ky.thuat_toan)?;
    match (tem, noi_dung) {
        (false, (_, None)) => Ok(Cms { thuat_toan, bam: nguoi_ky.bam, ai }),
        (true, (TST_INFO, Some(tst))) => {
            if mot_minh(thuat_toan, &tst) != nguoi_ky.bam {
                return Err(KhacBanGoc::new("dấu thời gian không khớp với chính nó"));
            }
            let (thuat_toan, bam) = dau_an(&tst).ok_or_else(hong)?;
            Ok(Cms { thuat_toan: self::thuat_toan(thuat_toan)?, bam: bam.to_vec(), ai })
        }
        _ => Err(hong()),
    }
}

fn thuat_toan(oid: &[u8]) -> Kq<ThuatToan> {
    match (oid, oid.strip_prefix(SHA2)) {
        (_, Some([1])) => Ok(ThuatToan::Sha256),
        (_, Some([2])) => Ok(ThuatToan::Sha384),
        (_, Some([3])) => Ok(ThuatToan::Sha512),
        (SHA1, _) => Err(KhacBanGoc::new(
            "có chữ ký dùng thuật toán SHA-1 đã bỏ, không còn chứng minh được điều gì; ký lại bằng SHA-256",
        )),
        _ => Err(KhacBanGoc::new("có chữ ký dùng thuật toán băm mà chương trình không kiểm được")),
    }
}

/// The parts of SignedData.
fn signed_data(goi: PhanTu<'_>) -> Option<Vec<PhanTu<'_>>> {
    let con = goi.la(DAY)?.con()?;
    let [loai, noi_dung] = con.as_slice() else { return None };
    if loai.la(OID)?.than != SIGNED_DATA {
        return None;
    }
    noi_dung.la(0xa0)?.con()?.first()?.la(DAY)?.con()
}

/// The type of what is inside, and what is inside, if anything.
fn noi_dung<'a>(signed: &[PhanTu<'a>]) -> Option<(&'a [u8], Option<Vec<u8>>)> {
    let con = signed.get(2)?.la(DAY)?.con()?;
    let loai = con.first()?.la(OID)?.than;
    match con.get(1) {
        None => Some((loai, None)),
        Some(trong) => Some((loai, Some(trong.la(0xa0)?.con()?.first()?.byte()?))),
    }
}

/// The one signer: whose certificate, over which digest.
struct NguoiKy<'a> {
    /// The serial number of the certificate, if that is how it is named.
    so: Option<&'a [u8]>,
    thuat_toan: &'a [u8],
    bam: Vec<u8>,
}

impl<'a> NguoiKy<'a> {
    fn doc(signed: &[PhanTu<'a>]) -> Option<Self> {
        let cac = signed.last()?.la(TAP)?.con()?;
        let [mot] = cac.as_slice() else { return None };
        let con = mot.la(DAY)?.con()?;
        let [_, ai, thuat_toan, thuoc_tinh, ..] = con.as_slice() else { return None };
        let so = ai.la(DAY).and_then(|ai| ai.con()?.get(1).map(|so| so.than));
        let thuat_toan = thuat_toan.la(DAY)?.con()?.first()?.la(OID)?.than;
        let bam = thuoc_tinh.la(0xa0)?.con()?.into_iter().find_map(|mot| {
            let con = mot.la(DAY)?.con()?;
            let [loai, gia_tri] = con.as_slice() else { return None };
            (loai.than == MESSAGE_DIGEST).then_some(())?;
            gia_tri.la(TAP)?.con()?.first()?.byte()
        })?;
        Some(Self { so, thuat_toan, bam })
    }
}

/// The name in the signer's own certificate, which travels along.
fn ten_nguoi_ky(signed: &[PhanTu<'_>], nguoi_ky: &NguoiKy<'_>) -> Option<String> {
    let chung_thu = signed.iter().find(|phan| phan.nhan == 0xa0)?.con()?;
    chung_thu.iter().find_map(|mot| {
        let ruot = mot.la(DAY)?.con()?.first()?.la(DAY)?.con()?;
        // [0] version, serial, algorithm, issuer, validity, subject
        let ruot = match ruot.first()?.nhan {
            0xa0 => ruot.get(1..)?,
            _ => ruot.as_slice(),
        };
        (Some(ruot.first()?.than) == nguoi_ky.so).then_some(())?;
        ten_chung(ruot.get(4)?)
    })
}

fn ten_chung(subject: &PhanTu<'_>) -> Option<String> {
    let cac = subject.la(DAY)?.con()?;
    cac.iter().rev().find_map(|rdn| {
        let con = rdn.la(TAP)?.con()?.first()?.la(DAY)?.con()?;
        let [loai, gia_tri] = con.as_slice() else { return None };
        (loai.than == COMMON_NAME).then(|| gia_tri.chu())?.map(|ten| sach(&ten))
    })
}

/// A name goes into a message: no signs that do something to the line.
pub fn sach(ten: &str) -> String {
    let la = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    ten.chars().filter(|c| !la(*c)).take(120).collect::<String>().trim().to_owned()
}

/// The digest that a time stamp is for.
fn dau_an(tst: &[u8]) -> Option<(&[u8], &[u8])> {
    let con = dau(tst)?.0.la(DAY)?.con()?;
    let an = con.get(2)?.la(DAY)?.con()?;
    let [thuat_toan, bam] = an.as_slice() else { return None };
    Some((thuat_toan.la(DAY)?.con()?.first()?.la(OID)?.than, bam.la(BYTE)?.than))
}
