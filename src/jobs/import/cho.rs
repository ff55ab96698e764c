//! Chỗ: where the files of an imported paper go, and what they are called there.

use super::co_quan::CoQuanNhan;
use super::san_co::{self, SanCo};
use super::tu_san::{NoiGhi, TuSan};

#[derive(Clone, Copy)]
pub enum Cho<'a> {
    /// A folder of their own.
    Moi,
    /// Beside others of its office, whose file gets the signers that it hasn't.
    San(&'a SanCo),
    /// Among papers of any office, whose files stay as they are.
    Tu(&'a TuSan),
}

impl<'a> Cho<'a> {
    pub fn cua(san: Option<&'a SanCo>, tu: Option<&'a TuSan>) -> Self {
        match (tu, san) {
            (Some(tu), _) => Self::Tu(tu),
            (None, Some(san)) => Self::San(san),
            (None, None) => Self::Moi,
        }
    }

    pub fn tu(self) -> Option<&'a TuSan> {
        match self {
            Self::Tu(tu) => Some(tu),
            Self::Moi | Self::San(_) => None,
        }
    }

    /// Where office and signers are; what was guessed of an office that is known is no guess.
    pub(super) fn noi_ghi(self, office: &mut CoQuanNhan) -> NoiGhi {
        match self {
            Self::Moi => NoiGhi::moi(office),
            Self::San(san) => {
                let text = san.nguoi_ky(&mut office.nguoi_ky);
                let text = text.unwrap_or_else(|| san.tep.text.clone());
                office.doan.clear();
                NoiGhi::voi_tep(san_co::TEP, text)
            }
            Self::Tu(tu) => {
                let noi = tu.noi_ghi(office);
                if noi.da_biet() {
                    office.doan.clear();
                }
                noi
            }
        }
    }

    /// The name of the paper's file, without ending.
    pub fn ten(self, ten: &str) -> String {
        match self {
            Self::Moi => ten.to_owned(),
            Self::San(san) => san.ten_trong(ten),
            Self::Tu(tu) => tu.ten_moi(ten),
        }
    }

    /// The name of one of its pictures.
    pub fn anh(self, giay: &str, anh: &str) -> String {
        self.tu().map_or_else(|| anh.to_owned(), |tu| tu.ten_anh(giay, anh))
    }
}
