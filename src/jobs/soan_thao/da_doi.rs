//! Đã đổi: a change as the journal keeps it. Of a long text only the piece that differs is kept, with digests of the
//! whole before and after, so that a body of many pages costs no more for each letter than a title does.

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
                Self { tep, duong, cu, moi, quanh: Some(quanh) }
            }
            _ => Self { tep, duong, cu, moi, quanh: None },
        }
    }
}

impl DaDoi {
    /// Whether both are changes of one field.
    pub fn cung_cho(&self, other: &Self) -> bool {
        self.tep == other.tep && self.duong == other.duong
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
        let (sha_tu, sha_den) =
            if xuoi { (&quanh.truoc, &quanh.sau) } else { (&quanh.sau, &quanh.truoc) };
        let sha = ma(nay);
        if sha == *sha_den {
            return Some(Cay::Chu(nay.clone()));
        }
        let cuoi = nay.len().checked_sub(quanh.cuoi)?;
        let text = [nay.get(..quanh.dau)?, den, nay.get(cuoi..)?].concat();
        (sha == *sha_tu && ma(&text) == *sha_den).then_some(Cay::Chu(text))
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
