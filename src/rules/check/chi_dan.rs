//! What a document says besides the decree's main components: stamps, typist, copies, paper or not
//! (PL I, III).

use super::doc::Doc;
use crate::model::trinh_bay::KyHieuSoan;
use crate::model::{BoQuyTac, ChiDan, DuThao, Fault, HinhThucBan, ThoiDiem, chi_dan};
use crate::reading::form::{DauForm, Field, Text};

/// The rest of a head.
#[derive(Debug, Clone, Default)]
pub struct PhanKhac {
    pub chi_dan: ChiDan,
    pub du_thao: Option<DuThao>,
    pub ky_hieu_soan: Option<String>,
    pub ban: HinhThucBan,
    pub thoi_diem: Option<ThoiDiem>,
}

impl PhanKhac {
    /// Takes the fields out of the form.
    pub fn doc(doc: &mut Doc<'_>, form: &mut DauForm, bo: BoQuyTac) -> Self {
        let chi_dan = ChiDan {
            mat: mot(doc, form.mat.take(), chi_dan::mat),
            khan: mot(doc, form.khan.take(), chi_dan::khan),
            luu_hanh: mot(doc, form.luu_hanh.take(), |text| chi_dan::luu_hanh(text, bo)),
        };
        let cach = (bo.the_thuc)().trinh_bay.ky_hieu_soan;
        let soan = nguoi_soan(doc, form.nguoi_soan.take(), cach);
        let so_ban = doc.so_dem(form.so_ban.take(), "so_ban").map(|(so, _)| so);
        Self {
            chi_dan,
            du_thao: du_thao(doc, form.du_thao.take()),
            ky_hieu_soan: ky_hieu_soan(soan, so_ban, cach),
            ban: mot(doc, form.ban.take(), HinhThucBan::parse).unwrap_or_default(),
            thoi_diem: mot(doc, form.thoi_diem.take(), ThoiDiem::parse),
        }
    }
}

/// A value that may be missing or blank.
pub fn mot<T>(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    parse: impl Fn(&str) -> Result<T, Fault>,
) -> Option<T> {
    let (text, span) = doc.optional_line(field)?;
    doc.take(parse(&text), span)
}

/// The mark of a draft: `2`, `lần 2, 15/4/2026`.
fn du_thao(doc: &mut Doc<'_>, field: Option<Field<Text>>) -> Option<DuThao> {
    let (goc, span) = doc.optional_line(field)?;
    let chu = doc.take(DuThao::parse(&goc), span)??;
    Some(DuThao { chu, goc })
}

fn nguoi_soan(doc: &mut Doc<'_>, field: Option<Field<Text>>, cach: KyHieuSoan) -> Option<String> {
    let (text, span) = doc.optional_line(field)?;
    let bare = text.trim_end_matches('.').to_owned();
    let dung = match cach.chu_dau {
        true => bare == bare.to_uppercase(),
        false => bare.chars().all(char::is_alphanumeric),
    };
    if !dung || bare.chars().count() > cach.dai_nhat {
        let fault = Fault::new("bad-typist", format!("“{text}” không làm ký hiệu người soạn được"))
            .hint(cach.vi_du)
            .clause("Phụ lục I, phần I, mục III.3");
        doc.fault(fault, span);
    }
    Some(bare)
}

/// `PL.(300)`, `NguyenVanAn-26`, or as much of it as is known.
fn ky_hieu_soan(nguoi: Option<String>, so_ban: Option<u64>, cach: KyHieuSoan) -> Option<String> {
    let KyHieuSoan { sau_ten, giua, mo_so, dong_so, .. } = cach;
    match (nguoi, so_ban) {
        (Some(nguoi), Some(so)) => Some(format!("{nguoi}{giua}{so}{dong_so}")),
        (Some(nguoi), None) => Some(format!("{nguoi}{sau_ten}")),
        (None, Some(so)) => Some(format!("{mo_so}{so}{dong_so}")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_as_long_as_what_is_known() {
        let mark =
            |nguoi: Option<&str>, so| ky_hieu_soan(nguoi.map(str::to_owned), so, KyHieuSoan::ND30);
        assert_eq!(mark(Some("PL"), Some(300)).as_deref(), Some("PL.(300)"));
        assert_eq!(mark(Some("PL"), None).as_deref(), Some("PL."));
        assert_eq!(mark(None, Some(5)).as_deref(), Some("(5)"));
        assert!(mark(None, None).is_none());
    }
}
