//! Đã đổi: a change as the journal keeps it. Of a long text only the piece that differs is kept, with digests of the
//! whole before and after, so that a body of many pages costs no more for each letter than a title does.
//!
//! Beside the field stands what became of the file's bytes: as long as nobody else has written into the file, undoing
//! gives the bytes that were there, not only the values.

use serde::{Deserialize, Serialize};

use super::hop::hop_o;
use super::nhat_ky::ThayDoi;
use crate::reading::yaml::va::{Buoc, Cay};
use crate::records::chuyen_phat::sha256;

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DaDoi {
    pub tep: String,
    pub duong: Vec<Buoc>,
    /// The value before and after, or of a long text the piece that differs.
    #[serde(default)]
    cu: Cay,
    #[serde(default)]
    moi: Cay,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quanh: Option<Quanh>,
    /// The same of all of the file, as it lies on the disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tep_doi: Option<Manh>,
    /// The file had no such key before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    khoa_moi: bool,
}

/// A piece of a text that became another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Manh {
    cu: String,
    moi: String,
    #[serde(flatten)]
    quanh: Quanh,
}

/// A change of a file's bytes.
#[derive(Clone, Copy)]
pub struct ByteDoi<'b> {
    pub truoc: &'b [u8],
    pub sau: &'b [u8],
    /// The file had no such key before.
    pub khoa_moi: bool,
}

/// What stands around a piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Quanh {
    /// Bytes before and behind it.
    dau: usize,
    cuoi: usize,
    /// Digests of the whole text before and after the change.
    truoc: String,
    sau: String,
}

/// Texts shorter than this are kept as they are.
const NGAN: usize = 200;

impl From<&ThayDoi> for DaDoi {
    fn from(thay_doi: &ThayDoi) -> Self {
        let ThayDoi { tep, duong, cu, moi } = thay_doi.clone();
        match (&cu, &moi) {
            (Cay::Chu(a), Cay::Chu(b)) if a.len().max(b.len()) > NGAN => {
                let (a_giua, b_giua, quanh) = cat(a, b);
                let [cu, moi] = [a_giua, b_giua].map(|text| Cay::Chu(text.to_owned()));
                Self { tep, duong, cu, moi, quanh: Some(quanh), tep_doi: None, khoa_moi: false }
            }
            _ => Self { tep, duong, cu, moi, quanh: None, tep_doi: None, khoa_moi: false },
        }
    }
}

impl DaDoi {
    /// Whether both are changes of one field.
    pub fn cung_cho(&self, other: &Self) -> bool {
        self.tep == other.tep && self.duong == other.duong
    }

    /// The same with what became of the file's bytes; a file in letters of another kind has its values alone.
    pub fn voi_byte(self, byte: ByteDoi<'_>) -> Self {
        let [truoc, sau] = [byte.truoc, byte.sau].map(|bytes| std::str::from_utf8(bytes).ok());
        let tep_doi = truoc.zip(sau).map(|(truoc, sau)| {
            let (cu, moi, quanh) = cat(truoc, sau);
            Manh { cu: cu.to_owned(), moi: moi.to_owned(), quanh }
        });
        Self { tep_doi, khoa_moi: byte.khoa_moi, ..self }
    }

    /// Whether the field said nothing before.
    pub fn tu_trong(&self) -> bool {
        self.cu == Cay::Trong
    }

    /// Whether the change put a key into the file that it didn't have.
    pub fn khoa_moi(&self) -> bool {
        self.khoa_moi
    }

    /// The bytes of the file before the change, where it has those that the change made (`xuoi`: the other way round).
    pub fn byte(&self, nay: &[u8], xuoi: bool) -> Option<Vec<u8>> {
        let Manh { cu, moi, quanh } = self.tep_doi.as_ref()?;
        let (tu, den) = if xuoi { (cu, moi) } else { (moi, cu) };
        quanh.thay(std::str::from_utf8(nay).ok()?, tu, den, xuoi).map(String::into_bytes)
    }

    /// What the field was, where it is now what the change made of it, or has changed elsewhere inside. A change that
    /// never came to the file leaves what is there. None if it is something else.
    pub fn lui(&self, nay: &Cay) -> Option<Cay> {
        self.doi(nay, false)
    }

    /// What the change makes of the field.
    pub fn lai(&self, nay: &Cay) -> Option<Cay> {
        self.doi(nay, true)
    }

