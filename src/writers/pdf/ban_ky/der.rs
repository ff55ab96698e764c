//! The least of ASN.1 that a signature's container needs: elements one after another, definite or indefinite lengths.

/// Containers in containers; a signature's go about ten deep.
const SAU_NHAT: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhanTu<'a> {
    pub nhan: u8,
    pub than: &'a [u8],
    /// Header and all.
    pub ca: &'a [u8],
}

pub const DAY: u8 = 0x30;
pub const TAP: u8 = 0x31;
pub const OID: u8 = 0x06;
pub const BYTE: u8 = 0x04;

/// The first element and what stands behind it.
pub fn dau(bytes: &[u8]) -> Option<(PhanTu<'_>, &[u8])> {
    doc(bytes, 0)
}

fn doc(bytes: &[u8], sau: usize) -> Option<(PhanTu<'_>, &[u8])> {
    let (nhan, con) = bytes.split_first()?;
    // Tags of many bytes don't occur here.
    if nhan & 0x1f == 0x1f || sau > SAU_NHAT {
        return None;
    }
    let (dai, con) = con.split_first()?;
    if *dai == 0x80 {
        return vo_dinh(bytes, *nhan, con, sau);
    }
    let (dai, con) = match *dai {
        ngan @ 0..0x80 => (usize::from(ngan), con),
        dai => {
            let (so, con) = con.split_at_checked(usize::from(dai & 0x7f))?;
            let gop = |so: usize, byte: &u8| so.wrapping_shl(8) | usize::from(*byte);
            ((so.len() <= 4).then(|| so.iter().fold(0, gop))?, con)
        }
    };
    let (than, con) = con.split_at_checked(dai)?;
    let ca = bytes.get(..bytes.len().checked_sub(con.len())?)?;
    Some((PhanTu { nhan: *nhan, than, ca }, con))
}

/// Up to two bytes of nothing, as some Java libraries write.
fn vo_dinh<'a>(
    bytes: &'a [u8],
    nhan: u8,
    than: &'a [u8],
    sau: usize,
) -> Option<(PhanTu<'a>, &'a [u8])> {
    let mut con = than;
    while !con.starts_with(&[0, 0]) {
        con = doc(con, sau.saturating_add(1))?.1;
    }
    let dai = than.len().checked_sub(con.len())?;
    let con = con.get(2..)?;
    let ca = bytes.get(..bytes.len().checked_sub(con.len())?)?;
    Some((PhanTu { nhan, than: than.get(..dai)?, ca }, con))
}

impl<'a> PhanTu<'a> {
    /// The parts of a container.
    pub fn con(&self) -> Option<Vec<PhanTu<'a>>> {
        let (mut out, mut con) = (Vec::new(), self.than);
        while !con.is_empty() {
            let (mot, sau) = dau(con)?;
            out.push(mot);
            con = sau;
        }
        Some(out)
    }

    pub fn la(self, nhan: u8) -> Option<Self> {
        (self.nhan == nhan).then_some(self)
    }

    /// An octet string's bytes, also when it is written in pieces.
    pub fn byte(&self) -> Option<Vec<u8>> {
        match self.nhan {
            0x04 => Some(self.than.to_vec()),
            0x24 => {
                let con = self.con()?;
                let manh = con.iter().map(|m| m.la(BYTE).map(|m| m.than));
                Some(manh.collect::<Option<Vec<_>>>()?.concat())
            }
            _ => None,
        }
    }

    /// Letters of any of the usual kinds.
    pub fn chu(&self) -> Option<String> {
        match self.nhan {
            0x0c | 0x13 | 0x14 | 0x16 => Some(String::from_utf8_lossy(self.than).into_owned()),
            0x1e => {
                let doi = self.than.chunks_exact(2);
                let so: Vec<u16> =
                    doi.filter_map(|d| d.try_into().ok()).map(u16::from_be_bytes).collect();
                String::from_utf16(&so).ok()
            }
            _ => None,
        }
    }
}
