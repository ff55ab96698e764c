//! A part: from its bytes to its tree, within bounds.

use super::loi::LoiDoc;
use super::{ma_chu, tien_to};
use crate::writers::docx::xml::{Element, parse};

/// How much a file may still hold.
#[derive(Debug, Clone)]
pub(super) struct Han {
    the: usize,
    chu: usize,
    thuoc_tinh: usize,
}

/// Tags that the parts of one file may have together. A thousand pages of text have some six hundred
/// thousand.
const THE: usize = 600_000;
/// Bytes outside tags: twice the longest body that is read, some thousand pages.
const CHU: usize = 4 << 20;
/// Attributes of one element; Word's own have forty, most of them names of namespaces.
const THUOC_TINH: usize = 300;
/// Attributes that the parts of one file may have together.
const THUOC_TINH_HET: usize = 900_000;

impl Default for Han {
    fn default() -> Self {
        Self { the: THE, chu: CHU, thuoc_tinh: THUOC_TINH_HET }
    }
}

/// The tree of a part, whose prefixes are made the usual ones.
pub(super) fn doc(name: &str, bytes: &[u8], han: &mut Han) -> Result<Element, LoiDoc> {
    let text = ma_chu::chu(bytes)?;
    do_truoc(text.as_bytes(), han)?;
    let tree = parse(name, text.as_bytes()).map_err(|e| LoiDoc::XmlHong(e.to_string()))?;
    Ok(tien_to::chuan_hoa(tree))
}

/// Counts tags, attributes and letters before a tree is made of them.
fn do_truoc(text: &[u8], han: &mut Han) -> Result<(), LoiDoc> {
    let (mut the, mut chu) = (0_usize, 0_usize);
    let (mut bang, mut bang_het) = (0_usize, 0_usize);
    let mut trong_the = false;
    let mut nhay: Option<u8> = None;
    let mut truoc = b' ';
    for byte in text {
        match (nhay, *byte) {
            (Some(quote), byte) if quote == byte => nhay = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if trong_the => nhay = Some(*byte),
            (None, b'>') => trong_the = false,
            (None, b'=') if trong_the => {
                (bang, bang_het) = (bang.saturating_add(1), bang_het.saturating_add(1));
                if bang > THUOC_TINH {
                    return Err(LoiDoc::QuaLon);
                }
            }
            (None, byte) if truoc == b'<' && !matches!(byte, b'/' | b'!' | b'?') => {
                (trong_the, bang, the) = (true, 0, the.saturating_add(1));
            }
            (None, b'/') if truoc == b'<' => trong_the = true,
            _ => chu = chu.saturating_add(usize::from(!trong_the)),
        }
        truoc = *byte;
    }
    han.the = han.the.checked_sub(the).ok_or(LoiDoc::QuaLon)?;
    han.chu = han.chu.checked_sub(chu).ok_or(LoiDoc::QuaLon)?;
    han.thuoc_tinh = han.thuoc_tinh.checked_sub(bang_het).ok_or(LoiDoc::QuaLon)?;
    Ok(())
}
