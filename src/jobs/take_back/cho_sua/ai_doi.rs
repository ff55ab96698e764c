//! Ai đổi: which side has changed the words of a paragraph, and which its number, since the edited file was written.
//!
//! The file has marks of the paragraphs that it was written with, and of nothing else. A typed number is in the mark: the
//! words are the base's that have a mark with a number near by, and so is the number that has one with the words of a side.

use super::lech::dich;
use super::{SoDau, Tim, sau_so};
use crate::word::doc_word::Doan;
use crate::word::so_sanh::chuan::chuan;
use crate::writers::docx::dau_goc::cua_doan;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ben {
    Khong,
    Word,
    Nguon,
    /// Both, or nobody knows which.
    CaHai,
}

/// Who has changed what of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AiDoi {
    pub loi: Ben,
    pub so: Ben,
}

impl Tim<'_> {
    pub(super) fn ai_doi(&self, (cu, a): (&Doan, &SoDau), (moi, b): (&Doan, &SoDau)) -> AiDoi {
        let loi = chuan(sau_so(cu, a)) != chuan(sau_so(moi, b));
        let so = chuan(&a.chu) != chuan(&b.chu);
        let of = |loi_cua: Ben, so_cua: Ben| AiDoi {
            loi: if loi { loi_cua } else { Ben::Khong },
            so: if so { so_cua } else { Ben::Khong },
        };
        let typed = cu.so.is_none() && moi.so.is_none() && (a.dai > 0 || b.dai > 0);
        let (x, y) = ((a.chu.as_str(), sau_so(cu, a)), (b.chu.as_str(), sau_so(moi, b)));
        if self.nhu_goc(cu) != Some(false) {
            of(Ben::Word, Ben::Word)
        } else if self.nguon_bo(moi) {
            of(Ben::Nguon, Ben::Nguon)
        } else if than(&chuan(x.1)) == than(&chuan(y.1)) {
            // The same words with another mark at the end, which is the source's to set.
            of(Ben::Nguon, if typed { self.so_cua_ai(x, y) } else { Ben::Word })
        } else if typed {
            of(self.loi_cua_ai(x, y), self.so_cua_ai(x, y))
        } else {
            // A number that Word counts is in no mark.
            of(Ben::CaHai, Ben::Word)
        }
    }

    /// Whose the new words are, whatever number the base had.
    fn loi_cua_ai(&self, (a, cu): SoVaLoi<'_>, (b, moi): SoVaLoi<'_>) -> Ben {
        let near = |loi: &str| {
            let all = (-GAN..=GAN).flat_map(|by| [dich(a, by), dich(b, by)]);
            all.flatten().any(|so| self.co_goc(&so, loi))
        };
        match (near(cu), near(moi)) {
            (true, _) => Ben::Word,
            (false, true) => Ben::Nguon,
            (false, false) => Ben::CaHai,
        }
    }

    fn so_cua_ai(&self, (a, cu): SoVaLoi<'_>, (b, moi): SoVaLoi<'_>) -> Ben {
        let own = |so: &str| [cu, moi].iter().any(|loi| self.co_goc(so, loi));
        match (own(a), own(b)) {
            (true, _) => Ben::Word,
            (false, true) => Ben::Nguon,
            (false, false) => Ben::CaHai,
        }
    }

    /// Whether the file was written with a paragraph of that number and those words.
    fn co_goc(&self, so: &str, loi: &str) -> bool {
        self.dau.is_some_and(|dau| dau.co_dau(&cua_doan(&format!("{so}{loi}"))))
    }
}

/// Without the marks at the end.
fn than(text: &str) -> &str {
    text.trim_end_matches([';', '.', ',', '/', ' '])
}

/// What a paragraph begins with, and the words behind it.
type SoVaLoi<'s> = (&'s str, &'s str);

/// A number is looked for no farther away; more items nobody puts in at once.
const GAN: i64 = 30;