    fn doi(&self, nay: &Cay, xuoi: bool) -> Option<Cay> {
        let (tu, den) = if xuoi { (&self.cu, &self.moi) } else { (&self.moi, &self.cu) };
        let Some(quanh) = &self.quanh else {
            let known = [tu, den].contains(&nay).then(|| den.clone());
            return known.or_else(|| hop_o(&self.duong, (tu, den), nay));
        };
        let (Cay::Chu(nay), Cay::Chu(den)) = (nay, den) else { return None };
        let sha_den = if xuoi { &quanh.sau } else { &quanh.truoc };
        if ma(nay) == *sha_den {
            return Some(Cay::Chu(nay.clone()));
        }
        let Cay::Chu(tu) = tu else { return None };
        quanh.thay(nay, tu, den, xuoi).map(Cay::Chu)
    }
}

impl Quanh {
    /// The text with the piece `den` in place of `tu`, where it is the text that the change knows, and becomes the other.
    fn thay(&self, nay: &str, tu: &str, den: &str, xuoi: bool) -> Option<String> {
        let (sha_tu, sha_den) =
            if xuoi { (&self.truoc, &self.sau) } else { (&self.sau, &self.truoc) };
        let cuoi = nay.len().checked_sub(self.cuoi)?;
        if nay.get(self.dau..cuoi)? != tu || ma(nay) != *sha_tu {
            return None;
        }
        let text = [nay.get(..self.dau)?, den, nay.get(cuoi..)?].concat();
        (ma(&text) == *sha_den).then_some(text)
    }
}

/// The pieces in which two texts differ, and what stands around them.
fn cat<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str, Quanh) {
    let chung = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>()
    };
    let dau = chung(&mut a.chars(), &mut b.chars());
    let [a_sau, b_sau] = [a, b].map(|text| text.get(dau..).unwrap_or_default());
    let cuoi = chung(&mut a_sau.chars().rev(), &mut b_sau.chars().rev());
    let giua = |text: &'t str| {
        text.len().checked_sub(cuoi).and_then(|den| text.get(..den)).unwrap_or_default()
    };
    let quanh = Quanh { dau, cuoi, truoc: ma(a), sau: ma(b) };
    (giua(a_sau), giua(b_sau), quanh)
}

/// Half a digest: against slips, not against forgers.
fn ma(text: &str) -> String {
    sha256(text.as_bytes()).chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn da_doi(cu: &str, moi: &str) -> DaDoi {
        let [cu, moi] = [cu, moi].map(|text| Cay::Chu(text.to_owned()));
        DaDoi::from(&ThayDoi { tep: "a.yaml".into(), duong: Vec::new(), cu, moi })
    }

    #[test]
    fn a_long_text_is_kept_as_the_piece_that_differs() {
        let dai = "Ủy ban nhân dân xã đề nghị các ấp ".repeat(3000);
        for (cu, moi) in [
            (dai.clone(), format!("{dai}x")),
            (dai.clone(), dai.replacen("xã", "phường", 1)),
            (format!("ế{dai}"), format!("ề{dai}")),
            (dai.clone(), String::new()),
            ("aa".repeat(200), "aa".repeat(201)),
        ] {
            let da_doi = da_doi(&cu, &moi);
            let long = serde_json::to_string(&da_doi).unwrap().len();
            assert!(long < 300 || moi.is_empty(), "{long}");
            let [cu, moi] = [cu, moi].map(Cay::Chu);
            assert_eq!(da_doi.lui(&moi), Some(cu.clone()));
            assert_eq!(da_doi.lai(&cu), Some(moi.clone()));
            // One that never came to the file, or was undone before.
            assert_eq!((da_doi.lui(&cu), da_doi.lai(&moi)), (Some(cu.clone()), Some(moi)));
            let Cay::Chu(text) = cu else { panic!() };
            assert_eq!(da_doi.lui(&Cay::Chu(text.replacen("a", "b", 1))), None);
        }
    }

    #[test]
    fn a_line_of_an_older_journal_is_read() {
        let line = r#"{"viec":"Doi","tep":"a.yaml","duong":["so"],"cu":null,"moi":"4"}"#;
        let read: DaDoi = serde_json::from_str(line).unwrap();
        assert_eq!(read.lui(&Cay::Chu("4".into())), Some(Cay::Trong));
        assert_eq!(read.lai(&Cay::Chu("5".into())), None);
    }
}
