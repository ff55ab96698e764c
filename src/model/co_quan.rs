//! Cơ quan: the office that issues, from `co-quan.yaml`.

use serde::Serialize;

use super::so_bang_chu::CachDoc;
use super::{
    BoQuyTac, CachDanhSo, CachPhatHanh, CauChu, DinhMuc, Loi, NguoiKy, NoiNhan, TenTiengAnh,
};
use crate::model::the_thuc::TheThuc;

/// The office and its habits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoQuan {
    /// The rules that its papers follow.
    pub bo_quy_tac: BoQuyTac,
    /// Its own line at the upper right of page 1, where its rules let it have one.
    pub tieu_de: Option<Loi>,
    /// Cơ quan chủ quản trực tiếp (PL I, II.2): upper case; none for most.
    pub co_quan_chu_quan: Option<TenCoQuan>,
    /// Cơ quan ban hành (PL I, II.2): upper case.
    pub co_quan_ban_hanh: TenCoQuan,
    /// Its names in English; in a document only where its head has both languages.
    #[serde(skip)]
    pub tieng_anh: Option<TenTiengAnh>,
    /// The full name in running text; becomes the author of the files.
    pub ten: Loi,
    /// Địa danh in the line with the date (PL I, II.4.a).
    pub dia_danh: Loi,
    /// Its address, telephone and the like, in lines (ô số 13; PL I, III.4).
    pub dia_chi: Vec<Loi>,
    /// The office's part of the symbol: `HĐND` in `KH-HĐND`.
    pub ky_hieu: String,
    /// The signers by the short name that a document calls them by.
    pub nguoi_ky: Vec<(String, NguoiKy)>,
    /// The usual recipients, if the office has any.
    pub noi_nhan: Option<NoiNhan>,
    /// Allowance levels, old and new.
    pub dinh_muc: Vec<DinhMuc>,
    /// The words of amounts; an office that says nothing follows the hồ sơ's own.
    #[serde(skip)]
    pub cach_doc_so: Option<CachDoc>,
    /// How its outgoing documents are numbered.
    #[serde(skip)]
    pub danh_so: CachDanhSo,
    /// What its issued documents carry besides their text.
    #[serde(skip)]
    pub phat_hanh: CachPhatHanh,
    /// Standing phrases that all its documents word so.
    #[serde(skip)]
    pub cau_chu: Vec<CauChu>,
    /// The name of its file, for messages.
    pub tep: String,
    /// The measures, with the office's choices put in.
    pub the_thuc: TheThuc,
}

/// A name at the head of the page, in capitals.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum TenCoQuan {
    /// One string, to be broken at sense.
    LienMach(Loi),
    /// Lines as the office wants them.
    TungDong(Vec<Loi>),
    /// The names of several offices that issue together.
    LienTich(Vec<Self>),
}

impl CoQuan {
    /// The lines at the upper right of page 1: its own, or those of its rules.
    pub fn dong_tieu_de(&self) -> Vec<&str> {
        match &self.tieu_de {
            Some(own) => vec![own.as_str()],
            None => self.bo_quy_tac.tieu_de.to_vec(),
        }
    }

    /// What the head of a document has that this office issues together with others (PL I, II.2): all
    /// names, the symbols joined; place, recipients and measures are of the office that leads.
    pub fn lien_tich(&self, khac: &[&Self]) -> Self {
        let all = || std::iter::once(self).chain(khac.iter().copied());
        let join = |part: fn(&Self) -> &str, by: &str| all().map(part).collect::<Vec<_>>().join(by);
        let chu_quan = self.co_quan_chu_quan.clone();
        Self {
            co_quan_chu_quan: chu_quan
                .filter(|c| all().all(|k| k.co_quan_chu_quan.as_ref() == Some(c))),
            co_quan_ban_hanh: TenCoQuan::LienTich(
                all().map(|c| c.co_quan_ban_hanh.clone()).collect(),
            ),
            tieng_anh: all()
                .map(|c| c.tieng_anh.as_ref())
                .collect::<Option<Vec<_>>>()
                .and_then(|names| TenTiengAnh::lien_tich(&names)),
            ten: join(|c| &c.ten, ", ").into(),
            ky_hieu: join(|c| &c.ky_hieu, "-"),
            ..self.clone()
        }
    }

    /// The office as a document shows it, in both languages or not.
    pub fn co_tieng_anh(self, song_ngu: bool) -> Self {
        Self { tieng_anh: self.tieng_anh.filter(|_| song_ngu), ..self }
    }

    /// Whether several offices issue together.
    pub fn lien_co_quan(&self) -> bool {
        matches!(self.co_quan_ban_hanh, TenCoQuan::LienTich(_))
    }
}

impl TenCoQuan {
    /// The name in one piece.
    pub fn lien_mach(&self) -> String {
        match self {
            Self::LienMach(ten) => ten.to_string(),
            Self::TungDong(dong) => dong.join(" "),
            Self::LienTich(ten) => ten.iter().map(Self::lien_mach).collect::<Vec<_>>().join(" - "),
        }
    }
}
