//! A stream's bytes unpacked, within a bound.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use super::vat::{TuDien, Vat};

/// All that the updates of a file unpack to; a signer's certificates and lists take some hundred thousand bytes.
pub const NHIEU_NHAT: usize = 32 << 20;

/// How much may still be unpacked.
#[derive(Debug)]
pub struct Kho(usize);

impl Default for Kho {
    fn default() -> Self {
        Self(NHIEU_NHAT)
    }
}

impl Kho {
    /// The bytes, unless they are packed in another way than Flate or there are too many.
    pub fn mo(&mut self, tu_dien: &TuDien, tho: &[u8]) -> Option<Vec<u8>> {
        let loc = match tu_dien.get(b"Filter".as_slice()) {
            None => return self.tinh(tho.to_vec()),
            Some(Vat::Mang(mang)) => match mang.as_slice() {
                [] => return self.tinh(tho.to_vec()),
                [mot] => mot,
                _ => return None,
            },
            Some(vat) => vat,
        };
        if !loc.la_ten(b"FlateDecode") {
            return None;
        }
        let mut ra = Vec::new();
        let tran = u64::try_from(self.0.saturating_add(1)).ok()?;
        ZlibDecoder::new(tho).take(tran).read_to_end(&mut ra).ok()?;
        let ra = self.tinh(ra)?;
        let tham_so = match tu_dien.get(b"DecodeParms".as_slice()) {
            Some(Vat::Mang(mang)) => mang.first().and_then(Vat::tu_dien),
            Some(vat) => vat.tu_dien(),
            None => None,
        };
        match tham_so {
            None => Some(ra),
            Some(tham_so) => du_doan(tham_so, &ra),
        }
    }

    fn tinh(&mut self, ra: Vec<u8>) -> Option<Vec<u8>> {
        self.0 = self.0.checked_sub(ra.len())?;
        Some(ra)
    }
}

/// Undoes a PNG predictor over rows of bytes (ISO 32000-1, 7.4.4.4), as tables of references use it.
fn du_doan(tham_so: &TuDien, ra: &[u8]) -> Option<Vec<u8>> {
    let so = |khoa: &[u8], khong: usize| tham_so.get(khoa).map_or(Some(khong), Vat::dem);
    if so(b"Predictor", 1)? == 1 {
        return Some(ra.to_vec());
    }
    if so(b"Predictor", 1)? < 10 || so(b"Colors", 1)? != 1 || so(b"BitsPerComponent", 8)? != 8 {
        return None;
    }
    let cot = so(b"Columns", 1)?;
    let dai = cot.checked_add(1)?;
    let mut truoc = vec![0_u8; cot.min(1 << 20)];
    if cot == 0 || truoc.len() != cot || ra.len().checked_rem(dai)? != 0 {
        return None;
    }
    let mut out = Vec::with_capacity(ra.len());
    for hang in ra.chunks_exact(dai) {
        let (loai, hang) = hang.split_first()?;
        let (mut trai, mut tren_trai) = (0_u8, 0_u8);
        for (byte, tren) in hang.iter().zip(truoc.iter_mut()) {
            let nen = match loai {
                0 => 0,
                1 => trai,
                2 => *tren,
                3 => u8::try_from(u16::from(trai).saturating_add(u16::from(*tren)) >> 1).ok()?,
                4 => paeth(trai, *tren, tren_trai),
                _ => return None,
            };
            trai = byte.wrapping_add(nen);
            tren_trai = *tren;
            *tren = trai;
            out.push(trai);
        }
    }
    Some(out)
}

fn paeth(trai: u8, tren: u8, cheo: u8) -> u8 {
    let (a, b, c) = (i16::from(trai), i16::from(tren), i16::from(cheo));
    let p = a.saturating_add(b).saturating_sub(c);
    let xa = |x: i16| p.saturating_sub(x).unsigned_abs();
    match (xa(a), xa(b), xa(c)) {
        (pa, pb, pc) if pa <= pb && pa <= pc => trai,
        (_, pb, pc) if pb <= pc => tren,
        _ => cheo,
    }
}
